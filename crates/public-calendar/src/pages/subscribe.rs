//! The page that brings visits into a calendar: of the town, of a place, or of a visitor's own mix.

use vocabulary::Slug;

use super::{Choice, ChoiceGroup, FeedLinks, Link, Pages, SubscribeView};
use crate::{
    Estate, addresses,
    mix::{MOST_PLACES, Mix, MixFault, estate_key, stop_key},
};

/// So many places of a mix are named.
const NAMED: usize = 3;

pub(super) fn subscribe(pages: &Pages<'_>, asked: &str) -> SubscribeView {
    let words = pages.words.subscribe();
    let data = pages.publication.data();
    let (mix, fault) = match Mix::read(pages.publication, asked) {
        Ok(mix) => (Some(mix), None),
        Err(_) if asked.trim().is_empty() => (None, None),
        Err(MixFault::Nothing) => (None, Some(words.mix_unknown())),
        Err(MixFault::TooMany | MixFault::TooLong) => (None, Some(words.mix_too_many(MOST_PLACES))),
    };
    let (what, feeds) = chosen(pages, mix.as_ref());
    let text = mix.as_ref().map(Mix::text).unwrap_or_default();
    let address = |language| addresses::subscribe(language, &text);
    let heading = words.heading(&what);
    SubscribeView {
        frame: pages.frame(
            pages.window_title(&heading),
            words.description(&data.service.town),
            address,
        ),
        heading,
        fault,
        at_once: at_once(pages, mix.as_ref()),
        page: pages.publication.absolute(&address(pages.language())),
        feeds,
        choices: choices(pages, mix.as_ref()),
    }
}

/// What is subscribed to in words, and its feed: one place alone has its own.
fn chosen(pages: &Pages<'_>, mix: Option<&Mix<'_>>) -> (String, FeedLinks) {
    let (calendar, language) = (pages.words.calendar(), pages.language());
    let town = &pages.publication.data().service.town;
    let Some(mix) = mix else {
        let title = calendar.feed_season(town);
        return (town.clone(), pages.feeds(title, addresses::season_feed(language), ""));
    };
    let text = mix.text();
    let (what, title, path) = match (mix.estates(), mix.stops()) {
        ([estate], []) => (
            calendar.estate_heading(&estate.name),
            calendar.feed_estate(&estate.name),
            addresses::estate_feed(language, &estate.slug),
        ),
        ([], [stop]) => (
            stop.name.clone(),
            calendar.feed_stop(&stop.name),
            addresses::stop_feed(language, &stop.slug),
        ),
        _ => {
            let (names, more) = named(mix);
            let what = pages.words.subscribe().mix(&names, more);
            (what.clone(), what, addresses::mix_feed(language, &text))
        }
    };
    (what, pages.feeds(title, path, &text))
}

/// The boxes that tell at once: the town's, or those of the first places of a mix.
fn at_once(pages: &Pages<'_>, mix: Option<&Mix<'_>>) -> Vec<Link> {
    let at = |link: Link| Link {
        path: format!("{}#powiadom", link.path),
        ..link
    };
    let Some(mix) = mix else {
        return vec![at(Link {
            text: pages.words.subscribe().at_once_link(),
            path: addresses::home(pages.language()),
        })];
    };
    let estates = mix.estates().iter().map(|estate| pages.estate_link(estate));
    let stops = mix.stops().iter().map(|stop| pages.stop_link(stop));
    estates.chain(stops).take(NAMED).map(at).collect()
}

/// The first names of a mix, and how many more there are.
pub(crate) fn named(mix: &Mix<'_>) -> (String, usize) {
    let names = mix.names();
    let shown = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    (shown, names.len().saturating_sub(NAMED))
}

pub(super) fn choices(pages: &Pages<'_>, mix: Option<&Mix<'_>>) -> Vec<ChoiceGroup> {
    let mut estates: Vec<&Estate> = pages.publication.data().estates.iter().collect();
    estates.sort_by_cached_key(|estate| pages.language().sort_key(&estate.name));
    let words = pages.words.subscribe();
    let group = |estate: &Estate| {
        let mut stops: Vec<_> = pages.publication.stops_of_estate(&estate.slug).collect();
        stops.sort_by_cached_key(|stop| pages.language().sort_key(&stop.name));
        let is = |slug: &Slug| mix.is_some_and(|mix| mix.stops().iter().any(|stop| stop.slug == *slug));
        ChoiceGroup {
            name: estate.name.clone(),
            heading: words.stops_of(&estate.name),
            whole: Choice {
                key: estate_key(&estate.slug),
                name: words.whole_estate(&estate.name),
                chosen: mix.is_some_and(|mix| mix.estates().iter().any(|one| one.slug == estate.slug)),
            },
            stops: stops
                .into_iter()
                .map(|stop| Choice {
                    key: stop_key(&stop.slug),
                    name: stop.name.clone(),
                    chosen: is(&stop.slug),
                })
                .collect(),
        }
    };
    estates.into_iter().map(group).collect()
}
