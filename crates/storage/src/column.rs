//! How a value of the vocabulary lies in a column: always as one of the plain types that both databases know, so that no
//! custom SQL type is needed and the pure crates stay free of diesel.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use vocabulary::{
    AccountRole, AnnouncementId, AnnouncementState, BarrierId, Certainty, CertificateId, CoverAnswer, CrewRole, Day,
    DecidedBy, EstateId, EventEffect, EventId, FollowScope, FollowerId, LinkPurpose, MessageId, MessageKind,
    MessageState, Metres, Minute, Minutes, PersonId, PersonKind, PlanId, PlanKind, PlanState, PlanTravel, ProposalId,
    ProposalState, ReleaseId, RequestId, SeasonId, ShiftId, ShiftState, SignupId, SignupState, Slug, StopId, StopKind,
    StreetScope, SwapId, SwapState, Timestamp, TokenId, VisitId, VisitState, Zone,
};

use crate::{Json, PasswordHash, TokenHash};

/// A value and the plain type it is stored as.
pub(crate) trait Column: Sized {
    /// What the column holds.
    type Stored;

    /// To the column.
    fn store(&self) -> Self::Stored;

    /// From the column; the message says what was found when it is nothing this program writes.
    fn load(stored: Self::Stored) -> Result<Self, String>;
}

macro_rules! as_is {
    ($($plain:ty),+) => {$(
        impl Column for $plain {
            type Stored = $plain;

            fn store(&self) -> $plain {
                self.clone()
            }

            fn load(stored: $plain) -> Result<Self, String> {
                Ok(stored)
            }
        }
    )+};
}

as_is!(String, bool, f64, i64);

/// Ids and words are their own text, read back by their own parser.
macro_rules! as_text {
    ($($typed:ty),+) => {$(
        impl Column for $typed {
            type Stored = String;

            fn store(&self) -> String {
                self.to_string()
            }

            fn load(stored: String) -> Result<Self, String> {
                <$typed>::from_str(&stored).map_err(|e| e.to_string())
            }
        }
    )+};
}

as_text!(
    AccountRole,
    AnnouncementId,
    BarrierId,
    AnnouncementState,
    Certainty,
    CertificateId,
    CoverAnswer,
    CrewRole,
    FollowScope,
    FollowerId,
    LinkPurpose,
    MessageId,
    MessageKind,
    MessageState,
    PersonKind,
    ProposalId,
    ProposalState,
    SwapId,
    SwapState,
    EstateId,
    EventEffect,
    EventId,
    PersonId,
    PlanId,
    PlanKind,
    PlanState,
    PlanTravel,
    ReleaseId,
    RequestId,
    SeasonId,
    ShiftId,
    ShiftState,
    SignupId,
    SignupState,
    Slug,
    StopId,
    StopKind,
    StreetScope,
    TokenId,
    VisitId,
    VisitState,
    DecidedBy,
    Zone,
    // Decimal text: a seed fills all 64 bits, which no integer column of both databases holds.
    u64
);

macro_rules! wrapped_text {
    ($($wrapper:ident),+) => {$(
        impl Column for $wrapper {
            type Stored = String;

            fn store(&self) -> String {
                self.0.clone()
            }

            fn load(stored: String) -> Result<Self, String> {
                Ok(Self(stored))
            }
        }
    )+};
}

wrapped_text!(Json, PasswordHash, TokenHash);

impl Column for u32 {
    type Stored = i64;

    fn store(&self) -> i64 {
        i64::from(*self)
    }

    fn load(stored: i64) -> Result<Self, String> {
        Self::try_from(stored).map_err(|_| format!("{stored} is no count"))
    }
}

impl Column for Metres {
    type Stored = i64;

    fn store(&self) -> i64 {
        self.0.store()
    }

    fn load(stored: i64) -> Result<Self, String> {
        u32::load(stored).map(Self)
    }
}

impl Column for Minutes {
    type Stored = i64;

    fn store(&self) -> i64 {
        i64::from(self.get())
    }

    fn load(stored: i64) -> Result<Self, String> {
        u32::load(stored).map(Minutes)
    }
}

impl Column for Minute {
    type Stored = i32;

    fn store(&self) -> i32 {
        // A minute of the day is at most 1440.
        i32::try_from(self.get()).unwrap_or(1440)
    }

    fn load(stored: i32) -> Result<Self, String> {
        u32::try_from(stored)
            .ok()
            .and_then(Self::new)
            .ok_or_else(|| format!("{stored} is no minute of a day"))
    }
}

impl Column for Day {
    type Stored = NaiveDate;

    fn store(&self) -> NaiveDate {
        self.date()
    }

    fn load(stored: NaiveDate) -> Result<Self, String> {
        Ok(stored.into())
    }
}

impl Column for Timestamp {
    type Stored = NaiveDateTime;

    fn store(&self) -> NaiveDateTime {
        self.utc().naive_utc()
    }

    fn load(stored: NaiveDateTime) -> Result<Self, String> {
        Ok(stored.and_utc().into())
    }
}

/// A short list of words in one column, separated by spaces; nobody queries inside it.
impl<T: Column> Column for Option<T> {
    type Stored = Option<T::Stored>;

    fn store(&self) -> Self::Stored {
        self.as_ref().map(T::store)
    }

    fn load(stored: Self::Stored) -> Result<Self, String> {
        stored.map(T::load).transpose()
    }
}
