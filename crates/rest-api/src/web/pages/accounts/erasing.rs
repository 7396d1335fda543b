//! `/osoby/{id}/usun` and `/moje/usun`: what an erasure does and leaves, confirmed by typing.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use vocabulary::PersonId;
use wording::Words;

use super::super::{
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    me,
    views::{AskErasurePage, ErasePage, FieldFaults, MessagePage, Tab},
};
use crate::app::{
    AppError,
    erasure::{self, KeptPaper, Sheet},
};

pub(super) fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(
            resource("/osoby/{id}/usun", "GET, POST")
                .route(web::get().to(show))
                .route(web::post().to(erase)),
        )
        .service(resource("/osoby/{id}/dane.json", "GET").route(web::get().to(export)))
        .service(
            resource("/moje/usun", "GET, POST")
                .route(web::get().to(show_own))
                .route(web::post().to(ask)),
        )
        .service(resource("/moje/usun/cofnij", "POST").route(web::post().to(take_back)));
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    word: String,
}

async fn show(signed: Signed, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let sheet = sheet(desk, &parse(&id)?)?;
        forms::page(&page(desk, sheet, String::new(), FieldFaults::default()))
    };
    signed.back_to("/osoby").answer(act).await
}

async fn erase(posted: Posted<Typed>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let act = move |desk: &Desk| {
        let id = parse(&id)?;
        let sheet = sheet(desk, &id)?;
        match erasure::erase(&desk.app, &desk.caller, &id, &form.name) {
            Ok(()) => done(desk),
            Err(AppError::Invalid(found)) => {
                let said = desk.words().accounts();
                let mut faults = FieldFaults::default();
                match found.iter().any(|fault| fault.pointer == "/id") {
                    true => faults.add("form", said.erase_own()),
                    false => faults.add("name", said.erase_type_wrong(&sheet.person.name)),
                }
                forms::again(&page(desk, sheet, form.name, faults))
            }
            Err(other) => Err(other),
        }
    };
    signed.back_to("/osoby").answer(act).await
}

/// Said without the name: nobody has it any more.
fn done(desk: &Desk) -> Result<Outcome, AppError> {
    let said = desk.words().accounts();
    forms::page(&MessagePage {
        frame: desk.frame(&said.erased_heading(), Tab::People),
        heading: said.erased_heading(),
        paragraphs: vec![said.erased(), said.erase_backups()],
        link: Some((desk.words().people().people_heading(), "/osoby".to_owned())),
    })
}

fn sheet(desk: &Desk, id: &PersonId) -> Result<Sheet, AppError> {
    desk.caller.coordinator()?;
    erasure::sheet(&desk.app, &desk.caller, id)
}

fn page(desk: &Desk, sheet: Sheet, typed: String, errors: FieldFaults) -> ErasePage {
    let said = desk.words().accounts();
    ErasePage {
        frame: desk.frame(&said.erase_heading(&sheet.person.name), Tab::People),
        person: format!("/osoby/{}", sheet.person.id),
        asked: sheet
            .answer_by
            .map(|day| said.erase_asked(&desk.words().dates().with_year(day))),
        given_back: given_back(desk.words(), &sheet),
        attended: sheet.attended,
        papers: papers(desk.words(), &sheet),
        whose: sheet.person.name,
        errors,
        typed,
    }
}

fn given_back(words: Words, sheet: &Sheet) -> Vec<String> {
    let place = |one: &erasure::GivenBack| format!("{}, {}", words.dates().long(one.day), one.place.stop);
    sheet.given_back.iter().map(place).collect()
}

fn papers(words: Words, sheet: &Sheet) -> Vec<String> {
    let (said, dates) = (words.accounts(), words.dates());
    let worded = |paper: &KeptPaper| match paper {
        KeptPaper::Agreement {
            from,
            to: Some(to),
            until: Some(until),
        } => said.erase_paper_agreement(&dates.with_year(*from), &dates.with_year(*to), &dates.with_year(*until)),
        KeptPaper::Agreement { from, .. } => said.erase_paper_open(&dates.with_year(*from)),
        KeptPaper::Sheets { until } => said.erase_paper_sheets(&dates.with_year(*until)),
    };
    sheet.papers.iter().map(worded).collect()
}

async fn export(signed: Signed, id: Path<String>) -> HttpResponse {
    let response = signed
        .answer(move |desk| {
            let all = erasure::export(&desk.app, &desk.caller, &parse(&id)?)?;
            let text = serde_json::to_string_pretty(&all).map_err(|e| anyhow::anyhow!(e))?;
            Ok(Outcome::Page(StatusCode::OK, text))
        })
        .await;
    me::as_file(response, "attachment; filename=\"dane-osoby.json\"")
}

async fn show_own(signed: Signed) -> HttpResponse {
    let act = |desk: &Desk| forms::page(&own_page(desk, String::new(), FieldFaults::default())?);
    signed.back_to("/moje").answer(act).await
}

async fn ask(posted: Posted<Typed>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let act = move |desk: &Desk| {
        let said = desk.words().accounts();
        let right = form.word.trim().to_lowercase() == said.erase_word().to_lowercase();
        match erasure::ask(&desk.app, &desk.caller, right) {
            Ok(()) => forms::see("/moje", Done::ErasureAsked),
            Err(AppError::Invalid(_)) => {
                let mut faults = FieldFaults::default();
                faults.add("word", said.erase_type_wrong(&said.erase_word()));
                forms::again(&own_page(desk, form.word, faults)?)
            }
            Err(other) => Err(other),
        }
    };
    signed.back_to("/moje").answer(act).await
}

fn own_page(desk: &Desk, typed: String, errors: FieldFaults) -> Result<AskErasurePage, AppError> {
    let sheet = erasure::sheet(&desk.app, &desk.caller, &desk.caller.person)?;
    Ok(AskErasurePage {
        frame: desk.frame(&desk.words().accounts().erase_mine_heading(), Tab::Me),
        given_back: given_back(desk.words(), &sheet),
        attended: sheet.attended,
        papers: papers(desk.words(), &sheet),
        errors,
        typed,
    })
}

async fn take_back(posted: Posted<Button>) -> HttpResponse {
    let act = |desk: &Desk| {
        erasure::take_back(&desk.app, &desk.caller)?;
        forms::see("/moje", Done::ErasureTakenBack)
    };
    posted.signed.back_to("/moje").answer(act).await
}

fn parse(id: &str) -> Result<PersonId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}
