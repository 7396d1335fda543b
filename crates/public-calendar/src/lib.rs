//! What the public may see of a season: the [`Publication`], and pages, feeds, search and JSON as pure functions of it.
//!
//! What this crate does *not* know: a person (no type of it has a field that could hold one), a clock (the day is handed in
//! as a [`Moment`]), a database, HTML, HTTP. The same publication gives the same bytes for ever, so the bytes can be cached,
//! compared and held by a snapshot.
#![forbid(unsafe_code)]

pub mod addresses;
pub mod atom;
pub mod changes;
pub mod difference;
#[cfg(test)]
mod examples;
pub mod geojson;
pub mod ical;
pub mod json;
pub mod json_ld;
pub mod mix;
mod moment;
pub mod pages;
mod publication;
pub mod search;
pub mod sitemap;
pub mod sketch;
mod xml;

pub use moment::Moment;
pub use publication::{
    Delay, Estate, Event, Fault, MovedFrom, Publication, PublicationData, PublicationFaults, Season, Service, Shape,
    SiteFacts, Stop, Street, Theme, VERSION, Visit,
};
