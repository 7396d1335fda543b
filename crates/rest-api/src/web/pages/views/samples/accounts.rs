//! People, links, one's own page, registering, erasing, people from a table.

use super::*;

impl Sampler {
    /// Name and HTML of every page about accounts.
    pub(super) fn accounts(&self) -> Vec<(&'static str, String)> {
        let mut waiting = self.me();
        waiting.waiting = true;
        waiting.erasure = Some(self.t("Prośba jest zapisana."));
        vec![
            ("people", self.people().render().unwrap()),
            ("person", self.person(true).render().unwrap()),
            ("person-new", self.person(false).render().unwrap()),
            ("person-conflict", self.person_conflict().render().unwrap()),
            ("link", self.link().render().unwrap()),
            ("invitation", self.invitation().render().unwrap()),
            ("consent-asked", self.consent(None).render().unwrap()),
            (
                "consent-given",
                self.consent(Some("Zgoda jest zapisana.")).render().unwrap(),
            ),
            ("me", self.me().render().unwrap()),
            ("me-waiting", waiting.render().unwrap()),
            ("join", self.join().render().unwrap()),
            ("feed", self.feed().render().unwrap()),
            ("erase", self.erase().render().unwrap()),
            ("ask-erasure", self.ask_erasure().render().unwrap()),
            ("people-import", self.people_import().render().unwrap()),
            ("limits", self.limits().render().unwrap()),
        ]
    }

    fn outside(&self, page: &str) -> Frame {
        Frame::bare(WORDS, Zone::WARSAW, self.t(page))
    }

    fn of_people(&self, page: &str) -> Frame {
        self.staff(&self.t(page), AccountRole::Coordinator, Tab::People)
    }

    fn field_faults(&self, field: &str, text: &str) -> FieldFaults {
        let mut faults = FieldFaults::default();
        faults.add(field, self.t(text));
        faults
    }

    fn sections(&self) -> Vec<FormSection> {
        let field = |name: &str, kind| FormField {
            name: name.to_owned(),
            label: self.t("Imię i nazwisko"),
            hint: self.t("Tak, jak w dokumentach."),
            value: self.t("Jan Lis"),
            kind,
        };
        let choices = vec![("volunteer".to_owned(), self.t("wolontariat"))];
        vec![FormSection {
            heading: self.t("Osoba i konto"),
            help: self.t("Najmniej, jak się da."),
            paired: true,
            fields: vec![
                field("name", FieldKind::Input("text")),
                field("adult", FieldKind::Check),
                field("kind", FieldKind::Choice(choices)),
            ],
        }]
    }

    fn person_line(&self, number: u32) -> PersonLine {
        PersonLine {
            id: id("per", number),
            name: self.t("Zofia Lis"),
            about: self.t("wolontariat, pomocnik"),
            minor: true,
            marks: vec![self.t("konto wyłączone")],
            missing: vec![self.t("porozumienie")],
            soon: vec![self.t("ubezpieczenie: do 20 lipca 2027")],
        }
    }

    fn people(&self) -> PeoplePage {
        let waits = |number, confirmed| WaitingLine {
            id: id("per", number),
            name: self.t("Jan Nowy"),
            about: self.t("wolontariat"),
            since: self.t("Zgłoszenie z 1 lipca 2027"),
            confirmed,
        };
        let whole = PersonLine {
            missing: Vec::new(),
            soon: Vec::new(),
            marks: Vec::new(),
            ..self.person_line(2)
        };
        PeoplePage {
            frame: self.of_people("Osoby"),
            waiting: vec![waits(8, true), waits(9, false)],
            people: vec![self.person_line(1), whole],
        }
    }

    fn person(&self, known: bool) -> PersonPage {
        PersonPage {
            frame: self.of_people("Zofia Lis"),
            line: known.then(|| self.person_line(1)),
            waiting: known,
            erasable: known,
            version: 3,
            action: if known {
                format!("/osoby/{}", id::<vocabulary::PersonId>("per", 1))
            } else {
                "/osoby/nowa".to_owned()
            },
            sections: self.sections(),
            mail: known,
            send_to: self.t("ewa@example.pl"),
            errors: self.field_faults("name", "Wpisz od 1 do 100 znaków."),
        }
    }

    fn person_conflict(&self) -> PersonConflict {
        PersonConflict {
            frame: self.of_people("Zofia Lis"),
            rows: vec![ConflictRow {
                label: self.t("Imię i nazwisko"),
                now: self.t("Zofia Lis"),
                yours: self.t("Zofia Kot"),
            }],
            action: format!("/osoby/{}", id::<vocabulary::PersonId>("per", 1)),
            version: 4,
            fields: [("name".to_owned(), self.t("Zofia Kot"))].into(),
        }
    }

    fn link(&self) -> LinkPage {
        LinkPage {
            frame: self.of_people("Zaproszenie"),
            heading: self.t("Zaproszenie: Zofia Lis"),
            sent: Some(self.t("zofia@example.pl")),
            help: self.t("Skopiuj ten link teraz."),
            link: self.t("https://bus.example.pl/zaproszenie/abc"),
            back: "/osoby/1".to_owned(),
        }
    }

    fn invitation(&self) -> InvitationPage {
        InvitationPage {
            frame: self.outside("Ustaw hasło"),
            email: self.t("zofia@example.pl"),
            action: "/zaproszenie/abc".to_owned(),
            lengths: (8, 128),
            errors: self.field_faults("password", "To hasło każdy zgadnie."),
        }
    }

    fn consent(&self, said: Option<&str>) -> ConsentPage {
        ConsentPage {
            frame: self.outside("Zgoda"),
            version: 1,
            text: vec![self.t("Zgadzam się.")],
            action: "/zgoda/abc".to_owned(),
            signed: self.t("Ewa Lis"),
            said: said.map(|text| self.t(text)),
            may_withdraw: said.is_some(),
            errors: match said {
                Some(_) => FieldFaults::default(),
                None => self.field_faults("name", "Wpisz swoje imię i nazwisko."),
            },
        }
    }

    fn me(&self) -> MePage {
        MePage {
            frame: self.staff(&self.t("Moje dane"), AccountRole::Volunteer, Tab::Me),
            waiting: false,
            feed: Some(self.t("Kalendarz działa od 1 lipca 2027.")),
            erasure: None,
            missing: vec![(self.t("porozumienie"), Some(self.t("Podpisz je w ośrodku.")))],
            soon: vec![self.t("ubezpieczenie: do 20 lipca 2027")],
            standards: Some(2),
            kept: vec![(
                self.t("Osoba i konto"),
                vec![(self.t("Imię i nazwisko"), self.t("Zofia Lis"))],
            )],
            sections: self.sections(),
            years: vec![(self.t("2026/2027"), self.t("3 godziny"))],
            errors: FieldFaults::default(),
        }
    }

    fn join(&self) -> JoinPage {
        JoinPage {
            frame: self.outside("Dołącz"),
            service: self.t("Radosny Świetlicobus"),
            sections: self.sections(),
            errors: self.field_faults("name", "Wpisz od 1 do 100 znaków."),
            clause: vec![self.t("Dane przechowuje: Ośrodek.")],
        }
    }

    fn feed(&self) -> FeedPage {
        FeedPage {
            frame: self.staff(&self.t("Kalendarz"), AccountRole::Volunteer, Tab::Me),
            link: self.t("https://bus.example.pl/moje-dyzury/abc.ics"),
            webcal: self.t("webcal://bus.example.pl/moje-dyzury/abc.ics"),
            google: self.t("https://bus.example.pl/moje-dyzury/abc.ics?client=google"),
        }
    }

    fn erase(&self) -> ErasePage {
        ErasePage {
            frame: self.of_people("Usunięcie danych"),
            whose: self.t("Zofia Lis"),
            person: format!("/osoby/{}", id::<vocabulary::PersonId>("per", 1)),
            asked: Some(self.t("Prośba jest zapisana.")),
            given_back: vec![self.t("piątek, 2 lipca 2027, Plac Dworcowy")],
            attended: 3,
            papers: vec![self.t("porozumienie od 1 czerwca do 31 sierpnia 2027: do 31 sierpnia 2034")],
            errors: self.field_faults("name", "Wpisz dokładnie: Zofia Lis"),
            typed: self.t("Zofia"),
        }
    }

    fn ask_erasure(&self) -> AskErasurePage {
        AskErasurePage {
            frame: self.staff(&self.t("Usunięcie danych"), AccountRole::Volunteer, Tab::Me),
            given_back: Vec::new(),
            attended: 0,
            papers: Vec::new(),
            errors: self.field_faults("word", "Wpisz dokładnie: USUŃ"),
            typed: self.t("usun"),
        }
    }

    fn limits(&self) -> LimitsPage {
        LimitsPage {
            frame: self.desk("Limity załogi"),
            season: self.t("Lato 2027"),
            back: "/koordynator/sezony/lato-2027".to_owned(),
            action: "/koordynator/sezony/lato-2027/limity".to_owned(),
            version: 2,
            own: true,
            law: vec![LawLine {
                name: self.t("Odpoczynek między dyżurami"),
                value: self.t("11 godzin"),
                source: self.t("Labour Code, art. 132"),
                doubtful: true,
            }],
            sections: self.sections(),
            errors: self.field_faults("name", "Wpisz liczbę."),
            broken: Some(vec![BrokenLine {
                said: self.t("Zofia Lis, piątek, 2 lipca 2027, Plac Dworcowy"),
                reasons: vec![self.t("Za dużo godzin w dniu.")],
            }]),
        }
    }

    fn people_import(&self) -> PeopleImportPage {
        PeopleImportPage {
            frame: self.of_people("Osoby z tabeli"),
            faults: vec![self.t("Wiersz 3, kolumna email: „jan” nie jest adresem")],
            done: vec![self.t("Dodano 3 osoby.")],
            kept: true,
            known: Some((self.t("1 osoba ma już konto:"), vec![self.t("jan@example.pl")])),
            columns: vec![("name".to_owned(), true, self.t("imię i nazwisko"))],
        }
    }
}
