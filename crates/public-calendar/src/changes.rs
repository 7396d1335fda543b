//! What became of visits since they were first published, read off the present state alone: so it costs the same however
//! many releases came before.

use serde::Serialize;
use vocabulary::Timestamp;

use crate::{Publication, Visit};

/// What became of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// It came after the first release of the season.
    Added,
    /// It will not be.
    Cancelled,
    /// It has another day or other hours.
    Moved,
    /// It is late today.
    Late,
    /// Something was changed and changed back, or its place is another.
    Other,
}

/// A visit that is not as first published, or was not there then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Changed<'a> {
    /// The visit as it now is.
    pub visit: &'a Visit,
    /// What became of it.
    pub became: Became,
}

impl Changed<'_> {
    /// When.
    pub const fn at(&self) -> Timestamp {
        self.visit.revised
    }
}

/// Everything that changed since the season was first published, the newest first.
pub fn changed(publication: &Publication) -> Vec<Changed<'_>> {
    let visits = publication.visits();
    let first = visits.iter().map(|visit| visit.created).min();
    let mut all: Vec<Changed<'_>> = visits
        .iter()
        .filter_map(|visit| {
            let became = if visit.is_cancelled() {
                Became::Cancelled
            } else if visit.delay.is_some() {
                Became::Late
            } else if visit.moved_from.is_some() {
                Became::Moved
            } else if visit.sequence > visit.delay_revisions {
                Became::Other
            } else if first.is_some_and(|first| first < visit.created) {
                Became::Added
            } else {
                return None;
            };
            Some(Changed { visit, became })
        })
        .collect();
    all.sort_by(|a, b| b.at().cmp(&a.at()).then_with(|| a.visit.order().cmp(&b.visit.order())));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn each_thing_that_can_become_of_a_visit() {
        let mut data = examples::data();
        let later: Timestamp = "2027-07-02T10:00:00Z".parse().unwrap();
        data.visits
            .retain(|visit| visit.sequence == 0 && visit.moved_from.is_none());
        let first = data.visits[0].created;
        for visit in &mut data.visits {
            visit.created = first;
        }
        let mut added = examples::visit(16, "lazek-plac", "2027-08-01", "10:00-11:00");
        (added.created, added.revised) = (later, later);
        data.visits.push(added);
        data.visits.iter_mut().for_each(|visit| visit.delay = None);
        // Was late once, which is no change any more.
        (data.visits[2].sequence, data.visits[2].delay_revisions) = (2, 2);
        data.visits[1].sequence = 2;
        data.visits[1].revised = later.plus_seconds(-60);
        let publication = Publication::build(data).unwrap();
        let found: Vec<(Became, Timestamp)> = changed(&publication).iter().map(|one| (one.became, one.at())).collect();
        assert_eq!(
            found,
            [(Became::Added, later), (Became::Other, later.plus_seconds(-60))]
        );
    }

    #[test]
    fn the_newest_first() {
        let publication = examples::publication();
        let found = changed(&publication);
        assert!(found.iter().any(|one| one.became == Became::Cancelled));
        assert!(found.iter().any(|one| one.became == Became::Moved));
        assert!(found.windows(2).all(|pair| pair[0].at() >= pair[1].at()));
    }
}
