//! The steps of the search, one file each.
//!
//! - `ruin`: which visits to take out together before they are put back.
//! - `recreate`: puts them back, one stop after the other.
//! - `change_days`: take a stop out of all its days and put it back on the best day set. Moving one visit, adding one and dropping
//!   one are special cases of it, so they have no move of their own.
//! - `reorder`: another order inside one tour.

pub(crate) mod change_days;
pub(crate) mod local;
pub(crate) mod recreate;
pub(crate) mod reorder;
pub(crate) mod ruin;
