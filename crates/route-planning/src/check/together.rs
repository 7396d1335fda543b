//! Which visits go together: turns of a cycle, the same weekday, stops kept apart.

use std::collections::BTreeMap;

use vocabulary::{Day, Sameness, Slug};

use super::{Court, Violation, counted::Counted};
use crate::{ApartBy, LeftOut, Plan, PlannedVisit, Request, Skipped, VisitReason};

/// Everything that the planner chose is whole cycles apart, from the visit before the season too; the turns that are left out are told.
pub(super) fn judge_cycle(court: &mut Court<'_>, plan: &Plan, request: &Request, visits: &[Counted]) {
    let Some(weeks) = request.every_weeks else { return };
    let period = 7 * i64::from(weeks.max(1));
    let chosen = || visits.iter().filter(|visit| !visit.fixed).map(|visit| visit.first);
    let start = request.previous_visit.or(chosen().next());
    let on_turn = |day: Day| start.is_some_and(|start| start.days_until(day) % period == 0);
    for day in chosen().filter(|day| !on_turn(*day)) {
        court.found.push(Violation::OffCycle {
            stop: request.stop.clone(),
            day,
            weeks,
        });
    }
    let days = court.parts.days.iter().map(|d| d.day);
    let left_out = days.filter(|day| on_turn(*day) && visits.iter().all(|visit| visit.first != *day));
    let expected: Vec<Day> = left_out.filter(|_| chosen().next().is_some()).collect();
    let told = plan.skipped.iter().filter(|skipped| skipped.stop == request.stop);
    let wanted = request.wanted as usize;
    let rightly = |skipped: &Skipped| {
        let runs = court
            .parts
            .buses
            .iter()
            .any(|bus| court.hours(&bus.slug, skipped.day).is_some());
        match skipped.because {
            LeftOut::Closed => true, // Which rules bar a day is not judged again.
            LeftOut::Enough => runs && visits.len() >= wanted,
            LeftOut::NoRoom => runs && visits.len() < wanted,
        }
    };
    let honest = told.clone().map(|skipped| skipped.day).eq(expected) && told.clone().all(rightly);
    court.hold(honest, || Violation::SkippedMisstated {
        stop: request.stop.clone(),
    });
}

/// What the planner chose is on one weekday, where that is a rule.
pub(super) fn judge_weekday(court: &mut Court<'_>, request: &Request, visits: &[Counted]) {
    let mut chosen = visits.iter().filter(|visit| !visit.fixed).map(|visit| visit.first);
    // A listed set says by itself which days go together.
    let listed = !request.day_sets.is_empty();
    let (Sameness::Always, Some(first), false) = (request.same_weekday, chosen.next(), listed) else {
        return;
    };
    for day in chosen.filter(|day| day.weekday() != first.weekday()) {
        court.found.push(Violation::OtherWeekday {
            stop: request.stop.clone(),
            day,
            first,
        });
    }
}

/// What the planner chose starts at the same time, where that is a rule.
pub(super) fn judge_start(court: &mut Court<'_>, request: &Request, visits: &[&PlannedVisit]) {
    let mut chosen = visits.iter().filter(|visit| visit.reason == VisitReason::Asked);
    let (Sameness::Always, Some(first)) = (request.same_start, chosen.next()) else {
        return;
    };
    for visit in chosen.filter(|visit| visit.public_start != first.public_start) {
        court.found.push(Violation::OtherStart {
            stop: request.stop.clone(),
            day: visit.day,
            start: visit.public_start,
            first: first.public_start,
        });
    }
}

/// Stops that are kept apart are, wherever the planner chose one of the two visits.
pub(super) fn judge_apart(court: &mut Court<'_>, of_stop: &BTreeMap<&Slug, Vec<&PlannedVisit>>) {
    let parts = court.parts;
    for rule in &parts.apart {
        let [ones, others] = rule
            .stops
            .each_ref()
            .map(|stop| of_stop.get(stop).map_or(&[][..], Vec::as_slice));
        for (one, other) in ones.iter().flat_map(|one| others.iter().map(move |other| (one, other))) {
            let near = match rule.by {
                ApartBy::Day => one.day == other.day,
                ApartBy::Week => one.day.monday() == other.day.monday(),
            };
            let chosen = one.reason == VisitReason::Asked || other.reason == VisitReason::Asked;
            court.hold(!(near && chosen), || Violation::NotApart {
                stop: one.stop.clone(),
                day: one.day,
                other: other.stop.clone(),
                other_day: other.day,
            });
        }
    }
}
