//! An announcement in the words of one follower: only what they follow, and only what still holds.

use std::collections::HashSet;

use public_calendar::addresses;
use storage::{Announcement, Db, Follower, Visit};
use vocabulary::{CivilWindow, EstateId, FollowScope, SeasonId, StopId, Timestamp, VisitId, VisitState, Zone};
use wording::{Language, Words};

use super::announce::{Content, Happened, Slot};
use crate::app::AppError;

/// What is told to one follower.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// One line about all of it.
    pub subject: String,
    /// Each thing, in the order of time.
    pub items: Vec<Item>,
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub visit: VisitId,
    /// What happened, in one line.
    pub headline: String,
    /// What there is to add, a line each.
    pub details: Vec<String>,
    /// The path of its page.
    pub path: String,
}

/// What somebody follows in one season.
pub(super) struct Wishes {
    town: bool,
    estates: HashSet<EstateId>,
    stops: HashSet<StopId>,
}

impl Wishes {
    pub(super) fn of(db: &mut Db, follower: &Follower, season: &SeasonId) -> Result<Self, AppError> {
        let mut wishes = Self {
            town: false,
            estates: HashSet::new(),
            stops: HashSet::new(),
        };
        for follow in storage::followers::follows_of(db, &follower.id)? {
            if follow.season_id != *season || follow.confirmed_at.is_none() {
                continue;
            }
            match follow.scope {
                FollowScope::Town => wishes.town = true,
                FollowScope::Estate => wishes.estates.extend(follow.place.parse().ok()),
                FollowScope::Stop => wishes.stops.extend(follow.place.parse().ok()),
            }
        }
        Ok(wishes)
    }

    fn hold(&self, db: &mut Db, stop: &StopId) -> Result<bool, AppError> {
        if self.town || self.stops.contains(stop) {
            return Ok(true);
        }
        let estate = storage::stops::get(db, stop)?.estate_id;
        Ok(estate.is_some_and(|estate| self.estates.contains(&estate)))
    }
}

/// What one follower is told of an announcement now; none where nothing of it is theirs or holds any more.
pub fn of(
    db: &mut Db,
    follower: &Follower,
    announcement: &Announcement,
    now: Timestamp,
) -> Result<Option<News>, AppError> {
    let language = super::language(follower);
    let mut writing = Writing {
        wishes: Wishes::of(db, follower, &announcement.season_id)?,
        zone: storage::seasons::get(db, &announcement.season_id)?.zone,
        db,
        words: Words::of(language),
        language,
        now,
    };
    match announcement.content.read()? {
        Content::Happened { all } => writing.happened(&all),
        Content::Tomorrow { day } => {
            let visits = storage::visits::of_day(writing.db, day)?;
            let of_season = visits.into_iter().filter(|v| v.season_id == announcement.season_id);
            writing.tomorrow(of_season.collect())
        }
    }
}

struct Writing<'a> {
    db: &'a mut Db,
    wishes: Wishes,
    zone: Zone,
    words: Words,
    language: Language,
    now: Timestamp,
}

impl Writing<'_> {
    fn happened(&mut self, all: &[Happened]) -> Result<Option<News>, AppError> {
        let mut items = Vec::new();
        for one in all {
            let mut theirs = false;
            for stop in one.stops() {
                theirs = theirs || self.wishes.hold(self.db, stop)?;
            }
            if theirs {
                items.extend(self.item(one)?);
            }
        }
        let subject = match items.as_slice() {
            [] => return Ok(None),
            [one] => one.headline.clone(),
            more => self.words.follow().changes(more.len()),
        };
        Ok(Some(News { subject, items }))
    }

    /// One thing that happened; none if it is past, or no longer so: then another announcement tells how it is.
    fn item(&mut self, one: &Happened) -> Result<Option<Item>, AppError> {
        let visit = storage::visits::get(self.db, one.visit())?;
        let said = self.words.follow();
        let is = Slot::of(&visit);
        let reason = visit.reason.as_ref().map(|reason| said.reason(reason));
        let (headline, details) = match one {
            Happened::Changed { before, after, .. } => {
                if is != *after || (self.over(before)? && self.over(after)?) {
                    return Ok(None);
                }
                let (was, is) = (self.slot(before)?, self.slot(after)?);
                let elsewhere = (&before.stop, before.day, before.start, before.end)
                    != (&after.stop, after.day, after.start, after.end);
                let from = elsewhere.then(|| said.moved_from(&was));
                match (before.cancelled, after.cancelled) {
                    (_, true) => (said.cancelled(&was), reason.into_iter().collect()),
                    (true, false) => (said.restored(&is), from.into_iter().chain(reason).collect()),
                    (false, false) => (said.moved(&is), from.into_iter().chain(reason).collect()),
                }
            }
            Happened::Late { minutes, .. } => {
                if is.cancelled || visit.delay_minutes.unwrap_or(0) != *minutes || self.over(&is)? {
                    return Ok(None);
                }
                let words = self.slot(&is)?;
                let headline = match minutes {
                    0 => said.on_time(&words),
                    minutes => said.late(*minutes, &words),
                };
                let why = visit.delay_reason.as_ref().map(|reason| said.reason(reason));
                (headline, why.into_iter().collect())
            }
        };
        Ok(Some(self.told(&visit, headline, details)))
    }

    fn tomorrow(&mut self, mut visits: Vec<Visit>) -> Result<Option<News>, AppError> {
        visits.sort_by(|a, b| (a.public_start, &a.id).cmp(&(b.public_start, &b.id)));
        let mut items = Vec::new();
        for visit in &visits {
            let slot = Slot::of(visit);
            let will_be = visit.state == VisitState::Planned && !self.over(&slot)?;
            if !will_be || !self.wishes.hold(self.db, &visit.stop_id)? {
                continue;
            }
            let headline = self.slot(&slot)?;
            let note = visit.note.as_ref().map(|note| self.words.follow().note(note));
            items.push(self.told(visit, headline, note.into_iter().collect()));
        }
        let said = self.words.follow();
        let subject = match items.as_slice() {
            [] => return Ok(None),
            [one] => said.tomorrow_one(&one.headline),
            more => said.tomorrow_many(more.len()),
        };
        Ok(Some(News { subject, items }))
    }

    fn told(&self, visit: &Visit, headline: String, details: Vec<String>) -> Item {
        Item {
            visit: visit.id.clone(),
            headline,
            details,
            path: addresses::visit(self.language, &visit.id),
        }
    }

    fn over(&self, slot: &Slot) -> Result<bool, AppError> {
        let ends = self.zone.resolve(slot.day, slot.end);
        Ok(ends.map_err(|gap| anyhow::anyhow!(gap))? <= self.now)
    }

    /// "środa, 7 lipca, od 10:00 do 13:00, Plac zabaw".
    fn slot(&mut self, slot: &Slot) -> Result<String, AppError> {
        let stop = storage::stops::get(self.db, &slot.stop)?.name;
        let dates = self.words.dates();
        let window = CivilWindow::new(slot.start, slot.end).map_err(|e| anyhow::anyhow!(e))?;
        Ok(self
            .words
            .follow()
            .visit(&dates.medium(slot.day), &dates.window(window), &stop))
    }
}
