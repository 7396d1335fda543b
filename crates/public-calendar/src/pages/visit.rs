//! The page of one visit.

use super::{Frame, Pages, VisitView};
use crate::{Visit, addresses, json_ld, mix::stop_key};

pub(super) fn visit(pages: &Pages<'_>, visit: &Visit) -> VisitView {
    let (calendar, dates) = (pages.words.calendar(), pages.words.dates());
    let stop = pages.publication.stop_of(visit);
    let estate = pages.publication.estate_of(stop);
    let (day, hours) = (dates.long(visit.day), dates.window(visit.window));
    let heading = calendar.visit_heading(&stop.name, &day);
    let after = pages
        .publication
        .visits_of_stop(&stop.slug)
        .filter(|other| visit.order() < other.order());
    let frame = pages.frame(
        pages.window_title(&heading),
        calendar.visit_description(&stop.name, &estate.name, &day, &hours),
        |language| addresses::visit(language, &visit.id),
    );
    // A visit that is over has none of its own: nobody is to be sent there.
    let card = match pages.moment().is_after(visit) {
        true => frame.card.clone(),
        false => pages.card_at(&addresses::visit_card(pages.language(), &visit.id)),
    };
    VisitView {
        frame: Frame { card, ..frame },
        heading,
        card: pages.card(visit),
        moved_from: visit
            .moved_from
            .map(|from| calendar.day_and_hours(&dates.long(from.day), &dates.window(from.window))),
        theme: pages.publication.theme_on(visit.day).map(|theme| pages.theme(theme)),
        json_ld: json_ld::event(pages.publication, pages.words, visit),
        place: pages.place(stop),
        next_here: pages.next(after).map(|next| pages.card(next)),
        feeds: pages.feeds(
            calendar.feed_stop(&stop.name),
            addresses::stop_feed(pages.language(), &stop.slug),
            &stop_key(&stop.slug),
        ),
    }
}
