//! An instance as a season.
//!
//! A unit of distance is a kilometre, so a metre is a thousandth of it. Time plays no part: ways take no minute, a visit takes one, and a
//! day has enough of them. A limit of a route's length (travel and service) is the range of a bus; half of a customer's
//! service is added to every way that begins or ends there, which adds the same to every plan.

use route_planning::{Bus, Depot, PROBLEM_VERSION, Plan, ProblemParts, Request, SeasonDay, Stop, Travel, Weights};
use serde_json::{Value, json};
use vocabulary::{Certainty, CivilWindow, Coordinate, Day, Metres, Minute, Minutes, Slug};

use crate::{
    instance::{Instance, Node, Route},
    plain,
};

fn slug(text: &str) -> Result<Slug, String> {
    text.parse().map_err(|e| format!("{text}: {e}"))
}

fn first_day() -> Result<Day, String> {
    "2027-06-28".parse().map_err(|e| format!("{e}"))
}

pub(crate) fn parts(instance: &Instance) -> Result<ProblemParts, String> {
    let first = first_day()?;
    let whole_day =
        CivilWindow::new(Minute::new(0).unwrap_or_default(), Minute::END_OF_DAY).map_err(|e| format!("{e:?}"))?;
    // Instances have coordinates of their own; nothing here looks at the map.
    let nowhere = Coordinate::new(53.0, 21.0).map_err(|e| format!("{e:?}"))?;
    let depot = slug("depot")?;
    let stops = instance
        .customers
        .iter()
        .map(|node| Ok(plain::stop(slug(&format!("c{}", node.id))?, slug("all")?, nowhere)))
        .collect::<Result<Vec<Stop>, String>>()?;
    let requests = instance
        .customers
        .iter()
        .zip(&stops)
        .map(|(node, stop)| request(node, stop, first));
    let bus = |number: usize| {
        Ok(Bus {
            capacity: instance
                .capacity
                .first()
                .copied()
                .filter(|capacity| *capacity != u32::MAX),
            range: instance
                .longest
                .first()
                .filter(|d| **d > 0.0)
                .map(|d| Metres((d * 1000.0).floor() as u32)),
            ..plain::bus(slug(&format!("v{number}"))?, depot.clone())
        })
    };
    let different = instance.capacity.windows(2).any(|pair| pair[0] != pair[1])
        || instance.longest.windows(2).any(|pair| pair[0] != pair[1]);
    if different {
        return Err("days with different limits are not in this translation".to_owned());
    }
    Ok(ProblemParts {
        version: PROBLEM_VERSION,
        days: (0..instance.days as i64)
            .map(|day| SeasonDay {
                day: first.plus_days(day),
                hours: Some(whole_day),
                closed_because: None,
                windows: Vec::new(),
            })
            .collect(),
        depots: vec![Depot {
            slug: depot.clone(),
            coordinate: nowhere,
            certainty: Certainty::Checked,
        }],
        buses: (1..=instance.vehicles).map(bus).collect::<Result<_, String>>()?,
        requests: requests.collect(),
        events: Vec::new(),
        pins: Vec::new(),
        announced: Vec::new(),
        apart: Vec::new(),
        planned_on: None,
        travel: travel(instance, depot, &stops),
        weights: Weights {
            travel_minute: 0,
            travel_km: 1000,
            spread: 0,
            fair_wait_percent: 100_000,
            ..Weights::default()
        },
        start_step: Minutes(1),
        stops,
    })
}

fn request(node: &Node, stop: &Stop, first: Day) -> Request {
    let days = |set: &Vec<usize>| set.iter().map(|day| first.plus_days(*day as i64)).collect();
    Request {
        load: node.demand,
        day_sets: node.combinations.iter().map(days).collect(),
        ..plain::request(stop.slug.clone(), node.frequency as u32, Minutes(1))
    }
}

fn travel(instance: &Instance, depot: Slug, stops: &[Stop]) -> Travel {
    let nodes: Vec<&Node> = std::iter::once(&instance.depot).chain(&instance.customers).collect();
    let limited = instance.longest.iter().any(|d| *d > 0.0);
    let way = |a: &Node, b: &Node| {
        let service = if limited { (a.service + b.service) / 2.0 } else { 0.0 };
        let units = (instance.distance(a, b) + service) * 1000.0;
        // Rounded up where a limit must hold exactly.
        let whole = if limited { units.ceil() } else { units.round() };
        if a.id == b.id { 0 } else { whole as u32 }
    };
    Travel {
        places: std::iter::once(depot)
            .chain(stops.iter().map(|stop| stop.slug.clone()))
            .collect(),
        minutes: vec![0; nodes.len() * nodes.len()],
        metres: nodes
            .iter()
            .flat_map(|a| nodes.iter().map(move |b| way(a, b)))
            .collect(),
        estimated: false,
        estimated_pairs: Vec::new(),
    }
}

/// The plan's tours in the instance's numbers.
pub(crate) fn routes(parts: &ProblemParts, plan: &Plan) -> Vec<Route> {
    let first = parts.days.first().map(|day| day.day);
    let tours = plan.days().map(|(tour, visits)| Route {
        day: first.map_or(0, |first| first.days_until(tour.day)) as usize + 1,
        vehicle: tour.bus.as_str()[1..].parse().unwrap_or(0),
        customers: visits
            .iter()
            .filter_map(|visit| visit.stop.as_str()[1..].parse().ok())
            .collect(),
    });
    tours.collect()
}

pub(crate) fn json(routes: &[Route]) -> Value {
    let one = |route: &Route| json!({"day": route.day, "vehicle": route.vehicle, "route": route.customers});
    routes.iter().map(one).collect()
}
