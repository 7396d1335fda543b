//! Breaks of the crew: where they lie, how long they are, and how long the work between them is.

use vocabulary::{Minute, Minutes, Slug};

use super::{Court, Violation, visits::teardown_of};
use crate::{BreakRule, Bus, PlannedVisit, Tour};

/// What happens in a tour, in order of time.
enum Step {
    /// A way that takes so long by the matrix.
    Drive {
        reached: Minute,
        minutes: u32,
    },
    Rest {
        start: Minute,
        end: Minute,
    },
}

pub(super) fn judge(court: &mut Court<'_>, tour: &Tour, visits: &[&PlannedVisit], bus: &Bus) {
    for rest in &tour.breaks {
        let (name, day, start) = (tour.bus.clone(), tour.day, rest.start);
        let free = visits
            .iter()
            .any(|visit| stands(court, visit, &rest.place, start, rest.end));
        court.hold(free && start < rest.end, || Violation::BreakMisplaced {
            bus: name,
            day,
            start,
        });
    }
    let Some(rule) = &bus.breaks else { return };
    for rest in &tour.breaks {
        let given = Minutes(rest.end.get().saturating_sub(rest.start.get()));
        court.hold(given >= rule.length, || Violation::BreakTooShort {
            bus: tour.bus.clone(),
            day: tour.day,
            start: rest.start,
            least: rule.length,
        });
    }
    walk(court, tour, &steps(court, tour, visits, bus), rule);
}

/// Whether the bus is at that stop then, before set-up or after teardown.
fn stands(court: &Court<'_>, visit: &PlannedVisit, place: &Slug, start: Minute, end: Minute) -> bool {
    let Some(stop) = court.stops.get(&visit.stop).copied() else {
        return false;
    };
    let packed = visit
        .public_end
        .get()
        .saturating_add(teardown_of(court, stop, visit).get());
    let before = visit.arrival <= start && end <= visit.set_up_start;
    let after = packed <= start.get() && end <= visit.departure;
    visit.stop == *place && (before || after)
}

fn steps(court: &Court<'_>, tour: &Tour, visits: &[&PlannedVisit], bus: &Bus) -> Vec<Step> {
    let (depart_from, return_to) = bus.depots_on(tour.day);
    let mut at = depart_from;
    let ends = visits.iter().map(|visit| (&visit.stop, visit.arrival));
    let mut steps: Vec<(Minute, Step)> = Vec::new();
    let mut left = tour.depart;
    let leaves = visits.iter().map(|visit| visit.departure);
    for ((place, reached), leaves) in ends.chain([(return_to, tour.back)]).zip(leaves.chain([tour.back])) {
        let minutes = court.travel(at, place).map_or(0, |(minutes, _)| minutes);
        steps.push((left, Step::Drive { reached, minutes }));
        (at, left) = (place, leaves);
    }
    for rest in &tour.breaks {
        let (start, end) = (rest.start, rest.end);
        steps.push((start, Step::Rest { start, end }));
    }
    // A way begins when the break before it ends, so it comes after it; sorting keeps the order of equals, hence the second key.
    steps.sort_by_key(|(from, step)| (*from, matches!(step, Step::Drive { .. })));
    steps.into_iter().map(|(_, step)| step).collect()
}

fn walk(court: &mut Court<'_>, tour: &Tour, steps: &[Step], rule: &BreakRule) {
    let (mut since, mut driving) = (tour.depart, 0);
    for step in steps {
        match step {
            Step::Drive { reached, minutes } => {
                driving += minutes;
                drove(court, tour, rule, *reached, driving);
            }
            Step::Rest { start, end } => {
                worked(court, tour, rule, since, *start);
                // One that is too short is told as such and is no break.
                if end.get().saturating_sub(start.get()) >= rule.length.get() {
                    (since, driving) = (*end, 0);
                }
            }
        }
    }
    worked(court, tour, rule, since, tour.back);
}

fn drove(court: &mut Court<'_>, tour: &Tour, rule: &BreakRule, until: Minute, driving: u32) {
    if let Some(most) = rule.after_driving {
        court.hold(driving <= most.get(), || Violation::BreakAfterDriving {
            bus: tour.bus.clone(),
            day: tour.day,
            until,
            driving: Minutes(driving),
            most,
        });
    }
}

fn worked(court: &mut Court<'_>, tour: &Tour, rule: &BreakRule, since: Minute, until: Minute) {
    let worked = Minutes(until.get().saturating_sub(since.get()));
    if let Some(most) = rule.after_work {
        court.hold(worked <= most, || Violation::BreakAfterWork {
            bus: tour.bus.clone(),
            day: tour.day,
            until,
            worked,
            most,
        });
    }
}
