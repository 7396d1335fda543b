//! The evening before: whoever comes tomorrow is told so once.

use storage::{Db, SignupOfPerson};
use vocabulary::{MessageKind, Minute, SignupState, Timestamp};

use super::{
    App, AppError,
    notices::{self, SignupNotice},
};

/// From this hour on, by the clocks of the season's zone.
const FROM_HOUR: u32 = 18;

/// Writes the reminders that are due; how many. Run again, it writes none twice.
pub fn write(app: &App, now: Timestamp) -> Result<usize, AppError> {
    let today = app.zone.day(now);
    let mut candidates = Vec::new();
    // "Tomorrow" in any zone on Earth.
    for ahead in 0..=2 {
        let day = today.plus_days(ahead);
        candidates.extend(app.read(|db| Ok(storage::signups::on_day(db, day, SignupState::Confirmed)?))?);
    }
    // Looked at before anything is held: the whole evening long there is nothing left to write.
    candidates.retain(|one| !matches!(app.read(|db| due(db, one, now)), Ok(None)));
    let mut written = 0;
    for one in &candidates {
        written += usize::from(app.write(|db| remind(db, one, now))?);
    }
    Ok(written)
}

fn remind(db: &mut Db, one: &SignupOfPerson, now: Timestamp) -> Result<bool, AppError> {
    let Some(matter) = due(db, one, now)? else {
        return Ok(false);
    };
    let notice = SignupNotice::Reminder {
        signup: one.signup.id.clone(),
    };
    notices::tell(
        db,
        now,
        now,
        &one.signup.person_id,
        MessageKind::Reminder,
        matter,
        notice,
    )?;
    Ok(true)
}

/// The matter of a reminder that is to be written now; none if it is not yet time, is written, or tells nothing new.
fn due(db: &mut Db, one: &SignupOfPerson, now: Timestamp) -> Result<Option<String>, AppError> {
    let zone = storage::seasons::get(db, &one.visit.season_id)?.zone;
    let (day, minute) = zone.civil(now);
    if day.plus_days(1) != one.shift.crew_day || minute.hour() < FROM_HOUR {
        return Ok(None);
    }
    let evening = Minute::new(FROM_HOUR * 60).and_then(|from| zone.resolve(day, from).ok());
    // Whoever took the place this evening knows.
    if evening.is_some_and(|evening| one.signup.created_at >= evening) {
        return Ok(None);
    }
    let matter = format!("reminder:{}:{}", one.signup.id, one.shift.crew_day);
    let known = storage::messages::known(db, &matter)?;
    Ok((!known).then_some(matter))
}
