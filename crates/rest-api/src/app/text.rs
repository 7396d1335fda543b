//! What a text that a person typed may hold.

/// Whether it holds a character that is no part of any text: PostgreSQL stores no U+0000, and the other control characters
/// show as nothing or as something else. Lines and tabs are part of a text of several lines only.
pub fn has_controls(text: &str, lines: Lines) -> bool {
    let harmless = |c| lines == Lines::Several && matches!(c, '\n' | '\r' | '\t');
    text.chars().any(|c| c.is_control() && !harmless(c))
}

/// How many lines a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// One.
    One,
    /// Several.
    Several,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_tabs_belong_to_texts_of_several_lines() {
        for (text, one, several) in [
            ("Zażółć gęślą jaźń, 7–9", false, false),
            ("", false, false),
            ("a\nb\r\n\tc", true, false),
            ("a\0", true, true),
            ("\u{7}", true, true),
            ("\u{85}", true, true),
        ] {
            assert_eq!(has_controls(text, Lines::One), one, "{text:?}");
            assert_eq!(has_controls(text, Lines::Several), several, "{text:?}");
        }
    }
}
