//! From a name as people write it to its name in addresses.

use deunicode::deunicode;
use vocabulary::Slug;

/// Longest slug, as [`Slug`] allows.
const LONGEST: usize = 80;

/// `Plac zabaw „Kwiatowe”` becomes `plac-zabaw-kwiatowe`. `None` when the name holds no letter or digit.
pub fn slugify(name: &str) -> Option<Slug> {
    let plain = deunicode(name).to_ascii_lowercase();
    let words = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        let hyphen = usize::from(!slug.is_empty());
        let room = LONGEST.saturating_sub(slug.len() + hyphen);
        // A word that does not fit ends the slug; only a first word that is longer than a whole slug is cut.
        if word.len() > room && hyphen == 1 {
            break;
        }
        if hyphen == 1 {
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(room)]);
    }
    slug.parse().ok()
}

/// As [`slugify`], with `-2`, `-3` … behind it while `taken` says that the slug is in use. A name without letters gives `fallback`.
pub fn slugify_unique(name: &str, fallback: &Slug, taken: impl Fn(&Slug) -> bool) -> Slug {
    let base = slugify(name).unwrap_or_else(|| fallback.clone());
    if !taken(&base) {
        return base;
    }
    let mut number = 2_u32;
    loop {
        let tail = format!("-{number}");
        let head = base.as_str();
        let cut = head[..head.len().min(LONGEST - tail.len())].trim_end_matches('-');
        if let Ok(slug) = format!("{cut}{tail}").parse()
            && !taken(&slug)
        {
            return slug;
        }
        number = number.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_names() {
        for (name, slug) in [
            ("Łazek", "lazek"),
            ("Plac zabaw „Kwiatowe”", "plac-zabaw-kwiatowe"),
            ("  SP nr 10 / ul. Żółkiewskiego ", "sp-nr-10-ul-zolkiewskiego"),
            ("Święć się ŹDŹBŁO", "swiec-sie-zdzblo"),
            ("Бурштинова", "burshtinova"),
        ] {
            assert_eq!(slugify(name).unwrap().as_str(), slug, "{name}");
        }
        assert_eq!(slugify(" – "), None);
        assert_eq!(slugify(&"abc ".repeat(50)).unwrap().as_str().len(), 79);
        assert_eq!(slugify(&"a".repeat(200)).unwrap().as_str().len(), 80);
    }

    #[test]
    fn numbered_when_taken() {
        let fallback: Slug = "stop".parse().unwrap();
        let taken = |s: &Slug| ["lazek", "lazek-2"].contains(&s.as_str());
        assert_eq!(slugify_unique("Łazek", &fallback, taken).as_str(), "lazek-3");
        assert_eq!(slugify_unique("!", &fallback, taken).as_str(), "stop");
    }
}
