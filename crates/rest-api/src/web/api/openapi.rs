//! The description of the API, OpenAPI 3.1, made from the handlers. What follows from an operation's form, such as 412 from
//! `If-Match`, is added here by one rule instead of by hand at each.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use utoipa::{OpenApi, ToSchema};

use super::{
    accounts, again, audit, certificates, crew_board, docs, estates, events, followers, hours, limits, people, plans,
    proposals, psu, public, requests, seasons, sessions, shifts, stops, swaps, travel, visits,
};
use crate::web::problem::Kind;

/// The handlers and what is said of the whole.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Świetlicobus",
        description = "Plans, staffs and publishes the summer of a travelling children's activity bus.\n\n\
            **Sign in** with `POST /sessions` and send the access token as `Authorization: Bearer …`. The roles that may call \
            an operation stand in its security requirement; what is under `public` needs none.\n\n\
            **Lists** come in portions: give `next` of one as `after` of the following.\n\n\
            **Changes** of what people edit need `If-Match` with the ETag that was read, so that nobody's change is lost.\n\n\
            **Making** something twice is avoided with `Idempotency-Key`.\n\n\
            **Failures** are problems of RFC 9457; the last part of `type` is a heading of docs/problems.md.",
        license(name = "MIT OR Apache-2.0")
    ),
    servers((url = "/api/v1")),
    tags(
        (name = "sessions", description = "Signing in, staying signed in, signing out"),
        (name = "seasons", description = "Seasons, what stops ask for, and events in town"),
        (name = "town", description = "Estates and stops; they outlive seasons"),
        (name = "crew-proposals", description = "The crew of a season, proposed, changed and then offered to its people"),
        (name = "plans", description = "Asking for a plan, watching it, publishing it"),
        (name = "releases", description = "What was published, frozen and numbered"),
        (name = "visits", description = "Published visits: cancel, move, note"),
        (name = "shifts", description = "What is open to the caller, and their sign-ups"),
        (name = "people", description = "Accounts"),
        (name = "hours", description = "Hours that were worked, certificates, the sheet of socially useful work"),
        (name = "audit", description = "Who did what to which thing"),
        (name = "public", description = "What everybody may read")
    ),
    paths(
        sessions::sign_in, sessions::refresh, sessions::sign_out, sessions::me,
        seasons::list, seasons::import, seasons::get, seasons::releases, seasons::release,
        requests::list, requests::create, requests::get, requests::update, requests::delete,
        events::list, events::create, events::get, events::update, events::delete,
        estates::list, estates::create, estates::get, estates::update,
        stops::list, stops::create, stops::get, stops::update, stops::merge,
        plans::list, plans::request, plans::get, plans::events, plans::result, plans::cancel, plans::keep,
        plans::publish, again::what_if, again::replan, again::difference, again::alternatives, again::explanations,
        again::conflict, again::season_drawing, again::day_drawing, again::apply,
        travel::table, travel::upload, travel::remove, limits::get, limits::set, limits::reset,
        visits::list, visits::get, visits::cancel, visits::reschedule, visits::note, visits::late, visits::on_time,
        shifts::list, shifts::sign_up, shifts::own, shifts::get, shifts::withdraw, shifts::confirm,
        shifts::accept, shifts::decline, crew_board::candidates, crew_board::conditions, crew_board::set_conditions, crew_board::assign, crew_board::approve,
        crew_board::reject, crew_board::release, crew_board::check_in, crew_board::attend, crew_board::no_show,
        proposals::propose, proposals::list, proposals::get, proposals::people, proposals::put_in,
        proposals::take_out, proposals::offer, proposals::discard,
        swaps::choices, swaps::propose, swaps::mine, swaps::get, swaps::accept, swaps::decline, swaps::withdraw,
        swaps::approve, swaps::reject, swaps::ask_cover, swaps::covers_of, swaps::my_covers, swaps::cover,
        swaps::decline_cover, swaps::write_to_shift, swaps::write_to_visit,
        people::list, people::create, people::get, people::update,
        hours::own, hours::of_person, hours::correct, hours::correct_presence,
        certificates::own, certificates::of_person, certificates::issue, certificates::get, certificates::pdf,
        certificates::renew, certificates::asks, certificates::ask, certificates::check,
        psu::sheets, psu::table, psu::note_absence, psu::remove_absence,
        accounts::register, accounts::own_data, accounts::make_feed, accounts::end_feed, accounts::ask_erasure,
        accounts::keep_data, accounts::import, accounts::approve, accounts::refuse, accounts::data, accounts::erase,
        audit::list,
        public::visits, public::visit, public::visits_on_map, public::stops_on_map, public::find, followers::by_email,
        followers::by_push, followers::push_key, followers::stop, docs::description
    ),
    components(schemas(Problem))
)]
struct Description;

/// A failure (RFC 9457).
#[derive(ToSchema)]
#[schema(example = json!({
    "type": "/problems#refused",
    "title": "Rules do not allow it now",
    "status": 409,
    "detail": "refused for 1 reason(s)",
    "instance": "req_0199f0c2a1b37d1e8a4b5c6d7e8f9012",
    "refusals": [{"code": "shift-full", "detail": "all 1 places are taken"}]
}))]
#[allow(dead_code)]
struct Problem {
    /// A relative address whose last part is a heading of docs/problems.md.
    #[schema(example = "/problems#not-found")]
    r#type: String,
    /// What it is, in few words.
    title: String,
    /// The HTTP status code.
    status: u16,
    /// A sentence for people.
    detail: String,
    /// The id under which the request was logged.
    instance: String,
    /// Every fault of the input.
    errors: Option<Vec<FaultShape>>,
    /// Every reason why rules say no.
    refusals: Option<Vec<ReasonShape>>,
    /// Of a change that came too late: what is stored now.
    current: Option<Value>,
    /// Of a change that came too late: what was asked for.
    asked: Option<Value>,
    /// Of a place that is not in the public calendar: what may have been meant.
    nearest: Option<Vec<NearShape>>,
    /// Of something that is in the public calendar no more: the page of what took its place.
    successor: Option<String>,
    /// Of too many tries: when the next makes sense.
    until: Option<String>,
}

/// What may have been meant.
#[derive(ToSchema)]
#[allow(dead_code)]
#[schema(as = Near)]
struct NearShape {
    /// `estate`, `stop` or `street`.
    kind: String,
    /// Its name.
    name: String,
    /// Its page, or its estate's.
    url: Option<String>,
}

/// Something in the input that does not fit.
#[derive(ToSchema)]
#[allow(dead_code)]
#[schema(as = Fault)]
struct FaultShape {
    /// A JSON pointer (RFC 6901) into the body; `?name` for the query; file, row and column of a season folder.
    #[schema(example = "/rules/least")]
    pointer: String,
    /// What was found, what was expected, what to do.
    detail: String,
}

/// A reason for a "no".
#[derive(ToSchema)]
#[allow(dead_code)]
#[schema(as = Reason)]
struct ReasonShape {
    /// A stable word for programs; docs/problems.md explains each.
    #[schema(example = "shift-full")]
    code: String,
    /// A sentence for people.
    detail: String,
}

/// The whole description.
pub fn document() -> Value {
    let mut document = json!(Description::openapi());
    document["components"]["securitySchemes"] = json!({
        "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
            "description": "The access token of POST /sessions. The roles that may stand in each requirement."},
        "cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-access",
            "description": "The cookie of somebody who is signed in on the pages; it opens no operation that changes something."},
    });
    document["components"]["responses"] = problem_responses();
    for (path, item) in document["paths"].as_object_mut().into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            operation["operationId"] = json!(operation_id(method, path));
            complete(method, operation);
        }
    }
    document
}

/// `post_plans_id_cancel`: handlers of several resources share names, addresses do not.
fn operation_id(method: &str, path: &str) -> String {
    format!("{method}{}", path.replace(['/', '.'], "_").replace(['{', '}'], ""))
}

/// One response for each status code that a problem may have.
fn problem_responses() -> Value {
    let mut by_status: BTreeMap<u16, Vec<&Kind>> = BTreeMap::new();
    for kind in Kind::ALL {
        by_status.entry(kind.status.as_u16()).or_default().push(kind);
    }
    let response = |(status, kinds): (u16, Vec<&Kind>)| {
        let texts: Vec<_> = kinds
            .iter()
            .map(|kind| format!("{} (`{}`)", kind.title, kind.slug))
            .collect();
        (
            name_of(status),
            json!({"description": texts.join("; "), "content": problem_content()}),
        )
    };
    Value::Object(by_status.into_iter().map(response).collect())
}

fn name_of(status: u16) -> String {
    format!("Problem{status}")
}

fn problem_content() -> Value {
    json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}})
}

/// Adds what follows from an operation's form.
fn complete(method: &str, operation: &mut Value) {
    if method == "get"
        && let Some(requirements) = operation["security"].as_array_mut()
        && let Some(roles) = requirements.first().map(|bearer| bearer["bearer"].clone())
    {
        requirements.push(json!({"cookie": roles}));
    }
    if operation.get("security").is_none() {
        // Said aloud: nobody need be signed in.
        operation["security"] = json!([]);
    }
    if let Some(roles) = operation["security"][0]["bearer"].as_array() {
        let roles: Vec<_> = roles.iter().filter_map(Value::as_str).collect();
        let before = operation["description"]
            .as_str()
            .map(|text| format!("{text}\n\n"))
            .unwrap_or_default();
        operation["description"] = json!(format!("{before}For: {}.", roles.join(", ")));
    }
    let implied = implied_problems(method, operation);
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    for (status, response) in responses.iter_mut() {
        let problem = status.parse::<u16>().is_ok_and(|status| status >= 400);
        if problem && response.get("content").is_none() {
            response["content"] = problem_content();
        }
    }
    for status in implied {
        let reference = json!({"$ref": format!("#/components/responses/{}", name_of(status))});
        responses.entry(status.to_string()).or_insert(reference);
    }
}

fn implied_problems(method: &str, operation: &Value) -> Vec<u16> {
    let parameters = operation["parameters"].as_array();
    let has = |place: &str, name: Option<&str>| {
        parameters
            .into_iter()
            .flatten()
            .any(|parameter| parameter["in"] == place && name.is_none_or(|name| parameter["name"] == name))
    };
    let roles = operation["security"][0]["bearer"].as_array().map(Vec::len);
    let mut statuses = vec![500, 503];
    let mut add = |needed: bool, more: &[u16]| {
        if needed {
            statuses.extend(more);
        }
    };
    add(roles.is_some(), &[401]);
    add(roles.is_some_and(|roles| roles < 3), &[403]);
    add(has("path", None), &[404]);
    add(has("query", None), &[400]);
    add(method != "get", &[400, 413, 415]);
    add(operation.get("requestBody").is_some() && roles.is_some(), &[422]);
    add(has("header", Some("Idempotency-Key")), &[422]);
    add(has("header", Some("If-Match")), &[412, 428]);
    statuses
}

/// The operations of the description: path, method, roles (none: public).
#[cfg(test)]
pub(super) fn operations() -> Vec<(String, String, Vec<String>)> {
    let document = document();
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    let of_path = |(path, item): (String, Value)| {
        let methods: serde_json::Map<String, Value> = item.as_object().cloned().unwrap_or_default();
        methods.into_iter().map(move |(method, operation)| {
            let roles = operation["security"][0]["bearer"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            let roles = roles.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            (path.clone(), method.to_uppercase(), roles)
        })
    };
    paths.into_iter().flat_map(of_path).collect()
}
