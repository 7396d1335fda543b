//! The page that shows the design system: one visit in every state it can be in.

use super::{Pages, Status, StyleView, VisitCard};
use crate::addresses;

/// The order in which states are shown.
const ALL: [Status; 6] = [
    Status::Planned,
    Status::Running,
    Status::Late,
    Status::Moved,
    Status::Cancelled,
    Status::Over,
];

/// None where no visit is there to be shown.
pub(super) fn style(pages: &Pages<'_>) -> Option<StyleView> {
    let visit = pages.publication.visits().first()?;
    let calendar = pages.words.calendar();
    let card = pages.card(visit);
    let before = visit.window;
    let as_if = |status: Status| VisitCard {
        status,
        status_words: calendar.status(status.as_str()),
        delay: (status == Status::Late).then(|| calendar.late_only(15)),
        change: match status {
            Status::Moved => Some(calendar.moved(&card.when.words, &pages.words.dates().window(before))),
            Status::Cancelled => Some(calendar.cancelled()),
            _ => None,
        },
        delay_reason: None,
        reason: None,
        ..card.clone()
    };
    Some(StyleView {
        frame: pages.frame(pages.window_title("Styl"), String::new(), |_| {
            addresses::STYLE.to_owned()
        }),
        cards: ALL.into_iter().map(as_if).collect(),
    })
}
