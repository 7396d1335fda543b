//! The route of a day as a sketch: north is up, a scale bar says how far, arrows say which way, a list below names every stop.

use std::collections::BTreeMap;

use route_planning::{PlannedVisit, Tour};
use vocabulary::{Certainty, CivilWindow, Coordinate, Slug};

use super::{
    For, Sheet,
    labels::{Area, Table, steps},
    svg::{Canvas, cut, width_of},
};

/// Width and height of the map in a file, and in a page, where a phone has to show it.
const IN_FILE: (i32, i32) = (640, 440);
const IN_PAGE: (i32, i32) = (420, 340);
const MARGIN: i32 = 56;
const LINE: i32 = 20;
const HALT: i32 = 12;
/// A map shows at least so many metres: stops next door to each other would else fill it.
const LEAST_METRES: f64 = 300.0;
/// Metres of a degree of latitude.
const DEGREE: f64 = 111_195.0;

/// A day's route, drawn.
pub fn route(sheet: &Sheet<'_>, day: vocabulary::Day) -> String {
    Day::new(sheet, day).draw()
}

/// One day of a plan.
struct Day<'a> {
    sheet: &'a Sheet<'a>,
    day: vocabulary::Day,
    tours: Vec<(&'a Tour, Vec<&'a PlannedVisit>)>,
    map: Map,
}

/// From the globe to the sheet.
struct Map {
    width: i32,
    height: i32,
    west: f64,
    north: f64,
    /// Pixels of a metre.
    scale: f64,
    shrink: f64,
    offset: (f64, f64),
}

impl Map {
    /// So that all points fit, in the middle.
    fn of(points: &[Coordinate], (width, height): (i32, i32)) -> Self {
        let least = |of: fn(Coordinate) -> f64| points.iter().map(|p| of(*p)).fold(f64::INFINITY, f64::min);
        let most = |of: fn(Coordinate) -> f64| points.iter().map(|p| of(*p)).fold(f64::NEG_INFINITY, f64::max);
        let (south, north) = (least(Coordinate::lat), most(Coordinate::lat));
        let (west, east) = (least(Coordinate::lon), most(Coordinate::lon));
        if points.is_empty() {
            return Self {
                width,
                height,
                west: 0.0,
                north: 0.0,
                scale: 1.0,
                shrink: 1.0,
                offset: (0.0, 0.0),
            };
        }
        let shrink = ((south + north) / 2.0).to_radians().cos();
        let (wide, high) = ((east - west) * shrink * DEGREE, (north - south) * DEGREE);
        let (across, down) = (f64::from(width - 2 * MARGIN), f64::from(height - 2 * MARGIN));
        let scale = (across / wide.max(LEAST_METRES)).min(down / high.max(LEAST_METRES));
        Self {
            width,
            height,
            west,
            north,
            scale,
            shrink,
            offset: ((across - wide * scale) / 2.0, (down - high * scale) / 2.0),
        }
    }

    fn at(&self, point: Coordinate) -> (i32, i32) {
        let x = (point.lon() - self.west) * self.shrink * DEGREE * self.scale + self.offset.0;
        let y = (self.north - point.lat()) * DEGREE * self.scale + self.offset.1;
        // Float to integer casts saturate.
        (x.round() as i32 + MARGIN, y.round() as i32 + MARGIN)
    }

    /// The sheet inside a margin, with the places of the compass and the scale bar taken.
    fn table(&self, margin: i32) -> Table {
        let mut table = Table::new(Area {
            left: margin,
            top: margin,
            width: self.width - 2 * margin,
            height: self.height - 2 * margin,
        });
        table.force(Area::around((self.width - 24, 28), 24));
        table.force(Area {
            left: 8,
            top: self.height - 40,
            width: 190,
            height: 36,
        });
        table
    }

    /// A round number of metres that is no longer than this many pixels.
    fn bar(&self, pixels: i32) -> u32 {
        let longest = f64::from(pixels) / self.scale;
        let mut metres = 1;
        for decade in 0..6 {
            for step in [1, 2, 5] {
                let next = step * 10_u32.pow(decade);
                if f64::from(next) <= longest {
                    metres = next;
                }
            }
        }
        metres
    }
}

/// Where a stop stands on the sheet: its point, and its circle, which makes way for others.
struct Halt {
    point: (i32, i32),
    circle: (i32, i32),
    /// The numbers of its visits, over all tours.
    numbers: Vec<usize>,
    name: String,
    about: bool,
}

impl<'a> Day<'a> {
    /// The tours of this day.
    fn new(sheet: &'a Sheet<'a>, day: vocabulary::Day) -> Self {
        let tours: Vec<_> = sheet.plan.days().filter(|(tour, _)| tour.day == day).collect();
        let places = tours
            .iter()
            .flat_map(|(tour, _)| &tour.legs)
            .flat_map(|leg| [&leg.from, &leg.to]);
        let points: Vec<Coordinate> = places.filter_map(|slug| Some(point_of(sheet, slug)?.0)).collect();
        Self {
            sheet,
            day,
            map: Map::of(
                &points,
                match sheet.place {
                    For::File => IN_FILE,
                    For::Page => IN_PAGE,
                },
            ),
            tours,
        }
    }

    /// Draws it.
    fn draw(&self) -> String {
        let (said, dates) = (self.sheet.words.drawings(), self.sheet.words.dates());
        let halts = self.halts();
        let mut canvas = Canvas::default();
        canvas.rect("ground", (1, 1), (self.map.width - 2, self.map.height - 2), 10);
        self.ways(&mut canvas, &halts);
        self.places(&mut canvas, &halts);
        self.compass(&mut canvas);
        let mut y = self.map.height + 24;
        let about = halts.values().any(|halt| halt.about);
        let notes = [
            self.sheet.plan.estimated_travel.then(|| said.estimated_travel()),
            about.then(|| said.estimated_point()),
        ];
        for note in notes.into_iter().flatten() {
            canvas.words("small soft", (2, y), &note);
            y += LINE;
        }
        // A page says the stops in words beside the sketch.
        if self.sheet.place == For::File {
            y = self.list(&mut canvas, y + 6);
        }
        let visits = self.tours.iter().map(|(_, visits)| visits.len()).sum();
        let title = said.day_title(&dates.long(self.day));
        let summary = said.day_summary(self.tours.len(), visits);
        canvas.finish(
            &format!("day-{}", self.day),
            (self.map.width, y),
            self.sheet.place,
            &title,
            &summary,
        )
    }

    /// Every place of the day, each with a circle that covers no other one.
    fn halts(&self) -> BTreeMap<Slug, Halt> {
        let mut halts: BTreeMap<Slug, Halt> = BTreeMap::new();
        let mut table = self.map.table(2);
        let mut number = 0;
        for (tour, visits) in &self.tours {
            for slug in tour
                .legs
                .first()
                .map(|leg| &leg.from)
                .into_iter()
                .chain(tour.legs.iter().map(|leg| &leg.to))
            {
                self.halt(slug, &mut halts, &mut table);
            }
            for visit in visits {
                number += 1;
                if let Some(halt) = halts.get_mut(&visit.stop) {
                    halt.numbers.push(number);
                }
            }
        }
        halts
    }

    fn halt(&self, slug: &Slug, halts: &mut BTreeMap<Slug, Halt>, table: &mut Table) {
        let Some((point, certainty)) = point_of(self.sheet, slug).filter(|_| !halts.contains_key(slug)) else {
            return;
        };
        let point = self.map.at(point);
        let circles: Vec<(i32, i32)> = steps(2 * HALT + 2)
            .map(|(dx, dy)| (point.0 + dx, point.1 + dy))
            .collect();
        let areas: Vec<Area> = circles.iter().map(|at| Area::around(*at, HALT + 1)).collect();
        let circle = table.take(&areas).map_or(point, |i| circles[i]);
        let halt = Halt {
            point,
            circle,
            numbers: Vec::new(),
            name: self.sheet.stop(slug),
            about: matches!(certainty, Certainty::Estimated | Certainty::Unknown),
        };
        halts.insert(slug.clone(), halt);
    }

    /// Each leg as a line with an arrow in its middle.
    fn ways(&self, canvas: &mut Canvas, halts: &BTreeMap<Slug, Halt>) {
        for (tour, _) in &self.tours {
            let style = format!("b{}", self.sheet.bus_number(&tour.bus) % 4);
            for leg in &tour.legs {
                let (Some(from), Some(to)) = (halts.get(&leg.from), halts.get(&leg.to)) else {
                    continue;
                };
                let dates = self.sheet.words.dates();
                let title = self.sheet.words.drawings().leg(
                    &from.name,
                    &to.name,
                    &dates.length(leg.minutes),
                    &self.kilometres(leg.metres.get()),
                );
                canvas.titled(&title, |canvas| way(canvas, &style, from.circle, to.circle));
            }
        }
    }

    fn kilometres(&self, metres: u32) -> String {
        self.sheet.words.drawings().way(metres / 1000, metres % 1000 / 100)
    }

    fn places(&self, canvas: &mut Canvas, halts: &BTreeMap<Slug, Halt>) {
        let mut table = self.map.table(4);
        for halt in halts.values() {
            table.force(Area::around(halt.circle, HALT + 1));
        }
        for halt in halts.values() {
            if halt.point != halt.circle {
                canvas.line("ink", halt.point, halt.circle);
                canvas.circle("depot", halt.point, 3);
            }
        }
        for halt in halts.values() {
            self.place(canvas, halt);
            let (x, y) = halt.circle;
            let name = cut(&halt.name, 230.min(self.map.width / 2), 13);
            let (width, side) = (width_of(&name, 13) + 6, HALT + 4);
            let offered = [
                (x + side, y - 9),
                (x - side - width, y - 9),
                (x - width / 2, y + side),
                (x - width / 2, y - side - 18),
                (x + side, y + 4),
                (x + side, y - 22),
                (x - side - width, y + 4),
                (x - side - width, y - 22),
            ];
            let areas = offered.map(|(left, top)| Area {
                left,
                top,
                width,
                height: 18,
            });
            // A name that has no room stands in the list below.
            if let Some(i) = table.take(&areas) {
                let (left, top) = offered[i];
                canvas.words("halo", (left + 3, top + 13), &name);
            }
        }
    }

    fn place(&self, canvas: &mut Canvas, halt: &Halt) {
        let (x, y) = halt.circle;
        let about = if halt.about { " about" } else { "" };
        canvas.titled(&halt.name, |canvas| {
            if halt.numbers.is_empty() {
                // A house: where the day starts and ends.
                canvas.put(format_args!(
                    "<path class=\"depot\" d=\"M{} {}v-8l10 -9l10 9v8z\"/>",
                    x - 10,
                    y + 9
                ));
                if halt.about {
                    canvas.circle("ink about", (x, y), HALT + 3);
                }
                return;
            }
            let numbers: Vec<String> = halt.numbers.iter().map(ToString::to_string).collect();
            canvas.circle(&format!("halt{about}"), (x, y), HALT);
            canvas.words("num", (x, y + 4), &numbers.join("/"));
        });
    }

    /// North, and how far a stretch is.
    fn compass(&self, canvas: &mut Canvas) {
        let said = self.sheet.words.drawings();
        let x = self.map.width - 24;
        canvas.put(format_args!("<path class=\"depot\" d=\"M{x} 8l7 18l-7 -5l-7 5z\"/>"));
        canvas.words("small strong mid", (x, 40), &said.north());
        let metres = self.map.bar(150);
        let long = (f64::from(metres) * self.map.scale).round() as i32;
        let y = self.map.height - 16;
        canvas.put(format_args!("<path class=\"ink\" d=\"M16 {}v6h{long}v-6\"/>", y - 6));
        let words = match metres {
            1000.. => said.kilometres(metres / 1000),
            _ => said.metres(metres),
        };
        canvas.words("small", (16, y - 10), &words);
    }

    /// Every bus with its stops in order; where the list ends.
    fn list(&self, canvas: &mut Canvas, from: i32) -> i32 {
        let (said, dates) = (self.sheet.words.drawings(), self.sheet.words.dates());
        let (mut y, mut number) = (from, 0);
        for (tour, visits) in &self.tours {
            let style = format!("way b{}", self.sheet.bus_number(&tour.bus) % 4);
            canvas.line(&style, (2, y - 4), (40, y - 4));
            let metres = tour.legs.iter().map(|leg| leg.metres.get()).sum();
            let line = said.tour_line(
                &self.sheet.bus(&tour.bus),
                &dates.time(tour.depart),
                &dates.time(tour.back),
                &self.kilometres(metres),
            );
            canvas.words("strong", (50, y), &cut(&line, self.map.width - 54, 13));
            y += LINE;
            for visit in visits {
                number += 1;
                let hours = CivilWindow::new(visit.public_start, visit.public_end);
                let hours = hours.map_or_else(|_| dates.time(visit.public_start), |hours| dates.span(hours));
                canvas.words("strong end", (40, y), &number.to_string());
                canvas.words("", (50, y), &hours);
                canvas.words(
                    "",
                    (150, y),
                    &cut(&self.sheet.stop(&visit.stop), self.map.width - 154, 13),
                );
                y += LINE;
            }
            y += 6;
        }
        y
    }
}

fn point_of(sheet: &Sheet<'_>, slug: &Slug) -> Option<(Coordinate, Certainty)> {
    let depot = sheet.parts.depots.iter().find(|depot| depot.slug == *slug);
    let depot = depot.map(|depot| (depot.coordinate, depot.certainty));
    let stop = || sheet.parts.stops.iter().find(|stop| stop.slug == *slug);
    depot.or_else(|| stop().map(|stop| (stop.coordinate, stop.certainty)))
}

fn way(canvas: &mut Canvas, style: &str, from: (i32, i32), to: (i32, i32)) {
    let ((x1, y1), (x2, y2)) = (from, to);
    let (dx, dy) = (f64::from(x2 - x1), f64::from(y2 - y1));
    let length = dx.hypot(dy);
    if length < 1.0 {
        return;
    }
    // A little to the right of the straight line, so that there and back are two lines.
    let (right_x, right_y) = (-dy / length, dx / length);
    let bend = (length / 10.0).clamp(6.0, 24.0);
    let (cx, cy) = (
        f64::from(x1 + x2) / 2.0 + right_x * bend,
        f64::from(y1 + y2) / 2.0 + right_y * bend,
    );
    let whole = |v: f64| v.round() as i32;
    canvas.put(format_args!(
        "<path class=\"way {style}\" d=\"M{x1} {y1}Q{} {} {x2} {y2}\"/>",
        whole(cx),
        whole(cy)
    ));
    if length < 3.0 * f64::from(HALT) {
        return;
    }
    // The middle of the curve, where its direction is that of the straight line.
    let (mx, my) = (
        f64::from(x1 + x2) / 2.0 + right_x * bend / 2.0,
        f64::from(y1 + y2) / 2.0 + right_y * bend / 2.0,
    );
    let (ux, uy) = (dx / length, dy / length);
    let corner = |along: f64, aside: f64| {
        (
            whole(mx + ux * along + right_x * aside),
            whole(my + uy * along + right_y * aside),
        )
    };
    let (tip, left, right) = (corner(9.0, 0.0), corner(-6.0, -7.0), corner(-6.0, 7.0));
    canvas.put(format_args!(
        "<path class=\"head {style}\" d=\"M{} {}L{} {}L{} {}z\"/>",
        tip.0, tip.1, left.0, left.1, right.0, right.1
    ));
}
