//! The smallest town that has one of everything.

use storage::{
    Act, Db, Estate, Event, Json, Person, Request, Season, Shift, Stop, StoreError, Visit, estates, events, people,
    requests, seasons, shifts, stops, visits,
};
use uuid::Uuid;
use vocabulary::{
    AccountRole, Certainty, Coordinate, CrewRole, Day, EstateId, EventEffect, EventId, Metres, Minute, PersonId,
    PersonKind, RequestId, SeasonId, ShiftId, ShiftState, SignupId, StopId, StopKind, Timestamp, VisitId, VisitState,
    Zone,
};

pub(crate) fn n(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn at(text: &str) -> Minute {
    text.parse().unwrap()
}

/// So many seconds into the test's day.
pub(crate) fn now(seconds: i64) -> Timestamp {
    "2027-07-01T08:00:00.123456Z"
        .parse::<Timestamp>()
        .unwrap()
        .plus_seconds(seconds)
}

pub(crate) fn estate_id() -> EstateId {
    EstateId::from_uuid(n(1))
}

pub(crate) fn stop_id() -> StopId {
    StopId::from_uuid(n(1))
}

pub(crate) fn season_id() -> SeasonId {
    SeasonId::from_uuid(n(1))
}

pub(crate) fn person_id(number: u128) -> PersonId {
    PersonId::from_uuid(n(number))
}

pub(crate) fn visit_id(number: u128) -> VisitId {
    VisitId::from_uuid(n(number))
}

pub(crate) fn shift_id(number: u128) -> ShiftId {
    ShiftId::from_uuid(n(number))
}

pub(crate) fn signup_id(number: u128) -> SignupId {
    SignupId::from_uuid(n(number))
}

pub(crate) fn act(seconds: i64) -> Act {
    Act {
        at: now(seconds),
        by: None,
        reason: None,
    }
}

pub(crate) fn estate() -> Estate {
    Estate {
        id: estate_id(),
        slug: "lazek".parse().unwrap(),
        name: "Łazek".to_owned(),
        sort_key: "lazek".to_owned(),
        certainty: Certainty::Estimated,
        uncertainty: Some(Metres(1000)),
        weight: 1.5,
        source: "a map".to_owned(),
        note: String::new(),
        version: 1,
        updated_at: now(0),
        point: Some(Coordinate::new(53.08, 21.57).unwrap()),
    }
}

pub(crate) fn stop() -> Stop {
    Stop {
        id: stop_id(),
        slug: "lazek-plac".parse().unwrap(),
        estate_id: Some(estate_id()),
        name: "Plac na Łazku".to_owned(),
        kind: StopKind::ToBeAgreed,
        address: String::new(),
        directions: "za \"Żabką\" 🚌".to_owned(),
        certainty: Certainty::Unknown,
        uncertainty: None,
        source: "nobody".to_owned(),
        details: Json::of(&["shade"]).unwrap(),
        version: 1,
        updated_at: now(0),
        point: None,
    }
}

pub(crate) fn season() -> Season {
    Season {
        id: season_id(),
        slug: "lato-2027".parse().unwrap(),
        name: "Lato 2027".to_owned(),
        first_day: day("2027-06-26"),
        last_day: day("2027-08-31"),
        zone: Zone::WARSAW,
        settings: Json::of(&()).unwrap(),
        sketch: Some(Json::of(&["river"]).unwrap()),
        version: 1,
        updated_at: now(0),
    }
}

pub(crate) fn request() -> Request {
    Request {
        id: RequestId::from_uuid(n(1)),
        season_id: season_id(),
        stop_id: stop_id(),
        rules: Json::of(&[2, 3, 4]).unwrap(),
        version: 1,
        updated_at: now(0),
    }
}

pub(crate) fn event() -> Event {
    Event {
        id: EventId::from_uuid(n(1)),
        season_id: season_id(),
        slug: "festyn".parse().unwrap(),
        name: "Festyn".to_owned(),
        day: day("2027-07-03"),
        start: Some(at("12:00")),
        end: None,
        place: "park".to_owned(),
        stop_id: None,
        estate_id: Some(estate_id()),
        effect: EventEffect::TakePart,
        source: "a poster".to_owned(),
        details: Json::of(&()).unwrap(),
        version: 1,
        updated_at: now(0),
    }
}

pub(crate) fn visit(number: u128, on: &str) -> Visit {
    Visit {
        id: visit_id(number),
        season_id: season_id(),
        stop_id: stop_id(),
        event_id: None,
        bus: "bus".parse().unwrap(),
        day: day(on),
        position: 1,
        arrival: at("13:30"),
        set_up: at("13:30"),
        public_start: at("14:00"),
        public_end: at("17:00"),
        departure: at("17:30"),
        state: VisitState::Planned,
        decided_by: vocabulary::DecidedBy::Plan,
        reason: None,
        note: None,
        moved_from_day: None,
        moved_from_start: None,
        delay_minutes: None,
        delay_reason: None,
        delay_revisions: 0,
        sequence: 0,
        first_release: 1,
        last_release: 1,
        created_at: now(0),
        revised_at: now(0),
        version: 1,
    }
}

pub(crate) fn shift(number: u128, of: &Visit, places: u32) -> Shift {
    Shift {
        id: shift_id(number),
        visit_id: of.id.clone(),
        role: CrewRole::Helper,
        places,
        taken: 0,
        state: ShiftState::Open,
        crew_day: of.day,
        crew_start: of.arrival,
        crew_end: of.departure,
        minimum_age: Some(16),
        opens_at: None,
        qualifications: Json::of(&()).unwrap(),
        training_places: 1,
        training_taken: 0,
        version: 1,
    }
}

pub(crate) fn person(number: u128) -> Person {
    Person {
        id: person_id(number),
        email: format!("osoba{number}@przyklad.example"),
        name: format!("Osoba {number}"),
        role: AccountRole::Volunteer,
        password_hash: None,
        active: true,
        born_on: None,
        kind: PersonKind::Volunteer,
        papers: Json::of(&()).unwrap(),
        wishes: Json::of(&()).unwrap(),
        language: "uk".to_owned(),
        awaits_approval: false,
        erasure_asked_at: None,
        erased_at: None,
        created_at: now(0),
        version: 1,
    }
}

/// A sign-up for the first shift that begins in a state.
pub(crate) fn beginning(number: u128, state: vocabulary::SignupState) -> storage::Beginning {
    storage::Beginning {
        id: signup_id(number),
        shift: shift_id(1),
        state,
        in_training: false,
        expires_at: None,
    }
}

/// The town, the season, one visit on 1 July with one shift, and so many people.
pub(crate) fn fill(db: &mut Db, places: u32, crew: u128) -> Result<(), StoreError> {
    estates::insert(db, &estate())?;
    stops::insert(db, &stop())?;
    seasons::insert(db, &season())?;
    requests::insert(db, &request())?;
    events::insert(db, &event())?;
    let first = visit(1, "2027-07-01");
    visits::insert(db, &first)?;
    shifts::insert(db, &shift(1, &first, places))?;
    for number in 1..=crew {
        people::insert(db, &person(number))?;
    }
    Ok(())
}
