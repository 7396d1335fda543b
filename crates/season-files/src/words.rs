//! Closed lists of words that only the season files use.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use vocabulary::UnknownWord;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The text form.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(UnknownWord { given: text.to_owned(), expected: [$($text),+].join(", ") }),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = UnknownWord;

            fn try_from(text: String) -> Result<Self, UnknownWord> {
                text.parse()
            }
        }

        impl From<$name> for &'static str {
            fn from(word: $name) -> &'static str {
                word.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+};
}

words! {
    /// What the ground of a stop is like.
    Surface {
        /// Asphalt, slabs or setts.
        Paved = "paved",
        /// Gravel.
        Gravel = "gravel",
        /// Grass.
        Grass = "grass",
        /// Sand.
        Sand = "sand",
        /// The soft surface of playgrounds and courts.
        Safety = "safety",
        /// Several of these.
        Mixed = "mixed",
    }

    /// Whose public holidays close the season.
    HolidayRule {
        /// Poland's ([`crate::holidays::polish`]).
        Pl = "pl",
        /// Nobody's: only the closed days of the file count.
        None = "none",
    }
}
