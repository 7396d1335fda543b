//! `config print`: the settings in force, without secrets; or the defaults as a file to start from.

use std::fmt::{Debug, Write as _};

use clap::{Args, Subcommand};

use super::{Settings, failure::Failure, print};
use crate::config::{self, LogFormat};

/// Shows the settings
#[derive(Debug, Args)]
pub struct Config {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Print(Print),
}

/// Prints the settings in force: defaults, file and environment together. Secrets are not shown
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  swietlicobus config print --config config/development.toml\n  \
    swietlicobus config print --defaults > settings.toml"
)]
struct Print {
    #[command(flatten)]
    settings: Settings,
    /// Print every setting with its explanation and default instead: a file to start from
    #[arg(long, conflicts_with = "file")]
    defaults: bool,
}

impl Config {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let Command::Print(print) = self.command;
        let text = if print.defaults {
            config::Config::template()
        } else {
            in_force(&print.settings.load()?)
        };
        print::out(text.trim_end());
        Ok(())
    }
}

fn declared(to: &mut Toml, declaration: &config::Declaration) {
    let config::Declaration {
        body,
        published,
        updated,
        status,
        exceptions,
        made,
        reviewed,
        method,
        contact,
        email,
        phone,
        architecture,
    } = declaration;
    to.table("declaration");
    to.text("body", body.as_ref());
    to.text("published", published.as_ref());
    to.text("updated", updated.as_ref());
    to.text("status", Some(status.as_str()));
    to.plain("exceptions", exceptions);
    to.text("made", made.as_ref());
    to.text("reviewed", reviewed.as_ref());
    to.text("method", Some(method.as_str()));
    to.text("contact", contact.as_ref());
    to.text("email", email.as_ref());
    to.text("phone", phone.as_ref());
    to.text("architecture", architecture.as_ref());
}

/// The settings as TOML. Each struct is taken apart by name, so that a new setting cannot be forgotten here.
fn in_force(config: &config::Config) -> String {
    let config::Config {
        server,
        database,
        calendar,
        map,
        papers,
        planner,
        travel,
        sign_in,
        registration,
        declaration,
        retention,
        mail,
        follow,
        log,
    } = config;
    let mut to = Toml::default();
    let config::Server {
        listen,
        port,
        public_url,
        tls_cert,
        tls_key,
        workers,
        shutdown_seconds,
        trusted_proxies,
    } = server;
    to.table("server");
    to.text("listen", Some(listen));
    to.plain("port", port);
    to.text("public_url", public_url.as_ref());
    to.text("tls_cert", tls_cert.as_ref().map(|p| p.display()));
    to.text("tls_key", tls_key.as_ref().map(|p| p.display()));
    to.plain("workers", workers);
    to.plain("shutdown_seconds", shutdown_seconds);
    let proxies: Vec<_> = trusted_proxies.iter().map(ToString::to_string).collect();
    to.plain("trusted_proxies", proxies);
    let config::Database { url, readers } = database;
    to.table("database");
    to.plain("url", url);
    to.plain("readers", readers);
    let config::Calendar {
        service_name,
        zone,
        feed_host,
    } = calendar;
    to.table("calendar");
    to.text("service_name", Some(service_name));
    to.text("zone", Some(zone));
    to.text("feed_host", feed_host.as_ref());
    let config::Map { file, attribution } = map;
    to.table("map");
    to.text("file", file.as_ref().map(|p| p.display()));
    to.text("attribution", Some(attribution));
    declared(&mut to, declaration);
    to.table("papers");
    let config::Papers { issuer, place } = papers;
    to.text("issuer", issuer.as_ref());
    to.text("place", place.as_ref());
    let config::Planner {
        threads,
        threads_per_plan,
        max_seconds,
    } = planner;
    to.table("planner");
    to.plain("threads", threads);
    to.plain("threads_per_plan", threads_per_plan);
    to.plain("max_seconds", max_seconds);
    let config::Travel {
        engine,
        url,
        profile,
        batch,
        seconds,
        retries,
        off_road_metres,
        map,
        cache,
    } = travel;
    to.table("travel");
    to.text("engine", Some(engine.as_str()));
    to.text("url", url.as_ref());
    to.text("profile", profile.as_ref());
    to.plain("batch", batch);
    to.plain("seconds", seconds);
    to.plain("retries", retries);
    to.plain("off_road_metres", off_road_metres);
    to.text("map", Some(map));
    to.text("cache", cache.as_ref().map(|p| p.display()));
    let config::SignIn {
        token_secret,
        access_minutes,
        refresh_days,
        tries,
    } = sign_in;
    to.table("sign_in");
    match token_secret {
        Some(secret) => to.plain("token_secret", secret),
        None => to.unset("token_secret"),
    }
    to.plain("access_minutes", access_minutes);
    to.plain("refresh_days", refresh_days);
    to.plain("tries", tries);
    people(&mut to, registration, retention);
    let config::Mail {
        host,
        port,
        tls,
        user,
        password,
        from,
        reply_to,
        seconds,
    } = mail;
    to.table("mail");
    to.text("host", host.as_ref());
    match port {
        Some(port) => to.plain("port", port),
        None => to.unset("port"),
    }
    to.text("tls", Some(tls.as_str()));
    to.text("user", user.as_ref());
    match password {
        Some(password) => to.plain("password", password),
        None => to.unset("password"),
    }
    to.text("from", from.as_ref());
    to.text("reply_to", reply_to.as_ref());
    to.plain("seconds", seconds);
    followers(&mut to, follow);
    let config::Log { level, format } = log;
    to.table("log");
    to.text("level", Some(level));
    let format = match format {
        LogFormat::Text => "text",
        LogFormat::Json => "json",
    };
    to.text("format", Some(format));
    to.0
}

fn people(to: &mut Toml, registration: &config::Registration, retention: &config::Retention) {
    let config::Registration {
        open,
        controller,
        contact,
    } = registration;
    to.table("registration");
    to.plain("open", open);
    to.text("controller", controller.as_ref());
    to.text("contact", contact.as_ref());
    let config::Retention {
        registration_days,
        birth_date_days,
        guardian_days,
        agreement_days,
        sheet_days,
        qualification_days,
        signup_log_days,
        idle_days,
        idle_notice_days,
        barrier_days,
    } = retention;
    to.table("retention");
    to.plain("registration_days", registration_days);
    to.plain("birth_date_days", birth_date_days);
    to.plain("guardian_days", guardian_days);
    to.plain("agreement_days", agreement_days);
    to.plain("sheet_days", sheet_days);
    to.plain("qualification_days", qualification_days);
    to.plain("signup_log_days", signup_log_days);
    to.plain("idle_days", idle_days);
    to.plain("idle_notice_days", idle_notice_days);
    to.plain("barrier_days", barrier_days);
}

fn followers(to: &mut Toml, follow: &config::Follow) {
    let config::Follow {
        evening,
        contact,
        vapid_key,
        push_hosts,
        push_inside,
        push_seconds,
        push_parallel,
    } = follow;
    to.table("follow");
    to.text("evening", Some(evening));
    to.text("contact", contact.as_ref());
    match vapid_key {
        Some(secret) => to.plain("vapid_key", secret),
        None => to.unset("vapid_key"),
    }
    to.plain("push_hosts", push_hosts);
    to.plain("push_inside", push_inside);
    to.plain("push_seconds", push_seconds);
    to.plain("push_parallel", push_parallel);
}

#[derive(Default)]
struct Toml(String);

// Writing into a String cannot fail.
impl Toml {
    fn table(&mut self, name: &str) {
        let gap = if self.0.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.0, "{gap}[{name}]");
    }

    /// A value that Rust's `Debug` writes as TOML does: numbers, secrets (which hide themselves), lists of plain text.
    fn plain(&mut self, key: &str, value: impl Debug) {
        let _ = writeln!(self.0, "{key} = {value:?}");
    }

    fn text(&mut self, key: &str, value: Option<impl ToString>) {
        match value {
            Some(value) => {
                let value = toml::Value::String(value.to_string());
                let _ = writeln!(self.0, "{key} = {value}");
            }
            None => self.unset(key),
        }
    }

    fn unset(&mut self, key: &str) {
        let _ = writeln!(self.0, "# {key} is not set");
    }
}
