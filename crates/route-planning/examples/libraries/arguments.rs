//! The command line.

use std::{path::PathBuf, time::Duration};

const USAGE: &str = "STOPS.csv HUMAN.csv --seconds S --seed N [--iterations K] [--out FILE.json] [--without-spacing]";

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) stops: PathBuf,
    pub(crate) human: PathBuf,
    pub(crate) time: Duration,
    pub(crate) seed: u64,
    pub(crate) iterations: Option<u64>,
    /// Where the plan goes.
    pub(crate) out: Option<PathBuf>,
    /// Whether two visits of one stop may be on any two days, also on one.
    pub(crate) without_spacing: bool,
}

impl Arguments {
    /// The name of the stops' file: the council's row in HUMAN.csv.
    pub(crate) fn instance(&self) -> String {
        let name = self.stops.file_stem().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}

/// Reads the arguments after the program's name.
pub(crate) fn read(given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let (mut files, mut seconds, mut seed, mut iterations, mut out) = (Vec::new(), None, None, None, None);
    let (mut given, mut without_spacing) = (given, false);
    while let Some(word) = given.next() {
        let mut value = || {
            given
                .next()
                .ok_or_else(|| format!("{word} needs a value. Usage: {USAGE}"))
        };
        match word.as_str() {
            "--seconds" => seconds = Some(number::<f64>(&word, &value()?)?),
            "--seed" => seed = Some(number(&word, &value()?)?),
            "--iterations" => iterations = Some(number(&word, &value()?)?),
            "--out" => out = Some(PathBuf::from(value()?)),
            "--without-spacing" => without_spacing = true,
            flag if flag.starts_with("--") => return Err(format!("{flag} is unknown. Usage: {USAGE}")),
            file => files.push(PathBuf::from(file)),
        }
    }
    let usage = || format!("usage: {USAGE}");
    let [stops, human] = <[PathBuf; 2]>::try_from(files).map_err(|_| usage())?;
    Ok(Arguments {
        stops,
        human,
        time: Duration::try_from_secs_f64(seconds.ok_or_else(usage)?).map_err(|e| format!("--seconds: {e}"))?,
        seed: seed.ok_or_else(usage)?,
        iterations,
        out,
        without_spacing,
    })
}

fn number<T: std::str::FromStr>(flag: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{flag} {text}: not a number"))
}
