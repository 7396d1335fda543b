//! Who may call what, for every operation of the description.

use rest_api::app::{
    AppError, Caller,
    again::{self, Again, Against},
    apply,
    idempotency::Asked,
    overview,
    plans::{self, PlanLimits},
    publish, travel,
};
use route_planning::Change;
use serde_json::Value;
use vocabulary::{AccountRole, PlanId, SeasonId, Slug, TravelChoice};

use crate::{
    harness::{self, Database, Running, a_morning},
    nobodys, one_of_each, problem, published, season, text,
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
        "swaps" => "swp",
        "people" => "per",
        "certificates" => "crt",
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

/// Each use case asks who calls, also where an address or a page would forget to.
#[test]
fn use_cases_of_plans_are_for_coordinators_only() {
    let (service, token) = published(Database::Sqlite);
    let app = &service.app;
    let season: SeasonId = season(&service, &token).parse().unwrap();
    let slug: Slug = "lato-2027".parse().unwrap();
    let plans = format!("/api/v1/seasons/{season}/plans");
    let plan: PlanId = text(&service.get(&plans, Some(&token)).json()["items"][0]["id"])
        .parse()
        .unwrap();
    let (stop, day) = ("centrum-sp10".parse().unwrap(), harness::day("2027-07-14"));
    let limits = PlanLimits {
        seed: 1,
        iterations: Some(1),
        seconds: None,
        travel: TravelChoice::Usual,
    };
    let again = Again {
        changes: vec![Change::CloseDay { day }],
        limits,
    };
    for role in [AccountRole::Animator, AccountRole::Volunteer] {
        let caller = Caller {
            person: nobodys("per").parse().unwrap(),
            name: "Jan".to_owned(),
            role,
            family: nobodys("tok").parse().unwrap(),
            awaits_approval: false,
            language: wording::Language::Polish,
        };
        let asked = || Asked {
            caller: &caller,
            key: None,
        };
        let refused = |what: &str, error: Option<AppError>| {
            assert!(
                matches!(error, Some(AppError::NotAllowed)),
                "{what} as {role}: {error:?}"
            );
        };
        refused("request", plans::request(app, &caller, &season, limits).err());
        refused("request once", plans::request_once(app, asked(), &season, limits).err());
        refused(
            "list",
            plans::shapes(app, &caller, &season, &storage::Page::first(1)).err(),
        );
        refused("get", plans::get(app, &caller, &plan).err());
        refused("result", plans::result(app, &caller, &plan).err());
        refused("keep", plans::keep(app, &caller, &plan).err());
        refused("cancel", plans::cancel(app, &caller, &plan).err());
        refused("what if", again::what_if_once(app, asked(), &plan, &again).err());
        refused("replan", again::replan_once(app, asked(), &season, &again).err());
        refused(
            "difference",
            again::difference(app, &caller, &plan, &Against::Base).err(),
        );
        refused(
            "alternatives",
            again::alternatives(app, &caller, &plan, (&stop, day), 3).err(),
        );
        refused("conflict", again::conflict(app, &caller, &season).err());
        refused("apply", apply::apply(app, &caller, &plan).err());
        refused("publish", publish::publish(app, &caller, &plan).err());
        refused("the plan's page", overview::plan(app, &caller, &plan).err());
        refused("a day's page", overview::plan_day(app, &caller, &plan, day).err());
        refused("travel times", travel::sheet(app, &caller, &slug).err());
        refused("upload", travel::try_upload(app, &caller, &season, b"").err());
        refused("remove", travel::remove(app, &caller, &season).err());
    }
}
