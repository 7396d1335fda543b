//! An address as a QR code.

use qrcode::{EcLevel, QrCode, render::svg};
use typst::foundations::Bytes;

use crate::PrintError;

/// The code as a picture.
pub(crate) fn svg(address: &str) -> Result<Bytes, PrintError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|e| PrintError::Qr(e.to_string()))?;
    // The quiet zone of four modules is white paper.
    Ok(Bytes::from_string(
        code.render::<svg::Color<'_>>().quiet_zone(false).build(),
    ))
}
