//! Staff asks people to cover a shift, and writes to its crew.

use journeys::{Running, a_morning};
use serde_json::{Value, json};

use crate::{
    on_both,
    waiting::{at_once, coordinator, id_of, one_place, taken, volunteers},
};

#[test]
fn of_five_who_say_yes_one_has_the_place() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, 7);
        let staff = coordinator(&service);
        let shift = one_place(&service, &people[0]);
        let path = format!("/api/v1/shifts/{}", shift["id"].as_str().unwrap());
        let asks = format!("{path}/cover-asks");
        assert_eq!(service.post(&asks, Some(&people[0]), &json!({"people": 3})).status, 403);
        assert_eq!(service.post(&asks, Some(&staff), &json!({"people": 0})).status, 422);
        let asked = service.post(&asks, Some(&staff), &json!({"people": 5}));
        assert_eq!(asked.status, 201, "{}", asked.body);
        let names: Vec<String> = asked
            .json()
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(names.len(), 5);
        let tokens: Vec<String> = names
            .iter()
            .map(|name| service.token(&format!("{name}@example.pl")))
            .collect();
        for token in &tokens {
            assert_eq!(
                service.get("/api/v1/cover-asks", Some(token)).json()[0]["id"],
                shift["id"]
            );
        }

        // One cannot; nobody else was asked.
        assert_eq!(
            service
                .post(&format!("{path}/cover-no"), Some(&tokens[4]), &json!({}))
                .status,
            204
        );
        let again = service.post(&format!("{path}/cover"), Some(&tokens[4]), &json!({}));
        assert_eq!(
            (again.status, &again.json()["refusals"][0]["code"]),
            (409, &json!("not-asked"))
        );
        // The two left are asked next, and then there is nobody.
        let next = service.post(&asks, Some(&staff), &json!({"people": 20})).json();
        assert_eq!(next.as_array().unwrap().len(), 2, "{next}");
        let nobody = service.post(&asks, Some(&staff), &json!({"people": 1}));
        assert_eq!(
            (nobody.status, &nobody.json()["refusals"][0]["code"]),
            (409, &json!("nobody-to-ask"))
        );

        let mut five = tokens[..4].to_vec();
        let other = next[0]["name"].as_str().unwrap().to_owned();
        five.push(service.token(&format!("{other}@example.pl")));
        let answers = at_once(&five, |_, token| {
            service.post(&format!("{path}/cover"), Some(token), &json!({}))
        });
        let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409, 409, 409, 409]);
        assert_eq!(taken(&service, &shift, &staff), 1);
        let told = service.get(&asks, Some(&staff)).json();
        let said = |word: Value| {
            told.as_array()
                .unwrap()
                .iter()
                .filter(|one| one["answer"] == word)
                .count()
        };
        assert_eq!((said(json!("yes")), said(json!("no")), said(Value::Null)), (1, 1, 5));
        let full = service.post(&asks, Some(&staff), &json!({"people": 1}));
        assert_eq!(
            (full.status, &full.json()["refusals"][0]["code"]),
            (409, &json!("shift-full"))
        );
        for token in &five {
            assert_eq!(
                service.get("/api/v1/cover-asks", Some(token)).json(),
                json!([]),
                "nothing is asked any more"
            );
        }
    });
}

/// Who was asked longest ago is asked first, over all shifts.
#[test]
fn the_least_recently_asked_come_first() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, 4);
        let staff = coordinator(&service);
        let board = service.get("/api/v1/shifts?limit=500", Some(&people[0])).json();
        let fits = |s: &&Value| s["places"] == 1 && s["refusals"] == json!([]);
        let shifts: Vec<_> = board["items"]
            .as_array()
            .unwrap()
            .iter()
            .rev()
            .filter(fits)
            .take(2)
            .collect();
        let asked = |n: usize| -> Vec<Value> {
            let path = format!("/api/v1/shifts/{}/cover-asks", shifts[n]["id"].as_str().unwrap());
            let told = service.post(&path, Some(&staff), &json!({"people": 2})).json();
            told.as_array()
                .unwrap()
                .iter()
                .map(|one| one["person"].clone())
                .collect()
        };
        let (first, second) = (asked(0), asked(1));
        assert!(
            first.iter().all(|person| !second.contains(person)),
            "{first:?} {second:?}"
        );
    });
}

#[test]
fn staff_writes_to_a_crew_once() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, 3);
        let staff = coordinator(&service);
        let shift = one_place(&service, &people[0]);
        let path = format!("/api/v1/shifts/{}", shift["id"].as_str().unwrap());
        let taken = service.post(&format!("{path}/signups"), Some(&people[0]), &json!({}));
        assert_eq!(taken.status, 201);
        assert!(!id_of(&taken).is_empty());
        let write = |path: &str, key: &str, text: &str, token: &str| {
            let headers = [("idempotency-key", key)];
            service.send(
                "POST",
                &format!("{path}/messages"),
                Some(token),
                &headers,
                Some(&json!({"text": text})),
            )
        };
        assert_eq!(write(&path, "k0", "Cześć", &people[0]).status, 403);
        for wrong in ["", "  \n ", &"a".repeat(2_001), "a\u{7}"] {
            assert_eq!(
                write(&path, "k1", wrong, &staff).json()["errors"][0]["pointer"],
                "/text"
            );
        }
        let sent = write(&path, "k2", "Weźcie kalosze.\r\nBędzie padać.", &staff);
        assert_eq!((sent.status, &sent.json()["people"]), (201, &json!(1)), "{}", sent.body);
        assert_eq!(
            write(&path, "k2", "Weźcie kalosze.\r\nBędzie padać.", &staff).status,
            201,
            "pressed twice"
        );
        assert_eq!(write(&path, "k2", "Co innego", &staff).status, 422);
        let visit = format!("/api/v1/visits/{}", shift["visit"].as_str().unwrap());
        assert_eq!(write(&visit, "k3", "Do wszystkich", &staff).json()["people"], 1);
        let log = service.get("/api/v1/audit", Some(&staff)).body;
        assert!(log.contains("shift.message") && log.contains("visit.message"));
        assert!(!log.contains("kalosze") && !log.contains("wszystkich"), "{log}");
    });
}
