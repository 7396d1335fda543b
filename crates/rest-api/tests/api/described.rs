//! What the API answers has the shape that its description gives.

use serde_json::{Value, json};

use crate::{harness::Database, published, season};

/// Follows `$ref` to what it names.
fn resolved<'a>(description: &'a Value, mut schema: &'a Value) -> &'a Value {
    while let Some(reference) = schema["$ref"].as_str() {
        schema = description.pointer(&reference[1..]).unwrap();
    }
    schema
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Where a value is not what the schema says: types, enumerations, required and undeclared fields.
fn faults(description: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let schema = resolved(description, schema);
    let below =
        |schema: &Value, value: &Value, name: &str| faults(description, schema, value, &format!("{place}/{name}"));
    if let Some(choices) = schema["oneOf"].as_array() {
        let fits = choices.iter().any(|choice| below(choice, value, "").is_empty());
        return if fits {
            Vec::new()
        } else {
            vec![format!("{place}: {value} fits no choice")]
        };
    }
    if let Some(parts) = schema["allOf"].as_array() {
        // A part does not know the fields of the others.
        let all = parts.iter().flat_map(|part| faults(description, part, value, place));
        return all.filter(|fault| !fault.ends_with("is not declared")).collect();
    }
    let types = match &schema["type"] {
        Value::Array(types) => types.clone(),
        Value::Null => return Vec::new(),
        one => vec![one.clone()],
    };
    let fits = |name: &Value| *name == kind(value) || (*name == "number" && kind(value) == "integer");
    if !types.iter().any(fits) {
        return vec![format!("{place}: {value} is no {types:?}")];
    }
    let mut found = Vec::new();
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        found.push(format!("{place}: {value} is none of the words"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(below(&schema["items"], item, &index.to_string()));
    }
    if let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) {
        for name in schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if !fields.contains_key(name) {
                found.push(format!("{place}/{name} is missing"));
            }
        }
        for (name, field) in fields {
            match properties.get(name) {
                Some(schema) => found.extend(below(schema, field, name)),
                None => found.push(format!("{place}/{name} is not declared")),
            }
        }
    }
    found
}

#[test]
fn answers_have_the_described_shape() {
    let (service, token) = published(Database::Sqlite);
    let description = service.get("/api/v1/openapi.json", None).json();
    let read = |path: &str, address: &str| -> Value {
        let answer = service.get(&format!("/api/v1{address}"), Some(&token));
        assert_eq!(answer.status, 200, "{address}: {}", answer.body);
        let response = &description["paths"][path]["get"]["responses"]["200"];
        let schema = &response["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{path} has no schema");
        assert_eq!(
            faults(&description, schema, &answer.json(), ""),
            Vec::<String>::new(),
            "{address}"
        );
        answer.json()
    };
    let season = season(&service, &token);
    read("/seasons", "/seasons");
    read("/seasons/{id}", &format!("/seasons/{season}"));
    for things in ["releases", "requests", "events", "plans", "visits"] {
        let list = read(
            &format!("/seasons/{{id}}/{things}"),
            &format!("/seasons/{season}/{things}"),
        );
        let id = list["items"][0]["id"].as_str().unwrap();
        read(&format!("/{things}/{{id}}"), &format!("/{things}/{id}"));
    }
    for things in ["estates", "stops", "people"] {
        let id = read(&format!("/{things}"), &format!("/{things}"))["items"][0]["id"].clone();
        read(
            &format!("/{things}/{{id}}"),
            &format!("/{things}/{}", id.as_str().unwrap()),
        );
    }
    for things in ["/me", "/shifts", "/signups", "/audit"] {
        read(things, things);
    }
    read("/public/search", "/public/search?q=cen");
    let problem = service.get("/api/v1/audit?limit=0", Some(&token)).json();
    let schema = json!({"$ref": "#/components/schemas/Problem"});
    assert_eq!(faults(&description, &schema, &problem, ""), Vec::<String>::new());
}
