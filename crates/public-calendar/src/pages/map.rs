//! The sketch of the town with its list.

use super::{MapView, Pages, SpotLine, StopLine, places::stop_line};
use crate::{addresses, sketch};

/// None if no point is known.
pub(super) fn map(pages: &Pages<'_>) -> Option<MapView> {
    let words = pages.words.pages();
    let sketch = sketch::sketch(pages.publication)?;
    let line = |stop: &&crate::Stop| stop_line(pages, stop);
    Some(MapView {
        frame: pages.frame(
            pages.window_title(&words.map_heading()),
            words.map_help(),
            addresses::map,
        ),
        svg: sketch.svg(&words.map_label()),
        spots: sketch
            .spots
            .iter()
            .map(|spot| SpotLine {
                number: spot.number,
                stops: spot.stops.iter().map(line).collect(),
            })
            .collect(),
        unplaced: sketch.unplaced.iter().map(line).collect::<Vec<StopLine>>(),
    })
}
