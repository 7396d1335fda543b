//! Links that work once, and the pages they lead to.

use askama::Template;

use super::{FieldFaults, Frame};

/// A link just made, shown once.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/link.html")]
pub struct LinkPage {
    /// What stands around.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// To whom it was sent too, where it was.
    pub sent: Option<String>,
    /// What to know about it.
    pub help: String,
    /// The whole address.
    pub link: String,
    /// The person's page.
    pub back: String,
}

/// `/zaproszenie/{token}`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/invitation.html")]
pub struct InvitationPage {
    /// What stands around.
    pub frame: Frame,
    /// What one will sign in with.
    pub email: String,
    /// Where the form goes.
    pub action: String,
    /// The shortest and the longest password.
    pub lengths: (u32, u32),
    /// What is wrong with the password that was sent; it is never sent back.
    pub errors: FieldFaults,
}

/// `/zgoda/{token}`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/consent.html")]
pub struct ConsentPage {
    /// What stands around.
    pub frame: Frame,
    /// Which version of the text it is.
    pub version: u32,
    /// The text, a paragraph each.
    pub text: Vec<String>,
    /// Where the form goes.
    pub action: String,
    /// The guardian's name, as typed.
    pub signed: String,
    /// What has been said already; none while it is asked for.
    pub said: Option<String>,
    /// Whether a consent that was given may be withdrawn here.
    pub may_withdraw: bool,
    /// What is wrong with the form.
    pub errors: FieldFaults,
}
