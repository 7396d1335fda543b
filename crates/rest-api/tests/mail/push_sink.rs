//! A push service on a port of this machine: it takes messages (RFC 8030), refuses them, forgets subscriptions, and is away.

use std::{
    collections::{BTreeMap, HashMap},
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};

/// A message as it came.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    pub(crate) path: String,
    /// By their names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

#[derive(Default)]
struct State {
    /// Everything that was asked, with the status that it was answered with.
    asked: Vec<(u16, Taken)>,
    /// Answers in place of 201, by path: status line and further headers.
    answers: HashMap<String, (u16, String)>,
}

pub(crate) struct PushSink {
    pub(crate) port: u16,
    state: Arc<Mutex<State>>,
    running: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

impl PushSink {
    pub(crate) fn there() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let mut sink = Self {
            port,
            state: Arc::default(),
            running: None,
        };
        sink.comes_back();
        sink
    }

    pub(crate) fn comes_back(&mut self) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        let (state, stop) = (self.state.clone(), Arc::new(AtomicBool::new(false)));
        let stopped = stop.clone();
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let state = state.clone();
                // A client that goes away in the middle is no fault of the sink.
                std::thread::spawn(move || talk(stream, &state));
            }
        });
        self.running = Some((stop, thread));
    }

    pub(crate) fn goes(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            stop.store(true, Ordering::SeqCst);
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
            thread.join().unwrap();
        }
    }

    /// The address of a subscription.
    pub(crate) fn endpoint(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{name}", self.port)
    }

    /// It answers one subscription so from now on; 201 as usual.
    pub(crate) fn answers(&self, name: &str, status: u16, headers: &str) {
        let answer = (status, headers.to_owned());
        lock(&self.state).answers.insert(format!("/{name}"), answer);
    }

    /// The messages that it took.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        let state = lock(&self.state);
        let good = state.asked.iter().filter(|(status, _)| (200..300).contains(status));
        good.map(|(_, taken)| taken.clone()).collect()
    }

    /// How often it was asked, whatever it answered.
    pub(crate) fn asked(&self) -> usize {
        lock(&self.state).asked.len()
    }
}

impl Drop for PushSink {
    fn drop(&mut self) {
        self.goes();
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn talk(stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut out = stream;
    loop {
        let mut first = String::new();
        if lines.read_line(&mut first)? == 0 {
            return Ok(());
        }
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        let mut headers = BTreeMap::new();
        loop {
            let mut line = String::new();
            lines.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                break;
            };
            headers.insert(name.to_lowercase(), value.to_owned());
        }
        let length = headers.get("content-length").and_then(|l| l.parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        lines.read_exact(&mut body)?;
        let (status, more) = lock(state).answers.get(&path).cloned().unwrap_or((201, String::new()));
        lock(state).asked.push((status, Taken { path, headers, body }));
        out.write_all(format!("HTTP/1.1 {status} x\r\nContent-Length: 0\r\n{more}\r\n").as_bytes())?;
    }
}
