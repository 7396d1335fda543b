//! The limits as they are without any setting: what Polish law says, as far as it could be read, and proposals of the
//! house where it says nothing. docs/roster-rules.md lists them for people; a test there compares.

use vocabulary::{Day, Minute, Minutes, Timestamp, Zone};

use super::{
    AgreementRules, ClearanceRules, CrewLimits, Dated, MinorHours, MinorRules, Rules, SetBy, Setting, TravelRules,
    WaitingRules, WorkLimits,
};
use crate::{AgeCategory, Grosze};

const LABOUR_CODE: &str = "Labour Code of 26 June 1974, ";
const VOLUNTEERS: &str = "act of 24 April 2003 on public benefit and volunteering, ";
const MINORS: &str = "act of 13 May 2016 on the protection of minors, as changed by the act of 28 July 2023, ";
const PSU_OLD: &str = "act of 20 April 2004 on promotion of employment, art. 73a";
const PSU_DOUBT: &str = "since 1 June 2025 the act of 20 March 2025 (Dz.U. 2025 item 620) applies to new agreements; its limit and rate could \
                         not be read";
const NO_HOURS_LAW: &str = "no source names legal hours for volunteers; labour law does not bind them";
const HOUSE: &str = "proposal of the software, to be confirmed by the centre";

impl Default for Rules {
    fn default() -> Self {
        Self {
            staff: staff(),
            volunteer: volunteer(),
            psu: psu(),
            psu_rate: psu_rate(),
            minors: minors(),
            clearance: clearance(),
            agreement: agreement(),
            crew: crew(),
            travel: travel(),
            waiting: waiting(),
        }
    }
}

/// A limit from an act that was in force before any season of the bus.
fn law<T>(value: T, source: String) -> Dated<T> {
    Dated {
        from: beginning(),
        value,
        set_by: SetBy::Law,
        source,
        doubt: None,
    }
}

/// A proposal of the house, in force from the beginning.
fn house<T>(value: T) -> Dated<T> {
    Dated {
        from: beginning(),
        value,
        set_by: SetBy::House,
        source: HOUSE.to_owned(),
        doubt: None,
    }
}

impl<T> Dated<T> {
    /// In force from a year, month and day of the month; a date that is none would leave it in force from the beginning.
    fn since(self, year: i32, month: u32, day: u32) -> Self {
        Self {
            from: Day::from_ymd(year, month, day).unwrap_or(self.from),
            ..self
        }
    }

    fn doubted(self, doubt: &str) -> Self {
        Self {
            doubt: Some(doubt.to_owned()),
            ..self
        }
    }

    fn alone(self) -> Setting<T> {
        Setting::of(vec![self])
    }
}

/// The first day of 2000: before any season of the bus.
fn beginning() -> Day {
    Zone::WARSAW.day(Timestamp::from_unix_seconds(946_684_800))
}

const fn hours(hours: u32) -> Minutes {
    Minutes(60 * hours)
}

fn staff() -> WorkLimits {
    const ELSEWHERE: &str = "only shifts are counted here; whatever else the person works for the centre is not known";
    WorkLimits {
        day: house(hours(8)).doubted(ELSEWHERE).alone(),
        week: house(hours(40)).doubted(ELSEWHERE).alone(),
        month: Setting::none(),
        season: Setting::none(),
        rest: law(hours(11), format!("{LABOUR_CODE}art. 132")).alone(),
        days_in_a_row: house(6)
            .doubted("stands for the 35 hours of weekly rest of Labour Code art. 133")
            .alone(),
    }
}

fn volunteer() -> WorkLimits {
    WorkLimits {
        day: house(hours(8)).doubted(NO_HOURS_LAW).alone(),
        week: house(hours(40)).doubted(NO_HOURS_LAW).alone(),
        month: Setting::none(),
        season: Setting::none(),
        rest: house(hours(11)).doubted(NO_HOURS_LAW).alone(),
        days_in_a_row: house(6).doubted(NO_HOURS_LAW).alone(),
    }
}

fn psu() -> WorkLimits {
    let old = |limit| law(limit, PSU_OLD.to_owned()).doubted(PSU_DOUBT).alone();
    WorkLimits {
        day: house(hours(8)).alone(),
        week: old(hours(10)),
        month: old(hours(40)),
        season: Setting::none(),
        rest: house(hours(11)).alone(),
        days_in_a_row: house(6).alone(),
    }
}

fn psu_rate() -> Setting<Grosze> {
    let source = |which: &str| format!("{PSU_OLD}; {which}");
    Setting::of(vec![
        law(
            Grosze(900),
            source("named by labour offices for the time before June 2023"),
        )
        .doubted("from when on it was 9.00 is not known"),
        law(Grosze(1090), source("announced for 1 June 2023"))
            .since(2023, 6, 1)
            .doubted("indexed each June; the later rates could not be read, and are the agreement's to say"),
    ])
}

fn minors() -> MinorRules {
    let own = |last: u32, a_day: u32| {
        let (earliest, latest) = (Minute::new(8 * 60), Minute::new(last * 60));
        let hours = MinorHours {
            // Hours of a day are minutes of a day.
            earliest: earliest.unwrap_or(Minute::END_OF_DAY),
            latest: latest.unwrap_or(Minute::END_OF_DAY),
            a_day: hours(a_day),
            days_in_a_row: 3,
        };
        house(hours).doubted(NO_HOURS_LAW).alone()
    };
    MinorRules {
        under_13: own(20, 0),
        from_13: own(20, 3),
        from_16: own(20, 6),
        consent: law(true, "Civil Code of 23 April 1964, art. 12, 14, 15, 17".to_owned()).alone(),
        oldest_consent: Setting::none(),
        approval: house(true).alone(),
        adult_of_staff: house(true).alone(),
        for_each_adult: house(1).alone(),
    }
}

fn clearance() -> ClearanceRules {
    ClearanceRules {
        certificate_from: law(AgeCategory::Under13, format!("{MINORS}art. 21.3"))
            .since(2024, 2, 15)
            .doubted("a helper aged 13 to 16 has no ordinary record there; the act names no age")
            .alone(),
        // The act gives no interval in what could be read; once it is set here, it is a setting like all others.
        recheck_days: Setting::none(),
        standards: law(1, format!("{MINORS}art. 22b, 22c")).since(2024, 8, 15).alone(),
    }
}

fn agreement() -> AgreementRules {
    AgreementRules {
        required: law(true, format!("{VOLUNTEERS}art. 44.1")).alone(),
        oral_days: law(30, format!("{VOLUNTEERS}art. 44.4")).alone(),
        insured_days: law(30, format!("{VOLUNTEERS}art. 46.2, 46.3"))
            .doubted("counted by the length of the agreement, not by days worked, as wolontariat.org.pl says")
            .alone(),
    }
}

fn crew() -> CrewLimits {
    CrewLimits {
        psu: house(1).alone(),
        children_per_adult: law(
            15,
            "act of 9 June 2011 on supporting the family, on day-support centres".to_owned(),
        )
        .doubted("whether the bus counts as a day-support centre, or as street work, is for the authority to say")
        .alone(),
    }
}

fn travel() -> TravelRules {
    TravelRules {
        within_estate: house(Minutes(10)).alone(),
        between_estates: house(Minutes(30)).alone(),
        metres_a_minute: house(150).doubted("a bicycle or a town bus, detours included").alone(),
    }
}

fn waiting() -> WaitingRules {
    WaitingRules {
        offer: house(hours(12)).alone(),
        proposal: house(hours(7 * 24)).alone(),
        ask_all: house(hours(3)).alone(),
    }
}
