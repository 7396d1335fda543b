//! The places that the service knows.

use super::*;

impl Sampler {
    /// Name and HTML of the page: with what merging would do, with what keeps it from being done, and empty.
    pub(super) fn places_pages(&self) -> Vec<(&'static str, String)> {
        let stop = |slug: &str, public| StopOfEstate {
            slug: slug.parse().unwrap(),
            name: self.t("Plac zabaw"),
            address: self.t("ul. Polna 3"),
            on_map: public,
            public,
        };
        let offer = |obstacles: Vec<String>| MergeOffer {
            gone: id("stp", 1),
            gone_name: self.t("Plac zabaw"),
            version: 3,
            stays: id("stp", 2),
            stays_name: self.t("Boisko"),
            visits: 4,
            obstacles,
        };
        let page = |merge, estates, not_chosen| PlacesPage {
            frame: self.staff("Miejsca", AccountRole::Coordinator, Tab::Coordinator),
            estates,
            gone: "plac".to_owned(),
            stays: String::new(),
            merge,
            not_chosen,
        };
        let estates = vec![EstateOfStops {
            name: self.t("Łazek"),
            stops: vec![stop("plac", true), stop("boisko", false)],
        }];
        vec![
            (
                "places",
                page(Some(offer(Vec::new())), estates.clone(), false).render().unwrap(),
            ),
            (
                "places-no",
                page(Some(offer(vec![self.t("Oba proszą")])), estates, true)
                    .render()
                    .unwrap(),
            ),
            ("places-none", page(None, Vec::new(), false).render().unwrap()),
        ]
    }
}
