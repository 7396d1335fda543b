//! Access tokens (signed, ten minutes) and refresh tokens (random, kept only as a hash).
//!
//! Knows no clock and no randomness: `now` and random bytes are handed in. Nothing outside this module names
//! `jsonwebtoken`.
//!
//! An access token is a JWT (RFC 7519) signed with HMAC-SHA-256, `typ` = `at+jwt` so that no other kind of token can be
//! passed off as one (RFC 8725 section 3.11). What RFC 8725 asks for is checked here, each with a test: the algorithm is
//! pinned, the key is chosen by a known `kid` only, `typ`, `iss` and `aud` must match, times are numbers and are judged
//! against the handed-in `now`. The library's own time checks read the system clock, so they are switched off.

use std::fmt;

use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation,
    errors::{Error as JwtError, ErrorKind},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use vocabulary::{AccountRole, PersonId, Timestamp, TokenId};

mod hs256;
mod refresh;
#[cfg(test)]
mod tests;

pub use refresh::{NoRefreshToken, RefreshToken};

/// How long an access token lives unless a setting says otherwise, in seconds.
pub const ACCESS_SECONDS: u32 = 600;

/// How far a token's beginning may lie in the future, in seconds: a server's clock may be put back by so much, or two
/// servers' clocks differ by it. The end of a token gets no such grace.
const LEEWAY_SECONDS: i64 = 60;

/// No token of ours is longer than a few hundred bytes; more is refused unread.
const LONGEST_TOKEN: usize = 2048;

const TYPE: &str = "at+jwt";
const AUDIENCE: &str = "swietlicobus-api";

/// Whom a valid access token speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// The account.
    pub person: PersonId,
    /// What it might do when the token was issued.
    pub role: AccountRole,
    /// The session, named by its family of refresh tokens. The caller looks up whether it still stands.
    pub family: TokenId,
    /// When the token was issued.
    pub issued: Timestamp,
    /// The first instant at which it is no longer valid.
    pub expires: Timestamp,
}

/// Why a token is not accepted. For the log; the caller is told 401 and no more in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefusal {
    /// Longer than any of ours.
    #[error("longer than any token of ours")]
    TooLong,
    /// Not three parts, not base64url, no JSON object, or a claim that is missing or of the wrong kind.
    #[error("malformed")]
    Malformed,
    /// Another algorithm than HS256, `none` included.
    #[error("not signed with the one algorithm accepted")]
    WrongAlgorithm,
    /// The header asks for an extension, and we know none (RFC 7515 section 4.1.11).
    #[error("asks for an extension that is not known here")]
    UnknownExtension,
    /// Not an access token.
    #[error("another kind of token")]
    WrongType,
    /// No `kid`, or one that is not ours (any more).
    #[error("unknown key")]
    UnknownKey,
    /// The signature does not fit.
    #[error("wrong signature")]
    WrongSignature,
    /// Made by somebody else.
    #[error("another issuer")]
    WrongIssuer,
    /// Made for somebody else.
    #[error("another audience")]
    WrongAudience,
    /// Issued in the future by more than the leeway.
    #[error("not valid yet")]
    NotYetValid,
    /// Its time is over.
    #[error("expired")]
    Expired,
}

/// A signing secret that is too short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the secret has {0} bytes; HS256 needs at least {least} (RFC 7518 section 3.2)", least = TokenKey::LEAST_BYTES)]
pub struct ShortSecret(pub usize);

/// A token that could not be signed. Does not happen with the provider of this file.
#[derive(Debug, thiserror::Error)]
#[error("the access token could not be signed")]
pub struct SigningFailed(#[from] JwtError);

/// One signing secret and the name it goes by in tokens.
pub struct TokenKey {
    kid: String,
    signs: EncodingKey,
    verifies: DecodingKey,
}

impl TokenKey {
    /// 256 bits, as RFC 7518 section 3.2 asks.
    pub const LEAST_BYTES: usize = 32;

    /// A key from its secret. Its name is made from a hash of the secret, so the two cannot be mixed up in settings.
    pub fn new(secret: &[u8]) -> Result<Self, ShortSecret> {
        if secret.len() < Self::LEAST_BYTES {
            return Err(ShortSecret(secret.len()));
        }
        let digest = Sha256::new()
            .chain_update(b"swietlicobus kid\0")
            .chain_update(secret)
            .finalize();
        Ok(Self {
            kid: hex(&digest[..8]),
            signs: EncodingKey::from_secret(secret),
            verifies: DecodingKey::from_secret(secret),
        })
    }

    /// The name that tokens bear; no secret.
    pub fn kid(&self) -> &str {
        &self.kid
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenKey")
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

/// The key that signs, and those that signed before and are still believed.
///
/// To change the secret: put the new one first and the old one among the older; after ten minutes drop the old one.
#[derive(Debug)]
pub struct TokenKeys {
    issuer: String,
    current: TokenKey,
    older: Vec<TokenKey>,
}

/// The claims as they stand in the token. Times are whole seconds since the Unix epoch.
#[derive(Serialize, Deserialize)]
struct Wire {
    iss: String,
    aud: String,
    sub: PersonId,
    role: AccountRole,
    sid: TokenId,
    iat: i64,
    nbf: i64,
    exp: i64,
}

impl TokenKeys {
    /// `issuer` names this installation (its public address), so that a token of another one is not taken for ours.
    /// Installs the crypto provider of this process.
    pub fn new(issuer: impl Into<String>, current: TokenKey, older: Vec<TokenKey>) -> Self {
        hs256::install();
        Self {
            issuer: issuer.into(),
            current,
            older,
        }
    }

    /// A signed access token for this person and session, valid from `now` for so many seconds ([`ACCESS_SECONDS`]
    /// unless set otherwise).
    pub fn issue_access(
        &self,
        person: &PersonId,
        role: AccountRole,
        family: &TokenId,
        now: Timestamp,
        seconds: u32,
    ) -> Result<String, SigningFailed> {
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(self.current.kid.clone()),
            ..Header::new(Algorithm::HS256)
        };
        let iat = now.unix_seconds();
        let wire = Wire {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: person.clone(),
            role,
            sid: family.clone(),
            iat,
            nbf: iat,
            exp: iat.saturating_add(seconds.into()),
        };
        Ok(jsonwebtoken::encode(&header, &wire, &self.current.signs)?)
    }

    /// Whom the token speaks for, if it is one of ours and valid at `now`. Whether the session still stands is not
    /// known here.
    pub fn verify_access(&self, token: &str, now: Timestamp) -> Result<Claims, TokenRefusal> {
        if token.len() > LONGEST_TOKEN {
            return Err(TokenRefusal::TooLong);
        }
        let key = self.key_for(&jsonwebtoken::decode_header(token).map_err(refusal_of_header)?)?;
        let wire = jsonwebtoken::decode::<Wire>(token, &key.verifies, &self.validation())
            .map_err(refusal)?
            .claims;

        let now = now.unix_seconds();
        if wire.iat.max(wire.nbf) > now.saturating_add(LEEWAY_SECONDS) {
            return Err(TokenRefusal::NotYetValid);
        }
        if now >= wire.exp {
            return Err(TokenRefusal::Expired);
        }
        Ok(Claims {
            person: wire.sub,
            role: wire.role,
            family: wire.sid,
            issued: Timestamp::from_unix_seconds(wire.iat),
            expires: Timestamp::from_unix_seconds(wire.exp),
        })
    }

    /// The key by the header's `kid` alone: keys and addresses of keys that a header brings along are not looked at
    /// (RFC 8725 section 3.10).
    fn key_for(&self, header: &Header) -> Result<&TokenKey, TokenRefusal> {
        if header.alg != Algorithm::HS256 {
            return Err(TokenRefusal::WrongAlgorithm);
        }
        if header.crit.is_some() {
            return Err(TokenRefusal::UnknownExtension);
        }
        if header.typ.as_deref() != Some(TYPE) {
            return Err(TokenRefusal::WrongType);
        }
        let kid = header.kid.as_deref().ok_or(TokenRefusal::UnknownKey)?;
        let mut all = std::iter::once(&self.current).chain(&self.older);
        all.find(|key| key.kid == kid).ok_or(TokenRefusal::UnknownKey)
    }

    /// Signature, issuer and audience are the library's to check; time is ours.
    fn validation(&self) -> Validation {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.validate_exp = false;
        validation.validate_nbf = false;
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        validation
    }
}

/// A header that cannot be read at all is malformed, save that an algorithm which the library does not know (`none` is
/// one) is a wrong algorithm.
fn refusal_of_header(error: JwtError) -> TokenRefusal {
    match error.kind() {
        ErrorKind::Json(cause) if cause.to_string().starts_with("unknown variant") => TokenRefusal::WrongAlgorithm,
        _ => TokenRefusal::Malformed,
    }
}

fn refusal(error: JwtError) -> TokenRefusal {
    match error.kind() {
        ErrorKind::InvalidSignature => TokenRefusal::WrongSignature,
        ErrorKind::InvalidIssuer => TokenRefusal::WrongIssuer,
        ErrorKind::InvalidAudience => TokenRefusal::WrongAudience,
        ErrorKind::InvalidAlgorithm | ErrorKind::MissingAlgorithm => TokenRefusal::WrongAlgorithm,
        // The library's list is open: whatever else is wrong, it is no token.
        _ => TokenRefusal::Malformed,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
