//! Parts of the season that are searched alone: what is better there is better for the whole.

use rand_pcg::Pcg64Mcg;

use super::{
    chain::below,
    crew::Crew,
    dense::{Dense, NONE},
};

/// Places in a window, about.
const SIZE: usize = 150;

/// Open places that belong together.
pub(super) struct Window {
    /// The places, each once.
    pub(super) places: Vec<u32>,
    /// Open places in the order of their days.
    by_day: Vec<u32>,
}

impl Window {
    /// The whole season.
    pub(super) fn new(dense: &Dense) -> Self {
        let mut by_day = dense.open.clone();
        by_day.sort_by_key(|place| {
            let visit = dense.places[*place as usize].visit as usize;
            (dense.visits[visit].day, *place)
        });
        Self {
            places: dense.open.clone(),
            by_day,
        }
    }

    /// The next one, by chance: the whole of a small season; some days in a row; or the places of some people.
    pub(super) fn choose(&mut self, crew: &Crew<'_>, rng: &mut Pcg64Mcg) {
        if self.by_day.len() <= SIZE {
            return;
        }
        self.places.clear();
        if below(rng, 2) == 0 {
            let first = below(rng, self.by_day.len() - SIZE + 1);
            self.places.extend_from_slice(&self.by_day[first..first + SIZE]);
        } else {
            self.of_people(crew, rng);
        }
    }

    /// The places of some people, and empty ones.
    fn of_people(&mut self, crew: &Crew<'_>, rng: &mut Pcg64Mcg) {
        let people = crew.dense.people.len();
        for _ in 0..people {
            if self.places.len() >= SIZE {
                break;
            }
            let person = below(rng, people);
            self.places.extend(&crew.held[person]);
        }
        for place in &self.by_day {
            if crew.who[*place as usize] == NONE && self.places.len() < 2 * SIZE {
                self.places.push(*place);
            }
        }
        self.places.sort_unstable();
        self.places.dedup();
    }
}
