//! A season folder on disk.

use std::{
    io::{self, Read},
    path::Path,
};

use season_files::{Fault, Files, Season};

use super::{failure::Failure, print};

/// No more of a file is read; the reader of season files refuses long before.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The season files of a folder. What is none of `.toml`, `.csv` and `.geojson` is not looked at.
pub fn files(folder: &Path) -> Result<Files, Failure> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            return Err(Failure::input(format!("there is no folder {}", folder.display())));
        }
        Err(e) if e.kind() == io::ErrorKind::NotADirectory => {
            let text = "is a file: give the folder that holds season.toml";
            return Err(Failure::input(format!("{} {text}", folder.display())));
        }
        Err(said) => return Err(Failure::file("read the folder", folder, &said)),
    };
    let mut files = Files::new();
    for entry in entries {
        let path = entry
            .map_err(|said| Failure::file("read the folder", folder, &said))?
            .path();
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let lower = name.to_lowercase();
        if [".toml", ".csv", ".geojson"].iter().any(|end| lower.ends_with(end)) && path.is_file() {
            files.insert(name, bytes(&path)?);
        }
    }
    Ok(files)
}

/// The bytes of a file that was named on the command line.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            Err(Failure::input(format!("there is no file {}", path.display())))
        }
        Err(said) => Err(Failure::file("read", path, &said)),
    }
}

/// The season of a folder; all its faults are printed to standard error if it has any.
pub fn season(folder: &Path) -> Result<Season, Failure> {
    season_files::read(&files(folder)?).map_err(|faults| {
        print::say(told(&faults));
        print::error(format!("{}: {}", folder.display(), count(&faults)));
        Failure::Told
    })
}

/// Every fault, one below the other.
pub fn told(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(one).collect();
    lines.join("\n")
}

/// How many.
pub fn count(faults: &[Fault]) -> String {
    print::count(faults.len(), "fault", "faults")
}

fn one(fault: &Fault) -> String {
    let mut place = fault.file.clone();
    if let Some(row) = fault.row {
        place.push_str(&format!(", row {row}"));
    }
    if let Some(column) = &fault.column {
        place.push_str(&format!(", {column}"));
    }
    format!(
        "{}\n  found:    {}\n  expected: {}\n  to do:    {}",
        print::styled(print::HEAD, place),
        fault.found(),
        fault.expected(),
        fault.advice()
    )
}
