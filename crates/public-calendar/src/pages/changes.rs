//! Changes and releases in words.

use vocabulary::{Day, Timestamp};

use super::{ChangeLine, ChangesView, Pages, ReleaseLine, ReleasesView, Stamp};
use crate::{
    Publication, Visit, addresses,
    changes::{Became, Changed, changed},
    difference::{Change, Slot, difference},
};

/// A release, as the list of them needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// 1, 2, 3… within the season.
    pub number: u32,
    /// When it was published.
    pub published_at: Timestamp,
}

/// Between which two states.
#[derive(Debug, Clone, Copy)]
pub enum Span<'a> {
    /// From one release to another.
    Releases(&'a Publication, &'a Publication),
    /// From a release to the present state.
    SinceRelease(&'a Publication),
    /// From an instant to the present state.
    Since(Timestamp),
    /// From the first release to the present state.
    SinceTheFirst,
}

pub(super) fn changes(pages: &Pages<'_>, span: Span<'_>) -> ChangesView {
    let words = pages.words.changes();
    let now = pages.publication;
    let at = |instant| pages.words.dates().instant(instant, now.data().zone);
    let (heading, lines) = match span {
        Span::Releases(from, to) => (
            words.changes_between(from.data().release, to.data().release),
            between(pages, from, to),
        ),
        Span::SinceRelease(from) => (
            words.changes_since_release(from.data().release),
            between(pages, from, now),
        ),
        Span::Since(instant) => (
            words.changes_since(&at(instant)),
            changed(now)
                .iter()
                .filter(|one| one.at() > instant)
                .map(|one| became(pages, one))
                .collect(),
        ),
        Span::SinceTheFirst => (
            words.changes_heading(),
            changed(now).iter().map(|one| became(pages, one)).collect(),
        ),
    };
    ChangesView {
        frame: pages.frame(
            pages.window_title(&heading),
            words.changes_description(&now.data().service.name),
            addresses::changes,
        ),
        heading,
        summary: match lines.len() {
            0 => words.nothing_changed(),
            some => words.release_changes(some),
        },
        lines,
        atom: addresses::changes_atom(pages.language()),
        releases_path: addresses::releases(pages.language()),
    }
}

/// The list of releases, the newest first. `of` gives the changes that a release brought, none for the first.
pub(super) fn releases(pages: &Pages<'_>, releases: &[(Release, Option<usize>)]) -> ReleasesView {
    let words = pages.words.changes();
    let data = pages.publication.data();
    let language = pages.language();
    ReleasesView {
        frame: pages.frame(
            pages.window_title(&words.releases_heading()),
            words.releases_description(&data.service.name, &data.season.name),
            addresses::releases,
        ),
        heading: words.releases_heading(),
        lines: releases
            .iter()
            .map(|(release, changes)| ReleaseLine {
                number: release.number,
                heading: words.release_heading(release.number),
                published: stamp(pages, release.published_at),
                summary: changes.map_or_else(|| words.release_first(), |count| words.release_changes(count)),
                changes_path: changes
                    .is_some()
                    .then(|| addresses::changes_between(language, release.number - 1, release.number)),
                timetable_path: addresses::release(language, release.number),
            })
            .collect(),
        atom: addresses::releases_atom(language),
    }
}

/// The notice above the timetable of an old release.
pub(super) fn old_notice(pages: &Pages<'_>) -> String {
    let data = pages.publication.data();
    let day: Day = data.zone.day(data.published_at);
    pages
        .words
        .changes()
        .release_old(data.release, &pages.words.dates().with_year(day))
}

fn stamp(pages: &Pages<'_>, at: Timestamp) -> Stamp {
    let zone = pages.publication.data().zone;
    Stamp {
        words: pages
            .words
            .changes()
            .release_published(&pages.words.dates().instant(at, zone)),
        machine: zone.rfc3339(at),
    }
}

fn between(pages: &Pages<'_>, from: &Publication, to: &Publication) -> Vec<ChangeLine> {
    let line = |change: &Change| in_words(pages, from, to, change);
    difference(from, to).iter().filter_map(line).collect()
}

/// A change in a sentence. None where neither state has the visit, which a difference of the two rules out.
fn in_words(pages: &Pages<'_>, from: &Publication, to: &Publication, change: &Change) -> Option<ChangeLine> {
    let words = pages.words.changes();
    let dates = pages.words.dates();
    let id = change.visit();
    let (whose, visit) = [to, from].into_iter().find_map(|p| Some((p, p.visit(id)?)))?;
    let stop = whose.stop_of(visit).name.as_str();
    let (day, hours) = (dates.medium(visit.day), dates.window(visit.window));
    let text = match change {
        Change::Added { .. } => words.change_added(stop, &day, &hours),
        Change::Removed { .. } => words.change_removed(stop, &day, &hours),
        Change::Cancelled { .. } => words.change_cancelled(stop, &day, &hours),
        Change::Restored { .. } => words.change_restored(stop, &day, &hours),
        Change::Moved { from, .. } => moved(pages, stop, *from, visit),
        Change::OtherPlace { .. } => {
            let old = from.visit(id).map(|visit| from.stop_of(visit).name.as_str());
            words.change_place(&day, &hours, old.unwrap_or_default(), stop)
        }
    };
    let reason = match change {
        Change::Cancelled { reason, .. } => reason.clone(),
        _ => None,
    };
    Some(ChangeLine {
        kind: change.as_str(),
        text,
        reason,
        // What is in neither the present state has no page any more.
        path: pages
            .publication
            .visit(id)
            .map(|visit| addresses::visit(pages.language(), &visit.id)),
        at: None,
    })
}

pub(crate) fn became(pages: &Pages<'_>, one: &Changed<'_>) -> ChangeLine {
    let words = pages.words.changes();
    let dates = pages.words.dates();
    let visit = one.visit;
    let stop = pages.publication.stop_of(visit).name.as_str();
    let (day, hours) = (dates.medium(visit.day), dates.window(visit.window));
    let zone = pages.publication.data().zone;
    let (kind, text) = match (one.became, visit.moved_from) {
        (Became::Added, _) => ("added", words.change_added(stop, &day, &hours)),
        (Became::Late, _) => ("late", words.change_late(stop, &day, &hours)),
        (Became::Cancelled, _) => ("cancelled", words.change_cancelled(stop, &day, &hours)),
        (Became::Moved, Some(from)) => {
            let from = Slot {
                day: from.day,
                window: from.window,
            };
            ("moved", moved(pages, stop, from, visit))
        }
        (Became::Moved | Became::Other, _) => ("other", words.change_other(stop, &day, &hours)),
    };
    ChangeLine {
        kind,
        text,
        reason: match one.became {
            Became::Late => super::parts::delay_reason(visit),
            Became::Added | Became::Cancelled | Became::Moved | Became::Other => super::parts::reason(visit),
        }
        .map(str::to_owned),
        path: Some(addresses::visit(pages.language(), &visit.id)),
        at: Some(Stamp {
            words: dates.instant(one.at(), zone),
            machine: zone.rfc3339(one.at()),
        }),
    }
}

fn moved(pages: &Pages<'_>, stop: &str, from: Slot, visit: &Visit) -> String {
    let words = pages.words.changes();
    let dates = pages.words.dates();
    let (day, hours) = (dates.medium(visit.day), dates.window(visit.window));
    let from_hours = dates.window(from.window);
    if from.day == visit.day {
        words.change_hours(stop, &day, &from_hours, &hours)
    } else {
        words.change_moved(stop, &dates.medium(from.day), &from_hours, &day, &hours)
    }
}

/// How many changes a release brought.
pub fn count_changes(from: &Publication, to: &Publication) -> usize {
    difference(from, to).len()
}
