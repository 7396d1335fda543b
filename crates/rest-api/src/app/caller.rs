//! Who asks, and what their role allows. Deny by default: a use case names the roles it is for in its first line.

use vocabulary::{AccountRole, PersonId, TokenId};
use wording::Language;

use super::AppError;

/// Somebody who is signed in, as their account stands at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// Their account.
    pub person: PersonId,
    /// What they are called on screen.
    pub name: String,
    /// What they may do.
    pub role: AccountRole,
    /// Their session.
    pub family: TokenId,
    /// Whether they registered themselves and staff has not said yes yet: such a caller sees their own data and nothing else.
    pub awaits_approval: bool,
    /// In which language they are spoken to.
    pub language: Language,
}

impl Caller {
    /// `NotAllowed` unless the caller's role is one of these and staff has approved the account.
    pub fn only(&self, roles: &[AccountRole]) -> Result<(), AppError> {
        if roles.contains(&self.role) && !self.awaits_approval {
            Ok(())
        } else {
            Err(AppError::NotAllowed)
        }
    }

    /// `NotAllowed` unless the caller is a coordinator.
    pub fn coordinator(&self) -> Result<(), AppError> {
        self.only(&[AccountRole::Coordinator])
    }

    /// `NotAllowed` unless the caller is staff: coordinator or animator.
    pub fn staff(&self) -> Result<(), AppError> {
        self.only(&[AccountRole::Coordinator, AccountRole::Animator])
    }
}

/// The language of a tag that a person or a message is stored with; Polish where this program does not speak it.
pub fn spoken_to(tag: &str) -> Language {
    Language::from_tag(tag).unwrap_or(Language::Polish)
}
