//! `season.toml` to values, with every fault and its line. serde would stop at the first, so the tree is walked by hand: one
//! line a key, in [`settings`].

mod settings;

use std::fmt::Display;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::WeekHours;
use crate::cell::{Cell, TomlKind};
use crate::fault::FaultKind;
use crate::table::{Faults, line_at, nearest, short, text};

pub(crate) use settings::{SettingsRead, settings};

/// The file.
pub(crate) const SEASON: &str = "season.toml";
/// The most entries of one list.
const MOST_ENTRIES: usize = 2_000;

/// What a value reads with: where it is and where faults go.
struct At<'a> {
    input: &'a str,
    faults: &'a mut Faults,
    path: String,
    line: u64,
}

impl At<'_> {
    fn fault(&mut self, kind: FaultKind) {
        let column = Some(self.path.as_str()).filter(|path| !path.is_empty());
        self.faults.add(SEASON, Some(self.line), column, kind);
    }

    /// The same, at a value inside.
    fn inside<T>(&mut self, path: String, value: &Spanned<T>) -> At<'_> {
        let line = line_at(self.input.as_bytes(), value.span().start);
        At {
            input: self.input,
            faults: self.faults,
            path,
            line,
        }
    }
}

/// A type that a TOML value can be.
trait FromToml: Sized {
    fn expected() -> String;
    fn from_toml(value: &DeValue<'_>, at: &mut At<'_>) -> Option<Self>;
}

impl<T: Cell> FromToml for T {
    fn expected() -> String {
        T::expected()
    }

    fn from_toml(value: &DeValue<'_>, at: &mut At<'_>) -> Option<Self> {
        let text = match (T::TOML, value) {
            (TomlKind::Text, DeValue::String(text)) => text.trim().to_owned(),
            (TomlKind::Text, DeValue::Datetime(date)) => date.to_string(),
            (TomlKind::Whole | TomlKind::Number, DeValue::Integer(number)) if number.radix() == 10 => {
                number.as_str().replace('_', "")
            }
            (TomlKind::Number, DeValue::Float(number)) => number.as_str().replace('_', ""),
            (TomlKind::YesNo, DeValue::Boolean(yes)) => yes.to_string(),
            _ => {
                at.fault(wrong_type::<T>(value));
                return None;
            }
        };
        let parsed = T::parse(text.trim_start_matches('+'));
        if parsed.is_none() {
            at.fault(FaultKind::Malformed {
                found: short(&text),
                expected: T::expected(),
            });
        }
        parsed
    }
}

fn wrong_type<T: FromToml>(value: &DeValue<'_>) -> FaultKind {
    let found = match value {
        DeValue::String(text) => format!("the text \"{}\"", short(text)),
        DeValue::Integer(number) => format!("the number {}", short(&number.to_string())),
        DeValue::Float(number) => format!("the number {}", short(&number.to_string())),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    };
    let expected = match T::expected() {
        words if words == "yes or no" => "true or false, without quotes".to_owned(),
        words => words,
    };
    FaultKind::WrongType { found, expected }
}

/// A table being read key by key; [`Keys::finish`] then refuses the keys nobody asked for.
struct Keys<'a, 't> {
    table: &'t DeTable<'t>,
    at: At<'a>,
    asked: Vec<&'static str>,
}

impl<'a, 't> Keys<'a, 't> {
    fn path(&self, key: &str) -> String {
        match self.at.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// The value of a key; `None`, without a fault, when it is absent.
    fn optional<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        let value = self.get(key)?;
        let path = self.path(key);
        T::from_toml(value.get_ref(), &mut self.at.inside(path, value))
    }

    fn required<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            let path = self.path(key);
            let line = self.at.line;
            self.at.faults.add(
                SEASON,
                Some(line),
                Some(&path),
                FaultKind::MissingKey {
                    expected: T::expected(),
                },
            );
            return None;
        }
        self.optional(key)
    }

    /// A text that may be absent.
    fn text(&mut self, key: &'static str) -> String {
        self.optional(key).unwrap_or_default()
    }

    /// A value in a range, or its default.
    fn within<T>(&mut self, key: &'static str, default: T, range: RangeInclusive<T>) -> T
    where
        T: FromToml + PartialOrd + Display,
    {
        match self.optional(key) {
            Some(value) if range.contains(&value) => value,
            Some(value) => {
                let kind = FaultKind::OutOfRange {
                    found: value.to_string(),
                    least: range.start().to_string(),
                    most: range.end().to_string(),
                };
                self.fault_at(key, kind);
                default
            }
            None => default,
        }
    }

    /// A value in a range, when there is one.
    fn maybe_within<T>(&mut self, key: &'static str, range: RangeInclusive<T>) -> Option<T>
    where
        T: FromToml + PartialOrd + Display + Clone,
    {
        let given = self.table.contains_key(key);
        let value = self.within(key, range.start().clone(), range);
        given.then_some(value)
    }

    /// The sound entries of a list, each with its line.
    fn list<T: FromToml>(&mut self, key: &'static str) -> Vec<(u64, T)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let path = self.path(key);
        let mut at = self.at.inside(path.clone(), value);
        let Some(entries) = value.get_ref().as_array() else {
            let found = value.get_ref().type_str().to_owned();
            at.fault(FaultKind::WrongType {
                found,
                expected: format!("a list, written [[{path}]]"),
            });
            return Vec::new();
        };
        if entries.len() > MOST_ENTRIES {
            at.fault(FaultKind::TooManyRows {
                most: MOST_ENTRIES as u64,
            });
            return Vec::new();
        }
        let read = |(index, entry): (usize, &Spanned<DeValue<'_>>)| {
            let mut at = at.inside(format!("{path}[{index}]"), entry);
            let line = at.line;
            T::from_toml(entry.get_ref(), &mut at).map(|value| (line, value))
        };
        entries.iter().enumerate().filter_map(read).collect()
    }

    /// Hours by weekday: `{ mon = "10:00-18:00", tue = ["9:00-12:00", "14:00-18:00"] }`.
    fn week_hours(&mut self, key: &'static str) -> Option<WeekHours> {
        let value = self.get(key)?;
        let path = self.path(key);
        let mut at = self.at.inside(path, value);
        let expected = "hours by weekday, e.g. { mon = \"10:00-18:00\" }".to_owned();
        let Some(table) = value.get_ref().as_table() else {
            at.fault(FaultKind::WrongType {
                found: value.get_ref().type_str().to_owned(),
                expected,
            });
            return None;
        };
        let mut week = WeekHours::default();
        let mut keys = Keys {
            table,
            at,
            asked: Vec::new(),
        };
        for day in vocabulary::Weekday::ALL {
            let many = table.get(day.as_str()).is_some_and(|v| v.get_ref().is_array());
            let windows: Vec<vocabulary::CivilWindow> = if many {
                keys.list(day.as_str()).into_iter().map(|(_, window)| window).collect()
            } else {
                keys.optional(day.as_str()).into_iter().collect()
            };
            for window in windows {
                if !week.add(day, window) {
                    let expected = "windows that do not overlap".to_owned();
                    keys.fault_at(
                        day.as_str(),
                        FaultKind::Malformed {
                            found: window.to_string(),
                            expected,
                        },
                    );
                }
            }
        }
        keys.finish();
        Some(week)
    }

    /// A fault of the value of a key.
    fn fault_at(&mut self, key: &'static str, kind: FaultKind) {
        let path = self.path(key);
        match self.table.get(key) {
            Some(value) => self.at.inside(path, value).fault(kind),
            None => self.at.fault(kind),
        }
    }

    /// Refuses every key that was not asked for.
    fn finish(mut self) {
        for (key, _) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let kind = FaultKind::UnknownKey {
                found: short(name),
                nearest: nearest(name, self.asked.iter().copied()),
                all: self.asked.join(", "),
            };
            let path = self.at.path.clone();
            self.at.inside(path, key).fault(kind);
        }
    }
}

/// A table, read key by key by `read`.
fn table<T>(value: &DeValue<'_>, at: &mut At<'_>, read: impl FnOnce(&mut Keys<'_, '_>) -> Option<T>) -> Option<T> {
    let Some(table) = value.as_table() else {
        at.fault(FaultKind::WrongType {
            found: value.type_str().to_owned(),
            expected: "a table".to_owned(),
        });
        return None;
    };
    let at = At {
        input: at.input,
        faults: at.faults,
        path: at.path.clone(),
        line: at.line,
    };
    let mut keys = Keys {
        table,
        at,
        asked: Vec::new(),
    };
    let read = read(&mut keys);
    keys.finish();
    read
}

/// The tree of a file, when it is TOML at all.
fn parse<'i>(input: &'i str, faults: &mut Faults) -> Option<DeTable<'i>> {
    let (tree, errors) = DeTable::parse_recoverable(input);
    for error in &errors {
        let row = error.span().map(|span| line_at(input.as_bytes(), span.start));
        faults.add(
            SEASON,
            row,
            None,
            FaultKind::TomlSyntax {
                message: short(error.message()),
            },
        );
    }
    errors.is_empty().then(|| tree.into_inner())
}

/// The text of the file and its tree, handed to `read`.
fn document<T>(bytes: &[u8], faults: &mut Faults, read: impl FnOnce(&mut Keys<'_, '_>) -> T) -> Option<T> {
    let input = text(SEASON, bytes, faults)?;
    let tree = parse(input, faults)?;
    let at = At {
        input,
        faults,
        path: String::new(),
        line: 1,
    };
    let mut keys = Keys {
        table: &tree,
        at,
        asked: Vec::new(),
    };
    let value = read(&mut keys);
    keys.finish();
    Some(value)
}
