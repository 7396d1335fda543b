//! How a plan differs from another, as people read it.

use std::fmt::Write as _;

use route_planning::{CostGroup, Figures, MovedVisit, PlanDifference, SideBySide, VisitPlace};

use super::{names::Names, report::group_name};
use crate::cli::print::{self, DIM, GOOD, HEAD, styled};

/// What changed, then the figures side by side.
pub(crate) fn difference(names: &Names<'_>, found: &PlanDifference) -> String {
    if found.is_empty() {
        return styled(GOOD, "No visit changes.");
    }
    let counts = &found.counts;
    let mut text = styled(
        HEAD,
        format!(
            "{} moved, {} new, {} dropped, {} as they were",
            counts.moved, counts.added, counts.removed, counts.kept
        ),
    );
    for moved in &found.moved {
        let _ = write!(text, "\n  moved:   {}", moved_visit(names, moved));
    }
    for (word, list) in [("new:    ", &found.added), ("dropped:", &found.removed)] {
        for place in list {
            let _ = write!(text, "\n  {word} {}, {}", names.stop(&place.stop), when(place));
        }
    }
    let _ = write!(text, "\n\n{}", side_by_side(found));
    text
}

fn when(place: &VisitPlace) -> String {
    format!("{}, {}-{}", print::day(place.day), place.public_start, place.public_end)
}

fn moved_visit(names: &Names<'_>, moved: &MovedVisit) -> String {
    let (from, to) = (&moved.from, &moved.to);
    let mut text = format!("{}, {}", names.stop(&from.stop), when(from));
    if moved.other_day() {
        let _ = write!(text, " -> {}", when(to));
    } else if moved.other_hours() {
        let _ = write!(text, " -> {}-{}", to.public_start, to.public_end);
    }
    if moved.other_bus() {
        let _ = write!(text, ", {} instead of {}", names.bus(&to.bus), names.bus(&from.bus));
    }
    text
}

fn side_by_side(found: &PlanDifference) -> String {
    let mut table = print::list(["", "before", "after"]);
    let SideBySide { from, to } = found.figures;
    let mut row = |what: &str, of: &dyn Fn(&Figures) -> String| {
        table.add_row([what.to_owned(), of(&from), of(&to)]);
    };
    row("visits", &|f| f.visits.to_string());
    row("wanted visits missing", &|f| f.missing.to_string());
    row("tours", &|f| f.tours.to_string());
    row("on the road", &|f| print::duration(f.travel));
    row("km", &|f| {
        format!("{}.{}", f.distance.get() / 1000, f.distance.get() % 1000 / 100)
    });
    let costs = found.cost.from.groups().into_iter().zip(found.cost.to.groups());
    for ((group, before), (_, after)) in costs.filter(|((_, before), (_, after))| (before, after) != (&0, &0)) {
        table.add_row([cost_name(group), before.to_string(), after.to_string()]);
    }
    table.trim_fmt()
}

fn cost_name(group: CostGroup) -> String {
    styled(DIM, format!("points: {}", group_name(group)))
}
