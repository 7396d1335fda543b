//! The certificate of voluntary work, in one language: one page, unless somebody worked in many roles for many years.

use typst::foundations::{Array, Dict, IntoValue, Str, Value};
use vocabulary::{CrewRole, Day, Minutes};
use wording::{Language, Words};

use crate::{PrintError, engine, qr};

/// How long in one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolYearHours {
    /// `2026/2027`.
    pub year: String,
    /// How long.
    pub length: Minutes,
}

/// What stands on a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificatePaper {
    /// In which language.
    pub language: Language,
    /// The number in the register.
    pub number: String,
    /// Which edition of it.
    pub edition: u32,
    /// Who says so.
    pub issuer: String,
    /// Who did the work.
    pub name: String,
    /// The first day of work.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// How long in each role.
    pub by_role: Vec<(CrewRole, Minutes)>,
    /// All together.
    pub total: Minutes,
    /// How many shifts.
    pub shifts: usize,
    /// By school year, the first first.
    pub years: Vec<SchoolYearHours>,
    /// Where it was issued.
    pub place: String,
    /// When.
    pub issued_on: Day,
    /// What the public page verifies, as people read it.
    pub code: String,
    /// The address of that page.
    pub address: String,
}

/// Draws it, as PDF/UA-1 on A4.
pub fn certificate(paper: &CertificatePaper) -> Result<Vec<u8>, PrintError> {
    engine::pdf(include_str!("../templates/certificate.typ"), values(paper)?)
}

fn values(paper: &CertificatePaper) -> Result<Dict, PrintError> {
    let said = Words::of(paper.language).certificate();
    let mut values = Dict::new();
    let mut text = |name: &str, text: &str| {
        values.insert(Str::from(name), engine::plain(text).into_value());
    };
    text("lang", paper.language.tag());
    text("title", &said.title());
    text("number", &said.number(&paper.number, paper.edition));
    text("certified_by", &said.certified_by(&paper.issuer));
    text("issuer", &paper.issuer);
    text("name", &paper.name);
    text("period_label", &said.period_label());
    text("period", &said.period(&said.date(paper.first), &said.date(paper.last)));
    text("scope_label", &said.scope_label());
    text("total_label", &said.total_label());
    text("total", &said.total(&said.length(paper.total), paper.shifts));
    text("years_heading", &said.years_heading());
    text("year_label", &said.year_label());
    text("hours_label", &said.hours_label());
    text("counted", &said.counted());
    text("law", &said.law());
    text(
        "place_and_date",
        &said.place_and_date(&paper.place, &said.date(paper.issued_on)),
    );
    text("signature", &said.signature());
    text("check_here", &said.check_here());
    text("address", &paper.address);
    text("code", &said.code(&paper.code));
    text("qr_description", &said.qr_description());
    let line = |(role, length): &(CrewRole, Minutes)| said.scope_line(&said.scope(*role), &said.length(*length));
    values.insert("scope".into(), list(paper.by_role.iter().map(line)));
    let year = |of: &SchoolYearHours| list([of.year.clone(), said.length(of.length)]);
    let years: Array = paper.years.iter().map(year).collect();
    values.insert("years".into(), Value::Array(years));
    values.insert("qr".into(), Value::Bytes(qr::svg(&paper.address)?));
    Ok(values)
}

fn list(texts: impl IntoIterator<Item = String>) -> Value {
    let texts: Array = texts
        .into_iter()
        .map(|text| engine::plain(&text).into_value())
        .collect();
    Value::Array(texts)
}
