//! The pages of an estate and of a stop.

use super::{EstateView, EventView, Frame, Pages, StopLine, StopView, parts::degrees};
use crate::{
    Estate, Stop, Visit, addresses,
    mix::{estate_key, stop_key},
};

pub(super) fn estate(pages: &Pages<'_>, estate: &Estate) -> EstateView {
    let calendar = pages.words.calendar();
    let heading = calendar.estate_heading(&estate.name);
    let visits = || pages.publication.visits_of_estate(&estate.slug);
    let mut stops: Vec<&Stop> = pages.publication.stops_of_estate(&estate.slug).collect();
    stops.sort_by_cached_key(|stop| pages.language().sort_key(&stop.name));
    EstateView {
        frame: Frame {
            card: pages.card_at(&addresses::estate_card(pages.language(), &estate.slug)),
            ..pages.frame(
                pages.window_title(&heading),
                description(pages, &heading, visits()),
                |language| addresses::estate(language, &estate.slug),
            )
        },
        visits: pages.visits(visits()),
        stops: stops.into_iter().map(|stop| stop_line(pages, stop)).collect(),
        events: events(pages, estate),
        follow: format!("estate:{}", estate.slug),
        feeds: pages.feeds(
            calendar.feed_estate(&estate.name),
            addresses::estate_feed(pages.language(), &estate.slug),
            &estate_key(&estate.slug),
        ),
        heading,
    }
}

/// Events of others in that estate that are not over.
fn events(pages: &Pages<'_>, estate: &Estate) -> Vec<EventView> {
    let here = pages.publication.data().events.iter();
    here.filter(|event| event.estate.as_ref() == Some(&estate.slug) && pages.moment.today <= event.last)
        .map(|event| pages.event(event))
        .collect()
}

pub(super) fn stop(pages: &Pages<'_>, stop: &Stop) -> StopView {
    let calendar = pages.words.calendar();
    let visits = || pages.publication.visits_of_stop(&stop.slug);
    StopView {
        frame: Frame {
            card: pages.card_at(&addresses::stop_card(pages.language(), &stop.slug)),
            ..pages.frame(
                pages.window_title(&stop.name),
                description(pages, &stop.name, visits()),
                |language| addresses::stop(language, &stop.slug),
            )
        },
        heading: stop.name.clone(),
        visits: pages.visits(visits()),
        place: pages.place(stop),
        follow: format!("stop:{}", stop.slug),
        feeds: pages.feeds(
            calendar.feed_stop(&stop.name),
            addresses::stop_feed(pages.language(), &stop.slug),
            &stop_key(&stop.slug),
        ),
    }
}

fn description<'v>(pages: &Pages<'_>, name: &str, visits: impl Iterator<Item = &'v Visit>) -> String {
    let (calendar, dates) = (pages.words.calendar(), pages.words.dates());
    match pages.next(visits) {
        Some(next) => calendar.next_description(name, &dates.medium(next.day), &dates.window(next.window)),
        None => calendar.none_description(name),
    }
}

pub(super) fn stop_line(pages: &Pages<'_>, stop: &Stop) -> StopLine {
    let next = pages.next(pages.publication.visits_of_stop(&stop.slug));
    StopLine {
        link: pages.stop_link(stop),
        estate: pages.publication.estate_of(stop).name.clone(),
        kind: pages.words.common().stop_kind(stop.kind),
        address: stop.address.clone(),
        next: next.map(|visit| pages.day_and_hours(visit)),
        approximate: stop
            .is_approximate()
            .then(|| pages.words.calendar().approximate_short()),
        coordinate: stop.coordinate.map(degrees),
    }
}
