//! Where a command takes its travel times from.

use std::{
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use clap::{Args, ValueEnum};
use route_planning::{Problem, ProblemParts, travel_points};
use season_files::Season;
use vocabulary::PlanTravel;

use super::{failure::Failure, folder, print};
use crate::{
    app::{problem, travel::before_asking},
    config::{Config, TravelEngine},
    travel::{self, Cache, Gaps, TravelFailure, matrix_file},
};

/// So many faults of a matrix are printed.
const MOST_PRINTED: usize = 100;

/// Travel times, alike in every command that plans.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Travel times")]
pub struct Travel {
    /// estimate, osrm, valhalla, or a file with a matrix (CSV or JSON, see docs/operating.md)
    #[arg(
        long,
        value_name = "SOURCE",
        env = "SWIETLICOBUS_TRAVEL_ENGINE",
        default_value = "estimate"
    )]
    travel: String,
    /// The engine's address, e.g. http://127.0.0.1:5000
    #[arg(long, value_name = "URL", env = "SWIETLICOBUS_TRAVEL_URL")]
    travel_url: Option<String>,
    /// OSRM's profile or Valhalla's costing [default: driving or auto]
    #[arg(long, value_name = "NAME", env = "SWIETLICOBUS_TRAVEL_PROFILE")]
    travel_profile: Option<String>,
    /// Where the engine knows no way: refuse to plan and tell every pair, or estimate these pairs and mark them
    #[arg(long, value_enum, value_name = "WHAT", default_value = "refuse")]
    travel_gaps: GapsArg,
    /// So many places from, and as many to, in one question
    #[arg(long, value_name = "N", env = "SWIETLICOBUS_TRAVEL_BATCH", default_value_t = 50,
        value_parser = clap::value_parser!(u16).range(1..=1000))]
    travel_batch: u16,
    /// A stop farther from any road than this has no way to it
    #[arg(
        long,
        value_name = "METRES",
        env = "SWIETLICOBUS_TRAVEL_OFF_ROAD_METRES",
        default_value_t = 500
    )]
    travel_off_road: u32,
    /// Any text, e.g. the date of the engine's map; another one asks anew for what the cache holds
    #[arg(long, value_name = "TEXT", env = "SWIETLICOBUS_TRAVEL_MAP", default_value = "")]
    travel_map: String,
    /// Keep the engine's answers in this folder [default: swietlicobus/travel in the user's cache folder]
    #[arg(long, value_name = "DIR", env = "SWIETLICOBUS_TRAVEL_CACHE")]
    travel_cache: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GapsArg {
    Refuse,
    Estimate,
}

impl Travel {
    /// Puts the travel that was asked for into the problem, which has the estimate before.
    pub fn fill(&self, season: &Season, parts: &mut ProblemParts) -> Result<(), Failure> {
        match TravelEngine::from_str(&self.travel, false) {
            Ok(TravelEngine::Estimate) => Ok(()),
            Ok(engine) => self.ask(engine, season, parts),
            Err(_) => self.read(season, parts),
        }
    }

    fn ask(&self, engine: TravelEngine, season: &Season, parts: &mut ProblemParts) -> Result<(), Failure> {
        let mut settings = Config::defaults()?.travel;
        settings.engine = engine;
        settings.batch = usize::from(self.travel_batch);
        settings.off_road_metres = self.travel_off_road;
        settings.map = self.travel_map.clone();
        settings.url = self.travel_url.clone();
        settings.profile = self.travel_profile.clone();
        let engine = settings
            .engine()
            .map_err(|said| Failure::input(said.replace("travel.", "--travel-")))?;
        let Some(engine) = engine else { return Ok(()) };
        let found = Problem::build(parts.clone()).err().unwrap_or_default();
        if !before_asking(found, PlanTravel::Engine).is_empty() {
            // Nobody need be asked: whoever plans tells these faults.
            return Ok(());
        }
        let cache = self.travel_cache.clone().or_else(users_cache).map(Cache::new);
        let points = travel_points(&parts.depots, &parts.stops);
        let bar = print::bar(0, "batches");
        bar.set_message(format!("asking {} for travel times", engine.kind.name()));
        let mut progress = |done: usize, of: usize| {
            bar.set_length(of as u64);
            bar.set_position(done as u64);
        };
        let asked = travel::ask(&engine, cache.as_ref(), &points, &AtomicBool::new(false), &mut progress);
        bar.finish_and_clear();
        let gaps = match self.travel_gaps {
            GapsArg::Refuse => Gaps::Refuse,
            GapsArg::Estimate => Gaps::Estimate,
        };
        let how = problem::travel_settings(&season.settings);
        parts.travel = asked
            .and_then(|answers| answers.travel(&points, &how, gaps))
            .map_err(told)?;
        let guessed = parts.travel.estimated_pairs.len();
        if parts.travel.estimated {
            let guessed = if guessed == 0 {
                points.len() * points.len().saturating_sub(1)
            } else {
                guessed
            };
            print::warn(format!(
                "{} knows no way for {}: estimated",
                engine.kind.name(),
                print::count(guessed, "pair of places", "pairs of places")
            ));
        }
        Ok(())
    }

    fn read(&self, season: &Season, parts: &mut ProblemParts) -> Result<(), Failure> {
        let path = Path::new(&self.travel);
        if !path.exists() {
            return Err(Failure::input(format!(
                "--travel {}: expected estimate, osrm, valhalla or a file, and there is no such file",
                self.travel
            )));
        }
        let bytes = folder::bytes(path)?;
        let points = travel_points(&parts.depots, &parts.stops);
        let (matrix, warnings) = matrix_file::read(&bytes, &points).map_err(|faults| {
            list(&faults);
            let count = print::count(faults.len(), "fault", "faults");
            print::error(format!("{}: {count}", path.display()));
            Failure::Told
        })?;
        for warning in &warnings {
            print::warn(format!("{}: {warning}", path.display()));
        }
        let travel = matrix.travel(&points, &problem::travel_settings(&season.settings));
        parts.travel = travel.map_err(|outdated| Failure::failed(outdated.to_string()))?;
        Ok(())
    }
}

fn list(findings: &[matrix_file::Finding]) {
    for finding in findings.iter().take(MOST_PRINTED) {
        print::say(format!("  - {finding}"));
    }
    if findings.len() > MOST_PRINTED {
        print::say(format!("  … and {} more", findings.len() - MOST_PRINTED));
    }
}

/// What went wrong, and how to go on without it.
fn told(failure: TravelFailure) -> Failure {
    let then = match &failure {
        TravelFailure::Unreachable { .. } | TravelFailure::Unreadable { .. } | TravelFailure::Refused { .. } => {
            "start it or mend --travel-url, or plan with --travel estimate, which marks the plan"
        }
        TravelFailure::Gaps {
            pairs,
            more_pairs,
            places,
            more_places,
        } => {
            for place in places {
                print::say(format!("  - {} lies {} m from any road", place.place, place.metres));
            }
            for (from, to) in pairs {
                print::say(format!("  - no way by road from {from} to {to}"));
            }
            return Failure::failed(format!(
                "some ways are not known ({} and {}): correct the points of these stops, or add --travel-gaps estimate, which \
                 marks the plan",
                print::count(pairs.len() + more_pairs, "pair", "pairs"),
                print::count(places.len() + more_places, "place off the road", "places off the road"),
            ));
        }
        TravelFailure::NoEngine | TravelFailure::Stopped => "ask again",
    };
    Failure::failed(format!("{failure}; {then}"))
}

/// `$XDG_CACHE_HOME/swietlicobus/travel`, or the same in `~/.cache`; none without a home.
fn users_cache() -> Option<PathBuf> {
    let set = |name| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let base = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))?;
    Some(base.join("swietlicobus/travel"))
}
