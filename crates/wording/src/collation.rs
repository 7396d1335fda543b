//! The order of names as each language has it.

use crate::Language;

impl Language {
    /// A key by which to sort names: by the letters of the language, capitals like small ones. Letters of no alphabet here come
    /// after all others, digits before.
    pub fn sort_key(self, text: &str) -> Vec<u32> {
        let alphabet = self.alphabet();
        text.chars()
            .flat_map(char::to_lowercase)
            .map(|letter| match alphabet.chars().position(|known| known == letter) {
                Some(place) => 0x100 + place as u32,
                None if letter.is_ascii() => letter as u32,
                None => 0x200 + letter as u32,
            })
            .collect()
    }

    /// The names of a Polish town are Polish in every language, so its letters have their places everywhere.
    const fn alphabet(self) -> &'static str {
        match self {
            Self::Polish | Self::English => "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
            Self::Ukrainian => "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяaąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_order() {
        let mut names = vec![
            "Łęczysk",
            "Leśniewo",
            "Łazek",
            "Śródmieście",
            "Stacja",
            "11 Listopada",
            "Centrum",
            "Leśne",
        ];
        names.sort_by_key(|name| Language::Polish.sort_key(name));
        let expected = [
            "11 Listopada",
            "Centrum",
            "Leśne",
            "Leśniewo",
            "Łazek",
            "Łęczysk",
            "Stacja",
            "Śródmieście",
        ];
        assert_eq!(names, expected);
    }
}
