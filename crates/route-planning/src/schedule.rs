//! The times of one tour: given the order, when does each visit start?
//!
//! Forward over the order with labels (ready at, preferences missed), of which only those that no other beats in both are kept: so
//! the preferred hours are met whenever they can be. Then backward, which starts everything as late as the end allows, so that the
//! crew waits at the depot and not on the road.

use crate::problem::{Job, Problem, Slot, Task};

/// A tour that can be driven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Schedule {
    pub(crate) depart: u32,
    pub(crate) back: u32,
    /// Public start of each visit.
    pub(crate) starts: Vec<u32>,
}

/// The points of a tour, by what they are for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Points {
    pub(crate) preferences: i64,
    pub(crate) travel: i64,
    pub(crate) spread: i64,
}

impl std::ops::Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            preferences: self.preferences + other.preferences,
            travel: self.travel + other.travel,
            spread: self.spread + other.spread,
        }
    }
}

impl std::ops::Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            preferences: self.preferences - other.preferences,
            travel: self.travel - other.travel,
            spread: self.spread - other.spread,
        }
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), std::ops::Add::add)
    }
}

impl Points {
    pub(crate) fn sum(self) -> i64 {
        self.preferences + self.travel + self.spread
    }
}

#[derive(Debug, Clone, Copy)]
struct Label {
    /// The bus drives off.
    ready: u32,
    missed: u32,
    start: u32,
    slot: Slot,
    parent: usize,
}

/// Schedules tours; keeps its memory between calls.
#[derive(Debug, Default)]
pub(crate) struct Scheduler {
    labels: Vec<Label>,
    starts: Vec<u32>,
}

impl Scheduler {
    /// The times of a tour; `None` if it cannot be driven within the hours, windows and duty. No visit: nothing to drive.
    pub(crate) fn schedule(&mut self, problem: &Problem, bus_day: usize, jobs: &[Job]) -> Option<Schedule> {
        let (depart, back) = self.times(problem, bus_day, jobs)?;
        Some(Schedule {
            depart,
            back,
            starts: self.starts.clone(),
        })
    }

    /// What a tour costs; `None` if it cannot be driven.
    pub(crate) fn points(&mut self, problem: &Problem, bus_day: usize, jobs: &[Job]) -> Option<Points> {
        if jobs.is_empty() {
            return Some(Points::default());
        }
        let (depart, back) = self.times(problem, bus_day, jobs)?;
        let shift = problem.shifts[bus_day]?;
        let mut points = Points::default();
        let mut at = shift.from;
        for (job, start) in jobs.iter().zip(&self.starts) {
            let task = problem.task(*job, bus_day);
            points.travel += problem.roads.fee(at, task.place);
            at = task.place;
            if misses(task.preferred_hours, *start, task.public) {
                points.preferences += i64::from(problem.weights.hours_not_preferred);
            }
        }
        points.travel += problem.roads.fee(at, shift.to);
        let duty = i64::from(back - depart);
        points.spread = i64::from(problem.weights.spread) * duty * duty / 1000;
        Some(points)
    }

    /// Leaves the public starts in `self.starts`; departure from and return to the depot.
    fn times(&mut self, problem: &Problem, bus_day: usize, jobs: &[Job]) -> Option<(u32, u32)> {
        let shift = problem.shifts[bus_day]?;
        self.labels.clear();
        let nothing = Slot {
            first: 0,
            last: 0,
            misses_preference: false,
        };
        self.labels.push(Label {
            ready: shift.start,
            missed: 0,
            start: 0,
            slot: nothing,
            parent: 0,
        });
        let (mut layer, mut at) = (0..1, shift.from);
        for job in jobs {
            let task = problem.task(*job, bus_day);
            let way = problem.roads.minutes(at, task.place);
            let begin = self.labels.len();
            for parent in layer {
                self.extend(parent, way, &task, begin);
            }
            if self.labels.len() == begin {
                return None;
            }
            (layer, at) = (begin..self.labels.len(), task.place);
        }
        let way_back = problem.roads.minutes(at, shift.to);
        // Labels are few (one, unless hours are preferred); fewest missed preferences first, then the earliest end.
        let mut ends: Vec<usize> = layer
            .filter(|l| self.labels[*l].ready + way_back <= shift.end)
            .collect();
        ends.sort_unstable_by_key(|l| (self.labels[*l].missed, self.labels[*l].ready));
        ends.into_iter().find_map(|last| {
            let back = self.labels[last].ready + way_back;
            let depart = self.start_late(problem, bus_day, jobs, last, shift.from);
            (back - depart <= shift.max_duty).then_some((depart, back))
        })
    }

    fn extend(&mut self, parent: usize, way: u32, task: &Task<'_>, begin: usize) {
        let Label { ready, missed, .. } = self.labels[parent];
        let earliest = (ready + way + task.set_up).next_multiple_of(task.step);
        for slot in task.slots {
            let start = slot.first.max(earliest);
            if start > slot.last {
                continue;
            }
            let ready = start + task.public + task.teardown;
            let missed = missed + u32::from(slot.misses_preference);
            let beaten = |l: &Label| l.ready <= ready && l.missed <= missed;
            if !self.labels[begin..].iter().any(beaten) {
                self.labels.push(Label {
                    ready,
                    missed,
                    start,
                    slot: *slot,
                    parent,
                });
            }
        }
    }

    /// Puts every visit but the last as late as its slot and the next visit allow; the departure from the depot.
    fn start_late(&mut self, problem: &Problem, bus_day: usize, jobs: &[Job], last: usize, depot: usize) -> u32 {
        self.starts.clear();
        self.starts.resize(jobs.len(), 0);
        let mut next: Option<(u32, usize)> = None; // set-up start and place of the visit after
        let mut label = self.labels[last];
        for (i, job) in jobs.iter().enumerate().rev() {
            let task = problem.task(*job, bus_day);
            let start = match next {
                None => label.start,
                Some((set_up_start, place)) => {
                    let way = problem.roads.minutes(task.place, place);
                    let latest = set_up_start - way - task.teardown - task.public;
                    label.slot.last.min(latest - latest % task.step)
                }
            };
            self.starts[i] = start;
            next = Some((start - task.set_up, task.place));
            label = self.labels[label.parent];
        }
        next.map_or(0, |(set_up_start, place)| {
            set_up_start - problem.roads.minutes(depot, place)
        })
    }
}

/// Whether public hours from `start` lie outside the preferred ones.
pub(crate) fn misses(preferred: Option<(u32, u32)>, start: u32, public: u32) -> bool {
    preferred.is_some_and(|(from, to)| start < from || start + public > to)
}
