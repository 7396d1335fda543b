//! Sign-in, the day sheet and the shifts.

use askama::Template;
use vocabulary::{
    Certainty, CivilWindow, Coordinate, CrewRole, Day, Minute, Minutes, PersonId, Qualification, ShiftId, SignupId,
    SignupState, StopKind, Timestamp, Tongue, VisitId, VisitState,
};

use super::{BoardAsks, BoardSwap, CoverCard, FormErrors, Frame, LateForm, MySwap, SwapCard};

/// `/logowanie`. Posts `email`, `password` and `next` to itself.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/sign_in.html")]
pub struct SignInPage {
    /// What stands around.
    pub frame: Frame,
    /// The address as typed.
    pub email: String,
    /// The path to go to afterwards.
    pub next: Option<String>,
    /// What is wrong: field `email` or `password`.
    pub errors: FormErrors,
    /// Whether people may register themselves.
    pub may_join: bool,
    /// The demo's accounts; empty outside the demo.
    pub demo_accounts: Vec<DemoAccount>,
    /// The one password of the demo's accounts.
    pub demo_password: &'static str,
}

/// An invented account of the demo.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// Who it is and what it may do, in words.
    pub role: String,
    /// Its address.
    pub email: String,
}

/// `/dzis?data=`: the day sheet.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/today.html")]
pub struct TodayPage {
    /// What stands around.
    pub frame: Frame,
    /// The day shown.
    pub day: Day,
    /// Today, by the clock handed in.
    pub today: Day,
    /// The stops in the order of time.
    pub stops: Vec<TodayStop>,
    /// Title of the theme of the week.
    pub theme: Option<String>,
    /// Why nobody works that day, where there are words for it.
    pub closed: Option<String>,
}

/// One visit as its crew sees it.
#[derive(Debug, Clone)]
pub struct TodayStop {
    /// The visit.
    pub visit: VisitId,
    /// The bus, where there is more than one.
    pub bus: Option<String>,
    /// Arrival at the stop.
    pub arrival: Minute,
    /// When set-up begins; it lasts to the public start.
    pub set_up: Minute,
    /// Public hours.
    pub open: CivilWindow,
    /// Departure from the stop, after teardown.
    pub departure: Minute,
    /// Breaks of the crew there.
    pub breaks: Vec<CivilWindow>,
    /// Name of the stop.
    pub stop: String,
    /// Name of its estate.
    pub estate: String,
    /// What kind of place it is.
    pub kind: StopKind,
    /// Street and number, if known.
    pub address: Option<String>,
    /// How to find it.
    pub directions: Option<String>,
    /// What is known about the site, in whole phrases.
    pub facts: Vec<String>,
    /// The point on the map.
    pub point: Option<Coordinate>,
    /// How far the point can be trusted.
    pub certainty: Certainty,
    /// Whether it will be.
    pub state: VisitState,
    /// Why it will not be.
    pub reason: Option<String>,
    /// The word to the public.
    pub note: Option<String>,
    /// Who is on shift.
    pub crew: Vec<CrewLine>,
    /// Places that are still free.
    pub missing: Vec<MissingCrew>,
    /// Languages that the crew should speak and does not.
    pub missing_tongues: Vec<Tongue>,
    /// That it is late, as the public reads it.
    pub said_late: Option<String>,
    /// Saying so, where this person may.
    pub late: Option<LateForm>,
}

impl TodayStop {
    fn navigation(&self) -> Option<(String, String)> {
        let point = self.point?;
        let (lat, lon) = (point.lat(), point.lon());
        let route = format!("https://www.openstreetmap.org/directions?to={lat}%2C{lon}");
        Some((format!("geo:{lat},{lon}?q={lat},{lon}"), route))
    }

    fn set_up_length(&self) -> Minutes {
        Minutes(self.open.start().get().saturating_sub(self.set_up.get()))
    }

    fn is_cancelled(&self) -> bool {
        self.state == VisitState::Cancelled
    }

    fn is_approximate(&self) -> bool {
        matches!(self.certainty, Certainty::Estimated | Certainty::Unknown)
    }
}

/// One person on a shift.
#[derive(Debug, Clone)]
pub struct CrewLine {
    /// The name.
    pub name: String,
    /// What the person does.
    pub role: CrewRole,
    /// Whether the person has still to say yes to a new time.
    pub to_reconfirm: bool,
    /// Their sign-up.
    pub signup: SignupId,
    /// How it stands.
    pub state: SignupState,
    /// What staff may write down now.
    pub may: Vec<Presence>,
}

impl CrewLine {
    /// Whether it is written down whether they came.
    fn is_noted(&self) -> bool {
        matches!(
            self.state,
            SignupState::CheckedIn | SignupState::Attended | SignupState::NoShow
        )
    }
}

/// What is written down of who came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// They are there.
    Came,
    /// They were there; the hours count.
    Attended,
    /// They did not come.
    Missed,
}

impl Presence {
    /// All.
    pub const ALL: [Self; 3] = [Self::Came, Self::Attended, Self::Missed];

    /// As it stands in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Came => "przyszedl",
            Self::Attended => "byl",
            Self::Missed => "nie-przyszedl",
        }
    }
}

/// Free places of one role on a visit.
#[derive(Debug, Clone, Copy)]
pub struct MissingCrew {
    /// The role.
    pub role: CrewRole,
    /// How many people, from 1.
    pub count: usize,
}

/// `/dyzury`: what a person does and may do.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/shifts.html")]
pub struct ShiftsPage {
    /// What stands around.
    pub frame: Frame,
    /// Shifts that staff asks the person to cover.
    pub covers: Vec<CoverCard>,
    /// Proposals of others to this person.
    pub swaps: Vec<SwapCard>,
    /// Proposals of others to anybody who may.
    pub for_anybody: Vec<SwapCard>,
    /// Offers and shifts that moved, which wait for a yes or no, in the order of time.
    pub to_answer: Vec<MyShift>,
    /// Shifts the person holds.
    pub mine: Vec<MyShift>,
    /// Shifts for which the person waits, or which staff is to approve.
    pub waiting: Vec<MyShift>,
    /// Shifts that may be taken.
    pub open: Vec<OpenShift>,
    /// Shifts that may not be taken, with every reason.
    pub refused: Vec<RefusedShift>,
    /// The last day of these two lists.
    pub until: Day,
    /// Until when they are listed next, where there are later shifts.
    pub later: Option<(Day, String)>,
    /// What of these two lists is to be seen.
    pub filter: ShiftFilter,
}

/// What of the shifts is to be seen.
#[derive(Debug, Clone, Default)]
pub struct ShiftFilter {
    /// The estates that there are.
    pub estates: Vec<String>,
    /// The estate chosen.
    pub estate: Option<String>,
    /// The day chosen.
    pub day: Option<Day>,
    /// The half of the day chosen.
    pub half: Option<HalfDay>,
}

impl ShiftFilter {
    const HALVES: [HalfDay; 2] = [HalfDay::Morning, HalfDay::Afternoon];

    fn is_on(&self) -> bool {
        self.estate.is_some() || self.day.is_some() || self.half.is_some()
    }

    fn is_estate(&self, name: &str) -> bool {
        self.estate.as_deref() == Some(name)
    }

    fn is_half(&self, half: &HalfDay) -> bool {
        self.half == Some(*half)
    }
}

/// A half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalfDay {
    /// What begins before noon.
    Morning,
    /// What begins at noon or later.
    Afternoon,
}

impl HalfDay {
    /// As it stands in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Morning => "rano",
            Self::Afternoon => "popoludnie",
        }
    }
}

/// A shift, wherever it is listed.
#[derive(Debug, Clone)]
pub struct ShiftFacts {
    /// Its id.
    pub id: ShiftId,
    /// The day.
    pub day: Day,
    /// When the crew works.
    pub crew: CivilWindow,
    /// The public hours within.
    pub open: CivilWindow,
    /// Name of the stop.
    pub stop: String,
    /// Name of its estate.
    pub estate: String,
    /// What is to be done.
    pub role: CrewRole,
}

impl ShiftFacts {
    /// "piątek, 2 lipca, 9:15–12:30, Plac zabaw": for buttons that must say which shift they mean.
    pub fn name(&self, frame: &Frame) -> String {
        let dates = frame.d();
        frame
            .s()
            .shift_name(&dates.medium(self.day), &dates.span(self.crew), &self.stop)
    }
}

/// A shift that the person holds.
#[derive(Debug, Clone)]
pub struct MyShift {
    /// The shift.
    pub shift: ShiftFacts,
    /// The person's sign-up.
    pub signup: SignupId,
    /// Until when one may withdraw freely.
    pub withdraw_by: Timestamp,
    /// Whether that is past.
    pub late: bool,
    /// Whether one may withdraw at all: not once the shift has begun.
    pub may_withdraw: bool,
    /// When it was to be before it moved.
    pub moved_from: Option<(Day, CivilWindow)>,
    /// Whether a place is offered; else, of those that wait for an answer, the time moved.
    pub offered: bool,
    /// Until when an answer is awaited.
    pub answer_by: Option<Timestamp>,
    /// The place on the waiting list, from 1.
    pub turn: Option<usize>,
    /// Whether a free place may be taken by whoever of those who wait is first.
    pub may_take: bool,
    /// Whether it is a place for learning.
    pub in_training: bool,
    /// Who else comes, by first name.
    pub others: Vec<String>,
    /// Whether it may be passed on.
    pub may_swap: bool,
    /// The proposal that waits.
    pub swap: Option<MySwap>,
}

/// A shift that may be taken.
#[derive(Debug, Clone)]
pub struct OpenShift {
    /// The shift.
    pub shift: ShiftFacts,
    /// Free places, from 1.
    pub free: usize,
}

/// A shift that may not be taken.
#[derive(Debug, Clone)]
pub struct RefusedShift {
    /// The shift.
    pub shift: ShiftFacts,
    /// Every reason, worded, each with what would help.
    pub reasons: Vec<(String, Option<String>)>,
    /// Whether one may wait for it.
    pub may_wait: bool,
    /// How many wait for it.
    pub waiting: usize,
}

/// `/koordynator/dyzury/{id}`: one shift with everybody.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/crew_board.html")]
pub struct CrewBoardPage {
    /// What stands around.
    pub frame: Frame,
    /// Its visit.
    pub visit: VisitId,
    /// The shift.
    pub shift: ShiftFacts,
    /// How many it wants.
    pub places: usize,
    /// How many places are held.
    pub taken: usize,
    /// Languages that the visit's crew should speak and does not.
    pub missing_tongues: Vec<Tongue>,
    /// Who is on it, waits for it or was there.
    pub members: Vec<BoardMember>,
    /// Swaps that staff is to decide.
    pub swaps: Vec<BoardSwap>,
    /// Asking people to cover, and writing to the crew.
    pub asks: BoardAsks,
    /// What it asks of whoever takes it.
    pub conditions: BoardConditions,
    /// Who may be asked.
    pub free: Vec<BoardCandidate>,
    /// Who may not, with every reason.
    pub refused: Vec<BoardCandidate>,
}

/// What a shift asks of whoever takes it. Posts `opens_day`, `opens_time` and the words of the papers that are ticked to `warunki`.
#[derive(Debug, Clone)]
pub struct BoardConditions {
    /// The shift.
    pub shift: ShiftId,
    /// From when on people may sign up, and whose word that is.
    pub opens: String,
    /// The shift's own day, as typed.
    pub day: String,
    /// The time of that day, as typed.
    pub time: String,
    /// The papers that the season asks for.
    pub season_asks: Option<String>,
    /// The papers that the shift may ask for beside, by name, and whether it does.
    pub papers: Vec<(Qualification, String, bool)>,
    /// What is wrong: field `opens_day`.
    pub errors: FormErrors,
}

/// Somebody with a sign-up on the shift.
#[derive(Debug, Clone)]
pub struct BoardMember {
    /// The sign-up.
    pub signup: SignupId,
    /// As they want to be called.
    pub name: String,
    /// How it stands.
    pub state: SignupState,
    /// Until when an answer is awaited.
    pub answer_by: Option<Timestamp>,
    /// Whether they come to learn.
    pub in_training: bool,
    /// Whether it waits for staff's yes or no.
    pub may_decide: bool,
    /// Whether the place may be taken away.
    pub may_release: bool,
    /// Whether they may be checked in.
    pub may_come: bool,
    /// Whether their hours may be counted.
    pub may_count: bool,
    /// Whether they may be written down as not come.
    pub may_miss: bool,
}

/// Somebody who might take the shift.
#[derive(Debug, Clone)]
pub struct BoardCandidate {
    /// Who.
    pub person: PersonId,
    /// As they want to be called.
    pub name: String,
    /// Every reason against it, worded.
    pub reasons: Vec<String>,
    /// Whether staff may decide against all of them.
    pub overridable: bool,
}
