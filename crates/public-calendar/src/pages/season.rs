//! The list of the whole season.

use std::collections::BTreeSet;

use vocabulary::Day;

use super::{DayGroup, MonthGroup, Pages, SeasonView};
use crate::{Visit, addresses};

/// The list of a release that is no longer in force: the address of the page in force is the canonical one.
pub(super) fn old(pages: &Pages<'_>) -> SeasonView {
    SeasonView {
        old: Some(super::changes::old_notice(pages)),
        ..season(pages)
    }
}

pub(super) fn season(pages: &Pages<'_>) -> SeasonView {
    let data = pages.publication.data();
    let calendar = pages.words.calendar();
    let visits = pages.publication.visits();
    let will_be = || visits.iter().filter(|visit| !visit.is_cancelled());
    let estates: BTreeSet<_> = will_be()
        .map(|visit| &pages.publication.stop_of(visit).estate)
        .collect();
    let dates = pages.words.dates().range(data.season.first, data.season.last);
    SeasonView {
        frame: pages.frame(
            pages.window_title(&data.season.name),
            calendar.season_description(&data.service.name, &data.season.name, &dates),
            addresses::season,
        ),
        heading: data.season.name.clone(),
        old: None,
        summary: calendar.season_summary(will_be().count(), estates.len()),
        months: months(pages),
        feeds: pages.feeds(
            calendar.feed_season(&data.service.town),
            addresses::season_feed(pages.language()),
            "",
        ),
    }
}

/// The days of the season that have a visit or an event of others, by month.
fn months(pages: &Pages<'_>) -> Vec<MonthGroup> {
    let season = &pages.publication.data().season;
    let visits = pages.publication.visits();
    let mut visited = pages.day_groups(visits.iter()).into_iter().peekable();
    let mut days = Vec::new();
    for day in season.first.through(season.last) {
        let events: Vec<_> = pages
            .publication
            .events_on(day)
            .map(|event| pages.event(event))
            .collect();
        let machine = day.to_string();
        match visited.next_if(|group| group.when.machine == machine) {
            Some(group) => days.push((day, DayGroup { events, ..group })),
            None if events.is_empty() => {}
            None => days.push((day, pages.day_without_visit(day, events))),
        }
    }
    days.chunk_by(|(a, _), (b, _)| (a.year(), a.month()) == (b.year(), b.month()))
        .map(|days| {
            let month = |day: &Day| (day.year(), day.month());
            let of_month = |visit: &&Visit| month(&visit.day) == month(&days[0].0);
            let will_be = visits.iter().filter(of_month).filter(|visit| !visit.is_cancelled());
            MonthGroup {
                heading: pages.words.dates().month_heading(days[0].0),
                summary: pages.words.calendar().month_summary(will_be.count()),
                days: days.iter().map(|(_, group)| group.clone()).collect(),
            }
        })
        .collect()
}
