//! What a call brings, read in this order: who asks, whether their role may, and only then what is asked. So nobody learns
//! from a 400 or 422 that a door exists which is closed to them.

use std::{future::Future, marker::PhantomData, pin::Pin, str::FromStr};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderName},
    web::{Bytes, Query},
};
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use storage::Page;
use utoipa::IntoParams;
use vocabulary::AccountRole;

use super::read_json;
use crate::{
    app::{
        App, AppError, Caller, SharedApp,
        error::Fault,
        idempotency::{Asked, Key},
    },
    web::{
        InTime, block,
        problem::{Kind, Problem, extractor_failure},
        session::{self, ApiCaller},
    },
};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Whom a call is for. The use case behind it asks again; here it is asked before the input is looked at.
pub trait Who: 'static {
    /// The roles that may.
    const ROLES: &'static [AccountRole];
    /// Whether who registered and waits for staff's yes may, too: only where nothing but their own is seen.
    const WAITING: bool = false;
}

macro_rules! who {
    ($($(#[$doc:meta])* $name:ident = $roles:expr;)+) => {$(
        $(#[$doc])*
        pub struct $name;

        impl Who for $name {
            const ROLES: &'static [AccountRole] = $roles;
        }
    )+};
}

who! {
    /// Everybody who is signed in.
    Anyone = AccountRole::ALL;
    /// Coordinators and animators.
    Staff = &[AccountRole::Coordinator, AccountRole::Animator];
    /// Coordinators.
    Coordinator = &[AccountRole::Coordinator];
}

/// Everybody who is signed in, also before staff has approved them.
pub struct Oneself;

impl Who for Oneself {
    const ROLES: &'static [AccountRole] = AccountRole::ALL;
    const WAITING: bool = true;
}

/// A call by somebody who is signed in and whose role may.
pub struct Call<W> {
    /// The use cases.
    pub app: SharedApp,
    /// Who asks.
    pub caller: Caller,
    /// What they ask.
    pub input: Input,
    who: PhantomData<W>,
}

/// What is asked: path, query, headers, body.
pub struct Input {
    /// The request.
    pub request: HttpRequest,
    body: Bytes,
}

type Reading<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

impl FromRequest for Input {
    type Error = Problem;
    type Future = Reading<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = InTime::<Bytes>::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            match body.await {
                Ok(InTime(body)) => Ok(Self { request, body }),
                Err(error) => Err(extractor_failure(&error, &request)),
            }
        })
    }
}

impl<W: Who> FromRequest for Call<W> {
    type Error = Problem;
    type Future = Reading<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let caller = ApiCaller::from_request(request, payload);
        let input = Input::from_request(request, payload);
        let state = session::state(request);
        Box::pin(async move {
            let ApiCaller(caller) = caller.await?;
            if !(W::WAITING && caller.awaits_approval) {
                caller.only(W::ROLES)?;
            }
            let (app, _) = state?;
            Ok(Self {
                app,
                caller,
                input: input.await?,
                who: PhantomData,
            })
        })
    }
}

impl<W> Call<W> {
    /// Runs a use case on a thread that may wait.
    pub async fn run<T: Send + 'static>(
        &self,
        use_case: impl FnOnce(&App, &Caller) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, Problem> {
        let (app, caller) = (self.app.clone(), self.caller.clone());
        Ok(block(move || use_case(&app, &caller)).await?)
    }

    /// The same for one that makes something, under the key that the client gave.
    pub async fn once<T: Send + 'static>(
        &self,
        use_case: impl FnOnce(&App, Asked<'_>) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, Problem> {
        let key = self.input.key()?;
        self.run(move |app, caller| {
            let key = key.as_ref();
            use_case(app, Asked { caller, key })
        })
        .await
    }
}

impl Input {
    /// The id in the path. One of another form names nothing.
    pub fn id<T: FromStr>(&self) -> Result<T, Problem> {
        let text = self.request.match_info().get("id").unwrap_or_default();
        text.parse().map_err(|_| AppError::NotFound.into())
    }

    /// Another part of the path. One of another form names nothing.
    pub fn part<T: FromStr>(&self, name: &str) -> Result<T, Problem> {
        let text = self.request.match_info().get(name).unwrap_or_default();
        text.parse().map_err(|_| AppError::NotFound.into())
    }

    /// The query.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        match Query::<T>::from_query(self.request.query_string()) {
            Ok(query) => Ok(query.into_inner()),
            Err(error) => Err(Problem::malformed(vec![Fault::new("?", error.to_string())])),
        }
    }

    /// Which portion of a list is wanted. `Cursor` is what its cursors are made of; another text was never given out.
    pub fn page<Cursor: FromStr>(&self) -> Result<Page, Problem> {
        let PageQuery { after, limit } = self.query()?;
        let mut faults = Vec::new();
        if after.as_ref().is_some_and(|text| text.parse::<Cursor>().is_err()) {
            faults.push(Fault::new("?after", "must be `next` of the portion before"));
        }
        if !(1..=500).contains(&limit) {
            faults.push(Fault::new("?limit", "must be 1 to 500"));
        }
        if faults.is_empty() {
            Ok(Page { after, limit })
        } else {
            Err(Problem::malformed(faults))
        }
    }

    /// The JSON body.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let json = |mime: &str| mime == "application/json" || mime.ends_with("+json");
        if !json(self.request.content_type().to_ascii_lowercase().trim()) {
            let detail = "send a JSON body with Content-Type: application/json";
            return Err(Problem::new(Kind::UNSUPPORTED_MEDIA_TYPE, detail));
        }
        read_json::parse(&self.body).map_err(Problem::malformed)
    }

    /// The bytes of a body in one of these media types.
    pub fn bytes(&self, types: &[&str]) -> Result<Bytes, Problem> {
        let given = self.request.content_type().to_ascii_lowercase();
        if !types.contains(&given.trim()) {
            let detail = format!("send {} as Content-Type", types.join(" or "));
            return Err(Problem::new(Kind::UNSUPPORTED_MEDIA_TYPE, detail));
        }
        Ok(self.body.clone())
    }

    /// The body, or what no body means.
    pub fn body_or_default<T: DeserializeOwned + Default>(&self) -> Result<T, Problem> {
        if self.body.is_empty() {
            return Ok(T::default());
        }
        self.body()
    }

    /// That there is no body, or an empty object.
    pub fn no_body(&self) -> Result<(), Problem> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Nothing {}
        if !self.body.is_empty() {
            self.body::<Nothing>()?;
        }
        Ok(())
    }

    /// The version that the client saw, from `If-Match`. A tag of another form is one that nothing ever had.
    pub fn version(&self) -> Result<u32, Problem> {
        let tag = self.text(header::IF_MATCH).filter(|tag| *tag != "*");
        let tag = tag.ok_or_else(|| {
            let detail = "send If-Match with the ETag of what you read, so that nobody's change is lost";
            Problem::new(Kind::PRECONDITION_REQUIRED, detail)
        })?;
        let number = tag.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        Ok(number.and_then(|number| number.parse().ok()).unwrap_or(0))
    }

    fn key(&self) -> Result<Option<Key>, Problem> {
        if !self.request.headers().contains_key(&IDEMPOTENCY_KEY) {
            return Ok(None);
        }
        let fits = |text: &&str| (1..=255).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        let name = self.text(IDEMPOTENCY_KEY).filter(fits).ok_or_else(|| {
            let detail = "Idempotency-Key takes 1 to 255 visible ASCII characters, e.g. a new UUID";
            Problem::malformed(vec![Fault::new("", detail)])
        })?;
        let mut digest = Sha256::new();
        digest.update(format!("{} {}\n", self.request.method(), self.request.path()));
        digest.update(&self.body);
        Ok(Some(Key {
            name: name.to_owned(),
            request_hash: digest.finalize().iter().map(|b| format!("{b:02x}")).collect(),
        }))
    }

    fn text(&self, name: HeaderName) -> Option<&str> {
        self.request.headers().get(name)?.to_str().ok().map(str::trim)
    }
}

/// Which portion of a list is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// `next` of the portion before; none for the first.
    after: Option<String>,
    /// How many at most.
    #[serde(default = "hundred")]
    #[param(minimum = 1, maximum = 500, default = 100, required = false)]
    limit: u16,
}

fn hundred() -> u16 {
    100
}

/// What every change of something that people edit must bear.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code)] // Read by `Input::version`; this is its description.
pub struct IfMatch {
    /// The ETag of what was read. Missing: 428. No longer the stored one: 412, with both versions.
    #[param(rename = "If-Match", example = "\"3\"")]
    version: String,
}

/// What may name one press of a button.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code)] // Read by `Input::key`; this is its description.
pub struct IdempotencyKey {
    /// The client's own name for this request, e.g. a UUID. Sent again under the same key, the request is not done again and
    /// has the same answer. Kept for 48 hours at least.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 255, required = false)]
    key: String,
}
