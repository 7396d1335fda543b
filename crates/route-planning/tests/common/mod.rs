//! Small problems, so plain that one sees the answer, and a town of real size.
#![allow(dead_code, unreachable_pub)] // Each test binary uses its part.
#![allow(clippy::unwrap_used)] // Only tests call it.

#[path = "../../examples/common/plain.rs"]
mod plain;

use route_planning::*;
use vocabulary::{Certainty, CivilWindow, Coordinate, Day, Minutes, Sameness, Slug, Weekdays};

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
                windows: Vec::new(),
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
        apart: Vec::new(),
        planned_on: None,
        travel: uniform(&["depot"], 10),
        weights: Weights::default(),
        start_step: Minutes(15),
    }
}

/// A point of a made-up town; 256ths of a degree, so that any JSON parser gives back the very same number.
pub fn point(number: usize) -> Coordinate {
    let part = |factor: usize, of: usize| (number * factor % of) as f64 / 256.0;
    Coordinate::new(53.0625 + part(5, 19), 21.5 + part(7, 17)).unwrap()
}

pub fn bus(name: &str) -> Bus {
    plain::bus(slug(name), slug("depot"))
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
        estimated_pairs: Vec::new(),
    }
}

/// Adds a stop with a request for `wanted` visits (least 0) of two hours and no other rule; set-up and teardown 15 minutes each.
pub fn add_stop(parts: &mut ProblemParts, name: &str, wanted: u32) {
    let coordinate = point(parts.stops.len() + 1);
    parts.stops.push(Stop {
        need: 10,
        set_up: Minutes(15),
        teardown: Minutes(15),
        ..plain::stop(slug(name), slug(&format!("estate-of-{name}")), coordinate)
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
        least: 0,
        most: wanted.max(1),
        ..plain::request(slug(stop), wanted, Minutes(120))
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
            windows: Vec::new(),
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
    let points = travel_points(&parts.depots, &parts.stops);
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
    request.same_weekday = (number % 3 == 1).into();
    if number.is_multiple_of(6) {
        request.preferred_weekdays = [Sat].into_iter().collect();
    }
    if number % 6 == 3 {
        request.forbidden_weekdays = [Mon, Tue, Wed].into_iter().collect();
    }
    if number % 5 == 2 {
        request.preferred_hours = Some(hours("15:00-18:00"));
    }
}

/// Choices for `random`, used one after the other; 0 when they run out.
struct Dice<'a>(std::slice::Iter<'a, u32>);

impl Dice<'_> {
    fn below(&mut self, limit: u32) -> u32 {
        self.0.next().copied().unwrap_or(0) % limit
    }

    /// Once in so many times.
    fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == times - 1
    }

    fn weekdays(&mut self) -> Weekdays {
        let bits = self.below(128);
        vocabulary::Weekday::ALL
            .into_iter()
            .filter(|day| bits & (1 << day.index()) != 0)
            .collect()
    }

    fn window(&mut self) -> CivilWindow {
        let start = 600 + self.below(17) * 15;
        let end = start + 90 + self.below(16) * 15;
        let minute = |m| vocabulary::Minute::new(m).unwrap();
        CivilWindow::new(minute(start), minute(end)).unwrap()
    }
}

/// A small problem with every kind of rule somewhere, from random numbers. It may have faults.
pub fn random(choices: &[u32]) -> ProblemParts {
    let mut dice = Dice(choices.iter());
    let days = 6 + i64::from(dice.below(12));
    let mut parts = quiet(days);
    for number in 0..2 + dice.below(4) {
        add_stop(&mut parts, &format!("s{number}"), 1 + dice.below(4));
        random_stop(&mut parts, &mut dice, days);
    }
    if dice.once_in(2) {
        parts.buses.push(bus("second"));
    }
    for bus in &mut parts.buses {
        bus.max_duty = dice.once_in(3).then(|| Minutes(240 + dice.below(5) * 30));
        bus.closed_days = if dice.once_in(3) {
            vec![nth(i64::from(dice.below(days as u32)))]
        } else {
            Vec::new()
        };
    }
    for day in &mut parts.days {
        if dice.once_in(6) {
            day.hours = None;
        }
    }
    for minutes in &mut parts.travel.minutes {
        *minutes = if *minutes == 0 { 0 } else { 5 + dice.below(25) };
    }
    parts.start_step = Minutes([5, 15, 1][dice.below(3) as usize]);
    random_fixed(&mut parts, &mut dice, days);
    random_limits(&mut parts, &mut dice, days);
    random_buses(&mut parts, &mut dice, days);
    parts
}

fn random_stop(parts: &mut ProblemParts, dice: &mut Dice<'_>, days: i64) {
    let stop = parts.stops.last_mut().unwrap();
    stop.need = 1 + dice.below(20);
    stop.estate = slug(["north", "south"][dice.below(2) as usize]);
    if dice.once_in(2) {
        stop.windows = (0..1 + dice.below(2))
            .map(|_| window(Weekdays::ALL, dice.window()))
            .collect();
    }
    if dice.once_in(3) {
        stop.windows.push(window(dice.weekdays(), dice.window()));
    }
    if dice.once_in(4) {
        let hours = if dice.once_in(2) {
            vec![dice.window()]
        } else {
            Vec::new()
        };
        stop.exceptions = vec![SiteException {
            day: nth(i64::from(dice.below(days as u32))),
            hours,
        }];
    }
    stop.permission_until = dice.once_in(3).then(|| nth(i64::from(dice.below(days as u32))));
    let request = parts.requests.last_mut().unwrap();
    request.public = Minutes(60 + dice.below(5) * 20);
    request.least = dice.below(request.wanted + 1);
    request.most += dice.below(2);
    request.gap_min = dice.once_in(2).then(|| 1 + dice.below(6));
    request.gap_max = dice.once_in(3).then(|| request.gap_min.unwrap_or(1) + dice.below(5));
    request.first_by = dice.once_in(4).then(|| nth(i64::from(dice.below(days as u32))));
    request.last_from = dice.once_in(4).then(|| nth(i64::from(dice.below(days as u32))));
    request.gap_max_to_end = dice.once_in(4);
    request.block = dice.once_in(4).then(|| Block {
        days: 2 + dice.below(2),
        within_week: dice.once_in(2),
    });
    request.previous_visit = dice.once_in(4).then(|| nth(-1 - i64::from(dice.below(8))));
    request.forbidden_weekdays = if dice.once_in(3) {
        dice.weekdays()
    } else {
        Weekdays::NONE
    };
    request.preferred_weekdays = if dice.once_in(3) {
        dice.weekdays()
    } else {
        Weekdays::NONE
    };
    request.preferred_hours = dice.once_in(3).then(|| dice.window());
    request.same_weekday = Sameness::ALL[dice.below(3) as usize];
    if dice.once_in(4) {
        request.same_start = Sameness::ALL[dice.below(3) as usize];
    }
    if dice.once_in(5) {
        request.every_weeks = Some(1 + dice.below(2));
        (request.block, request.first_by, request.last_from) = (None, None, None);
        request.gap_max_to_end = false;
        // As many as there are turns; more would be a fault.
        request.wanted = request.wanted.min(days as u32 / 7).max(1);
        request.least = request.least.min(request.wanted);
    }
}

/// Loads and ranges, listed day sets, and now and then a season in which no visit binds its hours.
fn random_limits(parts: &mut ProblemParts, dice: &mut Dice<'_>, days: i64) {
    if dice.once_in(3) {
        for stop in &mut parts.stops {
            (stop.windows, stop.exceptions) = (Vec::new(), Vec::new());
        }
        for request in &mut parts.requests {
            request.preferred_hours = None;
        }
        parts.start_step = Minutes(1);
    }
    for bus in &mut parts.buses {
        bus.capacity = dice.once_in(3).then(|| 2 + dice.below(4));
        bus.range = dice
            .once_in(3)
            .then(|| vocabulary::Metres(10_000 + dice.below(4) * 5000));
    }
    for request in &mut parts.requests {
        request.load = dice.below(3);
        if dice.once_in(4) && request.least == request.wanted {
            (request.block, request.every_weeks) = (None, None);
            request.same_weekday = Sameness::No;
            let mut set = |_| {
                let first = i64::from(dice.below(days as u32));
                let mut set: Vec<_> = (0..i64::from(request.wanted))
                    .map(|i| nth((first + 2 * i) % days))
                    .collect();
                set.sort_unstable();
                set.dedup();
                set
            };
            request.day_sets = (0..3)
                .map(&mut set)
                .filter(|set| set.len() == request.wanted as usize)
                .collect();
        }
    }
}

/// Working windows, other depots, capabilities, prices, driving, and what requests say against them.
fn random_buses(parts: &mut ProblemParts, dice: &mut Dice<'_>, days: i64) {
    let two = || vec![hours("10:00-13:30"), hours("14:00-18:00")];
    if dice.once_in(4) {
        parts.days.iter_mut().for_each(|day| day.windows = two());
    }
    let places: Vec<String> = parts.travel.places.iter().map(|p| p.to_string()).collect();
    if dice.once_in(3) {
        // A second depot beside the first one: the same ways to everywhere, three minutes between them.
        parts.depots.push(Depot {
            slug: slug("yard"),
            ..parts.depots[0].clone()
        });
        let names: Vec<&str> = places.iter().map(String::as_str).chain(["yard"]).collect();
        let (old, n) = (parts.travel.clone(), names.len());
        parts.travel = uniform(&names, 3);
        for (i, j) in (0..n * n).map(|cell| (cell / n, cell % n)) {
            let (from, to) = (if i == n - 1 { 0 } else { i }, if j == n - 1 { 0 } else { j });
            if from != to {
                parts.travel.minutes[i * n + j] = old.minutes[from * (n - 1) + to];
            }
        }
        for bus in &mut parts.buses {
            bus.depots = (0..dice.below(4))
                .map(|_| BusDepots {
                    day: nth(i64::from(dice.below(days as u32))),
                    depart_from: slug(["depot", "yard"][dice.below(2) as usize]),
                    return_to: slug(["depot", "yard"][dice.below(2) as usize]),
                })
                .collect();
        }
    }
    let open: Vec<_> = parts.days.iter().filter(|d| d.hours.is_some()).map(|d| d.day).collect();
    for bus in &mut parts.buses {
        if dice.once_in(4) && !open.is_empty() {
            bus.hours.push(BusHours {
                day: open[dice.below(open.len() as u32) as usize],
                hours: hours("10:00-18:00"),
                windows: if dice.once_in(2) { two() } else { Vec::new() },
            });
        }
        bus.max_driving = dice.once_in(4).then(|| Minutes(40 + dice.below(60)));
        bus.breaks = dice.once_in(3).then(|| BreakRule {
            length: Minutes(10 + dice.below(5) * 10),
            after_driving: dice.once_in(2).then(|| Minutes(30 + dice.below(40))),
            after_work: Some(Minutes(180 + dice.below(200))),
        });
        bus.capabilities = ["lift", "power"]
            .into_iter()
            .filter(|_| !dice.once_in(6))
            .map(slug)
            .collect();
        bus.travel_minute = dice.once_in(4).then(|| dice.below(40));
        bus.travel_km = dice.once_in(4).then(|| dice.below(40));
    }
    for stop in &mut parts.stops {
        stop.needs = ["lift", "power"]
            .into_iter()
            .filter(|_| dice.once_in(6))
            .map(slug)
            .collect();
    }
    for request in &mut parts.requests {
        request.forbidden_hours = if dice.once_in(4) {
            vec![hours("12:00-13:00")]
        } else {
            Vec::new()
        };
        request.set_up = dice.once_in(4).then(|| Minutes(5 * dice.below(8)));
        request.teardown = dice.once_in(4).then(|| Minutes(5 * dice.below(8)));
    }
}

fn window(weekdays: Weekdays, hours: CivilWindow) -> SiteWindow {
    SiteWindow { weekdays, hours }
}

fn random_fixed(parts: &mut ProblemParts, dice: &mut Dice<'_>, days: i64) {
    let any_stop = |dice: &mut Dice<'_>, parts: &ProblemParts| {
        parts.stops[dice.below(parts.stops.len() as u32) as usize].slug.clone()
    };
    for _ in 0..dice.below(3) {
        let (one, other) = (any_stop(dice, parts), any_stop(dice, parts));
        if one != other {
            parts.apart.push(Apart {
                stops: [one, other],
                by: [ApartBy::Day, ApartBy::Week][dice.below(2) as usize],
            });
        }
    }
    parts.planned_on = dice.once_in(2).then(|| nth(-i64::from(dice.below(3))));
    for number in 0..dice.below(3) {
        let scope = match dice.below(4) {
            0 => Scope::Stop(any_stop(dice, parts)),
            1 => Scope::Estate(parts.stops[0].estate.clone()),
            2 => Scope::Bus(slug("bus")),
            _ => Scope::All,
        };
        let hours = dice.once_in(2).then(|| dice.window());
        let rule = EventRule::StayAway { hours, scope };
        parts.events.push(Event {
            slug: slug(&format!("away-{number}")),
            day: nth(i64::from(dice.below(days as u32))),
            rule,
        });
    }
    if dice.once_in(2) {
        let (stop, counts) = (any_stop(dice, parts), dice.once_in(2));
        let rule = EventRule::TakePart {
            stop,
            hours: hours("12:10-14:20"),
            bus: None,
            counts,
        };
        parts.events.push(Event {
            slug: slug("fete"),
            day: nth(i64::from(dice.below(days as u32))),
            rule,
        });
    }
    for _ in 0..dice.below(3) {
        let (stop, day) = (any_stop(dice, parts), nth(i64::from(dice.below(days as u32))));
        let public_start = dice
            .once_in(2)
            .then(|| vocabulary::Minute::new(660 + dice.below(120)).unwrap());
        parts.pins.push(Pin {
            stop,
            day,
            bus: dice.once_in(3).then(|| slug("bus")),
            public_start,
            public: None,
        });
    }
    for _ in 0..dice.below(3) {
        let (stop, day) = (any_stop(dice, parts), nth(i64::from(dice.below(days as u32))));
        parts.announced.push(Announced {
            stop,
            day,
            public_start: None,
        });
    }
}
