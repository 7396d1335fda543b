//! What each public page shows, in words: pure functions of publication, words and moment. The HTML lives with all other
//! HTML; a template only places these values.

mod changes;
mod home;
mod map;
mod parts;
mod places;
mod print;
mod search;
mod season;
pub mod text;
mod views;
mod visit;

use vocabulary::{Slug, VisitId};
use wording::Words;

use crate::{Moment, Publication};

pub(crate) use changes::became;
pub use changes::{Release, Span, count_changes};
pub(crate) use parts::{change, doubt, late_because};

pub use views::{
    ChangeLine, ChangesView, Choice, ChoiceGroup, DayGroup, EstateLine, EstateView, EventView, FeedLinks, Frame,
    HitKind, HitView, HomeView, Hours, InLanguage, Link, MapView, MonthGroup, PlaceView, PrintView, ReleaseLine,
    ReleasesView, SearchView, SeasonView, SpotLine, Stamp, Status, StopLine, StopView, ThemeView, TodayKind, TodayView,
    VisitCard, VisitView, VisitsView, When,
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
