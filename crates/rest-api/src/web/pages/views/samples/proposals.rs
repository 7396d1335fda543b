//! Proposed crews.

use vocabulary::ProposalState;

use super::*;

impl Sampler {
    pub(super) fn proposals(&self) -> Vec<(&'static str, String)> {
        let frame = || self.staff("Obsada sezonu", AccountRole::Coordinator, Tab::Coordinator);
        let list = |has_shifts| ProposalsPage {
            frame: frame(),
            season: slug("lato-2027"),
            name: self.t("Lato 2027"),
            has_shifts,
            from: self.t("2027-06-28"),
            to: "2027-08-29".to_owned(),
            seconds: 10,
            errors: self.faults("from", &self.t("Wpisz datę.")),
            proposals: vec![ProposalLine {
                id: id("prp", 1),
                made_at: instant("2027-06-20T10:00:00Z"),
                state: ProposalState::Draft,
                places: 12,
            }],
        };
        vec![
            ("proposals", list(true).render().unwrap()),
            ("proposals-early", list(false).render().unwrap()),
            ("proposal-draft", self.proposal(ProposalState::Draft).render().unwrap()),
            (
                "proposal-offered",
                self.proposal(ProposalState::Offered).render().unwrap(),
            ),
            ("proposal-place", self.proposal_place(1).render().unwrap()),
            ("proposal-place-nobody", self.proposal_place(0).render().unwrap()),
        ]
    }

    fn proposal(&self, state: ProposalState) -> ProposalPage {
        let draft = state == ProposalState::Draft;
        let proposed = |number, outcome: Answer| ProposedPerson {
            person: id("per", number),
            name: self.t("Ola Zmyślona"),
            outcome: (!draft).then_some(outcome),
        };
        let answers = [Answer::Waits, Answer::Yes, Answer::No, Answer::Refused];
        let shift = |number, proposed| ProposedShift {
            id: id("shf", number),
            role: CrewRole::Helper,
            extra: number == 2,
            name: self.t("piątek, 2 lipca"),
            stands: vec![self.t("Adam Wymyślony")],
            proposed,
            empty: 2,
        };
        let people = (1..).zip(answers).map(|(number, answer)| proposed(number, answer));
        ProposalPage {
            frame: self.staff("Propozycja", AccountRole::Coordinator, Tab::Coordinator),
            id: id("prp", 1),
            season: slug("lato-2027"),
            made_at: instant("2027-06-20T10:00:00Z"),
            days: (day("2027-06-28"), day("2027-08-29")),
            state,
            places: 4,
            people: 4,
            empty: 4,
            proved: true,
            shares: vec![ShareLine {
                name: self.t("Ola Zmyślona"),
                held: 1,
                proposed: 2,
                fair: 4,
                most: draft.then_some(5),
            }],
            visits: vec![ProposedVisit {
                visit: id("vis", 1),
                day: day("2027-07-02"),
                open: "11:00-15:00".parse().unwrap(),
                stop: self.t("Plac Sikorskiego"),
                estate: self.t("Łazek"),
                missing_tongues: vec![Tongue::Ukrainian],
                shifts: vec![shift(1, people.collect()), shift(2, Vec::new())],
            }],
        }
    }

    fn proposal_place(&self, free: u32) -> ProposalPlacePage {
        ProposalPlacePage {
            frame: self.staff("Puste miejsce", AccountRole::Coordinator, Tab::Coordinator),
            id: id("prp", 1),
            draft: true,
            shift: self.shift(1),
            refused: (free > 1).then(|| (self.t("Adam Wymyślony"), vec![self.t("Nie ma tej roli.")])),
            free: (0..free)
                .map(|number| (id("per", number), self.t("Ola Zmyślona")))
                .collect(),
            kept_away: vec![(
                vec![self.t("Adam Wymyślony"), self.t("Jan Umowny")],
                vec![self.t("Nie ma tej roli.")],
            )],
        }
    }
}
