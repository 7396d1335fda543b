//! Rules that a plan breaks, in the reader's words. It matches without a wildcard, so a new rule cannot be forgotten.

use route_planning::Violation as V;
use vocabulary::{Metres, Slug};
use wording::Words;

use super::{
    plan_again::{bus_name, event_name},
    plans::stop_name,
};
use crate::app::season_model::Loaded;

/// What people call things; their short names where no season is at hand.
#[derive(Clone, Copy)]
pub(super) struct Names<'a>(pub(super) Option<&'a Loaded>);

impl Names<'_> {
    fn of(self, slug: &Slug, name: fn(&Loaded, &Slug) -> String) -> String {
        self.0.map_or_else(|| slug.to_string(), |loaded| name(loaded, slug))
    }

    fn stop(self, slug: &Slug) -> String {
        self.of(slug, stop_name)
    }

    fn bus(self, slug: &Slug) -> String {
        self.of(slug, bus_name)
    }

    fn event(self, slug: &Slug) -> String {
        self.of(slug, event_name)
    }
}

/// One broken rule as a sentence.
pub(super) fn one(words: Words, violation: &V, names: Names<'_>) -> String {
    let (said, dates) = (words.breaches(), words.dates());
    let day = |day: &vocabulary::Day| dates.medium(*day);
    match violation {
        V::UnknownStop { stop, day: on } => said.unknown_stop(&names.stop(stop), &day(on)),
        V::UnknownBus { stop, bus, day: on } => said.unknown_bus(&names.stop(stop), &day(on), &names.bus(bus)),
        V::ClosedDay { stop, bus, day: on } => said.closed_day(&names.stop(stop), &day(on), &names.bus(bus)),
        V::BusHours {
            bus,
            day: on,
            depart,
            back,
        } => said.bus_hours(&day(on), &names.bus(bus), &dates.time(*depart), &dates.time(*back)),
        V::Overloaded {
            bus,
            day: on,
            load,
            most,
        } => said.overloaded(&day(on), &names.bus(bus), *load, *most),
        V::BeyondRange {
            bus,
            day: on,
            way,
            most,
        } => said.beyond_range(&day(on), &names.bus(bus), kilometres(*way), kilometres(*most)),
        V::DaySetNotListed { stop } => said.day_set(&names.stop(stop)),
        V::Duty {
            bus,
            day: on,
            duty,
            most,
        } => said.duty(&day(on), &names.bus(bus), &dates.length(*duty), &dates.length(*most)),
        V::Driving {
            bus,
            day: on,
            driving,
            most,
        } => said.driving(&day(on), &names.bus(bus), &dates.length(*driving), &dates.length(*most)),
        V::BreakAfterWork {
            bus,
            day: on,
            until: _,
            worked,
            most,
        } => said.break_after_work(&day(on), &names.bus(bus), &dates.length(*worked), &dates.length(*most)),
        V::BreakAfterDriving {
            bus,
            day: on,
            until: _,
            driving,
            most,
        } => said.break_after_driving(&day(on), &names.bus(bus), &dates.length(*driving), &dates.length(*most)),
        V::BreakTooShort {
            bus,
            day: on,
            start,
            least,
        } => said.break_too_short(&day(on), &names.bus(bus), &dates.time(*start), &dates.length(*least)),
        V::BreakMisplaced { bus, day: on, start } => {
            said.break_misplaced(&day(on), &names.bus(bus), &dates.time(*start))
        }
        V::TourMismatch { bus, day: on }
        | V::LegTooShort { bus, day: on, to: _ }
        | V::LegWrong { bus, day: on, to: _ } => said.way_changed(&day(on), &names.bus(bus)),
        V::TimesDisordered { stop: _, day: on } | V::OrderBroken { bus: _, day: on } => said.times_collide(&day(on)),
        V::SetUpTooShort {
            stop,
            day: on,
            given,
            needed,
        } => said.set_up(
            &names.stop(stop),
            &day(on),
            &dates.length(*given),
            &dates.length(*needed),
        ),
        V::TeardownTooShort {
            stop,
            day: on,
            given,
            needed,
        } => said.teardown(
            &names.stop(stop),
            &day(on),
            &dates.length(*given),
            &dates.length(*needed),
        ),
        V::PublicLength {
            stop,
            day: on,
            given,
            asked,
        } => said.public_length(
            &names.stop(stop),
            &day(on),
            &dates.length(*given),
            &dates.length(*asked),
        ),
        V::StartStep {
            stop,
            day: on,
            start,
            step,
        } => said.start_step(&names.stop(stop), &day(on), &dates.time(*start), &dates.length(*step)),
        V::SiteWindow { stop, day: on } => said.site_window(&names.stop(stop), &day(on)),
        V::WorkingWindow { stop, day: on } => said.working_window(&names.stop(stop), &day(on)),
        V::ForbiddenHours { stop, day: on } => said.forbidden_hours(&names.stop(stop), &day(on)),
        V::BusUnable {
            stop,
            bus,
            day: on,
            need,
        } => said.bus_unable(&names.stop(stop), &day(on), &names.bus(bus), need.as_str()),
        V::PermissionEnded { stop, day: on } => said.permission(&names.stop(stop), &day(on)),
        V::EventKeepsAway { stop, day: on, event } => {
            said.event_keeps_away(&names.stop(stop), &day(on), &names.event(event))
        }
        V::ForbiddenWeekday { stop, day: on } => said.weekday(&names.stop(stop), &day(on)),
        V::TwiceADay { stop, day: on } => said.twice(&names.stop(stop), &day(on)),
        V::NotAsked { stop, day: on } => said.not_asked(&names.stop(stop), &day(on)),
        V::TooMany { stop, got, most } => said.too_many(&names.stop(stop), *got, *most),
        V::GapTooShort {
            stop,
            from,
            to,
            gap,
            least,
        } => said.gap_short(&names.stop(stop), &day(from), &day(to), *gap, *least),
        V::GapTooLong {
            stop,
            from,
            to,
            gap,
            most,
        } => said.gap_long(&names.stop(stop), &day(from), &day(to), *gap, *most),
        V::OffCycle {
            stop,
            day: on,
            weeks: _,
        } => said.off_cycle(&names.stop(stop), &day(on)),
        V::OtherWeekday { stop, day: on, first } => said.other_weekday(&names.stop(stop), &day(on), &day(first)),
        V::OtherStart {
            stop,
            day: on,
            start,
            first,
        } => said.other_start(&names.stop(stop), &day(on), &dates.time(*start), &dates.time(*first)),
        V::NotApart {
            stop,
            day: on,
            other,
            other_day,
        } => said.not_apart(&names.stop(stop), &day(on), &names.stop(other), &day(other_day)),
        V::BlockBroken {
            stop,
            day: on,
            days,
            asked,
        } => said.block(&names.stop(stop), &day(on), *days, *asked),
        V::FirstTooLate { stop, first, by } => said.first_too_late(&names.stop(stop), &day(first), &day(by)),
        V::LastTooEarly { stop, last, from } => said.last_too_early(&names.stop(stop), &day(last), &day(from)),
        V::EventMissed { event, stop, day: on } => said.event_missed(&names.stop(stop), &day(on), &names.event(event)),
        V::PinMoved { stop, day: on } => said.pin_moved(&names.stop(stop), &day(on)),
        V::Version { .. }
        | V::SkippedMisstated { .. }
        | V::UnmetMisstated { .. }
        | V::UnmetUnexplained { .. }
        | V::FiguresWrong => said.totals(),
    }
}

fn kilometres(way: Metres) -> u32 {
    way.get().div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wording::Language;

    #[test]
    fn a_broken_rule_is_a_whole_polish_sentence() {
        let on = "2027-07-30".parse().unwrap();
        let hours = V::BusHours {
            bus: "swietlicobus".parse().unwrap(),
            day: on,
            depart: "11:11".parse().unwrap(),
            back: "18:39".parse().unwrap(),
        };
        assert_eq!(
            one(Words::of(Language::Polish), &hours, Names(None)),
            "piątek, 30 lipca: autobus swietlicobus wyjechałby o 11:11 i wrócił o 18:39, a tak długo nie jeździ."
        );
        let gap = V::GapTooShort {
            stop: "plaza".parse().unwrap(),
            from: on,
            to: "2027-08-05".parse().unwrap(),
            gap: 6,
            least: 14,
        };
        assert_eq!(
            one(Words::of(Language::Polish), &gap, Names(None)),
            "plaza: za mały odstęp (piątek, 30 lipca i czwartek, 5 sierpnia). Dni między wizytami: 6, a najmniej ma ich być 14."
        );
    }
}
