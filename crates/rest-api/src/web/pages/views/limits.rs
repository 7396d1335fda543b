//! The limits of a season's crew.

use askama::Template;

use super::{FieldFaults, FieldKind, FormSection, Frame};

/// `/koordynator/sezony/{slug}/limity`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/limits.html")]
pub struct LimitsPage {
    /// What stands around.
    pub frame: Frame,
    /// The season's name.
    pub season: String,
    /// The season's page.
    pub back: String,
    /// Where the form goes.
    pub action: String,
    /// Which version the form changes.
    pub version: u32,
    /// Whether the limits are the season's own.
    pub own: bool,
    /// What the law sets.
    pub law: Vec<LawLine>,
    /// The form of what the house sets.
    pub sections: Vec<FormSection>,
    /// Everything that is wrong with it.
    pub errors: FieldFaults,
    /// Future sign-ups that break a rule as the rules are; none while nobody asked.
    pub broken: Option<Vec<BrokenLine>>,
}

/// A limit by law, worded.
#[derive(Debug, Clone)]
pub struct LawLine {
    /// What it limits.
    pub name: String,
    /// What it is.
    pub value: String,
    /// Act and article.
    pub source: String,
    /// Whether something about it is in doubt.
    pub doubtful: bool,
}

/// A sign-up that breaks rules, worded.
#[derive(Debug, Clone)]
pub struct BrokenLine {
    /// Who, when, where.
    pub said: String,
    /// Every rule.
    pub reasons: Vec<String>,
}
