//! From one shift to the next one must get there in time. No law: how long a way takes is a setting, and staff, who know
//! who has a car, may decide otherwise. Whoever goes along with the bus needs no time of their own.

use vocabulary::{Coordinate, Day, Minutes};

use super::Ask;
use crate::{Place, Refusal, TravelRules, facts::minutes_between};

/// Metres from the centre of the earth to its surface, on average.
const EARTH_RADIUS: f64 = 6_371_000.0;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let shift = asked.shift;
    let apart = asked
        .others()
        .filter(|held| held.ends <= shift.starts || shift.ends <= held.starts);
    let hurried = apart.filter_map(|held| {
        let (here, there) = (shift.place.as_ref()?, held.place.as_ref()?);
        let along = here.bus.is_some() && here.bus == there.bus && held.day == shift.day;
        let needed = way(&asked.rules.travel, here, there, shift.day).filter(|_| !along)?;
        let between = minutes_between(held.ends, shift.starts).max(minutes_between(shift.ends, held.starts));
        (between < needed).then(|| Refusal::TravelTooLong {
            with: held.shift.clone(),
            starts: held.starts,
            ends: held.ends,
            between,
            needed,
        })
    });
    hurried.collect()
}

/// How long the way takes; none where no setting says.
pub(crate) fn way(rules: &TravelRules, here: &Place, there: &Place, day: Day) -> Option<Minutes> {
    if here.stop == there.stop {
        return Some(Minutes::ZERO);
    }
    if let (Some(from), Some(to), Some(speed)) = (here.point, there.point, rules.metres_a_minute.on(day)) {
        // Above zero and far below 2^32: half the earth's girth is 20 million metres.
        return Some(Minutes((metres(from, to) / f64::from(speed.value.max(1))).ceil() as u32));
    }
    let same_estate = here.estate.is_some() && here.estate == there.estate;
    let usual = if same_estate {
        &rules.within_estate
    } else {
        &rules.between_estates
    };
    usual.on(day).map(|dated| dated.value)
}

/// The straight line over the ground (haversine).
fn metres(from: Coordinate, to: Coordinate) -> f64 {
    let (a, b) = (from.lat().to_radians(), to.lat().to_radians());
    let (north, east) = ((b - a) / 2.0, (to.lon() - from.lon()).to_radians() / 2.0);
    let chord = north.sin().powi(2) + a.cos() * b.cos() * east.sin().powi(2);
    2.0 * EARTH_RADIUS * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{check, codes, commitment};

    fn place(stop: u128, estate: Option<u128>, point: Option<(f64, f64)>, bus: Option<u128>) -> Place {
        Place {
            stop: format!("stp_{stop:032x}").parse().unwrap(),
            estate: estate.map(|n| format!("est_{n:032x}").parse().unwrap()),
            point: point.map(|(lat, lon)| Coordinate::new(lat, lon).unwrap()),
            bus: bus.map(|n| format!("bus-{n}").parse().unwrap()),
        }
    }

    #[test]
    fn table() {
        let here = place(1, Some(1), None, Some(1));
        let on_the_map = |stop, lat| Some(place(stop, Some(stop), Some((lat, 21.57)), None));
        // The shift begins at 9:30 UTC; the other one ends so many minutes before.
        let cases = [
            (
                "the same stop",
                Some(here.clone()),
                Some(place(1, Some(1), None, None)),
                0,
                "",
            ),
            (
                "the same estate",
                Some(here.clone()),
                Some(place(2, Some(1), None, None)),
                10,
                "",
            ),
            (
                "the same estate",
                Some(here.clone()),
                Some(place(2, Some(1), None, None)),
                9,
                "travel-too-long",
            ),
            (
                "another estate",
                Some(here.clone()),
                Some(place(2, Some(2), None, None)),
                30,
                "",
            ),
            (
                "another estate",
                Some(here.clone()),
                Some(place(2, Some(2), None, None)),
                29,
                "travel-too-long",
            ),
            (
                "an unknown estate",
                Some(here.clone()),
                Some(place(2, None, None, None)),
                29,
                "travel-too-long",
            ),
            ("nobody knows where", Some(here.clone()), None, 0, ""),
            ("nobody knows where", None, Some(here.clone()), 0, ""),
            (
                "along with the bus",
                Some(here.clone()),
                Some(place(2, Some(2), None, Some(1))),
                0,
                "",
            ),
            (
                "the other bus",
                Some(here),
                Some(place(2, Some(2), None, Some(2))),
                0,
                "travel-too-long",
            ),
            // A hundredth of a degree to the north is 1112 m, at 150 m a minute 8 minutes.
            ("by the map", on_the_map(1, 53.08), on_the_map(2, 53.09), 8, ""),
            (
                "by the map",
                on_the_map(1, 53.08),
                on_the_map(2, 53.09),
                7,
                "travel-too-long",
            ),
        ];
        for (name, here, there, gap, expected) in cases {
            let got = check(rule, |facts| {
                facts.shift.place = here;
                let mut held = commitment(2, ("2027-07-01T07:00:00Z", "2027-07-01T08:00:00Z"));
                held.ends = facts.shift.starts.plus_seconds(-60 * gap);
                held.place = there;
                facts.commitments = vec![held];
            });
            assert_eq!(codes(&got), expected, "{name}, {gap} min");
        }
    }

    /// The bus goes home at night: the same bus on another day takes nobody along.
    #[test]
    fn along_with_the_bus_on_its_day_only() {
        for (on, expected) in [("2027-07-01", ""), ("2027-06-30", "travel-too-long")] {
            let got = check(rule, |facts| {
                facts.shift.place = Some(place(1, None, None, Some(1)));
                let mut held = commitment(2, ("2027-07-01T07:00:00Z", "2027-07-01T09:25:00Z"));
                held.day = crate::rules::fixtures::day(on);
                held.place = Some(place(2, None, None, Some(1)));
                facts.commitments = vec![held];
            });
            assert_eq!(codes(&got), expected, "{on}");
        }
    }

    #[test]
    fn the_way_afterwards_counts_too_and_an_overlap_is_another_rules_matter() {
        for (starts, ends, expected) in [
            ("2027-07-01T13:59:00Z", "2027-07-01T15:00:00Z", "travel-too-long"),
            ("2027-07-01T14:00:00Z", "2027-07-01T15:00:00Z", ""),
            ("2027-07-01T13:00:00Z", "2027-07-01T15:00:00Z", ""),
        ] {
            let got = check(rule, |facts| {
                facts.shift.place = Some(place(1, None, None, None));
                facts.commitments = vec![commitment(2, (starts, ends))];
                facts.commitments[0].place = Some(place(2, None, None, None));
            });
            assert_eq!(codes(&got), expected, "{starts}");
        }
    }
}
