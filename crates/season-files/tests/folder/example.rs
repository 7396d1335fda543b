//! The example season is what its README says.

use std::collections::BTreeSet;

use vocabulary::{Certainty, StopKind};

use crate::example_season;

#[test]
fn counts() {
    let season = example_season();
    assert_eq!(season.estates.len(), 17);
    assert_eq!(season.stops.len(), 41);
    assert_eq!(season.streets.len(), 113);
    assert_eq!(season.streets.iter().filter(|s| s.estate.is_some()).count(), 48);
    assert_eq!(season.requests.len(), 22);
    assert_eq!(season.events.len(), 7);
    assert_eq!(season.settings.working_days().count(), 46);
    assert_eq!(season.settings.themes.len(), 10);
}

#[test]
fn every_estate_is_visited() {
    let season = example_season();
    let stops = season.requests.iter().map(|r| season.stop(&r.stop).unwrap());
    let estates: BTreeSet<_> = stops.filter_map(|s| s.estate.clone()).collect();
    assert_eq!(estates.len(), 17);
}

#[test]
fn nothing_invented_passes_as_real() {
    let season = example_season();
    assert!(season.settings.example);
    assert!(season.settings.buses.iter().all(|b| b.example));
    assert!(season.settings.closed.iter().all(|c| c.example));
    assert!(season.requests.iter().all(|r| r.rules.example));
    assert!(
        season
            .events
            .iter()
            .all(|e| e.example && e.certainty == Certainty::Unknown)
    );
    assert!(season.stops.iter().all(|s| !s.source.is_empty()));
    assert!(
        season
            .estates
            .iter()
            .all(|e| !e.source.is_empty() && !e.weight_source.is_empty())
    );
    assert!(season.streets.iter().all(|s| !s.source.is_empty()));
    let open = season.stops.iter().filter(|s| s.kind == StopKind::ToBeAgreed);
    assert_eq!(
        open.map(|s| s.name.as_str()).collect::<Vec<_>>(),
        ["Miejsce do ustalenia"; 2]
    );
}

#[test]
fn a_theme_for_every_working_day() {
    let settings = example_season().settings;
    assert!(settings.working_days().all(|day| settings.theme_on(day).is_some()));
    assert_eq!(settings.theme_on("2027-06-26".parse().unwrap()), None);
}

#[test]
fn the_sketch_has_the_river_and_landmarks() {
    use vocabulary::ShapeKind;
    let sketch = example_season().sketch;
    let of = |kind| sketch.iter().filter(|shape| shape.kind == kind).count();
    assert_eq!((of(ShapeKind::River), of(ShapeKind::Landmark)), (1, 4));
    assert!(sketch.iter().all(|shape| !shape.source.is_empty()));
}
