//! `demo`: the example season, planned, published, staffed and served, in a folder of its own.

mod crews;
mod data;
mod links;

use std::{
    fs::File,
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
};

use clap::Args;
use vocabulary::{Day, Minute};

use super::{failure::Failure, print, serve};
use crate::{
    app::Clock,
    config::{Config, Declaration, Secret},
    example,
    server::Service,
};

/// The day that the demo pretends when nobody chooses one: a working day in the second week, with some visits over and
/// most ahead.
const TODAY: &str = "2027-07-07";

/// The database, within the folder. No other file of the folder is ever deleted.
const DATABASE: &str = "demo.db";

/// Shows everything with the example season Ostrołęka, summer 2027, and invented people
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  swietlicobus demo --open\n  swietlicobus demo --port 9000 --date 2027-08-11 --time 9:30\n\n\
    The first start makes a data folder, plans, publishes and finds crews; the next ones only serve. Ctrl-C ends it."
)]
pub struct Demo {
    /// The port to serve on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where the demo keeps its data
    #[arg(long, value_name = "DIR", default_value = "swietlicobus-demo")]
    data_dir: PathBuf,
    /// Begin anew: forget what was done in the demo before
    #[arg(long)]
    reset: bool,
    /// Open the browser
    #[arg(long)]
    open: bool,
    /// The day that the demo pretends it is, best one of the season (26 June to 31 August 2027)
    #[arg(long, value_name = "YYYY-MM-DD", default_value = TODAY)]
    date: Day,
    /// The time of day that the demo starts at; without it, the machine's
    #[arg(long, value_name = "HH:MM")]
    time: Option<Minute>,
    /// A map of the streets to show, as map.file in the settings (docs/map.md)
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
}

impl Demo {
    /// Runs it until it is told to stop.
    pub fn run(self) -> Result<(), Failure> {
        let settings = self.settings()?;
        serve::start_logs(&settings.log)?;
        // Before anything is touched, so that a port in use harms nothing.
        self.try_port()?;
        let _in_use = self.take_folder()?;
        let season = season_files::read(&example::ostroleka())
            .map_err(|faults| Failure::failed(format!("the built-in example has {} faults", faults.len())))?;
        if self.reset || !data::is_whole(&settings)? {
            self.forget()?;
            data::make(&settings, &season)?;
        }
        let zone = season.settings.zone;
        let service = Service::build(settings, Clock::pretending(self.date, self.time, zone), true)?;
        let app = service.app.clone();
        crews::write_down(&app)?;
        serve::run(service, || {
            print::out(links::text(&app, &season, self.date, &self.data_dir));
            if self.open {
                links::open_browser(&app.base_address);
            }
        })
    }

    /// The defaults, whatever the environment says: the demo must not touch a real database.
    fn settings(&self) -> Result<Config, Failure> {
        let mut config = Config::defaults()?;
        config.server.listen = IpAddr::V4(Ipv4Addr::LOCALHOST);
        config.server.port = self.port;
        config.database.url = Secret::new(format!("sqlite:{}", self.data_dir.join(DATABASE).display()));
        config.log.level = "warn".to_owned();
        config.map.file = self.map.clone();
        config.declaration = declaration()?;
        config.registration.open = true;
        config.registration.controller = Some("Wymyślony Ośrodek, ul. Przykładowa 1, Ostrołęka".to_owned());
        config.registration.contact = Some("iod@demo.example".to_owned());
        Ok(config)
    }

    fn try_port(&self) -> Result<(), Failure> {
        let address = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), self.port);
        match TcpListener::bind(address) {
            Ok(_) => Ok(()),
            Err(e) if e.kind() == io::ErrorKind::AddrInUse => Err(Failure::failed(format!(
                "port {} is in use by another program; choose another, e.g. --port {}",
                self.port,
                self.port.checked_add(1).unwrap_or(8081)
            ))),
            Err(said) => Err(Failure::failed(format!(
                "cannot listen on {address}: {said}; choose another --port"
            ))),
        }
    }

    /// Makes the folder and holds it, so that no second demo works on it. The lock ends with the process, however it ends.
    fn take_folder(&self) -> Result<File, Failure> {
        let folder = &self.data_dir;
        std::fs::create_dir_all(folder).map_err(|said| Failure::file("make the folder", folder, &said))?;
        let path = folder.join("demo.lock");
        let lock = File::options().create(true).append(true).open(&path);
        let lock = lock.map_err(|said| Failure::file("write", &path, &said))?;
        match lock.try_lock() {
            Ok(()) => Ok(lock),
            Err(std::fs::TryLockError::WouldBlock) => Err(Failure::failed(format!(
                "another demo runs on the folder {}; stop it, or choose another with --data-dir",
                folder.display()
            ))),
            Err(std::fs::TryLockError::Error(said)) => Err(Failure::file("hold", &path, &said)),
        }
    }

    /// Deletes the demo's database and its side files.
    fn forget(&self) -> Result<(), Failure> {
        for end in ["", "-wal", "-shm"] {
            let path = self.data_dir.join(format!("{DATABASE}{end}"));
            remove(&path).map_err(|said| Failure::file("delete", &path, &said))?;
        }
        Ok(())
    }
}

/// An invented one, so that the page can be seen.
fn declaration() -> Result<Declaration, Failure> {
    let day = |text: &str| text.parse().map_err(|e| Failure::failed(format!("{e}")));
    Ok(Declaration {
        body: Some("Wymyślony Ośrodek w Ostrołęce".to_owned()),
        published: Some(day("2027-06-10")?),
        updated: Some(day("2027-06-10")?),
        exceptions: vec!["To jest przykład: prawdziwa deklaracja wymienia tu to, co nie jest dostępne.".to_owned()],
        made: Some(day("2027-06-10")?),
        contact: Some("Zmyślona Osoba".to_owned()),
        email: Some("dostepnosc@demo.example".to_owned()),
        phone: Some("+48 29 000 00 00".to_owned()),
        architecture: Some(
            "Zajęcia odbywają się obok autobusu, na placu bez schodów. Do autobusu wchodzi się po jednym stopniu."
                .to_owned(),
        ),
        ..Config::defaults()?.declaration
    })
}

fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
        _ => Ok(()),
    }
}
