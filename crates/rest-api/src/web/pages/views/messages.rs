//! Messages: what coordinators see of them, and the page on which one does without.

use askama::Template;
use vocabulary::MessageId;

use super::Frame;

/// `/wiadomosci`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/messages.html")]
pub struct MessagesPage {
    /// What stands around.
    pub frame: Frame,
    /// Why nothing is sent, where nothing is.
    pub notice: Option<String>,
    /// Waiting, given up, sent.
    pub lists: Vec<MessageList>,
}

/// Messages in one state.
#[derive(Debug, Clone)]
pub struct MessageList {
    /// Its heading.
    pub heading: String,
    /// The messages.
    pub lines: Vec<MessageLine>,
}

/// A message, worded.
#[derive(Debug, Clone)]
pub struct MessageLine {
    /// Its id.
    pub id: MessageId,
    /// The language of its subject and its words.
    pub lang: &'static str,
    /// Its subject.
    pub subject: String,
    /// To whom.
    pub to: String,
    /// When it leaves, was sent or given up.
    pub when: String,
    /// How often it was tried.
    pub tries: u32,
    /// What the mail server said last.
    pub error: Option<String>,
    /// Whether it would not be sent any more.
    pub moot: bool,
    /// Whether it was given up and may be sent again.
    pub again: bool,
    /// Where a new link is made in place of one that was given up.
    pub new_link: Option<String>,
    /// Its words, line by line.
    pub paragraphs: Vec<Vec<String>>,
}

/// `/wypisz/{token}`
#[derive(Debug, Clone, Template)]
#[template(path = "public/unsubscribe.html")]
pub struct UnsubscribePage {
    /// What stands around.
    pub frame: Frame,
    /// The question, or what was done.
    pub said: String,
    /// The path of the page, token included.
    pub path: String,
    /// Whether the person does without now.
    pub without: bool,
}
