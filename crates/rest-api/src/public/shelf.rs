//! Costly things made from one revision: few at a time, and kept in so much memory.

use std::{
    any::Any,
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::app::AppError;

/// So many bytes of papers and pictures are kept; past it the oldest go.
const MOST_BYTES: usize = 32 << 20;
/// What is larger is made anew each time.
const LARGEST: usize = MOST_BYTES / 4;
/// So many may wait for the workshop; who comes then is asked to come again.
const MOST_WAITING: usize = 64;

type Kept = (String, Arc<dyn Any + Send + Sync>, usize);

/// What is kept of a revision.
#[derive(Default)]
pub struct Shelf {
    kept: Mutex<(VecDeque<Kept>, usize)>,
}

impl Shelf {
    /// The thing kept under this key.
    pub fn get<T: Send + Sync + 'static>(&self, key: &str) -> Option<Arc<T>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, thing, _) = kept.0.iter().find(|(known, ..)| known == key)?;
        thing.clone().downcast().ok()
    }

    /// Keeps a thing of so many bytes.
    pub fn put<T: Send + Sync + 'static>(&self, key: &str, thing: Arc<T>, bytes: usize) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (things, all) = &mut *kept;
        if bytes > LARGEST || things.iter().any(|(known, ..)| known == key) {
            return;
        }
        things.push_back((key.to_owned(), thing, bytes));
        *all += bytes;
        while *all > MOST_BYTES
            && let Some((_, _, gone)) = things.pop_front()
        {
            *all -= gone;
        }
    }
}

/// Where they are made: by one at a time, so that a core is left for those who only read.
pub struct Workshop {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
}

impl Default for Workshop {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(1)),
            waiting: AtomicUsize::new(0),
        }
    }
}

impl Workshop {
    /// Waits for a place. It is free again when the permit is dropped: hand that to the thread that does the work, which goes on when whoever
    /// asked has gone.
    pub async fn enter(&self) -> Result<OwnedSemaphorePermit, AppError> {
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let leave = Leave(&self.waiting);
        if before >= MOST_WAITING {
            return Err(AppError::Busy);
        }
        let permit = self.places.clone().acquire_owned().await;
        drop(leave);
        permit.map_err(|_| AppError::Busy)
    }
}

/// Counts down however the waiting ends.
struct Leave<'a>(&'a AtomicUsize);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_go_when_it_is_full() {
        let shelf = Shelf::default();
        for n in 0..9_usize {
            shelf.put(&n.to_string(), Arc::new(n), MOST_BYTES / 8);
        }
        assert_eq!(shelf.get::<usize>("0"), None);
        assert_eq!(shelf.get::<usize>("1").as_deref(), Some(&1));
        assert_eq!(shelf.get::<usize>("8").as_deref(), Some(&8));
        shelf.put("large", Arc::new(9_usize), LARGEST + 1);
        assert_eq!(shelf.get::<usize>("large"), None);
        assert_eq!(shelf.get::<usize>("1").as_deref(), Some(&1), "nothing went for it");
    }

    #[tokio::test]
    async fn one_at_a_time_and_not_too_many_in_line() {
        let workshop = Arc::new(Workshop::default());
        let inside = workshop.enter().await.unwrap();
        let waiting: Vec<_> = (0..MOST_WAITING)
            .map(|_| {
                let workshop = workshop.clone();
                tokio::spawn(async move { workshop.enter().await.map(drop) })
            })
            .collect();
        while workshop.waiting.load(Ordering::Relaxed) < MOST_WAITING {
            tokio::task::yield_now().await;
        }
        assert!(matches!(workshop.enter().await, Err(AppError::Busy)));
        drop(inside);
        for one in waiting {
            one.await.unwrap().unwrap();
        }
        assert!(workshop.enter().await.is_ok(), "the line is gone");
    }
}
