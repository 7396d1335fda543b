//! What somebody wants to see of the shifts that may be taken: an estate, a day, a half of the day.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use vocabulary::{Day, Minute};
use wording::Words;

use super::super::views::{HalfDay, ShiftFilter};
use crate::app::signups::Offer;

/// The question of the page, as it stands in the address. What cannot be read asks for nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Question {
    r#do: String,
    osiedle: String,
    dzien: String,
    pora: String,
}

impl Question {
    /// The last day to list, where one was asked for.
    pub(super) fn until(&self) -> Option<Day> {
        self.r#do.parse().ok()
    }

    /// What is to be seen, with the estates to choose from.
    pub(super) fn filter(&self, words: Words, offers: &[Offer]) -> ShiftFilter {
        let mut estates: Vec<String> = offers.iter().map(|offer| offer.place.estate.clone()).collect();
        estates.sort_by_cached_key(|name| words.language().sort_key(name));
        estates.dedup();
        ShiftFilter {
            estate: estates.iter().find(|name| **name == self.osiedle).cloned(),
            estates,
            day: self.dzien.parse().ok(),
            half: match self.pora.as_str() {
                "rano" => Some(HalfDay::Morning),
                "popoludnie" => Some(HalfDay::Afternoon),
                _ => None,
            },
        }
    }
}

impl ShiftFilter {
    /// Whether a shift is to be seen. One that begins before noon is of the morning, however long it lasts.
    pub(super) fn shows(&self, offer: &Offer) -> bool {
        let half = match offer.shift.crew_start < Minute::NOON {
            true => HalfDay::Morning,
            false => HalfDay::Afternoon,
        };
        self.estate.as_ref().is_none_or(|estate| *estate == offer.place.estate)
            && self.day.is_none_or(|day| day == offer.shift.crew_day)
            && self.half.is_none_or(|wanted| wanted == half)
    }

    /// The address of the same list up to a later day.
    pub(super) fn address(&self, until: Day) -> String {
        let mut address = format!("/dyzury?do={until}");
        let mut add = |name: &str, value: &str| {
            address.push_str(&format!("&{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
        };
        if let Some(estate) = &self.estate {
            add("osiedle", estate);
        }
        if let Some(half) = self.half {
            add("pora", half.word());
        }
        address.push_str("#wolne");
        address
    }
}
