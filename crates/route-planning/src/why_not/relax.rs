//! Relaxations as changes of the problem's parts: how to make one, and the fullest one of each family.

use vocabulary::{CivilWindow, Day, Metres, Minute, Minutes, Sameness, Slug, Weekdays};

use super::reason::{Relaxation, RuleFamily};
use crate::problem::{Block, Bus, EventRule, ProblemParts, Request, Scope, SiteException, Stop};

/// Visits are not proposed shorter than this part of what was asked for.
const SHORTEST_PART: u32 = 2;
/// No tour of a day is longer.
const FARTHEST: Metres = Metres(2_000_000);

impl Relaxation {
    /// Changes the parts as the relaxation says, for this stop. What concerns buses and days is changed for all.
    pub fn apply(&self, parts: &mut ProblemParts, stop: &Slug) {
        match self {
            Self::LeastGap { enough, .. } => each_request(parts, stop, |request| request.gap_min = Some(*enough)),
            Self::MostGap { enough: Some(days), .. } => {
                each_request(parts, stop, |request| request.gap_max = Some(*days))
            }
            Self::MostGap { enough: None, .. } => each_request(parts, stop, |request| {
                request.gap_max = None;
                request.first_by = None;
                request.last_from = None;
            }),
            Self::BlockDays { enough, .. } => each_request(parts, stop, |request| {
                let shorter = |block| Block { days: *enough, ..block };
                request.block = request.block.filter(|_| *enough > 1).map(shorter);
            }),
            Self::OffCycle { .. } => each_request(parts, stop, |request| request.every_weeks = None),
            Self::AnyStart => each_request(parts, stop, |request| request.same_start = Sameness::No),
            Self::AnyWeekday => each_request(parts, stop, |request| request.same_weekday = Sameness::No),
            Self::Together { stops } => parts.apart.retain(|rule| {
                let with = |other: &Slug| rule.stops.contains(stop) && rule.stops.contains(other);
                !stops.iter().any(with)
            }),
            Self::Weekdays { allow } => each_request(parts, stop, |request| {
                let still = request.forbidden_weekdays.iter().filter(|day| !allow.contains(*day));
                request.forbidden_weekdays = still.collect();
            }),
            Self::VisitLength { enough, .. } => each_request(parts, stop, |request| request.public = *enough),
            Self::SiteHours { longer_by } => each_stop(parts, stop, |stop| {
                let weekly = stop.windows.iter_mut().map(|window| &mut window.hours);
                for hours in weekly.chain(stop.exceptions.iter_mut().flat_map(|e| &mut e.hours)) {
                    *hours = widened(*hours, *longer_by);
                }
            }),
            Self::SiteOpen { days } => each_stop(parts, stop, |stop| {
                stop.exceptions.retain(|exception| !days.contains(&exception.day));
                stop.exceptions.extend(days.iter().map(|day| SiteException {
                    day: *day,
                    hours: vec![whole_day()],
                }));
            }),
            Self::Permission { until } => each_stop(parts, stop, |stop| stop.permission_until = Some(*until)),
            Self::Events { events } => parts
                .events
                .retain(|event| !(events.contains(&event.slug) && matches!(event.rule, EventRule::StayAway { .. }))),
            Self::OpenDays { days } => open_days(parts, days),
            Self::BusHours { longer_by } => {
                let season = parts.days.iter_mut().filter_map(|day| day.hours.as_mut());
                let of_buses = parts
                    .buses
                    .iter_mut()
                    .flat_map(|bus| &mut bus.hours)
                    .map(|own| &mut own.hours);
                for hours in season.chain(of_buses) {
                    *hours = widened(*hours, *longer_by);
                }
                let season = parts.days.iter_mut().map(|day| &mut day.windows);
                let of_buses = parts.buses.iter_mut().flat_map(|bus| &mut bus.hours);
                for windows in season.chain(of_buses.map(|own| &mut own.windows)) {
                    *windows = all_widened(windows, *longer_by);
                }
            }
            Self::Duty { longer_by } => {
                for most in parts.buses.iter_mut().filter_map(|bus| bus.max_duty.as_mut()) {
                    *most = Minutes(most.get().saturating_add(longer_by.get()));
                }
            }
            Self::Driving { longer_by } => {
                for most in parts.buses.iter_mut().filter_map(|bus| bus.max_driving.as_mut()) {
                    *most = Minutes(most.get().saturating_add(longer_by.get()));
                }
            }
            Self::Capacity { more_by } => {
                for most in parts.buses.iter_mut().filter_map(|bus| bus.capacity.as_mut()) {
                    *most = most.saturating_add(*more_by);
                }
            }
            Self::Range { farther_by } => {
                for most in parts.buses.iter_mut().filter_map(|bus| bus.range.as_mut()) {
                    *most = Metres(most.get().saturating_add(farther_by.get()));
                }
            }
            Self::Breaks { shorter_by } => {
                for bus in &mut parts.buses {
                    if let Some(rule) = bus.breaks.as_mut() {
                        rule.length = Minutes(rule.length.get().saturating_sub(shorter_by.get()));
                    }
                    bus.breaks = bus.breaks.filter(|rule| rule.length > Minutes::ZERO);
                }
            }
            Self::AllHours => each_request(parts, stop, |request| request.forbidden_hours.clear()),
            Self::Capability { without } => each_stop(parts, stop, |stop| {
                stop.needs.retain(|need| !without.contains(need));
            }),
            Self::AnotherBus { days } => another_bus(parts, days),
        }
    }
}

fn each_request(parts: &mut ProblemParts, stop: &Slug, change: impl Fn(&mut Request)) {
    parts
        .requests
        .iter_mut()
        .filter(|request| request.stop == *stop)
        .for_each(change);
}

fn each_stop(parts: &mut ProblemParts, slug: &Slug, change: impl Fn(&mut Stop)) {
    parts
        .stops
        .iter_mut()
        .filter(|stop| stop.slug == *slug)
        .for_each(change);
}

fn whole_day() -> CivilWindow {
    let midnight = Minute::new(0).unwrap_or(Minute::END_OF_DAY);
    #[allow(clippy::expect_used)]
    CivilWindow::new(midnight, Minute::END_OF_DAY).expect("0:00 is before 24:00")
}

fn widened(hours: CivilWindow, by: Minutes) -> CivilWindow {
    let start = hours.start().minus(by).or(Minute::new(0)).unwrap_or(hours.start());
    let end = hours.end().plus(by).unwrap_or(Minute::END_OF_DAY);
    CivilWindow::new(start, end).unwrap_or(hours)
}

/// Windows that meet when they are widened become one.
fn all_widened(windows: &[CivilWindow], by: Minutes) -> Vec<CivilWindow> {
    let mut all: Vec<CivilWindow> = Vec::with_capacity(windows.len());
    for window in windows.iter().map(|window| widened(*window, by)) {
        match all.last_mut() {
            Some(last) if window.start() <= last.end() => {
                let end = last.end().max(window.end());
                *last = CivilWindow::new(last.start(), end).unwrap_or(*last);
            }
            _ => all.push(window),
        }
    }
    all
}

fn open_days(parts: &mut ProblemParts, days: &[Day]) {
    let longest = parts
        .days
        .iter()
        .filter_map(|d| d.hours)
        .max_by_key(|hours| hours.length());
    let hours = longest.unwrap_or_else(whole_day);
    for day in parts.days.iter_mut().filter(|d| days.contains(&d.day)) {
        day.hours = Some(day.hours.unwrap_or(hours));
    }
    for bus in &mut parts.buses {
        bus.closed_days.retain(|day| !days.contains(day));
    }
}

fn another_bus(parts: &mut ProblemParts, days: &[Day]) {
    let Some(first) = parts.buses.first() else { return };
    let free_name = (2..).find_map(|i| {
        let name: Slug = format!("another-bus-{i}").parse().ok()?;
        parts.buses.iter().all(|bus| bus.slug != name).then_some(name)
    });
    let closed_days = parts
        .days
        .iter()
        .map(|d| d.day)
        .filter(|day| !days.contains(day))
        .collect();
    if let Some(slug) = free_name {
        let bus = Bus {
            slug,
            closed_days,
            ..first.clone()
        };
        parts.buses.push(bus);
    }
}

/// The fullest relaxation of a family; `None` when no rule of it concerns the stop.
pub(crate) fn fullest(family: RuleFamily, parts: &ProblemParts, stop: &Stop, request: &Request) -> Option<Relaxation> {
    match family {
        RuleFamily::LeastGap => {
            let asked = request.gap_min.filter(|gap| *gap > 1)?;
            Some(Relaxation::LeastGap { asked, enough: 1 })
        }
        RuleFamily::MostGap => {
            let asked = request.gap_max;
            let bound = asked.is_some() || request.first_by.is_some() || request.last_from.is_some();
            bound.then_some(Relaxation::MostGap { asked, enough: None })
        }
        RuleFamily::Block => request.block.map(|block| Relaxation::BlockDays {
            asked: block.days,
            enough: 1,
        }),
        RuleFamily::Cycle => request.every_weeks.map(|weeks| Relaxation::OffCycle { weeks }),
        RuleFamily::SameStart => (request.same_start == Sameness::Always).then_some(Relaxation::AnyStart),
        RuleFamily::SameWeekday => (request.same_weekday == Sameness::Always).then_some(Relaxation::AnyWeekday),
        RuleFamily::Apart => {
            let stops = kept_apart(parts, &stop.slug);
            (!stops.is_empty()).then_some(Relaxation::Together { stops })
        }
        RuleFamily::Weekdays => {
            let allow: Weekdays = request.forbidden_weekdays;
            (!allow.is_empty()).then_some(Relaxation::Weekdays { allow })
        }
        RuleFamily::SiteHours => {
            let bound = !stop.windows.is_empty() || !stop.exceptions.is_empty();
            bound.then(|| Relaxation::SiteOpen {
                days: parts.days.iter().map(|d| d.day).collect(),
            })
        }
        RuleFamily::Permission => {
            let last = parts.days.last()?.day;
            let ends = stop.permission_until.is_some_and(|until| until < last);
            ends.then_some(Relaxation::Permission { until: last })
        }
        RuleFamily::Event => {
            let events = keeping_away(parts, stop);
            (!events.is_empty()).then_some(Relaxation::Events { events })
        }
        RuleFamily::ClosedDay => {
            let closed = |day: &Day| parts.buses.iter().any(|bus| bus.closed_days.contains(day));
            let days = parts
                .days
                .iter()
                .filter(|d| d.hours.is_none() || closed(&d.day))
                .map(|d| d.day);
            let days: Vec<Day> = days.collect();
            (!days.is_empty()).then_some(Relaxation::OpenDays { days })
        }
        RuleFamily::BusHours => Some(Relaxation::BusHours {
            longer_by: Minutes(1440),
        }),
        RuleFamily::Duty => {
            let bound = parts.buses.iter().any(|bus| bus.max_duty.is_some());
            bound.then_some(Relaxation::Duty {
                longer_by: Minutes(1440),
            })
        }
        RuleFamily::Driving => {
            let bound = parts.buses.iter().any(|bus| bus.max_driving.is_some());
            bound.then_some(Relaxation::Driving {
                longer_by: Minutes(1440),
            })
        }
        RuleFamily::Capacity => {
            let bound = parts.buses.iter().any(|bus| bus.capacity.is_some());
            // Then one tour could visit all stops.
            let all = parts
                .requests
                .iter()
                .fold(0, |all: u32, request| all.saturating_add(request.load));
            (bound && all > 0).then_some(Relaxation::Capacity { more_by: all })
        }
        RuleFamily::Range => {
            let bound = parts.buses.iter().any(|bus| bus.range.is_some());
            bound.then_some(Relaxation::Range { farther_by: FARTHEST })
        }
        RuleFamily::Breaks => {
            let longest = parts.buses.iter().filter_map(|bus| Some(bus.breaks?.length)).max();
            longest.map(|shorter_by| Relaxation::Breaks { shorter_by })
        }
        RuleFamily::ForbiddenHours => (!request.forbidden_hours.is_empty()).then_some(Relaxation::AllHours),
        RuleFamily::Capability => {
            let lacking = |need: &&Slug| parts.buses.iter().any(|bus| !bus.capabilities.contains(need));
            let without: Vec<Slug> = stop.needs.iter().filter(lacking).cloned().collect();
            (!without.is_empty()).then_some(Relaxation::Capability { without })
        }
        RuleFamily::VisitLength => {
            let (asked, enough) = (request.public, Minutes(request.public.get().div_ceil(SHORTEST_PART)));
            (enough < asked).then_some(Relaxation::VisitLength { asked, enough })
        }
        RuleFamily::SeasonFull => {
            let days = parts.days.iter().filter(|d| d.hours.is_some()).map(|d| d.day).collect();
            Some(Relaxation::AnotherBus { days })
        }
    }
}

/// The stops that this one is kept apart from, each named once.
fn kept_apart(parts: &ProblemParts, stop: &Slug) -> Vec<Slug> {
    let mut stops: Vec<Slug> = Vec::new();
    for rule in parts.apart.iter().filter(|rule| rule.stops.contains(stop)) {
        for other in rule.stops.iter().filter(|other| *other != stop) {
            if !stops.contains(other) {
                stops.push(other.clone());
            }
        }
    }
    stops
}

/// Stay-away events that may bind visits of the stop, each named once.
fn keeping_away(parts: &ProblemParts, stop: &Stop) -> Vec<Slug> {
    let mut events: Vec<Slug> = Vec::new();
    for event in &parts.events {
        let EventRule::StayAway { scope, .. } = &event.rule else {
            continue;
        };
        let binds = match scope {
            Scope::Stop(slug) => *slug == stop.slug,
            Scope::Estate(slug) => *slug == stop.estate,
            Scope::Bus(_) | Scope::All => true,
        };
        if binds && !events.contains(&event.slug) {
            events.push(event.slug.clone());
        }
    }
    events
}
