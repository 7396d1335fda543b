//! stops.csv

use vocabulary::Certainty;

use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::table::{Column, Row};
use crate::{DatedHours, Stop, StopDetails};

use super::{blank, columns, metres, point, trust};

pub(crate) const COLUMNS: &[Column] = columns! {
    [*"slug"] [*"name"] ["estate"] [*"kind"] ["address"] ["directions"] ["lat"] ["lon"] ["certainty"] ["uncertainty_m"]
    ["hours"] ["exceptions"] ["permission_until"] ["needs"] ["setup_minutes"] ["teardown_minutes"]
    ["surface"] ["shade"] ["power"] ["toilets"] ["water"] ["step_free"] ["indoor"]
    ["gtfs_stop_id"] ["source"] ["notes"]
};

pub(crate) fn stop(row: &mut Row<'_>) -> Option<Stop> {
    let (slug, name, kind) = (row.required("slug"), row.required("name"), row.required("kind"));
    let estate = row.optional("estate");
    let (address, directions) = (row.text("address"), row.text("directions"));
    let coordinate = point(row);
    let (certainty, uncertainty) = trust(row);
    let certainty = match (coordinate, certainty) {
        (Some(None), Some(given)) if given != Certainty::Unknown => {
            row.fault("certainty", FaultKind::CertaintyWithoutPoint { found: given.write() });
            given
        }
        (Some(Some(_)), None) if row.raw("certainty").is_empty() => Certainty::Estimated,
        (_, given) => given.unwrap_or(Certainty::Unknown),
    };
    let details = details(row);
    let source = row.text("source");
    Some(Stop {
        slug: slug?,
        estate,
        name: name?,
        kind: kind?,
        address,
        directions,
        coordinate: coordinate?,
        certainty,
        uncertainty,
        source,
        details,
    })
}

fn details(row: &mut Row<'_>) -> StopDetails {
    let exceptions = row.optional("exceptions").unwrap_or_default();
    StopDetails {
        hours: row.optional("hours").unwrap_or_default(),
        exceptions: merged(row, exceptions),
        permission_until: row.optional("permission_until"),
        needs: row.optional("needs").unwrap_or_default(),
        setup_minutes: row.optional("setup_minutes"),
        teardown_minutes: row.optional("teardown_minutes"),
        surface: row.optional("surface"),
        shade: row.optional("shade"),
        power: row.optional("power"),
        toilets: row.optional("toilets"),
        water: row.optional("water"),
        step_free: row.optional("step_free"),
        indoor: row.text("indoor"),
        gtfs_stop_id: row.optional("gtfs_stop_id"),
        notes: row.text("notes"),
    }
}

/// One entry a day, in order of days, each with its windows in order.
fn merged(row: &mut Row<'_>, mut parts: Vec<DatedHours>) -> Vec<DatedHours> {
    parts.sort_by(|a, b| (a.day, &a.windows).cmp(&(b.day, &b.windows)));
    let mut days: Vec<DatedHours> = Vec::new();
    for part in parts {
        match days.last_mut() {
            Some(last) if last.day == part.day => {
                let clash = match (last.windows.last(), part.windows.first()) {
                    (Some(before), Some(window)) => before.overlaps(*window),
                    _ => true,
                };
                if clash {
                    row.fault("exceptions", FaultKind::ExceptionTwice { day: part.day });
                } else {
                    last.windows.extend(part.windows);
                }
            }
            _ => days.push(part),
        }
    }
    days
}

pub(crate) fn stop_cells(stop: &Stop) -> Vec<(&'static str, String)> {
    let details = &stop.details;
    let degrees = |of: fn(vocabulary::Coordinate) -> f64| stop.coordinate.map(of);
    vec![
        ("slug", stop.slug.write()),
        ("name", stop.name.clone()),
        ("estate", blank(stop.estate.as_ref())),
        ("kind", stop.kind.write()),
        ("address", stop.address.clone()),
        ("directions", stop.directions.clone()),
        ("lat", blank(degrees(vocabulary::Coordinate::lat).as_ref())),
        ("lon", blank(degrees(vocabulary::Coordinate::lon).as_ref())),
        ("certainty", stop.certainty.write()),
        ("uncertainty_m", metres(stop.uncertainty)),
        (
            "hours",
            if details.hours.is_empty() {
                String::new()
            } else {
                details.hours.write()
            },
        ),
        ("exceptions", details.exceptions.write()),
        ("permission_until", blank(details.permission_until.as_ref())),
        ("needs", details.needs.write()),
        ("setup_minutes", blank(details.setup_minutes.as_ref())),
        ("teardown_minutes", blank(details.teardown_minutes.as_ref())),
        ("surface", blank(details.surface.as_ref())),
        ("shade", blank(details.shade.as_ref())),
        ("power", blank(details.power.as_ref())),
        ("toilets", blank(details.toilets.as_ref())),
        ("water", blank(details.water.as_ref())),
        ("step_free", blank(details.step_free.as_ref())),
        ("indoor", details.indoor.clone()),
        ("gtfs_stop_id", blank(details.gtfs_stop_id.as_ref())),
        ("source", stop.source.clone()),
        ("notes", details.notes.clone()),
    ]
}
