#![allow(clippy::unwrap_used)] // Tests, helpers included.

use proptest::prelude::*;

use super::Workshop;
use crate::{Problem, common::random, construct, day_sets::NO_PRICE, moves::change_days};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a place is said to cost is what the tour then costs more, whatever was remembered from before.
    #[test]
    fn a_price_is_what_an_insertion_costs(choices in prop::collection::vec(any::<u32>(), 200)) {
        let problem = Problem::build(random(&choices));
        prop_assume!(problem.is_ok());
        let problem = problem.unwrap();
        let mut workshop = Workshop::new(&problem);
        let mut solution = construct::first_plan(&mut workshop);
        let asking: Vec<usize> = problem.asking().map(|(stop, _)| stop).collect();
        for (number, stop) in asking.iter().copied().enumerate() {
            workshop.remove_all(&mut solution, stop);
            // Prices from when another stop was not there must not be taken for those of now.
            let other = asking[(number + 1) % asking.len()];
            workshop.remove_all(&mut solution, other);
            workshop.price_days(&solution, stop, || false);
            if other != stop {
                change_days::place(&mut workshop, &mut solution, other, u32::MAX);
            }
            workshop.price_days(&solution, stop, || false);
            let priced: Vec<_> = (0..problem.days).map(|day| (workshop.prices[day], workshop.offers[day])).collect();
            for (price, offer) in priced {
                prop_assert_eq!(offer.is_none(), price == NO_PRICE);
                let Some(offer) = offer else { continue };
                let before = workshop.paid(&solution.routes[offer.bus_day].measure);
                workshop.journal.begin(&solution);
                prop_assert!(workshop.insert(&mut solution, stop, offer));
                prop_assert_eq!(workshop.paid(&solution.routes[offer.bus_day].measure) - before, price);
                workshop.journal.take_back(&mut solution);
            }
        }
    }
}
