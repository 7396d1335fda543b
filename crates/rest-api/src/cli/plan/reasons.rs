//! Why something could not be met, and what would help, in English.

use std::fmt::Write as _;

use route_planning::{Breakdown, Reason, Relaxation, RuleFamily, Unmet};
use vocabulary::Day;

use super::{names::Names, report::group_name};
use crate::cli::print::{self, GOOD, HEAD, NOTE, styled};

/// Every request that is not met in full, with its reasons.
pub(crate) fn all(names: &Names<'_>, unmet: &[Unmet]) -> String {
    if unmet.is_empty() {
        return styled(GOOD, "Every request is met in full.");
    }
    let number = print::count(unmet.len(), "request is", "requests are");
    let mut text = styled(NOTE, format!("{number} not met in full"));
    for one in unmet {
        let _ = write!(text, "\n{}", one_unmet(names, one));
    }
    text
}

fn one_unmet(names: &Names<'_>, unmet: &Unmet) -> String {
    let short = if unmet.got < unmet.least {
        format!(", and at least {} are needed", unmet.least)
    } else {
        String::new()
    };
    let mut text = format!(
        "  {}: {} of {} wanted{short}",
        styled(HEAD, names.stop(&unmet.stop)),
        unmet.got,
        print::count(unmet.wanted as usize, "visit", "visits")
    );
    for one in &unmet.reasons {
        let _ = write!(text, "\n    - {}", reason(one));
    }
    text
}

/// What something costs more than now, gravest first; less than nothing is a gain.
pub(crate) fn price(cost: &Breakdown) -> String {
    let parts = cost.groups().into_iter().filter(|(_, points)| *points != 0);
    let parts: Vec<String> = parts
        .map(|(group, points)| format!("{} {points:+}", group_name(group)))
        .collect();
    if parts.is_empty() {
        "as good as now".to_owned()
    } else {
        parts.join(", ")
    }
}

/// One sentence for a reason.
fn reason(reason: &Reason) -> String {
    match reason {
        Reason::OneRule { family, relaxation, .. } => format!("{}: {}", rule(*family), enough(relaxation)),
        Reason::SeveralRules { families } => {
            let rules: Vec<_> = families.iter().map(|family| rule(*family)).collect();
            format!(
                "several rules together, none of which can be left out: {}",
                rules.join(", ")
            )
        }
        Reason::OutOfReach => "out of reach: the way there and back with the visit is longer than a day".to_owned(),
    }
}

fn rule(family: RuleFamily) -> &'static str {
    match family {
        RuleFamily::LeastGap => "least days between visits",
        RuleFamily::MostGap => "most days between visits",
        RuleFamily::Block => "days of a block",
        RuleFamily::Cycle => "the cycle of weeks",
        RuleFamily::SameWeekday => "always the same weekday",
        RuleFamily::SameStart => "always the same start",
        RuleFamily::Apart => "stops kept apart",
        RuleFamily::Weekdays => "forbidden weekdays",
        RuleFamily::SiteHours => "hours of the place",
        RuleFamily::Permission => "end of the permission",
        RuleFamily::Event => "an event that keeps the bus away",
        RuleFamily::ClosedDay => "days without the bus",
        RuleFamily::BusHours => "hours of the bus",
        RuleFamily::Duty => "longest duty of the crew",
        RuleFamily::Driving => "longest time on the road in a day",
        RuleFamily::Capacity => "what a bus carries",
        RuleFamily::Range => "how far a bus drives on one tour",
        RuleFamily::Breaks => "breaks of the crew",
        RuleFamily::ForbiddenHours => "forbidden hours",
        RuleFamily::Capability => "what the place needs of a bus",
        RuleFamily::VisitLength => "length of a visit",
        RuleFamily::SeasonFull => "all buses are busy elsewhere",
    }
}

/// What would have been enough for one more visit.
fn enough(relaxation: &Relaxation) -> String {
    match relaxation {
        Relaxation::LeastGap { asked, enough } => format!("{enough} instead of {asked} days would do"),
        Relaxation::MostGap {
            asked: Some(asked),
            enough: Some(enough),
        } => format!("{enough} instead of {asked} days would do"),
        Relaxation::MostGap {
            asked: None,
            enough: Some(enough),
        } => format!("{enough} days would do"),
        Relaxation::MostGap { enough: None, .. } => {
            "without a limit, also for the first and the last visit, it would do".to_owned()
        }
        Relaxation::BlockDays { asked, enough: 1 } => format!("single days instead of {asked} in a row would do"),
        Relaxation::BlockDays { asked, enough } => format!("{enough} instead of {asked} days in a row would do"),
        Relaxation::OffCycle { weeks } => format!("off the cycle of {weeks} weeks it would do"),
        Relaxation::AnyStart => "at several times of day it would do".to_owned(),
        Relaxation::AnyWeekday => "on several weekdays it would do".to_owned(),
        Relaxation::Together { stops } => {
            let names: Vec<_> = stops.iter().map(|stop| stop.as_str()).collect();
            format!("together with {} it would do", names.join(", "))
        }
        Relaxation::Weekdays { allow } => {
            let days: Vec<_> = allow.iter().map(|weekday| weekday.as_str()).collect();
            format!("allowing {} would do", days.join(", "))
        }
        Relaxation::SiteHours { longer_by } => format!("{longer_by} earlier and later would do"),
        Relaxation::SiteOpen { days: when } => format!("open all day on {} would do", days(when)),
        Relaxation::Permission { until } => format!("a permission until {} would do", print::day(*until)),
        Relaxation::Events { events } => {
            let names: Vec<_> = events.iter().map(|event| event.as_str()).collect();
            format!("without {} it would do", names.join(", "))
        }
        Relaxation::OpenDays { days: when } => format!("running on {} would do", days(when)),
        Relaxation::BusHours { longer_by } => format!("{longer_by} earlier and later would do"),
        Relaxation::Duty { longer_by } => format!("{longer_by} more would do"),
        Relaxation::Driving { longer_by } => format!("{longer_by} more would do"),
        Relaxation::Capacity { more_by } => format!("room for {more_by} more would do"),
        Relaxation::Range { farther_by } => format!("{farther_by} more would do"),
        Relaxation::Breaks { shorter_by } => format!("breaks {shorter_by} shorter would do"),
        Relaxation::AllHours => "without them it would do".to_owned(),
        Relaxation::Capability { without } => {
            let needs: Vec<_> = without.iter().map(|need| need.as_str()).collect();
            format!(
                "a bus with {} is busy or missing; without that need it would do",
                needs.join(" and ")
            )
        }
        Relaxation::VisitLength { asked, enough } => format!("{enough} instead of {asked} would do"),
        Relaxation::AnotherBus { days: when } => format!("another bus on {} would do", days(when)),
    }
}

fn days(days: &[Day]) -> String {
    let words: Vec<_> = days.iter().map(|day| print::day(*day)).collect();
    words.join(" and ")
}
