//! The key by which push services know our messages (RFC 8292).

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use web_push_native::p256::ecdsa::{Signature, SigningKey, signature::Signer};

/// How long a signature is good, in seconds; at most a day (RFC 8292 section 2).
const LIFE: i64 = 12 * 3_600;

/// The key pair of this service.
#[derive(Clone)]
pub struct Vapid {
    key: SigningKey,
    public: String,
}

impl fmt::Debug for Vapid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vapid {{ public: {} }}", self.public)
    }
}

impl Vapid {
    /// The pair of a private key, 32 bytes as base64url; none if that is no key.
    pub fn new(private: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(private.trim().trim_end_matches('=')).ok()?;
        let key = SigningKey::from_slice(&bytes).ok()?;
        let point = key.verifying_key().to_encoded_point(false);
        let public = URL_SAFE_NO_PAD.encode(point.as_bytes());
        Some(Self { key, public })
    }

    /// A private key as it is kept, of random bytes; none if these are no key, which happens once in four thousand million times.
    pub fn private_of(bytes: &[u8; 32]) -> Option<String> {
        let text = URL_SAFE_NO_PAD.encode(bytes);
        Self::new(&text).map(|_| text)
    }

    /// What browsers subscribe with (`applicationServerKey`), base64url.
    pub fn public(&self) -> &str {
        &self.public
    }

    /// The header `Authorization` for a push service. `audience` is its scheme and host, `now` seconds since 1970.
    pub(super) fn authorization(&self, audience: &str, contact: &str, now: i64) -> String {
        let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let claims = json!({"aud": audience, "exp": now + LIFE, "sub": contact});
        let message = format!("{}.{}", part(json!({"typ": "JWT", "alg": "ES256"})), part(claims));
        let signature: Signature = self.key.sign(message.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        format!("vapid t={message}.{signature}, k={}", self.public)
    }
}

#[cfg(test)]
mod tests {
    use web_push_native::p256::ecdsa::{VerifyingKey, signature::Verifier};

    use super::*;

    #[test]
    fn signed_by_the_key_that_browsers_know() {
        // The example of RFC 8291 appendix A: private key of the application server and its public key.
        let vapid = Vapid::new("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw").unwrap();
        let public = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
        assert_eq!(vapid.public(), public);
        let header = vapid.authorization("https://push.example.net", "mailto:push@example.com", 1_000);
        let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(key, public);
        let (message, signature) = token.rsplit_once('.').unwrap();
        let claims = URL_SAFE_NO_PAD.decode(message.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(
            claims,
            json!({"aud": "https://push.example.net", "exp": 44_200, "sub": "mailto:push@example.com"})
        );
        let key = VerifyingKey::from_sec1_bytes(&URL_SAFE_NO_PAD.decode(key).unwrap()).unwrap();
        let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
        key.verify(message.as_bytes(), &signature).unwrap();
        assert!(!format!("{vapid:?}").contains("yfWP"), "the private key is not printed");
    }

    #[test]
    fn what_is_no_key_is_none() {
        for text in ["", "!!", "yfWPiYE", &"A".repeat(43)] {
            assert!(Vapid::new(text).is_none(), "{text}");
        }
        assert!(Vapid::private_of(&[0; 32]).is_none());
        assert!(Vapid::private_of(&[7; 32]).is_some());
    }
}
