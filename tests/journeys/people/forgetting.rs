//! What is forgotten in time, with the clock put forward.

use journeys::{Running, a_morning, day};
use rest_api::app::{papers::Papers, people::PersonInput};
use serde_json::{Value, json};

use super::*;
use crate::on_both;

const DAY: i64 = 86_400;

/// The service so many days later; it forgets at its start.
fn later(service: Running, days: i64) -> (Running, String) {
    let service = service.restart(a_morning().plus_seconds(days * DAY));
    let staff = service.token("szefowa@example.pl");
    (service, staff)
}

/// A minor of 17 with a guardian, an agreement of July and a role until its end.
fn minor(service: &Running) {
    let mut papers: Value = serde_json::to_value(
        Papers::with_roles(&[CrewRole::Helper])
            .agreed(day("2027-07-01"), day("2027-07-31"))
            .consented(day("2027-07-01"), false),
    )
    .unwrap();
    papers["guardian"] = json!({"name": "Ewa Opiekunka", "email": "ewa@example.pl"});
    papers["roles"][0]["until"] = json!("2027-07-31");
    let input = json!({"email": "ola@example.pl", "name": "Ola", "role": "volunteer", "born_on": "2009-07-20", "papers": papers});
    let input: PersonInput = serde_json::from_value(input).unwrap();
    rest_api::app::people::create(&service.app, None, &input).unwrap();
}

#[test]
fn each_paper_is_kept_for_its_own_term() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        coordinator(&service);
        minor(&service);
        let ola = |service: &Running, staff: &str| by_email(service, staff, "ola@example.pl");
        // 19 July: the day before the eighteenth birthday.
        let (service, staff) = later(service, 12);
        let before = ola(&service, &staff).unwrap();
        assert_eq!(before["born_on"], "2009-07-20");
        let (service, staff) = later(service, 13);
        let of_age = ola(&service, &staff).unwrap();
        assert_eq!(of_age["born_on"], Value::Null);
        assert_eq!(of_age["papers"]["guardian"]["name"], "Ewa Opiekunka", "a year more");
        // The consent of 1 July 2027 and a year: 30 June 2028 and one day.
        let (service, staff) = later(service, 361);
        let kept = ola(&service, &staff).unwrap();
        assert_eq!(kept["papers"]["roles"].as_array().unwrap().len(), 1);
        let (service, staff) = later(service, 362);
        let grown = ola(&service, &staff).unwrap();
        assert_eq!(
            (&grown["papers"]["guardian"], &grown["papers"]["consent"]),
            (&Value::Null, &Value::Null)
        );
        // The role of 31 July 2027 and a year; the agreement is kept for claims.
        let (service, staff) = later(service, 392);
        let without = ola(&service, &staff).unwrap();
        assert_eq!(without["papers"]["roles"], json!([]));
        assert_eq!(without["papers"]["agreements"].as_array().unwrap().len(), 1);
    });
}

#[test]
fn an_agreement_is_kept_as_long_as_the_settings_say() {
    let service = Running::published(Database::Sqlite, a_morning())
        .reset(a_morning(), |settings| settings.retention.agreement_days = 30);
    coordinator(&service);
    minor(&service);
    let agreements = |service: &Running, staff: &str| {
        let ola = by_email(service, staff, "ola@example.pl").unwrap();
        ola["papers"]["agreements"].as_array().unwrap().len()
    };
    let (service, staff) = later(service, 54);
    assert_eq!(agreements(&service, &staff), 1, "30 August");
    let (service, staff) = later(service, 55);
    assert_eq!(agreements(&service, &staff), 0);
}

#[test]
fn who_is_not_seen_for_long_is_told_and_then_erased() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        coordinator(&service);
        volunteer(&service, "jan@example.pl");
        volunteer(&service, "ola@example.pl");
        let (service, staff) = later(service, 729);
        assert!(letters(&service).is_empty());
        assert_eq!(people(&service, &staff).len(), 3);
        let (service, _) = later(service, 731);
        let told = letters(&service);
        let mut to: Vec<_> = told.iter().map(|letter| letter.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["jan@example.pl", "ola@example.pl"], "never a coordinator");
        assert!(told[0].body.contains("usuniemy konto"), "{}", told[0].body);
        // Ola signs in: nothing more happens to her.
        service.token("ola@example.pl");
        let (service, staff) = later(service, 760);
        assert_eq!(people(&service, &staff).len(), 3, "not before the day that was told");
        assert!(letters(&service).is_empty(), "told once");
        let (service, staff) = later(service, 762);
        assert_eq!(by_email(&service, &staff, "jan@example.pl"), None);
        assert!(by_email(&service, &staff, "ola@example.pl").is_some());
    });
}

#[test]
fn nobody_is_erased_who_could_not_be_told() {
    let service = Running::published(Database::Sqlite, a_morning());
    coordinator(&service);
    volunteer(&service, "jan@example.pl");
    let (service, _) = later(service, 731);
    // No mail leaves.
    let (service, staff) = later(service, 790);
    assert!(by_email(&service, &staff, "jan@example.pl").is_some());
}
