//! What was asked for: counts, spacing, fixed visits, and whether the plan is honest about what is missing.

use std::collections::{BTreeMap, BTreeSet};

use vocabulary::{Day, Slug};

use super::{
    Court, Violation,
    counted::{self, Counted},
    together,
    visits::{is_event_visit, is_pin},
};
use crate::{EventRule, Plan, PlannedVisit, Request, VisitReason};

pub(super) fn judge(court: &mut Court<'_>, plan: &Plan) {
    let mut of_stop: BTreeMap<&Slug, Vec<&PlannedVisit>> = BTreeMap::new();
    for visit in &plan.visits {
        of_stop.entry(&visit.stop).or_default().push(visit);
    }
    for (stop, visits) in &mut of_stop {
        visits.sort_by_key(|visit| visit.day);
        for pair in visits.windows(2).filter(|pair| pair[0].day == pair[1].day) {
            court.found.push(Violation::TwiceADay {
                stop: (*stop).clone(),
                day: pair[0].day,
            });
        }
    }
    for request in &court.parts.requests {
        let visits = of_stop.get(&request.stop).map_or(&[][..], Vec::as_slice);
        let counted: Vec<&PlannedVisit> = visits.iter().copied().filter(|visit| counts(court, visit)).collect();
        together::judge_start(court, request, &counted);
        let counted = counted::counted(court, request, &counted);
        judge_counts(court, plan, request, &counted);
        if request.day_sets.is_empty() {
            judge_gaps(court, request, &counted);
        } else {
            judge_set(court, request, &counted);
        }
        together::judge_cycle(court, plan, request, &counted);
        together::judge_weekday(court, request, &counted);
    }
    together::judge_apart(court, &of_stop);
    judge_fixed(court, plan);
}

/// Whether a visit counts towards the request of its stop.
fn counts(court: &Court<'_>, visit: &PlannedVisit) -> bool {
    let VisitReason::Event { .. } = visit.reason else {
        return true;
    };
    let own = court.parts.events.iter().find(|event| is_event_visit(event, visit));
    own.is_some_and(|event| matches!(event.rule, EventRule::TakePart { counts: true, .. }))
}

fn judge_counts(court: &mut Court<'_>, plan: &Plan, request: &Request, visits: &[Counted]) {
    let (stop, got, wanted) = (|| request.stop.clone(), visits.len() as u32, request.wanted);
    let fixed = visits.iter().filter(|visit| visit.fixed).count() as u32;
    let most = request.most.max(fixed);
    court.hold(got <= most, || Violation::TooMany {
        stop: stop(),
        got,
        most,
    });
    match plan.unmet.iter().find(|unmet| unmet.stop == request.stop) {
        Some(unmet) => {
            let honest = unmet.got == got && unmet.wanted == wanted && unmet.least == request.least && got < wanted;
            court.hold(honest, || Violation::UnmetMisstated {
                stop: stop(),
                stated: unmet.got,
                wanted,
                got,
            });
            court.hold(!unmet.reasons.is_empty(), || Violation::UnmetUnexplained {
                stop: stop(),
                got,
                wanted,
            });
        }
        None => court.hold(got >= wanted, || Violation::UnmetUnexplained {
            stop: stop(),
            got,
            wanted,
        }),
    }
}

/// One of the listed sets, no visit at all, or nothing but what people fixed.
fn judge_set(court: &mut Court<'_>, request: &Request, visits: &[Counted]) {
    let days: BTreeSet<Day> = visits.iter().map(|visit| visit.first).collect();
    let listed = request
        .day_sets
        .iter()
        .any(|set| set.iter().copied().collect::<BTreeSet<Day>>() == days);
    let decided = visits.iter().any(|visit| !visit.fixed);
    court.hold(listed || !decided, || Violation::DaySetNotListed {
        stop: request.stop.clone(),
    });
}

/// Spacing judges what the planner decided: between two fixed visits any gap stands.
fn judge_gaps(court: &mut Court<'_>, request: &Request, visits: &[Counted]) {
    if request.every_weeks.is_some() {
        return; // A cycle has its own spacing.
    }
    let stop = || request.stop.clone();
    for pair in visits.windows(2).filter(|pair| !(pair[0].fixed && pair[1].fixed)) {
        judge_gap(court, request, pair[0].last, pair[1].first);
    }
    let (first, last) = (visits.first().filter(|v| !v.fixed), visits.last().filter(|v| !v.fixed));
    if let (Some(first), Some(previous)) = (first, request.previous_visit) {
        // A longest gap that ended before the season began cannot be kept by anyone.
        let season = court.parts.days.first().map_or(first.first, |start| start.day);
        let too_late_anyway = request
            .gap_max
            .is_some_and(|most| previous.plus_days(i64::from(most)) < season);
        let judged = if too_late_anyway {
            Request {
                gap_max: None,
                ..request.clone()
            }
        } else {
            request.clone()
        };
        judge_gap(court, &judged, previous, first.first);
    }
    if let (Some(first), Some(by)) = (first, request.first_by) {
        court.hold(first.first <= by, || Violation::FirstTooLate {
            stop: stop(),
            first: first.first,
            by,
        });
    }
    if let (Some(last), Some(from)) = (last, request.last_from) {
        court.hold(last.last >= from, || Violation::LastTooEarly {
            stop: stop(),
            last: last.last,
            from,
        });
    }
    if let (Some(last), Some(end)) = (last.filter(|_| request.gap_max_to_end), court.parts.days.last()) {
        let only_longest = Request {
            gap_min: None,
            ..request.clone()
        };
        judge_gap(court, &only_longest, last.last, end.day);
    }
}

fn judge_gap(court: &mut Court<'_>, request: &Request, from: Day, to: Day) {
    let gap = u32::try_from(from.days_until(to)).unwrap_or(0);
    let stop = || request.stop.clone();
    if let Some(least) = request.gap_min {
        court.hold(gap >= least, || Violation::GapTooShort {
            stop: stop(),
            from,
            to,
            gap,
            least,
        });
    }
    if let Some(most) = request.gap_max {
        court.hold(gap <= most, || Violation::GapTooLong {
            stop: stop(),
            from,
            to,
            gap,
            most,
        });
    }
}

fn judge_fixed(court: &mut Court<'_>, plan: &Plan) {
    for event in &court.parts.events {
        let EventRule::TakePart { stop, .. } = &event.rule else {
            continue;
        };
        let kept = plan.visits.iter().any(|visit| is_event_visit(event, visit));
        court.hold(kept, || Violation::EventMissed {
            event: event.slug.clone(),
            stop: stop.clone(),
            day: event.day,
        });
    }
    for pin in &court.parts.pins {
        let kept = plan.visits.iter().any(|visit| is_pin(court, pin, visit));
        court.hold(kept, || Violation::PinMoved {
            stop: pin.stop.clone(),
            day: pin.day,
        });
    }
}
