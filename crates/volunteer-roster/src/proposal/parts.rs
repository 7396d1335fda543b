//! From the facts to the parts of the search.

use std::collections::{BTreeMap, BTreeSet};

use vocabulary::{Day, PersonId, Slug};

use super::{CrewAsk, CrewProblem, Hand, Obstacle, Opening, bits, limits, post};
use crate::{
    Ask, Assignment, Place, Refusal, decide_assignment,
    fill::{
        self, Bar, Fault, Kind, MissingPrice, Offer, Parts, PersonIndex, Places, Post, Violation, VisitIndex, Weights,
    },
    rules::travel,
};

/// What empty places, ways and unfairness cost; the house's proposal, with the proportions of the benchmark's season: a visit without
/// its leader or driver does not go, one with too few adults goes for fewer children, extra helpers are welcome.
const WEIGHTS: Weights = Weights {
    missing: [
        same_price(1000),
        same_price(600),
        same_price(1000),
        same_price(400),
        same_price(100),
    ],
    no_first_aid: 0,
    no_language: 40,
    change_of_estate: 3,
    fair: 4,
    unfair: 12,
    fair_near: 2,
    change: 0,
};

const fn same_price(price: u32) -> MissingPrice {
    MissingPrice {
        to_minimum: price,
        to_wanted: price,
    }
}

/// What stands against the rules already and is left out of the sums.
#[derive(Debug, Default, PartialEq, Eq)]
struct SetAside {
    people: BTreeSet<usize>,
    /// Visits whose crew is mixed against the rules.
    visits: BTreeSet<usize>,
}

impl CrewProblem {
    /// Reads the facts. `Err` holds faults that lie in their size alone: too many people, visits or places.
    pub fn build(ask: CrewAsk) -> Result<Self, Vec<Fault>> {
        let mut aside = SetAside::default();
        loop {
            let builder = Builder::new(&ask, &aside);
            let (parts, reasons) = builder.parts();
            let faults = match fill::Problem::build(parts) {
                Ok(problem) => return Ok(Self { ask, problem, reasons }),
                Err(faults) => faults,
            };
            // Each turn sets somebody or some visit more aside, so that there is a last one.
            if !aside.take(&faults) {
                return Err(faults);
            }
        }
    }
}

impl SetAside {
    /// Takes in what pins break; false if that is nothing new.
    fn take(&mut self, faults: &[Fault]) -> bool {
        let mut new = false;
        for fault in faults {
            let Fault::Pinned { violation } = fault else { continue };
            new |= match violation {
                Violation::Overlap { person, .. }
                | Violation::Travel { person, .. }
                | Violation::Rest { person, .. }
                | Violation::Day { person, .. }
                | Violation::Week { person, .. }
                | Violation::Month { person, .. }
                | Violation::Season { person }
                | Violation::DaysInRow { person, .. }
                | Violation::TwicePresent { person, .. }
                | Violation::NotOffered { person, .. } => self.people.insert(person.get()),
                Violation::WrongPost { assignment } | Violation::Barred { assignment, .. } => {
                    self.people.insert(assignment.person.get())
                }
                Violation::TooMany { visit, .. }
                | Violation::TooManyMinors { visit }
                | Violation::MinorsAlone { visit }
                | Violation::TooMuchUsefulWork { visit } => self.visits.insert(visit.get()),
                Violation::Unknown { .. } | Violation::PinNotKept { .. } | Violation::WrongCost { .. } => false,
            };
        }
        new
    }
}

struct Builder<'a> {
    ask: &'a CrewAsk,
    aside: &'a SetAside,
    /// The days of the visits; never empty where there is a visit.
    days: Vec<Day>,
    /// The openings of each visit.
    visits: Vec<Vec<usize>>,
    hands: BTreeMap<&'a PersonId, usize>,
    stops: Vec<&'a Place>,
    buses: Vec<&'a Slug>,
}

impl<'a> Builder<'a> {
    fn new(ask: &'a CrewAsk, aside: &'a SetAside) -> Self {
        let count = ask.openings.iter().map(|opening| opening.visit + 1).max().unwrap_or(0);
        let mut visits = vec![Vec::new(); count];
        for (at, opening) in ask.openings.iter().enumerate() {
            visits[opening.visit].push(at);
        }
        let days: BTreeSet<Day> = ask.openings.iter().map(|opening| opening.shift.day).collect();
        let mut stops: Vec<&Place> = ask
            .openings
            .iter()
            .filter_map(|opening| opening.shift.place.as_ref())
            .collect();
        stops.sort_by(|a, b| a.stop.cmp(&b.stop));
        stops.dedup_by(|a, b| a.stop == b.stop);
        let places = ask.openings.iter().filter_map(|opening| opening.shift.place.as_ref());
        let buses: BTreeSet<&Slug> = places.filter_map(|place| place.bus.as_ref()).collect();
        Self {
            ask,
            aside,
            days: days.into_iter().collect(),
            visits,
            hands: ask
                .hands
                .iter()
                .enumerate()
                .map(|(at, hand)| (&hand.person.id, at))
                .collect(),
            stops,
            buses: buses.into_iter().collect(),
        }
    }

    fn parts(&self) -> (Parts, Vec<Vec<Obstacle>>) {
        let pinned = self.pins();
        let mut parts = Parts {
            visits: (0..self.visits.len()).map(|visit| self.visit(visit, &pinned)).collect(),
            people: self
                .ask
                .hands
                .iter()
                .enumerate()
                .map(|(at, hand)| self.person(at, hand, &pinned))
                .collect(),
            offers: self.offers(&pinned),
            pinned,
            rules: self.rules(),
            weights: WEIGHTS,
            ..Parts::default()
        };
        let reasons = self.bars(&mut parts);
        self.share_out(&mut parts);
        (parts, reasons)
    }

    /// Everybody who holds a place and is not set aside, once a visit.
    fn pins(&self) -> Vec<fill::Assignment> {
        let mut pins: Vec<fill::Assignment> = Vec::new();
        let mut there = BTreeSet::new();
        for opening in &self.ask.openings {
            for person in opening.holders.iter().filter_map(|id| self.hands.get(id)) {
                let counted =
                    !self.aside.people.contains(person) && !self.is_mixed_against_the_rules(opening.visit, *person);
                if counted && there.insert((opening.visit, *person)) {
                    pins.push(fill::Assignment {
                        visit: index(opening.visit),
                        post: post(&opening.shift),
                        person: PersonIndex(*person as u32),
                    });
                }
            }
        }
        pins
    }

    fn is_mixed_against_the_rules(&self, visit: usize, hand: usize) -> bool {
        self.aside.visits.contains(&visit)
            && self
                .kind(hand)
                .is_some_and(|kind| matches!(kind, Kind::Minor | Kind::UsefulWork))
    }

    /// Whether the search counts every minor and everybody of socially useful work who is on a visit; if not, nobody more of them comes but
    /// whom its crew as it stands allows.
    fn mix_is_counted(&self, visit: usize) -> bool {
        let mut people = self
            .openings(visit)
            .flat_map(|opening| &opening.holders)
            .filter_map(|id| self.hands.get(id));
        let left_out = |hand: &usize| {
            let kind = self.kind(*hand);
            self.aside.people.contains(hand) && matches!(kind, Some(Kind::Minor | Kind::UsefulWork))
        };
        !self.aside.visits.contains(&visit) && !people.any(left_out)
    }

    fn kind(&self, hand: usize) -> Option<Kind> {
        let (hand, first) = (self.ask.hands.get(hand)?, self.days.first()?);
        Some(limits::kind(&hand.person, *first))
    }

    fn openings(&self, visit: usize) -> impl Iterator<Item = &'a Opening> + use<'a, '_> {
        self.visits[visit].iter().map(|at| &self.ask.openings[*at])
    }

    fn visit(&self, visit: usize, pinned: &[fill::Assignment]) -> fill::Visit {
        let mut places = [Places::default(); Post::COUNT];
        for pin in pinned.iter().filter(|pin| pin.visit == index(visit)) {
            places[pin.post.index()].wanted += 1;
        }
        for opening in self.openings(visit) {
            places[post(&opening.shift).index()].wanted += opening.free();
        }
        for post in Post::ALL.into_iter().filter(|post| *post != Post::ExtraHelper) {
            places[post.index()].minimum = places[post.index()].wanted;
        }
        let minutes =
            |of: fn(&Opening) -> vocabulary::Timestamp| self.openings(visit).map(move |o| of(o).unix_seconds() / 60);
        // A visit is made by its openings, so there is one.
        let first = self.openings(visit).next();
        let day = first.map(|opening| opening.shift.day);
        let number = |of: fn(Day) -> Day| day.map_or(0, |day| self.number(of(day)));
        let place = first.and_then(|opening| opening.shift.place.as_ref());
        fill::Visit {
            starts: minutes(|o| o.shift.starts).min().unwrap_or(0),
            ends: minutes(|o| o.shift.ends).max().unwrap_or(1),
            day: number(|day| day),
            week: number(|day| crate::DaySpan::week_of(day).first),
            month: number(|day| crate::DaySpan::month_of(day).first),
            estate: place.map_or(0, |place| self.stop(place)),
            bus: self.bus(visit, place),
            places,
            first_aid: false,
            languages: self
                .openings(visit)
                .fold(0, |all, opening| all | bits(&opening.tongues)),
        }
    }

    fn number(&self, day: Day) -> i32 {
        let first = self.days.first().copied().unwrap_or(day);
        first.days_until(day) as i32
    }

    fn stop(&self, place: &Place) -> u32 {
        self.stops
            .binary_search_by(|known| known.stop.cmp(&place.stop))
            .unwrap_or(0) as u32
    }

    /// A number for the bus; whoever comes on foot to a visit without one has a way to go.
    fn bus(&self, visit: usize, place: Option<&Place>) -> u32 {
        let bus = place.and_then(|place| place.bus.as_ref());
        let known = bus.and_then(|bus| self.buses.binary_search(&bus).ok());
        known.map_or(u32::MAX - visit as u32, |at| at as u32)
    }

    fn person(&self, at: usize, hand: &Hand, pinned: &[fill::Assignment]) -> fill::Person {
        let mut posts = [false; Post::COUNT];
        for pin in pinned.iter().filter(|pin| pin.person.get() == at) {
            posts[pin.post.index()] = true;
        }
        for opening in &self.ask.openings {
            let holds = |held: &crate::RoleHeld| {
                held.role == opening.shift.role && held.confirmed.counts() && !held.in_training
            };
            posts[post(&opening.shift).index()] |= hand.person.roles.iter().any(holds);
        }
        fill::Person {
            kind: self.kind(at).unwrap_or(Kind::Adult),
            posts,
            first_aid: false,
            languages: bits(&hand.person.tongues),
            limits: limits::of(hand, &self.ask.rules, &self.days),
            share: 0,
        }
    }

    /// Whoever is there has offered to come, whatever they say elsewhere.
    fn offers(&self, pinned: &[fill::Assignment]) -> Vec<Offer> {
        let there: BTreeSet<_> = pinned.iter().map(|pin| (pin.person, pin.visit)).collect();
        let mut offers = Vec::new();
        for (at, hand) in self.ask.hands.iter().enumerate() {
            for visit in 0..self.visits.len() {
                let (person, visit_index) = (PersonIndex(at as u32), index(visit));
                let said = hand.prices.get(visit).copied().flatten();
                let price = if there.contains(&(person, visit_index)) {
                    Some(0)
                } else {
                    said
                };
                offers.extend(price.map(|price| Offer {
                    person,
                    visit: visit_index,
                    price,
                }));
            }
        }
        offers
    }

    /// Bars whom the rules keep from the free places of a shift, and tells why.
    fn bars(&self, parts: &mut Parts) -> Vec<Vec<Obstacle>> {
        let mut reasons: Vec<Vec<Obstacle>> = Vec::new();
        let there: BTreeSet<_> = parts.pinned.iter().map(|pin| (pin.person, pin.visit)).collect();
        for offer in parts
            .offers
            .iter()
            .filter(|offer| !there.contains(&(offer.person, offer.visit)))
        {
            let hand = &self.ask.hands[offer.person.get()];
            for opening in self.openings(offer.visit.get()).filter(|opening| opening.free() > 0) {
                let post = post(&opening.shift);
                if !parts.people[offer.person.get()].posts[post.index()] {
                    continue;
                }
                let against = self.against(hand, opening);
                if !against.is_empty() {
                    parts.bars.push(Bar {
                        person: offer.person,
                        visit: offer.visit,
                        post,
                        reason: reasons.len() as u32,
                    });
                    reasons.push(against);
                }
            }
        }
        reasons
    }

    /// What stands against one person on one shift, whoever else is proposed.
    fn against(&self, hand: &Hand, opening: &Opening) -> Vec<Obstacle> {
        let id = &opening.shift.id;
        let own = hand
            .asked
            .iter()
            .find(|(shift, _)| shift == id)
            .map(|(_, state)| *state);
        let ask = Ask {
            shift: &opening.shift,
            person: &hand.person,
            commitments: &hand.commitments,
            own,
            rules: &self.ask.rules,
            now: self.ask.now,
        };
        let of_the_crew = |refusal: &Refusal| {
            let mixed = matches!(
                refusal,
                Refusal::NoAdultOfStaff | Refusal::TooManyMinors { .. } | Refusal::TooManyPsu { .. }
            );
            mixed && self.mix_is_counted(opening.visit)
        };
        let refusals = decide_assignment(&ask, Assignment::Offer, &[])
            .err()
            .unwrap_or_default();
        let rules = refusals
            .into_iter()
            .filter(|refusal| !of_the_crew(refusal))
            .map(Obstacle::Rule);
        let mut found: Vec<Obstacle> = rules.collect();
        found.extend(ask.in_training().then_some(Obstacle::InTraining));
        found.extend(hand.said_no.contains(id).then_some(Obstacle::SaidNo));
        found
    }

    fn rules(&self) -> fill::Rules {
        let day = self.days.first().copied();
        let way = |from: &Place, to: &Place| {
            let way = day.and_then(|day| travel::way(&self.ask.rules.travel, from, to, day));
            way.map_or(0, |minutes| minutes.get().min(1440))
        };
        let ways = self
            .stops
            .iter()
            .flat_map(|from| self.stops.iter().map(|to| way(from, to)));
        fill::Rules {
            rest_minutes: limits::rest(self.ask, &self.days),
            // Visits of which nobody knows the place are at the first.
            estates: self.stops.len().max(1) as u32,
            travel_minutes: ways.collect(),
            mix: limits::mix(&self.ask.rules, &self.days),
        }
    }

    /// The fair number of visits of each: a place is shared evenly by all who could take it; nobody's share is more than they wish for.
    fn share_out(&self, parts: &mut Parts) {
        const WHOLE: u64 = 1 << 20;
        let barred: BTreeSet<_> = parts.bars.iter().map(|bar| (bar.person, bar.visit, bar.post)).collect();
        let mut shares = vec![0_u64; parts.people.len()];
        let mut there = BTreeSet::new();
        for pin in &parts.pinned {
            shares[pin.person.get()] += WHOLE;
            there.insert((pin.person, pin.visit));
        }
        let mut could: BTreeMap<(VisitIndex, Post), Vec<PersonIndex>> = BTreeMap::new();
        for offer in parts
            .offers
            .iter()
            .filter(|offer| !there.contains(&(offer.person, offer.visit)))
        {
            for post in Post::ALL {
                let may = parts.people[offer.person.get()].posts[post.index()];
                if may && !barred.contains(&(offer.person, offer.visit, post)) {
                    could.entry((offer.visit, post)).or_default().push(offer.person);
                }
            }
        }
        for ((visit, post), people) in could {
            let held = parts
                .pinned
                .iter()
                .filter(|pin| (pin.visit, pin.post) == (visit, post))
                .count() as u64;
            let free = u64::from(parts.visits[visit.get()].places[post.index()].wanted).saturating_sub(held);
            let each = WHOLE * free.min(people.len() as u64) / people.len().max(1) as u64;
            people.iter().for_each(|person| shares[person.get()] += each);
        }
        for ((share, person), hand) in shares.into_iter().zip(&mut parts.people).zip(&self.ask.hands) {
            let fair = ((share + WHOLE / 2) / WHOLE).min(10_000) as u32;
            person.share = hand.most_visits.map_or(fair, |most| fair.min(most));
        }
    }
}

fn index(visit: usize) -> VisitIndex {
    VisitIndex(visit as u32)
}
