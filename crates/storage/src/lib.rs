//! Every row and every query of Świetlicobus, written once for SQLite and PostgreSQL.
//!
//! [`Store`] opens either database by its address. [`Store::read`] and [`Store::write`] hand a [`Db`] to a closure, which
//! passes it to the functions of the modules below; one closure is one transaction. They take and give plain structs with
//! the types of `vocabulary`; rows and SQL stay in here.
//!
//! What this crate does *not* know: a clock (`now` is handed in), randomness (ids are handed in), who may do what, HTTP,
//! and what the [`Json`] texts mean. It decides nothing but what must never be false in the data: CHECK, UNIQUE and FOREIGN
//! KEY in `migrations/`, and the order in which scarce rows are held ([`signups`]).
#![forbid(unsafe_code)]

pub mod absences;
pub mod announcements;
pub mod audit;
mod backup;
pub mod barriers;

pub mod certificates;
mod column;
pub mod covers;
pub mod crew_proposals;
mod db;
pub mod erasure;
mod error;
pub mod estates;
pub mod events;
pub mod feeds;
pub mod followers;
pub mod idempotency;
pub mod links;
pub mod messages;
mod migrate;
mod page;
pub mod people;
pub mod plans;
pub mod pushes;
pub mod releases;
pub mod requests;
pub mod roster_rules;
mod row;
mod schema;
pub mod seasons;
pub mod service;
pub mod shifts;
pub mod signups;
mod slugs;
pub mod stops;
mod store;
pub mod swaps;
mod text;
pub mod tokens;
pub mod town;
pub mod travel_matrices;
pub mod visits;
pub mod worked;

pub use absences::Absence;
pub use announcements::Announcement;
pub use audit::{AuditRecord, NumberedRecord};
pub use barriers::Barrier;

pub use backup::{Backup, BackupError};
pub use certificates::{Certificate, CertificateAsk};
pub use covers::CoverAsk;
pub use crew_proposals::CrewProposal;
pub use db::Db;
pub use error::{CallError, Conflict, Rule, StoreError};
pub use estates::Estate;
pub use events::Event;
pub use feeds::PersonalFeed;
pub use followers::{Follow, Follower};
pub use idempotency::Attempt;
pub use links::Link;
pub use messages::{Ending, Message};
pub use migrate::MigrateError;
pub use page::{Guarded, Page, Paged, whole};
pub use people::{HeldPerson, Person, fold_email};
pub use plans::{Claimed, Kept, NewPlan, Plan, PlanFailure, Pulse};
pub use pushes::Push;
pub use releases::{PublicRevision, Release};
pub use requests::Request;
pub use roster_rules::RosterRules;
pub use seasons::{Season, WholeSeason};
pub use shifts::{CrewMember, Shift, ShiftOfVisit, StaffedShift, StaffedVisit};
pub use signups::{Act, Beginning, Begun, Signup, SignupChange, SignupOfPerson, Stepped};
pub use stops::Stop;
pub use store::{OpenError, Store, StoreOptions};
pub use swaps::Swap;
pub use text::{Json, PasswordHash, TokenHash};
pub use tokens::{RefreshToken, Rotation, Successor};
pub use town::{Street, Town};
pub use travel_matrices::TravelMatrix;
pub use visits::Visit;
pub use worked::Worked;
