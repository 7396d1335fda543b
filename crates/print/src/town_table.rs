//! The whole season on one sheet, like the timetable of a post bus: a row for each stop, a column for each week.

use std::collections::BTreeMap;

use public_calendar::{Stop, Visit, addresses};
use typst::foundations::{Array, Value};
use vocabulary::{Day, Slug};
use wording::Words;

use crate::{
    PrintError, engine,
    sheet::{Sheet, Values},
    visit::day_of_week,
    voices::local,
};

const TEMPLATE: &str = concat!(
    include_str!("../templates/common.typ"),
    include_str!("../templates/town_table.typ")
);

/// So many weeks stand side by side and can still be read.
const MOST_WEEKS: usize = 10;

/// The visits of a stop, by the Monday of their week.
type ByWeek<'a> = BTreeMap<Day, Vec<&'a Visit>>;

/// The table of the town, as PDF/UA-1, lying. A season too long goes on to more sheets, each with its heads.
pub fn town_table(sheet: &Sheet<'_>) -> Result<Vec<u8>, PrintError> {
    let data = sheet.publication.data();
    let said = sheet.languages;
    let heading = |words: Words| words.paper().table_title(&data.service.town, &data.season.name);
    let mut values = sheet.values(&heading(Words::of(said.first())));
    values.set("heading", said.say(heading));
    values.set("estate_and_stop", said.say(|words| words.paper().estate_and_stop()));
    values.set("week", said.say(|words| words.paper().week()));
    values.set("no_visits", said.say(|words| words.calendar().visits_over()));
    let stops = stops(sheet);
    values.list("parts", parts(&stops).iter().map(|weeks| part(sheet, &stops, weeks)));
    values.set("live", sheet.live(&addresses::season(said.first()))?);
    engine::pdf(TEMPLATE, values.dict())
}

/// Every stop that has visits, by estate and name, with its visits.
fn stops<'a>(sheet: &Sheet<'a>) -> Vec<(&'a Stop, ByWeek<'a>)> {
    let mut of_stop: BTreeMap<&Slug, ByWeek<'a>> = BTreeMap::new();
    for visit in sheet.publication.visits() {
        let weeks = of_stop.entry(&visit.stop).or_default();
        weeks.entry(visit.day.monday()).or_default().push(visit);
    }
    let stops = sheet.publication.data().stops.iter();
    let mut all: Vec<_> = stops
        .filter_map(|stop| Some((stop, of_stop.remove(&stop.slug)?)))
        .collect();
    let key = |name: &str| sheet.languages.first().sort_key(name);
    all.sort_by_cached_key(|(stop, _)| (key(&sheet.publication.estate_of(stop).name), key(&stop.name)));
    all
}

/// The weeks that have visits, in parts of much the same width.
fn parts(stops: &[(&Stop, ByWeek<'_>)]) -> Vec<Vec<Day>> {
    let mut weeks: Vec<Day> = stops.iter().flat_map(|(_, weeks)| weeks.keys().copied()).collect();
    weeks.sort();
    weeks.dedup();
    let count = weeks.len().div_ceil(MOST_WEEKS).max(1);
    let width = weeks.len().div_ceil(count).max(1);
    weeks.chunks(width).map(<[Day]>::to_vec).collect()
}

fn part(sheet: &Sheet<'_>, stops: &[(&Stop, ByWeek<'_>)], weeks: &[Day]) -> Value {
    let mut values = Values::default();
    values.list("weeks", weeks.iter().map(|monday| week(sheet, *monday)));
    let rows = stops.iter().filter_map(|(stop, visits)| {
        let there = weeks.iter().any(|monday| visits.contains_key(monday));
        there.then(|| row(sheet, stop, visits, weeks))
    });
    values.list("rows", rows);
    values.into()
}

fn week(sheet: &Sheet<'_>, monday: Day) -> Value {
    let mut values = Values::default();
    let sunday = monday.plus_days(6);
    values.set("days", sheet.languages.say(|words| days(words, monday, sunday)));
    let theme = monday.through(sunday).find_map(|day| sheet.publication.theme_on(day));
    values.list("theme", theme.map(|theme| local(&theme.name)));
    values.into()
}

/// "5–11 lipca", "28 czerwca – 4 lipca".
fn days(words: Words, first: Day, last: Day) -> String {
    let dates = words.dates();
    if first.month() == last.month() {
        // In each of our languages the day stands before the month.
        format!("{}–{}", first.day_of_month(), dates.short(last))
    } else {
        format!("{} – {}", dates.short(first), dates.short(last))
    }
}

fn row(sheet: &Sheet<'_>, stop: &Stop, visits: &ByWeek<'_>, weeks: &[Day]) -> Value {
    let mut values = Values::default();
    values.set("estate", local(&sheet.publication.estate_of(stop).name));
    values.set("stop", local(&stop.name));
    let cell = |monday: &Day| {
        let all = visits.get(monday).into_iter().flatten();
        Value::Array(all.map(|visit| entry(sheet, visit)).collect::<Array>())
    };
    values.list("cells", weeks.iter().map(cell));
    values.into()
}

fn entry(sheet: &Sheet<'_>, visit: &Visit) -> Value {
    let mut values = Values::default();
    values.set("day", day_of_week(sheet.languages, visit.day));
    values.text("hours", &Words::of(sheet.languages.first()).dates().span(visit.window));
    values.set("cancelled", visit.is_cancelled());
    let status = |words: Words| match (visit.is_cancelled(), visit.moved_from) {
        (true, _) => words.calendar().status("cancelled"),
        (false, Some(_)) => words.calendar().status("moved"),
        (false, None) => String::new(),
    };
    values.set(
        "status",
        sheet
            .languages
            .each(|language| Some(status(Words::of(language))).filter(|text| !text.is_empty())),
    );
    values.into()
}
