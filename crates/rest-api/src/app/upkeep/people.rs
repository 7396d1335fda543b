//! What of people is forgotten, and when.

use storage::{Db, Person};
use vocabulary::{Day, PersonId, Timestamp};
use volunteer_roster::AgeCategory;

use crate::app::{
    App, AppError, audit, erasure,
    notices::{self, AccountNotice},
    papers::{self, Papers},
};

/// What was done, in people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Done {
    /// Came of age: no day of birth is kept any more.
    pub(super) grown_up: usize,
    /// Old papers were taken out of theirs.
    pub(super) papers: usize,
    /// Registered, and nobody said yes.
    pub(super) registrations: usize,
    /// Were not seen for long and were written to.
    pub(super) written_to: usize,
    /// Were not seen since that letter.
    pub(super) erased: usize,
}

pub(super) fn run(app: &App) -> Result<Done, AppError> {
    let (now, today) = (app.now(), app.today());
    let mut done = Done::default();
    for person in everybody(app)? {
        let next = outdated(app, &person, today)?;
        if next.papers == person.papers && next.born_on == person.born_on {
            continue;
        }
        let grown_up = next.born_on != person.born_on;
        // Somebody who changes the person at this moment is not overwritten: the next round comes.
        let saved = app.write(|db| match storage::people::save(db, &next)? {
            storage::Guarded::Done(_) => {
                audit::note(db, now, None, "person.retention", person.id.as_str(), &grown_up)?;
                Ok(true)
            }
            storage::Guarded::Stale(_) => Ok(false),
        })?;
        done.grown_up += usize::from(saved && grown_up);
        done.papers += usize::from(saved && next.papers != person.papers);
    }
    registrations(app, now, &mut done)?;
    idle(app, now, today, &mut done)?;
    if done.registrations + done.erased > 0 {
        erasure::settle(app);
    }
    Ok(done)
}

fn everybody(app: &App) -> Result<Vec<Person>, AppError> {
    app.read(|db| Ok(storage::whole(|page| storage::people::list(db, page))?))
}

/// The person without what is past its term.
fn outdated(app: &App, person: &Person, today: Day) -> Result<Person, AppError> {
    let terms = &app.config.retention;
    let mut kept = Papers::of(person)?;
    let before = kept.clone();
    // Of age for so many days: looked at as that day long ago would have been.
    let of_age_for = |days: u32| {
        let then = today.plus_days(-i64::from(days));
        papers::age(person.born_on).category_on(then) == AgeCategory::Adult
    };
    let past = |until: Option<Day>, days: u32| until.is_some_and(|until| until.plus_days(i64::from(days)) < today);
    kept.agreements.retain(|one| !past(one.to, terms.agreement_days));
    kept.insurance.retain(|one| !past(Some(one.to), terms.agreement_days));
    kept.roles.retain(|one| !past(one.until, terms.qualification_days));
    kept.qualifications
        .retain(|one| !past(one.until, terms.qualification_days));
    // While a day of birth is kept it says since when they are of age; of somebody without one a guardian is kept no longer than their consent counts.
    let guardian_goes = match person.born_on {
        Some(_) => of_age_for(terms.guardian_days),
        None => match &kept.consent {
            Some(consent) => past(Some(consent.given_on), terms.guardian_days),
            None => true,
        },
    };
    if guardian_goes {
        kept.guardian = None;
        kept.consent = None;
    }
    let born_on = person.born_on.filter(|_| !of_age_for(terms.birth_date_days));
    Ok(Person {
        papers: if kept == before {
            person.papers.clone()
        } else {
            kept.store()?
        },
        born_on,
        ..person.clone()
    })
}

/// Registrations that nobody approved in time.
fn registrations(app: &App, now: Timestamp, done: &mut Done) -> Result<(), AppError> {
    let term = i64::from(app.config.retention.registration_days) * 86_400;
    let waiting = app.read(|db| Ok(storage::people::awaiting(db, 1_000)?))?;
    let old = waiting
        .into_iter()
        .filter(|person| person.created_at.plus_seconds(term) < now);
    for person in old {
        let still = |db: &mut Db| Ok(storage::people::get(db, &person.id)?.awaits_approval);
        done.registrations += usize::from(erase(app, &person.id, now, &still)?);
    }
    Ok(())
}

/// Volunteers who did nothing for long are written to; those who did nothing since that letter left are erased.
fn idle(app: &App, now: Timestamp, today: Day, done: &mut Done) -> Result<(), AppError> {
    let terms = &app.config.retention;
    let term = i64::from(terms.idle_days) * 86_400;
    let notice_days = i64::from(terms.idle_notice_days);
    let since = now.plus_seconds(-term);
    for person in app.read(|db| Ok(storage::people::idle_since(db, since)?))? {
        let sent = app.read(|db| latest_letter(db, &person.id, today, notice_days))?;
        match sent {
            Letter::None if person.active => {
                let on = today.plus_days(notice_days);
                app.write(|db| {
                    let notice = AccountNotice::Idle { on };
                    notices::account(db, now, &person.id, matter(&person.id, on), notice)?;
                    audit::note(db, now, None, "person.idle", person.id.as_str(), &on)
                })?;
                done.written_to += 1;
            }
            Letter::Sent(at) if at.plus_seconds(notice_days * 86_400) <= now => {
                let still = |db: &mut Db| {
                    let idle = storage::people::idle_since(db, since)?;
                    Ok(idle.iter().any(|other| other.id == person.id))
                };
                done.erased += usize::from(erase(app, &person.id, now, &still)?);
            }
            // Nobody is erased who was not told.
            Letter::None | Letter::Waits | Letter::Sent(_) => {}
        }
    }
    Ok(())
}

enum Letter {
    None,
    Waits,
    Sent(Timestamp),
}

fn matter(person: &PersonId, on: Day) -> String {
    format!("idle:{person}:{on}")
}

/// The last letter of this kind: it named a day at most its term ahead, and is known for as long as messages are.
fn latest_letter(db: &mut Db, person: &PersonId, today: Day, notice_days: i64) -> Result<Letter, AppError> {
    for back in 0..=90 {
        let matter = matter(person, today.plus_days(notice_days - back));
        if let Some(at) = storage::messages::sent_at(db, &matter)? {
            return Ok(Letter::Sent(at));
        }
        if storage::messages::known(db, &matter)? {
            return Ok(Letter::Waits);
        }
    }
    Ok(Letter::None)
}

/// Erases a person if that still holds by which they were found.
fn erase(
    app: &App,
    id: &PersonId,
    now: Timestamp,
    still: &dyn Fn(&mut Db) -> Result<bool, AppError>,
) -> Result<bool, AppError> {
    app.write(|db| {
        if !still(db)? {
            return Ok(false);
        }
        erasure::take_out(db, id, now, None)?;
        audit::note(db, now, None, "person.retention-erase", id.as_str(), &())?;
        Ok(true)
    })
}
