//! Many visits change their days among each other, all at once and in the best way there is.
//!
//! Many tours give away a piece each: one visit, or all that can go. No stop is in two pieces, so what a piece costs in a tour does not
//! depend on where the others go, and the best way to share the pieces out is an assignment problem (Sarvanov & Doroshko 1981; for
//! routes De Franceschi, Fischetti & Toth 2006). Where two visits fill a day, a good pair can move to another day whole, and rings of
//! visits change places though no two of them could (cyclic exchange, Thompson & Psaraftis 1993).

use rand::{RngExt, seq::SliceRandom};
use rand_pcg::Pcg64Mcg;

use super::assignment::Assignment;
use crate::{
    Cost,
    day_sets::DaySet,
    problem::{Job, Problem},
    solution::Solution,
    workshop::{Offer, Workshop},
};

/// Pieces in one exchange.
const PIECES: usize = 16;
/// Tours beside theirs, to which they may go.
const OTHER_TOURS: usize = 2;

/// Visits of one tour that stay together.
#[derive(Debug)]
struct Piece {
    stops: Vec<usize>,
    was: usize,
}

/// Where a piece would go in a tour.
#[derive(Debug, Clone, Copy)]
struct Place {
    position: u32,
    turned: bool,
}

/// The memory of the exchange.
pub(crate) struct Exchange {
    /// Where a bus runs.
    bus_days: Vec<usize>,
    /// By stop: whether one of its visits may go to another day while everything else stays.
    may: Vec<bool>,
    /// By stop: the exchange in which it last was.
    taken: Vec<u32>,
    number: u32,
    pieces: Vec<Piece>,
    tours: Vec<usize>,
    /// By piece, then tour.
    prices: Vec<Cost>,
    places: Vec<Option<Place>>,
    assignment: Assignment,
    days: DaySet,
    /// Of one piece, by tour: what the days of its stops cost.
    own: Vec<Option<Cost>>,
    trial: Vec<Job>,
}

impl Exchange {
    pub(crate) fn new(problem: &Problem) -> Self {
        let may = |stop: usize| {
            let request = problem.stops[stop].request.as_ref();
            request.is_some_and(|r| r.sets.one_day_may_change()) && problem.apart[stop].is_empty()
        };
        Self {
            bus_days: (0..problem.shifts.len())
                .filter(|b| problem.shifts[*b].is_some())
                .collect(),
            may: (0..problem.stops.len()).map(may).collect(),
            taken: vec![0; problem.stops.len()],
            number: 0,
            pieces: Vec::new(),
            tours: Vec::new(),
            prices: Vec::new(),
            places: Vec::new(),
            assignment: Assignment::default(),
            days: DaySet::new(),
            own: Vec::new(),
            trial: Vec::new(),
        }
    }

    /// Whether there is anything to exchange.
    pub(crate) fn is_of_use(&self) -> bool {
        self.may.iter().filter(|may| **may).count() > 1
    }

    /// Exchanges pieces of tours drawn at random. The solution costs no more than before, if no detour is quicker than the direct way.
    pub(crate) fn exchange(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, rng: &mut Pcg64Mcg) {
        self.draw(workshop.problem, solution, rng);
        self.pieces
            .retain(|piece| workshop.remove_many(solution, &piece.stops, piece.was));
        self.price(workshop, solution);
        let chosen = self.assignment.solve(self.pieces.len(), self.tours.len(), &self.prices);
        for (number, tour) in chosen {
            let piece = &self.pieces[number];
            // Without a place nothing goes in: the plan lacks a visit then.
            if let Some(place) = self.places[number * self.tours.len() + tour] {
                let (bus_day, position) = (self.tours[tour], place.position);
                let stops = in_order(&piece.stops, place.turned);
                workshop.insert_many(solution, stops, Offer { bus_day, position });
            }
            for stop in &piece.stops {
                workshop.count_own(solution, *stop);
            }
        }
    }

    /// Which tours give which pieces, and which others take part.
    fn draw(&mut self, problem: &Problem, solution: &Solution, rng: &mut Pcg64Mcg) {
        self.number += 1;
        self.pieces.clear();
        self.tours.clear();
        let whole = rng.random_range(0..2u32) == 0;
        self.bus_days.shuffle(rng);
        let mut others = 0;
        for bus_day in &self.bus_days {
            if self.pieces.len() == PIECES {
                break;
            }
            let jobs = &solution.routes[*bus_day].jobs;
            let stops: Vec<usize> = match jobs.len() as u32 {
                0 => Vec::new(),
                _ if whole => jobs.iter().map(|job| *job as usize).collect(),
                n => vec![jobs[rng.random_range(0..n) as usize] as usize],
            };
            let free =
                |stop: &usize| *stop < problem.stops.len() && self.may[*stop] && self.taken[*stop] != self.number;
            if !stops.is_empty() && stops.iter().all(free) {
                for stop in &stops {
                    self.taken[*stop] = self.number;
                }
                self.pieces.push(Piece { stops, was: *bus_day });
                self.tours.push(*bus_day);
            } else if others < OTHER_TOURS {
                others += 1;
                self.tours.push(*bus_day);
            }
        }
    }

    /// What each piece costs in each tour, and where it would go there.
    fn price(&mut self, workshop: &mut Workshop<'_>, solution: &Solution) {
        self.prices.clear();
        self.places.clear();
        for piece in &self.pieces {
            own_costs(
                workshop.problem,
                solution,
                piece,
                &self.tours,
                &mut self.days,
                &mut self.own,
            );
            for (bus_day, own) in self.tours.iter().zip(&self.own) {
                let place = own.and_then(|_| cheapest_place(workshop, solution, piece, *bus_day, &mut self.trial));
                let price = own.zip(place).map(|(own, (points, _))| own + Cost::comfort(points));
                self.prices.push(price.unwrap_or(Cost::FORBIDDEN));
                self.places.push(place.map(|(_, place)| place));
            }
        }
    }
}

fn in_order(stops: &[usize], turned: bool) -> impl Iterator<Item = usize> + Clone {
    let n = stops.len();
    (0..n).map(move |i| stops[if turned { n - 1 - i } else { i }])
}

/// By tour: what the days of its stops cost with the piece in it, if it may be there.
fn own_costs(
    problem: &Problem,
    solution: &Solution,
    piece: &Piece,
    tours: &[usize],
    days: &mut DaySet,
    sums: &mut Vec<Option<Cost>>,
) {
    sums.clear();
    sums.resize(tours.len(), Some(Cost::ZERO));
    for stop in &piece.stops {
        // Who has no request asked for no visit, and is in no piece.
        let Some(request) = &problem.stops[*stop].request else {
            continue;
        };
        solution.days_into(problem, *stop, days);
        let with = request.sets.with_one_more(days);
        for (sum, bus_day) in sums.iter_mut().zip(tours) {
            let (bus, day) = (problem.bus_of(*bus_day), problem.day_of(*bus_day));
            let own = with(day as u16).filter(|_| !request.slots_with(bus, day).is_empty());
            *sum = sum.zip(own).map(|(sum, own)| sum + own);
        }
    }
}

/// Where the piece costs the tour least.
fn cheapest_place(
    workshop: &mut Workshop<'_>,
    solution: &Solution,
    piece: &Piece,
    bus_day: usize,
    trial: &mut Vec<Job>,
) -> Option<(i64, Place)> {
    if let [stop] = piece.stops[..] {
        let (points, offer) = workshop.price_tour(solution, stop, bus_day)?;
        let position = offer.position;
        return Some((
            points,
            Place {
                position,
                turned: false,
            },
        ));
    }
    let route = &solution.routes[bus_day];
    let old = workshop.paid(&route.measure);
    let mut best: Option<(i64, Place)> = None;
    for position in 0..=route.jobs.len() {
        for turned in [false, true] {
            trial.clear();
            trial.extend_from_slice(&route.jobs[..position]);
            trial.extend(in_order(&piece.stops, turned).map(|stop| stop as Job));
            trial.extend_from_slice(&route.jobs[position..]);
            let bar = best.map_or(i64::MAX, |(points, _)| points + old);
            if let Some(points) = workshop.points_below(bus_day, trial, bar) {
                let position = position as u32;
                best = Some((points - old, Place { position, turned }));
            }
        }
    }
    best
}
