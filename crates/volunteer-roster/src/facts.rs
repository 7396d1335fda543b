//! The facts that the rules are told. Only what a rule reads stands here; names, addresses and the papers' contents do not.

mod papers;
mod person;
mod shift;

pub use papers::{
    Agreement, AgreementKind, Clearance, ClearancePart, Consent, Insurance, Paper, PsuTerms, StandardsRead,
};
pub use person::{Confirmation, Person, QualificationHeld, RoleHeld};
pub(crate) use shift::minutes_between;
pub use shift::{Commitment, CrewMember, DaySpan, Place, Shift, Signup};
pub use vocabulary::{PersonKind, Qualification, Tongue};
