//! Opening a database, and the two ways to talk to it.

use std::{
    fmt,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use diesel::{
    Connection, PgConnection, RunQueryDsl, SqliteConnection,
    connection::{AnsiTransactionManager, SimpleConnection, TransactionManager},
    r2d2::{ManageConnection, Pool, PooledConnection, R2D2Connection},
};

use crate::{CallError, Db, StoreError};

/// A database that could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The address names neither database.
    #[error("the database address must begin with sqlite: or postgres:// (for example sqlite:data/swietlicobus.db)")]
    UnknownScheme,
    /// SQLite needs a file: what is only in memory would be another database for each connection.
    #[error("the database address names no file; give one, for example sqlite:data/swietlicobus.db")]
    NoFile,
    /// The database is not there, or does not let us in.
    #[error("the database cannot be opened: {0}")]
    Refused(StoreError),
}

/// How many connections, and how patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreOptions {
    /// Connections that read (SQLite; one more writes), or all connections (PostgreSQL). At least 1. Keep it well below
    /// the number of blocking threads, because waiting for a connection blocks one.
    pub connections: u32,
    /// How long a call waits for a free connection, or for a lock that another holds, before it says `Busy`; and for a
    /// server that is away, before it says `Unavailable`.
    pub patience: Duration,
}

impl Default for StoreOptions {
    fn default() -> Self {
        Self {
            connections: 4,
            patience: Duration::from_secs(3),
        }
    }
}

/// Where a database is.
#[derive(Clone)]
pub(crate) enum Address {
    Sqlite(PathBuf),
    Postgres(String),
}

/// An open database. Cheap to clone; all clones share the connections.
#[derive(Clone)]
pub struct Store {
    pub(crate) address: Address,
    readers: Pool<Connections>,
    writer: Pool<Connections>,
    patience: Duration,
    warnings: Vec<String>,
}

impl fmt::Debug for Store {
    /// Never the address: it may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address {
            Address::Sqlite(_) => f.write_str("Store(SQLite)"),
            Address::Postgres(_) => f.write_str("Store(PostgreSQL)"),
        }
    }
}

/// How often a write that found the database busy is run, as long as patience lasts.
const ATTEMPTS: u32 = 5;

impl Store {
    /// Opens `sqlite:PATH` (made if it is not there; its folder must be) or `postgres://USER:PASSWORD@HOST/NAME`. Says at
    /// once if that cannot work. The tables are made by [`Store::migrate`].
    pub fn open(address: &str, options: StoreOptions) -> Result<Self, OpenError> {
        let address = Address::parse(address)?;
        let mut first = connect(&address, Use::Write, options.patience).map_err(OpenError::Refused)?;
        let warnings = warnings(&mut first).map_err(OpenError::Refused)?;
        drop(first);
        let pool = |usage, size| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .connection_timeout(options.patience)
                .test_on_check_out(matches!(address, Address::Postgres(_)))
                .build_unchecked(Connections {
                    address: address.clone(),
                    usage,
                    patience: options.patience,
                })
        };
        let size = options.connections.max(1);
        let (readers, writer) = match address {
            Address::Sqlite(_) => (pool(Use::Read, size), pool(Use::Write, 1)),
            Address::Postgres(_) => {
                let all = pool(Use::Write, size);
                (all.clone(), all)
            }
        };
        Ok(Self {
            address,
            readers,
            writer,
            patience: options.patience,
            warnings,
        })
    }

    /// What was found when it was opened that lets it work less well than it should, in sentences for the log.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Runs a closure that only reads, on one consistent state of the database.
    pub fn read<T, E: CallError>(&self, mut f: impl FnMut(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let mut connection = checked_out(&self.readers)?;
        let begin = Begin {
            sqlite: "BEGIN DEFERRED",
            postgres: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        transact(&mut connection, &begin, &mut f)
    }

    /// Runs a closure in one transaction that is kept if it gives `Ok` and undone if it gives `Err`. Its first statement
    /// should be the guarded update of what is scarce. If the database is busy it is run again, a few times: it must do
    /// nothing but talk to the database, with a `now` from outside.
    pub fn write<T, E: CallError>(&self, mut f: impl FnMut(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let begin = Begin {
            sqlite: "BEGIN IMMEDIATE",
            postgres: "BEGIN ISOLATION LEVEL READ COMMITTED",
        };
        let (started, mut attempt) = (Instant::now(), 1);
        loop {
            let outcome = checked_out(&self.writer)
                .map_err(E::from)
                .and_then(|mut connection| transact(&mut connection, &begin, &mut f));
            match outcome {
                Err(error) if error.is_busy() && attempt < ATTEMPTS && started.elapsed() < self.patience => {
                    thread::sleep(Duration::from_millis(5 << attempt));
                    attempt += 1;
                }
                outcome => return outcome,
            }
        }
    }

    /// Whether the database answers, for a readiness check.
    pub fn ping(&self) -> Result<(), StoreError> {
        Ok(checked_out(&self.readers)?.batch_execute("SELECT 1")?)
    }

    /// Which database it is, in words for the log.
    pub fn kind(&self) -> &'static str {
        match self.address {
            Address::Sqlite(_) => "SQLite",
            Address::Postgres(_) => "PostgreSQL",
        }
    }

    /// A connection of its own, for work that takes long.
    pub(crate) fn connection_apart(&self) -> Result<Db, StoreError> {
        connect(&self.address, Use::Long, Duration::from_secs(60))
    }
}

impl Address {
    fn parse(text: &str) -> Result<Self, OpenError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return match path {
                "" | ":memory:" => Err(OpenError::NoFile),
                path => Ok(Self::Sqlite(PathBuf::from(path))),
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(OpenError::UnknownScheme)
    }
}

/// Adds what libpq lacks by default: giving up on a server that does not answer (seconds, then milliseconds).
fn impatient(url: &str) -> String {
    let mut url = url.to_owned();
    for (name, value) in [("connect_timeout", "4"), ("tcp_user_timeout", "5000")] {
        if !url.contains(name) {
            let joint = if url.contains('?') { '&' } else { '?' };
            url = format!("{url}{joint}{name}={value}");
        }
    }
    url
}

/// The address as it may be shown: `postgres://user:secret@host/name` without `:secret`, also where it stands as an option.
pub(crate) fn without_password(url: &str) -> String {
    let (place, options) = url.split_once('?').unwrap_or((url, ""));
    let place = match (place.split_once("://"), place.rsplit_once('@')) {
        (Some((scheme, _)), Some((login, host))) => {
            let login = &login[scheme.len() + 3..];
            format!("{scheme}://{}@{host}", login.split(':').next().unwrap_or(login))
        }
        _ => place.to_owned(),
    };
    let harmless: Vec<&str> = options
        .split('&')
        .filter(|option| !option.is_empty() && !option.starts_with("password="))
        .collect();
    if harmless.is_empty() {
        place
    } else {
        format!("{place}?{}", harmless.join("&"))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Read,
    Write,
    Long,
}

struct Connections {
    address: Address,
    usage: Use,
    patience: Duration,
}

impl ManageConnection for Connections {
    type Connection = Db;
    type Error = StoreError;

    fn connect(&self) -> Result<Db, StoreError> {
        connect(&self.address, self.usage, self.patience)
    }

    fn is_valid(&self, connection: &mut Db) -> Result<(), StoreError> {
        Ok(connection.ping()?)
    }

    fn has_broken(&self, connection: &mut Db) -> bool {
        connection.is_broken()
    }
}

fn connect(address: &Address, usage: Use, patience: Duration) -> Result<Db, StoreError> {
    let refused = |e: diesel::ConnectionError| StoreError::Unavailable(e.to_string());
    match address {
        Address::Sqlite(path) => {
            make_private(path)?;
            let path = path
                .to_str()
                .ok_or_else(|| StoreError::Unavailable("the file name is not UTF-8".to_owned()))?;
            let mut connection = SqliteConnection::establish(path).map_err(refused)?;
            connection.batch_execute(&sqlite_settings(usage, patience))?;
            Ok(Db::Sqlite(connection))
        }
        Address::Postgres(url) => {
            let mut connection = PgConnection::establish(&impatient(url)).map_err(refused)?;
            connection.batch_execute("SET TIME ZONE 'UTC'; SET application_name = 'swietlicobus'")?;
            if usage != Use::Long {
                connection.batch_execute(&format!(
                    "SET lock_timeout = {}; SET statement_timeout = '15s'; \
                     SET idle_in_transaction_session_timeout = '30s'",
                    patience.as_millis()
                ))?;
            }
            Ok(Db::Postgres(connection))
        }
    }
}

/// Whether the server speaks a language in which `error.rs` knows what "busy" and "away" are.
fn warnings(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let Db::Postgres(connection) = db else {
        return Ok(Vec::new());
    };
    let query = diesel::sql_query("SELECT current_setting('lc_messages') AS value");
    let language = query.get_result::<Setting>(connection)?.value;
    if is_english(&language) {
        return Ok(Vec::new());
    }
    Ok(vec![format!(
        "PostgreSQL's messages are in {language}, so that a busy database is taken for a broken one: as a superuser, run \
         ALTER ROLE ... SET lc_messages = 'C' for the role of this program, and start again"
    )])
}

/// A locale name as PostgreSQL has it; empty: the server's environment, which says nothing in the usual container.
fn is_english(locale: &str) -> bool {
    let language = locale.split(['.', '@', '_']).next().unwrap_or(locale);
    ["", "C", "POSIX", "en", "English"].contains(&language)
}

#[derive(diesel::QueryableByName)]
struct Setting {
    #[diesel(sql_type = diesel::sql_types::Text)]
    value: String,
}

/// The file will hold names and addresses: on Unix only its owner may read it. SQLite gives its side files the same rights.
pub(crate) fn make_private(path: &std::path::Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(e) => Err(StoreError::Unavailable(format!("{}: {e}", path.display()))),
    }
}

/// `synchronous=FULL`, because in WAL mode NORMAL loses what was acknowledged before a power cut; `secure_delete`, because
/// what a person had erased must be gone from the file.
fn sqlite_settings(usage: Use, patience: Duration) -> String {
    let common = format!(
        "PRAGMA busy_timeout = {}; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; \
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;",
        patience.as_millis()
    );
    match usage {
        Use::Read => format!("{common} PRAGMA query_only = ON;"),
        Use::Write | Use::Long => {
            format!("{common} PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 33554432;")
        }
    }
}

fn checked_out(pool: &Pool<Connections>) -> Result<PooledConnection<Connections>, StoreError> {
    pool.get().map_err(|e| match e.to_string() {
        // With the reason why no connection could be made; without one, all are in use.
        said if said.contains(": ") => StoreError::Unavailable(said),
        _ => StoreError::Busy,
    })
}

pub(crate) struct Begin {
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

pub(crate) fn transact<T, E: From<StoreError>>(
    db: &mut Db,
    begin: &Begin,
    f: &mut impl FnMut(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    type Manager = <Db as Connection>::TransactionManager;
    match db {
        Db::Sqlite(inner) => AnsiTransactionManager::begin_transaction_sql(inner, begin.sqlite),
        Db::Postgres(inner) => AnsiTransactionManager::begin_transaction_sql(inner, begin.postgres),
    }
    .map_err(StoreError::from)?;
    match f(db) {
        Ok(value) => {
            Manager::commit_transaction(db).map_err(StoreError::from)?;
            Ok(value)
        }
        Err(error) => {
            // If even this fails the pool throws the connection away; the closure's error says more.
            let _ = Manager::rollback_transaction(db);
            Err(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let kind = |text: &str| match Address::parse(text) {
            Ok(Address::Sqlite(path)) => format!("file {}", path.display()),
            Ok(Address::Postgres(_)) => "server".to_owned(),
            Err(e) => e.to_string().chars().take(36).collect(),
        };
        let cases = [
            ("sqlite:data/bus.db", "file data/bus.db"),
            ("sqlite:///srv/bus.db", "file /srv/bus.db"),
            ("postgres://u@h/d", "server"),
            ("postgresql://u@h/d", "server"),
            ("sqlite::memory:", "the database address names no file; g"),
            ("sqlite:", "the database address names no file; g"),
            ("data/bus.db", "the database address must begin with "),
            ("mysql://h/d", "the database address must begin with "),
        ];
        for (text, expected) in cases {
            assert_eq!(kind(text), expected.chars().take(36).collect::<String>(), "{text}");
        }
    }

    #[test]
    fn a_shown_address_bears_no_password() {
        let cases = [
            ("postgres://u:s:e@cret@h:5432/d", "postgres://u@h:5432/d"),
            (
                "postgres://u:secret@h/d?sslmode=require&password=secret",
                "postgres://u@h/d?sslmode=require",
            ),
            ("postgres://h/d", "postgres://h/d"),
            ("postgres:///d?host=%2Ftmp", "postgres:///d?host=%2Ftmp"),
        ];
        for (url, expected) in cases {
            assert_eq!(without_password(url), expected, "{url}");
        }
    }

    /// None of these can be seen from outside, and a lost one shows only in a power cut.
    #[test]
    fn sqlite_is_set_up_on_every_connection() {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::Sqlite(folder.path().join("test.db"));
        for usage in [Use::Write, Use::Read, Use::Long] {
            let Db::Sqlite(mut connection) = connect(&address, usage, Duration::from_secs(5)).unwrap() else {
                panic!("an SQLite address")
            };
            let mut pragma = |name: &str| -> String {
                let query = format!("SELECT CAST({name} AS TEXT) AS value FROM pragma_{name}");
                diesel::sql_query(query)
                    .get_result::<Setting>(&mut connection)
                    .unwrap()
                    .value
            };
            assert_eq!(pragma("journal_mode"), "wal");
            assert_eq!(pragma("synchronous"), "2", "FULL");
            assert_eq!(pragma("foreign_keys"), "1");
            assert_eq!(pragma("secure_delete"), "1");
            assert_eq!(pragma("query_only"), if usage == Use::Read { "1" } else { "0" });
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let rights = std::fs::metadata(folder.path().join("test.db"))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(rights & 0o777, 0o600);
        }
    }

    #[test]
    fn locales_that_speak_english() {
        for (locale, english) in [
            ("C", true),
            ("C.UTF-8", true),
            ("POSIX", true),
            ("", true),
            ("en_US.UTF-8", true),
            ("en_GB", true),
            ("English_United States.1252", true),
            ("pl_PL.UTF-8", false),
            ("de_DE@euro", false),
            ("Polish_Poland.1250", false),
        ] {
            assert_eq!(is_english(locale), english, "{locale}");
        }
    }

    #[test]
    fn patience_is_added_once() {
        assert_eq!(
            impatient("postgres://h/d?connect_timeout=9"),
            "postgres://h/d?connect_timeout=9&tcp_user_timeout=5000"
        );
    }
}
