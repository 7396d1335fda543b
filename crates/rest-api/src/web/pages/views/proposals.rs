//! The crew of a season as the program proposes it.

use askama::Template;
use vocabulary::{
    CivilWindow, CrewRole, Day, PersonId, ProposalId, ProposalState, ShiftId, Slug, Timestamp, Tongue, VisitId,
};

use super::{FormErrors, Frame, ShiftFacts};

/// `/koordynator/sezony/{slug}/obsada`: proposals of a season. Posts `from`, `to` and `seconds` to itself.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/proposals.html")]
pub struct ProposalsPage {
    /// What stands around.
    pub frame: Frame,
    /// The season.
    pub season: Slug,
    /// Its name.
    pub name: String,
    /// Whether there are shifts at all.
    pub has_shifts: bool,
    /// The first day, as typed.
    pub from: String,
    /// The last day, as typed.
    pub to: String,
    /// The seconds chosen.
    pub seconds: u32,
    /// What is wrong: field `from`, `to` or `seconds`.
    pub errors: FormErrors,
    /// Those that were made, the newest first.
    pub proposals: Vec<ProposalLine>,
}

impl ProposalsPage {
    /// How long one may search.
    const EFFORTS: [u32; 3] = [2, 10, 30];
}

/// A proposal in a list.
#[derive(Debug, Clone)]
pub struct ProposalLine {
    /// Its id.
    pub id: ProposalId,
    /// When it was made.
    pub made_at: Timestamp,
    /// Where it stands.
    pub state: ProposalState,
    /// How many places are proposed.
    pub places: usize,
}

/// `/koordynator/obsada/{id}`: one proposal.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/proposal.html")]
pub struct ProposalPage {
    /// What stands around.
    pub frame: Frame,
    /// Its id.
    pub id: ProposalId,
    /// The season.
    pub season: Slug,
    /// When it was made.
    pub made_at: Timestamp,
    /// Its days.
    pub days: (Day, Day),
    /// Where it stands.
    pub state: ProposalState,
    /// How many places are proposed.
    pub places: usize,
    /// For how many people.
    pub people: usize,
    /// How many places would stay empty.
    pub empty: usize,
    /// Whether none can be better.
    pub proved: bool,
    /// Who gets how much.
    pub shares: Vec<ShareLine>,
    /// The visits, by day and time.
    pub visits: Vec<ProposedVisit>,
}

impl ProposalPage {
    fn is_draft(&self) -> bool {
        self.state == ProposalState::Draft
    }

    /// The visits of each day.
    fn by_day(&self) -> Vec<(Day, &[ProposedVisit])> {
        let days = self.visits.chunk_by(|a, b| a.day == b.day);
        days.filter_map(|visits| Some((visits.first()?.day, visits))).collect()
    }
}

/// How many visits somebody has.
#[derive(Debug, Clone)]
pub struct ShareLine {
    /// The name.
    pub name: String,
    /// Held when the proposal was made.
    pub held: u32,
    /// Proposed.
    pub proposed: usize,
    /// The fair number.
    pub fair: u32,
    /// The most they wish for.
    pub most: Option<u32>,
}

/// A visit with its crew as proposed.
#[derive(Debug, Clone)]
pub struct ProposedVisit {
    /// The visit.
    pub visit: VisitId,
    /// The day.
    pub day: Day,
    /// The public hours.
    pub open: CivilWindow,
    /// Name of the stop.
    pub stop: String,
    /// Name of its estate.
    pub estate: String,
    /// Languages that its crew, with who is proposed, should speak and does not.
    pub missing_tongues: Vec<Tongue>,
    /// Its shifts.
    pub shifts: Vec<ProposedShift>,
}

/// A shift with who is on it and who would be.
#[derive(Debug, Clone)]
pub struct ProposedShift {
    /// The shift.
    pub id: ShiftId,
    /// What is to be done.
    pub role: CrewRole,
    /// Whether minors may take it.
    pub extra: bool,
    /// Its day and hours and stop, for links that must say which shift they mean.
    pub name: String,
    /// Who holds a place already.
    pub stands: Vec<String>,
    /// Who is proposed.
    pub proposed: Vec<ProposedPerson>,
    /// Places that would stay empty.
    pub empty: usize,
}

impl ProposedShift {
    /// What is to be done; that minors may do it too, where there is another shift of that role for adults.
    fn role_name(&self, frame: &Frame) -> String {
        let role = frame.s().shift_role(&frame.c().crew_role(self.role));
        match self.extra {
            true => frame.f().extra_role(&role),
            false => role,
        }
    }
}

/// Somebody who is proposed.
#[derive(Debug, Clone)]
pub struct ProposedPerson {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// What came of asking; none before.
    pub outcome: Option<Answer>,
}

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// No answer yet.
    Waits,
    /// Yes.
    Yes,
    /// No, or none in time.
    No,
    /// By then it could not be asked for.
    Refused,
}

/// `/koordynator/obsada/{id}/dyzury/{shift}`: an empty place, who may be chosen and why the others may not. Posts `person` to itself.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/proposal_place.html")]
pub struct ProposalPlacePage {
    /// What stands around.
    pub frame: Frame,
    /// The proposal.
    pub id: ProposalId,
    /// Whether it may still be changed.
    pub draft: bool,
    /// The shift.
    pub shift: ShiftFacts,
    /// Who was chosen and could not be, and every reason.
    pub refused: Option<(String, Vec<String>)>,
    /// Who may be chosen, the best first.
    pub free: Vec<(PersonId, String)>,
    /// Who may not, with every reason; those of whom the same is said stand together.
    pub kept_away: Vec<(Vec<String>, Vec<String>)>,
}
