//! Progress out, "stop" in. The search itself has no clock: a time limit, a cancel button and a shutdown are all a
//! [`Step::Stop`].

use serde::{Deserialize, Serialize};

/// Where the search stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Finished rounds; 0 when the first complete proposal stands.
    pub round: u64,
    /// The limit, if there is one.
    pub rounds: Option<u64>,
    /// The round that found the best proposal so far.
    pub best_found_at: u64,
    /// What the best proposal so far costs.
    pub cost: i64,
    /// Places that are empty in the best proposal so far.
    pub empty: u32,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Step {
    Continue,
    Stop,
}

/// Told after the first proposal and after every round (well under a millisecond each), so an answer must be quick.
pub trait Observer {
    /// Takes note and says whether to go on. Stop ends the search with the best proposal so far, which is always lawful.
    fn progress(&mut self, progress: &Progress) -> Step;

    /// How much of a limit that only the observer knows (of seconds, say) is spent, in parts of 2^20; `None`: there is none, or
    /// nobody knows. The search comes to rest towards the end of it.
    fn spent(&self) -> Option<u64> {
        None
    }
}

/// Watches nothing and never stops: the limit of rounds alone ends the search.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Observer for Unwatched {
    fn progress(&mut self, _: &Progress) -> Step {
        Step::Continue
    }
}

impl<F: FnMut(&Progress) -> Step> Observer for F {
    fn progress(&mut self, progress: &Progress) -> Step {
        self(progress)
    }
}
