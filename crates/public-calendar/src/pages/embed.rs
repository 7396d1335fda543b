//! Visits on pages of others: the snippet to paste, and what stands in a frame.

use wording::{Language, Words};

use super::{Choice, EmbedView, EmbeddedView, Link, Pages, Preview, subscribe};
use crate::{
    Publication, addresses,
    json::Part,
    mix::{estate_key, stop_key},
    xml::escaped,
};

/// How many visits an embed may show.
pub const COUNTS: &[usize] = &[1, 3, 5, 10];

/// What somebody wants to embed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EmbedWish<'a> {
    /// Of which part of the town.
    pub part: Part<'a>,
    /// In which language it speaks.
    pub language: Language,
    /// How many visits, one of [`COUNTS`].
    pub count: usize,
}

/// The number of [`COUNTS`] that is meant by a number: the greatest that is not above it, else the least.
pub fn count_of(asked: usize) -> usize {
    let fitting = COUNTS.iter().rev().find(|count| **count <= asked);
    fitting.or(COUNTS.first()).copied().unwrap_or(1)
}

pub(super) fn embed(pages: &Pages<'_>, wish: &EmbedWish<'_>) -> EmbedView {
    let words = pages.words.embed();
    let publication = pages.publication;
    let chosen = key(wish.part);
    let heading = words.heading();
    let mark = |mut choice: Choice| {
        choice.chosen = choice.key == chosen;
        choice
    };
    let mut groups = subscribe::choices(pages, None);
    for group in &mut groups {
        group.whole.chosen = group.whole.key == chosen;
        group.stops = std::mem::take(&mut group.stops).into_iter().map(mark).collect();
    }
    let base = publication.absolute("");
    EmbedView {
        frame: pages.frame(pages.window_title(&heading), words.description(), addresses::embed),
        town: Choice {
            key: String::new(),
            name: words.town(&publication.data().service.town),
            chosen: chosen.is_empty(),
        },
        groups,
        languages: Language::ALL
            .iter()
            .map(|one| (one.tag(), one.own_name(), *one == wish.language))
            .collect(),
        counts: COUNTS.iter().map(|count| (*count, *count == wish.count)).collect(),
        host: base.clone(),
        element: element(publication, wish),
        iframe: iframe(publication, wish),
        preview: preview(publication, wish),
    }
}

fn key(part: Part<'_>) -> String {
    match part {
        Part::Town => String::new(),
        Part::Estate(estate) => estate_key(&estate.slug),
        Part::Stop(stop) => stop_key(&stop.slug),
    }
}

fn preview(publication: &Publication, wish: &EmbedWish<'_>) -> Preview {
    let (estate, stop) = match wish.part {
        Part::Town => (None, None),
        Part::Estate(estate) => (Some(estate.slug.to_string()), None),
        Part::Stop(stop) => (None, Some(stop.slug.to_string())),
    };
    Preview {
        estate,
        stop,
        language: wish.language.tag(),
        count: wish.count,
        link: Link {
            text: wish.part.title(publication, Words::of(wish.language)),
            path: wish.part.path(wish.language),
        },
    }
}

/// The link within the element stays there where no script runs.
fn element(publication: &Publication, wish: &EmbedWish<'_>) -> String {
    let Preview {
        link, language, count, ..
    } = preview(publication, wish);
    let place = match wish.part {
        Part::Town => String::new(),
        Part::Estate(estate) => format!(" osiedle=\"{}\"", estate.slug),
        Part::Stop(stop) => format!(" przystanek=\"{}\"", stop.slug),
    };
    format!(
        "<script type=\"module\" src=\"{script}\"></script>\n\
         <swietlicobus-wizyty{place} jezyk=\"{language}\" ile=\"{count}\">\n  \
         <a href=\"{address}\">{text}</a>\n\
         </swietlicobus-wizyty>",
        script = escaped(&publication.absolute(addresses::EMBED_SCRIPT)),
        address = escaped(&publication.absolute(&link.path)),
        text = escaped(&link.text),
    )
}

fn iframe(publication: &Publication, wish: &EmbedWish<'_>) -> String {
    let place = match wish.part {
        Part::Town => String::new(),
        Part::Estate(estate) => format!("osiedle={}&", estate.slug),
        Part::Stop(stop) => format!("przystanek={}&", stop.slug),
    };
    let address = format!("{}?{place}ile={}", addresses::embed_frame(wish.language), wish.count);
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>",
        address = escaped(&publication.absolute(&address)),
        title = escaped(&wish.part.title(publication, Words::of(wish.language))),
        height = 220 + 100 * wish.count,
    )
}

pub(super) fn embedded(pages: &Pages<'_>, part: Part<'_>, count: usize) -> EmbeddedView {
    let publication = pages.publication;
    let heading = part.title(publication, pages.words);
    let ahead = publication.ahead(pages.moment);
    let cards = ahead.filter(|visit| part.holds(publication, visit)).take(count);
    EmbeddedView {
        frame: pages.frame(heading.clone(), pages.words.embed().description(), |language| {
            part.path(language)
        }),
        cards: cards.map(|visit| pages.card(visit)).collect(),
        none: pages.words.calendar().visits_over(),
        at_one_stop: matches!(part, Part::Stop(_)),
        all: Link {
            text: pages.words.embed().all(),
            path: part.path(pages.language()),
        },
        heading,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Moment, examples};

    #[test]
    fn snippets() {
        let mut data = examples::data();
        data.estates.iter_mut().for_each(|estate| estate.name += "\"><b>&");
        let publication = Publication::build(data).unwrap();
        let pages = Pages::new(
            &publication,
            Words::of(Language::Polish),
            Moment::day(publication.visits()[0].day),
        );
        let wish = EmbedWish {
            part: Part::Estate(publication.estate(&"lazek".parse().unwrap()).unwrap()),
            language: Language::Ukrainian,
            count: 3,
        };
        let view = pages.embed(&wish);
        insta::assert_snapshot!(format!("{}\n\n{}", view.element, view.iframe));
        assert_eq!(view.groups.iter().filter(|group| group.whole.chosen).count(), 1);
        assert!(!view.town.chosen);
    }

    #[test]
    fn so_many_visits_ahead_and_no_more() {
        let publication = examples::publication();
        let pages = Pages::new(
            &publication,
            Words::of(Language::Polish),
            Moment::day(publication.visits()[0].day),
        );
        assert_eq!(pages.embedded(Part::Town, 3).cards.len(), 3);
        let after = Pages::new(&publication, pages.words(), Moment::day("2030-01-01".parse().unwrap()));
        assert_eq!(after.embedded(Part::Town, 3).cards, []);
        for (asked, meant) in [(0, 1), (1, 1), (4, 3), (5, 5), (999, 10)] {
            assert_eq!(count_of(asked), meant);
        }
    }
}
