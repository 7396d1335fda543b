//! Strong entity tags (RFC 9110 section 8.8.3): equal bytes have equal tags, other bytes another.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The tag of these bytes, with its quotes: half of their SHA-256, which is plenty to tell versions apart.
///
/// A compressed form of the same page has other bytes and needs a tag of its own.
pub fn strong(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut tag = String::from("\"");
    for byte in &digest[..16] {
        // Writing into a String cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_digest() {
        // The first half of SHA-256 of "abc" (FIPS 180-4, example).
        assert_eq!(strong(b"abc"), "\"ba7816bf8f01cfea414140de5dae2223\"");
        assert_ne!(strong(b"abd"), strong(b"abc"));
    }
}
