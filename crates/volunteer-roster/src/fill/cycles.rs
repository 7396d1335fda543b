//! Cyclic exchanges (Ahuja and Orlin's multi-exchange neighbourhood): long chains, found by search instead of by chance.
//!
//! The nodes are the places and one pool. An arc from place a to place b says that who sits on a takes b, in the stead of who sits there;
//! from the pool to b, that somebody comes who leaves nothing, or nobody; from a to the pool, that who sits on a stays at home. An arc
//! carries the whole price of that: the person's side and the side of b's visit. So a cycle that names each person and each visit
//! once costs the sum of its arcs. A cycle of negative cost has a place to begin from which every partial sum is negative: only such
//! paths are followed, and of those that reach a node with as many arcs only the cheapest.

mod arcs;

use super::{crew::Crew, dense::NONE};

/// Arcs in a cycle at most.
const LONGEST: usize = 7;
/// Arcs looked at from one beginning.
const STEPS: u32 = 20_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Arc {
    cost: i64,
    /// The place that changes; [`NONE`]: the pool.
    to: u32,
    /// Who sits there then.
    person: u32,
}

/// The graph of a proposal, and the marks of a search in it.
pub(super) struct Cycles {
    /// By place, then those of the pool.
    arcs: Vec<Vec<Arc>>,
    /// Of which sweep the arcs of a place are.
    fresh: Vec<u32>,
    sweep: u32,
    /// Persons and visits on the path, or in a cycle since the graph was built.
    person_used: Vec<bool>,
    visit_used: Vec<bool>,
    /// By length, then by node: the cheapest path so far from the present beginning.
    reached: Vec<(u32, i64)>,
    start: u32,
    path: Vec<Arc>,
    steps: u32,
}

impl Cycles {
    pub(super) fn new(crew: &Crew<'_>) -> Self {
        let nodes = crew.who.len() + 1;
        Self {
            arcs: vec![Vec::new(); nodes],
            fresh: vec![0; nodes],
            sweep: 0,
            person_used: vec![false; crew.dense.people.len()],
            visit_used: vec![false; crew.dense.visits.len()],
            reached: vec![(NONE, 0); nodes * LONGEST],
            start: 0,
            path: Vec::with_capacity(LONGEST),
            steps: 0,
        }
    }

    /// Makes what cycles it finds that begin at one of the places; the sum of their costs. `go_on` is asked now and then.
    pub(super) fn sweep(&mut self, crew: &mut Crew<'_>, places: &[u32], go_on: &mut dyn FnMut() -> bool) -> i64 {
        self.person_used.fill(false);
        self.visit_used.fill(false);
        self.reached.fill((NONE, 0));
        self.sweep += 1;
        let pool = self.arcs.len() - 1;
        self.arcs[pool].clear();
        self.fresh[pool] = self.sweep;
        for (at, place) in places.iter().enumerate() {
            if at % 64 == 0 && !go_on() {
                return 0;
            }
            self.newcomers(crew, *place);
        }
        self.arcs[pool].sort_unstable();
        let mut gained = 0;
        for (at, start) in places.iter().copied().chain([pool as u32]).enumerate() {
            if at % 16 == 0 && !go_on() {
                break;
            }
            self.start = start;
            self.steps = STEPS;
            if let Some(cost) = self.begin(crew) {
                gained += cost;
                self.make(crew);
            }
        }
        gained
    }

    fn begin(&mut self, crew: &Crew<'_>) -> Option<i64> {
        self.path.clear();
        let pool = self.arcs.len() as u32 - 1;
        if self.start == pool {
            return self.follow(crew, self.start, 0);
        }
        let (visit, person) = (crew.visit_at(self.start as usize), crew.who[self.start as usize]);
        if person == NONE || self.visit_used[visit] || self.person_used[person as usize] {
            return None;
        }
        self.visit_used[visit] = true;
        self.person_used[person as usize] = true;
        let found = self.follow(crew, self.start, 0);
        if found.is_none() {
            self.visit_used[visit] = false;
            self.person_used[person as usize] = false;
        }
        found
    }

    /// Goes on from a node that was reached at this cost. The cost of a cycle, which then stands in `path`.
    fn follow(&mut self, crew: &Crew<'_>, node: u32, cost: i64) -> Option<i64> {
        let pool = self.arcs.len() as u32 - 1;
        self.arcs_of(crew, node);
        for at in 0..self.arcs[node as usize].len() {
            let arc = self.arcs[node as usize][at];
            let sum = cost + arc.cost;
            if sum >= 0 || self.steps == 0 {
                return None;
            }
            self.steps -= 1;
            let to = if arc.to == NONE { pool } else { arc.to };
            if to == self.start {
                // From the pool, a newcomer must not be on the path already.
                if node == pool && arc.person != NONE && self.person_used[arc.person as usize] {
                    continue;
                }
                self.path.push(arc);
                return Some(sum);
            }
            let length = self.path.len() + 1;
            if length == LONGEST {
                continue;
            }
            let reached = &mut self.reached[(length - 1) * self.arcs.len() + to as usize];
            if reached.0 == self.start && reached.1 <= sum {
                continue;
            }
            if let Some(found) = self.enter(crew, node, to, arc, sum) {
                return Some(found);
            }
        }
        None
    }

    /// Takes the arc if it names nobody and no visit twice, and goes on.
    fn enter(&mut self, crew: &Crew<'_>, node: u32, to: u32, arc: Arc, sum: i64) -> Option<i64> {
        let pool = self.arcs.len() as u32 - 1;
        let newcomer = if node == pool { arc.person } else { NONE };
        if newcomer != NONE && self.person_used[newcomer as usize] {
            return None;
        }
        let (visit, sitting) = if to == pool {
            // The pool is passed once.
            if self.path.iter().any(|arc| arc.to == NONE) {
                return None;
            }
            (None, NONE)
        } else {
            (Some(crew.visit_at(to as usize)), crew.who[to as usize])
        };
        let taken = |used: &[bool], person: u32| person != NONE && used[person as usize];
        if visit.is_some_and(|visit| self.visit_used[visit])
            || taken(&self.person_used, sitting)
            || (sitting != NONE && sitting == newcomer)
        {
            return None;
        }
        let length = self.path.len() + 1;
        let nodes = self.arcs.len();
        self.reached[(length - 1) * nodes + to as usize] = (self.start, sum);
        self.mark(visit, newcomer, sitting, true);
        self.path.push(arc);
        let found = self.follow(crew, to, sum);
        if found.is_none() {
            self.path.pop();
            self.mark(visit, newcomer, sitting, false);
        }
        found
    }

    fn mark(&mut self, visit: Option<usize>, newcomer: u32, sitting: u32, used: bool) {
        if let Some(visit) = visit {
            self.visit_used[visit] = used;
        }
        for person in [newcomer, sitting] {
            if person != NONE {
                self.person_used[person as usize] = used;
            }
        }
    }

    /// Makes the cycle in `path`; its persons and visits stay marked, since the arcs about them are out of date.
    fn make(&mut self, crew: &mut Crew<'_>) {
        for arc in &self.path {
            if arc.person != NONE {
                self.person_used[arc.person as usize] = true;
            }
        }
        for arc in self.path.iter().filter(|arc| arc.to != NONE) {
            if crew.who[arc.to as usize] != NONE {
                crew.take(arc.to as usize);
            }
        }
        for arc in self.path.iter().filter(|arc| arc.to != NONE && arc.person != NONE) {
            crew.put(arc.to as usize, arc.person as usize);
        }
    }
}
