//! `explain`: why a plan is as it is: what is missing and what would help, where else a visit could be, what contradicts itself.

use std::path::{Path, PathBuf};

use clap::Args;
use route_planning::{
    Alternative, Conflict, ConflictMember, ConflictProof, Plan, ProblemParts, Progress, Step, Unmet, check,
};
use serde::Serialize;
use vocabulary::{Day, Slug};

use super::{
    failure::Failure,
    folder,
    plan::{self, names::Names, reasons},
    print::{self, GOOD, HEAD, NOTE, styled},
    travel,
};
use crate::app::problem;

/// Alternatives of a visit that are shown.
const ALTERNATIVES: usize = 3;

/// Says why: what a plan is missing and what would help, where else a visit could be, what in a season contradicts itself
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  swietlicobus explain config/examples/ostroleka --plan plan.json\n  \
    swietlicobus explain config/examples/ostroleka --plan plan.json --stop sienkiewicza-sp6\n  \
    swietlicobus explain config/examples/ostroleka --plan plan.json --visit centrum-sikorskiego@2027-07-06\n  \
    swietlicobus explain config/examples/ostroleka\n\n\
    Every reason is proved: the visit was placed again with this one rule relaxed, and found room. Without --plan the season itself is\n\
    asked whether its least visits and promises contradict each other. Exit code 0 also when the answer is \"no\"; 2 for bad input."
)]
pub struct Explain {
    /// The folder that holds season.toml and the tables
    #[arg(value_name = "SEASON_DIR")]
    folder: PathBuf,
    /// The plan, as `plan --out` wrote it
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// Only what this stop asks for
    #[arg(long, value_name = "STOP", requires = "plan", conflicts_with = "visit")]
    stop: Option<Slug>,
    /// Where else this visit could be
    #[arg(long, value_name = "STOP@DAY", requires = "plan", value_parser = visit)]
    visit: Option<(Slug, Day)>,
    /// Print the answer as JSON instead of sentences
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    travel: travel::Travel,
}

/// What is answered, as JSON.
#[derive(Debug, Default, Serialize)]
struct Answer {
    /// Requests that the plan does not meet in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    unmet: Option<Vec<Unmet>>,
    /// Other places for the visit, cheapest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    alternatives: Option<Vec<Alternative>>,
    /// What contradicts each other; null when nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<Option<Conflict>>,
}

impl Explain {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let season = folder::season(&self.folder)?;
        let mut parts = problem::parts(&season, &[], None);
        self.travel.fill(&season, &mut parts)?;
        let names = Names::of(&season);
        let mut answer = Answer::default();
        let mut said = Vec::new();
        let Some(path) = &self.plan else {
            let found = contradiction(&parts)?;
            said.push(conflict_in_words(&names, found.as_ref()));
            answer.conflict = Some(found);
            return self.tell(&answer, &said);
        };
        let plan = read(path)?;
        warn_if_other(&parts, &plan, path);
        if let Some((stop, day)) = &self.visit {
            let problem = plan::build(&parts, &self.folder)?;
            let found = route_planning::alternatives(&problem, &plan, stop, *day, ALTERNATIVES);
            let found = found.map_err(|none| Failure::input(none.to_string()))?;
            said.push(alternatives_in_words(&names, (stop, *day), &found));
            answer.alternatives = Some(found);
            return self.tell(&answer, &said);
        }
        let unmet = self.unmet(&season, &plan)?;
        said.push(reasons::all(&names, &unmet));
        if self.stop.is_none() && unmet.iter().any(|one| one.got < one.least) {
            let found = contradiction(&parts)?;
            said.push(conflict_in_words(&names, found.as_ref()));
            answer.conflict = Some(found);
        }
        answer.unmet = Some(unmet);
        self.tell(&answer, &said)
    }

    fn unmet(&self, season: &season_files::Season, plan: &Plan) -> Result<Vec<Unmet>, Failure> {
        let Some(stop) = &self.stop else {
            return Ok(plan.unmet.clone());
        };
        if season.stop(stop).is_none() {
            return Err(Failure::input(format!(
                "there is no stop {stop}: stops.csv has the short names"
            )));
        }
        Ok(plan.unmet.iter().filter(|one| one.stop == *stop).cloned().collect())
    }

    fn tell(&self, answer: &Answer, said: &[String]) -> Result<(), Failure> {
        if self.json {
            return print::json(answer);
        }
        print::out(said.join("\n\n"));
        Ok(())
    }
}

/// `STOP@DAY`.
pub(super) fn visit(text: &str) -> Result<(Slug, Day), String> {
    let (stop, day) = text
        .split_once('@')
        .ok_or("write it as STOP@DAY, e.g. lazek-plac@2027-07-06")?;
    let stop = stop
        .parse::<Slug>()
        .map_err(|e| format!("{stop} is no short name of a stop: {e}"))?;
    let day = day.parse::<Day>().map_err(|e| format!("{day} is no day: {e}"))?;
    Ok((stop, day))
}

/// A plan from its file.
pub(super) fn read(path: &Path) -> Result<Plan, Failure> {
    serde_json::from_slice(&folder::bytes(path)?).map_err(|said| {
        let text = "is no plan: give the file that `plan --out` or `replan --out` wrote";
        Failure::input(format!("{} {text} ({said})", path.display()))
    })
}

/// Says so when the folder was edited since the plan was made: answers are then about today's folder.
fn warn_if_other(parts: &ProblemParts, plan: &Plan, path: &Path) {
    if let Some(first) = check(parts, plan).first() {
        let text = "does not fit the folder as it is now";
        print::warn(format!(
            "{} {text} (first: {first}); `replan` mends that",
            path.display()
        ));
    }
}

fn contradiction(parts: &ProblemParts) -> Result<Option<Conflict>, Failure> {
    let bar = print::spinner("looking for contradictions");
    let mut watch = |progress: &Progress| {
        bar.set_position(progress.iteration);
        Step::Continue
    };
    let found = route_planning::conflict(parts, &mut watch);
    bar.finish_and_clear();
    found.map_err(|faults| {
        for fault in &faults {
            print::say(format!("  - {fault}"));
        }
        Failure::input("the data of the season cannot be planned at all: mend this first")
    })
}

fn conflict_in_words(names: &Names<'_>, found: Option<&Conflict>) -> String {
    let Some(conflict) = found else {
        return styled(
            GOOD,
            "Nothing contradicts itself: every least visit and every promise finds a place.",
        );
    };
    let sure = match conflict.proof {
        ConflictProof::Exact => "These contradict each other; give up or change any one of them:",
        ConflictProof::Search => {
            "No plan was found for these together, and one was as soon as any one of them was left out:"
        }
    };
    let lines = conflict
        .members
        .iter()
        .map(|member| format!("\n  - {}", in_words(names, member)));
    styled(NOTE, sure) + &lines.collect::<String>()
}

fn in_words(names: &Names<'_>, member: &ConflictMember) -> String {
    match member {
        ConflictMember::Request { stop, least } => {
            let visits = print::count(*least as usize, "visit", "visits");
            format!("{} asks for at least {visits}", names.stop(stop))
        }
        ConflictMember::Pin { stop, day } => {
            format!("a visit is fixed at {} on {}", names.stop(stop), print::day(*day))
        }
        ConflictMember::TakePart { event, stop, day } => {
            let (event, stop) = (names.event(event), names.stop(stop));
            format!("the bus takes part in {event} at {stop} on {}", print::day(*day))
        }
        ConflictMember::StayAway { event } => format!("{} keeps the bus away", names.event(event)),
        ConflictMember::StopRule { stop, family } => format!("{}: {}", names.stop(stop), family.in_words()),
        ConflictMember::SeasonRule { family } => family.in_words().to_owned(),
    }
}

fn alternatives_in_words(names: &Names<'_>, (stop, day): (&Slug, Day), found: &[Alternative]) -> String {
    let head = styled(HEAD, format!("{}, {}", names.stop(stop), print::day(day)));
    if found.is_empty() {
        return format!("{head}\n  The rules leave no other place among the other visits.");
    }
    let one = |other: &Alternative| {
        let place = &other.place;
        let cost = reasons::price(&other.cost);
        let shifted = match other.shifted.len() {
            0 => String::new(),
            n => format!(
                "; shifts the hours of {}",
                print::count(n, "other visit", "other visits")
            ),
        };
        let (day, from, to) = (print::day(place.day), place.public_start, place.public_end);
        format!("\n  - {day}, {from}-{to}, {}: {cost}{shifted}", names.bus(&place.bus))
    };
    head + &found.iter().map(one).collect::<String>()
}
