//! The document of limits as a list of settings, by their names in docs/roster-rules.md.

use serde_json::{Map, Value, json};
use vocabulary::{Day, Minute, Minutes};
use volunteer_roster::{MinorHours, Rules, SetBy};

use crate::app::AppError;

/// What a setting holds, and so how it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A length of time.
    Length,
    /// A number.
    Count,
    /// Yes or no.
    Yes,
    /// The hours of an age category of minors.
    Hours,
    /// Grosze an hour.
    Money,
    /// An age category.
    Age,
}

/// One setting.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// `volunteer.day`
    pub name: String,
    /// What it holds.
    pub form: Form,
    /// Its values as they are written, each with its day, word and source.
    pub values: Vec<Value>,
}

impl Leaf {
    /// Whether the house may set it: nothing in it is the law's.
    pub fn is_of_house(&self) -> bool {
        self.values.iter().all(|value| value["set_by"] == SetBy::House.as_str())
    }

    /// What is in force on a day.
    pub fn on(&self, day: Day) -> Option<&Value> {
        let from = |value: &&Value| value["from"].as_str().and_then(|text| text.parse::<Day>().ok());
        let begun = self
            .values
            .iter()
            .filter(|value| from(value).is_some_and(|from| from <= day));
        begun.max_by_key(from)
    }
}

/// The settings in the order of their names.
pub fn leaves(rules: &Rules) -> Result<Vec<Leaf>, AppError> {
    let document = serde_json::to_value(rules).map_err(|e| anyhow::anyhow!(e))?;
    let mut found = Vec::new();
    collect("", &document, &mut found);
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn collect(name: &str, value: &Value, into: &mut Vec<Leaf>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let name = if name.is_empty() {
                    field.clone()
                } else {
                    format!("{name}.{field}")
                };
                collect(&name, value, into);
            }
        }
        Value::Array(values) => into.push(Leaf {
            form: form_of(name),
            name: name.to_owned(),
            values: values.clone(),
        }),
        _ => {}
    }
}

/// How a setting is typed. Held by a test to be how every default is written.
fn form_of(name: &str) -> Form {
    match name {
        "psu_rate" => Form::Money,
        "clearance.certificate_from" => Form::Age,
        "minors.under_13" | "minors.from_13" | "minors.from_16" => Form::Hours,
        "minors.consent" | "minors.approval" | "minors.adult_of_staff" | "agreement.required" => Form::Yes,
        "travel.within_estate"
        | "travel.between_estates"
        | "waiting.offer"
        | "waiting.ask_all"
        | "waiting.proposal" => Form::Length,
        _ => match name.rsplit_once('.') {
            Some((_, "day" | "week" | "month" | "season" | "rest")) => Form::Length,
            _ => Form::Count,
        },
    }
}

/// These limits with the values of some settings in place of their own.
pub fn with(rules: &Rules, changed: &[Leaf]) -> Result<Rules, AppError> {
    let mut document = serde_json::to_value(rules).map_err(|e| anyhow::anyhow!(e))?;
    for leaf in changed {
        if let Some(place) = document.pointer_mut(&format!("/{}", leaf.name.replace('.', "/"))) {
            *place = Value::Array(leaf.values.clone());
        }
    }
    Ok(serde_json::from_value(document).map_err(|e| anyhow::anyhow!(e))?)
}

/// A value of the house from a day on, as it is written.
pub fn of_house(from: Day, value: Value, source: &str) -> Value {
    let mut fields = Map::new();
    fields.insert("from".to_owned(), json!(from));
    fields.insert("value".to_owned(), value);
    fields.insert("set_by".to_owned(), json!(SetBy::House));
    fields.insert("source".to_owned(), json!(source));
    Value::Object(fields)
}

/// The day from which on what never was otherwise holds: before any season of the bus.
pub fn always() -> Day {
    Day::from_ymd(2000, 1, 1)
        .unwrap_or_else(|| vocabulary::Zone::WARSAW.day(vocabulary::Timestamp::from_unix_seconds(946_684_800)))
}

/// Hours of minors, as they are written.
pub fn hours(earliest: Minute, latest: Minute, a_day: Minutes, days_in_a_row: u32) -> Value {
    json!(MinorHours {
        earliest,
        latest,
        a_day,
        days_in_a_row
    })
}
