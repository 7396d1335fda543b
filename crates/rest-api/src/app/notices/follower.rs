//! What followers are told by e-mail, who have no account.

use serde::{Deserialize, Serialize};
use storage::{Db, Json, Message};
use vocabulary::{AnnouncementId, FollowerId, MessageId, MessageKind, MessageState, Timestamp};

use super::{AppError, Notice};
use crate::app::fresh;

/// To a follower.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about")]
pub enum FollowerNotice {
    /// They are asked to confirm, or told that all is confirmed.
    #[serde(rename = "follower-confirm")]
    Confirm {
        /// Whether the link is left out. It is made of what is known of the follower and stands in no message.
        #[serde(default)]
        without_link: bool,
    },
    /// Something happened to visits, or they are tomorrow.
    #[serde(rename = "follower-told")]
    Told {
        /// What.
        announcement: AnnouncementId,
        /// Whether the link is left out.
        #[serde(default)]
        without_link: bool,
    },
}

impl FollowerNotice {
    /// The same without the link to the follower's page.
    pub(super) fn without_link(&self) -> Self {
        let without_link = true;
        match self {
            Self::Confirm { .. } => Self::Confirm { without_link },
            Self::Told { announcement, .. } => Self::Told {
                announcement: announcement.clone(),
                without_link,
            },
        }
    }
}

/// Whether a letter that asks to confirm waits to leave.
pub fn follower_is_asked(db: &mut Db, follower: &FollowerId) -> Result<bool, AppError> {
    Ok(storage::messages::waits(db, &asking(follower))?)
}

/// A letter that asks to confirm.
pub fn follower_confirm(db: &mut Db, now: Timestamp, due: Timestamp, follower: &FollowerId) -> Result<(), AppError> {
    let matter = format!("{}{due}", asking(follower));
    put(
        db,
        now,
        due,
        follower,
        matter,
        FollowerNotice::Confirm { without_link: false },
    )
}

/// A letter that asks to confirm and has not left yet does not leave any more.
pub fn follower_confirmed(db: &mut Db, now: Timestamp, follower: &FollowerId) -> Result<(), AppError> {
    storage::messages::drop_waiting(db, &asking(follower), now, None)?;
    Ok(())
}

fn asking(follower: &FollowerId) -> String {
    format!("follow:{follower}:confirm:")
}

/// What an announcement tells, once.
pub fn follower_told(
    db: &mut Db,
    now: Timestamp,
    follower: &FollowerId,
    announcement: &AnnouncementId,
) -> Result<(), AppError> {
    let matter = format!("follow:{follower}:{announcement}");
    let notice = FollowerNotice::Told {
        announcement: announcement.clone(),
        without_link: false,
    };
    put(db, now, now, follower, matter, notice)
}

fn put(
    db: &mut Db,
    now: Timestamp,
    due: Timestamp,
    follower: &FollowerId,
    matter: String,
    notice: FollowerNotice,
) -> Result<(), AppError> {
    let message = Message {
        id: fresh::id(MessageId::from_uuid),
        person_id: None,
        address: None,
        kind: MessageKind::Follow,
        matter,
        content: Json::of(&Notice::Follower(notice))?,
        made_at: now,
        due_at: due,
        state: MessageState::Waiting,
        tries: 0,
        claimed_at: None,
        ended_at: None,
        error: None,
        follower_id: Some(follower.clone()),
    };
    storage::messages::put(db, &message)?;
    Ok(())
}
