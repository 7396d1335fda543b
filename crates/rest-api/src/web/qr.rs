//! QR codes as numbers for an SVG.

use qrcode::{Color, EcLevel, QrCode};

/// The quiet zone around the code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// A code to draw: dark on light, whatever the page's colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Its side in modules, quiet zone included.
    pub side: usize,
    /// The dark modules, row by row, as the data of a path.
    pub path: String,
}

/// The code of an address; none if that is too long for one.
pub fn qr(address: &str) -> Option<Qr> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (row, colors) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        for run in colors.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                path += &format!("M{} {}h{}v1h-{}z", column + QUIET, row + QUIET, run.len(), run.len());
            }
            column += run.len();
        }
    }
    Some(Qr {
        side: width + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_picture() {
        let code = qr("https://bus.example.pl/kalendarz").unwrap();
        assert_eq!(code.side, 29 + 2 * QUIET);
        // The first row begins with the finder pattern: seven dark modules.
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
        assert_eq!(qr(&"x".repeat(3_000)), None);
    }
}
