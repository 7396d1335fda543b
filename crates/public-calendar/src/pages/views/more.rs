//! The values of the pages beside the timetable: what is not there, calendars, embeds, the easy page, months, papers.

use super::{EstateLine, FeedLinks, Frame, HitView, Link, VisitCard, When};

/// In place of a page that is not there, or no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingView {
    /// What every page bears; its canonical address is the first page's.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// What is known of it and what to do, a sentence each.
    pub sentences: Vec<String>,
    /// What took its place.
    pub now: Option<Link>,
    /// What may have been meant, best first.
    pub hits: Vec<HitView>,
    /// Every estate, to choose from.
    pub estates: Vec<EstateLine>,
}

/// A place to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What stands in the address for it: `o.lazek`, `p.plac-zabaw`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// An estate with its stops, to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceGroup {
    /// The estate's name.
    pub name: String,
    /// The heading of its stops.
    pub heading: String,
    /// All of it.
    pub whole: Choice,
    /// Its stops.
    pub stops: Vec<Choice>,
}

impl ChoiceGroup {
    /// Whether one of its stops is chosen.
    pub fn is_open(&self) -> bool {
        self.stops.iter().any(|stop| stop.chosen)
    }
}

/// `/kalendarz?m=`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscribeView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// Why the choice could not be read, and the town is shown.
    pub fault: Option<String>,
    /// Absolute address of this page in its canonical form.
    pub page: String,
    /// Where one is told at once instead.
    pub at_once: Vec<Link>,
    /// The ways to subscribe.
    pub feeds: FeedLinks,
    /// What can be chosen, by the letters of the language.
    pub choices: Vec<ChoiceGroup>,
}

/// `/osadz`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedView {
    /// What every page bears.
    pub frame: Frame,
    /// What can be chosen: the town first, then estates with their stops.
    pub town: Choice,
    /// Estates and stops.
    pub groups: Vec<ChoiceGroup>,
    /// The languages, as `(tag, name, chosen)`.
    pub languages: Vec<(&'static str, &'static str, bool)>,
    /// How many visits, as `(number, chosen)`.
    pub counts: Vec<(usize, bool)>,
    /// The host of the service, for a content security policy.
    pub host: String,
    /// HTML of the element, to paste.
    pub element: String,
    /// HTML of the frame, to paste.
    pub iframe: String,
    /// Attributes of the element for the preview: estate, stop, language, number; and the link within it.
    pub preview: Preview,
}

/// The element as it stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// `osiedle`
    pub estate: Option<String>,
    /// `przystanek`
    pub stop: Option<String>,
    /// `jezyk`
    pub language: &'static str,
    /// `ile`
    pub count: usize,
    /// What stands there until the script has come, and without it.
    pub link: Link,
}

/// `/osadz/wizyty`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbeddedView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: "Radosny Świetlicobus: osiedle Łazek".
    pub heading: String,
    /// The next visits, cancelled ones included; may be empty.
    pub cards: Vec<VisitCard>,
    /// In place of visits where there are none.
    pub none: String,
    /// Whether all are at one stop.
    pub at_one_stop: bool,
    /// The page of the place.
    pub all: Link,
}

/// A visit in short sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EasyVisit {
    /// The day.
    pub when: When,
    /// The hours in a sentence.
    pub hours: String,
    /// The stop.
    pub stop: Link,
    /// Its estate.
    pub estate: String,
    /// What is not as announced, in a sentence.
    pub change: Option<String>,
    /// Whether it will not be.
    pub cancelled: bool,
}

/// `/latwe`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EasyView {
    /// What every page bears.
    pub frame: Frame,
    /// "26 czerwca"
    pub first: String,
    /// "31 sierpnia"
    pub last: String,
    /// The next visits, cancelled ones included.
    pub next: Vec<EasyVisit>,
    /// What to bring to the next of them, in the service's language.
    pub bring: Option<String>,
    /// The estates to choose from: slug, name, and whether it is chosen.
    pub estates: Vec<Choice>,
}

/// A day of a month's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthDay {
    /// The day of the month.
    pub number: u32,
    /// The day.
    pub when: When,
    /// Whether it is today.
    pub is_today: bool,
    /// Its visits in the order of time.
    pub cards: Vec<VisitCard>,
}

/// `…/miesiac/{month}`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: whose visits.
    pub heading: String,
    /// "lipiec 2027, 3 wizyty"
    pub caption: String,
    /// Whether the month has no visit.
    pub is_empty: bool,
    /// Whether all visits are at one stop.
    pub at_one_stop: bool,
    /// The days of the week from Monday: short and whole name.
    pub weekdays: Vec<(String, String)>,
    /// The weeks; a day of another month is none.
    pub weeks: Vec<Vec<Option<MonthDay>>>,
    /// The months of the season, this one without a path.
    pub months: Vec<Link>,
    /// The path of the same as a list.
    pub list: String,
}

/// A paper to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperChoice {
    /// The machine word that a form sends.
    pub value: String,
    /// What is shown.
    pub text: String,
    /// The path of the paper, where it is one.
    pub path: String,
}

/// Things to choose under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperGroup {
    /// The heading.
    pub heading: String,
    /// Never empty.
    pub choices: Vec<PaperChoice>,
}

/// `/druk`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// The papers.
    pub papers: Vec<PaperGroup>,
}
