//! Addresses that are only read: GET and HEAD answer alike, anything else is told so.

use actix_web::{
    FromRequest, Handler, Resource, Responder,
    web::{self, ServiceConfig},
};
use wording::Language;

use super::wrong_method;

/// One such address.
pub fn reads<F, Args>(address: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::resource(address)
        .route(web::get().to(handler.clone()))
        .route(web::head().to(handler))
        .default_service(wrong_method("GET, HEAD"))
}

/// Addresses that stand once for each language: `/zmiany`, `/uk/zmiany`, `/en/zmiany`.
pub struct InEveryLanguage<'c>(pub &'c mut ServiceConfig);

impl InEveryLanguage<'_> {
    /// Serves `address`, written without a language.
    pub fn at<F, Args>(self, address: &str, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        for language in Language::ALL {
            let address = format!("{}{address}", language.path_prefix());
            self.0.service(reads(&address, handler.clone()));
        }
        self
    }
}
