//! A whole matrix from an engine: what the cache knows, and the rest in batches.

use std::{
    ops::Range,
    sync::atomic::{AtomicBool, Ordering},
};

use route_planning::{Road, TravelPoint};

use super::{
    Answers, Cache, Engine, Kind, OffRoad, Place, TravelFailure,
    cache::{MOST_WAYS, Row},
    client::Client,
    osrm, valhalla,
};

/// Longer than a week or round the Earth is no answer but a defect.
const MOST_SECONDS: f64 = 7.0 * 86_400.0;
const MOST_METRES: f64 = 40_000_000.0;
/// Valhalla refuses a whole question for one point that no road joins to the others. It is then halved until the pairs are
/// found; after so many questions beyond the usual ones, what is still together counts as without a way.
const MOST_HALVINGS: usize = 4_000;

/// An engine's answer for some places from and to.
pub(super) struct Block {
    /// Row by row; `None`: no way.
    pub(super) roads: Vec<Option<Road>>,
    /// Metres from each place from, and to, to the road where its ways begin, where that is known.
    pub(super) from_off: Vec<Option<f64>>,
    pub(super) to_off: Vec<Option<f64>>,
}

/// What a reply means.
pub(super) enum Said {
    Block(Block),
    /// One of the points has no way to the others; which is not said.
    Apart,
    Refused(String),
    Unreadable(String),
}

/// A way as an engine gives it, or why it is none.
pub(super) fn road(seconds: f64, metres: f64) -> Result<Road, String> {
    if !(0.0..=MOST_SECONDS).contains(&seconds) || !(0.0..=MOST_METRES).contains(&metres) {
        return Err(format!("a way of {seconds} s and {metres} m"));
    }
    // Within the bounds above, so within u32.
    Ok(Road {
        seconds: seconds.ceil() as u32,
        metres: metres.round() as u32,
    })
}

/// Ways between all points. `progress` is told how many batches are done, of how many; `stop` ends it soon. Points are asked for
/// once, however many places share one.
pub fn ask(
    engine: &Engine,
    cache: Option<&Cache>,
    points: &[TravelPoint],
    stop: &AtomicBool,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Answers, TravelFailure> {
    let mut places: Vec<Place> = points.iter().map(|p| Place::of(p.coordinate)).collect();
    places.sort_unstable();
    places.dedup();
    let rows = places
        .iter()
        .map(|from| cache.and_then(|c| c.row(engine, *from)).unwrap_or_default());
    let mut asking = Asking {
        engine,
        client: Client::new(engine, stop),
        rows: rows.collect(),
        places: &places,
        halvings: 0,
    };
    let batches = asking.batches();
    let of = batches.len();
    for (done, (from, to)) in batches.into_iter().enumerate() {
        progress(done, of);
        let asked = asking.batch(from.clone(), to);
        if let Some(cache) = cache {
            // Also after a failure: what was answered need not be asked again.
            asking.keep(cache, from);
        }
        asked?;
    }
    progress(of, of);
    if let Some(cache) = cache {
        cache.prune();
    }
    if stop.load(Ordering::Relaxed) {
        return Err(TravelFailure::Stopped);
    }
    Ok(asking.answers(points))
}

struct Asking<'a> {
    engine: &'a Engine,
    client: Client<'a>,
    /// Sorted, each once.
    places: &'a [Place],
    /// What is known of the ways from each place.
    rows: Vec<Row>,
    halvings: usize,
}

impl Asking<'_> {
    fn knows(&self, from: usize, to: usize) -> bool {
        from == to || self.rows[from].ways.contains_key(&self.places[to])
    }

    /// Squares of the matrix in which something is unknown. A square is asked for whole: the engine has most work with the
    /// places, not with the pairs.
    fn batches(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let n = self.places.len();
        let size = self.engine.batch.max(1);
        let parts = || (0..n).step_by(size).map(|start| start..(start + size).min(n));
        let mut found = Vec::new();
        for from in parts() {
            for to in parts() {
                let unknown = |i: usize| self.rows[i].off_road.is_none() || to.clone().any(|j| !self.knows(i, j));
                // A single place needs no way, but whether it lies on a road must be known.
                if from.clone().any(unknown) {
                    found.push((from.clone(), to));
                }
            }
        }
        found
    }

    fn batch(&mut self, from: Range<usize>, to: Range<usize>) -> Result<(), TravelFailure> {
        let (sources, targets) = (&self.places[from.clone()], &self.places[to.clone()]);
        let question = match self.engine.kind {
            Kind::Osrm => osrm::question(self.engine, sources, targets),
            Kind::Valhalla => valhalla::question(self.engine, sources, targets),
        };
        let reply = self.client.ask(&question)?;
        let said = match self.engine.kind {
            Kind::Osrm => osrm::read(&reply, sources, targets),
            Kind::Valhalla => valhalla::read(&reply, sources, targets),
        };
        match said {
            Said::Block(block) => self.learn(from, to, &block),
            Said::Apart => return self.halve(from, to),
            Said::Refused(said) => return Err(self.client.refused(said)),
            Said::Unreadable(said) => return Err(self.client.unreadable(said)),
        }
        Ok(())
    }

    fn learn(&mut self, from: Range<usize>, to: Range<usize>, block: &Block) {
        let mut roads = block.roads.iter();
        for i in from.clone() {
            for j in to.clone() {
                if let Some(Some(road)) = roads.next() {
                    self.rows[i].ways.insert(self.places[j], *road);
                }
            }
        }
        let off = from.zip(&block.from_off).chain(to.zip(&block.to_off));
        for (place, metres) in off {
            if let Some(metres) = metres {
                let known = &mut self.rows[place].off_road;
                *known = Some(known.unwrap_or(0).max(metres.ceil() as u32));
            }
        }
    }

    fn halve(&mut self, from: Range<usize>, to: Range<usize>) -> Result<(), TravelFailure> {
        if (from.len() <= 1 && to.len() <= 1) || self.halvings >= MOST_HALVINGS {
            return Ok(());
        }
        self.halvings += 2;
        let split = |range: &Range<usize>| range.start + range.len() / 2;
        if from.len() >= to.len() {
            let middle = split(&from);
            self.batch(from.start..middle, to.clone())?;
            self.batch(middle..from.end, to)
        } else {
            let middle = split(&to);
            self.batch(from.clone(), to.start..middle)?;
            self.batch(from, middle..to.end)
        }
    }

    fn keep(&mut self, cache: &Cache, from: Range<usize>) {
        for i in from {
            let (places, ways) = (self.places, &mut self.rows[i].ways);
            if ways.len() > MOST_WAYS {
                ways.retain(|to, _| places.binary_search(to).is_ok());
            }
            cache.keep(self.engine, self.places[i], &self.rows[i]);
        }
    }

    fn answers(&self, points: &[TravelPoint]) -> Answers {
        // Each is there: the list was made from these points.
        let number = |p: &TravelPoint| self.places.binary_search(&Place::of(p.coordinate)).unwrap_or_default();
        let numbers: Vec<usize> = points.iter().map(number).collect();
        let off = |i: usize| {
            self.rows[i]
                .off_road
                .filter(|metres| *metres > self.engine.off_road_metres)
        };
        let (mut roads, mut no_way) = (Vec::with_capacity(points.len() * points.len()), Vec::new());
        for (from, &i) in points.iter().zip(&numbers) {
            for (to, &j) in points.iter().zip(&numbers) {
                let here = Road { seconds: 0, metres: 0 };
                let way = if i == j {
                    Some(&here)
                } else {
                    self.rows[i].ways.get(&self.places[j])
                };
                let reached = off(i).is_none() && off(j).is_none();
                if way.is_none() && reached {
                    no_way.push((from.slug.clone(), to.slug.clone()));
                }
                roads.push(way.filter(|_| reached).copied());
            }
        }
        let off_road = points.iter().zip(&numbers).filter_map(|(point, &i)| {
            Some(OffRoad {
                place: point.slug.clone(),
                metres: off(i)?,
            })
        });
        Answers {
            roads,
            no_way,
            off_road: off_road.collect(),
        }
    }
}
