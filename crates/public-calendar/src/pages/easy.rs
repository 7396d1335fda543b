//! The page that is easy to read.

use super::{Choice, EasyView, EasyVisit, Pages};
use crate::{Estate, Visit, addresses};

/// So many visits are told.
const TOLD: usize = 3;

pub(super) fn easy(pages: &Pages<'_>, estate: Option<&Estate>) -> EasyView {
    let (words, dates) = (pages.words.easy(), pages.words.dates());
    let publication = pages.publication;
    let season = &publication.data().season;
    let of_place = |visit: &&Visit| estate.is_none_or(|estate| publication.stop_of(visit).estate == estate.slug);
    let next: Vec<&Visit> = publication.ahead(pages.moment).filter(of_place).take(TOLD).collect();
    let mut estates: Vec<&Estate> = publication.data().estates.iter().collect();
    estates.sort_by_cached_key(|estate| pages.language().sort_key(&estate.name));
    EasyView {
        frame: pages.frame(
            pages.window_title(&words.heading()),
            words.description(),
            addresses::easy,
        ),
        first: dates.with_year(season.first),
        last: dates.with_year(season.last),
        bring: next.first().and_then(|visit| publication.bring_on(visit.day)),
        next: next.into_iter().map(|visit| told(pages, visit)).collect(),
        estates: estates
            .into_iter()
            .map(|one| Choice {
                key: one.slug.to_string(),
                name: one.name.clone(),
                chosen: estate.is_some_and(|chosen| chosen.slug == one.slug),
            })
            .collect(),
    }
}

fn told(pages: &Pages<'_>, visit: &Visit) -> EasyVisit {
    let card = pages.card(visit);
    let time = |minute| pages.words.dates().time(minute);
    EasyVisit {
        hours: pages
            .words
            .easy()
            .when_hours(&time(visit.window.start()), &time(visit.window.end())),
        stop: card.stop,
        estate: card.estate.text,
        change: card.delay.or(card.change),
        cancelled: visit.is_cancelled(),
        when: card.when,
    }
}
