//! `/wiadomosci`: what was written to people, for coordinators.

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use storage::Message;
use vocabulary::{MessageId, MessageState};

use super::{
    forms::{self, Button, Desk, Done, Posted, Signed},
    views::{MessageLine, MessageList, MessagesPage, Tab},
};
use crate::app::{
    AppError,
    outbox::{self, Shown},
    unsubscribe,
};

const MESSAGES: &str = "/wiadomosci";

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource(MESSAGES, "GET").route(web::get().to(show)))
        .service(resource("/wiadomosci/{id}/wyslij", "POST").route(web::post().to(send_again)));
}

async fn show(signed: Signed) -> HttpResponse {
    signed
        .answer(|desk| {
            let outbox = outbox::look(&desk.app, &desk.caller)?;
            let said = desk.words().notices();
            let list = |heading: String, shown: &[Shown]| MessageList {
                heading,
                lines: shown.iter().map(|one| line(desk, one)).collect(),
            };
            forms::page(&MessagesPage {
                frame: desk.frame(&said.outbox_heading(), Tab::Messages),
                notice: notice(desk),
                lists: vec![
                    list(said.outbox_dead(), &outbox.dead),
                    list(said.outbox_waiting(), &outbox.waiting),
                    list(said.outbox_sent(), &outbox.sent),
                ],
            })
        })
        .await
}

async fn send_again(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: MessageId = id.parse().map_err(|_| AppError::NotFound)?;
        match outbox::send_again(&desk.app, &desk.caller, &id)? {
            true => forms::see(MESSAGES, Done::MessageSentAgain),
            false => forms::see(MESSAGES, Done::NothingToDo),
        }
    };
    posted.signed.back_to(MESSAGES).answer(act).await
}

/// Why nothing is sent.
fn notice(desk: &Desk) -> Option<String> {
    let said = desk.words().notices();
    if desk.app.demo {
        return Some(said.outbox_demo());
    }
    desk.app.config.mail.host.is_none().then(|| said.outbox_off())
}

fn line(desk: &Desk, shown: &Shown) -> MessageLine {
    let Shown { message, worded, spent } = shown;
    let dead = message.state == MessageState::Dead;
    let letter = worded.as_ref().map(|worded| &worded.letter);
    let body = letter
        .map(|letter| body(letter.unsubscribe.as_deref(), &letter.body))
        .unwrap_or_default();
    MessageLine {
        id: message.id.clone(),
        lang: letter.map_or(desk.words().language(), |letter| letter.language).tag(),
        subject: letter.map_or_else(
            || desk.words().notices().kind(message.kind),
            |letter| letter.subject.clone(),
        ),
        to: letter
            .filter(|_| message.follower_id.is_none())
            .map(|letter| letter.name.clone().unwrap_or_else(|| letter.to.clone()))
            .unwrap_or_else(|| match message.follower_id {
                Some(_) => desk.words().notices().outbox_follower(),
                None => String::new(),
            }),
        when: when(desk, message),
        tries: message.tries,
        error: message.error.clone().filter(|_| message.state != MessageState::Sent),
        moot: worded.as_ref().is_some_and(|worded| worded.moot) && message.state != MessageState::Sent,
        again: dead && !spent,
        new_link: message
            .person_id
            .as_ref()
            .filter(|_| dead && *spent)
            .map(|id| format!("/osoby/{id}#linki")),
        paragraphs: body,
    }
}

/// The body without the person's own link: whoever follows it does without for them.
fn body(link: Option<&str>, body: &str) -> Vec<Vec<String>> {
    let own = |line: &&str| !link.is_some_and(|link| line.contains(link)) && !line.contains(unsubscribe::PATH);
    let lines = |paragraph: &str| paragraph.lines().filter(own).map(str::to_owned).collect();
    body.trim_end().split("\n\n").map(lines).collect()
}

fn when(desk: &Desk, message: &Message) -> String {
    let said = desk.words().notices();
    let instant = |at| desk.words().dates().instant(at, desk.zone());
    match message.ended_at {
        Some(at) => said.outbox_ended(&instant(at)),
        None => said.outbox_due(&instant(message.due_at)),
    }
}
