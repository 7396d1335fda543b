//! Barriers that somebody tells of.

use askama::Template;
use vocabulary::BarrierId;

use super::{FieldFaults, Frame};

/// `/deklaracja-dostepnosci/bariera`
#[derive(Debug, Clone, Template)]
#[template(path = "public/barrier.html")]
pub struct BarrierPage {
    /// What stands around.
    pub frame: Frame,
    /// As typed.
    pub what: String,
    /// As typed.
    pub place: String,
    /// As typed.
    pub contact: String,
    /// After so many days it is deleted.
    pub days: u32,
    /// What is wrong with it.
    pub errors: FieldFaults,
}

/// `/koordynator/bariery`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/barriers.html")]
pub struct BarriersPage {
    /// What stands around.
    pub frame: Frame,
    /// After so many days they are deleted.
    pub days: u32,
    /// The newest first.
    pub lines: Vec<BarrierLine>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarrierLine {
    /// Its id.
    pub id: BarrierId,
    /// The language in which it is written.
    pub lang: &'static str,
    /// What the barrier is.
    pub what: String,
    /// Where, or empty.
    pub place: String,
    /// How to answer, or empty.
    pub contact: String,
    /// When it was told.
    pub told: String,
    /// Until when to answer, or when it was answered.
    pub standing: String,
    /// Whether that time is over.
    pub late: bool,
    /// Whether it waits for an answer.
    pub open: bool,
}
