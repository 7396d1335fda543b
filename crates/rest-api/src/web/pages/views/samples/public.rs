//! The public pages of a small town.

use askama::Template;
use public_calendar::{
    Delay, Estate, Event, Moment, MovedFrom, Publication, PublicationData, Season, Service, Shape, SiteFacts, Stop,
    Theme, VERSION, Visit,
    json::Part,
    pages::{EmbedWish, Lost, Pages, Release, Span},
};
use vocabulary::{Certainty, Coordinate, StopKind, VisitState, Zone};

use super::{super::*, Sampler, WORDS, day, hours, id, instant, slug};

impl Sampler {
    pub(in super::super) fn public(&self) -> Vec<(&'static str, String)> {
        let publication = Publication::build(self.publication()).unwrap();
        let pages = Pages::new(&publication, WORDS, Moment::day(day("2027-07-01")));
        let frame = |frame| Frame {
            follow: Some(super::follow::ways()),
            streets: Some(self.streets()),
            ..Frame::public(WORDS, Zone::WARSAW, frame, Some(day("2027-07-01")))
        };
        let home = pages.home();
        let found = pages.search("lazek");
        let nothing = pages.search(&self.t("Kraków"));
        let estate = pages.estate(&slug("lazek")).unwrap();
        let stop = pages.stop(&slug("plac-sikorskiego")).unwrap();
        let visit = pages.visit(&id("vis", 3)).unwrap();
        let season = pages.season();
        let search = |view| {
            SearchPage {
                frame: &frame(&found.frame),
                view,
            }
            .render()
            .unwrap()
        };
        let map = pages.map().unwrap();
        let style = pages.style().unwrap();
        let print = pages.print();
        let to_print = PrintPage {
            frame: &frame(&print.frame),
            view: &print,
            chosen: "stop:lazek-plac",
        };
        let changes = pages.changes(Span::SinceTheFirst);
        let place = self.t("Plac zabaw os. Łazek");
        let lost = pages.missing(&Lost::FormerVisit {
            season: &self.t("Lato 2026"),
            stop: &place,
            day: day("2026-07-02"),
            at: Some(&slug("lazek-plac")),
        });
        let subscribe = pages.subscribe("o.lazek,p.plaza,p.dworcowy,p.plac-sikorskiego");
        let wish = EmbedWish {
            part: Part::Estate(publication.estate(&slug("lazek")).unwrap()),
            language: Language::English,
            count: 3,
        };
        let embed = pages.embed(&wish);
        let embedded = pages.embedded(Part::Town, 5);
        let easy = pages.easy(None);
        let month = pages.month(Part::Town, Some("2027-07")).unwrap();
        let of_stop = Part::Stop(publication.stop(&slug("plaza")).unwrap());
        let month_of_stop = pages.month(of_stop, None).unwrap();
        let name = self.t("Jan Nowak");
        let contact = Contact {
            name: &name,
            phone: "+48 29 760 00 00",
            email: "jan@example.pl",
        };
        let nowhere = pages.missing(&Lost::Page("/qqqq"));
        let release = |number| Release {
            number,
            published_at: instant("2027-06-01T08:00:00Z"),
        };
        let releases = pages.releases(&[(release(2), Some(3)), (release(1), None)]);
        /// A page of a view, drawn.
        macro_rules! drawn {
            ($name:literal, $page:ident, $view:ident) => {
                (
                    $name,
                    $page {
                        frame: &frame(&$view.frame),
                        view: &$view,
                    }
                    .render()
                    .unwrap(),
                )
            };
        }
        vec![
            drawn!("home", HomePage, home),
            ("search", search(&found)),
            ("search-nothing", search(&nothing)),
            drawn!("estate", EstatePage, estate),
            drawn!("stop", StopPage, stop),
            drawn!("visit", PublicVisitPage, visit),
            drawn!("season-list", SeasonListPage, season),
            drawn!("map", MapPage, map),
            drawn!("style", StylePage, style),
            ("print", to_print.render().unwrap()),
            drawn!("changes", ChangesPage, changes),
            drawn!("releases", ReleasesPage, releases),
            (
                "subscribe",
                SubscribePage {
                    frame: &frame(&subscribe.frame),
                    view: &subscribe,
                    qr: crate::web::qr::qr(&subscribe.page).as_ref(),
                }
                .render()
                .unwrap(),
            ),
            drawn!("embed", EmbedPage, embed),
            drawn!("embedded", EmbeddedPage, embedded),
            (
                "easy",
                EasyPage {
                    frame: &frame(&easy.frame),
                    view: &easy,
                    contact: Some(contact),
                }
                .render()
                .unwrap(),
            ),
            drawn!("month", MonthPage, month),
            drawn!("month-of-stop", MonthPage, month_of_stop),
            drawn!("missing-former", MissingPage, lost),
            drawn!("missing", MissingPage, nowhere),
        ]
    }

    fn publication(&self) -> PublicationData {
        let visit = |number, stop: &str, on: &str, window: &str| Visit {
            id: id("vis", number),
            stop: slug(stop),
            day: day(on),
            window: hours(window),
            state: VisitState::Planned,
            reason: None,
            note: None,
            moved_from: None,
            delay: None,
            delay_revisions: 0,
            sequence: 0,
            created: instant("2027-06-01T08:00:00Z"),
            revised: instant("2027-06-01T08:00:00Z"),
            event: None,
        };
        let cancelled = Visit {
            state: VisitState::Cancelled,
            reason: Some(self.t("burza")),
            ..visit(3, "lazek-plac", "2027-07-02", "10:00-12:00")
        };
        let moved = Visit {
            moved_from: Some(MovedFrom {
                day: day("2027-06-30"),
                window: hours("10:00-12:00"),
            }),
            note: Some(self.t("Prosimy zabrać wodę.")),
            event: Some(self.t("Piknik nad Narwią")),
            ..visit(4, "plaza", "2027-07-02", "16:30-18:30")
        };
        let late = Visit {
            delay: Some(Delay {
                minutes: vocabulary::Minutes(15),
                reason: Some(self.t("korek na moście")),
            }),
            ..visit(2, "dworcowy", "2027-07-01", "16:00-18:00")
        };
        PublicationData {
            version: VERSION,
            service: Service {
                name: self.t("Radosny Świetlicobus"),
                town: self.t("Ostrołęka"),
                feed_host: "swietlicobus.example".to_owned(),
                base_address: "https://swietlicobus.example".to_owned(),
            },
            season: Season {
                slug: slug("lato-2027"),
                name: self.t("Lato 2027"),
                first: day("2027-06-26"),
                last: day("2027-08-31"),
                example: true,
                bring: Some(self.t("wodę")),
            },
            zone: Zone::WARSAW,
            release: 1,
            published_at: instant("2027-06-01T08:00:00Z"),
            revision: 7,
            changed_at: instant("2027-07-01T06:05:00Z"),
            estates: self.estates(),
            stops: self.stops(),
            streets: vec![],
            visits: vec![
                visit(1, "plac-sikorskiego", "2027-07-01", "10:00-12:00"),
                late,
                cancelled,
                moved,
                visit(5, "plac-sikorskiego", "2027-07-06", "16:00-18:00"),
                visit(6, "lazek-plac", "2027-07-07", "10:00-12:00"),
                visit(7, "plac-sikorskiego", "2027-06-29", "10:00-12:00"),
                visit(8, "plac-sikorskiego", "2027-08-03", "9:30-12:30"),
            ],
            themes: vec![Theme {
                first: day("2027-06-28"),
                last: day("2027-07-04"),
                name: self.t("Mali odkrywcy"),
                text: Some(self.t("Bańki i wulkany.")),
                guests: Some(self.t("Straż Pożarna")),
                bring: Some(self.t("fartuch")),
            }],
            events: vec![Event {
                name: self.t("Dni Ostrołęki"),
                first: day("2027-07-10"),
                last: day("2027-07-11"),
                hours: "12:00-20:00".parse().ok(),
                place: Some(self.t("Stadion Miejski")),
                estate: Some(slug("lazek")),
            }],
            sketch: vec![Shape {
                kind: vocabulary::ShapeKind::River,
                name: Some(self.t("Narew")),
                lines: vec![
                    [(53.11, 21.62), (53.07, 21.55)]
                        .into_iter()
                        .filter_map(|(lat, lon)| Coordinate::new(lat, lon).ok())
                        .collect(),
                ],
            }],
            estate_aliases: Default::default(),
            stop_aliases: Default::default(),
        }
    }

    fn estates(&self) -> Vec<Estate> {
        let names = [
            ("bursztynowe", "Bursztynowe"),
            ("centrum", "Centrum"),
            ("dzieci-polskich", "Dzieci Polskich"),
            ("lazek", "Łazek"),
            ("srodmiescie", "Śródmieście"),
            ("stacja", "Stacja"),
            ("stare-miasto", "Stare Miasto"),
            ("starosty-kosa", "Starosty Kosa"),
            ("wojciechowice", "Wojciechowice"),
        ];
        let estate = |(short, name): (&str, &str)| Estate {
            slug: slug(short),
            name: self.t(name),
            coordinate: None,
        };
        names.into_iter().map(estate).collect()
    }

    fn stops(&self) -> Vec<Stop> {
        let stop = |short: &str, estate: &str, name: &str, kind| Stop {
            slug: slug(short),
            estate: slug(estate),
            name: self.t(name),
            kind,
            address: Some(self.t("ul. gen. W. Sikorskiego")),
            directions: Some(self.t("Cień drzew, obok przystanku autobusu miejskiego.")),
            coordinate: Coordinate::new(53.069, 21.5885).ok(),
            certainty: Certainty::Estimated,
            facts: SiteFacts {
                shade: Some(true),
                toilet: Some(false),
                ..SiteFacts::default()
            },
        };
        vec![
            stop(
                "plac-sikorskiego",
                "centrum",
                "Plac przy ul. Sikorskiego",
                StopKind::Square,
            ),
            stop("dworcowy", "stacja", "Plac Dworcowy", StopKind::Square),
            stop("lazek-plac", "lazek", "Plac zabaw os. Łazek", StopKind::Playground),
            stop("plaza", "stare-miasto", "Plaża miejska", StopKind::Park),
        ]
    }
}
