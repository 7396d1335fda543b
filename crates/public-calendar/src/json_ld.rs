//! A visit as search engines read it: an `Event` of schema.org in JSON-LD.

use serde_json::{Value, json};
use wording::Words;

use crate::{Publication, Visit, addresses, pages};

/// The document, ready to stand in a `<script>` of a page: no `<` is in it, so no name can end the element.
pub fn event(publication: &Publication, words: Words, visit: &Visit) -> String {
    let data = publication.data();
    let stop = publication.stop_of(visit);
    let estate = publication.estate_of(stop);
    let (starts, ends) = publication.instants(visit);
    let rfc3339 = |instant| data.zone.rfc3339(instant);
    let mut event = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": publication.absolute(&addresses::visit(words.language(), &visit.id)),
        "url": publication.absolute(&addresses::visit(words.language(), &visit.id)),
        "name": words.calendar().entry(&data.service.name, &stop.name),
        "description": words.calendar().visit_description(
            &stop.name,
            &estate.name,
            &words.dates().long(visit.day),
            &words.dates().window(visit.window),
        ),
        "startDate": rfc3339(starts),
        "endDate": rfc3339(ends),
        "eventStatus": format!("https://schema.org/{}", status(visit)),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": true,
        "inLanguage": "pl",
        "location": {
            "@type": "Place",
            "name": stop.name,
            "address": {
                "@type": "PostalAddress",
                "addressLocality": data.service.town,
                "addressCountry": "PL",
            },
        },
        "organizer": { "@type": "Organization", "name": data.service.name, "url": data.service.base_address },
    });
    if let Some(address) = &stop.address {
        event["location"]["address"]["streetAddress"] = json!(address);
    }
    if let Some(at) = stop.coordinate {
        event["location"]["geo"] = json!({ "@type": "GeoCoordinates", "latitude": at.lat(), "longitude": at.lon() });
    }
    // schema.org wants it only beside a status that says so; Google reads the first date from it.
    if let Some(from) = visit.moved_from.filter(|_| !visit.is_cancelled()) {
        let before = data.zone.resolve(from.day, from.window.start());
        event["previousStartDate"] = before.map_or(Value::Null, |before| json!(rfc3339(before)));
    }
    if let Some(change) = pages::change(words, visit) {
        event["disambiguatingDescription"] = json!(change);
    }
    for_html(&event.to_string())
}

fn status(visit: &Visit) -> &'static str {
    if visit.is_cancelled() {
        "EventCancelled"
    } else if visit.moved_from.is_some() {
        "EventRescheduled"
    } else {
        "EventScheduled"
    }
}

/// In JSON text these characters stand in strings alone, where they may be written as escapes.
fn for_html(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;
    use crate::examples;

    #[test]
    fn status_and_former_date() {
        let publication = examples::publication();
        let read = |number| -> Value {
            let id = examples::visit(number, "x", "2027-07-01", "10:00-11:00").id;
            let visit = publication.visit(&id).unwrap();
            serde_json::from_str(&event(&publication, Words::of(Language::Polish), visit)).unwrap()
        };
        let (planned, cancelled, moved) = (read(1), read(3), read(4));
        assert_eq!(planned["eventStatus"], "https://schema.org/EventScheduled");
        assert_eq!(planned["previousStartDate"], Value::Null);
        assert_eq!(cancelled["eventStatus"], "https://schema.org/EventCancelled");
        assert_eq!(moved["eventStatus"], "https://schema.org/EventRescheduled");
        assert_eq!(moved["previousStartDate"], "2027-07-06T15:00:00+02:00");
        insta::assert_snapshot!("event", serde_json::to_string_pretty(&moved).unwrap());
    }

    #[test]
    fn no_name_ends_the_element() {
        let mut data = examples::data();
        let name = "</script><script>alert(1)</script>&\u{2028}\"\\ 🚌";
        for stop in &mut data.stops {
            stop.name = name.to_owned() + stop.slug.as_str();
        }
        let publication = Publication::build(data).unwrap();
        let visit = &publication.visits()[0];
        let text = event(&publication, Words::of(Language::Polish), visit);
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        assert!(read["location"]["name"].as_str().unwrap().starts_with(name));
    }
}
