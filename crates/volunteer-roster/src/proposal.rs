//! The crew of a whole season, proposed: from the roster's facts to [`fill`], and from its answer back to shifts and people.
//!
//! What the law and the house say of one person and one shift is asked of the rules themselves ([`decide_assignment`]) and handed to the
//! search as a bar with its reasons. What hangs on several shifts at once (hours, rest, ways, who is together) the search keeps by
//! its own limits, which are taken from the same settings; where a setting changes within the season, the narrowest of its values
//! holds for the whole. So a proposal may leave out what would just be allowed, and whoever offers the places asks the rules again.
//!
//! Everybody who holds a place is kept on it. Where what stands breaks a rule already, because staff decided so, the people concerned
//! are left as they are and out of the sums.

mod back;
mod limits;
mod obstacle;
mod parts;
#[cfg(test)]
mod tests;

pub use obstacle::{Obstacle, Why};

use std::collections::BTreeSet;

use vocabulary::{PersonId, ShiftId, SignupState, Timestamp};

use crate::{
    Commitment, Person, Rules, Shift, Tongue,
    fill::{self, Post},
};

/// The price of sending somebody where they like to be.
pub const LIKED: u32 = 0;
/// The price of sending somebody who said nothing about the place.
pub const UNSAID: u32 = 2;
/// The price of sending somebody elsewhere than they like to be.
pub const ELSEWHERE: u32 = 6;

/// A shift of the season, with who holds its places.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The shift, as the rules read it.
    pub shift: Shift,
    /// Its visit, as an index: shifts of one visit have the same, and indices begin at 0 without a gap.
    pub visit: usize,
    /// Who holds a place on it; those in training are not among them.
    pub holders: Vec<PersonId>,
    /// The languages that somebody of its visit's crew should speak; the same for all its shifts.
    pub tongues: Vec<Tongue>,
    /// Whether free places are to be proposed for; if not, the shift counts only for what its people do already.
    pub wanted: bool,
}

impl Opening {
    /// How many places are to be filled.
    fn free(&self) -> u32 {
        match self.wanted {
            true => self.shift.places.saturating_sub(self.shift.taken),
            false => 0,
        }
    }
}

/// Somebody who could be in a crew, or is.
#[derive(Debug, Clone, PartialEq)]
pub struct Hand {
    /// As the rules read them.
    pub person: Person,
    /// As in [`Ask::commitments`](crate::Ask::commitments), of the whole season.
    pub commitments: Vec<Commitment>,
    /// How many visits of the season they would take on at most.
    pub most_visits: Option<u32>,
    /// By visit: the price of sending them ([`LIKED`], [`UNSAID`], [`ELSEWHERE`]); none if they cannot come.
    pub prices: Vec<Option<u32>>,
    /// Where their sign-ups that hold no place stand, by shift.
    pub asked: Vec<(ShiftId, SignupState)>,
    /// The shifts for which they have said no, or let the time to answer go by.
    pub said_no: BTreeSet<ShiftId>,
}

/// Everything that a season's crew is proposed from.
#[derive(Debug, Clone, PartialEq)]
pub struct CrewAsk {
    /// The shifts.
    pub openings: Vec<Opening>,
    /// The people; everybody who holds a place is among them.
    pub hands: Vec<Hand>,
    /// The limits of the season.
    pub rules: Rules,
    /// The present.
    pub now: Timestamp,
}

/// Somebody is to be asked for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placement {
    /// Which of [`CrewAsk::openings`].
    pub opening: usize,
    /// Which of [`CrewAsk::hands`].
    pub hand: usize,
}

/// What [`fill::solve`] is to solve, and how its answer is read.
#[derive(Debug, Clone)]
pub struct CrewProblem {
    ask: CrewAsk,
    problem: fill::Problem,
    /// By [`fill::Bar::reason`].
    reasons: Vec<Vec<Obstacle>>,
}

/// Languages as the search writes them: one bit each, in the order of the list.
fn bits(tongues: &[Tongue]) -> u32 {
    const { assert!(Tongue::ALL.len() <= fill::MOST_LANGUAGES as usize) };
    let bit = |tongue: &Tongue| Tongue::ALL.iter().position(|one| one == tongue).map_or(0, |at| 1 << at);
    tongues.iter().fold(0, |all, tongue| all | bit(tongue))
}

/// The post of a shift: helpers who may be minors are beyond those needed for the number of children.
fn post(shift: &Shift) -> Post {
    use vocabulary::CrewRole::{Driver, FirstAider, Helper, Leader};
    match shift.role {
        Leader => Post::Leader,
        Driver => Post::Driver,
        FirstAider => Post::FirstAider,
        Helper if shift.minimum_age == crate::AgeCategory::Adult => Post::Helper,
        Helper => Post::ExtraHelper,
    }
}
