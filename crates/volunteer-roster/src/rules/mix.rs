//! Who may be together on one visit: minors never without an adult of the staff, never more of them than adults can look
//! after, and few people of socially useful work.
//!
//! Source: the house; no source gives numbers for volunteers. Adults are leaders and helpers who are neither in training
//! nor sent by the labour office: drivers and first aiders may be called away, and people of socially useful work never
//! count.

use vocabulary::{CrewRole, Day};

use super::Ask;
use crate::{AgeCategory, CrewMember, PersonKind, Refusal, Rules};

/// Only of somebody who would make it worse: an adult is not refused because two minors are alone.
pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let day = asked.shift.day;
    let own = joining(asked);
    let (is_minor, is_psu) = (own.age < AgeCategory::Adult, own.kind == PersonKind::Psu);
    let others = asked.shift.crew.iter().filter(|member| member.person != own.person);
    let crew: Vec<_> = others.cloned().chain([own.clone()]).collect();
    let worse = |refusal: &Refusal| match refusal {
        Refusal::TooManyPsu { .. } => is_psu,
        _ => is_minor,
    };
    breaches(&crew, asked.rules, day).into_iter().filter(worse).collect()
}

/// The asking person as one of the crew.
pub(crate) fn joining(asked: &Ask<'_>) -> CrewMember {
    CrewMember {
        person: asked.person.id.clone(),
        kind: asked.person.kind,
        age: asked.person.category_on(asked.shift.day),
        role: asked.shift.role,
        in_training: asked.in_training(),
    }
}

/// What a whole crew breaks.
pub(crate) fn breaches(crew: &[CrewMember], rules: &Rules, day: Day) -> Vec<Refusal> {
    let number = |of: &dyn Fn(&CrewMember) -> bool| {
        let people = crew.iter().filter(|member| of(member)).count();
        u32::try_from(people).unwrap_or(u32::MAX)
    };
    let minors = number(&|m| m.age < AgeCategory::Adult);
    let adults = number(&looks_after);
    let psu = number(&|m| m.kind == PersonKind::Psu);
    let staff = number(&|m| m.age == AgeCategory::Adult && m.kind == PersonKind::Staff);

    let mut found = Vec::new();
    if minors > 0 && staff == 0 && rules.minors.adult_of_staff.asks_on(day) {
        found.push(Refusal::NoAdultOfStaff);
    }
    if let Some(for_each) = rules.minors.for_each_adult.on(day)
        && minors > adults.saturating_mul(for_each.value)
    {
        found.push(Refusal::TooManyMinors {
            minors,
            adults,
            for_each: for_each.value,
            basis: for_each.basis(),
        });
    }
    if let Some(limit) = rules.crew.psu.on(day)
        && psu > limit.value
    {
        found.push(Refusal::TooManyPsu {
            limit: limit.value,
            basis: limit.basis(),
        });
    }
    found
}

/// Whether somebody counts as an adult who looks after others.
fn looks_after(member: &CrewMember) -> bool {
    let there = match member.role {
        CrewRole::Leader | CrewRole::Helper => true,
        CrewRole::Driver | CrewRole::FirstAider => false,
    };
    there && member.age == AgeCategory::Adult && member.kind != PersonKind::Psu && !member.in_training
}

/// The breaches of a crew that it did not have before: by code, since the numbers in them change.
pub(crate) fn new_breaches(before: &[CrewMember], after: &[CrewMember], rules: &Rules, day: Day) -> Vec<Refusal> {
    let old = breaches(before, rules, day);
    let mut new = breaches(after, rules, day);
    new.retain(|refusal| !old.iter().any(|known| known.code() == refusal.code()));
    new
}

#[cfg(test)]
mod tests {
    use vocabulary::CrewRole::{Driver, Helper, Leader};

    use super::*;
    use crate::{
        Age,
        AgeCategory::{Adult, From16},
        PersonKind::{Psu, Staff, Volunteer},
        rules::fixtures::{check, codes, day, member, person_id},
    };

    type Member = (PersonKind, AgeCategory, CrewRole);

    fn with(kind: PersonKind, minor: bool, crew: &[Member]) -> String {
        let got = check(rule, |facts| {
            facts.person.kind = kind;
            if minor {
                facts.person.age = Age::BornOn(day("2010-01-01"));
            }
            let numbered = (10_u128..).zip(crew);
            facts.shift.crew = numbered
                .map(|(n, (kind, age, role))| member(n, *kind, *age, *role))
                .collect();
        });
        codes(&got)
    }

    #[test]
    fn minors() {
        let cases: [(&[Member], &str); 8] = [
            (&[(Staff, Adult, Leader)], ""),
            (&[], "no-adult-of-staff too-many-minors"),
            (&[(Volunteer, Adult, Helper)], "no-adult-of-staff"),
            (&[(Staff, Adult, Driver)], "too-many-minors"), // may be called away
            (
                &[(Staff, Adult, Leader), (Volunteer, From16, Helper)],
                "too-many-minors",
            ),
            (
                &[
                    (Staff, Adult, Leader),
                    (Volunteer, Adult, Helper),
                    (Volunteer, From16, Helper),
                ],
                "",
            ),
            (
                &[
                    (Staff, Adult, Leader),
                    (Psu, Adult, Helper),
                    (Volunteer, From16, Helper),
                ],
                "too-many-minors",
            ),
            (
                &[
                    (Staff, From16, Leader),
                    (Volunteer, Adult, Helper),
                    (Volunteer, Adult, Helper),
                ],
                "no-adult-of-staff",
            ),
        ];
        for (crew, expected) in cases {
            assert_eq!(with(Volunteer, true, crew), expected, "{crew:?}");
            assert_eq!(with(Volunteer, false, crew), "", "an adult makes it no worse: {crew:?}");
        }
    }

    #[test]
    fn socially_useful_work() {
        assert_eq!(with(Psu, false, &[(Staff, Adult, Leader)]), "");
        assert_eq!(with(Psu, false, &[(Psu, Adult, Helper)]), "too-many-psu");
        assert_eq!(
            with(Volunteer, false, &[(Psu, Adult, Helper), (Psu, Adult, Helper)]),
            ""
        );
    }

    #[test]
    fn whoever_only_learns_looks_after_nobody() {
        for (in_training, expected) in [(false, ""), (true, "too-many-minors")] {
            let got = check(rule, |facts| {
                facts.person.age = Age::BornOn(day("2010-01-01"));
                let second = CrewMember {
                    in_training,
                    ..member(91, Volunteer, Adult, Helper)
                };
                facts.shift.crew.extend([second, member(92, Volunteer, From16, Helper)]);
            });
            assert_eq!(codes(&got), expected, "{in_training}");
        }
    }

    /// Somebody who holds a place already is in the crew, and counts once.
    #[test]
    fn nobody_counts_twice() {
        let got = check(rule, |facts| {
            facts.person.kind = Psu;
            facts.shift.crew = vec![member(1, Psu, Adult, Helper)];
            assert_eq!(facts.person.id, person_id(1));
        });
        assert_eq!(codes(&got), "");
    }
}
