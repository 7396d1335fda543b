//! Swaps: a sign-up passed on to somebody, or traded for another.

use diesel::prelude::*;
use vocabulary::{PersonId, SignupId, SwapId, SwapState, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    row::{queries, row, things},
    schema::swaps::{self, dsl},
};

row! {
    table = swaps, row = SwapRow, derive = [Insertable, AsChangeset];
    /// A swap, whatever became of it.
    pub struct Swap {
        /// Its id.
        id: SwapId,
        /// Whose proposal it is.
        giver: PersonId,
        /// What they give.
        given: SignupId,
        /// Its version when it was proposed.
        given_version: u32,
        /// To whom; none while it is for anybody who may.
        taker: Option<PersonId>,
        /// What they want for it; none if nothing.
        back: Option<SignupId>,
        /// Its version when it was proposed.
        back_version: Option<u32>,
        /// Where it stands.
        state: SwapState,
        /// What the giver writes to the taker.
        message: Option<String>,
        /// When it was proposed.
        created_at: Timestamp,
        /// When its state last changed.
        changed_at: Timestamp,
        /// Who changed it; nobody when the software did by itself.
        changed_by: Option<PersonId>,
        /// Raised by one at each change.
        version: u32,
    }
}

queries!(swaps, Swap, SwapRow, SwapId; insert, get, save);

/// All that still wait for somebody, the oldest first.
pub fn open(db: &mut Db) -> Result<Vec<Swap>, StoreError> {
    let waits = [SwapState::Proposed.as_str(), SwapState::Accepted.as_str()];
    let found = swaps::table.filter(dsl::state.eq_any(waits));
    things(
        found
            .order((dsl::created_at, dsl::id))
            .select(SwapRow::as_select())
            .load(db)?,
    )
}

/// The one in which a sign-up is given and that still waits for somebody; there is at most one.
pub fn open_of(db: &mut Db, given: &SignupId) -> Result<Option<Swap>, StoreError> {
    let waits = [SwapState::Proposed.as_str(), SwapState::Accepted.as_str()];
    let found = swaps::table
        .filter(dsl::given.eq(given.store()))
        .filter(dsl::state.eq_any(waits));
    found
        .select(SwapRow::as_select())
        .first(db)
        .optional()?
        .map(Swap::try_from)
        .transpose()
}
