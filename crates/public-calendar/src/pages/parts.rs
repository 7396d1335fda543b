//! What several pages share: frames, cards, lists of visits, links to feeds.

use vocabulary::{Day, StopKind};
use wording::Language;

use super::{
    DayGroup, EstateLine, EventView, FeedLinks, Frame, Hours, InLanguage, Link, Pages, PlaceView, Stamp, Status,
    ThemeView, VisitCard, VisitsView, When,
};
use crate::{Estate, Event, Stop, Theme, Visit, addresses};

impl<'a> Pages<'a> {
    pub(super) fn language(&self) -> Language {
        self.words.language()
    }

    /// The frame of a page; `title` is the whole of `<title>`, `address` the page's path in a language.
    pub(super) fn frame(&self, title: String, description: String, address: impl Fn(Language) -> String) -> Frame {
        let data = self.publication.data();
        let calendar = self.words.calendar();
        let changed = self.words.dates().instant(data.changed_at, data.zone);
        Frame {
            language: self.language().tag(),
            title,
            description,
            canonical: self.publication.absolute(&address(self.language())),
            languages: Language::ALL
                .iter()
                .map(|language| InLanguage {
                    language: *language,
                    path: address(*language),
                    address: self.publication.absolute(&address(*language)),
                })
                .collect(),
            card: self.card_at(&addresses::town_card(self.language())),
            service: data.service.name.clone(),
            town: data.service.town.clone(),
            season: data.season.name.clone(),
            season_dates: self.words.dates().range(data.season.first, data.season.last),
            example_notice: data.season.example.then(|| calendar.example_notice()),
            release: calendar.release(data.release),
            last_change: Stamp {
                words: calendar.last_change(&changed),
                machine: data.zone.rfc3339(data.changed_at),
            },
        }
    }

    /// The absolute address of a share card as it is now.
    pub(super) fn card_at(&self, path: &str) -> String {
        let (revision, today) = (self.publication.data().revision, self.moment.today);
        self.publication.absolute(&format!("{path}?stan={revision}-{today}"))
    }

    /// `<title>` of every page but the first.
    pub(super) fn window_title(&self, page: &str) -> String {
        self.words
            .calendar()
            .window_title(page, &self.publication.data().service.name)
    }

    pub(super) fn when(&self, day: Day) -> When {
        let dates = self.words.dates();
        When {
            words: dates.long(day),
            short: dates.medium(day),
            machine: day.to_string(),
            relative: dates.relative(self.moment.today, day),
        }
    }

    fn hours(&self, visit: &Visit) -> Hours {
        let (starts, ends) = self.publication.instants(visit);
        let zone = self.publication.data().zone;
        Hours {
            words: self.words.dates().window(visit.window),
            short: self.words.dates().span(visit.window),
            length: self.words.dates().length(visit.window.length()),
            starts: zone.rfc3339(starts),
            ends: zone.rfc3339(ends),
        }
    }

    fn awaited(&self, visit: &Visit) -> String {
        let (starts, _) = self.publication.instants(visit);
        let late = visit
            .delay
            .as_ref()
            .map_or(0, |delay| i64::from(delay.minutes.get()) * 60);
        self.publication.data().zone.rfc3339(starts.plus_seconds(late))
    }

    pub(super) fn status(&self, visit: &Visit) -> Status {
        if visit.is_cancelled() {
            Status::Cancelled
        } else if self.moment.is_after(visit) {
            Status::Over
        } else if self.moment.awaits(visit) {
            Status::Late
        } else if self.moment.is_within(visit) {
            Status::Running
        } else if visit.moved_from.is_some() {
            Status::Moved
        } else {
            Status::Planned
        }
    }

    pub(crate) fn card(&self, visit: &Visit) -> VisitCard {
        let stop = self.publication.stop_of(visit);
        let status = self.status(visit);
        let theme = self.publication.theme_on(visit.day);
        VisitCard {
            id: visit.id.clone(),
            path: addresses::visit(self.language(), &visit.id),
            when: self.when(visit.day),
            hours: self.hours(visit),
            stop: self.stop_link(stop),
            estate: self.estate_link(self.publication.estate_of(stop)),
            address: stop.address.clone(),
            status,
            status_words: self.words.calendar().status(status.as_str()),
            delay: (status == Status::Late).then(|| late(self.words, visit)).flatten(),
            awaited: self.awaited(visit),
            delay_reason: delay_reason(visit).map(str::to_owned),
            change: change_alone(self.words, visit),
            reason: reason(visit).map(str::to_owned),
            note: visit.note.clone(),
            theme: theme.map(|theme| theme.name.clone()),
            guests: theme.and_then(|theme| theme.guests.clone()),
            bring: self.publication.bring_on(visit.day),
            event: visit.event.clone(),
        }
    }

    pub(super) fn stop_link(&self, stop: &Stop) -> Link {
        Link {
            text: stop.name.clone(),
            path: addresses::stop(self.language(), &stop.slug),
        }
    }

    pub(super) fn estate_link(&self, estate: &Estate) -> Link {
        Link {
            text: estate.name.clone(),
            path: addresses::estate(self.language(), &estate.slug),
        }
    }

    /// Visits in the order of time, cut into days.
    pub(super) fn day_groups<'v>(&self, visits: impl Iterator<Item = &'v Visit>) -> Vec<DayGroup> {
        let all: Vec<&Visit> = visits.collect();
        let days = all.chunk_by(|a, b| a.day == b.day);
        days.map(|visits| DayGroup {
            when: self.when(visits[0].day),
            is_today: visits[0].day == self.moment.today,
            is_past: visits[0].day < self.moment.today,
            cards: visits.iter().map(|visit| self.card(visit)).collect(),
            events: Vec::new(),
        })
        .collect()
    }

    /// A day on which the bus does not go out and others do something.
    pub(super) fn day_without_visit(&self, day: Day, events: Vec<EventView>) -> DayGroup {
        DayGroup {
            when: self.when(day),
            is_today: day == self.moment.today,
            is_past: day < self.moment.today,
            cards: Vec::new(),
            events,
        }
    }

    pub(super) fn theme(&self, theme: &Theme) -> ThemeView {
        ThemeView {
            name: theme.name.clone(),
            dates: self.words.dates().range(theme.first, theme.last),
            text: theme.text.clone(),
            guests: theme.guests.clone(),
        }
    }

    /// An event of others.
    pub(super) fn event(&self, event: &Event) -> EventView {
        let dates = self.words.dates();
        let days = match event.first == event.last {
            true => dates.long(event.first),
            false => dates.range(event.first, event.last),
        };
        let estate = event.estate.as_ref().and_then(|slug| self.publication.estate(slug));
        EventView {
            name: event.name.clone(),
            dates: match event.hours {
                Some(hours) => self.words.calendar().day_and_hours(&days, &dates.window(hours)),
                None => days,
            },
            hours: event.hours.map(|hours| dates.span(hours)),
            place: event.place.clone(),
            estate: estate.map(|estate| self.estate_link(estate)),
        }
    }

    /// The first of these visits (in the order of time) that will be.
    pub(super) fn next<'v>(&self, mut visits: impl Iterator<Item = &'v Visit>) -> Option<&'v Visit> {
        visits.find(|visit| !visit.is_cancelled() && !self.moment.is_after(visit))
    }

    /// "czwartek, 1 lipca, od 10:00 do 13:00".
    pub(super) fn day_and_hours(&self, visit: &Visit) -> String {
        let dates = self.words.dates();
        self.words
            .calendar()
            .day_and_hours(&dates.medium(visit.day), &dates.window(visit.window))
    }

    /// The visits of one place, each in its part.
    pub(super) fn visits<'v>(&self, of_place: impl Iterator<Item = &'v Visit>) -> VisitsView {
        let (past, ahead): (Vec<&Visit>, Vec<&Visit>) = of_place.partition(|visit| self.moment.is_after(visit));
        let calendar = self.words.calendar();
        let left = ahead.iter().filter(|visit| !visit.is_cancelled()).count();
        let cards = |visits: &[&Visit]| visits.iter().map(|visit| self.card(visit)).collect::<Vec<_>>();
        let before_next = ahead.iter().take_while(|visit| visit.is_cancelled()).count();
        let (cancelled, rest) = ahead.split_at(before_next);
        VisitsView {
            cancelled: cards(cancelled),
            next: rest.first().map(|visit| self.card(visit)),
            summary: match left {
                0 if past.is_empty() && ahead.is_empty() => calendar.no_visits(),
                0 => calendar.visits_over(),
                _ => calendar.visits_ahead(left),
            },
            later: cards(rest.get(1..).unwrap_or_default()),
            past: cards(&past),
        }
    }

    pub(super) fn place(&self, stop: &Stop) -> PlaceView {
        PlaceView {
            stop: self.stop_link(stop),
            estate: self.estate_link(self.publication.estate_of(stop)),
            kind: self.words.common().stop_kind(stop.kind),
            address: stop.address.clone(),
            directions: stop.directions.clone(),
            coordinate: stop.coordinate.map(degrees),
            geo: stop.coordinate.map(|at| format!("geo:{}", degrees(at))),
            approximate: doubt(self.words, stop),
            facts: self.facts(stop),
        }
    }

    fn facts(&self, stop: &Stop) -> Vec<String> {
        let calendar = self.words.calendar();
        let facts = &stop.facts;
        let known = [
            ("shade", facts.shade),
            ("toilet", facts.toilet),
            ("water", facts.drinking_water),
            ("step-free", facts.step_free),
        ];
        let phrases = known
            .into_iter()
            .filter_map(|(fact, is)| Some(calendar.fact(fact, is?)));
        let indoors = facts.wet_weather_place.as_ref();
        phrases
            .chain(indoors.map(|place| calendar.wet_weather_place(place)))
            .collect()
    }

    /// Every estate by the letters of the language, with its next visit.
    pub(super) fn estate_lines(&self) -> Vec<EstateLine> {
        let mut estates: Vec<&Estate> = self.publication.data().estates.iter().collect();
        estates.sort_by_cached_key(|estate| self.language().sort_key(&estate.name));
        estates
            .into_iter()
            .map(|estate| EstateLine {
                link: self.estate_link(estate),
                next: self
                    .next(self.publication.visits_of_estate(&estate.slug))
                    .map(|visit| self.day_and_hours(visit)),
            })
            .collect()
    }

    /// The ways to the feed at this path; `mix` is the text of its place in an address, empty for the town.
    pub(super) fn feeds(&self, title: String, path: String, mix: &str) -> FeedLinks {
        let address = self.publication.absolute(&path);
        let webcal = webcal(&address);
        // Google wants the address of the feed as webcal, or it adds the file once and never looks again.
        let google = addresses::encode(&addresses::for_google(&webcal));
        FeedLinks {
            title,
            path,
            google: format!("https://calendar.google.com/calendar/r?cid={google}"),
            for_google: addresses::for_google(&address),
            page: addresses::subscribe(self.language(), mix),
            address,
            webcal,
        }
    }
}

/// That a visit is late, by how much, and when the bus may be there, in a sentence.
fn late(words: wording::Words, visit: &Visit) -> Option<String> {
    let minutes = visit.delay.as_ref()?.minutes;
    // What is said to be late beyond midnight is late by so much, and that is all.
    Some(match visit.window.start().plus(minutes) {
        Some(there) => words.calendar().late(minutes.get(), &words.dates().time(there)),
        None => words.calendar().late_only(minutes.get()),
    })
}

/// Why a visit is late.
pub(super) fn delay_reason(visit: &Visit) -> Option<&str> {
    trimmed(visit.delay.as_ref()?.reason.as_deref()?)
}

/// That a visit is late and why, for calendars.
pub(crate) fn late_because(words: wording::Words, visit: &Visit) -> Option<String> {
    let late = late(words, visit)?;
    Some(match delay_reason(visit) {
        Some(reason) => words.calendar().with_reason(&late, reason),
        None => late,
    })
}

/// Without its full stop, since the sentence around it has one; none if nothing is left.
fn trimmed(reason: &str) -> Option<&str> {
    let reason = reason.trim().trim_end_matches('.');
    (!reason.is_empty()).then_some(reason)
}

/// What changed about a visit since it was published, and why, in a sentence.
pub(crate) fn change(words: wording::Words, visit: &Visit) -> Option<String> {
    let calendar = words.calendar();
    let Some(reason) = reason(visit) else {
        return change_alone(words, visit);
    };
    if visit.is_cancelled() {
        return Some(calendar.cancelled_because(reason));
    }
    let from = visit.moved_from?;
    let (day, hours) = (words.dates().long(from.day), words.dates().window(from.window));
    Some(calendar.moved_because(&day, &hours, reason))
}

/// The same without the reason, which somebody wrote in their own language.
fn change_alone(words: wording::Words, visit: &Visit) -> Option<String> {
    let calendar = words.calendar();
    if visit.is_cancelled() {
        return Some(calendar.cancelled());
    }
    let from = visit.moved_from?;
    let (day, hours) = (words.dates().long(from.day), words.dates().window(from.window));
    Some(calendar.moved(&day, &hours))
}

/// Why a visit is not as first published; without its full stop, since the sentence around it has one.
pub(super) fn reason(visit: &Visit) -> Option<&str> {
    let changed = visit.is_cancelled() || visit.moved_from.is_some();
    trimmed(visit.reason.as_deref()?).filter(|_| changed)
}

/// A point for machines: "53.0692,21.5885".
pub(super) fn degrees(at: vocabulary::Coordinate) -> String {
    format!("{},{}", at.lat(), at.lon())
}

/// What is not sure about the point of a stop, in a sentence.
pub(crate) fn doubt(words: wording::Words, stop: &Stop) -> Option<String> {
    let calendar = words.calendar();
    if stop.kind == StopKind::ToBeAgreed {
        Some(calendar.place_to_be_agreed())
    } else if stop.coordinate.is_none() {
        Some(calendar.place_unknown())
    } else {
        stop.is_approximate().then(|| calendar.approximate())
    }
}

/// The address with the scheme that calendars of phones and computers listen to.
fn webcal(address: &str) -> String {
    match address.split_once("://") {
        Some((_, rest)) => format!("webcal://{rest}"),
        None => address.to_owned(),
    }
}
