//! A plan as pictures: the route of a day (`day`), the chart of a season (`season`). Plan and problem in, SVG text out.
//!
//! The same plan gives the same bytes. What this does *not* know: files, HTTP, which page a picture stands on. Colours are names
//! (CSS custom properties): a page has its own, light, dark or for paper; a picture that is a file of its own brings them along.

mod day;
mod labels;
mod season;
mod svg;

pub use day::route;
pub use season::{Part, chart};
pub use svg::For;

use route_planning::{Plan, ProblemParts};
use season_files::{Season, Stop};
use vocabulary::Slug;
use wording::Words;

/// What a picture is made of.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The language.
    pub words: Words,
    /// For the names.
    pub season: &'a Season,
    /// What was asked of the planner.
    pub parts: &'a ProblemParts,
    /// What it answered.
    pub plan: &'a Plan,
    /// Whether the picture is a file of its own.
    pub place: For,
}

impl Sheet<'_> {
    /// What people call a stop; a depot goes by its kind.
    fn stop(&self, slug: &Slug) -> String {
        match self.season.stop(slug) {
            Some(stop) => distinct_name(self.season, stop),
            None if self.parts.depots.iter().any(|depot| depot.slug == *slug) => self.words.drawings().depot(),
            None => slug.to_string(),
        }
    }

    fn bus(&self, slug: &Slug) -> String {
        let bus = self.season.settings.buses.iter().find(|bus| bus.slug == *slug);
        bus.map_or_else(|| slug.to_string(), |bus| bus.name.clone())
    }

    /// The place of a bus among the buses, from 0.
    fn bus_number(&self, slug: &Slug) -> usize {
        let place = self.parts.buses.iter().position(|bus| bus.slug == *slug);
        place.unwrap_or_default()
    }
}

/// The name of a stop, with its estate where another stop goes by the same name ("a place to be agreed").
pub fn distinct_name(season: &Season, stop: &Stop) -> String {
    let shared = season
        .stops
        .iter()
        .any(|other| other.slug != stop.slug && other.name == stop.name);
    let estate = stop.estate.as_ref().filter(|_| shared);
    match estate.and_then(|slug| season.estate(slug)) {
        Some(estate) => format!("{} ({})", stop.name, estate.name),
        None => stop.name.clone(),
    }
}

#[cfg(test)]
mod tests;
