//! A setting that changes with the law: what it is from which day on, by whose word, and how sure that is.

use serde::{Deserialize, Serialize};
use vocabulary::{Day, word_lists};

use super::{RulesFault, RulesFaultKind};

word_lists! {
    /// By whose word a limit is as it is; whoever is not bound by law may be let off by staff, with a reason.
    SetBy {
        /// An act or a regulation: nobody can let anybody off.
        Law = "law",
        /// The centre: staff may decide otherwise in a single case.
        House = "house",
    }
}

/// What a limit rests on, told together with every "no" that it causes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// By whose word.
    pub set_by: SetBy,
    /// Act, article and date, or whose proposal it is.
    pub source: String,
}

/// The value of a setting from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated<T> {
    /// The first day on which it holds.
    pub from: Day,
    /// What it is.
    pub value: T,
    /// By whose word.
    pub set_by: SetBy,
    /// Act, article and date, or whose proposal it is; never empty.
    pub source: String,
    /// What is not certain about it and should be asked of a lawyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

impl<T> Dated<T> {
    /// What it rests on.
    pub fn basis(&self) -> Basis {
        Basis {
            set_by: self.set_by,
            source: self.source.clone(),
        }
    }
}

/// A setting with all its values, each from its day on. Without any, or before the first, there is no such limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Setting<T>(Vec<Dated<T>>);

impl<T> Default for Setting<T> {
    fn default() -> Self {
        Self::none()
    }
}

impl<T> Setting<T> {
    /// No limit on any day.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// These values, in any order.
    pub const fn of(values: Vec<Dated<T>>) -> Self {
        Self(values)
    }

    /// What is in force on a day; none if nothing is.
    pub fn on(&self, day: Day) -> Option<&Dated<T>> {
        let begun = self.0.iter().filter(|dated| dated.from <= day);
        begun.max_by_key(|dated| dated.from)
    }

    /// Every value, as it was given.
    pub fn all(&self) -> &[Dated<T>] {
        &self.0
    }

    /// Faults of the setting called `name`: a value without a source, two from one day, and what `wrong` finds in a value.
    pub(crate) fn faults(&self, name: &str, wrong: impl Fn(&T) -> Option<RulesFaultKind>) -> Vec<RulesFault> {
        let mut found = Vec::new();
        for (at, dated) in self.0.iter().enumerate() {
            let mut add = |kind| found.push(RulesFault::new(format!("{name}[{at}]"), kind));
            if dated.source.trim().is_empty() {
                add(RulesFaultKind::NoSource);
            }
            if self.0.iter().take(at).any(|earlier| earlier.from == dated.from) {
                add(RulesFaultKind::SameDayTwice { from: dated.from });
            }
            wrong(&dated.value).into_iter().for_each(add);
        }
        found
    }
}

impl Setting<bool> {
    /// Whether it is in force and yes on a day.
    pub fn asks_on(&self, day: Day) -> bool {
        self.on(day).is_some_and(|dated| dated.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(from: &str, value: u32) -> Dated<u32> {
        Dated {
            from: from.parse().unwrap(),
            value,
            set_by: SetBy::Law,
            source: "a source".to_owned(),
            doubt: None,
        }
    }

    #[test]
    fn the_newest_that_has_begun_is_in_force() {
        // Written out of order: the order is no part of the meaning.
        let setting = Setting::of(vec![
            dated("2025-06-01", 3),
            dated("2023-06-01", 1),
            dated("2024-06-01", 2),
        ]);
        let cases = [
            ("2023-05-31", None),
            ("2023-06-01", Some(1)),
            ("2024-05-31", Some(1)),
            ("2024-06-01", Some(2)),
            ("2030-01-01", Some(3)),
        ];
        for (day, expected) in cases {
            let got = setting.on(day.parse().unwrap()).map(|d| d.value);
            assert_eq!(got, expected, "{day}");
        }
        assert_eq!(Setting::<u32>::none().on("2027-07-01".parse().unwrap()), None);
    }

    #[test]
    fn json_is_a_list_and_an_unknown_field_is_refused() {
        let text = r#"[{"from":"2023-06-01","value":1,"set_by":"law","source":"a source"}]"#;
        let read: Setting<u32> = serde_json::from_str(text).unwrap();
        assert_eq!(read, Setting::of(vec![dated("2023-06-01", 1)]));
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert!(serde_json::from_str::<Setting<u32>>(&text.replace("value", "worth")).is_err());
    }
}
