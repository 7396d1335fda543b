//! `/deklaracja-dostepnosci/bariera`: anybody tells of a barrier; `/koordynator/bariery`: staff reads and answers.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use storage::Barrier;
use vocabulary::BarrierId;
use wording::{Language, Words};

use super::{
    declaration, errors,
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    frames, links,
    views::{BarrierLine, BarrierPage, BarriersPage, FieldFaults, Frame, MessagePage, Tab},
};
use crate::{
    app::{
        App, AppError,
        barriers::{self, BarrierInput, LONGEST_LINE, LONGEST_WHAT},
        error::Fault,
    },
    web::{InTime, client_address, session},
};

const LIST: &str = "/koordynator/bariery";

/// The form in every language, and staff's page.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path: String, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    for language in Language::ALL {
        let form = resource(
            format!("{}{}", language.path_prefix(), declaration::BARRIER),
            "GET, POST",
        );
        config.service(form.route(web::get().to(show)).route(web::post().to(tell)));
    }
    config
        .service(resource(LIST.to_owned(), "GET").route(web::get().to(list)))
        .service(resource(format!("{LIST}/{{id}}/odpowiedziano"), "POST").route(web::post().to(answered)));
}

/// What the form says, as typed.
#[derive(Default, Deserialize)]
struct Typed {
    #[serde(default)]
    what: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    contact: String,
}

async fn show(request: HttpRequest) -> HttpResponse {
    links::open(&request, move |app, words| {
        app.config.declaration.complete().ok_or(AppError::NotFound)?;
        forms::page(&page(app, words, BarrierInput::default(), FieldFaults::default()))
    })
    .await
}

async fn tell(request: HttpRequest, InTime(form): InTime<web::Form<Typed>>) -> HttpResponse {
    if !session::same_site(&request) {
        return errors::stale_form(&request, StatusCode::FORBIDDEN);
    }
    let client = match session::state(&request) {
        Ok((app, _)) => client_address(&app, &request),
        Err(error) => return errors::page(&request, &error),
    };
    let Typed { what, place, contact } = form.into_inner();
    links::open(&request, move |app, words| {
        let input = BarrierInput { what, place, contact };
        match barriers::tell(app, &input, words.language(), &client) {
            Ok(()) => sent(app, words, !input.contact.trim().is_empty()),
            Err(AppError::Invalid(faults)) => forms::again(&page(app, words, input, worded(words, &faults))),
            Err(other) => Err(other),
        }
    })
    .await
}

/// The faults of the form in the words of its reader.
fn worded(words: Words, faults: &[Fault]) -> FieldFaults {
    let said = words.barrier();
    let mut found = FieldFaults::default();
    for fault in faults {
        match fault.pointer.as_str() {
            "/what" if fault.detail.starts_with("at most") => found.add("what", said.too_long(LONGEST_WHAT)),
            "/what" => found.add("what", said.what_missing()),
            "/place" => found.add("place", said.too_long(LONGEST_LINE)),
            _ => found.add("contact", said.too_long(LONGEST_LINE)),
        }
    }
    found
}

fn frame(app: &App, words: Words, heading: &str) -> Frame {
    let mut frame = frames::beside(app, words, heading);
    frame.declared = true;
    frame.in_every_language(&app.base_address, declaration::BARRIER);
    frame
}

fn page(app: &App, words: Words, typed: BarrierInput, errors: FieldFaults) -> BarrierPage {
    BarrierPage {
        frame: frame(app, words, &words.barrier().heading()),
        what: typed.what,
        place: typed.place,
        contact: typed.contact,
        days: app.config.retention.barrier_days,
        errors,
    }
}

fn sent(app: &App, words: Words, with_contact: bool) -> Result<Outcome, AppError> {
    let said = words.barrier();
    let heading = said.sent_heading();
    let first = if with_contact {
        said.sent_answer()
    } else {
        said.sent_without_contact()
    };
    let view = MessagePage {
        frame: frame(app, words, &heading),
        heading,
        paragraphs: vec![first, said.sent_law(), said.kept(app.config.retention.barrier_days)],
        link: Some((
            said.back(),
            format!("{}{}", words.language().path_prefix(), declaration::PATH),
        )),
    };
    forms::page(&view)
}

async fn list(signed: Signed) -> HttpResponse {
    signed
        .answer(|desk| {
            let all = barriers::list(&desk.app, &desk.caller)?;
            forms::page(&BarriersPage {
                frame: desk.frame(&desk.words().barriers().heading(), Tab::Coordinator),
                days: desk.app.config.retention.barrier_days,
                lines: all.iter().map(|barrier| line(desk, barrier)).collect(),
            })
        })
        .await
}

fn line(desk: &Desk, barrier: &Barrier) -> BarrierLine {
    let (words, dates) = (desk.words().barriers(), desk.words().dates());
    let instant = |at| dates.instant(at, desk.zone());
    let due = barriers::due(barrier);
    let day = dates.long(desk.zone().day(due));
    let late = barrier.answered_at.is_none() && due < desk.app.now();
    let language = Language::from_tag(&barrier.language).unwrap_or(Language::Polish);
    BarrierLine {
        id: barrier.id.clone(),
        lang: language.tag(),
        what: barrier.what.clone(),
        place: barrier.place.clone(),
        contact: barrier.contact.clone(),
        told: words.told(&instant(barrier.told_at), language.own_name()),
        standing: match barrier.answered_at {
            Some(at) => words.answered(&instant(at)),
            None if late => words.overdue(&day),
            None => words.due(&day),
        },
        late,
        open: barrier.answered_at.is_none(),
    }
}

async fn answered(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: BarrierId = id.parse().map_err(|_| AppError::NotFound)?;
        match barriers::answered(&desk.app, &desk.caller, &id)? {
            true => forms::see(LIST, Done::BarrierAnswered),
            false => forms::see(LIST, Done::NothingToDo),
        }
    };
    posted.signed.back_to(LIST).answer(act).await
}
