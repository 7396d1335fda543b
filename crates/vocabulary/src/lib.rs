//! The words of the product as types: ids, civil time, instants, places, and the closed lists that several crates must
//! agree on (roles, states).
//!
//! What this crate does *not* know: a clock, randomness, a database, a language. It holds only what at least two crates
//! share and what must exist once; a helper function that one crate needs belongs in that crate.
#![forbid(unsafe_code)]

mod civil;
mod id;
mod measure;
mod place;
mod sameness;
mod slug;
mod words;
mod zone;

pub use civil::{CivilWindow, CivilWindowError, Day, Minute, ParseDayError, ParseMinuteError, Weekday, Weekdays};
pub use id::{
    AnnouncementId, BarrierId, BusId, CertificateId, EstateId, EventId, FollowerId, IdError, MessageId, PersonId,
    PlanId, ProposalId, ReleaseId, RequestId, SeasonId, ShiftId, SignupId, StopId, SwapId, TokenId, VisitId,
};
pub use measure::{Metres, Minutes};
pub use place::{Coordinate, CoordinateError};
pub use sameness::Sameness;
pub use slug::{Slug, SlugError};
pub use words::{
    AccountRole, AnnouncementState, Certainty, CoverAnswer, CrewRole, DecidedBy, EventEffect, FollowScope, LinkPurpose,
    MessageKind, MessageState, PersonKind, PlanKind, PlanState, PlanTravel, ProposalState, Qualification, ShapeKind,
    ShiftState, SignupState, StopKind, StreetScope, SwapState, Tongue, TravelChoice, UnknownWord, VisitState,
};
pub use zone::{LocalTimeGap, Timestamp, UnknownZone, Zone};
