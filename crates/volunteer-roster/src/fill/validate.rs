//! Every fault of the parts at once.

use std::collections::{BTreeMap, BTreeSet};

use super::{Assignment, Fault, MOST_LANGUAGES, Parts, PersonIndex, Thing, VisitIndex, check};

const MOST_VISITS: u64 = 10_000;
const MOST_PEOPLE: u64 = 5_000;
const MOST_PAIRS: u64 = 20_000_000;
const MOST_ESTATES: u64 = 1_000;
const MOST_PRICE: u32 = 1_000_000;
const FARTHEST: i64 = 10_000_000_000;

/// All faults; empty: the parts can be made a problem of.
pub(super) fn faults(parts: &Parts) -> Vec<Fault> {
    let mut found = Found(Vec::new());
    sizes(parts, &mut found);
    for (at, visit) in parts.visits.iter().enumerate() {
        self::visit(parts, at, visit, &mut found);
    }
    for (at, person) in parts.people.iter().enumerate() {
        found.at_most(Thing::Share, at, u64::from(person.share), 10_000);
    }
    days(parts, &mut found);
    offers_and_bars(parts, &mut found);
    assignments(parts, &parts.pinned, Thing::Pin, &mut found);
    assignments(parts, &parts.standing, Thing::Standing, &mut found);
    rules_and_weights(parts, &mut found);
    if found.0.is_empty() && !parts.pinned.is_empty() {
        // Only now every number names something.
        let broken = check::broken_by(parts, &parts.pinned);
        found
            .0
            .extend(broken.into_iter().map(|violation| Fault::Pinned { violation }));
    }
    found.0
}

struct Found(Vec<Fault>);

impl Found {
    fn at_most(&mut self, thing: Thing, at: usize, found: u64, most: u64) {
        if found > most {
            self.0.push(Fault::TooLarge { thing, at, found, most });
        }
    }

    /// Whether both are there.
    fn named(&mut self, parts: &Parts, used_by: Thing, at: usize, person: PersonIndex, visit: VisitIndex) {
        for (thing, index, there) in [
            (Thing::Person, person.0, person.get() < parts.people.len()),
            (Thing::Visit, visit.0, visit.get() < parts.visits.len()),
        ] {
            if !there {
                self.0.push(Fault::Unknown {
                    thing,
                    index,
                    used_by,
                    at,
                });
            }
        }
    }
}

fn sizes(parts: &Parts, found: &mut Found) {
    let (visits, people) = (parts.visits.len() as u64, parts.people.len() as u64);
    for (thing, count, most) in [
        (Thing::Visit, visits, MOST_VISITS),
        (Thing::Person, people, MOST_PEOPLE),
        (Thing::Estate, u64::from(parts.rules.estates), MOST_ESTATES),
        (Thing::Offer, visits.saturating_mul(people), MOST_PAIRS),
    ] {
        if count > most {
            found.0.push(Fault::TooMany {
                thing,
                found: count,
                most,
            });
        }
    }
}

fn visit(parts: &Parts, at: usize, visit: &super::Visit, found: &mut Found) {
    let near = |time: i64| (-FARTHEST..=FARTHEST).contains(&time);
    if !near(visit.starts) || !near(visit.ends) || !(1..=1440).contains(&(visit.ends - visit.starts)) {
        found.0.push(Fault::Times {
            visit: at,
            starts: visit.starts,
            ends: visit.ends,
        });
    }
    if visit.estate >= parts.rules.estates {
        found.0.push(Fault::Unknown {
            thing: Thing::Estate,
            index: visit.estate,
            used_by: Thing::Visit,
            at,
        });
    }
    let all: u64 = visit.places.iter().map(|p| u64::from(p.wanted)).sum();
    found.at_most(Thing::Places, at, all, 100);
    for places in visit.places {
        if places.minimum > places.wanted {
            found.0.push(Fault::MinimumAboveWanted {
                visit: at,
                wanted: places.wanted,
                minimum: places.minimum,
            });
        }
    }
    let last = u32::BITS - visit.languages.leading_zeros();
    found.at_most(Thing::Language, at, u64::from(last), u64::from(MOST_LANGUAGES));
}

/// One day is in one week and one month.
fn days(parts: &Parts, found: &mut Found) {
    let mut known = BTreeMap::new();
    for (at, visit) in parts.visits.iter().enumerate() {
        let here = (visit.week, visit.month);
        if *known.entry(visit.day).or_insert(here) != here {
            found.0.push(Fault::DayInTwoWeeks { visit: at });
        }
    }
}

fn offers_and_bars(parts: &Parts, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (at, offer) in parts.offers.iter().enumerate() {
        found.named(parts, Thing::Offer, at, offer.person, offer.visit);
        found.at_most(Thing::Offer, at, u64::from(offer.price), u64::from(MOST_PRICE));
        if !seen.insert((offer.person, offer.visit)) {
            found.0.push(Fault::Twice {
                thing: Thing::Offer,
                at,
            });
        }
    }
    for (at, bar) in parts.bars.iter().enumerate() {
        found.named(parts, Thing::Bar, at, bar.person, bar.visit);
    }
}

fn assignments(parts: &Parts, all: &[Assignment], thing: Thing, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (at, one) in all.iter().enumerate() {
        found.named(parts, thing, at, one.person, one.visit);
        if !seen.insert((one.person, one.visit)) {
            found.0.push(Fault::Twice { thing, at });
        }
    }
}

fn rules_and_weights(parts: &Parts, found: &mut Found) {
    let rules = &parts.rules;
    found.at_most(Thing::RestMinutes, 0, u64::from(rules.rest_minutes), 10_080);
    for (at, minutes) in rules.travel_minutes.iter().enumerate() {
        found.at_most(Thing::TravelMinutes, at, u64::from(*minutes), 1440);
    }
    let expected = u64::from(rules.estates) * u64::from(rules.estates);
    if !rules.travel_minutes.is_empty() && rules.travel_minutes.len() as u64 != expected {
        found.0.push(Fault::TravelShape {
            estates: rules.estates,
            expected,
            found: rules.travel_minutes.len(),
        });
    }
    let weights = &parts.weights;
    let missing = weights.missing.iter().flat_map(|m| [m.to_minimum, m.to_wanted]);
    let others = [
        weights.no_first_aid,
        weights.no_language,
        weights.change_of_estate,
        weights.fair,
        weights.unfair,
        weights.fair_near,
        weights.change,
    ];
    for (at, weight) in missing.chain(others).enumerate() {
        found.at_most(Thing::Weight, at, u64::from(weight), u64::from(MOST_PRICE));
    }
}
