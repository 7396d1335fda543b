//! The sentences of the faults: what stands there, what should, what to do. One exhaustive table, so that no kind of fault
//! can be forgotten.

use super::{FaultKind, Told};

/// ` (did you mean x?)`, or nothing.
fn nearest_words(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(" (did you mean {name}?)"))
}

fn told(found: impl Into<String>, expected: impl Into<String>, advice: impl Into<String>) -> Told {
    Told {
        found: found.into(),
        expected: expected.into(),
        advice: advice.into(),
    }
}

impl FaultKind {
    pub(super) fn told(&self) -> Told {
        use FaultKind as K;
        match self {
            K::MissingFile => told(
                "no such file",
                "the file to be in the folder",
                "Add it; a table may be just its head line",
            ),
            K::UnknownFile { nearest } => told(
                format!("a file that no season has{}", nearest_words(nearest.as_deref())),
                format!("only {}", crate::files::NAMES.join(", ")),
                "Rename it, or keep it outside the folder",
            ),
            K::TooLarge { bytes, most } => told(
                format!("{bytes} bytes"),
                format!("at most {most}"),
                "Check that it is the right file",
            ),
            K::TooManyRows { most } => told(
                "more rows",
                format!("at most {most}"),
                "Check that it is the right file, or split the season",
            ),
            K::TooManyFaults { most } => told(
                "more faults than are shown",
                format!("at most {most}"),
                "Mend the ones above and look again",
            ),
            K::Utf16 => told(
                "UTF-16 text",
                "UTF-8 text",
                "Save it again as \"CSV UTF-8\" (or \"UTF-8\")",
            ),
            K::NotUtf8 => told(
                "bytes that are no UTF-8 text",
                "UTF-8 text",
                "Save it again as \"CSV UTF-8\"; older Polish files are often Windows-1250 or ISO 8859-2",
            ),
            K::Unreadable { what } => told(
                what,
                "a readable table",
                "Open the file in a text editor and mend that place",
            ),
            K::NoHead => told(
                "an empty file",
                "a head line with the names of the columns",
                "Add the head line",
            ),
            K::UnknownColumn { found, nearest, all } => told(
                format!("the unknown column \"{found}\"{}", nearest_words(nearest.as_deref())),
                format!("columns among {all}"),
                "Rename the column or take it out",
            ),
            K::DuplicateColumn { found } => told(
                format!("the column \"{found}\" twice"),
                "each column once",
                "Take one of them out",
            ),
            K::MissingColumn { name } => told(
                format!("no column \"{name}\""),
                "all required columns",
                format!("Add a column {name} and fill it in every row"),
            ),
            K::WrongCellCount { found, head } => told(
                format!("{found} cells"),
                format!("{head}, as in the head line"),
                "Put text that holds the separator between double quotes, and look for a missing or extra separator",
            ),
            K::UnclosedQuote => told(
                "a double quote that is never closed",
                "every opening double quote to have a closing one",
                "Close it; a double quote inside a quoted cell is written twice",
            ),
            K::TomlSyntax { message } => told(message, "TOML", "Mend the line; see toml.io"),
            K::UnknownKey { found, nearest, all } => told(
                format!("the unknown key \"{found}\"{}", nearest_words(nearest.as_deref())),
                format!("keys among {all}"),
                "Rename the key or take it out",
            ),
            K::MissingKey { expected } => told("nothing", expected, "Add the key"),
            K::NotGeoJson { message } => told(message, "GeoJSON (RFC 7946)", "Export it again as GeoJSON"),
            K::NotAPoint { found } => told(
                found,
                "a Point",
                "This feature is left out: a stop is one point, so draw or export it as a point",
            ),
            K::NotAStopPlace { location_type } => told(
                format!("location_type {location_type}"),
                "0 or blank (a place where a bus stops)",
                "This row is left out: it is a station, an entrance or a node",
            ),
            K::WrongType { found, expected } => told(found, expected, "Write it in that form"),
            K::Blank { expected } => told("an empty cell", expected, "Fill the cell"),
            K::Malformed { found, expected } => told(format!("\"{found}\""), expected, "Write it in that form"),
            K::TooLong { characters, most } => told(
                format!("{characters} characters"),
                format!("at most {most}"),
                "Say it in fewer words",
            ),
            K::OutOfRange { found, least, most } => told(found, format!("{least} to {most}"), "Correct the number"),
            K::BadCoordinate { found, error } => told(
                format!("{found}: {error}"),
                "a point on the map in degrees",
                "Correct it, or leave both cells empty",
            ),
            K::HalfCoordinate { missing } => told(
                format!("a point without {missing}"),
                "both lat and lon, or neither",
                format!("Fill {missing}, or empty both"),
            ),
            K::CertaintyWithoutPoint { found } => told(
                format!("certainty {found} without a point"),
                "unknown, or an empty cell",
                "Give lat and lon, or empty the cell",
            ),
            K::WrongWeekday { day, printed } => told(
                format!("{} for {day}", printed.as_str()),
                format!("{}, which is the weekday of {day}", day.weekday().as_str()),
                "Ask whoever set the date which of the two is meant; correct the date or the weekday",
            ),
            K::Backwards { first, last } => told(
                format!("a last day {last}"),
                format!("{first} or later"),
                "Correct one of the two days",
            ),
            K::SeasonTooLong { days, most } => told(
                format!("a season of {days} days"),
                format!("at most {most}"),
                "Correct a day, or make several seasons",
            ),
            K::NumbersMissing => told(
                "scope numbers without numbers",
                "the house numbers of this estate",
                "Fill the cell numbers, or say part",
            ),
            K::Duplicate { what, found, first_row } => told(
                match first_row {
                    Some(row) => format!("{what} \"{found}\" again, first in row {row}"),
                    None => format!("{what} \"{found}\" twice"),
                },
                format!("each {what} once"),
                "Rename one or take it out",
            ),
            K::UnknownReference {
                what,
                found,
                nearest,
                file,
            } => told(
                format!("the unknown {what} \"{found}\"{}", nearest_words(nearest.as_deref())),
                format!("a short name that stands in {file}"),
                format!("Correct the short name, or add the {what} to {file}"),
            ),
            K::OutsideSeason { day, first, last } => told(
                day.to_string(),
                format!("a day of the season, {first} to {last}"),
                "Correct the day, or the season",
            ),
            K::NoWorkingDay => told(
                "a season without a working day",
                "at least one",
                "Check hours, closed and the days of the season",
            ),
            K::NoBus => told("no bus", "at least one [[buses]]", "Add a bus with its depot"),
            K::ThemesOverlap { title, other } => told(
                format!("\"{title}\" while \"{other}\" lasts"),
                "one theme at a time",
                "Move first_day or last_day of one of them",
            ),
            K::VisitsCrossed { least, wanted, most } => told(
                format!("least {least}, wanted {wanted}, most {most}"),
                "least <= wanted <= most, and most at least 1",
                "Correct the numbers; an empty cell takes the default of season.toml",
            ),
            K::LoadTooLarge { load, most } => told(
                load.to_string(),
                format!("at most {most}, the greatest capacity of a bus"),
                "Correct load, or capacity of a bus in season.toml",
            ),
            K::GapsCrossed { least, most } => told(
                format!("gap_min {least}, gap_max {most}"),
                "gap_min <= gap_max, and gap_max at least 1",
                "Correct the numbers; none means no limit",
            ),
            K::NoRoom { visits, gap, room } => told(
                format!("{visits} visits, each at least {gap} days after the one before"),
                format!("at most {room}, which is what the season has room for"),
                "Ask for fewer visits, a shorter gap or a longer season",
            ),
            K::ClosedDay { day, because } => told(
                format!("{day}, on which no bus goes out: {because}"),
                "a day on which a bus goes out",
                "Correct the day, or open it in season.toml",
            ),
            K::Needs { needed } => told(
                format!("a word about {needed}, which is empty"),
                format!("{needed} beside it"),
                format!("Fill in {needed}, or leave this empty too"),
            ),
            K::NotInCycle => told(
                "a rule that a cycle sets by itself",
                "an empty cell where every_weeks is given",
                "Empty it, or empty every_weeks",
            ),
            K::NotBeforeSeason { day, first } => told(
                day.to_string(),
                format!("a day before the season, which begins on {first}"),
                "Correct the date; visits of the season that are promised stand in fixed",
            ),
            K::ApartFromItself { stop } => told(
                format!("the stop \"{stop}\" itself"),
                "other stops",
                "Take it out of the list",
            ),
            K::TooManyFixed { fixed, most } => told(
                format!("{fixed} fixed visits"),
                format!("at most {most}, as most says"),
                "Raise most or take a date out",
            ),
            K::FixedTwice { day } => told(format!("{day} twice"), "each day once", "Take one of them out"),
            K::WeekdaysClash { day } => told(
                format!("{} preferred and forbidden", day.as_str()),
                "one of the two",
                "Take it out of one of the lists",
            ),
            K::HoursClash { preferred, never } => told(
                format!("{preferred} preferred, and forbidden by {never}"),
                "hours that are not forbidden as a whole",
                "Correct one of the two",
            ),
            K::WindowTooShort { window, needed } => told(
                format!("{window}, which is {}", window.length()),
                format!("at least {needed}, the public part of a visit"),
                "Widen the hours or shorten public_minutes in requests.csv",
            ),
            K::ExceptionTwice { day } => told(
                format!("{day} both closed and open, or hours that overlap"),
                "one word about a day",
                "Take one of them out",
            ),
            K::NoPlace { stop } => told(
                format!("the stop \"{stop}\", which has neither a point nor an estate"),
                "a stop that can be put on a map",
                "Give the stop lat and lon, or its estate",
            ),
            K::EventNeeds { what } => told(
                format!("an event that the bus takes part in, without {what}"),
                what.to_owned(),
                format!("Add {what}, or make it show-only"),
            ),
            K::SwappedCoordinate { lat, lon } => told(
                format!("lat {lat}, lon {lon}"),
                "a point near the others; with lat and lon exchanged it would be",
                "Exchange the two",
            ),
            K::FarAway { distance, most } => told(
                format!("a point {} km from the middle of the others", distance.get() / 1000),
                format!("at most {} km", most.get() / 1000),
                "Check lat and lon; a lost digit or a decimal comma is likely",
            ),
        }
    }
}
