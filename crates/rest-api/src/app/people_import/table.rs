//! The table itself: columns, words, faults. Knows no database.

use std::{collections::HashMap, fmt, str::FromStr};

use csv::StringRecord;
use vocabulary::{CrewRole, Day, PersonKind, word_lists};
use volunteer_roster::{AgeCategory, Agreement, AgreementKind, Insurance, Tongue};

use super::account_of;
use crate::app::{
    papers::{self, Papers},
    people::{PersonInput, is_email},
};

/// So many people one town does not have.
const MOST_ROWS: usize = 2_000;
const LONGEST: usize = 100;

word_lists! {
    /// The columns, in any order; all but the first two may be left out, and their cells empty.
    Column {
        /// What they are called.
        Name = "name",
        /// What they sign in with. Compared whatever its case.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// `volunteer` (also if empty), `psu` or `staff`.
        Kind = "kind",
        /// The day of birth of a minor; empty for an adult.
        BornOn = "born_on",
        /// Roles on a visit that staff allows, separated by spaces.
        Roles = "roles",
        /// Languages beside Polish, separated by spaces.
        Languages = "languages",
        /// When the registers were checked.
        RegisterOn = "register_on",
        /// When the criminal-record certificate was handed in.
        CertificateOn = "certificate_on",
        /// When the statements were handed in.
        StatementsOn = "statements_on",
        /// The first day of a written agreement whose paper is on file.
        AgreementFrom = "agreement_from",
        /// Its last day; empty: until it is ended.
        AgreementTo = "agreement_to",
        /// When it was signed; empty: on its first day.
        AgreementSigned = "agreement_signed",
        /// The first day of the accident insurance.
        InsuredFrom = "insured_from",
        /// Its last day.
        InsuredTo = "insured_to",
    }
}

/// Every column, in the order of the template.
pub const COLUMNS: &[Column] = Column::ALL;

/// Something in the table that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The line of the file, from 1; none if it is about the whole.
    pub row: Option<u64>,
    /// The column, if it is about one.
    pub column: Option<Column>,
    /// What it is.
    pub what: What,
}

impl Finding {
    /// "row 3, column email".
    pub fn place(&self) -> String {
        match (self.row, self.column) {
            (Some(row), Some(column)) => format!("row {row}, column {column}"),
            (Some(row), None) => format!("row {row}"),
            (None, Some(column)) => format!("column {column}"),
            (None, None) => "file".to_owned(),
        }
    }
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The bytes are no UTF-8 text.
    NotUtf8,
    /// There is no table: a row has more or fewer cells than the first.
    NotTable,
    /// There is no row of a person.
    Empty,
    /// There are too many rows.
    TooLong,
    /// A column that must be there is not.
    NoColumn,
    /// A column that means nothing here.
    UnknownColumn(String),
    /// A column that stands there twice.
    ColumnTwice,
    /// A cell must not be empty.
    Missing,
    /// No name: 1 to 100 characters in one line.
    NotName,
    /// No e-mail address.
    NotEmail(String),
    /// The address stands in an earlier row, too.
    Twice(u64),
    /// A text is too long or holds what no text holds.
    NotText,
    /// A word that means nothing here, and those that do.
    UnknownWord(String, String),
    /// No date.
    NotDay(String),
    /// A day on which something was done is still to come.
    Ahead,
    /// The last day is before the first.
    EndsBefore,
    /// Who was born then is an adult: no day of birth is kept.
    BornAdult,
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("this is no UTF-8 text: save the table as CSV UTF-8"),
            Self::NotTable => f.write_str("the row has more or fewer cells than the first row"),
            Self::Empty => f.write_str("there is nobody in the table: below the first row, one person a row"),
            Self::TooLong => write!(f, "more than {MOST_ROWS} rows: bring the people in in parts"),
            Self::NoColumn => f.write_str("this column must be there"),
            Self::UnknownColumn(found) => write!(f, "{found:?} is no column of this table"),
            Self::ColumnTwice => f.write_str("this column stands there twice"),
            Self::Missing => f.write_str("this cell must not be empty"),
            Self::NotName => f.write_str("write 1 to 100 characters in one line"),
            Self::NotEmail(found) => write!(f, "{found:?} is no e-mail address, e.g. anna@example.pl"),
            Self::Twice(first) => write!(f, "this address stands in row {first}, too"),
            Self::NotText => write!(f, "write at most {LONGEST} characters in one line"),
            Self::UnknownWord(found, known) => write!(f, "{found:?} means nothing here; known are {known}"),
            Self::NotDay(found) => write!(f, "{found:?} is no date, e.g. 2027-07-01"),
            Self::Ahead => f.write_str("this day is still to come"),
            Self::EndsBefore => f.write_str("the last day is before the first"),
            Self::BornAdult => f.write_str("who was born then is 18 or older: leave the cell empty"),
        }
    }
}

/// Everybody in the table, or every fault.
pub(super) fn read(bytes: &[u8], today: Day) -> Result<Vec<PersonInput>, Vec<Finding>> {
    let whole = |column, what| Finding {
        row: None,
        column,
        what,
    };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| vec![whole(None, What::NotUtf8)])?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let heads = reader.headers().map_err(|_| vec![whole(None, What::NotTable)])?.clone();
    let (columns, mut found) = columns(&heads);
    let mut table = Table {
        today,
        found: Vec::new(),
        first: HashMap::new(),
    };
    let mut people = Vec::new();
    for (number, record) in reader.records().enumerate() {
        if number >= MOST_ROWS {
            table.found.push(whole(None, What::TooLong));
            break;
        }
        let Ok(record) = record else {
            table.found.push(whole(None, What::NotTable));
            break;
        };
        // Spreadsheets leave rows of empty cells behind.
        if record.iter().all(str::is_empty) {
            continue;
        }
        let row = record.position().map_or(0, csv::Position::line);
        if record.len() != heads.len() {
            table.found.push(Finding {
                row: Some(row),
                column: None,
                what: What::NotTable,
            });
            continue;
        }
        people.push(table.person(&Row {
            number: row,
            record: &record,
            columns: &columns,
        }));
    }
    found.append(&mut table.found);
    if people.is_empty() && found.is_empty() {
        found.push(whole(None, What::Empty));
    }
    if found.is_empty() { Ok(people) } else { Err(found) }
}

/// Spreadsheets in Poland separate by semicolons.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |letter| first.matches(letter).count();
    if count(';') > count(',') { b';' } else { b',' }
}

fn columns(heads: &StringRecord) -> (HashMap<Column, usize>, Vec<Finding>) {
    let mut columns = HashMap::new();
    let mut found = Vec::new();
    let fault = |column, what| Finding {
        row: Some(1),
        column,
        what,
    };
    for (at, head) in heads.iter().enumerate() {
        match head.to_lowercase().parse::<Column>() {
            Ok(column) => {
                if columns.insert(column, at).is_some() {
                    found.push(fault(Some(column), What::ColumnTwice));
                }
            }
            Err(_) => found.push(fault(None, What::UnknownColumn(head.to_owned()))),
        }
    }
    for needed in [Column::Name, Column::Email] {
        if !columns.contains_key(&needed) {
            found.push(fault(Some(needed), What::NoColumn));
        }
    }
    (columns, found)
}

struct Row<'a> {
    number: u64,
    record: &'a StringRecord,
    columns: &'a HashMap<Column, usize>,
}

impl Row<'_> {
    fn cell(&self, column: Column) -> &str {
        let at = self.columns.get(&column);
        at.and_then(|at| self.record.get(*at)).unwrap_or_default()
    }
}

struct Table {
    today: Day,
    found: Vec<Finding>,
    /// In which row an address stood first.
    first: HashMap<String, u64>,
}

impl Table {
    fn fault(&mut self, row: &Row<'_>, column: Column, what: What) {
        self.found.push(Finding {
            row: Some(row.number),
            column: Some(column),
            what,
        });
    }

    fn person(&mut self, row: &Row<'_>) -> PersonInput {
        let kind = self
            .word(row, Column::Kind, PersonKind::ALL)
            .unwrap_or(PersonKind::Volunteer);
        let roles = self.words(row, Column::Roles, CrewRole::ALL);
        let mut papers = Papers::with_roles(&roles);
        papers.tongues = self.words(row, Column::Languages, Tongue::ALL);
        papers.phone = self.text(row, Column::Phone);
        papers.clearance.register_on = self.past_day(row, Column::RegisterOn);
        papers.clearance.certificate_on = self.past_day(row, Column::CertificateOn);
        papers.clearance.statements_on = self.past_day(row, Column::StatementsOn);
        papers.agreements.extend(self.agreement(row));
        papers.insurance.extend(self.insurance(row));
        PersonInput {
            email: self.email(row),
            name: self.name(row),
            role: account_of(kind),
            active: true,
            born_on: self.born_on(row),
            kind: Some(kind),
            papers,
            language: None,
        }
    }

    fn name(&mut self, row: &Row<'_>) -> String {
        let name = row.cell(Column::Name);
        if name.is_empty() {
            self.fault(row, Column::Name, What::Missing);
        } else if name.chars().count() > LONGEST || name.chars().any(char::is_control) {
            self.fault(row, Column::Name, What::NotName);
        }
        name.to_owned()
    }

    fn email(&mut self, row: &Row<'_>) -> String {
        let email = row.cell(Column::Email);
        let sound = is_email(email) && !email.chars().any(|c| c.is_whitespace() || c.is_control());
        let folded = storage::fold_email(email);
        if email.is_empty() {
            self.fault(row, Column::Email, What::Missing);
        } else if !sound {
            self.fault(row, Column::Email, What::NotEmail(email.to_owned()));
        } else if let Some(first) = self.first.get(&folded).copied() {
            self.fault(row, Column::Email, What::Twice(first));
        } else {
            self.first.insert(folded, row.number);
        }
        email.to_owned()
    }

    fn text(&mut self, row: &Row<'_>, column: Column) -> Option<String> {
        let text = row.cell(column);
        if text.chars().count() > LONGEST || text.chars().any(char::is_control) {
            self.fault(row, column, What::NotText);
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn word<T: FromStr + fmt::Display>(&mut self, row: &Row<'_>, column: Column, all: &[T]) -> Option<T> {
        let word = row.cell(column);
        (!word.is_empty()).then(|| self.known(row, column, word, all)).flatten()
    }

    fn words<T: FromStr + fmt::Display>(&mut self, row: &Row<'_>, column: Column, all: &[T]) -> Vec<T> {
        let words = row.cell(column).split_whitespace();
        words.filter_map(|word| self.known(row, column, word, all)).collect()
    }

    fn known<T: FromStr + fmt::Display>(&mut self, row: &Row<'_>, column: Column, word: &str, all: &[T]) -> Option<T> {
        let found = word.to_lowercase().parse().ok();
        if found.is_none() {
            let known: Vec<_> = all.iter().map(ToString::to_string).collect();
            self.fault(row, column, What::UnknownWord(word.to_owned(), known.join(", ")));
        }
        found
    }

    fn day(&mut self, row: &Row<'_>, column: Column) -> Option<Day> {
        let text = row.cell(column);
        let day = text.parse().ok();
        if day.is_none() && !text.is_empty() {
            self.fault(row, column, What::NotDay(text.to_owned()));
        }
        day
    }

    fn past_day(&mut self, row: &Row<'_>, column: Column) -> Option<Day> {
        let day = self.day(row, column)?;
        if day > self.today {
            self.fault(row, column, What::Ahead);
        }
        Some(day)
    }

    fn born_on(&mut self, row: &Row<'_>) -> Option<Day> {
        let day = self.past_day(row, Column::BornOn)?;
        if papers::age(Some(day)).category_on(self.today) == AgeCategory::Adult {
            self.fault(row, Column::BornOn, What::BornAdult);
        }
        Some(day)
    }

    /// First and last day of a period; faults where one lacks that is needed.
    fn period(&mut self, row: &Row<'_>, first: Column, last: Column, open: bool) -> Option<(Day, Option<Day>)> {
        let (from, to) = (self.day(row, first), self.day(row, last));
        if row.cell(first).is_empty() && !row.cell(last).is_empty() {
            self.fault(row, first, What::Missing);
        }
        if !open && !row.cell(first).is_empty() && row.cell(last).is_empty() {
            self.fault(row, last, What::Missing);
        }
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.fault(row, last, What::EndsBefore);
        }
        Some((from?, to))
    }

    fn agreement(&mut self, row: &Row<'_>) -> Option<Agreement> {
        let signed = self.past_day(row, Column::AgreementSigned);
        if signed.is_some() && row.cell(Column::AgreementFrom).is_empty() {
            self.fault(row, Column::AgreementFrom, What::Missing);
        }
        let (from, to) = self.period(row, Column::AgreementFrom, Column::AgreementTo, true)?;
        Some(Agreement {
            kind: AgreementKind::Written,
            signed_on: signed.or(Some(from)),
            from,
            to,
            paper_on_file: true,
            psu: None,
        })
    }

    fn insurance(&mut self, row: &Row<'_>) -> Option<Insurance> {
        let (from, to) = self.period(row, Column::InsuredFrom, Column::InsuredTo, false)?;
        Some(Insurance { from, to: to? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2027-06-01".parse().unwrap()
    }

    fn places(text: &str) -> Vec<String> {
        let found = read(text.as_bytes(), today()).unwrap_err();
        found.iter().map(Finding::place).collect()
    }

    #[test]
    fn a_whole_row_and_a_short_one() {
        let text = "\u{feff}email;name;kind;born_on;roles;languages;register_on;certificate_on;statements_on;agreement_from;\
            agreement_to;agreement_signed;insured_from;insured_to;phone\r\n\
            Ola@Example.pl;\"Ola; Lis\";;2010-12-26;helper first-aider;uk;2027-05-01;2027-05-01;2027-05-01;2027-06-20;\
            2027-08-31;2027-05-30;2027-06-20;2027-07-19;600 100 200\r\n;;;;;;;;;;;;;;\r\n\
            jan@example.pl;Jan Lis;staff;;;;;;;;;;;;\r\n";
        let people = read(text.as_bytes(), today()).unwrap();
        assert_eq!(people.len(), 2);
        let ola = &people[0];
        assert_eq!(
            (ola.name.as_str(), ola.born_on),
            ("Ola; Lis", "2010-12-26".parse().ok())
        );
        assert_eq!(ola.papers.role_words(), [CrewRole::Helper, CrewRole::FirstAider]);
        assert_eq!(ola.papers.tongues.len(), 1);
        assert_eq!(ola.papers.agreements[0].to, "2027-08-31".parse().ok());
        assert_eq!(ola.papers.insurance.len(), 1);
        assert_eq!(ola.papers.phone.as_deref(), Some("600 100 200"));
        assert_eq!(people[1].role, vocabulary::AccountRole::Animator);
        let short = read(b"name,email\nJan,jan@example.pl\n", today()).unwrap();
        assert_eq!(short[0].kind, Some(PersonKind::Volunteer));
        assert_eq!(short[0].papers, Papers::default());
    }

    #[test]
    fn every_fault_has_its_place() {
        let text = "name,email,kind,born_on,roles,languages,register_on,agreement_from,agreement_to,insured_from,insured_to\n\
            ,jan,chief,1990-01-01,helper king,xx,2028-01-01,,2027-01-01,2027-07-02,2027-07-01\n\
            Jan,jan@example.pl,,2027-99-01,,,,2027-07-02,2027-07-01,2027-07-01,\n\
            Jan,JAN@example.pl,,,,,,,,,\n\
            Jan,jan2@example.pl\n";
        assert_eq!(
            places(text),
            [
                "row 2, column kind",
                "row 2, column roles",
                "row 2, column languages",
                "row 2, column register_on",
                "row 2, column agreement_from",
                "row 2, column insured_to",
                "row 2, column email",
                "row 2, column name",
                "row 2, column born_on",
                "row 3, column agreement_to",
                "row 3, column insured_to",
                "row 3, column born_on",
                "row 4, column email",
                "row 5",
            ]
        );
    }

    #[test]
    fn what_is_no_table_is_told() {
        for (bytes, expected) in [
            (&b"\xff\xfe"[..], "file"),
            (b"", "row 1, column name"),
            (b"name,email\n", "file"),
            (b"name,email,email\nJan,a@b.pl,a@b.pl\n", "row 1, column email"),
            (b"name,email,shoe\nJan,a@b.pl,42\n", "row 1"),
        ] {
            let found = read(bytes, today()).unwrap_err();
            assert_eq!(found[0].place(), expected, "{bytes:?}");
        }
        let many = format!("name,email\n{}", "Jan,jan@example.pl\n".repeat(MOST_ROWS + 1));
        assert!(
            read(many.as_bytes(), today())
                .unwrap_err()
                .iter()
                .any(|one| one.what == What::TooLong)
        );
    }
}
