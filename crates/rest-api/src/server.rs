//! From settings to a running service: database, permanent facts, planner threads, web server.

use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use anyhow::Context;
use storage::{Store, StoreOptions};

use crate::{
    app::{App, Clock, SharedApp, follow, fresh, outbox, reminders, swaps, tries::Tries, upkeep, visits, waiting},
    config::{Config, Secret, host_of_url},
    mail,
    planner::{self, Planners},
    public::Public,
    push::{Pusher, Vapid},
    street_map::{self, StreetMap},
    web::{
        self,
        tokens::{TokenKey, TokenKeys},
    },
};

/// How often the newest public revision is looked for, so that the changes of another server show here.
const WATCH_EVERY: Duration = Duration::from_millis(500);
/// How often what is past its time is forgotten.
const TIDY_EVERY: Duration = Duration::from_secs(3_600);
/// How often the clock is held against offers and waiting lists.
const WAITING_EVERY: Duration = Duration::from_secs(20);

/// How often messages that are due are looked for.
const MAIL_EVERY: Duration = Duration::from_secs(5);

/// How often it is looked whether followers are to be told something.
const TELL_EVERY: Duration = Duration::from_secs(5);

/// A service that is ready to answer.
pub struct Service {
    /// The use cases.
    pub app: SharedApp,
    /// The keys of its tokens.
    pub keys: Arc<TokenKeys>,
    listener: TcpListener,
}

/// Opens the database of these settings and brings its tables up to date.
pub fn open_store(config: &Config) -> anyhow::Result<Store> {
    let url = config.database.url.reveal();
    if let Some(folder) = url.strip_prefix("sqlite:").and_then(|path| Path::new(path).parent()) {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let options = StoreOptions {
        connections: config.database.readers,
        ..StoreOptions::default()
    };
    let store = Store::open(url, options).context("cannot open the database")?;
    for warning in store.warnings() {
        tracing::warn!("{warning}");
    }
    store.migrate().context("cannot bring the database up to date")?;
    Ok(store)
}

/// The use cases on this database. `base_address` is what people type, without a slash at its end; a map of the streets has who serves pages.
pub fn build_app(
    config: Config,
    clock: Clock,
    base_address: String,
    street_map: Option<StreetMap>,
    demo: bool,
) -> anyhow::Result<SharedApp> {
    let store = open_store(&config)?;
    let wanted = feed_host(&config, &base_address);
    let feed_host = store.write(|db| storage::service::settle(db, "feed-host", &wanted))?;
    if config.calendar.feed_host.as_ref().is_some_and(|set| *set != feed_host) {
        tracing::warn!(
            kept = feed_host,
            "calendar.feed_host was changed but is kept: another one would double every entry in calendars"
        );
    }
    let (tries, zone) = (Tries::new(config.sign_in.tries), config.calendar.zone);
    let form_secret = Secret::new(kept_secret(&store, "form-secret")?);
    let vapid = vapid(&config, &store)?;
    let app = Arc::new(App {
        config,
        store,
        clock,
        zone,
        base_address,
        feed_host,
        public: Public::default(),
        street_map,
        planners: Planners::default(),
        tries,
        hashing: Mutex::new(()),
        proposing: Mutex::new(()),
        vapid,
        form_secret,
        demo,
    });
    app.public.refresh(&app);
    Ok(app)
}

/// The host in the ids of calendar entries where none is set.
fn feed_host(config: &Config, base_address: &str) -> String {
    let ip = config.server.listen;
    match (&config.calendar.feed_host, host_of_url(base_address)) {
        (Some(set), _) => set.clone(),
        // Kept for ever, an address that means another machine on every machine is no name.
        _ if config.server.public_url.is_none() && (ip.is_loopback() || ip.is_unspecified()) => "localhost".to_owned(),
        (None, Some(host)) => host.to_owned(),
        // An IPv6 address: its colons have no place in a host name.
        (None, None) => ip.to_string().replace(':', "-"),
    }
}

impl Service {
    /// Takes the port first, so that the address is known, then opens the database.
    pub fn build(config: Config, clock: Clock, demo: bool) -> anyhow::Result<Self> {
        let address = SocketAddr::new(config.server.listen, config.server.port);
        let listener = TcpListener::bind(address).with_context(|| {
            format!("cannot listen on {address}: is another program using the port? Choose one with --port")
        })?;
        let base_address = config.public_url(listener.local_addr()?.port());
        let street_map = street_map::look(&config.map);
        let app = build_app(config, clock, base_address, street_map, demo)?;
        if let (Some(map), Some(publication)) = (&app.street_map, &app.public.newest().publication) {
            street_map::warn_if_elsewhere(map, publication);
        }
        tidy(&app);
        let keys = Arc::new(keys(&app)?);
        Ok(Self { app, keys, listener })
    }

    /// The address that it listens on.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Answers until the process is told to stop (SIGINT or SIGTERM). `ready` is called as soon as that would be heard.
    pub async fn run(self, ready: impl FnOnce()) -> anyhow::Result<()> {
        let stop = told_to_stop()?;
        ready();
        self.run_until(stop).await
    }

    /// Starts planner threads and the watch of the public revision, and answers until `stop` comes.
    pub async fn run_until(self, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
        let planners = planner::start(&self.app)?;
        let watching = tokio::spawn(watch_revision(self.app.clone()));
        let tidying = tokio::spawn(tidy_every_hour(self.app.clone()));
        let waiting = tokio::spawn(look_at_waiting(self.app.clone()));
        let mail = tokio::spawn(send_messages(self.app.clone()));
        let telling = tokio::spawn(tell_followers(self.app.clone()));
        let pushing = tokio::spawn(send_pushes(self.app.clone()));
        let app = self.app.clone();
        let stop = async {
            stop.await;
            // First of all: streams of a plan's progress end with this, and would hold the web server otherwise.
            app.planners.stop();
        };
        let served = web::serve(self.app, self.keys, self.listener, stop).await;
        watching.abort();
        tidying.abort();
        waiting.abort();
        mail.abort();
        telling.abort();
        pushing.abort();
        app.planners.stop();
        for thread in planners {
            // A planner asked to stop does so at its next iteration; one that panicked has said so in the log.
            let _ = thread.join();
        }
        served
    }
}

/// Ends when the process gets SIGINT or SIGTERM.
fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

async fn watch_revision(app: SharedApp) {
    let mut ticks = tokio::time::interval(WATCH_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let app = app.clone();
        if tokio::task::spawn_blocking(move || app.public.refresh(&app))
            .await
            .is_err()
        {
            tracing::error!("refreshing the public calendar stopped by a defect");
        }
    }
}

async fn tidy_every_hour(app: SharedApp) {
    let mut ticks = tokio::time::interval(TIDY_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // The first tick is now, and at the start it has been done.
    ticks.tick().await;
    loop {
        ticks.tick().await;
        let app = app.clone();
        if tokio::task::spawn_blocking(move || tidy(&app)).await.is_err() {
            tracing::error!("forgetting what is past its time stopped by a defect");
        }
    }
}

/// Offers that were not answered end, and the next who waits is asked; swaps that stand no more end.
async fn look_at_waiting(app: SharedApp) {
    let mut ticks = tokio::time::interval(WAITING_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let app = app.clone();
        let look = move || {
            if let Err(error) = waiting::tick(&app) {
                tracing::warn!(%error, "the waiting lists could not be looked at; they are again in a while");
            }
            if let Err(error) = visits::delays::tick(&app) {
                tracing::warn!(%error, "visits that are over could not be looked at; they are again in a while");
            }
            if let Err(error) = swaps::tick(&app) {
                tracing::warn!(%error, "the swaps could not be looked at; they are again in a while");
            }
        };
        if tokio::task::spawn_blocking(look).await.is_err() {
            tracing::error!("looking at the waiting lists stopped by a defect");
        }
    }
}

/// Reminders are written, and what is due leaves.
async fn send_messages(app: SharedApp) {
    let mut ticks = tokio::time::interval(MAIL_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        again_while(&app, "sending messages", mail_round).await;
    }
}

/// Runs a round away from the threads that answer, and another at once for as long as there is more to do.
async fn again_while(app: &SharedApp, what: &str, round: impl Fn(&App) -> bool + Clone + Send + 'static) {
    loop {
        let (app, round) = (app.clone(), round.clone());
        match tokio::task::spawn_blocking(move || round(&app)).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(_) => return tracing::error!("{what} stopped by a defect"),
        }
    }
}

/// What happened to visits, and tomorrow's visits in the evening, are passed on to whoever follows them.
async fn tell_followers(app: SharedApp) {
    let mut ticks = tokio::time::interval(TELL_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        again_while(&app, "telling followers", tell_round).await;
    }
}

/// What is due is handed to push services.
async fn send_pushes(app: SharedApp) {
    if !app.push_is_on() {
        return;
    }
    let contact = app
        .config
        .follow
        .contact
        .clone()
        .unwrap_or_else(|| app.base_address.clone());
    let pusher = Arc::new(Pusher::new(app.config.follow.clone(), app.vapid.clone(), contact));
    let mut ticks = tokio::time::interval(TELL_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let pusher = pusher.clone();
        again_while(&app, "sending push messages", move |app| push_round(app, &pusher)).await;
    }
}

/// Whether there is more to send at once.
fn push_round(app: &App, pusher: &Pusher) -> bool {
    match follow::push::deliver(app, pusher, &|| app.now()) {
        Ok(round) => {
            if round != follow::push::Round::default() {
                let follow::push::Round {
                    sent,
                    gone,
                    postponed,
                    dropped,
                    more: _,
                } = round;
                tracing::info!(sent, gone, postponed, dropped, "push messages");
            }
            round.more
        }
        Err(error) => {
            tracing::warn!(%error, "push messages could not be sent; they are again in a while");
            false
        }
    }
}

/// Whether there is more to tell at once.
fn tell_round(app: &App) -> bool {
    if let Err(error) = follow::write_evening(app, app.now()) {
        tracing::warn!(%error, "tomorrow's visits could not be announced; they are again in a while");
    }
    match follow::tell::tick(app, app.now()) {
        Ok(round) => {
            if round.begun + round.dropped + round.written > 0 {
                let follow::tell::Round {
                    begun,
                    dropped,
                    written,
                    more: _,
                } = round;
                tracing::info!(begun, dropped, written, "followers are told");
            }
            round.more
        }
        Err(error) => {
            tracing::warn!(%error, "followers could not be told; they are again in a while");
            false
        }
    }
}

/// Whether there is more to send at once. The demo writes messages and sends none: its people are invented, their addresses might not be.
fn mail_round(app: &App) -> bool {
    if let Err(error) = reminders::write(app, app.now()) {
        tracing::warn!(%error, "reminders could not be written; they are again in a while");
    }
    // The settings were looked at when they were read.
    let account = mail::Account::of(&app.config.mail).ok().flatten();
    let Some(account) = account.filter(|_| !app.demo) else {
        return false;
    };
    match outbox::deliver(app, &mut mail::Session::new(account), &|| app.now()) {
        Ok(round) => {
            if round != outbox::Round::default() {
                let outbox::Round {
                    sent,
                    dropped,
                    postponed,
                    dead,
                } = round;
                tracing::info!(sent, dropped, postponed, dead, "messages");
            }
            // What was postponed may be the mail server's trouble, which is not over at once.
            round.is_full() && round.postponed == 0
        }
        Err(error) => {
            tracing::warn!(%error, "messages could not be sent; they are again in a while");
            false
        }
    }
}

/// Nobody waits for it, so a database that is busy now is asked again in an hour.
fn tidy(app: &App) {
    if let Err(error) = upkeep::run(app) {
        tracing::warn!(%error, "what is past its time could not be forgotten");
    }
}

/// The signing key: from the settings, else the one that was made at the first start and lies in the database.
fn keys(app: &App) -> anyhow::Result<TokenKeys> {
    let secret = match &app.config.sign_in.token_secret {
        Some(secret) => secret.reveal().to_owned(),
        None => kept_secret(&app.store, "token-secret")?,
    };
    Ok(TokenKeys::new(
        app.base_address.clone(),
        TokenKey::new(secret.as_bytes())?,
        Vec::new(),
    ))
}

/// A secret that is made once and then kept in the database, so that all servers on it share it.
fn kept_secret(store: &Store, name: &str) -> anyhow::Result<String> {
    let made: String = fresh::bytes::<32>()?.iter().map(|b| format!("{b:02x}")).collect();
    Ok(store.write(|db| storage::service::settle(db, name, &made))?)
}

/// The key of push messages: from the settings, else the one that was made at the first start.
fn vapid(config: &Config, store: &Store) -> anyhow::Result<Vapid> {
    if let Some(set) = &config.follow.vapid_key {
        return Vapid::new(set.reveal()).context("follow.vapid_key is no private key: 32 bytes as base64url");
    }
    let mut made = None;
    while made.is_none() {
        made = Vapid::private_of(&fresh::bytes::<32>()?);
    }
    let made = made.unwrap_or_default();
    let kept = store.write(|db| storage::service::settle(db, "vapid-key", &made))?;
    Vapid::new(&kept).context("the key of push messages in the database is none")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_in_calendars_have_a_host_name() {
        for (listen, url, set, expected) in [
            ("127.0.0.1", None, None, "localhost"),
            ("::1", None, None, "localhost"),
            ("::", None, None, "localhost"),
            ("10.0.0.7", None, None, "10.0.0.7"),
            ("2001:db8::7", None, None, "2001-db8--7"),
            ("::1", Some("https://bus.example.pl"), None, "bus.example.pl"),
            (
                "::1",
                Some("https://bus.example.pl:81"),
                Some("old.example.pl"),
                "old.example.pl",
            ),
        ] {
            let mut config = Config::defaults().unwrap();
            config.server.listen = listen.parse().unwrap();
            config.server.public_url = url.map(str::to_owned);
            config.calendar.feed_host = set.map(str::to_owned);
            assert_eq!(
                feed_host(&config, &config.public_url(8080)),
                expected,
                "{listen} {url:?}"
            );
        }
    }
}
