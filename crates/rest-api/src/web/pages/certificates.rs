//! Certificates as files for whose they are, and `/zaswiadczenie/{code}`, on which everybody who holds one finds out whether it is genuine.
//!
//! That page knows no visitor, sets no cookie, is not for search engines and is kept by nobody; why it shows initials only, see
//! `app/certificates/check.rs`.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{HeaderName, HeaderValue},
    },
    web::{self, Path, Query, ServiceConfig},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use vocabulary::CertificateId;
use wording::{Language, Words};

use super::{
    errors,
    forms::{self, Button, Done, Download, Outcome, Posted, Signed},
    frames,
    views::{CertificatePage, CertificatePart},
};
use crate::{
    app::{
        App, AppError, SharedApp,
        certificates::{self, Checked, Standing},
        idempotency::Asked,
    },
    web::{client_address, session},
};

/// The files, the next edition, the public page.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/zaswiadczenia/{id}.pdf", "GET").route(web::get().to(pdf)))
        .service(resource("/zaswiadczenia/{id}/wydanie", "POST").route(web::post().to(renew)))
        .service(resource("/zaswiadczenie", "GET").route(web::get().to(ask)))
        .service(resource("/zaswiadczenie/{code}", "GET").route(web::get().to(check)));
}

#[derive(Deserialize)]
struct In {
    #[serde(default)]
    lang: String,
}

async fn pdf(signed: Signed, id: Path<String>, Query(language): Query<In>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let id: CertificateId = id.parse().map_err(|_| AppError::NotFound)?;
            let language = Language::from_tag(&language.lang).unwrap_or(Language::Polish);
            let row = certificates::get(&desk.app, &desk.caller, &id)?.row;
            Ok(Outcome::File(Download {
                content_type: "application/pdf",
                name: format!("zaswiadczenie-{}-{}-{}.pdf", row.number, row.edition, language.tag()),
                bytes: certificates::pdf(&desk.app, &desk.caller, &id, language)?,
            }))
        })
        .await
}

async fn renew(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let Posted { signed, key, .. } = posted;
    signed
        .back_to("/osoby")
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let id: CertificateId = id.parse().map_err(|_| AppError::NotFound)?;
            let key = forms::key_of(&key, &["edition", id.as_str()]);
            let asked = Asked {
                caller: &desk.caller,
                key: key.as_ref(),
            };
            let issued = certificates::renew_once(&desk.app, asked, &id, None)?;
            let person = issued.person.ok_or(AppError::NotFound)?;
            forms::see(format!("/osoby/{person}/godziny"), Done::EditionIssued)
        })
        .await
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    kod: String,
}

/// The form; what is typed leads to the address that the paper bears.
async fn ask(request: HttpRequest, Query(typed): Query<Typed>) -> HttpResponse {
    let code: String = typed
        .kod
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .take(40)
        .collect();
    if !code.is_empty() {
        let code = utf8_percent_encode(&code, NON_ALPHANUMERIC);
        return forms::redirect(&format!("/zaswiadczenie/{code}"), None);
    }
    match session::state(&request) {
        Ok((app, _)) => answer(&request, page(&app, String::new(), None, false)),
        Err(error) => errors::page(&request, &error),
    }
}

async fn check(request: HttpRequest, code: Path<String>) -> HttpResponse {
    let app: SharedApp = match session::state(&request) {
        Ok((app, _)) => app,
        Err(error) => return errors::page(&request, &error),
    };
    let client = client_address(&app, &request);
    let (inside, asked) = (app.clone(), code.to_string());
    let found = crate::web::block(move || certificates::check(&inside, &asked, &client)).await;
    let drawn = match found {
        Ok(checked) => page(&app, checked.code.clone(), Some(&checked), false),
        Err(AppError::NotFound) => page(&app, code.chars().take(40).collect(), None, true),
        Err(other) => Err(other),
    };
    answer(&request, drawn)
}

fn answer(request: &HttpRequest, drawn: Result<Outcome, AppError>) -> HttpResponse {
    match drawn {
        Ok(Outcome::Page(status, html)) => {
            let mut response = forms::html_response(status, html);
            let robots = HeaderName::from_static("x-robots-tag");
            response
                .headers_mut()
                .insert(robots, HeaderValue::from_static("noindex"));
            response
        }
        Ok(Outcome::See(address, done)) => forms::redirect(&address, done),
        Ok(Outcome::File(download)) => download.respond(),
        Err(error) => errors::page(request, &error),
    }
}

fn page(app: &App, code: String, checked: Option<&Checked>, unknown: bool) -> Result<Outcome, AppError> {
    let heading = Words::of(Language::Polish).certificate().page_title();
    let frame = frames::beside(app, Words::of(Language::Polish), &heading);
    let languages = Language::ALL.iter();
    let view = CertificatePage {
        frame,
        heading,
        code,
        unknown,
        parts: checked
            .map(|checked| languages.map(|language| part(checked, *language)).collect())
            .unwrap_or_default(),
    };
    let status = if unknown { StatusCode::NOT_FOUND } else { StatusCode::OK };
    forms::page_with(status, &view)
}

fn part(checked: &Checked, language: Language) -> CertificatePart {
    let said = Words::of(language).certificate();
    let number = said.number(&checked.number.to_string(), checked.edition);
    let mut pairs = vec![
        (said.number_label(), number),
        (said.issued_on(), said.date(checked.issued_on)),
    ];
    pairs.extend(
        checked
            .initials
            .clone()
            .map(|initials| (said.initials_label(), initials)),
    );
    pairs.push((
        said.period_label(),
        said.period(&said.date(checked.first), &said.date(checked.last)),
    ));
    pairs.push((said.total_label(), said.length(checked.minutes)));
    CertificatePart {
        lang: language.tag(),
        heading: said.title(),
        holds: checked.standing == Standing::InForce,
        standing: match checked.standing {
            Standing::InForce => said.in_force(),
            Standing::Replaced { edition, issued_on } => said.replaced(edition, &said.date(issued_on)),
            Standing::Outdated => said.outdated(),
        },
        genuine: said.genuine(&checked.issuer),
        pairs,
        help: said.initials_help(),
    }
}
