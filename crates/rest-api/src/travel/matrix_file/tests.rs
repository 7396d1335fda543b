//! Matrices as people write them, right and wrong.

use proptest::prelude::*;

use super::*;
use crate::travel::tests::point;

fn points() -> Vec<TravelPoint> {
    vec![
        point("bus-depot", 53.08, 21.57),
        point("lazek", 53.09, 21.57),
        point("stacja", 53.08, 21.60),
    ]
}

/// Every pair, 5 km in 10 minutes, with some rows in place of others.
fn table(header: &str, changed: &[(usize, &str)]) -> String {
    let mut rows = vec![header.to_owned()];
    for from in ["bus-depot", "lazek", "stacja"] {
        for to in ["bus-depot", "lazek", "stacja"].iter().filter(|to| **to != from) {
            rows.push(format!("{from},{to},600,5000"));
        }
    }
    for (row, text) in changed {
        rows[row - 1] = (*text).to_owned();
    }
    rows.join("\n")
}

const HEADER: &str = "from,to,seconds,metres";

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = match read(text.as_bytes(), &points()) {
        Ok((_, warnings)) => warnings,
        Err(faults) => faults,
    };
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_whole_matrix_becomes_travel() {
    for text in [
        table(
            HEADER,
            &[(2, "bus-depot,lazek,60.2,1400"), (4, "lazek , bus-depot,61,1500.4")],
        ),
        format!(
            "\u{feff}{}",
            table(
                HEADER,
                &[(2, "bus-depot,lazek,60.2,1400"), (4, "lazek,bus-depot,61,1500")]
            )
        ),
        table(
            HEADER,
            &[(2, "bus-depot,lazek,60.2,1400"), (4, "lazek,bus-depot,61,1500")],
        )
        .replace(',', ";"),
        table("metres,from,to,seconds", &[])
            .replace("bus-depot,lazek,600,5000", "X")
            .replace("lazek,bus-depot,600,5000", "Y")
            .lines()
            .map(|line| match line {
                "X" => "1400,bus-depot,lazek,60.2".to_owned(),
                "Y" => "1500,lazek,bus-depot,61".to_owned(),
                "metres,from,to,seconds" => line.to_owned(),
                other => {
                    let cells: Vec<_> = other.split(',').collect();
                    format!("{},{},{},{}", cells[3], cells[0], cells[1], cells[2])
                }
            })
            .collect::<Vec<_>>()
            .join("\r\n"),
    ] {
        let (matrix, warnings) = read(text.as_bytes(), &points()).unwrap();
        assert_eq!(warnings, []);
        let travel = matrix.travel(&points(), &TravelEstimate::default()).unwrap();
        assert_eq!(travel.minutes, [0, 5, 13, 5, 0, 13, 13, 13, 0]);
        assert_eq!(travel.metres, [0, 1400, 5000, 1500, 0, 5000, 5000, 5000, 0]);
        assert_eq!(read(matrix.table().as_bytes(), &points()).unwrap().0, matrix);
        assert!(!travel.estimated);
    }
    let way = |from: &str, to: &str| serde_json::json!({"from": from, "to": to, "seconds": 600, "metres": 5000.0});
    let names = ["bus-depot", "lazek", "stacja"];
    let ways: Vec<_> = names
        .iter()
        .flat_map(|from| names.iter().filter(move |to| *to != from).map(move |to| way(from, to)))
        .collect();
    let json = serde_json::json!({"ways": ways}).to_string();
    let (matrix, _) = read(json.as_bytes(), &points()).unwrap();
    assert_eq!(matrix.seconds, [0, 600, 600, 600, 0, 600, 600, 600, 0]);
}

#[test]
fn every_fault_has_its_row_and_column() {
    check(
        &table(
            HEADER,
            &[
                (2, "bus-depo,lazek,600,5000"),
                (3, "bus-depot,nowhere-at-all,-1,5000"),
                (4, "lazek,bus-depot,NaN,x"),
                (5, "lazek,lazek,inf,99999999"),
                (6, "stacja,bus-depot,60,5000"),
                (7, "stacja,bus-depot,600,5000"),
            ],
        ),
        &[
            "row 2, from: \"bus-depo\" is no place of this season (meant: bus-depot?): expected the short name of a stop, or of a bus with -depot",
            "row 3, to: \"nowhere-at-all\" is no place of this season: expected the short name of a stop, or of a bus with -depot",
            "row 3, seconds: -1 is negative: expected 0 or more",
            "row 4, seconds: \"NaN\" is no number: expected a whole or decimal number of 0 or more, e.g. 340",
            "row 4, metres: \"x\" is no number: expected a whole or decimal number of 0 or more, e.g. 340",
            "row 5, seconds: \"inf\" is no number: expected a whole or decimal number of 0 or more, e.g. 340",
            "row 5, metres: 99999999 is too large: at most 5000000",
            "row 5: lazek to itself: leave the row out",
            "row 6: stacja to bus-depot: 5000 m in 60 s is 300 km/h; no bus is faster than 200: are seconds or metres in another unit?",
            "row 7: stacja to bus-depot stands in row 6 already: keep one of the two",
            "bus-depot to lazek is missing: every pair must be there, both ways",
            "bus-depot to stacja is missing: every pair must be there, both ways",
            "lazek to stacja is missing: every pair must be there, both ways",
            "stacja to lazek is missing: every pair must be there, both ways",
        ],
    );
}

#[test]
fn headers_and_forms() {
    check(
        &table("from,to,seconds,from,minutes", &[]),
        &[
            "row 1: the header names from twice",
            "row 1: the header names minutes, which means nothing here: leave it out",
            "row 1: the header lacks metres; it must name from, to, seconds and metres",
        ],
    );
    let lacks = |column: &str| format!("row 1: the header lacks {column}; it must name from, to, seconds and metres");
    let all: Vec<String> = COLUMNS.iter().map(|c| lacks(c)).collect();
    check("", &all.iter().map(String::as_str).collect::<Vec<_>>());
    let found = read(table(HEADER, &[(3, "bus-depot,stacja")]).as_bytes(), &points()).unwrap_err();
    assert!(
        found[0].to_string().starts_with("row 3: this is no table: "),
        "{}",
        found[0]
    );
    let found = read(b"{\"ways\": 1}", &points()).unwrap_err();
    assert!(
        found[0].to_string().starts_with("this is no matrix in JSON: "),
        "{}",
        found[0]
    );
    assert_eq!(read(&[0xff, 0xfe], &points()).unwrap_err()[0].what, What::NotUtf8);
}

#[test]
fn a_way_shorter_than_the_straight_line_is_a_warning() {
    // From the depot to lazek the straight line has 1112 m.
    check(&table(HEADER, &[(2, "bus-depot,lazek,600,1090")]), &[]);
    check(
        &table(HEADER, &[(2, "bus-depot,lazek,600,1000")]),
        &[
            "row 2, metres: bus-depot to lazek has 1000 m, shorter than the straight line of 1112 m: is it the right place?",
        ],
    );
}

#[test]
fn a_season_that_has_changed_since_is_told() {
    let (matrix, _) = read(table(HEADER, &[]).as_bytes(), &points()).unwrap();
    let how = TravelEstimate::default();
    assert!(
        matrix.travel(&points()[..2], &how).is_ok(),
        "a stop that is no more needs no new matrix"
    );
    let mut other = points();
    other[1] = point("lazek", 53.0901, 21.57);
    other.push(point("nowy", 53.0, 21.5));
    let outdated = matrix.travel(&other, &how).unwrap_err();
    assert_eq!(
        outdated.to_string(),
        "the season's travel matrix is out of date: it lacks nowy; it was made for other points of lazek"
    );
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &points());
    }

    /// Closer to a table: cells of all kinds behind a right header.
    #[test]
    fn arbitrary_tables_are_read_or_told(rows in prop::collection::vec(
        ("(bus-depot|lazek|stacja|x)?", "(bus-depot|lazek|stacja|\")?", "-?[0-9]{0,12}(\\.[0-9]{0,3})?(e[0-9]{1,3})?", "[0-9]{0,9}"), 0..12
    )) {
        let lines = rows.iter().map(|(a, b, c, d)| format!("{a},{b},{c},{d}"));
        let text = std::iter::once(HEADER.to_owned()).chain(lines).collect::<Vec<_>>().join("\n");
        match read(text.as_bytes(), &points()) {
            Ok((matrix, _)) => prop_assert_eq!(matrix.seconds.len(), 9),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }

    #[test]
    fn arbitrary_json_never_panics(text in "\\{\"ways\": ?\\[(\\{\"from\":\"(lazek|a)\",\"to\":\"stacja\",\"seconds\":(1e400|-1|null|\"5\"|7),\"metres\":[0-9]{1,25}\\},?){0,3}\\]\\}") {
        let _ = read(text.as_bytes(), &points());
    }
}
