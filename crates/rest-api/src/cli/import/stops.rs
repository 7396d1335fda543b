//! `import stops`: shows what a stop list would add and change, field by field, asks, writes.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use season_files::{
    Season, Stop,
    import::{self, Changes, FieldChange, Format},
};
use serde_json::Value;
use storage::Db;
use vocabulary::{SeasonId, Slug};

use crate::{
    app::{App, AppError, import as into_database, season_model},
    cli::{
        Settings,
        failure::Failure,
        folder,
        print::{self, BAD, GOOD, HEAD, NOTE, styled},
        service,
    },
};

/// The only file of a season folder that this command writes.
const STOPS: &str = "stops.csv";

/// Reads a stop list (CSV, GeoJSON points, GTFS stops.txt), shows what it would add or change, and asks before writing
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    swietlicobus import stops --from playgrounds.geojson --into config/examples/ostroleka\n  \
    swietlicobus import stops --from gtfs/stops.txt --config /etc/swietlicobus/settings.toml --yes")]
pub(super) struct Stops {
    /// The stop list
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Its form [default: by the end of its name: .csv, .geojson or .json, .txt]
    #[arg(long, value_enum)]
    format: Option<Form>,
    /// Write to the stops.csv of this season folder instead of the database
    #[arg(long, value_name = "DIR", conflicts_with_all = ["file", "season"])]
    into: Option<PathBuf>,
    /// The season of the database, by its short name; needed where there are several
    #[arg(long, value_name = "SLUG")]
    season: Option<Slug>,
    /// Write without asking
    #[arg(long)]
    yes: bool,
    /// Print the changes as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    Csv,
    Geojson,
    Gtfs,
}

/// The list as it was read, to be held against the stops as often as needed.
struct List {
    format: Format,
    name: String,
    bytes: Vec<u8>,
}

impl List {
    fn changes(&self, season: &Season) -> Changes {
        import::compare(season, import::propose(self.format, &self.name, &self.bytes))
    }
}

impl Stops {
    pub(super) fn run(self) -> Result<(), Failure> {
        let list = self.list()?;
        match &self.into {
            Some(dir) => self.to_folder(&list, dir),
            None => self.to_database(&list),
        }
    }

    fn list(&self) -> Result<List, Failure> {
        let name = self
            .from
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let format = match self.format {
            Some(Form::Csv) => Format::Csv,
            Some(Form::Geojson) => Format::GeoJson,
            Some(Form::Gtfs) => Format::Gtfs,
            None => Format::of_name(&name).ok_or_else(|| {
                Failure::input(format!(
                    "the form of {name} is not clear from its name: add --format csv, geojson or gtfs"
                ))
            })?,
        };
        Ok(List {
            format,
            name,
            bytes: folder::bytes(&self.from)?,
        })
    }

    fn to_folder(&self, list: &List, dir: &Path) -> Result<(), Failure> {
        let mut season = folder::season(dir)?;
        let changes = list.changes(&season);
        if !self.agreed(&changes)? {
            return Ok(());
        }
        import::apply(&mut season, &changes);
        let files = season_files::write(&season);
        let bytes = files.get(STOPS).unwrap_or_default();
        let path = dir.join(STOPS);
        print::write_whole(&path, bytes)?;
        print::done(format!("written to {}", path.display()));
        Ok(())
    }

    fn to_database(&self, list: &List) -> Result<(), Failure> {
        let app = service::app(&self.settings)?;
        let id = self.season_of(&app)?;
        let shown = list.changes(&app.read(|db| season_model::load(db, &id))?.season);
        if !self.agreed(&shown)? {
            return Ok(());
        }
        let now = app.now();
        app.write_public(|db: &mut Db| {
            let mut season = season_model::load(db, &id)?.season;
            // What is written is what was shown: others may have edited stops while the question stood.
            if list.changes(&season) != shown {
                return Err(AppError::Conflict(
                    "somebody changed the stops meanwhile, so nothing was written: run it again".to_owned(),
                ));
            }
            import::apply(&mut season, &shown);
            into_database::season(db, &season, None, now)
        })?;
        print::done("written to the database");
        Ok(())
    }

    fn season_of(&self, app: &App) -> Result<SeasonId, Failure> {
        let mut seasons = app.read(|db| Ok(storage::whole(|page| storage::seasons::list(db, page))?))?;
        let slugs: Vec<_> = seasons.iter().map(|season| season.slug.to_string()).collect();
        match &self.season {
            Some(slug) => match app.read(|db| Ok(storage::seasons::by_slug(db, slug)?)) {
                Ok(season) => Ok(season.id),
                Err(AppError::NotFound) => Err(Failure::input(format!(
                    "there is no season {slug}; there is: {}",
                    slugs.join(", ")
                ))),
                Err(other) => Err(other.into()),
            },
            None => match (seasons.pop(), seasons.len()) {
                (Some(only), 0) => Ok(only.id),
                (Some(_), _) => Err(Failure::input(format!(
                    "add --season with one of: {}",
                    slugs.join(", ")
                ))),
                (None, _) => Err(Failure::input(
                    "the database has no season yet: bring one in with `swietlicobus import season DIR`, \
                     or name a folder with --into",
                )),
            },
        }
    }

    /// Shows the changes; whether they are to be written.
    fn agreed(&self, changes: &Changes) -> Result<bool, Failure> {
        if self.json {
            print::json(changes)?;
        } else {
            print::out(preview(changes));
        }
        if changes.is_empty() {
            return if changes.faults.is_empty() {
                print::say("nothing to write");
                Ok(false)
            } else {
                Err(Failure::input(
                    "nothing in this list can be used, so nothing was written",
                ))
            };
        }
        if self.yes || print::ask("Write this?")? {
            Ok(true)
        } else {
            Err(Failure::failed("nothing was written"))
        }
    }
}

fn preview(changes: &Changes) -> String {
    let mut text = String::new();
    // Writing into a String cannot fail.
    for stop in &changes.added {
        let _ = writeln!(text, "{} {}", styled(GOOD, "add"), styled(HEAD, &stop.slug));
        for (field, value) in fields(stop) {
            let _ = writeln!(text, "  {field}: {value}");
        }
    }
    for changed in &changes.changed {
        let _ = writeln!(text, "{} {}", styled(NOTE, "change"), styled(HEAD, &changed.stop.slug));
        for FieldChange { column, old, new } in &changed.fields {
            let _ = writeln!(text, "  {column}: {} -> {}", cell(old), cell(new));
        }
    }
    if !changes.faults.is_empty() {
        let _ = writeln!(text, "{}", styled(BAD, "left out:"));
        let _ = writeln!(text, "{}", folder::told(&changes.faults));
    }
    let _ = write!(
        text,
        "{} to add, {} to change, {} as they are, {} left out",
        changes.added.len(),
        changes.changed.len(),
        changes.unchanged.len(),
        changes.faults.len()
    );
    text
}

/// What is known about a new stop, what people ask first in front; what nobody said is left out.
fn fields(stop: &Stop) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&serde_json::json!(stop), "", &mut found);
    found.retain(|(field, value)| field != "slug" && !(field == "uncertainty" && value == "0"));
    let first = ["name", "estate", "kind", "address"];
    found.sort_by_key(|(field, _)| first.iter().position(|f| f == field).unwrap_or(first.len()));
    found
}

fn collect(value: &Value, name: &str, to: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => to.push((name.to_owned(), text.clone())),
        Value::Object(fields) => {
            for (field, value) in fields {
                let name = if name.is_empty() || name == "details" {
                    field.clone()
                } else {
                    format!("{name}.{field}")
                };
                collect(value, &name, to);
            }
        }
        Value::Array(items) if items.is_empty() => {}
        other => to.push((name.to_owned(), other.to_string())),
    }
}

fn cell(text: &str) -> &str {
    if text.is_empty() { "(empty)" } else { text }
}
