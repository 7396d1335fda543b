//! The invented people of the demo. Only the command `demo` makes these accounts, and only where `App::demo` is set does
//! a page show them.

use vocabulary::{AccountRole, CrewRole, Day, PersonKind};

use super::papers::Papers;

/// The password of every account of the demo; it is printed and shown, so it protects nothing.
pub const PASSWORD: &str = "lato-na-podworku";

/// An invented account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// What they sign in with.
    pub email: &'static str,
    /// What they are called on screen.
    pub name: &'static str,
    /// What the account may do.
    pub role: AccountRole,
    /// What they may do on a visit.
    pub crew_roles: &'static [CrewRole],
    /// Whether they are cleared for work with children.
    pub cleared: bool,
    /// The age of a minor on the first day of the season, in years.
    pub minor: Option<u8>,
    /// On what footing they work.
    pub kind: PersonKind,
}

impl Account {
    /// The day of birth of a minor: half a year past the last birthday, so that the age holds all summer.
    pub fn born_on(&self, first_day: Day) -> Option<Day> {
        let years = i32::from(self.minor?);
        let birthday = first_day.plus_days(-182);
        Day::from_ymd(
            birthday.year() - years,
            birthday.month(),
            birthday.day_of_month().min(28),
        )
    }
}

impl Account {
    /// Their papers: complete, but for those who are not cleared yet.
    pub fn papers(&self, first_day: Day, last_day: Day) -> Papers {
        let (long_ago, lately) = (first_day.plus_days(-60), first_day.plus_days(-20));
        let mut papers = Papers::with_roles(self.crew_roles);
        if self.cleared {
            papers = papers.cleared(long_ago, 1);
        }
        if self.role == AccountRole::Volunteer && self.cleared {
            papers = papers.agreed(lately, last_day);
        }
        if self.minor.is_some() {
            papers = papers.consented(lately, true);
        }
        papers
    }
}

/// The people of the demo, each of another kind.
pub const ACCOUNTS: [Account; 8] = [
    Account {
        email: "koordynator@demo.example",
        name: "Hanna Przykładowa",
        role: AccountRole::Coordinator,
        crew_roles: &[],
        cleared: true,
        minor: None,
        kind: PersonKind::Staff,
    },
    Account {
        email: "animator@demo.example",
        name: "Marek Wymyślony",
        role: AccountRole::Animator,
        crew_roles: &[CrewRole::Leader, CrewRole::Helper],
        cleared: true,
        minor: None,
        kind: PersonKind::Staff,
    },
    Account {
        email: "animatorka@demo.example",
        name: "Julia Zmyślona",
        role: AccountRole::Animator,
        crew_roles: &[CrewRole::Leader, CrewRole::FirstAider, CrewRole::Helper],
        cleared: true,
        minor: None,
        kind: PersonKind::Staff,
    },
    Account {
        email: "wolontariuszka@demo.example",
        name: "Zofia Przykładowa",
        role: AccountRole::Volunteer,
        crew_roles: &[CrewRole::Helper, CrewRole::FirstAider],
        cleared: true,
        minor: None,
        kind: PersonKind::Volunteer,
    },
    Account {
        email: "pomocnik@demo.example",
        name: "Adam Wymyślony",
        role: AccountRole::Volunteer,
        crew_roles: &[CrewRole::Helper],
        cleared: true,
        minor: None,
        kind: PersonKind::Volunteer,
    },
    Account {
        email: "uczennica@demo.example",
        name: "Ola Zmyślona",
        role: AccountRole::Volunteer,
        crew_roles: &[CrewRole::Helper],
        cleared: true,
        minor: Some(16),
        kind: PersonKind::Volunteer,
    },
    Account {
        email: "nowy@demo.example",
        name: "Piotr Umowny",
        role: AccountRole::Volunteer,
        crew_roles: &[CrewRole::Helper],
        cleared: false,
        minor: None,
        kind: PersonKind::Volunteer,
    },
    Account {
        email: "prace@demo.example",
        name: "Jan Umowny",
        role: AccountRole::Volunteer,
        crew_roles: &[CrewRole::Helper],
        cleared: true,
        minor: None,
        kind: PersonKind::Psu,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::passwords;

    #[test]
    fn the_password_passes_the_policy_for_everybody() {
        for account in ACCOUNTS {
            assert_eq!(
                passwords::check_new(PASSWORD, account.email),
                Ok(()),
                "{}",
                account.email
            );
        }
    }

    #[test]
    fn a_minor_keeps_the_age_all_summer() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let minor = ACCOUNTS.iter().find(|a| a.minor.is_some()).unwrap();
        assert_eq!(minor.born_on(day("2027-06-26")), Some(day("2010-12-26")));
    }
}
