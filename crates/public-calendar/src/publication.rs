//! What the public may see: a release and its live state, as one revision.
//!
//! No type here has a field for a person: no name, no telephone, no sign-up. A test compares the list of all fields, so that a
//! new one is looked at with that in mind.

mod checks;
mod data;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vocabulary::{Slug, Timestamp, VisitId};

use crate::{Moment, search::Names};

pub use checks::{Fault, PublicationFaults};
pub use data::{
    Delay, Estate, Event, MovedFrom, PublicationData, Season, Service, Shape, SiteFacts, Stop, Street, Theme, VERSION,
    Visit,
};

/// A checked publication: every reference resolves, every visit has an instant, names are unique. Visits stand in the order
/// of time.
///
/// Read from JSON it is checked again, so a damaged row is refused and never shown by half.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "PublicationData")]
pub struct Publication {
    data: PublicationData,
    estates: BTreeMap<Slug, usize>,
    stops: BTreeMap<Slug, usize>,
    visits: BTreeMap<VisitId, usize>,
    names: Names,
}

impl Publication {
    /// Checks the whole, giving all faults at once.
    pub fn build(mut data: PublicationData) -> Result<Self, PublicationFaults> {
        data.visits.sort_by(|a, b| a.order().cmp(&b.order()));
        data.themes.sort_by_key(|theme| theme.first);
        data.events.sort_by_key(|event| event.first);
        checks::check(&data)?;
        let places = |slugs: Vec<&Slug>| slugs.into_iter().cloned().zip(0..).collect();
        Ok(Self {
            estates: places(data.estates.iter().map(|estate| &estate.slug).collect()),
            stops: places(data.stops.iter().map(|stop| &stop.slug).collect()),
            visits: data.visits.iter().map(|visit| visit.id.clone()).zip(0..).collect(),
            names: Names::of(&data),
            data,
        })
    }

    /// Everything it holds, as plain values.
    pub fn data(&self) -> &PublicationData {
        &self.data
    }

    /// Every name as the search reads it.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// All visits in the order of time.
    pub fn visits(&self) -> &[Visit] {
        &self.data.visits
    }

    /// The estate of this slug or of a slug it once had; compare slugs to see whether to redirect.
    pub fn estate(&self, slug: &Slug) -> Option<&Estate> {
        let current = self.data.estate_aliases.get(slug).unwrap_or(slug);
        self.estates.get(current).map(|place| &self.data.estates[*place])
    }

    /// The stop of this slug or of a slug it once had; compare slugs to see whether to redirect.
    pub fn stop(&self, slug: &Slug) -> Option<&Stop> {
        let current = self.data.stop_aliases.get(slug).unwrap_or(slug);
        self.stops.get(current).map(|place| &self.data.stops[*place])
    }

    /// The visit of this id.
    pub fn visit(&self, id: &VisitId) -> Option<&Visit> {
        self.visits.get(id).map(|place| &self.data.visits[*place])
    }

    /// The stop of a visit. `visit` is one of this publication's.
    pub fn stop_of(&self, visit: &Visit) -> &Stop {
        &self.data.stops[self.stops[&visit.stop]]
    }

    /// The estate of a stop. `stop` is one of this publication's.
    pub fn estate_of(&self, stop: &Stop) -> &Estate {
        &self.data.estates[self.estates[&stop.estate]]
    }

    /// The stops of an estate, in the order given.
    pub fn stops_of_estate<'a>(&'a self, estate: &'a Slug) -> impl Iterator<Item = &'a Stop> {
        self.data.stops.iter().filter(move |stop| stop.estate == *estate)
    }

    /// The visits of a stop in the order of time.
    pub fn visits_of_stop<'a>(&'a self, stop: &'a Slug) -> impl Iterator<Item = &'a Visit> {
        self.visits().iter().filter(move |visit| visit.stop == *stop)
    }

    /// The visits of an estate in the order of time.
    pub fn visits_of_estate<'a>(&'a self, estate: &'a Slug) -> impl Iterator<Item = &'a Visit> {
        self.visits()
            .iter()
            .filter(move |visit| self.stop_of(visit).estate == *estate)
    }

    /// The visits that are not over at a moment, cancelled ones included, in the order of time.
    pub fn ahead(&self, from: Moment) -> impl Iterator<Item = &Visit> {
        self.visits().iter().filter(move |visit| !from.is_after(visit))
    }

    /// The theme of the week in which the day lies.
    pub fn theme_on(&self, day: vocabulary::Day) -> Option<&Theme> {
        self.data
            .themes
            .iter()
            .find(|theme| theme.first <= day && day <= theme.last)
    }

    /// What to bring on that day: what holds all season, and what the week adds.
    pub fn bring_on(&self, day: vocabulary::Day) -> Option<String> {
        let week = self.theme_on(day).and_then(|theme| theme.bring.as_deref());
        let both: Vec<&str> = self.data.season.bring.as_deref().into_iter().chain(week).collect();
        (!both.is_empty()).then(|| both.join("; "))
    }

    /// Events of others that touch that day.
    pub fn events_on(&self, day: vocabulary::Day) -> impl Iterator<Item = &Event> {
        let on = move |event: &&Event| event.first <= day && day <= event.last;
        self.data.events.iter().filter(on)
    }

    /// The instants of a visit's public start and end.
    pub fn instants(&self, visit: &Visit) -> (Timestamp, Timestamp) {
        let resolve = |minute| {
            let resolved = self.data.zone.resolve(visit.day, minute);
            #[allow(clippy::expect_used)]
            resolved.expect("a publication with a visit in a gap of the clocks is not built")
        };
        (resolve(visit.window.start()), resolve(visit.window.end()))
    }

    /// An absolute address of the service from a path that starts with `/`.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.data.service.base_address)
    }
}

impl TryFrom<PublicationData> for Publication {
    type Error = PublicationFaults;

    fn try_from(data: PublicationData) -> Result<Self, PublicationFaults> {
        Self::build(data)
    }
}

impl Serialize for Publication {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.data.serialize(serializer)
    }
}

#[cfg(test)]
mod tests;
