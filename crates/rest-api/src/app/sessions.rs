//! Signing in, staying signed in, signing out. Tokens are made and read by the web; here stands what they stand for.

use storage::{PasswordHash, RefreshToken, Rotation, Successor, TokenHash};
use vocabulary::{PersonId, TokenId};

use super::{
    App, AppError, Caller, audit,
    caller::spoken_to,
    fresh,
    passwords::Verdict,
    people,
    text::{Lines, has_controls},
};

/// Seconds in which the same refresh token may come twice, as when a browser asks for two pages at once (RFC 9700 4.14.2).
const GRACE_SECONDS: i64 = 10;

/// No e-mail address is longer, in bytes (RFC 5321 section 4.5.3.1.3, RFC 3696 erratum 1690).
const LONGEST_EMAIL: usize = 254;

/// Signs in with e-mail and password; `hash` is that of the refresh token that the client will get.
///
/// An unknown account, a wrong password and an account that is switched off are answered alike and cost the same time.
/// `address` is the client's, by which wrong tries are counted beside the account's.
pub fn sign_in(app: &App, email: &str, password: &str, address: &str, hash: TokenHash) -> Result<Caller, AppError> {
    let now = app.now();
    if email.len() > LONGEST_EMAIL || has_controls(email, Lines::One) {
        // No account has such an address. It is neither looked for nor remembered.
        return Err(AppError::WrongCredentials);
    }
    let account = format!("account {}", storage::people::fold_email(email));
    let address = format!("address {address}");
    let may_try = || match [&account, &address].iter().find_map(|key| app.tries.blocked(key, now)) {
        Some(until) => Err(AppError::TooManyTries(until)),
        None => Ok(()),
    };
    may_try()?;
    let _place = app.tries.queue().ok_or(AppError::Busy)?;
    let person = app.read(|db| match storage::people::by_email(db, email) {
        Ok(person) => Ok(Some(person)),
        Err(storage::StoreError::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    })?;
    let stored = person
        .as_ref()
        .and_then(|p| p.password_hash.as_ref())
        .map(PasswordHash::reveal);
    let (verdict, person) = {
        let _one_at_a_time = app.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // Those who were before may have used up the tries. Asked and counted under one lock, the limit holds for guesses
        // that come at once, too.
        may_try()?;
        let verdict = people::hasher()?
            .verify(password, stored)
            .map_err(|e| anyhow::anyhow!(e))?;
        match (verdict, person) {
            (Verdict::Right | Verdict::RightButOutdated, Some(person)) if person.active => (verdict, person),
            _ => {
                app.tries.wrong(&account, now);
                app.tries.wrong(&address, now);
                return Err(AppError::WrongCredentials);
            }
        }
    };
    app.tries.right(&account);
    let family = fresh::id(TokenId::from_uuid);
    let newer = match verdict {
        Verdict::RightButOutdated => Some(people::hash(app, password)?),
        Verdict::Right | Verdict::Wrong => None,
    };
    app.write(|db| {
        if let Some(hash) = &newer {
            people::store_hash(db, person.clone(), hash.clone())?;
        }
        let token = RefreshToken {
            id: family.clone(),
            family: family.clone(),
            person_id: person.id.clone(),
            token_hash: hash.clone(),
            issued_at: now,
            expires_at: expiry(app),
            used_at: None,
            revoked_at: None,
        };
        storage::tokens::issue(db, &token)?;
        audit::note(db, now, Some(&person.id), "session.start", family.as_str(), &())
    })?;
    Ok(Caller {
        person: person.id,
        name: person.name,
        role: person.role,
        family,
        awaits_approval: person.awaits_approval,
        language: spoken_to(&person.language),
    })
}

fn expiry(app: &App) -> vocabulary::Timestamp {
    app.now()
        .plus_seconds(i64::from(app.config.sign_in.refresh_days) * 86_400)
}

/// What came of a refresh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refreshed {
    /// Hand out the successor and a new access token.
    Renewed(Caller),
    /// The same browser asked twice at once; the other answer carries the successor.
    JustNow(Caller),
}

/// Turns a refresh token into its successor. A token that comes again later ends its whole family.
pub fn refresh(app: &App, presented: &TokenHash, next: TokenHash) -> Result<Refreshed, AppError> {
    let now = app.now();
    let successor = Successor {
        id: fresh::id(TokenId::from_uuid),
        token_hash: next,
        expires_at: expiry(app),
    };
    let rotation = app.write(|db| {
        let rotation = storage::tokens::rotate(db, presented, &successor, GRACE_SECONDS, now)?;
        if let Rotation::ReuseDetected { person_id, family } = &rotation {
            audit::note(db, now, Some(person_id), "session.reuse", family.as_str(), &())?;
        }
        Ok(rotation)
    })?;
    match rotation {
        Rotation::Rotated(token) => Ok(Refreshed::Renewed(caller(app, &token.person_id, &token.family)?)),
        Rotation::JustUsed => {
            let token = app.read(|db| Ok(storage::tokens::by_hash(db, presented)?))?;
            let token = token.ok_or(AppError::Unauthenticated)?;
            Ok(Refreshed::JustNow(caller(app, &token.person_id, &token.family)?))
        }
        Rotation::ReuseDetected { .. } | Rotation::Invalid => Err(AppError::Unauthenticated),
    }
}

/// The person behind a valid access token, as their account stands now: a signed-out session and an account that was
/// switched off are over at the next call, not when the token ends.
pub fn caller(app: &App, person: &PersonId, family: &TokenId) -> Result<Caller, AppError> {
    let now = app.now();
    app.read(|db| {
        let found = match storage::people::get(db, person) {
            Err(storage::StoreError::NotFound) => return Err(AppError::Unauthenticated),
            other => other?,
        };
        if !found.active || !storage::tokens::family_lives(db, family, now)? {
            return Err(AppError::Unauthenticated);
        }
        Ok(Caller {
            person: found.id,
            name: found.name,
            role: found.role,
            family: family.clone(),
            awaits_approval: found.awaits_approval,
            language: spoken_to(&found.language),
        })
    })
}

/// Ends the caller's session.
pub fn sign_out(app: &App, caller: &Caller) -> Result<(), AppError> {
    let now = app.now();
    app.write(|db| {
        storage::tokens::revoke_family(db, &caller.family, now)?;
        audit::note(
            db,
            now,
            Some(&caller.person),
            "session.end",
            caller.family.as_str(),
            &(),
        )
    })
}
