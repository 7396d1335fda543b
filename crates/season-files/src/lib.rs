//! A season as a folder of files: `season.toml`, five CSV tables and, if wanted, a sketch of the town.
//!
//! [`read`] turns the bytes into a checked [`Season`], or into *every* fault with its place; [`write()`] turns a season back
//! into the same bytes each time. [`import`] reads the stop lists of others and proposes [`import::Changes`].
//!
//! What this crate does *not* know: a disk, a clock, a network, a database, a planner. The format is described for people
//! in docs/season-files.md and, for `season.toml`, in docs/season.schema.json.
#![forbid(unsafe_code)]

mod cell;
mod check;
mod fault;
mod files;
pub mod holidays;
pub mod import;
mod schema;
mod season;
mod settings;
mod sketch;
mod slugify;
mod table;
mod tables;
mod toml_read;
mod week;
mod words;

pub use fault::{Fault, FaultKind};
pub use files::{Files, read, write};
pub use schema::settings_schema;
pub use season::{
    DatedHours, Estate, Event, FixedVisit, Position, Request, RequestRules, Season, Stop, StopDetails, Street,
};
pub use settings::{
    Breaks, Bus, ClosedDay, Crew, CrewRule, DayOff, Defaults, Depot, OtherDepot, SchoolHoliday, Settings, Theme,
    Travel, Weights,
};
pub use sketch::Shape;
pub use slugify::{slugify, slugify_unique};
pub use week::{ParseWeekHoursError, WeekHours};
pub use words::{HolidayRule, Surface};

/// What a bus may carry at most, and so what a visit may take of it.
const MOST_LOAD: u32 = 100_000;
