//! The use cases: load, ask a pure crate, save, in one transaction. Knows no HTTP.

pub mod again;
pub mod apply;
pub mod audit;
pub mod barriers;
pub mod calendar;
pub mod caller;
pub mod carry_over;
pub mod certificates;
pub mod clock;
pub mod covers;
pub mod crew;
pub mod crew_board;
pub mod crew_message;
pub mod day_sheet;
pub mod demo;
pub mod draw;
pub mod erasure;
pub mod error;
pub mod estates;
pub mod events;
pub mod facts;
pub mod follow;
pub mod former;
pub mod fresh;
pub mod hours;
pub mod idempotency;
pub mod import;
pub mod lacking;
pub mod letters;
pub mod limits;
pub mod links;
pub mod me;
pub mod notices;
pub mod outbox;
pub mod overview;
pub mod paging;
pub mod papers;
pub mod passwords;
pub mod people;
pub mod people_import;
pub mod personal_feed;
pub mod pictures;
pub mod plans;
pub mod problem;
pub mod proposals;
pub mod psu;
pub mod publish;
pub mod registration;
pub mod reminders;
pub mod requests;
pub mod season_check;
pub mod season_model;
pub mod seasons;
pub mod sessions;
pub mod shift_conditions;
pub mod signups;
pub mod stops;
pub mod swaps;
pub mod text;
pub mod travel;
pub mod tries;
pub mod unsubscribe;
pub mod upkeep;
pub mod visits;
pub mod waiting;
pub mod wishes;

use std::sync::{Arc, Mutex};

use storage::{Db, Store};
use vocabulary::{Day, Timestamp, Zone};

pub use caller::Caller;
pub use clock::Clock;
pub use error::AppError;

use crate::{
    config::{Config, Secret},
    planner::Planners,
    public::Public,
    push::Vapid,
    street_map::StreetMap,
};
use tries::Tries;

/// Everything a use case needs. One a process, shared by all threads.
pub struct App {
    /// The settings.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// Where `now` comes from.
    pub clock: Clock,
    /// The zone of "today" for pages that belong to no season.
    pub zone: Zone,
    /// Scheme and host of the public pages, without a slash at the end.
    pub base_address: String,
    /// The host in feed UIDs, settled for ever at the first start.
    pub feed_host: String,
    /// What the public sees, in memory.
    pub public: Public,
    /// The operator's map of the streets, where there is a good one.
    pub street_map: Option<StreetMap>,
    /// The planner threads.
    pub planners: Planners,
    /// Wrong passwords, counted.
    pub tries: Tries,
    /// Held while a password is hashed: each hash takes 46 MiB, so there is one at a time.
    pub hashing: Mutex<()>,
    /// Held while a crew is proposed: the search takes all of a core, so there is one at a time.
    pub proposing: Mutex<()>,
    /// The key that push messages are signed with.
    pub vapid: Vapid,
    /// What the tokens of forms are made with.
    pub form_secret: Secret,
    /// Whether this is the demo, with its invented accounts.
    pub demo: bool,
}

/// The app as threads share it.
pub type SharedApp = Arc<App>;

impl App {
    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The present day in the service's zone.
    pub fn today(&self) -> Day {
        self.zone.day(self.now())
    }

    /// Whether push messages are sent: never from the demo, whose visits are invented.
    pub fn push_is_on(&self) -> bool {
        !self.demo && !self.config.follow.push_hosts.is_empty()
    }

    /// Reads in one snapshot.
    pub fn read<T>(&self, f: impl FnMut(&mut Db) -> Result<T, AppError>) -> Result<T, AppError> {
        self.store.read(f)
    }

    /// Writes in one transaction; the closure may run again, so it must do nothing but read and write the database.
    pub fn write<T>(&self, f: impl FnMut(&mut Db) -> Result<T, AppError>) -> Result<T, AppError> {
        self.store.write(f)
    }

    /// Writes something that the public sees, and shows it at once. What the calendar could not show is refused with every
    /// fault before it is kept: else the public would see an old state for ever and nobody would know.
    pub fn write_public<T>(&self, f: impl FnMut(&mut Db) -> Result<T, AppError>) -> Result<T, AppError> {
        let mut f = f;
        let (now, today) = (self.now(), self.today());
        let done = self.store.write(|db| {
            let done = f(db)?;
            // A clock that was put back must not make the last change older than the one before.
            let before = storage::releases::public_revision(db)?.changed_at;
            let at = before.map_or(now, |before| now.max(before.plus_seconds(1)));
            storage::releases::raise_public_revision(db, at)?;
            calendar::current(self, db, today)?;
            Ok::<T, AppError>(done)
        })?;
        self.public.refresh(self);
        Ok(done)
    }
}
