//! What a move does to one or two tours.

use crate::{amounts::Amounts, problem::Job, solution::Route, workshop::Workshop};

/// A change of one or two tours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Move {
    /// A stretch of the first tour into the second, before the visit that was at `to`.
    Relocate {
        from: std::ops::Range<usize>,
        to: usize,
        turned: bool,
    },
    /// Two stretches change places.
    Swap {
        from: std::ops::Range<usize>,
        to: std::ops::Range<usize>,
    },
    /// What comes from `i` on and what comes from `j` on change places.
    Tails { i: usize, j: usize },
    /// What the first tour has from `i` on and what the second has before `j` change places, both turned round.
    Turned { i: usize, j: usize },
    /// A stretch elsewhere in its own tour, before the visit that was at `to`.
    Inside { from: std::ops::Range<usize>, to: usize },
    /// Two visits of one tour change places.
    Exchange { i: usize, j: usize },
    /// A stretch of one tour turned round, both ends included.
    TurnInside { from: usize, to: usize },
}

impl Move {
    pub(super) fn relocate(from: std::ops::Range<usize>, to: usize) -> Self {
        Self::Relocate {
            from,
            to,
            turned: false,
        }
    }

    pub(super) fn relocate_turned(from: std::ops::Range<usize>, to: usize) -> Self {
        Self::Relocate { from, to, turned: true }
    }

    pub(super) fn swap(from: std::ops::Range<usize>, to: std::ops::Range<usize>) -> Self {
        Self::Swap { from, to }
    }

    /// What it takes of load and of work at stops from tour `a` to tour `b`.
    pub(super) fn goes_over(&self, workshop: &Workshop<'_>, a: &Route, b: &Route) -> Amounts {
        let (there, back) = self.moved(a.jobs.len(), b.jobs.len());
        let sum = |jobs: &[Job]| {
            let uses = jobs.iter().map(|job| workshop.uses[*job as usize]);
            uses.fold(Amounts::ZERO, |sum, one| sum + one)
        };
        sum(&a.jobs[there]) - sum(&b.jobs[back])
    }

    /// Which positions of the first tour go to the second, and which of the second to the first.
    pub(super) fn moved(&self, first: usize, second: usize) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        match self {
            Self::Relocate { from, .. } => (from.clone(), 0..0),
            Self::Swap { from, to } => (from.clone(), to.clone()),
            Self::Tails { i, j } => (*i..first, *j..second),
            Self::Turned { i, j } => (*i..first, 0..*j),
            Self::Inside { .. } | Self::Exchange { .. } | Self::TurnInside { .. } => (0..0, 0..0),
        }
    }

    pub(super) fn apply(&self, a: &Route, b: &Route, first: &mut Vec<Job>, second: &mut Vec<Job>) {
        let (a, b) = (&a.jobs, &b.jobs);
        first.clear();
        second.clear();
        match self {
            Self::Relocate { from, to, turned } => {
                first.extend_from_slice(&a[..from.start]);
                first.extend_from_slice(&a[from.end..]);
                second.extend_from_slice(&b[..*to]);
                if *turned {
                    second.extend(a[from.clone()].iter().rev());
                } else {
                    second.extend_from_slice(&a[from.clone()]);
                }
                second.extend_from_slice(&b[*to..]);
            }
            Self::Swap { from, to } => {
                first.extend_from_slice(&a[..from.start]);
                first.extend_from_slice(&b[to.clone()]);
                first.extend_from_slice(&a[from.end..]);
                second.extend_from_slice(&b[..to.start]);
                second.extend_from_slice(&a[from.clone()]);
                second.extend_from_slice(&b[to.end..]);
            }
            Self::Tails { i, j } => {
                first.extend_from_slice(&a[..*i]);
                first.extend_from_slice(&b[*j..]);
                second.extend_from_slice(&b[..*j]);
                second.extend_from_slice(&a[*i..]);
            }
            Self::Turned { i, j } => {
                first.extend_from_slice(&a[..*i]);
                first.extend(b[..*j].iter().rev());
                second.extend(a[*i..].iter().rev());
                second.extend_from_slice(&b[*j..]);
            }
            Self::Inside { .. } | Self::Exchange { .. } | Self::TurnInside { .. } => {
                first.extend_from_slice(a);
                second.extend_from_slice(b);
                self.apply_inside(first);
            }
        }
    }

    pub(super) fn apply_inside(&self, jobs: &mut [Job]) {
        match self {
            Self::Inside { from, to } if *to > from.end => jobs[from.start..*to].rotate_left(from.len()),
            Self::Inside { from, to } if *to < from.start => jobs[*to..from.end].rotate_right(from.len()),
            Self::Exchange { i, j } => jobs.swap(*i, *j),
            Self::TurnInside { from, to } => jobs[*from..=*to].reverse(),
            _ => {}
        }
    }
}

/// Moves that may help, with what they change by the legs.
#[derive(Debug, Default)]
pub(super) struct Offers {
    /// What a move may cost more by the legs and still help.
    slack: i64,
    pub(super) all: Vec<(i64, Move)>,
}

impl Offers {
    pub(super) fn begin(&mut self, slack: i64) {
        self.slack = slack;
        self.all.clear();
    }

    pub(super) fn offer(&mut self, delta: i64, one: Move) {
        if delta < self.slack {
            self.all.push((delta, one));
        }
    }
}
