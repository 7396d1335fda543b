//! Refresh tokens. Each may be used once; the new one belongs to the same *family*, and a token that comes a second time
//! ends its family, because one of the two who hold it stole it (RFC 9700 section 4.14.2).

use diesel::prelude::*;
use vocabulary::{PersonId, Timestamp, TokenId};

use crate::{
    Db, StoreError, TokenHash,
    column::Column,
    row::row,
    schema::{
        people,
        refresh_tokens::{self, dsl},
    },
};

row! {
    table = refresh_tokens, row = TokenRow, derive = [Insertable];
    /// A refresh token. Only its hash is known.
    pub struct RefreshToken {
        /// Its id.
        id: TokenId,
        /// The sign-in it descends from.
        family: TokenId,
        /// Whose it is.
        person_id: PersonId,
        /// What is compared.
        token_hash: TokenHash,
        /// When it was given out.
        issued_at: Timestamp,
        /// When it ends.
        expires_at: Timestamp,
        /// When it was turned into its successor.
        used_at: Option<Timestamp>,
        /// When it was declared void.
        revoked_at: Option<Timestamp>,
    }
}

/// What became of a refresh.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub enum Rotation {
    /// This is the successor; hand it out.
    Rotated(RefreshToken),
    /// It was used before: its family is now void. Commit this.
    ReuseDetected {
        /// Whose it was.
        person_id: PersonId,
        /// The family that is void now.
        family: TokenId,
    },
    /// It was used so shortly before that this is taken for the same browser asking twice; nothing was written.
    JustUsed,
    /// It is past its end, or void, or there never was such a token.
    Invalid,
}

/// The successor of a token, as the caller made it.
#[derive(Debug, Clone, PartialEq)]
pub struct Successor {
    /// Its id.
    pub id: TokenId,
    /// What will be compared.
    pub token_hash: TokenHash,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Stores a token; the first of a family, at sign-in.
pub fn issue(db: &mut Db, token: &RefreshToken) -> Result<(), StoreError> {
    diesel::insert_into(refresh_tokens::table)
        .values(TokenRow::from(token))
        .execute(db)?;
    Ok(())
}

/// Uses a token once and stores its successor. Of many who come with the same token exactly one gets one; who comes more
/// than `grace_seconds` (0 to 10) after that ends the family.
pub fn rotate(
    db: &mut Db,
    presented: &TokenHash,
    successor: &Successor,
    grace_seconds: i64,
    now: Timestamp,
) -> Result<Rotation, StoreError> {
    let Some(owner) = by_hash(db, presented)?.map(|token| token.person_id) else {
        return Ok(Rotation::Invalid);
    };
    hold_owner(db, &owner)?;
    let usable = refresh_tokens::table
        .filter(dsl::token_hash.eq(presented.reveal()))
        .filter(dsl::used_at.is_null())
        .filter(dsl::revoked_at.is_null())
        .filter(dsl::expires_at.gt(now.store()));
    let used = diesel::update(usable)
        .set(dsl::used_at.eq(Some(now.store())))
        .execute(db)?;
    let Some(token) = by_hash(db, presented)? else {
        return Ok(Rotation::Invalid);
    };
    if used == 1 {
        let next = RefreshToken {
            id: successor.id.clone(),
            token_hash: successor.token_hash.clone(),
            issued_at: now,
            expires_at: successor.expires_at,
            used_at: None,
            ..token
        };
        issue(db, &next)?;
        return Ok(Rotation::Rotated(next));
    }
    match (token.revoked_at, token.used_at) {
        (None, Some(used_at)) if used_at.seconds_until(now) < grace_seconds => Ok(Rotation::JustUsed),
        (None, Some(_)) => {
            revoke_family(db, &token.family, now)?;
            Ok(Rotation::ReuseDetected {
                person_id: token.person_id,
                family: token.family,
            })
        }
        (Some(_), _) | (None, None) => Ok(Rotation::Invalid),
    }
}

/// The token with this hash, used and void ones too.
pub fn by_hash(db: &mut Db, hash: &TokenHash) -> Result<Option<RefreshToken>, StoreError> {
    let found = refresh_tokens::table.filter(dsl::token_hash.eq(hash.reveal()));
    found
        .select(TokenRow::as_select())
        .first(db)
        .optional()?
        .map(RefreshToken::try_from)
        .transpose()
}

/// Whether a family has a token that could still be used: a signed-out sign-in has none.
pub fn family_lives(db: &mut Db, family: &TokenId, now: Timestamp) -> Result<bool, StoreError> {
    let living = refresh_tokens::table
        .filter(dsl::family.eq(family.as_str()))
        .filter(dsl::used_at.is_null())
        .filter(dsl::revoked_at.is_null())
        .filter(dsl::expires_at.gt(now.store()));
    Ok(living.count().get_result::<i64>(db)? > 0)
}

/// Declares a family void: sign-out. How many tokens that ended.
pub fn revoke_family(db: &mut Db, family: &TokenId, now: Timestamp) -> Result<usize, StoreError> {
    let owner = refresh_tokens::table.filter(dsl::family.eq(family.as_str()));
    let owner: Option<String> = owner.select(dsl::person_id).first(db).optional()?;
    if let Some(Ok(owner)) = owner.map(|id| id.parse()) {
        hold_owner(db, &owner)?;
    }
    let living = refresh_tokens::table
        .filter(dsl::family.eq(family.as_str()))
        .filter(dsl::revoked_at.is_null());
    Ok(diesel::update(living)
        .set(dsl::revoked_at.eq(Some(now.store())))
        .execute(db)?)
}

/// Declares every token of a person void: a new password, an account switched off. How many that ended.
pub fn revoke_person(db: &mut Db, person: &PersonId, now: Timestamp) -> Result<usize, StoreError> {
    hold_owner(db, person)?;
    let living = refresh_tokens::table
        .filter(dsl::person_id.eq(person.as_str()))
        .filter(dsl::revoked_at.is_null());
    Ok(diesel::update(living)
        .set(dsl::revoked_at.eq(Some(now.store())))
        .execute(db)?)
}

/// Holds the person's row until the transaction ends: a refresh and a sign-out come one after the other, so that no successor
/// is made that the sign-out does not see.
fn hold_owner(db: &mut Db, person: &PersonId) -> Result<(), StoreError> {
    diesel::update(people::table.find(person.as_str()))
        .set(people::signup_guard.eq(people::signup_guard))
        .execute(db)?;
    Ok(())
}

/// Forgets tokens that ended before this; how many.
pub fn prune(db: &mut Db, before: Timestamp) -> Result<usize, StoreError> {
    Ok(diesel::delete(refresh_tokens::table.filter(dsl::expires_at.lt(before.store()))).execute(db)?)
}
