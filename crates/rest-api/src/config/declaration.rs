//! What stands in the accessibility declaration. Public bodies in Poland must publish one (act of 4 April 2019, art. 10) and review it
//! by 31 March of each year.

use serde::Deserialize;
use vocabulary::Day;

/// How far the site complies with the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compliance {
    /// Wholly.
    Full,
    /// But for what `exceptions` names.
    Partial,
    /// Not.
    None,
}

impl Compliance {
    /// The word in messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

/// Who assessed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assessed {
    /// The public body itself.
    #[serde(rename = "self")]
    Itself,
    /// Somebody else.
    External,
}

impl Assessed {
    /// The word in messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Itself => "self",
            Self::External => "external",
        }
    }
}

/// The accessibility declaration at `/deklaracja-dostepnosci`.
#[derive(Debug, Clone, confique::Config)]
pub struct Declaration {
    /// Name of the public body. Set: there is a declaration, linked from every public page; then all but `reviewed` must be set.
    #[config(env = "SWIETLICOBUS_DECLARATION_BODY")]
    pub body: Option<String>,
    /// The day the site was published.
    #[config(env = "SWIETLICOBUS_DECLARATION_PUBLISHED")]
    pub published: Option<Day>,
    /// The day of its last important update.
    #[config(env = "SWIETLICOBUS_DECLARATION_UPDATED")]
    pub updated: Option<Day>,
    /// How far it complies: full, partial or none.
    #[config(env = "SWIETLICOBUS_DECLARATION_STATUS", default = "partial")]
    pub status: Compliance,
    /// What is not accessible and why, one sentence each, in Polish; needed unless the status is full.
    #[config(default = [])]
    pub exceptions: Vec<String>,
    /// The day the declaration was made.
    #[config(env = "SWIETLICOBUS_DECLARATION_MADE")]
    pub made: Option<Day>,
    /// The day it was last reviewed: every year by 31 March, and after big changes.
    #[config(env = "SWIETLICOBUS_DECLARATION_REVIEWED")]
    pub reviewed: Option<Day>,
    /// Who assessed the site: self or external.
    #[config(env = "SWIETLICOBUS_DECLARATION_METHOD", default = "self")]
    pub method: Assessed,
    /// Name of the person in charge.
    #[config(env = "SWIETLICOBUS_DECLARATION_CONTACT")]
    pub contact: Option<String>,
    /// Their e-mail address.
    #[config(env = "SWIETLICOBUS_DECLARATION_EMAIL")]
    pub email: Option<String>,
    /// Their telephone number.
    #[config(env = "SWIETLICOBUS_DECLARATION_PHONE")]
    pub phone: Option<String>,
    /// Access to the place, in Polish: whether the bus is step-free, what about prams, wheelchairs and toilets.
    #[config(env = "SWIETLICOBUS_DECLARATION_ARCHITECTURE")]
    pub architecture: Option<String>,
}

/// A declaration with everything that the law asks for.
#[derive(Debug, Clone, Copy)]
pub struct Complete<'a> {
    /// Name of the public body.
    pub body: &'a str,
    /// The day the site was published.
    pub published: Day,
    /// The day of its last important update.
    pub updated: Day,
    /// The day the declaration was made.
    pub made: Day,
    /// The person in charge.
    pub contact: &'a str,
    /// Their e-mail address.
    pub email: &'a str,
    /// Their telephone number.
    pub phone: &'a str,
    /// Access to the place.
    pub architecture: &'a str,
}

impl Declaration {
    /// The declaration; none where there is none.
    pub fn complete(&self) -> Option<Complete<'_>> {
        Some(Complete {
            body: self.body.as_deref()?,
            published: self.published?,
            updated: self.updated?,
            made: self.made?,
            contact: self.contact.as_deref()?,
            email: self.email.as_deref()?,
            phone: self.phone.as_deref()?,
            architecture: self.architecture.as_deref()?,
        })
    }

    /// What lacks in a declaration that was begun: a missing or incomplete one is fined (art. 19).
    pub(super) fn check(&self) -> Result<(), String> {
        if self.body.is_none() {
            return Ok(());
        }
        let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        let lacking: Vec<&str> = [
            ("body", said(&self.body)),
            ("published", self.published.is_some()),
            ("updated", self.updated.is_some()),
            (
                "exceptions",
                self.status == Compliance::Full || !self.exceptions.is_empty(),
            ),
            ("made", self.made.is_some()),
            ("contact", said(&self.contact)),
            ("email", said(&self.email)),
            ("phone", said(&self.phone)),
            ("architecture", said(&self.architecture)),
        ]
        .into_iter()
        .filter_map(|(name, there)| (!there).then_some(name))
        .collect();
        if lacking.is_empty() {
            return Ok(());
        }
        Err(format!(
            "the accessibility declaration is incomplete: set declaration.{}, or leave out declaration.body",
            lacking.join(", declaration.")
        ))
    }
}
