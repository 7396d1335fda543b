//! A JSON body as a value, or the places where it is not one, as JSON pointers (RFC 6901).

use serde::de::DeserializeOwned;
use serde_ignored::Path as Ignored;
use serde_json::Value;
use serde_path_to_error::{Path, Segment, Track};

use crate::app::error::Fault;

/// The value that the body says. Fields that mean nothing are faults, too: a misspelt one would silently do nothing.
pub fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Vec<Fault>> {
    // A list would be taken for the fields of an object in the order of the program's text.
    if body.trim_ascii_start().first().is_some_and(|first| *first != b'{') {
        return Err(vec![Fault::new("", "the body must be a JSON object")]);
    }
    let mut track = Track::new();
    let mut unknown = Vec::new();
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = serde_ignored::deserialize(
        serde_path_to_error::Deserializer::new(&mut json, &mut track),
        |path: Ignored<'_>| unknown.push(Fault::new(ignored(&path), "this field means nothing here")),
    );
    let value: T = value.map_err(|error| vec![fault(&track.path(), &error)])?;
    json.end().map_err(|error| vec![Fault::new("", error.to_string())])?;
    // PostgreSQL cannot store the character U+0000, and no text has a use for it.
    if let Ok(text) = serde_json::from_slice(body) {
        zeros(&text, String::new(), &mut unknown);
    }
    if unknown.is_empty() { Ok(value) } else { Err(unknown) }
}

fn fault(path: &Path, error: &serde_json::Error) -> Fault {
    let detail = error.to_string();
    let mut place: String = path.iter().map(segment).collect();
    if let Some(name) = detail
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next())
    {
        place = step(place, name);
    }
    Fault::new(place, detail)
}

fn segment(segment: &Segment) -> String {
    match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => step(String::new(), key),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    }
}

fn ignored(path: &Ignored<'_>) -> String {
    match path {
        Ignored::Root => String::new(),
        Ignored::Seq { parent, index } => format!("{}/{index}", ignored(parent)),
        Ignored::Map { parent, key } => step(ignored(parent), key),
        Ignored::Some { parent } | Ignored::NewtypeStruct { parent } | Ignored::NewtypeVariant { parent } => {
            ignored(parent)
        }
    }
}

fn step(place: String, name: &str) -> String {
    format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn zeros(value: &Value, place: String, faults: &mut Vec<Fault>) {
    if let Value::String(words) = value {
        zero(words, &place, faults);
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        zeros(item, format!("{place}/{index}"), faults);
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        zero(name, &place, faults);
        zeros(field, step(place.clone(), name), faults);
    }
}

fn zero(text: &str, place: &str, faults: &mut Vec<Fault>) {
    if text.contains('\0') {
        faults.push(Fault::new(place, "text cannot hold the character U+0000"));
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Outer {
        name: String,
        #[serde(default)]
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Inner {
        day: vocabulary::Day,
        more: Option<Box<Inner>>,
    }

    fn check(body: &str, places: &[&str]) {
        let found: Vec<String> = match parse::<Outer>(body.as_bytes()) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.into_iter().map(|fault| fault.pointer).collect(),
        };
        assert_eq!(found, places, "{body}");
    }

    #[test]
    fn places() {
        check(r#"{"name": "a"}"#, &[]);
        check(r#"{"name": "a"} x"#, &[""]);
        check(r#"{"name": "a""#, &[""]);
        check(r#"{}"#, &["/name"]);
        check(r#"["a", []]"#, &[""]);
        check(r#"{"name": 1}"#, &["/name"]);
        check(r#"{"name": "a", "nmae": "b"}"#, &["/nmae"]);
        check(
            r#"{"name": "a", "inner": [{"day": "2027-07-01"}, {"day": "1 lipca"}]}"#,
            &["/inner/1/day"],
        );
        check(
            r#"{"name": "a", "inner": [{"day": "2027-07-01", "a/b": 1, "more": {"day": "2027-07-01", "x": 2}}]}"#,
            &["/inner/0/a~1b", "/inner/0/more/x"],
        );
        check("{\"name\": \"a\\u0000\"}", &["/name"]);
        check(&format!("{}1{}", "[".repeat(1000), "]".repeat(1000)), &[""]);
    }
}
