//! Which planned visit *is* which published one, so that calendar UIDs survive a new release.
//!
//! Pure: values in, values out. The rules, in order:
//! 1. what is past or under way (before the first day that may still change) stays as it was;
//! 2. a visit to the same stop on the same day is the same visit (if it was cancelled, it is on again);
//! 3. of what is left, the visits of each stop are paired in order of their days: those have moved;
//! 4. a published visit without a partner is cancelled, never deleted; a planned one without a partner is new.

use std::collections::BTreeMap;

use vocabulary::{Day, VisitState};

/// What matters of a published visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published<Id, Stop> {
    /// Its id, which is to survive.
    pub id: Id,
    /// Where.
    pub stop: Stop,
    /// When, as it stands now.
    pub day: Day,
    /// Whether it will be.
    pub state: VisitState,
}

/// What happens to visits when a plan is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarryOver<Id> {
    /// For each planned visit, by position: what it is.
    pub planned: Vec<Fate<Id>>,
    /// Published visits that will not be any more.
    pub cancelled: Vec<Id>,
}

/// What a planned visit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate<Id> {
    /// A published visit, perhaps at another time.
    Continues(Id),
    /// One that nobody has heard of yet.
    New,
    /// On a day that is over: nothing is written.
    Past,
}

/// Applies the rules. `planned` is (stop, day) by position; days before `first` are past.
pub fn carry_over<Id: Clone, Stop: Clone + Ord>(
    published: &[Published<Id, Stop>],
    planned: &[(Stop, Day)],
    first: Day,
) -> CarryOver<Id> {
    let mut fates: Vec<Option<Fate<Id>>> = planned
        .iter()
        .map(|(_, day)| (*day < first).then_some(Fate::Past))
        .collect();
    let mut taken = vec![false; published.len()];
    let future = |visit: &Published<Id, Stop>| visit.day >= first;

    for (fate, (stop, day)) in fates.iter_mut().zip(planned).filter(|(fate, _)| fate.is_none()) {
        let same = published
            .iter()
            .zip(&mut taken)
            .find(|(p, t)| !**t && p.stop == *stop && p.day == *day);
        if let Some((visit, taken)) = same {
            *taken = true;
            *fate = Some(Fate::Continues(visit.id.clone()));
        }
    }

    let mut leftover: BTreeMap<Stop, Vec<(Day, usize)>> = BTreeMap::new();
    for (index, visit) in published.iter().enumerate() {
        if !taken[index] && future(visit) && visit.state == VisitState::Planned {
            leftover.entry(visit.stop.clone()).or_default().push((visit.day, index));
        }
    }
    leftover
        .values_mut()
        .for_each(|visits| visits.sort_unstable_by(|a, b| b.cmp(a)));

    let mut unmatched: Vec<usize> = (0..planned.len()).filter(|i| fates[*i].is_none()).collect();
    unmatched.sort_by_key(|i| (planned[*i].1, *i));
    for position in unmatched {
        let earliest = leftover.get_mut(&planned[position].0).and_then(Vec::pop);
        fates[position] = Some(match earliest {
            Some((_, index)) => Fate::Continues(published[index].id.clone()),
            None => Fate::New,
        });
    }

    let mut cancelled: Vec<usize> = leftover.into_values().flatten().map(|(_, index)| index).collect();
    cancelled.sort_unstable();
    CarryOver {
        planned: fates.into_iter().map(|fate| fate.unwrap_or(Fate::New)).collect(),
        cancelled: cancelled.into_iter().map(|index| published[index].id.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i64) -> Day {
        Day::from_ymd(2027, 7, 1).unwrap().plus_days(n)
    }

    fn published(list: &[(u32, &'static str, i64)]) -> Vec<Published<u32, &'static str>> {
        list.iter()
            .map(|&(id, stop, d)| Published {
                id,
                stop,
                day: day(d),
                state: VisitState::Planned,
            })
            .collect()
    }

    fn check(
        was: &[(u32, &'static str, i64)],
        plan: &[(&'static str, i64)],
        today: i64,
        fates: &[Fate<u32>],
        cancelled: &[u32],
    ) {
        let planned: Vec<_> = plan.iter().map(|&(stop, d)| (stop, day(d))).collect();
        let result = carry_over(&published(was), &planned, day(today));
        assert_eq!(result.planned, fates);
        assert_eq!(result.cancelled, cancelled);
    }

    #[test]
    fn table() {
        use Fate::{Continues, New, Past};
        // The first release: all is new.
        check(&[], &[("a", 1), ("b", 2)], 0, &[New, New], &[]);
        // The same day is the same visit, also when an earlier one of the stop goes.
        check(&[(1, "a", 1), (2, "a", 8)], &[("a", 8)], 0, &[Continues(2)], &[1]);
        // Another day: moved, paired in order of the days.
        check(
            &[(1, "a", 1), (2, "a", 8)],
            &[("a", 9), ("a", 2)],
            0,
            &[Continues(2), Continues(1)],
            &[],
        );
        // One more than before is new; another stop is never the same visit.
        check(
            &[(1, "a", 1)],
            &[("a", 3), ("a", 5), ("b", 1)],
            0,
            &[Continues(1), New, New],
            &[],
        );
        // The past stays: neither cancelled, nor moved, nor added.
        check(&[(1, "a", 1), (2, "b", 1)], &[("a", 1), ("a", 9)], 5, &[Past, New], &[]);
    }

    #[test]
    fn a_cancelled_visit_comes_back_only_on_its_own_day() {
        let mut was = published(&[(1, "a", 4)]);
        was[0].state = VisitState::Cancelled;
        let again = carry_over(&was, &[("a", day(4))], day(0));
        assert_eq!(again.planned, [Fate::Continues(1)]);
        let elsewhere = carry_over(&was, &[("a", day(5))], day(0));
        assert_eq!((elsewhere.planned, elsewhere.cancelled), (vec![Fate::New], vec![]));
    }
}
