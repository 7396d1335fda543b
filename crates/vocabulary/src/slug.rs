//! The name of a thing in addresses and in season files: `starosty-kosa`, `centrum-sp10`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// 1 to 80 of `a-z`, `0-9` and single inner hyphens. Once a poster bears it, it lives for ever (as an alias at least).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Text that cannot be a slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a short name: use 1 to 80 of a-z, 0-9 and single hyphens between them, e.g. stare-miasto")]
pub struct SlugError(pub String);

impl Slug {
    /// The text form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let letters = text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let hyphens = !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        if letters && hyphens && (1..=80).contains(&text.len()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(SlugError(text.to_owned()))
        }
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> String {
        slug.0
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for good in ["lazek", "centrum-sp10", "a"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "Łazek", "a--b", "-a", "a-", "a b", "A"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
