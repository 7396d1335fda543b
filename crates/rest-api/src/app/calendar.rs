//! What the public sees: the newest release of the season that matters today, with its live state.

use std::collections::{HashMap, HashSet};

use public_calendar as public;
use season_files as files;
use storage::{Db, Release};
use vocabulary::{CivilWindow, Day, EventEffect, Minutes, SeasonId, Slug, StopId, Timestamp};

use super::{
    App, AppError,
    error::{Reason, RefusedBy},
    season_model,
};

/// What the public sees, and the releases that led to it.
pub struct Current {
    /// The newest release with its live state.
    pub publication: public::Publication,
    /// The releases of its season, the newest first.
    pub releases: Vec<Release>,
}

/// What the public sees now; none before the first release of a season.
pub fn current(app: &App, db: &mut Db, today: Day) -> Result<Option<Current>, AppError> {
    let Some(season) = season_to_show(db, today)? else {
        return Ok(None);
    };
    let releases = storage::releases::of_season(db, &season)?;
    let Some(release) = releases.first() else {
        return Ok(None);
    };
    let revision = storage::releases::public_revision(db)?;
    let changed_at = revision.changed_at.unwrap_or(release.published_at);
    let header = Header {
        release: release.number,
        published_at: release.published_at,
        revision: revision.revision,
        changed_at,
    };
    let publication = build(app, db, &season, &header)?;
    Ok(Some(Current { publication, releases }))
}

/// What a release froze.
pub fn frozen(db: &mut Db, release: &Release) -> Result<public::Publication, AppError> {
    let stored = storage::releases::publication(db, &release.id)?;
    Ok(stored.read()?)
}

/// The published season that runs today, else the next published one, else the last.
pub(super) fn season_to_show(db: &mut Db, today: Day) -> Result<Option<SeasonId>, AppError> {
    let mut published = Vec::new();
    for season in storage::whole(|page| storage::seasons::list(db, page))? {
        if storage::releases::latest(db, &season.id)?.is_some() {
            published.push(season);
        }
    }
    published.sort_by_key(|season| season.first_day);
    let coming = published.iter().find(|season| season.last_day >= today);
    Ok(coming.or(published.last()).map(|season| season.id.clone()))
}

/// What stands on top of a publication.
pub struct Header {
    /// The number of the release.
    pub release: u32,
    /// When it was published.
    pub published_at: Timestamp,
    /// The number of this state.
    pub revision: u32,
    /// When this state came to be.
    pub changed_at: Timestamp,
}

/// The publication of a season as the database now stands.
pub fn build(app: &App, db: &mut Db, season: &SeasonId, header: &Header) -> Result<public::Publication, AppError> {
    let loaded = season_model::load(db, season)?;
    let visits = storage::visits::of_season(db, season)?;
    let data = data(app, &loaded, &visits, header)?;
    public::Publication::build(data).map_err(|faults| AppError::Refused {
        by: RefusedBy::State,
        reasons: faults
            .0
            .iter()
            .map(|fault| Reason::new("calendar-cannot-show", fault.to_string()))
            .collect(),
    })
}

fn data(
    app: &App,
    loaded: &season_model::Loaded,
    visits: &[storage::Visit],
    header: &Header,
) -> Result<public::PublicationData, AppError> {
    let season = &loaded.season;
    let settings = &season.settings;
    let slugs: HashMap<&StopId, &Slug> = loaded.stop_ids.iter().map(|(slug, id)| (id, slug)).collect();
    let event_names: HashMap<_, _> = season
        .events
        .iter()
        .filter_map(|e| Some((loaded.event_ids.get(&e.slug)?, e.name.as_str())))
        .collect();
    let visit = |v: &storage::Visit| {
        let stop = slugs
            .get(&v.stop_id)
            .ok_or_else(|| anyhow::anyhow!("visit {} has no stop", v.id))?;
        let window =
            CivilWindow::new(v.public_start, v.public_end).map_err(|e| anyhow::anyhow!("visit {}: {e}", v.id))?;
        let event = v
            .event_id
            .as_ref()
            .and_then(|id| event_names.get(id))
            .map(|name| (*name).to_owned());
        Ok::<_, AppError>(public::Visit {
            id: v.id.clone(),
            stop: (*stop).clone(),
            day: v.day,
            window,
            state: v.state,
            reason: v.reason.clone(),
            note: v.note.clone(),
            moved_from: moved_from(v, window.length()),
            delay: v.delay_minutes.map(|minutes| public::Delay {
                minutes: Minutes(minutes),
                reason: v.delay_reason.clone(),
            }),
            delay_revisions: v.delay_revisions,
            sequence: v.sequence,
            created: v.created_at,
            revised: v.revised_at,
            event,
        })
    };
    let stops: Vec<_> = season.stops.iter().filter_map(|s| stop(season, s)).collect();
    let shown: HashSet<&Slug> = stops.iter().map(|stop| &stop.slug).collect();
    // A former name of a stop that is not shown leads nowhere yet.
    let stop_aliases = loaded.stop_aliases.iter().filter(|(_, now)| shown.contains(now));
    let stop_aliases = stop_aliases.map(|(old, now)| (old.clone(), now.clone())).collect();
    Ok(public::PublicationData {
        version: public::VERSION,
        service: public::Service {
            name: app.config.calendar.service_name.clone(),
            town: settings.town.clone(),
            feed_host: app.feed_host.clone(),
            base_address: app.base_address.clone(),
        },
        season: public::Season {
            slug: settings.slug.clone(),
            name: settings.name.clone(),
            first: settings.first_day,
            last: settings.last_day,
            example: settings.example,
            bring: some(&settings.bring),
        },
        zone: settings.zone,
        release: header.release,
        published_at: header.published_at,
        revision: header.revision.into(),
        changed_at: header.changed_at,
        estates: season.estates.iter().map(estate).collect(),
        stops,
        streets: season.streets.iter().map(street).collect(),
        visits: visits.iter().map(visit).collect::<Result<_, _>>()?,
        themes: settings.themes.iter().map(theme).collect(),
        events: season
            .events
            .iter()
            .filter(|e| e.effect == EventEffect::ShowOnly)
            .map(event)
            .collect(),
        sketch: season.sketch.iter().map(|shape| shape_of(season, shape)).collect(),
        estate_aliases: loaded.estate_aliases.clone(),
        stop_aliases,
    })
}

fn moved_from(visit: &storage::Visit, length: Minutes) -> Option<public::MovedFrom> {
    let (day, start) = (visit.moved_from_day?, visit.moved_from_start?);
    // Moved away and back again: there is nothing to tell.
    if (day, start) == (visit.day, visit.public_start) {
        return None;
    }
    let window = CivilWindow::new(start, start.plus(length)?).ok()?;
    Some(public::MovedFrom { day, window })
}

fn estate(estate: &files::Estate) -> public::Estate {
    public::Estate {
        slug: estate.slug.clone(),
        name: estate.name.clone(),
        coordinate: Some(estate.coordinate),
    }
}

/// A stop that lies in no estate is not shown: people look for theirs by estate. Publishing refuses visits at such a stop.
fn stop(season: &files::Season, stop: &files::Stop) -> Option<public::Stop> {
    let position = season.position(stop);
    Some(public::Stop {
        slug: stop.slug.clone(),
        estate: stop.estate.clone()?,
        name: stop.name.clone(),
        kind: stop.kind,
        address: some(&stop.address),
        directions: some(&stop.directions),
        coordinate: position.map(|p| p.coordinate),
        certainty: position.map_or(vocabulary::Certainty::Unknown, |p| p.certainty),
        facts: public::SiteFacts {
            shade: stop.details.shade,
            toilet: stop.details.toilets,
            drinking_water: stop.details.water,
            step_free: stop.details.step_free,
            wet_weather_place: some(&stop.details.indoor),
        },
    })
}

fn street(street: &files::Street) -> public::Street {
    public::Street {
        name: street.name.clone(),
        former: street.former_names.clone(),
        estate: street.estate.clone(),
        scope: street.scope,
        numbers: (!street.numbers.is_empty()).then(|| street.numbers.clone()),
    }
}

fn theme(theme: &files::Theme) -> public::Theme {
    public::Theme {
        first: theme.first_day,
        last: theme.end(),
        name: theme.title.clone(),
        text: some(&theme.text),
        guests: some(&theme.guests),
        bring: some(&theme.bring),
    }
}

fn event(event: &files::Event) -> public::Event {
    public::Event {
        name: event.name.clone(),
        first: event.day,
        last: event.day,
        hours: event.hours,
        place: some(&event.place),
        estate: event.estate.clone(),
    }
}

/// An outline bears the name of its estate.
fn shape_of(season: &files::Season, shape: &files::Shape) -> public::Shape {
    let estate = shape.estate.as_ref().and_then(|slug| season.estate(slug));
    public::Shape {
        kind: shape.kind,
        name: some(estate.map_or(&shape.name, |estate| &estate.name)),
        lines: shape.lines.clone(),
    }
}

/// A text of the season files, in which empty means: nothing is known.
fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
