//! How the values of the vocabulary look in JSON, for the API's description. Each type here stands, under the same name, for
//! one of `vocabulary` or `season-files`; none is ever made.

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        KnownFormat, RefOr, SchemaFormat,
        schema::{ObjectBuilder, Schema, Type},
    },
};

fn text(description: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
}

macro_rules! schemas {
    ($($(#[doc = $doc:literal])+ $name:ident = $schema:expr;)+) => {$(
        $(#[doc = $doc])+
        pub struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let build: fn(&str) -> ObjectBuilder = $schema;
                build(concat!($($doc),+).trim()).into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

fn id(prefix: &str, description: &str) -> ObjectBuilder {
    text(description)
        .pattern(Some(format!("^{prefix}_[0-9a-f]{{32}}$")))
        .examples([format!("{prefix}_0199f0c2a1b37d1e8a4b5c6d7e8f9012")])
}

fn words<T: AsRef<str>>(all: &[T], description: &str) -> ObjectBuilder {
    text(description).enum_values(Some(all.iter().map(|word| word.as_ref().to_owned())))
}

schemas! {
    /// The id of an estate.
    EstateId = |d| id("est", d);
    /// The id of a stop.
    StopId = |d| id("stp", d);
    /// The id of a season.
    SeasonId = |d| id("sea", d);
    /// The id of a request.
    RequestId = |d| id("req", d);
    /// The id of an event.
    EventId = |d| id("evt", d);
    /// The id of a plan.
    PlanId = |d| id("pln", d);
    /// The id of a release.
    ReleaseId = |d| id("rel", d);
    /// The id of a visit, for ever.
    VisitId = |d| id("vis", d);
    /// The id of a shift.
    ShiftId = |d| id("shf", d);
    /// The id of a sign-up.
    SignupId = |d| id("sgn", d);
    /// The id of a proposed crew.
    ProposalId = |d| id("prp", d);
    /// The id of a swap.
    SwapId = |d| id("swp", d);
    /// The id of an account.
    PersonId = |d| id("per", d);
    /// The id of a certificate.
    CertificateId = |d| id("crt", d);

    /// A name in addresses: 1 to 80 of a-z, 0-9 and single hyphens between them.
    Slug = |d| text(d).pattern(Some("^[a-z0-9]+(-[a-z0-9]+)*$")).max_length(Some(80)).examples(["stare-miasto"]);
    /// A local day.
    Day = |d| text(d).format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).examples(["2027-07-01"]);
    /// A local time of day, 00:00 to 24:00.
    Minute = |d| text(d).pattern(Some(r"^([01]?\d|2[0-3])[:.][0-5]\d$|^24[:.]00$")).examples(["14:05"]);
    /// A stretch of a day; its end is not part of it.
    CivilWindow = |d| text(d).examples(["12:00-15:00"]);
    /// An instant, RFC 3339.
    Timestamp = |d| text(d).format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))).examples(["2027-07-01T12:00:00Z"]);
    /// A time zone of the IANA database.
    Zone = |d| text(d).examples(["Europe/Warsaw"]);

    /// What an account may do.
    AccountRole = |d| words(vocabulary::AccountRole::ALL, d);
    /// On what footing somebody works with the bus.
    PersonKind = |d| words(vocabulary::PersonKind::ALL, d);
    /// What one does on a visit.
    CrewRole = |d| words(vocabulary::CrewRole::ALL, d);
    /// A paper that says that somebody can do something.
    Qualification = |d| words(vocabulary::Qualification::ALL, d);
    /// How far a coordinate or a date can be trusted.
    Certainty = |d| words(vocabulary::Certainty::ALL, d);
    /// What an event means for the bus.
    EventEffect = |d| words(vocabulary::EventEffect::ALL, d);
    /// What a planning job does: plan from the beginning, again after changes, or with a rule changed only to see.
    PlanKind = |d| words(vocabulary::PlanKind::ALL, d);
    /// Where a proposed crew stands.
    ProposalState = |d| words(vocabulary::ProposalState::ALL, d);
    /// How far a planning job is.
    PlanState = |d| words(vocabulary::PlanState::ALL, d);
    /// Where a plan takes its travel times from.
    PlanTravel = |d| words(vocabulary::PlanTravel::ALL, d);
    /// Which travel times are asked for.
    TravelChoice = |d| words(vocabulary::TravelChoice::ALL, d);
    /// Whether a visit will be.
    VisitState = |d| words(vocabulary::VisitState::ALL, d);
    /// Whether a shift takes sign-ups.
    ShiftState = |d| words(vocabulary::ShiftState::ALL, d);
    /// How a sign-up stands.
    SignupState = |d| words(vocabulary::SignupState::ALL, d);
    /// Where a swap stands.
    SwapState = |d| words(vocabulary::SwapState::ALL, d);
    /// What somebody said who was asked to cover a shift.
    CoverAnswer = |d| words(vocabulary::CoverAnswer::ALL, d);
    /// What kind of place a stop is.
    StopKind = |d| words(vocabulary::StopKind::ALL, d);
    /// A day of the week.
    Weekday = |d| text(d).enum_values(Some(vocabulary::Weekday::ALL.map(vocabulary::Weekday::as_str)));
    /// Whether visits should be alike: `yes` is a wish, `always` a rule.
    Sameness = |d| text(d).enum_values(Some(vocabulary::Sameness::ALL.iter().map(|word| word.as_str())));
    /// What the ground of a stop is like.
    Surface = |d| text(d).enum_values(Some(season_files::Surface::ALL.iter().map(|word| word.as_str())));
}

/// A point on the map, WGS 84, degrees.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct Coordinate {
    /// Degrees north.
    #[schema(minimum = -90, maximum = 90)]
    lat: f64,
    /// Degrees east.
    #[schema(minimum = -180, maximum = 180)]
    lon: f64,
}

/// How often, how far apart, when and how long. What is left out is taken from the service's defaults.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct RequestRules {
    /// Fewer visits than this is a failure; least <= wanted <= most.
    least: Option<u32>,
    /// So many would be right.
    wanted: Option<u32>,
    /// More than this is never planned.
    most: Option<u32>,
    /// From one visit to the next at least so many days; 0 and 1 both allow the day after.
    gap_min_days: Option<u32>,
    /// And at most so many; null: no limit.
    gap_max_days: Option<u32>,
    /// Better on these weekdays; empty: all alike.
    #[schema(value_type = Option<Vec<Weekday>>)]
    weekdays_preferred: (),
    /// Never on these weekdays.
    #[schema(value_type = Option<Vec<Weekday>>)]
    weekdays_forbidden: (),
    /// Better within these hours.
    hours_preferred: Option<CivilWindow>,
    /// Better always on the same weekday, or always without exception.
    #[schema(value_type = Option<Sameness>)]
    same_weekday: (),
    /// Better always at the same time of day, or always without exception.
    #[schema(value_type = Option<Sameness>)]
    same_start: (),
    /// A visit is so many working days in a row at the place, 2 to 31; counts are then of blocks; null: one day.
    block_days: Option<u32>,
    /// All days of a block lie in one week, Monday to Sunday; only with `block_days`.
    block_within_week: Option<bool>,
    /// Every so many weeks on the same weekday, 1 to 52; what falls on a day off is left out; null: no cycle.
    every_weeks: Option<u32>,
    /// The first visit is on this day or earlier.
    first_by: Option<Day>,
    /// The last visit is on this day or later.
    last_from: Option<Day>,
    /// `gap_max_days` also holds from the last visit to the season's last day.
    gap_max_to_end: Option<bool>,
    /// The last visit before the season; spacing, or the cycle, goes on from it.
    previous_visit: Option<Day>,
    /// Stops (by their slugs) that are never visited on the same day.
    #[schema(value_type = Option<Vec<String>>)]
    not_same_day: (),
    /// Stops (by their slugs) that are never visited in the same week.
    #[schema(value_type = Option<Vec<String>>)]
    not_same_week: (),
    /// The public is never there within these hours.
    hours_forbidden: Option<Vec<CivilWindow>>,
    /// Minutes to set up for its visits, when not the stop's.
    setup_minutes: Option<u32>,
    /// Minutes to pack up after them, when not the stop's.
    teardown_minutes: Option<u32>,
    /// How long the public part of a visit is, in minutes, 15 to 1440.
    public_minutes: Option<u32>,
    /// What one visit takes of a bus's capacity, in any unit, 0 to 100000.
    load: Option<u32>,
    /// How many children come to a visit, as a guess for the crew; null: nobody knows.
    expected_children: Option<u32>,
    /// Need of this stop, when it should not be its estate's weight.
    weight: Option<f64>,
    /// Visits that are already promised; at most `most`, no two on one day.
    fixed: Option<Vec<FixedVisit>>,
    /// An invented value, made for the example season.
    example: Option<bool>,
    /// Anything else, such as why.
    note: Option<String>,
}

/// A visit that is already promised.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct FixedVisit {
    /// The day.
    day: Day,
    /// When the public part starts; null: any time of that day.
    start: Option<Minute>,
}

/// Hours, permission and site of a stop. Null in a site fact means: nobody knows.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct StopDetails {
    /// When the bus may be at the place, by weekday; empty: whenever the season runs.
    #[schema(value_type = Option<Object>, example = json!({"mon": ["10:00-18:00"]}))]
    hours: (),
    /// Days with other hours than the weekly ones; no two for one day.
    exceptions: Option<Vec<DatedHours>>,
    /// The last day on which the owner lets the bus in.
    permission_until: Option<Day>,
    /// What a bus must have or can to stand there: words of the buses' `capabilities`.
    needs: Option<Vec<Slug>>,
    /// Minutes to set up, when not the season's default.
    setup_minutes: Option<u32>,
    /// Minutes to pack up, when not the season's default.
    teardown_minutes: Option<u32>,
    /// What the ground is like.
    surface: Option<Surface>,
    /// Whether there is shade.
    shade: Option<bool>,
    /// Whether there is a socket.
    power: Option<bool>,
    /// Whether there are toilets.
    toilets: Option<bool>,
    /// Whether there is drinking water.
    water: Option<bool>,
    /// Whether one gets there without a step.
    step_free: Option<bool>,
    /// Where to go in bad weather, in words; empty: nowhere known.
    indoor: Option<String>,
    /// The `stop_id` of the GTFS feed it came from.
    gtfs_stop_id: Option<String>,
    /// Anything else the crew should know.
    notes: Option<String>,
}

/// The hours of one day.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct DatedHours {
    /// The day.
    day: Day,
    /// Its windows, in order; none: closed all day.
    windows: Vec<CivilWindow>,
    /// Why it is closed, in words; only shown.
    reason: Option<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The fields that a schema names are those that the real type writes.
    fn check<T: PartialSchema>(written: &Value) {
        let schema = json!(T::schema());
        let named: Vec<_> = schema["properties"].as_object().unwrap().keys().cloned().collect();
        let mut real: Vec<_> = written.as_object().unwrap().keys().cloned().collect();
        real.sort();
        assert_eq!(named, real);
    }

    #[test]
    fn schemas_name_the_fields_of_the_types_they_stand_for() {
        let day = "2027-07-01".parse().unwrap();
        check::<RequestRules>(&json!(season_files::RequestRules::default()));
        check::<StopDetails>(&json!(season_files::StopDetails::default()));
        check::<FixedVisit>(&json!(season_files::FixedVisit { day, start: None }));
        check::<DatedHours>(&json!(season_files::DatedHours {
            day,
            windows: Vec::new(),
            reason: "remont".to_owned()
        }));
        check::<Coordinate>(&json!(vocabulary::Coordinate::new(53.0, 21.0).unwrap()));
    }

    /// The example of a text schema is what the vocabulary reads.
    fn example<S: PartialSchema, T: std::str::FromStr>() {
        let schema = json!(S::schema());
        let example = schema["examples"][0].as_str().unwrap();
        assert!(example.parse::<T>().is_ok(), "{example}");
    }

    #[test]
    fn examples_are_values_of_the_vocabulary() {
        example::<EstateId, vocabulary::EstateId>();
        example::<StopId, vocabulary::StopId>();
        example::<SeasonId, vocabulary::SeasonId>();
        example::<RequestId, vocabulary::RequestId>();
        example::<EventId, vocabulary::EventId>();
        example::<PlanId, vocabulary::PlanId>();
        example::<ReleaseId, vocabulary::ReleaseId>();
        example::<VisitId, vocabulary::VisitId>();
        example::<ShiftId, vocabulary::ShiftId>();
        example::<ProposalId, vocabulary::ProposalId>();
        example::<SignupId, vocabulary::SignupId>();
        example::<SwapId, vocabulary::SwapId>();
        example::<PersonId, vocabulary::PersonId>();
        example::<CertificateId, vocabulary::CertificateId>();
        example::<Slug, vocabulary::Slug>();
        example::<Day, vocabulary::Day>();
        example::<Minute, vocabulary::Minute>();
        example::<CivilWindow, vocabulary::CivilWindow>();
        example::<Timestamp, vocabulary::Timestamp>();
        example::<Zone, vocabulary::Zone>();
    }
}
