//! Stories of the whole over HTTP, each told to SQLite and to PostgreSQL.

#![allow(clippy::unwrap_used)]

mod conditions;
mod covers;
mod crew_proposals;
mod delays;
mod hours;
mod limits;
mod people;
mod privacy;
mod replan;
mod restart;
mod staffing;
mod subscribe;
mod swaps;
mod volunteers;
mod waiting;

use journeys::Database;

/// Tells a story to both databases.
fn on_both(story: fn(Database)) {
    story(Database::Sqlite);
    story(Database::Postgres);
}
