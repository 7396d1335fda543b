//! One's own page.

use askama::Template;

use super::{FieldFaults, FieldKind, FormSection, Frame};

/// `/moje`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/me.html")]
pub struct MePage {
    /// What stands around.
    pub frame: Frame,
    /// Whether staff has not approved the account yet; then only what is kept is shown.
    pub waiting: bool,
    /// Since when the person's own calendar works, worded; none while it is off.
    pub feed: Option<String>,
    /// That erasure is asked for, worded.
    pub erasure: Option<String>,
    /// What lacks now, with what would help.
    pub missing: Vec<(String, Option<String>)>,
    /// What ends soon.
    pub soon: Vec<String>,
    /// The version of the standards to confirm; none when it is confirmed or none is in force.
    pub standards: Option<u32>,
    /// Hours by school year: its name and how long.
    pub years: Vec<(String, String)>,
    /// What is kept, by its part: label and value.
    pub kept: Vec<(String, Vec<(String, String)>)>,
    /// The form of wishes.
    pub sections: Vec<FormSection>,
    /// Everything that is wrong with it.
    pub errors: FieldFaults,
}
