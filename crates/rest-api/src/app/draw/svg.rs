//! SVG as text: escaped, whole pixels, a name and a description for whoever does not see it.

use std::fmt::{Display, Write as _};

/// Where a picture will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// In a page, which has the stylesheet.
    Page,
    /// In a file of its own, which brings stylesheet and colours along.
    File,
}

/// The rules for both.
const RULES: &str = include_str!("../../../assets/draw.css");

/// The colours of a file; the same as the pages' (`assets/app.css`).
const COLOURS: &str = "\
:root { color-scheme: light dark; --paper: #f3f6ef; --card: #fff; --ink: #16302b; --soft: #4a5d57; --line: #cbd6cb; --edge: #6d8079; --sun: #ffc933; --sun-ink: #2b2004; --berry: #b01e3c; --pine: #0c5a4e; --on-pine: #fff; }
@media (prefers-color-scheme: dark) { :root { --paper: #0f1d1b; --card: #172a27; --ink: #edf3ea; --soft: #a9bcb3; --line: #2d453f; --edge: #7d948b; --sun: #ffcf4d; --sun-ink: #ffdf8a; --berry: #ff9aa8; --pine: #82d8c4; --on-pine: #06231e; } }
@media print { :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --edge: #666; --sun: #ddd; --sun-ink: #000; --berry: #000; --pine: #333; --on-pine: #fff; } }
svg { background: var(--paper); }
";

/// The text so that it is only text, in content and between double quotes. Control characters, which XML forbids, are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

/// A picture that is being drawn.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    text: String,
}

impl Canvas {
    /// Adds an element as it stands; every text in it is [`escaped`] by the caller.
    pub(super) fn put(&mut self, element: impl Display) {
        // Writing into a String cannot fail.
        let _ = writeln!(self.text, "{element}");
    }

    /// A line from point to point.
    pub(super) fn line(&mut self, class: &str, from: (i32, i32), to: (i32, i32)) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.put(format_args!(
            r#"<line class="{class}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#
        ));
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, class: &str, at: (i32, i32), size: (i32, i32), round: i32) {
        let ((x, y), (width, height)) = (at, size);
        self.put(format_args!(
            r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}" rx="{round}"/>"#
        ));
    }

    /// A circle.
    pub(super) fn circle(&mut self, class: &str, at: (i32, i32), radius: i32) {
        let (x, y) = at;
        self.put(format_args!(
            r#"<circle class="{class}" cx="{x}" cy="{y}" r="{radius}"/>"#
        ));
    }

    /// Words; `at` is where their baseline starts, or its middle or end by the class.
    pub(super) fn words(&mut self, class: &str, at: (i32, i32), words: &str) {
        let ((x, y), words) = (at, escaped(words));
        self.put(format_args!(r#"<text class="{class}" x="{x}" y="{y}">{words}</text>"#));
    }

    /// A group that says what it is when somebody points at it.
    pub(super) fn titled(&mut self, title: &str, draw: impl FnOnce(&mut Self)) {
        self.put(format_args!("<g><title>{}</title>", escaped(title)));
        draw(self);
        self.put("</g>");
    }

    /// Another picture, moved to a place in this one.
    pub(super) fn place(&mut self, other: &Self, at: (i32, i32)) {
        self.put(format_args!(r#"<g transform="translate({} {})">"#, at.0, at.1));
        self.text.push_str(&other.text);
        self.put("</g>");
    }

    /// The finished text. `id` must be unique in the page.
    pub(super) fn finish(self, id: &str, size: (i32, i32), place: For, title: &str, summary: &str) -> String {
        let (width, height) = size;
        let style = match place {
            For::Page => String::new(),
            For::File => format!("<style>\n{COLOURS}{RULES}</style>\n"),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"draw\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
             viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n{style}{}</svg>\n",
            escaped(title),
            escaped(summary),
            self.text
        )
    }
}

/// The words cut to this width, at `size` pixels a letter's height, with an ellipsis where something is missing.
pub(super) fn cut(words: &str, width: i32, size: i32) -> String {
    if width_of(words, size) <= width {
        return words.to_owned();
    }
    let mut short = String::new();
    for letter in words.chars() {
        if width_of(&short, size) + width_of("…", size) + size * 6 / 10 > width {
            break;
        }
        short.push(letter);
    }
    format!("{}…", short.trim_end())
}

/// How wide words are about: a picture knows no font, so this is on the wide side of the usual ones.
pub(super) fn width_of(words: &str, size: i32) -> i32 {
    let hundredths: i32 = words.chars().map(letter_width).sum();
    hundredths * size / 100
}

fn letter_width(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'ł' | ' ' => 30,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 40,
        'm' | 'w' | 'M' | 'W' | '…' => 92,
        letter if letter.is_uppercase() => 70,
        _ => 59,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escaped("<b a=\"x\" c='y'> & \u{1}\u{ffff}ż"),
            "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt; &amp;  ż"
        );
    }

    #[test]
    fn a_file_has_the_colours_of_the_pages() {
        let pages = include_str!("../../../assets/app.css");
        let light_and_dark = COLOURS.lines().filter(|line| !line.contains("print"));
        for pair in light_and_dark
            .flat_map(|line| line.split([';', '{']))
            .map(str::trim)
            .filter(|p| p.starts_with("--"))
        {
            assert!(pages.contains(&format!("{pair};")), "{pair} is no colour of the pages");
        }
    }

    #[test]
    fn words_are_cut_where_they_do_not_fit() {
        assert_eq!(cut("Plac", 200, 13), "Plac");
        let short = cut("Plac zabaw przy ulicy Bohaterów Westerplatte", 120, 13);
        assert!(short.ends_with('…') && width_of(&short, 13) <= 120, "{short}");
        assert_eq!(cut("abc", 0, 13), "…");
    }
}
