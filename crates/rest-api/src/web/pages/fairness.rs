//! How a plan shares the visits out, in words: by estate, and turns of cycles that are left out.

use route_planning::Plan;
use vocabulary::Day;
use wording::Words;

use super::{
    plans::stop_name,
    views::{EstateLine, SkippedLine},
};
use crate::app::{overview::PlanSheet, season_model::Loaded};

/// The estates, those that get least for their need first; then those where nobody asks.
pub(super) fn estates(plan: &Plan, loaded: &Loaded) -> Vec<EstateLine> {
    let asking = || plan.fairness.iter().filter(|estate| estate.need > 0);
    let visits: u64 = asking().map(|estate| u64::from(estate.visits)).sum();
    let need: u64 = asking().map(|estate| u64::from(estate.need)).sum();
    let mut lines: Vec<EstateLine> = plan
        .fairness
        .iter()
        .map(|fares| EstateLine {
            estate: loaded
                .season
                .estate(&fares.estate)
                .map_or_else(|| fares.estate.to_string(), |estate| estate.name.clone()),
            visits: fares.visits,
            share: share((fares.visits, fares.need), (visits, need)),
            longest_wait: fares.longest_wait_days,
        })
        .collect();
    lines.sort_by_key(|line| (line.share.is_none(), line.share));
    lines
}

/// Visits for need, in percent of what all get for theirs.
fn share((visits, need): (u32, u32), (all_visits, all_need): (u64, u64)) -> Option<u32> {
    let percent = (u64::from(visits) * all_need * 100).checked_div(u64::from(need) * all_visits)?;
    u32::try_from(percent).ok()
}

/// The turns that are left out, stop by stop, with why no bus runs where somebody said it.
pub(super) fn skipped(words: Words, plan: &Plan, sheet: &PlanSheet) -> Vec<SkippedLine> {
    let (said, dates) = (words.staff(), words.dates());
    let closed = |day: Day| {
        let days = sheet.parts.iter().flat_map(|parts| &parts.days);
        let season_day = days.into_iter().find(|season_day| season_day.day == day)?;
        season_day.closed_because.as_deref()
    };
    let in_words = |day: Day| match closed(day) {
        Some(why) => said.day_because(&dates.medium(day), why),
        None => dates.medium(day),
    };
    let turns = plan.skipped.chunk_by(|a, b| a.stop == b.stop);
    turns
        .filter_map(|turns| {
            let days: Vec<String> = turns.iter().map(|turn| in_words(turn.day)).collect();
            Some(SkippedLine {
                stop: stop_name(&sheet.loaded, &turns.first()?.stop),
                days: days.join(", "),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_measured_by_the_whole_town() {
        let town = (10, 100);
        for (estate, expected) in [
            ((5, 50), Some(100)),
            ((1, 50), Some(20)),
            ((4, 10), Some(400)),
            ((0, 10), Some(0)),
            ((3, 0), None),
        ] {
            assert_eq!(share(estate, town), expected, "{estate:?}");
        }
        assert_eq!(share((0, 10), (0, 10)), None, "no visits at all say nothing of a share");
    }
}
