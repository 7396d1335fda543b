//! The waiting list: it moves by itself, in races too, and nobody holds a place twice or on a visit that will not be.

use std::sync::Barrier;

use journeys::{Answer, Running, a_morning};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole, SignupState};

use crate::on_both;

/// Volunteers with everything in order, by their tokens.
pub(crate) fn volunteers(service: &Running, count: usize) -> Vec<String> {
    let token = |n| {
        let email = format!("osoba{n}@example.pl");
        service.account(&email, AccountRole::Volunteer, &[CrewRole::Helper, CrewRole::Leader]);
        service.token(&email)
    };
    (0..count).map(token).collect()
}

/// The last day's shift with one place that the first of them may take.
pub(crate) fn one_place(service: &Running, token: &str) -> Value {
    let board = service.get("/api/v1/shifts?limit=500", Some(token)).json();
    let all = board["items"].as_array().unwrap();
    let found = all
        .iter()
        .rev()
        .find(|s| s["places"] == 1 && s["refusals"].as_array().unwrap().is_empty());
    found.unwrap().clone()
}

pub(crate) fn ask(service: &Running, shift: &Value, token: &str) -> Answer {
    let path = format!("/api/v1/shifts/{}/signups", shift["id"].as_str().unwrap());
    service.post(&path, Some(token), &json!({"wait": true}))
}

pub(crate) fn act(service: &Running, signup: &str, what: &str, token: &str) -> Answer {
    service.post(&format!("/api/v1/signups/{signup}/{what}"), Some(token), &json!({}))
}

fn own(service: &Running, signup: &str, token: &str) -> Value {
    let all = service.get("/api/v1/signups", Some(token)).json();
    let found = all["items"].as_array().unwrap().iter().find(|one| one["id"] == signup);
    found.cloned().unwrap_or_default()
}

pub(crate) fn id_of(answer: &Answer) -> String {
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// Somebody who may read all sign-ups.
pub(crate) fn coordinator(service: &Running) -> String {
    service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
    service.token("szefowa@example.pl")
}

/// The states of sign-ups, as staff sees them.
pub(crate) fn states(service: &Running, staff: &str, signups: &[String]) -> Vec<SignupState> {
    let state = |id: &String| {
        let signup = service.get(&format!("/api/v1/signups/{id}"), Some(staff)).json();
        signup["state"].as_str().unwrap().parse().unwrap()
    };
    signups.iter().map(state).collect()
}

/// How many places of an open shift are held.
pub(crate) fn taken(service: &Running, shift: &Value, staff: &str) -> u64 {
    let board = service.get("/api/v1/shifts?limit=500", Some(staff)).json();
    let all = board["items"].as_array().unwrap();
    let found = all.iter().find(|one| one["id"] == shift["id"]).unwrap();
    found["taken"].as_u64().unwrap()
}

pub(crate) fn count(states: &[SignupState], which: impl Fn(SignupState) -> bool) -> usize {
    states.iter().filter(|state| which(**state)).count()
}

/// The sign-ups that were made.
fn made(answers: &[Answer]) -> Vec<String> {
    answers
        .iter()
        .filter(|a| matches!(a.status, 200 | 201))
        .map(id_of)
        .collect()
}

#[test]
fn a_place_that_becomes_free_goes_down_the_list() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, 4);
        let shift = one_place(&service, &people[0]);
        let asked: Vec<_> = people[..3].iter().map(|token| ask(&service, &shift, token)).collect();
        let begun: Vec<_> = asked.iter().map(|a| (a.status, a.json()["state"].clone())).collect();
        let expected = ["confirmed", "waitlisted", "waitlisted"].map(|state| (201, json!(state)));
        assert_eq!(begun, expected);
        let [first, second, third] = [0, 1, 2].map(|n| id_of(&asked[n]));
        assert_eq!(own(&service, &second, &people[1])["turn"], 1);
        assert_eq!(own(&service, &third, &people[2])["turn"], 2);
        assert_eq!(ask(&service, &shift, &people[1]).status, 200, "twice is once");

        assert_eq!(act(&service, &first, "withdraw", &people[0]).status, 200);
        let offered = own(&service, &second, &people[1]);
        assert_eq!(offered["state"], "offered", "{offered}");
        assert!(offered["expires_at"].is_string());
        assert_eq!(own(&service, &third, &people[2])["turn"], 1);
        let newcomer = service.post(
            &format!("/api/v1/shifts/{}/signups", shift["id"].as_str().unwrap()),
            Some(&people[3]),
            &json!({}),
        );
        assert_eq!(
            (newcomer.status, &newcomer.json()["refusals"][0]["code"]),
            (409, &json!("shift-full"))
        );

        assert_eq!(act(&service, &second, "decline", &people[1]).status, 200);
        assert_eq!(own(&service, &third, &people[2])["state"], "offered");
        assert_eq!(act(&service, &third, "accept", &people[2]).status, 200);
        assert_eq!(own(&service, &third, &people[2])["state"], "confirmed");
        assert_eq!(
            act(&service, &third, "accept", &people[2]).status,
            409,
            "nothing is offered any more"
        );
        let staff = coordinator(&service);
        let states = states(&service, &staff, &made(&asked));
        assert_eq!(count(&states, SignupState::holds_place), 1);
        assert_eq!(taken(&service, &shift, &staff), 1);
    });
}

#[test]
fn an_offer_that_nobody_answers_ends_and_the_next_is_asked() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, 3);
        let shift = one_place(&service, &people[0]);
        let ids: Vec<_> = people
            .iter()
            .map(|token| id_of(&ask(&service, &shift, token)))
            .collect();
        assert_eq!(act(&service, &ids[0], "withdraw", &people[0]).status, 200);
        assert_eq!(own(&service, &ids[1], &people[1])["state"], "offered");

        let service = service.restart(a_morning().plus_seconds(13 * 3600));
        // The service has looked at its start, or is about to; twice is once.
        rest_api::app::waiting::tick(&service.app).unwrap();
        let staff = coordinator(&service);
        let expected = [SignupState::Withdrawn, SignupState::Expired, SignupState::Offered];
        assert_eq!(states(&service, &staff, &ids), expected);
        assert_eq!(taken(&service, &shift, &staff), 1);
    });
}

#[test]
fn nobody_waits_for_a_shift_that_has_begun() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, 2);
        let board = service.get("/api/v1/shifts?limit=500", Some(&people[0])).json();
        let today = |s: &&Value| s["day"] == "2027-07-07" && s["places"] == 1 && s["refusals"] == json!([]);
        let shift = board["items"].as_array().unwrap().iter().find(today).unwrap().clone();
        let ids: Vec<_> = people
            .iter()
            .map(|token| id_of(&ask(&service, &shift, token)))
            .collect();
        let staff = coordinator(&service);
        rest_api::app::waiting::tick(&service.app).unwrap();
        let before = [SignupState::Confirmed, SignupState::Waitlisted];
        assert_eq!(states(&service, &staff, &ids), before, "it begins in the afternoon");

        let service = service.restart(a_morning().plus_seconds(11 * 3600));
        let staff = service.token("szefowa@example.pl");
        rest_api::app::waiting::tick(&service.app).unwrap();
        let after = [SignupState::Confirmed, SignupState::Closed];
        assert_eq!(states(&service, &staff, &ids), after);
    });
}

#[test]
fn twenty_wait_while_the_place_is_given_back() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, 21);
        let shift = one_place(&service, &people[0]);
        let held = id_of(&ask(&service, &shift, &people[0]));
        let answers = at_once(&people, |n, token| match n {
            0 => act(&service, &held, "withdraw", token),
            _ => ask(&service, &shift, token),
        });
        let statuses: Vec<_> = answers.iter().map(|a| a.status).collect();
        assert!(statuses.iter().all(|s| matches!(s, 200 | 201)), "{statuses:?}");
        let staff = coordinator(&service);
        let mut ids = made(&answers[1..]);
        ids.push(held);
        let states = states(&service, &staff, &ids);
        assert_eq!(count(&states, SignupState::holds_place), 1, "{states:?}");
        assert_eq!(taken(&service, &shift, &staff), 1);
        assert_eq!(count(&states, |s| s == SignupState::Waitlisted), 19, "{states:?}");
    });
}

#[test]
fn a_visit_is_cancelled_while_people_sign_up() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let mut people = volunteers(&service, 24);
        let shift = one_place(&service, &people[0]);
        people.push(coordinator(&service));
        let visit = shift["visit"].as_str().unwrap();
        let seen = service.get(&format!("/api/v1/visits/{visit}"), Some(&people[24]));
        let answers = at_once(&people, |n, token| match n {
            24 => service.send(
                "POST",
                &format!("/api/v1/visits/{visit}/cancel"),
                Some(token),
                &[("if-match", &seen.etag)],
                Some(&json!({"reason": "burza"})),
            ),
            _ => ask(&service, &shift, token),
        });
        let statuses: Vec<_> = answers.iter().map(|a| a.status).collect();
        assert_eq!(statuses[24], 200, "{}", answers[24].body);
        assert!(statuses.iter().all(|s| matches!(s, 200 | 201 | 409)), "{statuses:?}");
        let states = states(&service, &people[24], &made(&answers[..24]));
        assert!(
            states
                .iter()
                .all(|s| matches!(s, SignupState::Released | SignupState::Closed)),
            "{states:?}"
        );
    });
}

#[test]
fn one_person_takes_two_shifts_at_the_same_time_at_once() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let person = volunteers(&service, 1).remove(0);
        let board = service.get("/api/v1/shifts?limit=500", Some(&person)).json();
        let free = |s: &&Value| s["refusals"].as_array().unwrap().is_empty();
        let all: Vec<_> = board["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(free)
            .cloned()
            .collect();
        let twins = all.iter().enumerate().find_map(|(i, one)| {
            let other = all[i + 1..].iter().find(|other| other["visit"] == one["visit"])?;
            Some([one.clone(), other.clone()])
        });
        let twins = twins.expect("a visit has a shift for leaders and one for helpers");
        let tokens = [person.clone(), person];
        let answers = at_once(&tokens, |n, token| ask(&service, &twins[n], token));
        let mut statuses: Vec<_> = answers.iter().map(|a| a.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
        let staff = coordinator(&service);
        let held: u64 = twins.iter().map(|shift| taken(&service, shift, &staff)).sum();
        assert_eq!(held, 1);
    });
}

/// All of them act at the same moment.
pub(crate) fn at_once(people: &[String], run: impl Fn(usize, &str) -> Answer + Sync) -> Vec<Answer> {
    let start = Barrier::new(people.len());
    std::thread::scope(|scope| {
        let (start, run) = (&start, &run);
        let calls: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(n, token)| {
                scope.spawn(move || {
                    start.wait();
                    run(n, token)
                })
            })
            .collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    })
}
