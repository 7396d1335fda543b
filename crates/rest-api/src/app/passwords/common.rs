//! The passwords that are tried first. Short on purpose: limits on tries do the rest.

/// Words that people use as they are, or with a few digits or signs behind: Polish and English, first names, clubs,
/// seasons, runs on the keyboard, this product. Lower case, no Polish letters.
const STEMS: &[&str] = &[
    // what it is
    "haslo",
    "mojehaslo",
    "tajne",
    "tajnehaslo",
    "password",
    "passwort",
    "passw0rd",
    "p@ssword",
    "p@ssw0rd",
    "secret",
    "pass",
    "admin",
    "administrator",
    "root",
    "user",
    "test",
    "tester",
    "testtest",
    "demo",
    "guest",
    "login",
    "zmienmnie",
    "changeme",
    "letmein",
    "welcome",
    "witaj",
    "witam",
    "default",
    "qwerty",
    // keyboard
    "qwertyuiop",
    "qwertyui",
    "qwerty123456",
    "qwertz",
    "azerty",
    "asdfghjkl",
    "asdfghjk",
    "asdf",
    "asdfasdf",
    "zxcvbnm",
    "zxcvbnm,",
    "qweasdzxc",
    "qazwsx",
    "qazwsxedc",
    "wsxedc",
    "zaq12wsx",
    "zaq!2wsx",
    "zaq1@wsx",
    "zaq1xsw2",
    "1qaz2wsx",
    "!qaz2wsx",
    "1qazxsw2",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "q1w2e3r4",
    "q1w2e3r4t5",
    "1qaz",
    "abc",
    "abcd",
    "abcdef",
    "abcdefgh",
    "abcdefghij",
    "abc123abc",
    "a1b2c3d4",
    "aa123456",
    "a12345678",
    // names and dear words
    "adam",
    "adrian",
    "agata",
    "agnieszka",
    "aleksandra",
    "anna",
    "ania",
    "bartek",
    "bartosz",
    "barbara",
    "basia",
    "beata",
    "damian",
    "daniel",
    "dawid",
    "dominik",
    "dorota",
    "ewelina",
    "grzegorz",
    "jakub",
    "joanna",
    "kamil",
    "karolina",
    "kasia",
    "katarzyna",
    "krzysztof",
    "lukasz",
    "maciek",
    "maciej",
    "magda",
    "magdalena",
    "malgorzata",
    "marcin",
    "mariusz",
    "marta",
    "martyna",
    "mateusz",
    "michal",
    "monika",
    "natalia",
    "patryk",
    "paulina",
    "pawel",
    "piotr",
    "piotrek",
    "przemek",
    "rafal",
    "robert",
    "sebastian",
    "sylwia",
    "szymon",
    "tomasz",
    "tomek",
    "weronika",
    "wojtek",
    "zuzanna",
    "kochanie",
    "kocham",
    "kochamcie",
    "misiek",
    "misiaczek",
    "myszka",
    "skarbie",
    "sloneczko",
    "kotek",
    "piesek",
    "mama",
    "tata",
    "rodzina",
    "iloveyou",
    "lovelove",
    "princess",
    "sunshine",
    "football",
    "baseball",
    "superman",
    "batman",
    "spiderman",
    "starwars",
    "pokemon",
    "minecraft",
    "matrix",
    "dragon",
    "monkey",
    "master",
    "shadow",
    "michael",
    "jennifer",
    "charlie",
    "computer",
    "komputer",
    "internet",
    "samsung",
    "trustno1",
    "whatever",
    "mustang",
    "jordan23",
    "harley",
    // places, clubs, seasons
    "polska",
    "polska12",
    "warszawa",
    "krakow",
    "gdansk",
    "poznan",
    "wroclaw",
    "lodz",
    "ostroleka",
    "legia",
    "wisla",
    "lechpoznan",
    "widzew",
    "barcelona",
    "realmadryt",
    "juventus",
    "chelsea",
    "liverpool",
    "wiosna",
    "lato",
    "jesien",
    "zima",
    "wakacje",
    "poniedzialek",
    "summer",
    "winter",
    "spring",
    "autumn",
    // here
    "swietlicobus",
    "swietlica",
    "autobus",
    "animator",
    "animatorka",
    "wolontariusz",
    "wolontariat",
    "koordynator",
    "volunteer",
    "coordinator",
    "mopr",
    "progress",
    "kisprogress",
];

/// Whether a password, in lower case, is among the first that anybody would try: a stem with nothing but digits and
/// signs behind it, one character again and again, or digits that only count up or down.
pub(super) fn is_common(lower: &str) -> bool {
    let plain: String = lower.chars().map(without_tail).collect();
    let stem = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
    STEMS.contains(&plain.as_str()) || STEMS.contains(&stem) || is_one_character(&plain) || is_count(&plain)
}

/// The Polish letter without what makes it Polish.
fn without_tail(letter: char) -> char {
    match letter {
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        other => other,
    }
}

fn is_one_character(text: &str) -> bool {
    let mut all = text.chars();
    all.next().is_some_and(|first| all.all(|other| other == first))
}

/// `123456789`, `1234567890`, `987654321`, and the same twice over or one digit doubled (`11223344`).
fn is_count(text: &str) -> bool {
    let digits: Vec<u8> = text.bytes().collect();
    if digits.len() < 4 || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    // 0 comes after 9 and before 1, as on a keyboard.
    let step = |pair: &[u8]| (10 + pair[1] - pair[0]) % 10;
    let counts = |run: &[u8]| run.windows(2).all(|p| step(p) == 1) || run.windows(2).all(|p| step(p) == 9);
    let half = digits.len() / 2;
    let twice = digits[..half] == digits[half..] && (half < 4 || counts(&digits[..half]));
    let doubled: Vec<u8> = digits.iter().copied().step_by(2).collect();
    let pairs = digits.chunks(2).all(|p| p.len() == 2 && p[0] == p[1]);
    counts(&digits) || twice || (pairs && counts(&doubled))
}

#[cfg(test)]
mod tests {
    use super::is_common;

    #[test]
    fn table() {
        for yes in [
            "haslo",
            "hasło1!",
            "password123",
            "1234",
            "123456789",
            "1234567890",
            "0987654321",
            "11223344",
            "12341234",
            "123123",
            "00000000",
            "!!!!!!!!",
            "żżżżżżżż",
            "kasia2010",
            "ostrołęka1",
            "zaq12wsx",
            "1q2w3e4r",
        ] {
            assert!(is_common(yes), "{yes}");
        }
        for no in [
            "",
            "zielony autobus",
            "48173920",
            "27182818",
            "mojakasia2010",
            "kasiabasia",
            "1357924680",
            "2468024680246813",
        ] {
            assert!(!is_common(no), "{no}");
        }
    }
}
