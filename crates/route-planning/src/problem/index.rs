//! Names to numbers: what the parts call by name, all else calls by its place in a row.

use std::collections::BTreeMap;

use vocabulary::{Day, Slug};

use super::parts::{ProblemParts, Stop};

/// Numbers of names. Neither days, places nor stops change where only rules do, so that one index serves all such problems.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) first_day: Day,
    pub(super) days: usize,
    pub(super) places: BTreeMap<Slug, usize>,
    stops: BTreeMap<Slug, usize>,
}

impl Index {
    pub(super) fn new(parts: &ProblemParts, first_day: Day) -> Self {
        let number = |slugs: &mut dyn Iterator<Item = &Slug>| slugs.cloned().enumerate().map(|(i, s)| (s, i)).collect();
        Self {
            first_day,
            days: parts.days.len(),
            places: number(&mut parts.travel.places.iter()),
            stops: number(&mut parts.stops.iter().map(|s| &s.slug)),
        }
    }

    /// The number of a stop, and what these parts say of it: all parts of the problem, or some of its stops.
    pub(super) fn stop<'a>(&self, parts: &'a ProblemParts, slug: &Slug) -> Option<(usize, &'a Stop)> {
        let number = *self.stops.get(slug)?;
        let here = |stop: &&Stop| stop.slug == *slug;
        let stop = parts.stops.get(number).filter(here);
        Some((number, stop.or_else(|| parts.stops.iter().find(here))?))
    }

    pub(super) fn number(&self, stop: &Slug) -> Option<usize> {
        self.stops.get(stop).copied()
    }

    /// The number of a day of the season.
    pub(super) fn day(&self, day: Day) -> Option<usize> {
        usize::try_from(self.first_day.days_until(day))
            .ok()
            .filter(|d| *d < self.days)
    }

    /// The number of a day, moved to the season's edge when outside.
    pub(super) fn day_within(&self, day: Day) -> u16 {
        let last = self.days.saturating_sub(1) as i64;
        self.first_day.days_until(day).clamp(0, last) as u16
    }
}
