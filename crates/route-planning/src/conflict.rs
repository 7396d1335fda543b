//! Why a season cannot work at all: a set of requests, fixed visits and rules that contradict each other, from which none can be
//! left out.
//!
//! Found by a deletion filter: whatever can be dropped while the rest still cannot be planned is dropped. So without any one member
//! of what remains a plan exists (it was found). That the whole set cannot be planned is proved where it can be
//! ([`ConflictProof::Exact`]); how visits pack into tours is only searched, and then the answer says so
//! ([`ConflictProof::Search`]).

mod member;
mod oracle;

pub use member::ConflictMember;

use serde::{Deserialize, Serialize};

use crate::{Observer, Problem, ProblemFault, ProblemParts};
use member::Set;
use oracle::{Answer, Oracle};

/// A set that cannot be planned, and cannot be made smaller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// What contradicts each other, requests first. Never empty.
    pub members: Vec<ConflictMember>,
    /// How sure it is.
    pub proof: ConflictProof,
}

/// How it is known that the members cannot be planned together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConflictProof {
    /// Every possibility was ruled out.
    Exact,
    /// A search found no plan. Without any one member it found one.
    Search,
}

/// Looks for a conflict: `Ok(None)` when every least visit and every fixed visit could be placed. `Err`: faults of the data (names,
/// the matrix, numbers) that no dropped request or rule mends.
///
/// The observer is told nothing but the number of finished trials (as iterations) and may stop; then the set may still be larger
/// than needed.
pub fn conflict(parts: &ProblemParts, observer: &mut dyn Observer) -> Result<Option<Conflict>, Vec<ProblemFault>> {
    let set = Set::of(parts);
    let mut oracle = Oracle::new(observer);
    let Some(proof) = oracle.cannot(parts, &set) else {
        return Ok(None);
    };
    let nothing = set.none();
    if oracle.cannot(parts, &nothing).is_some() {
        return Err(Problem::build(nothing.apply(parts)).err().unwrap_or_default());
    }
    let (set, proof) = narrowed(parts, set, proof, &mut oracle);
    let (small, proof) = filter(parts, set, proof, &mut oracle);
    Ok(Some(Conflict {
        members: small.members(),
        proof,
    }))
}

/// Where one stop alone is hopeless, all that is not about it is dropped at once.
fn narrowed(parts: &ProblemParts, set: Set, proof: ConflictProof, oracle: &mut Oracle<'_>) -> (Set, ConflictProof) {
    let Ok(problem) = Problem::build(set.apply(parts)) else {
        return (set, proof);
    };
    for stop in oracle::hopeless(&problem) {
        let about_it = set.about(&problem.parts().stops[stop].slug);
        if let Some(proof) = oracle.cannot(parts, &about_it) {
            return (about_it, proof);
        }
    }
    (set, proof)
}

/// Drops what can be dropped, first in halves, then one by one.
fn filter(
    parts: &ProblemParts,
    mut set: Set,
    mut proof: ConflictProof,
    oracle: &mut Oracle<'_>,
) -> (Set, ConflictProof) {
    let mut size = set.len().div_ceil(2);
    loop {
        let mut at = 0;
        while at < set.len() {
            if oracle.stopped() {
                return (set, proof);
            }
            let fewer = set.without(at..(at + size).min(set.len()));
            match oracle.cannot(parts, &fewer) {
                Some(found) => (set, proof) = (fewer, found),
                None => at += size,
            }
        }
        if size <= 1 {
            return (set, proof);
        }
        size = size.div_ceil(2);
    }
}

impl Oracle<'_> {
    /// The proof that this set cannot be planned, if it cannot.
    fn cannot(&mut self, parts: &ProblemParts, set: &Set) -> Option<ConflictProof> {
        match self.ask(&set.apply(parts)) {
            Answer::Plan => None,
            Answer::None(proof) => Some(proof),
        }
    }
}
