//! Atom feeds (RFC 4287): what changed in town, in an estate, at a stop; and the releases of the timetable.
//!
//! An entry's id never changes and is never used again: the visit's id with the number of its change. No "now" stands in a
//! feed, so the same publication gives the same bytes.

use atom_syndication::{Content, Entry, Feed, Generator, Link, Person, Text};
use vocabulary::Timestamp;
use wording::Words;

use crate::{
    Estate, Moment, Publication, Stop, addresses,
    changes::{Changed, changed},
    pages::{self, Pages, Release},
};

/// The media type of every Atom feed.
pub const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// A feed holds so many entries, the newest: readers come at least once a day.
const MOST_ENTRIES: usize = 100;

/// Of what a feed tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scope<'a> {
    /// The whole town.
    Town,
    /// An estate.
    Estate(&'a Estate),
    /// A stop.
    Stop(&'a Stop),
}

/// The feed of changes. `scope` is of this publication.
pub fn changes(publication: &Publication, words: Words, scope: Scope<'_>) -> String {
    let language = words.language();
    let data = publication.data();
    let pages = Pages::new(publication, words, Moment::day(data.season.first));
    let (title, page, path) = match scope {
        Scope::Town => (
            words.changes().feed_changes(&data.service.town),
            addresses::changes(language),
            addresses::changes_atom(language),
        ),
        Scope::Estate(estate) => (
            words.changes().feed_changes_at(&estate.name),
            addresses::estate(language, &estate.slug),
            addresses::estate_atom(language, &estate.slug),
        ),
        Scope::Stop(stop) => (
            words.changes().feed_changes_at(&stop.name),
            addresses::stop(language, &stop.slug),
            addresses::stop_atom(language, &stop.slug),
        ),
    };
    let all = changed(publication);
    let told = all.iter().filter(|one| match scope {
        Scope::Town => true,
        Scope::Estate(estate) => publication.stop_of(one.visit).estate == estate.slug,
        Scope::Stop(stop) => one.visit.stop == stop.slug,
    });
    let entries: Vec<Entry> = told.take(MOST_ENTRIES).map(|one| entry(&pages, one)).collect();
    // Before anything changed, the feed is as old as the release.
    let updated = all
        .first()
        .map_or(data.published_at, |newest| newest.at().max(data.published_at));
    write(publication, words, title, &page, &path, updated, entries)
}

/// The feed of releases, the newest first; each with the number of changes that it brought, none for the first.
pub fn releases(publication: &Publication, words: Words, releases: &[(Release, Option<usize>)]) -> String {
    let language = words.language();
    let said = words.changes();
    let data = publication.data();
    let entries = releases
        .iter()
        .take(MOST_ENTRIES)
        .map(|(release, changes)| Entry {
            title: Text::plain(said.release_heading(release.number)),
            id: format!(
                "tag:{},{}:release-{}-{}",
                data.service.feed_host,
                data.season.first.year(),
                data.season.slug,
                release.number
            ),
            updated: release.published_at.utc().fixed_offset(),
            published: Some(release.published_at.utc().fixed_offset()),
            links: vec![alternate(publication.absolute(&match changes {
                Some(_) => addresses::changes_between(language, release.number - 1, release.number),
                None => addresses::release(language, release.number),
            }))],
            summary: Some(Text::plain(
                changes.map_or_else(|| said.release_first(), |count| said.release_changes(count)),
            )),
            ..Entry::default()
        })
        .collect();
    let updated = releases
        .first()
        .map_or(data.published_at, |(newest, _)| newest.published_at);
    write(
        publication,
        words,
        said.feed_releases(&data.service.name),
        &addresses::releases(language),
        &addresses::releases_atom(language),
        updated,
        entries,
    )
}

fn entry(pages: &Pages<'_>, one: &Changed<'_>) -> Entry {
    let publication = pages.publication;
    let line = pages::became(pages, one);
    let address = publication.absolute(&addresses::visit(pages.words.language(), &one.visit.id));
    let at = one.at().utc().fixed_offset();
    let because = pages::text::because(pages.words, line.reason.as_ref());
    Entry {
        title: Text::plain(line.text.clone()),
        id: format!(
            "tag:{},{}:visit-{}-{}",
            publication.data().service.feed_host,
            publication.data().season.first.year(),
            one.visit.id,
            one.visit.sequence
        ),
        updated: at,
        published: Some(at),
        links: vec![alternate(address)],
        content: Some(Content {
            content_type: Some("text".to_owned()),
            value: Some(
                [Some(line.text), because]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn alternate(address: String) -> Link {
    Link {
        rel: "alternate".to_owned(),
        mime_type: Some("text/html".to_owned()),
        href: address,
        ..Link::default()
    }
}

fn write(
    publication: &Publication,
    words: Words,
    title: String,
    page: &str,
    path: &str,
    updated: Timestamp,
    entries: Vec<Entry>,
) -> String {
    let data = publication.data();
    let itself = publication.absolute(path);
    let feed = Feed {
        title: Text::plain(title),
        id: itself.clone(),
        updated: updated.utc().fixed_offset(),
        authors: vec![Person {
            name: data.service.name.clone(),
            ..Person::default()
        }],
        generator: Some(Generator {
            value: "Świetlicobus".to_owned(),
            ..Generator::default()
        }),
        links: vec![
            Link {
                rel: "self".to_owned(),
                mime_type: Some("application/atom+xml".to_owned()),
                href: itself,
                ..Link::default()
            },
            alternate(publication.absolute(page)),
        ],
        subtitle: data
            .season
            .example
            .then(|| Text::plain(words.calendar().example_notice())),
        lang: Some(words.language().tag().to_owned()),
        entries,
        ..Feed::default()
    };
    feed.to_string().chars().filter(|&letter| may_stand(letter)).collect()
}

/// Whether XML 1.0 may hold a character at all (section 2.2); there is no way to write the others.
fn may_stand(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;
    use crate::examples;

    #[test]
    fn bytes() {
        let publication = examples::publication();
        for (name, language) in [("atom_pl", Language::Polish), ("atom_uk", Language::Ukrainian)] {
            insta::assert_snapshot!(name, changes(&publication, Words::of(language), Scope::Town));
        }
        let releases_of = [
            (examples::release(2, "2027-07-01T12:05:00Z"), Some(3)),
            (examples::release(1, "2027-06-01T08:00:00Z"), None),
        ];
        insta::assert_snapshot!(
            "atom_releases",
            releases(&publication, Words::of(Language::English), &releases_of)
        );
    }

    /// Another program reads what was written, hostile names included, and a stop's feed holds that stop's changes alone.
    #[test]
    fn read_back() {
        let mut data = examples::data();
        // Only the visits at the one stop have changed.
        for visit in &mut data.visits {
            if visit.delay.take().is_some() {
                (visit.sequence, visit.delay_revisions) = (0, 0);
            }
        }
        let name = "Plac <b>&amp;\u{0}\u{202e} 🚌 ]]>";
        for stop in &mut data.stops {
            stop.name = format!("{name} {}", stop.slug);
        }
        let publication = Publication::build(data).unwrap();
        let stop = publication.stop(&examples::slug("lazek-plac")).unwrap();
        let words = Words::of(Language::Polish);
        let read = |scope| {
            let text = changes(&publication, words, scope);
            assert!(!text.contains('\u{0}'));
            Feed::read_from(text.as_bytes()).unwrap()
        };
        let (town, at_stop) = (read(Scope::Town), read(Scope::Stop(stop)));
        let elsewhere = read(Scope::Stop(publication.stop(&examples::slug("kosa-podworko")).unwrap()));
        assert!(!at_stop.entries.is_empty() && elsewhere.entries.is_empty());
        let ids: std::collections::BTreeSet<&str> = town.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids.len(), town.entries.len());
        assert!(
            at_stop
                .entries
                .iter()
                .all(|entry| entry.title.value.contains("Plac <b>&amp;"))
        );
        assert!(town.updated >= town.entries[0].updated);
    }
}
