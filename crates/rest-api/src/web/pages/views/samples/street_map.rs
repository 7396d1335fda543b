//! A map of the streets on which every stop of the small town lies.

use super::{super::Streets, Sampler};
use crate::street_map::Bounds;

impl Sampler {
    pub(super) fn streets(&self) -> Streets {
        Streets {
            attribution: self.t("© OpenStreetMap"),
            version: "2e6b0-6b08b0a6".to_owned(),
            bounds: Bounds {
                west: 21.4,
                south: 53.0,
                east: 21.8,
                north: 53.2,
            },
        }
    }
}
