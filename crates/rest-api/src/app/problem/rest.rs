//! The rest of a season that has begun, or that people have a hand in.

use std::collections::BTreeSet;

use route_planning as planner;
use season_files as files;
use vocabulary::{Day, Slug};

use super::{KnownVisit, Standing};

/// What is left of a season that has begun, from its first day to plan on.
pub(super) struct Rest<'a> {
    pub(super) settings: &'a files::Settings,
    pub(super) known: &'a [KnownVisit],
    pub(super) first: Day,
}

impl Rest<'_> {
    /// A request for the rest of the season: what has been counts, and spacing goes on from the last visit. None when nothing
    /// is left to ask for.
    ///
    /// Counts are cut to what the days left have room for: a season that ends is no reason to refuse planning its last week.
    pub(super) fn of_request(&self, request: planner::Request) -> Option<planner::Request> {
        let been: Vec<Day> = self.been(&request.stop).iter().map(|k| k.day).collect();
        if self.first <= self.settings.first_day {
            return Some(request);
        }
        let blocks = self.blocks(&been, request.block);
        let under_way = !self.rest_of_block(&request.stop, &blocks, request.block).is_empty();
        let count = u32::try_from(blocks.len()).unwrap_or(u32::MAX) - u32::from(under_way);
        // A turn of a cycle that was moved leaves the cycle where it was.
        let last_turn = self
            .been(&request.stop)
            .iter()
            .map(|k| k.moved_from.unwrap_or(k.day))
            .max();
        let previous = match request.every_weeks {
            Some(_) => last_turn,
            None => been.iter().max().copied(),
        };
        let previous_visit = previous.or(request.previous_visit);
        let room = self.room(&request, previous_visit);
        let most = request.most.saturating_sub(count).min(room.days);
        let wanted = request.wanted.saturating_sub(count).min(room.days);
        let least = request.least.saturating_sub(count).min(room.visits).min(wanted);
        // A wait that is too long already cannot be mended by planning: spacing then begins anew.
        let in_reach = |day: &Day| {
            let within = request
                .gap_max
                .is_none_or(|gap| day.plus_days(gap.into()) >= self.first);
            within || request.every_weeks.is_some()
        };
        (most > 0).then(|| planner::Request {
            least,
            wanted,
            most,
            previous_visit: previous_visit.filter(in_reach),
            first_by: request.first_by.filter(|by| been.is_empty() && *by >= self.first),
            last_from: request.last_from.filter(|from| *from >= self.first),
            ..request
        })
    }

    /// The visits of a stop that have been, by day.
    fn been(&self, stop: &Slug) -> Vec<&KnownVisit> {
        let own = |k: &&KnownVisit| k.standing == Standing::Past && k.stop == *stop && k.event.is_none();
        let mut been: Vec<&KnownVisit> = self.known.iter().filter(own).collect();
        been.sort_by_key(|k| k.day);
        been
    }

    /// How many visits the days left have room for: by days alone, and with their spacing.
    fn room(&self, request: &planner::Request, previous: Option<Day>) -> Room {
        let last = self.settings.last_day;
        let days = u32::try_from(self.first.days_until(last) + 1).unwrap_or(0);
        if let Some(weeks) = request.every_weeks {
            let period = 7 * i64::from(weeks.max(1));
            let turns = match previous {
                Some(previous) => {
                    let turn = |day: &Day| previous.days_until(*day) % period == 0;
                    self.first.through(last).filter(turn).count()
                }
                None => self.first.through(last).count().div_ceil(period as usize),
            };
            let visits = u32::try_from(turns).unwrap_or(0);
            return Room { days: visits, visits };
        }
        let block = request.block.map_or(1, |block| block.days.max(1));
        let visits = match days.checked_sub(block) {
            Some(after_first) => after_first / (request.gap_min.unwrap_or(1).max(1) + block - 1) + 1,
            None => 0,
        };
        Room {
            days: days / block,
            visits,
        }
    }

    /// Days one after the other as the blocks that they are; single days where no blocks are asked for.
    fn blocks(&self, days: &[Day], block: Option<planner::Block>) -> Vec<Vec<Day>> {
        let Some(block) = block else {
            return days.iter().map(|day| vec![*day]).collect();
        };
        let goes_on = |a: &Day, b: &Day| self.follows(*a, *b, block);
        let stretches = days.chunk_by(goes_on);
        let whole = |stretch: &[Day]| -> Vec<Vec<Day>> {
            stretch
                .chunks(block.days.max(1) as usize)
                .map(<[Day]>::to_vec)
                .collect()
        };
        stretches.flat_map(whole).collect()
    }

    /// Whether a block may go on from one day to the other: no day is worked between them.
    fn follows(&self, from: Day, to: Day, block: planner::Block) -> bool {
        let between = from.plus_days(1).through(to.plus_days(-1));
        let idle = between.into_iter().all(|day| self.settings.day_off(day).is_some());
        idle && (!block.within_week || from.monday() == to.monday())
    }

    /// The announced days with which the last block that has been is finished.
    fn rest_of_block(&self, stop: &Slug, blocks: &[Vec<Day>], block: Option<planner::Block>) -> Vec<&KnownVisit> {
        let mut rest = Vec::new();
        let last = blocks.last().and_then(|days| Some((days.len(), *days.last()?)));
        let (Some(block), Some((been, mut at))) = (block, last) else {
            return rest;
        };
        let announced = |k: &&KnownVisit| k.standing == Standing::Announced && k.stop == *stop && k.event.is_none();
        let mut ahead: Vec<&KnownVisit> = self.known.iter().filter(announced).collect();
        ahead.sort_by_key(|k| k.day);
        for visit in ahead.into_iter().take((block.days as usize).saturating_sub(been)) {
            if !self.follows(at, visit.day, block) {
                break;
            }
            at = visit.day;
            rest.push(visit);
        }
        rest
    }

    /// A block that is under way is finished as it was announced.
    pub(super) fn under_way(&self, request: &files::Request) -> Vec<planner::Pin> {
        let block = super::translate_request(request).block;
        let been: Vec<Day> = self.been(&request.stop).iter().map(|k| k.day).collect();
        let blocks = self.blocks(&been, block);
        let pin = |k: &KnownVisit| planner::Pin {
            stop: k.stop.clone(),
            day: k.day,
            bus: Some(k.bus.clone()),
            public_start: Some(k.hours.start()),
            public: Some(k.hours.length()),
        };
        let rest = self.rest_of_block(&request.stop, &blocks, block);
        rest.into_iter().map(pin).collect()
    }
}

/// How many visits there is room for.
struct Room {
    /// By days alone.
    days: u32,
    /// With their spacing.
    visits: u32,
}

/// Whether a person has decided otherwise about the visit that takes part in this event: cancelled it, or moved it.
pub(super) fn taken_over(event: &files::Event, known: &[KnownVisit]) -> bool {
    known
        .iter()
        .filter(|k| k.event.as_ref() == Some(&event.slug))
        .any(|k| match k.standing {
            Standing::Cancelled => true,
            Standing::Fixed => k.day != event.day || Some(k.hours) != event.hours,
            Standing::Past | Standing::Announced => false,
        })
}

/// Whether the event itself asks for this visit, so that no pin is needed.
pub(super) fn is_planned_event(season: &files::Season, visit: &KnownVisit) -> bool {
    let same = |e: &&files::Event| Some(&e.slug) == visit.event.as_ref();
    season
        .events
        .iter()
        .find(same)
        .is_some_and(|e| e.day == visit.day && Some(visit.hours) == e.hours)
}

/// Visits set by a person in a way that no plan allows (rules were overridden) stay as they are, outside the plan: their
/// time is taken from the bus, and they count for their request.
///
/// The others are pins. Which are which is found by building the problem: whatever is fixed on a day with a fault of its
/// fixed visits is taken out.
pub fn settle(parts: planner::ProblemParts, known: &[KnownVisit]) -> planner::ProblemParts {
    let Err(faults) = planner::Problem::build(parts.clone()) else {
        return parts;
    };
    let days: BTreeSet<Day> = faults.iter().filter_map(day_of_fixed).collect();
    let by_hand = |k: &&KnownVisit| k.standing == Standing::Fixed && days.contains(&k.day);
    let mut parts = parts;
    for (number, visit) in known.iter().filter(by_hand).enumerate() {
        parts.pins.retain(|pin| pin.stop != visit.stop || pin.day != visit.day);
        let Ok(slug) = format!("kept-visit-{number}").parse::<Slug>() else {
            continue;
        };
        let scopes = [
            (Some(visit.hours), planner::Scope::Bus(visit.bus.clone())),
            (None, planner::Scope::Stop(visit.stop.clone())),
        ];
        for (hours, scope) in scopes {
            let rule = planner::EventRule::StayAway { hours, scope };
            parts.events.push(planner::Event {
                slug: slug.clone(),
                day: visit.day,
                rule,
            });
        }
        for request in parts.requests.iter_mut().filter(|r| r.stop == visit.stop) {
            request.least = request.least.saturating_sub(1);
            request.wanted = request.wanted.saturating_sub(1);
            request.most = request.most.saturating_sub(1);
        }
    }
    parts.requests.retain(|r| r.most > 0);
    parts
}

/// The day of a fault that fixed visits cause among themselves or with their day.
fn day_of_fixed(fault: &planner::ProblemFault) -> Option<Day> {
    use planner::ProblemFault as F;
    match fault {
        F::FixedOnClosedDay { day, .. }
        | F::FixedOutsideHours { day, .. }
        | F::FixedNeedsUnmet { day, .. }
        | F::FixedWithoutLength { day, .. }
        | F::FixedWithoutWindow { day, .. }
        | F::FixedTwice { day, .. }
        | F::FixedDuringEvent { day, .. }
        | F::FixedCollide { day, .. } => Some(*day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use vocabulary::Minutes;

    use super::*;

    fn day(n: i64) -> Day {
        Day::from_ymd(2027, 7, 1).unwrap().plus_days(n)
    }

    fn been(on: &[i64], event: bool) -> Vec<KnownVisit> {
        on.iter()
            .map(|n| KnownVisit {
                stop: "lazek".parse().unwrap(),
                bus: "bus".parse().unwrap(),
                day: day(*n),
                hours: "11:00-13:00".parse().unwrap(),
                event: event.then(|| "festyn".parse().unwrap()),
                moved_from: None,
                standing: Standing::Past,
            })
            .collect()
    }

    fn asked(counts: (u32, u32, u32), gap: (u32, Option<u32>)) -> planner::Request {
        let parts: serde_json::Value = serde_json::json!({
            "stop": "lazek", "least": counts.0, "wanted": counts.1, "most": counts.2, "public": Minutes(120),
            "gap_min": gap.0, "gap_max": gap.1,
        });
        serde_json::from_value(parts).unwrap()
    }

    /// July, worked from Monday to Friday.
    fn july() -> files::Settings {
        let hours = files::read(
            &[
                (
                    "season.toml",
                    "slug = \"lipiec\"\nname = \"Lipiec\"\ntown = \"Miasto\"\nfirst_day = 2027-07-01\nlast_day = 2027-07-31\n\
                     hours = { mon = \"10:00-18:00\", tue = \"10:00-18:00\", wed = \"10:00-18:00\", thu = \"10:00-18:00\", fri = \"10:00-18:00\" }\n\
                     [[buses]]\nslug = \"bus\"\nname = \"Bus\"\n\
                     depot = { name = \"Baza\", coordinate = { lat = 53.08, lon = 21.57 }, certainty = \"checked\" }\n",
                ),
                ("estates.csv", "slug,name,lat,lon,certainty\n"),
                ("stops.csv", "slug,name,estate,kind\n"),
                ("requests.csv", "stop\n"),
            ]
            .into_iter()
            .collect(),
        );
        hours.unwrap().settings
    }

    fn rest<'a>(settings: &'a files::Settings, known: &'a [KnownVisit], first: i64) -> Rest<'a> {
        Rest {
            settings,
            known,
            first: day(first),
        }
    }

    /// Counts and previous visit for the rest of July from its 11th day on.
    fn check(request: planner::Request, known: &[KnownVisit], expected: Option<((u32, u32, u32), Option<i64>)>) {
        let settings = july();
        let rest = rest(&settings, known, 10).of_request(request);
        let found = rest.map(|r| {
            (
                (r.least, r.wanted, r.most),
                r.previous_visit.map(|d| day(0).days_until(d)),
            )
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn a_cycle_goes_on() {
        let every_two_weeks = planner::Request {
            every_weeks: Some(2),
            ..asked((1, 3, 3), (1, None))
        };
        // Days 4 and 18 and 32 of July: one has been, and one turn is left.
        check(every_two_weeks.clone(), &been(&[4], false), Some(((0, 1, 1), Some(4))));
        // Moved to the day after, it still turns on Mondays.
        let mut moved = been(&[5], false);
        moved[0].moved_from = Some(day(4));
        check(every_two_weeks, &moved, Some(((0, 1, 1), Some(4))));
    }

    /// 1 July is a Thursday, so 5 to 9 July is a week from Monday to Friday.
    #[test]
    fn a_block_under_way_is_finished() {
        let settings = july();
        let request = planner::Request {
            block: Some(planner::Block {
                days: 5,
                within_week: true,
            }),
            ..asked((1, 2, 3), (1, None))
        };
        let mut known = been(&[4, 5], false);
        let announced = been(&[6, 7, 8, 18], false).into_iter().map(|k| KnownVisit {
            standing: Standing::Announced,
            ..k
        });
        known.extend(announced);
        let rest = rest(&settings, &known, 6);
        let asked: files::Request = files::Request {
            stop: "lazek".parse().unwrap(),
            rules: files::RequestRules {
                block_days: Some(5),
                block_within_week: true,
                ..files::RequestRules::default()
            },
        };
        let pins: Vec<i64> = rest
            .under_way(&asked)
            .iter()
            .map(|pin| day(0).days_until(pin.day))
            .collect();
        assert_eq!(pins, [6, 7, 8]);
        // The block is counted by its pins.
        let left = rest.of_request(request.clone()).unwrap();
        assert_eq!((left.least, left.wanted, left.most), (1, 2, 3));
        // What was cut short counts as it is.
        let short = been(&[4, 5], false);
        let left = Rest { known: &short, ..rest }.of_request(request).unwrap();
        assert_eq!((left.least, left.wanted, left.most), (0, 1, 2));
    }

    #[test]
    fn what_has_been_counts() {
        // Nothing has been: the request is as it was, as far as there is room.
        check(asked((2, 4, 5), (7, None)), &[], Some(((2, 4, 5), None)));
        check(asked((9, 30, 30), (1, None)), &[], Some(((9, 21, 21), None)));
        // One has been, and spacing goes on from it.
        check(
            asked((2, 4, 5), (7, None)),
            &been(&[8], false),
            Some(((1, 3, 4), Some(8))),
        );
        // All has been.
        check(asked((1, 2, 2), (7, None)), &been(&[1, 8], false), None);
        // More least than the days left have room for is no reason to refuse planning: 21 days, ten apart, hold three.
        check(
            asked((5, 6, 6), (10, None)),
            &been(&[0], false),
            Some(((3, 5, 5), Some(0))),
        );
        // A wait that is too long already begins anew.
        check(
            asked((1, 4, 5), (1, Some(5))),
            &been(&[2], false),
            Some(((0, 3, 4), None)),
        );
        // A visit at an event is no answer to the request.
        check(asked((2, 4, 5), (7, None)), &been(&[8], true), Some(((2, 4, 5), None)));
    }
}
