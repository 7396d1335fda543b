//! How little of a rule has to give: the cheapest relaxation of one family that still places a visit more.

use vocabulary::{Day, Metres, Minutes, Slug, Weekday};

use super::{Case, Placed, Relaxation};

/// Times are relaxed in steps of this many minutes.
const STEP: u32 = 15;
/// Ranges are relaxed in steps of this many metres.
const RANGE_STEP: u32 = 1000;
/// Place and bus hours are first widened by up to four hours at each end.
const MOST_STEPS: u32 = 16;

/// The cheapest relaxation found in the family of `full`, which places the stop so, and how it places it. At worst `full` itself.
pub(super) fn of(case: &Case<'_>, full: (&Relaxation, Placed)) -> (Relaxation, Placed) {
    let (full, placed) = full;
    let days = placed.days.iter();
    let dates: Vec<Day> = days.map(|day| case.problem.date(usize::from(*day))).collect();
    let least = |most: u32, with: &dyn Fn(u32) -> Relaxation| {
        let known = (most > 0 && with(most) == *full).then(|| placed.clone());
        least(case, most, known, with)
    };
    let found = match full {
        Relaxation::LeastGap { asked, .. } => {
            let with = |by: u32| Relaxation::LeastGap {
                asked: *asked,
                enough: asked.saturating_sub(by).max(1),
            };
            least(asked.saturating_sub(1), &with)
        }
        Relaxation::MostGap { asked, .. } => asked.and_then(|gap| {
            let with = |by: u32| Relaxation::MostGap {
                asked: *asked,
                enough: Some(gap.saturating_add(by)),
            };
            least(case.problem.days as u32, &with)
        }),
        Relaxation::BlockDays { asked, .. } => least(asked.saturating_sub(1), &|by| Relaxation::BlockDays {
            asked: *asked,
            enough: asked.saturating_sub(by).max(1),
        }),
        Relaxation::OffCycle { .. } | Relaxation::AnyWeekday | Relaxation::AnyStart => None,
        Relaxation::Together { stops } => one_or_all(case, stops, |stops: &[Slug]| Relaxation::Together {
            stops: stops.to_vec(),
        }),
        Relaxation::Weekdays { allow } => {
            let used = |day: &Weekday| dates.iter().any(|date| date.weekday() == *day);
            let candidates: Vec<Weekday> = allow.iter().filter(used).collect();
            one_or_all(case, &candidates, |days| Relaxation::Weekdays {
                allow: days.iter().copied().collect(),
            })
        }
        Relaxation::SiteHours { .. } | Relaxation::SiteOpen { .. } => {
            let wider = least(MOST_STEPS, &|by| Relaxation::SiteHours {
                longer_by: Minutes(by * STEP),
            });
            wider.or_else(|| one_or_all(case, &dates, |days| Relaxation::SiteOpen { days: days.to_vec() }))
        }
        Relaxation::Permission { until } => {
            let ended = case.stop.permission_until.unwrap_or(*until);
            let most = u32::try_from(ended.days_until(*until)).unwrap_or(0);
            least(most, &|by| Relaxation::Permission {
                until: ended.plus_days(i64::from(by)),
            })
        }
        Relaxation::Events { events } => one_or_all(case, events, |events: &[Slug]| Relaxation::Events {
            events: events.to_vec(),
        }),
        Relaxation::OpenDays { days } => {
            let used: Vec<Day> = days.iter().copied().filter(|day| dates.contains(day)).collect();
            one_or_all(case, &used, |days| Relaxation::OpenDays { days: days.to_vec() })
        }
        Relaxation::BusHours { .. } => least(MOST_STEPS, &|by| Relaxation::BusHours {
            longer_by: Minutes(by * STEP),
        }),
        Relaxation::Duty { .. } => least(1440 / STEP, &|by| Relaxation::Duty {
            longer_by: Minutes(by * STEP),
        }),
        Relaxation::Driving { .. } => least(1440 / STEP, &|by| Relaxation::Driving {
            longer_by: Minutes(by * STEP),
        }),
        // A tour has room for all that is on it; what it may lack is room for this visit.
        Relaxation::Capacity { more_by } => least((*more_by).min(case.request.load), &|by| Relaxation::Capacity {
            more_by: by,
        }),
        Relaxation::Range { farther_by } => least(farther_by.get() / RANGE_STEP, &|by| Relaxation::Range {
            farther_by: Metres(by * RANGE_STEP),
        }),
        Relaxation::Breaks { shorter_by } => least(shorter_by.get().div_ceil(5), &|by| Relaxation::Breaks {
            shorter_by: Minutes((by * 5).min(shorter_by.get())),
        }),
        Relaxation::AllHours => None,
        Relaxation::Capability { without } => one_or_all(case, without, |needs: &[Slug]| Relaxation::Capability {
            without: needs.to_vec(),
        }),
        Relaxation::VisitLength { asked, enough } => {
            let shorter = |by: u32| Minutes(asked.get().saturating_sub(by * 5).max(enough.get()));
            let most = (asked.get() - enough.get()).div_ceil(5);
            least(most, &|by| Relaxation::VisitLength {
                asked: *asked,
                enough: shorter(by),
            })
        }
        Relaxation::AnotherBus { .. } => {
            one_or_all(case, &dates, |days| Relaxation::AnotherBus { days: days.to_vec() })
        }
    };
    found.unwrap_or_else(|| (full.clone(), placed))
}

/// The least number from 1 to `most` with which the visit is placed, by halving: what helps once helps with more. What is known
/// of `most` is not tried again.
fn least(
    case: &Case<'_>,
    most: u32,
    known: Option<Placed>,
    with: &dyn Fn(u32) -> Relaxation,
) -> Option<(Relaxation, Placed)> {
    let try_with = |by: u32| case.placed(&[with(by)]);
    if most == 0 {
        return None;
    }
    let mut placed = known.or_else(|| try_with(most))?;
    let (mut too_little, mut enough) = (0, most);
    while enough - too_little > 1 {
        let middle = too_little + (enough - too_little) / 2;
        match try_with(middle) {
            Some(so) => (enough, placed) = (middle, so),
            None => too_little = middle,
        }
    }
    Some((with(enough), placed))
}

/// The first single thing that places the visit, else as few of them as can be found by leaving out one after the other.
fn one_or_all<T: Clone>(
    case: &Case<'_>,
    things: &[T],
    with: impl Fn(&[T]) -> Relaxation,
) -> Option<(Relaxation, Placed)> {
    let try_with = |some: &[T]| case.placed(&[with(some)]);
    let single = |thing: &[T]| Some((with(thing), try_with(thing)?));
    if let Some(found) = things.chunks(1).find_map(single) {
        return Some(found);
    }
    let mut needed = things.to_vec();
    let mut placed = try_with(&needed)?;
    for i in (0..needed.len()).rev() {
        let left_out = needed.remove(i);
        match try_with(&needed) {
            Some(so) => placed = so,
            None => needed.insert(i, left_out),
        }
    }
    Some((with(&needed), placed))
}
