//! A made-up district of any size, the same on every machine: stops scattered over 20 km x 20 km around one depot.

use route_planning::{ProblemParts, TravelEstimate, estimate, travel_points};
use serde_json::{Value, json};
use vocabulary::Day;

/// How big.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) stops: usize,
    pub(crate) buses: usize,
    pub(crate) days: usize,
}

/// Every stop wants 4, 5 or 6 visits of an hour, a week apart, two of them at least; one in four is open in the afternoon only, some
/// like Saturdays, some keep one weekday, some bar three. The service runs from Monday to Saturday.
///
/// Told in JSON, as problems are stored: a rule that is not named is not asked for.
pub(crate) fn parts(size: Size) -> Result<ProblemParts, String> {
    let first = Day::from_ymd(2027, 6, 28).ok_or("no such day")?;
    let days = (0..size.days).map(|d| {
        let day = first.plus_days(d as i64);
        json!({ "day": day, "hours": (d % 7 != 6).then_some("09:00-18:00") })
    });
    let buses = (0..size.buses)
        .map(|b| json!({ "slug": format!("bus-{b}"), "depart_from": "depot", "return_to": "depot", "max_duty": 480 }));
    let form = json!({
        "version": 1,
        "days": days.collect::<Vec<Value>>(),
        "depots": [{ "slug": "depot", "coordinate": { "lat": 53.1, "lon": 21.5 }, "certainty": "checked" }],
        "buses": buses.collect::<Vec<Value>>(),
        "stops": (0..size.stops).map(stop).collect::<Vec<Value>>(),
        "requests": (0..size.stops).map(request).collect::<Vec<Value>>(),
        "travel": { "places": [], "minutes": [], "metres": [], "estimated": true },
    });
    let mut parts: ProblemParts = serde_json::from_value(form).map_err(|e| e.to_string())?;
    let points = travel_points(&parts.depots, &parts.stops);
    parts.travel = estimate(&points, &TravelEstimate::default());
    Ok(parts)
}

fn stop(number: usize) -> Value {
    // Multiples of two irrational numbers scatter evenly and never meet; whole thousandths of a degree.
    let part = |factor: f64, width: f64| ((number as f64 * factor).fract() * width * 1000.0).round() / 1000.0;
    let windows = match number % 4 {
        1 => json!([{ "weekdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "hours": "12:00-17:00" }]),
        _ => json!([]),
    };
    json!({
        "slug": format!("stop-{number}"),
        "estate": format!("estate-{}", number % 40),
        "coordinate": { "lat": 53.01 + part(0.618_033_988_75, 0.18), "lon": 21.35 + part(0.414_213_562_37, 0.3) },
        "certainty": "checked",
        "need": 50 + number * 37 % 100,
        "windows": windows,
        "set_up": 10,
        "teardown": 10,
    })
}

fn request(number: usize) -> Value {
    let wanted = 4 + number % 3;
    let some = |yes: bool, days: &'static [&str]| if yes { days } else { &[] };
    json!({
        "stop": format!("stop-{number}"),
        "least": 2,
        "wanted": wanted,
        "most": wanted,
        "public": 60,
        "gap_min": 7,
        "preferred_weekdays": some(number.is_multiple_of(6), &["sat"]),
        "forbidden_weekdays": some(number % 6 == 3, &["mon", "tue", "wed"]),
    })
}
