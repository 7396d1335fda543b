//! Refresh tokens: random text, kept only as a hash.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

use super::hex;

/// What a signed-in client keeps to get the next access token: 256 random bits, used once (RFC 9700 section 4.14.2).
///
/// Only [`RefreshToken::hash`] is stored. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct RefreshToken(String);

/// Text that is no refresh token. Does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a refresh token")]
pub struct NoRefreshToken;

impl RefreshToken {
    /// Tells people and secret scanners what was leaked.
    const PREFIX: &'static str = "swr_";

    /// The token of these bytes, which must come from the system's random source.
    pub fn from_random(bytes: [u8; 32]) -> Self {
        Self(format!("{}{}", Self::PREFIX, hex(&bytes)))
    }

    /// The text that the client keeps.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// SHA-256 of the text, 64 hexadecimal digits: what is stored and looked up. No salt and no slow hash, since 256
    /// random bits cannot be guessed.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(&self.0))
    }
}

impl FromStr for RefreshToken {
    type Err = NoRefreshToken;

    fn from_str(text: &str) -> Result<Self, NoRefreshToken> {
        let digits = text.strip_prefix(Self::PREFIX).ok_or(NoRefreshToken)?;
        let canonical = digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if canonical {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoRefreshToken)
        }
    }
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshToken(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refresh_tokens() {
        let token = RefreshToken::from_random([0xa5; 32]);
        assert_eq!(token.reveal(), format!("swr_{}", "a5".repeat(32)));
        assert_eq!(token.reveal().parse(), Ok(token.clone()));
        // printf 'swr_a5a5…' | sha256sum
        assert_eq!(
            token.hash(),
            "cad232b993e6daae63ee705ff22b167806380aad005d19cc5fcf91d24a442320"
        );
        assert_ne!(token.hash(), RefreshToken::from_random([0xa4; 32]).hash());
        let long = format!("swr_{}", "a5".repeat(33));
        let upper = format!("swr_{}", "A5".repeat(32));
        for bad in ["", "swr_", "swr_a5", &long, &upper, &"a5".repeat(34)] {
            assert_eq!(bad.parse::<RefreshToken>(), Err(NoRefreshToken), "{bad}");
        }
    }
}
