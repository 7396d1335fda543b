//! What can be in a conflict, and the problem with only some of it.

use std::{fmt, ops::Range};

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Slug};

use crate::{EventRule, ProblemParts, Relaxation, RuleFamily, why_not::fullest};

/// A request, a fixed visit or a rule. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "member", rename_all = "kebab-case")]
pub enum ConflictMember {
    /// The least visits that a stop asks for.
    Request {
        /// Who asks.
        stop: Slug,
        /// For how many.
        least: u32,
    },
    /// A visit that people fixed.
    Pin {
        /// Where.
        stop: Slug,
        /// When.
        day: Day,
    },
    /// An event that the bus takes part in.
    TakePart {
        /// Which.
        event: Slug,
        /// Where.
        stop: Slug,
        /// When.
        day: Day,
    },
    /// An event that keeps the bus away, on all its days.
    StayAway {
        /// Which.
        event: Slug,
    },
    /// A rule of one stop.
    StopRule {
        /// Whose.
        stop: Slug,
        /// Which kind.
        family: RuleFamily,
    },
    /// A rule of the whole season: closed days, hours, duty, or how many buses there are.
    SeasonRule {
        /// Which kind.
        family: RuleFamily,
    },
}

impl fmt::Display for ConflictMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request { stop, least: 1 } => write!(f, "{stop} asks for at least 1 visit"),
            Self::Request { stop, least } => write!(f, "{stop} asks for at least {least} visits"),
            Self::Pin { stop, day } => write!(f, "a visit is fixed at {stop} on {day}"),
            Self::TakePart { event, stop, day } => write!(f, "the bus takes part in {event} at {stop} on {day}"),
            Self::StayAway { event } => write!(f, "the event {event} keeps the bus away"),
            Self::StopRule { stop, family } => write!(f, "{stop}: {}", family.in_words()),
            Self::SeasonRule { family } => write!(f, "{}", family.in_words()),
        }
    }
}

/// Some of all members of a problem.
#[derive(Debug, Clone)]
pub(super) struct Set {
    all: Vec<ConflictMember>,
    /// By member: whether it is in.
    is_in: Vec<bool>,
}

impl Set {
    /// Everything that the parts hold.
    pub(super) fn of(parts: &ProblemParts) -> Self {
        let all = requests(parts).chain(fixed(parts)).chain(rules(parts));
        let all: Vec<ConflictMember> = all.collect();
        Self {
            is_in: vec![true; all.len()],
            all,
        }
    }

    pub(super) fn none(&self) -> Self {
        Self {
            is_in: vec![false; self.all.len()],
            all: self.all.clone(),
        }
    }

    /// How many are in.
    pub(super) fn len(&self) -> usize {
        self.is_in.iter().filter(|is_in| **is_in).count()
    }

    pub(super) fn members(&self) -> Vec<ConflictMember> {
        let both = self.all.iter().zip(&self.is_in).filter(|(_, is_in)| **is_in);
        both.map(|(member, _)| member.clone()).collect()
    }

    /// The same set without these of its members, by number among those that are in.
    pub(super) fn without(&self, range: Range<usize>) -> Self {
        let mut fewer = self.clone();
        let numbers = (0..self.all.len()).filter(|i| self.is_in[*i]);
        for (_, i) in numbers.enumerate().filter(|(number, _)| range.contains(number)) {
            fewer.is_in[i] = false;
        }
        fewer
    }

    /// Of this set what is about the stop, or about all stops.
    pub(super) fn about(&self, slug: &Slug) -> Self {
        let mut fewer = self.clone();
        for (member, is_in) in self.all.iter().zip(&mut fewer.is_in) {
            *is_in &= match member {
                ConflictMember::Request { stop, .. }
                | ConflictMember::Pin { stop, .. }
                | ConflictMember::TakePart { stop, .. }
                | ConflictMember::StopRule { stop, .. } => stop == slug,
                ConflictMember::StayAway { .. } | ConflictMember::SeasonRule { .. } => true,
            };
        }
        fewer
    }

    /// The problem in which whatever is not in the set is dropped: requests ask for nothing, fixed visits are not, rules are relaxed
    /// in full. Every request wants only its least visits.
    pub(super) fn apply(&self, parts: &ProblemParts) -> ProblemParts {
        let mut only = parts.clone();
        for (member, _) in self.all.iter().zip(&self.is_in).filter(|(_, is_in)| !**is_in) {
            drop_member(&mut only, parts, member);
        }
        for request in &mut only.requests {
            request.wanted = request.wanted.min(request.least);
        }
        only
    }
}

fn drop_member(only: &mut ProblemParts, parts: &ProblemParts, member: &ConflictMember) {
    match member {
        ConflictMember::Request { stop, .. } => drop_request(only, stop),
        ConflictMember::Pin { stop, day } => only.pins.retain(|pin| (&pin.stop, pin.day) != (stop, *day)),
        ConflictMember::TakePart { event, stop, day } => only.events.retain(|e| match &e.rule {
            EventRule::TakePart { stop: at, .. } => (&e.slug, e.day, at) != (event, *day, stop),
            EventRule::StayAway { .. } => true,
        }),
        ConflictMember::StayAway { event } => {
            let events = vec![event.clone()];
            if let Some(stop) = parts.stops.first() {
                Relaxation::Events { events }.apply(only, &stop.slug);
            }
        }
        ConflictMember::StopRule { stop, family } => relax(only, parts, Some(stop), *family),
        ConflictMember::SeasonRule { family } => relax(only, parts, None, *family),
    }
}

fn drop_request(only: &mut ProblemParts, stop: &Slug) {
    // A pin may take its length from the request.
    let public = only
        .requests
        .iter()
        .find(|request| request.stop == *stop)
        .map(|r| r.public);
    for pin in only.pins.iter_mut().filter(|pin| pin.stop == *stop) {
        pin.public = pin.public.or(public);
    }
    only.requests.retain(|request| request.stop != *stop);
}

fn relax(only: &mut ProblemParts, parts: &ProblemParts, stop: Option<&Slug>, family: RuleFamily) {
    let request = parts
        .requests
        .iter()
        .find(|request| stop.is_none_or(|s| *s == request.stop));
    let stop = parts.stops.iter().find(|s| request.is_some_and(|r| r.stop == s.slug));
    if let (Some(request), Some(stop)) = (request, stop)
        && let Some(relaxation) = fullest(family, parts, stop, request)
    {
        relaxation.apply(only, &stop.slug);
    }
}

fn requests(parts: &ProblemParts) -> impl Iterator<Item = ConflictMember> {
    parts.requests.iter().map(|request| ConflictMember::Request {
        stop: request.stop.clone(),
        least: request.least,
    })
}

fn fixed(parts: &ProblemParts) -> impl Iterator<Item = ConflictMember> {
    let pins = parts.pins.iter().map(|pin| ConflictMember::Pin {
        stop: pin.stop.clone(),
        day: pin.day,
    });
    let events = parts.events.iter().filter_map(|event| match &event.rule {
        EventRule::TakePart { stop, .. } => Some(ConflictMember::TakePart {
            event: event.slug.clone(),
            stop: stop.clone(),
            day: event.day,
        }),
        EventRule::StayAway { .. } => None,
    });
    pins.chain(events)
}

fn rules(parts: &ProblemParts) -> impl Iterator<Item = ConflictMember> {
    let away = parts
        .events
        .iter()
        .filter(|event| matches!(event.rule, EventRule::StayAway { .. }));
    let away: std::collections::BTreeSet<&Slug> = away.map(|event| &event.slug).collect();
    let away = away
        .into_iter()
        .map(|event| ConflictMember::StayAway { event: event.clone() });
    let of_stops = parts.requests.iter().flat_map(move |request| {
        let stop = parts.stops.iter().find(|stop| stop.slug == request.stop);
        // How long a visit is belongs to the request itself.
        let own = RuleFamily::ALL.into_iter();
        let own = own.filter(|family| family.is_of_stop() && *family != RuleFamily::VisitLength);
        let bound = own.filter(move |family| stop.is_some_and(|s| fullest(*family, parts, s, request).is_some()));
        bound.map(|family| ConflictMember::StopRule {
            stop: request.stop.clone(),
            family,
        })
    });
    let season = RuleFamily::ALL
        .into_iter()
        .filter(|family| !family.is_of_stop() && *family != RuleFamily::Event);
    away.chain(of_stops)
        .chain(season.map(|family| ConflictMember::SeasonRule { family }))
}
