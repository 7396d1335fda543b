//! The certificate as a reader of PDFs sees it.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::unwrap_used)]

use std::process::Command;

use print::{CertificatePaper, SchoolYearHours, certificate};
use tempfile::TempDir;
use vocabulary::{CrewRole, Minutes};
use wording::Language;

fn paper(language: Language, name: &str) -> CertificatePaper {
    CertificatePaper {
        language,
        number: "7".to_owned(),
        edition: 2,
        issuer: "Miejski Ośrodek Pomocy Rodzinie w Ostrołęce".to_owned(),
        name: name.to_owned(),
        first: "2026-07-01".parse().unwrap(),
        last: "2027-08-31".parse().unwrap(),
        by_role: vec![(CrewRole::Helper, Minutes(750)), (CrewRole::FirstAider, Minutes(60))],
        total: Minutes(810),
        shifts: 5,
        years: vec![
            SchoolYearHours {
                year: "2025/2026".to_owned(),
                length: Minutes(360),
            },
            SchoolYearHours {
                year: "2026/2027".to_owned(),
                length: Minutes(450),
            },
        ],
        place: "Ostrołęka".to_owned(),
        issued_on: "2027-09-01".parse().unwrap(),
        code: "ABCD-EFGH-JKMN-PQRS-TVWX".to_owned(),
        address: "https://swietlicobus.example.pl/zaswiadczenie/ABCDEFGHJKMNPQRSTVWX".to_owned(),
    }
}

/// A paper in a file that the tools of poppler and zbar read (`tests/run` installs them).
struct Drawn {
    folder: TempDir,
}

impl Drawn {
    fn of(paper: &CertificatePaper) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.pdf"), certificate(paper).unwrap()).unwrap();
        Self { folder }
    }

    fn run(&self, tool: &str, arguments: &[&str]) -> String {
        let output = Command::new(tool)
            .args(arguments)
            .current_dir(self.folder.path())
            .output();
        let output = output.unwrap_or_else(|e| panic!("{tool}: {e}; install poppler-utils and zbar-tools"));
        assert!(
            output.status.success(),
            "{tool}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    fn info(&self, name: &str) -> String {
        let all = self.run("pdfinfo", &["a.pdf"]);
        let line = all.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
        line.unwrap_or_else(|| panic!("no {name}: {all}")).trim().to_owned()
    }

    /// The text as a reader gets it by copying, in one line.
    fn text(&self) -> String {
        let text = self.run("pdftotext", &["a.pdf", "-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn drawn(language: Language, name: &str) -> Drawn {
    Drawn::of(&paper(language, name))
}

#[test]
fn one_tagged_page_with_title_and_language_and_its_own_fonts() {
    for language in Language::ALL {
        let drawn = drawn(*language, "Łucja Żak");
        assert_eq!(
            (drawn.info("Pages"), drawn.info("Tagged")),
            ("1".to_owned(), "yes".to_owned())
        );
        assert_eq!(drawn.info("Title"), wording::Words::of(*language).certificate().title());
        assert!(drawn.info("Page size").contains("A4"));
        let bytes = std::fs::read(drawn.folder.path().join("a.pdf")).unwrap();
        let plain = String::from_utf8_lossy(&bytes);
        assert!(plain.contains(&format!("/Lang({})", language.tag())), "its language");
        assert!(plain.contains("pdfuaid:part"), "says that it is PDF/UA");
        let fonts = drawn.run("pdffonts", &["a.pdf"]);
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert_eq!(fonts.len(), 2, "regular and bold: {fonts:?}");
        for font in fonts {
            assert!(font.contains("NotoSans"), "{font}");
            // Embedded, cut down, with the Unicode of each letter.
            assert_eq!(font.matches("yes").count(), 3, "{font}");
        }
    }
}

#[test]
fn the_qr_code_leads_to_the_page_that_confirms() {
    let drawn = drawn(Language::Polish, "Łucja Żak");
    drawn.run("pdftoppm", &["-r", "150", "-png", "a.pdf", "a"]);
    let said = drawn.run("zbarimg", &["--quiet", "--raw", "a-1.png"]);
    assert_eq!(said.trim(), paper(Language::Polish, "").address);
}

#[test]
fn every_letter_comes_back() {
    for name in [
        "Zażółć Gęślą-Jaźń ĄĆĘŁŃÓŚŹŻ",
        "Щедрик Ґанок Їжак Єнот Ігор Олена",
        "Jürgen Žďárský O’Neil",
    ] {
        let said = drawn(Language::Ukrainian, name).text();
        assert!(said.contains(name), "{said}");
        assert!(said.contains("Довідка про волонтерську роботу"), "{said}");
    }
    let said = drawn(Language::Polish, "Łucja Żak").text();
    for expected in [
        "Miejski Ośrodek Pomocy Rodzinie w Ostrołęce zaświadcza, że świadczenia wolontariackie wykonała osoba:",
        "Nr 7, wydanie 2",
        "od 01.07.2026 do 31.08.2027",
        "13 godz. 30 min (5 dyżurów)",
        "2025/2026 6 godz.",
        "2026/2027 7 godz. 30 min",
        "Ostrołęka, 01.09.2027",
        "art. 44 ust. 2",
        "Kod: ABCD-EFGH-JKMN-PQRS-TVWX",
        "https://swietlicobus.example.pl/zaswiadczenie/ABCDEFGHJKMNPQRSTVWX",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn what_people_write_is_never_markup() {
    for name in [
        "= *Anna* _x_ $a$ `r` #panic(\"no\") #read(\"/etc/passwd\") <l> @r https://e.pl \\ // --- ~ ...",
        "]}\" + read(\"a\") #{}",
        "'\"\\u{41}",
    ] {
        let said = drawn(Language::Polish, name).text().replace(' ', "");
        assert!(said.contains(&name.replace(' ', "")), "{name}: {said}");
    }
    // What our fonts lack is a mark that something stood there.
    let said = drawn(Language::Polish, "Anna 🚌 名\u{0}\n\u{202e}Nowak").text();
    assert!(said.contains("Anna \u{fffd} \u{fffd}"), "{said}");
    assert!(said.contains("Nowak"), "{said}");
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let bytes = |name| certificate(&paper(Language::Polish, name)).unwrap();
    let first = bytes("Anna");
    assert_ne!(first, bytes("Ewa"));
    assert_eq!(first, bytes("Anna"));
}

#[test]
fn the_fullest_certificate_loses_nothing() {
    let mut full = paper(Language::Ukrainian, &"Ж".repeat(100));
    full.issuer = "Miejski Ośrodek Pomocy Rodzinie ".repeat(4);
    full.by_role = CrewRole::ALL.iter().map(|role| (*role, Minutes(100_000))).collect();
    let year = |n: i32| SchoolYearHours {
        year: format!("{}/{}", 2020 + n, 2021 + n),
        length: Minutes(12_345),
    };
    full.years = (0..6).map(year).collect();
    let said = Drawn::of(&full).text();
    assert!(said.contains("2020/2021") && said.contains("2025/2026"), "{said}");
    assert!(said.contains("ABCD-EFGH-JKMN-PQRS-TVWX"), "{said}");
}
