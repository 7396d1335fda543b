//! People from a table that a spreadsheet keeps: all of it or nothing, with every fault by row and column. Whoever has an account already is left as
//! they are, so the same list can be brought in again when it has grown.

mod table;

use serde::Serialize;
use storage::{Db, Person, StoreError};
use utoipa::ToSchema;
use vocabulary::{AccountRole, PersonId, PersonKind, Timestamp};

use super::{
    App, AppError, Caller, audit,
    error::Fault,
    fresh,
    notices::{self, AccountNotice},
    people::{self, PersonInput},
};

pub use table::{COLUMNS, Column, Finding, What};

/// The largest table that is read, in bytes.
pub const LARGEST: usize = 1024 * 1024;

/// What is done with a table that has no faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Nothing: it is only looked at.
    Check,
    /// People are added; staff makes their invitations one by one.
    Add,
    /// People are added, and each gets a letter with a link by which to set a password.
    AddAndInvite,
}

/// An empty table: the first row, after the mark by which spreadsheets know UTF-8.
pub fn template() -> String {
    let names: Vec<_> = COLUMNS.iter().map(|column| column.as_str()).collect();
    format!("\u{feff}{}\r\n", names.join(","))
}

/// Who was, or would be, added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Imported {
    /// The e-mail addresses of new people, in the order of the table.
    pub added: Vec<String>,
    /// The e-mail addresses that have an account already; nothing of theirs is changed.
    pub known: Vec<String>,
}

/// The faults of a table as a use case says them.
pub fn invalid(found: &[Finding]) -> AppError {
    let fault = |finding: &Finding| Fault::new(finding.place(), finding.what.to_string());
    AppError::Invalid(found.iter().map(fault).collect())
}

/// Brings a table in. For coordinators.
pub fn import(app: &App, caller: &Caller, bytes: &[u8], how: How) -> Result<Result<Imported, Vec<Finding>>, AppError> {
    caller.coordinator()?;
    run(app, Some(caller), bytes, how)
}

/// The same without a caller: for the command line.
pub fn run(
    app: &App,
    caller: Option<&Caller>,
    bytes: &[u8],
    how: How,
) -> Result<Result<Imported, Vec<Finding>>, AppError> {
    let (now, today) = (app.now(), app.today());
    let inputs = match table::read(bytes, today) {
        Ok(inputs) => inputs,
        Err(found) => return Ok(Err(found)),
    };
    let ids: Vec<PersonId> = inputs.iter().map(|_| fresh::id(PersonId::from_uuid)).collect();
    if how == How::Check {
        return app.read(|db| {
            let mut done = Imported::default();
            for input in &inputs {
                let list = if is_known(db, input)? {
                    &mut done.known
                } else {
                    &mut done.added
                };
                list.push(storage::fold_email(&input.email));
            }
            Ok(Ok(done))
        });
    }
    app.write(|db| {
        let mut done = Imported::default();
        for (input, id) in inputs.iter().zip(&ids) {
            let email = storage::fold_email(&input.email);
            if is_known(db, input)? {
                done.known.push(email);
                continue;
            }
            let person = add(db, id, input, caller, now)?;
            if how == How::AddAndInvite {
                let notice = AccountNotice::FirstPassword {
                    invited: true,
                    without_link: false,
                };
                notices::account(db, now, &person.id, format!("invited:{id}"), notice)?;
            }
            done.added.push(email);
        }
        Ok(Ok(done))
    })
}

fn is_known(db: &mut Db, input: &PersonInput) -> Result<bool, AppError> {
    match storage::people::by_email(db, &input.email) {
        Ok(_) => Ok(true),
        Err(StoreError::NotFound) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

fn add(
    db: &mut Db,
    id: &PersonId,
    input: &PersonInput,
    caller: Option<&Caller>,
    now: Timestamp,
) -> Result<Person, AppError> {
    let person = input.apply(people::blank(id.clone(), input.role, now)?)?;
    match storage::people::insert(db, &person) {
        Ok(()) => {}
        // Added by somebody else at this very moment: the whole is run again and finds them known.
        Err(StoreError::Conflict(_)) => return Err(AppError::Busy),
        Err(other) => return Err(other.into()),
    }
    let actor = caller.map(|caller| &caller.person);
    audit::note(db, now, actor, "person.import", id.as_str(), &person.role)?;
    Ok(person)
}

/// What an account of a footing may do: staff are animators, everybody else volunteers. Coordinators are made one by one.
fn account_of(kind: PersonKind) -> AccountRole {
    match kind {
        PersonKind::Staff => AccountRole::Animator,
        PersonKind::Volunteer | PersonKind::Psu => AccountRole::Volunteer,
    }
}
