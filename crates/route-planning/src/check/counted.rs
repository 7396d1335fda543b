//! What counts as one visit of a request: a day, or a block of days.

use vocabulary::Day;

use super::{Court, Violation};
use crate::{PlannedVisit, Request, VisitReason};

/// One visit as the request counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) first: Day,
    pub(super) last: Day,
    /// Whether people fixed it.
    pub(super) fixed: bool,
}

/// The visits that count, by day, as single days or as the blocks that are asked for; tells blocks that are not whole.
pub(super) fn counted(court: &mut Court<'_>, request: &Request, visits: &[&PlannedVisit]) -> Vec<Counted> {
    let single = |visit: &&PlannedVisit| Counted {
        first: visit.day,
        last: visit.day,
        fixed: visit.reason != VisitReason::Asked,
    };
    let days: Vec<Counted> = visits.iter().map(single).collect();
    let Some(block) = request.block else {
        return days;
    };
    let goes_on = |a: &Counted, b: &Counted| {
        let same_week = a.first.monday() == b.first.monday();
        a.fixed == b.fixed && (same_week || !block.within_week) && !runs_between(court, a.first, b.first)
    };
    let stretches: Vec<&[Counted]> = days.chunk_by(goes_on).collect();
    let mut blocks = Vec::new();
    for stretch in stretches {
        for days in stretch.chunks(block.days.max(1) as usize) {
            let (first, last) = (days[0], days[days.len() - 1]); // Chunks are never empty.
            let whole = first.fixed || days.len() == block.days as usize;
            court.hold(whole, || Violation::BlockBroken {
                stop: request.stop.clone(),
                day: first.first,
                days: days.len() as u32,
                asked: block.days,
            });
            blocks.push(Counted {
                first: first.first,
                last: last.last,
                fixed: first.fixed,
            });
        }
    }
    blocks
}

/// Whether any bus runs on a day between the two.
fn runs_between(court: &Court<'_>, from: Day, to: Day) -> bool {
    let between = court
        .parts
        .days
        .iter()
        .map(|d| d.day)
        .filter(|day| from < *day && *day < to);
    let mut buses_and_days = between.flat_map(|day| court.parts.buses.iter().map(move |bus| (bus, day)));
    buses_and_days.any(|(bus, day)| court.hours(&bus.slug, day).is_some())
}
