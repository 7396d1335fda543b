//! The certificate as a PDF, drawn from what is stored.

use print::{CertificatePaper, SchoolYearHours};
use vocabulary::CertificateId;
use wording::Language;

use crate::app::{App, AppError, Caller};

/// The paper of one certificate in a language: for a coordinator, and for whose it is.
pub fn pdf(app: &App, caller: &Caller, id: &CertificateId, language: Language) -> Result<Vec<u8>, AppError> {
    let issued = super::get(app, caller, id)?;
    let (row, content) = (issued.row, issued.content);
    let year = |(begins, sum): (i32, vocabulary::Minutes)| SchoolYearHours {
        year: format!("{begins}/{}", begins + 1),
        length: sum,
    };
    let paper = CertificatePaper {
        language,
        number: row.number.to_string(),
        edition: row.edition,
        issuer: content.issuer,
        name: content.name,
        first: content.first,
        last: content.last,
        by_role: content.by_role,
        total: content.total,
        shifts: content.shifts,
        years: content.by_school_year.into_iter().map(year).collect(),
        place: content.place,
        issued_on: app.zone.day(row.issued_at),
        address: format!("{}/zaswiadczenie/{}", app.base_address, row.code),
        code: in_groups(&row.code),
    };
    Ok(print::certificate(&paper).map_err(|e| anyhow::anyhow!(e))?)
}

/// "ABCD-EFGH-…": four letters at a time are easier to copy.
pub fn in_groups(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}
