//! Stops that are kept apart: no visit on a day on which, or in whose week, the other one is visited.
//!
//! `asked` is what a plan in the making knows: by stop, the bus-days of the visits it asked for.

use crate::problem::{ApartBy, Problem};

/// Whether a visit of the stop on the day would be too near.
pub(crate) fn too_near(problem: &Problem, asked: &[Vec<usize>], stop: usize, day: usize) -> bool {
    let mut others = problem.apart[stop].iter();
    others.any(|(other, by)| visited(problem, asked, *other).any(|visited| near(problem, visited, *by).contains(&day)))
}

/// The days on which a stop is visited, by people's will too.
fn visited<'a>(problem: &'a Problem, asked: &'a [Vec<usize>], stop: usize) -> impl Iterator<Item = usize> + 'a {
    let asked = asked[stop].iter().map(|bus_day| problem.day_of(*bus_day));
    let fixed = problem.fixed.iter().filter(move |fixed| fixed.stop == stop);
    asked.chain(fixed.map(|fixed| fixed.day))
}

/// The days of the season that are too near to one.
fn near(problem: &Problem, day: usize, by: ApartBy) -> std::ops::Range<usize> {
    match by {
        ApartBy::Day => day..day + 1,
        ApartBy::Week => {
            let from_monday = problem.date(day).weekday().index();
            day.saturating_sub(from_monday)..(day + 7 - from_monday).min(problem.days)
        }
    }
}
