//! Tours: the way between visits, hours and duty of the bus, and the plan's totals.

use std::collections::{BTreeMap, BTreeSet};

use vocabulary::{Day, Metres, Minutes, Slug};

use super::{Court, Violation};
use crate::{Figures, Plan, PlannedVisit, Tour};

pub(super) fn judge(court: &mut Court<'_>, plan: &Plan) {
    let mut of_bus: BTreeMap<(&Slug, Day), Vec<&PlannedVisit>> = BTreeMap::new();
    for visit in &plan.visits {
        of_bus.entry((&visit.bus, visit.day)).or_default().push(visit);
    }
    let mut seen = BTreeSet::new();
    for tour in &plan.tours {
        let once = seen.insert((&tour.bus, tour.day));
        let visits = of_bus.get(&(&tour.bus, tour.day)).map_or(&[][..], Vec::as_slice);
        court.hold(once && !visits.is_empty(), || Violation::TourMismatch {
            bus: tour.bus.clone(),
            day: tour.day,
        });
        judge_tour(court, tour, visits);
    }
    for (bus, day) in of_bus.keys().filter(|key| !seen.contains(*key)) {
        court.found.push(Violation::TourMismatch {
            bus: (*bus).clone(),
            day: *day,
        });
    }
    judge_figures(court, plan);
}

fn judge_tour(court: &mut Court<'_>, tour: &Tour, visits: &[&PlannedVisit]) {
    let (name, day) = (|| tour.bus.clone(), tour.day);
    let Some(bus) = court.parts.buses.iter().find(|b| b.slug == tour.bus) else {
        return;
    };
    if let Some(hours) = court.hours(&tour.bus, day) {
        let (depart, back) = (tour.depart, tour.back);
        let kept = hours.start() <= depart && depart <= back && back <= hours.end();
        court.hold(kept, || Violation::BusHours {
            bus: name(),
            day,
            depart,
            back,
        });
    }
    let duty = Minutes(tour.back.get().saturating_sub(tour.depart.get()));
    if let Some(most) = bus.max_duty {
        court.hold(duty <= most, || Violation::Duty {
            bus: name(),
            day,
            duty,
            most,
        });
    }
    let load = visits.iter().filter_map(|visit| court.requests.get(&visit.stop));
    let load = load.fold(0, |sum: u32, request| sum.saturating_add(request.load));
    if let Some(most) = bus.capacity {
        court.hold(load <= most, || Violation::Overloaded {
            bus: name(),
            day,
            load,
            most,
        });
    }
    let way: Metres = tour.legs.iter().map(|leg| leg.metres).sum();
    if let Some(most) = bus.range {
        court.hold(way <= most, || Violation::BeyondRange {
            bus: name(),
            day,
            way,
            most,
        });
    }
    if let Some(most) = bus.max_driving {
        // By the matrix, not by the plan's own legs, which are judged apart.
        let (depart_from, return_to) = bus.depots_on(day);
        let places: Vec<&Slug> = [depart_from]
            .into_iter()
            .chain(visits.iter().map(|visit| &visit.stop))
            .chain([return_to])
            .collect();
        let minutes = |pair: &[&Slug]| court.travel(pair[0], pair[1]).map_or(0, |(minutes, _)| minutes);
        let driving = Minutes(places.windows(2).map(minutes).sum());
        court.hold(driving <= most, || Violation::Driving {
            bus: name(),
            day,
            driving,
            most,
        });
    }
    let numbered = visits
        .iter()
        .enumerate()
        .all(|(i, visit)| visit.order as usize == i + 1);
    let in_time = visits.windows(2).all(|pair| pair[0].departure <= pair[1].arrival);
    court.hold(numbered && in_time, || Violation::OrderBroken { bus: name(), day });
    if tour.legs.len() != visits.len() + 1 {
        court.found.push(Violation::TourMismatch { bus: name(), day });
        return;
    }
    let (depart_from, return_to) = bus.depots_on(day);
    judge_legs(court, tour, visits, depart_from, return_to);
    super::breaks::judge(court, tour, visits, bus);
}

fn judge_legs(court: &mut Court<'_>, tour: &Tour, visits: &[&PlannedVisit], depart_from: &Slug, return_to: &Slug) {
    let ends = visits.iter().map(|visit| &visit.stop).chain([return_to]);
    let starts = [depart_from].into_iter().chain(visits.iter().map(|visit| &visit.stop));
    let left = [tour.depart]
        .into_iter()
        .chain(visits.iter().map(|visit| visit.departure));
    let reached = visits.iter().map(|visit| visit.arrival).chain([tour.back]);
    for ((leg, (from, to)), (left, reached)) in tour.legs.iter().zip(starts.zip(ends)).zip(left.zip(reached)) {
        let (bus, day, end) = (tour.bus.clone(), tour.day, to.clone());
        let as_said =
            leg.from == *from && leg.to == *to && court.travel(from, to) == Some((leg.minutes.get(), leg.metres.get()));
        court.hold(as_said, || Violation::LegWrong {
            bus: bus.clone(),
            day,
            to: end.clone(),
        });
        let needed = court.travel(from, to).map_or(0, |(minutes, _)| minutes);
        let time = reached.get().saturating_sub(left.get());
        court.hold(left <= reached && time >= needed, || Violation::LegTooShort {
            bus,
            day,
            to: end,
        });
    }
}

fn judge_figures(court: &mut Court<'_>, plan: &Plan) {
    let legs = || plan.tours.iter().flat_map(|tour| &tour.legs);
    let duty = |tour: &Tour| Minutes(tour.back.get().saturating_sub(tour.depart.get()));
    let public = |visit: &PlannedVisit| Minutes(visit.public_end.get().saturating_sub(visit.public_start.get()));
    let stops: BTreeSet<&Slug> = plan.visits.iter().map(|visit| &visit.stop).collect();
    let expected = Figures {
        visits: plan.visits.len() as u32,
        stops_visited: stops.len() as u32,
        tours: plan.tours.len() as u32,
        public: plan.visits.iter().map(public).sum(),
        travel: legs().map(|leg| leg.minutes).sum(),
        distance: legs().map(|leg| leg.metres).sum::<Metres>(),
        duty: plan.tours.iter().map(duty).sum(),
        longest_duty: plan.tours.iter().map(duty).max().unwrap_or_default(),
        // What is asked for may have changed since; `requests` judges what is missing.
        ..plan.figures
    };
    court.hold(plan.figures == expected, || Violation::FiguresWrong);
}
