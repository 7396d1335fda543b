//! The keys of `season.toml`, and what they must hold among themselves.

use std::collections::BTreeMap;

use toml::de::DeValue;
use vocabulary::{Coordinate, CrewRole, Day, Minutes, Qualification, Slug, Tongue, Weekday, Zone};

use crate::fault::FaultKind;
use crate::settings::{
    Breaks, Crew, CrewRule, Defaults, Depot, OtherDepot, SchoolHoliday, Settings, Theme, Travel, Weights,
};
use crate::table::Faults;
use crate::{Bus, ClosedDay, HolidayRule};

use super::{At, FromToml, Keys, SEASON, document, table};

/// The longest season, days: a little over a year.
const LONGEST_SEASON: i64 = 400;

/// What could be read of `season.toml`. The parts stand alone, so that the tables can be checked against what is sound.
#[derive(Debug, Default)]
pub(crate) struct SettingsRead {
    /// All of it, when nothing required is missing.
    pub(crate) settings: Option<Settings>,
    /// First and last day, when both are sound.
    pub(crate) days: Option<(Day, Day)>,
    /// The defaults, or the built-in ones.
    pub(crate) defaults: Defaults,
}

pub(crate) fn settings(bytes: &[u8], faults: &mut Faults) -> SettingsRead {
    document(bytes, faults, read).unwrap_or_default()
}

fn read(keys: &mut Keys<'_, '_>) -> SettingsRead {
    let slug = keys.required::<Slug>("slug");
    let name = keys.required::<String>("name");
    let example = keys.optional("example").unwrap_or(false);
    let (note, bring) = (keys.text("note"), keys.text("bring"));
    let town = keys.required::<String>("town");
    let (first_day, last_day) = (keys.required::<Day>("first_day"), keys.required::<Day>("last_day"));
    let days = sound_days(keys, first_day, last_day);
    let zone = keys.optional("zone").unwrap_or(Zone::WARSAW);
    let public_holidays = keys.optional("public_holidays").unwrap_or(HolidayRule::Pl);
    let defaults: Defaults = keys.optional("defaults").unwrap_or_default();
    let hours = keys.week_hours("hours");
    if hours.is_none() && !keys.table.contains_key("hours") {
        keys.at.fault(FaultKind::MissingKey {
            expected: "[hours], the working hours by weekday".to_owned(),
        });
    }
    let closed = closed_days(keys, days);
    let school_holidays = keys
        .list("school_holidays")
        .into_iter()
        .map(|(_, value)| value)
        .collect();
    let buses = buses(keys, days);
    let themes = themes(keys, days);
    let (travel, crew, weights) = (keys.optional("travel"), keys.optional("crew"), keys.optional("weights"));
    let whole = || {
        Some(Settings {
            slug: slug?,
            name: name?,
            example,
            note,
            town: town?,
            bring,
            first_day: days?.0,
            last_day: days?.1,
            zone,
            public_holidays,
            hours: hours?,
            closed,
            school_holidays,
            buses,
            themes,
            defaults: defaults.clone(),
            travel: travel.unwrap_or_default(),
            crew: crew.unwrap_or_default(),
            weights: weights.unwrap_or_default(),
        })
    };
    let settings = whole();
    if let Some(settings) = &settings {
        hours_are_of_use(keys, settings);
    }
    SettingsRead {
        settings,
        days,
        defaults,
    }
}

/// First and last day, when they make a season.
fn sound_days(keys: &mut Keys<'_, '_>, first: Option<Day>, last: Option<Day>) -> Option<(Day, Day)> {
    let (first, last) = (first?, last?);
    let days = first.days_until(last) + 1;
    if days < 1 {
        keys.fault_at("last_day", FaultKind::Backwards { first, last });
        return None;
    }
    if days > LONGEST_SEASON {
        keys.fault_at(
            "last_day",
            FaultKind::SeasonTooLong {
                days,
                most: LONGEST_SEASON,
            },
        );
        return None;
    }
    Some((first, last))
}

/// There is a working day, and its hours can hold an ordinary visit.
fn hours_are_of_use(keys: &mut Keys<'_, '_>, settings: &Settings) {
    if settings.working_days().next().is_none() {
        keys.fault_at("hours", FaultKind::NoWorkingDay);
    }
    let needed = settings.defaults.public_minutes;
    let short = settings
        .hours
        .iter()
        .flat_map(|(_, windows)| windows)
        .find(|w| w.length() < needed);
    if let Some(window) = short {
        keys.fault_at(
            "hours",
            FaultKind::WindowTooShort {
                window: *window,
                needed,
            },
        );
    }
}

/// A fault of an entry of a list.
fn at_line(keys: &mut Keys<'_, '_>, line: u64, column: &str, kind: FaultKind) {
    keys.at.faults.add(SEASON, Some(line), Some(column), kind);
}

fn closed_days(keys: &mut Keys<'_, '_>, season: Option<(Day, Day)>) -> Vec<ClosedDay> {
    let closed: Vec<(u64, ClosedDay)> = keys.list("closed");
    for (line, value) in &closed {
        outside(
            keys,
            season,
            *line,
            "closed",
            &[value.day, value.last_day.unwrap_or(value.day)],
        );
    }
    closed.into_iter().map(|(_, value)| value).collect()
}

/// Tells the first of the days that is not in the season.
fn outside(keys: &mut Keys<'_, '_>, season: Option<(Day, Day)>, line: u64, column: &str, days: &[Day]) {
    let Some((first, last)) = season else { return };
    if let Some(day) = days.iter().copied().find(|day| *day < first || *day > last) {
        at_line(keys, line, column, FaultKind::OutsideSeason { day, first, last });
    }
}

fn buses(keys: &mut Keys<'_, '_>, season: Option<(Day, Day)>) -> Vec<Bus> {
    let absent = !keys.table.contains_key("buses");
    let buses: Vec<(u64, Bus)> = keys.list("buses");
    if absent {
        at_line(keys, 1, "buses", FaultKind::NoBus);
    }
    let mut lines = BTreeMap::new();
    for (line, bus) in &buses {
        if let Some(first_row) = lines.insert(bus.slug.clone(), *line) {
            let found = bus.slug.to_string();
            at_line(
                keys,
                *line,
                "buses",
                FaultKind::Duplicate {
                    what: "bus",
                    found,
                    first_row: Some(first_row),
                },
            );
        }
        for other in &bus.depots {
            let days: Vec<Day> = [other.first_day, other.last_day].into_iter().flatten().collect();
            outside(keys, season, *line, "buses.depots", &days);
        }
        for closed in &bus.closed {
            let days = [closed.day, closed.last_day.unwrap_or(closed.day)];
            outside(keys, season, *line, "buses.closed", &days);
        }
    }
    buses.into_iter().map(|(_, bus)| bus).collect()
}

/// Themes in order of their days.
fn themes(keys: &mut Keys<'_, '_>, season: Option<(Day, Day)>) -> Vec<Theme> {
    let mut themes: Vec<(u64, Theme)> = keys.list("themes");
    for (line, theme) in &themes {
        let end = theme.last_day.unwrap_or(theme.first_day);
        outside(keys, season, *line, "themes", &[theme.first_day, end]);
    }
    themes.sort_by_key(|(_, theme)| theme.first_day);
    for pair in themes.windows(2) {
        let ((_, before), (line, theme)) = (&pair[0], &pair[1]);
        if theme.first_day <= before.end() {
            let kind = FaultKind::ThemesOverlap {
                title: theme.title.clone(),
                other: before.title.clone(),
            };
            at_line(keys, *line, "themes", kind);
        }
    }
    themes.into_iter().map(|(_, theme)| theme).collect()
}

/// The printed weekday of a date must be its weekday, and a last day must not come before the first.
fn check_days(keys: &mut Keys<'_, '_>, first: Option<Day>, printed: Option<Weekday>, last: Option<Day>) {
    let Some(first) = first else { return };
    if let Some(printed) = printed.filter(|printed| *printed != first.weekday()) {
        keys.fault_at("weekday", FaultKind::WrongWeekday { day: first, printed });
    }
    if let Some(last) = last.filter(|last| *last < first) {
        keys.fault_at("last_day", FaultKind::Backwards { first, last });
    }
}

/// A struct whose keys are read by the function given.
macro_rules! tables {
    ($($type:ty, $expected:literal, $read:ident;)+) => {$(
        impl FromToml for $type {
            fn expected() -> String {
                $expected.to_owned()
            }

            fn from_toml(value: &DeValue<'_>, at: &mut At<'_>) -> Option<Self> {
                table(value, at, $read)
            }
        }
    )+};
}

tables! {
    ClosedDay, "a closed day with day and reason", closed_day;
    SchoolHoliday, "school holidays with name, first_day and last_day", school_holiday;
    Bus, "a bus with slug, name and depot", bus;
    Depot, "a depot, e.g. { name = \"…\", coordinate = { lat = 53.08, lon = 21.57 }, certainty = \"estimated\" }", depot;
    Breaks, "a break, e.g. { minutes = 45, after_driving_minutes = 270 }", breaks;
    OtherDepot, "another depot with depart_from, return_to or both", other_depot;
    Coordinate, "a point, e.g. { lat = 53.08, lon = 21.57 }", coordinate;
    Theme, "a theme with first_day and title", theme;
    Defaults, "a table", defaults;
    Travel, "a table", travel;
    Crew, "a table", crew;
    CrewTable, "a table", crew_table;
    Qualifications, "qualifications by role, e.g. { leader = [\"leisure-leader\"] }", qualifications;
    Weights, "a table", weights;
}

fn closed_day(keys: &mut Keys<'_, '_>) -> Option<ClosedDay> {
    let (day, weekday, last_day) = (
        keys.required("day"),
        keys.optional("weekday"),
        keys.optional("last_day"),
    );
    check_days(keys, day, weekday, last_day);
    let (reason, example) = (keys.required("reason"), keys.optional("example").unwrap_or(false));
    Some(ClosedDay {
        day: day?,
        weekday,
        last_day,
        reason: reason?,
        example,
    })
}

fn school_holiday(keys: &mut Keys<'_, '_>) -> Option<SchoolHoliday> {
    let (name, first_day, last_day) = (
        keys.required("name"),
        keys.required("first_day"),
        keys.required("last_day"),
    );
    check_days(keys, first_day, None, last_day);
    let source = keys.text("source");
    Some(SchoolHoliday {
        name: name?,
        first_day: first_day?,
        last_day: last_day?,
        source,
    })
}

fn bus(keys: &mut Keys<'_, '_>) -> Option<Bus> {
    let (slug, name) = (keys.required("slug"), keys.required("name"));
    let hours = keys.week_hours("hours").unwrap_or_default();
    let given = keys.table.contains_key("max_duty_minutes");
    let max_duty = keys.within("max_duty_minutes", Minutes(1440), Minutes(30)..=Minutes(1440));
    let max_driving_minutes = keys.maybe_within("max_driving_minutes", Minutes(1)..=Minutes(1440));
    let capacity = keys.maybe_within("capacity", 1..=crate::MOST_LOAD);
    let range_km = keys.maybe_within("range_km", 1..=2000);
    let breaks = keys.optional("breaks");
    let capabilities = keys.list("capabilities").into_iter().map(|(_, slug)| slug).collect();
    let travel_minute = keys.maybe_within("travel_minute", 0..=10_000);
    let travel_km = keys.maybe_within("travel_km", 0..=10_000);
    let example = keys.optional("example").unwrap_or(false);
    let depot = keys.required("depot");
    let depots = keys.list("depots").into_iter().map(|(_, other)| other).collect();
    let closed = keys.list("closed").into_iter().map(|(_, day)| day).collect();
    let max_duty_minutes = given.then_some(max_duty);
    Some(Bus {
        slug: slug?,
        name: name?,
        hours,
        max_duty_minutes,
        max_driving_minutes,
        capacity,
        range_km,
        breaks,
        capabilities,
        travel_minute,
        travel_km,
        example,
        depot: depot?,
        depots,
        closed,
    })
}

fn breaks(keys: &mut Keys<'_, '_>) -> Option<Breaks> {
    let minutes = keys.required::<Minutes>("minutes");
    if let Some(found) = minutes.filter(|m| !(5..=240).contains(&m.get())) {
        let kind = FaultKind::OutOfRange {
            found: found.to_string(),
            least: "5".to_owned(),
            most: "240".to_owned(),
        };
        keys.fault_at("minutes", kind);
    }
    let after_driving_minutes = keys.maybe_within("after_driving_minutes", Minutes(15)..=Minutes(1440));
    let after_work_minutes = keys.maybe_within("after_work_minutes", Minutes(30)..=Minutes(1440));
    let none = ["after_driving_minutes", "after_work_minutes"]
        .iter()
        .all(|key| !keys.table.contains_key(*key));
    if none {
        keys.at.fault(FaultKind::MissingKey {
            expected: "after_driving_minutes, after_work_minutes or both".to_owned(),
        });
    }
    Some(Breaks {
        minutes: minutes?,
        after_driving_minutes,
        after_work_minutes,
    })
}

fn other_depot(keys: &mut Keys<'_, '_>) -> Option<OtherDepot> {
    let weekdays = keys.list("weekdays").into_iter().map(|(_, weekday)| weekday).collect();
    let (first_day, last_day) = (keys.optional("first_day"), keys.optional("last_day"));
    check_days(keys, first_day, None, last_day);
    let (depart_from, return_to) = (keys.optional("depart_from"), keys.optional("return_to"));
    if !keys.table.contains_key("depart_from") && !keys.table.contains_key("return_to") {
        keys.at.fault(FaultKind::MissingKey {
            expected: "depart_from, return_to or both".to_owned(),
        });
    }
    Some(OtherDepot {
        weekdays,
        first_day,
        last_day,
        depart_from,
        return_to,
    })
}

fn depot(keys: &mut Keys<'_, '_>) -> Option<Depot> {
    let (name, coordinate, certainty) = (
        keys.required("name"),
        keys.required("coordinate"),
        keys.required("certainty"),
    );
    let (uncertainty_m, source) = (keys.optional("uncertainty_m").unwrap_or_default(), keys.text("source"));
    Some(Depot {
        name: name?,
        coordinate: coordinate?,
        certainty: certainty?,
        uncertainty_m,
        source,
    })
}

fn coordinate(keys: &mut Keys<'_, '_>) -> Option<Coordinate> {
    let (lat, lon) = (keys.required::<f64>("lat"), keys.required::<f64>("lon"));
    let (lat, lon) = (lat?, lon?);
    let point = Coordinate::new(lat, lon);
    if let Err(error) = point {
        keys.at.fault(FaultKind::BadCoordinate {
            found: format!("{lat}, {lon}"),
            error,
        });
    }
    point.ok()
}

fn theme(keys: &mut Keys<'_, '_>) -> Option<Theme> {
    let first_day = keys.required("first_day");
    let (weekday, last_day) = (keys.optional("weekday"), keys.optional("last_day"));
    check_days(keys, first_day, weekday, last_day);
    let (title, text) = (keys.required("title"), keys.text("text"));
    let (guests, bring) = (keys.text("guests"), keys.text("bring"));
    Some(Theme {
        first_day: first_day?,
        weekday,
        last_day,
        title: title?,
        text,
        guests,
        bring,
    })
}

fn defaults(keys: &mut Keys<'_, '_>) -> Option<Defaults> {
    let built_in = Defaults::default();
    let minutes = |least, most| Minutes(least)..=Minutes(most);
    let mut defaults = Defaults {
        public_minutes: keys.within("public_minutes", built_in.public_minutes, minutes(15, 1440)),
        setup_minutes: keys.within("setup_minutes", built_in.setup_minutes, minutes(0, 480)),
        teardown_minutes: keys.within("teardown_minutes", built_in.teardown_minutes, minutes(0, 480)),
        least: keys.optional("least").unwrap_or(built_in.least),
        wanted: keys.optional("wanted").unwrap_or(built_in.wanted),
        most: keys.optional("most").unwrap_or(built_in.most),
        gap_min_days: keys.optional("gap_min_days").unwrap_or(built_in.gap_min_days),
        gap_max_days: keys.optional("gap_max_days").or(built_in.gap_max_days),
    };
    let Defaults {
        least,
        wanted,
        most,
        gap_min_days,
        ..
    } = defaults;
    if least > wanted || wanted > most || most == 0 {
        keys.fault_at("wanted", FaultKind::VisitsCrossed { least, wanted, most });
        // Told once here, not again by every request that takes the defaults.
        let Defaults {
            least, wanted, most, ..
        } = built_in;
        defaults = Defaults {
            least,
            wanted,
            most,
            ..defaults
        };
    }
    if let Some(gap_max) = defaults.gap_max_days
        && (gap_min_days > gap_max || gap_max == 0)
    {
        let kind = FaultKind::GapsCrossed {
            least: gap_min_days,
            most: gap_max,
        };
        keys.fault_at("gap_max_days", kind);
        defaults = Defaults {
            gap_min_days: built_in.gap_min_days,
            gap_max_days: built_in.gap_max_days,
            ..defaults
        };
    }
    Some(defaults)
}

fn travel(keys: &mut Keys<'_, '_>) -> Option<Travel> {
    let built_in = Travel::default();
    let buffer = Minutes(0)..=Minutes(240);
    Some(Travel {
        detour: keys.within("detour", built_in.detour, 1.0..=5.0),
        speed_kmh: keys.within("speed_kmh", built_in.speed_kmh, 1.0..=130.0),
        buffer_minutes: keys.within("buffer_minutes", built_in.buffer_minutes, buffer.clone()),
        estimated_buffer_minutes: keys.within("estimated_buffer_minutes", built_in.estimated_buffer_minutes, buffer),
    })
}

fn crew(keys: &mut Keys<'_, '_>) -> Option<Crew> {
    let built_in = Crew::default();
    let withdraw_hours = keys.within("withdraw_hours", built_in.withdraw_hours, 0..=720);
    let signups_from = keys.optional("signups_from");
    let signups_days_before = keys.maybe_within("signups_days_before", 0..=400);
    let regular: Option<CrewTable> = keys.optional("regular");
    let event: Option<CrewTable> = keys.optional("event");
    Some(Crew {
        withdraw_hours,
        signups_from,
        signups_days_before,
        regular: regular.map_or(built_in.regular.clone(), |table| table.over(&built_in.regular)),
        event: event.map_or(built_in.event.clone(), |table| table.over(&built_in.event)),
    })
}

/// The keys of a crew rule that are given; which defaults hold for the others depends on the kind of visit.
struct CrewTable {
    given: BTreeMap<&'static str, u32>,
    languages: Option<Vec<Tongue>>,
    qualifications: Option<Qualifications>,
}

/// What each role must be qualified for.
struct Qualifications(BTreeMap<CrewRole, Vec<Qualification>>);

/// Every key of a crew rule with its range.
const CREW_KEYS: [(&str, u32, u32); 11] = [
    ("expected_children", 0, 5000),
    ("children_per_adult", 1, 100),
    ("leaders", 1, 50),
    ("smallest_crew", 1, 50),
    ("extra_helpers", 0, 50),
    ("extra_helper_min_age", 13, 18),
    ("first_aiders", 0, 50),
    ("drivers", 0, 50),
    ("training_places", 0, 50),
    ("crew_lead_minutes", 0, 240),
    ("crew_tail_minutes", 0, 240),
];

fn crew_table(keys: &mut Keys<'_, '_>) -> Option<CrewTable> {
    let mut given = BTreeMap::new();
    for (key, least, most) in CREW_KEYS {
        let value = keys.within(key, least, least..=most);
        if keys.table.contains_key(key) {
            given.insert(key, value);
        }
    }
    let given_languages = keys.table.contains_key("languages");
    let languages = words(keys, "languages");
    let qualifications = keys.optional("qualifications");
    Some(CrewTable {
        given,
        languages: given_languages.then_some(languages),
        qualifications,
    })
}

/// A list of words, each once, in their natural order.
fn words<T: FromToml + Ord>(keys: &mut Keys<'_, '_>, key: &'static str) -> Vec<T> {
    let mut words: Vec<T> = keys.list(key).into_iter().map(|(_, word)| word).collect();
    words.sort();
    words.dedup();
    words
}

fn qualifications(keys: &mut Keys<'_, '_>) -> Option<Qualifications> {
    let mut of_role = |role: &CrewRole| (*role, words(keys, role.as_str()));
    let all = CrewRole::ALL.iter().map(&mut of_role);
    Some(Qualifications(all.filter(|(_, asked)| !asked.is_empty()).collect()))
}

impl CrewTable {
    fn over(&self, built_in: &CrewRule) -> CrewRule {
        let of = |key, default| self.given.get(key).copied().unwrap_or(default);
        let minutes = |key, default: Minutes| Minutes(of(key, default.get()));
        CrewRule {
            expected_children: of("expected_children", built_in.expected_children),
            children_per_adult: of("children_per_adult", built_in.children_per_adult),
            leaders: of("leaders", built_in.leaders),
            smallest_crew: of("smallest_crew", built_in.smallest_crew),
            extra_helpers: of("extra_helpers", built_in.extra_helpers),
            extra_helper_min_age: of("extra_helper_min_age", built_in.extra_helper_min_age),
            first_aiders: of("first_aiders", built_in.first_aiders),
            drivers: of("drivers", built_in.drivers),
            training_places: of("training_places", built_in.training_places),
            languages: self.languages.clone().unwrap_or_else(|| built_in.languages.clone()),
            qualifications: match &self.qualifications {
                Some(Qualifications(given)) => given.clone(),
                None => built_in.qualifications.clone(),
            },
            crew_lead_minutes: minutes("crew_lead_minutes", built_in.crew_lead_minutes),
            crew_tail_minutes: minutes("crew_tail_minutes", built_in.crew_tail_minutes),
        }
    }
}

fn weights(keys: &mut Keys<'_, '_>) -> Option<Weights> {
    let built_in = Weights::default();
    let mut of = |key, default| keys.within(key, default, 0..=10_000);
    Some(Weights {
        announced_moved: of("announced_moved", built_in.announced_moved),
        notice_1_day: of("notice_1_day", built_in.notice_1_day),
        notice_3_days: of("notice_3_days", built_in.notice_3_days),
        notice_7_days: of("notice_7_days", built_in.notice_7_days),
        notice_14_days: of("notice_14_days", built_in.notice_14_days),
        weekday_not_preferred: of("weekday_not_preferred", built_in.weekday_not_preferred),
        hours_not_preferred: of("hours_not_preferred", built_in.hours_not_preferred),
        other_weekday: of("other_weekday", built_in.other_weekday),
        travel_minute: of("travel_minute", built_in.travel_minute),
        travel_km: of("travel_km", built_in.travel_km),
        spread: of("spread", built_in.spread),
        fair_wait_percent: keys.within("fair_wait_percent", built_in.fair_wait_percent, 100..=1000),
    })
}
