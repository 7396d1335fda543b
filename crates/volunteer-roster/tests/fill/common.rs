//! Small seasons: made by hand, and made up by chance.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use volunteer_roster::fill::{
    Assignment, Bar, Cost, Fill, Kind, Limits, MissingPrice, Mix, Offer, Parts, Person, PersonIndex, Places, Post,
    Problem, Rules, Settings, Unwatched, Visit, VisitIndex, Weights, check, solve,
};

pub(crate) const HELPER: Places = Places { wanted: 1, minimum: 1 };
const NOBODY: Places = Places { wanted: 0, minimum: 0 };

/// A visit for one helper, from hour to hour of a day in the only week and month.
pub(crate) fn visit(day: i32, from: i64, to: i64) -> Visit {
    Visit {
        starts: i64::from(day) * 1440 + from * 60,
        ends: i64::from(day) * 1440 + to * 60,
        day,
        week: 1,
        month: 7,
        estate: 0,
        bus: 0,
        places: [NOBODY, HELPER, NOBODY, NOBODY, NOBODY],
        first_aid: false,
        languages: 0,
    }
}

pub(crate) fn person(kind: Kind) -> Person {
    Person {
        kind,
        posts: [true; Post::COUNT],
        first_aid: false,
        languages: 0,
        limits: Limits::default(),
        share: 0,
    }
}

/// Whoever is missing costs 100 to the minimum and 50 beyond; all else is free.
pub(crate) fn weights() -> Weights {
    Weights {
        missing: [MissingPrice {
            to_minimum: 100,
            to_wanted: 50,
        }; Post::COUNT],
        ..Weights::default()
    }
}

/// Everybody offers to come on every visit.
pub(crate) fn season(visits: Vec<Visit>, people: Vec<Person>) -> Parts {
    let pairs = |visit| (0..people.len() as u32).map(move |person| (person, visit));
    let offers = (0..visits.len() as u32).flat_map(pairs).map(|(person, visit)| Offer {
        person: PersonIndex(person),
        visit: VisitIndex(visit),
        price: 0,
    });
    Parts {
        offers: offers.collect(),
        visits,
        people,
        rules: Rules {
            estates: 2,
            ..Rules::default()
        },
        weights: weights(),
        ..Parts::default()
    }
}

pub(crate) fn assignment(person: u32, visit: u32, post: Post) -> Assignment {
    Assignment {
        person: PersonIndex(person),
        visit: VisitIndex(visit),
        post,
    }
}

/// Solves and judges.
pub(crate) fn filled(problem: &Problem, seed: u64, rounds: u64) -> (Fill, Cost) {
    let settings = Settings {
        seed,
        rounds: Some(rounds),
    };
    let fill = solve(problem, settings, &mut Unwatched);
    let cost = check(problem, &fill).unwrap();
    (fill, cost)
}

/// A season by chance, with every rule and price in it somewhere.
pub(crate) fn made_up(seed: u64, visits: u32, people: u32) -> Parts {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let visits = (0..visits).map(|_| random_visit(&mut rng)).collect();
    let people = (0..people).map(|_| random_person(&mut rng)).collect();
    let mut parts = season(visits, people);
    for offer in &mut parts.offers {
        offer.price = rng.random_range(0..10);
    }
    parts.offers.retain(|_| rng.random_range(0..4) > 0);
    let some: Vec<Offer> = parts
        .offers
        .iter()
        .copied()
        .filter(|_| rng.random_range(0..6) == 0)
        .collect();
    for offer in some {
        let post = Post::ALL[rng.random_range(0..Post::COUNT)];
        if rng.random() {
            parts.bars.push(Bar {
                person: offer.person,
                visit: offer.visit,
                post,
                reason: rng.random_range(0..9),
            });
        } else {
            parts.standing.push(assignment(offer.person.0, offer.visit.0, post));
        }
    }
    parts.rules = Rules {
        rest_minutes: rng.random_range(0..14) * 60,
        estates: 2,
        travel_minutes: vec![0, rng.random_range(0..120), rng.random_range(0..120), 0],
        mix: Mix {
            minors_for_each_adult: [None, Some(1), Some(2)][rng.random_range(0..3)],
            leaders_look_after: rng.random(),
            minors_with_staff: rng.random(),
            most_useful_work: rng.random::<bool>().then_some(1),
        },
    };
    parts.weights = Weights {
        missing: std::array::from_fn(|_| MissingPrice {
            to_minimum: rng.random_range(0..100),
            to_wanted: rng.random_range(0..30),
        }),
        no_first_aid: rng.random_range(0..30),
        no_language: rng.random_range(0..30),
        change_of_estate: rng.random_range(0..9),
        fair: rng.random_range(0..6),
        unfair: rng.random_range(6..14),
        fair_near: rng.random_range(0..3),
        change: rng.random_range(0..12),
    };
    parts
}

fn random_visit(rng: &mut Pcg64Mcg) -> Visit {
    let (day, from) = (rng.random_range(0..5), rng.random_range(6..20));
    let mut places = [NOBODY; Post::COUNT];
    for place in &mut places {
        let wanted = rng.random_range(0..3);
        *place = Places {
            wanted,
            minimum: rng.random_range(0..=wanted),
        };
    }
    Visit {
        week: day / 3,
        month: day / 4,
        estate: rng.random_range(0..2),
        bus: rng.random_range(0..2),
        places,
        first_aid: rng.random(),
        languages: [0, 8, 9][rng.random_range(0..3)],
        ..visit(day, from, from + rng.random_range(1..4))
    }
}

fn random_person(rng: &mut Pcg64Mcg) -> Person {
    let kind = [Kind::Staff, Kind::Adult, Kind::Minor, Kind::UsefulWork][rng.random_range(0..4)];
    let mut limit = |from: u32, to: u32| (rng.random_range(0..3) == 0).then(|| rng.random_range(from..to));
    let limits = Limits {
        day_minutes: limit(60, 500),
        week_minutes: limit(60, 700),
        month_minutes: limit(60, 900),
        season_minutes: limit(60, 1200),
        day_visits: limit(1, 3),
        season_visits: limit(1, 5),
        days_in_row: limit(1, 3),
    };
    Person {
        posts: std::array::from_fn(|_| rng.random_range(0..3) > 0),
        first_aid: rng.random(),
        languages: rng.random_range(0..16),
        limits,
        share: rng.random_range(0..4),
        ..person(kind)
    }
}
