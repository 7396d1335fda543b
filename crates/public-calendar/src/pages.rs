//! What each public page shows, in words: pure functions of publication, words and moment. The HTML lives with all other
//! HTML; a template only places these values.

mod changes;
mod easy;
mod embed;
mod home;
mod map;
mod missing;
mod month;
mod parts;
mod places;
mod print;
mod search;
mod season;
mod style;
mod subscribe;
pub mod text;
mod views;
mod visit;

use vocabulary::{Slug, VisitId};
use wording::Words;

use crate::{Moment, Publication, json::Part};

pub(crate) use changes::became;
pub use changes::{Release, Span, count_changes};
pub use embed::{COUNTS, EmbedWish, count_of};
pub use missing::Lost;
pub(crate) use parts::{change, doubt, late_because};
pub(crate) use subscribe::named;

pub use views::{
    ChangeLine, ChangesView, Choice, ChoiceGroup, DayGroup, EasyView, EasyVisit, EmbedView, EmbeddedView, EstateLine,
    EstateView, EventView, FeedLinks, Frame, HitKind, HitView, HomeView, Hours, InLanguage, Link, MapView, MissingView,
    MonthDay, MonthGroup, MonthView, PaperChoice, PaperGroup, PlaceView, Preview, PrintView, ReleaseLine, ReleasesView,
    SearchView, SeasonView, SpotLine, Stamp, Status, StopLine, StopView, StyleView, SubscribeView, ThemeView,
    TodayKind, TodayView, VisitCard, VisitView, VisitsView, When,
};

/// The pages of one publication, in one language, as they are at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Pages<'a> {
    pub(crate) publication: &'a Publication,
    pub(crate) words: Words,
    moment: Moment,
}

impl<'a> Pages<'a> {
    /// The same three always give the same pages.
    pub const fn new(publication: &'a Publication, words: Words, moment: Moment) -> Self {
        Self {
            publication,
            words,
            moment,
        }
    }

    /// In which words they are.
    pub const fn words(&self) -> Words {
        self.words
    }

    /// As they are at which moment.
    pub const fn moment(&self) -> Moment {
        self.moment
    }

    /// `/`: today, the next days, the theme, every estate.
    pub fn home(&self) -> HomeView {
        home::home(self)
    }

    /// `/szukaj?q=`: what a question finds; without a question, what to type.
    pub fn search(&self, question: &str) -> SearchView {
        search::search(self, question)
    }

    /// `/osiedla/{slug}`; none if no estate ever had this slug. Where `frame.canonical` bears another slug, redirect.
    pub fn estate(&self, slug: &Slug) -> Option<EstateView> {
        Some(places::estate(self, self.publication.estate(slug)?))
    }

    /// `/przystanki/{slug}`; none if no stop ever had this slug. Where `frame.canonical` bears another slug, redirect.
    pub fn stop(&self, slug: &Slug) -> Option<StopView> {
        Some(places::stop(self, self.publication.stop(slug)?))
    }

    /// `/wizyty/{id}`; none if no visit has this id.
    pub fn visit(&self, id: &VisitId) -> Option<VisitView> {
        Some(visit::visit(self, self.publication.visit(id)?))
    }

    /// In place of a page that is not there, or no more.
    pub fn missing(&self, lost: &Lost<'_>) -> MissingView {
        missing::missing(self, lost)
    }

    /// `/kalendarz?m=`: how to bring the visits of the town, of a place or of a mix of places into a calendar.
    pub fn subscribe(&self, mix: &str) -> SubscribeView {
        subscribe::subscribe(self, mix)
    }

    /// `/osadz`: what to paste into a page of others to show visits there.
    pub fn embed(&self, wish: &EmbedWish<'_>) -> EmbedView {
        embed::embed(self, wish)
    }

    /// `/osadz/wizyty`: so many visits of a part of the town, for a frame.
    pub fn embedded(&self, part: Part<'_>, count: usize) -> EmbeddedView {
        embed::embedded(self, part, count)
    }

    /// `/latwe`: what the bus is and when it comes, in short sentences; of one estate, or of the town.
    pub fn easy(&self, estate: Option<&Slug>) -> EasyView {
        easy::easy(self, estate.and_then(|slug| self.publication.estate(slug)))
    }

    /// `…/miesiac/{month}`: the visits of a month as a table; `month` is "2027-07", or none for the present one. None if the season has no day in
    /// that month.
    pub fn month(&self, part: Part<'_>, month: Option<&str>) -> Option<MonthView> {
        month::month(self, part, month)
    }

    /// `/sezon`: every visit of the season.
    pub fn season(&self) -> SeasonView {
        season::season(self)
    }

    /// `/wydania/{number}`: every visit as an old release had it. These are pages of that release's publication.
    pub fn old_season(&self) -> SeasonView {
        season::old(self)
    }

    /// `/mapa`: a sketch of the town, numbered, with its list; none if no point is known.
    pub fn map(&self) -> Option<MapView> {
        map::map(self)
    }

    /// `/styl`: the design system, shown by one visit in every state; none while there is no visit.
    pub fn style(&self) -> Option<StyleView> {
        style::style(self)
    }

    /// `/druk`: what there is to print.
    pub fn print(&self) -> PrintView {
        print::print(self)
    }

    /// `/zmiany`: what changed.
    pub fn changes(&self, span: Span<'_>) -> ChangesView {
        changes::changes(self, span)
    }

    /// `/wydania`: the releases, the newest first, each with the number of changes that it brought; none for the first.
    pub fn releases(&self, releases: &[(Release, Option<usize>)]) -> ReleasesView {
        changes::releases(self, releases)
    }
}

#[cfg(test)]
mod tests;
