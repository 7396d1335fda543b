//! When a visit may start: windows of the place, permission and events, as ranges of start times.

use std::collections::BTreeSet;

use vocabulary::{CivilWindow, Day, Slug};

use super::{
    dense::Slot,
    parts::{Bus, EventRule, ProblemParts, Request, Scope, SeasonDay, Stop},
};

/// A stretch of a day in which no bus may stand somewhere, set-up and teardown included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Closure {
    pub(crate) from: u32,
    pub(crate) to: u32,
}

impl Closure {
    pub(crate) fn new(hours: Option<CivilWindow>) -> Self {
        match hours {
            Some(hours) => Self {
                from: hours.start().get(),
                to: hours.end().get(),
            },
            None => Self { from: 0, to: 1440 },
        }
    }

    /// Whether a stay from set-up to departure touches it.
    pub(crate) fn hits(&self, set_up_start: u32, departure: u32) -> bool {
        set_up_start < self.to && self.from < departure
    }
}

/// Stay-away events of a day that bind a stop, whichever bus comes. Events named `except` do not count.
pub(crate) fn closures_of_stop(parts: &ProblemParts, stop: &Stop, day: Day, except: Option<&Slug>) -> Vec<Closure> {
    let binds = |scope: &Scope| match scope {
        Scope::Stop(slug) => *slug == stop.slug,
        Scope::Estate(slug) => *slug == stop.estate,
        Scope::Bus(_) => false,
        Scope::All => true,
    };
    closures(parts, day, except, binds)
}

/// Stay-away events of a day that bind one bus alone.
pub(crate) fn closures_of_bus(parts: &ProblemParts, bus: &Slug, day: Day, except: Option<&Slug>) -> Vec<Closure> {
    closures(
        parts,
        day,
        except,
        |scope| matches!(scope, Scope::Bus(slug) if slug == bus),
    )
}

fn closures(parts: &ProblemParts, day: Day, except: Option<&Slug>, binds: impl Fn(&Scope) -> bool) -> Vec<Closure> {
    let of_day = parts.events.iter().filter(|e| e.day == day && Some(&e.slug) != except);
    of_day
        .filter_map(|event| match &event.rule {
            EventRule::StayAway { hours, scope } if binds(scope) => Some(Closure::new(*hours)),
            EventRule::StayAway { .. } | EventRule::TakePart { .. } => None,
        })
        .collect()
}

/// The windows of a place on a day, permission included.
pub(crate) fn windows(stop: &Stop, day: Day) -> Vec<(u32, u32)> {
    if stop.permission_until.is_some_and(|until| day > until) {
        return Vec::new();
    }
    let plain = |hours: &CivilWindow| (hours.start().get(), hours.end().get());
    if let Some(exception) = stop.exceptions.iter().find(|e| e.day == day) {
        return exception.hours.iter().map(plain).collect();
    }
    if stop.windows.is_empty() {
        return vec![(0, 1440)];
    }
    let of_weekday = stop.windows.iter().filter(|w| w.weekdays.contains(day.weekday()));
    of_weekday.map(|w| plain(&w.hours)).collect()
}

/// What is left of windows within the working windows of the bus (none: all of it) and outside the forbidden hours.
pub(crate) fn narrowed(
    windows: Vec<(u32, u32)>,
    working: &[CivilWindow],
    forbidden: &[CivilWindow],
) -> Vec<(u32, u32)> {
    let within = |(open, close): (u32, u32)| {
        let both = move |w: &CivilWindow| (open.max(w.start().get()), close.min(w.end().get()));
        let narrow: Vec<_> = working.iter().map(both).collect();
        if working.is_empty() {
            vec![(open, close)]
        } else {
            narrow
        }
    };
    let mut left: Vec<(u32, u32)> = windows.into_iter().flat_map(within).collect();
    for hours in forbidden {
        let (from, to) = (hours.start().get(), hours.end().get());
        left = left
            .into_iter()
            .flat_map(|(open, close)| [(open, close.min(from)), (open.max(to), close)])
            .collect();
        left.dedup();
    }
    left.retain(|(open, close)| open < close);
    left
}

/// The hours of a bus on a day and its working windows in them, if it runs.
pub(crate) fn hours_of<'a>(bus: &'a Bus, day: &'a SeasonDay) -> Option<(CivilWindow, &'a [CivilWindow])> {
    let general = day.hours?;
    if bus.closed_days.contains(&day.day) {
        return None;
    }
    match bus.hours.iter().find(|own| own.day == day.day) {
        Some(own) => Some((own.hours, &own.windows)),
        None => Some((general, &day.windows)),
    }
}

/// Set-up and teardown of a visit that the stop asks for.
pub(crate) fn crew_times(stop: &Stop, request: Option<&Request>) -> (u32, u32) {
    let (set_up, teardown) = request.map_or((None, None), |r| (r.set_up, r.teardown));
    (
        set_up.unwrap_or(stop.set_up).get(),
        teardown.unwrap_or(stop.teardown).get(),
    )
}

/// Whether a bus has all that a stop needs.
pub(crate) fn is_able(bus: &Bus, stop: &Stop) -> bool {
    stop.needs.iter().all(|need| bus.capabilities.contains(need))
}

/// What a visit is like, for its slots.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) set_up: u32,
    pub(crate) public: u32,
    pub(crate) teardown: u32,
    pub(crate) step: u32,
    pub(crate) preferred_hours: Option<(u32, u32)>,
}

/// The most starts that are tried for a stop that wants the same one each time.
pub(crate) const MOST_STARTS: usize = 48;

/// Start times of some days, each once, thinned out evenly to [`MOST_STARTS`].
pub(crate) fn starts(slots: &[Vec<Slot>], step: u32) -> Vec<u32> {
    let ranges = slots.iter().flatten().map(|slot| (slot.first, slot.last));
    let all: BTreeSet<u32> = ranges
        .flat_map(|(first, last)| (first..=last).step_by(step.max(1) as usize))
        .collect();
    let every = all.len().div_ceil(MOST_STARTS).max(1);
    all.into_iter().step_by(every).collect()
}

/// Only those starts that are the anchor.
pub(crate) fn only_at(slots: Vec<Slot>, anchor: u32) -> Vec<Slot> {
    let at = |slot: &Slot| slot.first <= anchor && anchor <= slot.last;
    // A slot within the preferred hours comes before one that may miss them.
    let slot = slots.into_iter().find(at).map(|slot| Slot {
        first: anchor,
        last: anchor,
        ..slot
    });
    slot.into_iter().collect()
}

/// Start times within the windows and outside the closures, rounded to the step.
pub(crate) fn slots(windows: &[(u32, u32)], closures: &[Closure], shape: Shape) -> Vec<Slot> {
    // Ranges of starts, both ends included; i64 because a closure may end before a visit could.
    let (public, before, after) = (
        i64::from(shape.public),
        i64::from(shape.set_up),
        i64::from(shape.teardown),
    );
    let mut ranges: Vec<(i64, i64)> = windows
        .iter()
        .map(|(open, close)| (i64::from(*open), i64::from(*close) - public))
        .collect();
    for closure in closures {
        let (last_before, first_after) = (i64::from(closure.from) - public - after, i64::from(closure.to) + before);
        let split = |(first, last): (i64, i64)| [(first, last.min(last_before)), (first.max(first_after), last)];
        // A window wholly on one side of the closure comes out whole on that side and empty on the other.
        ranges = ranges
            .into_iter()
            .flat_map(split)
            .filter(|(first, last)| first <= last)
            .collect();
    }
    let step = i64::from(shape.step);
    let rounded = |first: i64, last: i64| {
        let (first, last) = (
            first.max(0) + (-first.max(0)).rem_euclid(step),
            last - last.rem_euclid(step),
        );
        (0 <= last && first <= last).then_some((first as u32, last as u32))
    };
    let mut slots = Vec::new();
    for (first, last) in ranges {
        if let Some((from, to)) = shape.preferred_hours {
            let preferred = rounded(first.max(i64::from(from)), last.min(i64::from(to) - public));
            slots.extend(preferred.map(|(first, last)| Slot {
                first,
                last,
                misses_preference: false,
            }));
        }
        let misses_preference = shape.preferred_hours.is_some();
        slots.extend(rounded(first, last).map(|(first, last)| Slot {
            first,
            last,
            misses_preference,
        }));
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(windows: &[(u32, u32)], closures: &[(u32, u32)], expected: &[(u32, u32)]) {
        let shape = Shape {
            set_up: 10,
            public: 60,
            teardown: 20,
            step: 15,
            preferred_hours: None,
        };
        let closures: Vec<Closure> = closures
            .iter()
            .map(|(from, to)| Closure { from: *from, to: *to })
            .collect();
        let found: Vec<_> = slots(windows, &closures, shape)
            .iter()
            .map(|s| (s.first, s.last))
            .collect();
        assert_eq!(found, expected, "{windows:?} {closures:?}");
    }

    #[test]
    fn ranges_of_starts() {
        check(&[(600, 720)], &[], &[(600, 660)]);
        check(&[(601, 719)], &[], &[(615, 645)]); // rounded inwards
        check(&[(600, 650)], &[], &[]); // shorter than the visit
        check(&[(600, 900)], &[(720, 780)], &[(600, 630), (795, 840)]); // gone by 12:00, set-up from 13:00
        check(&[(600, 660), (800, 900)], &[(0, 700)], &[(810, 840)]);
        check(&[(0, 1440)], &[(0, 1440)], &[]);
    }

    #[test]
    fn preferred_hours_come_as_a_slot_of_their_own() {
        let shape = Shape {
            set_up: 0,
            public: 60,
            teardown: 0,
            step: 5,
            preferred_hours: Some((640, 720)),
        };
        let found = slots(&[(600, 700)], &[], shape);
        let expected = [(640, 640, false), (600, 640, true)];
        assert_eq!(
            found
                .iter()
                .map(|s| (s.first, s.last, s.misses_preference))
                .collect::<Vec<_>>(),
            expected
        );
    }
}
