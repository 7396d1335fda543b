//! New ids and random bytes: the only place that asks the machine for randomness.

use rand::{TryRng, rngs::SysRng};
use uuid::Uuid;

use super::AppError;

/// A new id of any kind, ordered by time (UUID version 7, RFC 9562): `fresh::id(VisitId::from_uuid)`.
pub fn id<T>(make: impl FnOnce(Uuid) -> T) -> T {
    make(Uuid::now_v7())
}

/// Random bytes from the system's source.
pub fn bytes<const N: usize>() -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    SysRng
        .try_fill_bytes(&mut bytes)
        .map_err(|e| anyhow::anyhow!("no randomness from the system: {e}"))?;
    Ok(bytes)
}
