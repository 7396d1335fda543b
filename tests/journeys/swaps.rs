//! Shifts change hands: by one yes, in races too, never over-filled, and by staff where a rule asks for it.

use journeys::{Answer, Running, a_morning};
use serde_json::{Value, json};
use vocabulary::SignupState;

use crate::{
    on_both,
    waiting::{act, ask, at_once, coordinator, count, id_of, one_place, states, taken, volunteers},
};

/// Two volunteers, each on a shift of another day with one place.
struct Pair {
    service: Running,
    people: Vec<String>,
    shifts: Vec<Value>,
    signups: Vec<String>,
    staff: String,
}

impl Pair {
    fn new(database: journeys::Database, people: usize) -> Self {
        let service = Running::published(database, a_morning());
        let people = volunteers(&service, people);
        let staff = coordinator(&service);
        let first = one_place(&service, &people[0]);
        let board = service.get("/api/v1/shifts?limit=500", Some(&people[1])).json();
        let fits = |s: &&Value| {
            s["places"] == 1 && s["role"] == first["role"] && s["day"] != first["day"] && s["refusals"] == json!([])
        };
        let second = board["items"]
            .as_array()
            .unwrap()
            .iter()
            .rev()
            .find(fits)
            .unwrap()
            .clone();
        let shifts = vec![first, second];
        let take = |n: usize| {
            let answer = ask(&service, &shifts[n], &people[n]);
            assert_eq!(answer.status, 201, "{}", answer.body);
            id_of(&answer)
        };
        let signups = vec![take(0), take(1)];
        Self {
            service,
            people,
            shifts,
            signups,
            staff,
        }
    }

    /// Somebody proposes to give one of the two sign-ups.
    fn propose(&self, who: usize, body: &Value) -> Answer {
        let path = format!("/api/v1/signups/{}/swaps", self.signups[who]);
        self.service.post(&path, Some(&self.people[who]), body)
    }

    fn step(&self, swap: &str, what: &str, token: &str) -> Answer {
        self.service
            .post(&format!("/api/v1/swaps/{swap}/{what}"), Some(token), &json!({}))
    }

    fn person(&self, who: usize) -> Value {
        self.service.get("/api/v1/me", Some(&self.people[who])).json()["id"].clone()
    }

    fn mine(&self, who: usize) -> Value {
        self.service.get("/api/v1/swaps", Some(&self.people[who])).json()
    }

    /// The days on which somebody has a place.
    fn days(&self, who: usize) -> Vec<Value> {
        let own = self.service.get("/api/v1/signups", Some(&self.people[who])).json();
        own["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["on"]["day"].clone())
            .collect()
    }

    fn taken(&self) -> [u64; 2] {
        [0, 1].map(|n| taken(&self.service, &self.shifts[n], &self.staff))
    }
}

#[test]
fn a_shift_is_passed_on_to_somebody() {
    on_both(|database| {
        let pair = Pair::new(database, 3);
        let choices = format!("/api/v1/signups/{}/swap-choices", pair.signups[0]);
        let offered = pair.service.get(&choices, Some(&pair.people[0])).json();
        let names: Vec<_> = offered["people"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].clone())
            .collect();
        assert!(names.contains(&json!("osoba1")), "{offered}");
        assert_eq!(
            pair.service.get(&choices, Some(&pair.people[1])).status,
            404,
            "another's"
        );

        let long = json!({"to": pair.person(1), "message": "a".repeat(301)});
        assert_eq!(pair.propose(0, &long).json()["errors"][0]["pointer"], "/message");
        let body = json!({"to": pair.person(1), "message": " Mam egzamin. "});
        let made = pair.propose(0, &body);
        assert_eq!(
            (made.status, &made.json()["state"]),
            (201, &json!("proposed")),
            "{}",
            made.body
        );
        let swap = id_of(&made);
        let twice = pair.propose(0, &body);
        assert_eq!(
            (twice.status, &twice.json()["refusals"][0]["code"]),
            (409, &json!("swap-open"))
        );
        assert_eq!(pair.mine(0)["waiting"][0]["id"], json!(swap));
        let asked = pair.mine(1)["to_answer"][0].clone();
        assert_eq!(
            (&asked["giver_name"], &asked["message"]),
            (&json!("osoba0"), &json!("Mam egzamin."))
        );
        assert_eq!(
            pair.step(&swap, "accept", &pair.people[2]).status,
            404,
            "it is not theirs"
        );
        assert_eq!(pair.step(&swap, "approve", &pair.people[1]).status, 403);

        let done = pair.step(&swap, "accept", &pair.people[1]);
        assert_eq!(
            (done.status, &done.json()["state"]),
            (200, &json!("done")),
            "{}",
            done.body
        );
        assert_eq!((pair.days(0).len(), pair.days(1).len()), (0, 2));
        assert_eq!(pair.taken(), [1, 1]);
        assert_eq!(
            states(&pair.service, &pair.staff, &pair.signups[..1]),
            [SignupState::Released]
        );
        let again = pair.step(&swap, "accept", &pair.people[1]);
        assert_eq!(
            (again.status, &again.json()["refusals"][0]["code"]),
            (409, &json!("swap-not-waiting"))
        );
        assert_eq!(pair.mine(1)["to_answer"], json!([]));
    });
}

#[test]
fn two_shifts_are_traded() {
    on_both(|database| {
        let pair = Pair::new(database, 2);
        let key = [("idempotency-key", "zamiana-1")];
        let path = format!("/api/v1/signups/{}/swaps", pair.signups[0]);
        let body = json!({"back": pair.signups[1]});
        let made = |body: &Value| {
            pair.service
                .send("POST", &path, Some(&pair.people[0]), &key, Some(body))
        };
        let first = made(&body);
        assert_eq!(first.status, 201, "{}", first.body);
        assert_eq!(made(&body).json(), first.json(), "pressed twice is done once");
        assert_eq!(made(&json!({})).status, 422, "the key is used");
        let before = [pair.days(0), pair.days(1)];
        let no = pair.step(&id_of(&first), "decline", &pair.people[1]);
        assert_eq!((no.status, &no.json()["state"]), (200, &json!("declined")));
        assert_eq!([pair.days(0), pair.days(1)], before);

        let next = pair.propose(0, &body);
        let done = pair.step(&id_of(&next), "accept", &pair.people[1]);
        assert_eq!(
            (done.status, &done.json()["state"]),
            (200, &json!("done")),
            "{}",
            done.body
        );
        assert_eq!([pair.days(1), pair.days(0)], before);
        assert_eq!(pair.taken(), [1, 1]);
    });
}

#[test]
fn of_eight_who_take_what_is_for_anybody_one_has_it() {
    on_both(|database| {
        let pair = Pair::new(database, 9);
        let made = pair.propose(0, &json!({}));
        assert_eq!(
            (made.status, &made.json()["taker"]),
            (201, &Value::Null),
            "{}",
            made.body
        );
        let swap = id_of(&made);
        assert_eq!(pair.mine(3)["for_anybody"][0]["id"], json!(swap));
        assert_eq!(pair.mine(0)["for_anybody"], json!([]), "not for oneself");
        let answers = at_once(&pair.people[1..], |_, token| pair.step(&swap, "accept", token));
        let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409, 409, 409, 409, 409, 409, 409]);
        assert_eq!(pair.taken(), [1, 1]);
        let holders = (0..9)
            .filter(|who| pair.days(*who).contains(&pair.shifts[0]["day"]))
            .count();
        assert_eq!(holders, 1);
    });
}

/// A yes, the giver's withdrawal, staff taking the place away and the proposal taken back, all at the same moment.
#[test]
fn a_yes_against_everything_that_ends_it() {
    on_both(|database| {
        let pair = Pair::new(database, 3);
        let swap = id_of(&pair.propose(0, &json!({"to": pair.person(1)})));
        let waits = id_of(&ask(&pair.service, &pair.shifts[0], &pair.people[2]));
        let signup = &pair.signups[0];
        let actors = [1, 0, 3, 0].map(|n| pair.people.get(n).unwrap_or(&pair.staff).clone());
        let answers = at_once(&actors, |n, token| match n {
            0 => pair.step(&swap, "accept", token),
            1 => act(&pair.service, signup, "withdraw", token),
            2 => act(&pair.service, signup, "release", token),
            _ => pair.step(&swap, "withdraw", token),
        });
        let statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
        assert!(statuses.iter().all(|s| matches!(s, 200 | 409)), "{statuses:?}");
        let ended = statuses[..3].iter().filter(|s| **s == 200).count();
        assert_eq!(ended, 1, "the sign-up ends once: {statuses:?}");
        assert_eq!(pair.taken()[0], 1, "taken over, or offered to who waits: {statuses:?}");
        let offered = states(&pair.service, &pair.staff, &[waits])[0].holds_place();
        assert_eq!(offered, statuses[0] != 200, "{statuses:?}");
    });
}

/// Each proposes the same trade to the other, and both say yes at once: done once, and nobody waits for the other in a circle.
#[test]
fn the_same_trade_from_both_sides() {
    on_both(|database| {
        let pair = Pair::new(database, 2);
        let there = id_of(&pair.propose(0, &json!({"back": pair.signups[1]})));
        let back = id_of(&pair.propose(1, &json!({"back": pair.signups[0]})));
        let before = [pair.days(0), pair.days(1)];
        let answers = at_once(&pair.people, |n, token| match n {
            0 => pair.step(&back, "accept", token),
            _ => pair.step(&there, "accept", token),
        });
        let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        assert_eq!([pair.days(1), pair.days(0)], before);
        assert_eq!(pair.taken(), [1, 1]);
        rest_api::app::swaps::tick(&pair.service.app).unwrap();
        let left = |swap: &str| {
            pair.service
                .get(&format!("/api/v1/swaps/{swap}"), Some(&pair.staff))
                .json()["state"]
                .clone()
        };
        let mut ends = [left(&there), left(&back)].map(|state| state.as_str().unwrap().to_owned());
        ends.sort();
        assert_eq!(ends, ["cancelled", "done"]);
    });
}

#[test]
fn staff_decides_where_a_rule_asks_for_it() {
    on_both(|database| {
        let pair = Pair::new(database, 2);
        // The other has something at the same time.
        let board = pair
            .service
            .get("/api/v1/shifts?limit=500", Some(&pair.people[1]))
            .json();
        let twin = |s: &&Value| s["visit"] == pair.shifts[0]["visit"] && s["refusals"] == json!([]);
        let twin = board["items"].as_array().unwrap().iter().find(twin).unwrap().clone();
        assert_eq!(ask(&pair.service, &twin, &pair.people[1]).status, 201);
        let swap = id_of(&pair.propose(0, &json!({"to": pair.person(1)})));
        let yes = pair.step(&swap, "accept", &pair.people[1]);
        assert_eq!(
            (yes.status, &yes.json()["state"]),
            (200, &json!("accepted")),
            "{}",
            yes.body
        );
        assert_eq!(pair.days(0).len(), 1, "nothing has changed hands yet");
        let plain = pair.step(&swap, "approve", &pair.staff);
        let told = plain.json()["refusals"][0].clone();
        assert_eq!(
            (plain.status, &told["code"], &told["side"]),
            (409, &json!("overlap"), &json!("taker"))
        );
        let why = json!({"overrides": [{"code": "overlap", "reason": "to ta sama wizyta"}]});
        let path = format!("/api/v1/swaps/{swap}/approve");
        let done = pair.service.post(&path, Some(&pair.staff), &why);
        assert_eq!(
            (done.status, &done.json()["state"]),
            (200, &json!("done")),
            "{}",
            done.body
        );
        assert_eq!((pair.days(0).len(), pair.taken()[0]), (0, 1));
        assert_eq!(pair.step(&swap, "reject", &pair.staff).status, 409);
    });
}

/// What lies in the other person is for them and for staff to know.
#[test]
fn another_persons_reasons_are_not_told() {
    on_both(|database| {
        let pair = Pair::new(database, 2);
        let no_papers = rest_api::app::people::PersonInput {
            email: "nowy@example.pl".to_owned(),
            name: "Piotr Nowy".to_owned(),
            role: vocabulary::AccountRole::Volunteer,
            active: true,
            born_on: None,
            kind: None,
            papers: rest_api::app::papers::Papers::default(),
            language: None,
        };
        let piotr = rest_api::app::people::create(&pair.service.app, None, &no_papers).unwrap();
        let refused = pair.propose(0, &json!({"to": piotr.id}));
        let reasons = refused.json()["refusals"].clone();
        assert_eq!(refused.status, 422, "{}", refused.body);
        let codes: Vec<_> = reasons
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].clone())
            .collect();
        assert_eq!(codes, ["other-person-may-not"], "{reasons}");
        assert_eq!(reasons[0]["side"], "taker");
    });
}

/// A sign-up that changes ends its proposal by itself; so does the start of the shift.
#[test]
fn a_proposal_lapses() {
    on_both(|database| {
        let pair = Pair::new(database, 3);
        let swap = id_of(&pair.propose(0, &json!({"to": pair.person(1)})));
        assert_eq!(
            act(&pair.service, &pair.signups[0], "withdraw", &pair.people[0]).status,
            200
        );
        let late = pair.step(&swap, "accept", &pair.people[1]);
        let codes: Vec<_> = late.json()["refusals"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].clone())
            .collect();
        assert!(
            late.status == 409 && codes.contains(&json!("swap-outdated")),
            "{}",
            late.body
        );
        assert_eq!(pair.mine(1)["to_answer"], json!([]), "it is not shown any more");
        assert_eq!(rest_api::app::swaps::tick(&pair.service.app).unwrap(), 1);
        assert_eq!(rest_api::app::swaps::tick(&pair.service.app).unwrap(), 0);
        let ended = pair
            .service
            .get(&format!("/api/v1/swaps/{swap}"), Some(&pair.people[0]))
            .json();
        assert_eq!(ended["state"], "cancelled");
        let holding = states(&pair.service, &pair.staff, &pair.signups);
        assert_eq!(count(&holding, SignupState::holds_place), 1);
    });
}
