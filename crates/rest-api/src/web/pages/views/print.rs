//! What there is to print.

use askama::Template;
use print::Size;
use public_calendar::pages::PrintView;
use wording::{Language, Words};

use super::Frame;

/// `/druk`
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/print.html")]
pub struct PrintPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// The papers.
    pub view: &'a PrintView,
    /// The machine word of the one chosen beforehand.
    pub chosen: &'a str,
}

impl PrintPage<'_> {
    fn how(&self) -> PaperChoice {
        PaperChoice::of(self.frame.words)
    }
}

/// The sizes and languages of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperChoice {
    /// Machine word and what is shown: `a4`, "A4".
    pub sizes: Vec<(&'static str, String)>,
    /// Likewise: `pl-uk`, "polski i ukraiński"; the page's own language first.
    pub languages: Vec<(String, String)>,
}

impl PaperChoice {
    /// Every one, in these words.
    pub fn of(words: Words) -> Self {
        let paper = words.paper();
        let mut all = Language::ALL.to_vec();
        all.sort_by_key(|language| *language != words.language());
        let one = |language: &Language| (language.tag().to_owned(), paper.name_of_language(*language));
        let two = |first: Language, second: Language| {
            let names = [first, second].map(|language| paper.name_of_language(language));
            (
                format!("{}-{}", first.tag(), second.tag()),
                paper.two_languages(&names[0], &names[1]),
            )
        };
        let pairs = all.iter().flat_map(|first| {
            let others = all.iter().filter(move |second| *second != first);
            others.map(|second| two(*first, *second))
        });
        Self {
            sizes: Size::ALL
                .iter()
                .map(|size| (size.as_str(), size.as_str().to_uppercase()))
                .collect(),
            languages: all.iter().map(one).chain(pairs).collect(),
        }
    }
}
