//! A routing engine for tests: an HTTP server that answers as a test wants.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

/// What the server does with a question.
pub enum Act {
    /// Answers with this status, these header lines and this body.
    Answer(u16, &'static str, Vec<u8>),
    /// Says how long the answer is and hangs up before its end.
    CutOff,
    /// Says nothing until the client leaves.
    Silence,
    /// Hangs up at once.
    HangUp,
}

/// 200 with this JSON.
pub fn json(text: &str) -> Act {
    Act::Answer(200, "Content-Type: application/json\r\n", text.as_bytes().to_vec())
}

/// This status and text.
pub fn status(code: u16, text: &str) -> Act {
    Act::Answer(code, "", text.as_bytes().to_vec())
}

/// An HTTP server of its own thread; one question a connection.
pub struct Server {
    /// Its address.
    pub url: String,
    /// Request line and body of each question.
    asked: Arc<Mutex<Vec<(String, String)>>>,
}

impl Server {
    /// A server that does this with its questions, numbered from 1, by request line and body.
    pub fn new(mut act: impl FnMut(usize, &str, &str) -> Act + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        std::thread::spawn(move || {
            for line in listener.incoming() {
                let mut line = line.unwrap();
                let Some((head, body)) = question(&line) else { continue };
                let number = {
                    let mut log = log.lock().unwrap();
                    log.push((head.clone(), body.clone()));
                    log.len()
                };
                // A client that has left is no failure of the server.
                let _ = answer(&mut line, act(number, &head, &body));
            }
        });
        Self { url, asked }
    }

    /// Request line and body of each question.
    pub fn asked(&self) -> Vec<(String, String)> {
        self.asked.lock().unwrap().clone()
    }

    /// How many questions came.
    pub fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

fn question(line: &TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(line);
    let (mut head, mut length) = (String::new(), 0);
    reader.read_line(&mut head).ok().filter(|read| *read > 0)?;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let header = header.trim().to_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((head.trim().to_owned(), String::from_utf8(body).ok()?))
}

fn answer(line: &mut TcpStream, act: Act) -> std::io::Result<()> {
    match act {
        Act::Answer(status, headers, body) => {
            let length = body.len();
            write!(
                line,
                "HTTP/1.1 {status} X\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n"
            )?;
            line.write_all(&body)
        }
        Act::CutOff => write!(
            line,
            "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 999\r\n\r\n{{\"code\""
        ),
        Act::Silence => line.read(&mut [0; 1]).map(|_| ()),
        Act::HangUp => Ok(()),
    }
}

/// An OSRM for which each degree of difference takes a thousand seconds, and there is 7 s longer than back.
pub fn computing() -> Server {
    Server::new(|_, head, _| {
        let path = head.split_whitespace().nth(1).unwrap();
        let (points, query) = path
            .strip_prefix("/table/v1/driving/")
            .unwrap()
            .split_once('?')
            .unwrap();
        let points: Vec<f64> = points
            .split(';')
            .map(|p| p.split_once(',').unwrap().1.parse().unwrap())
            .collect();
        let numbers = |name: &str| -> Vec<usize> {
            let part = query.split('&').find_map(|part| part.strip_prefix(name)).unwrap();
            part.split(';').map(|n| n.parse().unwrap()).collect()
        };
        let (from, to) = (numbers("sources="), numbers("destinations="));
        let seconds = |i: usize, j: usize| {
            let difference = (points[j] - points[i]) * 1000.0;
            if difference > 0.5 {
                difference.round() + 7.0
            } else {
                -difference.round()
            }
        };
        let rows: Vec<Vec<f64>> = from
            .iter()
            .map(|i| to.iter().map(|j| seconds(*i, *j)).collect())
            .collect();
        let off = |list: &[usize]| vec![serde_json::json!({"distance": 1}); list.len()];
        json(
            &serde_json::json!({"durations": rows, "distances": rows, "sources": off(&from), "destinations": off(&to)})
                .to_string(),
        )
    })
}
