//! What is left in the tours of a plan: how much a place for one more visit costs at least, without a schedule.

use crate::{
    draft::{Bench, Place},
    problem::{Job, Problem, RequestRules, Shift},
    solution::Solution,
};

/// A finished plan, and what its tours use.
pub(super) struct Standing<'a> {
    pub(super) problem: &'a Problem,
    pub(super) solution: &'a Solution,
    /// By bus-day.
    pub(super) used: Vec<Used>,
}

impl<'a> Standing<'a> {
    pub(super) fn of(problem: &'a Problem, solution: &'a Solution) -> Self {
        let mut bench = Bench::new(problem);
        let tours = solution.routes.iter().enumerate();
        Self {
            problem,
            solution,
            used: tours
                .map(|(bus_day, route)| Used::of(&mut bench, bus_day, &route.jobs))
                .collect(),
        }
    }
}

/// What a tour costs and uses.
#[derive(Debug, Clone, Copy)]
pub(super) struct Used {
    /// `None` if it cannot be driven.
    pub(super) points: Option<i64>,
    fee: i64,
    metres: i64,
    load: i64,
    driving: i64,
    /// On the road and at stops, without waiting and breaks.
    work: i64,
}

/// What going over a place adds to the way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Detour {
    minutes: i64,
    metres: i64,
    fee: i64,
}

impl Used {
    /// A bus that stays at home.
    pub(super) const NOTHING: Self = Self {
        points: Some(0),
        fee: 0,
        metres: 0,
        load: 0,
        driving: 0,
        work: 0,
    };

    pub(super) fn of(bench: &mut Bench<'_>, bus_day: usize, jobs: &[Job]) -> Self {
        let problem = bench.problem;
        let Some(shift) = problem.shifts[bus_day].as_ref().filter(|_| !jobs.is_empty()) else {
            return Self::NOTHING;
        };
        let mut used = Self {
            points: bench.points(bus_day, jobs),
            ..Self::NOTHING
        };
        let mut at = shift.from;
        let mut drive = |to: usize| {
            used.fee += problem.roads.fee_of(shift, at, to);
            used.metres += i64::from(problem.roads.metres(at, to));
            used.driving += i64::from(problem.roads.minutes(at, to));
            at = to;
        };
        for job in jobs {
            drive(problem.task(*job, bus_day).place);
        }
        drive(shift.to);
        used.work = used.driving;
        for job in jobs {
            let task = problem.task(*job, bus_day);
            used.work += i64::from(task.set_up + task.public + task.teardown);
            // As in `Problem::within_limits`, a fixed visit takes what the stop's request says.
            let request = problem.stops[problem.stop_of(*job)].request.as_ref();
            used.load += request.map_or(0, |request| i64::from(request.load));
        }
        used
    }

    /// Whether nobody waits in the tour and all hours are the preferred ones: then it costs the same whatever rule is relaxed.
    pub(super) fn cannot_be_cheaper(self, problem: &Problem) -> bool {
        self.points == Some(self.fee + spread(problem, self.work))
    }

    /// The places in the tour for a visit with what each costs at least, without those that the limits of the shift rule out.
    ///
    /// The tour without the visit may cost less than in the plan, where its rules are relaxed too, but never more; and nothing is
    /// cheaper than to drive, set up, stay and pack up without any waiting and in preferred hours.
    pub(super) fn bounds<'b>(
        self,
        problem: &'b Problem,
        request: &'b RequestRules,
        shift: &'b Shift,
        bus_day: usize,
        detours: &'b [Detour],
    ) -> impl Iterator<Item = (i64, Place)> + 'b {
        let stay = i64::from(request.set_up + request.public + request.teardown);
        let longest = i64::from(shift.max_duty.min(shift.end.saturating_sub(shift.start)));
        let fits_in = self.load + i64::from(request.load) <= i64::from(shift.capacity);
        let places = detours.iter().enumerate().filter(move |_| fits_in);
        places.filter_map(move |(position, detour)| {
            let work = self.work + detour.minutes + stay;
            let fits = work <= longest
                && self.driving + detour.minutes <= i64::from(shift.max_driving)
                && self.metres + detour.metres <= i64::from(shift.range);
            let points = self.fee + detour.fee + spread(problem, work) - self.points.unwrap_or(i64::MAX / 4);
            // Who leaves the visit out of a tour without breaks, and waits instead, has driven the tour without it in the same hours.
            let whole = shift.breaks.is_none() && detour.minutes >= 0;
            let points = if whole { points.max(detour.fee) } else { points };
            fits.then_some((
                points,
                Place {
                    bus_day,
                    position,
                    points,
                },
            ))
        })
    }
}

/// Points for so many minutes of work in a day.
fn spread(problem: &Problem, work: i64) -> i64 {
    i64::from(problem.weights.spread) * work * work / 1000
}

/// The detours over one stop in all tours.
#[derive(Debug, Default)]
pub(super) struct Room {
    detours: Vec<Detour>,
    /// By bus-day: where its detours begin; one more for the end of the last.
    begin: Vec<usize>,
}

impl Room {
    /// By position in the tour.
    pub(super) fn detours(&self, bus_day: usize) -> &[Detour] {
        &self.detours[self.begin[bus_day]..self.begin[bus_day + 1]]
    }

    pub(super) fn for_stop<'j>(problem: &Problem, stop: usize, jobs: impl Fn(usize) -> &'j [Job]) -> Self {
        let mut room = Self::default();
        let over = problem.stops[stop].place;
        for (bus_day, shift) in problem.shifts.iter().enumerate() {
            room.begin.push(room.detours.len());
            let Some(shift) = shift else { continue };
            let mut at = shift.from;
            let jobs = jobs(bus_day);
            for job in jobs {
                let next = problem.stops[problem.stop_of(*job)].place;
                room.detours.push(Detour::of(problem, shift, at, over, Some(next)));
                at = next;
            }
            // An empty tour has no way home that would be saved.
            let home = (!jobs.is_empty()).then_some(shift.to);
            room.detours.push(match home {
                Some(home) => Detour::of(problem, shift, at, over, Some(home)),
                None => Self::alone(problem, stop, shift),
            });
        }
        room.begin.push(room.detours.len());
        room
    }

    /// There and back.
    pub(super) fn alone(problem: &Problem, stop: usize, shift: &Shift) -> Detour {
        Detour::of(problem, shift, shift.from, problem.stops[stop].place, None)
    }
}

impl Detour {
    /// From one place over another to a third instead of straight; without a third: and home.
    fn of(problem: &Problem, shift: &Shift, from: usize, over: usize, to: Option<usize>) -> Self {
        let roads = &problem.roads;
        let minutes = |from, to| i64::from(roads.minutes(from, to));
        let metres = |from, to| i64::from(roads.metres(from, to));
        let fee = |from, to| roads.fee_of(shift, from, to);
        let home = to.unwrap_or(shift.to);
        let saved = |way: &dyn Fn(usize, usize) -> i64| to.map_or(0, |to| way(from, to));
        let more = |way: &dyn Fn(usize, usize) -> i64| way(from, over) + way(over, home) - saved(way);
        Self {
            minutes: more(&minutes),
            metres: more(&metres),
            fee: more(&fee),
        }
    }
}
