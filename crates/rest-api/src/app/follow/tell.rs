//! Passes announcements on: first it is settled what is told, then each follower gets a message or a push, portion by portion. Any number of servers on
//! one database may do it; the guarded step from one follower to the next lets one of them go on.

use std::collections::{HashMap, HashSet};

use storage::{Announcement, Db, Json, Push};
use vocabulary::{AnnouncementState, EstateId, SeasonId, StopId, Timestamp, VisitId, VisitState};

use super::announce::{Content, Happened};
use crate::app::{App, AppError, notices};

/// So many followers in one transaction.
const PORTION: u32 = 250;
/// So many portions in one go, so that a stopping server is not waited for.
const MOST_AT_ONCE: usize = 20;

/// What came of a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// So many announcements were begun.
    pub begun: usize,
    /// So many were taken back before anybody was told.
    pub dropped: usize,
    /// So many messages and pushes were written.
    pub written: usize,
    /// Whether there is more to pass on at once.
    pub more: bool,
}

/// Settles what is due and passes it on.
pub fn tick(app: &App, now: Timestamp) -> Result<Round, AppError> {
    let mut round = Round::default();
    let waiting = app.read(|db| Ok(storage::announcements::in_state(db, AnnouncementState::Waiting)?))?;
    if waiting.iter().any(|one| one.due_at <= now) {
        (round.begun, round.dropped) = app.write(|db| settle(db, now))?;
    }
    for _ in 0..MOST_AT_ONCE {
        let telling = app.read(|db| Ok(storage::announcements::in_state(db, AnnouncementState::Telling)?))?;
        let Some(next) = telling.first() else {
            return Ok(round);
        };
        round.written += app.write(|db| pass_on(app, db, next, now))?;
    }
    round.more = true;
    Ok(round)
}

/// Everything that waits of a season becomes one announcement, so that a follower gets one message of many changes; what was taken back is not told.
/// How many were begun, and how many dropped.
fn settle(db: &mut Db, now: Timestamp) -> Result<(usize, usize), AppError> {
    let waiting = storage::announcements::in_state(db, AnnouncementState::Waiting)?;
    let mut happened: HashMap<SeasonId, Vec<(Announcement, Vec<Happened>)>> = HashMap::new();
    let (mut begun, mut dropped) = (0, 0);
    for one in waiting {
        match one.content.read()? {
            Content::Tomorrow { .. } => {
                mine(storage::announcements::settle(
                    db,
                    &one.id,
                    AnnouncementState::Telling,
                    None,
                )?)?;
                begun += 1;
            }
            Content::Happened { all } => happened.entry(one.season_id.clone()).or_default().push((one, all)),
        }
    }
    for (_, waiting) in happened {
        // Whoever may still take back the first may take back what followed it, too.
        if waiting.iter().all(|(one, _)| one.due_at > now) {
            continue;
        }
        let merged = merged(waiting.iter().flat_map(|(_, all)| all));
        for (place, (one, _)) in waiting.iter().enumerate() {
            let (state, content) = if place == 0 && !merged.is_empty() {
                let content = Json::of(&Content::Happened { all: merged.clone() })?;
                (AnnouncementState::Telling, Some(content))
            } else {
                (AnnouncementState::Dropped, None)
            };
            mine(storage::announcements::settle(db, &one.id, state, content.as_ref())?)?;
        }
        begun += usize::from(!merged.is_empty());
        dropped += usize::from(merged.is_empty());
    }
    Ok((begun, dropped))
}

/// Another server did it at the same moment: nothing of ours is kept, and what is left is looked at again.
fn mine(won: bool) -> Result<(), AppError> {
    if won { Ok(()) } else { Err(AppError::Busy) }
}

/// What happened to each visit from the first to the last, without what was taken back.
fn merged<'a>(all: impl Iterator<Item = &'a Happened>) -> Vec<Happened> {
    let mut order: Vec<VisitId> = Vec::new();
    let mut changed: HashMap<VisitId, Happened> = HashMap::new();
    let mut late: HashMap<VisitId, Happened> = HashMap::new();
    for one in all {
        let id = one.visit().clone();
        if !order.contains(&id) {
            order.push(id.clone());
        }
        match one {
            Happened::Late { minutes, .. } => match late.get_mut(&id) {
                Some(Happened::Late { minutes: last, .. }) => *last = *minutes,
                _ => {
                    late.insert(id, one.clone());
                }
            },
            Happened::Changed { after, .. } => match changed.get_mut(&id) {
                Some(Happened::Changed { after: last, .. }) => *last = after.clone(),
                _ => {
                    changed.insert(id, one.clone());
                }
            },
        }
    }
    let mut told = Vec::new();
    for id in order {
        let both = [changed.remove(&id), late.remove(&id)].into_iter().flatten();
        told.extend(both.filter(|one| match one {
            Happened::Changed { before, after, .. } => before != after,
            Happened::Late { before, minutes, .. } => before != minutes,
        }));
    }
    told
}

/// One portion of followers; how many messages and pushes were written.
fn pass_on(app: &App, db: &mut Db, next: &Announcement, now: Timestamp) -> Result<usize, AppError> {
    let one = storage::announcements::get(db, &next.id)?;
    if one.state != AnnouncementState::Telling {
        return Ok(0);
    }
    let stops = stops(db, &one)?;
    let mut estates: HashSet<EstateId> = HashSet::new();
    for stop in &stops {
        estates.extend(storage::stops::get(db, stop)?.estate_id);
    }
    let estates: Vec<EstateId> = estates.into_iter().collect();
    let followers = if stops.is_empty() {
        Vec::new()
    } else {
        storage::followers::interested(db, &one.season_id, &estates, &stops, &one.cursor, PORTION)?
    };
    for follower in &followers {
        if follower.email.is_some() {
            notices::follower_told(db, now, &follower.id, &one.id)?;
        } else if app.push_is_on() {
            let push = Push {
                announcement_id: one.id.clone(),
                follower_id: follower.id.clone(),
                due_at: now,
                tries: 0,
                claimed_at: None,
            };
            storage::pushes::put(db, &push)?;
        }
    }
    let whole = followers.len() < PORTION as usize;
    let state = if whole {
        AnnouncementState::Told
    } else {
        AnnouncementState::Telling
    };
    let cursor = followers.last().map_or(one.cursor.as_str(), |last| last.id.as_str());
    mine(storage::announcements::advance(db, &one, state, cursor)?)?;
    Ok(followers.len())
}

/// The stops whose followers are told.
fn stops(db: &mut Db, one: &Announcement) -> Result<Vec<StopId>, AppError> {
    let mut stops: Vec<StopId> = match one.content.read()? {
        Content::Happened { all } => all.iter().flat_map(Happened::stops).cloned().collect(),
        Content::Tomorrow { day } => storage::visits::of_day(db, day)?
            .into_iter()
            .filter(|visit| visit.season_id == one.season_id && visit.state == VisitState::Planned)
            .map(|visit| visit.stop_id)
            .collect(),
    };
    stops.sort();
    stops.dedup();
    Ok(stops)
}

#[cfg(test)]
mod tests {
    use super::{super::announce::Slot, *};

    fn visit(number: u128) -> VisitId {
        VisitId::from_uuid(uuid::Uuid::from_u128(number))
    }

    fn slot(day: &str, cancelled: bool) -> Slot {
        Slot {
            stop: StopId::from_uuid(uuid::Uuid::from_u128(1)),
            day: day.parse().unwrap(),
            start: "10:00".parse().unwrap(),
            end: "13:00".parse().unwrap(),
            cancelled,
        }
    }

    fn changed(number: u128, before: Slot, after: Slot) -> Happened {
        Happened::Changed {
            visit: visit(number),
            before,
            after,
        }
    }

    fn late(number: u128, before: u32, minutes: u32) -> Happened {
        Happened::Late {
            visit: visit(number),
            stop: StopId::from_uuid(uuid::Uuid::from_u128(1)),
            before,
            minutes,
        }
    }

    #[test]
    fn what_was_taken_back_is_not_told_and_the_rest_is_told_as_one() {
        let (a, b, c) = (
            slot("2027-07-07", false),
            slot("2027-07-08", false),
            slot("2027-07-07", true),
        );
        for (all, told) in [
            (vec![], vec![]),
            (
                vec![changed(1, a.clone(), c.clone())],
                vec![changed(1, a.clone(), c.clone())],
            ),
            (
                vec![changed(1, a.clone(), c.clone()), changed(1, c.clone(), a.clone())],
                vec![],
            ),
            (
                vec![
                    changed(1, a.clone(), b.clone()),
                    changed(2, a.clone(), c.clone()),
                    changed(1, b.clone(), c.clone()),
                ],
                vec![changed(1, a.clone(), c.clone()), changed(2, a.clone(), c.clone())],
            ),
            (vec![late(1, 0, 15), late(1, 15, 30)], vec![late(1, 0, 30)]),
            (vec![late(1, 0, 15), late(1, 15, 0)], vec![]),
            (vec![late(1, 15, 0)], vec![late(1, 15, 0)]),
            (
                vec![
                    changed(1, a.clone(), b.clone()),
                    late(1, 0, 15),
                    changed(1, b.clone(), a.clone()),
                ],
                vec![late(1, 0, 15)],
            ),
        ] {
            assert_eq!(merged(all.iter()), told, "{all:?}");
        }
    }
}
