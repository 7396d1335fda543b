//! What the public sees, in memory: the newest public revision, and what was rendered from it.
//!
//! The database is not asked for each request, and when it is away the last revision is still served. The server that made a
//! change swaps its copy at once; others notice within half a second.

mod shelf;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use public_calendar::Publication;
use storage::Release;
use vocabulary::ReleaseId;

use crate::app::{App, AppError, calendar};

pub use shelf::{Shelf, Workshop};

/// Rendered things are forgotten past so many, so that odd queries cannot fill the memory.
const MOST_RENDERED: usize = 5_000;

/// Things whose keys anybody may make up are kept apart, up to so many; each is at most some 200 kB.
const MOST_APART: usize = 64;

/// The newest revision; empty until the first refresh.
#[derive(Default)]
pub struct Public {
    newest: RwLock<Arc<Snapshot>>,
    /// How many changes a release brought. Releases are frozen, so this outlives every revision.
    changes: Mutex<HashMap<ReleaseId, usize>>,
    /// Where papers and pictures are made.
    pub workshop: Workshop,
}

/// One revision and what was rendered from it.
#[derive(Default)]
pub struct Snapshot {
    /// What the public may see; none before the first release.
    pub publication: Option<Publication>,
    /// The releases of its season, the newest first.
    pub releases: Vec<Release>,
    /// Papers and pictures made from it.
    pub shelf: Shelf,
    revision: Option<(u32, vocabulary::Day)>,
    rendered: RwLock<Rendered>,
    apart: RwLock<Rendered>,
}

type Rendered = HashMap<String, Arc<dyn std::any::Any + Send + Sync>>;

impl Snapshot {
    /// The thing of that kind that is kept under this key.
    pub fn found<T: Send + Sync + 'static>(&self, key: &str) -> Option<Arc<T>> {
        found_in(&self.rendered, key)
    }

    /// The thing kept under this key, or made now. The key names everything that the bytes depend on beside the revision.
    pub fn kept<T: Send + Sync + 'static, E>(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        kept_in(&self.rendered, MOST_RENDERED, key, make)
    }

    /// The same for a thing whose key anybody may make up: whoever makes up many pushes nothing else out of the memory.
    pub fn kept_apart<T: Send + Sync + 'static, E>(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        kept_in(&self.apart, MOST_APART, key, make)
    }
}

fn found_in<T: Send + Sync + 'static>(rendered: &RwLock<Rendered>, key: &str) -> Option<Arc<T>> {
    let rendered = rendered.read().unwrap_or_else(PoisonError::into_inner);
    let thing = rendered.get(key)?.clone();
    drop(rendered);
    thing.downcast().ok()
}

fn kept_in<T: Send + Sync + 'static, E>(
    rendered: &RwLock<Rendered>,
    most: usize,
    key: &str,
    make: impl FnOnce() -> Result<T, E>,
) -> Result<Arc<T>, E> {
    if let Some(thing) = found_in(rendered, key) {
        return Ok(thing);
    }
    let made = Arc::new(make()?);
    let mut rendered = rendered.write().unwrap_or_else(PoisonError::into_inner);
    if rendered.len() >= most {
        rendered.clear();
    }
    rendered.insert(key.to_owned(), made.clone());
    Ok(made)
}

impl Public {
    /// How many changes a release brought, counted once.
    pub fn changes_of(
        &self,
        release: &Release,
        count: impl FnOnce() -> Result<usize, AppError>,
    ) -> Result<usize, AppError> {
        let known = |all: &HashMap<ReleaseId, usize>| all.get(&release.id).copied();
        if let Some(changes) = known(&self.changes.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(changes);
        }
        let changes = count()?;
        let mut all = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(release.id.clone(), changes);
        Ok(changes)
    }

    /// The newest revision known here.
    pub fn newest(&self) -> Arc<Snapshot> {
        self.newest.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Loads the newest revision if there is one that is not known here, or a new day has begun. A failure is logged and the
    /// last revision stays.
    pub fn refresh(&self, app: &App) {
        if let Err(error) = self.load(app) {
            tracing::warn!(%error, "the public calendar could not be refreshed; the last one is still served");
        }
    }

    fn load(&self, app: &App) -> Result<(), AppError> {
        let today = app.today();
        let revision = app.read(|db| Ok(storage::releases::public_revision(db)?.revision))?;
        if self.newest().revision == Some((revision, today)) {
            return Ok(());
        }
        let (revision, current) = app.read(|db| {
            let revision = storage::releases::public_revision(db)?.revision;
            Ok((revision, calendar::current(app, db, today)?))
        })?;
        let (publication, releases) = match current {
            Some(current) => (Some(current.publication), current.releases),
            None => (None, Vec::new()),
        };
        let next = Snapshot {
            publication,
            releases,
            shelf: Shelf::default(),
            revision: Some((revision, today)),
            rendered: RwLock::default(),
            apart: RwLock::default(),
        };
        let mut newest = self.newest.write().unwrap_or_else(PoisonError::into_inner);
        // Two who refresh at once: the older must not overwrite the newer.
        if newest.revision < next.revision {
            *newest = Arc::new(next);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_keys_push_nothing_out() {
        let snapshot = Snapshot::default();
        let keep = |apart, key: &str| {
            let make = || Ok::<_, ()>(key.to_owned());
            if apart {
                snapshot.kept_apart(key, make)
            } else {
                snapshot.kept(key, make)
            }
        };
        keep(false, "page").unwrap();
        for number in 0..MOST_APART * 3 {
            keep(true, &number.to_string()).unwrap();
            assert!(snapshot.apart.read().unwrap().len() <= MOST_APART);
        }
        assert_eq!(snapshot.rendered.read().unwrap().len(), 1);
    }
}
