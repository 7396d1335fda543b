//! A paper as a reader of PDFs sees it, and a town to print.

// Each test binary uses its own part of it.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::unwrap_used)]

use std::{path::Path, process::Command};

use public_calendar::{
    Estate, MovedFrom, Publication, PublicationData, Season, Service, SiteFacts, Stop, Theme, VERSION, Visit,
};
use tempfile::TempDir;
use vocabulary::{Certainty, Coordinate, Day, StopKind, VisitState, Zone};

/// A paper in a file that the tools of poppler and zbar read (`tests/run` installs them).
pub struct Drawn {
    folder: TempDir,
}

impl Drawn {
    pub fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.pdf"), bytes).unwrap();
        // To be looked at: PRINTED=/tmp/papers cargo test -p print
        if let Some(shelf) = std::env::var_os("PRINTED") {
            let title = Self { folder }.keep(Path::new(&shelf));
            return title;
        }
        Self { folder }
    }

    fn keep(self, shelf: &Path) -> Self {
        let name: String = self
            .info("Title")
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let size = self.info("Page size").replace([' ', '(', ')'], "");
        let count = std::fs::read_dir(shelf).unwrap().count();
        let to = shelf.join(format!("{count:03}-{:.60}-{size}.pdf", name));
        std::fs::copy(self.folder.path().join("a.pdf"), to).unwrap();
        self
    }

    pub fn run(&self, tool: &str, arguments: &[&str]) -> String {
        let output = Command::new(tool)
            .args(arguments)
            .current_dir(self.folder.path())
            .output();
        let output = output.unwrap_or_else(|e| panic!("{tool}: {e}; install poppler-utils and zbar-tools"));
        assert!(
            output.status.success(),
            "{tool}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn info(&self, name: &str) -> String {
        let all = self.run("pdfinfo", &["a.pdf"]);
        let line = all.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
        line.unwrap_or_else(|| panic!("no {name}: {all}")).trim().to_owned()
    }

    pub fn pages(&self) -> usize {
        self.info("Pages").parse().unwrap()
    }

    /// The text in the order in which it is read aloud, in one line.
    pub fn text(&self) -> String {
        let text = self.run("pdftotext", &["-raw", "a.pdf", "-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of one page, likewise.
    pub fn text_of(&self, page: usize) -> String {
        let page = page.to_string();
        let text = self.run("pdftotext", &["-raw", "-f", &page, "-l", &page, "a.pdf", "-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the QR code of a page says.
    pub fn qr(&self, page: usize) -> String {
        let page = page.to_string();
        self.run(
            "pdftoppm",
            &[
                "-r",
                "150",
                "-f",
                &page,
                "-l",
                &page,
                "-singlefile",
                "-png",
                "a.pdf",
                "a",
            ],
        );
        self.run("zbarimg", &["--quiet", "--raw", "a.png"]).trim().to_owned()
    }

    /// The whole file, for what stands in it uncompressed.
    pub fn raw(&self) -> String {
        let bytes = std::fs::read(self.folder.path().join("a.pdf")).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn slug(text: &str) -> vocabulary::Slug {
    text.parse().unwrap()
}

/// A planned visit that nobody has touched. `number` makes its id.
pub fn visit(number: u32, stop: &str, on: Day, window: &str) -> Visit {
    Visit {
        id: format!("vis_{number:032x}").parse().unwrap(),
        stop: slug(stop),
        day: on,
        window: window.parse().unwrap(),
        state: VisitState::Planned,
        reason: None,
        note: None,
        moved_from: None,
        delay: None,
        delay_revisions: 0,
        sequence: 0,
        created: "2027-05-03T08:00:00Z".parse().unwrap(),
        revised: "2027-05-03T08:00:00Z".parse().unwrap(),
        event: None,
    }
}

/// Two estates and three stops; at `lazek-plac` one visit is over on 1 July, one cancelled, one moved, one with a note.
pub fn town() -> PublicationData {
    let at = |number, on: &str, window| visit(number, "lazek-plac", day(on), window);
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
            example: false,
            bring: None,
        },
        zone: Zone::WARSAW,
        release: 2,
        published_at: "2027-05-03T08:00:00Z".parse().unwrap(),
        revision: 7,
        changed_at: "2027-06-30T12:05:00Z".parse().unwrap(),
        estates: vec![estate("lazek", "Łazek"), estate("starosty-kosa", "Starosty Kosa")],
        stops: vec![
            Stop {
                directions: Some("Wjazd od ulicy Otok.".to_owned()),
                address: Some("ul. Kwiatowa 7".to_owned()),
                facts: SiteFacts {
                    shade: Some(true),
                    toilet: Some(false),
                    ..SiteFacts::default()
                },
                ..stop("lazek-plac", "lazek", "Plac zabaw os. Łazek")
            },
            stop("lazek-park", "lazek", "Park nad Narwią"),
            stop("kosa-podworko", "starosty-kosa", "Podwórko między blokami 5 i 7"),
        ],
        streets: Vec::new(),
        sketch: Vec::new(),
        visits: vec![
            at(1, "2027-06-29", "10:00-13:00"),
            Visit {
                state: VisitState::Cancelled,
                reason: Some("burza".to_owned()),
                ..at(2, "2027-07-02", "10:00-13:00")
            },
            Visit {
                moved_from: Some(MovedFrom {
                    day: day("2027-07-06"),
                    window: "15:00-18:00".parse().unwrap(),
                }),
                ..at(3, "2027-07-08", "14:00-17:00")
            },
            Visit {
                note: Some("Prosimy zabrać wodę.".to_owned()),
                event: Some("Piknik nad Narwią".to_owned()),
                ..at(4, "2027-07-15", "9:05-12:30")
            },
            at(5, "2027-08-31", "10:00-13:00"),
            visit(6, "lazek-park", day("2027-07-20"), "10:00-13:00"),
            visit(7, "kosa-podworko", day("2027-07-01"), "14:00-17:00"),
        ],
        themes: vec![
            theme("2027-06-28", "2027-07-04", "Kosmos"),
            theme("2027-07-12", "2027-07-18", "Woda, piasek i błoto"),
        ],
        events: Vec::new(),
        estate_aliases: std::collections::BTreeMap::new(),
        stop_aliases: std::collections::BTreeMap::new(),
    }
}

pub fn built(data: PublicationData) -> Publication {
    Publication::build(data).unwrap()
}

/// Seventeen estates with two stops each and a visit a day from Monday to Friday for ten weeks, like a real season.
pub fn full_season() -> PublicationData {
    let names = [
        "Centrum",
        "Śródmieście",
        "Łazek",
        "Dzieci Polskich",
        "Starosty Kosa",
        "Leśne",
        "Sienkiewicza",
        "Witosa",
        "Wojciechowice",
        "Pomian",
        "Stacja",
        "Parkowe",
        "Bohaterów Warszawy",
        "Stare Miasto",
        "Nowe Miasto",
        "Kwiatowe",
        "Traugutta",
    ];
    let mut data = town();
    data.season.last = day("2027-09-30");
    data.estates = names
        .iter()
        .enumerate()
        .map(|(at, name)| estate(&format!("e{at}"), name))
        .collect();
    data.stops = names
        .iter()
        .enumerate()
        .flat_map(|(at, name)| {
            [
                stop(
                    &format!("s{at}-1"),
                    &format!("e{at}"),
                    &format!("Plac zabaw os. {name}"),
                ),
                stop(
                    &format!("s{at}-2"),
                    &format!("e{at}"),
                    &format!("Szkoła Podstawowa nr {}", at + 1),
                ),
            ]
        })
        .collect();
    data.visits = (0..50_u32)
        .flat_map(|n| {
            let on = day("2027-06-28").plus_days(i64::from(n / 5 * 7 + n % 5));
            let place = |m: u32| format!("s{}-{}", m % 17, m / 17 % 2 + 1);
            [
                visit(2 * n + 1, &place(2 * n), on, "10:00-13:00"),
                visit(2 * n + 2, &place(2 * n + 1), on, "15:00-18:00"),
            ]
        })
        .collect();
    data.visits[20].state = VisitState::Cancelled;
    data.themes = (0..10)
        .map(|week| Theme {
            first: day("2027-06-28").plus_days(week * 7),
            last: day("2027-07-04").plus_days(week * 7),
            name: [
                "Kosmos",
                "Woda, piasek i błoto",
                "Mali wynalazcy",
                "Teatr cieni",
                "Kuchnie świata",
            ][week as usize % 5]
                .to_owned(),
            text: None,
            guests: None,
            bring: None,
        })
        .collect();
    data
}

pub fn estate(slug_text: &str, name: &str) -> Estate {
    Estate {
        slug: slug(slug_text),
        name: name.to_owned(),
        coordinate: Coordinate::new(53.0862, 21.5685).ok(),
    }
}

pub fn stop(slug_text: &str, in_estate: &str, name: &str) -> Stop {
    Stop {
        slug: slug(slug_text),
        estate: slug(in_estate),
        name: name.to_owned(),
        kind: StopKind::Playground,
        address: None,
        directions: None,
        coordinate: Coordinate::new(53.0925, 21.578).ok(),
        certainty: Certainty::Checked,
        facts: SiteFacts::default(),
    }
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
