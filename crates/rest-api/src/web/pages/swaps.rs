//! Passing a shift on, trading it, and answering what others propose: `/zapisy/{id}/oddaj`, `/zamiany/{id}/…` and, for staff,
//! `/koordynator/zamiany/{id}/…`.

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use vocabulary::{PersonId, SignupId, SwapId, SwapState};
use volunteer_roster::SwapRefusals;
use wording::Words;

use super::{
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    reasons, shifts,
    views::{BoardSwap, FieldError, FormErrors, MySwap, ShiftFacts, SwapCard, SwapPage, SwapTyped, Tab},
};
use crate::app::{
    AppError,
    crew_board::OverrideInput,
    error::Side,
    idempotency::Asked,
    swaps::{self, Awaiting, Choices, LONGEST_MESSAGE, Part, Partner, SwapInput, SwapView},
};

const SHIFTS: &str = "/dyzury";

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(
            resource("/zapisy/{signup}/oddaj", "GET, POST")
                .route(web::get().to(show))
                .route(web::post().to(propose)),
        )
        .service(resource("/zamiany/{id}/{deed}", "POST").route(web::post().to(answer)))
        .service(resource("/koordynator/zamiany/{id}/{deed}", "POST").route(web::post().to(decide)));
}

async fn show(signed: Signed, signup: Path<String>) -> HttpResponse {
    signed
        .back_to(SHIFTS)
        .answer(move |desk| {
            let id: SignupId = signup.parse().map_err(|_| AppError::NotFound)?;
            let choices = swaps::choices(&desk.app, &desk.caller, &id)?;
            let view = view(desk, &id, &choices, SwapTyped::default(), FormErrors::default());
            forms::page(&view.ok_or(AppError::NotFound)?)
        })
        .await
}

/// What is proposed.
#[derive(Deserialize)]
struct Proposal {
    /// `anybody`, `person` or `trade`.
    how: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    back: String,
    #[serde(default)]
    message: String,
}

async fn propose(posted: Posted<Proposal>, signup: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    let act = move |desk: &Desk| {
        let id: SignupId = signup.parse().map_err(|_| AppError::NotFound)?;
        let again = |field, text| again(desk, &id, &form, field, text);
        let words = desk.words().swaps();
        let to: Option<PersonId> = form.to.parse().ok().filter(|_| form.how == "person");
        let back: Option<SignupId> = form.back.parse().ok().filter(|_| form.how == "trade");
        match form.how.as_str() {
            "anybody" => {}
            "person" if to.is_none() => return again("to", words.choose_somebody()),
            "trade" if back.is_none() => return again("back", words.choose_somebody()),
            "person" | "trade" => {}
            _ => return Err(AppError::NotFound),
        }
        let input = SwapInput {
            to,
            back,
            message: (form.how != "anybody").then(|| form.message.clone()),
        };
        let key = forms::key_of(&key, &[id.as_str(), &form.how, &form.to, &form.back, &form.message]);
        let asked = Asked {
            caller: &desk.caller,
            key: key.as_ref(),
        };
        match swaps::propose(&desk.app, asked, &id, &input) {
            Err(AppError::Invalid(faults)) if faults.iter().all(|fault| fault.pointer == "/message") => {
                let field = if form.how == "trade" {
                    "back_message"
                } else {
                    "to_message"
                };
                again(field, words.swap_word_wrong(LONGEST_MESSAGE))
            }
            outcome => outcome.and_then(|_| forms::see(SHIFTS, Done::SwapProposed)),
        }
    };
    signed.back_to(SHIFTS).answer(act).await
}

/// The page again, with what was chosen and typed.
fn again(desk: &Desk, id: &SignupId, form: &Proposal, field: &'static str, text: String) -> Result<Outcome, AppError> {
    let choices = swaps::choices(&desk.app, &desk.caller, id)?;
    let typed = SwapTyped {
        to: form.to.clone(),
        back: form.back.clone(),
        message: form.message.clone(),
    };
    let errors = FormErrors(vec![FieldError { field, text }]);
    forms::again(&view(desk, id, &choices, typed, errors).ok_or(AppError::NotFound)?)
}

fn view(desk: &Desk, id: &SignupId, choices: &Choices, typed: SwapTyped, errors: FormErrors) -> Option<SwapPage> {
    let frame = desk.frame(&desk.words().swaps().swap_heading(), Tab::Shifts);
    let zone = desk.zone();
    let refusals = choices.refusals.iter();
    let people = choices.people.iter();
    let trades = choices.trades.iter().filter_map(|trade| {
        let shift = facts(&trade.part)?.name(&frame);
        Some((
            trade.signup.clone(),
            desk.words()
                .swaps()
                .trade_choice(&shift, &name(desk.words(), &trade.partner)),
        ))
    });
    Some(SwapPage {
        signup: id.clone(),
        shift: facts(&choices.own)?,
        refusals: refusals
            .map(|reason| reasons::refusal(desk.words(), zone, reason))
            .collect(),
        open: choices.open.as_ref().map(|view| my_swap(desk.words(), view)),
        people: people.map(|one| (one.id.clone(), name(desk.words(), one))).collect(),
        takers: choices.people.iter().filter(|one| !one.needs_staff).count(),
        trades: trades.collect(),
        typed,
        longest: LONGEST_MESSAGE,
        errors,
        frame,
    })
}

/// Who it is, and whether their yes is enough.
fn name(words: Words, partner: &Partner) -> String {
    match partner.needs_staff {
        true => words.swaps().with_staff(&partner.name),
        false => partner.name.clone(),
    }
}

/// A proposal of one's own, and for whom it waits.
pub(super) fn my_swap(words: Words, view: &SwapView) -> MySwap {
    let words = words.swaps();
    MySwap {
        id: view.swap.id.clone(),
        said: match (view.swap.state, &view.taker) {
            (SwapState::Accepted, _) => words.swap_waits_for_staff(),
            (_, Some(name)) => words.swap_waits_for(name),
            (_, None) => words.swap_waits_for_anybody(),
        },
    }
}

/// Another's proposal.
pub(super) fn card(words: Words, view: &SwapView) -> Option<SwapCard> {
    let words = words.swaps();
    let waits = view.swap.state == SwapState::Proposed;
    let named = view.taker.is_some();
    Some(SwapCard {
        id: view.swap.id.clone(),
        said: match (waits, named) {
            (false, _) => words.swap_waits_for_staff(),
            (true, true) => words.swap_wants_to_give(&view.giver),
            (true, false) => words.swap_gives_anybody(&view.giver),
        },
        given: facts(&view.given)?,
        back: view.back.as_ref().and_then(facts),
        message: view.swap.message.clone(),
        may_take: waits,
        may_decline: waits && named,
    })
}

fn facts(part: &Part) -> Option<ShiftFacts> {
    shifts::facts(&part.shift, &part.visit, &part.place)
}

async fn answer(posted: Posted<Button>, path: Path<(String, String)>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let (id, deed) = path.into_inner();
        let id: SwapId = id.parse().map_err(|_| AppError::NotFound)?;
        let (app, caller) = (&desk.app, &desk.caller);
        let (outcome, wanted): (_, &[SwapState]) = match deed.as_str() {
            "biore" => (swaps::accept(app, caller, &id), &[SwapState::Done, SwapState::Accepted]),
            "nie" => (swaps::decline(app, caller, &id), &[SwapState::Declined]),
            "cofnij" => (swaps::withdraw(app, caller, &id), &[SwapState::Cancelled]),
            _ => return Err(AppError::NotFound),
        };
        let swap = match outcome {
            // Sent twice: what was asked for holds.
            Err(AppError::Refused { by, reasons }) => match swaps::get(app, caller, &id) {
                Ok(swap) if wanted.contains(&swap.state) => swap,
                Ok(_) | Err(_) => return Err(AppError::Refused { by, reasons }),
            },
            outcome => outcome?,
        };
        let done = match swap.state {
            SwapState::Done => Done::SwapDone,
            SwapState::Accepted => Done::SwapForStaff,
            SwapState::Declined => Done::SwapDeclined,
            SwapState::Proposed | SwapState::Rejected | SwapState::Cancelled => Done::SwapTakenBack,
        };
        forms::see(SHIFTS, done)
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

/// Why staff decides against what stands against a swap.
#[derive(Deserialize)]
struct Decision {
    #[serde(default)]
    reason: String,
}

async fn decide(posted: Posted<Decision>, path: Path<(String, String)>) -> HttpResponse {
    let Decision { reason } = posted.form;
    let act = move |desk: &Desk| {
        let (id, deed) = path.into_inner();
        let id: SwapId = id.parse().map_err(|_| AppError::NotFound)?;
        let (app, caller) = (&desk.app, &desk.caller);
        let (swap, done) = match deed.as_str() {
            "zatwierdz" => {
                let overrides = overrides(&swaps::against(app, caller, &id)?, &reason);
                (swaps::approve(app, caller, &id, &overrides)?, Done::SwapDone)
            }
            "odrzuc" => (swaps::reject(app, caller, &id)?, Done::SwapRejected),
            _ => return Err(AppError::NotFound),
        };
        let signup = crate::app::signups::get(app, caller, &swap.given)?;
        forms::see(format!("/koordynator/dyzury/{}", signup.shift_id), done)
    };
    posted.signed.answer(act).await
}

/// One reason for all that staff may decide against; without a reason nothing is decided against.
fn overrides(found: &SwapRefusals, reason: &str) -> Vec<OverrideInput> {
    let lifted = found.all().filter(|one| one.overridable() && !reason.trim().is_empty());
    let one = |refusal: &volunteer_roster::Refusal| OverrideInput {
        code: refusal.code().to_owned(),
        reason: reason.trim().to_owned(),
    };
    lifted.map(one).collect()
}

/// A swap that staff is to decide.
pub(super) fn board_swap(desk: &Desk, awaiting: &Awaiting) -> BoardSwap {
    let (view, found) = (&awaiting.view, &awaiting.refusals);
    let zone = desk.zone();
    let side = |refusals: &[volunteer_roster::Refusal], side| -> Vec<String> {
        let said = refusals.iter().map(|one| reasons::refusal(desk.words(), zone, one));
        said.map(|text| reasons::of_side(desk.words(), Some(side), text))
            .collect()
    };
    let mut reasons = side(&found.giver, Side::Giver);
    reasons.extend(side(&found.taker, Side::Taker));
    reasons.extend(side(&found.crew, Side::Crew));
    BoardSwap {
        id: view.swap.id.clone(),
        giver: view.giver.clone(),
        taker: view.taker.clone().unwrap_or_default(),
        back: view.back.as_ref().and_then(facts),
        message: view.swap.message.clone(),
        needs_reason: !found.is_empty(),
        may_approve: found.all().all(volunteer_roster::Refusal::overridable),
        reasons,
    }
}
