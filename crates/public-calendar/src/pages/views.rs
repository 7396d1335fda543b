//! The values that the templates place. Every `String` is text for people, ready to be escaped and shown, unless its doc
//! names a machine form.

mod more;

use vocabulary::VisitId;

pub use more::*;

/// What every public page bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// BCP 47 tag for `<html lang>`.
    pub language: &'static str,
    /// Text of `<title>`, the service's name included.
    pub title: String,
    /// One sentence for `<meta name="description">` and share cards.
    pub description: String,
    /// Absolute canonical address of the page.
    pub canonical: String,
    /// The same page in every language, this one among them.
    pub languages: Vec<InLanguage>,
    /// Absolute address of its share card; another one after every change and on every day, since messengers keep what they once saw.
    pub card: String,
    /// "Radosny Świetlicobus".
    pub service: String,
    /// "Ostrołęka".
    pub town: String,
    /// "Lato 2027".
    pub season: String,
    /// "26 czerwca – 31 sierpnia 2027".
    pub season_dates: String,
    /// The notice that the plan is an example, where it is one. Show it on every page.
    pub example_notice: Option<String>,
    /// "Wydanie 1 rozkładu".
    pub release: String,
    /// When this state came to be.
    pub last_change: Stamp,
}

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLanguage {
    /// The language.
    pub language: wording::Language,
    /// Its path on this host.
    pub path: String,
    /// Its absolute address.
    pub address: String,
}

/// An instant, in words and for `<time datetime>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// A sentence: "Ostatnia zmiana: 1 lipca 2027, 14:05".
    pub words: String,
    /// RFC 3339 with offset.
    pub machine: String,
}

/// A name and the path it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The name shown.
    pub text: String,
    /// A path of this host.
    pub path: String,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// "czwartek, 1 lipca 2027".
    pub words: String,
    /// "czwartek, 1 lipca", where the year is clear.
    pub short: String,
    /// For `<time datetime>`: "2027-07-01".
    pub machine: String,
    /// "dziś", "jutro", "za 3 dni"; none further away.
    pub relative: Option<String>,
}

/// Public hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// "od 10:00 do 13:00".
    pub words: String,
    /// "10:00–13:00".
    pub short: String,
    /// "3 godziny".
    pub length: String,
    /// Start for `<time datetime>`: RFC 3339 with offset.
    pub starts: String,
    /// End, likewise.
    pub ends: String,
}

/// How a visit stands at the moment of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It will be, as first published.
    Planned,
    /// It will be, at another time than first published.
    Moved,
    /// It is late, and the bus is not there yet.
    Late,
    /// Its hours run. Only on pages made for one minute.
    Running,
    /// Its hours are over.
    Over,
    /// It will not be, or was not.
    Cancelled,
}

impl Status {
    /// Whether it is otherwise than one expects.
    pub(crate) const fn is_worth_saying(self) -> bool {
        !matches!(self, Self::Planned)
    }

    /// A machine word, for a class name or a data attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Moved => "moved",
            Self::Late => "late",
            Self::Running => "running",
            Self::Over => "over",
            Self::Cancelled => "cancelled",
        }
    }
}

/// One visit, wherever it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitCard {
    /// Its id.
    pub id: VisitId,
    /// The path of its own page.
    pub path: String,
    /// The day.
    pub when: When,
    /// The public hours.
    pub hours: Hours,
    /// The stop.
    pub stop: Link,
    /// The estate.
    pub estate: Link,
    /// Street and number, if known.
    pub address: Option<String>,
    /// How it stands.
    pub status: Status,
    /// The same in a word: "zaplanowana". Always shown, since colour alone says nothing.
    pub status_words: String,
    /// That it is late and when it may begin, in a sentence.
    pub delay: Option<String>,
    /// When the bus is awaited, RFC 3339 with offset: the public start, later by what it is late.
    pub awaited: String,
    /// Why it is late, as the service wrote it, in the service's language.
    pub delay_reason: Option<String>,
    /// What changed, in a sentence: cancelled, or moved and from when.
    pub change: Option<String>,
    /// Why, as the service wrote it, in the service's language.
    pub reason: Option<String>,
    /// A word of the service to the public, in its own language.
    pub note: Option<String>,
    /// The theme of its week, in the service's language: "Kosmos".
    pub theme: Option<String>,
    /// Guests and partners of its week, in the service's language.
    pub guests: Option<String>,
    /// What to bring, in the service's language.
    pub bring: Option<String>,
    /// The event in town of which the visit is part: a joint one.
    pub event: Option<String>,
}

/// The visits of one day, under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayGroup {
    /// The day, whose words are the heading.
    pub when: When,
    /// Whether it is today.
    pub is_today: bool,
    /// Whether it is over.
    pub is_past: bool,
    /// Its visits in the order of time.
    pub cards: Vec<VisitCard>,
    /// Events of others on that day, where the list shows them; a day has a visit or an event.
    pub events: Vec<EventView>,
}

/// The days of one month, under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthGroup {
    /// "lipiec 2027".
    pub heading: String,
    /// "22 wizyty".
    pub summary: String,
    /// Its days that have visits or events of others; never empty.
    pub days: Vec<DayGroup>,
}

/// The ways to subscribe to one feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedLinks {
    /// What is subscribed to: "Wszystkie wizyty na osiedlu Łazek".
    pub title: String,
    /// Path of the file on this host, to save it once.
    pub path: String,
    /// Absolute address, to copy into any calendar.
    pub address: String,
    /// `webcal:` address: opens the calendar of iPhones and Macs.
    pub webcal: String,
    /// Address of Google Calendar that subscribes to the flavour made for it. Leads to another host when followed.
    pub google: String,
    /// Absolute address of that flavour, to copy.
    pub for_google: String,
    /// Path of the page that shows all of these ways.
    pub page: String,
}

/// What a week is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeView {
    /// "Kosmos".
    pub name: String,
    /// "5–11 lipca 2027".
    pub dates: String,
    /// A sentence about it, in the service's language.
    pub text: Option<String>,
    /// Guests and partners.
    pub guests: Option<String>,
}

/// An event of others in town: the bus takes no part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventView {
    /// Its name.
    pub name: String,
    /// Its day or days, and its hours if known.
    pub dates: String,
    /// Its hours alone, if known.
    pub hours: Option<String>,
    /// Its place, if known.
    pub place: Option<String>,
    /// Its estate, if it is of one.
    pub estate: Option<Link>,
}

/// What kind of day today is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TodayKind {
    /// The season has not begun.
    BeforeSeason,
    /// The bus is out.
    Out,
    /// All of today's visits were cancelled.
    AllCancelled,
    /// The bus stays at home.
    NotOut,
    /// The season is over.
    AfterSeason,
}

/// Today, at the head of the home page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayView {
    /// Today's date, whose words are for the heading.
    pub when: When,
    /// What kind of day it is.
    pub kind: TodayKind,
    /// One sentence: "Dziś Świetlicobus odwiedza 2 przystanki."
    pub sentence: String,
    /// Today's visits, those that are over included.
    pub cards: Vec<VisitCard>,
}

/// An estate in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EstateLine {
    /// Its name and page.
    pub link: Link,
    /// Its next visit that will be: "czwartek, 1 lipca, od 10:00 do 13:00".
    pub next: Option<String>,
}

/// `/`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: "Świetlica na kołach odwiedza osiedla: Ostrołęka".
    pub heading: String,
    /// Today.
    pub today: TodayView,
    /// The next days with visits, after today.
    pub days: Vec<DayGroup>,
    /// The theme of this week; before the season, of its first.
    pub theme: Option<ThemeView>,
    /// Events in town in the next four weeks.
    pub events: Vec<EventView>,
    /// Every estate, in the order of the language's letters.
    pub estates: Vec<EstateLine>,
    /// The feed of the whole season.
    pub feeds: FeedLinks,
    /// What a follower of it follows, for machines: `town`, `estate:lazek` or `stop:plac-zabaw`.
    pub follow: String,
    /// The path of the list of the whole season.
    pub season_path: String,
}

/// What a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitKind {
    /// An estate.
    Estate,
    /// A stop.
    Stop,
    /// A street.
    Street,
}

impl HitKind {
    /// A machine word, for a class name or a data attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Estate => "estate",
            Self::Stop => "stop",
            Self::Street => "street",
        }
    }
}

/// One thing that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitView {
    /// What it is.
    pub kind: HitKind,
    /// The same in a word: "osiedle".
    pub kind_words: String,
    /// Its name.
    pub name: String,
    /// The page to go to; for a street, its estate's. None for a street whose estate nobody knows.
    pub path: Option<String>,
    /// What else helps: the estate of a stop or street and how much of the street lies there, or that its estate is unknown.
    pub detail: Option<String>,
    /// "dawniej: Berlinga", where a street was found by a name it once had.
    pub former: Option<String>,
    /// The next visit there that will be: "czwartek, 1 lipca, od 10:00 do 13:00".
    pub next: Option<String>,
}

/// `/szukaj?q=`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// The question as typed, cut to 100 characters.
    pub query: String,
    /// One sentence: how much was found, or what to do.
    pub message: String,
    /// What was found, best first.
    pub hits: Vec<HitView>,
    /// Every estate, to choose from when nothing was found.
    pub estates: Vec<EstateLine>,
}

/// A stop in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopLine {
    /// Its name and page.
    pub link: Link,
    /// Its estate, where the list is not of one estate: some stops go by the same name.
    pub estate: String,
    /// "plac zabaw".
    pub kind: String,
    /// Street and number, if known.
    pub address: Option<String>,
    /// Its next visit that will be.
    pub next: Option<String>,
    /// "Położenie przybliżone", where it is.
    pub approximate: Option<String>,
    /// Machine form "53.0692,21.5885", if the point is known.
    pub coordinate: Option<String>,
}

/// The visits of one stop or estate. Each visit stands in exactly one of the four places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitsView {
    /// Cancelled visits that were to come before `next`: shown above it, since people may be waiting for them.
    pub cancelled: Vec<VisitCard>,
    /// The next visit that will be: the biggest thing on the page.
    pub next: Option<VisitCard>,
    /// One sentence: "W tym sezonie jeszcze 3 wizyty.", or that none is left.
    pub summary: String,
    /// Visits after `next`, cancelled ones included, in the order of time.
    pub later: Vec<VisitCard>,
    /// Visits that are over, in the order of time.
    pub past: Vec<VisitCard>,
}

/// `/osiedla/{slug}`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EstateView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: "Osiedle Łazek".
    pub heading: String,
    /// Its visits.
    pub visits: VisitsView,
    /// Its stops.
    pub stops: Vec<StopLine>,
    /// Events of others there that are not over.
    pub events: Vec<EventView>,
    /// Its feed.
    pub feeds: FeedLinks,
    /// What a follower of it follows, for machines: `town`, `estate:lazek` or `stop:plac-zabaw`.
    pub follow: String,
}

/// Where a stop is and what the site is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceView {
    /// The stop and its page.
    pub stop: Link,
    /// The estate and its page.
    pub estate: Link,
    /// "plac zabaw".
    pub kind: String,
    /// Street and number, if known.
    pub address: Option<String>,
    /// How to find it.
    pub directions: Option<String>,
    /// Machine form "53.0692,21.5885", if the point is known.
    pub coordinate: Option<String>,
    /// `geo:` address that opens the phone's maps, if the point is known.
    pub geo: Option<String>,
    /// The sentence that the point is only approximate, or not known, where that is so. Always shown.
    pub approximate: Option<String>,
    /// What is known about the site, in whole phrases: "jest cień", "bez toalety w pobliżu".
    pub facts: Vec<String>,
}

/// `/przystanki/{slug}`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: the stop's name.
    pub heading: String,
    /// Its visits.
    pub visits: VisitsView,
    /// The place.
    pub place: PlaceView,
    /// Its feed.
    pub feeds: FeedLinks,
    /// What a follower of it follows, for machines: `town`, `estate:lazek` or `stop:plac-zabaw`.
    pub follow: String,
}

/// `/wizyty/{id}`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: "Łazek: czwartek, 1 lipca 2027".
    pub heading: String,
    /// The visit, with its status in words.
    pub card: VisitCard,
    /// The time it had before it was moved, in words.
    pub moved_from: Option<String>,
    /// What its week is about.
    pub theme: Option<ThemeView>,
    /// The visit as search engines read it (schema.org in JSON-LD), ready to stand in a `<script>`.
    pub json_ld: String,
    /// The place.
    pub place: PlaceView,
    /// The next visit at this stop that will be, after this one; offered when this one is cancelled or over.
    pub next_here: Option<VisitCard>,
    /// The feed of the stop.
    pub feeds: FeedLinks,
}

/// `/sezon`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeasonView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: the season's name.
    pub heading: String,
    /// That this is an old release, where it is one.
    pub old: Option<String>,
    /// "64 wizyty w 17 osiedlach" in a sentence; cancelled ones are not counted.
    pub summary: String,
    /// Every visit of the season, those that are over marked.
    pub months: Vec<MonthGroup>,
    /// The feed of the whole season.
    pub feeds: FeedLinks,
}

/// One change, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// A machine word, for a class name: `added`, `cancelled`, `moved`…
    pub kind: &'static str,
    /// The sentence: "Odwołana: Plac zabaw, czwartek, 1 lipca, od 10:00 do 13:00."
    pub text: String,
    /// Why, in the service's own language.
    pub reason: Option<String>,
    /// The page of the visit; none where it has none any more.
    pub path: Option<String>,
    /// When, where that is known of the one visit.
    pub at: Option<Stamp>,
}

/// `/zmiany`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangesView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading: between what.
    pub heading: String,
    /// How many there are, in a sentence.
    pub summary: String,
    /// The changes.
    pub lines: Vec<ChangeLine>,
    /// The path of the Atom feed of changes.
    pub atom: String,
    /// The path of the list of releases.
    pub releases_path: String,
}

/// A release in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseLine {
    /// Its number.
    pub number: u32,
    /// "Wydanie 2 rozkładu".
    pub heading: String,
    /// When it was published.
    pub published: Stamp,
    /// "3 zmiany."
    pub summary: String,
    /// The page of what it changed; none for the first.
    pub changes_path: Option<String>,
    /// The page of the whole timetable as it was.
    pub timetable_path: String,
}

/// `/wydania`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasesView {
    /// What every page bears.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// The releases, the newest first.
    pub lines: Vec<ReleaseLine>,
    /// The path of the Atom feed of releases.
    pub atom: String,
}

/// A number on the sketch and the stops there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpotLine {
    /// The number.
    pub number: usize,
    /// The stops; never empty.
    pub stops: Vec<StopLine>,
}

/// `/styl`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleView {
    /// What every page bears.
    pub frame: Frame,
    /// One visit in every state.
    pub cards: Vec<VisitCard>,
}

/// `/mapa`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapView {
    /// What every page bears.
    pub frame: Frame,
    /// The picture, SVG made of numbers alone, ready to stand in a page.
    pub svg: String,
    /// The list that says the same.
    pub spots: Vec<SpotLine>,
    /// Stops whose point nobody knows.
    pub unplaced: Vec<StopLine>,
}
