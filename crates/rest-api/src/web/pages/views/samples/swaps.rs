//! Swaps, covers and messages to a crew.

use super::*;

impl Sampler {
    pub(super) fn swap_pages(&self) -> Vec<(&'static str, String)> {
        let page = SwapPage {
            frame: self.staff("Oddaj lub zamień dyżur", AccountRole::Volunteer, Tab::Shifts),
            signup: id("sgn", 1),
            shift: self.shift(1),
            refusals: vec![],
            open: None,
            people: vec![(id("per", 2), self.t("Ola Z.")), (id("per", 3), self.t("Adam W."))],
            takers: 1,
            trades: vec![(id("sgn", 7), self.t("piątek, 2 lipca, Plac Dworcowy (Ola Z.)"))],
            typed: SwapTyped {
                to: "per".to_owned(),
                back: "sgn".to_owned(),
                message: self.t("Mam egzamin."),
            },
            longest: 300,
            errors: FormErrors(vec![
                FieldError {
                    field: "to",
                    text: self.t("Wybierz osobę."),
                },
                FieldError {
                    field: "back_message",
                    text: self.t("Za długie."),
                },
            ]),
        };
        let waits = SwapPage {
            open: Some(self.my_swap()),
            errors: FormErrors::default(),
            ..page.clone()
        };
        let refused = SwapPage {
            refusals: vec![self.t("Dyżur już się zaczął.")],
            errors: FormErrors::default(),
            ..page.clone()
        };
        let nobody = SwapPage {
            people: vec![],
            takers: 0,
            trades: vec![],
            errors: FormErrors::default(),
            ..page.clone()
        };
        let pages = [
            ("swap", page),
            ("swap-waits", waits),
            ("swap-refused", refused),
            ("swap-nobody", nobody),
        ];
        pages.map(|(name, page)| (name, page.render().unwrap())).to_vec()
    }

    pub(super) fn my_swap(&self) -> MySwap {
        MySwap {
            id: id("swp", 9),
            said: self.t("Propozycja czeka."),
        }
    }

    pub(super) fn swap_card(&self, number: u32, trade: bool) -> SwapCard {
        SwapCard {
            id: id("swp", number),
            said: self.t("Ola Z. chce oddać Ci ten dyżur:"),
            given: self.shift(20 + number),
            back: trade.then(|| self.shift(30 + number)),
            message: Some(self.t("Mam egzamin.")),
            may_take: true,
            may_decline: trade,
        }
    }

    pub(super) fn cover_card(&self) -> CoverCard {
        CoverCard { shift: self.shift(40) }
    }

    pub(super) fn board_swaps(&self) -> Vec<BoardSwap> {
        let swap = BoardSwap {
            id: id("swp", 1),
            giver: self.t("Ola Zmyślona"),
            taker: self.t("Adam Wymyślony"),
            back: Some(self.shift(50)),
            message: Some(self.t("Mam egzamin.")),
            reasons: vec![self.t("Osoba przejmująca dyżur: za dużo godzin.")],
            needs_reason: true,
            may_approve: true,
        };
        let hopeless = BoardSwap {
            id: id("swp", 2),
            may_approve: false,
            ..swap.clone()
        };
        vec![swap, hopeless]
    }

    pub(super) fn board_asks(&self) -> BoardAsks {
        BoardAsks {
            shift: id("shf", 1),
            may_ask: true,
            people: self.t("3"),
            most: 20,
            asked: vec![(self.t("Ola Zmyślona, zapytano: 1 lipca"), self.t("nie"))],
            crew: 2,
            text: self.t("Weźcie kalosze."),
            longest: 2_000,
            errors: FormErrors(vec![
                FieldError {
                    field: "people",
                    text: self.t("Wpisz liczbę."),
                },
                FieldError {
                    field: "text",
                    text: self.t("Za długie."),
                },
            ]),
        }
    }
}
