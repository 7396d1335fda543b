//! The bare handler that pages and feeds are measured against: the same bytes and headers from memory, a 304 where the client has them, and nothing else.
//!
//! `cargo run --release -p rest-api --example bare -- 127.0.0.1:8080 18099 /przystanki/park /estates/lazek.ics` asks the service on the first address
//! for each path and serves what it answered on the port. `tests/load/run` uses it.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    http::header::{self, HeaderName, HeaderValue},
    web::{self, Bytes},
};
use anyhow::{Context as _, ensure};

/// What the service answered.
#[derive(Clone)]
struct Answer {
    path: String,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

/// Headers that the bare server writes itself.
const OWN: [HeaderName; 4] = [
    header::CONTENT_LENGTH,
    header::DATE,
    header::CONNECTION,
    header::TRANSFER_ENCODING,
];

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let service = arguments.next().context("the address of the service: 127.0.0.1:8080")?;
    let port: u16 = arguments.next().context("the port to serve on")?.parse()?;
    let answers = arguments
        .map(|path| ask(&service, path))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let server = HttpServer::new(move || {
        let add = |app: App<_>, answer: &Answer| {
            let path = answer.path.clone();
            app.service(
                web::resource(path)
                    .app_data(web::Data::new(answer.clone()))
                    .route(web::get().to(serve)),
            )
        };
        answers.iter().fold(App::new(), add)
    });
    let server = server
        .workers(std::thread::available_parallelism()?.get())
        .bind(("127.0.0.1", port))?;
    actix_web::rt::System::new().block_on(server.run())?;
    Ok(())
}

async fn serve(request: HttpRequest, answer: web::Data<Answer>) -> HttpResponse {
    let known = request.headers().get(header::IF_NONE_MATCH);
    let unchanged = known.is_some()
        && answer
            .headers
            .iter()
            .any(|(name, value)| *name == header::ETAG && Some(value) == known);
    let mut response = if unchanged {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    for (name, value) in &answer.headers {
        response.insert_header((name.clone(), value.clone()));
    }
    if unchanged {
        response.finish()
    } else {
        response.body(answer.body.clone())
    }
}

/// One request, as a browser that takes gzip would make it; the bytes are kept as they came.
fn ask(service: &str, path: String) -> anyhow::Result<Answer> {
    let mut stream = TcpStream::connect(service)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {service}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .context("no end of the headers")?;
    let head = std::str::from_utf8(&bytes[..end])?;
    let mut lines = head.lines();
    let status = lines.next().unwrap_or_default();
    ensure!(status.contains(" 200 "), "{path}: {status}");
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| Ok((name.parse::<HeaderName>()?, value.parse::<HeaderValue>()?)))
        .collect::<anyhow::Result<Vec<_>>>()?;
    ensure!(
        headers.iter().any(|(name, _)| *name == header::CONTENT_LENGTH),
        "{path}: the answer came in chunks, its bytes are not known"
    );
    let headers = headers.into_iter().filter(|(name, _)| !OWN.contains(name)).collect();
    Ok(Answer {
        path,
        headers,
        body: Bytes::copy_from_slice(&bytes[end + 4..]),
    })
}
