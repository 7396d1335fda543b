//! The command line: one file a command.
//!
//! Exit codes: 0 done, 1 failed, 2 bad input or usage. What is data goes to standard output, what is said about it to
//! standard error. Failures are told in one sentence that says what to do.

pub mod backup;
pub mod config;
pub mod demo;
pub mod explain;
pub mod failure;
pub mod folder;
pub mod import;
pub mod mail;
pub mod migrate;
pub mod people;
pub mod plan;
pub mod print;
pub mod push;
pub mod replan;
pub mod serve;
pub mod service;
pub mod travel;
pub mod user;
pub mod validate;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use failure::Failure;

/// Plans, staffs and publishes the summer of a travelling children's activity bus.
#[derive(Debug, Parser)]
#[command(name = "swietlicobus", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Example: a whole season to look at, on your own machine\n  swietlicobus demo --open")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Validate(validate::Validate),
    Plan(plan::Plan),
    Replan(replan::Replan),
    Explain(explain::Explain),
    Import(import::Import),
    User(user::User),
    People(people::People),
    Migrate(migrate::Migrate),
    Backup(backup::Backup),
    Mail(mail::Mail),
    Push(push::Push),
    Config(config::Config),
}

/// Where the settings come from, alike in every command that needs them.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// The settings file; without it the defaults and the environment hold (see `config print`)
    #[arg(long = "config", value_name = "FILE", env = "SWIETLICOBUS_CONFIG")]
    pub file: Option<PathBuf>,
}

impl Settings {
    /// The settings in force.
    pub fn load(&self) -> Result<crate::config::Config, Failure> {
        Ok(crate::config::Config::load(self.file.as_deref())?)
    }
}

/// Reads the command line and runs its command.
pub fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Demo(command) => command.run(),
        Command::Serve(command) => command.run(),
        Command::Validate(command) => command.run(),
        Command::Plan(command) => command.run(),
        Command::Replan(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::User(command) => command.run(),
        Command::People(command) => command.run(),
        Command::Migrate(command) => command.run(),
        Command::Backup(command) => command.run(),
        Command::Mail(command) => command.run(),
        Command::Push(command) => command.run(),
        Command::Config(command) => command.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}
