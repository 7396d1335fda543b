//! Being told of visits without an account: the box on public pages, its form alone, and the page of one's wishes.

use askama::Template;

use super::{FieldFaults, Frame};

/// How somebody may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowWays {
    /// Whether letters leave.
    pub email: bool,
    /// The public key by which a browser subscribes to push messages; none where none are sent.
    pub push_key: Option<String>,
}

/// `/powiadomienia`
#[derive(Debug, Clone, Template)]
#[template(path = "public/follow_ask.html")]
pub struct FollowAskPage {
    /// What stands around.
    pub frame: Frame,
    /// What would be followed.
    pub heading: String,
    /// The same for machines.
    pub place: String,
    /// The address as it was typed.
    pub email: String,
    /// What is wrong with it.
    pub errors: FieldFaults,
}

/// `/powiadomienia/{token}`
#[derive(Debug, Clone, Template)]
#[template(path = "public/follow.html")]
pub struct FollowPage {
    /// What stands around.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// The path of the page, token included.
    pub path: String,
    /// What was just done.
    pub said: Option<String>,
    /// What waits to be confirmed: a key and a name.
    pub pending: Vec<(String, String)>,
    /// What is followed: a key and a name.
    pub followed: Vec<(String, String)>,
}
