//! What stands in the drawings of a plan.

crate::messages::messages! {
    /// The route of a day and the chart of a season. Days, hours and names come in words.
    Drawings {
        /// The name of a day's route.
        pub fn day_title(day: &str);
        /// What the drawing of a day shows, for whoever does not see it.
        pub fn day_summary(tours: usize, visits: usize);
        /// A bus and its day.
        pub fn tour_line(bus: &str, depart: &str, back: &str, way: &str);
        /// A drive without a halt.
        pub fn leg(from: &str, to: &str, minutes: &str, way: &str);
        /// A way in kilometres and tenths.
        pub fn way(km: u32, tenth: u32);
        /// Where the bus starts and ends.
        pub fn depot();
        /// The letter at the north arrow.
        pub fn north();
        /// A length of the scale bar.
        pub fn kilometres(count: u32);
        /// A shorter length of the scale bar.
        pub fn metres(count: u32);
        /// Travel is no router's answer.
        pub fn estimated_travel();
        /// What the broken ring around a stop means.
        pub fn estimated_point();
        /// The name of a season's chart.
        pub fn season_title(season: &str);
        /// What the chart of a season shows, for whoever does not see it.
        pub fn season_summary(visits: usize, first: &str, last: &str);
        /// Visits in the plan and visits wanted.
        pub fn got_of(got: u32, wanted: u32);
        /// Legend: a visit that the stop asked for.
        pub fn asked();
        /// Legend: a visit that people fixed.
        pub fn fixed();
        /// Legend: a visit that takes part in an event.
        pub fn at_event();
        /// Legend: a visit of a stop that was announced for another time.
        pub fn moved();
        /// Legend: an announced time that the plan does not keep.
        pub fn left();
        /// Legend: no bus runs.
        pub fn closed();
        /// Legend: the line between two visits.
        pub fn waiting();
        /// A visit in full.
        pub fn visit(day: &str, hours: &str, stop: &str, bus: &str, kind: &str);
        /// A visit at an event in full.
        pub fn visit_at_event(day: &str, hours: &str, stop: &str, bus: &str, kind: &str, event: &str);
        /// An announced time that the plan does not keep, in full.
        pub fn left_on(day: &str, stop: &str, kind: &str);
        /// A closed day and why.
        pub fn closed_on(day: &str, reason: &str);
    }
}
