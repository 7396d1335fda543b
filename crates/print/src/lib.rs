//! Papers as PDF, and share cards as PNG: values in, bytes out.
//!
//! The same values give the same bytes, on every machine and every day: a certificate can be printed again. What is typeset comes from the
//! templates of this crate; what people wrote is handed to them as *values*, never as source, so that no name can become markup.
//!
//! What this crate does *not* know: a clock, a disk, the network, the machine's fonts, and where a value comes from.
#![forbid(unsafe_code)]

mod card;
mod certificate;
mod engine;
mod leaflet;
mod poster;
mod psu_sheet;
mod qr;
mod sheet;
mod town_table;
mod visit;
mod voices;

pub use card::{CARD_SIZE, Subject, card};
pub use certificate::{CertificatePaper, SchoolYearHours, certificate};
pub use leaflet::leaflet;
pub use poster::{estate_poster, stop_poster, stop_posters};
pub use psu_sheet::{PsuPaper, PsuPerson, psu_sheet};
pub use sheet::{Sheet, Size};
pub use town_table::town_table;
pub use voices::Languages;

/// Why a paper could not be drawn. Always a defect of this program: there are no values that a paper cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// The template and the values do not fit, or the result is no valid PDF/UA.
    #[error("the paper could not be typeset: {0}")]
    Typeset(String),
    /// The stop or estate is none of the publication.
    #[error("the publication has no such place")]
    Unknown,
    /// The address is too long for a QR code.
    #[error("no QR code can be made: {0}")]
    Qr(String),
}
