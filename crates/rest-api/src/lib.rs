//! The program `swietlicobus`: command line, planner threads, REST API, public calendar and staff pages.
//!
//! Arrows: `web` (actix-web) and `cli` → `app` (use cases) → the pure crates and `storage`. See docs/architecture.md.
#![forbid(unsafe_code)]

pub mod app;
pub mod cli;
pub mod config;
pub mod example;
pub mod mail;
pub mod planner;
pub mod public;
pub mod push;
pub mod schema;
pub mod server;
pub mod street_map;
pub mod travel;
pub mod web;
