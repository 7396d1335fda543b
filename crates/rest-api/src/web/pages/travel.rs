//! `/koordynator/sezony/{slug}/czasy-jazdy`: a season's own travel times.

use actix_web::{
    HttpResponse,
    web::{self, Path, PayloadConfig, ServiceConfig},
};
use season_files::Season;
use vocabulary::Slug;
use wording::Words;

use super::{
    coordinator::season_line,
    forms::{self, Button, Desk, Done, Posted, Signed},
    upload::PostedFile,
    views::{FieldError, FormErrors, MatrixLine, PlaceName, Tab, TravelPage},
};
use crate::{
    app::{
        AppError, draw,
        travel::{self, OwnMatrix, TravelSheet},
    },
    travel::matrix_file::{Finding, What},
    web::api::LARGEST_MATRIX,
};

/// So many faults are read by nobody at once.
const FAULTS_LISTED: usize = 100;
/// What a form has beside its file.
const FORM: usize = 4096;

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(
            resource("/koordynator/sezony/{slug}/czasy-jazdy", "GET, POST")
                .app_data(PayloadConfig::default().limit(LARGEST_MATRIX + FORM))
                .route(web::get().to(show))
                .route(web::post().to(upload)),
        )
        .service(resource("/koordynator/sezony/{slug}/czasy-jazdy/usun", "POST").route(web::post().to(remove)));
}

async fn show(signed: Signed, slug: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| forms::page(&page(desk, sheet(desk, &slug)?, Vec::new(), Vec::new())))
        .await
}

async fn upload(posted: PostedFile, slug: Path<String>) -> HttpResponse {
    let PostedFile { signed, file } = posted;
    signed
        .answer(move |desk| {
            let sheet = sheet(desk, &slug)?;
            let said = desk.words().matrix();
            let bytes = match file {
                Some(bytes) if !bytes.is_empty() => bytes,
                Some(_) => return forms::again(&page(desk, sheet, vec![said.file_missing()], Vec::new())),
                None => return forms::again(&page(desk, sheet, vec![said.file_too_large()], Vec::new())),
            };
            match travel::try_upload(&desk.app, &desk.caller, &sheet.head.season.id, &bytes)? {
                Ok(stored) if stored.warnings.is_empty() => forms::see(address(&slug), Done::MatrixStored),
                Ok(stored) => forms::page(&page(
                    desk,
                    self::sheet(desk, &slug)?,
                    Vec::new(),
                    listed(desk.words(), &stored.warnings),
                )),
                Err(found) => forms::again(&page(desk, sheet, listed(desk.words(), &found), Vec::new())),
            }
        })
        .await
}

async fn remove(posted: Posted<Button>, slug: Path<String>) -> HttpResponse {
    posted
        .signed
        .answer(move |desk| {
            let season = sheet(desk, &slug)?.head.season.id;
            match travel::remove(&desk.app, &desk.caller, &season) {
                Ok(()) => forms::see(address(&slug), Done::MatrixRemoved),
                Err(AppError::NotFound) => forms::see(address(&slug), Done::NothingToDo),
                Err(other) => Err(other),
            }
        })
        .await
}

fn address(slug: &str) -> String {
    format!("/koordynator/sezony/{slug}/czasy-jazdy")
}

fn sheet(desk: &Desk, slug: &str) -> Result<TravelSheet, AppError> {
    desk.caller.coordinator()?;
    let slug = slug.parse().map_err(|_| AppError::NotFound)?;
    travel::sheet(&desk.app, &desk.caller, &slug)
}

fn page(desk: &Desk, sheet: TravelSheet, faults: Vec<String>, warnings: Vec<String>) -> TravelPage {
    let said = desk.words().matrix();
    let errors = faults.into_iter().map(|text| FieldError { field: "file", text });
    let season = &sheet.loaded.season;
    let name = |slug: &Slug| PlaceName {
        name: place_name(desk.words(), season, slug),
        slug: slug.clone(),
    };
    let own = sheet.own.as_ref().map(|own| MatrixLine {
        said: said.now_own(own.places, &desk.words().dates().instant(own.uploaded_at, desk.zone())),
        outdated: outdated(desk.words(), season, own),
    });
    TravelPage {
        frame: desk.frame(&said.heading(&sheet.head.season.name), Tab::Coordinator),
        season: season_line(&sheet.head),
        id: sheet.head.season.id.clone(),
        own,
        engine: sheet.engine,
        errors: FormErrors(errors.collect()),
        warnings,
        places: sheet.places.iter().map(name).collect(),
    }
}

fn outdated(words: Words, season: &Season, own: &OwnMatrix) -> Vec<String> {
    let said = words.matrix();
    let list = |slugs: &[Slug]| {
        let names: Vec<String> = slugs.iter().map(|slug| place_name(words, season, slug)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let new = list(&own.outdated.new).map(|places| said.outdated_new(&places));
    let moved = list(&own.outdated.moved).map(|places| said.outdated_moved(&places));
    new.into_iter().chain(moved).collect()
}

/// What people call a place of a matrix: a stop, or where a bus starts.
fn place_name(words: Words, season: &Season, slug: &Slug) -> String {
    if let Some(stop) = season.stop(slug) {
        return draw::distinct_name(season, stop);
    }
    let buses = &season.settings.buses;
    let bus = buses
        .iter()
        .find(|bus| slug.as_str().strip_prefix(bus.slug.as_str()) == Some("-depot"));
    bus.map_or_else(|| slug.to_string(), |bus| words.matrix().depot(&bus.name))
}

fn listed(words: Words, found: &[Finding]) -> Vec<String> {
    let more = found.len().saturating_sub(FAULTS_LISTED);
    let mut lines: Vec<String> = found
        .iter()
        .take(FAULTS_LISTED)
        .map(|finding| in_words(words, finding))
        .collect();
    lines.extend((more > 0).then(|| words.matrix().and_more(more)));
    lines
}

/// A finding as a sentence with its place. It matches without a wildcard, so that a new one cannot be forgotten.
fn in_words(words: Words, finding: &Finding) -> String {
    let said = words.matrix();
    let what = match &finding.what {
        What::NotUtf8 => said.not_utf8(),
        What::NotTable { said: _ } => said.not_table(),
        What::NotJson { said: _ } => said.not_json(),
        What::NoColumn { column } => said.no_column(column),
        What::UnknownColumn { column } => said.unknown_column(column),
        What::ColumnTwice { column } => said.column_twice(column),
        What::TooLong { most } => said.too_long(*most),
        What::UnknownPlace { found, near: None } => said.unknown_place(found),
        What::UnknownPlace {
            found,
            near: Some(near),
        } => said.unknown_place_meant(found, near.as_str()),
        What::ToItself { place } => said.to_itself(place.as_str()),
        What::Twice { from, to, first } => said.twice(from.as_str(), to.as_str(), *first),
        What::NoNumber { found } => said.no_number(found),
        What::Negative { found } => said.negative(found),
        What::TooLarge { found, most } => said.too_large(found, *most),
        What::TooFast {
            from,
            to,
            seconds: _,
            metres: _,
            kmh,
        } => said.too_fast(from.as_str(), to.as_str(), *kmh),
        What::Hole { from, to } => said.hole(from.as_str(), to.as_str()),
        What::MoreHoles { count } => said.more_holes(*count),
        What::ShorterThanStraight {
            from,
            to,
            metres,
            straight,
        } => said.shorter(from.as_str(), to.as_str(), *metres, *straight),
    };
    match (finding.row, finding.column) {
        (Some(row), Some(column)) => said.in_cell(row, column, &what),
        (Some(row), None) => said.in_row(row, &what),
        (None, _) => what,
    }
}
