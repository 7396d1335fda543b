//! What people are told about accounts: that somebody registered, was approved, asks for erasure, was not seen for long.

use serde::{Deserialize, Serialize};
use storage::Db;
use vocabulary::{Day, MessageKind, PersonId, Timestamp};

use super::{AppError, tell};

/// About an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about")]
pub enum AccountNotice {
    /// To who registered, or was brought in from a table: set your password.
    #[serde(rename = "account-first-password")]
    FirstPassword {
        /// Whether staff brought them in; else they registered themselves.
        invited: bool,
        /// Whether the link is left out. It is made of what is known of the account and stands in no message.
        #[serde(default)]
        without_link: bool,
    },
    /// To whose address somebody typed who registered: you have an account.
    #[serde(rename = "account-known")]
    KnownAddress,
    /// Staff said yes.
    #[serde(rename = "account-approved")]
    Approved {
        /// Whether the link to set a password is left out, where there is none yet.
        #[serde(default)]
        without_link: bool,
    },
    /// For staff: somebody who registered waits.
    #[serde(rename = "account-waits")]
    Waits {
        /// Who.
        person: PersonId,
    },
    /// For staff: somebody asks for their data to be erased.
    #[serde(rename = "account-erasure-asked")]
    ErasureAsked {
        /// Who.
        person: PersonId,
    },
    /// Not seen for long: the account will be erased unless they sign in.
    #[serde(rename = "account-idle")]
    Idle {
        /// On which day.
        on: Day,
    },
}

impl AccountNotice {
    /// What a matter begins with.
    pub fn word(&self) -> &'static str {
        match self {
            Self::FirstPassword { .. } => "first-password",
            Self::KnownAddress => "known",
            Self::Approved { .. } => "approved",
            Self::Waits { .. } => "waits",
            Self::ErasureAsked { .. } => "erasure",
            Self::Idle { .. } => "idle",
        }
    }

    /// The same without a link by which a password is set.
    pub(super) fn without_link(&self) -> Self {
        let without_link = true;
        match self {
            Self::FirstPassword { invited, .. } => Self::FirstPassword {
                invited: *invited,
                without_link,
            },
            Self::Approved { .. } => Self::Approved { without_link },
            Self::KnownAddress | Self::Waits { .. } | Self::ErasureAsked { .. } | Self::Idle { .. } => self.clone(),
        }
    }
}

/// Writes a letter about their own account to a person.
pub fn account(
    db: &mut Db,
    now: Timestamp,
    person: &PersonId,
    matter: String,
    notice: AccountNotice,
) -> Result<(), AppError> {
    tell(db, now, now, person, MessageKind::Account, matter, notice)
}

/// Writes a letter about somebody's account to every coordinator.
pub fn account_staff(db: &mut Db, now: Timestamp, about: &PersonId, notice: &AccountNotice) -> Result<(), AppError> {
    for staff in storage::people::staff(db)? {
        let matter = format!("{}:{about}:{now}:{staff}", notice.word());
        tell(db, now, now, &staff, MessageKind::Staff, matter, notice.clone())?;
    }
    Ok(())
}
