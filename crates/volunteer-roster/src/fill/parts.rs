//! What the crew is proposed from: plain data, filled by the caller.

use serde::{Deserialize, Serialize};

/// How many languages visits can ask for: the lowest bits of [`Visit::languages`] and [`Person::languages`].
pub const MOST_LANGUAGES: u32 = 8;

/// Which of [`Parts::people`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonIndex(pub u32);

/// Which of [`Parts::visits`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VisitIndex(pub u32);

impl PersonIndex {
    /// As an index.
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

impl VisitIndex {
    /// As an index.
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// What one does in a crew. Nobody has two posts on one visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Post {
    /// Leads the visit.
    Leader,
    /// Helps.
    Helper,
    /// Drives the bus.
    Driver,
    /// Is there for first aid and nothing else; see also [`Visit::first_aid`].
    FirstAider,
    /// Helps beyond those who are needed for the number of children.
    ExtraHelper,
}

impl Post {
    /// All, in the order of every table by post.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Leader,
        Self::Helper,
        Self::Driver,
        Self::FirstAider,
        Self::ExtraHelper,
    ];

    /// How many there are.
    pub const COUNT: usize = 5;

    /// Its place in [`Post::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Whether it is a post of those who help.
    pub const fn helps(self) -> bool {
        matches!(self, Self::Helper | Self::ExtraHelper)
    }
}

/// How many people a visit has room for on one post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// How many are wanted and at most taken, 0 to 100.
    pub wanted: u32,
    /// How many are needed, 0 to `wanted`: those missing to it have a price of their own.
    pub minimum: u32,
}

/// A visit that wants a crew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// When the crew must be there, in minutes since any epoch that is the same for all visits; at most 10^10 from it.
    pub starts: i64,
    /// When the crew may go: 1 to 1440 minutes after `starts`.
    pub ends: i64,
    /// The civil day, as a running number: two days that follow one another differ by one.
    pub day: i32,
    /// The week that limits by week count in, any number that is another one for every week of the season.
    pub week: i32,
    /// The month that limits by month count in, likewise.
    pub month: i32,
    /// Where, below [`Rules::estates`].
    pub estate: u32,
    /// The bus: whoever stays with it for the day needs no time for the way from its one visit to the next.
    pub bus: u32,
    /// The places, by [`Post::index`].
    pub places: [Places; Post::COUNT],
    /// Whether somebody in the crew, on any post, should have first aid.
    pub first_aid: bool,
    /// The languages that somebody in the crew, on any post, should speak, one bit each; see [`MOST_LANGUAGES`].
    pub languages: u32,
}

/// What somebody counts as in the rules about mixed crews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Of the centre's staff, of age.
    Staff,
    /// A volunteer of age.
    Adult,
    /// A volunteer under age.
    Minor,
    /// A participant of socially useful work; never counts as an adult.
    UsefulWork,
}

/// The most that somebody may do. `None`: no such limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Minutes in a civil day.
    pub day_minutes: Option<u32>,
    /// Minutes in a week.
    pub week_minutes: Option<u32>,
    /// Minutes in a month.
    pub month_minutes: Option<u32>,
    /// Minutes in the season.
    pub season_minutes: Option<u32>,
    /// Visits in a civil day.
    pub day_visits: Option<u32>,
    /// Visits in the season.
    pub season_visits: Option<u32>,
    /// Civil days with a visit that follow one another.
    pub days_in_row: Option<u32>,
}

/// Somebody who may be in a crew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// What they count as.
    pub kind: Kind,
    /// The posts they may take at all, by [`Post::index`].
    pub posts: [bool; Post::COUNT],
    /// Whether they have first aid.
    pub first_aid: bool,
    /// The languages they speak, one bit each; see [`MOST_LANGUAGES`].
    pub languages: u32,
    /// The most they may do.
    pub limits: Limits,
    /// The fair number of visits for them, 0 to 10 000.
    pub share: u32,
}

/// Somebody could come on a visit. Without an offer nobody is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Who.
    pub person: PersonIndex,
    /// On which visit.
    pub visit: VisitIndex,
    /// The price of sending them, 0 (gladly) to 1 000 000.
    pub price: u32,
}

/// Somebody must not take a post on a visit, whatever they offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Who.
    pub person: PersonIndex,
    /// On which visit.
    pub visit: VisitIndex,
    /// Which post.
    pub post: Post,
    /// Why; the caller's own number, handed back in explanations.
    pub reason: u32,
}

/// Somebody takes a post on a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Assignment {
    /// On which visit.
    pub visit: VisitIndex,
    /// Which post.
    pub post: Post,
    /// Who.
    pub person: PersonIndex,
}

/// What a mixed crew must keep.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mix {
    /// At most so many minors in a crew for each of the staff and the adults who help in it.
    pub minors_for_each_adult: Option<u32>,
    /// Whether a leader of the staff or an adult who leads counts for that like those who help.
    pub leaders_look_after: bool,
    /// A crew with a minor has somebody of the staff, each on any post.
    pub minors_with_staff: bool,
    /// So many participants of socially useful work at most in a crew, on all posts.
    pub most_useful_work: Option<u32>,
}

/// The hard rules that hold for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Between visits on different days at least so many minutes, 0 to 10 080.
    pub rest_minutes: u32,
    /// How many estates there are, at most 1000.
    pub estates: u32,
    /// Minutes (0 to 1440) from estate to estate, row by row; empty: no time is needed. Not asked for between two visits of one bus on one
    /// day.
    pub travel_minutes: Vec<u32>,
    /// Mixed crews.
    pub mix: Mix,
}

/// What missing people cost, each, on one post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPrice {
    /// Missing to the minimum.
    pub to_minimum: u32,
    /// Missing between the minimum and the number wanted.
    pub to_wanted: u32,
}

/// What everything costs that is not forbidden but not good; each 0 to 1 000 000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// Missing people, by [`Post::index`].
    pub missing: [MissingPrice; Post::COUNT],
    /// A visit that should have first aid and has nobody.
    pub no_first_aid: u32,
    /// Each language that a visit asks for and nobody of its crew speaks.
    pub no_language: u32,
    /// Each estate after the first that somebody works at on one day.
    pub change_of_estate: u32,
    /// Each visit more or less than the fair share, up to `fair_near` of them.
    pub fair: u32,
    /// Each visit further away from the fair share.
    pub unfair: u32,
    /// How many visits away from the share are still near it.
    pub fair_near: u32,
    /// Each standing assignment that is not kept as it is.
    pub change: u32,
}

/// Everything the crew is proposed from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// The visits, at most 10 000, in any order.
    pub visits: Vec<Visit>,
    /// The people, at most 5000; people times visits at most 20 000 000.
    pub people: Vec<Person>,
    /// Who could come on which visit, each pair at most once.
    pub offers: Vec<Offer>,
    /// Who must not.
    pub bars: Vec<Bar>,
    /// What is settled and kept. Alone it must keep the hard rules, offers and bars included.
    pub pinned: Vec<Assignment>,
    /// What stands now; it may be impossible by now. Each pair of person and visit at most once.
    pub standing: Vec<Assignment>,
    /// The hard rules that hold for everybody.
    pub rules: Rules,
    /// The prices.
    pub weights: Weights,
}
