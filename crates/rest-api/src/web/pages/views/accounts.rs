//! Accounts: registering, one's own calendar, erasing, people from a table.

use askama::Template;

use super::{FieldFaults, FieldKind, FormSection, Frame};

/// `/dolacz`
#[derive(Debug, Clone, Template)]
#[template(path = "public/join.html")]
pub struct JoinPage {
    /// What stands around.
    pub frame: Frame,
    /// What the service is called.
    pub service: String,
    /// The form.
    pub sections: Vec<FormSection>,
    /// Everything that is wrong with it.
    pub errors: FieldFaults,
    /// What happens to the data (GDPR art. 13), a paragraph each.
    pub clause: Vec<String>,
}

/// The address of one's own calendar, shown once.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/feed.html")]
pub struct FeedPage {
    /// What stands around.
    pub frame: Frame,
    /// The whole address.
    pub link: String,
    /// The same for a calendar program on this device.
    pub webcal: String,
    /// The same in the flavour for Google.
    pub google: String,
}

/// `/osoby/{id}/usun`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/erase.html")]
pub struct ErasePage {
    /// What stands around.
    pub frame: Frame,
    /// Whose data.
    pub whose: String,
    /// The person's page.
    pub person: String,
    /// That they asked for it themselves, worded.
    pub asked: Option<String>,
    /// Future places that will be given back, a line each.
    pub given_back: Vec<String>,
    /// How many shifts stay as counts.
    pub attended: usize,
    /// Papers that the centre must keep, a line each.
    pub papers: Vec<String>,
    /// What is wrong with what was typed.
    pub errors: FieldFaults,
    /// What was typed.
    pub typed: String,
}

/// `/moje/usun`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/ask_erasure.html")]
pub struct AskErasurePage {
    /// What stands around.
    pub frame: Frame,
    /// Future places that will be given back, a line each.
    pub given_back: Vec<String>,
    /// How many shifts stay as counts.
    pub attended: usize,
    /// Papers that the centre must keep, a line each.
    pub papers: Vec<String>,
    /// What is wrong with what was typed.
    pub errors: FieldFaults,
    /// What was typed.
    pub typed: String,
}

/// `/osoby/import`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/people_import.html")]
pub struct PeopleImportPage {
    /// What stands around.
    pub frame: Frame,
    /// Everything that is wrong with the table, a sentence each.
    pub faults: Vec<String>,
    /// What was done, or would be.
    pub done: Vec<String>,
    /// Whether it was done.
    pub kept: bool,
    /// Who has an account already: the sentence and the addresses.
    pub known: Option<(String, Vec<String>)>,
    /// Name, whether it must be there, and what stands in it.
    pub columns: Vec<(String, bool, String)>,
}
