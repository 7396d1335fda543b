//! The times of one tour: given the order, when does each visit start, and where does the crew rest?
//!
//! Forward over the order with labels, of which only those are kept that no other beats in everything: so the tour costs as little
//! as it can, and is found whenever there is one. Then backward, which starts everything as late as the end allows, so that the
//! crew waits at the depot and not on the road.
//!
//! A label holds for every departure at once ([`Run`]), so nothing is tried minute by minute.

mod rests;
mod run;

#[cfg(test)]
mod tests;

use crate::problem::{Breaks, Job, Problem, Shift, Slot, Task};
use run::Run;

/// A tour that can be driven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Schedule {
    pub(crate) depart: u32,
    pub(crate) back: u32,
    /// Public start of each visit.
    pub(crate) starts: Vec<u32>,
    /// Breaks in order of time.
    pub(crate) breaks: Vec<Rested>,
}

/// A break of the crew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rested {
    /// At which visit of the tour, from 0.
    pub(crate) at: usize,
    /// After teardown; otherwise before set-up.
    pub(crate) after: bool,
    pub(crate) start: u32,
    pub(crate) end: u32,
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

/// Breaks on the way to a visit (or home).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    None,
    /// After the teardown before it.
    After,
    /// Before its set-up.
    Before,
    Both,
}

impl Rest {
    fn count(self) -> u32 {
        match self {
            Self::None => 0,
            Self::After | Self::Before => 1,
            Self::Both => 2,
        }
    }

    fn is_after(self) -> bool {
        matches!(self, Self::After | Self::Both)
    }

    fn is_before(self) -> bool {
        matches!(self, Self::Before | Self::Both)
    }
}

/// A way to have done the visits so far.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// Since the depot.
    day: Run,
    /// Since the last break, or the depot.
    since: Run,
    /// Minutes on the road since then.
    driving: u32,
    missed: u32,
    slot: Slot,
    rest: Rest,
    parent: usize,
}

impl Label {
    /// Whether it is as good in everything that may matter later.
    fn beats(&self, other: &Self, breaks: bool) -> bool {
        let rested = || self.driving <= other.driving && self.since.beats(&other.since);
        self.missed <= other.missed && self.day.beats(&other.day) && (!breaks || rested())
    }
}

/// How a tour ends.
#[derive(Debug, Clone, Copy)]
struct End {
    label: usize,
    rest: Rest,
    points: Points,
    back: u32,
}

/// Schedules tours; keeps its memory between calls.
#[derive(Debug, Default)]
pub(crate) struct Scheduler {
    labels: Vec<Label>,
}

/// A tour to be scheduled.
#[derive(Clone, Copy)]
struct Tour<'a> {
    problem: &'a Problem,
    shift: &'a Shift,
    bus: usize,
    day: usize,
    jobs: &'a [Job],
}

impl<'a> Tour<'a> {
    fn of(problem: &'a Problem, bus_day: usize, jobs: &'a [Job]) -> Option<Self> {
        Some(Self {
            problem,
            shift: problem.shifts[bus_day].as_ref()?,
            bus: problem.bus_of(bus_day),
            day: problem.day_of(bus_day),
            jobs,
        })
    }

    fn task(&self, job: Job) -> Task<'a> {
        self.problem.task_on(job, self.bus, self.day)
    }

    fn minutes(&self, from: usize, to: usize) -> u32 {
        self.problem.roads.minutes(from, to)
    }

    fn fee(&self, from: usize, to: usize) -> i64 {
        self.problem.roads.fee_of(self.shift, from, to)
    }

    fn points(&self, travel: i64, missed: u32, duty: u32) -> Points {
        let (weights, duty) = (&self.problem.weights, i64::from(duty));
        Points {
            preferences: i64::from(weights.hours_not_preferred) * i64::from(missed),
            travel,
            spread: i64::from(weights.spread) * duty * duty / 1000,
        }
    }
}

impl Scheduler {
    /// The times of a tour; `None` if it cannot be driven within the hours, windows, duty and breaks. No visit: nothing to drive.
    pub(crate) fn schedule(&mut self, problem: &Problem, bus_day: usize, jobs: &[Job]) -> Option<Schedule> {
        let tour = Tour::of(problem, bus_day, jobs).filter(|_| !jobs.is_empty())?;
        let end = self.best(&tour)?;
        Some(self.start_late(&tour, end))
    }

    /// What a tour costs; `None` if it cannot be driven.
    pub(crate) fn points(&mut self, problem: &Problem, bus_day: usize, jobs: &[Job]) -> Option<Points> {
        if jobs.is_empty() {
            return Some(Points::default());
        }
        let tour = Tour::of(problem, bus_day, jobs)?;
        if tour.shift.breaks.is_none()
            && let Some(points) = quick(&tour)
        {
            return points;
        }
        self.best(&tour).map(|end| end.points)
    }

    /// Fills the labels and finds the cheapest end; of equal ones the earliest.
    fn best(&mut self, tour: &Tour<'_>) -> Option<End> {
        let shift = tour.shift;
        self.labels.clear();
        let (mut layer, mut at, mut travel, mut driving) = (0..0, shift.from, 0, 0);
        for (i, job) in tour.jobs.iter().enumerate() {
            let task = tour.task(*job);
            let way = tour.minutes(at, task.place);
            travel += tour.fee(at, task.place);
            driving += way;
            let begin = self.labels.len();
            if i == 0 {
                self.begin(tour, way, &task);
            }
            for parent in layer {
                self.extend(tour, parent, way, &task, begin);
            }
            if self.labels.len() == begin {
                return None;
            }
            (layer, at) = (begin..self.labels.len(), task.place);
        }
        let way = tour.minutes(at, shift.to);
        travel += tour.fee(at, shift.to);
        if driving + way > shift.max_driving {
            return None;
        }
        let ends = layer.flat_map(|label| self.ends(tour, label, way, travel));
        ends.min_by_key(|end| (end.points.sum(), end.back, end.label))
    }

    /// The first visit, from the depot.
    fn begin(&mut self, tour: &Tour<'_>, way: u32, task: &Task<'_>) {
        for slot in task.slots {
            let first = |rest: u32| Run::first(tour.shift.start, way + rest + task.set_up, *slot, task);
            let missed = u32::from(slot.misses_preference);
            let label = |day: Run, since: Run, driving: u32, rest: Rest| Label {
                day,
                since,
                driving,
                missed,
                slot: *slot,
                rest,
                parent: 0,
            };
            let (limits, whole) = (tour.shift.breaks, first(0));
            let fits = |l: &Label| limits.is_none_or(|limits| limits.allows(l.driving, l.since.least()));
            let direct = whole.map(|run| label(run, run, way, Rest::None)).filter(fits);
            self.push(tour, direct, 0);
            if let Some(limits) = limits.filter(|limits| limits.allows(way, way)) {
                let rested =
                    first(limits.length).map(|run| label(run, Run::anew(task.set_up, *slot, task), 0, Rest::Before));
                self.push(tour, rested.filter(fits), 0);
            }
        }
    }

    fn extend(&mut self, tour: &Tour<'_>, parent: usize, way: u32, task: &Task<'_>, begin: usize) {
        let from = self.labels[parent];
        let grid = tour.problem.step;
        for slot in task.slots {
            let missed = from.missed + u32::from(slot.misses_preference);
            let label = |day: Run, since: Run, driving: u32, rest: Rest| Label {
                day,
                since,
                driving,
                missed,
                slot: *slot,
                rest,
                parent,
            };
            let on = |run: &Run, minutes: u32| run.on(minutes + task.set_up, *slot, task, grid);
            let Some(limits) = tour.shift.breaks else {
                let next = on(&from.day, way).map(|run| label(run, run, 0, Rest::None));
                self.push(tour, next, begin);
                continue;
            };
            let (driving, worked) = (from.driving + way, from.since.least() + way);
            let fits = |l: &Label| limits.allows(l.driving, l.since.least());
            if let (Some(day), Some(since)) = (on(&from.day, way), on(&from.since, way)) {
                self.push(tour, Some(label(day, since, driving, Rest::None)).filter(fits), begin);
            }
            let short = limits.allows(way, way);
            if short && let Some(day) = on(&from.day, way + limits.length) {
                let since = Run::anew(way + task.set_up, *slot, task);
                self.push(tour, Some(label(day, since, way, Rest::After)).filter(fits), begin);
            }
            let rest = match limits.allows(driving, worked) {
                true => Rest::Before,
                false if short => Rest::Both,
                false => continue,
            };
            if let Some(day) = on(&from.day, way + rest.count() * limits.length) {
                let since = Run::anew(task.set_up, *slot, task);
                self.push(tour, Some(label(day, since, 0, rest)).filter(fits), begin);
            }
        }
    }

    /// Keeps a label of the layer that began there, unless another is as good.
    fn push(&mut self, tour: &Tour<'_>, label: Option<Label>, begin: usize) {
        let breaks = tour.shift.breaks.is_some();
        if let Some(label) = label
            && !self.labels[begin..].iter().any(|other| other.beats(&label, breaks))
        {
            self.labels.push(label);
        }
    }

    /// Ways home after a last visit.
    fn ends(&self, tour: &Tour<'_>, number: usize, way: u32, travel: i64) -> impl Iterator<Item = End> {
        let (label, shift) = (self.labels[number], tour.shift);
        let allowed = |driving: u32, worked: u32| shift.breaks.is_none_or(|limits| limits.allows(driving, worked));
        let direct = allowed(label.driving + way, label.since.least() + way).then_some((Rest::None, 0));
        let rested = shift.breaks.filter(|limits| limits.allows(way, way));
        let rested = rested.map(|limits| (Rest::After, limits.length));
        let tour = *tour;
        direct.into_iter().chain(rested).filter_map(move |(rest, pause)| {
            let (back, duty) = (label.day.ready + pause + way, label.day.least() + pause + way);
            (back <= shift.end && duty <= shift.max_duty).then(|| End {
                label: number,
                rest,
                points: tour.points(travel, label.missed, duty),
                back,
            })
        })
    }
}

/// Points of a tour without breaks in which every visit has one slot: then one label is enough and needs no memory. The outer
/// `None`: some visit has several.
fn quick(tour: &Tour<'_>) -> Option<Option<Points>> {
    let (shift, grid) = (tour.shift, tour.problem.step);
    let (mut at, mut travel, mut driving, mut missed) = (shift.from, 0, 0, 0);
    let mut run: Option<Run> = None;
    for job in tour.jobs {
        let task = tour.task(*job);
        let slot = match task.slots {
            [slot] => *slot,
            [] => return Some(None),
            _ => return None,
        };
        let way = tour.minutes(at, task.place);
        let next = match &run {
            None => Run::first(shift.start, way + task.set_up, slot, &task),
            Some(run) => run.on(way + task.set_up, slot, &task, grid),
        };
        if next.is_none() {
            return Some(None);
        }
        run = next;
        travel += tour.fee(at, task.place);
        driving += way;
        missed += u32::from(slot.misses_preference);
        at = task.place;
    }
    let (way, run) = (tour.minutes(at, shift.to), run?);
    let (back, duty) = (run.ready + way, run.least() + way);
    let fits = back <= shift.end && duty <= shift.max_duty && driving + way <= shift.max_driving;
    travel += tour.fee(at, shift.to);
    Some(fits.then(|| tour.points(travel, missed, duty)))
}

impl Breaks {
    /// Whether so many minutes on the road and at work may pass without a break.
    fn allows(self, driving: u32, worked: u32) -> bool {
        driving <= self.driving && worked <= self.work
    }
}

/// Whether public hours from `start` lie outside the preferred ones.
pub(crate) fn misses(preferred: Option<(u32, u32)>, start: u32, public: u32) -> bool {
    preferred.is_some_and(|(from, to)| start < from || start + public > to)
}
