//! Public pages: the values of `public_calendar::pages`, placed.

use askama::Template;
use public_calendar::pages::{
    ChangesView, EasyView, EmbedView, EmbeddedView, EstateView, HomeView, MapView, MissingView, MonthView,
    ReleasesView, SearchView, SeasonView, Status, StopView, StyleView, SubscribeView, VisitCard, VisitView,
};
use vocabulary::Minute;

use super::{Frame, Streets};
use crate::web::qr::Qr;

/// `/`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/home.html")]
pub struct HomePage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a HomeView,
}

impl HomePage<'_> {
    /// The next visit that will be, in the whole town.
    fn next(&self) -> Option<&VisitCard> {
        let later = self.view.days.iter().flat_map(|day| &day.cards);
        self.view
            .today
            .cards
            .iter()
            .chain(later)
            .find(|card| will_be(card.status))
    }
}

/// `/szukaj`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/search.html")]
pub struct SearchPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a SearchView,
}

/// `/osiedla/{slug}`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/estate.html")]
pub struct EstatePage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a EstateView,
}

/// `/przystanki/{slug}`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/stop.html")]
pub struct StopPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a StopView,
}

/// `/wizyty/{id}`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/visit.html")]
pub struct PublicVisitPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a VisitView,
}

/// `/sezon`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/season.html")]
pub struct SeasonListPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a SeasonView,
}

impl SeasonListPage<'_> {
    /// The first day that is not over, where days before it are: so that nobody has to scroll past them.
    fn next_day(&self) -> Option<&str> {
        let mut days = self
            .view
            .months
            .iter()
            .flat_map(|month| &month.days)
            .skip_while(|day| day.is_past);
        let first = self.view.months.first()?.days.first()?;
        days.next()
            .filter(|_| first.is_past)
            .map(|day| day.when.machine.as_str())
    }
}

/// `/mapa`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/map.html")]
pub struct MapPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a MapView,
}

impl MapPage<'_> {
    /// The map of the streets, if any stop lies on it.
    fn streets(&self) -> Option<&Streets> {
        let mut stops = self.view.spots.iter().flat_map(|spot| &spot.stops);
        stops.find_map(|stop| self.frame.streets_at(stop.coordinate.as_deref()))
    }
}

/// `/styl`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/style.html")]
pub struct StylePage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a StyleView,
}

/// `/zmiany`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/changes.html")]
pub struct ChangesPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a ChangesView,
}

/// `/wydania`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/releases.html")]
pub struct ReleasesPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a ReleasesView,
}

/// In place of a page that is not there, or no more.
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/missing.html")]
pub struct MissingPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a MissingView,
}

/// `/kalendarz?m=`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/subscribe.html")]
pub struct SubscribePage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a SubscribeView,
    /// The address of the page, to be scanned; none where that is too long.
    pub qr: Option<&'a Qr>,
}

impl SubscribePage<'_> {
    /// Whether anybody can be told at once.
    fn tells(&self) -> bool {
        let ways = self.frame.follow.as_ref();
        ways.is_some_and(|ways| ways.email || ways.push_key.is_some())
    }
}

/// `/osadz`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/embed.html")]
pub struct EmbedPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a EmbedView,
}

/// `/osadz/wizyty`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/embedded.html")]
pub struct EmbeddedPage<'a> {
    /// The words; nothing of the frame stands around it.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a EmbeddedView,
}

/// Whom to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact<'a> {
    /// A name.
    pub name: &'a str,
    /// A telephone number.
    pub phone: &'a str,
    /// An e-mail address.
    pub email: &'a str,
}

/// `/latwe`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/easy.html")]
pub struct EasyPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a EasyView,
    /// Whom to ask; none where nobody is named in the settings.
    pub contact: Option<Contact<'a>>,
}

/// `…/miesiac/{month}`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/month.html")]
pub struct MonthPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What is shown.
    pub view: &'a MonthView,
}

/// Whether a visit with this status is still worth going to.
fn will_be(status: Status) -> bool {
    match status {
        Status::Planned | Status::Moved | Status::Late | Status::Running => true,
        Status::Over | Status::Cancelled => false,
    }
}

/// The clock time of an RFC 3339 instant with the offset of its place, as the language writes it: "9:15".
fn clock(frame: &Frame, instant: &str) -> String {
    let minute = instant.get(11..16).and_then(|text| text.parse::<Minute>().ok());
    minute.map(|minute| frame.d().time(minute)).unwrap_or_default()
}

/// A route to a point on OpenStreetMap's own page, for who has no map application. Only followed when clicked.
fn route(coordinate: &str) -> String {
    format!(
        "https://www.openstreetmap.org/directions?to={}",
        coordinate.replace(',', "%2C")
    )
}

/// Where a stop stands in the list beside the map, by the path of its page.
fn anchor(path: &str) -> String {
    format!("p-{}", path.rsplit('/').next().unwrap_or_default())
}

/// The class of a visit's row and of its tag.
fn look(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Planned => ("", ""),
        Status::Moved | Status::Late => ("", "sun"),
        Status::Running => ("", "yes"),
        Status::Over => ("past", ""),
        Status::Cancelled => ("off", "no"),
    }
}

/// A telephone number as a telephone dials it.
pub(super) fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
