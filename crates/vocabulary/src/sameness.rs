//! Whether something should be the same every time.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::UnknownWord;

/// Whether the visits of a stop should be alike in something: their weekday, their start.
///
/// In JSON a word; `true` and `false` are read too, as `yes` and `no`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sameness {
    /// All one.
    #[default]
    No,
    /// Better alike: each visit that is not costs a fee.
    Liked,
    /// Always alike.
    Always,
}

impl Sameness {
    /// Every word, the weakest first.
    pub const ALL: &'static [Self] = &[Self::No, Self::Liked, Self::Always];

    /// `no`, `yes`, `always`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Liked => "yes",
            Self::Always => "always",
        }
    }
}

impl FromStr for Sameness {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let word = Self::ALL.iter().copied().find(|word| word.as_str() == text);
        word.ok_or_else(|| UnknownWord {
            given: text.to_owned(),
            expected: "no, yes, always".to_owned(),
        })
    }
}

impl From<bool> for Sameness {
    fn from(liked: bool) -> Self {
        if liked { Self::Liked } else { Self::No }
    }
}

impl fmt::Display for Sameness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Sameness {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Sameness {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl de::Visitor<'_> for Word {
            type Value = Sameness;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("no, yes or always")
            }

            fn visit_bool<E: de::Error>(self, liked: bool) -> Result<Sameness, E> {
                Ok(liked.into())
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Sameness, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_the_older_form() {
        for (text, expected) in [
            ("true", Some(Sameness::Liked)),
            ("false", Some(Sameness::No)),
            ("\"always\"", Some(Sameness::Always)),
            ("\"yes\"", Some(Sameness::Liked)),
            ("\"perhaps\"", None),
            ("1", None),
        ] {
            assert_eq!(serde_json::from_str(text).ok(), expected, "{text}");
        }
        assert_eq!(
            serde_json::to_string(&Sameness::Always).ok().as_deref(),
            Some("\"always\"")
        );
    }
}
