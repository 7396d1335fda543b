//! `mail test`: whether the settings lead to a mail server that takes a message, and if not, why.

use clap::{Args, Subcommand};

use super::{Settings, failure::Failure, print};
use crate::{
    app::{Clock, fresh, letters},
    config::host_of_url,
    mail::{Account, Session, Stage, Trouble},
};

/// Tries the settings for e-mail
#[derive(Debug, Args)]
pub struct Mail {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Test(Test),
}

/// Sends a test message to an address and tells in one sentence what failed, if anything did
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus mail test anna@example.pl --config /etc/swietlicobus/settings.toml\n\n\
    The service may run meanwhile; the database is not touched."
)]
struct Test {
    #[command(flatten)]
    settings: Settings,
    /// Whom the message goes to
    #[arg(value_name = "ADDRESS")]
    address: String,
}

impl Mail {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let Command::Test(test) = self.command;
        let config = test.settings.load()?;
        let account = Account::of(&config.mail).map_err(Failure::input)?.ok_or_else(|| {
            Failure::input("mail.host is not set, so nothing is sent: name the settings file with --config, or set SWIETLICOBUS_MAIL_HOST")
        })?;
        let url = config.public_url(config.server.port);
        let host = host_of_url(&url).unwrap_or("localhost").to_owned();
        let random = fresh::bytes::<8>()?;
        let id: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let letter = letters::test(&test.address, format!("test-{id}@{host}"), Clock::Machine.now());
        let server = format!("{}:{}", account.host, account.port);
        Session::new(account)
            .send(&letter)
            .map_err(|trouble| told(&server, &trouble))?;
        print::done(format!("{server} took a test message for {}", test.address));
        Ok(())
    }
}

/// What failed, and which setting to look at.
fn told(server: &str, trouble: &Trouble) -> Failure {
    let look = match trouble.stage {
        Stage::Name => "look at mail.host",
        Stage::Connection => "look at mail.host and mail.port, and whether a firewall is between",
        Stage::Tls => {
            "look at mail.tls and mail.port: 587 goes with \"starttls\" and 465 with \"tls\", and the certificate must bear the \
             name in mail.host"
        }
        Stage::SignIn => "look at mail.user and mail.password",
        Stage::Sender => "look at mail.from: many servers take only the address of mail.user",
        Stage::Recipient => "look at the address that you gave",
        Stage::Content => "ask whoever runs the mail server",
    };
    Failure::failed(format!("{server}: {trouble}; {look}"))
}
