//! A mail server that speaks just enough SMTP (RFC 5321) to take messages, to refuse them, and to be away.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};

/// What it does with the messages it is given, and those it has taken.
#[derive(Default)]
struct State {
    taken: Vec<String>,
    /// Answers in place of its own, by the first word of a command.
    answers: HashMap<&'static str, &'static str>,
}

/// A mail server on a port of this machine.
pub(crate) struct Sink {
    /// Its port, the same after it was away.
    pub(crate) port: u16,
    state: Arc<Mutex<State>>,
    running: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

impl Sink {
    /// One that is away: nobody listens on its port.
    pub(crate) fn away() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        Self {
            port: listener.local_addr().unwrap().port(),
            state: Arc::default(),
            running: None,
        }
    }

    /// One that is there.
    pub(crate) fn there() -> Self {
        let mut sink = Self::away();
        sink.comes_back();
        sink
    }

    /// From now on it listens.
    pub(crate) fn comes_back(&mut self) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        let (state, stop) = (self.state.clone(), Arc::new(AtomicBool::new(false)));
        let stopped = stop.clone();
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                // A client that goes away in the middle is no fault of the sink.
                let _ = talk(stream, &state);
            }
        });
        self.running = Some((stop, thread));
    }

    /// From now on nobody listens.
    pub(crate) fn goes(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            stop.store(true, Ordering::SeqCst);
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
            thread.join().unwrap();
        }
    }

    /// It answers a command so from now on.
    pub(crate) fn answers(&self, command: &'static str, answer: &'static str) {
        lock(&self.state).answers.insert(command, answer);
    }

    /// It answers every command as usual.
    pub(crate) fn takes_all(&self) {
        lock(&self.state).answers.clear();
    }

    /// The messages it has taken, as they came.
    pub(crate) fn taken(&self) -> Vec<String> {
        lock(&self.state).taken.clone()
    }

    /// The values of a header of all messages it has taken.
    pub(crate) fn headers(&self, name: &str) -> Vec<String> {
        self.taken().iter().map(|message| header(message, name)).collect()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.goes();
    }
}

/// The value of a header, as it stands there.
pub(crate) fn header(message: &str, name: &str) -> String {
    let head = message
        .split("\r\n\r\n")
        .next()
        .unwrap_or_default()
        .replace("\r\n ", " ");
    let start = format!("{name}: ");
    let line = head.lines().find_map(|line| line.strip_prefix(&start));
    line.unwrap_or_default().to_owned()
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn talk(stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut out = stream;
    out.write_all(b"220 sink.test\r\n")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let command = line.split([' ', ':', '\r']).next().unwrap_or_default().to_uppercase();
        let other = lock(state).answers.get(command.as_str()).copied();
        if let Some(answer) = other {
            out.write_all(format!("{answer}\r\n").as_bytes())?;
            continue;
        }
        match command.as_str() {
            "EHLO" => out.write_all(b"250-sink.test\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN\r\n")?,
            "AUTH" => out.write_all(b"235 welcome\r\n")?,
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                let message = data(&mut lines)?;
                lock(state).taken.push(message);
                out.write_all(b"250 taken\r\n")?;
            }
            "QUIT" => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => out.write_all(b"250 ok\r\n")?,
        }
    }
}

fn data(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut message = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 || line == ".\r\n" {
            return Ok(message);
        }
        message.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
