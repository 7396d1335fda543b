//! How long answers about a plan take: `cargo run --release -p route-planning --example answers [-- STOPS BUSES]`.
//!
//! Plans a made-up town, then asks for the alternatives of every visit, plans again with every visit cancelled in turn, with every
//! day closed in turn, and looks for conflicts. Prints a JSON line for each. Every plan is judged.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A measurement that goes wrong should stop.

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::{Duration, Instant};

use route_planning::*;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut number = |otherwise: usize| {
        arguments
            .next()
            .map_or(otherwise, |text| text.parse().expect("a number"))
    };
    let (stops, buses) = (number(48), number(1));
    let mut parts = common::town(stops, buses);
    let problem = Problem::build(parts.clone()).expect("no faults");
    let settings = SolveSettings {
        seed: 1,
        iterations: Some(300),
    };
    let plan = solve(&problem, settings, &mut Unwatched);
    judged(&parts, &plan);
    println!(
        r#"{{"stops":{stops},"buses":{buses},"visits":{},"missing":{}}}"#,
        plan.figures.visits, plan.figures.missing
    );
    ask_for_alternatives(&problem, &plan);
    let cancelled: Vec<Change> = plan
        .visits
        .iter()
        .filter(|visit| visit.reason == VisitReason::Asked)
        .map(|visit| Change::CancelVisit {
            stop: visit.stop.clone(),
            day: visit.day,
        })
        .collect();
    plan_again("a visit cancelled", &parts, &plan, &cancelled, settings);
    let closed: Vec<Change> = plan
        .tours
        .iter()
        .map(|tour| Change::CloseDay { day: tour.day })
        .collect();
    plan_again("a day closed", &parts, &plan, &closed, settings);
    for request in &mut parts.requests {
        request.least = request.wanted; // More than there is room for.
    }
    look_for_conflict("more than fits", &parts);
    let mut parts = common::town(stops, buses);
    parts.requests[2].gap_min = Some(30);
    parts.requests[2].least = 3;
    look_for_conflict("one stop", &parts);
}

fn judged(parts: &ProblemParts, plan: &Plan) {
    let violations = check(parts, plan);
    assert!(violations.is_empty(), "{violations:?}");
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let started = Instant::now();
    let result = work();
    (started.elapsed(), result)
}

/// Median and longest, in milliseconds.
fn spread(times: &mut [Duration]) -> (f64, f64) {
    times.sort_unstable();
    let ms = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    (ms(times.get(times.len() / 2)), ms(times.last()))
}

fn ask_for_alternatives(problem: &Problem, plan: &Plan) {
    let (mut times, mut full) = (Vec::new(), 0);
    for visit in plan.visits.iter().filter(|visit| visit.reason == VisitReason::Asked) {
        let (time, found) = timed(|| alternatives(problem, plan, &visit.stop, visit.day, 3).expect("an asked visit"));
        times.push(time);
        full += usize::from(found.len() == 3);
    }
    let asked = times.len();
    let (median, longest) = spread(&mut times);
    println!(
        r#"{{"ask":"alternatives","of":{asked},"three":{full},"median_ms":{median:.1},"longest_ms":{longest:.1}}}"#
    );
}

fn plan_again(what: &str, parts: &ProblemParts, plan: &Plan, changes: &[Change], settings: SolveSettings) {
    let (mut times, mut moved, mut gone, mut other_days) = (Vec::new(), Vec::new(), 0, 0);
    for change in changes {
        let parts = changed(parts, std::slice::from_ref(change)).expect("a change of what is there");
        // An event that is on the closed day or visit cannot be.
        let Ok(problem) = Problem::build(parts.clone()) else {
            continue;
        };
        let (time, after) = timed(|| replan(&problem, plan, settings, &mut Unwatched));
        judged(&parts, &after);
        let change_of = difference(plan, &after);
        let others = |visit: &&MovedVisit| match change {
            Change::CancelVisit { stop, .. } => visit.from.stop != *stop,
            Change::CloseDay { day } => visit.from.day != *day,
            _ => true,
        };
        let of_others: Vec<&MovedVisit> = change_of.moved.iter().filter(others).collect();
        other_days += of_others.iter().filter(|visit| visit.other_day()).count();
        moved.push(of_others.len());
        gone += change_of.removed.len();
        times.push(time);
    }
    let (median, longest) = spread(&mut times);
    let (most, none) = (
        moved.iter().max().unwrap_or(&0),
        moved.iter().filter(|m| **m == 0).count(),
    );
    println!(
        r#"{{"ask":"replan","after":"{what}","of":{},"median_ms":{median:.1},"longest_ms":{longest:.1},"nobody_else_moved":{none},"most_others_moved":{most},"others_on_other_days":{other_days},"lost":{gone}}}"#,
        moved.len()
    );
}

fn look_for_conflict(what: &str, parts: &ProblemParts) {
    let (time, found) = timed(|| conflict(parts, &mut Unwatched).expect("no faults of the data"));
    let (members, proof) = found.map_or((0, None), |found| {
        for member in &found.members {
            eprintln!("  {what}: {member}");
        }
        (found.members.len(), Some(found.proof))
    });
    println!(
        r#"{{"ask":"conflict","of":"{what}","members":{members},"proof":"{proof:?}","ms":{:.1}}}"#,
        time.as_secs_f64() * 1000.0
    );
}
