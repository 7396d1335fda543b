//! The search's limits, from the roster's settings: the narrowest value that is in force on any day of the visits.

use vocabulary::{Day, Minutes};

use super::{CrewAsk, Hand};
use crate::{
    AgeCategory, Period, Person, PersonKind, Rules,
    fill::{self, Kind},
    rules::hours,
};

/// What somebody counts as; whoever is under age on the first day stays so.
pub(super) fn kind(person: &Person, first: Day) -> Kind {
    match (person.kind, person.is_minor_on(first)) {
        (PersonKind::Psu, _) => Kind::UsefulWork,
        (_, true) => Kind::Minor,
        (PersonKind::Staff, false) => Kind::Staff,
        (PersonKind::Volunteer, false) => Kind::Adult,
    }
}

/// The most that somebody may do.
pub(super) fn of(hand: &Hand, rules: &Rules, days: &[Day]) -> fill::Limits {
    let person = &hand.person;
    let narrowest = |period| {
        let each = days.iter().filter_map(|day| hours::limit(person, rules, period, *day));
        each.map(|(limit, _)| limit).min()
    };
    let of_age = || days.iter().filter_map(|day| minor_hours(person, rules, *day));
    let a_day = of_age().map(|(a_day, _)| a_day).chain(narrowest(Period::Day)).min();
    let usual = days
        .iter()
        .filter_map(|day| rules.work(person.kind).days_in_a_row.on(*day).map(|dated| dated.value));
    let in_a_row = of_age().map(|(_, days)| days).chain(usual).min();
    fill::Limits {
        day_minutes: a_day.map(Minutes::get),
        week_minutes: narrowest(Period::Week).map(Minutes::get),
        month_minutes: narrowest(Period::Month).map(Minutes::get),
        season_minutes: narrowest(Period::Season).map(Minutes::get),
        day_visits: None,
        season_visits: hand.most_visits,
        days_in_row: in_a_row,
    }
}

fn minor_hours(person: &Person, rules: &Rules, day: Day) -> Option<(Minutes, u32)> {
    let age = person.category_on(day);
    let hours = rules.minors.hours(age, day).filter(|_| age < AgeCategory::Adult)?;
    Some((hours.value.a_day, hours.value.days_in_a_row))
}

/// The rest between two days that is enough for everybody.
pub(super) fn rest(ask: &CrewAsk, days: &[Day]) -> u32 {
    let of_kind = |kind: &PersonKind| {
        let rest = &ask.rules.work(*kind).rest;
        days.iter()
            .filter_map(|day| rest.on(*day))
            .map(|dated| dated.value.get())
            .max()
    };
    PersonKind::ALL.iter().filter_map(of_kind).max().unwrap_or(0)
}

/// Who may be together.
pub(super) fn mix(rules: &Rules, days: &[Day]) -> fill::Mix {
    let narrowest =
        |setting: &crate::Setting<u32>| days.iter().filter_map(|day| setting.on(*day)).map(|d| d.value).min();
    fill::Mix {
        minors_for_each_adult: narrowest(&rules.minors.for_each_adult),
        leaders_look_after: true,
        minors_with_staff: days.iter().any(|day| rules.minors.adult_of_staff.asks_on(*day)),
        most_useful_work: narrowest(&rules.crew.psu),
    }
}
