//! How a paper is wanted: read from an address, written into one.

use print::{Languages, Size};
use public_calendar::addresses;
use serde::Deserialize;
use wording::Language;

use crate::{app::error::Fault, web::problem::Problem};

/// How somebody wants a paper.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wishes {
    /// The size: `a4`, `a3`.
    pub(super) rozmiar: Option<String>,
    /// The second language, by its tag.
    pub(super) drugi: Option<String>,
}

/// The same, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// In which languages.
    pub languages: Languages,
    /// How large.
    pub size: Size,
}

impl Wanted {
    /// Sizes by their machine words.
    fn size(word: Option<&str>) -> Option<Size> {
        let word = word.unwrap_or(Size::A4.as_str());
        Size::ALL.iter().copied().find(|size| size.as_str() == word)
    }

    /// What is wished of a paper that comes in these sizes.
    pub(super) fn understand(first: Language, wishes: &Wishes, sizes: &[Size]) -> Result<Self, Problem> {
        let mut faults = Vec::new();
        let size = Self::size(wishes.rozmiar.as_deref()).filter(|size| sizes.contains(size));
        if size.is_none() {
            let words: Vec<&str> = sizes.iter().map(|size| size.as_str()).collect();
            faults.push(Fault::new("?rozmiar", format!("must be {}", words.join(" or "))));
        }
        let second = wishes.drugi.as_deref().filter(|tag| !tag.is_empty());
        let found = second.and_then(Language::from_tag).filter(|second| *second != first);
        if second.is_some() && found.is_none() {
            let others = Language::ALL.iter().filter(|language| **language != first);
            let tags: Vec<&str> = others.map(|language| language.tag()).collect();
            faults.push(Fault::new("?drugi", format!("must be {}", tags.join(" or "))));
        }
        match size {
            Some(size) if faults.is_empty() => Ok(Self {
                languages: found.map_or(Languages::one(first), |second| Languages::two(first, second)),
                size,
            }),
            _ => Err(Problem::malformed(faults)),
        }
    }

    /// As it stands in an address; nothing where it is what one gets anyway.
    pub(super) fn query(self) -> String {
        let size = (self.size != Size::A4).then(|| format!("rozmiar={}", self.size.as_str()));
        let second = self.languages.second().map(|second| format!("drugi={}", second.tag()));
        let all: Vec<String> = size.into_iter().chain(second).collect();
        match all.is_empty() {
            true => String::new(),
            false => format!("?{}", all.join("&")),
        }
    }

    /// As a part of a file's name: `a4-pl-uk`.
    pub(super) fn name(self) -> String {
        let second = self.languages.second().map(|second| format!("-{}", second.tag()));
        let first = self.languages.first().tag();
        format!("{}-{first}{}", self.size.as_str(), second.unwrap_or_default())
    }
}

/// What was chosen on the page "Do druku".
#[derive(Deserialize)]
pub(super) struct Choice {
    #[serde(default)]
    co: String,
    #[serde(default)]
    rozmiar: String,
    #[serde(default)]
    jezyki: String,
}

/// The address of what was chosen, or everything that is wrong with the choice.
pub(super) fn address(spoken: Language, choice: &Choice) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    let wanted = wanted(spoken, &choice.rozmiar, &choice.jezyki).map_err(|found| faults.extend(found));
    let path = |first: Language| {
        Some(match choice.co.split_once(':') {
            Some(("stop", slug)) => addresses::stop_poster(first, &slug.parse().ok()?),
            Some(("estate", slug)) => addresses::estate_poster(first, &slug.parse().ok()?),
            None if choice.co == "leaflet" => addresses::leaflet(first),
            None if choice.co == "table" => addresses::town_table(first),
            _ => return None,
        })
    };
    if path(spoken).is_none() {
        faults.push(Fault::new("?co", "must be leaflet, table, stop:… or estate:…"));
    }
    match wanted {
        Ok(mut wanted) if faults.is_empty() => {
            if choice.co == "leaflet" {
                wanted.size = Size::A4;
            }
            let path = path(wanted.languages.first()).unwrap_or_default();
            Ok(format!("{path}{}", wanted.query()))
        }
        _ => Err(faults),
    }
}

/// Size and languages as the forms send them: `a3`, `pl-uk`. Nothing is A4, in the language of the page.
pub fn wanted(spoken: Language, size: &str, languages: &str) -> Result<Wanted, Vec<Fault>> {
    let (first, second) = match languages.split_once('-') {
        Some((first, second)) => (first, Some(second)),
        None => (languages, None),
    };
    let first = match first {
        "" => Some(spoken),
        tag => Language::from_tag(tag),
    };
    let both = match (first, second.map(Language::from_tag)) {
        (Some(first), None) => Some(Languages::one(first)),
        (Some(first), Some(Some(second))) if first != second => Some(Languages::two(first, second)),
        _ => None,
    };
    let size = Wanted::size(Some(size).filter(|word| !word.is_empty()));
    match (both, size) {
        (Some(languages), Some(size)) => Ok(Wanted { languages, size }),
        (both, size) => {
            let fault = |is: bool, place: &str, detail: &str| is.then(|| Fault::new(place, detail));
            let faults = [
                fault(both.is_none(), "?jezyki", "must be pl, uk, en or two of them: pl-uk"),
                fault(size.is_none(), "?rozmiar", "must be a4 or a3"),
            ];
            Err(faults.into_iter().flatten().collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(co: &str, rozmiar: &str, jezyki: &str) -> Result<String, Vec<Fault>> {
        let [co, rozmiar, jezyki] = [co, rozmiar, jezyki].map(str::to_owned);
        address(Language::Ukrainian, &Choice { co, rozmiar, jezyki })
    }

    #[test]
    fn a_choice_leads_to_the_paper() {
        for (co, size, languages, expected) in [
            ("leaflet", "a3", "pl", "/ulotka.pdf"),
            ("table", "a3", "en-pl", "/en/tabela.pdf?rozmiar=a3&drugi=pl"),
            ("stop:lazek-plac", "", "", "/uk/przystanki/lazek-plac/plakat.pdf"),
            ("estate:lazek", "a4", "pl-uk", "/osiedla/lazek/plakat.pdf?drugi=uk"),
        ] {
            assert_eq!(chosen(co, size, languages), Ok(expected.to_owned()));
        }
        for (co, size, languages, pointers) in [
            ("", "a5", "de", ["?jezyki", "?rozmiar", "?co"].as_slice()),
            ("stop:../..", "a4", "pl", &["?co"]),
            ("leaflet", "a4", "pl-pl", &["?jezyki"]),
            ("leaflet", "a4", "pl-uk-en", &["?jezyki"]),
        ] {
            let faults = chosen(co, size, languages).unwrap_err();
            let found: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
            assert_eq!(found, pointers, "{co} {size} {languages}");
        }
    }
}
