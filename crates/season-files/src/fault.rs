//! What can be wrong with season files, and how it is told.

mod told;

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeStruct};
use vocabulary::{CivilWindow, CoordinateError, Day, Metres, Minutes, Weekday};

/// One thing that is wrong, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The file, as named in the folder.
    pub file: String,
    /// The line of the file, as editors and (without line breaks in cells) spreadsheets number it: the head of a table is 1.
    /// In GeoJSON the number of the feature, from 1. `None`: the whole file.
    pub row: Option<u64>,
    /// The column of a table, or the key of `season.toml` with its path (`buses[0].depot`). `None`: the whole row.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// Everything that can be wrong.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The fields are told by the sentences of `told`.
pub enum FaultKind {
    // Files
    MissingFile,
    UnknownFile {
        nearest: Option<String>,
    },
    TooLarge {
        bytes: usize,
        most: usize,
    },
    TooManyRows {
        most: u64,
    },
    TooManyFaults {
        most: usize,
    },
    Utf16,
    NotUtf8,
    Unreadable {
        what: String,
    },
    // Tables
    NoHead,
    UnknownColumn {
        found: String,
        nearest: Option<String>,
        all: String,
    },
    DuplicateColumn {
        found: String,
    },
    MissingColumn {
        name: &'static str,
    },
    WrongCellCount {
        found: usize,
        head: usize,
    },
    UnclosedQuote,
    // TOML
    TomlSyntax {
        message: String,
    },
    UnknownKey {
        found: String,
        nearest: Option<String>,
        all: String,
    },
    MissingKey {
        expected: String,
    },
    WrongType {
        found: String,
        expected: String,
    },
    // Values
    Blank {
        expected: String,
    },
    Malformed {
        found: String,
        expected: String,
    },
    TooLong {
        characters: usize,
        most: usize,
    },
    OutOfRange {
        found: String,
        least: String,
        most: String,
    },
    BadCoordinate {
        found: String,
        error: CoordinateError,
    },
    HalfCoordinate {
        missing: &'static str,
    },
    CertaintyWithoutPoint {
        found: String,
    },
    // Between values
    Duplicate {
        what: &'static str,
        found: String,
        first_row: Option<u64>,
    },
    UnknownReference {
        what: &'static str,
        found: String,
        nearest: Option<String>,
        file: &'static str,
    },
    WrongWeekday {
        day: Day,
        printed: Weekday,
    },
    Backwards {
        first: Day,
        last: Day,
    },
    OutsideSeason {
        day: Day,
        first: Day,
        last: Day,
    },
    SeasonTooLong {
        days: i64,
        most: i64,
    },
    NoWorkingDay,
    NoBus,
    ThemesOverlap {
        title: String,
        other: String,
    },
    VisitsCrossed {
        least: u32,
        wanted: u32,
        most: u32,
    },
    LoadTooLarge {
        load: u32,
        most: u32,
    },
    GapsCrossed {
        least: u32,
        most: u32,
    },
    NoRoom {
        visits: u32,
        gap: u32,
        room: u32,
    },
    ClosedDay {
        day: Day,
        because: String,
    },
    Needs {
        needed: &'static str,
    },
    NotInCycle,
    NotBeforeSeason {
        day: Day,
        first: Day,
    },
    ApartFromItself {
        stop: String,
    },
    TooManyFixed {
        fixed: usize,
        most: u32,
    },
    FixedTwice {
        day: Day,
    },
    WeekdaysClash {
        day: Weekday,
    },
    HoursClash {
        preferred: CivilWindow,
        never: CivilWindow,
    },
    WindowTooShort {
        window: CivilWindow,
        needed: Minutes,
    },
    ExceptionTwice {
        day: Day,
    },
    NoPlace {
        stop: String,
    },
    NumbersMissing,
    EventNeeds {
        what: &'static str,
    },
    SwappedCoordinate {
        lat: f64,
        lon: f64,
    },
    FarAway {
        distance: Metres,
        most: Metres,
    },
    // Importers
    NotGeoJson {
        message: String,
    },
    NotAPoint {
        found: String,
    },
    NotAStopPlace {
        location_type: String,
    },
}

/// The three sentences of a fault.
struct Told {
    found: String,
    expected: String,
    advice: String,
}

impl Fault {
    pub(crate) fn new(file: &str, row: Option<u64>, column: Option<&str>, kind: FaultKind) -> Self {
        Self {
            file: file.to_owned(),
            row,
            column: column.map(str::to_owned),
            kind,
        }
    }

    /// What stands there.
    pub fn found(&self) -> String {
        self.kind.told().found
    }

    /// What should stand there.
    pub fn expected(&self) -> String {
        self.kind.told().expected
    }

    /// What to do.
    pub fn advice(&self) -> String {
        self.kind.told().advice
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", {column}")?;
        }
        let Told {
            found,
            expected,
            advice,
        } = self.kind.told();
        write!(f, ": found {found}; expected {expected}. {advice}.")
    }
}

impl std::error::Error for Fault {}

/// `{"file", "row", "column", "code", "found", "expected", "advice"}`; the last three are for people and may change.
impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Told {
            found,
            expected,
            advice,
        } = self.kind.told();
        let mut object = to.serialize_struct("Fault", 7)?;
        object.serialize_field("file", &self.file)?;
        object.serialize_field("row", &self.row)?;
        object.serialize_field("column", &self.column)?;
        object.serialize_field("code", self.kind.code())?;
        object.serialize_field("found", &found)?;
        object.serialize_field("expected", &expected)?;
        object.serialize_field("advice", &advice)?;
        object.end()
    }
}

impl FaultKind {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        use FaultKind as K;
        match self {
            K::MissingFile => "missing-file",
            K::UnknownFile { .. } => "unknown-file",
            K::TooLarge { .. } => "too-large",
            K::TooManyRows { .. } => "too-many-rows",
            K::TooManyFaults { .. } => "too-many-faults",
            K::Utf16 => "utf-16",
            K::NotUtf8 => "not-utf-8",
            K::Unreadable { .. } => "unreadable",
            K::NoHead => "no-head",
            K::UnknownColumn { .. } => "unknown-column",
            K::DuplicateColumn { .. } => "duplicate-column",
            K::MissingColumn { .. } => "missing-column",
            K::WrongCellCount { .. } => "wrong-cell-count",
            K::UnclosedQuote => "unclosed-quote",
            K::TomlSyntax { .. } => "toml-syntax",
            K::UnknownKey { .. } => "unknown-key",
            K::MissingKey { .. } => "missing-key",
            K::WrongType { .. } => "wrong-type",
            K::Blank { .. } => "blank",
            K::Malformed { .. } => "malformed",
            K::TooLong { .. } => "too-long",
            K::OutOfRange { .. } => "out-of-range",
            K::BadCoordinate { .. } => "bad-coordinate",
            K::HalfCoordinate { .. } => "half-coordinate",
            K::CertaintyWithoutPoint { .. } => "certainty-without-point",
            K::Duplicate { .. } => "duplicate",
            K::UnknownReference { .. } => "unknown-reference",
            K::WrongWeekday { .. } => "wrong-weekday",
            K::Backwards { .. } => "backwards",
            K::OutsideSeason { .. } => "outside-season",
            K::SeasonTooLong { .. } => "season-too-long",
            K::NoWorkingDay => "no-working-day",
            K::NoBus => "no-bus",
            K::ThemesOverlap { .. } => "themes-overlap",
            K::VisitsCrossed { .. } => "visits-crossed",
            K::LoadTooLarge { .. } => "load-too-large",
            K::GapsCrossed { .. } => "gaps-crossed",
            K::NoRoom { .. } => "no-room",
            K::ClosedDay { .. } => "closed-day",
            K::Needs { .. } => "needs",
            K::NotInCycle => "not-in-cycle",
            K::NotBeforeSeason { .. } => "not-before-season",
            K::ApartFromItself { .. } => "apart-from-itself",
            K::TooManyFixed { .. } => "too-many-fixed",
            K::FixedTwice { .. } => "fixed-twice",
            K::HoursClash { .. } => "hours-clash",
            K::WeekdaysClash { .. } => "weekdays-clash",
            K::WindowTooShort { .. } => "window-too-short",
            K::ExceptionTwice { .. } => "exception-twice",
            K::NoPlace { .. } => "no-place",
            K::NumbersMissing => "numbers-missing",
            K::EventNeeds { .. } => "event-needs",
            K::SwappedCoordinate { .. } => "swapped-coordinate",
            K::FarAway { .. } => "far-away",
            K::NotGeoJson { .. } => "not-geojson",
            K::NotAPoint { .. } => "not-a-point",
            K::NotAStopPlace { .. } => "not-a-stop-place",
        }
    }
}
