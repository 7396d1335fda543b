//! Every fault of the parts, in the order of the parts. What can only be seen by trying (fixed visits that collide) is in
//! `fixed`.

mod day_choice;

use std::collections::BTreeSet;

use vocabulary::{CivilWindow, Day, Minute, Minutes, Slug};

use super::{
    fault::{ProblemFault as Fault, Thing},
    parts::{Bus, EventRule, PROBLEM_VERSION, Pin, ProblemParts, Request, Scope, Stop},
    points,
    slots::{Shape, closures_of_stop, crew_times, hours_of, is_able, narrowed, slots, windows},
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

/// A visit that people fixed, as far as the parts say it.
struct FixedVisit<'a> {
    what: String,
    stop: &'a Stop,
    day: Day,
    bus: Option<&'a Slug>,
    hours: Option<CivilWindow>,
    event: Option<&'a Slug>,
    counts: bool,
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

    fn requests(&mut self) {
        let mut seen = BTreeSet::new();
        let fixed = self.fixed_visits();
        for request in &self.parts.requests {
            let stop = || request.stop.clone();
            self.say(!seen.insert(&request.stop), || Fault::SecondRequest { stop: stop() });
            if self.known(Thing::Stop, &request.stop, "a request") {
                self.request(request, &fixed);
            }
        }
        for announced in &self.parts.announced {
            self.known(Thing::Stop, &announced.stop, "an announced visit");
        }
    }

    fn request(&mut self, request: &Request, fixed: &[FixedVisit<'_>]) {
        let Request {
            least, wanted, most, ..
        } = *request;
        let stop = || request.stop.clone();
        let ordered = least <= wanted && wanted <= most && most >= 1;
        self.say(!ordered, || Fault::CountsDisordered {
            stop: stop(),
            least,
            wanted,
            most,
        });
        let (gap_min, gap_max) = (request.gap_min.unwrap_or(1), request.gap_max.unwrap_or(u32::MAX));
        self.say(gap_min > gap_max || gap_max == 0, || Fault::GapsContradict {
            stop: stop(),
            gap_min,
            gap_max,
        });
        let me = format!("the request of {}", request.stop);
        for day in [request.first_by, request.last_from].into_iter().flatten() {
            self.in_season(day, &me);
        }
        if let (Some(first_by), Some(last_from), 1) = (request.first_by, request.last_from, most) {
            self.say(first_by < last_from, || Fault::FirstAfterLast {
                stop: stop(),
                first_by,
                last_from,
            });
        }
        if let (Some(day), Some(start)) = (request.previous_visit, self.parts.days.first()) {
            self.say(day >= start.day, || Fault::PreviousVisitInSeason { stop: stop(), day });
        }
        self.block(request);
        self.listed(request);
        self.cycle(request, fixed);
        self.room_for_counts(request, gap_min, fixed);
        self.room_for_one(request);
        self.listed_sets(request);
        let most_carried = self
            .parts
            .buses
            .iter()
            .map(|bus| bus.capacity.unwrap_or(u32::MAX))
            .max();
        let capacity = most_carried.unwrap_or(u32::MAX);
        self.say(request.load > capacity, || Fault::LoadTooLarge {
            stop: stop(),
            load: request.load,
            capacity,
        });
    }

    fn listed_sets(&mut self, request: &Request) {
        let me = format!("a listed day set of {}", request.stop);
        for (set, days) in request.day_sets.iter().enumerate() {
            let (least, most, stop) = (request.least, request.most, request.stop.clone());
            let fits = (least as usize..=most as usize).contains(&days.len());
            self.say(!fits, || Fault::DaySetCount {
                stop,
                set,
                found: days.len(),
                least,
                most,
            });
            let mut seen = BTreeSet::new();
            for day in days {
                let again = !seen.insert(*day);
                self.in_season(*day, &me);
                self.say(again, || Fault::DaySetRepeats {
                    stop: request.stop.clone(),
                    set,
                    day: *day,
                });
            }
        }
    }

    /// Whether there are days enough for the visits, whatever else happens.
    fn room_for_counts(&mut self, request: &Request, gap_min: u32, fixed: &[FixedVisit<'_>]) {
        let fixed: Vec<_> = fixed.iter().filter(|f| f.stop.slug == request.stop).collect();
        let days = self.parts.days.len() as u32;
        let taken = fixed.iter().filter(|f| !f.counts).count() as u32;
        let block = request.block.map_or(1, |block| block.days.clamp(1, 31));
        let (asked, days_left) = (request.wanted.saturating_mul(block), days.saturating_sub(taken));
        let stop = || request.stop.clone();
        self.say(asked > days_left, || Fault::AskedMoreThanDays {
            stop: stop(),
            asked,
            days: days_left,
        });
        let gap_min = if request.every_weeks.is_some() { 1 } else { gap_min };
        let room = match days.checked_sub(block) {
            Some(after_first) => after_first / (gap_min.max(1).saturating_add(block - 1)) + 1,
            None => 0,
        };
        let kept = fixed.iter().filter(|f| f.counts).count() as u32;
        let least = request.least;
        self.say(least > room.max(kept) && asked <= days_left, || {
            Fault::GapsNeedLongerSeason {
                stop: stop(),
                least,
                gap_min,
                room,
            }
        });
    }

    /// Whether a single visit fits some day and some window.
    fn room_for_one(&mut self, request: &Request) {
        let Some(stop) = self.parts.stops.iter().find(|s| s.slug == request.stop) else {
            return;
        };
        let (slug, public) = (stop.slug.clone(), request.public);
        if public == Minutes::ZERO {
            self.faults.push(Fault::NoPublicTime { stop: slug });
            return;
        }
        let (set_up, teardown) = crew_times(stop, Some(request));
        let needed = u64::from(set_up) + u64::from(public.get()) + u64::from(teardown);
        let season = self.parts.days.iter().filter_map(|d| d.hours);
        let longest = season.chain(self.parts.buses.iter().flat_map(|b| b.hours.iter().map(|h| h.hours)));
        let longest = longest.map(|hours| hours.length().get()).max().unwrap_or(0);
        if needed > u64::from(longest) {
            let needed = Minutes(u32::try_from(needed).unwrap_or(u32::MAX));
            self.faults.push(Fault::VisitLongerThanDay { stop: slug, needed });
            return;
        }
        let minutes = |hours: &CivilWindow| (hours.start().get(), hours.end().get());
        let weekly = stop.windows.iter().map(|w| minutes(&w.hours));
        let dated = stop.exceptions.iter().flat_map(|e| e.hours.iter().map(minutes));
        let always = stop.windows.is_empty().then_some((0, MINUTES_A_DAY));
        let all = weekly.chain(dated).chain(always).collect();
        let mut left = narrowed(all, &[], &request.forbidden_hours).into_iter();
        let fits = left.any(|(open, close)| close - open >= public.get());
        self.say(!fits, || Fault::WindowsTooShort { stop: slug, public });
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

    fn stop_named(&self, slug: &Slug) -> Option<&'a Stop> {
        self.parts.stops.iter().find(|s| s.slug == *slug)
    }

    fn public_of(&self, pin: &Pin) -> Option<Minutes> {
        pin.public.or_else(|| {
            self.parts
                .requests
                .iter()
                .find(|r| r.stop == pin.stop)
                .map(|r| r.public)
        })
    }

    /// Fixed visits whose stop is known.
    fn fixed_visits(&self) -> Vec<FixedVisit<'a>> {
        let events = self.parts.events.iter().filter_map(|event| {
            let EventRule::TakePart {
                stop,
                hours,
                bus,
                counts,
            } = &event.rule
            else {
                return None;
            };
            Some(FixedVisit {
                what: format!("the event {}", event.slug),
                stop: self.stop_named(stop)?,
                day: event.day,
                bus: bus.as_ref(),
                hours: Some(*hours),
                event: Some(&event.slug),
                counts: *counts,
            })
        });
        let pins = self.parts.pins.iter().filter_map(|pin| {
            let hours = |start: Minute| CivilWindow::new(start, start.plus(self.public_of(pin)?)?).ok();
            Some(FixedVisit {
                what: format!("the visit fixed at {}", pin.stop),
                stop: self.stop_named(&pin.stop)?,
                day: pin.day,
                bus: pin.bus.as_ref(),
                hours: pin.public_start.and_then(hours),
                event: None,
                counts: true,
            })
        });
        events.chain(pins).collect()
    }

    fn fixed(&mut self) {
        for pin in &self.parts.pins {
            let (stop, day) = (pin.stop.clone(), pin.day);
            let nothing = self.public_of(pin).is_none_or(|public| public == Minutes::ZERO);
            self.say(nothing, || Fault::FixedWithoutLength { stop, day });
            self.pin_window(pin);
        }
        let mut seen = BTreeSet::new();
        for visit in self.fixed_visits() {
            let (stop, day) = (visit.stop.slug.clone(), visit.day);
            self.say(!seen.insert((stop.clone(), day)), || Fault::FixedTwice { stop, day });
            self.fixed_hours(&visit);
        }
    }

    fn pin_window(&mut self, pin: &Pin) {
        let (None, Some(public), Some(stop)) = (pin.public_start, self.public_of(pin), self.stop_named(&pin.stop))
        else {
            return;
        };
        let request = self.parts.requests.iter().find(|r| r.stop == pin.stop);
        let (set_up, teardown) = crew_times(stop, request);
        let shape = Shape {
            set_up,
            public: public.get(),
            teardown,
            step: self.parts.start_step.get().max(1),
            preferred_hours: None,
        };
        let closures = closures_of_stop(self.parts, stop, pin.day, None);
        let (stop, day) = (stop, pin.day);
        let season_day = self.parts.days.iter().find(|d| d.day == day);
        let buses = self
            .parts
            .buses
            .iter()
            .filter(|b| pin.bus.as_ref().is_none_or(|bus| *bus == b.slug));
        // Where no bus runs, that is said; then the season's windows judge the place.
        let mut working: Vec<&[CivilWindow]> = season_day.map_or_else(Vec::new, |season_day| {
            buses.filter_map(|bus| Some(hours_of(bus, season_day)?.1)).collect()
        });
        if working.is_empty() {
            working.extend(season_day.map(|day| day.windows.as_slice()));
        }
        let empty =
            |working: &[CivilWindow]| slots(&narrowed(windows(stop, day), working, &[]), &closures, shape).is_empty();
        let none = working.into_iter().all(empty);
        self.say(none, || Fault::FixedWithoutWindow {
            stop: stop.slug.clone(),
            day,
        });
    }

    /// Whether some bus can be there at the fixed time, if the visit were its only one.
    fn fixed_hours(&mut self, visit: &FixedVisit<'a>) {
        let (what, day) = (visit.what.clone(), visit.day);
        if !self.has_day(day) {
            return; // Said already.
        }
        let buses = self
            .parts
            .buses
            .iter()
            .filter(|b| visit.bus.is_none_or(|wanted| *wanted == b.slug));
        let mut on_duty: Vec<(&Bus, CivilWindow)> = buses.filter_map(|b| Some((b, self.hours_of(b, day)?))).collect();
        if on_duty.is_empty() {
            self.faults.push(Fault::FixedOnClosedDay { what, day });
            return;
        }
        if visit.bus.is_none() {
            on_duty.retain(|(bus, _)| is_able(bus, visit.stop));
            if on_duty.is_empty() {
                let needs = visit.stop.needs.clone();
                self.faults.push(Fault::FixedNeedsUnmet { what, day, needs });
                return;
            }
        }
        let Some(hours) = visit.hours else { return };
        let request = self.parts.requests.iter().find(|r| r.stop == visit.stop.slug);
        let (set_up, teardown) = crew_times(visit.stop, request.filter(|_| visit.event.is_none()));
        let fits = |(bus, shift): &(&Bus, CivilWindow)| {
            let (depart_from, return_to) = bus.depots_on(day);
            let to = self.minutes(depart_from, &visit.stop.slug);
            let from = self.minutes(&visit.stop.slug, return_to);
            let leave = i64::from(hours.start().get()) - i64::from(set_up) - to;
            let back = i64::from(hours.end().get()) + i64::from(teardown) + from;
            let duty = bus.max_duty.map_or(i64::MAX, |d| i64::from(d.get()));
            let driving = bus.max_driving.map_or(i64::MAX, |d| i64::from(d.get()));
            let in_hours = leave >= i64::from(shift.start().get()) && back <= i64::from(shift.end().get());
            in_hours && back - leave <= duty && to + from <= driving
        };
        if !on_duty.iter().any(fits) {
            self.faults.push(Fault::FixedOutsideHours { what, day, hours });
        }
        let closures = closures_of_stop(self.parts, visit.stop, day, visit.event);
        let (from, to) = (
            hours.start().get().saturating_sub(set_up),
            hours.end().get().saturating_add(teardown),
        );
        let stop = visit.stop.slug.clone();
        self.say(closures.iter().any(|c| c.hits(from, to)), || Fault::FixedDuringEvent {
            stop,
            day,
        });
    }

    fn hours_of(&self, bus: &Bus, day: Day) -> Option<CivilWindow> {
        let season_day = self.parts.days.iter().find(|d| d.day == day)?;
        Some(hours_of(bus, season_day)?.0)
    }

    /// 0 where the matrix has a fault of its own, which is said elsewhere.
    fn minutes(&self, from: &Slug, to: &Slug) -> i64 {
        let travel = &self.parts.travel;
        let number = |slug: &Slug| travel.places.iter().position(|p| p == slug);
        let (Some(from), Some(to)) = (number(from), number(to)) else {
            return 0;
        };
        travel
            .minutes
            .get(from * travel.places.len() + to)
            .map_or(0, |m| i64::from(*m))
    }
}
