//! A season in the benchmark's form, and the solver's own problem made of it.

use serde::Deserialize;
use volunteer_roster::fill::{
    Kind, Limits, MissingPrice, Mix, Offer, Parts, Person, PersonIndex, Places, Rules, Visit, VisitIndex, Weights,
};

#[derive(Deserialize)]
pub(crate) struct Season {
    w: Prices,
    visits: Vec<SeasonVisit>,
    people: Vec<SeasonPerson>,
}

#[derive(Deserialize)]
struct Prices {
    no_leader: u32,
    below_min: u32,
    below_target: u32,
    no_aid: u32,
    no_lang: u32,
    #[serde(rename = "move")]
    change_of_estate: u32,
    fair1: u32,
    fair2: u32,
}

#[derive(Deserialize)]
struct SeasonVisit {
    week: i32,
    cal: i32,
    half: i64,
    bus: u32,
    estate: u32,
    minutes: i64,
    target: u32,
    lang: u8,
}

#[derive(Deserialize)]
struct SeasonPerson {
    kind: String,
    leader: u8,
    aid: u8,
    lang: u8,
    week_max: u32,
    day_max: u32,
    season_max: u32,
    share: u32,
    avail: Vec<u32>,
    pref: Vec<u32>,
}

/// Helpers needed on every visit; no more than are wanted.
const MINIMUM: u32 = 2;
/// Mornings begin at nine, afternoons at two. Two visits of the same half clash, two of different halves do not.
const HALVES: [i64; 2] = [9 * 60, 14 * 60];

impl Season {
    pub(crate) fn parts(&self) -> Result<Parts, String> {
        let visits = self.visits.iter().map(visit).collect::<Result<_, _>>()?;
        let people = self.people.iter().map(person).collect::<Result<_, _>>()?;
        let offers = std::iter::zip(0.., &self.people).flat_map(|(index, person)| {
            std::iter::zip(&person.avail, &person.pref).map(move |(visit, price)| Offer {
                person: PersonIndex(index),
                visit: VisitIndex(*visit),
                price: *price,
            })
        });
        Ok(Parts {
            visits,
            people,
            offers: offers.collect(),
            rules: Rules {
                estates: self.visits.iter().map(|v| v.estate + 1).max().unwrap_or(0),
                mix: Mix {
                    minors_for_each_adult: Some(1),
                    leaders_look_after: false,
                    minors_with_staff: false,
                    most_useful_work: Some(1),
                },
                ..Rules::default()
            },
            weights: self.weights(),
            ..Parts::default()
        })
    }

    fn weights(&self) -> Weights {
        let w = &self.w;
        let leader = MissingPrice {
            to_minimum: w.no_leader,
            to_wanted: w.no_leader,
        };
        let helper = MissingPrice {
            to_minimum: w.below_min,
            to_wanted: w.below_target,
        };
        Weights {
            missing: [
                leader,
                helper,
                MissingPrice::default(),
                MissingPrice::default(),
                MissingPrice::default(),
            ],
            no_first_aid: w.no_aid,
            no_language: w.no_lang,
            change_of_estate: w.change_of_estate,
            fair: w.fair1,
            unfair: w.fair2,
            fair_near: 2,
            change: 0,
        }
    }
}

fn visit(visit: &SeasonVisit) -> Result<Visit, String> {
    let begins = HALVES.get(visit.half as usize).ok_or("a half of a day is 0 or 1")?;
    let starts = i64::from(visit.cal) * 1440 + begins;
    let leader = Places { wanted: 1, minimum: 1 };
    let helpers = Places {
        wanted: visit.target,
        minimum: MINIMUM.min(visit.target),
    };
    Ok(Visit {
        starts,
        ends: starts + visit.minutes,
        day: visit.cal,
        week: visit.week,
        month: visit.cal / 30,
        estate: visit.estate,
        bus: visit.bus,
        places: [leader, helpers, Places::default(), Places::default(), Places::default()],
        first_aid: true,
        languages: u32::from(visit.lang == 1),
    })
}

fn person(person: &SeasonPerson) -> Result<Person, String> {
    let kind = match person.kind.as_str() {
        "animator" => Kind::Staff,
        "adult" => Kind::Adult,
        "minor" => Kind::Minor,
        "psu" => Kind::UsefulWork,
        other => return Err(format!("the kind {other:?} is unknown")),
    };
    Ok(Person {
        kind,
        posts: [person.leader == 1, true, false, false, false],
        first_aid: person.aid == 1,
        languages: u32::from(person.lang),
        limits: Limits {
            week_minutes: Some(person.week_max),
            day_visits: Some(person.day_max),
            season_visits: Some(person.season_max),
            days_in_row: (kind == Kind::Minor).then_some(3),
            ..Limits::default()
        },
        share: person.share,
    })
}
