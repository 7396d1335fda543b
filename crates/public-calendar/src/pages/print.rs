//! What there is to print.

use super::{Pages, PaperChoice, PaperGroup, PrintView};
use crate::{Estate, Stop, addresses};

/// The papers of the town, then every estate's and every stop's poster by the letters of the language.
pub(super) fn print(pages: &Pages<'_>) -> PrintView {
    let (words, language) = (pages.words.paper(), pages.language());
    let data = pages.publication.data();
    let town = vec![
        PaperChoice {
            value: "leaflet".to_owned(),
            text: words.leaflet(),
            path: addresses::leaflet(language),
        },
        PaperChoice {
            value: "table".to_owned(),
            text: words.town_table(),
            path: addresses::town_table(language),
        },
    ];
    let mut estates: Vec<&Estate> = data.estates.iter().collect();
    estates.sort_by_cached_key(|estate| language.sort_key(&estate.name));
    let estates = estates.into_iter().map(|estate| PaperChoice {
        value: format!("estate:{}", estate.slug),
        text: pages.words.calendar().estate_heading(&estate.name),
        path: addresses::estate_poster(language, &estate.slug),
    });
    let mut stops: Vec<&Stop> = data.stops.iter().collect();
    stops.sort_by_cached_key(|stop| language.sort_key(&stop.name));
    let stops = stops.into_iter().map(|stop| PaperChoice {
        value: format!("stop:{}", stop.slug),
        text: format!("{} ({})", stop.name, pages.publication.estate_of(stop).name),
        path: addresses::stop_poster(language, &stop.slug),
    });
    let groups = [
        (words.whole_town(), town),
        (words.posters_of_estates(), estates.collect()),
        (words.posters_of_stops(), stops.collect()),
    ];
    PrintView {
        frame: pages.frame(
            pages.window_title(&words.heading()),
            words.description(&data.service.name),
            addresses::print,
        ),
        heading: words.heading(),
        papers: groups
            .into_iter()
            .filter(|(_, choices)| !choices.is_empty())
            .map(|(heading, choices)| PaperGroup { heading, choices })
            .collect(),
    }
}
