//! Hours that were worked, certificates, and the sheet of socially useful work.

use askama::Template;
use vocabulary::{CertificateId, CivilWindow, CrewRole, Day, PersonId, SignupId};
use wording::{Certificate, Language, Words};

use super::{FieldFaults, Frame};

/// `/osoby/{id}/godziny` and `/moje/godziny`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/hours.html")]
pub struct HoursPage {
    /// What stands around.
    pub frame: Frame,
    /// Whose hours, where staff looks at them; none on one's own page.
    pub of: Option<(PersonId, String)>,
    /// By school year: its name and how long.
    pub years: Vec<(String, String)>,
    /// All together.
    pub total: String,
    /// The newest first.
    pub shifts: Vec<WorkedLine>,
    /// The newest first.
    pub certificates: Vec<CertificateLine>,
    /// The days of which a certificate is asked for.
    pub asked: Option<(String, String)>,
    /// Whether certificates are issued to this person at all.
    pub volunteer: bool,
    /// What is typed into the form about days: first, last, name.
    pub typed: [String; 3],
    /// Everything that is wrong with what was sent.
    pub errors: FieldFaults,
}

impl HoursPage {
    /// Where the pages of the person begin.
    fn base(&self) -> String {
        self.of
            .as_ref()
            .map_or_else(|| "/moje".to_owned(), |(id, _)| format!("/osoby/{id}"))
    }
}

/// The id of a field of the form about one thing among many.
fn named(field: &str, of: &impl std::fmt::Display) -> String {
    format!("{field}-{of}")
}

/// A shift that was attended or missed, worded.
#[derive(Debug, Clone)]
pub struct WorkedLine {
    /// The sign-up.
    pub signup: SignupId,
    /// The day.
    pub day: Day,
    /// The crew's time.
    pub crew: CivilWindow,
    /// Name of the stop.
    pub stop: String,
    /// What was done.
    pub role: CrewRole,
    /// How long counts; none of a no-show.
    pub counted: Option<String>,
    /// What was recorded on the day, where it was corrected.
    pub recorded: Option<String>,
    /// Every correction, in a sentence.
    pub corrections: Vec<String>,
    /// What is typed: how long, why.
    pub typed: [String; 2],
}

impl WorkedLine {
    /// "czwartek, 1 lipca, 9:15–12:30, Plac zabaw": for buttons that must say which shift they mean.
    fn name(&self, frame: &Frame) -> String {
        let dates = frame.d();
        frame
            .s()
            .shift_name(&dates.medium(self.day), &dates.span(self.crew), &self.stop)
    }
}

/// A certificate in a list, worded.
#[derive(Debug, Clone)]
pub struct CertificateLine {
    /// Its id.
    pub id: CertificateId,
    /// Number and edition.
    pub heading: String,
    /// Name, period, hours.
    pub about: String,
    /// When it was issued.
    pub issued: String,
    /// Whether it still holds, in words.
    pub standing: String,
    /// Whether it does.
    pub holds: bool,
    /// Whether the record changed since.
    pub outdated: bool,
    /// What the public page verifies.
    pub code: String,
}

/// `/koordynator/arkusz?miesiac=`: the sheet of socially useful work.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/psu_sheet.html")]
pub struct PsuSheetPage {
    /// What stands around.
    pub frame: Frame,
    /// "lipiec 2027".
    pub month: String,
    /// The months beside it and this one, as they stand in an address.
    pub months: [String; 3],
    /// Everybody, by name.
    pub people: Vec<SheetLine>,
    /// Everything that is wrong with the form that was sent.
    pub errors: FieldFaults,
}

/// Somebody's month, worded.
#[derive(Debug, Clone)]
pub struct SheetLine {
    /// Who.
    pub person: PersonId,
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
    /// Each absence: the day, and a sentence.
    pub absences: Vec<(Day, String)>,
    /// What is typed: day, reason.
    pub typed: [String; 2],
}

/// `/zaswiadczenie` and `/zaswiadczenie/{code}`: is this certificate genuine?
#[derive(Debug, Clone, Template)]
#[template(path = "public/certificate.html")]
pub struct CertificatePage {
    /// What stands around.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// What is typed or asked about.
    pub code: String,
    /// Whether nothing is known of it.
    pub unknown: bool,
    /// What is known of it, once in each language.
    pub parts: Vec<CertificatePart>,
}

impl CertificatePage {
    /// The words of a page that asks for a code, in each language.
    fn asking(&self) -> Vec<(&'static str, Certificate)> {
        let all = Language::ALL.iter();
        all.map(|language| (language.tag(), Words::of(*language).certificate()))
            .collect()
    }
}

/// What is known of a certificate, in one language.
#[derive(Debug, Clone)]
pub struct CertificatePart {
    /// The language, for screen readers.
    pub lang: &'static str,
    /// What kind of paper it is.
    pub heading: String,
    /// Whether it still holds.
    pub holds: bool,
    /// The same in a sentence.
    pub standing: String,
    /// Who issued it.
    pub genuine: String,
    /// What stands on it: label and value.
    pub pairs: Vec<(String, String)>,
    /// Why there is no name.
    pub help: String,
}
