//! From the two tables to the product's own problem.
//!
//! - The cycle is a short season of `cycle_weeks` weeks, Monday to Friday. The calendar dates are of no account.
//! - **Tours.** People drove so many tours a cycle; exactly so many bus-days are open, so no plan can drive more. The tables do not
//!   say which vehicle drove how many, so tours are shared evenly between vehicles, and each vehicle's open days are spread evenly
//!   over the cycle: day `k * days / tours` for its k-th tour. Where a stop is served once a cycle any choice of days costs the same;
//!   where a stop is served weekly, even days keep the weekly rhythm possible. Whoever plans for another engine gets the same share.
//! - **Duty.** Driving takes great-circle distance x detour / speed, each leg rounded to the nearest whole minute: rounding up would
//!   charge the plan half a minute a leg that people's measured longest day was not charged. The limit is that longest day.
//! - **Hours.** At stops from the first arrival to the last departure of the whole timetable, on every day alike. Before and after,
//!   the bus only drives.
//! - **Kilometres.** Metres are great-circle metres, and every weight but the one for distance is nil.
//! - **Spacing.** A row that is served `n` times a cycle, and `n` rows of one name, point and length, are one stop with `n` visits, each
//!   within two days of an even share of the cycle after the one before. Rows of one name and point but
//!   of different lengths stay two stops. Without spacing, every visit is a stop of its own and may be on any day, which is what an
//!   engine without days can be asked for.

use std::collections::BTreeMap;

use route_planning::{
    Bus, Depot, PROBLEM_VERSION, ProblemParts, Request, SeasonDay, SiteWindow, Stop, Travel, TravelEstimate, Weights,
    estimate, travel_points,
};
use vocabulary::{Certainty, CivilWindow, Coordinate, Day, Minute, Minutes, Slug, Weekday, Weekdays};

use crate::{
    plain,
    read::{Human, StopRow},
};

/// How many days a gap may differ from the even share.
const SLACK_DAYS: u32 = 2;

/// The problem of one timetable.
pub(crate) fn parts(rows: &[StopRow], human: &Human, spaced: bool) -> Result<ProblemParts, String> {
    let days = cycle(human)?;
    let served = served(rows, human, spaced)?;
    let depots = (1..).zip(&human.depots).map(|(n, coordinate)| {
        Ok(Depot {
            slug: slug(&format!("depot-{n}"))?,
            coordinate: *coordinate,
            certainty: Certainty::Checked,
        })
    });
    let depots = depots.collect::<Result<Vec<_>, String>>()?;
    let window = CivilWindow::new(minute(human.first_arrival)?, minute(human.last_departure)?);
    let window = window.map_err(|e| format!("first arrival and last departure: {e}"))?;
    let stops: Vec<Stop> = served.iter().map(|place| stop(place, window)).collect();
    Ok(ProblemParts {
        version: PROBLEM_VERSION,
        buses: buses(human, &depots, &days)?,
        requests: served.iter().map(|place| request(place, human)).collect(),
        travel: travel(&depots, &stops, human),
        weights: only_distance(),
        start_step: Minutes(1),
        events: Vec::new(),
        pins: Vec::new(),
        announced: Vec::new(),
        apart: Vec::new(),
        planned_on: None,
        days,
        depots,
        stops,
    })
}

fn slug(text: &str) -> Result<Slug, String> {
    text.parse().map_err(|e| format!("{text}: {e}"))
}

fn minute(after_midnight: u32) -> Result<Minute, String> {
    Minute::new(after_midnight).ok_or_else(|| format!("minute {after_midnight}: not within a day"))
}

/// The days of the cycle; open around the clock from Monday to Friday.
fn cycle(human: &Human) -> Result<Vec<SeasonDay>, String> {
    // Any Monday.
    let first = Day::from_ymd(2027, 1, 4).ok_or("no such day")?;
    let all_day = CivilWindow::new(minute(0)?, Minute::END_OF_DAY).map_err(|e| e.to_string())?;
    let last = first.plus_days(i64::from(human.cycle_weeks) * 7 - 1);
    let day = |day: Day| SeasonDay {
        day,
        hours: (!matches!(day.weekday(), Weekday::Sat | Weekday::Sun)).then_some(all_day),
        windows: Vec::new(),
        closed_because: None,
    };
    Ok(first.through(last).map(day).collect())
}

/// One bus a vehicle, closed on the days that its share of the tours leaves over.
fn buses(human: &Human, depots: &[Depot], days: &[SeasonDay]) -> Result<Vec<Bus>, String> {
    let working: Vec<Day> = days.iter().filter(|d| d.hours.is_some()).map(|d| d.day).collect();
    let (vehicles, tours) = (depots.len(), human.tours as usize);
    let bus = |(n, depot): (usize, &Depot)| {
        let own = tours / vehicles + usize::from(n < tours % vehicles);
        let open: Vec<usize> = (0..own).map(|k| k * working.len() / own).collect();
        let closed = working.iter().enumerate().filter(|(i, _)| !open.contains(i));
        Ok(Bus {
            closed_days: closed.map(|(_, day)| *day).collect(),
            max_duty: Some(Minutes(human.longest_day)),
            ..plain::bus(slug(&format!("vehicle-{}", n + 1))?, depot.slug.clone())
        })
    };
    depots.iter().enumerate().map(bus).collect()
}

/// A stop and how often it is served in a cycle.
struct Served<'a> {
    row: &'a StopRow,
    slug: Slug,
    coordinate: Coordinate,
    visits: u32,
}

/// Rows of one name, point and length are one stop; without spacing, each visit is a stop of its own.
fn served<'a>(rows: &'a [StopRow], human: &Human, spaced: bool) -> Result<Vec<Served<'a>>, String> {
    let mut places: Vec<Served<'a>> = Vec::new();
    let mut number_of = BTreeMap::new();
    for row in rows {
        let told = |why: &dyn std::fmt::Display| format!("{}: {why}", row.stop_id);
        if row.cycle_weeks == 0 || !human.cycle_weeks.is_multiple_of(row.cycle_weeks) {
            return Err(told(&"its weeks do not divide the cycle"));
        }
        let visits = human.cycle_weeks / row.cycle_weeks * row.visits_per_cycle;
        let coordinate = Coordinate::new(row.lat, row.lon).map_err(|e| told(&e))?;
        if !spaced {
            for visit in 1..=visits {
                places.push(Served {
                    row,
                    slug: slug(&format!("{}-{visit}", row.stop_id))?,
                    coordinate,
                    visits: 1,
                });
            }
            continue;
        }
        let name: Vec<&str> = row.name.split_whitespace().collect();
        let same = (name.join(" "), row.lat.to_bits(), row.lon.to_bits(), row.dwell_min);
        let number = *number_of.entry(same).or_insert(places.len());
        if number == places.len() {
            places.push(Served {
                row,
                slug: slug(&row.stop_id)?,
                coordinate,
                visits: 0,
            });
        }
        if let Some(place) = places.get_mut(number) {
            place.visits += visits;
        }
    }
    Ok(places)
}

fn stop(place: &Served<'_>, hours: CivilWindow) -> Stop {
    Stop {
        windows: vec![SiteWindow {
            weekdays: Weekdays::ALL,
            hours,
        }],
        ..plain::stop(place.slug.clone(), place.slug.clone(), place.coordinate)
    }
}

fn request(place: &Served<'_>, human: &Human) -> Request {
    let share = human.cycle_weeks * 7 / place.visits.max(1);
    let often = place.visits > 1;
    Request {
        gap_min: often.then(|| share.saturating_sub(SLACK_DAYS).max(1)),
        gap_max: often.then_some(share + SLACK_DAYS),
        ..plain::request(place.slug.clone(), place.visits, Minutes(place.row.dwell_min))
    }
}

fn travel(depots: &[Depot], stops: &[Stop], human: &Human) -> Travel {
    let straight = TravelEstimate {
        detour: 1.0,
        speed_kmh: human.speed_kmh,
        buffer_minutes: 0,
        uncertain_buffer_minutes: 0,
    };
    let mut travel = estimate(&travel_points(depots, stops), &straight);
    let metres_a_minute = human.speed_kmh * 1000.0 / 60.0;
    let minutes = |metres: &u32| (f64::from(*metres) * human.detour / metres_a_minute).round() as u32;
    travel.minutes = travel.metres.iter().map(minutes).collect();
    travel
}

/// A point a metre, and no other point.
fn only_distance() -> Weights {
    Weights {
        travel_km: 1000,
        travel_minute: 0,
        spread: 0,
        announced_moved: 0,
        weekday_not_preferred: 0,
        hours_not_preferred: 0,
        other_weekday: 0,
        // A wait of any length is fair.
        fair_wait_percent: 100_000,
        ..Weights::default()
    }
}
