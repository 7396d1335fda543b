//! `/logowanie` and `/wyloguj`.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, ServiceConfig},
};
use askama::Template;
use serde::Deserialize;
use wording::{Language, Words};

use super::{
    errors,
    forms::{self, Button, Posted},
    frames,
    public::spoken,
    views::{DemoAccount, FieldError, FormErrors, SignInPage},
};
use crate::{
    app::{App, AppError, Caller, SharedApp, demo, registration, sessions},
    web::{
        InTime, client_address,
        session::{self, TokenPair, Visitor},
        tokens::TokenKeys,
    },
};

/// Signing in and out.
pub fn routes(config: &mut ServiceConfig) {
    for language in Language::ALL {
        let address = format!("{}{}", language.path_prefix(), forms::SIGN_IN);
        config.service(
            web::resource(address)
                .route(web::get().to(show))
                .route(web::post().to(sign_in))
                .default_service(crate::web::wrong_method("GET, POST")),
        );
    }
    config.service(
        web::resource("/wyloguj")
            .route(web::post().to(sign_out))
            .default_service(crate::web::wrong_method("POST")),
    );
}

#[derive(Deserialize)]
struct Question {
    next: Option<String>,
}

async fn show(request: HttpRequest, visitor: Visitor, question: web::Query<Question>) -> HttpResponse {
    let (words, next) = (Words::of(spoken(&request)), question.into_inner().next);
    match (visitor.0, app(&request)) {
        (Some(caller), _) => forms::redirect(after(&caller, next.as_deref()), None),
        (None, Ok(app)) => draw(&app, words, StatusCode::OK, String::new(), next, FormErrors::default()),
        (None, Err(error)) => errors::page(&request, &error),
    }
}

/// What was typed. The password is not kept for the page that shows a fault.
#[derive(Deserialize)]
struct SignIn {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    next: Option<String>,
}

async fn sign_in(request: HttpRequest, InTime(form): InTime<web::Form<SignIn>>) -> HttpResponse {
    if !session::same_site(&request) {
        return errors::stale_form(&request, StatusCode::FORBIDDEN);
    }
    let words = Words::of(spoken(&request));
    let SignIn { email, password, next } = form.into_inner();
    let (app, keys) = match session::state(&request) {
        Ok(state) => state,
        Err(error) => return errors::page(&request, &error),
    };
    let missing = missing(words, &email, &password);
    if !missing.is_empty() {
        return draw(&app, words, StatusCode::UNPROCESSABLE_ENTITY, email, next, missing);
    }
    let address = client_address(&app, &request);
    let (inside, typed) = (app.clone(), email.clone());
    match crate::web::block(move || open_session(&inside, &keys, &typed, &password, &address)).await {
        Ok((caller, pair)) => {
            let mut response = forms::redirect(after(&caller, next.as_deref()), None);
            for cookie in session::cookies(&app, &pair) {
                if let Err(cause) = response.add_cookie(&cookie) {
                    return errors::page(&request, &AppError::Internal(anyhow::anyhow!(cause)));
                }
            }
            response
        }
        Err(AppError::WrongCredentials) => {
            let wrong = fault("password", words.reasons().wrong_credentials());
            draw(
                &app,
                words,
                StatusCode::UNAUTHORIZED,
                email,
                next,
                FormErrors(vec![wrong]),
            )
        }
        Err(error) => errors::page(&request, &error),
    }
}

fn open_session(
    app: &App,
    keys: &TokenKeys,
    email: &str,
    password: &str,
    address: &str,
) -> Result<(Caller, TokenPair), AppError> {
    let refresh = session::new_refresh()?;
    let caller = sessions::sign_in(app, email, password, address, session::hash_of(&refresh))?;
    let access = session::access(app, keys, &caller)?;
    Ok((caller, TokenPair { access, refresh }))
}

async fn sign_out(posted: Posted<Button>) -> HttpResponse {
    let leave = |desk: &forms::Desk| {
        sessions::sign_out(&desk.app, &desk.caller)?;
        Ok(forms::Outcome::See("/".to_owned(), None))
    };
    let mut response = posted.signed.answer(leave).await;
    if response.status() == StatusCode::SEE_OTHER {
        for cookie in session::no_cookies() {
            // The session is over on our side whatever the browser keeps.
            let _ = response.add_cookie(&cookie);
        }
    }
    response
}

fn app(request: &HttpRequest) -> Result<SharedApp, AppError> {
    Ok(session::state(request)?.0)
}

fn after<'a>(caller: &Caller, next: Option<&'a str>) -> &'a str {
    next.and_then(forms::local)
        .unwrap_or_else(|| forms::home_of(caller.role))
}

fn missing(words: Words, email: &str, password: &str) -> FormErrors {
    let said = words.reasons();
    let mut found = Vec::new();
    if email.trim().is_empty() {
        found.push(fault("email", said.email_missing()));
    }
    if password.is_empty() {
        found.push(fault("password", said.password_missing()));
    }
    FormErrors(found)
}

fn fault(field: &'static str, text: String) -> FieldError {
    FieldError { field, text }
}

fn draw(
    app: &App,
    words: Words,
    status: StatusCode,
    email: String,
    next: Option<String>,
    errors: FormErrors,
) -> HttpResponse {
    let mut frame = frames::beside(app, words, &words.staff().sign_in());
    frame.in_every_language(&app.base_address, forms::SIGN_IN);
    let view = SignInPage {
        frame,
        email,
        next: next.as_deref().and_then(forms::local).map(str::to_owned),
        errors,
        may_join: registration::is_open(app),
        demo_accounts: if app.demo { demo_accounts(words) } else { Vec::new() },
        demo_password: demo::PASSWORD,
    };
    forms::html_response(status, view.render().unwrap_or_default())
}

fn demo_accounts(words: Words) -> Vec<DemoAccount> {
    let shown = |account: &demo::Account| DemoAccount {
        role: words
            .staff()
            .signed_in_as(account.name, &words.common().account_role(account.role)),
        email: account.email.to_owned(),
    };
    demo::ACCOUNTS.iter().map(shown).collect()
}
