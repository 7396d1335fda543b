//! One visit by itself: day, place, times, events.

use vocabulary::{CivilWindow, Minutes, Slug};

use super::{Court, Violation, public_hours};
use crate::{EventRule, Pin, PlannedVisit, Request, Scope, Stop, VisitReason};

pub(super) fn judge(court: &mut Court<'_>, visit: &PlannedVisit) {
    let (name, day) = (|| visit.stop.clone(), visit.day);
    let bus = || visit.bus.clone();
    if !court.parts.buses.iter().any(|b| b.slug == visit.bus) {
        court.found.push(Violation::UnknownBus {
            stop: name(),
            bus: bus(),
            day,
        });
    } else {
        let runs = court.hours(&visit.bus, day).is_some();
        court.hold(runs, || Violation::ClosedDay {
            stop: name(),
            bus: bus(),
            day,
        });
    }
    let Some(stop) = court.stops.get(&visit.stop).copied() else {
        court.found.push(Violation::UnknownStop { stop: name(), day });
        return;
    };
    let times = [
        visit.arrival,
        visit.set_up_start,
        visit.public_start,
        visit.public_end,
        visit.departure,
    ];
    let Some(hours) = public_hours(visit).filter(|_| times.is_sorted()) else {
        court.found.push(Violation::TimesDisordered { stop: name(), day });
        return;
    };
    crew_times(court, stop, visit);
    keeping_away(court, stop, visit);
    match &visit.reason {
        VisitReason::Asked => asked(court, stop, visit, hours),
        VisitReason::Pin => pinned(court, stop, visit, hours),
        VisitReason::Event { event } => taking_part(court, event, visit),
    }
}

fn crew_times(court: &mut Court<'_>, stop: &Stop, visit: &PlannedVisit) {
    let set_up = Minutes(visit.public_start.get() - visit.set_up_start.get());
    let teardown = Minutes(visit.departure.get() - visit.public_end.get());
    let (name, day) = (stop.slug.clone(), visit.day);
    let own = own_request(court, stop, visit).and_then(|r| r.set_up);
    let (before, after) = (own.unwrap_or(stop.set_up), teardown_of(court, stop, visit));
    court.hold(set_up >= before, || Violation::SetUpTooShort {
        stop: name.clone(),
        day,
        given: set_up,
        needed: before,
    });
    court.hold(teardown >= after, || Violation::TeardownTooShort {
        stop: name,
        day,
        given: teardown,
        needed: after,
    });
}

/// The request that a visit answers. An event is no visit that the stop asks for: the request's own times do not concern it.
fn own_request<'a>(court: &Court<'a>, stop: &Stop, visit: &PlannedVisit) -> Option<&'a Request> {
    let event = matches!(visit.reason, VisitReason::Event { .. });
    court.requests.get(&stop.slug).copied().filter(|_| !event)
}

pub(super) fn teardown_of(court: &Court<'_>, stop: &Stop, visit: &PlannedVisit) -> Minutes {
    own_request(court, stop, visit)
        .and_then(|r| r.teardown)
        .unwrap_or(stop.teardown)
}

fn keeping_away(court: &mut Court<'_>, stop: &Stop, visit: &PlannedVisit) {
    for event in court.parts.events.iter().filter(|event| event.day == visit.day) {
        let EventRule::StayAway { hours, scope } = &event.rule else {
            continue;
        };
        let here = match scope {
            Scope::Stop(slug) => *slug == stop.slug,
            Scope::Estate(slug) => *slug == stop.estate,
            Scope::Bus(slug) => *slug == visit.bus,
            Scope::All => true,
        };
        // The bus that takes part in an event is not kept away by the same event.
        let own = matches!(&visit.reason, VisitReason::Event { event: own } if *own == event.slug);
        // A break after teardown needs no place for the bus.
        let teardown = visit
            .public_end
            .plus(teardown_of(court, stop, visit))
            .unwrap_or(visit.departure);
        let gone = visit.departure.min(teardown);
        let then = hours.is_none_or(|h| visit.set_up_start < h.end() && h.start() < gone);
        court.hold(!(here && then) || own, || Violation::EventKeepsAway {
            stop: stop.slug.clone(),
            day: visit.day,
            event: event.slug.clone(),
        });
    }
}

fn asked(court: &mut Court<'_>, stop: &Stop, visit: &PlannedVisit, hours: CivilWindow) {
    let (name, day) = (|| stop.slug.clone(), visit.day);
    let Some(request) = court.requests.get(&stop.slug).copied() else {
        court.found.push(Violation::NotAsked { stop: name(), day });
        return;
    };
    public_length(court, stop, visit, hours.length(), request.public);
    let forbidden = request.forbidden_weekdays.contains(day.weekday());
    court.hold(!forbidden, || Violation::ForbiddenWeekday { stop: name(), day });
    let barred = request.forbidden_hours.iter().any(|never| never.overlaps(hours));
    court.hold(!barred, || Violation::ForbiddenHours { stop: name(), day });
    on_step(court, visit);
    in_window(court, stop, visit, hours);
    able(court, stop, visit);
}

/// Whether the bus has what the stop needs.
fn able(court: &mut Court<'_>, stop: &Stop, visit: &PlannedVisit) {
    let Some(bus) = court.parts.buses.iter().find(|bus| bus.slug == visit.bus) else {
        return;
    };
    for need in stop.needs.iter().filter(|need| !bus.capabilities.contains(need)) {
        court.found.push(Violation::BusUnable {
            stop: stop.slug.clone(),
            bus: bus.slug.clone(),
            day: visit.day,
            need: need.clone(),
        });
    }
}

fn public_length(court: &mut Court<'_>, stop: &Stop, visit: &PlannedVisit, given: Minutes, asked: Minutes) {
    let (stop, day) = (stop.slug.clone(), visit.day);
    court.hold(given == asked, || Violation::PublicLength {
        stop,
        day,
        given,
        asked,
    });
}

fn on_step(court: &mut Court<'_>, visit: &PlannedVisit) {
    let (stop, day, start, step) = (
        visit.stop.clone(),
        visit.day,
        visit.public_start,
        court.parts.start_step,
    );
    let kept = start.get().checked_rem(step.get()) == Some(0);
    court.hold(kept, || Violation::StartStep { stop, day, start, step });
}

fn in_window(court: &mut Court<'_>, stop: &Stop, visit: &PlannedVisit, hours: CivilWindow) {
    let (name, day) = (|| stop.slug.clone(), visit.day);
    let permitted = stop.permission_until.is_none_or(|last| day <= last);
    court.hold(permitted, || Violation::PermissionEnded { stop: name(), day });
    let open = match stop.exceptions.iter().find(|exception| exception.day == day) {
        Some(exception) => exception.hours.iter().any(|window| window.contains(hours)),
        None if stop.windows.is_empty() => true,
        None => {
            let mut of_day = stop
                .windows
                .iter()
                .filter(|window| window.weekdays.contains(day.weekday()));
            of_day.any(|window| window.hours.contains(hours))
        }
    };
    court.hold(open, || Violation::SiteWindow { stop: name(), day });
    let working = court.working(&visit.bus, day).map_or(&[][..], |(_, windows)| windows);
    let at_work = working.is_empty() || working.iter().any(|window| window.contains(hours));
    court.hold(at_work, || Violation::WorkingWindow { stop: name(), day });
}

/// Whether the visit is what the pin fixed.
pub(super) fn is_pin(court: &Court<'_>, pin: &Pin, visit: &PlannedVisit) -> bool {
    let asked = || court.requests.get(&pin.stop).map(|request| request.public);
    let length = Minutes(visit.public_end.get().saturating_sub(visit.public_start.get()));
    visit.reason == VisitReason::Pin
        && pin.stop == visit.stop
        && pin.day == visit.day
        && pin.bus.as_ref().is_none_or(|bus| *bus == visit.bus)
        && pin.public_start.is_none_or(|start| start == visit.public_start)
        && pin.public.or_else(asked).is_none_or(|public| public == length)
}

fn pinned(court: &mut Court<'_>, stop: &Stop, visit: &PlannedVisit, hours: CivilWindow) {
    let pins = &court.parts.pins;
    let Some(pin) = pins.iter().find(|pin| is_pin(court, pin, visit)) else {
        court.found.push(Violation::NotAsked {
            stop: stop.slug.clone(),
            day: visit.day,
        });
        return;
    };
    let (free_time, free_bus) = (pin.public_start.is_none(), pin.bus.is_none());
    if free_time {
        on_step(court, visit);
        in_window(court, stop, visit, hours);
    }
    if free_bus {
        able(court, stop, visit);
    }
}

/// Whether the visit is the event's.
pub(super) fn is_event_visit(event: &crate::Event, visit: &PlannedVisit) -> bool {
    let EventRule::TakePart { stop, hours, bus, .. } = &event.rule else {
        return false;
    };
    visit.reason
        == VisitReason::Event {
            event: event.slug.clone(),
        }
        && event.day == visit.day
        && *stop == visit.stop
        && public_hours(visit) == Some(*hours)
        && bus.as_ref().is_none_or(|bus| *bus == visit.bus)
}

fn taking_part(court: &mut Court<'_>, event: &Slug, visit: &PlannedVisit) {
    let mut of_parts = court.parts.events.iter();
    let Some(known) = of_parts.find(|e| e.slug == *event && is_event_visit(e, visit)) else {
        court.found.push(Violation::NotAsked {
            stop: visit.stop.clone(),
            day: visit.day,
        });
        return;
    };
    if let (EventRule::TakePart { bus: None, .. }, Some(stop)) = (&known.rule, court.stops.get(&visit.stop).copied()) {
        able(court, stop, visit);
    }
}
