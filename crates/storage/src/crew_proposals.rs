//! Proposed crews of seasons, each one document that is looked at, changed and then offered to its people.

use diesel::prelude::*;
use vocabulary::{PersonId, ProposalId, ProposalState, SeasonId, Timestamp};

use crate::{
    Db, Json, StoreError,
    row::{queries, row, things},
    schema::crew_proposals,
};

row! {
    table = crew_proposals, row = CrewProposalRow, derive = [Insertable, AsChangeset];
    /// A proposed crew.
    pub struct CrewProposal {
        /// Its id.
        id: ProposalId,
        /// The season.
        season_id: SeasonId,
        /// Where it stands.
        state: ProposalState,
        /// The seed of its search.
        seed: u64,
        /// As `app/proposals.rs` writes it; people by their ids only.
        proposal: Json,
        /// Who asked for it.
        made_by: Option<PersonId>,
        /// When.
        made_at: Timestamp,
        /// When it was offered or thrown away.
        ended_at: Option<Timestamp>,
        /// Raised by one at each edit.
        version: u32,
    }
}

queries!(crew_proposals, CrewProposal, CrewProposalRow, ProposalId; insert, get, save);

/// All of a season, the newest first.
pub fn of_season(db: &mut Db, season: &SeasonId) -> Result<Vec<CrewProposal>, StoreError> {
    let found = crew_proposals::table.filter(crew_proposals::season_id.eq(season.as_str()));
    let order = (crew_proposals::made_at.desc(), crew_proposals::id.desc());
    things(found.order(order).select(CrewProposalRow::as_select()).load(db)?)
}
