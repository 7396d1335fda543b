//! A visitor's own mix of places: one calendar for several estates and stops, at an address that says which. Nobody's choice is stored.
//!
//! The address names places by their slugs (`m=o.lazek,p.plac-zabaw`), and slugs that were given up go on working, so a mix outlives renames and merges.
//! Order, doubles and a stop within a chosen estate make no difference: every spelling has one canonical form.

use std::collections::BTreeSet;

use vocabulary::Slug;

use crate::{Estate, Publication, Stop, Visit};

/// A mix holds so many places at most: whoever wants more wants the town.
pub const MOST_PLACES: usize = 40;

/// So long the text of a mix may be, in bytes.
pub const LONGEST_TEXT: usize = 4_000;

/// Places chosen, in their canonical form.
#[derive(Debug, Clone, PartialEq)]
pub struct Mix<'a> {
    estates: Vec<&'a Estate>,
    stops: Vec<&'a Stop>,
}

/// Why a text is no mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MixFault {
    /// Nothing in it is known.
    #[error("no place of it is known: name estates as o.SLUG and stops as p.SLUG, with commas between")]
    Nothing,
    /// It names too many places.
    #[error("name at most {MOST_PLACES} places, or subscribe to the whole town")]
    TooMany,
    /// It is too long to be read.
    #[error("a mix is at most {LONGEST_TEXT} bytes long")]
    TooLong,
}

impl<'a> Mix<'a> {
    /// Reads what stands in an address. Unknown places are passed over, so that no subscription ends because one of its places does.
    pub fn read(publication: &'a Publication, text: &str) -> Result<Self, MixFault> {
        if text.len() > LONGEST_TEXT {
            return Err(MixFault::TooLong);
        }
        let (mut estates, mut stops) = (BTreeSet::new(), BTreeSet::new());
        for name in text.split([',', ' ', '+']) {
            match name.split_once('.') {
                Some(("o", slug)) => estates.extend(known(slug, |slug| publication.estate(slug)).map(|e| &e.slug)),
                Some(("p", slug)) => stops.extend(known(slug, |slug| publication.stop(slug)).map(|s| &s.slug)),
                _ => {}
            }
        }
        let estates: Vec<&Estate> = estates
            .into_iter()
            .filter_map(|slug| publication.estate(slug))
            .collect();
        let covered = |stop: &&Stop| estates.iter().any(|estate| estate.slug == stop.estate);
        let stops = stops.into_iter().filter_map(|slug| publication.stop(slug));
        let stops: Vec<&Stop> = stops.filter(|stop| !covered(stop)).collect();
        match estates.len() + stops.len() {
            0 => Err(MixFault::Nothing),
            1..=MOST_PLACES => Ok(Self { estates, stops }),
            _ => Err(MixFault::TooMany),
        }
    }

    /// The estates, by slug.
    pub fn estates(&self) -> &[&'a Estate] {
        &self.estates
    }

    /// The stops that lie in none of the estates, by slug.
    pub fn stops(&self) -> &[&'a Stop] {
        &self.stops
    }

    /// The names of its places, estates first.
    pub fn names(&self) -> Vec<&'a str> {
        let estates = self.estates.iter().map(|estate| estate.name.as_str());
        estates
            .chain(self.stops.iter().map(|stop| stop.name.as_str()))
            .collect()
    }

    /// The one text of this mix: `o.lazek,p.plac-zabaw`.
    pub fn text(&self) -> String {
        let estates = self.estates.iter().map(|estate| estate_key(&estate.slug));
        let all: Vec<String> = estates
            .chain(self.stops.iter().map(|stop| stop_key(&stop.slug)))
            .collect();
        all.join(",")
    }

    /// Whether a visit belongs to it.
    pub fn holds(&self, publication: &Publication, visit: &Visit) -> bool {
        let stop = publication.stop_of(visit);
        self.estates.iter().any(|estate| estate.slug == stop.estate)
            || self.stops.iter().any(|chosen| chosen.slug == stop.slug)
    }
}

fn known<T>(slug: &str, find: impl FnOnce(&Slug) -> Option<T>) -> Option<T> {
    find(&slug.parse().ok()?)
}

/// How an estate is named in a mix.
pub fn estate_key(slug: &Slug) -> String {
    format!("o.{slug}")
}

/// How a stop is named in a mix.
pub fn stop_key(slug: &Slug) -> String {
    format!("p.{slug}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn every_spelling_has_one_form() {
        let mut data = examples::data();
        data.estate_aliases
            .insert("stary-lazek".parse().unwrap(), "lazek".parse().unwrap());
        let publication = Publication::build(data).unwrap();
        let stop = publication
            .data()
            .stops
            .iter()
            .find(|stop| stop.estate.as_str() != "lazek")
            .unwrap();
        let within = publication
            .stops_of_estate(&"lazek".parse().unwrap())
            .next()
            .unwrap()
            .slug
            .clone();
        let stop = &stop.slug;
        let canonical = format!("o.lazek,p.{stop}");
        for text in [
            canonical.clone(),
            format!("p.{stop},o.lazek"),
            format!("p.{stop} o.lazek o.lazek"),
            format!(",,o.stary-lazek,p.{stop},p.{within},x.y,o.,p.NIE,o.nie-ma"),
        ] {
            let mix = Mix::read(&publication, &text).unwrap();
            assert_eq!(mix.text(), canonical, "{text}");
            assert_eq!(mix.names()[0], "Łazek");
        }
    }

    #[test]
    fn what_is_no_mix() {
        let publication = examples::publication();
        for (text, fault) in [
            (String::new(), MixFault::Nothing),
            ("lazek".to_owned(), MixFault::Nothing),
            ("o.nie-ma".to_owned(), MixFault::Nothing),
            ("o.lazek,".repeat(600), MixFault::TooLong),
        ] {
            assert_eq!(Mix::read(&publication, &text).unwrap_err(), fault, "{text}");
        }
        let mut data = examples::data();
        let first = data.estates[0].clone();
        for number in 0..=MOST_PLACES {
            let slug: Slug = format!("osiedle-{number}").parse().unwrap();
            data.estates.push(Estate {
                slug,
                name: format!("Osiedle {number}"),
                ..first.clone()
            });
        }
        let publication = Publication::build(data).unwrap();
        let all: Vec<String> = publication
            .data()
            .estates
            .iter()
            .map(|estate| estate_key(&estate.slug))
            .collect();
        assert_eq!(Mix::read(&publication, &all.join(",")).unwrap_err(), MixFault::TooMany);
        assert!(Mix::read(&publication, &all[..MOST_PLACES].join(",")).is_ok());
    }

    #[test]
    fn it_holds_the_visits_of_its_places() {
        let publication = examples::publication();
        let mix = Mix::read(&publication, "o.lazek").unwrap();
        let held: Vec<_> = publication
            .visits()
            .iter()
            .filter(|visit| mix.holds(&publication, visit))
            .collect();
        let lazek = "lazek".parse().unwrap();
        let of_estate: Vec<_> = publication.visits_of_estate(&lazek).collect();
        assert_eq!(held, of_estate);
    }
}
