//! Is this certificate genuine, and does it still hold? Asked by whoever holds the paper, who is not signed in.
//!
//! What is answered is what stands on the paper, less the name: who holds the paper has it before them and compares the initials, and who
//! only has the code (from a photograph, a browser's history) learns of nobody (GDPR art. 5.1.c). No cookie, not for search engines, and
//! whoever tries codes is stopped like whoever tries passwords.

use serde::{Deserialize, Serialize};
use storage::{Certificate, Db};
use utoipa::ToSchema;
use vocabulary::{Day, Minutes};

use super::{Content, Record};
use crate::{
    app::{App, AppError},
    schema,
};

/// Whether an edition still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Standing {
    /// It is the newest, and the record says the same.
    InForce,
    /// A newer edition took its place.
    Replaced {
        /// Which.
        edition: u32,
        /// Of which day.
        #[schema(value_type = schema::Day)]
        issued_on: Day,
    },
    /// The record of hours was changed since; no newer edition was issued yet.
    Outdated,
}

/// What the public is told of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Checked {
    /// The code, as it stands on the paper.
    pub code: String,
    /// Who issued it.
    pub issuer: String,
    /// The number in the register.
    pub number: u32,
    /// Which edition of it.
    pub edition: u32,
    /// The day on which it was issued.
    #[schema(value_type = schema::Day)]
    pub issued_on: Day,
    /// Whose it is: initials only. None once the person was erased.
    pub initials: Option<String>,
    /// The first attended day.
    #[schema(value_type = schema::Day)]
    pub first: Day,
    /// The last.
    #[schema(value_type = schema::Day)]
    pub last: Day,
    /// All together, in minutes.
    #[schema(value_type = u32)]
    pub minutes: Minutes,
    /// Whether it still holds.
    pub standing: Standing,
}

/// Looks a code up, however it is typed. `client` is the address that asks.
pub fn check(app: &App, code: &str, client: &str) -> Result<Checked, AppError> {
    let (now, key) = (app.now(), format!("certificate {client}"));
    if let Some(until) = app.tries.blocked(&key, now) {
        return Err(AppError::TooManyTries(until));
    }
    let found = app.read(|db| {
        let row = storage::certificates::by_code(db, &folded(code))?;
        let content: Content = row.content.read()?;
        let standing = standing(app, db, &row, &content)?;
        Ok(Checked {
            code: super::in_groups(&row.code),
            issued_on: app.zone.day(row.issued_at),
            issuer: content.issuer,
            number: row.number,
            edition: row.edition,
            initials: row.person_id.is_some().then(|| initials(&content.name)),
            first: content.first,
            last: content.last,
            minutes: content.total,
            standing,
        })
    });
    if matches!(found, Err(AppError::NotFound)) {
        app.tries.wrong(&key, now);
    }
    found
}

/// Whether an edition still holds.
pub fn standing(app: &App, db: &mut Db, row: &Certificate, content: &Content) -> Result<Standing, AppError> {
    let newest = storage::certificates::newest(db, row.number)?;
    if newest.edition > row.edition {
        return Ok(Standing::Replaced {
            edition: newest.edition,
            issued_on: app.zone.day(newest.issued_at),
        });
    }
    let Some(person) = &row.person_id else {
        return Ok(Standing::InForce);
    };
    let record = Record::read(db, person, (content.asked_first, content.asked_last))?;
    let same = record.hours().is_some_and(|now| {
        let (counted, said) = (record.by_role(), &content.by_role);
        (now.total, now.shifts) == (content.total, content.shifts)
            && (now.period.first, now.period.last) == (content.first, content.last)
            && counted == *said
    });
    Ok(if same { Standing::InForce } else { Standing::Outdated })
}

/// Capitals, without hyphens and spaces; letters that look like others are read as Crockford's alphabet has them.
fn folded(code: &str) -> String {
    let letters = code.chars().filter(|c| c.is_ascii_alphanumeric()).take(40);
    let plain = letters.map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    plain.collect()
}

/// "A. N.-K." of "Anna Nowak-Kowalska".
fn initials(name: &str) -> String {
    let of_part = |part: &str| {
        part.chars()
            .find(|c| c.is_alphanumeric())
            .map(|c| format!("{}.", c.to_uppercase()))
    };
    let of_word = |word: &str| word.split('-').filter_map(of_part).collect::<Vec<_>>().join("-");
    let words = name.split_whitespace().map(of_word).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_as_people_type_it() {
        for (typed, expected) in [
            ("abcd-efgh", "ABCDEFGH"),
            (" oO-iI lL ", "001111"),
            ("ąć/../<script>", "SCR1PT"),
            ("", ""),
        ] {
            assert_eq!(folded(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn initials_tell_no_name() {
        for (name, expected) in [
            ("Anna Nowak", "A. N."),
            ("  łucja  Żak-Ćwik ", "Ł. Ż.-Ć."),
            ("Олена Іваненко", "О. І."),
            ("-- <b>", "B."),
            ("🚌", ""),
        ] {
            assert_eq!(initials(name), expected, "{name:?}");
        }
    }
}
