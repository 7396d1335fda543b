//! One connection to the mail server, opened when it is first needed and kept for the letters that follow.

use std::{
    fmt,
    net::{TcpStream, ToSocketAddrs},
};

use lettre::{
    Address, Message,
    transport::smtp::{
        Error,
        authentication::{DEFAULT_MECHANISMS, Mechanism},
        client::{SmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailParameter},
    },
};

use super::{Account, mime};
use crate::{
    app::{
        letters::Letter,
        outbox::{Carrier, Fault},
    },
    config::MailTls,
};

/// At which step the mail server and we did not come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Its name is not known.
    Name,
    /// Nobody answers, or not as a mail server.
    Connection,
    /// The way could not be secured.
    Tls,
    /// Name or password are not taken.
    SignIn,
    /// The address that messages come from is not taken.
    Sender,
    /// The address that a message goes to is not taken.
    Recipient,
    /// The message itself is not taken.
    Content,
}

/// What went wrong, where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// At which step.
    pub stage: Stage,
    /// Whether it was a "no" for good (5yz, RFC 5321 section 4.2.1).
    pub for_good: bool,
    /// What the server or the system said.
    pub said: String,
}

impl Trouble {
    fn new(stage: Stage, said: impl fmt::Display) -> Self {
        Self {
            stage,
            for_good: false,
            said: said.to_string(),
        }
    }

    fn of(stage: Stage, error: &Error) -> Self {
        Self {
            for_good: error.is_permanent(),
            ..Self::new(stage, error)
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.stage {
            Stage::Name => "the name of the mail server cannot be found",
            Stage::Connection => "the mail server does not answer",
            Stage::Tls => "the way to the mail server cannot be secured",
            Stage::SignIn => "the mail server does not take the name and password",
            Stage::Sender => "the mail server does not take the address that messages come from",
            Stage::Recipient => "the mail server does not take the address that the message goes to",
            Stage::Content => "the mail server does not take the message",
        };
        write!(f, "{what}: {}", self.said)
    }
}

impl From<Trouble> for Fault {
    fn from(trouble: Trouble) -> Self {
        // Everything before the recipient is wrong for all messages alike, and settings can be mended.
        let about_this_one = matches!(trouble.stage, Stage::Recipient | Stage::Content);
        Self {
            said: trouble.to_string(),
            refused: about_this_one && trouble.for_good,
            of_server: !about_this_one,
        }
    }
}

/// A connection that is opened when it is needed.
pub struct Session {
    account: Account,
    connection: Option<SmtpConnection>,
}

impl Session {
    /// None is opened yet.
    pub fn new(account: Account) -> Self {
        Self {
            account,
            connection: None,
        }
    }

    /// Hands a letter over. After any trouble the next letter gets a connection of its own.
    pub fn send(&mut self, letter: &Letter) -> Result<(), Trouble> {
        let message = mime::bytes(&self.account, letter).map_err(|said| Trouble {
            for_good: true,
            ..Trouble::new(Stage::Recipient, said)
        })?;
        let mut connection = match self.connection.take() {
            Some(open) => open,
            None => open(&self.account)?,
        };
        match hand_over(&mut connection, &message) {
            Ok(()) => {
                self.connection = Some(connection);
                Ok(())
            }
            Err(trouble) => {
                connection.abort();
                Err(trouble)
            }
        }
    }
}

impl Carrier for Session {
    fn carry(&mut self, letter: &Letter) -> Result<(), Fault> {
        Ok(self.send(letter)?)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            // All that was handed over has been taken; a goodbye that is not heard changes nothing.
            let _ = connection.quit();
        }
    }
}

fn open(account: &Account) -> Result<SmtpConnection, Trouble> {
    let server = (account.host.as_str(), account.port);
    let addresses = server.to_socket_addrs().map_err(|e| Trouble::new(Stage::Name, e))?;
    let secured = || TlsParameters::new(account.host.clone()).map_err(|e| Trouble::of(Stage::Tls, &e));
    let at_once = match account.tls {
        MailTls::Tls => Some(secured()?),
        MailTls::None | MailTls::Starttls => None,
    };
    let me = ClientId::default();
    let connected = SmtpConnection::connect(server, Some(account.timeout), &me, at_once.as_ref(), None);
    let mut connection = connected.map_err(|error| {
        let reachable = |address| TcpStream::connect_timeout(&address, account.timeout).is_ok();
        let greeted = error.status().is_some();
        // Who answers the knock but not in TLS has another idea of how the way is secured.
        let stage = match at_once {
            Some(_) if !greeted && addresses.into_iter().any(reachable) => Stage::Tls,
            _ => Stage::Connection,
        };
        Trouble::of(stage, &error)
    })?;
    if account.tls == MailTls::Starttls {
        let secured = secured()?;
        connection
            .starttls(&secured, &me)
            .map_err(|e| Trouble::of(Stage::Tls, &e))?;
    }
    if let Some(credentials) = &account.credentials {
        let mechanisms: &[Mechanism] = DEFAULT_MECHANISMS;
        let signed_in = connection.auth(mechanisms, credentials);
        signed_in.map_err(|e| Trouble::of(Stage::SignIn, &e))?;
    }
    Ok(connection)
}

/// Step by step, so that it is known which one was refused.
fn hand_over(connection: &mut SmtpConnection, message: &Message) -> Result<(), Trouble> {
    let envelope = message.envelope();
    let mut options = Vec::new();
    let plain = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
    if !envelope.from().into_iter().chain(envelope.to()).all(plain) {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            let said = "it takes only addresses of plain letters (no SMTPUTF8)";
            return Err(Trouble {
                for_good: true,
                ..Trouble::new(Stage::Recipient, said)
            });
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    let from = Mail::new(envelope.from().cloned(), options);
    connection.command(from).map_err(|e| Trouble::of(Stage::Sender, &e))?;
    for to in envelope.to() {
        let to = Rcpt::new(to.clone(), Vec::new());
        connection.command(to).map_err(|e| Trouble::of(Stage::Recipient, &e))?;
    }
    connection.command(Data).map_err(|e| Trouble::of(Stage::Content, &e))?;
    let taken = connection.message(&message.formatted());
    taken.map_err(|e| Trouble::of(Stage::Content, &e))?;
    Ok(())
}
