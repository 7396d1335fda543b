//! The list of the whole season.

use std::collections::BTreeSet;

use super::{MonthGroup, Pages, SeasonView};
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
        months: visits
            .chunk_by(|a, b| (a.day.year(), a.day.month()) == (b.day.year(), b.day.month()))
            .map(|visits| month(pages, visits))
            .collect(),
        feeds: pages.feeds(
            calendar.feed_season(&data.service.town),
            addresses::season_feed(pages.language()),
            "",
        ),
    }
}

fn month(pages: &Pages<'_>, visits: &[Visit]) -> MonthGroup {
    let will_be = visits.iter().filter(|visit| !visit.is_cancelled()).count();
    MonthGroup {
        heading: pages.words.dates().month_heading(visits[0].day),
        summary: pages.words.calendar().month_summary(will_be),
        days: pages.day_groups(visits.iter()),
    }
}
