//! Posters, the leaflet and the table of the town as PDF: made away from the threads that answer, one at a time, and kept with the
//! revision and the local day.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, Query, ServiceConfig},
};
use print::{Languages, Sheet, Size};
use public_calendar::{Publication, Stop, addresses};
use serde::Deserialize;
use vocabulary::{Day, Slug};
use wording::Language;

use super::{
    bytes::Ready,
    pages::{
        errors,
        public::{moved, spoken},
    },
    problem::Problem,
    wrong_method,
};
use crate::app::{App, AppError, error::Fault};

/// So many posters come in one file.
const MOST_POSTERS: usize = 300;

/// Each paper beside the page it belongs to, in every language.
pub fn routes(config: &mut ServiceConfig) {
    let (get, head) = (web::get, web::head);
    for language in Language::ALL {
        let at = |address: &str| {
            let address = format!("{}{address}", language.path_prefix());
            web::resource(address).default_service(wrong_method("GET, HEAD"))
        };
        config
            .service(
                at("/przystanki/{slug}/plakat.pdf")
                    .route(get().to(stop))
                    .route(head().to(stop)),
            )
            .service(
                at("/osiedla/{slug}/plakat.pdf")
                    .route(get().to(estate))
                    .route(head().to(estate)),
            )
            .service(at("/ulotka.pdf").route(get().to(leaflet)).route(head().to(leaflet)))
            .service(at("/tabela.pdf").route(get().to(table)).route(head().to(table)))
            .service(at("/druk/plik").route(get().to(chosen)).route(head().to(chosen)));
    }
}

/// How somebody wants a paper.
#[derive(Debug, Default, Deserialize)]
struct Wishes {
    /// The size: `a4`, `a3`.
    rozmiar: Option<String>,
    /// The second language, by its tag.
    drugi: Option<String>,
}

/// The same, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// In which languages.
    pub languages: Languages,
    /// How large.
    pub size: Size,
}

impl Wanted {
    /// Sizes by their machine words.
    fn size(word: Option<&str>) -> Option<Size> {
        let word = word.unwrap_or(Size::A4.as_str());
        Size::ALL.iter().copied().find(|size| size.as_str() == word)
    }

    fn understand(first: Language, wishes: &Wishes) -> Result<Self, Problem> {
        let mut faults = Vec::new();
        let size = Self::size(wishes.rozmiar.as_deref());
        if size.is_none() {
            faults.push(Fault::new("?rozmiar", "must be a4 or a3"));
        }
        let second = wishes.drugi.as_deref().filter(|tag| !tag.is_empty());
        let found = second.and_then(Language::from_tag).filter(|second| *second != first);
        if second.is_some() && found.is_none() {
            let others = Language::ALL.iter().filter(|language| **language != first);
            let tags: Vec<&str> = others.map(|language| language.tag()).collect();
            faults.push(Fault::new("?drugi", format!("must be {}", tags.join(" or "))));
        }
        match size {
            Some(size) if faults.is_empty() => Ok(Self {
                languages: found.map_or(Languages::one(first), |second| Languages::two(first, second)),
                size,
            }),
            _ => Err(Problem::malformed(faults)),
        }
    }

    /// As it stands in an address; nothing where it is what one gets anyway.
    fn query(self) -> String {
        let size = (self.size != Size::A4).then(|| format!("rozmiar={}", self.size.as_str()));
        let second = self.languages.second().map(|second| format!("drugi={}", second.tag()));
        let all: Vec<String> = size.into_iter().chain(second).collect();
        match all.is_empty() {
            true => String::new(),
            false => format!("?{}", all.join("&")),
        }
    }

    /// As a part of a file's name: `a4-pl-uk`.
    fn name(self) -> String {
        let second = self.languages.second().map(|second| format!("-{}", second.tag()));
        let first = self.languages.first().tag();
        format!("{}-{first}{}", self.size.as_str(), second.unwrap_or_default())
    }
}

async fn stop(app: Data<App>, request: HttpRequest, slug: web::Path<String>, wishes: Query<Wishes>) -> HttpResponse {
    let found = |publication: &Publication, slug: &Slug| publication.stop(slug).map(|stop| stop.slug.clone());
    of_place(
        &app,
        &request,
        &slug,
        &wishes,
        found,
        addresses::stop_poster,
        Paper::Stop,
    )
    .await
}

async fn estate(app: Data<App>, request: HttpRequest, slug: web::Path<String>, wishes: Query<Wishes>) -> HttpResponse {
    let found = |publication: &Publication, slug: &Slug| publication.estate(slug).map(|estate| estate.slug.clone());
    of_place(
        &app,
        &request,
        &slug,
        &wishes,
        found,
        addresses::estate_poster,
        Paper::Estate,
    )
    .await
}

async fn leaflet(app: Data<App>, request: HttpRequest, wishes: Query<Wishes>) -> HttpResponse {
    // It comes on A4 alone, whatever is wished.
    let wishes = Wishes {
        rozmiar: None,
        drugi: wishes.drugi.clone(),
    };
    of_town(&app, &request, &wishes, Paper::Leaflet).await
}

async fn table(app: Data<App>, request: HttpRequest, wishes: Query<Wishes>) -> HttpResponse {
    of_town(&app, &request, &wishes, Paper::Table).await
}

async fn of_town(app: &Data<App>, request: &HttpRequest, wishes: &Wishes, paper: Paper) -> HttpResponse {
    match Wanted::understand(spoken(request), wishes) {
        Ok(wanted) => respond(app, request, paper, wanted).await,
        Err(problem) => actix_web::ResponseError::error_response(&problem),
    }
}

/// The poster of a place; a former slug leads to the present one.
async fn of_place(
    app: &Data<App>,
    request: &HttpRequest,
    slug: &str,
    wishes: &Wishes,
    find: impl Fn(&Publication, &Slug) -> Option<Slug>,
    address: impl Fn(Language, &Slug) -> String,
    paper: impl Fn(Slug) -> Paper,
) -> HttpResponse {
    let wanted = match Wanted::understand(spoken(request), wishes) {
        Ok(wanted) => wanted,
        Err(problem) => return actix_web::ResponseError::error_response(&problem),
    };
    let Ok(slug) = slug.parse::<Slug>() else {
        return errors::page(request, &AppError::NotFound);
    };
    let present = |publication: &Publication| {
        let present = find(publication, &slug).filter(|present| *present != slug)?;
        Some(format!("{}{}", address(spoken(request), &present), wanted.query()))
    };
    match moved(app, present) {
        Some(moved) => moved,
        None => respond(app, request, paper(slug), wanted).await,
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
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let day = publication.data().zone.day(app.now());
    let name = paper.name(wanted);
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
        let pdf = paper.draw(publication, day, wanted)?;
        let ready = Arc::new(Ready::new(pdf, "application/pdf", "no-cache", None).named(&name));
        snapshot.shelf.put(&key, ready.clone(), ready.size());
        Ok(ready)
    })
    .await
}

/// What was chosen on the page "Do druku".
#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    co: String,
    #[serde(default)]
    rozmiar: String,
    #[serde(default)]
    jezyki: String,
}

/// Leads to the address of the paper that was chosen.
async fn chosen(request: HttpRequest, Query(choice): Query<Choice>) -> HttpResponse {
    match address(spoken(&request), &choice) {
        Ok(address) => HttpResponse::SeeOther().insert_header(("Location", address)).finish(),
        Err(faults) => actix_web::ResponseError::error_response(&Problem::malformed(faults)),
    }
}

fn address(spoken: Language, choice: &Choice) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    let wanted = wanted(spoken, &choice.rozmiar, &choice.jezyki).map_err(|found| faults.extend(found));
    let path = |first: Language| {
        Some(match choice.co.split_once(':') {
            Some(("stop", slug)) => addresses::stop_poster(first, &slug.parse().ok()?),
            Some(("estate", slug)) => addresses::estate_poster(first, &slug.parse().ok()?),
            None if choice.co == "leaflet" => addresses::leaflet(first),
            None if choice.co == "table" => addresses::town_table(first),
            _ => return None,
        })
    };
    if path(spoken).is_none() {
        faults.push(Fault::new("?co", "must be leaflet, table, stop:… or estate:…"));
    }
    match wanted {
        Ok(wanted) if faults.is_empty() => {
            let path = path(wanted.languages.first()).unwrap_or_default();
            Ok(format!("{path}{}", wanted.query()))
        }
        _ => Err(faults),
    }
}

/// Size and languages as the forms send them: `a3`, `pl-uk`. Nothing is A4, in the language of the page.
pub fn wanted(spoken: Language, size: &str, languages: &str) -> Result<Wanted, Vec<Fault>> {
    let (first, second) = match languages.split_once('-') {
        Some((first, second)) => (first, Some(second)),
        None => (languages, None),
    };
    let first = match first {
        "" => Some(spoken),
        tag => Language::from_tag(tag),
    };
    let both = match (first, second.map(Language::from_tag)) {
        (Some(first), None) => Some(Languages::one(first)),
        (Some(first), Some(Some(second))) if first != second => Some(Languages::two(first, second)),
        _ => None,
    };
    let size = Wanted::size(Some(size).filter(|word| !word.is_empty()));
    match (both, size) {
        (Some(languages), Some(size)) => Ok(Wanted { languages, size }),
        (both, size) => {
            let fault = |is: bool, place: &str, detail: &str| is.then(|| Fault::new(place, detail));
            let faults = [
                fault(both.is_none(), "?jezyki", "must be pl, uk, en or two of them: pl-uk"),
                fault(size.is_none(), "?rozmiar", "must be a4 or a3"),
            ];
            Err(faults.into_iter().flatten().collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(co: &str, rozmiar: &str, jezyki: &str) -> Result<String, Vec<Fault>> {
        let [co, rozmiar, jezyki] = [co, rozmiar, jezyki].map(str::to_owned);
        address(Language::Ukrainian, &Choice { co, rozmiar, jezyki })
    }

    #[test]
    fn a_choice_leads_to_the_paper() {
        for (co, size, languages, expected) in [
            ("leaflet", "a4", "pl", "/ulotka.pdf"),
            ("table", "a3", "en-pl", "/en/tabela.pdf?rozmiar=a3&drugi=pl"),
            ("stop:lazek-plac", "", "", "/uk/przystanki/lazek-plac/plakat.pdf"),
            ("estate:lazek", "a4", "pl-uk", "/osiedla/lazek/plakat.pdf?drugi=uk"),
        ] {
            assert_eq!(chosen(co, size, languages), Ok(expected.to_owned()));
        }
        for (co, size, languages, pointers) in [
            ("", "a5", "de", ["?jezyki", "?rozmiar", "?co"].as_slice()),
            ("stop:../..", "a4", "pl", &["?co"]),
            ("leaflet", "a4", "pl-pl", &["?jezyki"]),
            ("leaflet", "a4", "pl-uk-en", &["?jezyki"]),
        ] {
            let faults = chosen(co, size, languages).unwrap_err();
            let found: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
            assert_eq!(found, pointers, "{co} {size} {languages}");
        }
    }
}
