//! Planted markers: nothing that staff knows of the crew, or writes for the crew, is in anything that the public can reach, or in the log.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    io::Write,
    process::{Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
};

use journeys::{Answer, Database, PASSWORD, Running, a_morning, day};
use rest_api::app::{
    papers::{Guardian, Papers},
    people::{self, PersonInput},
};
use serde_json::json;
use vocabulary::{AccountRole, CrewRole};

use crate::waiting::one_place;

/// Stands in everything that is planted, and nowhere else in the world.
const MARKER: &str = "zqxvjk";

/// What is written to the log by all stories of this process: how many lines answered a request, and the lines that have the marker.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<(usize, Vec<String>)>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let line = String::from_utf8_lossy(bytes).to_lowercase();
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        heard.0 += usize::from(line.contains("answered"));
        if line.contains(MARKER) {
            heard.1.push(line);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A service on whose every private text the marker stands: people, their papers, notes for the crew, sign-ups, reasons.
fn planted(database: Database) -> Running {
    let note = format!("note = \"Klucz u {MARKER}nocie");
    let service = Running::published_with(
        database,
        a_morning(),
        &[("note = \"Estates", &format!("{note} Estates"))],
    );
    let person = |name: &str, role, crew: &[CrewRole], born| PersonInput {
        email: format!("{MARKER}{name}@example.pl"),
        name: format!("{name} {MARKER}owski"),
        role,
        active: true,
        born_on: born,
        kind: None,
        papers: Papers {
            phone: Some(format!("600 100 200 {MARKER}")),
            guardian: Some(Guardian {
                name: format!("Opiekun {MARKER}"),
                email: format!("opiekun-{MARKER}@example.pl"),
            }),
            ..Papers::with_roles(crew)
                .cleared(day("2027-05-01"), 1)
                .agreed(day("2027-05-01"), day("2027-12-31"))
        },
        language: None,
    };
    for input in [
        person("szefowa", AccountRole::Coordinator, &[], None),
        person("marek", AccountRole::Animator, &[CrewRole::Leader], None),
        person(
            "adam",
            AccountRole::Volunteer,
            &[CrewRole::Helper, CrewRole::Leader],
            None,
        ),
        person(
            "ola",
            AccountRole::Volunteer,
            &[CrewRole::Helper],
            Some(day("2010-12-26")),
        ),
    ] {
        people::create(&service.app, None, &input).unwrap();
        people::set_password(&service.app, &input.email, PASSWORD).unwrap();
    }
    let [staff, adam] = ["szefowa", "adam"].map(|name| service.token(&format!("{MARKER}{name}@example.pl")));
    let shift = one_place(&service, &adam);
    let path = format!("/api/v1/shifts/{}/signups", shift["id"].as_str().unwrap());
    assert_eq!(service.post(&path, Some(&adam), &json!({})).status, 201);
    // What staff notes of a stop, for the crew alone.
    let stops = service.get("/api/v1/stops?limit=500", Some(&staff)).json();
    for stop in stops["items"].as_array().unwrap() {
        let at = format!("/api/v1/stops/{}", stop["id"].as_str().unwrap());
        let current = service.get(&at, Some(&staff));
        let mut body = current.json();
        body["details"]["notes"] = json!(format!("Brama: dzwonić do {MARKER}"));
        body["source"] = json!(format!("powiedział {MARKER}"));
        for own in ["id", "version", "updated_at"] {
            body.as_object_mut().unwrap().remove(own);
        }
        let saved = service.send("PUT", &at, Some(&staff), &[("if-match", &current.etag)], Some(&body));
        assert_eq!(saved.status, 200, "{}", saved.body);
    }
    service
}

/// The paths in an answer, on this host: of attributes, of JSON, of feeds and sitemaps.
fn paths(answer: &Answer) -> Vec<String> {
    let text = answer
        .body
        .replace("&amp;", "&")
        .replace("http://swietlicobus.test", "");
    let ends = |c: char| matches!(c, '"' | '\'' | '<' | '>' | ' ' | '\n' | '\\' | '#' | ')' | ';' | ',');
    let starts = ["\"/", ">/", " /", "\n/", "'/", ":/"];
    let mut found = Vec::new();
    for start in starts {
        for (at, _) in text.match_indices(start) {
            let rest = &text[at + 1..];
            let path = &rest[..rest.find(ends).unwrap_or(rest.len())];
            if !path.starts_with("//") {
                found.push(path.to_owned());
            }
        }
    }
    if !answer.location.is_empty() {
        found.push(answer.location.replace("http://swietlicobus.test", ""));
    }
    found
}

/// What a reader sees: of a PDF its words.
fn words(answer: &Answer, service: &Running, path: &str) -> String {
    if answer.content_type.starts_with("image/png") {
        // Its words are those of its page (`print` is handed nothing else).
        return String::new();
    }
    if !answer.content_type.starts_with("application/pdf") {
        return answer.body.clone();
    }
    let bytes = ureq::get(format!("{}{path}", service.address))
        .call()
        .unwrap()
        .body_mut()
        .read_to_vec()
        .unwrap();
    let mut child = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).into_owned()
}

/// Follows every address that anybody can come to without signing in, and gives those that answered.
fn walk(service: &Running) -> BTreeSet<String> {
    let first = [
        "/",
        "/robots.txt",
        "/sitemap.xml",
        "/manifest.webmanifest",
        "/api/v1/openapi.json",
        "/api/v1/public/visits",
    ];
    let mut ahead: VecDeque<String> = first.iter().map(|path| (*path).to_owned()).collect();
    let (mut seen, mut answered) = (BTreeSet::new(), BTreeSet::new());
    // Papers and cards of one kind are made by one template and take a second each here, and months are hundreds: a few of each kind say what the
    // others would.
    let mut drawn: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(path) = ahead.pop_front() {
        let address = path.starts_with('/')
            && path
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && byte != b'{' && byte != b'`');
        if !address || !seen.insert(path.clone()) {
            continue;
        }
        let part = |wanted: fn(&&str) -> bool| path.split(['?', '/']).find(wanted);
        let file = part(|part| part.ends_with(".pdf") || part.ends_with(".png"));
        let kind = file
            .map(|file| (file, 2))
            .or(part(|part| *part == "miesiac").map(|month| (month, 20)));
        if let Some((kind, most)) = kind {
            let count = drawn.entry(kind.to_owned()).or_default();
            *count += 1;
            if *count > most {
                continue;
            }
        }
        let forms = ["text/html", "text/plain"];
        for form in forms.into_iter().take(if file.is_some() { 1 } else { 2 }) {
            let answer = service.send("GET", &path, None, &[("accept", form)], None);
            let shown = format!(
                "{}\n{}",
                words(&answer, service, &path),
                format_args!("{:?}", answer.headers)
            );
            let low = shown.to_lowercase();
            if let Some(at) = low.find(MARKER) {
                let from = low[..at].char_indices().rev().nth(120).map_or(0, |(at, _)| at);
                panic!("{path} as {form} shows: …{}…", &low[from..at + MARKER.len()]);
            }
            if answer.status == 200 {
                answered.insert(path.clone());
            }
            ahead.extend(paths(&answer));
        }
    }
    answered
}

#[test]
fn nothing_of_the_crew_is_public_or_logged() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    // What is public is made from memory, alike on both databases.
    let service = planted(Database::Sqlite);
    // The marker is where it was planted, so it would be found.
    let staff = service.token(&format!("{MARKER}szefowa@example.pl"));
    let seasons = service.get("/api/v1/seasons", Some(&staff)).json();
    let season = format!("/api/v1/seasons/{}", seasons["items"][0]["id"].as_str().unwrap());
    for path in ["/api/v1/people", "/api/v1/stops", &season] {
        let answer = service.get(path, Some(&staff));
        assert!(answer.body.contains(MARKER), "{path} has no marker");
    }
    let answered = walk(&service);
    for needed in [
        "/",
        "/uk/sezon",
        "/calendar.ics",
        "/changes.atom",
        "/mapa",
        "/en/wydania",
        "/latwe",
        "/kalendarz",
        "/uk/osadz",
        "/osadz.js",
        "/api/v1/public/stops.geojson",
    ] {
        assert!(answered.contains(needed), "{needed} was not reached: {answered:?}");
    }
    let kinds = [
        "/wizyty/",
        "/przystanki/",
        "/osiedla/",
        "/stops/",
        "/estates/",
        "/uk/wizyty/",
    ];
    let papers = answered.iter().filter(|path| path.contains(".pdf")).count();
    assert!(papers >= 2, "{papers} papers were reached");
    for kind in kinds {
        assert!(
            answered.iter().any(|path| path.starts_with(kind)),
            "no {kind} was reached"
        );
    }
    let (answers, with_marker) = log.0.lock().unwrap().clone();
    assert!(answers > 100, "the log was not listened to");
    assert_eq!(with_marker, Vec::<String>::new());
}
