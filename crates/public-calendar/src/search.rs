//! Finding an estate, a stop or a street from its first letters, without Polish letters, with a slip of the finger.
//!
//! Names and question are folded to plain small letters (`deunicode`, which also reads Cyrillic) and cut into words. Every
//! word of the question must begin some word of the name; first names, ranks and "ul." in a name need not be typed, and in a
//! question are passed over. Only when nothing fits whole, the last word alone is looked for: "Stefana Steyera" finds the
//! street that is listed as "Steyera".
//!
//! Names are folded once, when the publication is built, so that an answer costs a few comparisons a name.

use vocabulary::StreetScope;
use wording::Language;

use crate::{Estate, Publication, PublicationData, Stop, Street};

/// So many things are shown at most.
pub const MOST_HITS: usize = 20;

/// So many characters of a question are read.
pub const LONGEST_QUESTION: usize = 100;

/// One thing found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<'a> {
    /// The thing.
    pub thing: Thing<'a>,
    /// The former name of the street, if it was found by that.
    pub former: Option<&'a str>,
    /// How well it fits; the least is the best.
    pub fit: Fit,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Thing<'a> {
    /// An estate.
    Estate(&'a Estate),
    /// A stop.
    Stop(&'a Stop),
    /// A street, or a part of one.
    Street(&'a Street),
}

impl Thing<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Estate(estate) => &estate.name,
            Self::Stop(stop) => &stop.name,
            Self::Street(street) => &street.name,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Estate(_) => 0,
            Self::Stop(_) => 1,
            Self::Street(_) => 2,
        }
    }
}

/// How well a name fits a question, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Word for word.
    Whole,
    /// The question begins the name (ranks and first names passed over).
    Start,
    /// Its words begin words of the name.
    Words,
    /// The same, with one wrong, missing, added or swapped letter in a word of four letters or more.
    Slip,
    /// Its words stand in the directions to a stop.
    Near,
    /// Only the last word of the question fits.
    LastWord,
}

/// What a question finds, best first, at most [`MOST_HITS`]. An empty question finds nothing.
pub fn search<'a>(publication: &'a Publication, language: Language, question: &str) -> Vec<Hit<'a>> {
    let asked = Question::read(question);
    if asked.words.is_empty() {
        return Vec::new();
    }
    let mut hits = fitting(publication, &asked);
    if hits.is_empty() && asked.words.len() > 1 {
        hits = fitting(publication, &asked.last_word());
        hits.iter_mut().for_each(|(hit, _)| hit.fit = Fit::LastWord);
    }
    hits.sort_by_cached_key(|(hit, name)| {
        let wrong_number = asked
            .number
            .as_deref()
            .is_some_and(|number| lacks_number(hit.thing, number));
        (
            hit.fit,
            wrong_number,
            !name.is(&asked.typed),
            hit.thing.rank(),
            language.sort_key(hit.thing.name()),
        )
    });
    hits.truncate(MOST_HITS);
    hits.into_iter().map(|(hit, _)| hit).collect()
}

/// So many things are offered in place of one that is not there.
pub const MOST_NEAREST: usize = 6;

/// What a mistaken address or name may have meant, best first, at most [`MOST_NEAREST`]: what its words find together, else what each of them
/// finds alone, the longest first.
pub fn nearest<'a>(publication: &'a Publication, language: Language, text: &str) -> Vec<Hit<'a>> {
    let short: String = text.chars().take(LONGEST_QUESTION).collect();
    let mut telling = words(&short);
    // Two letters begin too many names to mean one.
    telling.retain(|word| word.len() > 2 && !is_passed_over(word));
    let mut hits = search(publication, language, &telling.join(" "));
    if hits.is_empty() {
        telling.sort_by_key(|word| std::cmp::Reverse(word.len()));
        for hit in telling.iter().flat_map(|word| search(publication, language, word)) {
            if !hits.iter().any(|known| known.thing == hit.thing) {
                hits.push(hit);
            }
        }
    }
    // A street of an unknown estate leads nowhere.
    hits.retain(|hit| !matches!(hit.thing, Thing::Street(street) if street.estate.is_none()));
    hits.truncate(MOST_NEAREST);
    hits
}

/// The names of a publication, folded: in the order of its estates, stops and streets.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Names {
    estates: Vec<Name>,
    stops: Vec<StopNames>,
    streets: Vec<StreetNames>,
}

/// By what a stop is found.
#[derive(Debug, Clone, PartialEq)]
struct StopNames {
    own: Name,
    address: Option<Name>,
    /// Landmarks stand here: "obok kościoła farnego".
    directions: Option<Name>,
}

/// By what a street is found.
#[derive(Debug, Clone, PartialEq)]
struct StreetNames {
    own: Name,
    former: Vec<Name>,
}

impl Names {
    pub(crate) fn of(data: &PublicationData) -> Self {
        let some = |text: &Option<String>| text.as_deref().map(Name::of);
        Self {
            estates: data.estates.iter().map(|estate| Name::of(&estate.name)).collect(),
            stops: data
                .stops
                .iter()
                .map(|stop| StopNames {
                    own: Name::of(&stop.name),
                    address: some(&stop.address),
                    directions: some(&stop.directions),
                })
                .collect(),
            streets: data
                .streets
                .iter()
                .map(|street| StreetNames {
                    own: Name::of(&street.name),
                    former: street.former.iter().map(|name| Name::of(name)).collect(),
                })
                .collect(),
        }
    }
}

/// A name, folded and cut into words.
#[derive(Debug, Clone, PartialEq)]
struct Name(Vec<Word>);

/// A word of a name.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    /// Which letters and digits it has, a bit each: words that share too few cannot be one slip apart.
    letters: u64,
    passed_over: bool,
}

impl Name {
    fn of(text: &str) -> Self {
        let word = |text: String| Word {
            letters: letters(&text),
            passed_over: is_passed_over(&text),
            text,
        };
        Self(words(text).into_iter().map(word).collect())
    }

    /// Whether it has these words and no others.
    fn is(&self, words: &[String]) -> bool {
        self.0.iter().map(|word| &word.text).eq(words)
    }
}

/// The letters and digits of a folded word, a bit each.
fn letters(word: &str) -> u64 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        _ => 36,
    };
    word.bytes().fold(0, |all, byte| all | 1 << bit(byte))
}

/// What fits, and the name of the thing.
fn fitting<'a>(publication: &'a Publication, asked: &Question) -> Vec<(Hit<'a>, &'a Name)> {
    let (data, names) = (publication.data(), publication.names());
    let hit = |thing: Thing<'a>, fit| Hit {
        thing,
        former: None,
        fit,
    };
    let estates = data.estates.iter().zip(&names.estates);
    let estates = estates.filter_map(|(estate, name)| Some((hit(Thing::Estate(estate), asked.fit(name)?), name)));
    let stops = data.stops.iter().zip(&names.stops).filter_map(|(stop, names)| {
        // Found by its address it comes after what bears the name itself; by what is near it, only where the words are right.
        let by_address = || Some(asked.fit(names.address.as_ref()?)?.max(Fit::Words));
        let by_landmark = || {
            let fit = asked.fit(names.directions.as_ref()?)?;
            (fit != Fit::Slip).then_some(Fit::Near)
        };
        let fit = asked.fit(&names.own).or_else(by_address).or_else(by_landmark)?;
        Some((hit(Thing::Stop(stop), fit), &names.own))
    });
    let streets = data.streets.iter().zip(&names.streets).filter_map(|(street, names)| {
        let thing = Thing::Street(street);
        if let Some(fit) = asked.fit(&names.own) {
            return Some((hit(thing, fit), &names.own));
        }
        let mut former = street.former.iter().zip(&names.former);
        let (name, fit) = former.find_map(|(text, name)| Some((text, asked.fit(name)?)))?;
        let former = Some(name.as_str());
        Some((Hit { thing, former, fit }, &names.own))
    });
    estates.chain(stops).chain(streets).collect()
}

/// Whether a street is listed here with other house numbers than the one asked for.
fn lacks_number(thing: Thing<'_>, number: &str) -> bool {
    match thing {
        Thing::Street(street) if street.scope == StreetScope::Numbers => {
            let numbers = street.numbers.as_deref().unwrap_or_default();
            !words(numbers).iter().any(|listed| listed == number)
        }
        _ => false,
    }
}

/// Words of titles and ranks, folded: never needed, in names and in questions.
const PASSED_OVER: &[&str] = &[
    "ul",
    "ulica",
    "ulicy",
    "os",
    "osiedle",
    "osiedlu",
    "al",
    "aleja",
    "aleje",
    "pl",
    "plac",
    "gen",
    "general",
    "generala",
    "plk",
    "pulkownika",
    "mjr",
    "majora",
    "kpt",
    "kapitana",
    "rtm",
    "rotmistrza",
    "por",
    "porucznika",
    "marsz",
    "marszalka",
    "ks",
    "ksiedza",
    "bp",
    "biskupa",
    "kard",
    "kardynala",
    "sw",
    "swietego",
    "swietej",
    "dr",
    "dra",
    "doktora",
    "prof",
    "profesora",
    "im",
];

/// A question, read.
struct Question {
    /// All words, as they were typed.
    typed: Vec<String>,
    /// The words that must fit, with their letters; never words that are passed over, unless there are no others.
    words: Vec<(String, u64)>,
    /// A house number at the end: "Hallera 13".
    number: Option<String>,
}

impl Question {
    fn read(text: &str) -> Self {
        let short: String = text.chars().take(LONGEST_QUESTION).collect();
        let typed = words(&short);
        let mut all = typed.clone();
        let is_number = |word: &String| word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
        let number = (all.len() > 1).then(|| all.pop_if(|word| is_number(word))).flatten();
        let telling: Vec<String> = all.iter().filter(|word| !is_passed_over(word)).cloned().collect();
        let words = if telling.is_empty() { all } else { telling };
        let words = words.into_iter().map(|word| (word.clone(), letters(&word))).collect();
        Self { typed, words, number }
    }

    fn last_word(&self) -> Self {
        Self {
            typed: Vec::new(),
            words: self.words.last().cloned().into_iter().collect(),
            number: None,
        }
    }

    /// How the name fits, the worst of the question's words deciding.
    fn fit(&self, name: &Name) -> Option<Fit> {
        let mut left: Vec<&Word> = name.0.iter().collect();
        let mut worst = Fit::Whole;
        for (word, letters) in &self.words {
            let (place, fit) = left
                .iter()
                .enumerate()
                .filter_map(|(place, candidate)| Some((place, fit_word(word, *letters, candidate)?)))
                .min_by_key(|(_, fit)| *fit)?;
            left.remove(place);
            worst = worst.max(fit);
        }
        if worst == Fit::Slip {
            return Some(Fit::Slip);
        }
        let telling: Vec<&String> = name
            .0
            .iter()
            .filter(|word| !word.passed_over)
            .map(|word| &word.text)
            .collect();
        // The surname alone is the whole for people: "Hallera" for "gen. Józefa Hallera".
        let tail = telling.len().saturating_sub(self.words.len());
        let same = |part: &[&String]| part.iter().copied().eq(self.words.iter().map(|(word, _)| word));
        if same(&telling) || worst == Fit::Whole && same(&telling[tail..]) {
            return Some(Fit::Whole);
        }
        let first = self.words.first().zip(telling.first());
        Some(match first {
            Some(((asked, _), first)) if first.starts_with(asked.as_str()) => Fit::Start,
            _ => Fit::Words,
        })
    }
}

fn is_passed_over(word: &str) -> bool {
    PASSED_OVER.contains(&word)
}

/// How one word of a question fits one word of a name.
fn fit_word(asked: &str, asked_letters: u64, word: &Word) -> Option<Fit> {
    let name = word.text.as_str();
    if asked == name {
        return Some(Fit::Whole);
    }
    if name.starts_with(asked) {
        return Some(Fit::Start);
    }
    // Folded words are ASCII, so bytes are letters. One slip puts at most one letter into a word that was not there.
    let length = asked.len();
    if length < 4 || (asked_letters & !word.letters).count_ones() > 1 {
        return None;
    }
    let one_off = |end: usize| {
        name.get(..end)
            .is_some_and(|start| strsim::osa_distance(asked, start) <= 1)
    };
    (length - 1..=length + 1).any(one_off).then_some(Fit::Slip)
}

/// The words of a name in plain small letters, as they are looked for: "gen. Józefa Hallera" gives "gen jozefa hallera".
pub fn fold(text: &str) -> String {
    words(text).join(" ")
}

/// Plain small words: "gen. Józefa Hallera" gives "gen", "jozefa", "hallera".
fn words(text: &str) -> Vec<String> {
    let folded = deunicode::deunicode(text).to_lowercase();
    folded
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    /// The first hits of a question, in order, as "kind name".
    fn check(question: &str, expected: &[&str]) {
        let publication = examples::publication();
        let found: Vec<String> = search(&publication, Language::Polish, question)
            .iter()
            .map(|hit| {
                let kind = match hit.thing {
                    Thing::Estate(_) => "estate",
                    Thing::Stop(_) => "stop",
                    Thing::Street(_) => "street",
                };
                format!("{kind} {}", hit.thing.name())
            })
            .collect();
        let shown: Vec<&str> = found.iter().take(expected.len().max(1)).map(String::as_str).collect();
        assert_eq!(shown, expected, "{question:?} found {found:?}");
    }

    #[test]
    fn without_polish_letters() {
        check("lazek", &["estate Łazek", "stop Plac zabaw os. Łazek"]);
        check("ŁAZ", &["estate Łazek"]);
        check("laz", &["estate Łazek"]);
        check("Лазек", &["estate Łazek"]);
        check("slowackiego", &["street Juliusza Słowackiego"]);
        check("sródm", &["estate Śródmieście"]);
    }

    #[test]
    fn what_need_not_be_typed() {
        check("ul. Hallera", &["street gen. Józefa Hallera"]);
        check("generała hallera", &["street gen. Józefa Hallera"]);
        check("os. łazek", &["estate Łazek"]);
        check("Stefana Steyera", &["street Steyera"]);
        check("berlinga", &["street ks. Franciszka Blachnickiego"]);
        check("wojska polskiego", &["street al. Wojska Polskiego"]);
        check("plac zabaw", &["stop Plac zabaw os. Łazek"]);
        check(
            "al. Jana Pawła II",
            &["street al. Jana Pawła II", "street pl. Jana Pawła II"],
        );
        check(
            "pl. Jana Pawła II",
            &["street pl. Jana Pawła II", "street al. Jana Pawła II"],
        );
        check("1 armii", &["street al. Wojska Polskiego"]);
        check("I Armii WP", &["street al. Wojska Polskiego"]);
    }

    #[test]
    fn slips_of_the_finger() {
        check("slowakiego", &["street Juliusza Słowackiego"]); // missing
        check("slwoackiego", &["street Juliusza Słowackiego"]); // swapped
        check("halera", &["street gen. Józefa Hallera"]);
        check("lzek", &["estate Łazek"]);
        check("laxek", &["estate Łazek"]);
        check("lxz", &[]); // too short to be a slip
        check("xyzzyx", &[]);
        check("", &[]);
        check(" .,- ", &[]);
    }

    /// A landmark in the directions to a stop finds it, after what bears the word in its own name.
    #[test]
    fn landmarks_in_the_directions() {
        let mut data = examples::data();
        data.stops[1].directions = Some("Obok kościoła św. Antoniego, wjazd od Łazku.".to_owned());
        let publication = Publication::build(data).unwrap();
        let names = |question| -> Vec<String> {
            let found = search(&publication, Language::Polish, question);
            found.iter().map(|hit| hit.thing.name().to_owned()).collect()
        };
        let courtyard = "Podwórko między blokami 11 Listopada 5 i 7";
        assert_eq!(names("antoniego"), [courtyard]);
        assert_eq!(names("kościół antoniego"), [courtyard], "the last word alone");
        assert_eq!(names("antonego"), [""; 0], "with a slip only names are found");
        assert_eq!(names("lazk")[..1], ["Łazek".to_owned()]);
    }

    #[test]
    fn house_numbers_choose_the_part_of_a_street() {
        let estates = |question: &str| -> Vec<String> {
            search(&examples::publication(), Language::Polish, question)
                .iter()
                .filter_map(|hit| match hit.thing {
                    Thing::Street(street) => street.estate.as_ref().map(ToString::to_string),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(estates("Hallera 13"), ["dzieci-polskich", "starosty-kosa"]);
        assert_eq!(estates("Hallera 12"), ["starosty-kosa", "dzieci-polskich"]);
        assert_eq!(estates("hallera 99").len(), 2);
        check("11 listopada", &["street 11 Listopada"]);
    }

    #[test]
    fn what_a_mistaken_address_may_have_meant() {
        let publication = examples::publication();
        for (text, expected) in [
            ("lzek", Some("Łazek")),
            ("plac-zabaw-lazek", Some("Plac zabaw os. Łazek")),
            // No name has all of these words.
            ("zupelnie-inny-lazek-2", Some("Łazek")),
            ("slowakiego-xyz", Some("Juliusza Słowackiego")),
            ("nie-ma", None),
            ("rozana", None),
            ("qqqqqq", None),
            ("", None),
        ] {
            let hits = nearest(&publication, Language::Polish, text);
            assert_eq!(hits.first().map(|hit| hit.thing.name()), expected, "{text}");
            assert!(hits.len() <= MOST_NEAREST);
        }
        assert!(nearest(&publication, Language::Polish, &"lazek ".repeat(9_000)).len() <= MOST_NEAREST);
    }

    #[test]
    fn a_street_of_unknown_estate_is_found_all_the_same() {
        check("rozana", &["street Różana"]);
    }
}
