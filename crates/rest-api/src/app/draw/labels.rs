//! Where things go on a map so that none covers another: each takes the first free place of those offered.

/// A rectangle of whole pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Area {
    /// A square around a point.
    pub(super) const fn around(at: (i32, i32), half: i32) -> Self {
        Self {
            left: at.0 - half,
            top: at.1 - half,
            width: 2 * half,
            height: 2 * half,
        }
    }

    const fn overlaps(&self, other: &Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }

    const fn holds(&self, inner: &Self) -> bool {
        inner.left >= self.left
            && inner.top >= self.top
            && inner.left + inner.width <= self.left + self.width
            && inner.top + inner.height <= self.top + self.height
    }
}

/// What is taken.
pub(super) struct Table {
    whole: Area,
    taken: Vec<Area>,
}

impl Table {
    /// An empty one of this size.
    pub(super) const fn new(whole: Area) -> Self {
        Self {
            whole,
            taken: Vec::new(),
        }
    }

    /// Takes the first of the places that is free; its number. None: no place is.
    pub(super) fn take(&mut self, places: &[Area]) -> Option<usize> {
        let free = |area: &Area| self.whole.holds(area) && !self.taken.iter().any(|other| other.overlaps(area));
        let found = places.iter().position(free)?;
        self.taken.push(places[found]);
        Some(found)
    }

    /// Takes a place though it may be taken.
    pub(super) fn force(&mut self, place: Area) {
        self.taken.push(place);
    }
}

/// Steps around a point, near ones first, east first and then clockwise.
pub(super) fn steps(unit: i32) -> impl Iterator<Item = (i32, i32)> {
    let ring = |r: i32| {
        let d = r * 7 / 10;
        [(r, 0), (d, d), (0, r), (-d, d), (-r, 0), (-d, -d), (0, -r), (d, -d)]
    };
    std::iter::once((0, 0)).chain((1..=4).flat_map(move |n| ring(n * unit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_takes_the_first_free_place() {
        let mut table = Table::new(Area::around((50, 50), 50));
        let at = |x, y| Area::around((x, y), 10);
        assert_eq!(table.take(&[at(50, 50)]), Some(0));
        assert_eq!(table.take(&[at(55, 50), at(95, 50), at(70, 50)]), Some(2));
        assert_eq!(table.take(&[at(50, 50)]), None);
    }
}
