//! The leaflet of the season: A4 on both sides, to be folded in three. Outside the cover, the way to the page and what is good to know; inside
//! every estate with its visits.

use public_calendar::{
    Estate, addresses,
    pages::{EstateView, VisitCard},
};
use typst::foundations::{Bytes, Value};
use wording::Words;

use crate::{
    PrintError, engine,
    poster::ahead,
    sheet::{Sheet, Size, Values},
    visit::{short, short_day, visit},
    voices::local,
};

const TEMPLATE: &str = concat!(
    include_str!("../templates/common.typ"),
    include_str!("../templates/leaflet.typ")
);

/// The leaflet, as PDF/UA-1. It is A4 whatever the size asked for; a season too long for it goes on to more sheets.
pub fn leaflet(sheet: &Sheet<'_>) -> Result<Vec<u8>, PrintError> {
    let sheet = Sheet {
        size: Size::A4,
        ..*sheet
    };
    let data = sheet.publication.data();
    let said = sheet.languages;
    let title = Words::of(said.first())
        .paper()
        .leaflet_title(&data.season.name, &data.service.name);
    let mut values = sheet.values(&title);
    values.set("when_and_where", said.say(|words| words.paper().when_and_where()));
    values.set("good_to_know", said.say(|words| words.paper().good_to_know()));
    values.set("themes_head", said.say(|words| words.paper().themes()));
    values.set("on_your_phone", said.say(|words| words.paper().on_your_phone()));
    values.set("phone_help", said.say(|words| words.paper().on_your_phone_help()));
    values.set("fold_here", said.say(|words| words.paper().fold_here()));
    values.set("nothing_left", said.say(|words| words.calendar().visits_over()));
    values.set("bring_label", said.say(|words| words.pages().bring_label()));
    values.list("bring", data.season.bring.as_deref().map(|text| local(&short(text))));
    values.list("themes", themes(&sheet));
    values.list("estates", estates(&sheet));
    values.set("outside", Bytes::new(include_bytes!("../templates/outside.svg")));
    values.set("live", sheet.live(&addresses::home(said.first()))?);
    engine::pdf(TEMPLATE, values.dict())
}

/// So many themes have room on the panel that is turned in.
const MOST_THEMES: usize = 14;

/// The next themes.
fn themes(sheet: &Sheet<'_>) -> impl Iterator<Item = Value> {
    let ahead = sheet.publication.data().themes.iter();
    let next = ahead.filter(|theme| sheet.from <= theme.last).take(MOST_THEMES);
    next.map(|theme| {
        let mut values = Values::default();
        values.set("name", local(&theme.name));
        let dates = |words: Words| words.dates().range(theme.first, theme.last);
        values.set("dates", sheet.languages.say(dates));
        values.into()
    })
}

/// The estates that have visits ahead, by the letters of the first language.
fn estates(sheet: &Sheet<'_>) -> impl Iterator<Item = Value> {
    let mut estates: Vec<&Estate> = sheet.publication.data().estates.iter().collect();
    estates.sort_by_cached_key(|estate| sheet.languages.first().sort_key(&estate.name));
    estates.into_iter().filter_map(|estate| {
        let views = sheet.of_each(|pages| pages.estate(&estate.slug))?;
        of_estate(sheet, estate, &views)
    })
}

fn of_estate(sheet: &Sheet<'_>, estate: &Estate, views: &[EstateView]) -> Option<Value> {
    let ahead: Vec<Vec<&VisitCard>> = views.iter().map(|view| ahead(&view.visits)).collect();
    let visits = ahead.first()?;
    let first = visits.first()?;
    let single = visits.iter().all(|card| card.stop == first.stop);
    let mut values = Values::default();
    values.set("name", local(&estate.name));
    // Where there is one stop, its name stands once.
    values.list("stop", single.then(|| local(&first.stop.text)));
    values.list("address", first.address.as_deref().filter(|_| single).map(local));
    let lines = (0..visits.len()).filter_map(|at| {
        let cards: Vec<&VisitCard> = ahead.iter().filter_map(|cards| cards.get(at).copied()).collect();
        let day = sheet.publication.visit(&cards.first()?.id)?.day;
        let mut line = visit(sheet.languages, &cards, !single)?;
        line.set("day", short_day(sheet.languages, day));
        Some(line.into())
    });
    values.list("visits", lines);
    Some(values.into())
}
