//! The REST API under /api/v1.

use actix_web::web::ServiceConfig;

/// Every address of the API.
pub fn routes(_config: &mut ServiceConfig) {}
