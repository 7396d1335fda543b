//! The places that the service knows.

use askama::Template;
use vocabulary::{Slug, StopId};

use super::Frame;

/// `/koordynator/miejsca`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/places.html")]
pub struct PlacesPage {
    /// What stands around.
    pub frame: Frame,
    /// Estates with their stops, by name; the last may be stops without an estate.
    pub estates: Vec<EstateOfStops>,
    /// The stop that is chosen to go, or empty.
    pub gone: String,
    /// The stop that is chosen to stay, or empty.
    pub stays: String,
    /// What merging them would do, where both are chosen.
    pub merge: Option<MergeOffer>,
    /// Whether something was chosen that is no stop.
    pub not_chosen: bool,
}

/// An estate, or the stops without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EstateOfStops {
    /// Its name.
    pub name: String,
    /// Its stops, by name.
    pub stops: Vec<StopOfEstate>,
}

/// A stop in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopOfEstate {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its address, or empty.
    pub address: String,
    /// Whether it has a point of its own.
    pub on_map: bool,
    /// Whether the public knows it.
    pub public: bool,
}

/// What merging two stops would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeOffer {
    /// The stop that goes.
    pub gone: StopId,
    /// Its name.
    pub gone_name: String,
    /// The version that was looked at.
    pub version: u32,
    /// The stop that stays.
    pub stays: StopId,
    /// Its name.
    pub stays_name: String,
    /// So many visits change over.
    pub visits: usize,
    /// What keeps it from being done, in words; empty: it can be.
    pub obstacles: Vec<String>,
}
