//! `/koordynator/miejsca`: the places that the service knows, and two stops that turn out to be one.

use std::collections::BTreeSet;

use actix_web::{
    HttpResponse,
    web::{self, Query, ServiceConfig},
};
use serde::Deserialize;
use storage::Stop;
use vocabulary::{EstateId, Slug, StopId};
use wording::Words;

use super::{
    forms::{self, Desk, Done, Outcome, Posted, Signed},
    views::{EstateOfStops, MergeOffer, PlacesPage, StopOfEstate, Tab},
};
use crate::app::{
    AppError,
    stops::{self, MergeInput, MergeObstacle, MergePreview, Town},
};

const PATH: &str = "/koordynator/miejsca";

/// The page, and what its form does.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path: String, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource(PATH.to_owned(), "GET").route(web::get().to(show)))
        .service(resource(format!("{PATH}/polacz"), "POST").route(web::post().to(merge)));
}

/// Which stops are looked at, by their names in addresses.
#[derive(Default, Deserialize)]
struct Chosen {
    #[serde(default)]
    znika: String,
    #[serde(default)]
    zostaje: String,
}

async fn show(signed: Signed, chosen: Query<Chosen>) -> HttpResponse {
    signed.answer(move |desk| page(desk, &chosen)).await
}

fn page(desk: &Desk, chosen: &Chosen) -> Result<Outcome, AppError> {
    let town = stops::town(&desk.app, &desk.caller)?;
    let stop = |slug: &str| town.stops.iter().find(|stop| stop.slug.as_str() == slug);
    let merge = match (stop(&chosen.znika), stop(&chosen.zostaje)) {
        (Some(gone), Some(stays)) => Some(stops::preview(&desk.app, &desk.caller, &gone.id, &stays.id)?),
        _ => None,
    };
    let asked = !chosen.znika.is_empty() || !chosen.zostaje.is_empty();
    forms::page(&PlacesPage {
        frame: desk.frame(&desk.words().places().heading(), Tab::Coordinator),
        estates: by_estate(desk, &town),
        gone: chosen.znika.clone(),
        stays: chosen.zostaje.clone(),
        not_chosen: asked && merge.is_none(),
        merge: merge.as_ref().map(|preview| offer(desk.words(), preview)),
    })
}

fn by_estate(desk: &Desk, town: &Town) -> Vec<EstateOfStops> {
    let snapshot = desk.app.public.newest();
    let public: BTreeSet<&Slug> = match &snapshot.publication {
        Some(publication) => publication.data().stops.iter().map(|stop| &stop.slug).collect(),
        None => BTreeSet::new(),
    };
    let key = |name: &str| desk.words().language().sort_key(name);
    let of = |estate: Option<&EstateId>, name: String| {
        let mut inside: Vec<&Stop> = town
            .stops
            .iter()
            .filter(|stop| stop.estate_id.as_ref() == estate)
            .collect();
        inside.sort_by_cached_key(|stop| key(&stop.name));
        let line = |stop: &Stop| StopOfEstate {
            name: stop.name.clone(),
            address: stop.address.clone(),
            on_map: stop.point.is_some(),
            public: public.contains(&stop.slug),
            slug: stop.slug.clone(),
        };
        EstateOfStops {
            name,
            stops: inside.into_iter().map(line).collect(),
        }
    };
    let estates = town
        .estates
        .iter()
        .map(|estate| of(Some(&estate.id), estate.name.clone()));
    let mut all: Vec<_> = estates.collect();
    all.sort_by_cached_key(|estate| key(&estate.name));
    all.push(of(None, desk.words().places().no_estate()));
    all.retain(|estate| !estate.stops.is_empty());
    all
}

fn offer(words: Words, preview: &MergePreview) -> MergeOffer {
    let MergePreview {
        gone,
        stays,
        visits,
        obstacles,
    } = preview;
    let said = |obstacle: &MergeObstacle| match obstacle {
        MergeObstacle::Itself => words.places().itself(),
        MergeObstacle::NoEstate => words.places().lies_in_none(&stays.name),
        MergeObstacle::BothAsk(seasons) => words.places().both_ask(&seasons.join(", ")),
    };
    MergeOffer {
        gone: gone.id.clone(),
        gone_name: gone.name.clone(),
        version: gone.version,
        stays: stays.id.clone(),
        stays_name: stays.name.clone(),
        visits: *visits,
        obstacles: obstacles.iter().map(said).collect(),
    }
}

#[derive(Deserialize)]
struct MergeForm {
    gone: StopId,
    stays: StopId,
    #[serde(default)]
    version: String,
}

async fn merge(posted: Posted<MergeForm>) -> HttpResponse {
    let MergeForm { gone, stays, version } = posted.form;
    let act = move |desk: &Desk| {
        let version = version.parse().map_err(|_| AppError::NotFound)?;
        let input = MergeInput { into: stays.clone() };
        match stops::merge(&desk.app, &desk.caller, &gone, version, &input) {
            Ok(_) => forms::see(PATH, Done::StopsMerged),
            // Sent twice, or somebody else did it.
            Err(AppError::NotFound) => forms::see(PATH, Done::NothingToDo),
            Err(other) => Err(other),
        }
    };
    posted.signed.back_to(PATH).answer(act).await
}
