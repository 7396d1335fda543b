//! From the answer of the search back to shifts and people.

use vocabulary::ShiftId;

use super::{CrewAsk, CrewProblem, Obstacle, Opening, Placement, Why, post};
use crate::fill::{self, Exclusion, Fill, Kind, PersonIndex, Verdict, VisitIndex};

impl CrewProblem {
    /// For [`fill::solve`].
    pub const fn problem(&self) -> &fill::Problem {
        &self.problem
    }

    /// What it was built from.
    pub const fn ask(&self) -> &CrewAsk {
        &self.ask
    }

    /// The fair number of visits of somebody, those included on which they hold a place.
    pub fn share(&self, hand: usize) -> u32 {
        self.problem.parts().people.get(hand).map_or(0, |person| person.share)
    }

    /// Who is to be asked for what, in the order in which to ask: by day and visit, minors last, since they may come only where adults are.
    pub fn placements(&self, fill: &Fill) -> Vec<Placement> {
        let parts = self.problem.parts();
        let mut taken = vec![0; self.ask.openings.len()];
        let mut placed = Vec::new();
        for one in fill.assignments.iter().filter(|one| !parts.pinned.contains(one)) {
            let of_post = |opening: &Opening| opening.visit == one.visit.get() && post(&opening.shift) == one.post;
            let free = |at: &usize| of_post(&self.ask.openings[*at]) && taken[*at] < self.ask.openings[*at].free();
            if let Some(opening) = (0..self.ask.openings.len()).find(free) {
                taken[opening] += 1;
                placed.push(Placement {
                    opening,
                    hand: one.person.get(),
                });
            }
        }
        let minor = |hand: usize| parts.people.get(hand).is_some_and(|person| person.kind == Kind::Minor);
        placed.sort_by_key(|one| {
            let opening = &self.ask.openings[one.opening];
            (
                opening.shift.starts,
                opening.visit,
                minor(one.hand),
                one.opening,
                one.hand,
            )
        });
        placed
    }

    /// Why each person, by their index, is not on the empty places of a shift, with these people proposed. None if no place of it would be
    /// empty, or none was to be filled.
    pub fn why(&self, placements: &[Placement], opening: usize) -> Option<Vec<Why>> {
        let parts = self.problem.parts();
        let one = self.ask.openings.get(opening)?;
        let proposed = placements.iter().filter_map(|placement| {
            let opening = self.ask.openings.get(placement.opening)?;
            Some(fill::Assignment {
                visit: VisitIndex(opening.visit as u32),
                post: post(&opening.shift),
                person: PersonIndex(placement.hand as u32),
            })
        });
        let fill = Fill {
            assignments: parts.pinned.iter().copied().chain(proposed).collect(),
            cost: 0,
            proved: false,
            rounds: 0,
        };
        let visit = VisitIndex(one.visit as u32);
        let unfilled = fill::explain_place(&self.problem, &fill, visit, post(&one.shift))?;
        let why = |verdict: Verdict| match verdict {
            Verdict::Free { costs } => Why::Free(costs),
            Verdict::Excluded(found) => Why::Obstacles(found.into_iter().flat_map(|one| self.obstacles(one)).collect()),
        };
        Some(unfilled.people.into_iter().map(why).collect())
    }

    fn obstacles(&self, exclusion: Exclusion) -> Vec<Obstacle> {
        let with = |visit: VisitIndex| self.a_shift_of(visit);
        let one = match exclusion {
            Exclusion::Barred { reason } => return self.reasons.get(reason as usize).cloned().unwrap_or_default(),
            Exclusion::HasPlaceHere => Obstacle::OnThisVisit,
            Exclusion::NotAvailable => Obstacle::NotAvailable,
            Exclusion::WrongPost => Obstacle::NotTheirRole,
            Exclusion::Overlap { with: visit } => return with(visit).map(Obstacle::Meanwhile).into_iter().collect(),
            Exclusion::Travel { with: visit } => return with(visit).map(Obstacle::TooFar).into_iter().collect(),
            Exclusion::Rest { with: visit } => return with(visit).map(Obstacle::TooLittleRest).into_iter().collect(),
            Exclusion::DayLimit => Obstacle::DayFull,
            Exclusion::WeekLimit => Obstacle::WeekFull,
            Exclusion::MonthLimit => Obstacle::MonthFull,
            Exclusion::SeasonLimit => Obstacle::SeasonFull,
            Exclusion::DaysInRow => Obstacle::TooManyDays,
            Exclusion::MinorsMix => Obstacle::TooFewAdults,
            Exclusion::UsefulWorkLimit => Obstacle::TooManyPsu,
        };
        vec![one]
    }

    fn a_shift_of(&self, visit: VisitIndex) -> Option<ShiftId> {
        let mut openings = self.ask.openings.iter();
        openings
            .find(|opening| opening.visit == visit.get())
            .map(|opening| opening.shift.id.clone())
    }
}
