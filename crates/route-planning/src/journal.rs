//! What a solution was like before a step, so that the step can be taken back without a copy of the whole.

use crate::{
    Cost,
    amounts::Amounts,
    problem::Job,
    solution::{Route, Solution},
};

/// Keeps the first state of everything that changes after [`Journal::begin`].
#[derive(Debug, Default)]
pub(crate) struct Journal {
    open: bool,
    epoch: u32,
    route_saved: Vec<u32>,
    stop_saved: Vec<u32>,
    routes: Vec<(usize, Route)>,
    stops: Vec<(usize, Vec<usize>, Cost)>,
    total: Cost,
    excess: Amounts,
    /// Vectors to use again.
    spare_jobs: Vec<Vec<Job>>,
    spare_days: Vec<Vec<usize>>,
}

impl Journal {
    pub(crate) fn new(routes: usize, stops: usize) -> Self {
        Self {
            route_saved: vec![0; routes],
            stop_saved: vec![0; stops],
            ..Self::default()
        }
    }

    /// From here on changes can be taken back. Steps do not nest: what an earlier one changed stands.
    pub(crate) fn begin(&mut self, solution: &Solution) {
        self.close();
        self.open = true;
        self.epoch += 1;
        (self.total, self.excess) = (solution.total, solution.excess);
    }

    /// What was changed stands.
    pub(crate) fn close(&mut self) {
        self.open = false;
        self.spare_jobs
            .extend(self.routes.drain(..).map(|(_, route)| route.jobs));
        self.spare_days.extend(self.stops.drain(..).map(|(_, days, _)| days));
    }

    /// Everything is again as it was at [`Journal::begin`].
    pub(crate) fn take_back(&mut self, solution: &mut Solution) {
        for (bus_day, route) in self.routes.drain(..) {
            self.spare_jobs
                .push(std::mem::replace(&mut solution.routes[bus_day], route).jobs);
        }
        for (stop, days, own) in self.stops.drain(..) {
            self.spare_days.push(std::mem::replace(&mut solution.asked[stop], days));
            solution.own[stop] = own;
        }
        (solution.total, solution.excess) = (self.total, self.excess);
        self.open = false;
    }

    /// The bus-days whose tours were changed since [`Journal::begin`].
    pub(crate) fn changed_routes(&self) -> impl Iterator<Item = usize> + '_ {
        self.routes.iter().map(|(bus_day, _)| *bus_day)
    }

    /// An empty list of jobs.
    pub(crate) fn spare(&mut self) -> Vec<Job> {
        let mut jobs = self.spare_jobs.pop().unwrap_or_default();
        jobs.clear();
        jobs
    }

    pub(crate) fn give_back(&mut self, jobs: Vec<Job>) {
        self.spare_jobs.push(jobs);
    }

    /// Puts another tour in place of the present one.
    pub(crate) fn put_route(&mut self, solution: &mut Solution, bus_day: usize, route: Route) {
        let old = std::mem::replace(&mut solution.routes[bus_day], route);
        if self.open && self.route_saved[bus_day] != self.epoch {
            self.route_saved[bus_day] = self.epoch;
            self.routes.push((bus_day, old));
        } else {
            self.spare_jobs.push(old.jobs);
        }
    }

    /// To be called before the days of a stop or what they cost change.
    pub(crate) fn save_stop(&mut self, solution: &Solution, stop: usize) {
        if self.open && self.stop_saved[stop] != self.epoch {
            self.stop_saved[stop] = self.epoch;
            let mut days = self.spare_days.pop().unwrap_or_default();
            days.clear();
            days.extend_from_slice(&solution.asked[stop]);
            self.stops.push((stop, days, solution.own[stop]));
        }
    }
}
