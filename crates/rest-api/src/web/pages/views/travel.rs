//! A season's own travel times.

use askama::Template;
use vocabulary::{SeasonId, Slug};

use super::{FormErrors, Frame, SeasonLine};

/// `/koordynator/sezony/{slug}/czasy-jazdy`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/travel.html")]
pub struct TravelPage {
    /// What stands around.
    pub frame: Frame,
    /// The season.
    pub season: SeasonLine,
    /// Its id, for the table itself.
    pub id: SeasonId,
    /// Its own matrix.
    pub own: Option<MatrixLine>,
    /// Whether an engine is asked where there is no matrix.
    pub engine: bool,
    /// What is wrong with the file that was sent.
    pub errors: FormErrors,
    /// Ways that look wrong in the file that was stored just now, worded.
    pub warnings: Vec<String>,
    /// Every place by the name that a matrix gives it.
    pub places: Vec<PlaceName>,
}

/// A season's own matrix, worded.
#[derive(Debug, Clone)]
pub struct MatrixLine {
    /// How large it is and when it was uploaded.
    pub said: String,
    /// Why no plan can use it; empty where plans can.
    pub outdated: Vec<String>,
}

/// A place and what people call it.
#[derive(Debug, Clone)]
pub struct PlaceName {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: String,
}
