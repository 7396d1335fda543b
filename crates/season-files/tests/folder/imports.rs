//! Stop lists of others.

use season_files::import::{Changes, Format, apply, compare, propose};

use crate::example_season;

/// What an import would do, a line each.
fn told(changes: &Changes) -> Vec<String> {
    let mut lines = Vec::new();
    for stop in &changes.added {
        let point = stop
            .coordinate
            .map(|c| format!(" {} {}", c.lat(), c.lon()))
            .unwrap_or_default();
        lines.push(format!(
            "+ {} {:?} {}{point} {}",
            stop.slug, stop.name, stop.kind, stop.certainty
        ));
    }
    for changed in &changes.changed {
        for field in &changed.fields {
            lines.push(format!(
                "~ {} {}: {:?} -> {:?}",
                changed.stop.slug, field.column, field.old, field.new
            ));
        }
    }
    lines.extend(changes.unchanged.iter().map(|slug| format!("= {slug}")));
    lines.extend(changes.faults.iter().map(|fault| format!("! {fault}")));
    lines
}

fn check(file: &str, bytes: &str, expected: &[&str]) -> Changes {
    let season = example_season();
    let changes = compare(&season, propose(Format::of_name(file).unwrap(), file, bytes.as_bytes()));
    assert_eq!(told(&changes), expected, "{bytes}");
    // What was applied is there: the same list changes nothing more.
    let mut after = season;
    apply(&mut after, &changes);
    let again = compare(&after, propose(Format::of_name(file).unwrap(), file, bytes.as_bytes()));
    assert!(again.is_empty(), "{:?}", told(&again));
    changes
}

#[test]
fn csv() {
    check(
        "stops.csv",
        "slug;name;lat;lon;certainty;shade\n\
        lazek-plac;;53,0921;21,5777;checked;tak\n\
        ;Nowy skwer;53,08;21,57;;\n\
        mzk;Siedziba MZK;;;;\n\
        ;;53;21;;\n\
        daleko;Daleko;52;21;;\n",
        &[
            "+ nowy-skwer \"Nowy skwer\" to-be-agreed 53.08 21.57 estimated",
            "~ lazek-plac lat: \"53.0925\" -> \"53.0921\"",
            "~ lazek-plac lon: \"21.578\" -> \"21.5777\"",
            "~ lazek-plac certainty: \"estimated\" -> \"checked\"",
            "~ lazek-plac shade: \"\" -> \"yes\"",
            "= mzk",
            "! stops.csv, row 5, name: found an empty cell; expected text (or a slug). Fill the cell.",
            "! stops.csv, row 6, lat: found a point 126 km from the middle of the others; expected at most 50 km. \
             Check lat and lon; a lost digit or a decimal comma is likely.",
        ],
    );
}

#[test]
fn gtfs() {
    let changes = check(
        "stops.txt",
        "\u{feff}stop_id,stop_code,stop_name,stop_lat,stop_lon,location_type,zone_id\n\
        01,A,Hallera,53.0841,21.5770,,1\n\
        02,B,Hallera,53.0843,21.5772,0,1\n\
        03,C,plac dworcowy,53.0564,21.6171,,1\n\
        04,D,Dworzec,53.0564,21.6171,1,1\n\
        05,E,,53.0564,21.6171,,1\n\
        06,F,Zamienione,21.57,53.08,,1\n",
        &[
            "+ hallera \"Hallera\" to-be-agreed 53.0841 21.577 sourced",
            "+ hallera-2 \"Hallera\" to-be-agreed 53.0843 21.5772 sourced",
            "~ stacja-dworcowy lat: \"53.056355\" -> \"53.0564\"",
            "~ stacja-dworcowy lon: \"21.617067\" -> \"21.6171\"",
            "~ stacja-dworcowy uncertainty_m: \"200\" -> \"\"",
            "~ stacja-dworcowy gtfs_stop_id: \"\" -> \"03\"",
            "~ stacja-dworcowy source: \"eostroleka.pl art97542; point: railway station point\" -> \
             \"eostroleka.pl art97542; point: railway station point; GTFS stop 03\"",
            "! stops.txt, row 5, location_type: found location_type 1; expected 0 or blank (a place where a bus stops). \
             This row is left out: it is a station, an entrance or a node.",
            "! stops.txt, row 6, stop_name: found an empty cell; expected text. Fill the cell.",
            "! stops.txt, row 7, lat: found lat 21.57, lon 53.08; expected a point near the others; with lat and lon exchanged \
             it would be. Exchange the two.",
        ],
    );
    assert_eq!(changes.added[1].details.gtfs_stop_id.as_deref(), Some("02"));
}

#[test]
fn geojson() {
    check(
        "places.geojson",
        r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","id":"node/1","geometry":{"type":"Point","coordinates":[21.5701,53.0801]},
             "properties":{"name":"Tor rowerowy","leisure":"pitch","surface":"asphalt","indoor":"no","addr:street":"Długa","addr:housenumber":"5"}},
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[21.5,53],[21.6,53]]},"properties":{"name":"Rzeka"}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[21.57]},"properties":{"name":"Pół punktu"}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[21.57,53.08]},"properties":{"name":"X","estate":"nigdzie"}},
            {"type":"Feature","geometry":null,"properties":null}]}"#,
        &[
            "+ tor-rowerowy \"Tor rowerowy\" pitch 53.0801 21.5701 sourced",
            "! places.geojson, row 2: found a LineString; expected a Point. \
             This feature is left out: a stop is one point, so draw or export it as a point.",
            "! places.geojson, row 3: found A position must contain two or more elements, but got `1`; expected a Point. \
             This feature is left out: a stop is one point, so draw or export it as a point.",
            "! places.geojson, row 4, estate: found the unknown estate \"nigdzie\"; expected a short name that stands in \
             estates.csv. Correct the short name, or add the estate to estates.csv.",
            "! places.geojson, row 5: found a feature without geometry; expected a Point. \
             This feature is left out: a stop is one point, so draw or export it as a point.",
        ],
    );
    check(
        "a.json",
        "{}",
        &["! a.json: found JSON of type unknown; expected GeoJSON (RFC 7946). Export it again as GeoJSON."],
    );
}

/// No number, the wrong way round, nowhere, and another country.
#[test]
fn points_that_are_none() {
    let codes = |file: &str, bytes: &str| -> Vec<String> {
        let changes = compare(
            &example_season(),
            propose(Format::of_name(file).unwrap(), file, bytes.as_bytes()),
        );
        assert!(changes.is_empty(), "{bytes}: {:?}", told(&changes));
        changes
            .faults
            .iter()
            .map(|fault| format!("{:?} {}", fault.row, fault.kind.code()))
            .collect()
    };
    for (lat, lon, code) in [
        ("NaN", "21.57", "malformed"),
        ("53.08", "inf", "malformed"),
        ("1e999", "21.57", "malformed"),
        ("0", "0", "bad-coordinate"),
        ("91", "21.57", "bad-coordinate"),
        ("21.57", "53.08", "swapped-coordinate"),
        ("50.09", "14.42", "far-away"),
    ] {
        let expected = [format!("Some(2) {code}")];
        assert_eq!(codes("a.csv", &format!("name,lat,lon\nX,{lat},{lon}\n")), expected);
        assert_eq!(
            codes(
                "a.txt",
                &format!("stop_id,stop_name,stop_lat,stop_lon\n1,X,{lat},{lon}\n")
            ),
            expected
        );
    }
    let geojson = |lat: &str, lon: &str| {
        let point = format!(r#"{{"type":"Point","coordinates":[{lon},{lat}]}}"#);
        codes(
            "a.json",
            &format!(r#"{{"type":"Feature","geometry":{point},"properties":{{"name":"X"}}}}"#),
        )
    };
    // JSON has no such numbers: the whole file is none.
    assert_eq!(geojson("NaN", "21.57"), ["None not-geojson"]);
    assert_eq!(geojson("1e999", "21.57"), ["None not-geojson"]);
    assert_eq!(geojson("0", "0"), ["Some(1) bad-coordinate"]);
    assert_eq!(geojson("91", "21.57"), ["Some(1) bad-coordinate"]);
    assert_eq!(geojson("21.57", "53.08"), ["Some(1) swapped-coordinate"]);
    assert_eq!(geojson("50.09", "14.42"), ["Some(1) far-away"]);
}

/// No list brings in more stops than a season may have.
#[test]
fn a_list_without_end() {
    let list: String = (0..6_000).map(|n| format!("Przystanek {n},53.08,21.57\n")).collect();
    let bytes = format!("name,lat,lon\n{list}");
    let changes = compare(&example_season(), propose(Format::Csv, "a.csv", bytes.as_bytes()));
    assert_eq!(changes.added.len() + example_season().stops.len(), 4_900);
    let codes: Vec<_> = changes.faults.iter().map(|fault| fault.kind.code()).collect();
    assert_eq!(codes, ["too-many-rows"]);
}

/// A point that somebody stood at is not moved by a feed; the words people wrote are kept.
#[test]
fn checked_points_stay() {
    let mut season = example_season();
    let stop = season
        .stops
        .iter_mut()
        .find(|s| s.slug.as_str() == "lazek-plac")
        .unwrap();
    stop.certainty = vocabulary::Certainty::Checked;
    let feed = "stop_id,stop_name,stop_lat,stop_lon\n7,Plac zabaw os. Lazek,53.09,21.57\n";
    let changes = compare(&season, propose(Format::Gtfs, "stops.txt", feed.as_bytes()));
    let fields: Vec<_> = changes.changed[0].fields.iter().map(|f| f.column).collect();
    assert_eq!(fields, ["gtfs_stop_id", "source"]);
}
