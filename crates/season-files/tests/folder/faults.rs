//! What is told of files that are wrong.

use season_files::{Fault, Files, read};

const SEASON: &str = r#"slug = "lato"
name = "Lato"
town = "Miasto"
first_day = "2027-06-28"
last_day = "2027-07-31"
hours = { mon = "10:00-18:00", tue = "10:00-18:00" }
[[buses]]
slug = "bus"
name = "Bus"
depot = { name = "Baza", coordinate = { lat = 53.08, lon = 21.57 }, certainty = "checked" }
"#;
const ESTATES: &str =
    "slug,name,lat,lon,certainty\ncentrum,Centrum,53.07,21.58,estimated\nlazek,Łazek,53.09,21.57,estimated\n";
const STOPS: &str = "slug,name,estate,kind\nplac,Plac,centrum,square\npark,Park,,park\n";
const REQUESTS: &str = "stop\nplac\n";

/// A season that is right, with some files in place of its own.
fn folder(changed: &[(&str, &str)]) -> Files {
    let own = [
        ("season.toml", SEASON),
        ("estates.csv", ESTATES),
        ("stops.csv", STOPS),
        ("requests.csv", REQUESTS),
    ];
    own.iter().chain(changed).map(|(name, text)| (*name, *text)).collect()
}

/// `file row column code`, with `-` for what is not told.
fn place(fault: &Fault) -> String {
    let row = fault.row.map_or_else(|| "-".to_owned(), |row| row.to_string());
    format!(
        "{} {row} {} {}",
        fault.file,
        fault.column.as_deref().unwrap_or("-"),
        fault.kind.code()
    )
}

/// The faults of the folder in which one file has this text.
fn check(file: &str, text: &str, expected: &[&str]) {
    let faults = read(&folder(&[(file, text)])).err().unwrap_or_default();
    assert_eq!(
        faults.iter().map(place).collect::<Vec<_>>(),
        expected,
        "{file}:\n{text}"
    );
}

#[test]
fn what_no_bus_carries() {
    let loads = |settings: &str, load: &str| {
        let requests = format!("stop,load\nplac,{load}\n");
        let settings = SEASON.replace("name = \"Bus\"", settings);
        let files = folder(&[("season.toml", &settings), ("requests.csv", &requests)]);
        let faults = read(&files).err().unwrap_or_default();
        faults.iter().map(place).collect::<Vec<_>>()
    };
    let carries_60 = "name = \"Bus\"\ncapacity = 60";
    assert_eq!(loads(carries_60, "60"), [""; 0]);
    assert_eq!(loads(carries_60, "61"), ["requests.csv 2 load load-too-large"]);
    assert_eq!(loads("name = \"Bus\"", "61"), [""; 0]);
}

/// The faults when a part of season.toml is another.
fn check_season(from: &str, to: &str, expected: &[&str]) {
    assert!(SEASON.contains(from), "{from}");
    check("season.toml", &SEASON.replace(from, to), expected);
}

#[test]
fn the_base_is_right() {
    assert!(read(&folder(&[])).is_ok());
}

#[test]
fn form_of_tables() {
    check(
        "stops.csv",
        "",
        &["stops.csv - - no-head", "requests.csv 2 stop unknown-reference"],
    );
    check(
        "streets.csv",
        "nmae\nDługa\n",
        &["streets.csv 1 - unknown-column", "streets.csv 1 - missing-column"],
    );
    check(
        "streets.csv",
        "name,name\nDługa,Krótka\n",
        &["streets.csv 1 - duplicate-column"],
    );
    check(
        "streets.csv",
        "name,note\n\n\nDługa\n",
        &["streets.csv 4 - wrong-cell-count"],
    );
    check(
        "streets.csv",
        "name,note\nDługa,a,b\n",
        &["streets.csv 2 - wrong-cell-count"],
    );
    check(
        "streets.csv",
        "name,note\nDługa,\"a\nKrótka,b\n",
        &["streets.csv 2 - unclosed-quote"],
    );
    check(
        "streets.csv",
        "name,note\n\"a\nb\",x\n,y\n",
        &["streets.csv 4 name blank"],
    );
    check(
        "streets.csv",
        &format!("name\n{}\n", "x".repeat(10_001)),
        &["streets.csv 2 name too-long"],
    );
    let many: String = (0..=20_000).map(|n| format!("x{n}\n")).collect();
    check(
        "streets.csv",
        &format!("name\n{many}"),
        &["streets.csv 20002 - too-many-rows"],
    );
}

/// The planner looks at every pair of places, so there are fewer stops than other rows.
#[test]
fn ten_thousand_stops() {
    let many = |number: usize| -> String { (0..number).map(|n| format!("x{n},X,centrum,square\n")).collect() };
    check("stops.csv", &format!("{STOPS}{}", many(4_898)), &[]);
    check(
        "stops.csv",
        &format!("{STOPS}{}", many(10_000)),
        &["stops.csv 4902 - too-many-rows"],
    );
    let streets: String = (0..10_000).map(|n| format!("x{n}\n")).collect();
    check("streets.csv", &format!("name\n{streets}"), &[]);
}

#[test]
fn encodings() {
    let with = |bytes: &[u8]| {
        let mut files = folder(&[]);
        files.insert("streets.csv", bytes);
        read(&files).map_err(|faults| faults.iter().map(place).collect::<Vec<_>>())
    };
    let season = with("\u{feff}name;note\r\nDługa;\"a;b\"\r\n;;\r\n".as_bytes()).unwrap();
    assert_eq!(
        (season.streets[0].name.as_str(), season.streets[0].note.as_str()),
        ("Długa", "a;b")
    );
    assert_eq!(season.streets.len(), 1);
    // A second mark is passed over by the table reader, and places are still found.
    let twice = with("\u{feff}\u{feff}name\nąąą\n\n,ó\n".as_bytes());
    assert_eq!(twice.unwrap_err(), ["streets.csv 4 - wrong-cell-count"]);
    assert_eq!(with(b"name\nx\nD\xb3uga\n").unwrap_err(), ["streets.csv 3 - not-utf-8"]);
    assert_eq!(with(b"\xff\xfen\0a\0").unwrap_err(), ["streets.csv - - utf-16"]);
    assert_eq!(
        with(&vec![b'x'; 9 * 1024 * 1024]).unwrap_err(),
        ["streets.csv - - too-large"]
    );
}

#[test]
fn decimal_comma() {
    let text = "slug;name;lat;lon;certainty;weight\ncentrum;Centrum;53,07;21,58;estimated;1,5\n";
    let season = read(&folder(&[("estates.csv", text)])).unwrap();
    assert_eq!(
        (season.estates[0].coordinate.lat(), season.estates[0].weight),
        (53.07, 1.5)
    );
}

#[test]
fn files_of_the_folder() {
    check("stop.csv", "", &["stop.csv - - unknown-file"]);
    check("notes.txt", "", &[]);
    let files: Files = [("season.toml", SEASON)].into_iter().collect();
    let places: Vec<_> = read(&files).unwrap_err().iter().map(place).collect();
    let missing = [
        "estates.csv - - missing-file",
        "stops.csv - - missing-file",
        "requests.csv - - missing-file",
    ];
    assert_eq!(places, missing);
}

#[test]
fn keys_of_the_season() {
    check("season.toml", "slug = ", &["season.toml 1 - toml-syntax"]);
    check_season("slug = \"lato\"", "slug = \"Lato!\"", &["season.toml 1 slug malformed"]);
    check_season(
        "name = \"Lato\"",
        "nmae = \"Lato\"",
        &["season.toml 1 name missing-key", "season.toml 2 - unknown-key"],
    );
    check_season("\"2027-06-28\"", "2027-06-28", &[]);
    check_season(
        "\"2027-06-28\"",
        "\"2027-06-31\"",
        &["season.toml 4 first_day malformed"],
    );
    check_season("2027-07-31", "2027-05-31", &["season.toml 5 last_day backwards"]);
    check_season("2027-07-31", "2029-07-31", &["season.toml 5 last_day season-too-long"]);
    check_season(
        "mon = \"10:00-18:00\"",
        "mon = 10",
        &["season.toml 6 hours.mon wrong-type"],
    );
    check_season(
        "mon = \"10:00-18:00\"",
        "mon = \"18:00-10:00\"",
        &["season.toml 6 hours.mon malformed"],
    );
    check_season(
        "mon = \"10:00-18:00\"",
        "mon = [\"10:00-14:00\", \"13:00-18:00\"]",
        &["season.toml 6 hours.mon malformed"],
    );
    check_season(
        "mon = \"10:00-18:00\"",
        "mno = \"10:00-18:00\"",
        &["season.toml 6 hours unknown-key"],
    );
    check_season(
        "mon = \"10:00-18:00\"",
        "mon = \"10:00-11:00\"",
        &["season.toml 6 hours window-too-short"],
    );
    check_season(
        "lat = 53.08, lon = 21.57",
        "lat = 0, lon = 0.0",
        &["season.toml 10 buses[0].depot.coordinate bad-coordinate"],
    );
    for number in ["nan", "-nan", "inf", "-inf", "1e999", "-1e400"] {
        let lat = format!("lat = {number}");
        check_season(
            "lat = 53.08",
            &lat,
            &["season.toml 10 buses[0].depot.coordinate.lat malformed"],
        );
    }
    check_season(
        "lat = 53.08, lon = 21.57",
        "lat = 21.57, lon = 53.08",
        &["season.toml - buses.depot.coordinate swapped-coordinate"],
    );
    check_season(
        "lat = 53.08,",
        "",
        &["season.toml 10 buses[0].depot.coordinate.lat missing-key"],
    );
    check_season(
        "[[buses]]",
        "[[bus]]",
        &["season.toml 1 buses no-bus", "season.toml 7 - unknown-key"],
    );
    check_season("[[buses]]", "[buses]", &["season.toml 7 buses wrong-type"]);
}

/// What is added to the end of season.toml, where its lines start at 11.
#[test]
fn parts_of_the_season() {
    let check_end = |more: &str, expected: &[&str]| check("season.toml", &format!("{SEASON}{more}"), expected);
    check_end(
        "[[closed]]\nday = 2027-07-05\nweekday = \"wto\"\nreason = \"x\"",
        &["season.toml 13 closed[0].weekday wrong-weekday"],
    );
    check_end(
        "[[closed]]\nday = 2027-07-05\nweekday = \"Poniedziałek\"\nreason = \"x\"",
        &[],
    );
    check_end(
        "[[closed]]\nday = 2027-08-05\nreason = \"x\"",
        &["season.toml 11 closed outside-season"],
    );
    check_end(
        "[[closed]]\nday = 2027-06-28\nlast_day = 2027-07-31\nreason = \"x\"",
        &["season.toml 6 hours no-working-day"],
    );
    check_end(
        "[[themes]]\nfirst_day = 2027-07-05\ntitle = \"A\"\n[[themes]]\nfirst_day = 2027-07-10\ntitle = \"B\"",
        &["season.toml 14 themes themes-overlap"],
    );
    check_end(
        "[[buses]]\nslug = \"bus\"\nname = \"B\"\n[buses.depot]\nname = \"B\"\ncertainty = \"checked\"\n[buses.depot.coordinate]\nlat = 53\nlon = 21.5",
        &["season.toml 11 buses duplicate"],
    );
    check_end(
        "breaks = { minutes = 2 }",
        &[
            "season.toml 11 buses[0].breaks.minutes out-of-range",
            "season.toml 11 buses[0].breaks missing-key",
        ],
    );
    check_end(
        "breaks = { after_work_minutes = 10 }",
        &[
            "season.toml 11 buses[0].breaks.minutes missing-key",
            "season.toml 11 buses[0].breaks.after_work_minutes out-of-range",
        ],
    );
    check_end(
        "capabilities = [\"Lift\"]\ntravel_km = 10001\nmax_driving_minutes = 0\ncapacity = 0\nrange_km = 2001",
        &[
            "season.toml 11 buses[0].capabilities[0] malformed",
            "season.toml 12 buses[0].travel_km out-of-range",
            "season.toml 13 buses[0].max_driving_minutes out-of-range",
            "season.toml 14 buses[0].capacity out-of-range",
            "season.toml 15 buses[0].range_km out-of-range",
        ],
    );
    check_end(
        "[[buses.depots]]\nweekdays = [\"fri\"]",
        &["season.toml 11 buses[0].depots[0] missing-key"],
    );
    check_end(
        "[[buses.depots]]\nfirst_day = 2027-06-01\nreturn_to = { name = \"B\", coordinate = { lat = 53.08, lon = 21.57 }, certainty = \"checked\" }",
        &["season.toml 7 buses.depots outside-season"],
    );
    check_end(
        "[travel]\nspeed_kmh = 500.0\ndetour = true",
        &[
            "season.toml 12 travel.speed_kmh out-of-range",
            "season.toml 13 travel.detour wrong-type",
        ],
    );
    for number in ["nan", "inf", "1e999", "-0.1"] {
        check_end(
            &format!("[travel]\nspeed_kmh = {number}"),
            &[match number {
                "-0.1" => "season.toml 12 travel.speed_kmh out-of-range",
                _ => "season.toml 12 travel.speed_kmh malformed",
            }],
        );
    }
    check_end(
        "[defaults]\nwanted = 9\ngap_max_days = 2",
        &[
            "season.toml 12 defaults.wanted visits-crossed",
            "season.toml 13 defaults.gap_max_days gaps-crossed",
        ],
    );
    check_end(
        "[crew.regular]\nsmallest_crew = 0",
        &["season.toml 12 crew.regular.smallest_crew out-of-range"],
    );
    check_end(
        "[school_holidays]\nname = 1",
        &["season.toml 11 school_holidays wrong-type"],
    );
}

#[test]
fn points() {
    let estate = |lat: &str, lon: &str, expected: &[&str]| {
        check(
            "estates.csv",
            &format!("{ESTATES}nowe,Nowe,{lat},{lon},estimated\n"),
            expected,
        );
    };
    estate("53.1", "21.6", &[]);
    estate("21.6", "53.1", &["estates.csv 4 lat swapped-coordinate"]);
    estate("52.1", "21.6", &["estates.csv 4 lat far-away"]);
    estate("0", "0", &["estates.csv 4 lat bad-coordinate"]);
    estate("95", "21.6", &["estates.csv 4 lat bad-coordinate"]);
    for number in ["NaN", "nan", "inf", "-Infinity", "1e999", "0x35", "٥٣"] {
        estate(number, "21.6", &["estates.csv 4 lat malformed"]);
        estate("53.1", number, &["estates.csv 4 lon malformed"]);
    }
    // So many digits that no number holds them.
    estate(&"9".repeat(400), "21.6", &["estates.csv 4 lat malformed"]);
    // Another country, another hemisphere, the Gulf of Guinea.
    estate("50.09", "14.42", &["estates.csv 4 lat far-away"]);
    estate("53.1", "-21.6", &["estates.csv 4 lat far-away"]);
    estate("0.0", "-0", &["estates.csv 4 lat bad-coordinate"]);
    estate("", "", &["estates.csv 4 lat blank"]);
    estate("53.1", "", &["estates.csv 4 lon half-coordinate"]);
    check(
        "stops.csv",
        "slug,name,kind,certainty,estate\nplac,Plac,square,sourced,centrum\n",
        &["stops.csv 2 certainty certainty-without-point"],
    );
}

#[test]
fn stops_and_streets() {
    let stop = |columns: &str, cells: &str, expected: &[&str]| {
        check(
            "stops.csv",
            &format!("slug,name,kind,estate,{columns}\nplac,Plac,square,centrum,{cells}\n"),
            expected,
        );
    };
    stop("hours", "mon-fri 10:00-11:00", &["stops.csv 2 hours window-too-short"]);
    stop("hours", "weekdays", &["stops.csv 2 hours malformed"]);
    stop(
        "exceptions",
        "2027-07-05 closed | 2027-07-05 10:00-15:00",
        &["stops.csv 2 exceptions exception-twice"],
    );
    stop("exceptions", "2027-07-05 10:00-13:00 | 2027-07-05 14:00-18:00", &[]);
    stop("needs", "lift", &["stops.csv 2 needs unknown-reference"]);
    stop("needs", "Lift!", &["stops.csv 2 needs malformed"]);
    stop(
        "shade,surface",
        "maybe,lava",
        &["stops.csv 2 surface malformed", "stops.csv 2 shade malformed"],
    );
    check(
        "stops.csv",
        &format!("{STOPS}plac,Znów,centrm,square\n"),
        &["stops.csv 4 slug duplicate", "stops.csv 4 estate unknown-reference"],
    );
    check(
        "streets.csv",
        "name,estate,scope,numbers\nDługa,centrum,numbers,\n",
        &["streets.csv 2 numbers numbers-missing"],
    );
    check(
        "streets.csv",
        "name,estate\nDługa,centrum\nDługa,lazek\nDługa,lazek\n",
        &["streets.csv 4 name duplicate"],
    );
}

#[test]
fn requests() {
    let request = |columns: &str, cells: &str, expected: &[&str]| {
        check("requests.csv", &format!("stop,{columns}\nplac,{cells}\n"), expected);
    };
    request("least,wanted,most", "3,2,4", &["requests.csv 2 wanted visits-crossed"]);
    request("least,wanted,most", "0,0,0", &["requests.csv 2 wanted visits-crossed"]);
    request(
        "gap_min_days,gap_max_days",
        "9,8",
        &["requests.csv 2 gap_max_days gaps-crossed"],
    );
    request("gap_min_days,gap_max_days", "9,none", &[]);
    // 34 days: room for five visits a week apart, for four nine days apart.
    request("least,wanted,most,gap_min_days", "5,5,5,7", &[]);
    request(
        "least,wanted,most,gap_min_days",
        "6,6,6,7",
        &["requests.csv 2 gap_min_days no-room"],
    );
    request(
        "least,wanted,most,gap_min_days",
        "5,5,5,9",
        &["requests.csv 2 gap_min_days no-room"],
    );
    request(
        "least,wanted,most,gap_min_days",
        "2,2,2,1000000",
        &["requests.csv 2 gap_min_days no-room"],
    );
    request(
        "least,wanted,most,gap_min_days",
        "36,36,36,0",
        &["requests.csv 2 gap_min_days no-room"],
    );
    // Dates that people promised may be closer than the gap.
    let promised = "2027-07-05 | 2027-07-06 | 2027-07-12";
    request(
        "least,wanted,most,gap_min_days,fixed",
        &format!("3,3,3,30,{promised}"),
        &[],
    );
    // Thursday is not worked.
    request("fixed", "2027-07-05 | 2027-07-08", &["requests.csv 2 fixed closed-day"]);
    request(
        "weekdays_preferred,weekdays_forbidden",
        "mon | tue,tue",
        &["requests.csv 2 weekdays_preferred weekdays-clash"],
    );
    request(
        "hours_preferred",
        "10:00-11:00",
        &["requests.csv 2 hours_preferred window-too-short"],
    );
    request("load", "100001", &["requests.csv 2 load out-of-range"]);
    request("setup_minutes", "481", &["requests.csv 2 setup_minutes out-of-range"]);
    request("teardown_minutes", "x", &["requests.csv 2 teardown_minutes malformed"]);
    request("hours_forbidden", "9-10", &["requests.csv 2 hours_forbidden malformed"]);
    request(
        "hours_preferred,hours_forbidden",
        "10:00-14:00,7:00-8:00 | 9:00-15:00",
        &["requests.csv 2 hours_preferred hours-clash"],
    );
    request("public_minutes", "5", &["requests.csv 2 public_minutes out-of-range"]);
    request("weight", "0", &["requests.csv 2 weight out-of-range"]);
    request(
        "fixed",
        "2027-07-05 | 2027-07-05 12:00",
        &["requests.csv 2 fixed fixed-twice"],
    );
    request("fixed", "2027-09-05", &["requests.csv 2 fixed outside-season"]);
    request(
        "least,wanted,most,fixed",
        "1,1,1,2027-07-05 | 2027-07-12",
        &["requests.csv 2 fixed too-many-fixed"],
    );
    request("same_weekday", "perhaps", &["requests.csv 2 same_weekday malformed"]);
    request("same_start", "14:00", &["requests.csv 2 same_start malformed"]);
    request("block_days", "1", &["requests.csv 2 block_days out-of-range"]);
    request("block_within_week", "yes", &["requests.csv 2 block_within_week needs"]);
    request("gap_max_to_end", "yes", &["requests.csv 2 gap_max_to_end needs"]);
    request("every_weeks", "53", &["requests.csv 2 every_weeks out-of-range"]);
    request(
        "every_weeks,first_by",
        "2,2027-07-05",
        &["requests.csv 2 first_by not-in-cycle"],
    );
    request("last_from", "2027-09-05", &["requests.csv 2 last_from outside-season"]);
    request(
        "previous_visit",
        "2027-06-28",
        &["requests.csv 2 previous_visit not-before-season"],
    );
    request(
        "not_same_day",
        "plac",
        &["requests.csv 2 not_same_day apart-from-itself"],
    );
    request(
        "not_same_week",
        "park | prak",
        &["requests.csv 2 not_same_week unknown-reference"],
    );
    check("requests.csv", "stop\nplac\nplac\n", &["requests.csv 3 stop duplicate"]);
    check("requests.csv", "stop\npark\n", &["requests.csv 2 stop no-place"]);
    check(
        "requests.csv",
        "stop\nplca\n",
        &["requests.csv 2 stop unknown-reference"],
    );
}

/// Five weeks: a cycle of two has two turns or three, and so many visits where nothing else is said.
#[test]
fn counts_of_a_cycle() {
    let rules = |text: &str| {
        read(&folder(&[("requests.csv", text)])).unwrap().requests[0]
            .rules
            .clone()
    };
    let counts = |text: &str| {
        let rules = rules(text);
        (rules.least, rules.wanted, rules.most)
    };
    assert_eq!(counts("stop,every_weeks\nplac,2\n"), (1, 2, 3));
    assert_eq!(counts("stop,every_weeks,wanted\nplac,2,3\n"), (1, 3, 3));
    assert_eq!(counts("stop,every_weeks\nplac,9\n"), (1, 1, 1));
}

#[test]
fn events() {
    let event = |cells: &str, expected: &[&str]| {
        let head = "slug,name,day,weekday,hours,stop,effect";
        check("events.csv", &format!("{head}\nfestyn,Festyn,{cells}\n"), expected);
    };
    event("2027-07-03,sob,11:00-14:00,plac,take-part", &[]);
    event("2027-07-03,sun,,,show-only", &["events.csv 2 weekday wrong-weekday"]);
    event("2027-06-01,,,,stay-away", &["events.csv 2 day outside-season"]);
    event(
        "2027-07-03,,,,take-part",
        &["events.csv 2 hours event-needs", "events.csv 2 stop event-needs"],
    );
    event(
        "2027-07-03,,11:00-14:00,park,take-part",
        &["events.csv 2 stop no-place"],
    );
    event("2027-07-03,,,,come", &["events.csv 2 effect malformed"]);
    check(
        "events.csv",
        "slug,name,day,effect,bus\nfestyn,Festyn,2027-07-03,stay-away,nobody\n",
        &["events.csv 2 bus unknown-reference"],
    );
}

/// A day off is opened by an event that the bus takes part in; a day that somebody closed is not.
#[test]
fn events_on_closed_days() {
    let check_day = |season: &str, effect: &str, expected: &[&str]| {
        let events = format!("slug,name,day,hours,stop,effect\nfestyn,Festyn,2027-07-05,11:00-14:00,plac,{effect}\n");
        let season = format!("{SEASON}{season}");
        let faults = read(&folder(&[("season.toml", &season), ("events.csv", &events)]));
        let places: Vec<_> = faults.err().unwrap_or_default().iter().map(place).collect();
        assert_eq!(places, expected, "{season}");
    };
    let closed = "[[closed]]\nday = 2027-07-05\nreason = \"Przegląd\"";
    check_day(closed, "take-part", &["events.csv 2 day closed-day"]);
    check_day(closed, "show-only", &[]);
    let bus_closed = "[[buses.closed]]\nday = 2027-07-01\nlast_day = 2027-07-06\nreason = \"Przegląd\"";
    check_day(bus_closed, "take-part", &["events.csv 2 day closed-day"]);
    let second = "\n[[buses]]\nslug = \"b\"\nname = \"B\"\ndepot = { name = \"B\", coordinate = { lat = 53.08, lon = 21.57 }, certainty = \"checked\" }";
    check_day(&format!("{bus_closed}{second}"), "take-part", &[]);
}

/// A row that is wrong by itself is not told a second time by those who refer to it.
#[test]
fn no_echo() {
    let stops = "slug,name,estate,kind\nplac,Plac,centrum,field\n";
    check("stops.csv", stops, &["stops.csv 2 kind malformed"]);
}

#[test]
fn too_many_faults_end_in_one_that_says_so() {
    let text = format!("name,scope\n{}", "x,y\n".repeat(3_000));
    let faults = read(&folder(&[("streets.csv", &text)])).unwrap_err();
    assert_eq!(faults.len(), 1_001);
    assert_eq!(faults.iter().filter(|f| f.kind.code() == "too-many-faults").count(), 1);
}

/// A season with more than twenty faults tells every one of them, in words; nothing of it is loaded.
#[test]
fn the_report() {
    let season = r#"slug = "Lato 2027"
name = "Lato"
town = "Miasto"
first_day = 2027-06-28
last_day = 2027-07-31
colour = "red"
hours = { mon = "10:00-18:00", sunday = "10:00-12:00" }
[[closed]]
day = 2027-07-05
weekday = "tue"
reason = "Przegląd"
[[buses]]
slug = "bus"
name = "Bus"
depot = { name = "Baza", coordinate = { lat = 0.0, lon = 0.0 }, certainty = "checked" }
[travel]
speed_kmh = 0.0
"#;
    let estates = "slug;name;lat;lon;certainty\n\
        centrum;Centrum;53,07;21,58;estimated\n\
        lazek;Łazek;21,57;53,09;estimated\n\
        lesne;Leśne;53,09;21,54;maybe\n\
        witosa;;53,09;;estimated\n\
        pomian;Pomian;53,07;21,55;estimated\n";
    let stops = "slug,name,estate,kind,hours,permision_until\n\
        plac,Plac,centrm,square,mon-fri 10:00-11:00,\n\
        plac,Drugi plac,centrum,lawn,,\n\
        park,Park,,park,,\n";
    let streets = "name,estate,scope\nDługa,lazek,numbers\nKrótka\n";
    let requests = "stop,least,wanted,most,gap_min_days,gap_max_days,fixed\n\
        plac,3,2,4,9,8,2027-09-01\n\
        park,1,2,x,,,\n";
    let events = "slug,name,day,weekday,hours,effect\n\
        festyn,Festyn,2027-07-03,sun,14:00-11:00,take-part\n";
    let files = folder(&[
        ("season.toml", season),
        ("estates.csv", estates),
        ("stops.csv", stops),
        ("streets.csv", streets),
        ("requests.csv", requests),
        ("events.csv", events),
    ]);
    let faults = read(&files).unwrap_err();
    assert!(faults.len() > 20, "{}", faults.len());
    let report: Vec<_> = faults.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(report.join("\n"));
    insta::assert_snapshot!("json_of_a_fault", serde_json::to_string_pretty(&faults[0]).unwrap());
}

#[test]
fn what_is_no_sketch() {
    let feature = |properties: &str, geometry: &str| {
        format!(r#"{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#)
    };
    let point = r#"{"type":"Point","coordinates":[21.57,53.08]}"#;
    let line = r#"{"type":"LineString","coordinates":[[21.57,53.08],[21.58,53.09]]}"#;
    let all = [
        feature(r#"{"kind":"wall"}"#, line),
        feature(r#"{"kind":"river"}"#, point),
        feature(
            r#"{"kind":"river"}"#,
            r#"{"type":"LineString","coordinates":[[21.57,153.0],[0,0]]}"#,
        ),
        feature(r#"{"kind":"landmark"}"#, point),
        feature(r#"{"kind":"estate"}"#, line),
        feature(
            r#"{"kind":"estate","estate":"lazk"}"#,
            r#"{"type":"Polygon","coordinates":[[[21,53],[21.1,53],[21,53.1],[21,53]]]}"#,
        ),
        feature(
            r#"{"kind":"water"}"#,
            r#"{"type":"Polygon","coordinates":[[[21,53],[21.1,53]]]}"#,
        ),
        feature(
            r#"{"kind":"river"}"#,
            r#"{"type":"LineString","coordinates":[[21],[22]]}"#,
        ),
        r#"{"type":"Feature"}"#.to_owned(),
    ];
    check(
        "sketch.geojson",
        &format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, all.join(",")),
        &[
            "sketch.geojson 1 kind malformed",
            "sketch.geojson 2 - wrong-type",
            "sketch.geojson 3 - bad-coordinate",
            "sketch.geojson 4 name blank",
            "sketch.geojson 5 estate malformed",
            "sketch.geojson 6 estate unknown-reference",
            "sketch.geojson 7 - wrong-type",
            "sketch.geojson 8 - wrong-type",
            "sketch.geojson 9 kind malformed",
        ],
    );
    check("sketch.geojson", "rzeka", &["sketch.geojson - - not-geojson"]);
    let many: Vec<String> = (0..4001)
        .map(|at| format!("[21.5,{}]", 53.0 + f64::from(at) * 1e-4))
        .collect();
    let long = feature(
        r#"{"kind":"river"}"#,
        &format!(r#"{{"type":"LineString","coordinates":[{}]}}"#, many.join(",")),
    );
    check("sketch.geojson", &long, &["sketch.geojson - - out-of-range"]);
    check("szkic.geojson", "{}", &["szkic.geojson - - unknown-file"]);
}
