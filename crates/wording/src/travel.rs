//! Travel times: where they come from, and what to do when they are missing.

crate::messages::messages! {
    /// What a coordinator reads about travel times.
    Travel {
        /// The engine cannot be reached.
        pub fn unreachable(engine: &str, address: &str, tries: u32);
        /// The engine refuses the question; its own words.
        pub fn refused(engine: &str, said: &str);
        /// The engine's answer makes no sense.
        pub fn unreadable(engine: &str, address: &str);
        /// Ways that no road makes, each as "from to".
        pub fn no_way(ways: &str);
        /// Places too far from any road, each with its distance.
        pub fn off_road(places: &str);
        /// One way.
        pub fn way(from: &str, to: &str);
        /// A place and how far it is from a road.
        pub fn place(name: &str, metres: u32);
        /// How many more there are than were named.
        pub fn and_more(count: usize);
        /// No engine is set on this server.
        pub fn no_engine();
        /// The plan was stopped while the engine was asked.
        pub fn stopped();
        /// The uploaded matrix lacks a place.
        pub fn matrix_lacks(stop: &str);
        /// A place is somewhere else than the uploaded matrix has it.
        pub fn matrix_moved(stop: &str);
        /// Above the buttons with which to go on.
        pub fn choice_help();
        /// Button: only what is missing is estimated.
        pub fn estimate_gaps();
        /// Button: everything is estimated.
        pub fn estimate_all();
        /// Box in the start form.
        pub fn estimate_checkbox();
        /// Mark of a plan with estimated ways.
        pub fn is_estimated();
        /// How far the questions to the engine are.
        pub fn asking(done: usize, of: usize);
    }
}
