//! Accounts: registering and its answer, one's own calendar, erasing, people from a table.

mod erasing;
mod feed;
mod joining;
mod table;

use actix_web::web::ServiceConfig;

/// Their addresses. Before those of people, whose `/osoby/{id}` would take `/osoby/import`.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .configure(joining::routes)
        .configure(feed::routes)
        .configure(erasing::routes)
        .configure(table::routes);
}
