//! Everything that can be wrong with a problem before it is planned.

use serde::Serialize;
use vocabulary::{CivilWindow, Day, Minutes, Slug};

/// What a name should have named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Thing {
    Depot,
    Bus,
    Stop,
    Estate,
    Place,
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Depot => "depot",
            Self::Bus => "bus",
            Self::Stop => "stop",
            Self::Estate => "estate",
            Self::Place => "place",
        })
    }
}

/// One fault of [`crate::ProblemParts`]. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
#[allow(missing_docs)] // The messages say it.
pub enum ProblemFault {
    #[error("version {found} of the problem's form is unknown; this program reads version {known}")]
    Version { found: u32, known: u32 },
    #[error("the season has no day")]
    NoDays,
    #[error("{after} is followed by {found}: the season's days must follow one another without a hole")]
    DaysNotConsecutive { after: Day, found: Day },
    #[error("the season has {found} days; at most {most} can be planned at once")]
    SeasonTooLong { found: usize, most: usize },
    #[error("there is no bus")]
    NoBus,
    #[error("the {thing} {slug} is there twice")]
    Duplicate { thing: Thing, slug: Slug },
    #[error("{used_by} names the {thing} {slug}, which is not there")]
    Unknown { thing: Thing, slug: Slug, used_by: String },
    #[error("the travel matrix has no place {place}")]
    TravelMissing { place: Slug },
    #[error(
        "the travel matrix of {places} places must have {expected} minutes and metres each; it has {minutes} and {metres}"
    )]
    TravelShape {
        places: usize,
        expected: usize,
        minutes: usize,
        metres: usize,
    },
    #[error("travel from {from} to {to} takes {minutes} minutes: more than a day")]
    TravelTooLong { from: Slug, to: Slug, minutes: u32 },
    #[error("from {from} to {to} are {metres} metres: more than half way round the Earth")]
    TravelTooFar { from: Slug, to: Slug, metres: u32 },
    #[error("there are {found} depots and stops; at most {most} can be planned at once")]
    TooManyPlaces { found: usize, most: usize },
    #[error("{place} lies {km} km from the middle of all places, at most {most}: is its point right?")]
    PlaceFarAway { place: Slug, km: u32, most: u32 },
    #[error("latitude and longitude of {place} are exchanged: the other way round it lies among the other places")]
    PlaceSwapped { place: Slug },
    #[error("the need of {stop} is {found}; it must be 1 to 1000")]
    NeedOutOfRange { stop: Slug, found: u32 },
    #[error("public start times every {found} minutes: must be 1 to 60 and divide 60")]
    StartStep { found: u32 },
    #[error("the weight {weight} is {found}; at most {most}")]
    WeightTooLarge { weight: String, found: u32, most: u32 },
    #[error("{day} of {used_by} is not in the season")]
    OutsideSeason { day: Day, used_by: String },
    #[error("{stop} has a second request")]
    SecondRequest { stop: Slug },
    #[error(
        "{stop} asks for least {least}, wanted {wanted}, most {most}: they must not fall in this order, and most must be at least 1"
    )]
    CountsDisordered {
        stop: Slug,
        least: u32,
        wanted: u32,
        most: u32,
    },
    #[error("{stop} asks for {asked} visits, but there are only {days} days for them in the season")]
    AskedMoreThanDays { stop: Slug, asked: u32, days: u32 },
    #[error("a visit at {stop} would have no public time")]
    NoPublicTime { stop: Slug },
    #[error("{stop} asks for at least {gap_min} days between visits and at most {gap_max}")]
    GapsContradict { stop: Slug, gap_min: u32, gap_max: u32 },
    #[error("{stop} asks for {least} visits at least {gap_min} days apart; the season has room for {room}")]
    GapsNeedLongerSeason {
        stop: Slug,
        least: u32,
        gap_min: u32,
        room: u32,
    },
    #[error("{stop} asks for a visit every {found} weeks; it must be 1 to 52")]
    CycleLength { stop: Slug, found: u32 },
    #[error("{stop} asks for a visit every {weeks} weeks and for {rule}: a cycle sets that by itself")]
    CycleWith { stop: Slug, weeks: u32, rule: String },
    #[error("{stop} asks for {wanted} visits every {weeks} weeks; the season has room for {room}")]
    CycleNeedsLongerSeason {
        stop: Slug,
        weeks: u32,
        wanted: u32,
        room: u32,
    },
    #[error("{stop} lists its day sets and asks for {rule}: a listed set says that by itself")]
    DaySetsWith { stop: Slug, rule: String },
    #[error("{stop} is kept apart from itself")]
    ApartFromItself { stop: Slug },
    #[error("{stop} asks for blocks of {found} days; a block has 2 to 31")]
    BlockLength { stop: Slug, found: u32 },
    #[error("{stop} asks for blocks of {days} days; nowhere in the season does a bus run on so many days in a row{}", if *within_week { " within a week" } else { "" })]
    BlockNowhere { stop: Slug, days: u32, within_week: bool },
    #[error("{stop}: the first visit by {first_by} and the last from {last_from} leave no day for a single visit")]
    FirstAfterLast { stop: Slug, first_by: Day, last_from: Day },
    #[error("{stop}: the visit before the season, {day}, is not before the season")]
    PreviousVisitInSeason { stop: Slug, day: Day },
    #[error("{stop}: a visit of {needed} (set-up, public hours, teardown) is longer than any day of any bus")]
    VisitLongerThanDay { stop: Slug, needed: Minutes },
    #[error("{stop}: public hours of {public} fit in none of its windows")]
    WindowsTooShort { stop: Slug, public: Minutes },
    #[error("{what} on {day}: no bus runs that day")]
    FixedOnClosedDay { what: String, day: Day },
    #[error("{what} on {day}: no bus is out for all of {hours} with its way, set-up and teardown")]
    FixedOutsideHours { what: String, day: Day, hours: CivilWindow },
    #[error("the visit fixed at {stop} on {day} has no length: the stop has no request and the pin names none")]
    FixedWithoutLength { stop: Slug, day: Day },
    #[error("the visit fixed at {stop} on {day} has no time, and the place has no window for it that day")]
    FixedWithoutWindow { stop: Slug, day: Day },
    #[error("{stop} has two fixed visits on {day}")]
    FixedTwice { stop: Slug, day: Day },
    #[error("{stop} has a visit fixed on {day} that an event forbids there")]
    FixedDuringEvent { stop: Slug, day: Day },
    #[error("the visits fixed on {day} cannot all be driven: {}", join(stops))]
    FixedCollide { day: Day, stops: Vec<Slug> },
    #[error("bus {bus} has hours for {day}, on which the season is closed")]
    HoursOnClosedDay { bus: Slug, day: Day },
    #[error("bus {bus} may be on duty for {found} minutes; it must be at least 1")]
    DutyTooShort { bus: Slug, found: u32 },
    #[error("{stop}: the listed day set {} has {} days; it must have at least {least} and at most {most}", set + 1, found)]
    DaySetCount {
        stop: Slug,
        set: usize,
        found: usize,
        least: u32,
        most: u32,
    },
    #[error("{stop}: the listed day set {} names {day} twice", set + 1)]
    DaySetRepeats { stop: Slug, set: usize, day: Day },
    #[error("{stop}: a visit takes {load} of a bus's capacity, and no bus carries more than {capacity}")]
    LoadTooLarge { stop: Slug, load: u32, capacity: u32 },
    #[error("bus {bus} may be driven for {found} minutes a day; it must be at least 1")]
    DrivingTooShort { bus: Slug, found: u32 },
    #[error(
        "bus {bus} has a break of {length} after {} of driving or {} of work: the break must last 1 minute to 1 day, and one of the two limits must be there, at least 1 minute",
        or_nothing(*after_driving),
        or_nothing(*after_work)
    )]
    BreakRule {
        bus: Slug,
        length: Minutes,
        after_driving: Option<Minutes>,
        after_work: Option<Minutes>,
    },
    #[error("the working windows of {day} must follow one another without an overlap and lie within {hours}")]
    WindowsDisordered { day: Day, hours: CivilWindow },
    #[error("{stop} needs {}, and no bus has all of it", join(needs))]
    NoBusAble { stop: Slug, needs: Vec<Slug> },
    #[error(
        "{what} on {day}: no bus that runs that day has all that the place needs ({})",
        join(needs)
    )]
    FixedNeedsUnmet { what: String, day: Day, needs: Vec<Slug> },
}

fn or_nothing(limit: Option<Minutes>) -> String {
    limit.map_or_else(|| "any length".to_owned(), |limit| limit.to_string())
}

fn join(stops: &[Slug]) -> String {
    stops.iter().map(Slug::as_str).collect::<Vec<_>>().join(", ")
}
