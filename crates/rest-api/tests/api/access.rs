//! Who may call what, for every operation of the description.

use serde_json::Value;

use crate::{
    harness::{Database, Running, a_morning},
    nobodys, one_of_each, problem,
};

const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];

struct Operation {
    method: String,
    path: String,
    roles: Vec<String>,
}

fn operations(description: &Value) -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let roles = operation["security"][0]["bearer"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            found.push(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                roles: roles.iter().map(|role| role.as_str().unwrap().to_owned()).collect(),
            });
        }
    }
    found
}

/// The address with an id that names nothing, of the right form.
fn filled(path: &str) -> String {
    let prefix = match path.split('/').nth(1).unwrap_or_default() {
        "seasons" => "sea",
        "requests" => "req",
        "events" => "evt",
        "estates" => "est",
        "stops" => "stp",
        "plans" => "pln",
        "releases" => "rel",
        "visits" => "vis",
        "shifts" => "shf",
        "signups" => "sgn",
        "people" => "per",
        _ => "",
    };
    format!("/api/v1{}", path.replace("{id}", &nobodys(prefix)))
}

/// With a body and an id that make no sense: who may not call must not learn that from the answer.
#[test]
fn every_operation_is_for_the_roles_that_it_names_and_no_other() {
    let service = Running::empty(Database::Sqlite, a_morning());
    let callers = one_of_each(&service);
    let description = service.get("/api/v1/openapi.json", None).json();
    let call = |operation: &Operation, token: Option<&str>| {
        let headers = [("content-type", "application/json")];
        let body = (operation.method == "POST" || operation.method == "PUT").then_some("{\"no\": [");
        service.send_text(&operation.method, &filled(&operation.path), token, &headers, body)
    };
    let operations = operations(&description);
    assert!(operations.len() > 45, "{}", operations.len());
    for operation in &operations {
        let name = format!("{} {}", operation.method, operation.path);
        let nobody = call(operation, None);
        let forged = call(operation, Some("eyJhbGciOiJub25lIn0.e30."));
        if operation.roles.is_empty() {
            assert!(![401, 403].contains(&nobody.status), "{name}: {}", nobody.body);
            continue;
        }
        for refused in [&nobody, &forged] {
            assert_eq!(
                problem(refused),
                (401, "unauthenticated".to_owned(), Vec::new()),
                "{name}"
            );
            assert!(refused.header("www-authenticate").starts_with("Bearer"), "{name}");
        }
        for (role, token) in &callers {
            // Signing out is for everybody, and would end the token for the calls that follow.
            if operation.path == "/sessions/current" {
                continue;
            }
            let answer = call(operation, Some(token));
            if operation.roles.iter().any(|allowed| allowed == role) {
                assert!(
                    ![401, 403].contains(&answer.status),
                    "{name} as {role}: {}",
                    answer.body
                );
                assert!(answer.status < 500, "{name} as {role}: {}", answer.body);
            } else {
                assert_eq!(
                    problem(&answer),
                    (403, "not-allowed".to_owned(), Vec::new()),
                    "{name} as {role}"
                );
            }
        }
    }
}

#[test]
fn a_method_that_an_address_does_not_take_is_told_which_it_takes() {
    let service = Running::empty(Database::Sqlite, a_morning());
    let description = service.get("/api/v1/openapi.json", None).json();
    for (path, item) in description["paths"].as_object().unwrap() {
        for method in METHODS.into_iter().filter(|method| item.get(*method).is_none()) {
            let body = (method != "get" && method != "delete").then_some("");
            let answer = service.send_text(&method.to_uppercase(), &filled(path), None, &[], body);
            assert_eq!(problem(&answer).0, 405, "{method} {path}");
            let mut allowed: Vec<_> = answer.header("allow").split(", ").map(str::to_lowercase).collect();
            allowed.retain(|method| method != "head");
            allowed.sort();
            let taken: Vec<_> = item.as_object().unwrap().keys().cloned().collect();
            assert_eq!(allowed, taken, "{method} {path}");
        }
    }
}
