//! A plan as people read it.

use std::{collections::BTreeSet, fmt::Write as _};

use route_planning::{CostGroup, LeftOut, Plan, PlannedVisit, ProblemParts, VisitReason};
use season_files::Season;
use vocabulary::Slug;

use super::{names::Names, reasons};
use crate::cli::print::{self, DIM, HEAD, NOTE, styled};

/// Days, figures, estates, what is unmet.
pub(super) fn report(season: &Season, parts: &ProblemParts, plan: &Plan) -> String {
    let names = Names::of(season);
    let parts = [
        head(season, plan),
        days(&names, parts, plan),
        figures(plan),
        estates(&names, plan),
        reasons::all(&names, &plan.unmet),
        skipped(&names, parts, plan),
    ];
    let told = parts.iter().filter(|part| !part.is_empty()).map(String::as_str);
    told.collect::<Vec<_>>().join("\n\n")
}

fn head(season: &Season, plan: &Plan) -> String {
    let settings = &season.settings;
    let mut text = styled(HEAD, format!("{} · {}", settings.town, settings.name));
    let travel = if plan.estimated_travel {
        ", travel times are estimates"
    } else {
        ""
    };
    let line = format!("seed {}, {} iterations{travel}", plan.seed, plan.iterations);
    let _ = write!(text, "\n{}", styled(DIM, line));
    if settings.example {
        let _ = write!(text, "\n{}", styled(NOTE, "An example plan: no announced timetable."));
    }
    text
}

fn days(names: &Names<'_>, parts: &ProblemParts, plan: &Plan) -> String {
    let stop_line = |visit: &PlannedVisit| {
        let mark = match &visit.reason {
            VisitReason::Asked => String::new(),
            VisitReason::Event { event } => format!(" · {}", names.event(event)),
            VisitReason::Pin => " · fixed".to_owned(),
        };
        format!(
            "{}-{} {}{mark}",
            visit.public_start,
            visit.public_end,
            names.stop(&visit.stop)
        )
    };
    let several_buses = parts.buses.len() > 1;
    let mut table = print::table(["day", "bus out", "stops, with public hours"]);
    for (tour, visits) in plan.days() {
        let mut lines: Vec<_> = visits.iter().map(|v| (v.public_start, stop_line(v))).collect();
        lines.extend(tour.breaks.iter().map(|rest| {
            let place = names.stop(&rest.place);
            (rest.start, format!("{}-{} break at {place}", rest.start, rest.end))
        }));
        lines.sort_by_key(|(from, _)| *from);
        let lines: Vec<_> = lines.into_iter().map(|(_, line)| line).collect();
        let mut out = format!("{}-{}", tour.depart, tour.back);
        if several_buses {
            let _ = write!(out, "\n{}", names.bus(&tour.bus));
        }
        table.add_row([print::day(tour.day), out, lines.join("\n")]);
    }
    table.trim_fmt()
}

fn figures(plan: &Plan) -> String {
    let figures = &plan.figures;
    let mut text = styled(HEAD, "Figures");
    let lines = [
        format!(
            "{} at {} on {}",
            print::count(figures.visits as usize, "visit", "visits"),
            print::count(figures.stops_visited as usize, "stop", "stops"),
            print::count(figures.tours as usize, "tour", "tours")
        ),
        format!(
            "{} of {} wanted visits are in the plan",
            figures.wanted - figures.missing,
            figures.wanted
        ),
        format!("open to children for {}", print::duration(figures.public)),
        format!(
            "{}.{} km and {} on the road",
            figures.distance.get() / 1000,
            figures.distance.get() % 1000 / 100,
            print::duration(figures.travel)
        ),
        format!(
            "on duty for {}, at most {} a day",
            print::duration(figures.duty),
            print::duration(figures.longest_duty)
        ),
    ];
    for line in lines {
        let _ = write!(text, "\n  {line}");
    }
    let costs: Vec<_> = plan
        .cost
        .groups()
        .map(|(group, cost)| format!("{} {cost}", group_name(group)))
        .into();
    let _ = write!(
        text,
        "\n  {}",
        styled(DIM, format!("cost, gravest first: {}", costs.join(", ")))
    );
    text
}

pub(crate) fn group_name(group: CostGroup) -> &'static str {
    match group {
        CostGroup::HardRules => "broken rules",
        CostGroup::UnservedLeast => "least visits missing",
        CostGroup::AnnouncedMoved => "announced visits moved",
        CostGroup::UnservedWanted => "wanted visits missing",
        CostGroup::Fairness => "fairness",
        CostGroup::Preferences => "preferences",
        CostGroup::Travel => "travel",
        CostGroup::Spread => "spread of work",
    }
}

fn estates(names: &Names<'_>, plan: &Plan) -> String {
    let mut table = print::list(["estate", "visits", "visits per 1000 need", "longest wait in days"]);
    let planned: BTreeSet<&Slug> = plan.fairness.iter().map(|f| &f.estate).collect();
    for fairness in &plan.fairness {
        table.add_row([
            names.estate(&fairness.estate),
            fairness.visits.to_string(),
            fairness
                .visits_per_1000_need
                .map_or_else(String::new, |visits| visits.to_string()),
            fairness.longest_wait_days.to_string(),
        ]);
    }
    let others: Vec<_> = names
        .season
        .estates
        .iter()
        .filter(|e| !planned.contains(&e.slug))
        .collect();
    for estate in others {
        table.add_row([
            estate.name.clone(),
            "0".to_owned(),
            String::new(),
            "asks for nothing".to_owned(),
        ]);
    }
    table.trim_fmt()
}
/// Turns of cycles on which the bus does not come, each with what that day is.
fn skipped(names: &Names<'_>, parts: &ProblemParts, plan: &Plan) -> String {
    if plan.skipped.is_empty() {
        return String::new();
    }
    let mut text = styled(NOTE, "Turns of cycles that are left out");
    for skipped in &plan.skipped {
        let day = parts.days.iter().find(|d| d.day == skipped.day);
        let closed = || day.and_then(|d| d.closed_because.as_deref());
        let because = match skipped.because {
            LeftOut::Closed => closed(),
            LeftOut::Enough => Some("there are visits enough"),
            LeftOut::NoRoom => Some("no tour has room"),
        };
        let because = because.map_or_else(String::new, |because| format!(" ({because})"));
        let _ = write!(
            text,
            "\n  {}: {}{because}",
            styled(HEAD, names.stop(&skipped.stop)),
            print::day(skipped.day)
        );
    }
    text
}
