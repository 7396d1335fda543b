//! Closed lists of words that only the season files use.

vocabulary::word_lists! {
    /// What the ground of a stop is like.
    Surface {
        /// Asphalt, slabs or setts.
        Paved = "paved",
        /// Gravel.
        Gravel = "gravel",
        /// Grass.
        Grass = "grass",
        /// Sand.
        Sand = "sand",
        /// The soft surface of playgrounds and courts.
        Safety = "safety",
        /// Several of these.
        Mixed = "mixed",
    }

    /// Whose public holidays close the season.
    HolidayRule {
        /// Poland's ([`crate::holidays::polish`]).
        Pl = "pl",
        /// Nobody's: only the closed days of the file count.
        None = "none",
    }
}
