//! A person's own calendar: their shifts at an address that only they know. Whoever has the address reads it, so it is shown once, only its hash is
//! kept, and a new one ends the old.

use public_calendar::ical::{Certain, Entry, Flavour, PersonalFeed as Head, personal};
use sha2::{Digest, Sha256};
use storage::{Db, PersonalFeed, Shift, Signup, SignupOfPerson, StoreError, TokenHash, Visit};
use vocabulary::{Day, ShiftState, SignupState, Timestamp, VisitState};
use wording::Words;

use super::{
    App, AppError, Caller, audit,
    caller::spoken_to,
    facts, fresh,
    signups::{self, Place},
};

/// The beginning of the address.
pub const PATH: &str = "/moje-dyzury";
/// So many days back a feed goes: late readers still see what was cancelled.
const DAYS_BACK: i64 = 60;

/// When the caller's feed was made, if there is one.
pub fn made_at(app: &App, caller: &Caller) -> Result<Option<Timestamp>, AppError> {
    app.read(|db| Ok(storage::feeds::of_person(db, &caller.person)?.map(|feed| feed.made_at)))
}

/// Makes the caller's feed, or a new one that ends the old. Gives its address, which is shown this once.
pub fn make(app: &App, caller: &Caller) -> Result<String, AppError> {
    let secret = fresh::bytes::<32>()?;
    let token: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    let now = app.now();
    let feed = PersonalFeed {
        person_id: caller.person.clone(),
        token_hash: hash(&token),
        made_at: now,
    };
    app.write(|db| {
        storage::feeds::make(db, &feed)?;
        audit::note(
            db,
            now,
            Some(&caller.person),
            "person.feed",
            caller.person.as_str(),
            &(),
        )
    })?;
    Ok(format!("{}{PATH}/{token}.ics", app.base_address))
}

/// Switches the caller's feed off.
pub fn end(app: &App, caller: &Caller) -> Result<(), AppError> {
    let now = app.now();
    app.write(|db| {
        if storage::feeds::end_of(db, &caller.person)? {
            audit::note(
                db,
                now,
                Some(&caller.person),
                "person.feed-end",
                caller.person.as_str(),
                &(),
            )?;
        }
        Ok(())
    })
}

fn hash(token: &str) -> TokenHash {
    let digest = Sha256::new().chain_update("feed ").chain_update(token).finalize();
    TokenHash::new(digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// The file behind an address, and when something in it last changed; `NotFound` for an address that is none, was replaced or switched off.
pub fn read(app: &App, token: &str, flavour: Flavour) -> Result<(String, Option<Timestamp>), AppError> {
    if token.len() != 64 {
        return Err(AppError::NotFound);
    }
    let since = app.today().plus_days(-DAYS_BACK);
    app.read(|db| {
        let person = match storage::feeds::whose(db, &hash(token)) {
            Err(StoreError::NotFound) => return Err(AppError::NotFound),
            other => other?,
        };
        let confirmed = storage::signups::ever_confirmed(db, &person.id)?;
        let all = storage::signups::of_person(db, &person.id, since)?;
        let places = signups::places(db)?;
        let words = Words::of(spoken_to(&person.language));
        let mut entries = Vec::new();
        let theirs = |one: &&SignupOfPerson| {
            // The log, which is forgotten in time, is only asked of what is over.
            let stands = one.signup.state.holds_place() && one.signup.state != SignupState::Offered;
            stands || confirmed.contains(&one.signup.id)
        };
        for one in all.iter().filter(theirs) {
            let place = places.get(&one.visit.stop_id).cloned().unwrap_or_default();
            entries.extend(entry_of(app, db, words, one, &place)?);
        }
        let changed = entries.iter().map(|entry| entry.changed).max();
        let head = Head {
            name: words.accounts().feed_name(&app.config.calendar.service_name),
            zone: app.zone,
            page: format!("{}/dyzury", app.base_address),
        };
        Ok((personal(&head, &entries, flavour), changed))
    })
}

fn entry_of(
    app: &App,
    db: &mut Db,
    words: Words,
    one: &SignupOfPerson,
    place: &Place,
) -> Result<Option<Entry>, AppError> {
    let Some(certain) = certain(&one.signup, &one.shift, &one.visit) else {
        return Ok(None);
    };
    let said = words.notices();
    let title = match certain {
        Certain::Confirmed => said.entry_confirmed(&place.stop),
        Certain::Tentative => said.entry_tentative(&place.stop),
        Certain::Cancelled => said.entry_cancelled(&place.stop),
    };
    let zone = storage::seasons::get(db, &one.visit.season_id)?.zone;
    let (starts, ends) = facts::instants(&one.shift, zone)?;
    let page = format!("{}/dyzury#{}", app.base_address, one.signup.id);
    let estate = words.pages().estate(&place.estate);
    let location = [place.stop.as_str(), &place.address, &estate];
    let location: Vec<_> = location.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(Some(Entry {
        uid: uid(app, &one.signup),
        changed: one.signup.changed_at.max(one.visit.revised_at),
        sequence: sequence(&one.signup, &one.visit),
        starts,
        ends,
        certain,
        title,
        location: location.join(", "),
        description: description(words, one, &page),
        page,
    }))
}

/// How sure the person's coming is; none for what was never theirs.
fn certain(signup: &Signup, shift: &Shift, visit: &Visit) -> Option<Certain> {
    if visit.state == VisitState::Cancelled || shift.state == ShiftState::Cancelled {
        return Some(Certain::Cancelled);
    }
    match signup.state {
        SignupState::Confirmed | SignupState::CheckedIn | SignupState::Attended => Some(Certain::Confirmed),
        SignupState::ToReconfirm => Some(Certain::Tentative),
        SignupState::Withdrawn | SignupState::WithdrawnLate | SignupState::Released | SignupState::NoShow => {
            Some(Certain::Cancelled)
        }
        SignupState::Requested
        | SignupState::Rejected
        | SignupState::Offered
        | SignupState::Waitlisted
        | SignupState::Closed
        | SignupState::Declined
        | SignupState::Expired => None,
    }
}

/// What stands for a sign-up in every calendar, in letters and feeds alike.
pub fn uid(app: &App, signup: &Signup) -> String {
    format!("signup-{}@{}", signup.id, app.feed_host)
}

/// Grows when the sign-up or the visit changes, and never falls: both of its parts only grow.
pub fn sequence(signup: &Signup, visit: &Visit) -> u32 {
    signup.version.saturating_add(visit.sequence)
}

/// Whole sentences, one a line; last the link, since Google shows no URL field.
fn description(words: Words, one: &SignupOfPerson, page: &str) -> String {
    let (said, dates) = (words.notices(), words.dates());
    let span = |start, end| {
        let window = vocabulary::CivilWindow::new(start, end);
        window.map(|window| dates.window(window)).unwrap_or_default()
    };
    let day: Day = one.shift.crew_day;
    let crew = span(one.shift.crew_start, one.shift.crew_end);
    let open = span(one.visit.public_start, one.visit.public_end);
    let mut lines = vec![
        said.role_line(&words.common().crew_role(one.shift.role)),
        said.when_line(&dates.long(day), &crew),
        said.open_line(&open),
    ];
    lines.extend(one.visit.reason.as_ref().map(|reason| said.note_line(reason)));
    lines.extend(one.visit.note.as_ref().map(|note| said.note_line(note)));
    lines.push(page.to_owned());
    lines.join("\n")
}
