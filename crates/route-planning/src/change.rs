//! Changes of a problem as values, so that a replan and a "what if" are both "the problem, with these changes".

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Metres, Minutes, Slug};

use crate::{
    Event, EventRule, ProblemParts, Relaxation, Request, Scope, SiteException, Stop, TravelEstimate, TravelPoint,
    estimate,
};

/// One change of the rules or of the world. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// No bus runs on this day. What people fixed on it (pins, events to take part in) is given up too: it cannot be.
    CloseDay {
        /// Which.
        day: Day,
    },
    /// The bus does not run on these days (it broke down). What people fixed to this very bus then is given up too.
    BusAway {
        /// Which bus.
        bus: Slug,
        /// On which days.
        days: Vec<Day>,
    },
    /// No visit at this stop on this day; a visit that people fixed there then is given up too.
    CancelVisit {
        /// Where.
        stop: Slug,
        /// When.
        day: Day,
    },
    /// One more stop, and what it asks for.
    AddStop {
        /// The stop; its name is not taken yet.
        stop: Box<Stop>,
        /// What it asks for; `None`: nothing (a site of events).
        #[serde(default)]
        request: Option<Box<Request>>,
        /// Travel between it and the places there are. What is not given here and not in the matrix either is estimated from the
        /// coordinates, and all travel is then marked as estimated.
        #[serde(default)]
        legs: Vec<NewLeg>,
        /// How to estimate.
        #[serde(default)]
        estimate: TravelEstimate,
    },
    /// One more event, of any kind.
    AddEvent {
        /// The event, on one day.
        event: Event,
    },
    /// Public hours of another length for every asked visit of the stop.
    LongerService {
        /// Where.
        stop: Slug,
        /// The new length.
        public: Minutes,
    },
    /// A rule relaxed as a reason for a "no" proposes it.
    Relax {
        /// The stop that the reason was given for.
        stop: Slug,
        /// How.
        relaxation: Relaxation,
    },
    /// Another request instead of the one the stop has, or its first one.
    ChangeRequest {
        /// The request; it names its stop.
        request: Box<Request>,
    },
}

/// The way between a new stop and a place that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLeg {
    /// The depot or stop.
    pub place: Slug,
    /// From there to the new stop.
    pub minutes_to: Minutes,
    /// From there to the new stop.
    pub metres_to: Metres,
    /// From the new stop back.
    pub minutes_from: Minutes,
    /// From the new stop back.
    pub metres_from: Metres,
}

/// Why a change means nothing in a problem. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
#[allow(missing_docs)] // The messages say it.
pub enum ChangeFault {
    #[error("there is no stop {stop}")]
    UnknownStop { stop: Slug },
    #[error("there is no bus {bus}")]
    UnknownBus { bus: Slug },
    #[error("{day} is not in the season")]
    OutsideSeason { day: Day },
    #[error("{stop} asks for nothing: it has no request to change")]
    NoRequest { stop: Slug },
    #[error("the name {stop} is taken already")]
    NameTaken { stop: Slug },
    #[error("the request is one of {found}; the new stop is {stop}")]
    RequestOfAnother { stop: Slug, found: Slug },
}

impl Change {
    /// Changes the parts. `Err`: what it names is not there; then the parts are as they were.
    ///
    /// Whether the changed parts still make sense is for [`crate::Problem::build`] to say.
    pub fn apply(&self, parts: &mut ProblemParts) -> Result<(), ChangeFault> {
        match self {
            Self::CloseDay { day } => {
                in_season(parts, *day)?;
                close_day(parts, *day);
            }
            Self::BusAway { bus, days } => {
                days.iter().try_for_each(|day| in_season(parts, *day))?;
                bus_away(parts, bus, days)?;
            }
            Self::CancelVisit { stop, day } => {
                in_season(parts, *day)?;
                cancel_visit(parts, stop, *day)?;
            }
            Self::AddStop {
                stop,
                request,
                legs,
                estimate,
            } => add_stop(parts, stop, request.as_deref(), legs, estimate)?,
            Self::AddEvent { event } => add_event(parts, event)?,
            Self::LongerService { stop, public } => {
                stop_named(parts, stop)?;
                request_of(parts, stop)?.public = *public;
            }
            Self::Relax { stop, relaxation } => {
                stop_named(parts, stop)?;
                relaxation.apply(parts, stop);
            }
            Self::ChangeRequest { request } => {
                stop_named(parts, &request.stop)?;
                match request_of(parts, &request.stop) {
                    Ok(old) => *old = (**request).clone(),
                    Err(_) => parts.requests.push((**request).clone()),
                }
            }
        }
        Ok(())
    }

    /// The stop that the change is about, if it is about one.
    pub fn stop(&self) -> Option<&Slug> {
        match self {
            Self::CloseDay { .. } | Self::BusAway { .. } => None,
            Self::AddEvent { event } => match &event.rule {
                EventRule::TakePart { stop, .. } => Some(stop),
                EventRule::StayAway {
                    scope: Scope::Stop(stop),
                    ..
                } => Some(stop),
                EventRule::StayAway { .. } => None,
            },
            Self::CancelVisit { stop, .. } | Self::LongerService { stop, .. } | Self::Relax { stop, .. } => Some(stop),
            Self::AddStop { stop, .. } => Some(&stop.slug),
            Self::ChangeRequest { request } => Some(&request.stop),
        }
    }
}

/// The parts with all changes, in their order; `Err`: every change that means nothing, with its place in the list (from 0).
pub fn changed(parts: &ProblemParts, changes: &[Change]) -> Result<ProblemParts, Vec<(usize, ChangeFault)>> {
    let mut changed = parts.clone();
    let each = changes.iter().enumerate();
    let faults: Vec<(usize, ChangeFault)> = each
        .filter_map(|(i, change)| Some((i, change.apply(&mut changed).err()?)))
        .collect();
    if faults.is_empty() { Ok(changed) } else { Err(faults) }
}

fn in_season(parts: &ProblemParts, day: Day) -> Result<(), ChangeFault> {
    let inside = parts.days.iter().any(|d| d.day == day);
    if inside {
        Ok(())
    } else {
        Err(ChangeFault::OutsideSeason { day })
    }
}

fn stop_named<'a>(parts: &'a mut ProblemParts, slug: &Slug) -> Result<&'a mut Stop, ChangeFault> {
    let found = parts.stops.iter_mut().find(|stop| stop.slug == *slug);
    found.ok_or_else(|| ChangeFault::UnknownStop { stop: slug.clone() })
}

fn request_of<'a>(parts: &'a mut ProblemParts, slug: &Slug) -> Result<&'a mut Request, ChangeFault> {
    let found = parts.requests.iter_mut().find(|request| request.stop == *slug);
    found.ok_or_else(|| ChangeFault::NoRequest { stop: slug.clone() })
}

fn close_day(parts: &mut ProblemParts, day: Day) {
    for season_day in parts.days.iter_mut().filter(|d| d.day == day) {
        season_day.hours = None;
    }
    for bus in &mut parts.buses {
        bus.hours.retain(|own| own.day != day);
    }
    parts.pins.retain(|pin| pin.day != day);
    parts
        .events
        .retain(|event| event.day != day || matches!(event.rule, EventRule::StayAway { .. }));
}

fn bus_away(parts: &mut ProblemParts, slug: &Slug, days: &[Day]) -> Result<(), ChangeFault> {
    let Some(bus) = parts.buses.iter_mut().find(|bus| bus.slug == *slug) else {
        return Err(ChangeFault::UnknownBus { bus: slug.clone() });
    };
    for day in days {
        if !bus.closed_days.contains(day) {
            bus.closed_days.push(*day);
        }
    }
    let gone = |bus: Option<&Slug>, day: &Day| bus == Some(slug) && days.contains(day);
    parts.pins.retain(|pin| !gone(pin.bus.as_ref(), &pin.day));
    parts.events.retain(|event| match &event.rule {
        EventRule::TakePart { bus, .. } => !gone(bus.as_ref(), &event.day),
        EventRule::StayAway { .. } => true,
    });
    Ok(())
}

fn cancel_visit(parts: &mut ProblemParts, slug: &Slug, day: Day) -> Result<(), ChangeFault> {
    let stop = stop_named(parts, slug)?;
    stop.exceptions.retain(|exception| exception.day != day);
    stop.exceptions.push(SiteException { day, hours: Vec::new() });
    parts.pins.retain(|pin| (&pin.stop, pin.day) != (slug, day));
    parts.events.retain(|event| match &event.rule {
        EventRule::TakePart { stop, .. } => (stop, event.day) != (slug, day),
        EventRule::StayAway { .. } => true,
    });
    Ok(())
}

fn add_event(parts: &mut ProblemParts, event: &Event) -> Result<(), ChangeFault> {
    in_season(parts, event.day)?;
    match &event.rule {
        EventRule::TakePart { stop, .. }
        | EventRule::StayAway {
            scope: Scope::Stop(stop),
            ..
        } => {
            stop_named(parts, stop)?;
        }
        EventRule::StayAway { .. } => {}
    }
    parts.events.push(event.clone());
    Ok(())
}

fn add_stop(
    parts: &mut ProblemParts,
    stop: &Stop,
    request: Option<&Request>,
    legs: &[NewLeg],
    how: &TravelEstimate,
) -> Result<(), ChangeFault> {
    let slug = &stop.slug;
    let taken = parts.stops.iter().any(|s| s.slug == *slug) || parts.depots.iter().any(|d| d.slug == *slug);
    if taken {
        return Err(ChangeFault::NameTaken { stop: slug.clone() });
    }
    if let Some(other) = request.filter(|request| request.stop != *slug) {
        return Err(ChangeFault::RequestOfAnother {
            stop: slug.clone(),
            found: other.stop.clone(),
        });
    }
    parts.stops.push(stop.clone());
    parts.requests.extend(request.cloned());
    if !parts.travel.places.contains(slug) {
        add_place(parts, slug, legs, how);
    }
    Ok(())
}

/// One row and one column more in the travel matrix.
fn add_place(parts: &mut ProblemParts, new: &Slug, legs: &[NewLeg], how: &TravelEstimate) {
    let of_depots = parts.depots.iter().map(|d| (&d.slug, d.coordinate, d.certainty));
    let of_stops = parts.stops.iter().map(|s| (&s.slug, s.coordinate, s.certainty));
    let points: Vec<TravelPoint> = of_depots
        .chain(of_stops)
        .map(|(slug, coordinate, certainty)| TravelPoint {
            slug: slug.clone(),
            coordinate,
            certainty,
        })
        .collect();
    let point = |slug: &Slug| points.iter().find(|point| point.slug == *slug).cloned();
    let old = parts.travel.places.len();
    // (there, back), each minutes and metres; a place without a point is no depot or stop, so nobody drives there.
    let mut estimated = false;
    let ways: Vec<[(u32, u32); 2]> = parts
        .travel
        .places
        .iter()
        .map(|place| {
            if let Some(leg) = legs.iter().find(|leg| leg.place == *place) {
                let to = (leg.minutes_to.get(), leg.metres_to.get());
                return [to, (leg.minutes_from.get(), leg.metres_from.get())];
            }
            let (Some(there), Some(here)) = (point(place), point(new)) else {
                return [(0, 0); 2];
            };
            estimated = true;
            let pair = estimate(&[there, here], how);
            [(pair.minutes[1], pair.metres[1]), (pair.minutes[2], pair.metres[2])]
        })
        .collect();
    let travel = &mut parts.travel;
    let grown = |cells: &[u32], pick: fn((u32, u32)) -> u32| -> Vec<u32> {
        let mut all = Vec::with_capacity((old + 1) * (old + 1));
        for (row, [to, _]) in cells.chunks(old.max(1)).zip(&ways) {
            all.extend_from_slice(row);
            all.push(pick(*to));
        }
        all.extend(ways.iter().map(|[_, from]| pick(*from)));
        all.push(0);
        all
    };
    (travel.minutes, travel.metres) = (grown(&travel.minutes, |way| way.0), grown(&travel.metres, |way| way.1));
    travel.places.push(new.clone());
    travel.estimated |= estimated;
}
