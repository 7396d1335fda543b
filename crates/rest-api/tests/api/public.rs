//! What everybody may read, and the reference of the API.

use serde_json::json;

use crate::{
    check,
    harness::{Database, Running, a_morning},
    published,
};

#[test]
fn the_public_calendar_as_json() {
    let (service, _) = published(Database::Sqlite);
    let first = service.get("/api/v1/public/visits", None);
    assert_eq!((first.status, first.content_type.as_str()), (200, "application/json"));
    assert_eq!(
        (&first.json()["release"], &first.json()["zone"]),
        (&json!(1), &json!("Europe/Warsaw"))
    );
    let again = service.send(
        "GET",
        "/api/v1/public/visits",
        None,
        &[("if-none-match", &first.etag)],
        None,
    );
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    let head = service.send("HEAD", "/api/v1/public/visits", None, &[], None);
    assert_eq!(
        (head.status, head.etag.as_str(), head.body.as_str()),
        (200, first.etag.as_str(), "")
    );

    let found = service.get("/api/v1/public/search?q=lazek", None).json();
    assert_eq!(
        (&found["items"][0]["kind"], &found["items"][0]["name"]),
        (&json!("estate"), &json!("Łazek"))
    );
    assert_eq!(
        service.get("/api/v1/public/search?q=qqqq", None).json(),
        json!({"items": []})
    );
    check(&service.get("/api/v1/public/search", None), 400, "malformed", &["?"]);
    let long = "a".repeat(101);
    check(
        &service.get(&format!("/api/v1/public/search?q={long}"), None),
        400,
        "malformed",
        &["?q"],
    );
}

#[test]
fn before_the_first_release_there_is_nothing() {
    let service = Running::empty(Database::Sqlite, a_morning());
    for path in ["/api/v1/public/visits", "/api/v1/public/search?q=a"] {
        check(&service.get(path, None), 404, "not-found", &[]);
    }
}

#[test]
fn the_reference_asks_nobody_else() {
    let service = Running::empty(Database::Sqlite, a_morning());
    assert_eq!(service.get("/api/docs", None).location, "/api/docs/");
    let page = service.get("/api/docs/", None);
    assert_eq!(page.status, 200);
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
    let elsewhere: Vec<&str> = page
        .body
        .split(['"', '\''])
        .filter(|part| part.contains("//"))
        .collect();
    assert_eq!(elsewhere, [""; 0], "the page leads elsewhere");
    for file in page.body.split('"').filter_map(|part| part.strip_prefix("./")) {
        assert_eq!(service.get(&format!("/api/docs/{file}"), None).status, 200, "{file}");
    }
    let settings = service.get("/api/docs/swagger-initializer.js", None).body;
    assert!(
        settings.contains("\"../v1/openapi.json\"") && settings.contains("\"validatorUrl\": \"none\""),
        "{settings}"
    );
    check(&service.get("/api/docs/nothing.js", None), 404, "not-found", &[]);
    let description = service.get("/api/v1/openapi.json", None);
    assert_eq!(description.json()["openapi"], "3.1.0");
    let again = service.send(
        "GET",
        "/api/v1/openapi.json",
        None,
        &[("if-none-match", &description.etag)],
        None,
    );
    assert_eq!(again.status, 304);
}

/// The second answer comes from memory, ahead of all routes: nobody can tell, and it is as safe as the first.
#[test]
fn what_comes_from_memory_is_like_what_was_made() {
    let (service, _) = published(Database::Sqlite);
    for path in [
        "/",
        "/uk/mapa",
        "/calendar.ics",
        "/changes.atom",
        "/api/v1/public/visits",
    ] {
        let [made, kept] = [(); 2].map(|()| {
            let mut answer = service.get(path, None);
            answer.headers.remove("date");
            answer
        });
        assert_eq!((made.status, kept.status), (200, 200), "{path}");
        assert_eq!(made.headers, kept.headers, "{path}");
        assert_eq!(made.body, kept.body, "{path}");
        assert!(!kept.header("content-security-policy").is_empty(), "{path}");
    }
}
