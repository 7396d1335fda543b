//! `/osoby`: the people of the crew, what each lacks, and the form of one.

mod form;
pub(super) mod lacks;
mod sections;

use std::collections::BTreeMap;

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use storage::Person;
use vocabulary::PersonId;
use wording::Words;

use super::{
    forms::{self, Desk, Done, Outcome, Posted, Signed},
    views::{
        ConflictRow, FieldFaults, FieldKind, FormField, PeoplePage, PersonConflict, PersonLine, PersonPage, Tab,
        WaitingLine,
    },
};
use crate::app::{
    AppError, erasure,
    idempotency::Asked,
    lacking::{self, Checked},
    papers::Papers,
    people,
};
pub(super) use form::{Fields, rows};

const PEOPLE: &str = "/osoby";
const NEW: &str = "/osoby/nowa";

/// The people.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource(PEOPLE, "GET").route(web::get().to(list)))
        .service(
            resource(NEW, "GET, POST")
                .route(web::get().to(show_new))
                .route(web::post().to(add)),
        )
        .service(
            resource("/osoby/{id}", "GET, POST")
                .route(web::get().to(show))
                .route(web::post().to(save)),
        );
}

async fn list(signed: Signed) -> HttpResponse {
    signed
        .answer(|desk| {
            let mut all = lacking::everybody(&desk.app, &desk.caller)?;
            all.sort_by_cached_key(|one| (!one.person.active, desk.words().language().sort_key(&one.person.name)));
            let (mut waiting, all): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.person.awaits_approval);
            waiting.sort_by(|a, b| (a.person.created_at, &a.person.id).cmp(&(b.person.created_at, &b.person.id)));
            forms::page(&PeoplePage {
                frame: desk.frame(&desk.words().people().people_heading(), Tab::People),
                waiting: waiting.iter().map(|one| waits(desk, &one.person)).collect(),
                people: all.iter().map(|one| line(desk, one)).collect::<Result<_, _>>()?,
            })
        })
        .await
}

async fn show_new(signed: Signed) -> HttpResponse {
    signed
        .answer(|desk| {
            desk.caller.coordinator()?;
            forms::page(&page(desk, None, &form::blank(), FieldFaults::default())?)
        })
        .await
}

async fn add(posted: Posted<Fields>) -> HttpResponse {
    let Posted {
        signed,
        form: fields,
        key,
    } = posted;
    signed.answer(move |desk| add_person(desk, &fields, &key)).await
}

fn add_person(desk: &Desk, fields: &Fields, key: &str) -> Result<Outcome, AppError> {
    desk.caller.coordinator()?;
    let (input, faults) = form::read(
        desk.words(),
        fields,
        &Papers::default(),
        &desk.caller.person,
        desk.app.today(),
    );
    if !faults.is_empty() {
        return forms::again(&page(desk, None, fields, faults)?);
    }
    let key = forms::key_of(key, &["person", &storage::people::fold_email(&input.email)]);
    let asked = Asked {
        caller: &desk.caller,
        key: key.as_ref(),
    };
    match people::add_once(&desk.app, asked, &input) {
        Ok(person) => forms::see(address(&person.id), Done::PersonAdded),
        Err(error) => not_done(desk.words(), error, |faults| {
            forms::again(&page(desk, None, fields, faults)?)
        }),
    }
}

async fn show(signed: Signed, id: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let checked = lacking::one(&desk.app, &desk.caller, &parse(&id)?)?;
            let fields = form::of(&checked.person, &Papers::of(&checked.person)?);
            forms::page(&page(desk, Some(&checked), &fields, FieldFaults::default())?)
        })
        .await
}

async fn save(posted: Posted<Fields>, id: Path<String>) -> HttpResponse {
    let Posted {
        signed, form: fields, ..
    } = posted;
    signed
        .answer(move |desk| save_person(desk, &parse(&id)?, &fields))
        .await
}

fn save_person(desk: &Desk, id: &PersonId, fields: &Fields) -> Result<Outcome, AppError> {
    desk.caller.coordinator()?;
    let checked = lacking::one(&desk.app, &desk.caller, id)?;
    let was = Papers::of(&checked.person)?;
    let version = fields.get("version").and_then(|text| text.parse().ok()).unwrap_or(0);
    let (input, faults) = form::read(desk.words(), fields, &was, &desk.caller.person, desk.app.today());
    let again = |faults| {
        let mut view = page(desk, Some(&checked), fields, faults)?;
        // What was typed goes on from the version it was typed over.
        view.version = version;
        forms::again(&view)
    };
    if !faults.is_empty() {
        return again(faults);
    }
    match people::update(&desk.app, &desk.caller, id, version, &input) {
        Ok(_) => forms::see(address(id), Done::PersonSaved),
        Err(AppError::Stale { .. }) => conflict(desk, &people::get(&desk.app, &desk.caller, id)?, fields),
        Err(error) => not_done(desk.words(), error, again),
    }
}

/// Faults that only the use case knows, at their fields.
fn not_done(
    words: Words,
    error: AppError,
    again: impl FnOnce(FieldFaults) -> Result<Outcome, AppError>,
) -> Result<Outcome, AppError> {
    let mut faults = FieldFaults::default();
    match error {
        AppError::Invalid(found) => {
            for fault in &found {
                form::place(words, &mut faults, fault, &[], &[]);
            }
        }
        AppError::Conflict(_) => faults.add("email", words.people().email_taken()),
        other => return Err(other),
    }
    again(faults)
}

fn page(desk: &Desk, of: Option<&Checked>, fields: &Fields, errors: FieldFaults) -> Result<PersonPage, AppError> {
    let heading = of.map_or_else(|| desk.words().people().new_person(), |of| of.person.name.clone());
    Ok(PersonPage {
        frame: desk.frame(&heading, Tab::People),
        line: of.map(|of| line(desk, of)).transpose()?,
        waiting: of.is_some_and(|of| of.person.awaits_approval),
        erasable: of.is_some_and(|of| of.person.id != desk.caller.person),
        version: of.map_or(0, |of| of.person.version),
        action: of.map_or_else(|| NEW.to_owned(), |of| address(&of.person.id)),
        sections: sections::of(desk.words(), fields),
        mail: desk.app.demo || desk.app.config.mail.host.is_some(),
        send_to: fields.get("guardian_email").cloned().unwrap_or_default(),
        errors,
    })
}

/// A person's page again, for the address to which a guardian's link is to go is none.
pub(super) fn again_for_consent(desk: &Desk, id: &PersonId, typed: String) -> Result<Outcome, AppError> {
    let checked = lacking::one(&desk.app, &desk.caller, id)?;
    let fields = form::of(&checked.person, &Papers::of(&checked.person)?);
    let mut faults = FieldFaults::default();
    faults.add("send_to", desk.words().people().email_wrong());
    let mut view = page(desk, Some(&checked), &fields, faults)?;
    view.send_to = typed;
    forms::again(&view)
}

fn conflict(desk: &Desk, now: &Person, fields: &Fields) -> Result<Outcome, AppError> {
    let kept = form::of(now, &Papers::of(now)?);
    let mut yours = fields.clone();
    yours.remove("version");
    // Drawn with the same fields in both, so that a row which only one of them has is shown for both.
    let names: Vec<&String> = kept.keys().chain(yours.keys()).collect();
    let drawn = |fields: &Fields| {
        let mut padded: Fields = names.iter().map(|name| ((*name).clone(), "-".to_owned())).collect();
        padded.extend(fields.clone());
        sections::of(desk.words(), &padded)
    };
    let labels = drawn(&BTreeMap::new());
    let value = |fields: &Fields, field: &FormField| {
        let typed = fields.get(&field.name).map(|text| text.trim()).unwrap_or_default();
        (typed.to_owned(), said(desk.words(), field, typed))
    };
    let mut differing = Vec::new();
    for section in &labels {
        for field in &section.fields {
            let ((now, now_said), (typed, typed_said)) = (value(&kept, field), value(&yours, field));
            if now != typed {
                differing.push(ConflictRow {
                    label: format!("{}: {}", section.heading, field.label),
                    now: now_said,
                    yours: typed_said,
                });
            }
        }
    }
    if differing.is_empty() {
        // Sent twice, or nothing that this form shows was changed: what was asked for holds.
        return forms::see(address(&now.id), Done::PersonSaved);
    }
    let view = PersonConflict {
        frame: desk.frame(&now.name, Tab::People),
        rows: differing,
        action: address(&now.id),
        version: now.version,
        fields: yours,
    };
    forms::page_with(StatusCode::PRECONDITION_FAILED, &view)
}

/// A value as people read it.
fn said(words: Words, field: &FormField, value: &str) -> String {
    match &field.kind {
        FieldKind::Check if value == "yes" => words.common().yes(),
        FieldKind::Check => words.common().no(),
        FieldKind::Choice(choices) => {
            let found = choices.iter().find(|(word, _)| word == value);
            found.map_or_else(|| value.to_owned(), |(_, words)| words.clone())
        }
        FieldKind::Input(_) if value.is_empty() => words.reasons().empty(),
        FieldKind::Input(_) => match value.parse() {
            Ok(day) => words.dates().with_year(day),
            Err(_) => value.to_owned(),
        },
    }
}

/// What is kept of somebody, by part of the form; what is empty is left out.
pub(super) fn kept(words: Words, person: &Person, papers: &Papers) -> Vec<(String, Vec<(String, String)>)> {
    let fields = form::of(person, papers);
    let filled = |field: &FormField| match (&field.kind, field.value.as_str()) {
        (_, "") => None,
        _ => Some((field.label.clone(), said(words, field, &field.value))),
    };
    let parts = sections::of(words, &fields).into_iter().map(|section| {
        let pairs: Vec<_> = section.fields.iter().filter_map(filled).collect();
        (section.heading, pairs)
    });
    parts.filter(|(_, pairs)| !pairs.is_empty()).collect()
}

/// Somebody who registered.
fn waits(desk: &Desk, person: &Person) -> WaitingLine {
    let said = desk.words().people();
    let minor = person.born_on.map(|_| said.minor());
    let about: Vec<_> = std::iter::once(said.kind_of(person.kind)).chain(minor).collect();
    let since = desk.words().dates().with_year(desk.zone().day(person.created_at));
    WaitingLine {
        id: person.id.clone(),
        name: person.name.clone(),
        about: about.join(", "),
        since: desk.words().accounts().waiting_since(&since),
        confirmed: person.password_hash.is_some(),
    }
}

fn line(desk: &Desk, of: &Checked) -> Result<PersonLine, AppError> {
    let (said, person) = (desk.words().people(), &of.person);
    let roles = Papers::of(person)?.role_words();
    let about = std::iter::once(said.kind_of(person.kind))
        .chain(roles.iter().map(|role| desk.words().common().crew_role(*role)))
        .chain(roles.is_empty().then(|| said.without_role()));
    let marks = [
        (!person.active).then(|| said.inactive()),
        person.password_hash.is_none().then(|| said.no_password()),
        person.awaits_approval.then(|| said.awaits_approval()),
        person.born_on.is_some().then(|| said.minor()),
        erasure::answer_by(&desk.app, person)
            .map(|day| desk.words().accounts().erase_asks(&desk.words().dates().with_year(day))),
    ];
    Ok(PersonLine {
        id: person.id.clone(),
        name: person.name.clone(),
        about: about.collect::<Vec<_>>().join(", "),
        minor: person.born_on.is_some(),
        marks: marks.into_iter().flatten().collect(),
        missing: of
            .lacking
            .now
            .iter()
            .map(|one| lacks::missing(desk.words(), one))
            .collect(),
        soon: of
            .lacking
            .soon
            .iter()
            .map(|one| lacks::ending(desk.words(), one))
            .collect(),
    })
}

fn parse(id: &str) -> Result<PersonId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

fn address(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}")
}
