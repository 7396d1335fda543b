//! Every way a call can be wrong in its form.

use serde_json::json;

use crate::{
    check,
    harness::{Database, Running, a_morning},
    nobodys, published, season,
};

#[test]
fn wrong_forms() {
    let (service, annas) = published(Database::Sqlite);
    let token = Some(annas.as_str());
    let json = ("content-type", "application/json");
    let send = |method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>| {
        service.send_text(method, &format!("/api/v1{path}"), token, headers, body)
    };

    check(
        &send("POST", "/people", &[json], Some("{\"email\": ")),
        400,
        "malformed",
        &["/email"],
    );
    check(&send("POST", "/people", &[json], Some("")), 400, "malformed", &[""]);
    check(
        &send("POST", "/people", &[json], Some("\u{feff}{}")),
        400,
        "malformed",
        &[""],
    );
    let unknown = r#"{"email": "a@example.pl", "name": "A", "role": "volunteer", "colour": "red"}"#;
    check(
        &send("POST", "/people", &[json], Some(unknown)),
        400,
        "malformed",
        &["/colour"],
    );
    let word = r#"{"email": "a@example.pl", "name": "A", "role": "boss"}"#;
    check(
        &send("POST", "/people", &[json], Some(word)),
        400,
        "malformed",
        &["/role"],
    );
    check(
        &send(
            "POST",
            "/people",
            &[json],
            Some(r#"{"name": "A", "role": "volunteer"}"#),
        ),
        400,
        "malformed",
        &["/email"],
    );
    let zero = r#"{"email": "a@example.pl", "name": "A\u0000", "role": "volunteer"}"#;
    check(
        &send("POST", "/people", &[json], Some(zero)),
        400,
        "malformed",
        &["/name"],
    );
    let faulty =
        r#"{"email": "a", "name": "", "role": "volunteer", "papers": {"clearance": {"held_until": "2027-01-01"}}}"#;
    check(
        &send("POST", "/people", &[json], Some(faulty)),
        422,
        "invalid",
        &["/email", "/name", "/papers/clearance/register_on"],
    );
    let deep = "[".repeat(100_000);
    check(&send("POST", "/people", &[json], Some(&deep)), 400, "malformed", &[""]);

    check(
        &send("POST", "/people", &[("content-type", "text/plain")], Some("{}")),
        415,
        "unsupported-media-type",
        &[],
    );
    check(
        &send("POST", "/people", &[], Some("{}")),
        415,
        "unsupported-media-type",
        &[],
    );
    let large = format!("\"{}\"", "x".repeat(256 * 1024));
    check(&send("POST", "/people", &[json], Some(&large)), 413, "too-large", &[]);
    check(
        &send("POST", "/people", &[json, ("idempotency-key", "a b")], Some("{}")),
        400,
        "malformed",
        &["/email"],
    );

    check(
        &send("GET", "/people?limit=0", &[], None),
        400,
        "malformed",
        &["?limit"],
    );
    check(&send("GET", "/people?limit=many", &[], None), 400, "malformed", &["?"]);
    check(
        &send("GET", "/people?after=%00", &[], None),
        400,
        "malformed",
        &["?after"],
    );
    check(
        &send("GET", "/audit?after=x&limit=501", &[], None),
        400,
        "malformed",
        &["?after", "?limit"],
    );
    check(
        &send("GET", "/audit?thing=visit", &[], None),
        400,
        "malformed",
        &["?thing"],
    );
    let visits = format!("/seasons/{}/visits", season(&service, &annas));
    check(
        &send("GET", &format!("{visits}?from=tomorrow"), &[], None),
        400,
        "malformed",
        &["?"],
    );

    for path in [
        "/visits/vis_7",
        "/visits/%00",
        "/nothing",
        "/visits",
        &format!("/visits/{}", nobodys("vis")),
    ] {
        check(&send("GET", path, &[], None), 404, "not-found", &[]);
    }
    for list in ["requests", "events", "plans", "visits", "releases"] {
        check(
            &send("GET", &format!("/seasons/{}/{list}", nobodys("sea")), &[], None),
            404,
            "not-found",
            &[],
        );
    }
    // A compressed problem can be read as well.
    let zipped = send("GET", "/nothing", &[("accept-encoding", "gzip")], None);
    check(&zipped, 404, "not-found", &[]);
}

#[test]
fn changes_need_the_version_that_was_read() {
    let (service, token) = published(Database::Sqlite);
    let visits = format!("/api/v1/seasons/{}/visits?from=2027-07-09", season(&service, &token));
    let id = service.get(&visits, Some(&token)).json()["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/v1/visits/{id}/note");
    let note = |headers: &[(&str, &str)]| {
        service.send(
            "POST",
            &path,
            Some(&token),
            headers,
            Some(&json!({"note": "Weźcie czapki"})),
        )
    };
    check(&note(&[]), 428, "precondition-required", &[]);
    check(&note(&[("if-match", "*")]), 428, "precondition-required", &[]);
    for never in ["\"77\"", "77", "W/\"1\"", "\"x\""] {
        check(&note(&[("if-match", never)]), 412, "stale", &[]);
    }
    let read = service.get(&format!("/api/v1/visits/{id}"), Some(&token));
    let done = note(&[("if-match", &read.etag)]);
    assert_eq!((done.status, done.etag.as_str()), (200, "\"2\""), "{}", done.body);
    let late = note(&[("if-match", &read.etag)]);
    check(&late, 412, "stale", &[]);
    let both = late.json();
    assert_eq!(both["current"], done.json());
    assert_eq!(both["asked"], json!({"note": "Weźcie czapki"}));
}

#[test]
fn addresses_outside_the_api() {
    let service = Running::empty(Database::Sqlite, a_morning());
    for path in ["/healthz", "/readyz", "/problems"] {
        for method in ["GET", "HEAD"] {
            let answer = service.send(method, path, None, &[], None);
            assert_eq!(answer.status, 200, "{method} {path}");
            assert_eq!(answer.body.is_empty(), method == "HEAD", "{method} {path}");
        }
    }
    let page = service.get("/problems", None);
    assert_eq!(page.content_type, "text/markdown; charset=utf-8");
    assert!(page.body.contains("\n## too-slow\n"), "{}", page.body);
    for path in ["/", "/sezon", "/szukaj", "/osiedla/centrum"] {
        let answer = service.post(path, None, &json!({}));
        check(&answer, 405, "method-not-allowed", &[]);
        assert_eq!(answer.header("allow"), "GET, HEAD");
    }
}
