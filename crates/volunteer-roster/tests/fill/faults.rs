//! Every fault of the parts, alone and all at once.

use volunteer_roster::fill::{Bar, Fault, Kind, Offer, Parts, PersonIndex, Places, Post, Problem, Thing, VisitIndex};

use crate::common::{assignment, person, season, visit};

fn faults(change: impl FnOnce(&mut Parts)) -> Vec<Fault> {
    let mut parts = season(vec![visit(0, 9, 12), visit(0, 11, 17)], vec![person(Kind::Adult)]);
    change(&mut parts);
    Problem::build(parts).err().unwrap_or_default()
}

macro_rules! faults {
    ($($name:ident: $change:expr => [$($fault:pat),+];)*) => {$(
        #[test]
        fn $name() {
            let found = faults($change);
            assert!(matches!(found[..], [$($fault),+]), "{found:?}");
        }
    )*};
}

const NOBODY: PersonIndex = PersonIndex(7);
const NOWHERE: VisitIndex = VisitIndex(7);

faults! {
    an_unknown_person: |p| p.offers[0].person = NOBODY
        => [Fault::Unknown { thing: Thing::Person, index: 7, used_by: Thing::Offer, at: 0 }];
    an_unknown_visit: |p| p.bars.push(Bar { person: PersonIndex(0), visit: NOWHERE, post: Post::Driver, reason: 0 })
        => [Fault::Unknown { thing: Thing::Visit, index: 7, used_by: Thing::Bar, at: 0 }];
    an_unknown_estate: |p| p.visits[1].estate = 2
        => [Fault::Unknown { thing: Thing::Estate, index: 2, used_by: Thing::Visit, at: 1 }];
    an_offer_twice: |p| p.offers.push(p.offers[0])
        => [Fault::Twice { thing: Thing::Offer, at: 2 }];
    a_pin_twice: |p| p.pinned = vec![assignment(0, 0, Post::Helper); 2]
        => [Fault::Twice { thing: Thing::Pin, at: 1 }];
    a_standing_twice: |p| p.standing = vec![assignment(0, 0, Post::Helper), assignment(0, 0, Post::Leader)]
        => [Fault::Twice { thing: Thing::Standing, at: 1 }];
    no_time: |p| p.visits[0].ends = p.visits[0].starts
        => [Fault::Times { visit: 0, .. }];
    far_from_the_epoch: |p| p.visits[0].starts = i64::MIN
        => [Fault::Times { visit: 0, .. }];
    more_needed_than_wanted: |p| p.visits[0].places[0] = Places { wanted: 1, minimum: 2 }
        => [Fault::MinimumAboveWanted { visit: 0, wanted: 1, minimum: 2 }];
    too_many_places: |p| p.visits[0].places[0].wanted = u32::MAX
        => [Fault::TooLarge { thing: Thing::Places, at: 0, .. }];
    a_day_in_two_weeks: |p| p.visits[1].week = 2
        => [Fault::DayInTwoWeeks { visit: 1 }];
    too_few_ways: |p| p.rules.travel_minutes = vec![0; 3]
        => [Fault::TravelShape { estates: 2, expected: 4, found: 3 }];
    a_way_too_long: |p| p.rules.travel_minutes = vec![0, 1441, 0, 0]
        => [Fault::TooLarge { thing: Thing::TravelMinutes, at: 1, .. }];
    too_much_rest: |p| p.rules.rest_minutes = 10_081
        => [Fault::TooLarge { thing: Thing::RestMinutes, .. }];
    too_dear: |p| p.weights.change = 1_000_001
        => [Fault::TooLarge { thing: Thing::Weight, .. }];
    a_share_too_large: |p| p.people[0].share = 10_001
        => [Fault::TooLarge { thing: Thing::Share, at: 0, .. }];
    an_unknown_language: |p| p.visits[0].languages = 1 << 8
        => [Fault::TooLarge { thing: Thing::Language, at: 0, .. }];
    too_many_estates: |p| p.rules.estates = 1001
        => [Fault::TooMany { thing: Thing::Estate, found: 1001, most: 1000 }];
    pins_that_break_rules: |p| p.pinned = vec![assignment(0, 0, Post::Helper), assignment(0, 1, Post::Driver)]
        => [Fault::Pinned { .. }, Fault::Pinned { .. }];
    all_at_once: |p| {
        p.visits[0].ends = 0;
        p.offers.push(Offer { person: NOBODY, visit: NOWHERE, price: u32::MAX });
    }
        => [Fault::Times { .. }, Fault::Unknown { .. }, Fault::Unknown { .. }, Fault::TooLarge { thing: Thing::Offer, .. }];
}

#[test]
fn nothing_at_all_is_a_season() {
    assert!(Problem::build(Parts::default()).is_ok());
}
