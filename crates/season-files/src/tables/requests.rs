//! requests.csv

use vocabulary::Weekday;

use crate::cell::{Cell, Limit};
use crate::fault::FaultKind;
use crate::table::{Column, Row};
use crate::{Defaults, FixedVisit, Request, RequestRules};

use super::{WEIGHTS, blank, columns, flag, within};

pub(crate) const COLUMNS: &[Column] = columns! {
    [*"stop"] ["least"] ["wanted"] ["most"] ["gap_min_days"] ["gap_max_days"] ["weekdays_preferred"]
    ["weekdays_forbidden"] ["hours_preferred"] ["same_weekday"] ["public_minutes"] ["expected_children"] ["weight"]
    ["fixed"] ["example"] ["note"]
};

pub(crate) fn request(row: &mut Row<'_>, defaults: &Defaults) -> Option<Request> {
    let stop = row.required("stop");
    let weight = row.optional("weight");
    let rules = RequestRules {
        least: row.optional("least").unwrap_or(defaults.least),
        wanted: row.optional("wanted").unwrap_or(defaults.wanted),
        most: row.optional("most").unwrap_or(defaults.most),
        gap_min_days: row.optional("gap_min_days").unwrap_or(defaults.gap_min_days),
        gap_max_days: row.optional("gap_max_days").unwrap_or(Limit(defaults.gap_max_days)).0,
        weekdays_preferred: row.optional("weekdays_preferred").unwrap_or_default(),
        weekdays_forbidden: row.optional("weekdays_forbidden").unwrap_or_default(),
        hours_preferred: row.optional("hours_preferred"),
        same_weekday: row.optional("same_weekday").unwrap_or(false),
        public_minutes: row.optional("public_minutes").unwrap_or(defaults.public_minutes),
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
    if let Some(pair) = fixed.windows(2).find(|pair| pair[0].day == pair[1].day) {
        row.fault("fixed", FaultKind::FixedTwice { day: pair[0].day });
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
        ("same_weekday", flag(rules.same_weekday)),
        ("public_minutes", rules.public_minutes.write()),
        ("expected_children", blank(rules.expected_children.as_ref())),
        ("weight", blank(rules.weight.as_ref())),
        ("fixed", rules.fixed.write()),
        ("example", flag(rules.example)),
        ("note", rules.note.clone()),
    ]
}
