//! Rules of the season that a plan breaks.

crate::messages::messages! {
    /// Why a plan cannot be published. Names, days, hours and lengths come in words.
    Breaches {
        /// A stop that is no more.
        pub fn unknown_stop(stop: &str, day: &str);
        /// A bus that is no more.
        pub fn unknown_bus(stop: &str, day: &str, bus: &str);
        /// A day without the bus.
        pub fn closed_day(stop: &str, day: &str, bus: &str);
        /// Outside the hours of the bus.
        pub fn bus_hours(day: &str, bus: &str, depart: &str, back: &str);
        /// More than the bus carries.
        pub fn overloaded(day: &str, bus: &str, load: u32, most: u32);
        /// Farther than the bus goes.
        pub fn beyond_range(day: &str, bus: &str, way: u32, most: u32);
        /// Days that are not listed together.
        pub fn day_set(stop: &str);
        /// Too long a day of the crew.
        pub fn duty(day: &str, bus: &str, length: &str, most: &str);
        /// Too long on the road.
        pub fn driving(day: &str, bus: &str, length: &str, most: &str);
        /// Work without a break.
        pub fn break_after_work(day: &str, bus: &str, length: &str, most: &str);
        /// Driving without a break.
        pub fn break_after_driving(day: &str, bus: &str, length: &str, most: &str);
        /// Too short a break.
        pub fn break_too_short(day: &str, bus: &str, start: &str, least: &str);
        /// A break at the wrong time.
        pub fn break_misplaced(day: &str, bus: &str, start: &str);
        /// The way is not what the plan says.
        pub fn way_changed(day: &str, bus: &str);
        /// Times that overlap.
        pub fn times_collide(day: &str);
        /// Too little time for set-up.
        pub fn set_up(stop: &str, day: &str, given: &str, needed: &str);
        /// Too little time for teardown.
        pub fn teardown(stop: &str, day: &str, given: &str, needed: &str);
        /// Another length than asked for.
        pub fn public_length(stop: &str, day: &str, given: &str, asked: &str);
        /// A start off the step.
        pub fn start_step(stop: &str, day: &str, start: &str, step: &str);
        /// Outside the hours of the place.
        pub fn site_window(stop: &str, day: &str);
        /// Outside the working hours.
        pub fn working_window(stop: &str, day: &str);
        /// In hours that the request forbids.
        pub fn forbidden_hours(stop: &str, day: &str);
        /// The bus lacks what the place needs.
        pub fn bus_unable(stop: &str, day: &str, bus: &str, need: &str);
        /// The permission has ended.
        pub fn permission(stop: &str, day: &str);
        /// An event keeps the bus away.
        pub fn event_keeps_away(stop: &str, day: &str, event: &str);
        /// A weekday that the request forbids.
        pub fn weekday(stop: &str, day: &str);
        /// Two visits on one day.
        pub fn twice(stop: &str, day: &str);
        /// Nobody asked.
        pub fn not_asked(stop: &str, day: &str);
        /// Too many visits.
        pub fn too_many(stop: &str, got: u32, most: u32);
        /// Too close.
        pub fn gap_short(stop: &str, from: &str, to: &str, gap: u32, least: u32);
        /// Too far apart.
        pub fn gap_long(stop: &str, from: &str, to: &str, gap: u32, most: u32);
        /// Not a turn of the cycle.
        pub fn off_cycle(stop: &str, day: &str);
        /// Another weekday.
        pub fn other_weekday(stop: &str, day: &str, first: &str);
        /// Another start.
        pub fn other_start(stop: &str, day: &str, start: &str, first: &str);
        /// Not kept apart.
        pub fn not_apart(stop: &str, day: &str, other: &str, other_day: &str);
        /// A block of another length.
        pub fn block(stop: &str, day: &str, days: u32, asked: u32);
        /// The first visit is late.
        pub fn first_too_late(stop: &str, first: &str, by: &str);
        /// The last visit is early.
        pub fn last_too_early(stop: &str, last: &str, from: &str);
        /// An event without its visit.
        pub fn event_missed(stop: &str, day: &str, event: &str);
        /// A fixed visit is missing.
        pub fn pin_moved(stop: &str, day: &str);
        /// Totals of the plan do not fit.
        pub fn totals();
    }
}
