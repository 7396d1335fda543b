//! What changed, and the releases of the timetable: `/zmiany`, `/wydania`, and their Atom feeds.
//!
//! Releases are frozen in the database and asked for only here; what they say is kept with the revision like any page.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, ServiceConfig},
};
use askama::Template;
use public_calendar::{
    Publication, addresses,
    atom::{self, Scope},
    pages::{Pages, Release, Span, count_changes, text},
};
use serde::Deserialize;
use vocabulary::{Slug, Timestamp};
use wording::Words;

use super::{
    errors,
    public::{Asked, draw_page, nothing_yet, ready, spoken},
    views::{ChangesPage, ReleasesPage, SeasonListPage},
};
use crate::{
    app::{App, AppError, calendar},
    public::Snapshot,
    web::{
        bytes::Ready,
        missing::{self, Sought},
        problem::Problem,
        reads::InEveryLanguage,
    },
};

/// Pages and Atom feeds, in every language.
pub(super) fn routes(config: &mut ServiceConfig) {
    InEveryLanguage(config)
        .at("/zmiany", changes)
        .at("/wydania", releases)
        .at("/wydania/{number}", release)
        .at("/changes.atom", town_atom)
        .at("/estates/{slug}.atom", estate_atom)
        .at("/stops/{slug}.atom", stop_atom)
        .at("/releases.atom", releases_atom);
}

/// Between which states somebody asks.
#[derive(Deserialize)]
struct Question {
    /// From the release of this number…
    od: Option<u32>,
    /// …to this one; without it, to the present state.
    #[serde(rename = "do")]
    to: Option<u32>,
    /// From this instant on (RFC 3339).
    po: Option<String>,
}

/// The same with what it needs.
enum Asks {
    Releases(Arc<Publication>, Arc<Publication>),
    SinceRelease(Arc<Publication>),
    Since(Timestamp),
    SinceTheFirst,
}

async fn changes(app: Data<App>, request: HttpRequest, question: web::Query<Question>) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    let snapshot = app.public.newest();
    let asks = {
        let (app, snapshot) = (app.clone(), snapshot.clone());
        in_background(move || understand(&app, &snapshot, &question)).await
    };
    let drawn = asks.and_then(|asks| {
        let span = match &asks {
            Asks::Releases(from, to) => Span::Releases(from, to),
            Asks::SinceRelease(from) => Span::SinceRelease(from),
            Asks::Since(instant) => Span::Since(*instant),
            Asks::SinceTheFirst => Span::SinceTheFirst,
        };
        draw_page(&app, &snapshot, Asked::by(&request), |pages, draw| {
            let view = pages.changes(span);
            draw(
                &view.frame,
                &|frame| ChangesPage { frame, view: &view }.render(),
                &|words| text::changes(words, &view),
            )
        })
    });
    answer(&request, drawn)
}

fn understand(app: &App, snapshot: &Snapshot, question: &Question) -> Result<Asks, AppError> {
    Ok(match (question.od, question.to, &question.po) {
        (Some(from), Some(to), _) => Asks::Releases(frozen(app, snapshot, from)?, frozen(app, snapshot, to)?),
        (Some(from), None, _) => Asks::SinceRelease(frozen(app, snapshot, from)?),
        (None, _, Some(since)) => Asks::Since(since.parse().map_err(|_| AppError::NotFound)?),
        (None, _, None) => Asks::SinceTheFirst,
    })
}

async fn releases(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    let snapshot = app.public.newest();
    let drawn = counted(&app, &snapshot).await.and_then(|all| {
        draw_page(&app, &snapshot, Asked::by(&request), |pages, draw| {
            let view = pages.releases(&all);
            draw(
                &view.frame,
                &|frame| ReleasesPage { frame, view: &view }.render(),
                &|_| text::releases(&view),
            )
        })
    });
    answer(&request, drawn)
}

/// The whole timetable as a release had it; the newest one's is the page in force.
async fn release(app: Data<App>, request: HttpRequest, number: web::Path<u32>) -> HttpResponse {
    let snapshot = app.public.newest();
    let number = number.into_inner();
    let newest = snapshot.releases.first().map(|release| release.number);
    if newest == Some(number) {
        return HttpResponse::TemporaryRedirect()
            .insert_header(("Location", addresses::season(spoken(&request))))
            .finish();
    }
    let old = {
        let (app, snapshot) = (app.clone(), snapshot.clone());
        in_background(move || frozen(&app, &snapshot, number)).await
    };
    let drawn = old.and_then(|old| {
        draw_page(&app, &snapshot, Asked::by(&request), |now, draw| {
            let pages = Pages::new(&old, now.words(), now.moment());
            let view = pages.old_season();
            draw(
                &view.frame,
                &|frame| SeasonListPage { frame, view: &view }.render(),
                &|words| text::season(words, &view),
            )
        })
    });
    answer(&request, drawn)
}

fn answer(request: &HttpRequest, drawn: Result<String, AppError>) -> HttpResponse {
    match drawn {
        Ok(drawn) => ready(Asked::by(request), drawn).respond(request),
        Err(error) => errors::page(request, &error),
    }
}

async fn town_atom(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    changes_feed(&app, &request, |_| {
        Some((Scope::Town, addresses::changes_atom(spoken(&request))))
    })
    .unwrap_or_else(|| Err(AppError::NothingPublished.into()))
}

async fn estate_atom(app: Data<App>, request: HttpRequest, asked: web::Path<String>) -> Result<HttpResponse, Problem> {
    let slug = asked.parse::<Slug>().ok();
    let found = changes_feed(&app, &request, |publication| {
        let estate = publication.estate(slug.as_ref()?)?;
        Some((
            Scope::Estate(estate),
            addresses::estate_atom(spoken(&request), &estate.slug),
        ))
    });
    match found {
        Some(answer) => answer,
        None => Err(missing::problem(&app, spoken(&request), Sought::Estate(asked.into_inner())).await),
    }
}

async fn stop_atom(app: Data<App>, request: HttpRequest, asked: web::Path<String>) -> Result<HttpResponse, Problem> {
    let slug = asked.parse::<Slug>().ok();
    let found = changes_feed(&app, &request, |publication| {
        let stop = publication.stop(slug.as_ref()?)?;
        Some((Scope::Stop(stop), addresses::stop_atom(spoken(&request), &stop.slug)))
    });
    match found {
        Some(answer) => answer,
        None => Err(missing::problem(&app, spoken(&request), Sought::Stop(asked.into_inner())).await),
    }
}

/// A feed of changes; none where none is. A former slug is answered like the present one: readers of feeds do not all follow a redirect.
fn changes_feed(
    app: &App,
    request: &HttpRequest,
    find: impl for<'p> Fn(&'p Publication) -> Option<(Scope<'p>, String)>,
) -> Option<Result<HttpResponse, Problem>> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref()?;
    let (scope, address) = find(publication)?;
    let ready = snapshot.kept(&address, || {
        let text = atom::changes(publication, Words::of(spoken(request)), scope);
        Ok::<_, AppError>(feed(text, publication.data().changed_at))
    });
    Some(ready.map(|ready| ready.respond(request)).map_err(Problem::from))
}

async fn releases_atom(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NotFound)?;
    let all = counted(&app, &snapshot).await?;
    let language = spoken(&request);
    let ready = snapshot.kept(&addresses::releases_atom(language), || {
        let text = atom::releases(publication, Words::of(language), &all);
        Ok::<_, AppError>(feed(text, publication.data().published_at))
    })?;
    Ok(ready.respond(&request))
}

fn feed(text: String, changed: Timestamp) -> Ready {
    Ready::new(text, atom::MEDIA_TYPE, "public, max-age=900", Some(changed))
}

type Counted = Vec<(Release, Option<usize>)>;

/// The releases, each with the number of its changes.
async fn counted(app: &Data<App>, snapshot: &Arc<Snapshot>) -> Result<Arc<Counted>, AppError> {
    let (app, snapshot) = (app.clone(), snapshot.clone());
    in_background(move || {
        snapshot.kept("releases, counted", || {
            let of = |(place, one): (usize, &storage::Release)| {
                let before = snapshot.releases.get(place + 1);
                let changes = before.map(|before| app.public.changes_of(one, || between(&app, before, one)));
                let release = Release {
                    number: one.number,
                    published_at: one.published_at,
                };
                Ok((release, changes.transpose()?))
            };
            snapshot
                .releases
                .iter()
                .enumerate()
                .map(of)
                .collect::<Result<Counted, AppError>>()
        })
    })
    .await
}

fn between(app: &App, before: &storage::Release, after: &storage::Release) -> Result<usize, AppError> {
    app.read(|db| {
        Ok(count_changes(
            &calendar::frozen(db, before)?,
            &calendar::frozen(db, after)?,
        ))
    })
}

/// What the release of this number froze.
fn frozen(app: &App, snapshot: &Snapshot, number: u32) -> Result<Arc<Publication>, AppError> {
    let release = snapshot.releases.iter().find(|release| release.number == number);
    let release = release.ok_or(AppError::NotFound)?;
    snapshot.kept(&format!("frozen {}", release.id), || {
        app.read(|db| calendar::frozen(db, release))
    })
}

/// Away from the threads that answer, since it asks the database.
async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let done = web::block(work).await;
    done.map_err(|e| AppError::Internal(anyhow::anyhow!("a thread broke down: {e}")))?
}
