//! An empty PostgreSQL database for one test, on a server that lives as long as the test program. All is done by the
//! script `tests/postgres`; this only calls it. Shared by the journeys and by the tests of `storage`.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

/// Names a server that may be filled with test databases; without it, a throw-away one is started.
pub const SERVER: &str = "SWIETLICOBUS_TEST_POSTGRES";

/// A database of a test's own, dropped with its test: hundreds of them would fill a disk.
#[derive(Debug)]
pub struct TestDatabase {
    /// Where it is.
    pub address: String,
}

impl TestDatabase {
    /// A new, empty one. Stops the test with one clear line where there is no PostgreSQL: it is never skipped.
    pub fn fresh() -> Self {
        let address = script(&["fresh", server()]);
        Self { address }
    }

    /// A new one that is like this one, which nobody may have open.
    pub fn copy_of(database: &str) -> Self {
        let address = script(&["copy", server(), database]);
        Self { address }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        // A test that fails already says why.
        if !std::thread::panicking() {
            script(&["drop", server(), &self.address]);
        }
    }
}

fn server() -> &'static str {
    static STARTED: OnceLock<String> = OnceLock::new();
    STARTED.get_or_init(|| {
        std::env::var(SERVER).unwrap_or_else(|_| script(&["serve-for", &std::process::id().to_string()]))
    })
}

fn script(arguments: &[&str]) -> String {
    let found = Command::new(path())
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .output();
    match found {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        Ok(output) => panic!(
            "no PostgreSQL to test on: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ),
        Err(e) => panic!("tests/postgres cannot be run: {e}"),
    }
}

fn path() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().find(|folder| folder.join("tests/postgres").is_file());
    root.map_or_else(
        || PathBuf::from("tests/postgres"),
        |folder| folder.join("tests/postgres"),
    )
}
