//! How soon a question is answered in a town of so many stops and streets: `cargo run --release -p public-calendar --example search -- 500 5000`.
//!
//! Names are made of common parts of Polish ones, so that a few letters fit many of them. Each question is asked a hundred times; the median is printed.

use std::time::{Duration, Instant};

use public_calendar::{
    Estate, Moment, Publication, PublicationData, Season, Service, SiteFacts, Stop, Street, VERSION, pages::Pages,
    search,
};
use vocabulary::{Certainty, Slug, StopKind, StreetScope, Zone};
use wording::{Language, Words};

const QUESTIONS: [&str; 10] = [
    "a",
    "laz",
    "slowackiego",
    "slowakiego",
    "gen. jozefa hallera",
    "ul. hallera 13",
    "wojska polskiego",
    "xyzzy",
    "plac zabaw",
    "jana pawla ii",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<usize>());
    let (stops, streets) = (numbers.next().unwrap_or(Ok(500))?, numbers.next().unwrap_or(Ok(5000))?);
    let started = Instant::now();
    let publication = Publication::build(town(stops, streets)?)?;
    println!(
        "{stops} stops, {streets} streets: built and folded in {:.1} ms",
        milliseconds(started.elapsed())
    );
    let pages = Pages::new(
        &publication,
        Words::of(Language::Polish),
        Moment::day("2027-07-01".parse()?),
    );
    println!(
        "{:<22} {:>6} {:>12} {:>12}",
        "question", "found", "search, ms", "page, ms"
    );
    for question in QUESTIONS {
        let found = search::search(&publication, Language::Polish, question).len();
        let searched = median(|| search::search(&publication, Language::Polish, question).len());
        let drawn = median(|| pages.search(question).hits.len());
        println!(
            "{question:<22} {found:>6} {:>12.3} {:>12.3}",
            milliseconds(searched),
            milliseconds(drawn)
        );
    }
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(ask: impl Fn() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..100)
        .map(|_| {
            let started = Instant::now();
            std::hint::black_box(ask());
            started.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn town(stops: usize, streets: usize) -> Result<PublicationData, Box<dyn std::error::Error>> {
    let ranks = ["", "gen. ", "ks. ", "al. ", "płk. ", "św. "];
    let first = [
        "Józefa ",
        "Juliusza ",
        "Adama ",
        "Jana ",
        "Marii ",
        "Stefana ",
        "",
        "Wojska ",
    ];
    let stems = [
        "Słowack",
        "Mickiewicz",
        "Kościusz",
        "Sikorsk",
        "Łaz",
        "Święt",
        "Hallera ",
        "Polsk",
        "Ostrołęc",
        "Żerom",
        "Piłsudsk",
        "Goworow",
    ];
    let ends = ["iego", "a", "owska", "ki", "ska", "owa", "ej", "ów"];
    let name = |n: usize| {
        format!(
            "{}{}{}{}{}",
            ranks[n % 6],
            first[n / 6 % 8],
            stems[n / 48 % 12],
            ends[n / 576 % 8],
            if n >= 4608 { " Dolna" } else { "" }
        )
    };
    let slug = |kind: &str, n: usize| format!("{kind}-{n}").parse::<Slug>();
    let count = 40;
    let estates = (0..count)
        .map(|n| {
            Ok(Estate {
                slug: slug("osiedle", n)?,
                name: name(n * 97),
                coordinate: None,
            })
        })
        .collect::<Result<_, Box<dyn std::error::Error>>>()?;
    let stops = (0..stops)
        .map(|n| {
            Ok(Stop {
                slug: slug("przystanek", n)?,
                estate: slug("osiedle", n % count)?,
                name: format!("Plac zabaw przy ul. {}", name(n * 13)),
                kind: StopKind::Playground,
                address: Some(format!("ul. {} {n}", name(n * 17))),
                directions: Some(format!("Wjazd od ulicy {}, obok szkoły.", name(n * 19))),
                coordinate: None,
                certainty: Certainty::Unknown,
                facts: SiteFacts::default(),
            })
        })
        .collect::<Result<_, Box<dyn std::error::Error>>>()?;
    let streets = (0..streets)
        .map(|n| {
            Ok(Street {
                name: name(n),
                former: if n % 7 == 0 { vec![name(n * 29)] } else { Vec::new() },
                estate: Some(slug("osiedle", n % count)?),
                scope: StreetScope::Whole,
                numbers: None,
            })
        })
        .collect::<Result<_, Box<dyn std::error::Error>>>()?;
    Ok(PublicationData {
        version: VERSION,
        service: Service {
            name: "Bus".to_owned(),
            town: "Miasto".to_owned(),
            feed_host: "bus.example.pl".to_owned(),
            base_address: "https://bus.example.pl".to_owned(),
        },
        season: Season {
            slug: "lato".parse()?,
            name: "Lato".to_owned(),
            first: "2027-06-26".parse()?,
            last: "2027-08-31".parse()?,
            example: true,
            bring: None,
        },
        zone: Zone::WARSAW,
        release: 1,
        published_at: "2027-06-01T08:00:00Z".parse()?,
        revision: 1,
        changed_at: "2027-06-01T08:00:00Z".parse()?,
        estates,
        stops,
        streets,
        visits: Vec::new(),
        themes: Vec::new(),
        events: Vec::new(),
        sketch: Vec::new(),
        estate_aliases: Default::default(),
        stop_aliases: Default::default(),
    })
}
