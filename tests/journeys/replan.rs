//! The season is planned anew while it runs: what has been stays, what people decided stands, again and again.

use journeys::{Answer, Running, a_morning};
use serde_json::{Value, json};
use vocabulary::AccountRole;

use crate::on_both;

struct Desk<'a> {
    service: &'a Running,
    token: String,
    season: String,
}

impl Desk<'_> {
    fn visits(&self) -> Vec<Value> {
        let shown = self.service.get("/api/v1/public/visits", None).json();
        shown["visits"].as_array().unwrap().clone()
    }

    fn visit(&self, id: &str) -> Value {
        self.visits().into_iter().find(|v| v["id"] == id).unwrap()
    }

    fn act(&self, id: &str, act: &str, body: &Value) -> Answer {
        let etag = self
            .service
            .get(&format!("/api/v1/visits/{id}"), Some(&self.token))
            .etag;
        let path = format!("/api/v1/visits/{id}/{act}");
        self.service
            .send("POST", &path, Some(&self.token), &[("if-match", &etag)], Some(body))
    }

    fn plan_and_publish(&self, seed: u32) -> Value {
        let body = json!({"seed": seed, "iterations": 30});
        let asked = self.service.post(
            &format!("/api/v1/seasons/{}/plans", self.season),
            Some(&self.token),
            &body,
        );
        assert_eq!(asked.status, 202, "{}", asked.body);
        let id = asked.json()["id"].as_str().unwrap().to_owned();
        self.service.wait_for_plan(&id);
        let published = self
            .service
            .post(&format!("/api/v1/plans/{id}/publish"), Some(&self.token), &json!({}));
        assert_eq!(published.status, 201, "{}", published.body);
        published.json()
    }
}

#[test]
fn people_decide_and_plans_follow() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("anna@example.pl", AccountRole::Coordinator, &[]);
        let token = service.token("anna@example.pl");
        let season = service.get("/api/v1/seasons", Some(&token)).json()["items"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let desk = Desk {
            service: &service,
            token,
            season,
        };

        let before = desk.visits();
        let of_day =
            |all: &[Value], day: &str| -> Vec<Value> { all.iter().filter(|v| v["day"] == day).cloned().collect() };
        let ahead: Vec<&Value> = before
            .iter()
            .filter(|v| v["day"].as_str().unwrap() > "2027-07-19" && v["event"].is_null())
            .collect();
        let (cancelled, moved) = (ahead[0]["id"].as_str().unwrap(), ahead[1]["id"].as_str().unwrap());
        assert_eq!(
            desk.act(cancelled, "cancel", &json!({"reason": "Prace przy placu"}))
                .status,
            200
        );
        // Onto a Sunday, against every rule, because somebody wants it so.
        let to = json!({"day": "2027-07-25", "public_start": "14:00", "reason": "Prośba rady osiedla", "override_rules": true});
        let answer = desk.act(moved, "move", &to);
        assert_eq!(answer.status, 200, "{}", answer.body);

        // Onto an event that keeps the bus away: no plan allows it, so it stays outside the plans.
        let bema = |v: &&Value| v["stop"]["slug"] == "stare-miasto-bema" && v["day"].as_str().unwrap() > "2027-07-08";
        let against = before.iter().find(bema).unwrap()["id"].as_str().unwrap();
        let to = json!({"day": "2027-07-21", "public_start": "11:00", "reason": "Umówione z organizatorem", "override_rules": true});
        let refused = desk.act(against, "move", &json!({"day": "2027-07-21", "public_start": "11:00"}));
        assert!(refused.body.contains("event-keeps-away"), "{}", refused.body);
        assert_eq!(desk.act(against, "move", &to).status, 200);

        for seed in [2, 3, 4] {
            desk.plan_and_publish(seed);
            let after = desk.visits();
            assert_eq!(
                of_day(&after, "2027-07-07"),
                of_day(&before, "2027-07-07"),
                "today is under way"
            );
            assert_eq!(desk.visit(cancelled)["state"], "cancelled");
            assert_eq!(desk.visit(cancelled)["reason"], "Prace przy placu");
            let kept = desk.visit(moved);
            assert_eq!(
                (&kept["day"], &kept["state"]),
                (&json!("2027-07-25"), &json!("planned"))
            );
            assert!(after.len() >= before.len(), "a published visit never leaves");
        }
    });
}
