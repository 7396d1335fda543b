//! Shifts: work on a visit for one role. How many places are taken is counted by the database in the same statement that
//! gives one out; see [`crate::signups`].

use diesel::prelude::*;
use vocabulary::{CrewRole, Day, Minute, PersonKind, ShiftId, ShiftState, Timestamp, VisitId, VisitState};

use crate::{
    Db, Json, Signup, StoreError, Visit,
    column::Column,
    row::{queries, row, things},
    schema::{people, shifts, signups, visits},
    signups::{SignupRow, holding},
    visits::VisitRow,
};

row! {
    table = shifts, row = ShiftRow, derive = [Insertable, AsChangeset];
    /// A shift.
    pub struct Shift {
        /// Its id.
        id: ShiftId,
        /// The visit it is part of.
        visit_id: VisitId,
        /// What one does.
        role: CrewRole,
        /// How many people are wanted.
        places: u32,
        /// How many places are held; changed by [`crate::signups`] only.
        taken: u32,
        /// Whether it takes sign-ups.
        state: ShiftState,
        /// The day the crew meets.
        crew_day: Day,
        /// From when.
        crew_start: Minute,
        /// Until when.
        crew_end: Minute,
        /// How old one must be, in years.
        minimum_age: Option<u32>,
        /// From when on it may be taken, where that is not what its season says.
        opens_at: Option<Timestamp>,
        /// Which qualifications it asks for beside those that its season asks of the role; a list of words.
        qualifications: Json,
        /// Places for people who come along to learn and do not count.
        training_places: u32,
        /// How many of those are held; changed by [`crate::signups`] only.
        training_taken: u32,
        /// Raised by one at each edit and each place given out or back.
        version: u32,
    }
}

queries!(shifts, Shift, ShiftRow, ShiftId; insert, get, save);

/// Holds the visit of a shift and the shift until the transaction ends, and only then reads the shift: its crew and its places are what they
/// are until whoever holds them is done. The order is person, visit, shift.
pub fn hold(db: &mut Db, id: &ShiftId) -> Result<Shift, StoreError> {
    let visit = get(db, id)?.visit_id;
    diesel::update(visits::table.find(visit.as_str()))
        .set(visits::version.eq(visits::version))
        .execute(db)?;
    diesel::update(shifts::table.find(id.as_str()))
        .set(shifts::taken.eq(shifts::taken))
        .execute(db)?;
    get(db, id)
}

/// The same for two shifts, whichever is named first: visits by id, then shifts by id, so that two who hold the same two never wait for each
/// other in a circle. In the order of the names.
pub fn hold_both(db: &mut Db, one: &ShiftId, other: &ShiftId) -> Result<(Shift, Shift), StoreError> {
    let mut visits_held = [get(db, one)?.visit_id, get(db, other)?.visit_id];
    visits_held.sort();
    for visit in &visits_held {
        diesel::update(visits::table.find(visit.as_str()))
            .set(visits::version.eq(visits::version))
            .execute(db)?;
    }
    let mut shifts_held = [one, other];
    shifts_held.sort();
    for shift in shifts_held {
        diesel::update(shifts::table.find(shift.as_str()))
            .set(shifts::taken.eq(shifts::taken))
            .execute(db)?;
    }
    Ok((get(db, one)?, get(db, other)?))
}

/// A shift and the visit it is part of.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftOfVisit {
    /// The shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
}

/// Somebody who holds a place.
#[derive(Debug, Clone, PartialEq)]
pub struct CrewMember {
    /// The sign-up.
    pub signup: Signup,
    /// The person's name.
    pub name: String,
    /// On what footing they work with the bus.
    pub kind: PersonKind,
    /// The day of birth of a minor.
    pub born_on: Option<Day>,
}

/// A shift and who holds its places.
#[derive(Debug, Clone, PartialEq)]
pub struct StaffedShift {
    /// The shift.
    pub shift: Shift,
    /// Who holds a place, the first to come first.
    pub crew: Vec<CrewMember>,
}

/// A visit with its shifts and their crew.
#[derive(Debug, Clone, PartialEq)]
pub struct StaffedVisit {
    /// The visit.
    pub visit: Visit,
    /// Its shifts, by id.
    pub shifts: Vec<StaffedShift>,
}

/// Open shifts of planned visits from a day on, full ones too, by day and time.
pub fn open_from(db: &mut Db, day: Day) -> Result<Vec<ShiftOfVisit>, StoreError> {
    let rows: Vec<(ShiftRow, VisitRow)> = shifts::table
        .inner_join(visits::table)
        .filter(visits::day.ge(day.store()))
        .filter(visits::state.eq(VisitState::Planned.as_str()))
        .filter(shifts::state.eq(ShiftState::Open.as_str()))
        .order((visits::day, shifts::crew_start, shifts::id))
        .select((ShiftRow::as_select(), VisitRow::as_select()))
        .load(db)?;
    rows.into_iter()
        .map(|(shift, visit)| {
            Ok(ShiftOfVisit {
                shift: shift.try_into()?,
                visit: visit.try_into()?,
            })
        })
        .collect()
}

/// The shifts of one visit, by id.
pub fn of_visit(db: &mut Db, visit: &VisitId) -> Result<Vec<Shift>, StoreError> {
    let found = shifts::table.filter(shifts::visit_id.eq(visit.as_str()));
    things(found.order(shifts::id).select(ShiftRow::as_select()).load(db)?)
}

/// These visits, in their order, with their shifts and who is on them.
pub fn with_crew(db: &mut Db, visits: Vec<Visit>) -> Result<Vec<StaffedVisit>, StoreError> {
    let visit_ids: Vec<&str> = visits.iter().map(|visit| visit.id.as_str()).collect();
    let found = shifts::table.filter(shifts::visit_id.eq_any(visit_ids));
    let all: Vec<Shift> = things(found.order(shifts::id).select(ShiftRow::as_select()).load(db)?)?;
    let shift_ids: Vec<&str> = all.iter().map(|shift| shift.id.as_str()).collect();
    let crew: Vec<(SignupRow, String, String, Option<chrono::NaiveDate>)> = signups::table
        .inner_join(people::table)
        .filter(signups::shift_id.eq_any(shift_ids))
        .filter(signups::state.eq_any(holding()))
        .order((signups::created_at, signups::id))
        .select((SignupRow::as_select(), people::name, people::kind, people::born_on))
        .load(db)?;
    let mut members = std::collections::HashMap::<ShiftId, Vec<CrewMember>>::new();
    for (row, name, kind, born_on) in crew {
        let signup = Signup::try_from(row)?;
        members.entry(signup.shift_id.clone()).or_default().push(CrewMember {
            signup,
            name,
            kind: PersonKind::load(kind).map_err(StoreError::Broken)?,
            born_on: Option::<Day>::load(born_on).map_err(StoreError::Broken)?,
        });
    }
    let mut staffed = std::collections::HashMap::<VisitId, Vec<StaffedShift>>::new();
    for shift in all {
        let crew = members.remove(&shift.id).unwrap_or_default();
        staffed
            .entry(shift.visit_id.clone())
            .or_default()
            .push(StaffedShift { shift, crew });
    }
    let join = |visit: Visit| StaffedVisit {
        shifts: staffed.remove(&visit.id).unwrap_or_default(),
        visit,
    };
    Ok(visits.into_iter().map(join).collect())
}
