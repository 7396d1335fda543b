//! The first plan: cheapest insertion, stop by stop, in rounds.
//!
//! First every stop gets its least visits, those with the fewest possible days first. Then the visits wanted are raised by one
//! stop after stop, so that nobody takes all while others wait.

use crate::{
    moves::change_days,
    solution::{Solution, Workshop},
};

pub(crate) fn first_plan(workshop: &mut Workshop<'_>) -> Solution {
    let problem = workshop.problem;
    let mut solution = workshop.only_fixed();
    let mut order: Vec<(usize, usize, u32, u32)> = problem
        .asking()
        .map(|(stop, request)| {
            let possible = request.slots.iter().filter(|slots| !slots.is_empty()).count();
            (possible, stop, request.least, request.wanted)
        })
        .collect();
    order.sort_unstable();
    for (_, stop, least, _) in &order {
        change_days::place(workshop, &mut solution, *stop, *least);
    }
    let rounds = order
        .iter()
        .map(|(_, _, least, wanted)| wanted - least)
        .max()
        .unwrap_or(0);
    for round in 1..=rounds {
        for (_, stop, least, wanted) in &order {
            if least + round <= *wanted && solution.got(problem, *stop) < *wanted {
                let mut raised = solution.clone();
                workshop.remove_all(&mut raised, *stop);
                change_days::place(workshop, &mut raised, *stop, least + round);
                if raised.cost() < solution.cost() {
                    solution = raised;
                }
            }
        }
    }
    solution
}
