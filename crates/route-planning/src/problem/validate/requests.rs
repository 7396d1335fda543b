//! Faults of what is asked for: counts, gaps, days and hours that leave no room.

use std::collections::BTreeSet;

use vocabulary::{CivilWindow, Minutes};

use super::{Check, Fault, MINUTES_A_DAY, Thing, fixed::FixedVisit};
use crate::problem::{
    parts::Request,
    slots::{crew_times, narrowed},
};

impl Check<'_> {
    /// Every request, and every announced visit.
    pub(super) fn requests(&mut self) {
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
}
