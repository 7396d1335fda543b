//! Progress out, "stop" in. The search itself has no clock: a time limit, a cancel button and a shutdown are all a
//! [`Step::Stop`].

use serde::{Deserialize, Serialize};

use crate::{Breakdown, Plan};

/// Where the search stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Finished iterations; 0 when the first plan stands.
    pub iteration: u64,
    /// The limit, if there is one.
    pub iterations: Option<u64>,
    /// The iteration that found the best plan so far.
    pub best_found_at: u64,
    /// What the best plan so far costs.
    pub best: Breakdown,
    /// Visits in the best plan so far.
    pub visits: u32,
    /// Requests that the best plan so far does not meet in full.
    pub unmet: u32,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Step {
    Continue,
    Stop,
}

/// Told after the first plan and after every iteration, so an answer must be quick.
pub trait Observer {
    /// Takes note and says whether to go on. Stop ends the search with the best plan so far, which is always valid.
    fn progress(&mut self, progress: &Progress) -> Step;

    /// How much of a limit that only the observer knows (of seconds, say) is spent, in parts of 2^20; `None`: there is none, or nobody
    /// knows. The search comes to rest towards the end of it.
    fn spent(&self) -> Option<u64> {
        None
    }

    /// Whether to be handed the best plan so far, to keep it in case the search never ends. Asked now and then.
    fn wants_best(&mut self) -> bool {
        false
    }

    /// Is handed the best plan so far, complete with the reasons for what is missing.
    fn best(&mut self, plan: &Plan) {
        let _ = plan;
    }
}

/// Watches nothing and never stops: the iteration limit alone ends the search.
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
