//! Barriers that somebody tells of.

use super::*;

impl Sampler {
    /// Name and HTML of the form and of staff's page.
    pub(super) fn barrier_pages(&self) -> Vec<(&'static str, String)> {
        let mut errors = FieldFaults::default();
        errors.add("what", self.t("Napisz, co jest barierą."));
        errors.add("contact", self.t("Skróć do 300 znaków."));
        let form = |errors| BarrierPage {
            frame: Frame::bare(WORDS, Zone::WARSAW, self.t("Zgłoś barierę")),
            what: self.t("Schody przy wejściu"),
            place: self.t("Plac zabaw"),
            contact: self.t("anna@example.pl"),
            days: 180,
            errors,
        };
        let line = |number: u32, contact: &str, late: bool, open: bool| BarrierLine {
            id: id("bar", number),
            lang: "uk",
            what: self.t("Немає пандуса"),
            place: self.t("Plac zabaw"),
            contact: contact.to_owned(),
            told: "1 lipca 2027, 14:05, język: Українська".to_owned(),
            standing: "Odpowiedz do: czwartek, 8 lipca 2027".to_owned(),
            late,
            open,
        };
        let list = BarriersPage {
            frame: self.staff("Zgłoszone bariery", AccountRole::Coordinator, Tab::Coordinator),
            days: 180,
            lines: vec![
                line(1, "", true, true),
                line(2, &self.t("500 100 200"), false, true),
                line(3, "", false, false),
            ],
        };
        vec![
            ("barrier", form(FieldFaults::default()).render().unwrap()),
            ("barrier-again", form(errors).render().unwrap()),
            ("barriers", list.render().unwrap()),
        ]
    }
}
