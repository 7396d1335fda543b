//! Every page once, with data of Ostrołęka, for the tests beside.

mod accounts;
mod barriers;
mod follow;
mod street_map;
mod swaps;

use askama::Template;
use vocabulary::{
    AccountRole, Certainty, CivilWindow, Coordinate, CrewRole, Day, Metres, Minutes, PlanKind, PlanState,
    Qualification, SignupState, StopKind, Tongue, VisitState, Zone,
};
use wording::{Language, Words};

use super::*;

mod hours;
mod places;
mod proposals;
mod public;

const WORDS: Words = Words::of(Language::Polish);

/// What an attacker would write wherever a text may be written.
const HOSTILE: &str = "</p><img src=//evil.example onerror=alert(1)>\"'><script>alert(2)</script>&";

/// Makes the samples, with or without hostile ends on every free text.
pub(super) struct Sampler {
    hostile: bool,
}

impl Sampler {
    pub(super) const HARMLESS: Self = Self { hostile: false };
    pub(super) const WITH_HOSTILE_TEXT: Self = Self { hostile: true };

    fn t(&self, text: &str) -> String {
        if self.hostile {
            format!("{text} {HOSTILE}")
        } else {
            text.to_owned()
        }
    }

    /// Name and HTML of every page.
    pub(super) fn all(&self) -> Vec<(&'static str, String)> {
        let mut pages = self.public();
        pages.extend(self.crew());
        pages.extend(self.coordinator());
        pages.extend(self.proposals());
        pages.extend(self.accounts());
        pages.extend(self.others());
        pages.extend(self.swap_pages());
        pages.extend(self.hours_pages());
        pages.extend(self.follow_pages());
        pages.extend(self.barrier_pages());
        pages.extend(self.places_pages());
        pages
    }

    fn staff(&self, page: &str, role: AccountRole, tab: Tab) -> Frame {
        let person = SignedIn {
            id: id("per", 1),
            name: self.t("Anna Kowalska"),
            role,
            awaits_approval: false,
        };
        let frame = Frame::staff(
            WORDS,
            Zone::WARSAW,
            page,
            person,
            tab,
            "c5f1".to_owned(),
            "k7a2".to_owned(),
        );
        Frame {
            pretended_day: Some(day("2027-07-01")),
            ..frame
        }
    }

    fn crew(&self) -> Vec<(&'static str, String)> {
        let today = TodayPage {
            frame: self.staff("Dzień", AccountRole::Animator, Tab::Today),
            day: day("2027-07-01"),
            today: day("2027-07-01"),
            stops: vec![
                self.today_stop(1, VisitState::Planned),
                self.today_stop(2, VisitState::Cancelled),
            ],
            theme: Some(self.t("Tydzień z cyrkiem")),
            closed: None,
        };
        let empty = TodayPage {
            stops: vec![],
            closed: Some(self.t("święto miasta")),
            day: day("2027-07-04"),
            ..today.clone()
        };
        let sign_in = SignInPage {
            frame: Frame::bare(WORDS, Zone::WARSAW, WORDS.pages().window_title("Zaloguj się")),
            email: self.t("anna@example.pl"),
            next: Some("/dzis".to_owned()),
            errors: self.faults("password", "Adres lub hasło się nie zgadza."),
            may_join: true,
            demo_accounts: vec![DemoAccount {
                role: self.t("koordynator"),
                email: "koordynator@example.pl".to_owned(),
            }],
            demo_password: "lato-2027",
        };
        vec![
            ("sign-in", sign_in.render().unwrap()),
            ("today", today.render().unwrap()),
            ("today-empty", empty.render().unwrap()),
            ("shifts", self.shifts().render().unwrap()),
            ("crew_board", self.crew_board().render().unwrap()),
        ]
    }

    fn today_stop(&self, number: u32, state: VisitState) -> TodayStop {
        let line = |name: &str, role, to_reconfirm| CrewLine {
            name: self.t(name),
            role,
            to_reconfirm,
            signup: id("sgn", number * 10 + u32::from(to_reconfirm)),
            state: SignupState::CheckedIn,
            may: Presence::ALL.to_vec(),
        };
        TodayStop {
            visit: id("vis", number),
            bus: Some(self.t("Czerwony")),
            arrival: "9:15".parse().unwrap(),
            set_up: "9:20".parse().unwrap(),
            open: hours("10:00-12:00"),
            departure: "12:30".parse().unwrap(),
            breaks: vec![hours("12:15-12:30")],
            stop: self.t("Plac zabaw os. Łazek"),
            estate: self.t("Łazek"),
            kind: StopKind::Playground,
            address: Some(self.t("ul. Otok")),
            directions: Some(self.t("Wjazd od ul. Otok.")),
            facts: vec![self.t("jest cień"), self.t("bez toalety w pobliżu")],
            point: Coordinate::new(53.0925, 21.578).ok(),
            certainty: Certainty::Estimated,
            state,
            reason: (state == VisitState::Cancelled).then(|| self.t("burza")),
            note: Some(self.t("Prosimy zabrać wodę.")),
            crew: vec![
                line("Anna Kowalska", CrewRole::Leader, false),
                line("Jan Nowak", CrewRole::Helper, true),
            ],
            missing: vec![MissingCrew {
                role: CrewRole::Helper,
                count: 2,
            }],
            missing_tongues: vec![Tongue::Ukrainian],
            said_late: Some(self.t("Spóźni się o 15 minut.")),
            late: Some(self.late_form(number)),
        }
    }

    fn late_form(&self, number: u32) -> LateForm {
        LateForm {
            visit: id("vis", number),
            said: Some(self.t("Spóźni się o 15 minut.")),
            minutes: "15".to_owned(),
            reason: self.t("korek na moście"),
        }
    }

    fn shifts(&self) -> ShiftsPage {
        let mine = |number, late| MyShift {
            shift: self.shift(number),
            signup: id("sgn", number),
            withdraw_by: instant("2027-07-01T16:00:00Z"),
            late,
            may_withdraw: true,
            moved_from: None,
            offered: false,
            answer_by: None,
            turn: None,
            may_take: false,
            in_training: number == 3,
            others: vec![self.t("Marek"), self.t("Ola")],
            may_swap: !late,
            swap: late.then(|| self.my_swap()),
        };
        let moved = MyShift {
            moved_from: Some((day("2027-06-30"), hours("9:15-12:30"))),
            answer_by: Some(instant("2027-07-01T16:00:00Z")),
            ..mine(1, false)
        };
        let offered = MyShift {
            offered: true,
            answer_by: Some(instant("2027-07-01T16:00:00Z")),
            ..mine(6, false)
        };
        let waits = |number, may_take| MyShift {
            turn: Some(2),
            may_take,
            ..mine(number, false)
        };
        let flash = Flash {
            good: true,
            text: self.t("Jesteś na liście."),
        };
        ShiftsPage {
            frame: Frame {
                flash: Some(flash),
                ..self.staff("Dyżury", AccountRole::Volunteer, Tab::Shifts)
            },
            covers: vec![self.cover_card()],
            swaps: vec![self.swap_card(1, true)],
            for_anybody: vec![self.swap_card(2, false)],
            to_answer: vec![offered, moved],
            mine: vec![mine(2, false), mine(3, true)],
            waiting: vec![waits(7, false), waits(8, true), mine(9, false)],
            open: vec![OpenShift {
                shift: self.shift(4),
                free: 2,
            }],
            refused: vec![RefusedShift {
                shift: self.shift(5),
                reasons: vec![
                    (
                        self.t("Masz w tym czasie inny dyżur."),
                        Some(self.t("Wybierz inny dyżur.")),
                    ),
                    (self.t("Brak wolnych miejsc."), None),
                ],
                may_wait: true,
                waiting: 3,
            }],
            until: day("2027-07-14"),
            later: Some((day("2027-07-28"), "/dyzury?do=2027-07-28#wolne".to_owned())),
            filter: ShiftFilter {
                estates: vec![self.t("Łazek"), self.t("Stacja")],
                estate: Some(self.t("Łazek")),
                day: Some(day("2027-07-02")),
                half: Some(HalfDay::Afternoon),
            },
        }
    }

    fn shift(&self, number: u32) -> ShiftFacts {
        ShiftFacts {
            id: id("shf", number),
            day: day("2027-07-02").plus_days(i64::from(number)),
            crew: hours("9:15-12:30"),
            open: hours("10:00-12:00"),
            stop: self.t("Plac Dworcowy"),
            estate: self.t("Stacja"),
            role: CrewRole::Helper,
        }
    }

    fn coordinator(&self) -> Vec<(&'static str, String)> {
        vec![
            (
                "seasons",
                SeasonsPage {
                    frame: self.desk("Sezony"),
                    seasons: vec![self.season()],
                    attention: vec![Attention {
                        said: self.t("Nie udało się wysłać 2 wiadomości."),
                        link: self.t("Zobacz"),
                        path: "/wiadomosci".to_owned(),
                    }],
                }
                .render()
                .unwrap(),
            ),
            ("season", self.season_page().render().unwrap()),
            ("plans", self.plans().render().unwrap()),
            ("travel", self.travel().render().unwrap()),
            ("messages", self.messages().render().unwrap()),
            ("plan-running", self.plan(PlanState::Running).render().unwrap()),
            ("plan-ready", self.plan(PlanState::Ready).render().unwrap()),
            ("plan-day", self.plan_day().render().unwrap()),
            ("plan-failed", self.plan(PlanState::Failed).render().unwrap()),
            ("visits", self.visits().render().unwrap()),
            ("visit-edit", self.visit_page().render().unwrap()),
            ("conflict", self.conflict().render().unwrap()),
        ]
    }

    fn desk(&self, page: &str) -> Frame {
        self.staff(&self.t(page), AccountRole::Coordinator, Tab::Coordinator)
    }

    fn season(&self) -> SeasonLine {
        SeasonLine {
            slug: slug("lato-2027"),
            name: self.t("Lato 2027"),
            first: day("2027-06-26"),
            last: day("2027-08-31"),
            release: Some(1),
        }
    }

    fn season_page(&self) -> SeasonPage {
        let gap = |number| GapLine {
            visit: id("vis", number),
            day: day("2027-07-02"),
            crew: hours("9:15-12:30"),
            stop: self.t("Plac Dworcowy"),
            missing: vec![MissingCrew {
                role: CrewRole::Helper,
                count: 2,
            }],
        };
        SeasonPage {
            frame: self.desk("Lato 2027"),
            season: self.season(),
            figures: SeasonFigures {
                visits: 118,
                stops: 31,
                estates: 17,
                days: 48,
                places: 354,
                filled: 201,
            },
            gaps: vec![gap(1), gap(2)],
            gaps_in_all: 22,
            releases: vec![ReleaseLine {
                number: 1,
                published_at: instant("2027-06-01T08:00:00Z"),
                visits: 118,
            }],
            plans: vec![self.plan_line(PlanState::Ready)],
        }
    }

    fn plan_line(&self, state: PlanState) -> PlanLine {
        let visits = (state == PlanState::Ready).then_some(118);
        PlanLine {
            id: id("pln", 1),
            asked_at: instant("2027-06-01T07:58:00Z"),
            state,
            kind: PlanKind::Replan,
            visits,
            release: None,
        }
    }

    fn plans(&self) -> PlansPage {
        PlansPage {
            frame: self.desk("Plany"),
            season: self.season(),
            form: StartForm {
                seconds: self.t("9000"),
                seed: "1".to_owned(),
            },
            errors: self.faults("seconds", "Podaj liczbę od 1 do 600."),
            plans: vec![self.plan_line(PlanState::Ready), self.plan_line(PlanState::Cancelled)],
            measured: true,
        }
    }

    fn messages(&self) -> MessagesPage {
        let line = |number, dead| MessageLine {
            id: id("msg", number),
            lang: "uk",
            subject: self.t("Masz miejsce na dyżurze"),
            to: self.t("Zofia"),
            when: "1 lipca 2027, 14:05".to_owned(),
            tries: 2,
            error: Some(self.t("550 no such user")),
            moot: dead,
            again: dead,
            new_link: None,
            paragraphs: vec![
                vec![self.t("Dzień dobry!")],
                vec![self.t("Kiedy: jutro"), self.t("Gdzie: tu")],
            ],
        };
        let list = |heading: &str, lines| MessageList {
            heading: heading.to_owned(),
            lines,
        };
        MessagesPage {
            frame: Frame {
                tab: Some(Tab::Messages),
                ..self.desk("Wiadomości")
            },
            notice: Some(WORDS.notices().outbox_off()),
            lists: vec![
                list("Nie udało się wysłać", vec![line(1, true)]),
                list("Czekają", vec![line(2, false)]),
                list("Ostatnio wysłane", Vec::new()),
            ],
        }
    }

    fn travel(&self) -> TravelPage {
        TravelPage {
            frame: self.desk("Czasy jazdy"),
            season: self.season(),
            id: id("sea", 1),
            own: Some(MatrixLine {
                said: self.t("Nowe plany korzystają z wgranej tabeli."),
                outdated: vec![self.t("Nie ma w niej miejsc: Nowy plac.")],
            }),
            engine: false,
            errors: self.faults("file", "Wiersz 2: brakuje drogi."),
            warnings: vec![self.t("Wiersz 3, kolumna metres: krócej niż w linii prostej.")],
            places: vec![PlaceName {
                slug: slug("lazek-plac"),
                name: self.t("Plac zabaw os. Łazek"),
            }],
        }
    }

    fn plan(&self, state: PlanState) -> PlanPage {
        let running = Progress {
            asking: None,
            percent: 62,
            iterations: 1240,
            placed: 118,
            unmet: 3,
            seconds_left: Some(8),
        };
        PlanPage {
            frame: self.desk("Plan"),
            season: self.season(),
            plan: self.plan_line(state),
            progress: (state == PlanState::Running).then_some(running),
            best_stored: state != PlanState::Queued,
            failure: (state == PlanState::Failed).then(|| self.t("Plan nie przeszedł sprawdzenia.")),
            without_roads: (state == PlanState::Failed).then(|| WithoutRoads {
                seconds: "20".to_owned(),
                seed: "1".to_owned(),
                gaps: true,
            }),
            result: (state == PlanState::Ready).then(|| self.result()),
            again: (state == PlanState::Ready).then(|| AgainNote {
                kind: vocabulary::PlanKind::WhatIf,
                base: Some(id("pln", 2)),
                changes: vec![self.t("Plaża miejska. Wystarczy 5 dni.")],
                obstacles: vec![self.t("Za mały odstęp.")],
                can_be_applied: true,
                by_hand: vec![self.t("Zmień ustawienia.")],
            }),
            differs: (state == PlanState::Ready).then(|| Differs {
                from_base: true,
                moved: vec![self.t("Plac Dworcowy: 1 lipca → 2 lipca")],
                added: vec![self.t("Plaża miejska: 3 lipca")],
                removed: vec![self.t("Łazek: 4 lipca")],
                kept: 100,
                figures: vec![(self.t("Wizyty"), "118".to_owned(), "119".to_owned())],
            }),
            next_release: (state == PlanState::Ready).then_some(2),
            errors: FormErrors::default(),
        }
    }

    fn plan_day(&self) -> PlanDayPage {
        PlanDayPage {
            frame: self.desk("Dzień"),
            plan: id("pln", 1),
            day: day("2027-07-01"),
            earlier: Some(day("2027-06-30")),
            later: None,
            sketch: "<svg role=\"img\" aria-label=\"Trasa\"></svg>".to_owned(),
            tours: vec![TourLines {
                bus: self.t("Świetlicobus"),
                depart: minute("9:00"),
                back: minute("17:00"),
                halts: vec![HaltLine {
                    number: 1,
                    slug: slug("lazek-plac"),
                    stop: self.t("Plac zabaw os. Łazek"),
                    estate: self.t("Łazek"),
                    drive: Some(Minutes(12)),
                    arrival: minute("9:12"),
                    open: hours("10:00-12:00"),
                    departure: minute("12:30"),
                    breaks: vec![hours("12:15-12:30")],
                    reason: Some(self.t("Udział w wydarzeniu: Festyn")),
                    published: Some(id("vis", 1)),
                }],
            }],
        }
    }

    fn result(&self) -> PlanResult {
        let line = |label: &str, value: &str| ResultLine {
            label: self.t(label),
            value: self.t(value),
        };
        PlanResult {
            estimated_travel: true,
            figures: PlanFigures {
                visits: 118,
                wanted: 124,
                days: 48,
                distance: Metres(612_400),
                driving: Minutes(1_290),
            },
            breakdown: vec![
                line("Niespełnione wizyty", "6"),
                line("Odstępy między wizytami", "14 dni"),
            ],
            unmet: vec![UnmetLine {
                slug: slug("plaza-miejska"),
                stop: self.t("Plaża miejska"),
                estate: self.t("Stare Miasto"),
                got: 3,
                least: 4,
                wanted: 6,
                reasons: vec![ReasonLine {
                    text: self.t("Prośba dopuszcza tylko soboty, a trzy soboty zajęły wydarzenia."),
                    relax: Some(0),
                }],
            }],
            estates: vec![
                EstateLine {
                    estate: self.t("Sienkiewicza"),
                    visits: 3,
                    share: Some(54),
                    longest_wait: 24,
                },
                EstateLine {
                    estate: self.t("Wojciechowice"),
                    visits: 0,
                    share: None,
                    longest_wait: 67,
                },
            ],
            skipped: vec![SkippedLine {
                stop: self.t("Plaża miejska"),
                days: self.t("czwartek, 3 czerwca (Boże Ciało)"),
            }],
            weeks: vec![PlanWeek {
                first: day("2027-07-01"),
                last: day("2027-07-02"),
                days: vec![
                    PlanDay {
                        day: day("2027-07-01"),
                        closed: None,
                        visits: vec![PlanDayVisit {
                            slug: slug("centrum-sikorskiego"),
                            open: hours("10:00-12:00"),
                            stop: self.t("Plac przy ul. Sikorskiego"),
                        }],
                    },
                    PlanDay {
                        day: day("2027-07-02"),
                        closed: Some(self.t("przegląd autobusu")),
                        visits: Vec::new(),
                    },
                ],
            }],
            chart: SeasonChart {
                names: "<svg role=\"img\" aria-label=\"Przystanki\"></svg>".to_owned(),
                days: "<svg role=\"img\" aria-label=\"Dni\"></svg>".to_owned(),
                legend: "<svg role=\"img\" aria-label=\"Legenda\"></svg>".to_owned(),
            },
        }
    }

    fn visit_line(&self, number: u32, state: VisitState) -> VisitLine {
        let cancelled = state == VisitState::Cancelled;
        VisitLine {
            id: id("vis", number),
            day: day("2027-07-02"),
            open: hours("10:00-12:00"),
            stop: self.t("Plac zabaw os. Łazek"),
            estate: self.t("Łazek"),
            state,
            reason: cancelled.then(|| self.t("burza")),
            moved_from: (!cancelled).then(|| (day("2027-06-30"), hours("10:00-12:00"))),
            note: Some(self.t("Prosimy zabrać wodę.")),
            places: 3,
            filled: 2,
        }
    }

    fn visits(&self) -> VisitsPage {
        VisitsPage {
            frame: self.desk("Wizyty"),
            season: self.season(),
            filter: VisitFilter {
                estate: Some(slug("lazek")),
                ..VisitFilter::default()
            },
            estates: vec![
                EstateChoice {
                    slug: slug("centrum"),
                    name: self.t("Centrum"),
                },
                EstateChoice {
                    slug: slug("lazek"),
                    name: self.t("Łazek"),
                },
            ],
            days: vec![VisitDay {
                day: day("2027-07-02"),
                visits: vec![
                    self.visit_line(1, VisitState::Planned),
                    self.visit_line(2, VisitState::Cancelled),
                ],
            }],
            shown: 2,
            total: 118,
        }
    }

    fn crew_board(&self) -> CrewBoardPage {
        let member = |number, state| BoardMember {
            signup: id("sgn", number),
            name: self.t("Ola Zmyślona"),
            state,
            answer_by: Some(instant("2027-07-01T16:00:00Z")),
            in_training: number == 2,
            may_decide: true,
            may_release: true,
            may_come: true,
            may_count: true,
            may_miss: true,
        };
        let candidate = |number, overridable| BoardCandidate {
            person: id("per", number),
            name: self.t("Adam Wymyślony"),
            reasons: vec![self.t("Między dyżurami musi być 11 godzin przerwy.")],
            overridable,
        };
        CrewBoardPage {
            frame: self.staff("Załoga dyżuru", AccountRole::Coordinator, Tab::Coordinator),
            visit: id("vis", 1),
            shift: self.shift(1),
            places: 3,
            taken: 2,
            missing_tongues: vec![Tongue::Ukrainian],
            members: vec![member(1, SignupState::Requested), member(2, SignupState::Confirmed)],
            swaps: self.board_swaps(),
            asks: self.board_asks(),
            conditions: self.board_conditions(),
            free: vec![candidate(1, true)],
            refused: vec![candidate(2, true), candidate(3, false)],
        }
    }

    fn board_conditions(&self) -> BoardConditions {
        let paper = |one: Qualification, ticked| (one, self.t("kurs pierwszej pomocy"), ticked);
        BoardConditions {
            shift: id("shf", 1),
            opens: self.t("Zapisać się można od 1 czerwca."),
            day: "2027-06-01".to_owned(),
            time: "08:00".to_owned(),
            season_asks: Some(self.t("Sezon wymaga: prawo jazdy.")),
            papers: vec![
                paper(Qualification::FirstAid, true),
                paper(Qualification::Pedagogue, false),
            ],
            errors: self.faults("opens_day", "Podaj dzień i godzinę."),
        }
    }

    fn visit_page(&self) -> VisitPage {
        VisitPage {
            frame: self.desk("Wizyta"),
            season: self.season(),
            visit: self.visit_line(1, VisitState::Planned),
            version: "7".to_owned(),
            is_over: false,
            forms: VisitForms {
                reason: String::new(),
                day: "2027-07-02".to_owned(),
                start: "10:00".to_owned(),
                move_reason: self.t("remont placu"),
                offer_override: true,
                note: self.t("Prosimy zabrać wodę."),
            },
            boards: vec![BoardLine {
                shift: id("shf", 1),
                role: CrewRole::Leader,
                places: 1,
                taken: 1,
                names: vec![self.t("Julia Zmyślona")],
            }],
            missing_tongues: vec![Tongue::Ukrainian],
            late: Some(self.late_form(1)),
            alternatives: Some(Alternatives::Some(vec![AlternativeLine {
                day: day("2027-07-05"),
                open: hours("12:00-14:00"),
                costs: vec![self.t("Gorzej: Droga (12 pkt).")],
                other_bus: None,
            }])),
            errors: self.faults("reason", "Podaj powód: przeczytają go rodzice."),
        }
    }

    fn conflict(&self) -> VisitConflict {
        let row = |label: &str, now: &str, yours: &str| ConflictRow {
            label: self.t(label),
            now: self.t(now),
            yours: self.t(yours),
        };
        VisitConflict {
            frame: self.desk("Wizyta"),
            visit: self.visit_line(1, VisitState::Planned),
            version: "8".to_owned(),
            rows: vec![
                row("Dzień", "piątek, 2 lipca 2027", "sobota, 3 lipca 2027"),
                row("Godziny", "10:00–12:00", "16:00–18:00"),
            ],
            action: format!("/koordynator/wizyty/{}/przenies", id::<vocabulary::VisitId>("vis", 1)),
            fields: vec![("day".to_owned(), self.t("2027-07-03"))],
        }
    }

    fn others(&self) -> Vec<(&'static str, String)> {
        let error = |kind, reasons: Vec<String>| ErrorPage {
            frame: Frame::bare(
                WORDS,
                Zone::WARSAW,
                WORDS.pages().window_title(&ErrorPage::heading(WORDS, kind)),
            ),
            kind,
            reasons,
            request_id: Some(self.t("4f2a91")),
            back: (kind == ErrorKind::Refused).then(|| "/dyzury".to_owned()),
        };
        let message = MessagePage {
            frame: Frame::bare(WORDS, Zone::WARSAW, "Do widzenia".to_owned()),
            heading: self.t("Do zobaczenia"),
            paragraphs: vec![self.t("Wylogowano.")],
            link: Some((self.t("Strona główna"), "/".to_owned())),
        };
        vec![
            ("error-404", error(ErrorKind::NotFound, vec![]).render().unwrap()),
            ("error-500", error(ErrorKind::Broken, vec![]).render().unwrap()),
            (
                "error-refused",
                error(ErrorKind::Refused, vec![self.t("Brak wolnych miejsc.")])
                    .render()
                    .unwrap(),
            ),
            ("message", message.render().unwrap()),
        ]
    }

    fn faults(&self, field: &'static str, text: &str) -> FormErrors {
        FormErrors(vec![FieldError {
            field,
            text: self.t(text),
        }])
    }
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(prefix: &str, number: u32) -> T {
    format!("{prefix}_{number:032x}").parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn minute(text: &str) -> vocabulary::Minute {
    text.parse().unwrap()
}

fn hours(text: &str) -> CivilWindow {
    text.parse().unwrap()
}

fn instant(text: &str) -> vocabulary::Timestamp {
    text.parse().unwrap()
}

fn slug(text: &str) -> vocabulary::Slug {
    text.parse().unwrap()
}
