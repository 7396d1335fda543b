//! The steps of the search, one file each.
//!
//! - `change_days`: take a stop out of all its days and put it back on the best day set. Moving one visit, adding one and dropping
//!   one are special cases of it, so they have no move of their own.
//! - `reorder`: another order inside one tour.
//! - `swap_days`: two stops exchange a day, which no single stop can do when both days are full.
//! - `ruin`: which stops to take out together before they are put back one by one.
//!
//! A step either improves the solution or leaves it as it was; only `ruin` makes it worse, and the search decides what to keep.

pub(crate) mod change_days;
pub(crate) mod reorder;
pub(crate) mod ruin;
pub(crate) mod swap_days;
