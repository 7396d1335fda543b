//! The page in place of one that is not there, or no more: what may have been meant, and what took its place.

use vocabulary::{Day, Slug};

use super::{Link, MissingView, Pages, search};
use crate::{addresses, search::nearest};

/// What somebody looked for in vain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost<'a> {
    /// An estate, by what stood in its address.
    Estate(&'a str),
    /// A stop, by what stood in its address.
    Stop(&'a str),
    /// A visit that never was.
    Visit,
    /// Any other page, by its path.
    Page(&'a str),
    /// A visit of a season that is shown no more.
    FormerVisit {
        /// The season's name.
        season: &'a str,
        /// The stop's name.
        stop: &'a str,
        /// Its day.
        day: Day,
        /// The stop as it is found now, if it still is one.
        at: Option<&'a Slug>,
    },
    /// A stop that is none any more, by its name.
    FormerStop(&'a str),
}

impl Lost<'_> {
    /// Whether it once was there.
    pub const fn is_former(&self) -> bool {
        matches!(self, Self::FormerVisit { .. } | Self::FormerStop(_))
    }

    /// What to look for in its place.
    pub const fn text(&self) -> &str {
        match self {
            Self::Estate(text) | Self::Stop(text) | Self::Page(text) | Self::FormerStop(text) => text,
            Self::FormerVisit { stop, .. } => stop,
            Self::Visit => "",
        }
    }
}

pub(super) fn missing(pages: &Pages<'_>, lost: &Lost<'_>) -> MissingView {
    let words = pages.words.missing();
    let heading = match lost {
        Lost::Estate(_) => words.estate_heading(),
        Lost::Stop(_) => words.stop_heading(),
        Lost::Visit => words.visit_heading(),
        Lost::Page(_) => words.page_heading(),
        Lost::FormerVisit { .. } => words.former_visit_heading(),
        Lost::FormerStop(_) => words.former_stop_heading(),
    };
    let hits = nearest(pages.publication, pages.language(), lost.text());
    let now = match lost {
        Lost::FormerVisit { at: Some(slug), .. } => pages.publication.stop(slug).map(|stop| pages.stop_link(stop)),
        _ => None,
    };
    let first = match lost {
        Lost::FormerVisit { season, stop, day, .. } => {
            words.former_visit(season, stop, &pages.words.dates().long(*day))
        }
        Lost::FormerStop(name) => words.former_stop(name),
        Lost::Estate(_) | Lost::Stop(_) | Lost::Visit | Lost::Page(_) => words.mistyped(),
    };
    let next = match (&now, hits.is_empty()) {
        (Some(_), _) => None,
        (None, true) => Some(words.look()),
        (None, false) => Some(words.nearest()),
    };
    MissingView {
        frame: pages.frame(pages.window_title(&heading), heading.clone(), |language| {
            match (lost, text_as_slug(lost)) {
                (Lost::Estate(_), Some(slug)) => addresses::estate(language, &slug),
                (Lost::Stop(_), Some(slug)) => addresses::stop(language, &slug),
                _ => addresses::home(language),
            }
        }),
        heading,
        sentences: [Some(first), next].into_iter().flatten().collect(),
        now: now.map(|link| Link {
            text: words.now_at(&link.text),
            ..link
        }),
        hits: hits.iter().map(|hit| search::view(pages, hit)).collect(),
        estates: pages.estate_lines(),
    }
}

/// Only what may stand in an address goes into one again.
fn text_as_slug(lost: &Lost<'_>) -> Option<Slug> {
    lost.text().parse().ok()
}
