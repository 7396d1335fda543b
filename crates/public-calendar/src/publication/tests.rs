//! Every fault by a spoilt example; the list of all fields.

use std::collections::BTreeSet;

use super::*;
use crate::examples::{self, day, slug};

/// The faults of the example after it was spoilt.
fn check(spoil: impl Fn(&mut PublicationData), expected: &[&str]) {
    let mut data = examples::data();
    spoil(&mut data);
    let found: Vec<String> = match Publication::build(data) {
        Ok(_) => Vec::new(),
        Err(PublicationFaults(faults)) => faults.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(found, expected);
}

#[test]
fn faults() {
    check(|_| {}, &[]);
    check(
        |data| data.version = 9,
        &["its form has version 9, this program reads version 1"],
    );
    for host in ["", "a b", "x\r\nEND:VCALENDAR"] {
        check(
            |data| data.service.feed_host = host.to_owned(),
            &[&format!("{host:?} is no host for the ids of feeds")],
        );
    }
    for base in [
        "",
        "example.pl",
        "https://",
        "https://example.pl/",
        "https://example.pl/a b",
    ] {
        check(
            |data| data.service.base_address = base.to_owned(),
            &[&format!(
                "{base:?} is no address of the form https://example.pl (no slash at the end)"
            )],
        );
    }
    for base in ["http://127.0.0.1:8080", "http://[::1]:8080", "https://example.pl/bus"] {
        check(|data| data.service.base_address = base.to_owned(), &[]);
    }
    check(
        |data| data.estates.push(data.estates[1].clone()),
        &["two estates are called lazek"],
    );
    check(
        |data| data.stops.push(data.stops[0].clone()),
        &["two stops are called lazek-plac"],
    );
    check(
        |data| data.stops[0].estate = slug("x"),
        &["stop lazek-plac lies in estate x, which is not there"],
    );
    check(
        |data| data.streets[0].estate = Some(slug("x")),
        &["street Juliusza Słowackiego lies in estate x, which is not there"],
    );
    check(
        |data| data.themes[0].last = day("2027-07-05"),
        &[r#"the themes "Kosmos" and "Woda, piasek; i błoto" share a day"#],
    );
    check(
        |data| data.events[0].last = day("2027-07-09"),
        &[r#""Dni Ostrołęki" ends on 2027-07-09, before it starts on 2027-07-10"#],
    );
    for (alias, target) in [("lazek-stary", "x"), ("lesne", "lazek")] {
        check(
            |data| data.estate_aliases = [(slug(alias), slug(target))].into(),
            &[&format!(
                "the old name {alias} leads to {target}, which is not there or hides a thing of that name"
            )],
        );
    }
}

#[test]
fn faults_of_visits() {
    let visit = "vis_00000000000000000000000000000001";
    let id = |data: &PublicationData| data.visits.iter().position(|v| v.id.as_str() == visit).unwrap();
    check(
        |data| data.visits.push(data.visits[id(data)].clone()),
        &[&format!("two visits have the id {visit}")],
    );
    check(
        |data| {
            let place = id(data);
            data.visits[place].stop = slug("x");
            data.visits[place].day = day("2027-09-01");
            data.visits[place].revised = "2020-01-01T00:00:00Z".parse().unwrap();
        },
        &[
            &format!("visit {visit} is at stop x, which is not there"),
            &format!("visit {visit} is on 2027-09-01, outside the season"),
            &format!("visit {visit} was revised before it was made"),
        ],
    );
    check(
        |data| {
            data.season.first = day("2027-03-01");
            let place = id(data);
            data.visits[place].day = day("2027-03-28");
            data.visits[place].window = "02:15-04:00".parse().unwrap();
        },
        &[&format!(
            "visit {visit}: 2027-03-28 02:15 does not exist in Europe/Warsaw: the clocks are put forward over it"
        )],
    );
}

#[test]
fn read_back_it_is_checked_again() {
    let publication = examples::publication();
    let text = serde_json::to_string(&publication).unwrap();
    assert_eq!(serde_json::from_str::<Publication>(&text).unwrap(), publication);
    let spoilt = text.replace("\"stop\":\"lazek-plac\"", "\"stop\":\"nowhere\"");
    assert_ne!(spoilt, text);
    assert!(serde_json::from_str::<Publication>(&spoilt).is_err());
}

#[test]
fn visits_in_the_order_of_time() {
    let publication = examples::publication();
    let days: Vec<_> = publication
        .visits()
        .iter()
        .map(|visit| (visit.day, visit.window.start()))
        .collect();
    assert!(days.is_sorted());
    let from = Moment::minute(day("2027-07-08"), "12:30".parse().unwrap());
    let ahead: Vec<_> = publication.ahead(from).map(|visit| &visit.id.as_str()[34..]).collect();
    assert_eq!(ahead, ["04", "06"]);
    let estate = publication.visits_of_estate(&slug("starosty-kosa")).count();
    assert_eq!(
        (estate, publication.visits_of_stop(&slug("lazek-plac")).count()),
        (2, 4)
    );
}

/// Every field that the public can ever be shown. No name, telephone, mail address or sign-up of anybody may stand here;
/// whoever accepts a change of this list has looked for that.
#[test]
fn no_field_for_a_person() {
    let mut fields = BTreeSet::new();
    collect("", &serde_json::to_value(examples::data()).unwrap(), &mut fields);
    let list = fields.into_iter().collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(list);
}

fn collect(path: &str, value: &serde_json::Value, fields: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) if !members.is_empty() => {
            for (name, member) in members {
                // The names of aliases are data, not fields.
                let name = if path.ends_with("aliases") { "*" } else { name };
                collect(&format!("{path}/{name}"), member, fields);
            }
        }
        serde_json::Value::Array(items) if !items.is_empty() => {
            items
                .iter()
                .for_each(|item| collect(&format!("{path}[]"), item, fields));
        }
        _ => {
            fields.insert(path.to_owned());
        }
    }
}
