//! `serve`: the service itself.

use std::net::IpAddr;

use clap::Args;
use tracing_subscriber::EnvFilter;

use super::{Settings, failure::Failure, print, service::DEMO_KEY};
use crate::{
    app::Clock,
    config::{Config, Log, LogFormat},
    server::Service,
};

/// Serves the public calendar, the staff's pages and the API
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus serve --config /etc/swietlicobus/settings.toml\n\n\
    SIGTERM or Ctrl-C ends it in order. docs/operating.md tells about TLS, backups and upgrades."
)]
pub struct Serve {
    #[command(flatten)]
    settings: Settings,
    /// The port to listen on, in place of the one in the settings
    #[arg(long)]
    port: Option<u16>,
    /// The address to listen on, in place of the one in the settings
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<IpAddr>,
}

impl Serve {
    /// Runs it until it is told to stop.
    pub fn run(self) -> Result<(), Failure> {
        let mut config = self.settings.load()?;
        config.server.port = self.port.unwrap_or(config.server.port);
        config.server.listen = self.listen.unwrap_or(config.server.listen);
        start_logs(&config.log)?;
        warn_of_plain_http(&config);
        let service = Service::build(config, Clock::Machine, false)?;
        let demo = service.app.read(|db| Ok(storage::service::get(db, DEMO_KEY)?))?;
        if demo.is_some() {
            tracing::warn!(
                "this database was made by `swietlicobus demo`: its accounts have a password that everybody knows"
            );
        }
        let app = service.app.clone();
        run(service, || {
            tracing::info!(address = app.base_address, database = app.store.kind(), "serving");
        })?;
        tracing::info!("stopped in order");
        Ok(())
    }
}

/// Answers until SIGTERM or SIGINT; `ready` is called when all stands and either would be heard.
pub fn run(service: Service, ready: impl FnOnce()) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| Failure::failed(format!("cannot start threads: {e}")))?;
    let served = runtime.block_on(service.run(ready));
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    Ok(served?)
}

/// Log lines go to standard error, in the form that the settings ask for.
pub fn start_logs(log: &Log) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&log.level)
        .map_err(|e| Failure::input(format!("log.level {:?} is no level or filter: {e}", log.level)))?;
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(print::colours());
    let started = match log.format {
        LogFormat::Text => logs.try_init(),
        LogFormat::Json => logs.json().flatten_event(true).try_init(),
    };
    started.map_err(|e| Failure::failed(format!("cannot start the log: {e}")))
}

/// Browsers drop `__Host-` cookies and service workers on plain http, so nobody could sign in from another machine.
fn warn_of_plain_http(config: &Config) {
    let seen_as_https = config.public_url(0).starts_with("https://");
    if !config.server.listen.is_loopback() && config.server.tls_cert.is_none() && !seen_as_https {
        tracing::warn!(
            listen = %config.server.listen,
            "plain http beyond this machine: browsers drop the sign-in cookie and offline pages there; set \
             server.tls_cert and server.tls_key, or put a proxy with TLS in front and set server.public_url"
        );
    }
    if config.server.listen.is_unspecified() && config.server.public_url.is_none() {
        tracing::warn!(
            "server.public_url is not set: links in calendars and mails would lead to {}",
            config.server.listen
        );
    }
}
