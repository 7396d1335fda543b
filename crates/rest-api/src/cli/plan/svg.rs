//! `--svg`: the plan drawn into a folder.

use std::{collections::BTreeSet, path::Path};

use route_planning::{Plan, ProblemParts};
use season_files::Season;
use vocabulary::Day;
use wording::{Language, Words};

use crate::{
    app::draw::{self, For, Part, Sheet},
    cli::{failure::Failure, print},
};

/// Writes the chart of the season and the route of each day, each file whole; how many. Drawings of an earlier plan's days that
/// this one does not have are taken away, so that the folder shows one plan.
pub(crate) fn write(folder: &Path, season: &Season, parts: &ProblemParts, plan: &Plan) -> Result<usize, Failure> {
    std::fs::create_dir_all(folder).map_err(|said| Failure::file("make the folder", folder, &said))?;
    let sheet = Sheet {
        words: Words::of(Language::Polish),
        season,
        parts,
        plan,
        place: For::File,
    };
    let days: BTreeSet<Day> = plan.tours.iter().map(|tour| tour.day).collect();
    forget(folder, &days)?;
    print::write_whole(&folder.join("season.svg"), draw::chart(&sheet, Part::Whole).as_bytes())?;
    for day in &days {
        print::write_whole(&folder.join(name(*day)), draw::route(&sheet, *day).as_bytes())?;
    }
    Ok(days.len() + 1)
}

fn name(day: Day) -> String {
    format!("day-{day}.svg")
}

fn forget(folder: &Path, days: &BTreeSet<Day>) -> Result<(), Failure> {
    let failed = |said| Failure::file("read the folder", folder, &said);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let text = entry.file_name().to_string_lossy().into_owned();
        let day = text.strip_prefix("day-").and_then(|rest| rest.strip_suffix(".svg"));
        let day: Option<Day> = day.and_then(|day| day.parse().ok());
        if day.is_some_and(|day| !days.contains(&day) && name(day) == text) {
            std::fs::remove_file(entry.path()).map_err(|said| Failure::file("remove", &entry.path(), &said))?;
        }
    }
    Ok(())
}
