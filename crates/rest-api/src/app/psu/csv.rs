//! The sheet as a table for the labour office's spreadsheet: one line a day, one a total.

use vocabulary::{Day, Minutes};
use volunteer_roster::Grosze;
use wording::{Language, Words};

use super::PersonSheet;
use crate::app::AppError;

const WORDS: Words = Words::of(Language::Polish);

/// RFC 4180 with a byte order mark, semicolons and decimal commas: what a Polish spreadsheet opens by a double click.
pub fn csv(sheets: &[PersonSheet]) -> Result<Vec<u8>, AppError> {
    let said = WORDS.hours();
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let head = [
        said.csv_person(),
        said.csv_what(),
        said.csv_day(),
        said.csv_worked(),
        said.csv_rate(),
        said.csv_pay(),
        said.csv_note(),
    ];
    let mut lines = vec![head];
    for PersonSheet { person, sheet } in sheets {
        let name = harmless(&person.name);
        for day in &sheet.days {
            lines.push([
                name.clone(),
                said.csv_work(),
                day.day.to_string(),
                minutes(day.worked),
                day.rate.map(zloty).unwrap_or_default(),
                // Pay is rounded once for each rate, so that days do not add up to it.
                String::new(),
                String::new(),
            ]);
        }
        for absence in &sheet.absences {
            let mut line = [const { String::new() }; 7];
            line[0] = name.clone();
            line[1] = said.csv_absence();
            line[2] = absence.day.to_string();
            line[6] = harmless(&absence.reason);
            lines.push(line);
        }
        let notes: Vec<String> = sheet.breaches.iter().map(super::over).collect();
        lines.push([
            name,
            said.csv_total(),
            month(sheet.month.first),
            minutes(sheet.worked),
            String::new(),
            zloty(sheet.pay),
            notes.join(" "),
        ]);
    }
    for line in lines {
        writer.write_record(&line).map_err(|e| anyhow::anyhow!(e))?;
    }
    Ok(writer.into_inner().map_err(|e| anyhow::anyhow!("{e}"))?)
}

fn minutes(length: Minutes) -> String {
    length.get().to_string()
}

/// "2027-07".
pub fn month(day: Day) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// "10,90".
fn zloty(amount: Grosze) -> String {
    format!("{},{:02}", amount.get() / 100, amount.get() % 100)
}

/// A text that no spreadsheet takes for a formula (OWASP: CSV injection).
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::psu::PersonSheet;
    use storage::{Json, Person};
    use vocabulary::{AccountRole, PersonKind, Timestamp};
    use volunteer_roster::{self as roster, Absence, Attendance};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn person(name: &str) -> Person {
        Person {
            id: format!("per_{:032x}", 1).parse().unwrap(),
            email: "jan@example.pl".to_owned(),
            name: name.to_owned(),
            role: AccountRole::Volunteer,
            password_hash: None,
            active: true,
            born_on: None,
            kind: PersonKind::Psu,
            papers: Json::of(&crate::app::papers::Papers::default()).unwrap(),
            wishes: Json::of(&()).unwrap(),
            language: "pl".to_owned(),
            awaits_approval: false,
            erasure_asked_at: None,
            erased_at: None,
            created_at: Timestamp::from_unix_seconds(0),
            version: 1,
        }
    }

    /// The whole table of a month with a week over the limit, and a name and a reason that are formulas.
    #[test]
    fn the_table_of_a_month() {
        let attended = |on: &str, minutes: u32| Attendance {
            signup: format!("sgn_{minutes:032x}").parse().unwrap(),
            day: day(on),
            recorded: Minutes(minutes),
            corrections: vec![],
        };
        let absence = Absence {
            day: day("2027-07-08"),
            reason: "=choroba; \"grypa\"".to_owned(),
        };
        let sheet = |name: &str, work: &[Attendance], absences: &[Absence]| {
            let person = person(name);
            let facts = crate::app::papers::facts(&person).unwrap();
            let sheet = roster::psu_sheet(&facts, day("2027-07-01"), work, absences, &roster::Rules::default());
            PersonSheet { person, sheet }
        };
        let all = [
            sheet(
                "=Jan Lis",
                &[attended("2027-07-01", 601), attended("2027-07-12", 90)],
                &[absence],
            ),
            sheet("Ewa Ćwik", &[], &[]),
        ];
        let text = String::from_utf8(csv(&all).unwrap()).unwrap();
        insta::assert_snapshot!(text.replace("\r\n", "\n").replace('\u{feff}', "BOM "), @r#"
        BOM osoba;rodzaj;dzień;minuty;stawka (zł);kwota (zł);uwagi
        '=Jan Lis;praca;2027-07-01;601;10,90;;
        '=Jan Lis;praca;2027-07-12;90;10,90;;
        '=Jan Lis;nieobecność;2027-07-08;;;;"'=choroba; ""grypa"""
        '=Jan Lis;razem;2027-07;691;;125,53;Tydzień od 28 czerwca 2027: 10 godz. 1 min, a wolno 10 godzin.
        Ewa Ćwik;razem;2027-07;0;;0,00;
        "#);
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@x", "'@x"),
            ("-5", "'-5"),
            ("+48", "'+48"),
            ("Łucja =1", "Łucja =1"),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }
}
