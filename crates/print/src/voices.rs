//! In which languages a paper speaks, and how it is told a text in each.

use typst::foundations::{Array, Dict, IntoValue, Value};
use wording::{Language, Words};

use crate::engine;

/// One language, or two that say each fact side by side: the first large, the second beneath.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Languages {
    first: Language,
    second: Option<Language>,
}

impl Languages {
    /// A paper in one language.
    pub const fn one(language: Language) -> Self {
        Self {
            first: language,
            second: None,
        }
    }

    /// A paper in two; in one if both are the same.
    pub fn two(first: Language, second: Language) -> Self {
        Self {
            first,
            second: (first != second).then_some(second),
        }
    }

    /// The language of the title, the order of names and the address.
    pub const fn first(self) -> Language {
        self.first
    }

    /// The other one.
    pub const fn second(self) -> Option<Language> {
        self.second
    }

    /// Each of them.
    pub(crate) fn all(self) -> impl Iterator<Item = Language> {
        [Some(self.first), self.second].into_iter().flatten()
    }

    /// What a function of words says, in each language; once where both say the same.
    pub(crate) fn say(self, say: impl Fn(Words) -> String) -> Value {
        self.each(|language| Some(say(Words::of(language))))
    }

    /// The same for texts that are already made, and may lack.
    pub(crate) fn each(self, say: impl Fn(Language) -> Option<String>) -> Value {
        let mut said: Vec<(Language, String)> = Vec::new();
        for language in self.all() {
            match say(language) {
                Some(text) if said.iter().all(|(_, known)| *known != text) => said.push((language, text)),
                _ => {}
            }
        }
        let all: Array = said
            .into_iter()
            .map(|(language, text)| tagged(language, &text))
            .collect();
        Value::Array(all)
    }

    /// What each of these views of one thing says; they stand in the order of the languages.
    pub(crate) fn of_views<T>(self, views: &[T], say: impl Fn(&T) -> Option<String>) -> Value {
        let mut views = views.iter();
        let texts: Vec<Option<String>> = self.all().map(|_| say(views.next()?)).collect();
        let of = |language| self.all().position(|one| one == language);
        self.each(|language| texts.get(of(language)?)?.clone())
    }
}

/// A text as the service wrote it, in its own language.
pub(crate) fn local(text: &str) -> Value {
    tagged(Language::Polish, text)
}

fn tagged(language: Language, text: &str) -> Value {
    let mut value = Dict::new();
    value.insert("lang".into(), language.tag().into_value());
    value.insert("text".into(), engine::flowing(text).into_value());
    Value::Dict(value)
}
