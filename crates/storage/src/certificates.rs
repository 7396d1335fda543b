//! Certificates as they were handed out, and who asks for one. An edition is never changed: a correction is the next edition of the same number.

use diesel::prelude::*;
use vocabulary::{CertificateId, Day, PersonId, Timestamp};

use crate::{
    Db, Json, StoreError,
    row::{queries, row, things},
    schema::{
        certificate_asks,
        certificates::{self, dsl},
    },
};

row! {
    table = certificates, row = CertificateRow, derive = [Insertable];
    /// One edition of a certificate.
    pub struct Certificate {
        /// Its id.
        id: CertificateId,
        /// Whose it is; none once the person was erased.
        person_id: Option<PersonId>,
        /// The number in the register, from 1.
        number: u32,
        /// Which edition of the number, from 1.
        edition: u32,
        /// What a public page verifies.
        code: String,
        /// What it says, as `app/certificates.rs` writes it.
        content: Json,
        /// Who handed it out.
        issued_by: Option<PersonId>,
        /// When.
        issued_at: Timestamp,
    }
}

queries!(certificates, Certificate, CertificateRow, CertificateId; insert, get);

/// All of a person, the newest first.
pub fn of_person(db: &mut Db, person: &PersonId) -> Result<Vec<Certificate>, StoreError> {
    let found = certificates::table.filter(dsl::person_id.eq(person.as_str()));
    let ordered = found.order((dsl::number.desc(), dsl::edition.desc()));
    things(ordered.select(CertificateRow::as_select()).load(db)?)
}

/// The one with this code, or `NotFound`.
pub fn by_code(db: &mut Db, code: &str) -> Result<Certificate, StoreError> {
    let found = certificates::table.filter(dsl::code.eq(code));
    found.select(CertificateRow::as_select()).first(db)?.try_into()
}

/// The newest edition of a number, or `NotFound`.
pub fn newest(db: &mut Db, number: u32) -> Result<Certificate, StoreError> {
    let found = certificates::table.filter(dsl::number.eq(i64::from(number)));
    let newest = found.order(dsl::edition.desc()).select(CertificateRow::as_select());
    newest.first(db)?.try_into()
}

/// The first number that nobody has. Two who ask at once get the same; the unique index lets one of them keep it.
pub fn next_number(db: &mut Db) -> Result<u32, StoreError> {
    let last: Option<i64> = certificates::table.select(diesel::dsl::max(dsl::number)).first(db)?;
    Ok(last.and_then(|last| u32::try_from(last).ok()).unwrap_or(0) + 1)
}

row! {
    table = certificate_asks, row = AskRow, derive = [Insertable];
    /// Somebody asks for a certificate.
    pub struct CertificateAsk {
        /// Who.
        person_id: PersonId,
        /// From which day on.
        first_day: Day,
        /// Up to which.
        last_day: Day,
        /// When they asked.
        asked_at: Timestamp,
    }
}

/// Keeps what somebody asks for, in place of what they asked for before. The person's row is held.
pub fn ask(db: &mut Db, wanted: &CertificateAsk) -> Result<(), StoreError> {
    answered(db, &wanted.person_id)?;
    diesel::insert_into(certificate_asks::table)
        .values(AskRow::from(wanted))
        .execute(db)?;
    Ok(())
}

/// Nobody waits for an answer to this person's wish any more.
pub fn answered(db: &mut Db, person: &PersonId) -> Result<(), StoreError> {
    diesel::delete(certificate_asks::table.find(person.as_str())).execute(db)?;
    Ok(())
}

/// Every wish that waits for an answer, the oldest first.
pub fn asks(db: &mut Db) -> Result<Vec<CertificateAsk>, StoreError> {
    let all = certificate_asks::table.order((certificate_asks::asked_at, certificate_asks::person_id));
    things(all.select(AskRow::as_select()).load(db)?)
}

/// What a person asks for and has no answer to.
pub fn ask_of(db: &mut Db, person: &PersonId) -> Result<Option<CertificateAsk>, StoreError> {
    let found = certificate_asks::table.find(person.as_str());
    let row = found.select(AskRow::as_select()).first(db).optional()?;
    row.map(CertificateAsk::try_from).transpose()
}
