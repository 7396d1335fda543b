//! Faults of visits that people fixed: events in which the bus takes part, and pins.

use std::collections::BTreeSet;

use vocabulary::{CivilWindow, Day, Minute, Minutes, Slug};

use super::{Check, Fault};
use crate::problem::{
    parts::{Bus, EventRule, Pin, Stop},
    slots::{Shape, closures_of_stop, crew_times, hours_of, is_able, narrowed, slots, windows},
};

/// A visit that people fixed, as far as the parts say it.
pub(super) struct FixedVisit<'a> {
    pub what: String,
    pub stop: &'a Stop,
    pub day: Day,
    pub bus: Option<&'a Slug>,
    pub hours: Option<CivilWindow>,
    pub event: Option<&'a Slug>,
    pub counts: bool,
}

impl<'a> Check<'a> {
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
    pub(super) fn fixed_visits(&self) -> Vec<FixedVisit<'a>> {
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

    /// Every fixed visit by itself; two that collide are found by trying.
    pub(super) fn fixed(&mut self) {
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

    pub(super) fn hours_of(&self, bus: &Bus, day: Day) -> Option<CivilWindow> {
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
