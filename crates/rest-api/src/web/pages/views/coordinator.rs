//! Seasons, plans and visits, for the coordinator.

use askama::Template;
use vocabulary::{
    CivilWindow, CrewRole, Day, Metres, Minutes, PlanId, PlanKind, PlanState, ShiftId, Slug, Timestamp, Tongue,
    VisitId, VisitState,
};

use super::{
    AgainNote, Alternatives, Differs, EstateLine, FormErrors, Frame, MissingCrew, PaperChoice, PlanWeek, ReasonLine,
    SeasonChart, SkippedLine,
};

/// `/koordynator`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/seasons.html")]
pub struct SeasonsPage {
    /// What stands around.
    pub frame: Frame,
    /// Every season, newest first.
    pub seasons: Vec<SeasonLine>,
    /// What waits for a coordinator.
    pub attention: Vec<Attention>,
}

/// Something that waits for a coordinator.
#[derive(Debug, Clone)]
pub struct Attention {
    /// What it is.
    pub said: String,
    /// The link's words.
    pub link: String,
    /// Where it leads.
    pub path: String,
}

/// A season in a list.
#[derive(Debug, Clone)]
pub struct SeasonLine {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// The number of the newest release.
    pub release: Option<u32>,
}

/// `/koordynator/sezony/{slug}`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/season.html")]
pub struct SeasonPage {
    /// What stands around.
    pub frame: Frame,
    /// The season.
    pub season: SeasonLine,
    /// Its figures.
    pub figures: SeasonFigures,
    /// Visits whose shifts have free places, in the order of time; at most as many as fit a screen or two.
    pub gaps: Vec<GapLine>,
    /// How many visits have free places in all.
    pub gaps_in_all: usize,
    /// Releases, newest first.
    pub releases: Vec<ReleaseLine>,
    /// Plans, newest first.
    pub plans: Vec<PlanLine>,
}

impl SeasonPage {
    /// How its posters may be printed.
    fn how(&self) -> PaperChoice {
        PaperChoice::of(self.frame.words)
    }
}

/// What a season comes to. Cancelled visits are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SeasonFigures {
    /// Visits of the newest release that will be or were.
    pub visits: usize,
    /// Stops with at least one.
    pub stops: usize,
    /// Estates with at least one.
    pub estates: usize,
    /// Days on which the bus is out.
    pub days: usize,
    /// Places on shifts.
    pub places: usize,
    /// Places that are taken.
    pub filled: usize,
}

/// A visit whose shifts have free places.
#[derive(Debug, Clone)]
pub struct GapLine {
    /// The visit.
    pub visit: VisitId,
    /// The day.
    pub day: Day,
    /// When the crew works.
    pub crew: CivilWindow,
    /// Name of the stop.
    pub stop: String,
    /// Free places of each role.
    pub missing: Vec<MissingCrew>,
}

/// A release in a list.
#[derive(Debug, Clone)]
pub struct ReleaseLine {
    /// Its number.
    pub number: u32,
    /// When it was published.
    pub published_at: Timestamp,
    /// Its visits.
    pub visits: usize,
}

/// A plan in a list.
#[derive(Debug, Clone)]
pub struct PlanLine {
    /// Its id.
    pub id: PlanId,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// How it stands.
    pub state: PlanState,
    /// What it is.
    pub kind: PlanKind,
    /// The visits it places, once it is ready.
    pub visits: Option<usize>,
    /// The release it became.
    pub release: Option<u32>,
}

impl PlanLine {
    fn is_again(&self) -> bool {
        self.kind != PlanKind::Solve
    }
}

/// `/koordynator/sezony/{slug}/plany`. Posts `seconds` and `seed` to itself.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/plans.html")]
pub struct PlansPage {
    /// What stands around.
    pub frame: Frame,
    /// The season.
    pub season: SeasonLine,
    /// What stands in the start form.
    pub form: StartForm,
    /// What is wrong with it: field `seconds` or `seed`, or `form` for faults of the season itself.
    pub errors: FormErrors,
    /// Plans, newest first.
    pub plans: Vec<PlanLine>,
    /// Whether travel is measured, so that the estimate is a choice.
    pub measured: bool,
}

/// The start form, as typed.
#[derive(Debug, Clone)]
pub struct StartForm {
    /// How long to search, in seconds.
    pub seconds: String,
    /// The seed.
    pub seed: String,
}

/// `/koordynator/plany/{id}`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/plan.html")]
pub struct PlanPage {
    /// What stands around.
    pub frame: Frame,
    /// The season.
    pub season: SeasonLine,
    /// The plan.
    pub plan: PlanLine,
    /// Where the planner stands, while it works.
    pub progress: Option<Progress>,
    /// Whether a best plan so far is stored: from then on it can be taken, whatever happens.
    pub best_stored: bool,
    /// Why there is no plan, when it failed.
    pub failure: Option<String>,
    /// How to go on without measured travel, when it failed for want of that.
    pub without_roads: Option<WithoutRoads>,
    /// The plan itself, once it is ready.
    pub result: Option<PlanResult>,
    /// What is said of a plan that starts from a plan; none for one from the beginning.
    pub again: Option<AgainNote>,
    /// How it differs from the plan before, or from what is published.
    pub differs: Option<Differs>,
    /// The number the release would have; none if it cannot be published (any more).
    pub next_release: Option<u32>,
    /// What is wrong with the publish form: field `confirmed`, or `form` for violations found on publishing.
    pub errors: FormErrors,
}

impl PlanPage {
    fn is_working(&self) -> bool {
        matches!(self.plan.state, PlanState::Queued | PlanState::Running)
    }

    /// Whether there is a plan that could be taken as it stands.
    fn can_be_kept(&self) -> bool {
        self.plan.state != PlanState::Ready && (self.plan.state == PlanState::Running || self.best_stored)
    }
}

/// The form that starts the same plan with estimated travel.
#[derive(Debug, Clone)]
pub struct WithoutRoads {
    /// As in the plan that failed.
    pub seconds: String,
    /// As in the plan that failed.
    pub seed: String,
    /// Whether only some ways are missing, so that only these need be estimated.
    pub gaps: bool,
}

/// Where the planner stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// While the routing engine is asked: questions answered, of how many.
    pub asking: Option<(usize, usize)>,
    /// How much of the time or of the iterations is used, 0 to 100.
    pub percent: u8,
    /// Iterations so far.
    pub iterations: u64,
    /// Visits placed in the best plan so far.
    pub placed: usize,
    /// Requests that the best plan so far does not meet in full.
    pub unmet: usize,
    /// Seconds left, where the planner stops by time.
    pub seconds_left: Option<u32>,
}

/// A finished plan.
#[derive(Debug, Clone)]
pub struct PlanResult {
    /// Whether ways are estimated in it, all or some.
    pub estimated_travel: bool,
    /// Its figures.
    pub figures: PlanFigures,
    /// What the objective is made of, worded, the weightiest first.
    pub breakdown: Vec<ResultLine>,
    /// Requests that are not met, with every reason.
    pub unmet: Vec<UnmetLine>,
    /// How the estates fare, those that get least for their need first.
    pub estates: Vec<EstateLine>,
    /// Turns of cycles that are left out, by stop.
    pub skipped: Vec<SkippedLine>,
    /// The plan week by week.
    pub weeks: Vec<PlanWeek>,
    /// The chart of the season, drawn.
    pub chart: SeasonChart,
}

/// Figures of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanFigures {
    /// Visits placed.
    pub visits: usize,
    /// Visits wanted.
    pub wanted: usize,
    /// Days on which the bus is out.
    pub days: usize,
    /// Way in the whole season.
    pub distance: Metres,
    /// Driving time in the whole season.
    pub driving: Minutes,
}

impl PlanFigures {
    fn kilometres(&self) -> u32 {
        self.distance.get().saturating_add(500) / 1000
    }

    /// Whole hours: minutes of a season say nothing.
    fn driving_hours(&self) -> u32 {
        self.driving.get().saturating_add(30) / 60
    }
}

/// A part of the objective.
#[derive(Debug, Clone)]
pub struct ResultLine {
    /// What it is.
    pub label: String,
    /// Its value with its unit.
    pub value: String,
}

/// A request that is not met.
#[derive(Debug, Clone)]
pub struct UnmetLine {
    /// Short name of the stop.
    pub slug: Slug,
    /// Name of the stop.
    pub stop: String,
    /// Name of its estate.
    pub estate: String,
    /// Visits placed.
    pub got: usize,
    /// The least that was asked for.
    pub least: usize,
    /// What was wanted.
    pub wanted: usize,
    /// Every reason that was found to bind.
    pub reasons: Vec<ReasonLine>,
}

/// `/koordynator/sezony/{slug}/wizyty?od=&osiedle=&stan=`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/visits.html")]
pub struct VisitsPage {
    /// What stands around.
    pub frame: Frame,
    /// The season.
    pub season: SeasonLine,
    /// What was chosen.
    pub filter: VisitFilter,
    /// Estates to choose from.
    pub estates: Vec<EstateChoice>,
    /// The visits that match, by day.
    pub days: Vec<VisitDay>,
    /// How many match.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
}

/// What the coordinator wants to see.
#[derive(Debug, Clone, Default)]
pub struct VisitFilter {
    /// From this day (`od`).
    pub from: Option<Day>,
    /// In this estate (`osiedle`).
    pub estate: Option<Slug>,
    /// In this state (`stan`).
    pub state: Option<VisitState>,
}

impl VisitFilter {
    fn is_estate(&self, slug: &Slug) -> bool {
        self.estate.as_ref() == Some(slug)
    }

    fn is_state(&self, state: &VisitState) -> bool {
        self.state == Some(*state)
    }
}

/// An estate to choose.
#[derive(Debug, Clone)]
pub struct EstateChoice {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: String,
}

/// The visits of one day.
#[derive(Debug, Clone)]
pub struct VisitDay {
    /// The day.
    pub day: Day,
    /// Its visits in the order of time.
    pub visits: Vec<VisitLine>,
}

/// A visit as the coordinator sees it.
#[derive(Debug, Clone)]
pub struct VisitLine {
    /// Its id.
    pub id: VisitId,
    /// The day.
    pub day: Day,
    /// Public hours.
    pub open: CivilWindow,
    /// Name of the stop.
    pub stop: String,
    /// Name of its estate.
    pub estate: String,
    /// Whether it will be.
    pub state: VisitState,
    /// Why it was cancelled or moved.
    pub reason: Option<String>,
    /// When it was to be before it moved.
    pub moved_from: Option<(Day, CivilWindow)>,
    /// The word to the public.
    pub note: Option<String>,
    /// Places on its shifts.
    pub places: usize,
    /// Places that are taken.
    pub filled: usize,
}

impl VisitLine {
    fn is_cancelled(&self) -> bool {
        self.state == VisitState::Cancelled
    }

    /// "piątek, 2 lipca, 10:00–12:00, Plac zabaw": for links that must say which visit they mean.
    fn name(&self, frame: &Frame) -> String {
        let dates = frame.d();
        frame
            .s()
            .shift_name(&dates.medium(self.day), &dates.span(self.open), &self.stop)
    }
}

/// `/koordynator/wizyty/{id}`. Three forms, each with the version seen: `odwolaj` posts `reason`; `przenies` posts `day`, `start`,
/// `move_reason` and, after a refusal, `override`; `notatka` posts `note`.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/visit.html")]
pub struct VisitPage {
    /// What stands around.
    pub frame: Frame,
    /// The season.
    pub season: SeasonLine,
    /// The visit as it is now.
    pub visit: VisitLine,
    /// Its version, sent back by every form.
    pub version: String,
    /// Whether its day is over: what was is not changed.
    pub is_over: bool,
    /// What stands in the forms.
    pub forms: VisitForms,
    /// Its shifts that are not cancelled, each with its crew: the board of each is a page.
    pub boards: Vec<BoardLine>,
    /// Languages that its crew should speak and does not.
    pub missing_tongues: Vec<Tongue>,
    /// What is said of its being late, on its day.
    pub late: Option<LateForm>,
    /// Where else the visit could be; none where that cannot be said.
    pub alternatives: Option<Alternatives>,
    /// What is wrong with the form that was sent, by field name.
    pub errors: FormErrors,
}

/// Saying that a visit is late. Posts `minutes` and `reason` to `opoznienie`; `na-czas` takes it back.
#[derive(Debug, Clone)]
pub struct LateForm {
    /// The visit.
    pub visit: VisitId,
    /// What the public reads now; none: nothing of it.
    pub said: Option<String>,
    /// How late, as typed.
    pub minutes: String,
    /// Why, as typed.
    pub reason: String,
}

impl LateForm {
    /// What is said with one tap, in minutes.
    pub const TAPS: [u32; 4] = [10, 15, 30, 45];
}

/// A shift of a visit.
#[derive(Debug, Clone)]
pub struct BoardLine {
    /// Which.
    pub shift: ShiftId,
    /// What one does.
    pub role: CrewRole,
    /// How many it wants.
    pub places: usize,
    /// How many places are held.
    pub taken: usize,
    /// Who holds them, by name.
    pub names: Vec<String>,
}

/// The forms of a visit, as typed; the visit's own values at first.
#[derive(Debug, Clone)]
pub struct VisitForms {
    /// Why it is cancelled.
    pub reason: String,
    /// The new day, `2027-07-01`.
    pub day: String,
    /// The new start, `10:00`.
    pub start: String,
    /// Why it is moved.
    pub move_reason: String,
    /// Whether the box that overrides the rules is shown: after a refusal.
    pub offer_override: bool,
    /// The word to the public.
    pub note: String,
}

/// Two people changed one visit: both versions, side by side.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/conflict.html")]
pub struct VisitConflict {
    /// What stands around.
    pub frame: Frame,
    /// The visit as it is now.
    pub visit: VisitLine,
    /// Its version as it is now, sent with the second try.
    pub version: String,
    /// What differs, or was to be changed.
    pub rows: Vec<ConflictRow>,
    /// Where the form was sent to, and is sent again: a path of this host.
    pub action: String,
    /// The fields of the form as they were sent, without version, csrf and idempotency key.
    pub fields: Vec<(String, String)>,
}

/// One thing in both versions, worded.
#[derive(Debug, Clone)]
pub struct ConflictRow {
    /// What it is.
    pub label: String,
    /// As it is now.
    pub now: String,
    /// As the reader of the page wanted it.
    pub yours: String,
}
