//! The built program in a folder of its own, with an empty environment.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    rc::Rc,
};

/// What a run gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
    folder: String,
}

impl Run {
    /// Exit code, output and errors as a snapshot: the same in every folder.
    pub(crate) fn told(&self) -> String {
        let all = format!("exit {}\n{}{}", self.code, self.out, self.err);
        all.replace(&self.folder, "FOLDER")
    }
}

/// The program and its folder.
#[derive(Clone)]
pub(crate) struct Program {
    folder: Rc<tempfile::TempDir>,
    environment: Vec<(String, String)>,
}

/// The folder of the example season.
pub(crate) fn example() -> &'static str {
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/examples/ostroleka")
}

impl Program {
    pub(crate) fn new() -> Self {
        Self {
            folder: Rc::new(tempfile::tempdir().unwrap()),
            environment: Vec::new(),
        }
    }

    /// With a variable of the environment.
    pub(crate) fn with(&self, name: &str, value: &str) -> Self {
        let mut program = self.clone();
        program.environment.push((name.to_owned(), value.to_owned()));
        program
    }

    /// With a fresh SQLite database.
    pub(crate) fn database(&self) -> Self {
        self.with("SWIETLICOBUS_DATABASE_URL", "sqlite:data/test.db")
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // A program that does not read its input may have ended before.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            folder: self.folder.path().display().to_string(),
        }
    }

    /// Starts a service and waits until it tells its address.
    pub(crate) fn serving(&self, arguments: &[&str]) -> Serving {
        let mut child = self.command(arguments).stdin(Stdio::null()).spawn().unwrap();
        let mut told = String::new();
        let mut pipes: [Box<dyn BufRead>; 2] = [
            Box::new(BufReader::new(child.stdout.take().unwrap())),
            Box::new(BufReader::new(child.stderr.take().unwrap())),
        ];
        // The demo tells it on standard output, `serve` in its log.
        let pipe = &mut pipes[usize::from(arguments[0] == "serve")];
        while !(told.contains("http://127.0.0.1:") && (told.contains("Ctrl-C") || told.contains("serving"))) {
            assert!(pipe.read_line(&mut told).unwrap() > 0, "it ended: {told}");
        }
        let (_, rest) = told.split_once("http://").unwrap();
        let port = rest.split_once(':').unwrap().1;
        let address = format!(
            "127.0.0.1:{}",
            port.split(|c: char| !c.is_ascii_digit()).next().unwrap()
        );
        Serving {
            child,
            told,
            address,
            _pipes: pipes,
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_swietlicobus"));
        command
            .args(arguments)
            .env_clear()
            .envs(self.environment.iter().map(|(k, v)| (k, v)))
            .current_dir(self.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// The example season, to be changed.
    pub(crate) fn copy_of_example(&self) -> String {
        let folder = self.file("season");
        fs::create_dir(&folder).unwrap();
        for entry in fs::read_dir(example()).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
        folder.display().to_string()
    }

    /// The example with four faults: an unknown and a missing key, a wrong weekday, an unknown stop.
    pub(crate) fn broken_example(&self) -> String {
        let folder = self.copy_of_example();
        change(&folder, "season.toml", "town = ", "twon = ");
        change(
            &folder,
            "season.toml",
            "first_day = \"2027-07-05\"\nweekday = \"mon\"",
            "first_day = \"2027-07-05\"\nweekday = \"tue\"",
        );
        change(&folder, "requests.csv", "\ncentrum-sp10,", "\ncentrum-sp11,");
        folder
    }
}

fn change(folder: &str, file: &str, from: &str, to: &str) {
    let path = Path::new(folder).join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has {from:?}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
}

/// A running service.
pub(crate) struct Serving {
    child: Child,
    /// What it said when it was ready.
    pub(crate) told: String,
    address: String,
    /// Kept open, so that it may go on speaking.
    _pipes: [Box<dyn BufRead>; 2],
}

impl Serving {
    /// The whole answer to a GET, headers and body.
    pub(crate) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Sends SIGTERM; the exit code.
    pub(crate) fn stop(mut self) -> i32 {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code().unwrap()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // After `stop` there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
