//! What a shift asks of whoever takes it: sign-ups that open on a day, papers, and the languages that a crew should speak.

use journeys::{Answer, Running, a_morning, day};
use rest_api::app::{papers::Papers, people};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole};

use crate::on_both;

struct Story {
    service: Running,
    staff: String,
    adam: String,
}

impl Story {
    fn with(service: Running) -> Self {
        service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
        service.account("adam@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        Self {
            staff: service.token("szefowa@example.pl"),
            adam: service.token("adam@example.pl"),
            service,
        }
    }

    /// A helper's shift of Adam's list, the last of them: he may take it, or these codes stand against it.
    fn shift(&self, codes: &[&str]) -> Value {
        let board = self.service.get("/api/v1/shifts?limit=500", Some(&self.adam)).json();
        let all = board["items"].as_array().unwrap();
        let fits = |one: &&Value| one["role"] == "helper" && self::codes(&one["refusals"]) == codes;
        all.iter().rev().find(fits).cloned().unwrap_or_default()
    }

    fn take(&self, shift: &Value) -> Answer {
        let path = format!("/api/v1/shifts/{}/signups", id(shift));
        self.service.post(&path, Some(&self.adam), &json!({}))
    }

    fn conditions(&self, shift: &Value) -> Value {
        let path = format!("/api/v1/shifts/{}/conditions", id(shift));
        self.service.get(&path, Some(&self.staff)).json()
    }

    /// Another helper who speaks these languages, and on how many places of a week a proposal has them.
    fn proposed(&self, name: &str, tongues: &[vocabulary::Tongue]) -> usize {
        let input = people::PersonInput {
            email: format!("{name}@example.pl"),
            name: name.to_owned(),
            role: AccountRole::Volunteer,
            active: true,
            born_on: None,
            kind: None,
            papers: Papers {
                tongues: tongues.to_vec(),
                ..Papers::with_roles(&[CrewRole::Helper])
                    .cleared(day("2027-05-01"), 1)
                    .agreed(day("2027-05-01"), day("2027-12-31"))
            },
            language: None,
        };
        let person = people::create(&self.service.app, None, &input).unwrap();
        let season = self.service.get("/api/v1/seasons", Some(&self.staff)).json()["items"][0]["id"].clone();
        let path = format!("/api/v1/seasons/{}/crew-proposals", season.as_str().unwrap());
        let body = json!({"from": "2027-07-08", "to": "2027-07-14", "seconds": 1});
        let made = self.service.post(&path, Some(&self.staff), &body);
        assert_eq!(made.status, 201, "{}", made.body);
        let proposal = made.json();
        let places = proposal["places"].as_array().unwrap();
        places.iter().filter(|one| one["person"] == json!(person.id)).count()
    }

    fn set(&self, shift: &Value, token: &str, body: &Value) -> Answer {
        let path = format!("/api/v1/shifts/{}/conditions", id(shift));
        self.service.send("PUT", &path, Some(token), &[], Some(body))
    }
}

fn id(shift: &Value) -> &str {
    shift["id"].as_str().unwrap()
}

fn codes(refusals: &Value) -> Vec<&str> {
    let all = refusals.as_array().unwrap().iter();
    all.map(|one| one["code"].as_str().unwrap()).collect()
}

/// The story's morning is 7 July; the season opens sign-ups a week before each shift, and not before 1 July.
#[test]
fn sign_ups_open_on_a_day() {
    on_both(|database| {
        let opening = [("[crew]", "[crew]\nsignups_from = 2027-07-01\nsignups_days_before = 7")];
        let story = Story::with(Running::published_with(database, a_morning(), &opening));
        let open = story.shift(&[]);
        let soon = day("2027-07-14");
        assert!(
            open["day"].as_str().unwrap().parse::<vocabulary::Day>().unwrap() <= soon,
            "{open}"
        );
        let closed = story.shift(&["not-yet-open"]);
        let refused = story.take(&closed);
        assert_eq!(refused.status, 409, "{}", refused.body);
        assert_eq!(codes(&refused.json()["refusals"]), ["not-yet-open"]);
        let held = story.conditions(&closed);
        assert_eq!(held["own_opens_at"], Value::Null);
        assert_eq!(held["opens_at"], held["season_opens_at"]);

        let candidates = format!("/api/v1/shifts/{}/candidates", id(&closed));
        let all = story.service.get(&candidates, Some(&story.staff)).json();
        let adam = all
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["name"] == "adam")
            .unwrap();
        assert_eq!(adam["refusals"], json!([]), "staff may ask before");

        // The coordinator opens this one now, and shuts the other until August.
        let early = json!({"opens_at": "2027-07-07T05:00:00Z"});
        assert_eq!(story.set(&closed, &story.adam, &early).status, 403);
        assert_eq!(
            story.set(&closed, &story.staff, &json!({"opens_at": "dawn"})).status,
            400
        );
        let set = story.set(&closed, &story.staff, &early);
        assert_eq!((set.status, &set.json()["own_opens_at"]), (200, &early["opens_at"]));
        assert_eq!(story.take(&closed).status, 201);
        let late = json!({"opens_at": "2027-08-01T06:00:00Z"});
        assert_eq!(story.set(&open, &story.staff, &late).status, 200);
        let refused = story.take(&open).json();
        assert_eq!(codes(&refused["refusals"]), ["not-yet-open"], "{refused}");
        // Taken back, the season's day holds again.
        assert_eq!(story.set(&open, &story.staff, &json!({"opens_at": null})).status, 200);
        assert_eq!(story.take(&open).status, 201);
    });
}

#[test]
fn a_shift_asks_for_papers() {
    on_both(|database| {
        let papers = [(
            "[crew.regular]",
            "[crew.regular]\nqualifications = { leader = [\"leisure-leader\"], driver = [\"driving-licence\"] }",
        )];
        let story = Story::with(Running::published_with(database, a_morning(), &papers));
        story
            .service
            .account("marek@example.pl", AccountRole::Volunteer, &[CrewRole::Leader]);
        let marek = story.service.token("marek@example.pl");
        let board = story.service.get("/api/v1/shifts?limit=500", Some(&marek)).json();
        let all = board["items"].as_array().unwrap();
        // Of the kind of visit: whoever leads has the paper. Events ask for none.
        let leads = |one: &&Value| one["role"] == "leader" && codes(&one["refusals"]) == ["qualification-missing"];
        assert!(all.iter().any(|one| leads(&one)), "{board}");

        // Of one shift: the coordinator asks for a course of first aid.
        let shift = story.shift(&[]);
        let asks = json!({"opens_at": null, "qualifications": ["first-aid"]});
        let set = story.set(&shift, &story.staff, &asks);
        assert_eq!(
            (set.status, &set.json()["own_qualifications"]),
            (200, &json!(["first-aid"]))
        );
        let unknown = json!({"opens_at": null, "qualifications": ["flying"]});
        assert_eq!(story.set(&shift, &story.staff, &unknown).status, 400);
        let refused = story.take(&shift);
        assert_eq!(refused.status, 422, "{}", refused.body);
        let refusals = refused.json()["refusals"].clone();
        assert_eq!(codes(&refusals), ["qualification-missing"], "{refusals}");
        assert_eq!(
            codes(&story.shift(&["qualification-missing"])["refusals"]),
            ["qualification-missing"]
        );
        let none = json!({"opens_at": null, "qualifications": []});
        assert_eq!(story.set(&shift, &story.staff, &none).status, 200);
        assert_eq!(story.take(&shift).status, 201);
    });
}

/// Two helpers for one place a visit, of whom one speaks Ukrainian: she is proposed more often where the season asks for it.
#[test]
fn a_proposed_crew_speaks_the_languages_asked_for() {
    on_both(|database| {
        let hers = |regular: &str| {
            let changes = [("extra_helpers = 1", "extra_helpers = 0"), ("[crew.regular]", regular)];
            let story = Story::with(Running::published_with(database, a_morning(), &changes));
            story.proposed("oksana", &[vocabulary::Tongue::Ukrainian])
        };
        let (without, with) = (hers("[crew.regular]"), hers("[crew.regular]\nlanguages = [\"uk\"]"));
        assert!(without < with, "{without} visits without the wish, {with} with it");
    });
}
