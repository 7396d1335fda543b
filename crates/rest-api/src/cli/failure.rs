//! How a command ends when it does not end well.

use std::{fmt::Write as _, process::ExitCode};

use super::print;
use crate::{
    app::{AppError, error::Fault},
    config::ConfigError,
};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// What was given cannot be used: exit code 2.
    Input(String),
    /// It could not be done: exit code 1.
    Failed(String),
    /// Bad input that was told in full before: exit code 2 without another word.
    Told,
}

impl Failure {
    /// What was given cannot be used.
    pub fn input(sentence: impl Into<String>) -> Self {
        Self::Input(sentence.into())
    }

    /// It could not be done.
    pub fn failed(sentence: impl Into<String>) -> Self {
        Self::Failed(sentence.into())
    }

    /// A file that could not be read or written, and what the system said.
    pub fn file(what: &str, path: &std::path::Path, said: &std::io::Error) -> Self {
        Self::failed(format!("cannot {what} {}: {said}", path.display()))
    }

    /// Says it on standard error and gives the exit code.
    pub fn tell(&self) -> ExitCode {
        match self {
            Self::Input(sentence) => {
                print::error(sentence);
                ExitCode::from(2)
            }
            Self::Failed(sentence) => {
                print::error(sentence);
                ExitCode::from(1)
            }
            Self::Told => ExitCode::from(2),
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Input(error.to_string().trim_end().to_owned())
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast_ref::<storage::OpenError>() {
            Some(open) => open.clone().into(),
            None => Self::Failed(one_line(&format!("{error:#}"))),
        }
    }
}

impl From<storage::OpenError> for Failure {
    fn from(error: storage::OpenError) -> Self {
        match error {
            storage::OpenError::UnknownScheme | storage::OpenError::NoFile => Self::Input(error.to_string()),
            storage::OpenError::Refused(_) => Self::Failed(one_line(&error.to_string())),
        }
    }
}

/// Databases speak in several lines.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl From<storage::StoreError> for Failure {
    fn from(error: storage::StoreError) -> Self {
        AppError::from(error).into()
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Invalid(faults) => Self::Input(listed("this cannot be used:", faults.iter().map(told))),
            AppError::Refused { reasons, .. } => {
                Self::Failed(listed("refused:", reasons.iter().map(|r| r.detail.clone())))
            }
            AppError::Busy => Self::failed("the database is busy or away; try again in a moment"),
            AppError::Internal(cause) => Self::Failed(format!("{cause:#}")),
            other => Self::Failed(other.to_string()),
        }
    }
}

/// The pointer of a fault names a field of an API's body; on the command line its last part is enough.
fn told(fault: &Fault) -> String {
    match fault.pointer.rsplit('/').next() {
        Some(field) if !field.is_empty() && !fault.detail.starts_with(field) => format!("{field}: {}", fault.detail),
        _ => fault.detail.clone(),
    }
}

fn listed(head: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<_> = lines.collect();
    if let [only] = lines.as_slice() {
        return only.clone();
    }
    lines.iter().fold(head.to_owned(), |mut text, line| {
        // Writing into a String cannot fail.
        let _ = write!(text, "\n  - {line}");
        text
    })
}
