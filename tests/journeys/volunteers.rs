//! The last place, wanted by many at the same moment.

use std::sync::Barrier;

use journeys::{Running, a_morning};
use serde_json::json;
use vocabulary::{AccountRole, CrewRole};

use crate::on_both;

const PEOPLE: usize = 64;

#[test]
fn sixty_four_people_want_the_last_place() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let tokens: Vec<String> = (0..PEOPLE)
            .map(|n| {
                let email = format!("osoba{n}@example.pl");
                service.account(&email, AccountRole::Volunteer, &[CrewRole::Helper, CrewRole::Leader]);
                service.token(&email)
            })
            .collect();
        let board = service.get("/api/v1/shifts", Some(&tokens[0])).json();
        let one_place = |s: &&serde_json::Value| s["places"] == 1 && s["refusals"].as_array().unwrap().is_empty();
        let shift = board["items"].as_array().unwrap().iter().find(one_place).unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned();

        let start = Barrier::new(PEOPLE);
        let answers: Vec<_> = std::thread::scope(|scope| {
            let calls: Vec<_> = tokens
                .iter()
                .map(|token| {
                    scope.spawn(|| {
                        start.wait();
                        service.post(&format!("/api/v1/shifts/{shift}/signups"), Some(token), &json!({}))
                    })
                })
                .collect();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        });
        let count = |status| answers.iter().filter(|a| a.status == status).count();
        let statuses: Vec<_> = answers.iter().map(|a| a.status).collect();
        assert_eq!((count(201), count(409)), (1, PEOPLE - 1), "{statuses:?}");
        let refused = answers.iter().find(|a| a.status == 409).unwrap().json();
        assert_eq!(refused["refusals"][0]["code"], "shift-full", "{refused}");
    });
}
