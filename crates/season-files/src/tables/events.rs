//! events.csv

use vocabulary::{Certainty, Day, EventEffect, Weekday};

use crate::Event;
use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::table::{Column, Row};

use super::{blank, columns, flag};

pub(crate) const COLUMNS: &[Column] = columns! {
    [*"slug"] [*"name"] [*"day"] ["weekday"] ["hours"] ["place"] ["stop"] ["estate"] [*"effect"] ["bus"] ["counts"] ["expected_children"]
    ["example"] ["certainty"] ["source"] ["note"]
};

pub(crate) fn event(row: &mut Row<'_>) -> Option<Event> {
    let (slug, name) = (row.required("slug"), row.required("name"));
    let (day, printed) = (row.required::<Day>("day"), row.optional::<Weekday>("weekday"));
    if let (Some(day), Some(printed)) = (day, printed)
        && day.weekday() != printed
    {
        row.fault("weekday", FaultKind::WrongWeekday { day, printed });
    }
    let hours = row.optional("hours");
    let place = row.text("place");
    let (stop, estate) = (row.optional("stop"), row.optional("estate"));
    let effect = row.required("effect");
    if effect == Some(EventEffect::TakePart) {
        for (column, what) in [("hours", "its hours"), ("stop", "the stop it is at")] {
            if row.raw(column).is_empty() {
                row.fault(column, FaultKind::EventNeeds { what });
            }
        }
    }
    let (bus, counts) = (row.optional("bus"), row.optional("counts").unwrap_or(false));
    let expected_children = row.optional("expected_children");
    let example = row.optional("example").unwrap_or(false);
    let certainty = row.optional("certainty").unwrap_or(Certainty::Unknown);
    let (source, note) = (row.text("source"), row.text("note"));
    Some(Event {
        slug: slug?,
        name: name?,
        day: day?,
        hours,
        place,
        stop,
        estate,
        effect: effect?,
        bus,
        counts,
        example,
        expected_children,
        source,
        certainty,
        note,
    })
}

pub(crate) fn cells(event: &Event) -> Vec<(&'static str, String)> {
    vec![
        ("slug", event.slug.write()),
        ("name", event.name.clone()),
        ("day", event.day.write()),
        ("weekday", event.day.weekday().write()),
        ("hours", blank(event.hours.as_ref())),
        ("place", event.place.clone()),
        ("stop", blank(event.stop.as_ref())),
        ("estate", blank(event.estate.as_ref())),
        ("effect", event.effect.write()),
        ("bus", blank(event.bus.as_ref())),
        ("counts", flag(event.counts)),
        ("expected_children", blank(event.expected_children.as_ref())),
        ("example", flag(event.example)),
        ("certainty", event.certainty.write()),
        ("source", event.source.clone()),
        ("note", event.note.clone()),
    ]
}
