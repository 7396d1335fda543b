//! A small town for tests: few enough names that one sees the answer.

use vocabulary::{Certainty, Coordinate, ShapeKind, Slug, StopKind, StreetScope, VisitState, Zone};

use crate::{
    Delay, Estate, Event, MovedFrom, Publication, PublicationData, Season, Service, Shape, SiteFacts, Stop, Street,
    Theme, VERSION, Visit,
};

/// The town, checked.
pub(crate) fn publication() -> Publication {
    Publication::build(data()).unwrap()
}

/// The town as plain values, to be spoilt.
pub(crate) fn data() -> PublicationData {
    PublicationData {
        version: VERSION,
        service: Service {
            name: "Radosny Świetlicobus".to_owned(),
            town: "Ostrołęka".to_owned(),
            feed_host: "swietlicobus.example.pl".to_owned(),
            base_address: "https://swietlicobus.example.pl".to_owned(),
        },
        season: Season {
            slug: slug("lato-2027"),
            name: "Lato 2027".to_owned(),
            first: day("2027-06-26"),
            last: day("2027-08-31"),
            example: true,
            bring: Some("woda i czapka".to_owned()),
        },
        zone: Zone::WARSAW,
        release: 1,
        published_at: "2027-06-01T08:00:00Z".parse().unwrap(),
        revision: 7,
        changed_at: "2027-07-01T12:05:00Z".parse().unwrap(),
        estates: vec![
            estate("srodmiescie", "Śródmieście"),
            estate("lazek", "Łazek"),
            estate("dzieci-polskich", "Dzieci Polskich"),
            estate("starosty-kosa", "Starosty Kosa"),
            estate("lesne", "Leśne"),
        ],
        stops: stops(),
        streets: streets(),
        visits: visits(),
        themes: vec![
            theme("2027-06-28", "2027-07-04", "Kosmos"),
            Theme {
                text: Some("Budujemy tamę.".to_owned()),
                guests: Some("Straż Pożarna i Biblioteka".to_owned()),
                bring: Some("kąpielówki".to_owned()),
                ..theme("2027-07-05", "2027-07-11", "Woda, piasek; i błoto")
            },
        ],
        events: vec![Event {
            name: "Dni Ostrołęki".to_owned(),
            first: day("2027-07-10"),
            last: day("2027-07-11"),
            hours: "12:00-20:00".parse().ok(),
            place: Some("Plaża miejska".to_owned()),
            estate: Some(slug("lazek")),
        }],
        sketch: sketch(),
        estate_aliases: [(slug("lazek-stary"), slug("lazek"))].into(),
        stop_aliases: [(slug("lazek-1"), slug("lazek-plac"))].into(),
    }
}

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> vocabulary::Day {
    text.parse().unwrap()
}

/// A planned visit that nobody has touched. `number` makes its id.
pub(crate) fn visit(number: u32, stop: &str, on: &str, window: &str) -> Visit {
    Visit {
        id: format!("vis_{number:032x}").parse().unwrap(),
        stop: slug(stop),
        day: day(on),
        window: window.parse().unwrap(),
        state: VisitState::Planned,
        reason: None,
        note: None,
        moved_from: None,
        delay: None,
        delay_revisions: 0,
        sequence: 0,
        created: "2027-06-01T08:00:00Z".parse().unwrap(),
        revised: "2027-06-01T08:00:00Z".parse().unwrap(),
        event: None,
    }
}

fn sketch() -> Vec<Shape> {
    let shape = |kind, name: Option<&str>, points: &[(f64, f64)]| Shape {
        kind,
        name: name.map(str::to_owned),
        lines: vec![
            points
                .iter()
                .map(|(lat, lon)| Coordinate::new(*lat, *lon).unwrap())
                .collect(),
        ],
    };
    vec![
        shape(
            ShapeKind::River,
            Some("Narew"),
            &[(53.11, 21.62), (53.095, 21.575), (53.07, 21.55)],
        ),
        shape(
            ShapeKind::Estate,
            Some("Łazek"),
            &[(53.093, 21.576), (53.094, 21.58), (53.091, 21.58), (53.093, 21.576)],
        ),
        shape(ShapeKind::Landmark, Some("Fara <stara>"), &[(53.0865, 21.5775)]),
        // Out of town: not drawn.
        shape(ShapeKind::Landmark, Some("Warszawa"), &[(52.23, 21.01)]),
    ]
}

fn visits() -> Vec<Visit> {
    let cancelled = Visit {
        state: VisitState::Cancelled,
        reason: Some("burza".to_owned()),
        sequence: 1,
        revised: "2027-07-01T12:05:00Z".parse().unwrap(),
        ..visit(3, "lazek-plac", "2027-07-02", "10:00-13:00")
    };
    let moved = Visit {
        moved_from: Some(MovedFrom {
            day: day("2027-07-06"),
            window: "15:00-18:00".parse().unwrap(),
        }),
        sequence: 2,
        revised: "2027-06-20T09:30:00Z".parse().unwrap(),
        ..visit(4, "lazek-plac", "2027-07-08", "14:00-17:00")
    };
    let late = Visit {
        delay: Some(Delay {
            minutes: vocabulary::Minutes(15),
            reason: Some("korek na moście".to_owned()),
        }),
        delay_revisions: 1,
        sequence: 1,
        revised: "2027-07-01T11:40:00Z".parse().unwrap(),
        ..visit(2, "kosa-podworko", "2027-07-01", "14:00-17:00")
    };
    let with_note = Visit {
        note: Some("Prosimy zabrać wodę; będzie gorąco, \\o/".to_owned()),
        event: Some("Piknik osiedlowy".to_owned()),
        ..visit(5, "kosa-podworko", "2027-07-08", "10:00-12:30")
    };
    vec![
        with_note,
        visit(1, "lazek-plac", "2027-06-29", "10:00-13:00"),
        late,
        moved,
        cancelled,
        visit(6, "lazek-plac", "2027-08-31", "10:00-13:00"),
    ]
}

fn estate(slug_text: &str, name: &str) -> Estate {
    Estate {
        slug: slug(slug_text),
        name: name.to_owned(),
        coordinate: Coordinate::new(53.0862, 21.5685).ok(),
    }
}

fn stops() -> Vec<Stop> {
    vec![
        Stop {
            slug: slug("lazek-plac"),
            estate: slug("lazek"),
            name: "Plac zabaw os. Łazek".to_owned(),
            kind: StopKind::Playground,
            address: None,
            directions: Some("Wjazd od ulicy Otok.".to_owned()),
            coordinate: Coordinate::new(53.0925, 21.578).ok(),
            certainty: Certainty::Estimated,
            facts: SiteFacts {
                shade: Some(true),
                toilet: Some(false),
                wet_weather_place: Some("SP nr 5".to_owned()),
                ..SiteFacts::default()
            },
        },
        Stop {
            slug: slug("kosa-podworko"),
            estate: slug("starosty-kosa"),
            name: "Podwórko między blokami 11 Listopada 5 i 7".to_owned(),
            kind: StopKind::Square,
            address: Some("ul. 11 Listopada 5 i 7".to_owned()),
            directions: None,
            coordinate: Coordinate::new(53.0845, 21.5765).ok(),
            certainty: Certainty::Checked,
            facts: SiteFacts::default(),
        },
        Stop {
            slug: slug("lesne-ustalenia"),
            estate: slug("lesne"),
            name: "Leśne – miejsce do ustalenia".to_owned(),
            kind: StopKind::ToBeAgreed,
            address: None,
            directions: None,
            coordinate: None,
            certainty: Certainty::Unknown,
            facts: SiteFacts::default(),
        },
    ]
}

fn streets() -> Vec<Street> {
    let street = |name: &str, estate: Option<&str>, scope, numbers: Option<&str>, former: &[&str]| Street {
        name: name.to_owned(),
        former: former.iter().map(|name| (*name).to_owned()).collect(),
        estate: estate.map(slug),
        scope,
        numbers: numbers.map(str::to_owned),
    };
    vec![
        street(
            "Juliusza Słowackiego",
            Some("srodmiescie"),
            StreetScope::Part,
            None,
            &[],
        ),
        street(
            "gen. Józefa Hallera",
            Some("dzieci-polskich"),
            StreetScope::Numbers,
            Some("13"),
            &[],
        ),
        street(
            "gen. Józefa Hallera",
            Some("starosty-kosa"),
            StreetScope::Numbers,
            Some("12"),
            &[],
        ),
        street(
            "11 Listopada",
            Some("starosty-kosa"),
            StreetScope::Numbers,
            Some("5, 7, 13"),
            &[],
        ),
        street(
            "ks. Franciszka Blachnickiego",
            Some("srodmiescie"),
            StreetScope::Whole,
            None,
            &["Berlinga"],
        ),
        street(
            "al. Wojska Polskiego",
            Some("lesne"),
            StreetScope::Part,
            None,
            &["I Armii WP"],
        ),
        street("al. Jana Pawła II", None, StreetScope::Unknown, None, &[]),
        street("pl. Jana Pawła II", None, StreetScope::Unknown, None, &[]),
        street("Steyera", None, StreetScope::Unknown, None, &[]),
        street("Różana", None, StreetScope::Unknown, None, &[]),
    ]
}

fn theme(first: &str, last: &str, name: &str) -> Theme {
    Theme {
        first: day(first),
        last: day(last),
        name: name.to_owned(),
        text: None,
        guests: None,
        bring: None,
    }
}

pub(crate) fn release(number: u32, at: &str) -> crate::pages::Release {
    crate::pages::Release {
        number,
        published_at: at.parse().unwrap(),
    }
}
