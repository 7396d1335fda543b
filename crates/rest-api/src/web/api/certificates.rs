//! Certificates of voluntary work, who asks for one, and the check that everybody may make.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vocabulary::{CertificateId, PersonId};
use wording::Language;

use super::{
    input::{Anyone, Call, Coordinator, IdempotencyKey, Input},
    output::{Answer, created, ok},
};
use crate::{
    app::{
        App,
        certificates::{self, AskInput, AskShape, CertificateShape, Checked, IssueInput},
        error::Fault,
    },
    schema,
    web::{block, client_address, problem::Problem},
};

/// All certificates of somebody, and what they ask for.
#[derive(Serialize, ToSchema)]
pub struct CertificatesShape {
    /// The newest first.
    items: Vec<CertificateShape>,
}

async fn all(certificates: Vec<certificates::Issued>) -> Answer {
    ok(&CertificatesShape {
        items: certificates.into_iter().map(CertificateShape::from).collect(),
    })
}

/// List one's own certificates
#[utoipa::path(get, path = "/me/certificates", tag = "hours",
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The caller's, the newest first", body = CertificatesShape)))]
pub async fn own(call: Call<Anyone>) -> Answer {
    let (found, _) = call
        .run(|app, caller| certificates::of(app, caller, &caller.person))
        .await?;
    all(found).await
}

/// List somebody's certificates
#[utoipa::path(get, path = "/people/{id}/certificates", tag = "hours", params(("id" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Theirs, the newest first", body = CertificatesShape)))]
pub async fn of_person(call: Call<Coordinator>) -> Answer {
    let id: PersonId = call.input.id()?;
    let (found, _) = call
        .run(move |app, caller| {
            crate::app::people::get(app, caller, &id)?;
            certificates::of(app, caller, &id)
        })
        .await?;
    all(found).await
}

/// Issue a certificate
///
/// From the attended shifts of these days. It also answers what the volunteer asked for.
#[utoipa::path(post, path = "/people/{id}/certificates", tag = "hours",
    params(("id" = schema::PersonId, Path), IdempotencyKey), request_body = IssueInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The certificate", body = CertificateShape),
        (status = 409, description = "Nothing was attended, or the person is no volunteer")))]
pub async fn issue(call: Call<Coordinator>) -> Answer {
    let id: PersonId = call.input.id()?;
    let input: IssueInput = call.input.body()?;
    let issued = call
        .once(move |app, asked| certificates::issue_once(app, asked, &id, &input))
        .await?;
    created(address(&issued), &issued)
}

fn address(issued: &CertificateShape) -> String {
    format!("/api/v1/certificates/{}", issued.id)
}

/// What changes beside the hours.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EditionInput {
    /// Another spelling of the name; none: as before.
    #[schema(max_length = 100)]
    name: Option<String>,
}

/// Issue the next edition of a certificate
///
/// With the hours as they are now. The edition before says on its public page that it was replaced.
#[utoipa::path(post, path = "/certificates/{id}/editions", tag = "hours",
    params(("id" = schema::CertificateId, Path), IdempotencyKey), request_body(content = Option<EditionInput>),
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The next edition", body = CertificateShape),
        (status = 409, description = "The newest edition says what the record says")))]
pub async fn renew(call: Call<Coordinator>) -> Answer {
    let id: CertificateId = call.input.id()?;
    let input: EditionInput = call.input.body_or_default()?;
    let issued = call
        .once(move |app, asked| certificates::renew_once(app, asked, &id, input.name.as_deref()))
        .await?;
    created(address(&issued), &issued)
}

/// Read a certificate
#[utoipa::path(get, path = "/certificates/{id}", tag = "hours", params(("id" = schema::CertificateId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "One's own, or for coordinators any", body = CertificateShape)))]
pub async fn get(call: Call<Anyone>) -> Answer {
    let id: CertificateId = call.input.id()?;
    let issued = call.run(move |app, caller| certificates::get(app, caller, &id)).await?;
    ok(&CertificateShape::from(issued))
}

/// In which language a paper is.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PaperQuery {
    /// `pl`, `uk` or `en`; the content is the same.
    #[param(required = false, example = "pl")]
    lang: Option<String>,
}

/// Read a certificate as PDF
#[utoipa::path(get, path = "/certificates/{id}/pdf", tag = "hours",
    params(("id" = schema::CertificateId, Path), PaperQuery),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "One page of A4, tagged (PDF/UA-1)", body = Vec<u8>, content_type = "application/pdf")))]
pub async fn pdf(call: Call<Anyone>) -> Answer {
    let id: CertificateId = call.input.id()?;
    let PaperQuery { lang } = call.input.query()?;
    let language = Language::from_tag(lang.as_deref().unwrap_or("pl"))
        .ok_or_else(|| Problem::malformed(vec![Fault::new("?lang", "must be pl, uk or en")]))?;
    let bytes = call
        .run(move |app, caller| certificates::pdf(app, caller, &id, language))
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/pdf"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes))
}

/// List who asks for a certificate
#[utoipa::path(get, path = "/certificate-asks", tag = "hours", security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Everybody who waits, the longest first", body = Vec<AskShape>)))]
pub async fn asks(call: Call<Coordinator>) -> Answer {
    ok(&call.run(certificates::asks).await?)
}

/// Ask for a certificate
///
/// In place of what the caller asked for before. Staff issues it.
#[utoipa::path(post, path = "/certificate-asks", tag = "hours", request_body = AskInput,
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "It waits for staff", body = AskShape),
        (status = 409, description = "Nothing was attended, or the caller is no volunteer")))]
pub async fn ask(call: Call<Anyone>) -> Answer {
    let input: AskInput = call.input.body()?;
    ok(&call
        .run(move |app, caller| certificates::ask(app, caller, &input))
        .await?)
}

/// Check a certificate
///
/// For whoever holds the paper: what stands on it, less the name, and whether it still holds. Whoever tries codes is told to wait.
#[utoipa::path(get, path = "/public/certificates/{code}", tag = "public", params(("code" = String, Path)),
    responses((status = 200, description = "It is genuine; whether it holds stands in `standing`", body = Checked),
        (status = 429, description = "Too many unknown codes from this address")))]
pub async fn check(app: Data<App>, code: Path<String>, input: Input) -> Answer {
    let client = client_address(&app, &input.request);
    let app = app.into_inner();
    ok(&block(move || certificates::check(&app, &code, &client)).await?)
}
