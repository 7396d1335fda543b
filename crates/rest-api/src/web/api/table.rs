//! The addresses of the API and the methods they take. One list serves the router and the test that compares it with the
//! description.

use actix_web::{
    FromRequest, Handler, Resource, Responder,
    http::Method,
    web::{self, PayloadConfig},
};

use crate::web::wrong_method;

/// One address with its methods.
pub struct Address {
    /// Below `/api/v1`, with `{id}` for the part that names a thing.
    pub path: &'static str,
    /// What it takes; `HEAD` goes with `GET` and is not named.
    pub methods: Vec<Method>,
    head: bool,
    resource: Resource,
}

/// An address that takes nothing yet.
pub fn at(path: &'static str) -> Address {
    Address {
        path,
        methods: Vec::new(),
        head: false,
        resource: web::resource(path),
    }
}

/// What a handler is to actix-web.
pub trait Handles<Args>: Handler<Args, Output: Responder + 'static> {}
impl<F, Args> Handles<Args> for F where F: Handler<Args, Output: Responder + 'static> {}

impl Address {
    /// Takes GET and HEAD.
    pub fn get<Args: FromRequest + 'static>(mut self, handler: impl Handles<Args>) -> Self {
        self.head = true;
        self.resource = self.resource.route(web::head().to(handler.clone()));
        self.on(Method::GET, handler)
    }

    /// Takes GET and answers without an end, so that HEAD makes no sense.
    pub fn stream<Args: FromRequest + 'static>(self, handler: impl Handles<Args>) -> Self {
        self.on(Method::GET, handler)
    }

    /// Takes POST.
    pub fn post<Args: FromRequest + 'static>(self, handler: impl Handles<Args>) -> Self {
        self.on(Method::POST, handler)
    }

    /// Takes PUT.
    pub fn put<Args: FromRequest + 'static>(self, handler: impl Handles<Args>) -> Self {
        self.on(Method::PUT, handler)
    }

    /// Takes DELETE.
    pub fn delete<Args: FromRequest + 'static>(self, handler: impl Handles<Args>) -> Self {
        self.on(Method::DELETE, handler)
    }

    /// Reads bodies of so many bytes.
    pub fn largest_body(mut self, bytes: usize) -> Self {
        self.resource = self.resource.app_data(PayloadConfig::new(bytes));
        self
    }

    /// For the router: the methods, and 405 for every other.
    pub fn resource(self) -> Resource {
        let mut allowed: Vec<_> = self.methods.iter().map(Method::as_str).collect();
        if self.head {
            allowed.push("HEAD");
        }
        let refuse = wrong_method(allowed.join(", "));
        self.resource.default_service(refuse)
    }

    fn on<Args: FromRequest + 'static>(mut self, method: Method, handler: impl Handles<Args>) -> Self {
        self.resource = self.resource.route(web::method(method.clone()).to(handler));
        self.methods.push(method);
        self
    }
}
