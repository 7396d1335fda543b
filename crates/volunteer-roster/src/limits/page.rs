//! docs/roster-rules.md says exactly what the defaults say.

use serde_json::Value;

use crate::Rules;

const PAGE: &str = include_str!("../../../../docs/roster-rules.md");

/// Whether staff may decide otherwise: the refusals of these settings are overridable where the house has set them.
fn who_decides(name: &str, set_by: &str) -> &'static str {
    let (section, field) = name.split_once('.').unwrap_or((name, ""));
    match (section, field) {
        ("psu_rate" | "waiting", _) | ("crew", "children_per_adult") => "–",
        ("clearance" | "agreement", _) | ("minors", "consent" | "oldest_consent" | "adult_of_staff") => "nobody",
        ("minors", "approval") | ("travel", _) => "staff, with a reason",
        _ if set_by == "law" => "nobody",
        _ if set_by == "nobody yet" => "staff, where the house sets it",
        _ => "staff, with a reason",
    }
}

fn rows(name: &str, value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let name = if name.is_empty() {
                    field.clone()
                } else {
                    format!("{name}.{field}")
                };
                rows(&name, value, into);
            }
        }
        Value::Array(values) if values.is_empty() => {
            let decides = who_decides(name, "nobody yet");
            into.push(format!("| `{name}` | none | – | – | – | {decides} |"));
        }
        Value::Array(values) => into.extend(values.iter().map(|dated| row(name, dated))),
        other => panic!("{name} is no setting: {other}"),
    }
}

fn row(name: &str, dated: &Value) -> String {
    let text = |field: &str| dated[field].as_str().unwrap_or("–").to_owned();
    let value = match &dated["value"] {
        Value::Object(fields) => {
            let mut each: Vec<_> = fields
                .iter()
                .map(|(field, value)| format!("{field} {}", plain(value)))
                .collect();
            each.sort();
            each.join(", ")
        }
        simple => plain(simple),
    };
    let from = match text("from") {
        from if from == "2000-01-01" => "always".to_owned(),
        from => from,
    };
    let decides = who_decides(name, &text("set_by"));
    format!(
        "| `{name}` | {value} | {from} | {} | {} | {decides} |",
        text("source"),
        text("doubt")
    )
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[test]
fn the_page_is_printed_from_the_defaults() {
    let mut expected = Vec::new();
    rows("", &serde_json::to_value(Rules::default()).unwrap(), &mut expected);
    expected.sort();
    let listed: Vec<&str> = PAGE.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(listed, expected, "\nthe table should be:\n{}\n", expected.join("\n"));
}
