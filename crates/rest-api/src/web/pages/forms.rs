//! What all staff pages share: who is signed in, forms that are guarded, answers that are never kept.
//!
//! A handler extracts a [`Desk`] (and a form), makes one call of the app and gives back an [`Outcome`]. Whoever is not signed
//! in is led to the sign-in page and back.

use std::{future::Future, pin::Pin};

use actix_web::{
    FromRequest, HttpRequest, HttpResponse, ResponseError,
    cookie::{Cookie, SameSite, time::Duration},
    dev::Payload,
    error::InternalError,
    http::{StatusCode, header},
    web,
};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use vocabulary::{AccountRole, Zone};
use wording::{Language, Words};

use super::{
    errors,
    views::{Flash, Frame, SignedIn, Tab},
};
use crate::{
    app::{AppError, Caller, SharedApp, fresh, idempotency::Key},
    web::{
        InTime,
        session::{self, Visitor},
    },
};

/// The language of the staff pages.
pub const WORDS: Words = Words::of(Language::Polish);

/// The page for who is not signed in.
pub const SIGN_IN: &str = "/logowanie";

/// What somebody may open who registered and waits for staff's yes: their own data, and the way out.
const OPEN_TO_WAITING: [&str; 5] = [
    "/moje",
    "/moje/dane.json",
    "/moje/usun",
    "/moje/usun/cofnij",
    "/wyloguj",
];

const FLASH: &str = "__Host-flash";
const HTML: &str = "text/html; charset=utf-8";

/// What the last action did, told on the next page. Closed: the cookie between the two holds one of these words, never text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A place was taken.
    SignedUp,
    /// The place was held before.
    SignedUpBefore,
    /// A turn on the waiting list.
    Waiting,
    /// Staff is to approve it.
    Requested,
    /// An offered place was turned down.
    Declined,
    /// Somebody was asked, put on a shift or approved.
    Assigned,
    /// A request was turned down.
    Rejected,
    /// A place was taken away.
    Released,
    /// Who came was written down.
    WrittenDown,
    /// A place was given back.
    Withdrawn,
    /// A place was given back late.
    WithdrawnLate,
    /// The new time was accepted.
    Reconfirmed,
    /// The planner was stopped.
    PlanStopped,
    /// The plan had ended before it could be stopped.
    PlanEnded,
    /// The planner ends with what it has.
    PlanKept,
    /// The rules were changed so that a plan fits.
    ChangeApplied,
    /// The plan was published.
    Published,
    /// The visit was cancelled.
    VisitCancelled,
    /// The visit was moved.
    VisitMoved,
    /// The note was saved.
    NoteSaved,
    /// The public reads that a visit is late.
    SaidLate,
    /// That a visit is late was taken back.
    SaidOnTime,
    /// The travel matrix was stored.
    MatrixStored,
    /// The travel matrix was taken away.
    MatrixRemoved,
    /// A message that was given up waits again.
    MessageSentAgain,
    /// A report of a barrier was answered.
    BarrierAnswered,
    /// Somebody's data were saved.
    PersonSaved,
    /// Somebody was added.
    PersonAdded,
    /// What one wishes was kept.
    WishesSaved,
    /// The standards are confirmed.
    StandardsRead,
    /// Another version of the standards is in force.
    StandardsChanged,
    /// The people of a proposed crew were asked.
    CrewAsked,
    /// A proposed crew was thrown away.
    ProposalDiscarded,
    /// A proposed crew was changed.
    ProposalChanged,
    /// A swap was proposed.
    SwapProposed,
    /// A swap was carried out.
    SwapDone,
    /// Staff is to decide about a swap.
    SwapForStaff,
    /// A swap was declined.
    SwapDeclined,
    /// A swap was taken back.
    SwapTakenBack,
    /// Staff turned a swap down.
    SwapRejected,
    /// People were asked to cover a shift.
    CoverAsked,
    /// Somebody cannot cover a shift.
    CoverDeclined,
    /// A message to a crew was written.
    CrewWritten,
    /// Hours were corrected.
    HoursCorrected,
    /// Who was there was corrected.
    PresenceCorrected,
    /// A certificate was issued.
    CertificateIssued,
    /// The next edition of a certificate was issued.
    EditionIssued,
    /// A certificate was asked for.
    CertificateAsked,
    /// An absence was noted.
    AbsenceNoted,
    /// The note of an absence was taken back.
    AbsenceRemoved,
    /// Somebody who registered was approved.
    Approved,
    /// Somebody who registered was refused.
    Refused,
    /// One's own calendar is switched off.
    FeedEnded,
    /// One's data are asked to be erased.
    ErasureAsked,
    /// That is taken back.
    ErasureTakenBack,
    /// What a shift asks for was changed.
    ConditionsSaved,
    /// A season's limits were changed.
    LimitsSaved,
    /// The program's own limits hold again.
    LimitsReset,
    /// It was so before.
    NothingToDo,
}

impl Done {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::SignedUp, "signed-up"),
        (Self::SignedUpBefore, "signed-up-before"),
        (Self::Waiting, "waiting"),
        (Self::Requested, "requested"),
        (Self::Declined, "declined"),
        (Self::Assigned, "assigned"),
        (Self::Rejected, "rejected"),
        (Self::Released, "released"),
        (Self::WrittenDown, "written-down"),
        (Self::Withdrawn, "withdrawn"),
        (Self::WithdrawnLate, "withdrawn-late"),
        (Self::Reconfirmed, "reconfirmed"),
        (Self::PlanStopped, "plan-stopped"),
        (Self::PlanEnded, "plan-ended"),
        (Self::PlanKept, "plan-kept"),
        (Self::ChangeApplied, "change-applied"),
        (Self::Published, "published"),
        (Self::VisitCancelled, "visit-cancelled"),
        (Self::VisitMoved, "visit-moved"),
        (Self::NoteSaved, "note-saved"),
        (Self::SaidLate, "said-late"),
        (Self::SaidOnTime, "said-on-time"),
        (Self::MatrixStored, "matrix-stored"),
        (Self::MatrixRemoved, "matrix-removed"),
        (Self::MessageSentAgain, "message-sent-again"),
        (Self::BarrierAnswered, "barrier-answered"),
        (Self::PersonSaved, "person-saved"),
        (Self::PersonAdded, "person-added"),
        (Self::WishesSaved, "wishes-saved"),
        (Self::StandardsRead, "standards-read"),
        (Self::StandardsChanged, "standards-changed"),
        (Self::CrewAsked, "crew-asked"),
        (Self::ProposalDiscarded, "proposal-discarded"),
        (Self::ProposalChanged, "proposal-changed"),
        (Self::SwapProposed, "swap-proposed"),
        (Self::SwapDone, "swap-done"),
        (Self::SwapForStaff, "swap-for-staff"),
        (Self::SwapDeclined, "swap-declined"),
        (Self::SwapTakenBack, "swap-taken-back"),
        (Self::SwapRejected, "swap-rejected"),
        (Self::CoverAsked, "cover-asked"),
        (Self::CoverDeclined, "cover-declined"),
        (Self::CrewWritten, "crew-written"),
        (Self::HoursCorrected, "hours-corrected"),
        (Self::PresenceCorrected, "presence-corrected"),
        (Self::CertificateIssued, "certificate-issued"),
        (Self::EditionIssued, "edition-issued"),
        (Self::CertificateAsked, "certificate-asked"),
        (Self::AbsenceNoted, "absence-noted"),
        (Self::AbsenceRemoved, "absence-removed"),
        (Self::Approved, "approved"),
        (Self::Refused, "refused"),
        (Self::FeedEnded, "feed-ended"),
        (Self::ErasureAsked, "erasure-asked"),
        (Self::ErasureTakenBack, "erasure-taken-back"),
        (Self::ConditionsSaved, "conditions-saved"),
        (Self::LimitsSaved, "limits-saved"),
        (Self::LimitsReset, "limits-reset"),
        (Self::NothingToDo, "nothing-to-do"),
    ];

    fn code(self) -> &'static str {
        let found = Self::ALL.iter().find(|(done, _)| *done == self);
        found.map_or("", |(_, code)| code)
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, other)| *other == code)
            .map(|(done, _)| *done)
    }

    fn flash(self) -> Flash {
        let said = WORDS.reasons();
        let text = match self {
            Self::SignedUp => said.signed_up(),
            Self::SignedUpBefore => said.signed_up_before(),
            Self::Waiting => said.waiting(),
            Self::Requested => said.requested(),
            Self::Declined => said.declined(),
            Self::Assigned => said.assigned(),
            Self::Rejected => said.rejected(),
            Self::Released => said.released(),
            Self::WrittenDown => said.written_down(),
            Self::Withdrawn => said.withdrawn(),
            Self::WithdrawnLate => said.withdrawn_late(),
            Self::Reconfirmed => said.reconfirmed(),
            Self::PlanStopped => said.plan_stopped(),
            Self::PlanEnded => said.plan_ended(),
            Self::PlanKept => said.plan_kept(),
            Self::ChangeApplied => said.change_applied(),
            Self::Published => said.published(),
            Self::VisitCancelled => said.visit_cancelled(),
            Self::VisitMoved => said.visit_moved(),
            Self::NoteSaved => said.note_saved(),
            Self::MatrixStored => said.matrix_stored(),
            Self::MatrixRemoved => said.matrix_removed(),
            Self::MessageSentAgain => WORDS.notices().outbox_sent_again(),
            Self::BarrierAnswered => WORDS.barriers().done(),
            Self::PersonSaved => WORDS.people().person_saved(),
            Self::PersonAdded => WORDS.people().person_added(),
            Self::WishesSaved => WORDS.people().wishes_saved(),
            Self::StandardsRead => WORDS.people().standards_read(),
            Self::StandardsChanged => WORDS.people().standards_changed(),
            Self::CrewAsked => WORDS.proposals().done_asked(),
            Self::ProposalDiscarded => WORDS.proposals().done_discarded(),
            Self::ProposalChanged => WORDS.proposals().done_changed(),
            Self::SwapProposed => WORDS.swaps().swap_is_proposed(),
            Self::SwapDone => WORDS.swaps().swap_is_done(),
            Self::SwapForStaff => WORDS.swaps().swap_is_for_staff(),
            Self::SwapDeclined => WORDS.swaps().swap_is_declined(),
            Self::SwapTakenBack => WORDS.swaps().swap_is_taken_back(),
            Self::SwapRejected => WORDS.swaps().swap_is_rejected(),
            Self::CoverAsked => WORDS.swaps().cover_is_asked(),
            Self::CoverDeclined => WORDS.swaps().cover_is_declined(),
            Self::CrewWritten => WORDS.swaps().crew_message_sent(),
            Self::HoursCorrected => WORDS.hours().hours_corrected(),
            Self::PresenceCorrected => WORDS.hours().presence_corrected(),
            Self::CertificateIssued => WORDS.hours().certificate_issued(),
            Self::EditionIssued => WORDS.hours().edition_issued(),
            Self::CertificateAsked => WORDS.hours().asked(),
            Self::AbsenceNoted => WORDS.hours().absence_noted(),
            Self::AbsenceRemoved => WORDS.hours().absence_removed(),
            Self::Approved => WORDS.accounts().approved(),
            Self::Refused => WORDS.accounts().refused(),
            Self::FeedEnded => WORDS.accounts().feed_ended(),
            Self::ErasureAsked => WORDS.accounts().erase_asked_done(),
            Self::ErasureTakenBack => WORDS.accounts().erase_taken_back(),
            Self::SaidLate => WORDS.crew().done_late(),
            Self::SaidOnTime => WORDS.crew().done_on_time(),
            Self::ConditionsSaved => WORDS.crew().conditions_saved(),
            Self::LimitsSaved => WORDS.limits().saved(),
            Self::LimitsReset => WORDS.limits().was_reset(),
            Self::NothingToDo => said.nothing_to_do(),
        };
        Flash {
            good: !matches!(self, Self::PlanEnded | Self::StandardsChanged),
            text,
        }
    }
}

/// What a staff page is made with.
#[derive(Clone)]
pub struct Desk {
    /// The use cases.
    pub app: SharedApp,
    /// Whose page it is.
    pub caller: Caller,
    flash: Option<Done>,
    form_key: String,
}

impl Desk {
    /// What stands around the page of this name.
    pub fn frame(&self, page: &str, tab: Tab) -> Frame {
        let zone = self.zone();
        let person = SignedIn {
            id: self.caller.person.clone(),
            name: self.caller.name.clone(),
            role: self.caller.role,
            awaits_approval: self.caller.awaits_approval,
        };
        let csrf = session::form_token(&self.app, &self.caller.family);
        Frame {
            pretended_day: self.app.clock.pretended_day(zone),
            flash: self.flash.map(Done::flash),
            ..Frame::staff(WORDS, zone, page, person, tab, csrf, self.form_key.clone())
        }
    }

    /// The zone in which instants are shown.
    pub fn zone(&self) -> Zone {
        self.app.zone
    }
}

/// The key of a form that is carried out once: its name, and a digest of what was sent. None for one that no page of ours made.
pub fn key_of(name: &str, sent: &[&str]) -> Option<Key> {
    let ours = (1..=100).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_graphic());
    ours.then(|| {
        let mut digest = Sha256::new();
        for part in sent {
            digest.update(part.as_bytes());
            digest.update([0]);
        }
        Key {
            name: name.to_owned(),
            request_hash: digest.finalize().iter().map(|b| format!("{b:02x}")).collect(),
        }
    })
}

/// Where somebody goes after signing in.
pub fn home_of(role: AccountRole) -> &'static str {
    match role {
        AccountRole::Coordinator => "/koordynator",
        AccountRole::Animator => "/dzis",
        AccountRole::Volunteer => "/dyzury",
    }
}

/// What a page or a form leads to.
pub enum Outcome {
    /// A page.
    Page(StatusCode, String),
    /// Another address of ours (303), which tells what was done.
    See(String, Option<Done>),
    /// A file to keep.
    File(Download),
}

/// A file to keep. Nobody else may keep it on the way: it is about people.
pub struct Download {
    /// Its media type.
    pub content_type: &'static str,
    /// What it is called; ASCII without quotes.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Download {
    /// As it is sent.
    pub fn respond(self) -> HttpResponse {
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, self.content_type))
            .insert_header((header::CONTENT_DISPOSITION, disposition))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(self.bytes)
    }
}

/// A page, drawn.
pub fn page(view: &impl Template) -> Result<Outcome, AppError> {
    page_with(StatusCode::OK, view)
}

/// A form again, with what is wrong and what was typed.
pub fn again(view: &impl Template) -> Result<Outcome, AppError> {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view)
}

/// A page with another status.
pub fn page_with(status: StatusCode, view: &impl Template) -> Result<Outcome, AppError> {
    let html = view
        .render()
        .map_err(|e| anyhow::anyhow!("a page could not be drawn: {e}"))?;
    Ok(Outcome::Page(status, html))
}

/// Leads on, telling what was done.
pub fn see(address: impl Into<String>, done: Done) -> Result<Outcome, AppError> {
    Ok(Outcome::See(address.into(), Some(done)))
}

/// Somebody who is signed in, asking for a page.
pub struct Signed {
    desk: Desk,
    request: HttpRequest,
    back: Option<String>,
}

impl Signed {
    /// Where "back" leads on a page that says "no"; without it, to the person's own first page.
    pub fn back_to(self, address: impl Into<String>) -> Self {
        Self {
            back: Some(address.into()),
            ..self
        }
    }

    /// Who is signed in.
    pub fn caller(&self) -> &Caller {
        &self.desk.caller
    }

    /// Runs the use case away from the threads that answer, and sends what came of it.
    pub async fn answer(self, make: impl FnOnce(&Desk) -> Result<Outcome, AppError> + Send + 'static) -> HttpResponse {
        let Self { desk, request, back } = self;
        let inside = desk.clone();
        match crate::web::block(move || make(&inside)).await {
            Ok(Outcome::Page(status, html)) => {
                let mut response = html_response(status, html);
                if desk.flash.is_some() {
                    // A cookie that cannot be written would only leave the sentence on the next page too.
                    let _ = response.add_cookie(&flash_cookie("", Duration::ZERO));
                }
                response
            }
            Ok(Outcome::See(address, done)) => redirect(&address, done),
            Ok(Outcome::File(download)) => download.respond(),
            Err(error) => {
                let back = back.as_deref().unwrap_or_else(|| home_of(desk.caller.role));
                errors::staff_page(&request, &desk, &error, back)
            }
        }
    }
}

/// A page that nobody may keep.
pub fn html_response(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, HTML))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(html)
}

/// 303 (RFC 9110 section 15.4.4): the next request is a GET whatever this one was.
pub fn redirect(address: &str, done: Option<Done>) -> HttpResponse {
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, address));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if let Some(done) = done {
        response.cookie(flash_cookie(done.code(), Duration::minutes(1)));
    }
    response.finish()
}

fn flash_cookie(value: &'static str, age: Duration) -> Cookie<'static> {
    Cookie::build(FLASH, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(age)
        .finish()
}

/// The path if it is one of this host: `//host` and `/\host` are other hosts to browsers.
pub fn local(path: &str) -> Option<&str> {
    let ours = path.starts_with('/') && !path.starts_with("//") && path.len() <= 500;
    (ours && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\')).then_some(path)
}

/// The sign-in page, with the way back.
pub fn sign_in_address(next: Option<&str>) -> String {
    match next.and_then(local) {
        Some(path) => format!("{SIGN_IN}?next={}", utf8_percent_encode(path, NON_ALPHANUMERIC)),
        None => SIGN_IN.to_owned(),
    }
}

/// Where a request came from, or asks for: to come back to after signing in. A form cannot be sent again by a redirect, so
/// there it is the page with the form.
fn way_back(request: &HttpRequest) -> Option<String> {
    if request.method().is_safe() {
        return request.uri().path_and_query().map(ToString::to_string);
    }
    let text = |name| request.headers().get(name).and_then(|v| v.to_str().ok());
    let (_, rest) = text(header::REFERER)?.split_once("://")?;
    let path = rest.strip_prefix(text(header::HOST)?)?;
    Some(path.to_owned())
}

/// Ends a request before its handler runs.
pub(super) fn halt(response: HttpResponse) -> actix_web::Error {
    InternalError::from_response("answered with a page", response).into()
}

async fn desk(request: &HttpRequest, payload: &mut Payload) -> Result<Desk, actix_web::Error> {
    let visitor = Visitor::from_request(request, payload).await.map_err(|problem| {
        let error = match problem.status_code() {
            StatusCode::SERVICE_UNAVAILABLE => AppError::Busy,
            _ => AppError::Internal(anyhow::anyhow!("who is signed in could not be found out: {problem}")),
        };
        halt(errors::page(request, &error))
    })?;
    let Some(caller) = visitor.0 else {
        return Err(halt(redirect(&sign_in_address(way_back(request).as_deref()), None)));
    };
    if caller.awaits_approval && !OPEN_TO_WAITING.contains(&request.path()) {
        return Err(halt(redirect("/moje", None)));
    }
    let (app, _) = session::state(request).map_err(|error| halt(errors::page(request, &error)))?;
    let form_key = fresh::bytes::<12>().map_err(|error| halt(errors::page(request, &error)))?;
    Ok(Desk {
        app,
        caller,
        flash: request.cookie(FLASH).and_then(|cookie| Done::of_code(cookie.value())),
        form_key: form_key.iter().map(|b| format!("{b:02x}")).collect(),
    })
}

impl FromRequest for Signed {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { signed(&request).await })
    }
}

/// Whoever is signed in; anybody else is led to the sign-in page.
pub(super) async fn signed(request: &HttpRequest) -> Result<Signed, actix_web::Error> {
    Ok(Signed {
        desk: desk(request, &mut Payload::None).await?,
        request: request.clone(),
        back: None,
    })
}

/// Ends the request unless this is the token of the session's forms.
pub(super) fn guarded(request: &HttpRequest, signed: &Signed, csrf: &str) -> Result<(), actix_web::Error> {
    if session::form_token_is_right(&signed.desk.app, &signed.desk.caller.family, csrf) {
        return Ok(());
    }
    Err(halt(errors::stale_form(request, StatusCode::FORBIDDEN)))
}

/// A form with the two hidden fields that every form bears.
#[derive(Deserialize)]
struct Guarded<T> {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    idempotency_key: String,
    #[serde(flatten)]
    form: T,
}

/// A form that somebody signed in has sent from a page of ours. Anything else is answered before a handler runs.
pub struct Posted<T> {
    /// Who sent it.
    pub signed: Signed,
    /// The fields, as typed.
    pub form: T,
    /// The key under which it is carried out once.
    pub key: String,
}

impl<T: DeserializeOwned + 'static> FromRequest for Posted<T> {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let body = InTime::<web::Form<Guarded<T>>>::from_request(&request, payload);
        Box::pin(async move {
            if !session::same_site(&request) {
                return Err(halt(errors::stale_form(&request, StatusCode::FORBIDDEN)));
            }
            let signed = self::signed(&request).await?;
            let status = |e: &actix_web::Error| e.as_response_error().status_code();
            let InTime(sent) = body.await.map_err(|e| halt(errors::stale_form(&request, status(&e))))?;
            let Guarded {
                csrf,
                idempotency_key,
                form,
            } = sent.into_inner();
            guarded(&request, &signed, &csrf)?;
            Ok(Self {
                signed,
                form,
                key: idempotency_key,
            })
        })
    }
}

/// A form without fields of its own.
#[derive(Deserialize)]
pub struct Button {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_host_are_local() {
        for (path, ours) in [
            ("/dzis", true),
            ("/dzis?data=2027-07-01", true),
            ("/", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("/a\\b", false),
            ("https://evil.example", false),
            ("dzis", false),
            ("", false),
            ("/a\r\nSet-Cookie: x", false),
            ("/ą", false),
        ] {
            assert_eq!(local(path).is_some(), ours, "{path:?}");
        }
    }

    #[test]
    fn the_way_back_stays_inside_the_address() {
        assert_eq!(
            sign_in_address(Some("/dzis?a=1&b=2")),
            "/logowanie?next=%2Fdzis%3Fa%3D1%26b%3D2"
        );
        assert_eq!(sign_in_address(Some("//evil.example")), SIGN_IN);
    }

    #[test]
    fn every_message_comes_back_from_its_cookie() {
        for (done, code) in Done::ALL.iter().copied() {
            assert_eq!(Done::of_code(code), Some(done));
            assert_eq!(Done::of_code(done.code()), Some(done));
        }
        assert_eq!(Done::of_code("<script>"), None);
    }
}
