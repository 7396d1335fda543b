//! The languages of the product.

use unic_langid::{LanguageIdentifier, langid};

/// A language in which the whole product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Polish, the language of addresses without a language in front.
    Polish,
}

impl Language {
    /// Every language, the first one being what a visitor gets who asked for none.
    pub const ALL: &'static [Self] = &[Self::Polish];

    /// The tag of HTML's `lang` and of `Content-Language` (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Polish => "pl",
        }
    }

    /// What stands before the path of a public page in this language: nothing, or `/uk`. Permanent: posters bear it.
    pub const fn path_prefix(self) -> &'static str {
        match self {
            Self::Polish => "",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.tag() == tag)
    }

    pub(crate) const fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Polish => langid!("pl"),
        }
    }
}
