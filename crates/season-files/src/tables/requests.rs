//! requests.csv

use std::ops::RangeInclusive;

use vocabulary::{Day, Weekday};

use crate::cell::{Cell, Limit};
use crate::fault::FaultKind;
use crate::table::{Column, Row};
use crate::{Defaults, FixedVisit, MOST_LOAD, Request, RequestRules};

use super::{WEIGHTS, blank, columns, flag, within};

pub(crate) const COLUMNS: &[Column] = columns! {
    [*"stop"] ["least"] ["wanted"] ["most"] ["gap_min_days"] ["gap_max_days"] ["weekdays_preferred"]
    ["weekdays_forbidden"] ["hours_preferred"] ["hours_forbidden"] ["same_weekday"] ["public_minutes"] ["setup_minutes"] ["teardown_minutes"] ["load"]
    ["expected_children"] ["weight"]
    ["fixed"] ["same_start"] ["block_days"] ["block_within_week"] ["every_weeks"] ["first_by"] ["last_from"] ["gap_max_to_end"]
    ["previous_visit"] ["not_same_day"] ["not_same_week"] ["example"] ["note"]
};

/// A request. `days` are the first and last of the season, if they are sound: a cycle has as many visits as it has turns in it.
pub(crate) fn request(row: &mut Row<'_>, defaults: &Defaults, days: Option<(Day, Day)>) -> Option<Request> {
    let stop = row.required("stop");
    let weight = row.optional("weight");
    let every_weeks = row.optional("every_weeks");
    let counts = match (every_weeks, days) {
        (Some(weeks), Some((first, last))) if CYCLE_WEEKS.contains(&weeks) => turns(first, last, weeks, defaults),
        _ => (defaults.least, defaults.wanted, defaults.most),
    };
    let rules = RequestRules {
        least: row.optional("least").unwrap_or(counts.0),
        wanted: row.optional("wanted").unwrap_or(counts.1),
        most: row.optional("most").unwrap_or(counts.2),
        gap_min_days: row.optional("gap_min_days").unwrap_or(defaults.gap_min_days),
        gap_max_days: row.optional("gap_max_days").unwrap_or(Limit(defaults.gap_max_days)).0,
        weekdays_preferred: row.optional("weekdays_preferred").unwrap_or_default(),
        weekdays_forbidden: row.optional("weekdays_forbidden").unwrap_or_default(),
        hours_preferred: row.optional("hours_preferred"),
        same_weekday: row.optional("same_weekday").unwrap_or_default(),
        same_start: row.optional("same_start").unwrap_or_default(),
        block_days: row.optional("block_days"),
        block_within_week: row.optional("block_within_week").unwrap_or(false),
        every_weeks,
        first_by: row.optional("first_by"),
        last_from: row.optional("last_from"),
        gap_max_to_end: row.optional("gap_max_to_end").unwrap_or(false),
        previous_visit: row.optional("previous_visit"),
        not_same_day: row.optional("not_same_day").unwrap_or_default(),
        not_same_week: row.optional("not_same_week").unwrap_or_default(),
        hours_forbidden: row.optional("hours_forbidden").unwrap_or_default(),
        setup_minutes: row.optional("setup_minutes"),
        teardown_minutes: row.optional("teardown_minutes"),
        public_minutes: row.optional("public_minutes").unwrap_or(defaults.public_minutes),
        load: row.optional("load").unwrap_or(0),
        expected_children: row.optional("expected_children"),
        weight: within(row, "weight", weight, WEIGHTS.0, WEIGHTS.1),
        fixed: row.optional("fixed").unwrap_or_default(),
        example: row.optional("example").unwrap_or(false),
        note: row.text("note"),
    };
    check(row, &rules);
    Some(Request {
        stop: stop?,
        rules: RequestRules {
            fixed: sorted(rules.fixed.clone()),
            ..rules
        },
    })
}

/// Days of a block, weeks of a cycle.
const BLOCK_DAYS: RangeInclusive<u32> = 2..=31;
const CYCLE_WEEKS: RangeInclusive<u32> = 1..=52;

/// Least, wanted and most visits of a cycle: as many as its turns, of which some phases have one more than others.
fn turns(first: Day, last: Day, weeks: u32, defaults: &Defaults) -> (u32, u32, u32) {
    let days = u32::try_from(first.days_until(last) + 1).unwrap_or(0);
    let wanted = (days / (7 * weeks)).max(1);
    (defaults.least.min(wanted), wanted, days.div_ceil(7 * weeks).max(1))
}

fn sorted(mut fixed: Vec<FixedVisit>) -> Vec<FixedVisit> {
    fixed.sort();
    fixed
}

/// The rules of one request among themselves.
fn check(row: &mut Row<'_>, rules: &RequestRules) {
    let &RequestRules {
        least,
        wanted,
        most,
        gap_min_days,
        ..
    } = rules;
    if least > wanted || wanted > most || most == 0 {
        row.fault("wanted", FaultKind::VisitsCrossed { least, wanted, most });
    }
    if let Some(gap_max) = rules.gap_max_days
        && (gap_min_days > gap_max || gap_max == 0)
    {
        row.fault(
            "gap_max_days",
            FaultKind::GapsCrossed {
                least: gap_min_days,
                most: gap_max,
            },
        );
    }
    let clash = Weekday::ALL
        .into_iter()
        .find(|day| rules.weekdays_preferred.contains(*day) && rules.weekdays_forbidden.contains(*day));
    if let Some(day) = clash {
        row.fault("weekdays_preferred", FaultKind::WeekdaysClash { day });
    }
    let needed = rules.public_minutes;
    if !(15..=1440).contains(&needed.get()) {
        let kind = FaultKind::OutOfRange {
            found: needed.to_string(),
            least: "15".into(),
            most: "1440".into(),
        };
        row.fault("public_minutes", kind);
    }
    for (column, value) in [
        ("setup_minutes", rules.setup_minutes),
        ("teardown_minutes", rules.teardown_minutes),
    ] {
        if let Some(found) = value.filter(|minutes| minutes.get() > 480) {
            let kind = FaultKind::OutOfRange {
                found: found.to_string(),
                least: "0".into(),
                most: "480".into(),
            };
            row.fault(column, kind);
        }
    }
    if rules.load > MOST_LOAD {
        let kind = FaultKind::OutOfRange {
            found: rules.load.to_string(),
            least: "0".into(),
            most: MOST_LOAD.to_string(),
        };
        row.fault("load", kind);
    }
    if let Some(preferred) = rules.hours_preferred
        && let Some(never) = rules.hours_forbidden.iter().find(|never| never.contains(preferred))
    {
        row.fault(
            "hours_preferred",
            FaultKind::HoursClash {
                preferred,
                never: *never,
            },
        );
    }
    if let Some(window) = rules.hours_preferred
        && window.length() < needed
    {
        row.fault("hours_preferred", FaultKind::WindowTooShort { window, needed });
    }
    let fixed = sorted(rules.fixed.clone());
    if fixed.len() > most as usize {
        row.fault(
            "fixed",
            FaultKind::TooManyFixed {
                fixed: fixed.len(),
                most,
            },
        );
    }
    days_together(row, rules);
    if let Some(pair) = fixed.windows(2).find(|pair| pair[0].day == pair[1].day) {
        row.fault("fixed", FaultKind::FixedTwice { day: pair[0].day });
    }
}

/// Rules about which days go together.
fn days_together(row: &mut Row<'_>, rules: &RequestRules) {
    let ranges = [
        ("block_days", rules.block_days, BLOCK_DAYS),
        ("every_weeks", rules.every_weeks, CYCLE_WEEKS),
    ];
    for (column, number, range) in ranges {
        if let Some(number) = number.filter(|number| !range.contains(number)) {
            let kind = FaultKind::OutOfRange {
                found: number.to_string(),
                least: range.start().to_string(),
                most: range.end().to_string(),
            };
            row.fault(column, kind);
        }
    }
    let needs = [
        (
            "block_within_week",
            rules.block_within_week,
            "block_days",
            rules.block_days.is_some(),
        ),
        (
            "gap_max_to_end",
            rules.gap_max_to_end,
            "gap_max_days",
            rules.gap_max_days.is_some(),
        ),
    ];
    for (column, _, needed, _) in needs.into_iter().filter(|(_, said, _, given)| *said && !given) {
        row.fault(column, FaultKind::Needs { needed });
    }
    let by_itself = [
        ("block_days", rules.block_days.is_some()),
        ("first_by", rules.first_by.is_some()),
        ("last_from", rules.last_from.is_some()),
        ("gap_max_to_end", rules.gap_max_to_end),
    ];
    for (column, _) in by_itself
        .into_iter()
        .filter(|(_, said)| *said && rules.every_weeks.is_some())
    {
        row.fault(column, FaultKind::NotInCycle);
    }
}

pub(crate) fn cells(request: &Request) -> Vec<(&'static str, String)> {
    let rules = &request.rules;
    vec![
        ("stop", request.stop.write()),
        ("least", rules.least.write()),
        ("wanted", rules.wanted.write()),
        ("most", rules.most.write()),
        ("gap_min_days", rules.gap_min_days.write()),
        ("gap_max_days", Limit(rules.gap_max_days).write()),
        ("weekdays_preferred", rules.weekdays_preferred.write()),
        ("weekdays_forbidden", rules.weekdays_forbidden.write()),
        ("hours_preferred", blank(rules.hours_preferred.as_ref())),
        ("hours_forbidden", rules.hours_forbidden.write()),
        ("same_weekday", rules.same_weekday.write()),
        ("public_minutes", rules.public_minutes.write()),
        ("setup_minutes", blank(rules.setup_minutes.as_ref())),
        ("teardown_minutes", blank(rules.teardown_minutes.as_ref())),
        ("load", blank(Some(&rules.load).filter(|load| **load > 0))),
        ("expected_children", blank(rules.expected_children.as_ref())),
        ("weight", blank(rules.weight.as_ref())),
        ("fixed", rules.fixed.write()),
        ("same_start", rules.same_start.write()),
        ("block_days", blank(rules.block_days.as_ref())),
        ("block_within_week", flag(rules.block_within_week)),
        ("every_weeks", blank(rules.every_weeks.as_ref())),
        ("first_by", blank(rules.first_by.as_ref())),
        ("last_from", blank(rules.last_from.as_ref())),
        ("gap_max_to_end", flag(rules.gap_max_to_end)),
        ("previous_visit", blank(rules.previous_visit.as_ref())),
        ("not_same_day", rules.not_same_day.write()),
        ("not_same_week", rules.not_same_week.write()),
        ("example", flag(rules.example)),
        ("note", rules.note.clone()),
    ]
}
