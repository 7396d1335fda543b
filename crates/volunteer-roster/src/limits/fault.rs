//! Settings that make no sense, all told at once.

use vocabulary::{Day, Minutes};

use super::{MinorHours, Rules, Setting, WorkLimits};
use crate::Agreement;

/// One fault of the settings, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {kind}")]
pub struct RulesFault {
    /// Where, like `volunteer.day[0]`.
    pub at: String,
    /// What is wrong.
    pub kind: RulesFaultKind,
}

impl RulesFault {
    pub(crate) const fn new(at: String, kind: RulesFaultKind) -> Self {
        Self { at, kind }
    }
}

/// What can be wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RulesFaultKind {
    /// Nobody could say where it comes from.
    #[error("say where it comes from: act, article and date, or whose proposal it is")]
    NoSource,
    /// Two values would be in force.
    #[error("two values hold from {from} on; keep one")]
    SameDayTwice {
        /// The day.
        from: Day,
    },
    /// Nothing could ever be allowed, or something would be divided by it.
    #[error("must be at least 1")]
    Zero,
    /// Longer than the time it is a part of.
    #[error("must be at most {most}")]
    TooLong {
        /// What it is a part of.
        most: Minutes,
    },
    /// The last day before the first.
    #[error("ends on {to}, before it begins on {from}")]
    EndsFirst {
        /// The first day.
        from: Day,
        /// The last.
        to: Day,
    },
    /// No hour would be allowed.
    #[error("the earliest hour must be before the latest")]
    NoHours,
}

const DAY: Minutes = Minutes(24 * 60);

impl Agreement {
    /// Every fault of an agreement and of the terms it has of its own; none if it can be used.
    pub fn faults(&self) -> Vec<RulesFault> {
        let ends_first = self.to.filter(|last| *last < self.from);
        let ends_first = ends_first.map(|to| RulesFaultKind::EndsFirst { from: self.from, to });
        let mut found: Vec<_> = ends_first
            .into_iter()
            .map(|kind| RulesFault::new("to".to_owned(), kind))
            .collect();
        if let Some(terms) = &self.psu {
            found.extend(
                terms
                    .hours_a_week
                    .faults("psu.hours_a_week", |given| longer(*given, Minutes(7 * DAY.get()))),
            );
            found.extend(
                terms
                    .hours_a_month
                    .faults("psu.hours_a_month", |given| longer(*given, Minutes(31 * DAY.get()))),
            );
            found.extend(terms.rate.faults("psu.rate", |_| None));
        }
        found
    }
}

impl Rules {
    /// Every fault; none if the settings can be used.
    pub fn faults(&self) -> Vec<RulesFault> {
        let work = [
            ("staff", &self.staff),
            ("volunteer", &self.volunteer),
            ("psu", &self.psu),
        ];
        let mut found: Vec<_> = work
            .into_iter()
            .flat_map(|(name, limits)| of_work(name, limits))
            .collect();
        found.extend(self.psu_rate.faults("psu_rate", |_| None));
        found.extend(self.of_minors());
        found.extend(self.of_papers());
        found.extend(self.of_crews());
        found
    }

    fn of_minors(&self) -> Vec<RulesFault> {
        let minors = &self.minors;
        let hours = [
            ("minors.under_13", &minors.under_13),
            ("minors.from_13", &minors.from_13),
            ("minors.from_16", &minors.from_16),
        ];
        let mut found: Vec<_> = hours
            .into_iter()
            .flat_map(|(name, setting)| setting.faults(name, of_hours))
            .collect();
        found.extend(minors.consent.faults("minors.consent", |_| None));
        found.extend(minors.oldest_consent.faults("minors.oldest_consent", |_| None));
        found.extend(minors.approval.faults("minors.approval", |_| None));
        found.extend(minors.adult_of_staff.faults("minors.adult_of_staff", |_| None));
        found.extend(minors.for_each_adult.faults("minors.for_each_adult", |_| None));
        found
    }

    fn of_papers(&self) -> Vec<RulesFault> {
        let (clearance, agreement) = (&self.clearance, &self.agreement);
        [
            clearance
                .certificate_from
                .faults("clearance.certificate_from", |_| None),
            clearance.recheck_days.faults("clearance.recheck_days", zero),
            clearance.standards.faults("clearance.standards", |_| None),
            agreement.required.faults("agreement.required", |_| None),
            agreement.oral_days.faults("agreement.oral_days", |_| None),
            agreement.insured_days.faults("agreement.insured_days", |_| None),
        ]
        .concat()
    }

    fn of_crews(&self) -> Vec<RulesFault> {
        let at_most = |most| move |given: &Minutes| longer(*given, most);
        [
            self.crew.psu.faults("crew.psu", |_| None),
            self.crew.children_per_adult.faults("crew.children_per_adult", zero),
            self.travel.within_estate.faults("travel.within_estate", at_most(DAY)),
            self.travel
                .between_estates
                .faults("travel.between_estates", at_most(DAY)),
            self.travel.metres_a_minute.faults("travel.metres_a_minute", zero),
            self.waiting.offer.faults("waiting.offer", |offer| zero(&offer.get())),
            self.waiting.ask_all.faults("waiting.ask_all", |_| None),
        ]
        .concat()
    }
}

fn of_work(name: &str, limits: &WorkLimits) -> Vec<RulesFault> {
    let hours = |field: &str, setting: &Setting<Minutes>, days: u32| {
        setting.faults(&format!("{name}.{field}"), |given| {
            longer(*given, Minutes(days * DAY.get()))
        })
    };
    [
        hours("day", &limits.day, 1),
        hours("week", &limits.week, 7),
        hours("month", &limits.month, 31),
        hours("season", &limits.season, 366),
        hours("rest", &limits.rest, 1),
        limits.days_in_a_row.faults(&format!("{name}.days_in_a_row"), zero),
    ]
    .concat()
}

fn of_hours(hours: &MinorHours) -> Option<RulesFaultKind> {
    if hours.earliest >= hours.latest {
        return Some(RulesFaultKind::NoHours);
    }
    longer(hours.a_day, DAY).or_else(|| zero(&hours.days_in_a_row))
}

fn longer(given: Minutes, most: Minutes) -> Option<RulesFaultKind> {
    (given > most).then_some(RulesFaultKind::TooLong { most })
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form in which a setting hands its value to a check"
)]
const fn zero(given: &u32) -> Option<RulesFaultKind> {
    if *given == 0 { Some(RulesFaultKind::Zero) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dated, SetBy};

    fn dated<T>(value: T, source: &str) -> Dated<T> {
        Dated {
            from: "2027-01-01".parse().unwrap(),
            value,
            set_by: SetBy::House,
            source: source.to_owned(),
            doubt: None,
        }
    }

    #[test]
    fn all_faults_at_once() {
        let mut rules = Rules::default();
        assert_eq!(rules.faults(), []);
        assert_eq!(Rules::unlimited().faults(), []);

        rules.volunteer.day = Setting::of(vec![dated(Minutes(1441), "us"), dated(Minutes(60), " ")]);
        rules.psu.days_in_a_row = Setting::of(vec![dated(0, "us")]);
        rules.minors.from_13 = Setting::of(vec![dated(
            MinorHours {
                earliest: "20:00".parse().unwrap(),
                latest: "08:00".parse().unwrap(),
                a_day: Minutes(60),
                days_in_a_row: 1,
            },
            "us",
        )]);
        rules.travel.metres_a_minute = Setting::of(vec![dated(0, "us")]);
        let told: Vec<_> = rules.faults().iter().map(ToString::to_string).collect();
        let expected = [
            "volunteer.day[0]: must be at most 1440 min",
            "volunteer.day[1]: say where it comes from: act, article and date, or whose proposal it is",
            "volunteer.day[1]: two values hold from 2027-01-01 on; keep one",
            "psu.days_in_a_row[0]: must be at least 1",
            "minors.from_13[0]: the earliest hour must be before the latest",
            "travel.metres_a_minute[0]: must be at least 1",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn an_agreement_has_faults_of_its_own() {
        let mut agreement = crate::rules::fixtures::written("2027-06-01", Some("2027-05-31"));
        agreement.psu = Some(crate::PsuTerms {
            hours_a_week: Setting::of(vec![dated(Minutes(7 * 1440 + 1), "us")]),
            ..crate::PsuTerms::default()
        });
        let told: Vec<_> = agreement.faults().iter().map(ToString::to_string).collect();
        let expected = [
            "to: ends on 2027-05-31, before it begins on 2027-06-01",
            "psu.hours_a_week[0]: must be at most 10080 min",
        ];
        assert_eq!(told, expected);
        assert_eq!(
            crate::rules::fixtures::written("2027-06-01", Some("2027-06-01")).faults(),
            []
        );
    }

    #[test]
    fn a_section_left_out_is_the_default_and_one_given_in_part_is_refused() {
        let check = |text: &str| serde_json::from_str::<Rules>(text);
        assert_eq!(check("{}").unwrap(), Rules::default());
        assert!(
            check(r#"{"crew": {"psu": []}}"#).is_err(),
            "children_per_adult forgotten"
        );
        assert!(check(r#"{"crews": {}}"#).is_err());
        let whole = serde_json::to_string(&Rules::default()).unwrap();
        assert_eq!(check(&whole).unwrap(), Rules::default());
    }
}
