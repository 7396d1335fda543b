//! Share cards: the picture that messengers show of a link. Made and kept like papers.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, ServiceConfig},
};
use print::{Languages, PrintError, Sheet, Size, Subject};
use public_calendar::{Moment, Publication, addresses};
use vocabulary::{Slug, VisitId};

use super::{bytes::Ready, pages::public::spoken, print::made_once, problem::Problem, reads::InEveryLanguage};
use crate::app::{App, AppError};

/// The card of each page beside it, in every language.
pub fn routes(config: &mut ServiceConfig) {
    InEveryLanguage(config)
        .at("/karta.png", town)
        .at("/osiedla/{slug}/karta.png", estate)
        .at("/przystanki/{slug}/karta.png", stop)
        .at("/wizyty/{id}/karta.png", visit);
}

async fn town(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    of(&app, &request, addresses::town_card(spoken(&request)), |_, _| {
        Some(Subject::Town)
    })
    .await
}

async fn estate(app: Data<App>, request: HttpRequest, slug: web::Path<String>) -> Result<HttpResponse, Problem> {
    let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
    let present = present(&app, |publication| Some(publication.estate(&slug)?.slug.clone()))?;
    let address = addresses::estate_card(spoken(&request), &present);
    of(&app, &request, address, move |publication, _| {
        Some(Subject::Estate(publication.estate(&present)?))
    })
    .await
}

async fn stop(app: Data<App>, request: HttpRequest, slug: web::Path<String>) -> Result<HttpResponse, Problem> {
    let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
    let present = present(&app, |publication| Some(publication.stop(&slug)?.slug.clone()))?;
    let address = addresses::stop_card(spoken(&request), &present);
    of(&app, &request, address, move |publication, _| {
        Some(Subject::Stop(publication.stop(&present)?))
    })
    .await
}

/// A visit that is over has no card: whoever shares it is to be told of the next.
async fn visit(app: Data<App>, request: HttpRequest, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: VisitId = id.parse().map_err(|_| AppError::NotFound)?;
    let address = addresses::visit_card(spoken(&request), &id);
    of(&app, &request, address, move |publication, moment| {
        let visit = publication.visit(&id)?;
        (!moment.is_after(visit)).then_some(Subject::Visit(visit))
    })
    .await
}

/// The present slug of a place. A former one is answered alike: what fetches cards does not always follow a redirect.
fn present(app: &App, find: impl Fn(&Publication) -> Option<Slug>) -> Result<Slug, AppError> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NotFound)?;
    find(publication).ok_or(AppError::NotFound)
}

async fn of(
    app: &Data<App>,
    request: &HttpRequest,
    address: String,
    find: impl for<'p> FnOnce(&'p Publication, Moment) -> Option<Subject<'p>> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let language = spoken(request);
    let ready = made_once(app, address, move |publication, day| {
        let subject = find(publication, Moment::day(day)).ok_or(AppError::NotFound)?;
        let sheet = Sheet {
            publication,
            from: day,
            languages: Languages::one(language),
            size: Size::A4,
        };
        let drawn = print::card(&sheet, subject);
        let picture =
            drawn.map_err(|e: PrintError| AppError::Internal(anyhow::anyhow!("a card could not be drawn: {e}")))?;
        Ok(Ready::new(picture, "image/png", "public, max-age=300", None))
    })
    .await?;
    Ok(ready.respond(request))
}
