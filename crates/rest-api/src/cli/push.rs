//! `push test`: whether this machine reaches the push services of the settings.

use clap::{Args, Subcommand};

use super::{Settings, failure::Failure, print};
use crate::{
    app::fresh,
    push::{Pusher, Vapid},
};

/// Tries the settings for push messages
#[derive(Debug, Args)]
pub struct Push {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Test(Test),
}

/// Calls every push service of the settings that is no wildcard and tells which of them answers
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus push test --config /etc/swietlicobus/settings.toml\n\n\
    The service may run meanwhile; the database is not touched and no phone is told anything."
)]
struct Test {
    #[command(flatten)]
    settings: Settings,
}

impl Push {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let Command::Test(test) = self.command;
        let config = test.settings.load()?;
        if let Some(key) = &config.follow.vapid_key
            && Vapid::new(key.reveal()).is_none()
        {
            return Err(Failure::input(
                "follow.vapid_key is no private key: 32 bytes as base64url, or leave it unset",
            ));
        }
        let hosts: Vec<_> = config
            .follow
            .push_hosts
            .iter()
            .filter(|host| !host.starts_with('*'))
            .collect();
        if hosts.is_empty() {
            return Err(Failure::input(
                "follow.push_hosts names no push service, so no push message is sent",
            ));
        }
        // No message is signed by it.
        let key = Vapid::private_of(&fresh::bytes::<32>()?).and_then(|key| Vapid::new(&key));
        let key = key.ok_or_else(|| Failure::failed("no key could be made: try again"))?;
        let pusher = Pusher::new(config.follow.clone(), key, String::new());
        let mut silent = Vec::new();
        for host in &hosts {
            match pusher.knock(host) {
                Ok(()) => print::done(format!("{host} answers")),
                Err(said) => silent.push(format!("{host}: {said}")),
            }
        }
        if silent.is_empty() {
            return Ok(());
        }
        Err(Failure::failed(format!(
            "{} of {} push services do not answer ({}); look whether a firewall lets this machine out to them on port 443",
            silent.len(),
            hosts.len(),
            silent.join("; ")
        )))
    }
}
