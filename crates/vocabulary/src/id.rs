//! One type for each kind of id: `shf_` and a UUID (version 7 where the program makes it, so ids sort by time).
//!
//! Parsed once at the edge, then impossible to mix up. Making a UUID needs a clock and randomness, so it is done by the
//! caller and handed to `from_uuid`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Text that is no id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is not an id of the form {prefix}_ and 32 hexadecimal digits")]
pub struct IdError {
    /// What was given.
    pub given: String,
    /// The prefix that was expected, without its underscore.
    pub prefix: &'static str,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The letters before the underscore.
            pub const PREFIX: &'static str = $prefix;

            /// The id that bears this UUID.
            pub fn from_uuid(uuid: Uuid) -> Self {
                Self(format!("{}_{}", $prefix, uuid.simple()))
            }

            /// The text form.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let refuse = || IdError { given: text.to_owned(), prefix: $prefix };
                let digits = text.strip_prefix(concat!($prefix, "_")).ok_or_else(refuse)?;
                let canonical = digits.len() == 32 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
                if canonical { Ok(Self(text.to_owned())) } else { Err(refuse()) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A neighbourhood that people name (osiedle).
    EstateId = "est";
    /// A place in an estate where the bus parks.
    StopId = "stp";
    /// The dates in which the bus runs.
    SeasonId = "sea";
    /// A vehicle.
    BusId = "bus";
    /// What a stop asks for in a season.
    RequestId = "req";
    /// Something in town with a date.
    EventId = "evt";
    /// All visits of a season as the planner made them.
    PlanId = "pln";
    /// A numbered publication of a plan.
    ReleaseId = "rel";
    /// The bus at a stop on a date. Never reused: calendar UIDs are made of it.
    VisitId = "vis";
    /// A piece of work on a visit for one role.
    ShiftId = "shf";
    /// One person on one shift.
    SignupId = "sgn";
    /// Somebody with an account.
    PersonId = "per";
    /// A refresh token or its family.
    TokenId = "tok";
    /// An exchange of shifts between two people.
    SwapId = "swp";
    /// A certificate of hours, in one edition.
    CertificateId = "crt";
    /// Something to be sent.
    MessageId = "msg";
    /// A proposed crew.
    ProposalId = "prp";
    /// Somebody without an account who wants to be told of visits.
    FollowerId = "flw";
    /// What followers are to be told.
    AnnouncementId = "ann";
    /// A barrier that somebody told of.
    BarrierId = "bar";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trip_and_refusals() {
        let id = VisitId::from_uuid(Uuid::from_u128(7));
        assert_eq!(id.as_str().parse::<VisitId>().unwrap(), id);
        assert_eq!(id.as_str(), "vis_00000000000000000000000000000007");
        for bad in [
            "",
            "vis_",
            "shf_00000000000000000000000000000007",
            "vis_0000000000000000000000000000000G",
            "vis_7",
        ] {
            assert!(bad.parse::<VisitId>().is_err(), "{bad}");
        }
    }
}
