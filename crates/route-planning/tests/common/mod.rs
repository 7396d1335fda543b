//! Small problems, so plain that one sees the answer, and a town of real size.
#![allow(dead_code, unreachable_pub)] // Each test binary uses its part.

use route_planning::*;
use vocabulary::{Certainty, CivilWindow, Coordinate, Day, Minutes, Slug, Weekdays};

pub fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn hours(text: &str) -> CivilWindow {
    text.parse().unwrap()
}

/// 28 June 2027 is a Monday; day 0 of the small problems.
pub fn nth(number: i64) -> Day {
    day("2027-06-28").plus_days(number)
}

/// One bus, 10:00-18:00, ten minutes and five kilometres between any two places, so many days from Monday 28 June.
pub fn quiet(days: i64) -> ProblemParts {
    let depot = Depot {
        slug: slug("depot"),
        coordinate: point(0),
        certainty: Certainty::Checked,
    };
    ProblemParts {
        version: PROBLEM_VERSION,
        days: (0..days)
            .map(|d| SeasonDay {
                day: nth(d),
                hours: Some(hours("10:00-18:00")),
                closed_because: None,
            })
            .collect(),
        depots: vec![depot],
        buses: vec![bus("bus")],
        stops: Vec::new(),
        requests: Vec::new(),
        events: Vec::new(),
        pins: Vec::new(),
        announced: Vec::new(),
        travel: uniform(&["depot"], 10),
        weights: Weights::default(),
        start_step: Minutes(15),
    }
}

pub fn point(number: usize) -> Coordinate {
    Coordinate::new(53.05 + number as f64 * 0.003, 21.5 + (number * 7 % 11) as f64 * 0.01).unwrap()
}

pub fn bus(name: &str) -> Bus {
    Bus {
        slug: slug(name),
        depart_from: slug("depot"),
        return_to: slug("depot"),
        hours: Vec::new(),
        closed_days: Vec::new(),
        max_duty: None,
    }
}

/// The same minutes between any two places.
pub fn uniform(places: &[&str], minutes: u32) -> Travel {
    let n = places.len();
    let between = |value: u32| (0..n * n).map(|i| if i / n == i % n { 0 } else { value }).collect();
    Travel {
        places: places.iter().map(|p| slug(p)).collect(),
        minutes: between(minutes),
        metres: between(5000),
        estimated: false,
    }
}

/// Adds a stop with a request for `wanted` visits (least 0) of two hours and no other rule; set-up and teardown 15 minutes each.
pub fn add_stop(parts: &mut ProblemParts, name: &str, wanted: u32) {
    parts.stops.push(Stop {
        slug: slug(name),
        estate: slug(&format!("estate-of-{name}")),
        coordinate: point(parts.stops.len() + 1),
        certainty: Certainty::Checked,
        need: 10,
        windows: Vec::new(),
        exceptions: Vec::new(),
        permission_until: None,
        set_up: Minutes(15),
        teardown: Minutes(15),
    });
    parts.requests.push(request(name, wanted));
    let names: Vec<String> = parts
        .travel
        .places
        .iter()
        .map(|p| p.to_string())
        .chain([name.to_owned()])
        .collect();
    parts.travel = uniform(&names.iter().map(String::as_str).collect::<Vec<_>>(), 10);
}

pub fn request(stop: &str, wanted: u32) -> Request {
    Request {
        stop: slug(stop),
        least: 0,
        wanted,
        most: wanted.max(1),
        public: Minutes(120),
        gap_min: None,
        gap_max: None,
        first_by: None,
        last_from: None,
        previous_visit: None,
        preferred_weekdays: Weekdays::NONE,
        forbidden_weekdays: Weekdays::NONE,
        preferred_hours: None,
        same_weekday: false,
    }
}

/// A quiet season with these stops, each wanting so many visits.
pub fn with_stops(days: i64, stops: &[(&str, u32)]) -> ProblemParts {
    let mut parts = quiet(days);
    for (name, wanted) in stops {
        add_stop(&mut parts, name, *wanted);
    }
    parts
}

/// Plans with seed 1 and so many iterations; panics on a faulty problem and on a plan that the checker refuses.
pub fn planned(parts: &ProblemParts, iterations: u64) -> Plan {
    let problem = Problem::build(parts.clone()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let settings = SolveSettings {
        seed: 1,
        iterations: Some(iterations),
    };
    let plan = solve(&problem, settings, &mut Unwatched);
    assert_eq!(check(parts, &plan), [], "{plan:#?}");
    plan
}

/// The day numbers of the visits at a stop.
pub fn days_of(plan: &Plan, stop: &str) -> Vec<i64> {
    plan.visits_at(&slug(stop))
        .map(|visit| nth(0).days_until(visit.day))
        .collect()
}

/// A made-up town like the example: 67 days (26 June to 31 August), closed on Sundays and a holiday, stops in 17 estates with
/// windows, gaps, preferences, events; each stop wants 4 to 6 visits.
pub fn town(stops: usize, buses: usize) -> ProblemParts {
    let first = day("2027-06-26");
    let season = first.through(day("2027-08-31")).map(|day| {
        let closed = day.weekday() == vocabulary::Weekday::Sun || day.to_string() == "2027-07-05";
        SeasonDay {
            day,
            hours: (!closed).then(|| hours("10:00-18:30")),
            closed_because: None,
        }
    });
    let mut parts = quiet(0);
    parts.days = season.collect();
    parts.buses = (0..buses)
        .map(|b| Bus {
            max_duty: Some(Minutes(480)),
            ..bus(&format!("bus-{b}"))
        })
        .collect();
    for number in 0..stops {
        add_town_stop(&mut parts, number);
    }
    parts.events.push(Event {
        slug: slug("festival"),
        day: day("2027-07-17"),
        rule: EventRule::TakePart {
            stop: slug("stop-0"),
            hours: hours("14:10-17:10"),
            bus: None,
            counts: false,
        },
    });
    parts.events.push(Event {
        slug: slug("fair"),
        day: day("2027-08-14"),
        rule: EventRule::StayAway {
            hours: None,
            scope: Scope::Estate(slug("estate-3")),
        },
    });
    let mut points = vec![TravelPoint {
        slug: slug("depot"),
        coordinate: point(0),
        certainty: Certainty::Checked,
    }];
    points.extend(parts.stops.iter().map(|s| TravelPoint {
        slug: s.slug.clone(),
        coordinate: s.coordinate,
        certainty: s.certainty,
    }));
    parts.travel = estimate(&points, &TravelEstimate::default());
    parts
}

fn add_town_stop(parts: &mut ProblemParts, number: usize) {
    use vocabulary::Weekday::{Mon, Sat, Tue, Wed};
    let name = format!("stop-{number}");
    add_stop(parts, &name, 4 + (number % 3) as u32);
    let stop = parts.stops.last_mut().unwrap();
    stop.estate = slug(&format!("estate-{}", number % 17));
    stop.certainty = if number.is_multiple_of(3) {
        Certainty::Estimated
    } else {
        Certainty::Checked
    };
    stop.need = 50 + (number * 37 % 100) as u32;
    if number % 4 == 1 {
        stop.windows = vec![SiteWindow {
            weekdays: Weekdays::ALL,
            hours: hours("12:00-17:00"),
        }];
    }
    if number % 7 == 2 {
        stop.permission_until = Some(day("2027-08-10"));
    }
    let request = parts.requests.last_mut().unwrap();
    (request.least, request.gap_min) = (2, Some(7));
    request.gap_max = number.is_multiple_of(5).then_some(21);
    request.same_weekday = number % 3 == 1;
    if number % 6 == 0 {
        request.preferred_weekdays = [Sat].into_iter().collect();
    }
    if number % 6 == 3 {
        request.forbidden_weekdays = [Mon, Tue, Wed].into_iter().collect();
    }
    if number % 5 == 2 {
        request.preferred_hours = Some(hours("15:00-18:00"));
    }
}
