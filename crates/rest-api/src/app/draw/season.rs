//! The chart of a season: a row for each stop, by estate; a column for each day; a mark for each visit, whose shape says what
//! kind of visit it is; the waits between visits as lines.

use std::collections::{BTreeMap, BTreeSet};

use route_planning::{PlannedVisit, VisitReason};
use vocabulary::{CivilWindow, Day, Slug, Weekday};

use super::{
    Sheet,
    svg::{Canvas, cut, width_of},
};

const COLUMN: i32 = 18;
const ROW: i32 = 24;
const ESTATE: i32 = 24;
const HEAD: i32 = 44;
const NAMES: i32 = 220;
const NARROW_NAMES: i32 = 164;
const LEGEND: i32 = 330;

/// What of the chart is drawn. A page that is narrower than a season puts names and days side by side and lets the days scroll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// The names of the rows alone, narrow.
    Names,
    /// The days alone.
    Days,
    /// What the marks mean.
    Legend,
}

/// The chart, or a part of it.
pub fn chart(sheet: &Sheet<'_>, part: Part) -> String {
    let chart = Chart::new(sheet);
    let (first, last) = (chart.first, chart.last);
    let (said, dates) = (sheet.words.drawings(), sheet.words.dates());
    let title = said.season_title(&sheet.season.settings.name);
    let summary = said.season_summary(sheet.plan.visits.len(), &dates.short(first), &dates.with_year(last));
    let mut canvas = Canvas::default();
    let (id, size) = match part {
        Part::Names => {
            chart.names(&mut canvas, NARROW_NAMES);
            ("season-names", (NARROW_NAMES, chart.height))
        }
        Part::Days => {
            chart.days(&mut canvas);
            ("season-days", (chart.width(), chart.height))
        }
        Part::Legend => ("season-legend", (LEGEND, chart.legend(&mut canvas, LEGEND))),
        Part::Whole => {
            let mut days = Canvas::default();
            chart.names(&mut canvas, NAMES);
            chart.days(&mut days);
            canvas.place(&days, (NAMES, 0));
            let width = NAMES + chart.width().max(LEGEND);
            let mut legend = Canvas::default();
            let height = chart.legend(&mut legend, width);
            canvas.place(&legend, (0, chart.height + 8));
            ("season", (width, chart.height + 8 + height))
        }
    };
    canvas.finish(id, size, sheet.place, &title, &summary)
}

/// What a mark says by its shape.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Asked,
    Moved,
    Fixed,
    AtEvent,
    Left,
}

struct Row {
    slug: Slug,
    name: String,
    /// Visits in the plan that the chart shows, and what was wanted; none for a stop that asks for nothing.
    wanted: Option<u32>,
    top: i32,
}

/// Estates by their place in the order of the language, with their name; of each its stops, in the same way.
type ByEstate = BTreeMap<(Vec<u32>, String), Vec<(Vec<u32>, String, Slug)>>;

struct Chart<'a> {
    sheet: &'a Sheet<'a>,
    first: Day,
    last: Day,
    /// The names of the estates and where they stand.
    estates: Vec<(String, i32)>,
    rows: Vec<Row>,
    height: i32,
}

impl<'a> Chart<'a> {
    fn new(sheet: &'a Sheet<'a>) -> Self {
        let days = &sheet.parts.days;
        let settings = &sheet.season.settings;
        let first = days.first().map_or(settings.first_day, |d| d.day);
        let last = days.last().map_or(settings.last_day, |d| d.day);
        let mut chart = Self {
            sheet,
            first,
            last,
            estates: Vec::new(),
            rows: Vec::new(),
            height: HEAD,
        };
        for ((_, estate), mut stops) in chart.by_estate() {
            chart.estates.push((estate, chart.height));
            chart.height += ESTATE;
            stops.sort();
            for (_, name, slug) in stops {
                let wanted = sheet.parts.requests.iter().find(|r| r.stop == slug).map(|r| r.wanted);
                chart.rows.push(Row {
                    slug,
                    name,
                    wanted,
                    top: chart.height,
                });
                chart.height += ROW;
            }
        }
        chart.height += 6;
        chart
    }

    /// The stops that ask for visits or have some, by estate, in the order of the language.
    fn by_estate(&self) -> ByEstate {
        let (plan, parts, season) = (self.sheet.plan, self.sheet.parts, self.sheet.season);
        let shown: BTreeSet<&Slug> = parts
            .requests
            .iter()
            .map(|r| &r.stop)
            .chain(plan.visits.iter().map(|v| &v.stop))
            .collect();
        let key = |name: &str| self.sheet.words.language().sort_key(name);
        let mut estates: ByEstate = BTreeMap::new();
        for slug in shown {
            let estate = parts
                .stops
                .iter()
                .find(|stop| stop.slug == *slug)
                .map(|stop| &stop.estate);
            let estate = estate
                .and_then(|slug| season.estate(slug))
                .map(|e| e.name.clone())
                .unwrap_or_default();
            let name = self.sheet.stop(slug);
            let rows = estates.entry((key(&estate), estate)).or_default();
            rows.push((key(&name), name, slug.clone()));
        }
        estates
    }

    fn width(&self) -> i32 {
        self.x(self.last.plus_days(1)) + 6
    }

    /// Where a day's column begins. A season is some hundred days; more than a column number holds is no season.
    fn x(&self, day: Day) -> i32 {
        i32::try_from(self.first.days_until(day)).unwrap_or(0) * COLUMN
    }

    fn middle(&self, day: Day) -> i32 {
        self.x(day) + COLUMN / 2
    }

    fn names(&self, canvas: &mut Canvas, width: i32) {
        for (estate, top) in &self.estates {
            canvas.words("strong", (0, top + 17), &cut(estate, width - 6, 13));
        }
        for row in &self.rows {
            let got = self.got(row);
            // Where there is little room, only what is missing is said.
            let wanted = row.wanted.filter(|wanted| width > NARROW_NAMES || got < *wanted);
            let said = wanted.map(|wanted| self.sheet.words.drawings().got_of(got, wanted));
            let room = said.as_ref().map_or(0, |said| width_of(said, 11) + 8);
            canvas.titled(&row.name, |canvas| {
                canvas.words("", (6, row.top + 16), &cut(&row.name, width - 12 - room, 13));
                if let Some(said) = &said {
                    let class = if row.wanted.is_some_and(|w| got < w) {
                        "small strong end"
                    } else {
                        "small soft end"
                    };
                    canvas.words(class, (width - 8, row.top + 16), said);
                }
            });
        }
    }

    /// The visits that count for the request; a visit at an event does only where the plan says so.
    fn got(&self, row: &Row) -> u32 {
        let unmet = self.sheet.plan.unmet.iter().find(|unmet| unmet.stop == row.slug);
        let asked = |visit: &&PlannedVisit| !matches!(visit.reason, VisitReason::Event { .. });
        let own = self.sheet.plan.visits_at(&row.slug).filter(asked).count() as u32;
        unmet.map_or_else(|| own.max(row.wanted.unwrap_or_default()), |unmet| unmet.got)
    }

    fn days(&self, canvas: &mut Canvas) {
        let pattern = "season-off";
        canvas.put(format_args!(
            "<defs><pattern id=\"{pattern}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"hatch\" d=\"M0 6L6 0\"/></pattern></defs>"
        ));
        canvas.rect("ground", (0, HEAD), (self.width() - 6, self.height - HEAD), 0);
        self.closed(canvas, pattern);
        self.weeks(canvas);
        for (_, top) in &self.estates {
            canvas.line("rule", (0, *top), (self.width() - 6, *top));
        }
        for row in &self.rows {
            self.waits(canvas, row);
            self.marks(canvas, row);
        }
    }

    fn closed(&self, canvas: &mut Canvas, pattern: &str) {
        let (said, dates) = (self.sheet.words.drawings(), self.sheet.words.dates());
        for day in self.sheet.parts.days.iter().filter(|d| d.hours.is_none()) {
            let because = day.closed_because.clone().unwrap_or_else(|| said.closed());
            canvas.titled(&said.closed_on(&dates.medium(day.day), &because), |canvas| {
                let (at, size) = ((self.x(day.day), HEAD), (COLUMN, self.height - HEAD));
                canvas.rect("off", at, size, 0);
                let (x, y, height) = (at.0, at.1, size.1);
                canvas.put(format_args!(
                    "<rect fill=\"url(#{pattern})\" x=\"{x}\" y=\"{y}\" width=\"{COLUMN}\" height=\"{height}\"/>"
                ));
            });
        }
    }

    fn weeks(&self, canvas: &mut Canvas) {
        let dates = self.sheet.words.dates();
        for day in self.first.through(self.last) {
            let x = self.x(day);
            if day.day_of_month() == 1 || day == self.first {
                // As much of the month's name as its columns hold.
                let month = self
                    .first
                    .through(self.last)
                    .filter(|d| (d.year(), d.month()) == (day.year(), day.month()));
                let room = month.map(|_| COLUMN).sum::<i32>() - 8;
                canvas.words("strong", (x + 2, 14), &cut(&dates.month_heading(day), room, 13));
                canvas.line("week", (x, 0), (x, self.height));
            } else if day.weekday() == Weekday::Mon {
                canvas.line("week", (x, HEAD - 8), (x, self.height));
            } else {
                canvas.line("rule", (x, HEAD), (x, self.height));
            }
            let letter: String = dates.short_weekday(day.weekday()).chars().take(1).collect();
            canvas.words("small soft mid", (x + COLUMN / 2, 27), &letter);
            canvas.words("small mid", (x + COLUMN / 2, 39), &day.day_of_month().to_string());
        }
    }

    /// A line from visit to visit; the longest wait says its days. Before the first and after the last the line is broken.
    fn waits(&self, canvas: &mut Canvas, row: &Row) {
        let days: Vec<Day> = self.sheet.plan.visits_at(&row.slug).map(|v| v.day).collect();
        let y = row.top + ROW / 2;
        let (Some(start), Some(end)) = (days.first(), days.last()) else {
            return;
        };
        canvas.line("wait edge", (0, y), (self.middle(*start), y));
        canvas.line("wait edge", (self.middle(*end), y), (self.x(self.last.plus_days(1)), y));
        let gaps = || {
            days.iter()
                .zip(days.iter().skip(1))
                .map(|(from, to)| (from.days_until(*to), *from, *to))
        };
        for (_, from, to) in gaps() {
            canvas.line("wait", (self.middle(from), y), (self.middle(to), y));
        }
        // The first of several equally long ones.
        let longest = gaps().rev().max_by_key(|(length, _, _)| *length);
        if let Some((length, from, to)) = longest.filter(|(length, _, _)| *length >= 3) {
            let x = (self.middle(from) + self.middle(to)) / 2;
            canvas.words("small mid halo", (x, y + 4), &length.to_string());
        }
    }

    fn marks(&self, canvas: &mut Canvas, row: &Row) {
        let said = self.sheet.words.drawings();
        let dates = self.sheet.words.dates();
        let planned: Vec<&PlannedVisit> = self.sheet.plan.visits_at(&row.slug).collect();
        let announced = || self.sheet.parts.announced.iter().filter(|a| a.stop == row.slug);
        let left: Vec<Day> = announced()
            .map(|a| a.day)
            .filter(|day| planned.iter().all(|v| v.day != *day))
            .collect();
        for visit in planned {
            let same_day = announced().find(|a| a.day == visit.day);
            let moved = match same_day {
                Some(promise) => promise.public_start.is_some_and(|start| start != visit.public_start),
                None => !left.is_empty(),
            };
            let kind = match visit.reason {
                VisitReason::Event { .. } => Kind::AtEvent,
                VisitReason::Pin => Kind::Fixed,
                VisitReason::Asked if moved => Kind::Moved,
                VisitReason::Asked => Kind::Asked,
            };
            let title = self.title(visit, kind);
            let at = (self.middle(visit.day), row.top + ROW / 2);
            let number = (self.sheet.parts.buses.len() > 1).then(|| self.sheet.bus_number(&visit.bus) + 1);
            canvas.titled(&title, |canvas| mark(canvas, kind, at, number));
        }
        for day in left {
            let title = said.left_on(&dates.medium(day), &row.name, &said.left());
            canvas.titled(&title, |canvas| {
                mark(canvas, Kind::Left, (self.middle(day), row.top + ROW / 2), None)
            });
        }
    }

    fn title(&self, visit: &PlannedVisit, kind: Kind) -> String {
        let (said, dates) = (self.sheet.words.drawings(), self.sheet.words.dates());
        let hours = CivilWindow::new(visit.public_start, visit.public_end);
        let hours = hours.map_or_else(|_| dates.time(visit.public_start), |hours| dates.span(hours));
        let (day, stop, bus) = (
            dates.medium(visit.day),
            self.sheet.stop(&visit.stop),
            self.sheet.bus(&visit.bus),
        );
        let kind = self.kind(kind);
        match &visit.reason {
            VisitReason::Event { event } => {
                let name = self.sheet.season.events.iter().find(|e| e.slug == *event);
                let name = name.map_or_else(|| event.to_string(), |e| e.name.clone());
                said.visit_at_event(&day, &hours, &stop, &bus, &kind, &name)
            }
            VisitReason::Asked | VisitReason::Pin => said.visit(&day, &hours, &stop, &bus, &kind),
        }
    }

    fn kind(&self, kind: Kind) -> String {
        let said = self.sheet.words.drawings();
        match kind {
            Kind::Asked => said.asked(),
            Kind::Moved => said.moved(),
            Kind::Fixed => said.fixed(),
            Kind::AtEvent => said.at_event(),
            Kind::Left => said.left(),
        }
    }

    /// What the marks mean, in as many columns as fit; its height.
    fn legend(&self, canvas: &mut Canvas, width: i32) -> i32 {
        let said = self.sheet.words.drawings();
        let kinds = [Kind::Asked, Kind::Fixed, Kind::AtEvent, Kind::Moved, Kind::Left];
        let columns = (width / LEGEND).max(1);
        let at = |number: i32| (12 + number % columns * LEGEND, 14 + number / columns * 22);
        let mut number = 0;
        for kind in kinds {
            let (x, y) = at(number);
            mark(canvas, kind, (x, y), None);
            canvas.words("small", (x + 16, y + 4), &self.kind(kind));
            number += 1;
        }
        let (x, y) = at(number);
        canvas.line("wait", (x - 10, y), (x + 10, y));
        canvas.words("small", (x + 16, y + 4), &said.waiting());
        let (x, y) = at(number + 1);
        canvas.rect("off", (x - 8, y - 8), (16, 16), 0);
        canvas.put(format_args!(
            "<path class=\"hatch\" d=\"M{} {}l16 -16m-16 8l8 -8m0 16l8 -8\"/>",
            x - 8,
            y + 8
        ));
        canvas.words("small", (x + 16, y + 4), &said.closed());
        14 + (number + 1) / columns * 22 + 16
    }
}

/// One shape for each kind, so that no colour is needed to tell them apart.
fn mark(canvas: &mut Canvas, kind: Kind, at: (i32, i32), number: Option<usize>) {
    let (x, y) = at;
    let mut words = "on";
    match kind {
        Kind::Asked => canvas.rect("asked", (x - 7, y - 8), (14, 16), 5),
        Kind::Moved => canvas.put(format_args!(
            "<path class=\"moved\" d=\"M{} {}h8l7 8l-7 8h-8z\"/>",
            x - 7,
            y - 8
        )),
        Kind::Fixed => {
            canvas.rect("fixed", (x - 7, y - 7), (14, 14), 0);
            canvas.rect("fixed-in", (x - 4, y - 4), (8, 8), 0);
            words = "on on-card";
        }
        Kind::AtEvent => {
            canvas.put(format_args!(
                "<path class=\"at-event\" d=\"M{x} {}l9 9l-9 9l-9 -9z\"/>",
                y - 9
            ));
            words = "on on-sun";
        }
        Kind::Left => canvas.circle("left", (x, y), 6),
    }
    if let Some(number) = number {
        canvas.words(words, (x, y + 4), &number.to_string());
    }
}
