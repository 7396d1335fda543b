//! A bus, a stop and a request to which no rule applies: what an instance or a test asks for is set on top. Shared by the examples
//! and the tests, so that a new rule of planning is switched off here and nowhere else.

use route_planning::{Bus, Request, Stop};
use vocabulary::{Certainty, Coordinate, Minutes, Sameness, Slug, Weekdays};

pub(crate) fn bus(slug: Slug, depot: Slug) -> Bus {
    Bus {
        slug,
        depart_from: depot.clone(),
        return_to: depot,
        hours: Vec::new(),
        closed_days: Vec::new(),
        max_duty: None,
        capacity: None,
        range: None,
        max_driving: None,
        breaks: None,
        depots: Vec::new(),
        capabilities: Vec::new(),
        travel_minute: None,
        travel_km: None,
    }
}

pub(crate) fn stop(slug: Slug, estate: Slug, coordinate: Coordinate) -> Stop {
    Stop {
        slug,
        estate,
        coordinate,
        certainty: Certainty::Checked,
        need: 1,
        windows: Vec::new(),
        exceptions: Vec::new(),
        permission_until: None,
        set_up: Minutes::ZERO,
        teardown: Minutes::ZERO,
        needs: Vec::new(),
    }
}

/// Exactly so many visits of this length.
pub(crate) fn request(stop: Slug, visits: u32, public: Minutes) -> Request {
    Request {
        stop,
        least: visits,
        wanted: visits,
        most: visits,
        public,
        gap_min: None,
        gap_max: None,
        block: None,
        first_by: None,
        last_from: None,
        gap_max_to_end: false,
        previous_visit: None,
        preferred_weekdays: Weekdays::NONE,
        forbidden_weekdays: Weekdays::NONE,
        preferred_hours: None,
        forbidden_hours: Vec::new(),
        set_up: None,
        teardown: None,
        load: 0,
        day_sets: Vec::new(),
        same_weekday: Sameness::No,
        same_start: Sameness::No,
        every_weeks: None,
    }
}
