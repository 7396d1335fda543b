//! Makes up a season to staff, in the form that the example `fill` reads.
//!
//! `cargo run --release -p volunteer-roster --example fill_season -- --visits 900 --people 300 --seed 1 > FILE`
//!
//! Nine weeks of five days, each with mornings and afternoons; so many buses at once as the number of visits asks for. One person in
//! seven or eight leads, one in five is under age, one in ten does socially useful work. Wishes rise with the way from somebody's
//! home to the estate and are worse in the half of the day that they do not like. Fair shares are what everyone would take, made smaller
//! until they add up to the work there is; some are out of reach, since limits by week are tighter. No real person or place.

use std::process::ExitCode;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use serde_json::{Value, json};

const WEEKS: i64 = 9;
const WORKDAYS: i64 = 5;

fn main() -> ExitCode {
    match arguments() {
        Ok((visits, people, seed)) => {
            println!("{}", Maker::new(visits, people, seed).season());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("fill_season: {message}");
            ExitCode::from(2)
        }
    }
}

fn arguments() -> Result<(i64, i64, u64), String> {
    let usage = || "usage: fill_season --visits N --people N --seed N".to_owned();
    let (mut visits, mut people, mut seed) = (None, None, 1);
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let value: i64 = given.next().and_then(|v| v.parse().ok()).ok_or_else(usage)?;
        match name.as_str() {
            "--visits" if (1..=9000).contains(&value) => visits = Some(value),
            "--people" if (1..=3000).contains(&value) => people = Some(value),
            "--seed" => seed = value.unsigned_abs(),
            _ => return Err(usage()),
        }
    }
    visits.zip(people).map(|(v, p)| (v, p, seed)).ok_or_else(usage)
}

struct Maker {
    rng: Pcg64Mcg,
    visits: i64,
    people: i64,
    /// Where the estates are, in hundreds of metres.
    estates: Vec<(i64, i64)>,
}

struct Made {
    wish: i64,
    value: Value,
}

impl Maker {
    fn new(visits: i64, people: i64, seed: u64) -> Self {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let count = (visits / 15).max(2);
        let estates = (0..count)
            .map(|_| (rng.random_range(0..60), rng.random_range(0..60)))
            .collect();
        Self {
            rng,
            visits,
            people,
            estates,
        }
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.rng.random_range(0..all.len())]
    }

    fn chance(&mut self, percent: i64) -> bool {
        self.rng.random_range(0..100) < percent
    }

    fn season(mut self) -> Value {
        let visits: Vec<Value> = (0..self.visits).map(|index| self.visit(index)).collect();
        let work: i64 = visits.iter().map(|v| v["target"].as_i64().unwrap_or(0) + 1).sum();
        let mut people: Vec<Made> = (0..self.people).map(|index| self.person(index, &visits)).collect();
        share_out(&mut people, work);
        let people: Vec<Value> = people.into_iter().map(|made| made.value).collect();
        json!({
            "w": {"no_leader": 1000, "below_min": 600, "below_target": 100, "no_aid": 200, "no_lang": 40,
                  "move": 3, "fair1": 4, "fair2": 12},
            "estates": self.estates,
            "visits": visits,
            "people": people,
        })
    }

    fn visit(&mut self, index: i64) -> Value {
        let halves = WEEKS * WORKDAYS * 2;
        let buses = (self.visits + halves - 1) / halves;
        let day = index / (2 * buses);
        let (week, half) = (day / WORKDAYS, index % 2);
        json!({
            "day": day, "week": week, "cal": week * 7 + day % WORKDAYS, "half": half,
            "bus": index / 2 % buses, "estate": self.rng.random_range(0..self.estates.len()),
            "minutes": self.one_of(&[180, 210, 240]),
            "target": self.one_of(&[2, 2, 2, 3, 3, 3, 3, 3, 3, 4]),
            "lang": i64::from(self.chance(35)),
        })
    }

    fn person(&mut self, index: i64, visits: &[Value]) -> Made {
        let kind = match index * 60 / self.people {
            0..8 => "animator",
            8..42 => "adult",
            42..54 => "minor",
            _ => "psu",
        };
        let animator = kind == "animator";
        let (leads, aid, lang) = match kind {
            "animator" => (100, 85, 15),
            "adult" => (6, 20, 26),
            "minor" => (0, 25, 17),
            _ => (0, 0, 0),
        };
        let comes = match kind {
            "animator" => self.rng.random_range(50..92),
            "adult" => self.rng.random_range(12..56),
            "minor" => self.rng.random_range(23..52),
            _ => self.rng.random_range(42..58),
        };
        let (avail, pref) = self.offers(visits, comes, kind == "psu");
        let wish = if animator { 60 } else { self.rng.random_range(4..26) };
        let season_max = if animator { 80 } else { self.rng.random_range(6..41) };
        let week_max = match kind {
            "animator" => 2100,
            "psu" => 600,
            "minor" => self.one_of(&[240, 480, 720]),
            _ => self.one_of(&[240, 480, 720, 960]),
        };
        let value = json!({
            "kind": kind,
            "leader": i64::from(self.chance(leads)), "aid": i64::from(self.chance(aid)), "lang": i64::from(self.chance(lang)),
            "week_max": week_max, "day_max": if animator || kind == "adult" { 2 } else { 1 },
            "season_max": season_max, "avail": avail, "pref": pref,
        });
        Made {
            wish: wish.min(season_max),
            value,
        }
    }

    /// The visits that somebody could do who is free in so many per cent of all half-days, and what they think of each.
    fn offers(&mut self, visits: &[Value], comes: i64, single: bool) -> (Vec<usize>, Vec<i64>) {
        let home = (self.rng.random_range(0..60), self.rng.random_range(0..60));
        let liked = self.rng.random_range(0..2);
        let free: Vec<bool> = (0..WEEKS * WORKDAYS * 2).map(|_| self.chance(comes)).collect();
        let (mut avail, mut pref) = (Vec::new(), Vec::new());
        for (index, visit) in visits.iter().enumerate() {
            let number = |key: &str| visit[key].as_i64().unwrap_or(0);
            let here = free[(number("day") * 2 + number("half")) as usize];
            if !here || (single && self.chance(15)) {
                continue;
            }
            let (x, y) = self.estates[number("estate") as usize];
            let way = ((x - home.0).abs() + (y - home.1).abs()) / 16;
            let half = if number("half") == liked { 0 } else { 2 };
            avail.push(index);
            pref.push((way + half).min(9));
        }
        (avail, pref)
    }
}

/// Shares the work in proportion to what each would take.
fn share_out(people: &mut [Made], work: i64) {
    let wishes: i64 = people.iter().map(|made| made.wish).sum();
    for made in people.iter_mut() {
        let share = (made.wish * work + wishes / 2) / wishes.max(1);
        made.value["share"] = json!(share.min(made.wish));
    }
}
