//! The table of routes and the description say the same.

use std::collections::BTreeSet;

use super::{addresses, openapi};

fn routed() -> BTreeSet<(String, String)> {
    let of = |address: super::Address| {
        let path = address.path;
        address
            .methods
            .into_iter()
            .map(move |method| (path.to_owned(), method.to_string()))
    };
    addresses().into_iter().flat_map(of).collect()
}

#[test]
fn every_route_is_described_and_the_other_way_round() {
    let described: BTreeSet<_> = openapi::operations()
        .into_iter()
        .map(|(path, method, _)| (path, method))
        .collect();
    assert_eq!(routed(), described);
}

#[test]
fn whatever_changes_something_needs_somebody_who_is_signed_in() {
    let open: Vec<_> = openapi::operations()
        .into_iter()
        .filter(|(path, method, roles)| roles.is_empty() && method != "GET" && !path.starts_with("/sessions"))
        .map(|(path, method, _)| format!("{method} {path}"))
        .collect();
    // Whoever follows visits has no account, and who registers has none yet.
    let meant = [
        "POST /public/followers/email",
        "POST /public/followers/push",
        "DELETE /public/followers/{token}",
        "POST /registrations",
    ];
    assert_eq!(open, meant);
}

#[test]
fn every_operation_has_a_summary_and_its_own_name() {
    let document = openapi::document();
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let summary = operation["summary"].as_str().unwrap_or_default();
            assert!((3..60).contains(&summary.len()), "{method} {path}: {summary:?}");
            let name = operation["operationId"].as_str().unwrap().to_owned();
            assert!(names.insert(name.clone()), "{method} {path}: {name} stands twice");
        }
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = openapi::document();
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        if let Some(reference) = value["$ref"].as_str() {
            assert!(document.pointer(&reference[1..]).is_some(), "{reference}");
        }
        open.extend(value.as_object().into_iter().flat_map(|map| map.values()));
        open.extend(value.as_array().into_iter().flatten());
    }
}
