//! What every public paper bears: who speaks, where the live page is, which timetable it is.

use public_calendar::{Moment, Publication, pages::Pages};
use typst::foundations::{Array, Bytes, Dict, IntoValue, Str, Value};
use vocabulary::Day;
use wording::{Language, Words};

use crate::{Languages, PrintError, engine, qr, voices::local};

/// The size of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm: the same picture, larger.
    A3,
}

impl Size {
    /// Every size.
    pub const ALL: &'static [Self] = &[Self::A4, Self::A3];

    /// A machine word: `a4`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
        }
    }

    /// How much larger than A4.
    fn scale(self) -> f64 {
        match self {
            Self::A4 => 1.0,
            Self::A3 => 420.0 / 297.0,
        }
    }
}

/// Of what the papers are made: what the public may see, on which day, in which languages, how large.
///
/// A publication has no field for a person, so no poster can show one.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// What the public may see.
    pub publication: &'a Publication,
    /// Visits before this day are over and are left out, but in the table of the town.
    pub from: Day,
    /// In which languages.
    pub languages: Languages,
    /// How large.
    pub size: Size,
}

impl<'a> Sheet<'a> {
    pub(crate) fn pages(&self, language: Language) -> Pages<'a> {
        Pages::new(self.publication, Words::of(language), Moment::day(self.from))
    }

    /// The pages of each language, side by side.
    pub(crate) fn of_each<T>(&self, make: impl Fn(Pages<'a>) -> Option<T>) -> Option<Vec<T>> {
        self.languages
            .all()
            .map(|language| make(self.pages(language)))
            .collect()
    }

    /// The values that every template is given; `title` is the document's.
    pub(crate) fn values(&self, title: &str) -> Values {
        let data = self.publication.data();
        let mut values = Values::default();
        values.text("lang", self.languages.first().tag());
        values.text("title", title);
        values.set("scale", self.size.scale());
        values.text("service", &data.service.name);
        values.text("town", &data.service.town);
        values.set("season", local(&data.season.name));
        let say = |words: fn(Words) -> String| self.languages.say(words);
        values.set("tagline", say(|words| words.pages().tagline()));
        values.set("free", say(|words| words.pages().free_entry()));
        values.set("no_signup", say(|words| words.pages().no_signup_needed()));
        values.set("look_here", say(|words| words.paper().look_here()));
        values.set("stops_here", say(|words| words.paper().stops_here()));
        values.set("place_head", say(|words| words.paper().place()));
        values.set("information_head", say(|words| words.paper().information()));
        values.set("day_head", say(|words| words.pages().day()));
        values.set("hours_head", say(|words| words.pages().hours()));
        let say = |words: &dyn Fn(Words) -> String| self.languages.say(words);
        values.set(
            "dates",
            say(&|words| words.dates().range(data.season.first, data.season.last)),
        );
        let published = data.zone.day(data.published_at);
        let timetable = |words: Words| {
            let date = words.dates().with_year(published);
            words.paper().timetable(data.release, &date)
        };
        values.set("timetable", say(&timetable));
        let state = |words: Words| {
            let at = words.dates().instant(data.changed_at, data.zone);
            words.paper().state_of(&at)
        };
        values.set("state", say(&state));
        let example = data.season.example;
        let notice = |language| example.then(|| Words::of(language).calendar().example_notice());
        values.set("example", self.languages.each(notice));
        values.set("banner", Bytes::new(include_bytes!("../templates/banner.svg")));
        values.set("bus", Bytes::new(include_bytes!("../templates/bus.svg")));
        values
    }

    /// The live page at this path: its QR code and its address in words.
    pub(crate) fn live(&self, path: &str) -> Result<Value, PrintError> {
        let address = self.publication.absolute(path);
        let words = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        let words = words.trim_end_matches('/');
        let mut live = Values::default();
        live.text("address", words);
        live.set("qr", qr::svg(&address)?);
        let said = Words::of(self.languages.first()).paper().qr_description(words);
        live.text("alt", &said);
        Ok(live.into())
    }
}

/// The values of a template, by name.
#[derive(Debug, Default)]
pub(crate) struct Values(Dict);

impl Values {
    pub(crate) fn set(&mut self, name: &str, value: impl IntoValue) {
        self.0.insert(Str::from(name), value.into_value());
    }

    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.set(name, engine::flowing(text));
    }

    pub(crate) fn list(&mut self, name: &str, values: impl IntoIterator<Item = Value>) {
        self.set(name, values.into_iter().collect::<Array>());
    }

    pub(crate) fn dict(self) -> Dict {
        self.0
    }
}

impl From<Values> for Value {
    fn from(values: Values) -> Self {
        Self::Dict(values.0)
    }
}
