//! Faults of the rules about which days go together.

use vocabulary::Sameness;

use super::{Check, Fault, Thing, fixed::FixedVisit};
use crate::problem::parts::Request;

impl Check<'_> {
    /// A block must be one, and there must be a place for it in the season.
    pub(super) fn block(&mut self, request: &Request) {
        let Some(block) = request.block else { return };
        let stop = || request.stop.clone();
        if !(2..=31).contains(&block.days) {
            self.faults.push(Fault::BlockLength {
                stop: stop(),
                found: block.days,
            });
            return;
        }
        let runs = |day| self.parts.buses.iter().any(|bus| self.hours_of(bus, day).is_some());
        let running: Vec<_> = self.parts.days.iter().map(|d| d.day).filter(|day| runs(*day)).collect();
        let whole = |days: &[vocabulary::Day]| {
            let one_week = days.first().map(|d| d.monday()) == days.last().map(|d| d.monday());
            one_week || !block.within_week
        };
        let fits = running.windows(block.days as usize).any(whole);
        self.say(!fits, || Fault::BlockNowhere {
            stop: stop(),
            days: block.days,
            within_week: block.within_week,
        });
    }

    /// Listed day sets say by themselves which days go together.
    pub(super) fn listed(&mut self, request: &Request) {
        let rules = [
            ("blocks", request.block.is_some()),
            ("a cycle", request.every_weeks.is_some()),
            ("always the same weekday", request.same_weekday == Sameness::Always),
        ];
        let listed = !request.day_sets.is_empty();
        for (rule, _) in rules.into_iter().filter(|(_, asked)| *asked && listed) {
            self.faults.push(Fault::DaySetsWith {
                stop: request.stop.clone(),
                rule: rule.to_owned(),
            });
        }
    }

    /// A cycle must be one, and nothing else may say how its visits follow one another.
    pub(super) fn cycle(&mut self, request: &Request, fixed: &[FixedVisit<'_>]) {
        let Some(weeks) = request.every_weeks else { return };
        let stop = || request.stop.clone();
        if !(1..=52).contains(&weeks) {
            self.faults.push(Fault::CycleLength {
                stop: stop(),
                found: weeks,
            });
            return;
        }
        let rules = [
            ("blocks", request.block.is_some()),
            ("a first visit by a day", request.first_by.is_some()),
            ("a last visit from a day on", request.last_from.is_some()),
            ("a longest gap to the end", request.gap_max_to_end),
        ];
        for (rule, _) in rules.into_iter().filter(|(_, asked)| *asked) {
            self.faults.push(Fault::CycleWith {
                stop: stop(),
                weeks,
                rule: rule.to_owned(),
            });
        }
        let fixed = fixed.iter().filter(|f| f.stop.slug == request.stop && f.counts).count() as u32;
        let (wanted, room) = (
            request.wanted,
            (self.parts.days.len() as u32).div_ceil(7 * weeks) + fixed,
        );
        self.say(wanted > room, || Fault::CycleNeedsLongerSeason {
            stop: stop(),
            weeks,
            wanted,
            room,
        });
    }

    /// Pairs are of two stops that are there.
    pub(super) fn apart(&mut self) {
        for rule in &self.parts.apart {
            let [one, other] = &rule.stops;
            for stop in &rule.stops {
                self.known(Thing::Stop, stop, "a pair kept apart");
            }
            self.say(one == other, || Fault::ApartFromItself { stop: one.clone() });
        }
    }
}
