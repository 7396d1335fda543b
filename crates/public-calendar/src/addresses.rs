//! Every public address, in one place. They are permanent: posters, calendars and links bear them.
//!
//! Pages stand at Polish paths, in another language behind its prefix (`/uk/osiedla/…`), and feeds likewise
//! (`/uk/stops/….ics`), so that a link, a QR code and a subscription keep their language.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use vocabulary::{Slug, VisitId};
use wording::Language;

/// Everything but the unreserved characters of RFC 3986 section 2.3.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Added to a feed's address for the flavour that Google Calendar shows rightly.
pub const GOOGLE_FLAVOUR: &str = "?client=google";

/// The page that shows the design system; in one language, for whoever works on the program.
pub const STYLE: &str = "/styl";

/// The home page.
pub fn home(language: Language) -> String {
    format!("{}/", language.path_prefix())
}

/// The search page without a question.
pub fn search_form(language: Language) -> String {
    format!("{}/szukaj", language.path_prefix())
}

/// The search page with its question.
pub fn search(language: Language, query: &str) -> String {
    format!("{}?q={}", search_form(language), encode(query))
}

/// The page of an estate.
pub fn estate(language: Language, slug: &Slug) -> String {
    format!("{}/osiedla/{slug}", language.path_prefix())
}

/// The page of a stop.
pub fn stop(language: Language, slug: &Slug) -> String {
    format!("{}/przystanki/{slug}", language.path_prefix())
}

/// The page of a visit.
pub fn visit(language: Language, id: &VisitId) -> String {
    format!("{}/wizyty/{id}", language.path_prefix())
}

/// The list of the whole season.
pub fn season(language: Language) -> String {
    format!("{}/sezon", language.path_prefix())
}

/// The sketch of the town.
pub fn map(language: Language) -> String {
    format!("{}/mapa", language.path_prefix())
}

/// The operator's map of the streets, as PMTiles; the same for every language.
pub const STREET_MAP: &str = "/mapa/ulice.pmtiles";

/// The page that offers what is to be printed.
pub fn print(language: Language) -> String {
    format!("{}/druk", language.path_prefix())
}

/// The poster of a stop, as PDF.
pub fn stop_poster(language: Language, slug: &Slug) -> String {
    format!("{}/plakat.pdf", stop(language, slug))
}

/// The poster of an estate, as PDF.
pub fn estate_poster(language: Language, slug: &Slug) -> String {
    format!("{}/plakat.pdf", estate(language, slug))
}

/// The leaflet of the season, as PDF.
pub fn leaflet(language: Language) -> String {
    format!("{}/ulotka.pdf", language.path_prefix())
}

/// The timetable of the whole town on a sheet, as PDF.
pub fn town_table(language: Language) -> String {
    format!("{}/tabela.pdf", language.path_prefix())
}

/// The share card of the town, as PNG.
pub fn town_card(language: Language) -> String {
    format!("{}/karta.png", language.path_prefix())
}

/// The share card of an estate.
pub fn estate_card(language: Language, slug: &Slug) -> String {
    format!("{}/karta.png", estate(language, slug))
}

/// The share card of a stop.
pub fn stop_card(language: Language, slug: &Slug) -> String {
    format!("{}/karta.png", stop(language, slug))
}

/// The share card of a visit.
pub fn visit_card(language: Language, id: &VisitId) -> String {
    format!("{}/karta.png", visit(language, id))
}

/// What changed since the season was first published.
pub fn changes(language: Language) -> String {
    format!("{}/zmiany", language.path_prefix())
}

/// What changed between two releases.
pub fn changes_between(language: Language, from: u32, to: u32) -> String {
    format!("{}?od={from}&do={to}", changes(language))
}

/// The list of releases.
pub fn releases(language: Language) -> String {
    format!("{}/wydania", language.path_prefix())
}

/// The timetable as a release had it.
pub fn release(language: Language, number: u32) -> String {
    format!("{}/wydania/{number}", language.path_prefix())
}

/// The Atom feed of changes in town.
pub fn changes_atom(language: Language) -> String {
    format!("{}/changes.atom", language.path_prefix())
}

/// The Atom feed of changes at a stop.
pub fn stop_atom(language: Language, slug: &Slug) -> String {
    format!("{}/stops/{slug}.atom", language.path_prefix())
}

/// The Atom feed of changes in an estate.
pub fn estate_atom(language: Language, slug: &Slug) -> String {
    format!("{}/estates/{slug}.atom", language.path_prefix())
}

/// The Atom feed of releases.
pub fn releases_atom(language: Language) -> String {
    format!("{}/releases.atom", language.path_prefix())
}

/// The feed of the whole season.
pub fn season_feed(language: Language) -> String {
    format!("{}/calendar.ics", language.path_prefix())
}

/// The feed of an estate.
pub fn estate_feed(language: Language, slug: &Slug) -> String {
    format!("{}/estates/{slug}.ics", language.path_prefix())
}

/// The feed of a stop.
pub fn stop_feed(language: Language, slug: &Slug) -> String {
    format!("{}/stops/{slug}.ics", language.path_prefix())
}

/// The feed of a visitor's own mix of places, by its canonical text (`crate::mix`).
pub fn mix_feed(language: Language, mix: &str) -> String {
    format!("{}/kalendarz/moj.ics?m={}", language.path_prefix(), encode(mix))
}

/// The page that brings visits into a calendar: of the town, or of a mix by its canonical text.
pub fn subscribe(language: Language, mix: &str) -> String {
    let page = format!("{}/kalendarz", language.path_prefix());
    if mix.is_empty() {
        page
    } else {
        format!("{page}?m={}", encode(mix))
    }
}

/// The address of a feed in the flavour for Google Calendar.
pub fn for_google(feed: &str) -> String {
    if feed.contains('?') {
        format!("{feed}&{}", GOOGLE_FLAVOUR.trim_start_matches('?'))
    } else {
        format!("{feed}{GOOGLE_FLAVOUR}")
    }
}

/// The page that makes the snippet for pages of others.
pub fn embed(language: Language) -> String {
    format!("{}/osadz", language.path_prefix())
}

/// What stands in a frame on a page of others.
pub fn embed_frame(language: Language) -> String {
    format!("{}/wizyty", embed(language))
}

/// The script of the element for pages of others.
pub const EMBED_SCRIPT: &str = "/osadz.js";

/// The page that is easy to read.
pub fn easy(language: Language) -> String {
    format!("{}/latwe", language.path_prefix())
}

/// The visits of a month, of the town, as a table: `month` is "2027-07".
pub fn month(language: Language, month: &str) -> String {
    format!("{}/miesiac/{month}", language.path_prefix())
}

/// The visits of a month in an estate.
pub fn estate_month(language: Language, slug: &Slug, month: &str) -> String {
    format!("{}/miesiac/{month}", estate(language, slug))
}

/// The visits of a month at a stop.
pub fn stop_month(language: Language, slug: &Slug, month: &str) -> String {
    format!("{}/miesiac/{month}", stop(language, slug))
}

/// Text as one component of an address (RFC 3986).
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, COMPONENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permanent() {
        let slug: Slug = "lazek".parse().unwrap();
        let id: VisitId = "vis_00000000000000000000000000000007".parse().unwrap();
        let polish = Language::Polish;
        for (address, expected) in [
            (home(polish), "/"),
            (search_form(polish), "/szukaj"),
            (search(polish, "Łazek & co"), "/szukaj?q=%C5%81azek%20%26%20co"),
            (estate(polish, &slug), "/osiedla/lazek"),
            (stop(polish, &slug), "/przystanki/lazek"),
            (visit(polish, &id), "/wizyty/vis_00000000000000000000000000000007"),
            (season(polish), "/sezon"),
            (season_feed(polish), "/calendar.ics"),
            (estate_feed(polish, &slug), "/estates/lazek.ics"),
            (stop_feed(polish, &slug), "/stops/lazek.ics"),
            (map(polish), "/mapa"),
            (print(Language::English), "/en/druk"),
            (stop_poster(polish, &slug), "/przystanki/lazek/plakat.pdf"),
            (
                estate_poster(Language::Ukrainian, &slug),
                "/uk/osiedla/lazek/plakat.pdf",
            ),
            (leaflet(polish), "/ulotka.pdf"),
            (town_table(polish), "/tabela.pdf"),
            (town_card(Language::Ukrainian), "/uk/karta.png"),
            (stop_card(polish, &slug), "/przystanki/lazek/karta.png"),
            (estate_card(polish, &slug), "/osiedla/lazek/karta.png"),
            (
                visit_card(polish, &id),
                "/wizyty/vis_00000000000000000000000000000007/karta.png",
            ),
            (changes(polish), "/zmiany"),
            (changes_between(polish, 1, 2), "/zmiany?od=1&do=2"),
            (releases(polish), "/wydania"),
            (release(Language::English, 3), "/en/wydania/3"),
            (changes_atom(polish), "/changes.atom"),
            (stop_atom(polish, &slug), "/stops/lazek.atom"),
            (estate_atom(polish, &slug), "/estates/lazek.atom"),
            (releases_atom(Language::Ukrainian), "/uk/releases.atom"),
            (
                mix_feed(polish, "o.lazek,p.plaza"),
                "/kalendarz/moj.ics?m=o.lazek%2Cp.plaza",
            ),
            (
                for_google(&mix_feed(Language::English, "o.lazek")),
                "/en/kalendarz/moj.ics?m=o.lazek&client=google",
            ),
            (for_google(&season_feed(polish)), "/calendar.ics?client=google"),
            (subscribe(polish, ""), "/kalendarz"),
            (subscribe(Language::Ukrainian, "o.lazek"), "/uk/kalendarz?m=o.lazek"),
            (embed(Language::English), "/en/osadz"),
            (embed_frame(polish), "/osadz/wizyty"),
            (easy(polish), "/latwe"),
            (month(polish, "2027-07"), "/miesiac/2027-07"),
            (
                estate_month(Language::English, &slug, "2027-07"),
                "/en/osiedla/lazek/miesiac/2027-07",
            ),
            (
                stop_month(polish, &slug, "2027-07"),
                "/przystanki/lazek/miesiac/2027-07",
            ),
            (home(Language::Ukrainian), "/uk/"),
            (stop(Language::English, &slug), "/en/przystanki/lazek"),
            (stop_feed(Language::English, &slug), "/en/stops/lazek.ics"),
        ] {
            assert_eq!(address, expected);
        }
    }
}
