//! Hours, certificates, and the sheet of socially useful work.

use askama::Template;
use vocabulary::{AccountRole, CrewRole, Zone};

use super::{Sampler, WORDS, day, hours, id};
use crate::web::pages::views::{
    CertificateLine, CertificatePage, CertificatePart, FieldFaults, Frame, HoursPage, PsuSheetPage, SheetLine, Tab,
    WorkedLine,
};

impl Sampler {
    pub(super) fn hours_pages(&self) -> Vec<(&'static str, String)> {
        let drawn = |page: HoursPage| page.render().unwrap();
        let mut faulty = self.hours_page(true, FieldFaults::default());
        for field in ["length", "reason", "why"] {
            let field = format!("{field}-{}", faulty.shifts[0].signup);
            faulty.errors.add(field, self.t("Wpisz powód."));
        }
        let empty = HoursPage {
            years: vec![],
            shifts: vec![],
            certificates: vec![],
            asked: None,
            volunteer: false,
            ..self.hours_page(false, FieldFaults::default())
        };
        vec![
            ("hours", drawn(self.hours_page(true, FieldFaults::default()))),
            ("hours-faulty", drawn(faulty)),
            ("hours-own", drawn(self.hours_page(false, FieldFaults::default()))),
            ("hours-none", drawn(empty)),
            ("psu-sheet", self.psu_sheet().render().unwrap()),
            ("certificate", self.certificate_page(false, true).render().unwrap()),
            (
                "certificate-unknown",
                self.certificate_page(true, false).render().unwrap(),
            ),
        ]
    }

    fn hours_page(&self, staff: bool, errors: FieldFaults) -> HoursPage {
        let role = if staff {
            AccountRole::Coordinator
        } else {
            AccountRole::Volunteer
        };
        let tab = if staff { Tab::People } else { Tab::Me };
        let worked = |number, counted: Option<&str>| WorkedLine {
            signup: id("sgn", number),
            day: day("2027-07-01"),
            crew: hours("09:15-12:30"),
            stop: self.t("Plac Sikorskiego"),
            role: CrewRole::Helper,
            counted: counted.map(str::to_owned),
            recorded: counted.map(|_| "3 godz. 15 min".to_owned()),
            corrections: counted
                .map(|_| self.t("2 lipca, 8:00, Hanna: 3 godziny. Powód: krócej"))
                .into_iter()
                .collect(),
            typed: ["3:00".to_owned(), self.t("")],
        };
        let certificate = |number, holds| CertificateLine {
            id: id("crt", number),
            heading: "Nr 7, wydanie 1".to_owned(),
            about: self.t("Zofia Maj, od 1 lipca do 3 lipca, razem 3 godziny"),
            issued: "wydane 1 września 2027".to_owned(),
            standing: "aktualne".to_owned(),
            holds,
            outdated: !holds,
            code: "ABCD-EFGH".to_owned(),
        };
        HoursPage {
            frame: self.staff("Godziny", role, tab),
            of: staff.then(|| (id("per", 2), self.t("Zofia Maj"))),
            years: vec![("2026/2027".to_owned(), "3 godziny".to_owned())],
            total: "3 godziny".to_owned(),
            shifts: vec![worked(1, Some("3 godziny")), worked(2, None)],
            certificates: vec![certificate(2, true), certificate(1, false)],
            asked: Some(("1 września 2026".to_owned(), "31 sierpnia 2027".to_owned())),
            volunteer: true,
            typed: ["2026-09-01".to_owned(), "2027-08-31".to_owned(), self.t("Zofia Maj")],
            errors,
        }
    }

    fn psu_sheet(&self) -> PsuSheetPage {
        let line = |number, worked: bool| SheetLine {
            person: id("per", number),
            name: self.t("Jan Lis"),
            days: worked
                .then(|| ["czwartek, 1 lipca", "3 godziny", "10,90 zł"].map(str::to_owned))
                .into_iter()
                .collect(),
            weeks: vec![["28 czerwca – 4 lipca", "3 godziny"].map(str::to_owned)],
            worked: "3 godziny".to_owned(),
            pay: "32,70 zł".to_owned(),
            breaches: vec![self.t("Tydzień od 28 czerwca: 11 godzin, a wolno 10 godzin.")],
            absences: vec![(day("2027-07-02"), self.t("piątek, 2 lipca: choroba"))],
            typed: [String::new(), self.t("")],
        };
        let mut errors = FieldFaults::default();
        errors.add(
            format!("day-{}", id::<vocabulary::PersonId>("per", 3)),
            self.t("Wpisz datę."),
        );
        PsuSheetPage {
            frame: self.staff("Arkusz", AccountRole::Coordinator, Tab::Sheet),
            month: "lipiec 2027".to_owned(),
            months: ["2027-06", "2027-07", "2027-08"].map(str::to_owned),
            people: vec![line(3, true), line(4, false)],
            errors,
        }
    }

    fn certificate_page(&self, unknown: bool, known: bool) -> CertificatePage {
        let part = |lang, heading: &str| CertificatePart {
            lang,
            heading: heading.to_owned(),
            holds: true,
            standing: "Zaświadczenie jest aktualne.".to_owned(),
            genuine: self.t("To zaświadczenie wydał organizator: MOPR."),
            pairs: vec![("Inicjały".to_owned(), self.t("Z. M."))],
            help: "Porównaj dane z papierem.".to_owned(),
        };
        CertificatePage {
            frame: Frame::bare(WORDS, Zone::WARSAW, "Sprawdzenie zaświadczenia".to_owned()),
            heading: "Sprawdzenie zaświadczenia".to_owned(),
            code: self.t("ABCD"),
            unknown,
            parts: known
                .then_some([("pl", "Zaświadczenie"), ("uk", "Довідка"), ("en", "Certificate")])
                .into_iter()
                .flatten()
                .map(|(lang, heading)| part(lang, heading))
                .collect(),
        }
    }
}
