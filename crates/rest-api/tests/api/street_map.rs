//! The operator's map of the streets: what pages offer with a good file, a bad one and none, and how the file is sent.

use std::path::Path;

use crate::harness::{Answer, Database, Running, a_morning};

const FILE: &str = "/mapa/ulice.pmtiles";

/// A file whose header is right, around these degrees; a browser would find no tile in it.
fn map_of(west: f64, south: f64, tiles: &[u8]) -> Vec<u8> {
    let mut bytes = b"PMTiles\x03".to_vec();
    let mut at = 127_u64;
    let (root, metadata) = ([1_u8, 0, 1, 4, 1].as_slice(), b"{}".as_slice());
    for part in [root, metadata, &[], tiles] {
        bytes.extend(at.to_le_bytes());
        bytes.extend((part.len() as u64).to_le_bytes());
        at += part.len() as u64;
    }
    bytes.extend([0; 24]);
    bytes.extend([1, 1, 2, 1, 0, 15]);
    for degrees in [west, south, west + 0.3, south + 0.2] {
        bytes.extend(((degrees * 1e7) as i32).to_le_bytes());
    }
    bytes.resize(127, 0);
    [&bytes, root, metadata, tiles].concat()
}

/// The same service with this file as its map.
fn with_map(service: Running, path: &Path) -> Running {
    service.reset(a_morning(), |settings| settings.map.file = Some(path.to_owned()))
}

fn page(service: &Running, path: &str) -> String {
    let answer = service.send("GET", path, None, &[("accept", "text/html")], None);
    assert_eq!(answer.status, 200, "{path}");
    answer.body
}

/// How many bytes it has. The text of an answer is no measure: not all are letters.
fn length(answer: &Answer) -> usize {
    answer.header("content-length").parse().unwrap()
}

fn part(service: &Running, headers: &[(&str, &str)]) -> Answer {
    service.send("GET", FILE, None, headers, None)
}

#[test]
fn a_good_file_is_offered_and_sent_by_ranges() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.pmtiles");
    let bytes = map_of(21.45, 53.0, &[b'a'; 5_000]);
    std::fs::write(&path, &bytes).unwrap();
    let service = with_map(Running::published(Database::Sqlite, a_morning()), &path);

    for (path, button, link) in [
        ("/mapa", "Pokaż mapę ulic", "/mapa#p-lazek-plac"),
        ("/uk/mapa", "Показати мапу вулиць", "/uk/mapa#p-lazek-plac"),
        ("/en/mapa", "Show the street map", "/en/mapa#p-lazek-plac"),
    ] {
        let map = page(&service, path);
        assert!(map.contains(button) && map.contains("id=\"p-lazek-plac\""), "{map}");
        assert!(map.contains("openstreetmap.org/copyright"), "{map}");
        let stop = page(&service, &path.replace("mapa", "przystanki/lazek-plac"));
        assert!(stop.contains(&format!("href=\"{link}\"")), "{stop}");
    }

    let whole = part(&service, &[("accept-encoding", "gzip")]);
    assert_eq!((whole.status, length(&whole)), (200, bytes.len()));
    assert_eq!(whole.content_type, "application/vnd.pmtiles");
    assert_eq!(whole.header("accept-ranges"), "bytes");
    assert_eq!(whole.header("content-encoding"), "");
    assert_eq!(whole.header("access-control-allow-origin"), "");
    assert!(whole.etag.starts_with('"'), "{} is not strong", whole.etag);
    let head = service.send("HEAD", FILE, None, &[], None);
    assert_eq!((head.status, &head.etag), (200, &whole.etag));
    assert_eq!(length(&head), bytes.len());

    let etag = whole.etag.as_str();
    for (range, validator, status, told, bytes) in [
        ("bytes=0-6", None, 206, "bytes 0-6/5134", 7),
        ("bytes=0-16383", None, 206, "bytes 0-5133/5134", 5_134),
        ("bytes=-4", None, 206, "bytes 5130-5133/5134", 4),
        ("bytes=0-6", Some(etag), 206, "bytes 0-6/5134", 7),
        ("bytes=0-6", Some("\"another\""), 200, "", 5_134),
        ("bytes=5134-", None, 416, "bytes */5134", 0),
    ] {
        let mut headers = vec![("range", range), ("accept-encoding", "gzip")];
        headers.extend(validator.map(|tag| ("if-range", tag)));
        let answer = part(&service, &headers);
        let found = (answer.status, answer.header("content-range"), length(&answer));
        assert_eq!(found, (status, told, bytes), "{headers:?}");
    }
    assert_eq!(part(&service, &[("range", "bytes=0-6")]).body, "PMTiles");
    assert_eq!(part(&service, &[("if-none-match", etag)]).status, 304);
    let wrong = service.send("POST", FILE, None, &[], None);
    assert_eq!((wrong.status, wrong.header("allow")), (405, "GET, HEAD"));

    // Another file is moved into its place: nobody who holds a part of the old one is sent a part of it.
    let newer = folder.path().join("newer");
    std::fs::write(&newer, map_of(21.45, 53.0, &[b'b'; 5_000])).unwrap();
    std::fs::rename(&newer, &path).unwrap();
    let moved = part(&service, &[("range", "bytes=200-209"), ("if-range", etag)]);
    assert_eq!((moved.status, length(&moved)), (200, bytes.len()));
    assert_ne!(moved.etag, etag);
    assert_eq!(part(&service, &[("range", "bytes=200-209")]).body, "bbbbbbbbbb");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(part(&service, &[]).status, 404);
}

#[test]
fn without_a_good_file_there_is_the_sketch_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (bad, elsewhere) = (folder.path().join("bad"), folder.path().join("elsewhere"));
    std::fs::write(&bad, b"PMTiles\x02 and so on").unwrap();
    std::fs::write(&elsewhere, map_of(16.8, 52.3, b"tile")).unwrap();
    let none = folder.path().join("none");
    let mut service = Running::published(Database::Sqlite, a_morning());
    assert_eq!(part(&service, &[]).status, 404);
    for (path, status) in [(&bad, 404), (&none, 404), (&elsewhere, 200)] {
        service = with_map(service, path);
        let map = page(&service, "/mapa");
        assert!(map.contains("class=\"sketch\"") && !map.contains("streets"), "{map}");
        assert!(!page(&service, "/przystanki/lazek-plac").contains("/mapa#"));
        assert_eq!(part(&service, &[]).status, status, "{}", path.display());
    }
}
