//! A season as the planner's problem: the one translation, used by the command line and by the server alike.

mod rest;

pub use rest::settle;

use route_planning as planner;
use season_files as files;
use vocabulary::{CivilWindow, Day, EventEffect, Metres, Minute, Minutes, Slug};

/// A visit that people already know of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownVisit {
    /// Where.
    pub stop: Slug,
    /// With which bus.
    pub bus: Slug,
    /// When.
    pub day: Day,
    /// Public hours.
    pub hours: CivilWindow,
    /// The event that it takes part in.
    pub event: Option<Slug>,
    /// The day it was announced for before it moved.
    pub moved_from: Option<Day>,
    /// How firmly it stands.
    pub standing: Standing,
}

/// How firmly a known visit stands when the season is planned anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// On a day that is over or under way: history, which counts for number and spacing and for nothing else.
    Past,
    /// Set by a person: it stays as it is.
    Fixed,
    /// Announced by a plan: it moves only for a reason.
    Announced,
    /// Cancelled by a person: this stop is not visited on this day.
    Cancelled,
}

/// The problem of a season. With `today`, as it stands on that day: notice counts from it, and of a season that has begun it is the
/// rest, today and what was before being history.
pub fn parts(season: &files::Season, known: &[KnownVisit], today: Option<Day>) -> planner::ProblemParts {
    let settings = &season.settings;
    let begun = today.filter(|day| *day >= settings.first_day);
    let first = begun.map_or(settings.first_day, |day| day.plus_days(1));
    let rest = rest::Rest { settings, known, first };
    let stops: Vec<planner::Stop> = season
        .stops
        .iter()
        .filter_map(|stop| translate_stop(season, stop, known, first))
        .collect();
    let has = |slug: &Slug| stops.iter().any(|s| s.slug == *slug);
    let days = first.through(settings.last_day).map(|day| season_day(settings, day));
    let days: Vec<_> = days.map(|day| opened_for_promises(season, known, day)).collect();
    let depots = depots(settings);
    let points = planner::travel_points(&depots, &stops);
    let travel = planner::estimate(&points, &travel_settings(settings));
    let requests = season.requests.iter().filter(|r| has(&r.stop));
    let counted = counted(season, known);
    let counting = rest::Rest {
        known: &counted,
        ..rest
    };
    planner::ProblemParts {
        version: planner::PROBLEM_VERSION,
        buses: settings
            .buses
            .iter()
            .map(|bus| translate_bus(season, known, bus, &days))
            .collect(),
        requests: requests
            .filter_map(|request| counting.of_request(translate_request(request)))
            .collect(),
        events: season
            .events
            .iter()
            .filter(|event| event.day >= first && !rest::taken_over(event, known))
            .filter_map(translate_event)
            .collect(),
        pins: pins(season, known, first)
            .into_iter()
            .chain(season.requests.iter().flat_map(|request| rest.under_way(request)))
            .collect(),
        announced: announced(known),
        apart: apart(season, &has),
        planned_on: today,
        travel,
        weights: translate_weights(&settings.weights),
        start_step: Minutes(15),
        days,
        depots,
        stops,
    }
}

/// How travel is estimated in this season, and what is added to every leg whoever measured it.
pub fn travel_settings(settings: &files::Settings) -> planner::TravelEstimate {
    planner::TravelEstimate {
        detour: settings.travel.detour,
        speed_kmh: settings.travel.speed_kmh,
        buffer_minutes: settings.travel.buffer_minutes.get(),
        uncertain_buffer_minutes: settings.travel.estimated_buffer_minutes.get(),
    }
}

/// The known visits, where one at an event that counts is like one that its stop asked for.
fn counted(season: &files::Season, known: &[KnownVisit]) -> Vec<KnownVisit> {
    let counts = |slug: &Slug| season.events.iter().any(|e| e.counts && e.slug == *slug);
    let own = |visit: &KnownVisit| KnownVisit {
        event: visit.event.clone().filter(|slug| !counts(slug)),
        ..visit.clone()
    };
    known.iter().map(own).collect()
}

fn season_day(settings: &files::Settings, day: Day) -> planner::SeasonDay {
    let closed = |because: &str| planner::SeasonDay {
        day,
        hours: None,
        windows: Vec::new(),
        closed_because: Some(because.to_owned()),
    };
    match settings.day_off(day) {
        Some(files::DayOff::Closed(row)) => closed(&row.reason),
        Some(files::DayOff::PublicHoliday(holiday)) => closed(holiday.name),
        Some(files::DayOff::Weekday) => planner::SeasonDay {
            day,
            hours: None,
            windows: Vec::new(),
            closed_because: None,
        },
        None => planner::SeasonDay {
            day,
            hours: hull(settings.hours.of(day.weekday())),
            windows: several(settings.hours.of(day.weekday())),
            closed_because: None,
        },
    }
}

/// A promise (an event that the bus takes part in, a visit that stands) on a day that is not worked, or outside its hours, opens
/// that day as far as it needs: with set-up, teardown and this long for each way.
const WAY: Minutes = Minutes(45);

fn opened_for_promises(season: &files::Season, known: &[KnownVisit], day: planner::SeasonDay) -> planner::SeasonDay {
    let needed = promised(season, known, day.day);
    let hours = hull(&day.hours.into_iter().chain(needed).collect::<Vec<_>>());
    planner::SeasonDay { hours, ..day }
}

/// What the promises of a day need.
fn promised(season: &files::Season, known: &[KnownVisit], day: Day) -> Option<CivilWindow> {
    let events = season
        .events
        .iter()
        .filter(|e| e.effect == EventEffect::TakePart && e.day == day && !rest::taken_over(e, known));
    let events = events.filter_map(|e| Some((e.stop.as_ref()?, e.hours?)));
    let standing = known
        .iter()
        .filter(|k| k.standing == Standing::Fixed && k.day == day)
        .map(|k| (&k.stop, k.hours));
    let needed = events
        .chain(standing)
        .map(|(stop, hours)| with_ways(season, stop, hours));
    hull(&needed.collect::<Vec<_>>())
}

fn with_ways(season: &files::Season, stop: &Slug, hours: CivilWindow) -> CivilWindow {
    let defaults = &season.settings.defaults;
    let details = season.stop(stop).map(|s| &s.details);
    let rules = season.requests.iter().find(|r| r.stop == *stop).map(|r| &r.rules);
    // The longer of what the place and the request need: the promise may be either's.
    let longest = |of_stop: Option<Minutes>, of_request: Option<Minutes>, usual: Minutes| {
        of_stop.unwrap_or(usual).max(of_request.unwrap_or_default()) + WAY
    };
    let before = longest(
        details.and_then(|d| d.setup_minutes),
        rules.and_then(|r| r.setup_minutes),
        defaults.setup_minutes,
    );
    let after = longest(
        details.and_then(|d| d.teardown_minutes),
        rules.and_then(|r| r.teardown_minutes),
        defaults.teardown_minutes,
    );
    let start = hours.start().minus(before).unwrap_or_default();
    let end = hours.end().plus(after).unwrap_or(Minute::END_OF_DAY);
    // A window that is only made longer stays one.
    CivilWindow::new(start, end).unwrap_or(hours)
}

/// Working windows bind the public hours where a day has several; one alone says no more than when the bus is out.
fn several(windows: &[CivilWindow]) -> Vec<CivilWindow> {
    if windows.len() > 1 {
        windows.to_vec()
    } else {
        Vec::new()
    }
}

/// From the first opening to the last closing: so long the bus may be out.
fn hull(windows: &[CivilWindow]) -> Option<CivilWindow> {
    let start = windows.iter().map(|w| w.start()).min()?;
    let end = windows.iter().map(|w| w.end()).max()?;
    CivilWindow::new(start, end).ok()
}

fn depot_slug(bus: &files::Bus) -> Slug {
    named(bus, "depot")
}

/// A name for something of a bus. A slug with a suffix of slug letters is a slug; a bus of 80 letters keeps its own name.
fn named(bus: &files::Bus, what: &str) -> Slug {
    format!("{}-{what}", bus.slug)
        .parse()
        .unwrap_or_else(|_| bus.slug.clone())
}

/// The name of the depot that a row of `depots` gives a bus: for leaving, for coming back.
fn other_depots<'a>(
    bus: &files::Bus,
    number: usize,
    row: &'a files::OtherDepot,
) -> [Option<(Slug, &'a files::Depot)>; 2] {
    let of = |depot: &'a Option<files::Depot>, what: &str| {
        depot
            .as_ref()
            .map(|depot| (named(bus, &format!("{what}-{}", number + 1)), depot))
    };
    [of(&row.depart_from, "departs"), of(&row.return_to, "returns")]
}

fn depots(settings: &files::Settings) -> Vec<planner::Depot> {
    let place = |slug: Slug, depot: &files::Depot| planner::Depot {
        slug,
        coordinate: depot.coordinate,
        certainty: depot.certainty,
    };
    let of_bus = |bus: &files::Bus| {
        let rows = bus.depots.iter().enumerate();
        let others = rows.flat_map(|(number, row)| other_depots(bus, number, row)).flatten();
        let others = others.map(|(slug, depot)| place(slug, depot));
        let usual = std::iter::once(place(depot_slug(bus), &bus.depot));
        usual.chain(others.collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    settings.buses.iter().flat_map(of_bus).collect()
}

/// Where a bus starts and ends the days that have a row of their own.
fn depots_by_day(bus: &files::Bus, days: &[planner::SeasonDay]) -> Vec<planner::BusDepots> {
    let of_day = |day: &planner::SeasonDay| {
        let number = bus.depots.iter().position(|row| row.covers(day.day))?;
        let [departs, returns] = other_depots(bus, number, &bus.depots[number]);
        Some(planner::BusDepots {
            day: day.day,
            depart_from: departs.map_or_else(|| depot_slug(bus), |(slug, _)| slug),
            return_to: returns.map_or_else(|| depot_slug(bus), |(slug, _)| slug),
        })
    };
    days.iter().filter_map(of_day).collect()
}

/// A promise opens the day of a bus with hours of its own too; only a day in `closed` stays closed.
fn translate_bus(
    season: &files::Season,
    known: &[KnownVisit],
    bus: &files::Bus,
    days: &[planner::SeasonDay],
) -> planner::Bus {
    let open = || days.iter().filter(|d| d.hours.is_some()).map(|d| d.day);
    let windows = |day: Day| bus.hours.of(day.weekday());
    let opened = |day: Day| promised(season, known, day);
    let stays = |day: &Day| {
        let off = !bus.hours.is_empty() && windows(*day).is_empty() && opened(*day).is_none();
        off || bus.closed.iter().any(|c| c.covers(*day))
    };
    let own = |day: Day| {
        let differs = season.settings.hours.of(day.weekday()) != windows(day);
        (!bus.hours.is_empty() && differs).then_some(planner::BusHours {
            day,
            hours: hull(&windows(day).iter().copied().chain(opened(day)).collect::<Vec<_>>())?,
            windows: several(windows(day)),
        })
    };
    planner::Bus {
        slug: bus.slug.clone(),
        depart_from: depot_slug(bus),
        return_to: depot_slug(bus),
        hours: open().filter(|day| !stays(day)).filter_map(own).collect(),
        closed_days: open().filter(stays).collect(),
        max_duty: bus.max_duty_minutes,
        capacity: bus.capacity,
        range: bus.range_km.map(|km| Metres(km * 1000)),
        max_driving: bus.max_driving_minutes,
        breaks: bus.breaks.as_ref().map(|breaks| planner::BreakRule {
            length: breaks.minutes,
            after_driving: breaks.after_driving_minutes,
            after_work: breaks.after_work_minutes,
        }),
        depots: depots_by_day(bus, days),
        capabilities: bus.capabilities.clone(),
        travel_minute: bus.travel_minute,
        travel_km: bus.travel_km,
    }
}

/// A stop with a place on the map and an estate; others cannot be planned, and validation says so where they are asked for.
fn translate_stop(
    season: &files::Season,
    stop: &files::Stop,
    known: &[KnownVisit],
    first: Day,
) -> Option<planner::Stop> {
    let position = season.position(stop)?;
    let request = season.requests.iter().find(|r| r.stop == stop.slug);
    let defaults = &season.settings.defaults;
    let details = &stop.details;
    let window = |(weekday, windows): (vocabulary::Weekday, &[CivilWindow])| {
        let weekdays = [weekday].into_iter().collect();
        windows
            .iter()
            .map(|hours| planner::SiteWindow {
                weekdays,
                hours: *hours,
            })
            .collect::<Vec<_>>()
    };
    let mut exceptions: Vec<_> = details
        .exceptions
        .iter()
        .map(|e| planner::SiteException {
            day: e.day,
            hours: e.windows.clone(),
        })
        .collect();
    for visit in known
        .iter()
        .filter(|k| k.stop == stop.slug && k.standing == Standing::Cancelled)
    {
        exceptions.retain(|e| e.day != visit.day);
        exceptions.push(planner::SiteException {
            day: visit.day,
            hours: Vec::new(),
        });
    }
    exceptions.retain(|e| e.day >= first);
    Some(planner::Stop {
        slug: stop.slug.clone(),
        estate: stop.estate.clone().unwrap_or_else(|| stop.slug.clone()),
        coordinate: position.coordinate,
        certainty: position.certainty,
        need: need(season, stop, request),
        windows: details.hours.iter().flat_map(window).collect(),
        exceptions,
        permission_until: details.permission_until,
        set_up: details.setup_minutes.unwrap_or(defaults.setup_minutes),
        teardown: details.teardown_minutes.unwrap_or(defaults.teardown_minutes),
        needs: details.needs.clone(),
    })
}

/// The need of a stop as a whole number from 1 to 1000, where the neediest estate of the town has 1000; the need of an estate
/// is shared by its stops that ask.
fn need(season: &files::Season, stop: &files::Stop, request: Option<&files::Request>) -> u32 {
    let highest = season
        .estates
        .iter()
        .map(|e| e.weight)
        .fold(f64::MIN_POSITIVE, f64::max);
    let estate = stop.estate.as_ref().and_then(|slug| season.estate(slug));
    let asking = season
        .requests
        .iter()
        .filter(|r| stop.estate.is_some() && season.stop(&r.stop).is_some_and(|s| s.estate == stop.estate));
    let shares = asking.count().max(1) as f64;
    let own = request.and_then(|r| r.rules.weight);
    let weight = own.or(estate.map(|e| e.weight / shares)).unwrap_or(highest / 10.0);
    (weight / highest * 1000.0).round().clamp(1.0, 1000.0) as u32
}

fn translate_request(request: &files::Request) -> planner::Request {
    let rules = &request.rules;
    planner::Request {
        stop: request.stop.clone(),
        least: rules.least,
        wanted: rules.wanted,
        most: rules.most,
        public: rules.public_minutes,
        gap_min: Some(rules.gap_min_days.max(1)),
        gap_max: rules.gap_max_days,
        block: rules.block_days.map(|days| planner::Block {
            days,
            within_week: rules.block_within_week,
        }),
        first_by: rules.first_by,
        last_from: rules.last_from,
        gap_max_to_end: rules.gap_max_to_end,
        previous_visit: rules.previous_visit,
        same_start: rules.same_start,
        every_weeks: rules.every_weeks,
        preferred_weekdays: rules.weekdays_preferred,
        forbidden_weekdays: rules.weekdays_forbidden,
        preferred_hours: rules.hours_preferred,
        forbidden_hours: rules.hours_forbidden.clone(),
        set_up: rules.setup_minutes,
        teardown: rules.teardown_minutes,
        same_weekday: rules.same_weekday,
        load: rules.load,
        day_sets: Vec::new(),
    }
}

/// The pairs that requests keep apart, each once, from whichever side it was said.
fn apart(season: &files::Season, has: &impl Fn(&Slug) -> bool) -> Vec<planner::Apart> {
    let mut pairs: Vec<planner::Apart> = Vec::new();
    for request in &season.requests {
        let rules = &request.rules;
        let days = rules.not_same_day.iter().map(|other| (other, planner::ApartBy::Day));
        let weeks = rules.not_same_week.iter().map(|other| (other, planner::ApartBy::Week));
        for (other, by) in days.chain(weeks).filter(|(other, _)| has(&request.stop) && has(other)) {
            let mut stops = [request.stop.clone(), other.clone()];
            stops.sort();
            let pair = planner::Apart { stops, by };
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    }
    pairs
}

fn translate_event(event: &files::Event) -> Option<planner::Event> {
    let rule = match event.effect {
        EventEffect::ShowOnly => return None,
        // Checked when the season was read: an event that the bus takes part in has a stop and hours.
        EventEffect::TakePart => planner::EventRule::TakePart {
            stop: event.stop.clone()?,
            hours: event.hours?,
            bus: event.bus.clone(),
            counts: event.counts,
        },
        EventEffect::StayAway => {
            let scope = match (&event.bus, &event.stop, &event.estate) {
                (Some(bus), ..) => planner::Scope::Bus(bus.clone()),
                (None, Some(stop), _) => planner::Scope::Stop(stop.clone()),
                (None, None, Some(estate)) => planner::Scope::Estate(estate.clone()),
                (None, None, None) => planner::Scope::All,
            };
            planner::EventRule::StayAway {
                hours: event.hours,
                scope,
            }
        }
    };
    Some(planner::Event {
        slug: event.slug.clone(),
        day: event.day,
        rule,
    })
}

fn pins(season: &files::Season, known: &[KnownVisit], first: Day) -> Vec<planner::Pin> {
    let by_hand = known.iter().filter(|k| k.standing == Standing::Fixed);
    let mut pins: Vec<planner::Pin> = by_hand
        .filter(|k| !rest::is_planned_event(season, k))
        .map(|k| planner::Pin {
            stop: k.stop.clone(),
            day: k.day,
            bus: Some(k.bus.clone()),
            public_start: Some(k.hours.start()),
            public: Some(k.hours.length()),
        })
        .collect();
    for request in &season.requests {
        for fixed in request.rules.fixed.iter().filter(|fixed| fixed.day >= first) {
            let known = known
                .iter()
                .filter(|k| k.stop == request.stop && k.standing != Standing::Announced)
                .any(|k| k.day == fixed.day || k.moved_from == Some(fixed.day));
            if !known {
                pins.push(planner::Pin {
                    stop: request.stop.clone(),
                    day: fixed.day,
                    bus: None,
                    public_start: fixed.start,
                    public: None,
                });
            }
        }
    }
    pins
}

fn announced(known: &[KnownVisit]) -> Vec<planner::Announced> {
    let announced = known.iter().filter(|k| k.standing == Standing::Announced);
    announced
        .map(|k| planner::Announced {
            stop: k.stop.clone(),
            day: k.day,
            public_start: Some(k.hours.start()),
        })
        .collect()
}

fn translate_weights(weights: &files::Weights) -> planner::Weights {
    planner::Weights {
        announced_moved: weights.announced_moved,
        notice_1_day: weights.notice_1_day,
        notice_3_days: weights.notice_3_days,
        notice_7_days: weights.notice_7_days,
        notice_14_days: weights.notice_14_days,
        weekday_not_preferred: weights.weekday_not_preferred,
        hours_not_preferred: weights.hours_not_preferred,
        other_weekday: weights.other_weekday,
        travel_minute: weights.travel_minute,
        travel_km: weights.travel_km,
        spread: weights.spread,
        fair_wait_percent: weights.fair_wait_percent,
    }
}
