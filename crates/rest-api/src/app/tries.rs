//! Guessing is slow: wrong passwords are counted for each account and each address, in memory.

use std::{
    collections::HashMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use vocabulary::Timestamp;

/// How long wrong tries are remembered.
const WINDOW_SECONDS: i64 = 15 * 60;
/// Past so many keys the oldest are forgotten, so that an attacker cannot fill the memory.
const MOST_KEYS: usize = 20_000;
/// So many passwords may be waiting to be checked, one after the other; each waiting one holds a thread.
const LONGEST_QUEUE: usize = 8;

/// Wrong tries by key (an account's address, or a network address).
#[derive(Debug)]
pub struct Tries {
    limit: u32,
    counts: Mutex<HashMap<String, Count>>,
    waiting: AtomicUsize,
}

/// A place among those whose password is being checked or waits for it; given back when dropped.
#[derive(Debug)]
pub struct Place<'a>(&'a AtomicUsize);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[derive(Debug, Clone, Copy)]
struct Count {
    wrong: u32,
    until: Timestamp,
}

impl Tries {
    /// At most `limit` wrong tries in a quarter of an hour.
    pub fn new(limit: u32) -> Self {
        Self {
            limit,
            counts: Mutex::new(HashMap::new()),
            waiting: AtomicUsize::new(0),
        }
    }

    /// A place in the queue for the check of a password, unless it is full.
    pub fn queue(&self) -> Option<Place<'_>> {
        let before = self.waiting.fetch_add(1, Ordering::AcqRel);
        // Made before the question, so that it gives the place back if there was none.
        let place = Place(&self.waiting);
        (before < LONGEST_QUEUE).then_some(place)
    }

    /// Until when this key must wait, if it must.
    pub fn blocked(&self, key: &str, now: Timestamp) -> Option<Timestamp> {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts
            .get(key)
            .filter(|c| c.until > now && c.wrong >= self.limit)
            .map(|c| c.until)
    }

    /// Remembers a wrong try.
    pub fn wrong(&self, key: &str, now: Timestamp) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST_KEYS {
            counts.retain(|_, c| c.until > now);
            if counts.len() >= MOST_KEYS
                && let Some(oldest) = oldest(&counts)
            {
                counts.remove(&oldest);
            }
        }
        let fresh = Count {
            wrong: 0,
            until: now.plus_seconds(WINDOW_SECONDS),
        };
        let count = counts.entry(key.to_owned()).or_insert(fresh);
        if count.until <= now {
            *count = fresh;
        }
        count.wrong += 1;
    }

    /// Forgets the key after a right try.
    pub fn right(&self, key: &str) {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

fn oldest(counts: &HashMap<String, Count>) -> Option<String> {
    counts.iter().min_by_key(|(_, c)| c.until).map(|(key, _)| key.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocked_after_the_limit_until_the_window_ends() {
        let (tries, now) = (Tries::new(3), Timestamp::from_unix_seconds(1_000));
        for _ in 0..2 {
            tries.wrong("a@b", now);
        }
        assert_eq!(tries.blocked("a@b", now), None);
        tries.wrong("a@b", now.plus_seconds(10));
        assert_eq!(
            tries.blocked("a@b", now.plus_seconds(11)),
            Some(now.plus_seconds(WINDOW_SECONDS))
        );
        assert_eq!(tries.blocked("other", now), None);
        assert_eq!(tries.blocked("a@b", now.plus_seconds(WINDOW_SECONDS)), None);
        tries.right("a@b");
        assert_eq!(tries.blocked("a@b", now.plus_seconds(11)), None);
    }

    #[test]
    fn a_place_in_the_queue_is_given_back() {
        let tries = Tries::new(3);
        let mut places: Vec<_> = (0..LONGEST_QUEUE).map(|_| tries.queue().unwrap()).collect();
        assert!(tries.queue().is_none());
        assert!(tries.queue().is_none());
        places.pop();
        places.push(tries.queue().unwrap());
        assert!(tries.queue().is_none());
    }
}
