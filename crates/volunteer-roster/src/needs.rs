//! How many people of which role a visit needs, and from when to when.

use serde::{Deserialize, Serialize};
use vocabulary::{CivilWindow, CrewRole, Day, Minute, Minutes, PersonId};

use crate::{AgeCategory, CrewMember, Person, Rules, Tongue};

/// The crew that one kind of visit asks for. A setting; the defaults are examples to be confirmed by the centre.
///
/// Adults who look after the children (leaders and adult helpers) number at least
/// `ceiling(expected children / children_per_adult)` and at least `smallest_crew`. Drivers and first aiders come on top:
/// they may be called away from the children. So do `extra_helpers`, who may be minors and never count for the ratio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CrewRule {
    /// Who answer for the visit; employed adults.
    pub leaders: u32,
    /// At most so many children for each adult; at least 1. The default of 15 is the limit of day-support centres (act
    /// of 9 June 2011 on supporting the family); whether the bus counts as one is for the centre to say.
    pub children_per_adult: u32,
    /// At least so many leaders and adult helpers together, however few children come: one adult is never alone.
    pub smallest_crew: u32,
    /// Helpers beyond the ratio.
    pub extra_helpers: u32,
    /// The youngest who may be an extra helper.
    pub extra_helper_age: AgeCategory,
    /// People with a first-aid certificate in force.
    pub first_aiders: u32,
    /// People who drive the bus.
    pub drivers: u32,
    /// Helpers who come along to learn, beyond all others; they do not count for anything.
    pub training_places: u32,
    /// Languages beside Polish that somebody of the crew should speak; a wish, which refuses nobody.
    pub tongues: Vec<Tongue>,
    /// How long before the bus arrives at the stop the crew meets.
    pub crew_lead: Minutes,
    /// How long after the bus leaves the stop the crew is still needed.
    pub crew_tail: Minutes,
}

impl Default for CrewRule {
    fn default() -> Self {
        Self {
            leaders: 1,
            children_per_adult: 15,
            smallest_crew: 2,
            extra_helpers: 1,
            extra_helper_age: AgeCategory::From16,
            first_aiders: 0,
            drivers: 1,
            training_places: 0,
            tongues: Vec::new(),
            crew_lead: Minutes(30),
            crew_tail: Minutes(15),
        }
    }
}

/// A crew rule that makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CrewRuleFault {
    /// A ratio of no children for an adult would ask for endless adults.
    #[error("children_per_adult must be at least 1")]
    NoChildrenPerAdult,
    /// No child is left without somebody who answers for the visit.
    #[error("leaders must be at least 1")]
    NoLeader,
    /// Nobody under 13 works.
    #[error("extra_helper_age must be at least 13-15")]
    ExtraHelperTooYoung,
    /// More children for each adult than the rules allow on that day.
    #[error("children_per_adult must be at most {most}")]
    TooManyChildren {
        /// What they allow.
        most: u32,
    },
}

impl CrewRule {
    /// Every fault of the rule; none if it can be used.
    pub fn faults(&self) -> Vec<CrewRuleFault> {
        let table = [
            (self.children_per_adult == 0, CrewRuleFault::NoChildrenPerAdult),
            (self.leaders == 0, CrewRuleFault::NoLeader),
            (
                self.extra_helper_age == AgeCategory::Under13,
                CrewRuleFault::ExtraHelperTooYoung,
            ),
        ];
        table
            .into_iter()
            .filter_map(|(wrong, fault)| wrong.then_some(fault))
            .collect()
    }

    /// Every fault of the rule for a visit on a day, the limits of that day included: a kind of visit may ask for more adults
    /// than the rules do, never for fewer.
    pub fn faults_on(&self, rules: &Rules, day: Day) -> Vec<CrewRuleFault> {
        let most = rules.crew.children_per_adult.on(day).map(|dated| dated.value);
        let beyond = most.filter(|most| self.children_per_adult > *most);
        let beyond = beyond.map(|most| CrewRuleFault::TooManyChildren { most });
        self.faults().into_iter().chain(beyond).collect()
    }

    /// Adult helpers for so many children.
    fn adult_helpers(&self, expected_children: u32) -> u32 {
        let by_ratio = expected_children.div_ceil(self.children_per_adult.max(1));
        by_ratio.max(self.smallest_crew).saturating_sub(self.leaders)
    }
}

/// One shift that a visit needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftNeed {
    /// What one does.
    pub role: CrewRole,
    /// How many people; at least one.
    pub places: u32,
    /// From the meeting of the crew to its end, on the day of the visit.
    pub crew_window: CivilWindow,
    /// The youngest who may take it.
    pub minimum_age: AgeCategory,
    /// How many may come along in training, beyond `places`: with the helpers of the ratio only.
    pub training_places: u32,
}

/// The shifts of one visit: leaders, helpers by the children expected, first aiders, drivers, extra helpers.
///
/// `at_stop` is from the bus's arrival, before the public start, to its departure, after the public end. Each pair of role
/// and youngest age comes at most once and only with at least one place, so a visit has at most two shifts of helpers:
/// the adults of the ratio, and the extra ones. Call [`CrewRule::faults`] first; a ratio of 0 is read as 1.
pub fn needs(rule: &CrewRule, expected_children: u32, at_stop: CivilWindow) -> Vec<ShiftNeed> {
    let crew_window = crew_window(rule, at_stop);
    let mut helpers = rule.adult_helpers(expected_children);
    let mut extra = rule.extra_helpers;
    if rule.extra_helper_age == AgeCategory::Adult {
        helpers = helpers.saturating_add(std::mem::take(&mut extra));
    }
    let table = [
        (CrewRole::Leader, rule.leaders, AgeCategory::Adult),
        (CrewRole::Helper, helpers, AgeCategory::Adult),
        (CrewRole::FirstAider, rule.first_aiders, AgeCategory::Adult),
        (CrewRole::Driver, rule.drivers, AgeCategory::Adult),
        (CrewRole::Helper, extra, rule.extra_helper_age),
    ];
    let wanted = table.into_iter().filter(|(_, places, _)| *places > 0);
    wanted
        .map(|(role, places, minimum_age)| ShiftNeed {
            role,
            places,
            crew_window,
            minimum_age,
            training_places: match (role, minimum_age) {
                (CrewRole::Helper, AgeCategory::Adult) => rule.training_places,
                _ => 0,
            },
        })
        .collect()
}

/// The languages that a visit asks for and nobody of its crew speaks. Those in training do not count.
///
/// `crew` is who holds a place, `people` what is known of them; somebody of whom nothing is known speaks Polish only.
pub fn missing_tongues(wanted: &[Tongue], crew: &[CrewMember], people: &[Person]) -> Vec<Tongue> {
    let counts = |id: &PersonId| crew.iter().any(|member| member.person == *id && !member.in_training);
    let spoken: Vec<Tongue> = people
        .iter()
        .filter(|person| counts(&person.id))
        .flat_map(|person| person.tongues.iter().copied())
        .collect();
    wanted
        .iter()
        .copied()
        .filter(|tongue| !spoken.contains(tongue))
        .collect()
}

/// The stay at the stop, with the lead before it and the tail after it; cut at midnight on either side.
fn crew_window(rule: &CrewRule, at_stop: CivilWindow) -> CivilWindow {
    let starts = Minute::new(at_stop.start().get().saturating_sub(rule.crew_lead.get()));
    let ends = at_stop.end().plus(rule.crew_tail).unwrap_or(Minute::END_OF_DAY);
    // A window that is only made longer stays a window, so the fallbacks are never taken.
    CivilWindow::new(starts.unwrap_or(at_stop.start()), ends).unwrap_or(at_stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `leader 1, helper 2 adult` and so on, for the crew of a visit from 12:00 to 15:00.
    fn check(rule: &CrewRule, children: u32) -> String {
        let shifts = needs(rule, children, "12:00-15:00".parse().unwrap());
        let words = shifts
            .iter()
            .map(|s| format!("{} {} {}", s.role, s.places, s.minimum_age));
        words.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn adults_by_ratio() {
        let rule = CrewRule {
            extra_helpers: 0,
            drivers: 0,
            ..CrewRule::default()
        };
        let cases = [
            (0, "leader 1 adult, helper 1 adult"), // never alone
            (15, "leader 1 adult, helper 1 adult"),
            (30, "leader 1 adult, helper 1 adult"),
            (31, "leader 1 adult, helper 2 adult"),
            (45, "leader 1 adult, helper 2 adult"),
            (46, "leader 1 adult, helper 3 adult"),
            (u32::MAX, "leader 1 adult, helper 286331152 adult"),
        ];
        for (children, expected) in cases {
            assert_eq!(check(&rule, children), expected, "{children} children");
        }
    }

    #[test]
    fn who_else_comes() {
        let base = CrewRule::default();
        let cases = [
            (
                base.clone(),
                "leader 1 adult, helper 1 adult, driver 1 adult, helper 1 16-17",
            ),
            (
                CrewRule {
                    first_aiders: 1,
                    drivers: 0,
                    ..base.clone()
                },
                "leader 1 adult, helper 1 adult, first-aider 1 adult, helper 1 16-17",
            ),
            (
                CrewRule {
                    extra_helpers: 2,
                    extra_helper_age: AgeCategory::Adult,
                    ..base.clone()
                },
                "leader 1 adult, helper 3 adult, driver 1 adult",
            ),
            (
                CrewRule {
                    leaders: 3,
                    extra_helpers: 0,
                    ..base.clone()
                },
                "leader 3 adult, driver 1 adult",
            ),
            (
                CrewRule {
                    smallest_crew: 4,
                    extra_helpers: 0,
                    drivers: 0,
                    ..base
                },
                "leader 1 adult, helper 3 adult",
            ),
        ];
        for (rule, expected) in cases {
            assert_eq!(check(&rule, 20), expected, "{rule:?}");
        }
    }

    #[test]
    fn who_comes_along() {
        let rule = CrewRule {
            training_places: 2,
            ..CrewRule::default()
        };
        let shifts = needs(&rule, 20, "12:00-15:00".parse().unwrap());
        let training: Vec<_> = shifts.iter().map(|s| s.training_places).collect();
        assert_eq!(training, [0, 2, 0, 0], "with the adult helpers only: {shifts:?}");
    }

    #[test]
    fn a_language_is_missing_until_somebody_of_the_crew_speaks_it() {
        use crate::{PersonKind, rules::fixtures};
        use Tongue::{English, Ukrainian};
        let speaks = |number, tongues: &[Tongue]| Person {
            tongues: tongues.to_vec(),
            ..fixtures::person(number)
        };
        let people = [speaks(1, &[Ukrainian]), speaks(2, &[English])];
        let member = |number, in_training| CrewMember {
            in_training,
            ..fixtures::member(number, PersonKind::Volunteer, AgeCategory::Adult, CrewRole::Helper)
        };
        let cases: [(&[CrewMember], &[Tongue]); 4] = [
            (&[], &[Ukrainian, English]),
            (&[member(1, false)], &[English]),
            (&[member(1, true)], &[Ukrainian, English]), // only comes along
            (&[member(1, false), member(2, false)], &[]),
        ];
        for (crew, expected) in cases {
            assert_eq!(
                missing_tongues(&[Ukrainian, English], crew, &people),
                expected,
                "{crew:?}"
            );
        }
    }

    #[test]
    fn a_kind_of_visit_may_ask_for_more_adults_only() {
        let on = "2027-07-01".parse().unwrap();
        let check = |children_per_adult, rules: &Rules| {
            let rule = CrewRule {
                children_per_adult,
                ..CrewRule::default()
            };
            rule.faults_on(rules, on)
        };
        assert_eq!(check(15, &Rules::default()), []);
        assert_eq!(check(8, &Rules::default()), []);
        assert_eq!(
            check(16, &Rules::default()),
            [CrewRuleFault::TooManyChildren { most: 15 }]
        );
        assert_eq!(check(16, &Rules::unlimited()), []);
    }

    #[test]
    fn crew_times_are_apart_from_the_stay() {
        let cases = [
            ("11:45-15:20", 30, 15, "11:15-15:35"),
            ("11:45-15:20", 0, 0, "11:45-15:20"),
            ("00:10-15:20", 30, 15, "00:00-15:35"),
            ("18:00-23:50", 30, 15, "17:30-24:00"),
            ("18:00-24:00", u32::MAX, u32::MAX, "00:00-24:00"),
        ];
        for (at_stop, lead, tail, expected) in cases {
            let rule = CrewRule {
                crew_lead: Minutes(lead),
                crew_tail: Minutes(tail),
                ..CrewRule::default()
            };
            let shifts = needs(&rule, 20, at_stop.parse().unwrap());
            assert!(
                shifts.iter().all(|s| s.crew_window.to_string() == expected),
                "{at_stop}: {shifts:?}"
            );
        }
    }

    #[test]
    fn faults_all_at_once() {
        let rule = CrewRule {
            leaders: 0,
            children_per_adult: 0,
            extra_helper_age: AgeCategory::Under13,
            ..CrewRule::default()
        };
        let all = [
            CrewRuleFault::NoChildrenPerAdult,
            CrewRuleFault::NoLeader,
            CrewRuleFault::ExtraHelperTooYoung,
        ];
        assert_eq!(rule.faults(), all);
        assert_eq!(CrewRule::default().faults(), []);
    }

    #[test]
    fn a_setting_left_out_has_its_default_and_an_unknown_one_is_refused() {
        let rule: CrewRule = serde_json::from_str(r#"{"leaders": 2, "extra_helper_age": "13-15"}"#).unwrap();
        let expected = CrewRule {
            leaders: 2,
            extra_helper_age: AgeCategory::From13,
            ..CrewRule::default()
        };
        assert_eq!(rule, expected);
        assert!(serde_json::from_str::<CrewRule>(r#"{"leader": 2}"#).is_err());
    }
}
