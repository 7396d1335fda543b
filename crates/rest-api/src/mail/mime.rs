//! A letter as the bytes of a message (RFC 5322, RFC 2045): the same letter always gives the same bytes.

use std::time::{Duration, UNIX_EPOCH};

use lettre::{
    Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentDisposition, ContentType, HeaderName, HeaderValue},
    },
};

use super::Account;
use crate::app::letters::Letter;

/// The message. A letter that cannot be written, for its address is none, is told in words.
pub fn bytes(account: &Account, letter: &Letter) -> Result<Message, String> {
    let address = letter
        .to
        .parse()
        .map_err(|e| format!("{:?} is no address: {e}", letter.to))?;
    let seconds = u64::try_from(letter.written.unix_seconds()).unwrap_or(0);
    let mut message = Message::builder()
        .message_id(Some(format!("<{}>", letter.id)))
        .date(UNIX_EPOCH + Duration::from_secs(seconds))
        .from(account.from.clone())
        .to(Mailbox::new(letter.name.clone(), address))
        .subject(one_line(&letter.subject))
        // No out-of-office answers, please (RFC 3834 section 5).
        .raw_header(header("Auto-Submitted", "auto-generated"));
    if let Some(reply_to) = &account.reply_to {
        message = message.reply_to(reply_to.clone());
    }
    if let Some(link) = &letter.unsubscribe {
        message = message.raw_header(header("List-Unsubscribe", &format!("<{link}>")));
        // A click is enough only where the way is secured (RFC 8058 section 3.1).
        if link.starts_with("https://") {
            message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
    }
    let text = SinglePart::plain(letter.body.replace('\n', "\r\n"));
    let built = match &letter.calendar {
        None => message.singlepart(text),
        Some(calendar) => {
            let kind = ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH").map_err(|e| e.to_string())?;
            let entry = SinglePart::builder()
                .header(kind)
                .header(ContentDisposition::attachment("dyzur.ics"))
                .body(calendar.clone());
            // Ids have no place in the text of a letter of ours, so this cannot stand in it.
            let boundary = format!("part-{}", letter.id.replace('@', "-"));
            message.multipart(MultiPart::mixed().boundary(boundary).singlepart(text).singlepart(entry))
        }
    };
    built.map_err(|e| e.to_string())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Names that people typed must not make a second header of a subject.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
