use proptest::prelude::*;

use super::*;
use crate::NO_PRICE;

fn rules(days: usize) -> SpacingRules {
    SpacingRules {
        need: 1,
        least: 0,
        wanted: 2,
        most: 3,
        gap_min: 1,
        gap_max: u32::MAX,
        first_from: 0,
        first_by: u16::MAX,
        last_from: 0,
        block: 1,
        within_week: false,
        running: vec![true; days],
        fixed: vec![false; days],
        possible: vec![true; days],
        day_fee: vec![Cost::ZERO; days],
        base: Cost::ZERO,
        weekdays: (0..days).map(|d| Weekday::ALL[d % 7]).collect(),
        same_weekday: SameWeekday::No,
        fair_wait: 1000,
    }
}

/// What a set costs in all, as `cost` and the prices say.
fn in_all(sets: &Spacing, price: &[i64], set: &[u16]) -> Option<Cost> {
    let chosen = || set.iter().map(|d| usize::from(*d)).filter(|d| !sets.rules.fixed[*d]);
    let barred = chosen().any(|d| price[d] >= NO_PRICE);
    let own = sets.cost(set).filter(|_| !barred)?;
    Some(own + Cost::comfort(chosen().map(|d| price[d]).sum()))
}

/// Whether a set is whole blocks, days that people fixed apart: counted by hand over the running days.
fn is_whole_blocks(rules: &SpacingRules, set: &[u16]) -> bool {
    let mut length = 0;
    let mut whole = true;
    let mut before = None;
    for day in (0..rules.fixed.len()).filter(|day| rules.running[*day]) {
        let chosen = set.contains(&(day as u16)) && !rules.fixed[day];
        let week = (rules.weekdays[0].index() + day) / 7;
        if !chosen || (rules.within_week && before != Some(week)) {
            whole &= length % rules.block == 0;
            length = 0;
        }
        whole &= !chosen || rules.possible[day];
        length += usize::from(chosen);
        before = Some(week);
    }
    let all_fixed = (0..rules.fixed.len()).all(|day| !rules.fixed[day] || set.contains(&(day as u16)));
    let all_running = set.iter().all(|day| rules.running[usize::from(*day)]);
    whole && length % rules.block == 0 && all_fixed && all_running
}

/// Whether each set with one day more costs what it costs.
fn one_more_is_told_rightly(sets: &Spacing) -> bool {
    let days = sets.days() as u16;
    let mut all = (0u32..1 << days).map(|bits| (0..days).filter(|d| bits & (1 << d) != 0).collect::<DaySet>());
    all.all(|set| {
        let one_more = sets.one_more(&set);
        (0..days).all(|day| {
            let mut whole = set.clone();
            whole.insert(set.partition_point(|d| *d < day), day);
            let costs = sets.cost(&whole).filter(|_| !set.contains(&day));
            one_more.as_ref().and_then(|one_more| one_more.cost(day)) == costs
        })
    })
}

/// Every set, judged by `cost` alone.
fn by_brute_force(sets: &Spacing, price: &[i64]) -> Option<Cost> {
    let days = sets.days() as u16;
    let sets_of_days = (0u32..1 << days).map(|bits| (0..days).filter(|d| bits & (1 << d) != 0).collect::<DaySet>());
    sets_of_days.filter_map(|set| in_all(sets, price, &set)).min()
}

#[test]
fn the_gap_pushes_the_second_visit() {
    let price = [1, 1, 9, 5, 3];
    let sets = Spacing::new(SpacingRules { gap_min: 3, ..rules(5) });
    assert_eq!(sets.cheapest(&price), Some((Cost::comfort(4), vec![0, 4]))); // 1 and 4 would cost 4 too
    let sets = Spacing::new(SpacingRules {
        gap_min: 3,
        gap_max: 3,
        ..rules(5)
    });
    assert_eq!(sets.cheapest(&price).unwrap().1, vec![1, 4]);
}

#[test]
fn a_missing_visit_outweighs_any_price() {
    let mut price = [NO_PRICE; 5];
    price[2] = 1_000_000;
    let (cost, set) = Spacing::new(rules(5)).cheapest(&price).unwrap();
    assert_eq!((cost.wanted, set), (1, vec![2]));
}

#[test]
fn fixed_days_are_always_in_the_set() {
    let mut rules = SpacingRules {
        gap_min: 4,
        most: 2,
        ..rules(6)
    };
    rules.fixed[2] = true;
    rules.fixed[3] = true; // nearer than the gap: people decided so
    let (_, set) = Spacing::new(rules).cheapest(&[0; 6]).unwrap();
    assert_eq!(set, vec![2, 3]);
}

#[test]
fn a_block_passes_over_a_closed_day() {
    let mut rules = SpacingRules {
        block: 3,
        gap_min: 3,
        most: 2,
        ..rules(10) // Monday to Wednesday of the next week
    };
    rules.running[2] = false;
    let price = [1, 1, NO_PRICE, 1, 9, 9, 1, 1, 1, 1];
    let sets = Spacing::new(rules.clone());
    assert_eq!(sets.cheapest(&price).unwrap().1, [0, 1, 3, 6, 7, 8]);
    let within_week = Spacing::new(SpacingRules {
        within_week: true,
        ..rules
    });
    // From Sunday to Tuesday would be two weeks.
    assert_eq!(within_week.cheapest(&price).unwrap().1, [0, 1, 3, 7, 8, 9]);
}

fn fees() -> impl Strategy<Value = Vec<Cost>> {
    let fee = (0i64..20, prop::option::weighted(0.2, 1i64..3));
    let cost = fee.prop_map(|(comfort, kept)| Cost {
        moved: -kept.unwrap_or(0),
        comfort,
        ..Cost::ZERO
    });
    prop::collection::vec(cost, 9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_trying_every_set(
        price in prop::collection::vec(prop::option::weighted(0.8, -20i64..60), 9),
        fixed in prop::collection::vec(prop::bool::weighted(0.15), 9),
        possible in prop::collection::vec(prop::bool::weighted(0.9), 9),
        fees in fees(),
        counts in (0u32..4, 0u32..3, 0u32..3),
        gaps in (1u32..5, 0u32..5, any::<bool>()),
        edges in (0u16..4, 3u16..9, 0u16..8),
        others in (1u32..4, 1u32..6, prop_oneof![Just(SameWeekday::No), Just(SameWeekday::Always), (1i64..30).prop_map(SameWeekday::Fee)]),
        blocks in (prop_oneof![2 => Just(1usize), 3 => 2usize..4], any::<bool>(), prop::collection::vec(prop::bool::weighted(0.85), 9)),
    ) {
        let fixed: Vec<bool> = fixed.iter().zip(&blocks.2).map(|(fixed, runs)| *fixed && *runs).collect();
        let price: Vec<i64> = price.into_iter().map(|p| p.unwrap_or(NO_PRICE)).collect();
        let sets = Spacing::new(SpacingRules {
            need: others.0,
            least: counts.0,
            wanted: counts.0 + counts.1,
            most: counts.0 + counts.1 + counts.2,
            block: blocks.0,
            within_week: blocks.1,
            running: blocks.2,
            gap_min: gaps.0,
            gap_max: if gaps.2 { gaps.0 + gaps.1 } else { u32::MAX },
            first_from: edges.0,
            first_by: edges.1,
            last_from: edges.2,
            fixed,
            possible,
            day_fee: fees,
            base: Cost { moved: 3, ..Cost::ZERO },
            same_weekday: others.2,
            fair_wait: others.1,
            ..rules(9)
        });
        prop_assert!(blocks.0 > 1 || one_more_is_told_rightly(&sets));
        let found = sets.cheapest(&price);
        prop_assert_eq!(found.as_ref().map(|f| f.0), by_brute_force(&sets, &price));
        if let Some((cost, set)) = found {
            prop_assert_eq!(in_all(&sets, &price, &set), Some(cost));
            prop_assert!(is_whole_blocks(&sets.rules, &set));
        }
        for bits in 0u32..1 << 9 {
            let set: DaySet = (0..9).filter(|d| bits & (1 << d) != 0).collect();
            let all_fixed = (0..9).all(|d| !sets.rules.fixed[d] || set.contains(&(d as u16)));
            prop_assert_eq!(all_fixed && is_units(&sets, &set), is_whole_blocks(&sets.rules, &set), "{:?}", set);
        }
    }
}

/// Whether the days make units, one after the other.
fn is_units(sets: &Spacing, mut days: &[u16]) -> bool {
    while !days.is_empty() {
        let Some((_, rest)) = sets.first_unit(days) else {
            return false;
        };
        days = rest;
    }
    true
}
