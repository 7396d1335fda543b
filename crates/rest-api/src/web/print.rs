//! Posters, the leaflet and the table of the town as PDF: made away from the threads that answer, one at a time, and kept with the
//! revision and the local day.

mod wanted;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, Query, ServiceConfig},
};
use print::{Sheet, Size};
use public_calendar::{Publication, Stop, addresses};
use vocabulary::{Day, Slug};
use wording::Language;

use super::{
    bytes::Ready,
    missing::{self, Sought},
    pages::{
        errors,
        public::{known, moved, spoken},
    },
    problem::Problem,
    reads::InEveryLanguage,
};
use crate::app::{App, AppError};

use wanted::{Choice, Wishes};
pub use wanted::{Wanted, wanted};

/// So many posters come in one file.
const MOST_POSTERS: usize = 300;

/// Each paper beside the page it belongs to, in every language.
pub fn routes(config: &mut ServiceConfig) {
    InEveryLanguage(config)
        .at("/przystanki/{slug}/plakat.pdf", stop)
        .at("/osiedla/{slug}/plakat.pdf", estate)
        .at("/ulotka.pdf", leaflet)
        .at("/tabela.pdf", table)
        .at("/druk/plik", chosen);
}

async fn stop(app: Data<App>, request: HttpRequest, asked: web::Path<String>, wishes: Query<Wishes>) -> HttpResponse {
    let Some((slug, now)) = known(&app, &asked, |p, slug| p.stop(slug).map(|found| found.slug.clone())) else {
        return missing::page(&app, &request, Sought::Stop(asked.into_inner())).await;
    };
    let now_at = (slug != now).then(|| addresses::stop_poster(spoken(&request), &now));
    of_wishes(&app, &request, &wishes, Paper::Stop(now), now_at).await
}

async fn estate(app: Data<App>, request: HttpRequest, asked: web::Path<String>, wishes: Query<Wishes>) -> HttpResponse {
    let Some((slug, now)) = known(&app, &asked, |p, slug| p.estate(slug).map(|found| found.slug.clone())) else {
        return missing::page(&app, &request, Sought::Estate(asked.into_inner())).await;
    };
    let now_at = (slug != now).then(|| addresses::estate_poster(spoken(&request), &now));
    of_wishes(&app, &request, &wishes, Paper::Estate(now), now_at).await
}

async fn leaflet(app: Data<App>, request: HttpRequest, wishes: Query<Wishes>) -> HttpResponse {
    of_wishes(&app, &request, &wishes, Paper::Leaflet, None).await
}

async fn table(app: Data<App>, request: HttpRequest, wishes: Query<Wishes>) -> HttpResponse {
    of_wishes(&app, &request, &wishes, Paper::Table, None).await
}

/// A paper as it is wished; a former address leads to the present one.
async fn of_wishes(
    app: &Data<App>,
    request: &HttpRequest,
    wishes: &Wishes,
    paper: Paper,
    now_at: Option<String>,
) -> HttpResponse {
    match (Wanted::understand(spoken(request), wishes, paper.sizes()), now_at) {
        (Ok(wanted), Some(address)) => moved(format!("{address}{}", wanted.query())),
        (Ok(wanted), None) => respond(app, request, paper, wanted).await,
        (Err(problem), _) => actix_web::ResponseError::error_response(&problem),
    }
}

async fn respond(app: &Data<App>, request: &HttpRequest, paper: Paper, wanted: Wanted) -> HttpResponse {
    match made(app, paper, wanted).await {
        Ok(ready) => ready.respond(request),
        Err(error) => errors::page(request, &error),
    }
}

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// The poster of the stop of this slug.
    Stop(Slug),
    /// The poster of the estate of this slug.
    Estate(Slug),
    /// The leaflet.
    Leaflet,
    /// The table of the town.
    Table,
    /// The posters of all stops that have visits ahead.
    AllStops,
}

impl Paper {
    /// The sizes in which it comes.
    const fn sizes(&self) -> &'static [Size] {
        match self {
            Self::Leaflet => &[Size::A4],
            Self::Stop(_) | Self::Estate(_) | Self::Table | Self::AllStops => Size::ALL,
        }
    }

    /// What the file is called.
    pub fn name(&self, wanted: Wanted) -> String {
        let name = match self {
            Self::Stop(slug) => format!("plakat-{slug}"),
            Self::Estate(slug) => format!("plakat-osiedle-{slug}"),
            Self::Leaflet => "ulotka".to_owned(),
            Self::Table => "tabela".to_owned(),
            Self::AllStops => "plakaty".to_owned(),
        };
        format!("{name}-{}.pdf", wanted.name())
    }

    fn draw(&self, publication: &Publication, from: Day, wanted: Wanted) -> Result<Vec<u8>, AppError> {
        let sheet = Sheet {
            publication,
            from,
            languages: wanted.languages,
            size: wanted.size,
        };
        let drawn = match self {
            Self::Stop(slug) => print::stop_poster(&sheet, publication.stop(slug).ok_or(AppError::NotFound)?),
            Self::Estate(slug) => print::estate_poster(&sheet, publication.estate(slug).ok_or(AppError::NotFound)?),
            Self::Leaflet => print::leaflet(&sheet),
            Self::Table => print::town_table(&sheet),
            Self::AllStops => print::stop_posters(&sheet, &with_visits(publication, from)?),
        };
        drawn.map_err(|e| AppError::Internal(anyhow::anyhow!("a paper could not be drawn: {e}")))
    }
}

/// The stops with visits ahead, in the order of their names.
fn with_visits(publication: &Publication, from: Day) -> Result<Vec<&Stop>, AppError> {
    let ahead = |stop: &&Stop| publication.visits_of_stop(&stop.slug).any(|visit| visit.day >= from);
    let mut stops: Vec<&Stop> = publication.data().stops.iter().filter(ahead).collect();
    if stops.len() > MOST_POSTERS {
        let many = format!(
            "{} stops have visits ahead, and {MOST_POSTERS} come in one file: print them one by one",
            stops.len()
        );
        return Err(AppError::invalid("", many));
    }
    stops.sort_by_cached_key(|stop| Language::Polish.sort_key(&stop.name));
    Ok(stops)
}

/// The paper as it is sent, made if it is not kept.
pub async fn made(app: &Data<App>, paper: Paper, wanted: Wanted) -> Result<Arc<Ready>, AppError> {
    let name = paper.name(wanted);
    made_once(app, name.clone(), move |publication, day| {
        let pdf = paper.draw(publication, day, wanted)?;
        Ok(Ready::new(pdf, "application/pdf", "no-cache", None).named(&name))
    })
    .await
}

/// A costly thing of the present revision and day, kept or made now, away from the threads that answer and by one at a time.
pub async fn made_once(
    app: &Data<App>,
    name: String,
    make: impl FnOnce(&Publication, Day) -> Result<Ready, AppError> + Send + 'static,
) -> Result<Arc<Ready>, AppError> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let day = publication.data().zone.day(app.now());
    let key = format!("{name} {day}");
    if let Some(ready) = snapshot.shelf.get(&key) {
        return Ok(ready);
    }
    let permit = app.public.workshop.enter().await?;
    super::block(move || {
        let _until_it_is_made = permit;
        // Whoever was here before may have made it.
        if let Some(ready) = snapshot.shelf.get(&key) {
            return Ok(ready);
        }
        let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
        let ready = Arc::new(make(publication, day)?);
        snapshot.shelf.put(&key, ready.clone(), ready.size());
        Ok(ready)
    })
    .await
}

/// Leads to the address of the paper that was chosen.
async fn chosen(request: HttpRequest, Query(choice): Query<Choice>) -> HttpResponse {
    match wanted::address(spoken(&request), &choice) {
        Ok(address) => HttpResponse::SeeOther().insert_header(("Location", address)).finish(),
        Err(faults) => actix_web::ResponseError::error_response(&Problem::malformed(faults)),
    }
}
