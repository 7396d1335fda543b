//! Signing in, staying signed in, signing out.

use std::sync::Barrier;

use serde_json::json;
use vocabulary::AccountRole;

use crate::{
    check, empty,
    harness::{Database, PASSWORD, Running, a_morning},
    on_both, text,
};

#[test]
fn a_session_from_its_beginning_to_its_end() {
    on_both(|database| {
        let service = Running::empty(database, a_morning());
        service.account("anna@example.pl", AccountRole::Animator, &[]);
        let sign_in = |password: &str| {
            service.post(
                "/api/v1/sessions",
                None,
                &json!({"email": " Anna@Example.pl", "password": password}),
            )
        };
        check(&sign_in("zgaduje-haslo-27"), 401, "wrong-credentials", &[]);
        let first = sign_in(PASSWORD);
        assert_eq!(first.status, 201, "{}", first.body);
        assert_eq!(first.header("cache-control"), "no-store");
        let session = first.json();
        assert_eq!(
            (&session["token_type"], &session["expires_in"]),
            (&json!("Bearer"), &json!(600))
        );
        let token = text(&session["access_token"]);
        let me = service.get("/api/v1/me", Some(&token)).json();
        assert_eq!(
            (&me["email"], &me["role"]),
            (&json!("anna@example.pl"), &json!("animator"))
        );

        let refresh = |token: &str| service.post("/api/v1/sessions/refresh", None, &json!({"refresh_token": token}));
        check(&refresh("swr_no"), 401, "unauthenticated", &[]);
        let second = refresh(&text(&session["refresh_token"]));
        assert_eq!(second.status, 200, "{}", second.body);
        let second = second.json();
        assert_ne!(second["refresh_token"], session["refresh_token"]);
        // At the same instant: refused, but it may have been the same program, so the session stands.
        check(&refresh(&text(&session["refresh_token"])), 401, "unauthenticated", &[]);
        assert_eq!(
            service.get("/api/v1/me", Some(&text(&second["access_token"]))).status,
            200
        );

        // Later: somebody else has it. The session is over for both.
        let service = service.restart(a_morning().plus_seconds(30));
        let reused = service.post(
            "/api/v1/sessions/refresh",
            None,
            &json!({"refresh_token": session["refresh_token"]}),
        );
        check(&reused, 401, "unauthenticated", &[]);
        check(
            &service.get("/api/v1/me", Some(&text(&second["access_token"]))),
            401,
            "unauthenticated",
            &[],
        );
        let newest = json!({"refresh_token": second["refresh_token"]});
        check(
            &service.post("/api/v1/sessions/refresh", None, &newest),
            401,
            "unauthenticated",
            &[],
        );

        let token = service.token("anna@example.pl");
        assert_eq!(
            service
                .send("DELETE", "/api/v1/sessions/current", Some(&token), &[], None)
                .status,
            204
        );
        check(&service.get("/api/v1/me", Some(&token)), 401, "unauthenticated", &[]);
    });
}

#[test]
fn of_twelve_who_refresh_at_once_one_gets_the_next_token() {
    on_both(|database| {
        let service = Running::empty(database, a_morning());
        service.account("anna@example.pl", AccountRole::Volunteer, &[]);
        let credentials = json!({"email": "anna@example.pl", "password": PASSWORD});
        let session = service.post("/api/v1/sessions", None, &credentials).json();
        let body = json!({"refresh_token": session["refresh_token"]});
        let start = Barrier::new(12);
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let call = || {
                start.wait();
                service.post("/api/v1/sessions/refresh", None, &body).status
            };
            let calls: Vec<_> = (0..12).map(|_| scope.spawn(call)).collect();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        });
        let count = |status| statuses.iter().filter(|s| **s == status).count();
        assert_eq!((count(200), count(401)), (1, 11), "{statuses:?}");
    });
}

#[test]
fn guessing_is_stopped_and_an_account_that_is_switched_off_is_out_at_once() {
    let service = Running::empty(Database::Sqlite, a_morning());
    service.account("anna@example.pl", AccountRole::Coordinator, &[]);
    service.account("jan@example.pl", AccountRole::Volunteer, &[]);
    let (anna, jan) = (service.token("anna@example.pl"), service.token("jan@example.pl"));
    let me = service.get("/api/v1/me", Some(&jan)).json();
    let path = format!("/api/v1/people/{}", text(&me["id"]));
    let etag = service.get(&path, Some(&anna)).etag;
    let off = json!({"email": "jan@example.pl", "name": "Jan", "role": "volunteer", "active": false});
    let changed = crate::put(&service, &anna, &path, &etag, &off);
    assert_eq!(
        (changed.status, &changed.json()["active"]),
        (200, &json!(false)),
        "{}",
        changed.body
    );
    check(&service.get("/api/v1/me", Some(&jan)), 401, "unauthenticated", &[]);
    check(&crate::put(&service, &anna, &path, &etag, &off), 412, "stale", &[]);

    let guess = |spoof: &str| {
        let body = json!({"email": "anna@example.pl", "password": "zgaduje-haslo-27"});
        service.send(
            "POST",
            "/api/v1/sessions",
            None,
            &[("x-forwarded-for", spoof)],
            Some(&body),
        )
    };
    let stopped = (0..12)
        .map(|n| guess(&format!("10.0.0.{n}")))
        .find(|answer| answer.status == 429);
    let stopped = stopped.expect("429 within the tries that the settings allow");
    check(&stopped, 429, "too-many-tries", &[]);
    assert!(
        !stopped.header("retry-after").is_empty() && stopped.json()["until"].is_string(),
        "{}",
        stopped.body
    );
    assert_eq!(
        service
            .send("DELETE", "/api/v1/sessions/current", Some(&anna), &[], None)
            .status,
        204
    );
    assert_eq!(service.post("/api/v1/sessions", None, &empty()).status, 400);
}

#[test]
fn guesses_that_come_at_once_are_stopped_too() {
    let service = Running::empty(Database::Sqlite, a_morning());
    service.account("anna@example.pl", AccountRole::Coordinator, &[]);
    let body = json!({"email": "anna@example.pl", "password": "zgaduje-haslo-27"});
    let start = Barrier::new(40);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let guess = || {
            start.wait();
            service.post("/api/v1/sessions", None, &body).status
        };
        let guesses: Vec<_> = (0..40).map(|_| scope.spawn(guess)).collect();
        guesses.into_iter().map(|guess| guess.join().unwrap()).collect()
    });
    let count = |status| statuses.iter().filter(|s| **s == status).count();
    let limit = service.app.config.sign_in.tries as usize;
    assert!(count(401) <= limit, "{statuses:?}");
    assert_eq!(count(401) + count(429) + count(503), 40, "{statuses:?}");
    assert!(count(429) + count(503) >= 25, "{statuses:?}");
}

#[test]
fn what_is_no_address_is_a_wrong_one() {
    on_both(|database| {
        let service = Running::empty(database, a_morning());
        let long = format!("{}@example.pl", "a".repeat(250));
        for email in [long.as_str(), "anna\u{7}@example.pl"] {
            let body = json!({"email": email, "password": PASSWORD});
            // More often than the tries that one address of the network has: no try was counted.
            for _ in 0..12 {
                check(
                    &service.post("/api/v1/sessions", None, &body),
                    401,
                    "wrong-credentials",
                    &[],
                );
            }
        }
    });
}
