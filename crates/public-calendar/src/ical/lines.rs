//! Content lines of RFC 5545 section 3.1: escaped, folded, ended by CRLF.

/// A line has at most so many octets, its end not counted.
const MOST_OCTETS: usize = 75;

/// The lines written so far.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is written as it is: a date, a number, an address, a word of the standard.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        fold(&mut self.0, &format!("{name}:{value}"));
    }

    /// A property whose value is text for people.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        fold(&mut self.0, &format!("{name}:{}", escape(value)));
    }

    /// The whole.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// TEXT of section 3.3.11. Control characters, which a feed may not hold, are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Appends a line, cut where a line would grow too long, never inside a character.
fn fold(out: &mut String, line: &str) {
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > MOST_OCTETS {
            out.push_str("\r\n ");
            octets = 1; // the space
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unfold(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(&mut out, line);
        out
    }

    #[test]
    fn cut_between_letters() {
        // 74 octets and a letter of two: the letter goes to the next line whole.
        let line = format!("{}Łazek", "a".repeat(74));
        assert_eq!(folded(&line), format!("{}\r\n Łazek\r\n", "a".repeat(74)));
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
    }

    #[test]
    fn escapes() {
        for (text, expected) in [
            ("a;b,c\\d", "a\\;b\\,c\\\\d"),
            ("a\nb\r\nc", "a\\nb\\nc"),
            ("a\u{7}b\rc\u{85}d", "abcd"),
            ("10:00 „x”", "10:00 „x”"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }

    proptest! {
        #[test]
        fn unfolding_gives_the_line_back(line in "[a-zA-ZąćęłńóśźżĄĆĘŁŃÓŚŹŻ🚌👩‍👧 ;,:\\\\\t]{0,400}") {
            let folded = folded(&line);
            prop_assert_eq!(unfold(&folded), format!("{line}\r\n"));
            for part in folded.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(part.len() <= MOST_OCTETS);
            }
        }
    }
}
