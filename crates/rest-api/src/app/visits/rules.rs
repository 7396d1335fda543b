//! The rules of the season that a visit's new time may break. A coordinator may override them, knowing why.

use season_files as files;
use storage::Visit;
use vocabulary::{CivilWindow, Day, EventEffect, Minute, Minutes, Slug, VisitState};

use crate::app::season_model::Loaded;

/// A rule that the new time breaks, with its facts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BrokenRule {
    /// The season file closes the day.
    #[error("{day} is closed: {reason}")]
    ClosedDay {
        /// The day.
        day: Day,
        /// Why, in the words of the file.
        reason: String,
    },
    /// A public holiday.
    #[error("{day} is a public holiday: {name}")]
    PublicHoliday {
        /// The day.
        day: Day,
        /// Its name.
        name: String,
    },
    /// Nobody works on that weekday.
    #[error("{day} is on a weekday without work")]
    WeekdayOff {
        /// The day.
        day: Day,
    },
    /// From arrival to departure it is outside the working hours.
    #[error("{from}-{to} is outside the working hours")]
    OutsideHours {
        /// Arrival.
        from: Minute,
        /// Departure.
        to: Minute,
    },
    /// The permission for the place has ended by then.
    #[error("the permission for {stop} ends on {until}")]
    PermissionEnded {
        /// The stop.
        stop: String,
        /// The last day that is permitted.
        until: Day,
    },
    /// The place is not open then.
    #[error("{stop} is not open {hours} on {day}")]
    StopClosed {
        /// The stop.
        stop: String,
        /// The day.
        day: Day,
        /// The public hours.
        hours: CivilWindow,
    },
    /// The bus is at another stop, or on its way there.
    #[error("bus {bus} is at another stop {from}-{to} that day")]
    BusElsewhere {
        /// The bus.
        bus: Slug,
        /// Its arrival there.
        from: Minute,
        /// Its departure there.
        to: Minute,
    },
    /// The bus has that day off, or other hours.
    #[error("bus {bus} does not run then")]
    BusNotRunning {
        /// The bus.
        bus: Slug,
    },
    /// An event in town keeps the bus away then.
    #[error("the event {event} keeps the bus away then")]
    EventKeepsAway {
        /// Its name.
        event: String,
    },
}

impl BrokenRule {
    /// The stable word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ClosedDay { .. } => "closed-day",
            Self::PublicHoliday { .. } => "public-holiday",
            Self::WeekdayOff { .. } => "weekday-off",
            Self::OutsideHours { .. } => "outside-hours",
            Self::PermissionEnded { .. } => "permission-ended",
            Self::StopClosed { .. } => "stop-closed",
            Self::BusElsewhere { .. } => "bus-elsewhere",
            Self::BusNotRunning { .. } => "bus-not-running",
            Self::EventKeepsAway { .. } => "event-keeps-away",
        }
    }
}

/// Every rule that the visit breaks as it now stands; `that_day` are the visits of its day.
/// `was_on` is the day it stands on so far: that one is allowed already, as an event on a Saturday is.
pub(super) fn broken(loaded: &Loaded, visit: &Visit, was_on: Day, that_day: &[Visit]) -> Vec<BrokenRule> {
    let mut found = day_and_hours(&loaded.season.settings, visit);
    if visit.day == was_on {
        found.retain(|rule| matches!(rule, BrokenRule::OutsideHours { .. }));
    }
    if let Some(stop) = loaded
        .stop_slug(&visit.stop_id)
        .and_then(|slug| loaded.season.stop(slug))
    {
        found.extend(place(stop, visit));
    }
    found.extend(bus(&loaded.season.settings, visit, that_day));
    found.extend(not_running(&loaded.season.settings, visit));
    found.extend(events(loaded, visit));
    found
}

fn not_running(settings: &files::Settings, visit: &Visit) -> Option<BrokenRule> {
    let bus = settings.buses.iter().find(|bus| bus.slug == visit.bus)?;
    let closed = bus.closed.iter().any(|closed| closed.covers(visit.day));
    let outside = !bus.hours.is_empty() && !within(bus.hours.of(visit.day.weekday()), visit);
    (closed || outside).then(|| BrokenRule::BusNotRunning { bus: bus.slug.clone() })
}

fn events(loaded: &Loaded, visit: &Visit) -> Vec<BrokenRule> {
    let slug = loaded.stop_slug(&visit.stop_id);
    let estate = slug
        .and_then(|slug| loaded.season.stop(slug))
        .and_then(|stop| stop.estate.as_ref());
    let Ok(stay) = CivilWindow::new(visit.arrival, visit.departure) else {
        return Vec::new();
    };
    let here = |e: &&files::Event| match (&e.bus, &e.stop, &e.estate) {
        (Some(bus), ..) => *bus == visit.bus,
        (None, Some(stop), _) => Some(stop) == slug,
        (None, None, Some(of)) => Some(of) == estate,
        (None, None, None) => true,
    };
    let events = loaded.season.events.iter();
    events
        .filter(|e| e.effect == EventEffect::StayAway && e.day == visit.day)
        .filter(here)
        .filter(|e| e.hours.is_none_or(|hours| hours.overlaps(stay)))
        .map(|e| BrokenRule::EventKeepsAway { event: e.name.clone() })
        .collect()
}

fn day_and_hours(settings: &files::Settings, visit: &Visit) -> Vec<BrokenRule> {
    let day = visit.day;
    let off = settings.day_off(day).map(|off| match off {
        files::DayOff::Closed(row) => BrokenRule::ClosedDay {
            day,
            reason: row.reason.clone(),
        },
        files::DayOff::PublicHoliday(holiday) => BrokenRule::PublicHoliday {
            day,
            name: holiday.name.to_owned(),
        },
        files::DayOff::Weekday => BrokenRule::WeekdayOff { day },
    });
    // A weekday without hours has said so; on any other the hours are judged too, so that nothing is told only afterwards.
    let hours = settings.hours.of(day.weekday());
    let outside = (!hours.is_empty() && !within(hours, visit)).then_some(BrokenRule::OutsideHours {
        from: visit.arrival,
        to: visit.departure,
    });
    off.into_iter().chain(outside).collect()
}

/// The bus is there between the first opening and the last closing, the public in one of the windows.
fn within(windows: &[CivilWindow], visit: &Visit) -> bool {
    let Ok(public) = CivilWindow::new(visit.public_start, visit.public_end) else {
        return false;
    };
    let opened = windows.iter().any(|w| w.start() <= visit.arrival);
    let open_still = windows.iter().any(|w| visit.departure <= w.end());
    opened && open_still && windows.iter().any(|w| w.contains(public))
}

fn place(stop: &files::Stop, visit: &Visit) -> Vec<BrokenRule> {
    let mut found = Vec::new();
    let details = &stop.details;
    if let Some(until) = details.permission_until.filter(|last| visit.day > *last) {
        found.push(BrokenRule::PermissionEnded {
            stop: stop.name.clone(),
            until,
        });
    }
    let exception = details.exceptions.iter().find(|e| e.day == visit.day);
    let weekly = (!details.hours.is_empty()).then(|| details.hours.of(visit.day.weekday()));
    let windows = exception.map(|e| e.windows.as_slice()).or(weekly);
    if let (Some(windows), Ok(hours)) = (windows, CivilWindow::new(visit.public_start, visit.public_end))
        && !windows.iter().any(|w| w.contains(hours))
    {
        found.push(BrokenRule::StopClosed {
            stop: stop.name.clone(),
            day: visit.day,
            hours,
        });
    }
    found
}

fn bus(settings: &files::Settings, visit: &Visit, that_day: &[Visit]) -> Vec<BrokenRule> {
    let gap = settings.travel.buffer_minutes + Minutes(5);
    let ends = |v: &Visit| v.departure.get() + gap.get();
    let clashes = |other: &&Visit| {
        other.id != visit.id
            && other.bus == visit.bus
            && other.state == VisitState::Planned
            && visit.arrival.get() < ends(other)
            && other.arrival.get() < ends(visit)
    };
    let rule = |other: &Visit| BrokenRule::BusElsewhere {
        bus: visit.bus.clone(),
        from: other.arrival,
        to: other.departure,
    };
    that_day.iter().filter(clashes).map(rule).collect()
}
