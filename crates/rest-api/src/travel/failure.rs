//! Why there is no travel matrix. Stored with a plan that failed for it, so that pages can say it in their language.

use serde::{Deserialize, Serialize};
use vocabulary::Slug;

/// Of pairs and places without a way so many are kept with a failed plan; how many there are is always told.
pub(super) const MOST_TOLD: usize = 200;

/// A point that lies too far from any road that the engine knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffRoad {
    /// Which.
    pub place: Slug,
    /// Metres to the nearest road.
    pub metres: u32,
}

/// Why there is no travel matrix. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum TravelFailure {
    /// Nobody answered in time, or only with "busy" and "broken", however often it was asked.
    #[error("{engine} cannot be reached at {address}, asked {tries} time(s), last answer: {said}")]
    Unreachable {
        /// OSRM or Valhalla.
        engine: String,
        /// The configured address.
        address: String,
        /// How often it was asked.
        tries: u32,
        /// The last that was heard.
        said: String,
    },
    /// The engine refused the question; asking again would not help.
    #[error("{engine} at {address} refuses the question: {said}")]
    Refused {
        /// OSRM or Valhalla.
        engine: String,
        /// The configured address.
        address: String,
        /// Its reason.
        said: String,
    },
    /// The answer is none that this engine gives.
    #[error("{engine} at {address} gave an answer that makes no sense: {said}")]
    Unreadable {
        /// OSRM or Valhalla.
        engine: String,
        /// The configured address.
        address: String,
        /// What is wrong with it.
        said: String,
    },
    /// Some ways are unknown.
    #[error("{}", told(pairs, *more_pairs, places, *more_places))]
    Gaps {
        /// From and to of each pair without a way, the first `MOST_TOLD`.
        pairs: Vec<(Slug, Slug)>,
        /// How many more there are.
        more_pairs: usize,
        /// Points too far from any road, the first `MOST_TOLD`.
        places: Vec<OffRoad>,
        /// How many more there are.
        more_places: usize,
    },
    /// The plan waited for an engine, and this server has none in its settings (any more).
    #[error("no routing engine is set on this server (travel.engine)")]
    NoEngine,
    /// Whoever asked wants no answer any more.
    #[error("stopped before the engine had answered")]
    Stopped,
}

impl TravelFailure {
    /// Ways that are missing. At most `MOST_TOLD` of each kind are kept by name.
    pub fn gaps(mut pairs: Vec<(Slug, Slug)>, mut places: Vec<OffRoad>) -> Self {
        let (more_pairs, more_places) = (
            pairs.len().saturating_sub(MOST_TOLD),
            places.len().saturating_sub(MOST_TOLD),
        );
        pairs.truncate(MOST_TOLD);
        places.truncate(MOST_TOLD);
        Self::Gaps {
            pairs,
            more_pairs,
            places,
            more_places,
        }
    }
}

fn told(pairs: &[(Slug, Slug)], more_pairs: usize, places: &[OffRoad], more_places: usize) -> String {
    let mut sentences = Vec::new();
    let and_more = |more: usize| {
        if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        }
    };
    if !places.is_empty() {
        let each = places.iter().map(|p| format!("{} ({} m)", p.place, p.metres));
        let list = each.collect::<Vec<_>>().join(", ");
        sentences.push(format!("too far from any road: {list}{}", and_more(more_places)));
    }
    if !pairs.is_empty() {
        let each = pairs.iter().map(|(from, to)| format!("{from} to {to}"));
        let list = each.collect::<Vec<_>>().join(", ");
        sentences.push(format!("no way by road: {list}{}", and_more(more_pairs)));
    }
    sentences.join("; ")
}
