//! From `.ftl` files to typed functions: the two macros and the loaded bundles behind them.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{FILES, Language};

/// The messages of one file in one language.
pub(crate) type Bundle = FluentBundle<FluentResource>;

/// A message as its Rust list declares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Its id in the `.ftl` file; also the name of the function.
    pub id: &'static str,
    /// The variables it is given.
    pub variables: &'static [&'static str],
}

/// The `.ftl` files of one name and the Rust list, for the test that compares them.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// The name without `.ftl`.
    pub name: &'static str,
    /// The text of the file in each language, in the order of [`Language::ALL`].
    pub sources: &'static [(Language, &'static str)],
    /// What the Rust list declares.
    pub listed: &'static [Listed],
}

/// By file, then in the order of its sources.
static BUNDLES: LazyLock<Vec<Vec<Bundle>>> = LazyLock::new(|| {
    let of_file = |file: &File| {
        let sources = file.sources.iter();
        sources
            .map(|(language, source)| load(language.identifier(), source))
            .collect()
    };
    FILES.iter().map(of_file).collect()
});

/// The bundle of the file at this place in [`FILES`].
pub(crate) fn bundle(language: Language, file: usize) -> &'static Bundle {
    let sources = FILES[file].sources;
    let place = sources.iter().position(|(spoken, _)| *spoken == language);
    &BUNDLES[file][place.unwrap_or(0)]
}

/// Loads what can be read; that nothing is unreadable or said twice is held by `tests/complete.rs`.
pub(crate) fn load(language: LanguageIdentifier, source: &str) -> Bundle {
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable);
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks around arguments (U+2068, U+2069) would end up in calendar titles and plain mail.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The message in words. Total: a message that is missing, which the tests rule out, gives its id in braces.
pub(crate) fn format(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> String {
    match bundle.get_message(id).and_then(|message| message.value()) {
        Some(pattern) => bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned(),
        None => format!("{{{id}}}"),
    }
}

/// Declares the type of one file and its messages: `pub fn visits(count: usize);` becomes a method that fills
/// `{ $count }` of the message `visits`.
macro_rules! messages {
    (
        $(#[$type_doc:meta])* $type:ident {
            $($(#[$doc:meta])* $vis:vis fn $id:ident($($arg:ident: $arg_type:ty),*);)+
        }
    ) => {
        $(#[$type_doc])*
        #[derive(Clone, Copy)]
        pub struct $type(pub(crate) &'static crate::messages::Bundle);

        impl $type {
            pub(crate) const LISTED: &'static [crate::messages::Listed] = &[$(crate::messages::Listed {
                id: stringify!($id),
                variables: &[$(stringify!($arg)),*],
            }),+];

            $($(#[$doc])*
            $vis fn $id(&self $(, $arg: $arg_type)*) -> String {
                #[allow(unused_mut)]
                let mut args = fluent_bundle::FluentArgs::new();
                $(args.set(stringify!($arg), $arg);)*
                crate::messages::format(self.0, stringify!($id), &args)
            })+
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($type))
            }
        }
    };
}
pub(crate) use messages;

/// Declares every file, and [`crate::Words`] with one function to each.
macro_rules! files {
    ($($name:ident: $type:ident,)+) => {
        $(pub use $name::$type;)+
        pub use messages::{File, Listed};

        /// Every file of messages; for the test that compares the `.ftl` files with the Rust lists.
        pub const FILES: &[File] = &[
            $(File {
                name: stringify!($name),
                sources: &[
                    (Language::Polish, include_str!(concat!("../locales/pl/", stringify!($name), ".ftl"))),
                    (Language::Ukrainian, include_str!(concat!("../locales/uk/", stringify!($name), ".ftl"))),
                    (Language::English, include_str!(concat!("../locales/en/", stringify!($name), ".ftl"))),
                ],
                listed: $type::LISTED,
            },)+
        ];

        #[allow(non_camel_case_types)]
        enum Place { $($name,)+ }

        /// A speaker of one language. Free to copy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Words(Language);

        impl Words {
            /// The words of this language.
            pub const fn of(language: Language) -> Self {
                Self(language)
            }

            /// The language that is spoken.
            pub const fn language(self) -> Language {
                self.0
            }

            $(
                #[doc = concat!("What `", stringify!($name), ".ftl` says.")]
                pub fn $name(self) -> $type {
                    $type(messages::bundle(self.0, Place::$name as usize))
                }
            )+
        }
    };
}
pub(crate) use files;
