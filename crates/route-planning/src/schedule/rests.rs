//! From the labels of a tour to its times.

use super::{End, Label, Rest, Rested, Schedule, Scheduler, Tour};
use crate::problem::Task;

/// Where the visit after is, and what its beginning asks of the one before.
struct Next {
    place: usize,
    /// Set-up begins.
    set_up_start: u32,
    rest: Rest,
}

impl Scheduler {
    /// Puts every visit but the last as late as its slot, the next visit and the breaks allow.
    pub(super) fn start_late(&self, tour: &Tour<'_>, end: End) -> Schedule {
        let mut starts = vec![0; tour.jobs.len()];
        let mut breaks = Vec::new();
        let mut label = self.labels[end.label];
        let mut next: Option<Next> = None;
        let mut depart = 0;
        for (i, job) in tour.jobs.iter().enumerate().rev() {
            let task = tour.task(*job);
            let stay = task.public + task.teardown;
            let start = match &next {
                None => label.day.ready - stay,
                Some(next) => latest_start(tour, &label, &task, next),
            };
            starts[i] = start;
            match &next {
                None if end.rest.is_after() => breaks.push(Rested {
                    at: i,
                    after: true,
                    start: start + stay,
                    end: end.back - tour.minutes(task.place, tour.shift.to),
                }),
                None => {}
                Some(next) => rested(tour, i, start + stay, task.place, next, &mut breaks),
            }
            let set_up_start = start - task.set_up;
            if i == 0 {
                let way = tour.minutes(tour.shift.from, task.place);
                depart = set_up_start - way;
                if label.rest.is_before() {
                    let length = tour.shift.breaks.map_or(0, |limits| limits.length);
                    depart -= length;
                    breaks.push(Rested {
                        at: 0,
                        after: false,
                        start: set_up_start - length,
                        end: set_up_start,
                    });
                }
            }
            next = Some(Next {
                place: task.place,
                set_up_start,
                rest: label.rest,
            });
            label = self.labels[label.parent];
        }
        breaks.reverse();
        Schedule {
            depart,
            back: end.back,
            starts,
            breaks,
        }
    }
}

/// The latest public start of a visit with one after it.
fn latest_start(tour: &Tour<'_>, label: &Label, task: &Task<'_>, next: &Next) -> u32 {
    let way = tour.minutes(task.place, next.place);
    let length = tour.shift.breaks.map_or(0, |limits| limits.length);
    let mut leave = next.set_up_start - way - next.rest.count() * length;
    if next.rest != Rest::None {
        // Work since the break before must not get too long by waiting for the next visit: that waiting goes to the break.
        let work = tour.shift.breaks.map_or(u32::MAX, |limits| limits.work);
        let drive = if next.rest.is_after() { 0 } else { way };
        leave = leave.min(label.since.latest.saturating_add(work) - drive);
    }
    let latest = leave - task.teardown - task.public;
    label.slot.last.min(latest - latest % task.step)
}

/// The breaks between a visit and the next one, the later first. All waiting is part of them.
fn rested(tour: &Tour<'_>, at: usize, leave: u32, place: usize, next: &Next, breaks: &mut Vec<Rested>) {
    let way = tour.minutes(place, next.place);
    let length = tour.shift.breaks.map_or(0, |limits| limits.length);
    if next.rest.is_before() {
        let start = match next.rest {
            Rest::Both => next.set_up_start - length,
            _ => leave + way,
        };
        breaks.push(Rested {
            at: at + 1,
            after: false,
            start,
            end: next.set_up_start,
        });
    }
    if next.rest.is_after() {
        let until = next.set_up_start - way - if next.rest == Rest::Both { length } else { 0 };
        breaks.push(Rested {
            at,
            after: true,
            start: leave,
            end: until,
        });
    }
}
