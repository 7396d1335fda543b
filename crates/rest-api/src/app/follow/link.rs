//! The link of a follower: signed with the secret of the service, so that nothing of it is stored.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use storage::Follower;
use vocabulary::FollowerId;

use crate::app::{App, AppError};

/// The page, without the prefix of a language.
pub const PATH: &str = "/powiadomienia";

/// The address of a follower's page, in their language.
pub fn address(app: &App, follower: &Follower) -> String {
    let prefix = super::language(follower).path_prefix();
    format!("{}{prefix}{PATH}/{}", app.base_address, token(app, &follower.id))
}

/// Who it is, signed, so that nobody confirms or ends anything for another.
pub fn token(app: &App, follower: &FollowerId) -> String {
    format!("{follower}.{}", signature(app, follower))
}

fn signature(app: &App, follower: &FollowerId) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app.form_secret.reveal().as_bytes()) else {
        // HMAC takes keys of any length (RFC 2104).
        return String::new();
    };
    // Other texts are signed with the same secret; this beginning is none of theirs.
    mac.update(format!("follower:{follower}").as_bytes());
    mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect()
}

/// Of whom a token speaks; `NotFound` for one that we did not make.
pub fn read(app: &App, token: &str) -> Result<FollowerId, AppError> {
    let (id, given) = token.split_once('.').ok_or(AppError::NotFound)?;
    let id: FollowerId = id.parse().map_err(|_| AppError::NotFound)?;
    let right = signature(app, &id);
    // Compared through a hash, so that time tells nothing of how much of it was right.
    let digest = |text: &str| <Sha256 as sha2::Digest>::digest(text);
    if !right.is_empty() && digest(&right) == digest(given) {
        Ok(id)
    } else {
        Err(AppError::NotFound)
    }
}
