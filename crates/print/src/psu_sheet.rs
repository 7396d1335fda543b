//! The monthly sheet of socially useful work for the labour office: a page for each person, with room to sign.

use typst::foundations::{Array, IntoValue, Value};
use wording::{Language, Words};

use crate::{PrintError, engine, sheet::Values};

/// The month of everybody who works so. The texts are in the office's language, Polish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PsuPaper {
    /// "lipiec 2027".
    pub month: String,
    /// Who organises the work.
    pub issuer: String,
    /// Everybody, each on a page of their own.
    pub people: Vec<PsuPerson>,
}

/// Somebody's month, worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PsuPerson {
    /// Their name.
    pub name: String,
    /// Each day: which, how long, at which rate.
    pub days: Vec<[String; 3]>,
    /// Each week: which, how long.
    pub weeks: Vec<[String; 2]>,
    /// How long in all.
    pub worked: String,
    /// How much is to be paid.
    pub pay: String,
    /// Where a limit was not kept.
    pub breaches: Vec<String>,
    /// Each absence, in a sentence.
    pub absences: Vec<String>,
}

/// Draws it, as PDF/UA-1 on A4. Without anybody it is one page that says so.
pub fn psu_sheet(paper: &PsuPaper) -> Result<Vec<u8>, PrintError> {
    let said = Words::of(Language::Polish).hours();
    let mut values = Values::default();
    values.text("title", &said.sheet_heading(&paper.month));
    values.text("issuer", &paper.issuer);
    for (name, words) in [
        ("day", said.sheet_day()),
        ("worked", said.sheet_worked()),
        ("rate", said.sheet_rate()),
        ("weeks", said.sheet_weeks()),
        ("total", said.sheet_total()),
        ("pay", said.sheet_pay()),
        ("none", said.sheet_none()),
        ("nobody", said.sheet_nobody()),
        ("breaches", said.breaches()),
        ("absences", said.absences()),
        ("no_absences", said.no_absences()),
        ("employer_signature", said.employer_signature()),
        ("participant_signature", said.participant_signature()),
    ] {
        values.text(name, &words);
    }
    values.list("people", paper.people.iter().map(person));
    engine::pdf(include_str!("../templates/psu_sheet.typ"), values.dict())
}

fn person(of: &PsuPerson) -> Value {
    let mut values = Values::default();
    values.text("name", &of.name);
    values.text("worked", &of.worked);
    values.text("pay", &of.pay);
    values.list("days", of.days.iter().map(|day| texts(day)));
    values.list("weeks", of.weeks.iter().map(|week| texts(week)));
    values.set("breaches", texts(&of.breaches));
    values.set("absences", texts(&of.absences));
    values.into()
}

fn texts(all: &[String]) -> Value {
    let all: Array = all.iter().map(|text| engine::flowing(text).into_value()).collect();
    Value::Array(all)
}
