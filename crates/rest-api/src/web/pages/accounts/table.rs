//! `/osoby/import`: people from a table, looked at first or brought in, with every fault by row and column.

use actix_web::{
    HttpResponse,
    http::header,
    web::{self, PayloadConfig, ServiceConfig},
};
use wording::Words;

use super::super::{
    forms::{self, Desk, Outcome, Signed},
    upload::PostedFile,
    views::{PeopleImportPage, Tab},
};
use crate::app::{
    AppError,
    people_import::{self, COLUMNS, Column, Finding, How, Imported, LARGEST, What},
};

/// So many faults are read by nobody at once.
const LISTED: usize = 100;
/// What a form has beside its file.
const FORM: usize = 4096;

pub(super) fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| {
        web::resource(path)
            .app_data(PayloadConfig::default().limit(LARGEST + FORM))
            .default_service(crate::web::wrong_method(allowed))
    };
    config
        .service(
            resource("/osoby/import", "GET, POST")
                .route(web::get().to(show))
                .route(web::post().to(add)),
        )
        .service(resource("/osoby/import/sprawdz", "POST").route(web::post().to(check)))
        .service(resource("/osoby/import/zapros", "POST").route(web::post().to(invite)))
        .service(resource("/osoby/import/wzor.csv", "GET").route(web::get().to(template)));
}

async fn show(signed: Signed) -> HttpResponse {
    let act = |desk: &Desk| {
        desk.caller.coordinator()?;
        forms::page(&page(desk, Vec::new(), None, How::Check))
    };
    signed.back_to("/osoby").answer(act).await
}

async fn check(posted: PostedFile) -> HttpResponse {
    import(posted, How::Check).await
}

async fn add(posted: PostedFile) -> HttpResponse {
    import(posted, How::Add).await
}

async fn invite(posted: PostedFile) -> HttpResponse {
    import(posted, How::AddAndInvite).await
}

async fn import(posted: PostedFile, how: How) -> HttpResponse {
    let PostedFile { signed, file } = posted;
    let act = move |desk: &Desk| -> Result<Outcome, AppError> {
        desk.caller.coordinator()?;
        let said = desk.words().accounts();
        let bytes = match file {
            Some(bytes) if !bytes.is_empty() => bytes,
            Some(_) => return forms::again(&page(desk, vec![said.import_file_missing()], None, how)),
            None => return forms::again(&page(desk, vec![said.import_file_large()], None, how)),
        };
        match people_import::import(&desk.app, &desk.caller, &bytes, how)? {
            Ok(done) => forms::page(&page(desk, Vec::new(), Some(done), how)),
            Err(found) => forms::again(&page(desk, listed(desk.words(), &found), None, how)),
        }
    };
    signed.back_to("/osoby/import").answer(act).await
}

/// The first row alone. It begins with a mark by which spreadsheets know UTF-8.
async fn template(signed: Signed) -> HttpResponse {
    let mut response = signed
        .answer(|desk| {
            desk.caller.coordinator()?;
            Ok(Outcome::Page(
                actix_web::http::StatusCode::OK,
                people_import::template(),
            ))
        })
        .await;
    if response.status().is_success() {
        let headers = response.headers_mut();
        let csv = header::HeaderValue::from_static("text/csv; charset=utf-8");
        headers.insert(header::CONTENT_TYPE, csv);
        let file = header::HeaderValue::from_static("attachment; filename=\"osoby.csv\"");
        headers.insert(header::CONTENT_DISPOSITION, file);
    }
    response
}

fn page(desk: &Desk, faults: Vec<String>, done: Option<Imported>, how: How) -> PeopleImportPage {
    let said = desk.words().accounts();
    let column = |column: &Column| {
        let needed = matches!(column, Column::Name | Column::Email);
        (column.to_string(), needed, said.import_column(column.as_str()))
    };
    let sentences = done.as_ref().map(|done| match how {
        How::Check => vec![said.import_would_add(done.added.len())],
        How::Add => vec![said.import_added(done.added.len())],
        How::AddAndInvite if done.added.is_empty() => vec![said.import_added(0)],
        How::AddAndInvite => vec![said.import_added(done.added.len()), said.import_invited()],
    });
    PeopleImportPage {
        frame: desk.frame(&said.import_heading(), Tab::People),
        faults,
        done: sentences.unwrap_or_default(),
        kept: how != How::Check,
        known: done
            .filter(|done| !done.known.is_empty())
            .map(|done| (said.import_known(done.known.len()), done.known)),
        columns: COLUMNS.iter().map(column).collect(),
    }
}

fn listed(words: Words, found: &[Finding]) -> Vec<String> {
    let more = found.len().saturating_sub(LISTED);
    let mut lines: Vec<String> = found
        .iter()
        .take(LISTED)
        .map(|finding| in_words(words, finding))
        .collect();
    lines.extend((more > 0).then(|| words.accounts().more_faults(more)));
    lines
}

/// A finding as a sentence with its place. It matches without a wildcard, so that a new one cannot be forgotten.
fn in_words(words: Words, finding: &Finding) -> String {
    let said = words.accounts();
    let what = match &finding.what {
        What::NotUtf8 => said.fault_not_utf8(),
        What::NotTable => said.fault_not_table(),
        What::Empty => said.fault_empty(),
        What::TooLong => said.fault_too_long(),
        What::NoColumn => said.fault_no_column(),
        What::UnknownColumn(found) => said.fault_unknown_column(found),
        What::ColumnTwice => said.fault_column_twice(),
        What::Missing => said.fault_missing(),
        What::NotName => said.fault_name(),
        What::NotEmail(found) => said.fault_email(found),
        What::Twice(row) => said.fault_twice(*row),
        What::NotText => said.fault_line(),
        What::UnknownWord(found, known) => said.fault_word(found, known),
        What::NotDay(found) => said.fault_day(found),
        What::Ahead => said.fault_ahead(),
        What::EndsBefore => said.fault_ends_before(),
        What::BornAdult => said.fault_born_adult(),
    };
    match (finding.row, finding.column) {
        (Some(row), Some(column)) => said.in_cell(row, column.as_str(), &what),
        (Some(row), None) => said.in_row(row, &what),
        (None, Some(column)) => said.in_column(column.as_str(), &what),
        (None, None) => what,
    }
}
