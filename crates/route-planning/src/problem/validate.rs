//! Every fault of the parts, in the order of the parts. What can only be seen by trying (fixed visits that collide) is in
//! `problem::fixed`.

mod day_choice;
mod fixed;
mod requests;

use std::collections::BTreeSet;

use vocabulary::{CivilWindow, Day, Minutes, Slug};

use super::{
    fault::{ProblemFault as Fault, Thing},
    parts::{Bus, EventRule, PROBLEM_VERSION, ProblemParts, Scope, Stop},
    points,
    slots::is_able,
};

/// The longest season: two years. Day numbers stay small and the day-set programme quick.
const MOST_DAYS: usize = 731;
const MOST_WEIGHT: u32 = 100_000;
const MOST_NEED: u32 = 1000;
const MINUTES_A_DAY: u32 = 1440;
/// Depots and stops. Travel between all of them takes 24 bytes a pair: 600 MB.
const MOST_PLACES: usize = 5000;
/// Half way round the Earth.
const MOST_METRES: u32 = 20_100_000;

pub(super) fn faults(parts: &ProblemParts) -> Vec<Fault> {
    if parts.version != PROBLEM_VERSION {
        // What follows may mean something else in another version.
        return vec![Fault::Version {
            found: parts.version,
            known: PROBLEM_VERSION,
        }];
    }
    let places = parts.depots.len() + parts.stops.len();
    if places.max(parts.travel.places.len()) > MOST_PLACES {
        // Looking at every pair would take as long as planning.
        return vec![Fault::TooManyPlaces {
            found: places.max(parts.travel.places.len()),
            most: MOST_PLACES,
        }];
    }
    let mut check = Check {
        parts,
        faults: Vec::new(),
    };
    check.settings();
    check.days();
    check.names();
    check.travel();
    for bus in &parts.buses {
        check.bus(bus);
    }
    for stop in &parts.stops {
        check.stop(stop);
    }
    check.requests();
    check.apart();
    check.events();
    check.fixed();
    check.faults
}

struct Check<'a> {
    parts: &'a ProblemParts,
    faults: Vec<Fault>,
}
impl<'a> Check<'a> {
    fn say(&mut self, wrong: bool, fault: impl FnOnce() -> Fault) {
        if wrong {
            self.faults.push(fault());
        }
    }

    fn settings(&mut self) {
        let step = self.parts.start_step.get();
        self.say(!(1..=60).contains(&step) || 60 % step != 0, || Fault::StartStep {
            found: step,
        });
        let w = &self.parts.weights;
        let all = [
            ("announced_moved", w.announced_moved),
            ("notice_1_day", w.notice_1_day),
            ("notice_3_days", w.notice_3_days),
            ("notice_7_days", w.notice_7_days),
            ("notice_14_days", w.notice_14_days),
            ("weekday_not_preferred", w.weekday_not_preferred),
            ("hours_not_preferred", w.hours_not_preferred),
            ("other_weekday", w.other_weekday),
            ("travel_minute", w.travel_minute),
            ("travel_km", w.travel_km),
            ("spread", w.spread),
            ("fair_wait_percent", w.fair_wait_percent),
        ];
        for (weight, found) in all {
            self.say(found > MOST_WEIGHT, || Fault::WeightTooLarge {
                weight: weight.to_owned(),
                found,
                most: MOST_WEIGHT,
            });
        }
    }

    fn days(&mut self) {
        let days = &self.parts.days;
        self.say(days.is_empty(), || Fault::NoDays);
        self.say(days.len() > MOST_DAYS, || Fault::SeasonTooLong {
            found: days.len(),
            most: MOST_DAYS,
        });
        for pair in days.windows(2) {
            let (after, found) = (pair[0].day, pair[1].day);
            self.say(after.days_until(found) != 1, || Fault::DaysNotConsecutive {
                after,
                found,
            });
        }
        for day in days {
            if let Some(hours) = day.hours {
                self.working_windows(day.day, hours, &day.windows);
            }
        }
        self.say(self.parts.buses.is_empty(), || Fault::NoBus);
    }

    fn working_windows(&mut self, day: Day, hours: CivilWindow, windows: &[CivilWindow]) {
        let apart = windows.windows(2).all(|pair| pair[0].end() <= pair[1].start());
        let inside = windows.iter().all(|window| hours.contains(*window));
        self.say(!(apart && inside), || Fault::WindowsDisordered { day, hours });
    }

    fn names(&mut self) {
        let depots = self.parts.depots.iter().map(|d| (Thing::Depot, &d.slug));
        self.unique(depots.chain(self.parts.stops.iter().map(|s| (Thing::Stop, &s.slug))));
        self.unique(self.parts.buses.iter().map(|b| (Thing::Bus, &b.slug)));
        self.unique(self.parts.travel.places.iter().map(|p| (Thing::Place, p)));
    }

    fn unique(&mut self, names: impl Iterator<Item = (Thing, &'a Slug)>) {
        let mut seen = BTreeSet::new();
        for (thing, slug) in names {
            self.say(!seen.insert(slug), || Fault::Duplicate {
                thing,
                slug: slug.clone(),
            });
        }
    }

    fn travel(&mut self) {
        let travel = &self.parts.travel;
        let known: BTreeSet<&Slug> = travel.places.iter().collect();
        let places = self
            .parts
            .depots
            .iter()
            .map(|d| &d.slug)
            .chain(self.parts.stops.iter().map(|s| &s.slug));
        for place in places {
            self.say(!known.contains(place), || Fault::TravelMissing { place: place.clone() });
        }
        let (n, expected) = (travel.places.len(), travel.places.len() * travel.places.len());
        if travel.minutes.len() != expected || travel.metres.len() != expected {
            self.faults.push(Fault::TravelShape {
                places: n,
                expected,
                minutes: travel.minutes.len(),
                metres: travel.metres.len(),
            });
            return;
        }
        // A place astray is told once, not again with every way to it.
        let astray = points::astray(self.parts);
        let told: BTreeSet<&Slug> = astray.iter().map(|(place, _)| place).collect();
        for (i, (minutes, metres)) in travel.minutes.iter().zip(&travel.metres).enumerate() {
            let (from, to) = (&travel.places[i / n], &travel.places[i % n]);
            if (*minutes <= MINUTES_A_DAY && *metres <= MOST_METRES) || told.contains(from) || told.contains(to) {
                continue;
            }
            let (from, to, minutes, metres) = (from.clone(), to.clone(), *minutes, *metres);
            self.faults.push(match minutes > MINUTES_A_DAY {
                true => Fault::TravelTooLong { from, to, minutes },
                false => Fault::TravelTooFar { from, to, metres },
            });
        }
        self.faults.extend(astray.into_iter().map(|(_, fault)| fault));
    }

    fn has_day(&self, day: Day) -> bool {
        self.parts.days.iter().any(|d| d.day == day)
    }

    fn in_season(&mut self, day: Day, used_by: &str) -> bool {
        let inside = self.has_day(day);
        self.say(!inside, || Fault::OutsideSeason {
            day,
            used_by: used_by.to_owned(),
        });
        inside
    }

    fn known(&mut self, thing: Thing, slug: &Slug, used_by: &str) -> bool {
        let known = match thing {
            Thing::Depot => self.parts.depots.iter().any(|d| d.slug == *slug),
            Thing::Bus => self.parts.buses.iter().any(|b| b.slug == *slug),
            Thing::Stop => self.parts.stops.iter().any(|s| s.slug == *slug),
            Thing::Estate => self.parts.stops.iter().any(|s| s.estate == *slug),
            Thing::Place => self.parts.travel.places.contains(slug),
        };
        self.say(!known, || Fault::Unknown {
            thing,
            slug: slug.clone(),
            used_by: used_by.to_owned(),
        });
        known
    }

    fn bus(&mut self, bus: &Bus) {
        let me = format!("bus {}", bus.slug);
        self.known(Thing::Depot, &bus.depart_from, &me);
        self.known(Thing::Depot, &bus.return_to, &me);
        for hours in &bus.hours {
            let closed = self.parts.days.iter().any(|d| d.day == hours.day && d.hours.is_none());
            let (bus, day) = (bus.slug.clone(), hours.day);
            if self.in_season(day, &me) {
                self.say(closed, || Fault::HoursOnClosedDay { bus, day });
            }
            self.working_windows(day, hours.hours, &hours.windows);
        }
        for own in &bus.depots {
            self.in_season(own.day, &me);
            self.known(Thing::Depot, &own.depart_from, &me);
            self.known(Thing::Depot, &own.return_to, &me);
        }
        for day in &bus.closed_days {
            self.in_season(*day, &me);
        }
        self.say(bus.max_duty == Some(Minutes::ZERO), || Fault::DutyTooShort {
            bus: bus.slug.clone(),
            found: 0,
        });
        self.say(bus.max_driving == Some(Minutes::ZERO), || Fault::DrivingTooShort {
            bus: bus.slug.clone(),
            found: 0,
        });
        if let Some(rule) = bus.breaks {
            let limits = [rule.after_driving, rule.after_work];
            let sound = |limit: Minutes| (1..=MINUTES_A_DAY).contains(&limit.get());
            let limited = limits.iter().any(Option::is_some) && limits.into_iter().flatten().all(|l| l.get() >= 1);
            self.say(!(sound(rule.length) && limited), || Fault::BreakRule {
                bus: bus.slug.clone(),
                length: rule.length,
                after_driving: rule.after_driving,
                after_work: rule.after_work,
            });
        }
        for (price, found) in [("travel_minute", bus.travel_minute), ("travel_km", bus.travel_km)] {
            let found = found.unwrap_or(0);
            self.say(found > MOST_WEIGHT, || Fault::WeightTooLarge {
                weight: format!("{price} of bus {}", bus.slug),
                found,
                most: MOST_WEIGHT,
            });
        }
    }

    fn stop(&mut self, stop: &Stop) {
        let need = stop.need;
        self.say(!(1..=MOST_NEED).contains(&need), || Fault::NeedOutOfRange {
            stop: stop.slug.clone(),
            found: need,
        });
        let crew = u64::from(stop.set_up.get()) + u64::from(stop.teardown.get());
        self.say(crew > u64::from(MINUTES_A_DAY), || Fault::VisitLongerThanDay {
            stop: stop.slug.clone(),
            needed: Minutes(u32::try_from(crew).unwrap_or(u32::MAX)),
        });
        for exception in &stop.exceptions {
            self.in_season(exception.day, &format!("stop {}", stop.slug));
        }
        let asks = self.parts.requests.iter().any(|request| request.stop == stop.slug);
        let able = self.parts.buses.iter().any(|bus| is_able(bus, stop));
        self.say(asks && !able, || Fault::NoBusAble {
            stop: stop.slug.clone(),
            needs: stop.needs.clone(),
        });
    }

    fn events(&mut self) {
        for event in &self.parts.events {
            let me = format!("the event {}", event.slug);
            self.in_season(event.day, &me);
            match &event.rule {
                EventRule::TakePart { stop, bus, .. } => {
                    self.known(Thing::Stop, stop, &me);
                    if let Some(bus) = bus {
                        self.known(Thing::Bus, bus, &me);
                    }
                }
                EventRule::StayAway { scope, .. } => {
                    let _ = match scope {
                        Scope::Stop(slug) => self.known(Thing::Stop, slug, &me),
                        Scope::Estate(slug) => self.known(Thing::Estate, slug, &me),
                        Scope::Bus(slug) => self.known(Thing::Bus, slug, &me),
                        Scope::All => true,
                    };
                }
            }
        }
        for pin in &self.parts.pins {
            let me = format!("the visit fixed at {}", pin.stop);
            self.in_season(pin.day, &me);
            self.known(Thing::Stop, &pin.stop, &me);
            if let Some(bus) = &pin.bus {
                self.known(Thing::Bus, bus, &me);
            }
        }
    }
}
