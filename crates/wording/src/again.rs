//! A plan in the calendar, a plan compared with another, "what if", alternatives of a visit.

crate::messages::messages! {
    /// What is said of plans that start from a plan. Days, hours, names and lists come in words.
    Again {
        /// Heading of the calendar.
        pub fn calendar_heading();
        /// What the calendar offers.
        pub fn calendar_help();
        /// Heading of a week.
        pub fn week(days: &str);
        /// Heading of the chart.
        pub fn chart_heading();
        /// The chart scrolls.
        pub fn chart_help();
        /// Name of the scrolling region.
        pub fn chart_names();
        /// Name of a day page.
        pub fn day_page(day: &str);
        /// Link back.
        pub fn back_to_plan();
        /// Link to the day before with a tour.
        pub fn earlier_day();
        /// Link to the day after with a tour.
        pub fn later_day();
        /// Heading of the sketch.
        pub fn route_heading();
        /// Heading of the list of stops.
        pub fn stops_heading();
        /// When a bus is out.
        pub fn tour(depart: &str, back: &str);
        /// How long the way to a stop is.
        pub fn drive(length: &str);
        /// Link to the visit that people know of.
        pub fn published_visit();
        /// Why a visit is there: an event.
        pub fn event_reason(event: &str);
        /// Why a visit is there: people fixed it.
        pub fn pin_reason();
        /// What a planning job does.
        pub fn kind(kind: &str);
        /// The same in a list, of a plan that starts from a plan.
        pub fn kind_tag(kind: &str);
        /// A what-if changes nothing.
        pub fn what_if_note();
        /// What planning again means.
        pub fn replan_note();
        /// Heading of the changes.
        pub fn changes_heading();
        /// Link to the plan that a what-if started from.
        pub fn from_plan();
        /// A change: no bus on a day.
        pub fn close_day(day: &str);
        /// A change: a bus is away.
        pub fn bus_away(bus: &str, days: &str);
        /// A change: a visit will not be.
        pub fn cancel_visit(stop: &str, day: &str);
        /// A change: one more stop.
        pub fn add_stop(stop: &str);
        /// A change: one more event.
        pub fn add_event(event: &str, day: &str);
        /// A change: longer visits.
        pub fn longer_service(stop: &str, length: &str);
        /// A change: another request.
        pub fn change_request(stop: &str);
        /// A change: a rule relaxed.
        pub fn relaxed(stop: &str, how: &str);
        /// Button that starts a what-if.
        pub fn relax();
        /// The same, in full.
        pub fn relax_name(stop: &str, reason: &str);
        /// What the buttons do.
        pub fn relax_help();
        /// Button that writes the change into the season.
        pub fn apply();
        /// What that does.
        pub fn apply_help();
        /// Where a change is made by hand.
        pub fn by_hand(place: &str);
        /// The plan breaks rules of the season.
        pub fn not_publishable();
        /// A rule of the season that the plan breaks.
        pub fn obstacle(detail: &str);
        /// How to throw a plan away.
        pub fn throw_away();
        /// Heading of a difference from the plan before.
        pub fn differs_from_base();
        /// Heading of a difference from what is published.
        pub fn differs_from_published();
        /// No difference.
        pub fn nothing_differs();
        /// A what-if that changes nothing was no use.
        pub fn no_use();
        /// Heading of moved visits.
        pub fn moved_heading(count: usize);
        /// Heading of new visits.
        pub fn added_heading(count: usize);
        /// Heading of dropped visits.
        pub fn removed_heading(count: usize);
        /// Visits that stay.
        pub fn kept_line(count: u32);
        /// A visit and when it is.
        pub fn visit_line(stop: &str, when: &str);
        /// A visit, when it was and when it is.
        pub fn moved_line(stop: &str, from: &str, to: &str);
        /// The same with its bus.
        pub fn with_bus(line: &str, bus: &str);
        /// Column of the figures before.
        pub fn before();
        /// Column of the figures after.
        pub fn after();
        /// Column of what is counted.
        pub fn figure();
        /// Wanted visits that are missing.
        pub fn figure_missing();
        /// The longest duty.
        pub fn figure_duty();
        /// Heading of the alternatives.
        pub fn alternatives_heading();
        /// What they are.
        pub fn alternatives_help();
        /// There is none.
        pub fn no_alternative();
        /// There is none: an event.
        pub fn of_event(event: &str);
        /// There is none: people fixed it.
        pub fn of_people();
        /// There is none: the rules changed.
        pub fn no_longer_allowed();
        /// Nothing becomes worse or better.
        pub fn as_good();
        /// What becomes worse.
        pub fn worse(list: &str);
        /// What becomes better.
        pub fn better(list: &str);
        /// A part of the cost and its points.
        pub fn part(group: &str, points: &str);
        /// Other visits whose hours change.
        pub fn shifts(count: u32);
        /// It would be with another bus.
        pub fn other_bus(bus: &str);
        /// Button that fills the form.
        pub fn take();
        /// The same, in full.
        pub fn take_name(when: &str);
        /// Heading of the form that plans again.
        pub fn replan_heading();
        /// What it does.
        pub fn replan_help();
        /// Field: the day without a bus.
        pub fn replan_day();
        /// Button of that form.
        pub fn replan_start();
    }
}
