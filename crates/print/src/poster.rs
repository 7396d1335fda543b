//! Posters: when the bus comes to a stop or to an estate, to be read from two metres.

use public_calendar::{
    Estate, Stop, addresses,
    pages::{PlaceView, VisitCard, VisitsView},
};
use typst::foundations::Value;
use wording::Words;

use crate::{
    PrintError, engine,
    sheet::{Sheet, Values},
    visit::{short, visit},
    voices::local,
};

const TEMPLATE: &str = concat!(
    include_str!("../templates/common.typ"),
    include_str!("../templates/poster.typ")
);

/// The poster of a stop of the publication, as PDF/UA-1.
pub fn stop_poster(sheet: &Sheet<'_>, stop: &Stop) -> Result<Vec<u8>, PrintError> {
    draw(sheet, title(sheet, &stop.name), [of_stop(sheet, stop)?])
}

/// The poster of an estate of the publication.
pub fn estate_poster(sheet: &Sheet<'_>, estate: &Estate) -> Result<Vec<u8>, PrintError> {
    let heading = words(sheet).calendar().estate_heading(&estate.name);
    draw(sheet, title(sheet, &heading), [of_estate(sheet, estate)?])
}

/// The posters of these stops of the publication in one file, in this order.
pub fn stop_posters(sheet: &Sheet<'_>, stops: &[&Stop]) -> Result<Vec<u8>, PrintError> {
    let title = words(sheet)
        .paper()
        .posters_title(&sheet.publication.data().service.name);
    let posters: Vec<Value> = stops
        .iter()
        .map(|stop| of_stop(sheet, stop))
        .collect::<Result<_, _>>()?;
    draw(sheet, title, posters)
}

fn words(sheet: &Sheet<'_>) -> Words {
    Words::of(sheet.languages.first())
}

fn title(sheet: &Sheet<'_>, name: &str) -> String {
    words(sheet)
        .paper()
        .poster_title(name, &sheet.publication.data().service.name)
}

fn draw(sheet: &Sheet<'_>, title: String, posters: impl IntoIterator<Item = Value>) -> Result<Vec<u8>, PrintError> {
    let mut values = sheet.values(&title);
    values.list("posters", posters);
    engine::pdf(TEMPLATE, values.dict())
}

fn of_stop(sheet: &Sheet<'_>, stop: &Stop) -> Result<Value, PrintError> {
    let views = sheet
        .of_each(|pages| pages.stop(&stop.slug))
        .ok_or(PrintError::Unknown)?;
    let places: Vec<&PlaceView> = views.iter().map(|view| &view.place).collect();
    let visits: Vec<&VisitsView> = views.iter().map(|view| &view.visits).collect();
    let estate = &sheet.publication.estate_of(stop).name;
    let said = sheet.languages;
    let mut poster = Values::default();
    poster.set(
        "name",
        said.each(|language| (language == said.first()).then(|| stop.name.clone())),
    );
    poster.set("estate", said.say(|words| words.calendar().estate_heading(estate)));
    poster.list("address", stop.address.as_deref().map(local));
    poster.list("directions", stop.directions.as_deref().map(local));
    poster.set("doubt", said.of_views(&places, |place| place.approximate.clone()));
    let facts = places.first().map_or(0, |place| place.facts.len());
    poster.list(
        "facts",
        (0..facts).map(|at| said.of_views(&places, |place| place.facts.get(at).cloned())),
    );
    let path = addresses::stop(said.first(), &stop.slug);
    shown(sheet, poster, &visits, false, &path)
}

fn of_estate(sheet: &Sheet<'_>, estate: &Estate) -> Result<Value, PrintError> {
    let views = sheet
        .of_each(|pages| pages.estate(&estate.slug))
        .ok_or(PrintError::Unknown)?;
    let visits: Vec<&VisitsView> = views.iter().map(|view| &view.visits).collect();
    let said = sheet.languages;
    let mut poster = Values::default();
    poster.set("name", said.say(|words| words.calendar().estate_heading(&estate.name)));
    for nothing in ["estate", "address", "directions", "doubt", "facts"] {
        poster.list(nothing, []);
    }
    let path = addresses::estate(said.first(), &estate.slug);
    shown(sheet, poster, &visits, true, &path)
}

/// A poster with its visits, those that are over left out, and the way to the live page.
fn shown(
    sheet: &Sheet<'_>,
    mut poster: Values,
    visits: &[&VisitsView],
    with_place: bool,
    path: &str,
) -> Result<Value, PrintError> {
    let ahead: Vec<Vec<&VisitCard>> = visits.iter().map(|one| ahead(one)).collect();
    let count = ahead.first().map_or(0, Vec::len);
    let side_by_side: Vec<Vec<&VisitCard>> = (0..count)
        .map(|at| ahead.iter().filter_map(|cards| cards.get(at).copied()).collect())
        .collect();
    // The year and the month of "2027-07-01".
    let month = |cards: &[&VisitCard]| {
        cards
            .first()
            .and_then(|card| card.when.machine.get(..7).map(str::to_owned))
    };
    let months = side_by_side.chunk_by(|a, b| month(a) == month(b));
    poster.list("months", months.filter_map(|of| month_of(sheet, of, with_place)));
    poster.set("with_place", with_place);
    poster.list(
        "bring",
        bring(side_by_side.iter().filter_map(|cards| cards.first().copied())),
    );
    poster.set("bring_label", sheet.languages.say(|words| words.pages().bring_label()));
    let none = |one: &&VisitsView| (count == 0).then(|| one.summary.clone());
    poster.set("empty", sheet.languages.of_views(visits, none));
    poster.set("live", sheet.live(path)?);
    Ok(poster.into())
}

/// What to bring, each thing that is said of a visit once: a theme may ask for more than the season does.
fn bring<'a>(cards: impl Iterator<Item = &'a VisitCard>) -> Vec<Value> {
    let mut said: Vec<&str> = cards.filter_map(|card| card.bring.as_deref()).collect();
    said.sort_unstable();
    said.dedup();
    // More than two are for the page, visit by visit.
    said.truncate(2);
    said.into_iter().map(|text| local(&short(text))).collect()
}

fn month_of(sheet: &Sheet<'_>, visits: &[Vec<&VisitCard>], with_place: bool) -> Option<Value> {
    let first = sheet.publication.visit(&visits.first()?.first()?.id)?;
    let heading = sheet.languages.say(|words| words.dates().month_heading(first.day));
    let mut month = Values::default();
    month.set("heading", heading);
    month.list(
        "visits",
        visits
            .iter()
            .filter_map(|cards| visit(sheet.languages, cards, with_place))
            .map(Value::from),
    );
    Some(month.into())
}

/// The visits that are not over, in the order of time.
pub(crate) fn ahead(visits: &VisitsView) -> Vec<&VisitCard> {
    let next = visits.next.iter();
    visits.cancelled.iter().chain(next).chain(&visits.later).collect()
}
