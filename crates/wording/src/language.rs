//! The languages of the product.

use unic_langid::{LanguageIdentifier, langid};

/// A language in which the public and everybody with an account are spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Polish, the language of addresses without a language in front, and of the law.
    Polish,
    /// Ukrainian.
    Ukrainian,
    /// English.
    English,
}

impl Language {
    /// Every language, the first one being what a visitor gets who asked for none.
    pub const ALL: &'static [Self] = &[Self::Polish, Self::Ukrainian, Self::English];

    /// The tag of HTML's `lang`, of `Content-Language` and of a PDF's language (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Polish => "pl",
            Self::Ukrainian => "uk",
            Self::English => "en",
        }
    }

    /// What stands before the path of a public page in this language: nothing, or `/uk`. Permanent: posters bear it.
    pub const fn path_prefix(self) -> &'static str {
        match self {
            Self::Polish => "",
            Self::Ukrainian => "/uk",
            Self::English => "/en",
        }
    }

    /// The language's name in itself, for the links that change it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Polish => "Polski",
            Self::Ukrainian => "Українська",
            Self::English => "English",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.tag() == tag)
    }

    /// The language of a path and the path without its prefix: `/uk/sezon` is Ukrainian and `/sezon`, `/uk` is Ukrainian and
    /// `/`; everything else is Polish.
    pub fn of_path(path: &str) -> (Self, &str) {
        let in_language = |language: &Self| {
            let prefix = language.path_prefix();
            let rest = path.strip_prefix(prefix).filter(|_| !prefix.is_empty())?;
            match rest {
                "" => Some((*language, "/")),
                _ => rest.starts_with('/').then_some((*language, rest)),
            }
        };
        Self::ALL.iter().find_map(in_language).unwrap_or((Self::Polish, path))
    }

    pub(crate) const fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Polish => langid!("pl"),
            Self::Ukrainian => langid!("uk"),
            Self::English => langid!("en"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, Polish, Ukrainian};

    #[test]
    fn a_path_tells_its_language() {
        for (path, expected) in [
            ("/", (Polish, "/")),
            ("/sezon", (Polish, "/sezon")),
            ("/uk", (Ukrainian, "/")),
            ("/uk/", (Ukrainian, "/")),
            ("/uk/sezon", (Ukrainian, "/sezon")),
            ("/en/osiedla/lazek", (English, "/osiedla/lazek")),
            ("/ukraina", (Polish, "/ukraina")),
            ("/pl/sezon", (Polish, "/pl/sezon")),
            ("", (Polish, "")),
        ] {
            assert_eq!(Language::of_path(path), expected, "{path}");
        }
    }
}
