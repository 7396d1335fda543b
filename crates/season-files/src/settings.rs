//! `season.toml` as values. The name of a field is the name of its key.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use vocabulary::{
    Certainty, Coordinate, CrewRole, Day, Metres, Minutes, Qualification, Slug, Tongue, Weekday, Weekdays, Zone,
};

use crate::{HolidayRule, WeekHours, holidays, schema};

/// Everything in `season.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Settings {
    /// Short name of the season in addresses: lato-2027.
    #[schemars(schema_with = "schema::slug")]
    pub slug: Slug,
    /// Name of the season as people read it.
    pub name: String,
    /// The plan is an example: every public page says so.
    #[serde(default)]
    pub example: bool,
    /// Anything a reader of the files should know.
    #[serde(default)]
    pub note: String,
    /// Town, as people read it.
    pub town: String,
    /// What to bring to every visit, for the page: "woda i czapka".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bring: String,
    /// First day of the season.
    #[schemars(schema_with = "schema::day")]
    pub first_day: Day,
    /// Last day of the season, itself included.
    #[schemars(schema_with = "schema::day")]
    pub last_day: Day,
    /// Time zone (IANA name).
    #[serde(default = "warsaw")]
    #[schemars(schema_with = "schema::zone")]
    pub zone: Zone,
    /// Whose public holidays are days off: pl or none.
    #[serde(default = "polish")]
    #[schemars(schema_with = "schema::holiday_rule")]
    pub public_holidays: HolidayRule,
    /// When the crew works, by weekday, from leaving the depot to being back. A weekday that is absent is not worked.
    #[schemars(schema_with = "schema::week_hours")]
    pub hours: WeekHours,
    /// Days on which the bus does not go out, beside public holidays.
    #[serde(default)]
    pub closed: Vec<ClosedDay>,
    /// School holidays, shown in the calendar.
    #[serde(default)]
    pub school_holidays: Vec<SchoolHoliday>,
    /// The buses; at least one.
    #[serde(default)]
    pub buses: Vec<Bus>,
    /// Themes of the week; no two at once.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// What holds where a request or a stop says nothing.
    #[serde(default)]
    pub defaults: Defaults,
    /// How long a drive takes where no router is asked.
    #[serde(default)]
    pub travel: Travel,
    /// Who must be on a visit.
    #[serde(default)]
    pub crew: Crew,
    /// What matters how much to the planner.
    #[serde(default)]
    pub weights: Weights,
}

fn warsaw() -> Zone {
    Zone::WARSAW
}

fn polish() -> HolidayRule {
    HolidayRule::Pl
}

impl Settings {
    /// Why nobody works on the day, when nobody does: a public holiday, a closed day of the file, or a weekday without
    /// hours. A weekday off has no words of its own.
    pub fn day_off(&self, day: Day) -> Option<DayOff<'_>> {
        if let Some(closed) = self.closed.iter().find(|c| c.covers(day)) {
            return Some(DayOff::Closed(closed));
        }
        if self.public_holidays == HolidayRule::Pl
            && let Some(holiday) = holidays::polish(day)
        {
            return Some(DayOff::PublicHoliday(holiday));
        }
        self.hours.of(day.weekday()).is_empty().then_some(DayOff::Weekday)
    }

    /// The days of the season on which the crew works.
    pub fn working_days(&self) -> impl Iterator<Item = Day> {
        self.first_day
            .through(self.last_day)
            .filter(|day| self.day_off(*day).is_none())
    }

    /// The theme of the week on that day.
    pub fn theme_on(&self, day: Day) -> Option<&Theme> {
        self.themes.iter().find(|t| t.first_day <= day && day <= t.end())
    }
}

/// Why a day is not worked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DayOff<'a> {
    /// A row of `closed`.
    Closed(&'a ClosedDay),
    /// A public holiday.
    PublicHoliday(holidays::Holiday),
    /// The weekday has no hours.
    Weekday,
}

/// A day, or several, on which the bus does not go out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ClosedDay {
    /// The day, or the first of them.
    #[schemars(schema_with = "schema::day")]
    pub day: Day,
    /// The weekday of `day` as printed, to be checked against the date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "schema::weekday")]
    pub weekday: Option<Weekday>,
    /// The last of them; without it, one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "schema::day")]
    pub last_day: Option<Day>,
    /// Why, for the public.
    pub reason: String,
    /// Invented for the example season.
    #[serde(default)]
    pub example: bool,
}

impl ClosedDay {
    /// Whether the day is one of them.
    pub fn covers(&self, day: Day) -> bool {
        self.day <= day && day <= self.last_day.unwrap_or(self.day)
    }
}

/// A stretch without school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SchoolHoliday {
    /// Its name as people read it.
    pub name: String,
    /// First day without school.
    #[schemars(schema_with = "schema::day")]
    pub first_day: Day,
    /// Last day without school.
    #[schemars(schema_with = "schema::day")]
    pub last_day: Day,
    /// Where the dates come from.
    #[serde(default)]
    pub source: String,
}

/// A bus.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Bus {
    /// Short name in addresses and files.
    #[schemars(schema_with = "schema::slug")]
    pub slug: Slug,
    /// Name as people read it.
    pub name: String,
    /// Its own hours by weekday; empty: the season's.
    #[serde(default)]
    #[schemars(schema_with = "schema::week_hours")]
    pub hours: WeekHours,
    /// Most minutes from leaving the depot to being back on one day; without it, the length of the day's hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<u32>", range(min = 30, max = 1440))]
    pub max_duty_minutes: Option<Minutes>,
    /// Most minutes on the road on one day; without it, no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<u32>", range(min = 1, max = 1440))]
    pub max_driving_minutes: Option<Minutes>,
    /// Most that it carries on one tour, in the unit of `load` in requests.csv; without it, anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100000))]
    pub capacity: Option<u32>,
    /// Longest tour in kilometres, such as an electric bus between two charges; without it, any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 2000))]
    pub range_km: Option<u32>,
    /// The break its crew must have; without it, none is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaks: Option<Breaks>,
    /// What it has and can, in words of your own (lift, small-vehicle); stops.csv says in `needs` where that is needed.
    #[serde(default)]
    #[schemars(schema_with = "schema::slugs")]
    pub capabilities: Vec<Slug>,
    /// Points for a minute on the road, when not those of `[weights]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 10000))]
    pub travel_minute: Option<u32>,
    /// Points for a kilometre on the road, when not those of `[weights]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 10000))]
    pub travel_km: Option<u32>,
    /// An invented bus, made for the example season.
    #[serde(default)]
    pub example: bool,
    /// Where it starts and ends the day.
    pub depot: Depot,
    /// Days on which it starts or ends elsewhere; the first row that holds for a day counts.
    #[serde(default)]
    pub depots: Vec<OtherDepot>,
    /// Days on which this bus stays in the depot.
    #[serde(default)]
    pub closed: Vec<ClosedDay>,
}

impl Bus {
    /// The row of `depots` that holds on a day.
    pub fn other_depot_on(&self, day: Day) -> Option<&OtherDepot> {
        self.depots.iter().find(|other| other.covers(day))
    }
}

/// The break of a crew: at least so long, after at most so much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Breaks {
    /// How long one break is at least.
    #[schemars(with = "u32", range(min = 5, max = 240))]
    pub minutes: Minutes,
    /// After at most so many minutes on the road since the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<u32>", range(min = 15, max = 1440))]
    pub after_driving_minutes: Option<Minutes>,
    /// After at most so many minutes of work since leaving the depot or the last one; waiting counts as work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<u32>", range(min = 30, max = 1440))]
    pub after_work_minutes: Option<Minutes>,
}

/// Days on which a bus starts or ends elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OtherDepot {
    /// On these weekdays; without it, on all.
    #[serde(default, skip_serializing_if = "on_all")]
    #[schemars(schema_with = "schema::weekdays")]
    pub weekdays: Weekdays,
    /// From this day on; without it, from the first day of the season.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "schema::day")]
    pub first_day: Option<Day>,
    /// Until this day, itself included; without it, to the last day of the season.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "schema::day")]
    pub last_day: Option<Day>,
    /// Where it starts; without it, at its depot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depart_from: Option<Depot>,
    /// Where it ends; without it, at its depot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to: Option<Depot>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // The form that serde asks for.
fn on_all(weekdays: &Weekdays) -> bool {
    weekdays.is_empty()
}

impl OtherDepot {
    /// Whether it holds on a day.
    pub fn covers(&self, day: Day) -> bool {
        (self.weekdays.is_empty() || self.weekdays.contains(day.weekday()))
            && self.first_day.is_none_or(|first| first <= day)
            && self.last_day.is_none_or(|last| day <= last)
    }
}

/// Where a bus starts and ends the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Depot {
    /// Name or address.
    pub name: String,
    /// Its point.
    #[schemars(schema_with = "schema::coordinate")]
    pub coordinate: Coordinate,
    /// How far the point can be trusted.
    #[schemars(schema_with = "schema::certainty")]
    pub certainty: Certainty,
    /// How far off the point may be, metres.
    #[serde(default)]
    #[schemars(with = "u32")]
    pub uncertainty_m: Metres,
    /// Where the point comes from.
    #[serde(default)]
    pub source: String,
}

/// What a week is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Theme {
    /// Its first day.
    #[schemars(schema_with = "schema::day")]
    pub first_day: Day,
    /// The weekday of `first_day` as printed, to be checked against the date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "schema::weekday")]
    pub weekday: Option<Weekday>,
    /// Its last day; without it, the Sunday of that week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "schema::day")]
    pub last_day: Option<Day>,
    /// A few words for the timetable.
    pub title: String,
    /// A sentence for the page.
    #[serde(default)]
    pub text: String,
    /// Who comes as a guest or takes part that week, for the page: bodies, not people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub guests: String,
    /// What to bring that week, beside `bring` of the season.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bring: String,
}

impl Theme {
    /// Its last day: as given, or the Sunday of its week.
    pub fn end(&self) -> Day {
        self.last_day.unwrap_or_else(|| self.first_day.monday().plus_days(6))
    }
}

/// What holds where a request or a stop says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Defaults {
    /// How long the public part of a visit is, minutes.
    #[schemars(with = "u32", range(min = 15, max = 1440))]
    pub public_minutes: Minutes,
    /// Minutes to set up before the public comes.
    #[schemars(with = "u32", range(max = 480))]
    pub setup_minutes: Minutes,
    /// Minutes to pack up after it left.
    #[schemars(with = "u32", range(max = 480))]
    pub teardown_minutes: Minutes,
    /// Fewest visits of a stop in the season.
    pub least: u32,
    /// Wanted visits of a stop in the season.
    pub wanted: u32,
    /// Most visits of a stop in the season.
    pub most: u32,
    /// Fewest days from one visit of a stop to the next.
    pub gap_min_days: u32,
    /// Most days from one visit of a stop to the next; without it, no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_max_days: Option<u32>,
}

impl Default for Defaults {
    fn default() -> Self {
        Self {
            public_minutes: Minutes(150),
            setup_minutes: Minutes(20),
            teardown_minutes: Minutes(20),
            least: 1,
            wanted: 4,
            most: 6,
            gap_min_days: 5,
            gap_max_days: None,
        }
    }
}

/// How long a drive takes where no router is asked: great circle x detour / speed + buffers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Travel {
    /// Road length over straight length; 1.27-1.48 was measured on 27 mobile-library services.
    #[schemars(range(min = 1.0, max = 5.0))]
    pub detour: f64,
    /// Mean speed in town, km/h.
    #[schemars(range(min = 1.0, max = 130.0))]
    pub speed_kmh: f64,
    /// Added to every drive, minutes.
    #[schemars(with = "u32", range(max = 240))]
    pub buffer_minutes: Minutes,
    /// Added once more for each end whose point is only estimated, minutes.
    #[schemars(with = "u32", range(max = 240))]
    pub estimated_buffer_minutes: Minutes,
}

impl Default for Travel {
    fn default() -> Self {
        Self {
            detour: 1.4,
            speed_kmh: 25.0,
            buffer_minutes: Minutes(5),
            estimated_buffer_minutes: Minutes(5),
        }
    }
}

/// Who must be on a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Crew {
    /// Until so many hours before a shift a volunteer may withdraw without it counting as late.
    #[schemars(range(max = 720))]
    pub withdraw_hours: u32,
    /// Shifts may be taken from this day on; without it, from the publication on. A shift may have a day of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "schema::day")]
    pub signups_from: Option<Day>,
    /// Nor earlier than so many days before the shift; without it, however early.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 400))]
    pub signups_days_before: Option<u32>,
    /// An ordinary visit.
    pub regular: CrewRule,
    /// A visit that takes part in an event.
    pub event: CrewRule,
}

impl Default for Crew {
    fn default() -> Self {
        Self {
            withdraw_hours: 48,
            signups_from: None,
            signups_days_before: None,
            regular: CrewRule::default(),
            event: CrewRule {
                extra_helpers: 2,
                expected_children: 60,
                ..CrewRule::default()
            },
        }
    }
}

/// The crew of one kind of visit. Adults with the children (leaders and adult helpers) are at least one for each
/// `children_per_adult` children, and at least `smallest_crew`; everybody else comes on top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct CrewRule {
    /// Children expected where the request or the event says nothing.
    #[schemars(range(max = 5000))]
    pub expected_children: u32,
    /// Children per adult. 15 is the limit of day-support centres, here an example to be confirmed.
    #[schemars(range(min = 1, max = 100))]
    pub children_per_adult: u32,
    /// How many leaders.
    #[schemars(range(min = 1, max = 50))]
    pub leaders: u32,
    /// At least so many adults, leaders among them, however few children are expected.
    #[schemars(range(min = 1, max = 50))]
    pub smallest_crew: u32,
    /// Helpers on top, who may be minors and never count as adults.
    #[schemars(range(max = 50))]
    pub extra_helpers: u32,
    /// These helpers are at least so old, years: 13, 16 or 18.
    #[schemars(range(min = 13, max = 18))]
    pub extra_helper_min_age: u32,
    /// How many first-aiders beside the others; 0: one of the others is enough.
    #[schemars(range(max = 50))]
    pub first_aiders: u32,
    /// How many drivers who do nothing else; 0: a leader drives.
    #[schemars(range(max = 50))]
    pub drivers: u32,
    /// How many may come along with each role to learn it, beyond those who count.
    #[schemars(range(max = 50))]
    pub training_places: u32,
    /// Languages beside Polish that somebody of the crew should speak, by their codes; a wish, which refuses nobody.
    #[schemars(schema_with = "schema::tongues")]
    pub languages: Vec<Tongue>,
    /// What a role must be qualified for, by role; a shift may ask for more.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(schema_with = "schema::qualifications")]
    pub qualifications: BTreeMap<CrewRole, Vec<Qualification>>,
    /// The crew is at the stop so many minutes before the bus arrives.
    #[schemars(with = "u32", range(max = 240))]
    pub crew_lead_minutes: Minutes,
    /// The crew stays so many minutes after the bus has left.
    #[schemars(with = "u32", range(max = 240))]
    pub crew_tail_minutes: Minutes,
}

impl Default for CrewRule {
    fn default() -> Self {
        Self {
            expected_children: 30,
            children_per_adult: 15,
            leaders: 1,
            smallest_crew: 2,
            extra_helpers: 1,
            extra_helper_min_age: 16,
            first_aiders: 0,
            drivers: 0,
            training_places: 0,
            languages: Vec::new(),
            qualifications: BTreeMap::new(),
            crew_lead_minutes: Minutes(0),
            crew_tail_minutes: Minutes(0),
        }
    }
}

/// What matters how much to the planner, in points. Whatever these say, the order of the groups stays: promises and least
/// visits first, then moved announcements, wanted visits by need, fairness; only what lies below is weighed by these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Weights {
    /// An announced visit that moves with more than two weeks' notice. These five come before wanted visits, and shorter notice never
    /// costs less than longer.
    #[schemars(range(max = 10000))]
    pub announced_moved: u32,
    /// The same with at most one day's notice.
    #[schemars(range(max = 10000))]
    pub notice_1_day: u32,
    /// With at most three days' notice.
    #[schemars(range(max = 10000))]
    pub notice_3_days: u32,
    /// With at most a week's notice.
    #[schemars(range(max = 10000))]
    pub notice_7_days: u32,
    /// With at most two weeks' notice.
    #[schemars(range(max = 10000))]
    pub notice_14_days: u32,
    /// A visit on a weekday that is not preferred.
    #[schemars(range(max = 10000))]
    pub weekday_not_preferred: u32,
    /// A visit whose public hours are not all within the preferred ones.
    #[schemars(range(max = 10000))]
    pub hours_not_preferred: u32,
    /// A visit off the stop's most frequent weekday, where the same weekday is liked.
    #[schemars(range(max = 10000))]
    pub other_weekday: u32,
    /// A minute on the road.
    #[schemars(range(max = 10000))]
    pub travel_minute: u32,
    /// A kilometre on the road.
    #[schemars(range(max = 10000))]
    pub travel_km: u32,
    /// Spread of work between days; more makes long and short days rarer.
    #[schemars(range(max = 10000))]
    pub spread: u32,
    /// A wait between two visits of a stop is fair up to this many per cent of the even share; each day beyond costs the stop's need.
    #[schemars(range(min = 100, max = 1000))]
    pub fair_wait_percent: u32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            announced_moved: 1,
            notice_1_day: 16,
            notice_3_days: 8,
            notice_7_days: 4,
            notice_14_days: 2,
            weekday_not_preferred: 600,
            hours_not_preferred: 600,
            other_weekday: 600,
            travel_minute: 10,
            travel_km: 5,
            spread: 2,
            fair_wait_percent: 150,
        }
    }
}
