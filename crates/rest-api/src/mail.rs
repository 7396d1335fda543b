//! The way to a mail server: settings become an [`Account`], a letter becomes bytes, a [`Session`] hands them over.
//!
//! Which letters are written and when is the affair of `app/letters.rs` and `app/outbox.rs`; this is the only part that speaks SMTP.

mod mime;
mod session;

use std::{net::IpAddr, time::Duration};

use lettre::{message::Mailbox, transport::smtp::authentication::Credentials};

use crate::config::{Mail, MailTls};

pub use mime::bytes;
pub use session::{Session, Stage, Trouble};

/// A mail server and who we are to it.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way is secured.
    pub tls: MailTls,
    /// What to sign in with, if the server asks for it.
    pub credentials: Option<Credentials>,
    /// Whom messages are from.
    pub from: Mailbox,
    /// Whom people answer.
    pub reply_to: Option<Mailbox>,
    /// Longest wait at each step.
    pub timeout: Duration,
}

impl Account {
    /// The account of these settings; none where no host is set. Settings that do not fit are told in words.
    pub fn of(mail: &Mail) -> Result<Option<Self>, String> {
        let Some(host) = mail.host.as_deref() else {
            return Ok(None);
        };
        let usual = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':');
        if host.is_empty() || host.len() > 253 || !host.bytes().all(usual) {
            return Err("mail.host must be the name or the address of a mail server, and nothing behind it".to_owned());
        }
        let from = mail.from.as_deref().ok_or(
            "mail.from is not set: messages need an address that they come from, e.g. \"Świetlicobus <bus@example.pl>\"",
        )?;
        let credentials = match (&mail.user, &mail.password) {
            (None, None) => None,
            (Some(user), Some(password)) => Some(Credentials::new(user.clone(), password.reveal().to_owned())),
            _ => return Err("mail.user and mail.password belong together: set both or neither".to_owned()),
        };
        if credentials.is_some() && mail.tls == MailTls::None && !is_this_machine(host) {
            return Err(
                "mail.tls = \"none\" would send mail.password readable for everybody on the way: use \"starttls\" or \"tls\""
                    .to_owned(),
            );
        }
        Ok(Some(Self {
            host: host.to_owned(),
            port: mail.port.unwrap_or(match mail.tls {
                MailTls::None => 25,
                MailTls::Starttls => 587,
                MailTls::Tls => 465,
            }),
            tls: mail.tls,
            credentials,
            from: mailbox("mail.from", from)?,
            reply_to: mail
                .reply_to
                .as_deref()
                .map(|to| mailbox("mail.reply_to", to))
                .transpose()?,
            timeout: Duration::from_secs(mail.seconds),
        }))
    }
}

fn mailbox(key: &str, text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| {
        format!("{key} must be an address such as \"Świetlicobus <bus@example.pl>\" or \"bus@example.pl\"")
    })
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
