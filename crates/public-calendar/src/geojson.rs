//! Stops and visits on the map (GeoJSON, RFC 7946), for towns' own maps.

use geojson::{Feature, FeatureCollection, GeometryValue, JsonObject, feature::Id};
use serde_json::json;
use wording::Language;

use crate::{Publication, Stop, addresses, json};

/// The media type (RFC 7946 section 12).
pub const MEDIA_TYPE: &str = "application/geo+json";

/// Every stop. One without a known point is there with a null geometry, so that nothing is silently missing.
pub fn stops(publication: &Publication, language: Language) -> String {
    let feature = |stop: &Stop| {
        let estate = publication.estate_of(stop);
        let visits: Vec<_> = publication
            .visits_of_stop(&stop.slug)
            .map(|visit| json::entry(publication, language, visit))
            .map(|visit| {
                json!({ "id": visit.id, "state": visit.state, "starts": visit.starts, "ends": visit.ends, "url": visit.url })
            })
            .collect();
        let properties = json!({
            "slug": stop.slug,
            "name": stop.name,
            "estate": estate.name,
            "estate_slug": estate.slug,
            "kind": stop.kind,
            "address": stop.address,
            "approximate": stop.is_approximate(),
            "step_free": stop.facts.step_free,
            "url": publication.absolute(&addresses::stop(language, &stop.slug)),
            "visits": visits,
        });
        at(stop, stop.slug.as_ref(), properties)
    };
    collection(publication.data().stops.iter().map(feature).collect())
}

/// Every visit, cancelled ones included and marked, in the order of time.
pub fn visits(publication: &Publication, language: Language) -> String {
    let feature = |visit| {
        let entry = json::entry(publication, language, visit);
        at(publication.stop_of(visit), entry.id.as_ref(), json!(entry))
    };
    collection(publication.visits().iter().map(feature).collect())
}

fn at(stop: &Stop, id: &str, properties: serde_json::Value) -> Feature {
    let position = |at: vocabulary::Coordinate| GeometryValue::new_point([at.lon(), at.lat()]).into();
    Feature {
        bbox: None,
        geometry: stop.coordinate.map(position),
        id: Some(Id::String(id.to_owned())),
        properties: match properties {
            serde_json::Value::Object(all) => Some(all),
            _ => Some(JsonObject::new()),
        },
        foreign_members: None,
    }
}

fn collection(features: Vec<Feature>) -> String {
    FeatureCollection {
        bbox: None,
        features,
        foreign_members: None,
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    /// Another reader finds each stop once and each visit once, longitude first.
    #[test]
    fn read_back() {
        let publication = examples::publication();
        let read = |text: String| text.parse::<FeatureCollection>().unwrap().features;
        let stops = read(stops(&publication, Language::Polish));
        assert_eq!(stops.len(), publication.data().stops.len());
        let visits = read(visits(&publication, Language::English));
        assert_eq!(visits.len(), publication.visits().len());
        let known = stops.iter().find(|stop| stop.geometry.is_some()).unwrap();
        let slug = examples::slug(known.property("slug").unwrap().as_str().unwrap());
        let at = publication.stop(&slug).unwrap().coordinate.unwrap();
        let text = serde_json::to_value(known).unwrap();
        assert_eq!(text["geometry"]["coordinates"], json!([at.lon(), at.lat()]));
        assert!(
            visits[0]
                .property("url")
                .unwrap()
                .as_str()
                .unwrap()
                .contains("/en/wizyty/")
        );
    }
}
