//! Every setting with its default. `config/default.toml` is printed from here and a test keeps the two equal.
//!
//! Order of strength: command line, environment (`SWIETLICOBUS_…`), the file, the default. An unknown key is refused by
//! name, and a secret is never printed.

mod declaration;
mod follow;
mod map;
mod people;

use std::{
    fmt,
    net::IpAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use confique::{
    Config as _, Layer,
    meta::{FieldKind, Meta},
};

use crate::{
    mail,
    travel::{Engine, Kind, usable_profile, usable_url},
};

pub use declaration::{Complete as CompleteDeclaration, Declaration};
pub use follow::Follow;
pub use map::Map;
pub use people::{Registration, Retention};

/// All settings.
#[derive(Debug, Clone, confique::Config)]
pub struct Config {
    /// Where the server listens and what it is called from outside.
    #[config(nested)]
    pub server: Server,
    /// The database.
    #[config(nested)]
    pub database: Database,
    /// The public calendar.
    #[config(nested)]
    pub calendar: Calendar,
    /// A map of the streets on /mapa, beside the sketch of the town (docs/map.md).
    #[config(nested)]
    pub map: Map,
    /// Papers that are handed out.
    #[config(nested)]
    pub papers: Papers,
    /// The season planner.
    #[config(nested)]
    pub planner: Planner,
    /// Travel times for the planner.
    #[config(nested)]
    pub travel: Travel,
    /// Sign-in and tokens.
    #[config(nested)]
    pub sign_in: SignIn,
    /// People who register themselves.
    #[config(nested)]
    pub registration: Registration,
    /// The accessibility declaration that public bodies must publish.
    #[config(nested)]
    pub declaration: Declaration,
    /// How long personal data is kept.
    #[config(nested)]
    pub retention: Retention,
    /// E-mail.
    #[config(nested)]
    pub mail: Mail,
    /// Telling people of visits who have no account.
    #[config(nested)]
    pub follow: Follow,
    /// Logging.
    #[config(nested)]
    pub log: Log,
}

/// Where the server listens and what it is called from outside.
#[derive(Debug, Clone, confique::Config)]
pub struct Server {
    /// The address to listen on. Keep 127.0.0.1 behind a proxy; 0.0.0.0 listens everywhere.
    #[config(env = "SWIETLICOBUS_LISTEN", default = "127.0.0.1")]
    pub listen: IpAddr,
    /// The port to listen on; 0 takes a free one.
    #[config(env = "SWIETLICOBUS_PORT", default = 8080)]
    pub port: u16,
    /// The address that people type, without a slash at its end, e.g. `https://swietlicobus.example.pl`. Links in feeds
    /// are made of it. Unset: http(s)://listen:port.
    #[config(env = "SWIETLICOBUS_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// A PEM file with the certificate chain. With tls_key the server speaks https itself.
    #[config(env = "SWIETLICOBUS_TLS_CERT")]
    pub tls_cert: Option<PathBuf>,
    /// A PEM file with the private key of tls_cert.
    #[config(env = "SWIETLICOBUS_TLS_KEY")]
    pub tls_key: Option<PathBuf>,
    /// Threads that answer requests.
    #[config(env = "SWIETLICOBUS_WORKERS", default = 2)]
    pub workers: usize,
    /// Seconds that open requests get to finish when the server is told to stop.
    #[config(env = "SWIETLICOBUS_SHUTDOWN_SECONDS", default = 5)]
    pub shutdown_seconds: u64,
    /// Addresses of proxies in front of the server. Only from them is X-Forwarded-For believed.
    #[config(env = "SWIETLICOBUS_TRUSTED_PROXIES", default = [], parse_env = confique::env::parse::list_by_comma)]
    pub trusted_proxies: Vec<IpAddr>,
}

/// The database.
#[derive(Debug, Clone, confique::Config)]
pub struct Database {
    /// "sqlite:PATH" or "postgres://user:password@host/name". The password is never printed.
    #[config(
        env = "SWIETLICOBUS_DATABASE_URL",
        default = "sqlite:swietlicobus-data/swietlicobus.db"
    )]
    pub url: Secret,
    /// Connections that read at the same time.
    #[config(env = "SWIETLICOBUS_DATABASE_READERS", default = 4)]
    pub readers: u32,
}

/// The public calendar.
#[derive(Debug, Clone, confique::Config)]
pub struct Calendar {
    /// What the service is called on screen and in calendars.
    #[config(env = "SWIETLICOBUS_SERVICE_NAME", default = "Radosny Świetlicobus")]
    pub service_name: String,
    /// The time zone of "today" on pages that belong to no season (IANA name).
    #[config(env = "SWIETLICOBUS_ZONE", default = "Europe/Warsaw")]
    pub zone: vocabulary::Zone,
    /// The host name in the UIDs of calendar entries. It is kept for ever from the first start on, since another one would
    /// double every entry in people's calendars. Unset: the host of public_url.
    #[config(env = "SWIETLICOBUS_FEED_HOST")]
    pub feed_host: Option<String>,
}

/// Papers that are handed out.
#[derive(Debug, Clone, confique::Config)]
pub struct Papers {
    /// Who issues certificates and sheets of hours, as it stands on its seal, e.g. "Miejski Ośrodek Pomocy Rodzinie w Ostrołęce".
    /// Unset: service_name.
    #[config(env = "SWIETLICOBUS_ISSUER")]
    pub issuer: Option<String>,
    /// The place beside the date on a certificate. Unset: the town of the season.
    #[config(env = "SWIETLICOBUS_ISSUED_AT")]
    pub place: Option<String>,
}

/// The season planner.
#[derive(Debug, Clone, confique::Config)]
pub struct Planner {
    /// Threads that plan. 0: this server only serves and leaves planning to another.
    #[config(env = "SWIETLICOBUS_PLANNER_THREADS", default = 1)]
    pub threads: usize,
    /// Threads that search for one plan, each with a seed of its own; the best plan is kept. A plan takes so many cores.
    #[config(env = "SWIETLICOBUS_PLANNER_THREADS_PER_PLAN", default = 1)]
    pub threads_per_plan: usize,
    /// Longest planning run that may be asked for, in seconds.
    #[config(env = "SWIETLICOBUS_PLANNER_MAX_SECONDS", default = 600)]
    pub max_seconds: u64,
}

/// Travel times for the planner.
#[derive(Debug, Clone, confique::Config)]
pub struct Travel {
    /// Who is asked how long ways take: "osrm", "valhalla", or "estimate", which asks nobody and reckons from straight lines.
    #[config(env = "SWIETLICOBUS_TRAVEL_ENGINE", default = "estimate")]
    pub engine: TravelEngine,
    /// The address of the engine, e.g. "http://127.0.0.1:5000" (OSRM) or "http://127.0.0.1:8002" (Valhalla). No other address is
    /// ever called and no redirect followed.
    #[config(env = "SWIETLICOBUS_TRAVEL_URL")]
    pub url: Option<String>,
    /// OSRM's profile or Valhalla's costing. Unset: "driving" or "auto".
    #[config(env = "SWIETLICOBUS_TRAVEL_PROFILE")]
    pub profile: Option<String>,
    /// So many places from, and as many to, in one question. The engines' own limits (osrm-routed: --max-table-size 100,
    /// Valhalla: max_matrix_location_pairs 2500) allow 50.
    #[config(env = "SWIETLICOBUS_TRAVEL_BATCH", default = 50)]
    pub batch: usize,
    /// Longest wait for one answer, in seconds.
    #[config(env = "SWIETLICOBUS_TRAVEL_SECONDS", default = 10)]
    pub seconds: u64,
    /// How often a question is asked again when nobody answered or the engine was busy.
    #[config(env = "SWIETLICOBUS_TRAVEL_RETRIES", default = 2)]
    pub retries: u32,
    /// A stop farther from any road than this has no way to it, in metres.
    #[config(env = "SWIETLICOBUS_TRAVEL_OFF_ROAD_METRES", default = 500)]
    pub off_road_metres: u32,
    /// Any text, e.g. the date of the engine's map. Answers are kept on disk; another text here asks for them anew.
    #[config(env = "SWIETLICOBUS_TRAVEL_MAP", default = "")]
    pub map: String,
    /// The folder in which answers are kept. Unset: "travel" beside the SQLite database, or in "swietlicobus-data".
    #[config(env = "SWIETLICOBUS_TRAVEL_CACHE")]
    pub cache: Option<PathBuf>,
}

/// Who is asked how long ways take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum TravelEngine {
    /// Nobody.
    Estimate,
    /// `osrm-routed`.
    Osrm,
    /// `valhalla_service`.
    Valhalla,
}

impl TravelEngine {
    /// The word in settings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Estimate => "estimate",
            Self::Osrm => "osrm",
            Self::Valhalla => "valhalla",
        }
    }
}

impl Travel {
    /// The engine to ask; none where ways are estimated. Settings that do not fit are told in words.
    pub fn engine(&self) -> Result<Option<Engine>, String> {
        let kind = match self.engine {
            TravelEngine::Estimate => return Ok(None),
            TravelEngine::Osrm => Kind::Osrm,
            TravelEngine::Valhalla => Kind::Valhalla,
        };
        let url = self.url.as_deref().filter(|url| usable_url(url)).ok_or(
            "travel.url must be the engine's address: http:// or https://, a host, perhaps a port and a path, and neither \
             password nor query",
        )?;
        let profile = self.profile.as_deref().unwrap_or(kind.usual_profile());
        if !usable_profile(profile) {
            return Err("travel.profile takes 1 to 40 letters, digits, - and _".to_owned());
        }
        Ok(Some(Engine {
            kind,
            url: url.to_owned(),
            profile: profile.to_owned(),
            batch: self.batch,
            timeout: Duration::from_secs(self.seconds),
            retries: self.retries,
            pause: Duration::from_millis(500),
            off_road_metres: self.off_road_metres,
            map: self.map.clone(),
        }))
    }
}

/// Sign-in and tokens.
#[derive(Debug, Clone, confique::Config)]
pub struct SignIn {
    /// The secret that signs access tokens, at least 32 characters. Unset: made at the first start and kept in the
    /// database, which is right for one server and for several on one database.
    #[config(env = "SWIETLICOBUS_TOKEN_SECRET")]
    pub token_secret: Option<Secret>,
    /// How long an access token lives, in minutes.
    #[config(env = "SWIETLICOBUS_ACCESS_MINUTES", default = 10)]
    pub access_minutes: u32,
    /// How long a sign-in lasts without being used, in days.
    #[config(env = "SWIETLICOBUS_REFRESH_DAYS", default = 14)]
    pub refresh_days: u32,
    /// Wrong passwords for one account, or from one address, after which sign-in is refused for 15 minutes.
    #[config(env = "SWIETLICOBUS_SIGN_IN_TRIES", default = 10)]
    pub tries: u32,
}

/// E-mail. Nothing is sent while no host is set; messages are kept and shown to coordinators.
#[derive(Debug, Clone, confique::Config)]
pub struct Mail {
    /// The mail server that takes messages from this service (SMTP submission), e.g. "poczta.example.pl".
    #[config(env = "SWIETLICOBUS_MAIL_HOST")]
    pub host: Option<String>,
    /// Its port. Unset: 587 with "starttls", 465 with "tls", 25 with "none".
    #[config(env = "SWIETLICOBUS_MAIL_PORT")]
    pub port: Option<u16>,
    /// How the way to it is secured: "starttls", "tls" from the first byte, or "none", with which no password is sent beyond this machine.
    #[config(env = "SWIETLICOBUS_MAIL_TLS", default = "starttls")]
    pub tls: MailTls,
    /// The name to sign in with, if the mail server asks for one.
    #[config(env = "SWIETLICOBUS_MAIL_USER")]
    pub user: Option<String>,
    /// The password of user. It is never printed.
    #[config(env = "SWIETLICOBUS_MAIL_PASSWORD")]
    pub password: Option<Secret>,
    /// The address that messages come from, e.g. "Świetlicobus <bus@example.pl>". Needed where a host is set.
    #[config(env = "SWIETLICOBUS_MAIL_FROM")]
    pub from: Option<String>,
    /// The address to which people answer. Unset: from.
    #[config(env = "SWIETLICOBUS_MAIL_REPLY_TO")]
    pub reply_to: Option<String>,
    /// Longest wait for the mail server at each step, in seconds.
    #[config(env = "SWIETLICOBUS_MAIL_SECONDS", default = 20)]
    pub seconds: u64,
}

/// How the way to the mail server is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTls {
    /// Not at all: for a mail server on the same machine.
    None,
    /// Plain at first, then TLS; without TLS nothing is sent.
    Starttls,
    /// TLS from the first byte.
    Tls,
}

impl MailTls {
    /// The word in settings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Starttls => "starttls",
            Self::Tls => "tls",
        }
    }
}

/// Logging.
#[derive(Debug, Clone, confique::Config)]
pub struct Log {
    /// Which lines are written: error, warn, info, debug, or a tracing filter such as "info,storage=debug".
    #[config(env = "SWIETLICOBUS_LOG", default = "info")]
    pub level: String,
    /// "text" for people, "json" for machines.
    #[config(env = "SWIETLICOBUS_LOG_FORMAT", default = "text")]
    pub format: LogFormat,
}

/// How a log line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Text that is not printed.
#[derive(Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps it.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself. Never log it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A database address without a password holds no secret, and is worth seeing.
        match self.0.strip_prefix("sqlite:") {
            Some(_) => write!(f, "{:?}", self.0),
            None => f.write_str("\"(not shown)\""),
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the settings file {path}: {cause}", path = path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The file is not TOML of the right shape.
    #[error("the settings file {path} is wrong: {cause}", path = path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where and what.
        cause: toml::de::Error,
    },
    /// Keys that mean nothing here.
    #[error("unknown settings in {path}: {keys}. `swietlicobus config print --defaults` lists every key", path = path.display(), keys = keys.join(", "))]
    UnknownKeys {
        /// The file.
        path: PathBuf,
        /// Their paths.
        keys: Vec<String>,
    },
    /// A value that does not fit, or cannot be together with another.
    #[error("{0}")]
    Invalid(String),
}

impl Config {
    /// Settings from the file (if given) and the environment. A file that is named must exist.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut builder = Self::builder().env();
        if let Some(path) = file {
            let text = std::fs::read_to_string(path).map_err(|cause| ConfigError::Unreadable {
                path: path.to_owned(),
                cause,
            })?;
            let malformed = |cause| ConfigError::Malformed {
                path: path.to_owned(),
                cause,
            };
            let table: toml::Table = toml::from_str(&text).map_err(malformed)?;
            let keys = unknown_keys(&table, &Self::META, "");
            if !keys.is_empty() {
                return Err(ConfigError::UnknownKeys {
                    path: path.to_owned(),
                    keys,
                });
            }
            builder = builder.preloaded(toml::from_str(&text).map_err(malformed)?);
        }
        let config = builder.load().map_err(|e| ConfigError::Invalid(format!("{e:#}")))?;
        config.check()
    }

    /// The defaults alone, without file or environment.
    pub fn defaults() -> Result<Self, ConfigError> {
        type Defaults = <Config as confique::Config>::Layer;
        Self::builder()
            .preloaded(Defaults::empty())
            .load()
            .map_err(|e| ConfigError::Invalid(format!("{e:#}")))
    }

    /// `config/default.toml`: every setting with its explanation and its default.
    pub fn template() -> String {
        let text = confique::toml::template::<Self>(confique::toml::FormatOptions::default());
        format!(
            "# Settings of swietlicobus: every key with its default, printed by `swietlicobus config print --defaults`.\n\n{text}"
        )
    }

    /// The address that people type, without a slash at its end.
    pub fn public_url(&self, bound_port: u16) -> String {
        match &self.server.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => {
                let scheme = if self.server.tls_cert.is_some() {
                    "https"
                } else {
                    "http"
                };
                match self.server.listen {
                    IpAddr::V6(ip) => format!("{scheme}://[{ip}]:{bound_port}"),
                    IpAddr::V4(ip) => format!("{scheme}://{ip}:{bound_port}"),
                }
            }
        }
    }

    fn check(self) -> Result<Self, ConfigError> {
        let refuse = |text: &str| Err(ConfigError::Invalid(text.to_owned()));
        if self.server.tls_cert.is_some() != self.server.tls_key.is_some() {
            return refuse("server.tls_cert and server.tls_key belong together: set both or neither");
        }
        if self
            .sign_in
            .token_secret
            .as_ref()
            .is_some_and(|s| s.reveal().len() < 32)
        {
            return refuse(
                "sign_in.token_secret is too short: use at least 32 characters, e.g. from `openssl rand -hex 32`",
            );
        }
        if self
            .server
            .public_url
            .as_deref()
            .is_some_and(|url| host_of_url(url).is_none())
        {
            return refuse(
                "server.public_url must be https:// or http://, a host name (letters, digits, dots and hyphens), perhaps a \
                 port, and nothing behind it",
            );
        }
        if self.calendar.feed_host.as_deref().is_some_and(|host| !is_host(host)) {
            return refuse("calendar.feed_host must be a host name: letters, digits, dots and hyphens");
        }
        for (name, value, least, most) in [
            ("server.workers", self.server.workers as u64, 1, 256),
            ("database.readers", u64::from(self.database.readers), 1, 256),
            ("planner.threads_per_plan", self.planner.threads_per_plan as u64, 1, 64),
            ("sign_in.access_minutes", u64::from(self.sign_in.access_minutes), 1, 60),
            ("sign_in.refresh_days", u64::from(self.sign_in.refresh_days), 1, 365),
            ("sign_in.tries", u64::from(self.sign_in.tries), 1, 1_000),
            ("travel.batch", self.travel.batch as u64, 1, 1_000),
            ("travel.seconds", self.travel.seconds, 1, 60),
            ("travel.retries", u64::from(self.travel.retries), 0, 10),
            ("mail.seconds", self.mail.seconds, 1, 60),
        ] {
            if !(least..=most).contains(&value) {
                return refuse(&format!("{name} must be {least} to {most}, not {value}"));
            }
        }
        self.map.check().map_err(ConfigError::Invalid)?;
        self.registration.check().map_err(ConfigError::Invalid)?;
        self.declaration.check().map_err(ConfigError::Invalid)?;
        self.retention.check().map_err(ConfigError::Invalid)?;
        self.follow.check().map_err(ConfigError::Invalid)?;
        self.travel.engine().map_err(ConfigError::Invalid)?;
        mail::Account::of(&self.mail).map_err(ConfigError::Invalid)?;
        Ok(self)
    }
}

/// The host of an address that is `http(s)://host` or `http(s)://host:port`; none if it is anything else.
pub fn host_of_url(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.trim_end_matches('/');
    let host = match rest.split_once(':') {
        Some((host, port)) => port.parse::<u16>().is_ok_and(|port| port > 0).then_some(host)?,
        None => rest,
    };
    is_host(host).then_some(host)
}

fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        (1..=63).contains(&label.len()) && label.bytes().all(fits) && !label.starts_with('-') && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

fn unknown_keys(table: &toml::Table, meta: &Meta, prefix: &str) -> Vec<String> {
    let mut unknown = Vec::new();
    for (key, value) in table {
        let path = format!("{prefix}{key}");
        match meta.fields.iter().find(|f| f.name == key).map(|f| &f.kind) {
            None => unknown.push(path),
            Some(FieldKind::Leaf { .. }) => {}
            Some(FieldKind::Nested { meta }) => match value.as_table() {
                Some(inner) => unknown.extend(unknown_keys(inner, meta, &format!("{path}."))),
                None => unknown.push(path),
            },
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Config, ConfigError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        Config::load(Some(file.path()))
    }

    #[test]
    fn the_printed_defaults_are_the_committed_file() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/default.toml");
        let committed = std::fs::read_to_string(path).unwrap();
        assert_eq!(
            committed,
            Config::template(),
            "run: cargo run -- config print --defaults > config/default.toml"
        );
    }

    #[test]
    fn refusals_name_what_is_wrong() {
        let unknown = load("[server]\nprot = 1\n[databse]\nurl = 'x'\n")
            .unwrap_err()
            .to_string();
        assert!(
            unknown.contains("server.prot") && unknown.contains("databse"),
            "{unknown}"
        );
        assert!(
            load("[server]\ntls_cert = 'a.pem'\n")
                .unwrap_err()
                .to_string()
                .contains("tls_key")
        );
        assert!(load("[server]\nport = 'x'\n").is_err());
        assert_eq!(load("[server]\nport = 81\n").unwrap().server.port, 81);
    }

    #[test]
    fn values_have_bounds() {
        for (text, fits) in [
            ("[sign_in]\naccess_minutes = 0", false),
            ("[sign_in]\naccess_minutes = 60", true),
            ("[sign_in]\naccess_minutes = 61", false),
            ("[sign_in]\nrefresh_days = 366", false),
            ("[sign_in]\ntries = 0", false),
            ("[sign_in]\ntries = 1000", true),
            ("[server]\nworkers = 0", false),
            ("[server]\nworkers = 100000", false),
            ("[database]\nreaders = 257", false),
            ("[travel]\nengine = 'osrm'", false),
            ("[travel]\nengine = 'osrm'\nurl = 'http://127.0.0.1:5000'", true),
            ("[travel]\nengine = 'valhalla'\nurl = 'file:///etc/passwd'", false),
            (
                "[travel]\nengine = 'osrm'\nurl = 'http://roads'\nprofile = '../../x'",
                false,
            ),
            ("[travel]\nengine = 'google'", false),
            ("[travel]\nbatch = 0", false),
            ("[travel]\nseconds = 61", false),
            ("[declaration]\nbody = 'MOPS'", false),
            (
                "[declaration]\nbody = 'MOPS'\npublished = '2027-06-01'\nupdated = '2027-06-01'\nstatus = 'full'\n\
                 made = '2027-06-01'\ncontact = 'Anna'\nemail = 'a@example.pl'\nphone = '+48 29 000 00 00'\narchitecture = 'Bez schodów.'",
                true,
            ),
            ("[registration]\nopen = true", false),
            (
                "[registration]\nopen = true\ncontroller = 'MOPS'\ncontact = 'iod@example.pl'",
                true,
            ),
            ("[registration]\nopen = true\ncontroller = ' '\ncontact = 'x'", false),
            ("[retention]\nidle_days = 29", false),
            ("[retention]\nidle_days = 30", true),
            ("[retention]\nregistration_days = 6", false),
            ("[mail]\nhost = 'poczta.example.pl'", false),
            ("[mail]\nhost = 'poczta.example.pl'\nfrom = 'bus@example.pl'", true),
            ("[mail]\nhost = 'poczta.example.pl'\nfrom = 'bus'", false),
            ("[mail]\nhost = 'a b'\nfrom = 'bus@example.pl'", false),
            (
                "[mail]\nhost = 'poczta.example.pl'\nfrom = 'Bus <bus@example.pl>'\nuser = 'bus'",
                false,
            ),
            (
                "[mail]\nhost = 'poczta.example.pl'\nfrom = 'bus@example.pl'\nuser = 'bus'\npassword = 'x'\ntls = 'none'",
                false,
            ),
            (
                "[mail]\nhost = '127.0.0.1'\nfrom = 'bus@example.pl'\nuser = 'bus'\npassword = 'x'\ntls = 'none'",
                true,
            ),
            ("[follow]\nevening = '18:30'", true),
            ("[follow]\nevening = 'late'", false),
            ("[follow]\ncontact = 'mailto:bus@example.pl'", true),
            ("[follow]\ncontact = 'https://bus.example.pl'", true),
            ("[follow]\ncontact = 'bus@example.pl'", false),
            ("[follow]\ncontact = 'http://bus.example.pl'", false),
            ("[follow]\npush_hosts = []", true),
            ("[follow]\npush_hosts = ['push.example.pl', '*.push.example.pl']", true),
            ("[follow]\npush_hosts = ['https://push.example.pl']", false),
            ("[follow]\npush_hosts = ['*']", false),
            ("[follow]\npush_hosts = ['a.*.pl']", false),
            ("[follow]\npush_seconds = 0", false),
            ("[follow]\npush_parallel = 65", false),
            ("[mail]\nseconds = 0", false),
            ("[mail]\ntls = 'maybe'", false),
            ("[calendar]\nfeed_host = 'bus.example.pl'", true),
            ("[calendar]\nfeed_host = 'bus.example.pl:80'", false),
            ("[calendar]\nfeed_host = '[::1]'", false),
            ("[calendar]\nfeed_host = ''", false),
        ] {
            assert_eq!(load(text).is_ok(), fits, "{text}");
        }
    }

    #[test]
    fn a_public_address_is_scheme_and_host() {
        for (url, host) in [
            ("https://bus.example.pl", Some("bus.example.pl")),
            ("https://bus.example.pl/", Some("bus.example.pl")),
            ("http://localhost:8080", Some("localhost")),
            ("http://10.0.0.7:8080", Some("10.0.0.7")),
            ("https://bus.example.pl/lato", None),
            ("https://bus.example.pl?x", None),
            ("https://u@bus.example.pl", None),
            ("https://bus.example.pl:", None),
            ("https://bus.example.pl:99999", None),
            ("https://", None),
            ("https://a b", None),
            ("https://-a.pl", None),
            ("http://[::1]:8080", None),
            ("ftp://bus.example.pl", None),
            ("bus.example.pl", None),
        ] {
            assert_eq!(host_of_url(url), host, "{url}");
            let text = format!("[server]\npublic_url = '{url}'");
            assert_eq!(load(&text).is_ok(), host.is_some(), "{url}");
        }
    }

    #[test]
    fn secrets_are_not_printed() {
        let config = load("[database]\nurl = 'postgres://u:topsecret@h/d'\n").unwrap();
        assert!(!format!("{config:?}").contains("topsecret"));
        let mail = load("[mail]\nhost = 'a.pl'\nfrom = 'a@a.pl'\nuser = 'u'\npassword = 'topsecret'\n").unwrap();
        assert!(!format!("{mail:?}").contains("topsecret"));
    }
}
