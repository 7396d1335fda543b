//! Pages for people: handlers that fill the views of [`views`].

pub mod errors;
pub mod public;
pub mod views;

use actix_web::web::ServiceConfig;

/// Every page.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(public::routes);
}
