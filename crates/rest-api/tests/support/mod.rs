//! A running service on a fresh SQLite file with a clock that stands still, and browsers that walk through its pages.

use std::{collections::BTreeMap, time::Duration};

use vocabulary::{AccountRole, CrewRole};

pub(crate) use crate::harness::PASSWORD;
use crate::harness::{Database, Running, a_morning};

/// "Today": a working day in the middle of the example season.
pub(crate) const TODAY: &str = "2027-07-07";

/// The season's pages.
pub(crate) const SEASON: &str = "/koordynator/sezony/lato-2027";

/// A running service.
pub(crate) struct Town(Running);

impl std::ops::Deref for Town {
    type Target = Running;

    fn deref(&self) -> &Running {
        &self.0
    }
}

impl Town {
    /// With an empty database.
    pub(crate) fn empty() -> Self {
        Self(Running::empty(Database::Sqlite, a_morning()))
    }

    /// With the example season, published as release 1, and somebody of each kind. It is 9:00 of [`TODAY`].
    pub(crate) fn published() -> Self {
        Self::published_with(&[])
    }

    /// The same with other words in its `season.toml`.
    pub(crate) fn published_with(changes: &[(&str, &str)]) -> Self {
        let town = Self(Running::published_with(Database::Sqlite, a_morning(), changes));
        town.account("hanna@example.pl", AccountRole::Coordinator, &[]);
        town.account(
            "marek@example.pl",
            AccountRole::Animator,
            &[CrewRole::Leader, CrewRole::Helper],
        );
        town.account("zofia@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        town
    }

    /// The same where people may register themselves.
    pub(crate) fn open_to_all() -> Self {
        let town = Self::published();
        Self(town.0.reset(a_morning(), |settings| {
            settings.registration.open = true;
            settings.registration.controller = Some("Ośrodek, Ostrołęka".to_owned());
            settings.registration.contact = Some("iod@example.pl".to_owned());
        }))
    }

    /// The same with a routing engine at this address.
    pub(crate) fn with_engine(self, url: &str) -> Self {
        Self(self.0.reset(a_morning(), |settings| {
            settings.travel.engine = rest_api::config::TravelEngine::Osrm;
            settings.travel.url = Some(url.to_owned());
            settings.travel.retries = 0;
        }))
    }

    /// The same with a mail server on this port of the machine.
    #[allow(dead_code)] // The tests of pages send nothing.
    pub(crate) fn with_mail(self, port: u16) -> Self {
        Self(self.0.reset(a_morning(), |settings| {
            settings.mail.host = Some("127.0.0.1".to_owned());
            settings.mail.port = Some(port);
            settings.mail.tls = rest_api::config::MailTls::None;
            settings.mail.from = Some("bus@example.pl".to_owned());
        }))
    }

    /// The same with an accessibility declaration.
    #[allow(dead_code)] // Letters need none.
    pub(crate) fn declared(self) -> Self {
        Self(self.0.reset(a_morning(), |settings| {
            let day = Some("2027-06-01".parse().unwrap());
            let said = |text: &str| Some(text.to_owned());
            let it = &mut settings.declaration;
            (it.published, it.updated, it.made) = (day, day, day);
            (it.body, it.contact) = (said("Ośrodek"), said("Jan Nowak"));
            (it.email, it.phone) = (said("dostepnosc@example.pl"), said("+48 29 760 00 00"));
            it.architecture = said("Autobus ma rampę.");
            it.exceptions = vec!["Mapa jest szkicem.".to_owned()];
        }))
    }

    /// The same at another instant.
    pub(crate) fn at(self, now: vocabulary::Timestamp) -> Self {
        Self(self.0.restart(now))
    }

    /// Somebody who is not signed in.
    pub(crate) fn visitor(&self) -> Browser<'_> {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        Browser {
            town: self,
            agent,
            cookies: BTreeMap::new(),
        }
    }

    /// Somebody who has signed in.
    pub(crate) fn signed_in(&self, email: &str) -> Browser<'_> {
        let mut browser = self.visitor();
        let page = browser.sign_in(email, PASSWORD, None);
        assert_eq!(page.status, 303, "{}", page.html);
        browser
    }
}

/// A browser without scripts: it keeps cookies and fills forms.
pub(crate) struct Browser<'a> {
    town: &'a Town,
    agent: ureq::Agent,
    /// Its cookies.
    pub(crate) cookies: BTreeMap<String, String>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Page {
    /// The status code.
    pub(crate) status: u16,
    /// `Location`.
    pub(crate) location: String,
    /// `Cache-Control`.
    pub(crate) cache: String,
    /// The body.
    pub(crate) html: String,
    /// Cookies as they were set, attributes included.
    pub(crate) set_cookies: Vec<String>,
}

impl Browser<'_> {
    /// GET.
    pub(crate) fn get(&mut self, path: &str) -> Page {
        self.send("GET", path, &[], None)
    }

    /// GET of a page that is there.
    pub(crate) fn open(&mut self, path: &str) -> Page {
        let page = self.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.html);
        page
    }

    /// POST of a form as given.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Page {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encode(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        self.send(
            "POST",
            path,
            headers,
            Some(("application/x-www-form-urlencoded", body.into_bytes())),
        )
    }

    /// Sends the form of a page that goes to this address: its hidden fields, and these.
    pub(crate) fn submit(&mut self, page: &Page, action: &str, fields: &[(&str, &str)]) -> Page {
        let hidden = page.hidden(action);
        let mut all: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        all.extend_from_slice(fields);
        self.post(action, &all, &[("sec-fetch-site", "same-origin")])
    }

    /// Sends a file with the form of a page that goes to this address.
    pub(crate) fn upload(&mut self, page: &Page, action: &str, file: &[u8]) -> Page {
        let hidden = page.hidden(action);
        let (_, csrf) = hidden.iter().find(|(name, _)| name == "csrf").unwrap();
        self.upload_with(csrf, action, file)
    }

    /// Sends a file with this token.
    pub(crate) fn upload_with(&mut self, csrf: &str, action: &str, file: &[u8]) -> Page {
        let mut body = format!(
            "--x7y8z9\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n\
            --x7y8z9\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--x7y8z9--\r\n");
        let kind = "multipart/form-data; boundary=x7y8z9";
        self.send("POST", action, &[("sec-fetch-site", "same-origin")], Some((kind, body)))
    }

    /// The page that a redirect leads to.
    pub(crate) fn follow(&mut self, page: &Page) -> Page {
        assert_eq!(page.status, 303, "{}", page.html);
        self.open(&page.location.clone())
    }

    /// The sign-in form.
    pub(crate) fn sign_in(&mut self, email: &str, password: &str, next: Option<&str>) -> Page {
        let mut fields = vec![("email", email), ("password", password)];
        fields.extend(next.map(|next| ("next", next)));
        self.post("/logowanie", &fields, &[])
    }

    fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], form: Option<(&str, Vec<u8>)>) -> Page {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.town.address));
        if !self.cookies.is_empty() {
            let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            request = request.header("cookie", pairs.collect::<Vec<_>>().join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = match form {
            Some((kind, body)) => {
                let request = request.header("content-type", kind);
                self.agent.run(request.body(body).unwrap())
            }
            None => self.agent.run(request.body(()).unwrap()),
        };
        let mut response = response.unwrap_or_else(|e| panic!("{method} {path}: {e}"));
        let header = |name: &str| {
            let value = response.headers().get(name).and_then(|v| v.to_str().ok());
            value.unwrap_or("").to_owned()
        };
        let set = response.headers().get_all("set-cookie").iter();
        let set_cookies: Vec<String> = set.filter_map(|v| v.to_str().ok().map(str::to_owned)).collect();
        for cookie in &set_cookies {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Page {
            status: response.status().as_u16(),
            location: header("location"),
            cache: header("cache-control"),
            set_cookies,
            html: String::from_utf8_lossy(&response.body_mut().read_to_vec().unwrap()).into_owned(),
        }
    }
}

impl Page {
    /// Whether the text stands in the page, as text.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.html.contains(text)
    }

    /// Fails unless the text stands in the page.
    pub(crate) fn must_say(&self, text: &str) {
        assert!(self.says(text), "lacks {text:?}:\n{}", self.html);
    }

    /// Every address of a form or link that begins and ends like this.
    pub(crate) fn addresses(&self, begin: &str, end: &str) -> Vec<String> {
        let quoted = self.html.split('"').skip(1).step_by(2);
        quoted
            .filter(|text| text.starts_with(begin) && text.ends_with(end))
            .map(str::to_owned)
            .collect()
    }

    /// The hidden fields of the form that goes to this address.
    pub(crate) fn hidden(&self, action: &str) -> Vec<(String, String)> {
        let (_, after) = self
            .html
            .split_once(&format!("action=\"{action}\""))
            .unwrap_or_else(|| panic!("no form goes to {action}:\n{}", self.html));
        let (form, _) = after.split_once("</form>").unwrap();
        let inputs = form.split("<input").skip(1).filter(|i| i.contains("type=\"hidden\""));
        inputs
            .map(|input| (attribute(input, "name"), attribute(input, "value")))
            .collect()
    }
}

fn attribute(tag: &str, name: &str) -> String {
    let (_, after) = tag.split_once(&format!("{name}=\"")).unwrap();
    let (value, _) = after.split_once('"').unwrap();
    value
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

fn encode(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}
