//! From parts to dense indices. Trusts the parts to be without fault; a name that is not there is passed over.

use std::{collections::BTreeMap, sync::Arc};

use vocabulary::{CivilWindow, Day, Sameness, Slug};

use super::{
    dense::{Fixed, Problem, RequestRules, Shift, Slot, StopRules},
    index::Index,
    parts::{ApartBy, Bus, Event, EventRule, Pin, ProblemParts, Request, Scope, Stop},
    shifts,
    slots::{
        Closure, Shape, closures_of_bus, closures_of_stop, crew_times, hours_of, is_able, narrowed, only_at, slots,
        starts, windows,
    },
};
use crate::{
    Cost, DaySet,
    day_sets::{Cycle, Listed, SameWeekday, Sets, Spacing, SpacingRules},
    plan::VisitReason,
};

/// The whole problem, but for the tours of fixed visits.
pub(super) fn compile(parts: ProblemParts) -> Problem {
    let first_day = parts.days[0].day; // A season without a day is a fault.
    let index = Index::new(&parts, first_day);
    let shifts: Arc<[Option<Shift>]> = shifts::all(&parts, &index).into();
    let fixed = fixed_visits(&parts, &index);
    let stop = |(number, stop)| Arc::new(stop_rules(&parts, &index, &fixed, (number, stop), None));
    let stops = parts.stops.iter().enumerate().map(stop).collect();
    Problem {
        anchors: vec![None; parts.stops.len()],
        apart: apart(&parts, &index).into(),
        first_day,
        days: parts.days.len(),
        buses: parts.buses.len(),
        fixed_tours: vec![Vec::new(); shifts.len()].into(),
        shifts,
        roads: Arc::new(shifts::roads(&parts)),
        stops,
        fixed: fixed.into(),
        step: parts.start_step.get(),
        weights: parts.weights,
        index: Arc::new(index),
        parts: Arc::new(parts),
    }
}

pub(super) fn apart(parts: &ProblemParts, index: &Index) -> Vec<Vec<(usize, ApartBy)>> {
    let mut apart = vec![Vec::new(); parts.stops.len()];
    for rule in &parts.apart {
        let [one, other] = rule.stops.each_ref().map(|stop| index.number(stop));
        if let (Some(one), Some(other)) = (one, other) {
            apart[one].push((other, rule.by));
            apart[other].push((one, rule.by));
        }
    }
    apart
}

/// The rules of a stop with the anchor that the problem has for it.
pub(super) fn stop_again(problem: &Problem, stop: usize) -> Arc<StopRules> {
    let (parts, anchor) = (&problem.parts, problem.anchors[stop]);
    let stop = (stop, &parts.stops[stop]);
    Arc::new(stop_rules(parts, &problem.index, &problem.fixed, stop, anchor))
}

pub(super) fn fixed_visits(parts: &ProblemParts, index: &Index) -> Vec<Fixed> {
    let events = parts.events.iter().filter_map(|event| event_visit(parts, index, event));
    let pins = parts.pins.iter().filter_map(|pin| pin_visit(parts, index, pin));
    events.chain(pins).collect()
}

fn event_visit(parts: &ProblemParts, index: &Index, event: &Event) -> Option<Fixed> {
    let EventRule::TakePart {
        stop,
        hours,
        bus,
        counts,
    } = &event.rule
    else {
        return None;
    };
    let (number, stop) = index.stop(parts, stop)?;
    let start = hours.start().get();
    let slots = vec![Slot {
        first: start,
        last: start,
        misses_preference: false,
    }];
    let reason = VisitReason::Event {
        event: event.slug.clone(),
    };
    let mut fixed = Fixed {
        stop: number,
        day: index.day(event.day)?,
        buses: Vec::new(),
        set_up: stop.set_up.get(),
        public: hours.length().get(),
        teardown: stop.teardown.get(),
        slots,
        slots_of_bus: BTreeMap::new(),
        step: 1,
        counts: *counts,
        reason,
    };
    fixed.buses = free_buses(parts, bus.as_ref(), stop, event.day, &fixed, Some(&event.slug));
    Some(fixed)
}

fn pin_visit(parts: &ProblemParts, index: &Index, pin: &Pin) -> Option<Fixed> {
    let (number, stop) = index.stop(parts, &pin.stop)?;
    let day = index.day(pin.day)?;
    let request = parts.requests.iter().find(|r| r.stop == pin.stop);
    let public = pin.public.or(request.map(|r| r.public))?.get();
    let (set_up, teardown) = crew_times(stop, request);
    let at = |start: u32| Slot {
        first: start,
        last: start,
        misses_preference: false,
    };
    let mut fixed = Fixed {
        stop: number,
        day,
        buses: Vec::new(),
        set_up,
        public,
        teardown,
        slots: pin.public_start.map(|start| at(start.get())).into_iter().collect(),
        slots_of_bus: BTreeMap::new(),
        step: 1,
        counts: true,
        reason: VisitReason::Pin,
    };
    if pin.public_start.is_none() {
        fixed.step = parts.start_step.get();
        let closures = closures_of_stop(parts, stop, pin.day, None);
        let shape = Shape {
            set_up,
            public,
            teardown,
            step: fixed.step,
            preferred_hours: None,
        };
        let within = |working: &[CivilWindow]| slots(&narrowed(windows(stop, pin.day), working, &[]), &closures, shape);
        fixed.slots = within(&parts.days[day].windows);
        for (b, bus) in parts.buses.iter().enumerate() {
            let own = hours_of(bus, &parts.days[day]).map(|(_, working)| working);
            if let Some(working) = own.filter(|own| *own != parts.days[day].windows.as_slice()) {
                fixed.slots_of_bus.insert(b, within(working));
            }
        }
    }
    fixed.buses = free_buses(parts, pin.bus.as_ref(), stop, pin.day, &fixed, None);
    Some(fixed)
}

/// Buses that no event keeps from a fixed visit at any time at which it may be, and that can do what the stop needs. A bus that
/// people named is not asked what it can.
fn free_buses(
    parts: &ProblemParts,
    asked: Option<&Slug>,
    stop: &Stop,
    day: Day,
    fixed: &Fixed,
    except: Option<&Slug>,
) -> Vec<usize> {
    let slots = || fixed.slots.iter().chain(fixed.slots_of_bus.values().flatten());
    let from = slots().map(|s| s.first.saturating_sub(fixed.set_up)).min();
    let to = slots().map(|s| s.last + fixed.public + fixed.teardown).max();
    let free = |bus: &Slug| {
        closures_of_bus(parts, bus, day, except)
            .iter()
            .all(|c| !c.hits(from.unwrap_or(0), to.unwrap_or(0)))
    };
    let wanted = parts.buses.iter().enumerate().filter(|(_, bus)| match asked {
        Some(asked) => *asked == bus.slug,
        None => is_able(bus, stop),
    });
    wanted
        .filter(|(_, bus)| free(&bus.slug))
        .map(|(number, _)| number)
        .collect()
}

/// The rules of a stop, given by its number and what the parts say of it.
pub(super) fn stop_rules(
    parts: &ProblemParts,
    index: &Index,
    fixed: &[Fixed],
    (number, stop): (usize, &Stop),
    anchor: Option<u32>,
) -> StopRules {
    let request = parts.requests.iter().find(|r| r.stop == stop.slug);
    StopRules {
        place: index.places.get(&stop.slug).copied().unwrap_or(0),
        request: request.map(|request| {
            let own: Vec<&Fixed> = fixed.iter().filter(|f| f.stop == number).collect();
            request_rules(parts, index, stop, request, &own, anchor)
        }),
    }
}

fn request_rules(
    parts: &ProblemParts,
    index: &Index,
    stop: &Stop,
    request: &Request,
    own: &[&Fixed],
    anchor: Option<u32>,
) -> RequestRules {
    let always = anchor.filter(|_| request.same_start == Sameness::Always);
    let liked = anchor.filter(|_| request.same_start == Sameness::Liked);
    let days = parts.days.iter().map(|d| d.day);
    let preferred_hours: Vec<_> = days.map(|day| preferred_hours(parts, request, day, liked)).collect();
    let (set_up, teardown) = crew_times(stop, Some(request));
    let shape = |d: usize| Shape {
        set_up,
        public: request.public.get(),
        teardown,
        step: parts.start_step.get(),
        preferred_hours: preferred_hours[d],
    };
    let barred = |d: usize, day: Day| {
        request.forbidden_weekdays.contains(day.weekday()) || own.iter().any(|fixed| fixed.day == d)
    };
    let mut all = Vec::with_capacity(parts.days.len());
    let mut of_bus = BTreeMap::new();
    let special = special_buses(parts);
    for (d, season_day) in parts.days.iter().enumerate() {
        let day = season_day.day;
        if barred(d, day) {
            all.push(Vec::new());
            continue;
        }
        let closures = closures_of_stop(parts, stop, day, None);
        let within = |working: &[CivilWindow]| narrowed(windows(stop, day), working, &request.forbidden_hours);
        for (b, bus) in &special {
            let Some((_, working)) = hours_of(bus, season_day) else {
                continue;
            };
            let of_this_bus = closures_of_bus(parts, &bus.slug, day, None);
            if !of_this_bus.is_empty() || working != season_day.windows.as_slice() {
                let together: Vec<Closure> = closures.iter().copied().chain(of_this_bus).collect();
                of_bus.insert((*b, d), slots(&within(working), &together, shape(d)));
            }
        }
        all.push(slots(&within(&season_day.windows), &closures, shape(d)));
    }
    let starts = match request.same_start {
        Sameness::No => Vec::new(),
        Sameness::Liked | Sameness::Always => starts(&all, parts.start_step.get()),
    };
    if let Some(anchor) = always {
        for slots in all.iter_mut().chain(of_bus.values_mut()) {
            *slots = only_at(std::mem::take(slots), anchor);
        }
    }
    let mut possible: Vec<bool> = all.iter().map(|slots| !slots.is_empty()).collect();
    for ((_, d), slots) in &of_bus {
        possible[*d] |= !slots.is_empty();
    }
    RequestRules {
        same_start: request.same_start,
        starts,
        least: request.least,
        wanted: request.wanted,
        set_up,
        public: request.public.get(),
        teardown,
        preferred_hours,
        load: request.load,
        has_fixed: own.iter().any(|visit| visit.counts),
        any_time: parts.start_step.get() == 1
            && of_bus.is_empty()
            && parts
                .buses
                .iter()
                .all(|bus| is_able(bus, stop) && bus.breaks.is_none() && bus.max_driving.is_none())
            && all.iter().all(|slots| is_any_time(slots, request)),
        sets: day_sets(index, request, spacing(parts, index, stop, request, own, possible)),
        slots: all,
        slots_of_bus: of_bus,
        unable: parts.buses.iter().map(|bus| !is_able(bus, stop)).collect(),
    }
}

/// Buses that on some day have other hours than the season, or that an event keeps at home.
fn special_buses(parts: &ProblemParts) -> Vec<(usize, &Bus)> {
    let closed = |bus: &Bus| {
        let alone = |event: &Event| matches!(&event.rule, EventRule::StayAway { scope: Scope::Bus(slug), .. } if *slug == bus.slug);
        parts.events.iter().any(alone)
    };
    let buses = parts.buses.iter().enumerate();
    buses.filter(|(_, bus)| !bus.hours.is_empty() || closed(bus)).collect()
}

/// The hours that are best on a day: those that were announced for it, else those of the start that is liked each time, else those that the request prefers.
fn preferred_hours(parts: &ProblemParts, request: &Request, day: Day, liked: Option<u32>) -> Option<(u32, u32)> {
    let of_this = |a: &&crate::Announced| a.stop == request.stop && a.day == day;
    let announced = parts.announced.iter().filter(of_this).find_map(|a| a.public_start);
    match announced {
        Some(start) => Some((start.get(), start.get() + request.public.get())),
        None => match liked {
            Some(start) => Some((start, start + request.public.get())),
            None => request.preferred_hours.map(|h| (h.start().get(), h.end().get())),
        },
    }
}

/// Whether these slots bind nothing (a day without any slot is closed, which no tour meets).
fn is_any_time(slots: &[Slot], request: &Request) -> bool {
    let whole_day =
        |slot: &Slot| slot.first == 0 && slot.last + request.public.get() == 1440 && !slot.misses_preference;
    slots.iter().all(whole_day)
}

fn cycle(index: &Index, request: &Request, rules: SpacingRules, weeks: u32) -> Cycle {
    let period = 7 * i64::from(weeks.max(1));
    let phase = request
        .previous_visit
        .map(|previous| index.first_day.days_until(previous).rem_euclid(period));
    Cycle {
        need: rules.need,
        least: rules.least,
        wanted: rules.wanted,
        most: rules.most,
        period: period as usize,
        phase: phase.map(|phase| phase as usize),
        fixed: rules.fixed,
        possible: rules.possible,
        day_fee: rules.day_fee,
        base: rules.base,
    }
}

fn day_sets(index: &Index, request: &Request, rules: SpacingRules) -> Sets {
    if let Some(weeks) = request.every_weeks {
        return Sets::Cycle(cycle(index, request, rules, weeks));
    }
    if request.day_sets.is_empty() {
        return Sets::Spacing(Spacing::new(rules));
    }
    let ascending = |set: &Vec<Day>| {
        let mut days: DaySet = set.iter().filter_map(|day| index.day(*day)).map(|d| d as u16).collect();
        days.sort_unstable();
        days.dedup();
        days
    };
    let only_fixed: DaySet = (0..rules.fixed.len() as u16)
        .filter(|d| rules.fixed[usize::from(*d)])
        .collect();
    let holds_fixed = |set: &DaySet| only_fixed.iter().all(|day| set.contains(day));
    let mut sets: Vec<DaySet> = request.day_sets.iter().map(ascending).filter(holds_fixed).collect();
    if !only_fixed.is_empty() && !sets.contains(&only_fixed) {
        sets.push(only_fixed);
    }
    Sets::Listed(Listed {
        need: rules.need,
        least: rules.least,
        wanted: rules.wanted,
        sets,
        fixed: rules.fixed,
        day_fee: rules.day_fee,
        base: rules.base,
    })
}

fn spacing(
    parts: &ProblemParts,
    index: &Index,
    stop: &Stop,
    request: &Request,
    own: &[&Fixed],
    possible: Vec<bool>,
) -> SpacingRules {
    let (weights, days) = (&parts.weights, parts.days.len());
    let mut fixed = vec![false; days];
    for visit in own.iter().filter(|visit| visit.counts) {
        fixed[visit.day] = true;
    }
    let announced: Vec<(usize, i64)> = parts
        .announced
        .iter()
        .filter(|a| a.stop == stop.slug)
        .filter_map(|a| Some((index.day(a.day)?, moving(parts, a.day))))
        .collect();
    let day_fee = |d: usize| {
        let weekday = parts.days[d].day.weekday();
        let liked = request.preferred_weekdays.is_empty() || request.preferred_weekdays.contains(weekday);
        let kept: i64 = announced
            .iter()
            .filter(|(day, _)| *day == d)
            .map(|(_, price)| price)
            .sum();
        Cost {
            moved: -kept,
            comfort: if liked {
                0
            } else {
                i64::from(weights.weekday_not_preferred)
            },
            ..Cost::ZERO
        }
    };
    let (gap_min, gap_max) = (request.gap_min.unwrap_or(1).max(1), request.gap_max.unwrap_or(u32::MAX));
    let (first_from, first_by) = edges(index, request, gap_min, gap_max);
    let fair_wait = u64::from(weights.fair_wait_percent) * days as u64 / 100 / (u64::from(request.wanted) + 1);
    let runs = |season_day| parts.buses.iter().any(|bus| hours_of(bus, season_day).is_some());
    let running: Vec<bool> = parts.days.iter().map(runs).collect();
    SpacingRules {
        need: stop.need,
        least: request.least,
        wanted: request.wanted,
        most: request.most,
        gap_min,
        gap_max,
        first_from,
        first_by,
        last_from: last_from(index, request),
        block: request.block.map_or(1, |block| block.days as usize),
        within_week: request.block.is_some_and(|block| block.within_week),
        possible: possible
            .iter()
            .zip(&running)
            .map(|(open, runs)| *runs && *open)
            .collect(),
        running,
        fixed,
        day_fee: (0..days).map(day_fee).collect(),
        base: Cost {
            moved: announced.iter().map(|(_, price)| price).sum(),
            ..Cost::ZERO
        },
        weekdays: parts.days.iter().map(|d| d.day.weekday()).collect(),
        same_weekday: match request.same_weekday {
            Sameness::No => SameWeekday::No,
            Sameness::Liked => SameWeekday::Fee(i64::from(weights.other_weekday)),
            Sameness::Always => SameWeekday::Always,
        },
        fair_wait: u32::try_from(fair_wait).unwrap_or(u32::MAX),
    }
}

/// What it costs not to keep a visit that was announced for the day.
fn moving(parts: &ProblemParts, day: Day) -> i64 {
    let weights = &parts.weights;
    let notice = parts.planned_on.map_or(i64::MAX, |today| today.days_until(day));
    let by_notice = [
        (1, weights.notice_1_day),
        (3, weights.notice_3_days),
        (7, weights.notice_7_days),
        (14, weights.notice_14_days),
        (i64::MAX, weights.announced_moved),
    ];
    // Of all that hold, the dearest: so shorter notice never costs less.
    let hold = by_notice.iter().filter(|(longest, _)| notice <= *longest);
    hold.map(|(_, weight)| i64::from(*weight)).max().unwrap_or(0)
}

/// The day before which the last visit may not be.
fn last_from(index: &Index, request: &Request) -> u16 {
    let asked = request.last_from.map_or(0, |day| index.day_within(day));
    let within_gap = match request.gap_max {
        Some(gap) if request.gap_max_to_end => index.days.saturating_sub(1).saturating_sub(gap as usize),
        Some(_) | None => 0,
    };
    asked.max(within_gap.min(usize::from(u16::MAX)) as u16)
}

/// The days between which the first visit must be. Spacing from the visit before the season binds only as far as the season can
/// still keep it: a gap that was too long before the first day is nobody's fault now.
fn edges(index: &Index, request: &Request, gap_min: u32, gap_max: u32) -> (u16, u16) {
    let asked = request.first_by.map_or(u16::MAX, |day| index.day_within(day));
    let Some(previous) = request.previous_visit else {
        return (0, asked);
    };
    let season_start = index.first_day;
    let earliest = previous.plus_days(i64::from(gap_min));
    let first_from = if season_start.days_until(earliest) > 0 {
        season_start.days_until(earliest).min(i64::from(u16::MAX)) as u16
    } else {
        0
    };
    let latest = season_start.days_until(previous.plus_days(i64::from(gap_max.min(100_000))));
    let within_gap = if latest >= 0 {
        latest.min(i64::from(u16::MAX)) as u16
    } else {
        u16::MAX
    };
    (first_from, asked.min(within_gap))
}
