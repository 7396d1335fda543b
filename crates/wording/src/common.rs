//! Counted nouns and the closed lists of words that several screens say.

use vocabulary::{AccountRole, Certainty, CrewRole, SignupState, StopKind, VisitState};

crate::messages::messages! {
    /// Counted nouns and names of roles, kinds and states.
    Common {
        /// "22 wizyty".
        pub fn visits(count: usize);
        /// "2 przystanki".
        pub fn stops(count: usize);
        /// "17 osiedli".
        pub fn estates(count: usize);
        /// "5 dyżurów".
        pub fn shifts(count: usize);
        /// "2 osoby".
        pub fn people(count: usize);
        /// "5 wolnych miejsc".
        pub fn free_places(count: usize);
        /// "potrzebne 2 osoby".
        pub fn people_needed(count: usize);
        /// "12 dzieci".
        pub fn children(count: usize);
        /// "3 zmiany".
        pub fn changes(count: usize);
        /// "10 tygodni".
        pub fn weeks(count: usize);
        /// "3 dni".
        pub fn days(count: usize);
        /// "tak".
        pub fn yes();
        /// "nie".
        pub fn no();
        fn account_role_text(role: &str);
        fn crew_role_text(role: &str);
        fn stop_kind_text(kind: &str);
        fn visit_state_text(state: &str);
        fn certainty_text(certainty: &str);
        fn signup_state_text(state: &str);
    }
}

impl Common {
    /// "koordynator".
    pub fn account_role(&self, role: AccountRole) -> String {
        self.account_role_text(role.as_str())
    }

    /// "pomocnik".
    pub fn crew_role(&self, role: CrewRole) -> String {
        self.crew_role_text(role.as_str())
    }

    /// "plac zabaw".
    pub fn stop_kind(&self, kind: StopKind) -> String {
        self.stop_kind_text(kind.as_str())
    }

    /// "zaplanowana", "odwołana".
    pub fn visit_state(&self, state: VisitState) -> String {
        self.visit_state_text(state.as_str())
    }

    /// "na liście oczekujących".
    pub fn signup_state(&self, state: SignupState) -> String {
        self.signup_state_text(state.as_str())
    }

    /// How far a point on the map can be trusted: "położenie przybliżone".
    pub fn certainty(&self, certainty: Certainty) -> String {
        self.certainty_text(certainty.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Words};

    #[test]
    fn plurals() {
        for (count, polish, ukrainian, english) in [
            (0, "0 wizyt", "0 візитів", "0 visits"),
            (1, "1 wizyta", "1 візит", "1 visit"),
            (2, "2 wizyty", "2 візити", "2 visits"),
            (5, "5 wizyt", "5 візитів", "5 visits"),
            (12, "12 wizyt", "12 візитів", "12 visits"),
            // Here Ukrainian goes another way than Polish.
            (21, "21 wizyt", "21 візит", "21 visits"),
            (22, "22 wizyty", "22 візити", "22 visits"),
            (25, "25 wizyt", "25 візитів", "25 visits"),
            (101, "101 wizyt", "101 візит", "101 visits"),
            (112, "112 wizyt", "112 візитів", "112 visits"),
        ] {
            let said = Language::ALL
                .iter()
                .map(|language| Words::of(*language).common().visits(count));
            assert_eq!(said.collect::<Vec<_>>(), [polish, ukrainian, english]);
        }
    }

    /// A word without its own variant would silently be said as the default one.
    #[test]
    fn every_word_of_a_list_is_said_apart() {
        for &language in Language::ALL {
            let common = Words::of(language).common();
            apart(AccountRole::ALL.iter().map(|word| common.account_role(*word)));
            apart(CrewRole::ALL.iter().map(|word| common.crew_role(*word)));
            apart(StopKind::ALL.iter().map(|word| common.stop_kind(*word)));
            apart(VisitState::ALL.iter().map(|word| common.visit_state(*word)));
            apart(Certainty::ALL.iter().map(|word| common.certainty(*word)));
            apart(SignupState::ALL.iter().map(|word| common.signup_state(*word)));
        }
    }

    fn apart(said: impl Iterator<Item = String>) {
        let all: Vec<String> = said.collect();
        let different: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), all.len(), "{all:?}");
    }
}
