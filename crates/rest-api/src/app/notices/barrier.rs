//! What staff is told of barriers.

use serde::{Deserialize, Serialize};
use storage::{Db, Json, Message};
use vocabulary::{BarrierId, MessageId, MessageKind, MessageState, Timestamp};

use super::{AppError, Notice, fresh, tell};

/// About a barrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum BarrierNotice {
    /// Somebody told of one.
    BarrierTold {
        /// Which.
        barrier: BarrierId,
    },
}

/// Somebody told of a barrier: every coordinator hears of it, and who has the address of the declaration.
pub fn barrier_told(db: &mut Db, now: Timestamp, barrier: &BarrierId, address: &str) -> Result<(), AppError> {
    let notice = || BarrierNotice::BarrierTold {
        barrier: barrier.clone(),
    };
    let mut told = false;
    for person in storage::people::staff(db)? {
        told |= storage::people::get(db, &person)?.email.eq_ignore_ascii_case(address);
        let matter = format!("barrier:{barrier}:{person}");
        tell(db, now, now, &person, MessageKind::Staff, matter, notice())?;
    }
    if told {
        return Ok(());
    }
    storage::messages::put(
        db,
        &Message {
            id: fresh::id(MessageId::from_uuid),
            person_id: None,
            address: Some(address.to_owned()),
            kind: MessageKind::Staff,
            matter: format!("barrier:{barrier}:declaration"),
            content: Json::of(&Notice::Barrier(notice()))?,
            made_at: now,
            due_at: now,
            state: MessageState::Waiting,
            tries: 0,
            claimed_at: None,
            ended_at: None,
            error: None,
            follower_id: None,
        },
    )?;
    Ok(())
}
