//! `/dolacz`: somebody registers themselves, and sets a password by the link of a letter; staff says yes or no.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use vocabulary::{Day, PersonId, PersonKind};
use volunteer_roster::Tongue;
use wording::{Language, Words};

use super::super::{
    errors,
    forms::{self, Button, Desk, Done, Outcome, Posted},
    frames,
    links::{self, NewPassword},
    people::Fields,
    views::{FieldFaults, FieldKind, FormField, FormSection, JoinPage, MessagePage},
};
use crate::{
    app::{
        App, AppError,
        error::Fault,
        links::{Accepted, Opened},
        registration::{self, PATH, RegistrationInput},
    },
    web::{InTime, client_address, session},
};

pub(super) fn routes(config: &mut ServiceConfig) {
    let resource = |path: String, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    for language in Language::ALL {
        let at = |end: &str| format!("{}{PATH}{end}", language.path_prefix());
        config
            .service(
                resource(at(""), "GET, POST")
                    .route(web::get().to(show))
                    .route(web::post().to(register)),
            )
            .service(
                resource(at("/{token}"), "GET, POST")
                    .route(web::get().to(link))
                    .route(web::post().to(set_password)),
            );
    }
    config
        .service(resource("/osoby/{id}/przyjmij".to_owned(), "POST").route(web::post().to(approve)))
        .service(resource("/osoby/{id}/odrzuc".to_owned(), "POST").route(web::post().to(refuse)));
}

async fn show(request: HttpRequest) -> HttpResponse {
    let blank = Fields::from([("kind".to_owned(), PersonKind::Volunteer.as_str().to_owned())]);
    links::open(&request, move |app, words| {
        if !registration::is_open(app) {
            return Err(AppError::NotFound);
        }
        forms::page(&page(app, words, &blank, FieldFaults::default()))
    })
    .await
}

async fn register(request: HttpRequest, InTime(form): InTime<web::Form<Fields>>) -> HttpResponse {
    if !session::same_site(&request) {
        return errors::stale_form(&request, StatusCode::FORBIDDEN);
    }
    let client = match session::state(&request) {
        Ok((app, _)) => client_address(&app, &request),
        Err(error) => return errors::page(&request, &error),
    };
    let fields = form.into_inner();
    links::open(&request, move |app, words| {
        let (input, mut faults) = read(words, &fields);
        for fault in input.faults(app.today()) {
            place(words, &mut faults, &fault);
        }
        if registration::is_open(app) && !faults.is_empty() {
            return forms::again(&page(app, words, &fields, faults));
        }
        registration::register(app, &input, &client)?;
        let said = words.accounts();
        let mut paragraphs = vec![said.join_sent(), said.join_sent_after()];
        paragraphs.extend(app.demo.then(|| said.join_sent_demo()));
        forms::page(&MessagePage {
            frame: frames::beside(app, words, &said.join_sent_heading()),
            heading: said.join_sent_heading(),
            paragraphs,
            link: None,
        })
    })
    .await
}

/// What a form says, as far as it can be read, and what cannot.
fn read(words: Words, fields: &Fields) -> (RegistrationInput, FieldFaults) {
    let text = |name: &str| fields.get(name).map(|text| text.trim()).unwrap_or_default();
    let mut faults = FieldFaults::default();
    let kind = text("kind").parse().unwrap_or_else(|_| {
        faults.add("kind", words.people().choose_one());
        PersonKind::Volunteer
    });
    let born_on: Option<Day> = match text("born_on") {
        "" => None,
        typed => typed.parse().ok().or_else(|| {
            faults.add("born_on", words.people().date_wrong());
            None
        }),
    };
    let tongues = Tongue::ALL.iter().copied();
    let input = RegistrationInput {
        name: text("name").to_owned(),
        email: text("email").to_owned(),
        kind,
        adult: text("adult") == "yes",
        born_on,
        tongues: tongues
            .filter(|tongue| text(&format!("tongue_{}", tongue.as_str())) == "yes")
            .collect(),
        language: Some(words.language().tag().to_owned()),
    };
    (input, faults)
}

/// A fault of the use case at its field, one for each.
fn place(words: Words, faults: &mut FieldFaults, fault: &Fault) {
    let (said, people) = (words.accounts(), words.people());
    let (field, text) = match fault.pointer.as_str() {
        "/email" => ("email", people.email_wrong()),
        "/name" => ("name", people.name_wrong()),
        "/kind" => ("kind", people.choose_one()),
        "/adult" => ("adult", said.join_born_adult()),
        "/born_on" if fault.detail.contains("leave it out") => ("born_on", said.join_born_both()),
        "/born_on" if fault.detail.contains("still to come") => ("born_on", people.date_future()),
        "/born_on" => ("born_on", said.join_born_missing()),
        _ => ("form", people.fault_other(&fault.detail)),
    };
    if faults.of(field).is_none() {
        faults.add(field, text);
    }
}

fn page(app: &App, words: Words, fields: &Fields, errors: FieldFaults) -> JoinPage {
    let said = words.accounts();
    JoinPage {
        frame: links::frame(app, words, &said.join_heading(), PATH),
        service: app.config.calendar.service_name.clone(),
        sections: sections(words, fields),
        errors,
        clause: clause(app, words),
    }
}

/// What the law wants said to whoever gives their data (GDPR art. 13).
fn clause(app: &App, words: Words) -> Vec<String> {
    let (said, settings) = (words.accounts(), &app.config.registration);
    vec![
        said.clause_controller(settings.controller.as_deref().unwrap_or_default()),
        said.clause_contact(settings.contact.as_deref().unwrap_or_default()),
        said.clause_why(),
        said.clause_who(),
        said.clause_how_long(app.config.retention.registration_days),
        said.clause_rights(),
        said.clause_free(),
    ]
}

pub(super) fn sections(words: Words, fields: &Fields) -> Vec<FormSection> {
    let (said, people) = (words.accounts(), words.people());
    let field = |name: String, label: String, hint: String, kind: FieldKind| FormField {
        value: fields.get(&name).cloned().unwrap_or_default(),
        name,
        label,
        hint,
        kind,
    };
    let kinds = [
        (PersonKind::Volunteer, said.join_kind_volunteer()),
        (PersonKind::Psu, said.join_kind_psu()),
    ];
    let kinds = kinds.map(|(kind, words)| (kind.as_str().to_owned(), words)).to_vec();
    let who = vec![
        field("name".into(), people.name(), String::new(), FieldKind::Input("text")),
        field("email".into(), people.email(), String::new(), FieldKind::Input("email")),
        field("kind".into(), said.join_kind(), String::new(), FieldKind::Choice(kinds)),
        field("adult".into(), said.join_adult(), String::new(), FieldKind::Check),
        field(
            "born_on".into(),
            said.join_born_on(),
            said.join_born_on_help(),
            FieldKind::Input("date"),
        ),
    ];
    let tongues = Tongue::ALL.iter().map(|tongue| {
        let name = format!("tongue_{}", tongue.as_str());
        field(name, people.tongue(tongue.as_str()), String::new(), FieldKind::Check)
    });
    let section = |heading: String, fields: Vec<FormField>| FormSection {
        heading,
        help: String::new(),
        paired: false,
        fields,
    };
    vec![
        section(people.sign_in_section(), who),
        section(said.join_tongues(), tongues.collect()),
    ]
}

async fn link(request: HttpRequest, token: Path<String>) -> HttpResponse {
    links::open(&request, move |app, words| match registration::opened(app, &token)? {
        Opened::Live(person) => {
            let view = links::password_page(app, words, PATH, &token, person.email, FieldFaults::default());
            forms::page(&view)
        }
        Opened::Ended => links::ended(app, words),
    })
    .await
}

async fn set_password(
    request: HttpRequest,
    token: Path<String>,
    InTime(form): InTime<web::Form<NewPassword>>,
) -> HttpResponse {
    if !session::same_site(&request) {
        return errors::stale_form(&request, StatusCode::FORBIDDEN);
    }
    let password = form.into_inner().password;
    links::open(&request, move |app, words| {
        match registration::set_password(app, &token, &password)? {
            Accepted::Done => links::password_is_set(app, words),
            Accepted::Wrong(found) => match registration::opened(app, &token)? {
                Opened::Live(person) => {
                    let faults = links::faults(words, &found);
                    forms::again(&links::password_page(app, words, PATH, &token, person.email, faults))
                }
                Opened::Ended => links::ended(app, words),
            },
            Accepted::Ended => links::ended(app, words),
        }
    })
    .await
}

async fn approve(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id = parse(&id)?;
        registration::approve(&desk.app, &desk.caller, &id)?;
        forms::see(format!("/osoby/{id}"), Done::Approved)
    };
    posted.signed.back_to("/osoby").answer(act).await
}

async fn refuse(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| -> Result<Outcome, AppError> {
        registration::refuse(&desk.app, &desk.caller, &parse(&id)?)?;
        forms::see("/osoby", Done::Refused)
    };
    posted.signed.back_to("/osoby").answer(act).await
}

fn parse(id: &str) -> Result<PersonId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}
