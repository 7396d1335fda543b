//! When each bus may be out, and what its ways cost.

use vocabulary::{Minutes, Slug};

use super::{
    dense::{Breaks, BusDays, Roads, Shift},
    index::Index,
    parts::{Bus, ProblemParts, SeasonDay},
    slots::hours_of,
};

/// By bus-day; `None` where the bus does not run.
pub(super) fn all(parts: &ProblemParts, index: &Index) -> Vec<Option<Shift>> {
    let prices = prices(parts);
    let usual: Vec<Usual> = parts
        .buses
        .iter()
        .map(|bus| Usual::of(parts, index, &prices, bus))
        .collect();
    let bus_days = BusDays {
        buses: parts.buses.len(),
        days: parts.days.len(),
    };
    let of = |number: usize| {
        let (bus, day) = (bus_days.bus_of(number), &parts.days[bus_days.day_of(number)]);
        shift(index, &parts.buses[bus], &usual[bus], day)
    };
    (0..bus_days.count()).map(of).collect()
}

/// What is the same on every day of a bus, but for its depots now and then.
struct Usual {
    depots: Option<(usize, usize)>,
    prices: usize,
}

impl Usual {
    fn of(parts: &ProblemParts, index: &Index, prices: &[(u32, u32)], bus: &Bus) -> Self {
        let own = prices.iter().position(|price| *price == prices_of(parts, bus));
        Self {
            depots: places(index, &bus.depart_from, &bus.return_to),
            prices: own.unwrap_or(0) * index.places.len() * index.places.len(),
        }
    }
}

fn places(index: &Index, from: &Slug, to: &Slug) -> Option<(usize, usize)> {
    Some((*index.places.get(from)?, *index.places.get(to)?))
}

fn shift(index: &Index, bus: &Bus, usual: &Usual, season_day: &SeasonDay) -> Option<Shift> {
    let (hours, _) = hours_of(bus, season_day)?;
    let own = bus.depots.iter().find(|own| own.day == season_day.day);
    let depots = own.map_or(usual.depots, |own| places(index, &own.depart_from, &own.return_to));
    let (from, to) = depots?;
    Some(Shift {
        start: hours.start().get(),
        end: hours.end().get(),
        capacity: bus.capacity.unwrap_or(u32::MAX),
        range: bus.range.map_or(u32::MAX, |range| range.get()),
        max_duty: bus.max_duty.map_or(u32::MAX, Minutes::get),
        breaks: bus.breaks.map(|rule| Breaks {
            length: rule.length.get(),
            driving: rule.after_driving.map_or(u32::MAX, Minutes::get),
            work: rule.after_work.map_or(u32::MAX, Minutes::get),
        }),
        max_driving: bus.max_driving.map_or(u32::MAX, Minutes::get),
        prices: usual.prices,
        from,
        to,
    })
}

/// Points for a minute and a kilometre of a bus.
fn prices_of(parts: &ProblemParts, bus: &Bus) -> (u32, u32) {
    let weights = &parts.weights;
    (
        bus.travel_minute.unwrap_or(weights.travel_minute),
        bus.travel_km.unwrap_or(weights.travel_km),
    )
}

/// Every pair of prices, the season's first.
fn prices(parts: &ProblemParts) -> Vec<(u32, u32)> {
    let mut all = vec![(parts.weights.travel_minute, parts.weights.travel_km)];
    for bus in &parts.buses {
        let own = prices_of(parts, bus);
        if !all.contains(&own) {
            all.push(own);
        }
    }
    all
}

pub(super) fn roads(parts: &ProblemParts) -> Roads {
    let travel = &parts.travel;
    let fees = |(minute, km): (u32, u32)| {
        travel.minutes.iter().zip(&travel.metres).map(move |(minutes, metres)| {
            i64::from(minute) * i64::from(*minutes) + i64::from(km) * i64::from(*metres) / 1000
        })
    };
    Roads {
        places: travel.places.len(),
        minutes: travel.minutes.clone(),
        metres: travel.metres.clone(),
        fee: prices(parts).into_iter().flat_map(fees).collect(),
    }
}
