//! The search page.

use vocabulary::StreetScope;

use super::{HitKind, HitView, Pages, SearchView};
use crate::{
    Street, addresses,
    search::{self, Hit, LONGEST_QUESTION, Thing},
};

pub(super) fn search(pages: &Pages<'_>, question: &str) -> SearchView {
    let calendar = pages.words.calendar();
    let query: String = question.trim().chars().take(LONGEST_QUESTION).collect();
    let found = search::search(pages.publication, pages.language(), &query);
    let (heading, message) = if query.is_empty() {
        (calendar.search_heading(), calendar.search_prompt())
    } else if found.is_empty() {
        (calendar.search_heading_for(&query), calendar.search_nothing(&query))
    } else {
        (calendar.search_heading_for(&query), calendar.search_found(found.len()))
    };
    SearchView {
        frame: pages.frame(
            pages.window_title(&heading),
            calendar.search_description(&pages.publication.data().service.town),
            |language| match query.as_str() {
                "" => addresses::search_form(language),
                query => addresses::search(language, query),
            },
        ),
        heading,
        query,
        message,
        hits: found.iter().map(|hit| view(pages, hit)).collect(),
        estates: pages.estate_lines(),
    }
}

pub(super) fn view(pages: &Pages<'_>, hit: &Hit<'_>) -> HitView {
    let calendar = pages.words.calendar();
    let publication = pages.publication;
    let (kind, path, detail, next) = match hit.thing {
        Thing::Estate(estate) => (
            HitKind::Estate,
            Some(addresses::estate(pages.language(), &estate.slug)),
            None,
            pages.next(publication.visits_of_estate(&estate.slug)),
        ),
        Thing::Stop(stop) => (
            HitKind::Stop,
            Some(addresses::stop(pages.language(), &stop.slug)),
            Some(calendar.in_estate(&publication.estate_of(stop).name)),
            pages.next(publication.visits_of_stop(&stop.slug)),
        ),
        Thing::Street(street) => {
            let estate = street.estate.as_ref();
            (
                HitKind::Street,
                estate.map(|estate| addresses::estate(pages.language(), estate)),
                Some(street_detail(pages, street)),
                estate.and_then(|estate| pages.next(publication.visits_of_estate(estate))),
            )
        }
    };
    HitView {
        kind,
        kind_words: calendar.hit_kind(kind.as_str()),
        name: hit.thing.name().to_owned(),
        path,
        detail,
        former: hit.former.map(|name| calendar.formerly(name)),
        next: next.map(|visit| pages.day_and_hours(visit)),
    }
}

/// To which estate a street belongs, and how much of it; or that nobody knows.
fn street_detail(pages: &Pages<'_>, street: &Street) -> String {
    let calendar = pages.words.calendar();
    let Some(estate) = street.estate.as_ref().and_then(|slug| pages.publication.estate(slug)) else {
        return calendar.street_unknown();
    };
    match (street.scope, &street.numbers) {
        (StreetScope::Whole, _) => calendar.street_whole(&estate.name),
        (StreetScope::Numbers, Some(numbers)) => calendar.street_numbers(&estate.name, numbers),
        (StreetScope::Part | StreetScope::Numbers, _) => calendar.street_part(&estate.name),
        (StreetScope::Unknown, _) => calendar.in_estate(&estate.name),
    }
}
