//! A season's own table of travel times.

crate::messages::messages! {
    /// The page of the table, and every fault of one. Places and columns come by the names in the table.
    Matrix {
        /// The file is no text.
        pub fn not_utf8();
        /// The file is no table.
        pub fn not_table();
        /// The file is no matrix in JSON.
        pub fn not_json();
        /// A column is missing.
        pub fn no_column(column: &str);
        /// A column of another name.
        pub fn unknown_column(column: &str);
        /// A column is there twice.
        pub fn column_twice(column: &str);
        /// Too many rows.
        pub fn too_long(most: usize);
        /// No place of the season.
        pub fn unknown_place(found: &str);
        /// No place, but one is alike.
        pub fn unknown_place_meant(found: &str, near: &str);
        /// From a place to itself.
        pub fn to_itself(place: &str);
        /// A pair is there twice.
        pub fn twice(from: &str, to: &str, first: usize);
        /// No number.
        pub fn no_number(found: &str);
        /// A negative number.
        pub fn negative(found: &str);
        /// Too large a number.
        pub fn too_large(found: &str, most: u32);
        /// Faster than any bus.
        pub fn too_fast(from: &str, to: &str, kmh: u32);
        /// A pair is missing.
        pub fn hole(from: &str, to: &str);
        /// More pairs are missing.
        pub fn more_holes(count: usize);
        /// Shorter than the straight line.
        pub fn shorter(from: &str, to: &str, metres: u32, straight: u32);
        /// Where in the table: the row.
        pub fn in_row(row: usize, what: &str);
        /// Where in the table: row and column.
        pub fn in_cell(row: usize, column: &str, what: &str);
        /// More than are listed.
        pub fn and_more(count: usize);
        /// Heading of the page.
        pub fn heading(season: &str);
        /// Link to the page.
        pub fn link();
        /// What the page is for.
        pub fn help();
        /// A matrix is in use.
        pub fn now_own(places: usize, at: &str);
        /// The engine is in use.
        pub fn now_engine();
        /// The estimate is in use.
        pub fn now_estimate();
        /// The matrix is out of date.
        pub fn outdated();
        /// Places that it lacks.
        pub fn outdated_new(places: &str);
        /// Places that moved.
        pub fn outdated_moved(places: &str);
        /// Link to the table.
        pub fn download();
        /// Button that takes it away.
        pub fn remove();
        /// Heading of the form.
        pub fn upload_heading();
        /// Label of the file.
        pub fn file();
        /// What the file must be.
        pub fn file_help();
        /// Button.
        pub fn upload();
        /// No file was chosen.
        pub fn file_missing();
        /// The file is too large.
        pub fn file_too_large();
        /// Heading of the list of names.
        pub fn places_heading();
        /// Where a bus starts.
        pub fn depot(bus: &str);
        /// Nothing was stored.
        pub fn not_taken();
        /// It is stored; these ways look wrong.
        pub fn taken_with_warnings();
    }
}
