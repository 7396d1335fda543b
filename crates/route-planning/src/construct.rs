//! The first plan: cheapest insertion, stop by stop, in rounds.
//!
//! First every stop gets its least visits, those with the fewest possible days first. Then the visits wanted are raised by one
//! stop after stop, so that nobody takes all while others wait.

use crate::{moves::change_days, solution::Solution, workshop::Workshop};

pub(crate) fn first_plan(workshop: &mut Workshop<'_>) -> Solution {
    let problem = workshop.problem;
    let mut solution = workshop.only_fixed();
    let mut order: Vec<(usize, u32, usize, u32, u32)> = problem
        .asking()
        .map(|(stop, request)| {
            let possible = request.slots.iter().filter(|slots| !slots.is_empty()).count();
            (possible, u32::MAX - request.load, stop, request.least, request.wanted)
        })
        .collect();
    order.sort_unstable();
    for (_, _, stop, least, _) in &order {
        change_days::place(workshop, &mut solution, *stop, *least);
    }
    let rounds = order
        .iter()
        .map(|(.., least, wanted)| wanted - least)
        .max()
        .unwrap_or(0);
    for round in 1..=rounds {
        for (_, _, stop, least, wanted) in &order {
            if least + round <= *wanted && solution.got(problem, *stop) < *wanted {
                let before = workshop.cost(&solution);
                workshop.journal.begin(&solution);
                workshop.remove_all(&mut solution, *stop);
                change_days::place(workshop, &mut solution, *stop, least + round);
                if workshop.cost(&solution) < before {
                    workshop.journal.close();
                } else {
                    workshop.journal.take_back(&mut solution);
                }
            }
        }
    }
    solution
}
