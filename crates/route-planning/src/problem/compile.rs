//! From parts to dense indices. Trusts the parts to be without fault; a name that is not there is passed over.

use std::{collections::BTreeMap, sync::Arc};

use vocabulary::{CivilWindow, Day, Minutes, Sameness, Slug};

use super::{
    dense::{Breaks, BusDays, Fixed, Problem, RequestRules, Roads, Shift, Slot, StopRules},
    parts::{ApartBy, Bus, Event, EventRule, Pin, ProblemParts, Request, Stop},
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

/// With `kept`, all stops but one (and roads and fixed tours) are taken over from another problem.
pub(super) fn compile(parts: ProblemParts, kept: Option<(&Problem, usize)>) -> Problem {
    let first_day = parts.days[0].day; // A season without a day is a fault.
    let (days, buses) = (parts.days.len(), parts.buses.len());
    let index = Index::new(&parts, first_day);
    let bus_days = BusDays { buses, days };
    let shifts = (0..bus_days.count())
        .map(|b| shift(&parts, &index, &parts.buses[bus_days.bus_of(b)], bus_days.day_of(b)))
        .collect();
    let fixed = fixed_visits(&parts, &index);
    let roads = kept.map_or_else(|| Arc::new(roads(&parts)), |(problem, _)| Arc::clone(&problem.roads));
    let mut anchors = kept.map_or_else(|| vec![None; parts.stops.len()], |(problem, _)| problem.anchors.clone());
    // The start of a stop that is placed again is chosen anew, where it is a rule.
    let liked = |stop: usize| {
        let slug = &parts.stops[stop].slug;
        parts
            .requests
            .iter()
            .any(|r| r.stop == *slug && r.same_start == Sameness::Liked)
    };
    if let Some((_, changed)) = kept
        && !liked(changed)
    {
        anchors[changed] = None;
    }
    let stops = (0..parts.stops.len())
        .map(|s| match kept {
            Some((problem, changed)) if changed != s => Arc::clone(&problem.stops[s]),
            _ => Arc::new(stop_rules(&parts, &index, &fixed, s, anchors[s])),
        })
        .collect();
    let mut fixed_tours = vec![Vec::new(); bus_days.count()];
    if let Some((problem, _)) = kept {
        for (number, tour) in problem.fixed_tours.iter().enumerate() {
            fixed_tours[bus_days.number(problem.bus_of(number), problem.day_of(number))].clone_from(tour);
        }
    }
    let apart = apart(&parts, &index);
    Problem {
        anchors,
        apart,
        first_day,
        days,
        buses,
        shifts,
        roads,
        stops,
        fixed,
        fixed_tours,
        step: parts.start_step.get(),
        weights: parts.weights,
        parts,
    }
}

fn apart(parts: &ProblemParts, index: &Index) -> Vec<Vec<(usize, ApartBy)>> {
    let mut apart = vec![Vec::new(); parts.stops.len()];
    for rule in &parts.apart {
        let [one, other] = rule.stops.each_ref().map(|stop| index.stops.get(stop).copied());
        if let (Some(one), Some(other)) = (one, other) {
            apart[one].push((other, rule.by));
            apart[other].push((one, rule.by));
        }
    }
    apart
}

/// The rules of a stop with the anchor that the problem has for it.
pub(super) fn stop_again(problem: &Problem, stop: usize) -> Arc<StopRules> {
    let index = Index::new(&problem.parts, problem.first_day);
    let anchor = problem.anchors[stop];
    Arc::new(stop_rules(&problem.parts, &index, &problem.fixed, stop, anchor))
}

/// Numbers of names.
struct Index {
    first_day: Day,
    days: usize,
    places: BTreeMap<Slug, usize>,
    stops: BTreeMap<Slug, usize>,
    buses: BTreeMap<Slug, usize>,
}

impl Index {
    fn new(parts: &ProblemParts, first_day: Day) -> Self {
        let number = |slugs: &mut dyn Iterator<Item = &Slug>| slugs.cloned().enumerate().map(|(i, s)| (s, i)).collect();
        Self {
            first_day,
            days: parts.days.len(),
            places: number(&mut parts.travel.places.iter()),
            stops: number(&mut parts.stops.iter().map(|s| &s.slug)),
            buses: number(&mut parts.buses.iter().map(|b| &b.slug)),
        }
    }

    /// The number of a day of the season.
    fn day(&self, day: Day) -> Option<usize> {
        usize::try_from(self.first_day.days_until(day))
            .ok()
            .filter(|d| *d < self.days)
    }

    /// The number of a day, moved to the season's edge when outside.
    fn day_within(&self, day: Day) -> u16 {
        let last = self.days.saturating_sub(1) as i64;
        self.first_day.days_until(day).clamp(0, last) as u16
    }
}

fn shift(parts: &ProblemParts, index: &Index, bus: &Bus, day: usize) -> Option<Shift> {
    let season_day = &parts.days[day];
    let (hours, _) = hours_of(bus, season_day)?;
    let (depart_from, return_to) = bus.depots_on(season_day.day);
    let own_prices = prices(parts).iter().position(|p| *p == prices_of(parts, bus));
    let matrix = parts.travel.minutes.len();
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
        prices: own_prices.unwrap_or(0) * matrix,
        from: *index.places.get(depart_from)?,
        to: *index.places.get(return_to)?,
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

fn roads(parts: &ProblemParts) -> Roads {
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

fn fixed_visits(parts: &ProblemParts, index: &Index) -> Vec<Fixed> {
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
    let number = *index.stops.get(stop)?;
    let stop = &parts.stops[number];
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
    fixed.buses = free_buses(parts, index, bus.as_ref(), stop, event.day, &fixed, Some(&event.slug));
    Some(fixed)
}

fn pin_visit(parts: &ProblemParts, index: &Index, pin: &Pin) -> Option<Fixed> {
    let number = *index.stops.get(&pin.stop)?;
    let day = index.day(pin.day)?;
    let stop = &parts.stops[number];
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
    fixed.buses = free_buses(parts, index, pin.bus.as_ref(), stop, pin.day, &fixed, None);
    Some(fixed)
}

/// Buses that no event keeps from a fixed visit at any time at which it may be, and that can do what the stop needs. A bus that
/// people named is not asked what it can.
fn free_buses(
    parts: &ProblemParts,
    index: &Index,
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
    let wanted = parts.buses.iter().filter(|bus| match asked {
        Some(asked) => *asked == bus.slug,
        None => is_able(bus, stop),
    });
    wanted
        .filter(|b| free(&b.slug))
        .filter_map(|b| index.buses.get(&b.slug).copied())
        .collect()
}

fn stop_rules(parts: &ProblemParts, index: &Index, fixed: &[Fixed], number: usize, anchor: Option<u32>) -> StopRules {
    let stop = &parts.stops[number];
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
    for (d, season_day) in parts.days.iter().enumerate() {
        let day = season_day.day;
        if barred(d, day) {
            all.push(Vec::new());
            continue;
        }
        let closures = closures_of_stop(parts, stop, day, None);
        let within = |working: &[CivilWindow]| narrowed(windows(stop, day), working, &request.forbidden_hours);
        for (b, bus) in parts.buses.iter().enumerate() {
            let Some((_, working)) = hours_of(bus, season_day) else {
                continue;
            };
            let of_this_bus = closures_of_bus(parts, &bus.slug, day, None);
            if !of_this_bus.is_empty() || working != season_day.windows.as_slice() {
                let together: Vec<Closure> = closures.iter().copied().chain(of_this_bus).collect();
                of_bus.insert((b, d), slots(&within(working), &together, shape(d)));
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
    let running: Vec<bool> = (0..days)
        .map(|d| parts.buses.iter().any(|bus| shift(parts, index, bus, d).is_some()))
        .collect();
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
