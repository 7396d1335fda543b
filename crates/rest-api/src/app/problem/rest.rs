//! The rest of a season that has begun, or that people have a hand in.

use std::collections::BTreeSet;

use route_planning as planner;
use season_files as files;
use vocabulary::{Day, Slug};

use super::{KnownVisit, Standing};

/// A request for the rest of the season: what has been counts, and spacing goes on from the last visit. None when nothing
/// is left to ask for.
///
/// Counts are cut to what the days left have room for: a season that ends is no reason to refuse planning its last week.
pub(super) fn of_request(
    request: planner::Request,
    known: &[KnownVisit],
    first: Day,
    last: Day,
) -> Option<planner::Request> {
    let own = |k: &&KnownVisit| k.standing == Standing::Past && k.stop == request.stop && k.event.is_none();
    let been: Vec<Day> = known.iter().filter(own).map(|k| k.day).collect();
    if been.is_empty() {
        return Some(request);
    }
    let count = u32::try_from(been.len()).unwrap_or(u32::MAX);
    let days = u32::try_from(first.days_until(last) + 1).unwrap_or(0);
    let room = days.saturating_sub(1) / request.gap_min.unwrap_or(1).max(1) + 1;
    let most = request.most.saturating_sub(count).min(days);
    let wanted = request.wanted.saturating_sub(count).min(days);
    let least = request.least.saturating_sub(count).min(room).min(wanted);
    // A wait that is too long already cannot be mended by planning: spacing then begins anew.
    let in_reach = |day: &Day| request.gap_max.is_none_or(|gap| day.plus_days(gap.into()) >= first);
    (most > 0).then(|| planner::Request {
        least,
        wanted,
        most,
        previous_visit: been.iter().max().copied().filter(in_reach),
        ..request
    })
}

/// Whether a person has decided otherwise about the visit that takes part in this event: cancelled it, or moved it.
pub(super) fn taken_over(event: &files::Event, known: &[KnownVisit]) -> bool {
    known
        .iter()
        .filter(|k| k.event.as_ref() == Some(&event.slug))
        .any(|k| match k.standing {
            Standing::Cancelled => true,
            Standing::Fixed => k.day != event.day || Some(k.hours) != event.hours,
            Standing::Past | Standing::Announced => false,
        })
}

/// Whether the event itself asks for this visit, so that no pin is needed.
pub(super) fn is_planned_event(season: &files::Season, visit: &KnownVisit) -> bool {
    let same = |e: &&files::Event| Some(&e.slug) == visit.event.as_ref();
    season
        .events
        .iter()
        .find(same)
        .is_some_and(|e| e.day == visit.day && Some(visit.hours) == e.hours)
}

/// Visits set by a person in a way that no plan allows (rules were overridden) stay as they are, outside the plan: their
/// time is taken from the bus, and they count for their request.
///
/// The others are pins. Which are which is found by building the problem: whatever is fixed on a day with a fault of its
/// fixed visits is taken out.
pub fn settle(parts: planner::ProblemParts, known: &[KnownVisit]) -> planner::ProblemParts {
    let Err(faults) = planner::Problem::build(parts.clone()) else {
        return parts;
    };
    let days: BTreeSet<Day> = faults.iter().filter_map(day_of_fixed).collect();
    let by_hand = |k: &&KnownVisit| k.standing == Standing::Fixed && days.contains(&k.day);
    let mut parts = parts;
    for (number, visit) in known.iter().filter(by_hand).enumerate() {
        parts.pins.retain(|pin| pin.stop != visit.stop || pin.day != visit.day);
        let Ok(slug) = format!("kept-visit-{number}").parse::<Slug>() else {
            continue;
        };
        let scopes = [
            (Some(visit.hours), planner::Scope::Bus(visit.bus.clone())),
            (None, planner::Scope::Stop(visit.stop.clone())),
        ];
        for (hours, scope) in scopes {
            let rule = planner::EventRule::StayAway { hours, scope };
            parts.events.push(planner::Event {
                slug: slug.clone(),
                day: visit.day,
                rule,
            });
        }
        for request in parts.requests.iter_mut().filter(|r| r.stop == visit.stop) {
            request.least = request.least.saturating_sub(1);
            request.wanted = request.wanted.saturating_sub(1);
            request.most = request.most.saturating_sub(1);
        }
    }
    parts.requests.retain(|r| r.most > 0);
    parts
}

/// The day of a fault that fixed visits cause among themselves or with their day.
fn day_of_fixed(fault: &planner::ProblemFault) -> Option<Day> {
    use planner::ProblemFault as F;
    match fault {
        F::FixedOnClosedDay { day, .. }
        | F::FixedOutsideHours { day, .. }
        | F::FixedWithoutLength { day, .. }
        | F::FixedWithoutWindow { day, .. }
        | F::FixedTwice { day, .. }
        | F::FixedDuringEvent { day, .. }
        | F::FixedCollide { day, .. } => Some(*day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use vocabulary::Minutes;

    use super::*;

    fn day(n: i64) -> Day {
        Day::from_ymd(2027, 7, 1).unwrap().plus_days(n)
    }

    fn been(on: &[i64], event: bool) -> Vec<KnownVisit> {
        on.iter()
            .map(|n| KnownVisit {
                stop: "lazek".parse().unwrap(),
                bus: "bus".parse().unwrap(),
                day: day(*n),
                hours: "11:00-13:00".parse().unwrap(),
                event: event.then(|| "festyn".parse().unwrap()),
                moved_from: None,
                standing: Standing::Past,
            })
            .collect()
    }

    fn asked(counts: (u32, u32, u32), gap: (u32, Option<u32>)) -> planner::Request {
        let parts: serde_json::Value = serde_json::json!({
            "stop": "lazek", "least": counts.0, "wanted": counts.1, "most": counts.2, "public": Minutes(120),
            "gap_min": gap.0, "gap_max": gap.1,
        });
        serde_json::from_value(parts).unwrap()
    }

    /// Counts and previous visit for the rest of July from its 11th day on.
    fn check(request: planner::Request, known: &[KnownVisit], expected: Option<((u32, u32, u32), Option<i64>)>) {
        let rest = of_request(request, known, day(10), day(30));
        let found = rest.map(|r| {
            (
                (r.least, r.wanted, r.most),
                r.previous_visit.map(|d| day(0).days_until(d)),
            )
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn what_has_been_counts() {
        // Nothing has been: the request is as it was.
        check(asked((2, 4, 5), (7, None)), &[], Some(((2, 4, 5), None)));
        // One has been, and spacing goes on from it.
        check(
            asked((2, 4, 5), (7, None)),
            &been(&[8], false),
            Some(((1, 3, 4), Some(8))),
        );
        // All has been.
        check(asked((1, 2, 2), (7, None)), &been(&[1, 8], false), None);
        // More least than the days left have room for is no reason to refuse planning: 21 days, ten apart, hold three.
        check(
            asked((5, 6, 6), (10, None)),
            &been(&[0], false),
            Some(((3, 5, 5), Some(0))),
        );
        // A wait that is too long already begins anew.
        check(
            asked((1, 4, 5), (1, Some(5))),
            &been(&[2], false),
            Some(((0, 3, 4), None)),
        );
        // A visit at an event is no answer to the request.
        check(asked((2, 4, 5), (7, None)), &been(&[8], true), Some(((2, 4, 5), None)));
    }
}
