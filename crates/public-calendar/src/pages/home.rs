//! The home page.

use vocabulary::Day;

use super::{DayGroup, EventView, HomeView, Pages, ThemeView, TodayKind, TodayView};
use crate::{Visit, addresses};

/// So many days with visits follow today's.
const DAYS_SHOWN: usize = 5;
/// Events in town are shown so many days ahead.
const EVENT_DAYS: i64 = 28;

pub(super) fn home(pages: &Pages<'_>) -> HomeView {
    let data = pages.publication.data();
    let calendar = pages.words.calendar();
    let dates = pages.words.dates().range(data.season.first, data.season.last);
    HomeView {
        frame: pages.frame(
            calendar.home_title(&data.service.name, &data.service.town),
            calendar.home_description(&data.service.town, &dates),
            addresses::home,
        ),
        heading: calendar.home_heading(),
        today: today(pages),
        days: next_days(pages),
        theme: theme(pages),
        events: events(pages),
        estates: pages.estate_lines(),
        feeds: pages.feeds(
            calendar.feed_season(&data.service.town),
            addresses::season_feed(pages.language()),
            "",
        ),
        follow: "town".to_owned(),
        season_path: addresses::season(pages.language()),
    }
}

fn today(pages: &Pages<'_>) -> TodayView {
    let today = pages.moment.today;
    let visits: Vec<&Visit> = pages
        .publication
        .visits()
        .iter()
        .filter(|visit| visit.day == today)
        .collect();
    let kind = kind(pages, today, &visits);
    TodayView {
        when: pages.when(today),
        kind,
        sentence: sentence(pages, kind, &visits),
        cards: visits.into_iter().map(|visit| pages.card(visit)).collect(),
    }
}

fn kind(pages: &Pages<'_>, today: Day, visits: &[&Visit]) -> TodayKind {
    let season = &pages.publication.data().season;
    if today < season.first {
        TodayKind::BeforeSeason
    } else if season.last < today {
        TodayKind::AfterSeason
    } else if visits.is_empty() {
        TodayKind::NotOut
    } else if visits.iter().all(|visit| visit.is_cancelled()) {
        TodayKind::AllCancelled
    } else {
        TodayKind::Out
    }
}

fn sentence(pages: &Pages<'_>, kind: TodayKind, visits: &[&Visit]) -> String {
    let calendar = pages.words.calendar();
    let dates = pages.words.dates();
    let next = || pages.next(pages.publication.ahead(pages.moment));
    match kind {
        TodayKind::BeforeSeason => {
            let first = next().map_or(pages.publication.data().season.first, |visit| visit.day);
            calendar.today_before_season(&dates.long(first))
        }
        TodayKind::Out => {
            let mut stops: Vec<_> = visits
                .iter()
                .filter(|visit| !visit.is_cancelled())
                .map(|visit| &visit.stop)
                .collect();
            stops.sort();
            stops.dedup();
            calendar.today_out(stops.len())
        }
        TodayKind::AllCancelled => calendar.today_all_cancelled(visits.len()),
        TodayKind::NotOut => match next() {
            Some(visit) => calendar.today_not_out(&pages.day_and_hours(visit)),
            None => calendar.today_not_out_any_more(),
        },
        TodayKind::AfterSeason => calendar.today_after_season(),
    }
}

fn next_days(pages: &Pages<'_>) -> Vec<DayGroup> {
    let after_today = pages
        .publication
        .visits()
        .iter()
        .filter(|visit| pages.moment.today < visit.day);
    let mut days = pages.day_groups(after_today);
    days.truncate(DAYS_SHOWN);
    days
}

/// The theme of this week, else the next one.
fn theme(pages: &Pages<'_>) -> Option<ThemeView> {
    let themes = &pages.publication.data().themes;
    let theme = themes.iter().find(|theme| pages.moment.today <= theme.last)?;
    Some(pages.theme(theme))
}

fn events(pages: &Pages<'_>) -> Vec<EventView> {
    let today = pages.moment.today;
    let soon = today.plus_days(EVENT_DAYS);
    let events = pages.publication.data().events.iter();
    events
        .filter(|event| today <= event.last && event.first <= soon)
        .map(|event| pages.event(event))
        .collect()
}
