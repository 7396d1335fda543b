//! Text inside XML that we write by hand.

/// Text as it may stand between tags and in a value with double quotes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
