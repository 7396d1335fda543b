//! Against trying everything: every start on the grid of every slot, every way to rest.

use proptest::prelude::*;
use vocabulary::Minutes;

use super::*;
use crate::{BreakRule, common, problem::Problem};

/// A tour while it is tried.
#[derive(Clone, Copy)]
struct Tried {
    depart: u32,
    /// The bus may drive off.
    leave: u32,
    /// End of the last break, or the departure.
    since: u32,
    driving: u32,
    all_driving: u32,
    missed: u32,
    place: usize,
}

fn rests(shift: &Shift) -> (Vec<(bool, bool)>, u32, u32, u32) {
    match shift.breaks {
        None => (vec![(false, false)], 0, u32::MAX, u32::MAX),
        Some(Breaks { length, driving, work }) => {
            let all = [(false, false), (true, false), (false, true), (true, true)];
            (all.to_vec(), length, driving, work)
        }
    }
}

/// The cheapest points and, with them, the earliest return.
fn brute(problem: &Problem, bus_day: usize, jobs: &[Job]) -> Option<(i64, u32)> {
    let shift = problem.shifts[bus_day].as_ref()?;
    let mut best = None;
    visit(problem, bus_day, shift, jobs, None, 0, &mut best);
    best
}

fn visit(
    problem: &Problem,
    bus_day: usize,
    shift: &Shift,
    jobs: &[Job],
    so_far: Option<Tried>,
    travel: i64,
    best: &mut Option<(i64, u32)>,
) {
    let (options, length, most_driving, most_work) = rests(shift);
    let Some((job, rest)) = jobs.split_first() else {
        if let Some(end) = so_far {
            home(problem, shift, &end, travel, best);
        }
        return;
    };
    let task = problem.task(*job, bus_day);
    let at = so_far.map_or(shift.from, |t| t.place);
    let (way, fee) = (
        problem.roads.minutes(at, task.place),
        problem.roads.fee_of(shift, at, task.place),
    );
    for slot in task.slots {
        for start in (slot.first..=slot.last).step_by(task.step as usize) {
            let set_up = start as i64 - i64::from(task.set_up);
            let leave = start + task.public + task.teardown;
            for (after, before) in &options {
                let pauses = (u32::from(*after) + u32::from(*before)) * length;
                let begun = set_up - i64::from(way + pauses);
                let Some(from) = so_far else {
                    // The first visit: the bus leaves the depot in time, and not earlier.
                    let (since, driven) = if *before { (set_up, 0) } else { (begun, way) };
                    let late = *before && (way > most_driving || way > most_work);
                    if *after || begun < i64::from(shift.start) || late || driven > most_driving {
                        continue;
                    }
                    if i64::from(leave) - since > i64::from(most_work) {
                        continue;
                    }
                    let next = Tried {
                        depart: begun as u32,
                        leave,
                        since: since as u32,
                        driving: driven,
                        all_driving: way,
                        missed: u32::from(slot.misses_preference),
                        place: task.place,
                    };
                    visit(problem, bus_day, shift, rest, Some(next), travel + fee, best);
                    continue;
                };
                if begun < i64::from(from.leave) {
                    continue;
                }
                // All waiting goes into the break.
                let set_up = set_up as u32;
                let (mut since, mut driving) = (from.since, from.driving);
                let mut allowed = true;
                if *after {
                    allowed &= from.leave - since <= most_work;
                    let pause_before = if *before { length } else { 0 };
                    (since, driving) = (set_up - way - pause_before, 0);
                }
                driving += way;
                allowed &= driving <= most_driving;
                if *before {
                    let reached = if *after { set_up - length } else { from.leave + way };
                    allowed &= reached - since <= most_work;
                    (since, driving) = (set_up, 0);
                }
                if !allowed || leave - since > most_work {
                    continue;
                }
                let next = Tried {
                    leave,
                    since,
                    driving,
                    all_driving: from.all_driving + way,
                    missed: from.missed + u32::from(slot.misses_preference),
                    place: task.place,
                    ..from
                };
                visit(problem, bus_day, shift, rest, Some(next), travel + fee, best);
            }
        }
    }
}

fn home(problem: &Problem, shift: &Shift, end: &Tried, travel: i64, best: &mut Option<(i64, u32)>) {
    let (_, length, most_driving, most_work) = rests(shift);
    let way = problem.roads.minutes(end.place, shift.to);
    for pause in if shift.breaks.is_some() {
        vec![0, length]
    } else {
        vec![0]
    } {
        let back = end.leave + pause + way;
        let (since, driving) = if pause > 0 {
            (end.leave + pause, 0)
        } else {
            (end.since, end.driving)
        };
        let rested = driving + way <= most_driving && back - since <= most_work && end.leave - end.since <= most_work;
        let allowed = back <= shift.end && back - end.depart <= shift.max_duty;
        if !rested || !allowed || end.all_driving + way > shift.max_driving {
            continue;
        }
        let (duty, weights) = (i64::from(back - end.depart), &problem.weights);
        let points = travel
            + problem.roads.fee_of(shift, end.place, shift.to)
            + i64::from(weights.hours_not_preferred) * i64::from(end.missed)
            + i64::from(weights.spread) * duty * duty / 1000;
        if best.is_none_or(|b| (points, back) < b) {
            *best = Some((points, back));
        }
    }
}

/// Small enough to try everything: starts on the half hour, at most three visits.
fn coarse(choices: &[u32]) -> Option<Problem> {
    let mut parts = common::random(choices);
    parts.start_step = Minutes(30);
    // Duty as a limit, and as a price that outweighs a missed preference now and then.
    parts.weights.spread = choices.first()? % 12;
    parts.weights.hours_not_preferred = choices.get(1)? % 900;
    for (bus, dice) in parts.buses.iter_mut().zip(choices.iter().skip(2)) {
        if dice % 2 == 0 {
            bus.breaks = Some(BreakRule {
                length: Minutes(10 + dice / 2 % 40),
                after_driving: (dice / 80 % 2 == 0).then(|| Minutes(10 + dice / 160 % 50)),
                after_work: (dice / 80 % 3 != 0).then(|| Minutes(100 + dice / 320 % 240)),
            });
            bus.breaks = bus
                .breaks
                .filter(|rule| rule.after_driving.is_some() || rule.after_work.is_some());
        }
    }
    Problem::build(parts).ok()
}

/// The comparison is worth something only if many tours can be driven, some only with breaks and some not at all.
#[test]
fn the_tours_are_interesting() {
    let (mut driven, mut rested, mut refused) = (0, 0, 0);
    for number in 0..240u32 {
        let choices: Vec<u32> = (0..600u32)
            .map(|i| (number * 600 + i).wrapping_mul(2_654_435_761) >> 7)
            .collect();
        let Some(problem) = coarse(&choices) else { continue };
        for bus_day in (0..problem.shifts.len()).filter(|b| problem.shifts[*b].is_some()) {
            match Scheduler::default().schedule(&problem, bus_day, &[0, 1]) {
                Some(times) if times.breaks.is_empty() => driven += 1,
                Some(_) => rested += 1,
                None => refused += 1,
            }
        }
    }
    assert!(
        driven > 50 && rested > 20 && refused > 50,
        "{driven} {rested} {refused}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn as_good_as_trying_everything(choices in prop::collection::vec(any::<u32>(), 600), order in any::<u32>()) {
        let Some(problem) = coarse(&choices) else { return Ok(()) };
        let mut scheduler = Scheduler::default();
        for bus_day in 0..problem.shifts.len() {
            let (n, day) = (problem.stops.len() as u32, problem.day_of(bus_day));
            let mut jobs: Vec<Job> = (0..3).map(|i| (order >> (5 * i)) % n).collect();
            let fixed = (0..problem.fixed.len()).find(|f| problem.fixed[*f].day == day);
            jobs.extend(fixed.filter(|_| order % 3 == 0).map(|f| n + f as u32));
            jobs.dedup();
            jobs.truncate(3);
            let points = scheduler.points(&problem, bus_day, &jobs);
            let found = scheduler.schedule(&problem, bus_day, &jobs);
            prop_assert_eq!(points.is_some(), found.is_some());
            let ours = points.zip(found.as_ref()).map(|(points, times)| (points.sum(), times.back));
            prop_assert_eq!(ours, brute(&problem, bus_day, &jobs), "{} {:?}", bus_day, jobs);
            if let Some(times) = found {
                times_hold(&problem, bus_day, &jobs, &times)?;
            }
        }
    }
}

/// The times say what the points were for: the same duty, starts in their slots, breaks where nobody is served.
fn times_hold(problem: &Problem, bus_day: usize, jobs: &[Job], times: &Schedule) -> Result<(), TestCaseError> {
    let shift = problem.shifts[bus_day].unwrap();
    let (mut free, mut at) = (times.depart, shift.from);
    for (i, (job, start)) in jobs.iter().zip(&times.starts).enumerate() {
        let task = problem.task(*job, bus_day);
        let way = problem.roads.minutes(at, task.place);
        let mut arrival = free + way;
        for rest in times.breaks.iter().filter(|rest| rest.at == i && !rest.after) {
            prop_assert!(rest.start >= arrival && rest.end - rest.start >= shift.breaks.unwrap().length);
            arrival = rest.end;
        }
        prop_assert!(arrival + task.set_up <= *start);
        prop_assert!(
            task.slots
                .iter()
                .any(|slot| slot.first <= *start && *start <= slot.last)
        );
        free = start + task.public + task.teardown;
        for rest in times.breaks.iter().filter(|rest| rest.at == i && rest.after) {
            prop_assert!(rest.start == free && rest.end - rest.start >= shift.breaks.unwrap().length);
            free = rest.end;
        }
        at = task.place;
    }
    prop_assert_eq!(free + problem.roads.minutes(at, shift.to), times.back);
    prop_assert!(times.depart >= shift.start && times.back <= shift.end && times.back - times.depart <= shift.max_duty);
    Ok(())
}
