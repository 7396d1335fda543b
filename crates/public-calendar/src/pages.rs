//! What each public page shows, in words: pure functions of publication, words and moment. The HTML lives with all other
//! HTML; a template only places these values.

mod views;

pub use views::{
    DayGroup, EstateLine, EstateView, EventView, FeedLinks, Frame, HitKind, HitView, HomeView, Hours, Link, MonthGroup,
    PlaceView, SearchView, SeasonView, Stamp, Status, StopLine, StopView, ThemeView, TodayKind, TodayView, VisitCard,
    VisitView, VisitsView, When,
};
