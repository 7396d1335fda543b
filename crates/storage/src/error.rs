//! Every way the database can say no. This is the only file that reads diesel's errors.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};

/// Why a read or a write did not happen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No such row.
    #[error("not found")]
    NotFound,
    /// A rule of the schema forbids it.
    #[error("{0}")]
    Conflict(Conflict),
    /// Another writer was in the way for too long; the same call may succeed later.
    #[error("the database is busy")]
    Busy,
    /// The database cannot be reached or cannot write (gone, disk full). Whether a write under way was kept is unknown, so
    /// it is never repeated here.
    #[error("the database is out of service: {0}")]
    Unavailable(String),
    /// A defect: of this program, or of the data. The text is for the log, not for people.
    #[error("the database answered with an error: {0}")]
    Broken(String),
}

/// A rule of the schema that a write would have broken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{rule} ({detail})")]
pub struct Conflict {
    /// Which kind of rule.
    pub rule: Rule,
    /// The database's own words, for the log.
    pub detail: String,
}

/// The kinds of rules a schema has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    /// Something with this name or key is there already.
    #[error("it exists already")]
    Unique,
    /// It names something that is not there, or is still named by something.
    #[error("it refers to something that does not exist, or something refers to it")]
    Reference,
    /// A value is outside what the column allows.
    #[error("a value is not allowed")]
    Check,
}

/// What [`crate::Store::read`] and [`crate::Store::write`] need of a caller's error.
pub trait CallError: From<StoreError> {
    /// Whether the closure should be run again: true for [`StoreError::Busy`] and nothing else.
    fn is_busy(&self) -> bool;
}

impl CallError for StoreError {
    fn is_busy(&self) -> bool {
        matches!(self, Self::Busy)
    }
}

impl StoreError {
    pub(crate) fn conflict(rule: Rule, detail: impl Into<String>) -> Self {
        Self::Conflict(Conflict {
            rule,
            detail: detail.into(),
        })
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::DatabaseError(kind, info) => from_database(kind, &*info),
            Error::BrokenTransactionManager => {
                Self::Unavailable("the connection broke inside a transaction".to_owned())
            }
            // The rollback's own error only repeats that the connection is gone; the commit's says why.
            Error::RollbackErrorOnCommit { commit_error, .. } => Self::from(*commit_error),
            other => Self::Broken(other.to_string()),
        }
    }
}

fn from_database(kind: DatabaseErrorKind, info: &(dyn DatabaseErrorInformation + Send + Sync)) -> StoreError {
    let said = info.message();
    match kind {
        DatabaseErrorKind::UniqueViolation => StoreError::conflict(Rule::Unique, said),
        DatabaseErrorKind::ForeignKeyViolation => StoreError::conflict(Rule::Reference, said),
        DatabaseErrorKind::CheckViolation
        | DatabaseErrorKind::NotNullViolation
        | DatabaseErrorKind::RestrictViolation
        | DatabaseErrorKind::ExclusionViolation => StoreError::conflict(Rule::Check, said),
        DatabaseErrorKind::SerializationFailure => StoreError::Busy,
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
            StoreError::Unavailable(said.to_owned())
        }
        _ if BUSY.iter().any(|words| said.contains(words)) => StoreError::Busy,
        _ if UNAVAILABLE.iter().any(|words| said.contains(words)) => StoreError::Unavailable(said.to_owned()),
        _ => StoreError::Broken(said.to_owned()),
    }
}

/// SQLite has only words for it; PostgreSQL has codes, but diesel does not hand these on. Its server must therefore
/// speak English to us (`lc_messages`, which only a superuser can set); `Store::warnings` says so where it does not.
const BUSY: &[&str] = &[
    "database is locked",
    "database table is locked",
    "deadlock detected",
    "canceling statement due to lock timeout",
    "canceling statement due to statement timeout",
];

const UNAVAILABLE: &[&str] = &[
    "database or disk is full",
    "disk I/O error",
    "unable to open database file",
    "attempt to write a readonly database",
    "terminating connection",
    "server closed the connection",
    "connection to server",
    "could not connect",
    "the database system is",
    "no connection to the server",
    "could not receive data from server",
    "could not send data to server",
    "SSL connection has been closed",
    "No space left on device",
    "could not extend file",
    "read-only transaction",
];
