//! What people call things, in what the commands print.

use season_files::Season;
use vocabulary::Slug;

/// The names of a season.
pub(crate) struct Names<'a> {
    /// Where they stand.
    pub(crate) season: &'a Season,
}

impl<'a> Names<'a> {
    pub(crate) const fn of(season: &'a Season) -> Self {
        Self { season }
    }

    pub(crate) fn stop(&self, slug: &Slug) -> String {
        let Some(stop) = self.season.stop(slug) else {
            return slug.to_string();
        };
        match &stop.estate {
            Some(estate) => format!("{} ({})", stop.name, self.estate(estate)),
            None => stop.name.clone(),
        }
    }

    pub(crate) fn estate(&self, slug: &Slug) -> String {
        let estate = self.season.estates.iter().find(|estate| estate.slug == *slug);
        estate.map_or_else(|| slug.to_string(), |estate| estate.name.clone())
    }

    pub(crate) fn event(&self, slug: &Slug) -> String {
        let event = self.season.events.iter().find(|event| event.slug == *slug);
        event.map_or_else(|| slug.to_string(), |event| event.name.clone())
    }

    pub(crate) fn bus(&self, slug: &Slug) -> String {
        let bus = self.season.settings.buses.iter().find(|bus| bus.slug == *slug);
        bus.map_or_else(|| slug.to_string(), |bus| bus.name.clone())
    }
}
