//! A visit as papers show it.

use public_calendar::pages::{Status, VisitCard};
use typst::foundations::Value;
use vocabulary::Day;
use wording::Words;

use crate::{Languages, sheet::Values, voices::local};

/// So much of a note is printed, in characters; whoever wants the rest finds it on the page.
const LONGEST_NOTE: usize = 240;

/// One visit. `cards` are the same visit in each language; `with_place` names the stop.
pub(crate) fn visit(languages: Languages, cards: &[&VisitCard], with_place: bool) -> Option<Values> {
    let card = cards.first()?;
    let each = |say: fn(&VisitCard) -> Option<String>| languages.of_views(cards, |card| say(card));
    let mut values = Values::default();
    values.set("day", each(|card| Some(card.when.short.clone())));
    values.text("hours", &card.hours.short);
    values.set("cancelled", card.status == Status::Cancelled);
    // That a visit is late is over before a paper is hung up, so it is not said.
    values.set("change", each(|card| card.change.clone()));
    values.set(
        "status",
        each(|card| shown(card.status).then(|| card.status_words.clone())),
    );
    values.set("reason_label", languages.say(|words| words.pages().reason()));
    values.list("reason", card.reason.as_deref().map(|reason| local(&short(reason))));
    values.set("theme_label", languages.say(|words| words.pages().theme_of_week()));
    values.list("theme", card.theme.as_deref().map(local));
    values.set("guests_label", languages.say(|words| words.pages().guests_label()));
    values.list("guests", card.guests.as_deref().map(|guests| local(&short(guests))));
    values.list("place", with_place.then(|| local(&card.stop.text)));
    values.list("address", card.address.as_deref().filter(|_| with_place).map(local));
    values.list("event", card.event.as_deref().map(local));
    values.list("note", card.note.as_deref().map(|note| local(&short(note))));
    let cut = card.note.as_deref().is_some_and(is_long);
    values.set(
        "more",
        languages.each(|language| cut.then(|| Words::of(language).paper().more_on_page())),
    );
    Some(values)
}

/// "czw. 1 lipca", or "czw. / Thu 1.07" in two languages: where space is short.
pub(crate) fn short_day(languages: Languages, day: Day) -> Value {
    let date = |words: Words| match languages.second() {
        None => words.dates().short(day),
        Some(_) => format!("{}.{:02}", day.day_of_month(), day.month()),
    };
    weekday_and(languages, day, &date)
}

/// "czw. 1", or "czw. / Thu 1": where the month stands above.
pub(crate) fn day_of_week(languages: Languages, day: Day) -> Value {
    weekday_and(languages, day, &|_| day.day_of_month().to_string())
}

/// The weekday in each language, and behind the last one the date.
fn weekday_and(languages: Languages, day: Day, date: &dyn Fn(Words) -> String) -> Value {
    let last = languages.second().unwrap_or(languages.first());
    languages.each(|language| {
        let words = Words::of(language);
        let weekday = words.dates().short_weekday(day.weekday());
        Some(match language == last {
            true => format!("{weekday} {}", date(words)),
            false => weekday,
        })
    })
}

/// Whether a paper says how the visit stands: that it will be goes without saying.
fn shown(status: Status) -> bool {
    matches!(status, Status::Cancelled | Status::Moved)
}

fn is_long(text: &str) -> bool {
    text.chars().count() > LONGEST_NOTE
}

/// The text up to a word's end, with "…" where it goes on.
pub(crate) fn short(text: &str) -> String {
    if !is_long(text) {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_NOTE).collect();
    let whole = cut
        .rsplit_once(char::is_whitespace)
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}
