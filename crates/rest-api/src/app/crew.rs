//! From visits to shifts and from rows to the facts that the roster's rules read.

use season_files as files;
use storage::{Act, Db, Shift, StaffedShift, Visit};
use vocabulary::{AccountRole, CivilWindow, CrewRole, Day, Minutes, PersonId, ShiftId, ShiftState, Timestamp, Zone};
use volunteer_roster as roster;

use super::{AppError, fresh, season_model::Loaded};

/// The shifts that a visit needs by the season's crew rule.
pub fn needs(
    settings: &files::Settings,
    is_event: bool,
    children: Option<u32>,
    visit: &Visit,
) -> Vec<roster::ShiftNeed> {
    let rule = if is_event {
        &settings.crew.event
    } else {
        &settings.crew.regular
    };
    let at_stop = CivilWindow::new(visit.arrival, visit.departure)
        .or_else(|_| CivilWindow::new(visit.public_start, visit.public_end));
    // A visit has public hours of at least a minute, so one of the two is a window.
    let Ok(at_stop) = at_stop else { return Vec::new() };
    roster::needs(&crew_rule(rule), children.unwrap_or(rule.expected_children), at_stop)
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
        // storage: `training_places` and `tongues` of a crew rule in season-files.
        training_places: 0,
        tongues: Vec::new(),
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
            None => storage::shifts::insert(db, &new_shift(visit, need))?,
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

fn new_shift(visit: &Visit, need: &roster::ShiftNeed) -> Shift {
    Shift {
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
        version: 1,
    }
}

fn align_one(db: &mut Db, shift: Shift, visit: &Visit, need: &roster::ShiftNeed, act: &Act) -> Result<(), AppError> {
    let next = Shift {
        places: need.places.max(shift.taken),
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
        for signup in storage::signups::of_shift(db, &was.id)? {
            let after = roster::after_visit_moved(signup.state);
            if after != signup.state {
                saved(storage::signups::keep_place(db, &signup.id, after, act)?)?;
            }
        }
    }
    Ok(())
}

/// Cancels the shifts of a cancelled visit and lets their people go.
pub fn cancel_shifts(db: &mut Db, visit: &Visit, act: &Act) -> Result<(), AppError> {
    for shift in storage::shifts::of_visit(db, &visit.id)? {
        for signup in storage::signups::of_shift(db, &shift.id)? {
            let after = roster::after_visit_cancelled(signup.state);
            if after != signup.state {
                saved(storage::signups::give_back(db, &signup.id, after, act)?)?;
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

/// The instants of a shift's crew time.
pub fn instants(shift: &Shift, zone: Zone) -> Result<(Timestamp, Timestamp), AppError> {
    let resolve = |minute| zone.resolve(shift.crew_day, minute).map_err(|gap| anyhow::anyhow!(gap));
    Ok((resolve(shift.crew_start)?, resolve(shift.crew_end)?))
}

/// The limits of the crew.
pub fn rules() -> roster::Rules {
    // storage: the limits in the settings of a season; until then none but roles, ages and clearance.
    roster::Rules::unlimited()
}

/// A shift as the roster's rules read it.
pub fn rule_shift(shift: &Shift, zone: Zone) -> Result<roster::Shift, AppError> {
    let (starts, ends) = instants(shift, zone)?;
    Ok(roster::Shift {
        id: shift.id.clone(),
        role: shift.role,
        day: shift.crew_day,
        starts,
        ends,
        zone,
        places: shift.places,
        taken: shift.taken,
        state: shift.state,
        minimum_age: roster::AgeCategory::of_years(shift.minimum_age.unwrap_or(0)),
        // storage: shifts.opens_at, shifts.qualifications, shifts.training_places and training_taken; the season's days,
        // the visit's stop, estate, point and bus, and the people on the visit's shifts are there and are to be read.
        opens_at: None,
        qualifications: Vec::new(),
        training_places: 0,
        training_taken: 0,
        season: None,
        place: None,
        crew: Vec::new(),
    })
}

/// A person as the roster's rules read them.
pub fn rule_person(person: &storage::Person) -> roster::Person {
    let role = |role: &CrewRole| roster::RoleHeld {
        role: *role,
        until: None,
        in_training: false,
        confirmed: roster::Confirmation::Seen(None),
    };
    roster::Person {
        id: person.id.clone(),
        kind: match person.role {
            AccountRole::Coordinator | AccountRole::Animator => roster::PersonKind::Staff,
            AccountRole::Volunteer => roster::PersonKind::Volunteer,
        },
        age: person.born_on.map_or(roster::Age::Adult, roster::Age::BornOn),
        // storage: people.kind (socially useful work has no account role); roles with an end, in training, confirmed by;
        // the parts of the clearance apart, each with its day and who checked, and the standards read; qualifications;
        // languages; agreements; insurance; the guardian's consent.
        roles: person.crew_roles.iter().map(role).collect(),
        qualifications: Vec::new(),
        tongues: Vec::new(),
        clearance: roster::Clearance {
            register_on: person.cleared_on,
            certificate_on: person.cleared_on,
            statements_on: person.cleared_on,
            standards_read: None,
            held_until: person.cleared_until,
        },
        agreements: Vec::new(),
        insurance: Vec::new(),
        consent: None,
    }
}

/// A shift on which a person holds a place, as the roster's rules read it.
pub fn commitment(shift: &Shift, zone: Zone) -> Result<roster::Commitment, AppError> {
    let (starts, ends) = instants(shift, zone)?;
    Ok(roster::Commitment {
        shift: shift.id.clone(),
        day: shift.crew_day,
        starts,
        ends,
        // storage: the visit's stop, estate, point and bus.
        place: None,
    })
}

/// The shifts on which a person holds a place, around a day.
pub fn commitments(
    db: &mut Db,
    person: &PersonId,
    around: Day,
    zone: Zone,
) -> Result<Vec<roster::Commitment>, AppError> {
    // storage: from the first day of the season, the month and the week on, as soon as hours are limited.
    let own = storage::signups::of_person(db, person, around.plus_days(-1))?;
    let holding = own.iter().filter(|o| o.signup.state.holds_place());
    holding.map(|o| commitment(&o.shift, zone)).collect()
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
