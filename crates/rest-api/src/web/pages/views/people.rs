//! People, as a coordinator sees them, and forms that are built from a list of fields.

use std::collections::BTreeMap;

use askama::Template;
use vocabulary::PersonId;

use super::{ConflictRow, Frame};

/// `/osoby`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/people.html")]
pub struct PeoplePage {
    /// What stands around.
    pub frame: Frame,
    /// Who registered and waits for an answer, the first to come first.
    pub waiting: Vec<WaitingLine>,
    /// Everybody else, by name.
    pub people: Vec<PersonLine>,
}

/// Somebody who registered, worded.
#[derive(Debug, Clone)]
pub struct WaitingLine {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Footing and age.
    pub about: String,
    /// When they registered.
    pub since: String,
    /// Whether the address is known to be theirs.
    pub confirmed: bool,
}

/// Somebody in the list, worded.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Footing and roles.
    pub about: String,
    /// Whether a guardian answers for them.
    pub minor: bool,
    /// What is special about the account.
    pub marks: Vec<String>,
    /// What lacks now.
    pub missing: Vec<String>,
    /// What ends soon.
    pub soon: Vec<String>,
}

/// `/osoby/{id}` and `/osoby/nowa`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/person.html")]
pub struct PersonPage {
    /// What stands around.
    pub frame: Frame,
    /// The person's line; none for a new person.
    pub line: Option<PersonLine>,
    /// Whether they registered and wait for an answer.
    pub waiting: bool,
    /// Whether they may be erased from here: nobody does that to themselves.
    pub erasable: bool,
    /// Which version the form changes.
    pub version: u32,
    /// Where the form goes.
    pub action: String,
    /// The form.
    pub sections: Vec<FormSection>,
    /// Whether links are sent by e-mail too.
    pub mail: bool,
    /// Where the guardian is written to, as typed.
    pub send_to: String,
    /// Everything that is wrong with it.
    pub errors: FieldFaults,
}

/// Two people changed the same person.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/person_conflict.html")]
pub struct PersonConflict {
    /// What stands around.
    pub frame: Frame,
    /// Both versions of what differs.
    pub rows: Vec<ConflictRow>,
    /// Where the form goes.
    pub action: String,
    /// Which version it changes now.
    pub version: u32,
    /// One's own fields, to be sent again.
    pub fields: BTreeMap<String, String>,
}

/// A part of a form, worded.
#[derive(Debug, Clone)]
pub struct FormSection {
    /// Its heading.
    pub heading: String,
    /// What to know; may be empty.
    pub help: String,
    /// Whether its fields come in pairs that stand side by side.
    pub paired: bool,
    /// Its fields.
    pub fields: Vec<FormField>,
}

/// A field, worded.
#[derive(Debug, Clone)]
pub struct FormField {
    /// Its name, which is also its id on the page.
    pub name: String,
    /// Its label.
    pub label: String,
    /// A hint; may be empty.
    pub hint: String,
    /// What is typed.
    pub value: String,
    /// How it is drawn.
    pub kind: FieldKind,
}

/// How a field is drawn.
#[derive(Debug, Clone)]
pub enum FieldKind {
    /// An input of this type.
    Input(&'static str),
    /// A box to tick, sent as `yes`.
    Check,
    /// One of these: value and words.
    Choice(Vec<(String, String)>),
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Its name.
    pub field: String,
    /// What to do.
    pub text: String,
}

/// Everything that is wrong with a form whose fields are counted at run time; read like [`super::FormErrors`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldFaults(pub Vec<FieldFault>);

impl FieldFaults {
    /// Adds one.
    pub fn add(&mut self, field: impl Into<String>, text: String) {
        self.0.push(FieldFault {
            field: field.into(),
            text,
        });
    }

    /// What is wrong with this field, if anything is.
    pub fn of(&self, field: &str) -> Option<&str> {
        let found = self.0.iter().find(|fault| fault.field == field);
        found.map(|fault| fault.text.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
