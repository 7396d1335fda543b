//! The arrows of docs/architecture.md, held by what `cargo metadata` says of the workspace.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::expect_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// What each crate of the workspace may use of the others, directly.
const ARROWS: &[(&str, &[&str])] = &[
    ("vocabulary", &[]),
    ("wording", &["vocabulary"]),
    ("season-files", &["vocabulary"]),
    ("route-planning", &["vocabulary"]),
    ("volunteer-roster", &["vocabulary"]),
    ("public-calendar", &["vocabulary", "wording"]),
    ("print", &["public-calendar", "vocabulary", "wording"]),
    ("storage", &["vocabulary"]),
    (
        "rest-api",
        &[
            "print",
            "public-calendar",
            "route-planning",
            "season-files",
            "storage",
            "vocabulary",
            "volunteer-roster",
            "wording",
        ],
    ),
    ("journeys", &["rest-api", "vocabulary"]),
];

const PURE: &[&str] = &[
    "vocabulary",
    "wording",
    "season-files",
    "route-planning",
    "volunteer-roster",
    "public-calendar",
    "print",
];

/// Crates that do input or output, tell the time, or run threads of their own.
const IMPURE: &[&str] = &[
    "diesel",
    "actix-web",
    "actix-rt",
    "tokio",
    "ureq",
    "rustls",
    "libsqlite3-sys",
    "pq-sys",
    "tracing-subscriber",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Normal dependencies of every package of the resolved graph, by name.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let name_of: BTreeMap<&str, &str> = metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .map(|p| (p["id"].as_str().unwrap_or(""), p["name"].as_str().unwrap_or("")))
        .collect();
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in metadata["resolve"]["nodes"].as_array().expect("nodes") {
        let normal = node["deps"].as_array().into_iter().flatten().filter(|dep| {
            dep["dep_kinds"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|kind| kind["kind"].is_null())
        });
        let names = normal
            .filter_map(|dep| name_of.get(dep["pkg"].as_str()?))
            .map(|n| (*n).to_owned());
        let of = name_of.get(node["id"].as_str().unwrap_or("")).copied().unwrap_or("");
        all.entry(of.to_owned()).or_default().extend(names);
    }
    all
}

fn reachable(from: &str, all: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(name) = open.pop() {
        for next in all.get(&name).into_iter().flatten() {
            if seen.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    seen
}

#[test]
fn crates_use_only_what_the_arrows_allow() {
    let all = dependencies();
    let members: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    for (name, allowed) in ARROWS {
        let used: BTreeSet<&str> = all[*name]
            .iter()
            .map(String::as_str)
            .filter(|d| members.contains(d))
            .collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        assert!(
            used.is_subset(&allowed),
            "{name} uses {:?}",
            used.difference(&allowed).collect::<Vec<_>>()
        );
    }
}

#[test]
fn the_pure_crates_reach_nothing_that_does_input_or_output() {
    let all = dependencies();
    for name in PURE {
        let reached = reachable(name, &all);
        let forbidden: Vec<_> = IMPURE.iter().filter(|i| reached.contains(**i)).collect();
        assert!(forbidden.is_empty(), "{name} reaches {forbidden:?}");
    }
}

#[test]
fn only_storage_uses_diesel_and_only_rest_api_uses_actix() {
    for (name, uses) in dependencies()
        .iter()
        .filter(|(name, _)| ARROWS.iter().any(|(n, _)| n == name))
    {
        assert_eq!(uses.contains("diesel"), name == "storage", "{name} and diesel");
        assert_eq!(uses.contains("actix-web"), name == "rest-api", "{name} and actix-web");
    }
}

fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the workspace") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("UTF-8 source");
            found.push((path, text));
        }
    }
}

#[test]
fn pure_sources_have_no_clock_environment_or_disk() {
    for name in PURE {
        let mut found = Vec::new();
        sources(&root().join("crates").join(name).join("src"), &mut found);
        for (path, text) in found {
            for word in [
                "SystemTime::now",
                "Instant::now",
                "Utc::now",
                "Local::now",
                "std::env",
                "std::fs",
                "std::net",
                "rand::rng(",
            ] {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

#[test]
fn within_rest_api_only_web_names_actix() {
    let source = root().join("crates/rest-api/src");
    let mut found = Vec::new();
    sources(&source, &mut found);
    for (path, text) in found {
        let inner = path.strip_prefix(&source).expect("below src");
        let web = inner.starts_with("web") || inner == Path::new("web.rs");
        assert!(
            web || !text.contains("actix_web::"),
            "{} names actix_web",
            path.display()
        );
    }
}
