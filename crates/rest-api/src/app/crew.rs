//! From visits to shifts.

use season_files as files;
use storage::{Act, Db, Json, Shift, StaffedShift, Stepped, Visit};
use vocabulary::{
    CivilWindow, CrewRole, Day, Minute, Minutes, Qualification, ShiftId, ShiftState, Timestamp, Tongue, VisitState,
};
use volunteer_roster::{self as roster, Step, Who};

use super::{AppError, facts, fresh, notices, papers, season_model::Loaded, waiting};

/// The shifts that a visit needs by the season's crew rule.
pub fn needs(
    settings: &files::Settings,
    is_event: bool,
    children: Option<u32>,
    visit: &Visit,
) -> Vec<roster::ShiftNeed> {
    let rule = rule_of(settings, is_event);
    let at_stop = CivilWindow::new(visit.arrival, visit.departure)
        .or_else(|_| CivilWindow::new(visit.public_start, visit.public_end));
    // A visit has public hours of at least a minute, so one of the two is a window.
    let Ok(at_stop) = at_stop else { return Vec::new() };
    roster::needs(&crew_rule(rule), children.unwrap_or(rule.expected_children), at_stop)
}

const fn rule_of(settings: &files::Settings, is_event: bool) -> &files::CrewRule {
    match is_event {
        true => &settings.crew.event,
        false => &settings.crew.regular,
    }
}

/// What the season says of the crew of a visit's kind.
pub const fn rule<'s>(settings: &'s files::Settings, visit: &Visit) -> &'s files::CrewRule {
    rule_of(settings, visit.event_id.is_some())
}

/// What a role must be qualified for on visits of this kind.
pub fn qualifications<'s>(settings: &'s files::Settings, visit: &Visit, role: CrewRole) -> &'s [Qualification] {
    let asked = rule(settings, visit).qualifications.get(&role);
    asked.map(Vec::as_slice).unwrap_or_default()
}

/// From when on the shifts of a day may be taken, by the season: the later of its two settings, from the first minute of the day; none: from the
/// publication on.
pub fn signups_open(settings: &files::Settings, day: Day) -> Result<Option<Timestamp>, AppError> {
    let crew = &settings.crew;
    let before = crew.signups_days_before.map(|days| day.plus_days(-i64::from(days)));
    let Some(opens) = crew.signups_from.max(before) else {
        return Ok(None);
    };
    let instant = settings.zone.resolve(opens, Minute::START_OF_DAY);
    Ok(Some(instant.map_err(|gap| anyhow::anyhow!(gap))?))
}

/// The languages that a visit's kind asks for and nobody of its crew speaks; none of a visit that will not be.
pub fn missing_tongues(
    db: &mut Db,
    settings: &files::Settings,
    visit: &Visit,
    shifts: &[StaffedShift],
) -> Result<Vec<Tongue>, AppError> {
    let wanted = &rule(settings, visit).languages;
    if wanted.is_empty() || visit.state == VisitState::Cancelled {
        return Ok(Vec::new());
    }
    let crew = facts::crew_of(shifts);
    let mut people = Vec::with_capacity(crew.len());
    for member in &crew {
        people.push(papers::facts(&storage::people::get(db, &member.person)?)?);
    }
    Ok(roster::missing_tongues(wanted, &crew, &people))
}

fn crew_rule(rule: &files::CrewRule) -> roster::CrewRule {
    roster::CrewRule {
        leaders: rule.leaders,
        children_per_adult: rule.children_per_adult,
        smallest_crew: rule.smallest_crew,
        extra_helpers: rule.extra_helpers,
        extra_helper_age: roster::AgeCategory::of_years(rule.extra_helper_min_age),
        first_aiders: rule.first_aiders,
        drivers: rule.drivers,
        training_places: rule.training_places,
        tongues: rule.languages.clone(),
        crew_lead: rule.crew_lead_minutes,
        crew_tail: rule.crew_tail_minutes,
    }
}

/// Brings the shifts of a visit in line with what its season asks for now.
pub fn align_to_season(db: &mut Db, loaded: &Loaded, visit: &Visit, act: &Act) -> Result<(), AppError> {
    let season = &loaded.season;
    let of_visit =
        |e: &&files::Event| visit.event_id.is_some() && loaded.event_ids.get(&e.slug) == visit.event_id.as_ref();
    let event = season.events.iter().find(of_visit);
    let slug = loaded.stop_slug(&visit.stop_id);
    let request = season.requests.iter().find(|r| Some(&r.stop) == slug);
    let children = match event {
        Some(event) => event.expected_children,
        None => request.and_then(|r| r.rules.expected_children),
    };
    let needs = needs(&season.settings, event.is_some(), children, visit);
    align_shifts(db, visit, &needs, act)
}

/// Makes the shifts of a visit, or brings the existing ones in line with what it needs now: moved, grown, reopened.
///
/// A shift never shrinks below the places that are held, and one that is needed no more is closed, not deleted.
pub fn align_shifts(db: &mut Db, visit: &Visit, needs: &[roster::ShiftNeed], act: &Act) -> Result<(), AppError> {
    let existing = storage::shifts::of_visit(db, &visit.id)?;
    let mut left: Vec<Shift> = existing;
    for need in needs {
        let years = u32::from(need.minimum_age.least_years());
        let same = left
            .iter()
            .position(|s| s.role == need.role && s.minimum_age.unwrap_or(0) == years);
        match same.map(|index| left.swap_remove(index)) {
            None => storage::shifts::insert(db, &new_shift(visit, need)?)?,
            Some(shift) => align_one(db, shift, visit, need, act)?,
        }
    }
    let whole = needs.first().map(|need| need.crew_window);
    let stay = whole.or_else(|| CivilWindow::new(visit.arrival, visit.departure).ok());
    for shift in left {
        // Needed no more; whoever is on it still comes, and is told of a new time like the others.
        let window = stay.or_else(|| CivilWindow::new(shift.crew_start, shift.crew_end).ok());
        let next = Shift {
            state: ShiftState::Closed,
            ..shift.clone()
        };
        retime(db, shift, next, visit, window, act)?;
    }
    Ok(())
}

fn new_shift(visit: &Visit, need: &roster::ShiftNeed) -> Result<Shift, AppError> {
    Ok(Shift {
        id: fresh::id(ShiftId::from_uuid),
        visit_id: visit.id.clone(),
        role: need.role,
        places: need.places,
        taken: 0,
        state: ShiftState::Open,
        crew_day: visit.day,
        crew_start: need.crew_window.start(),
        crew_end: need.crew_window.end(),
        minimum_age: Some(u32::from(need.minimum_age.least_years())),
        opens_at: None,
        qualifications: Json::of::<[roster::Qualification]>(&[])?,
        training_places: need.training_places,
        training_taken: 0,
        version: 1,
    })
}

fn align_one(db: &mut Db, shift: Shift, visit: &Visit, need: &roster::ShiftNeed, act: &Act) -> Result<(), AppError> {
    let next = Shift {
        places: need.places.max(shift.taken),
        training_places: need.training_places.max(shift.training_taken),
        // Only this file closes and cancels shifts, so what is needed again opens again.
        state: ShiftState::Open,
        ..shift.clone()
    };
    retime(db, shift, next, visit, Some(need.crew_window), act)
}

/// Stores what became of a shift, at the visit's day and this time; whoever is on it is asked anew if that is another.
fn retime(
    db: &mut Db,
    was: Shift,
    next: Shift,
    visit: &Visit,
    window: Option<CivilWindow>,
    act: &Act,
) -> Result<(), AppError> {
    let (start, end) = window.map_or((was.crew_start, was.crew_end), |w| (w.start(), w.end()));
    let next = Shift {
        crew_day: visit.day,
        crew_start: start,
        crew_end: end,
        ..next
    };
    let moved = (was.crew_day, was.crew_start, was.crew_end) != (visit.day, start, end);
    if next != was {
        saved(storage::shifts::save(db, &next)?)?;
    }
    if moved {
        let due = facts::answer_due(db, &next, act.at)?;
        for signup in storage::signups::of_shift(db, &was.id)? {
            // Those who have been there already are not asked.
            let Ok(after) = roster::next(signup.state, Step::Move, Who::Software) else {
                continue;
            };
            if after == vocabulary::SignupState::ToReconfirm {
                let states = (signup.state, after);
                let asked = stepped(storage::signups::step(db, &signup.id, states, Some(due), act)?)?;
                notices::changed(db, act.at, &asked)?;
            }
        }
    }
    if next.places > was.places || next.training_places > was.training_places {
        waiting::promote(db, &next.id, act.at)?;
    }
    Ok(())
}

/// Cancels the shifts of a cancelled visit and lets their people go.
pub fn cancel_shifts(db: &mut Db, visit: &Visit, act: &Act) -> Result<(), AppError> {
    for shift in storage::shifts::of_visit(db, &visit.id)? {
        for signup in storage::signups::of_shift_in(db, &shift.id, vocabulary::SignupState::ALL)? {
            if let Ok(after) = roster::next(signup.state, Step::CancelVisit, Who::Software) {
                let states = (signup.state, after);
                let gone = stepped(storage::signups::step(db, &signup.id, states, None, act)?)?;
                notices::changed(db, act.at, &gone)?;
            }
        }
        let mut now = storage::shifts::get(db, &shift.id)?;
        now.state = ShiftState::Cancelled;
        saved(storage::shifts::save(db, &now)?)?;
    }
    Ok(())
}

/// A guarded write whose row this transaction holds already, so that nobody can have changed it meanwhile; if the database
/// says otherwise the whole is run again.
pub fn saved<T>(outcome: storage::Guarded<T>) -> Result<T, AppError> {
    match outcome {
        storage::Guarded::Done(thing) => Ok(thing),
        storage::Guarded::Stale(_) => Err(AppError::Busy),
    }
}

/// A step of a sign-up whose shift this transaction holds already; if the database says otherwise the whole is run again.
pub fn stepped(outcome: Stepped) -> Result<storage::Signup, AppError> {
    match outcome {
        Stepped::Done(signup) => Ok(signup),
        Stepped::Stale(_) | Stepped::Full(_) => Err(AppError::Busy),
    }
}

/// Places wanted and held on a visit's shifts that are not cancelled or closed.
pub fn staffing(shifts: &[StaffedShift]) -> (u32, u32) {
    let open = shifts.iter().filter(|s| s.shift.state == ShiftState::Open);
    open.fold((0, 0), |(places, taken), s| {
        (places + s.shift.places, taken + s.shift.taken)
    })
}

/// How long before the crew's start a place is given back in time.
pub fn withdrawal_deadline(settings: &files::Settings) -> Minutes {
    Minutes(settings.crew.withdraw_hours * 60)
}
