//! `/zaproszenie/{token}` and `/zgoda/{token}`: pages for who holds a link that works once; and the buttons that make one.
//!
//! Whoever holds the link is not signed in, so the secret in the address is what guards its form. A GET changes nothing.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use vocabulary::PersonId;
use wording::{Language, Words};

use super::{
    errors,
    forms::{self, Button, Desk, Outcome, Posted},
    frames, people as page_of_person,
    public::spoken,
    views::{ConsentPage, FieldFaults, Frame, InvitationPage, LinkPage, MessagePage, Tab},
};
use crate::{
    app::{
        App, AppError, SharedApp,
        links::{self, Accepted, Answer, ConsentSheet, Made, Opened, Standing},
        passwords::{LONGEST, PasswordFault, SHORTEST},
        people,
    },
    web::{InTime, session},
};

const INVITATION: &str = "/zaproszenie";
const CONSENT: &str = "/zgoda";

/// The links.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path: String, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/osoby/{id}/zaproszenie".to_owned(), "POST").route(web::post().to(make_invitation)))
        .service(resource("/osoby/{id}/zgoda".to_owned(), "POST").route(web::post().to(make_consent)));
    for language in Language::ALL {
        let at = |path: &str| format!("{}{path}/{{token}}", language.path_prefix());
        config
            .service(
                resource(at(INVITATION), "GET, POST")
                    .route(web::get().to(invitation))
                    .route(web::post().to(accept)),
            )
            .service(
                resource(at(CONSENT), "GET, POST")
                    .route(web::get().to(consent))
                    .route(web::post().to(answer)),
            );
    }
}

async fn make_invitation(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
        let made = links::invite(&desk.app, &desk.caller, &id)?;
        let name = people::get(&desk.app, &desk.caller, &id)?.name;
        shown_once(
            desk,
            &id,
            desk.words().people().invitation_made(&name),
            "zaproszenie",
            made,
        )
    };
    posted.signed.back_to("/osoby").answer(act).await
}

/// Where the guardian is written to; blank: nowhere.
#[derive(Deserialize)]
struct SendTo {
    #[serde(default)]
    send_to: String,
}

async fn make_consent(posted: Posted<SendTo>, id: Path<String>) -> HttpResponse {
    let SendTo { send_to } = posted.form;
    let act = move |desk: &Desk| {
        let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
        let made = match links::ask_consent(&desk.app, &desk.caller, &id, Some(&send_to)) {
            Err(AppError::Invalid(faults)) if faults.iter().all(|fault| fault.pointer == "/send_to") => {
                return page_of_person::again_for_consent(desk, &id, send_to);
            }
            made => made?,
        };
        let name = people::get(&desk.app, &desk.caller, &id)?.name;
        shown_once(desk, &id, desk.words().people().consent_made(&name), "zgoda", made)
    };
    posted.signed.back_to("/osoby").answer(act).await
}

/// The secret stands on this one page and nowhere else.
fn shown_once(desk: &Desk, id: &PersonId, heading: String, path: &str, made: Made) -> Result<Outcome, AppError> {
    let until = desk.words().dates().instant(made.expires_at, desk.zone());
    forms::page(&LinkPage {
        frame: desk.frame(&heading, Tab::People),
        heading,
        sent: made.sent_to.map(|address| desk.words().people().link_sent(&address)),
        help: desk.words().people().link_once(&until),
        link: format!("{}/{path}/{}", desk.app.base_address.trim_end_matches('/'), made.token),
        back: format!("/osoby/{id}"),
    })
}

/// Runs a use case for who is not signed in, away from the threads that answer.
pub(super) async fn open(
    request: &HttpRequest,
    make: impl FnOnce(&App, Words) -> Result<Outcome, AppError> + Send + 'static,
) -> HttpResponse {
    let app: SharedApp = match session::state(request) {
        Ok((app, _)) => app,
        Err(error) => return errors::page(request, &error),
    };
    let words = Words::of(spoken(request));
    match crate::web::block(move || make(&app, words)).await {
        Ok(Outcome::Page(status, html)) => forms::html_response(status, html),
        Ok(Outcome::See(address, done)) => forms::redirect(&address, done),
        Ok(Outcome::File(download)) => download.respond(),
        Err(error) => errors::page(request, &error),
    }
}

/// The frame of a page that is there in every language under `path`.
pub(super) fn frame(app: &App, words: Words, heading: &str, path: &str) -> Frame {
    let mut frame = frames::beside(app, words, heading);
    frame.in_every_language(&app.base_address, path);
    frame
}

/// The one page for a link that was used or whose time is over.
pub(super) fn ended(app: &App, words: Words) -> Result<Outcome, AppError> {
    let said = words.people();
    let view = MessagePage {
        frame: frames::beside(app, words, &said.link_ended_heading()),
        heading: said.link_ended_heading(),
        paragraphs: vec![said.link_ended_help()],
        link: None,
    };
    forms::page_with(StatusCode::GONE, &view)
}

async fn invitation(request: HttpRequest, token: Path<String>) -> HttpResponse {
    open(&request, move |app, words| match links::invitation(app, &token)? {
        Opened::Live(person) => forms::page(&password_page(
            app,
            words,
            INVITATION,
            &token,
            person.email,
            FieldFaults::default(),
        )),
        Opened::Ended => ended(app, words),
    })
    .await
}

/// The password is not kept for the page that shows a fault.
#[derive(Deserialize)]
pub(super) struct NewPassword {
    #[serde(default)]
    pub(super) password: String,
}

async fn accept(
    request: HttpRequest,
    token: Path<String>,
    InTime(form): InTime<web::Form<NewPassword>>,
) -> HttpResponse {
    if !session::same_site(&request) {
        return errors::stale_form(&request, StatusCode::FORBIDDEN);
    }
    let password = form.into_inner().password;
    open(&request, move |app, words| {
        match links::accept_invitation(app, &token, &password)? {
            Accepted::Done => password_is_set(app, words),
            Accepted::Wrong(found) => match links::invitation(app, &token)? {
                Opened::Live(person) => forms::again(&password_page(
                    app,
                    words,
                    INVITATION,
                    &token,
                    person.email,
                    faults(words, &found),
                )),
                Opened::Ended => ended(app, words),
            },
            Accepted::Ended => ended(app, words),
        }
    })
    .await
}

/// The page after a password was set.
pub(super) fn password_is_set(app: &App, words: Words) -> Result<Outcome, AppError> {
    let said = words.people();
    forms::page(&MessagePage {
        frame: frames::beside(app, words, &said.password_set_heading()),
        heading: said.password_set_heading(),
        paragraphs: vec![said.password_set_help()],
        link: Some((
            words.staff().sign_in(),
            format!("{}{}", words.language().path_prefix(), forms::SIGN_IN),
        )),
    })
}

pub(super) fn faults(words: Words, found: &[PasswordFault]) -> FieldFaults {
    let said = words.people();
    let (least, most) = lengths();
    let mut faults = FieldFaults::default();
    for fault in found {
        let text = match fault {
            PasswordFault::TooShort(_) | PasswordFault::TooLong(_) => said.password_length(least, most),
            PasswordFault::Common => said.password_common(),
            PasswordFault::IsEmail => said.password_is_email(),
        };
        faults.add("password", text);
    }
    faults
}

fn lengths() -> (u32, u32) {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    (count(SHORTEST), count(LONGEST))
}

/// The page on which somebody sets their first password; `path` is where its link begins.
pub(super) fn password_page(
    app: &App,
    words: Words,
    path: &str,
    token: &str,
    email: String,
    errors: FieldFaults,
) -> InvitationPage {
    let path = format!("{path}/{token}");
    let frame = frame(app, words, &words.people().invitation_heading(), &path);
    InvitationPage {
        action: frame.path(&path),
        frame,
        email,
        lengths: lengths(),
        errors,
    }
}

async fn consent(request: HttpRequest, token: Path<String>) -> HttpResponse {
    open(&request, move |app, words| match links::consent(app, &token)? {
        Opened::Live(sheet) => {
            let name = sheet.guardian.clone();
            forms::page(&consent_page(app, words, &token, &sheet, name, FieldFaults::default()))
        }
        Opened::Ended => ended(app, words),
    })
    .await
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    name: String,
    #[serde(default)]
    answer: String,
}

async fn answer(request: HttpRequest, token: Path<String>, InTime(form): InTime<web::Form<Said>>) -> HttpResponse {
    if !session::same_site(&request) {
        return errors::stale_form(&request, StatusCode::FORBIDDEN);
    }
    let Said { name, answer } = form.into_inner();
    let said = match answer.as_str() {
        "yes" => Answer::Yes(name.clone()),
        "no" => Answer::No,
        "withdraw" => Answer::Withdraw,
        _ => return errors::stale_form(&request, StatusCode::UNPROCESSABLE_ENTITY),
    };
    open(&request, move |app, words| match links::answer(app, &token, &said) {
        Ok(Opened::Live(())) => Ok(Outcome::See(
            format!("{}{CONSENT}/{}", words.language().path_prefix(), *token),
            None,
        )),
        Ok(Opened::Ended) => ended(app, words),
        Err(AppError::Invalid(_)) => match links::consent(app, &token)? {
            Opened::Live(sheet) => {
                let mut faults = FieldFaults::default();
                faults.add("name", words.people().your_name_wrong());
                forms::again(&consent_page(app, words, &token, &sheet, name, faults))
            }
            Opened::Ended => ended(app, words),
        },
        Err(other) => Err(other),
    })
    .await
}

fn consent_page(
    app: &App,
    words: Words,
    token: &str,
    sheet: &ConsentSheet,
    name: String,
    errors: FieldFaults,
) -> ConsentPage {
    let (said, dates) = (words.people(), words.dates());
    let path = format!("{CONSENT}/{token}");
    let frame = frame(app, words, &said.guardian_heading(), &path);
    ConsentPage {
        action: frame.path(&path),
        frame,
        version: sheet.version,
        // The text of version 1. A change of it is a new `papers::CONSENT_VERSION`.
        text: vec![
            said.consent_1_what(&sheet.minor),
            said.consent_1_how(),
            said.consent_1_data(),
            said.consent_1_end(),
        ],
        signed: name,
        said: match sheet.standing {
            Standing::Asked => None,
            Standing::Given(day) => Some(said.consent_given(&dates.with_year(day))),
            Standing::Withdrawn(day) => Some(said.consent_gone(&dates.with_year(day))),
            Standing::Refused => Some(said.consent_refused()),
        },
        may_withdraw: matches!(sheet.standing, Standing::Given(_)),
        errors,
    }
}
