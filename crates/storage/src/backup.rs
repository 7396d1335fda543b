//! A copy of the whole database that is consistent while others go on writing.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use diesel::{
    Connection, QueryableByName, RunQueryDsl, SqliteConnection, connection::SimpleConnection, sql_query,
    sql_types::Text,
};

use crate::{
    Db, Store, StoreError,
    migrate::dangling,
    store::{Address, without_password},
};

/// What became of a request for a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Backup {
    /// The copy lies there, was read back and found whole.
    Written {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// PostgreSQL has its own program for this; here is how to call it. The password is left out.
    UsePgDump {
        /// The command, to be pasted into a shell.
        command: String,
    },
}

/// Why there is no copy. No file is left behind.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file is there already; copies are never overwritten.
    #[error("{} is there already: give another name", .0.display())]
    Exists(PathBuf),
    /// The copy was made, but reads back damaged: so may the original be.
    #[error("the copy is damaged, so the database may be too: {0}")]
    Damaged(String),
    /// The file cannot be written.
    #[error("{} cannot be written: {said}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The system's words.
        said: io::Error,
    },
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Copies an SQLite database to a new file, checks the copy and brings it safely to disk. Others may write meanwhile;
    /// the copy is the state of one moment.
    pub fn backup(&self, to: &Path) -> Result<Backup, BackupError> {
        if let Address::Postgres(url) = &self.address {
            let command = format!(
                "pg_dump --format=custom --file={} {}",
                quoted(&to.display().to_string()),
                quoted(&without_password(url))
            );
            return Ok(Backup::UsePgDump { command });
        }
        if to.exists() {
            return Err(BackupError::Exists(to.to_owned()));
        }
        let mut unfinished = to.as_os_str().to_owned();
        unfinished.push(".unfinished");
        let unfinished = PathBuf::from(unfinished);
        let outcome = self.copy(&unfinished).and_then(|()| keep(&unfinished, to));
        if outcome.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        let bytes = outcome?;
        Ok(Backup::Written {
            path: to.to_owned(),
            bytes,
        })
    }

    fn copy(&self, to: &Path) -> Result<(), BackupError> {
        let file = |said| BackupError::File {
            path: to.to_owned(),
            said,
        };
        // What an earlier run left when it was killed.
        match fs::remove_file(to) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(file(e)),
            _ => {}
        }
        let name = to
            .to_str()
            .ok_or_else(|| file(io::Error::other("the name is not UTF-8")))?;
        crate::store::make_private(to)?;
        let mut db = self.connection_apart()?;
        if let Db::Sqlite(connection) = &mut db {
            sql_query("VACUUM INTO ?")
                .bind::<Text, _>(name)
                .execute(connection)
                .map_err(StoreError::from)?;
        }
        check(name)
    }
}

fn check(copy: &str) -> Result<(), BackupError> {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        integrity_check: String,
    }
    let mut connection = SqliteConnection::establish(copy).map_err(|e| BackupError::Damaged(e.to_string()))?;
    connection
        .batch_execute("PRAGMA query_only = ON")
        .map_err(StoreError::from)?;
    let lines: Vec<Line> = sql_query("PRAGMA integrity_check")
        .load(&mut connection)
        .map_err(StoreError::from)?;
    let said: Vec<String> = lines.into_iter().map(|line| line.integrity_check).collect();
    if said != ["ok"] {
        return Err(BackupError::Damaged(said.join("; ")));
    }
    match dangling(&mut connection)? {
        0 => Ok(()),
        rows => Err(BackupError::Damaged(format!("{rows} rows refer to nothing"))),
    }
}

/// To disk first, then under its name: a file with the right name is whole.
fn keep(unfinished: &Path, to: &Path) -> Result<u64, BackupError> {
    let kept = || {
        let file = File::open(unfinished)?;
        file.sync_all()?;
        fs::rename(unfinished, to)?;
        let folder = to
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(file.metadata()?.len())
    };
    kept().map_err(|said| BackupError::File {
        path: to.to_owned(),
        said,
    })
}

/// As one word of a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
