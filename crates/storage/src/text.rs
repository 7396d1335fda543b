//! Text that this crate keeps and does not read.

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

use crate::StoreError;

/// A JSON document that only the caller understands. Give it a version of its own from the first day.
#[derive(Clone, PartialEq, Eq)]
pub struct Json(pub(crate) String);

impl Json {
    /// The document of a value. Fails only for values JSON cannot write (a map with keys that are no text).
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, StoreError> {
        serde_json::to_string(value)
            .map(Self)
            .map_err(|e| StoreError::Broken(format!("cannot be written as JSON: {e}")))
    }

    /// The value of the document; `Broken` when it is not what the caller believes.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, StoreError> {
        serde_json::from_str(&self.0).map_err(|e| StoreError::Broken(format!("stored JSON cannot be read: {e}")))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! hidden_text {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(pub(crate) String);

        impl $name {
            /// Wraps the text as it is to be stored.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text, for comparing.
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    )+};
}

hidden_text! {
    /// A password's argon2id hash in PHC form; never printed.
    PasswordHash;
    /// The hash of a refresh token; never printed.
    TokenHash;
}
