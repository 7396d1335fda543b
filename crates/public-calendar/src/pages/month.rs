//! The visits of a month as a table.

use vocabulary::{Day, Weekday};
use wording::Language;

use super::{Link, MonthDay, MonthView, Pages};
use crate::{Visit, addresses, json::Part};

pub(super) fn month(pages: &Pages<'_>, part: Part<'_>, asked: Option<&str>) -> Option<MonthView> {
    let (words, dates) = (pages.words.month(), pages.words.dates());
    let season = &pages.publication.data().season;
    let months = months(season.first, season.last);
    let first = match asked {
        Some(text) => *months.iter().find(|month| key(**month) == text)?,
        None => {
            let present = pages.moment.today.clamp(season.first, season.last);
            *months.iter().find(|month| key(**month) == key(present))?
        }
    };
    let month = key(first);
    let place = match part {
        Part::Town => pages.publication.data().service.town.clone(),
        Part::Estate(estate) => pages.words.calendar().estate_heading(&estate.name),
        Part::Stop(stop) => stop.name.clone(),
    };
    let in_month = |visit: &&Visit| key(visit.day) == month && part.holds(pages.publication, visit);
    let visits: Vec<&Visit> = pages.publication.visits().iter().filter(in_month).collect();
    let will_be = visits.iter().filter(|visit| !visit.is_cancelled()).count();
    let heading = words.heading(&place);
    let name = dates.month_heading(first);
    Some(MonthView {
        frame: pages.frame(
            pages.window_title(&format!("{heading}, {name}")),
            words.description(&place, &name),
            |language| address(part, language, &month),
        ),
        heading,
        caption: words.caption(&name, will_be),
        is_empty: visits.is_empty(),
        at_one_stop: matches!(part, Part::Stop(_)),
        weekdays: Weekday::ALL
            .iter()
            .map(|day| (dates.short_weekday(*day), dates.name_of_weekday(*day)))
            .collect(),
        weeks: weeks(pages, first, &visits),
        months: months
            .iter()
            .map(|other| Link {
                text: dates.month_heading(*other),
                path: if *other == first {
                    String::new()
                } else {
                    address(part, pages.language(), &key(*other))
                },
            })
            .collect(),
        list: match part {
            Part::Town => addresses::season(pages.language()),
            Part::Estate(_) | Part::Stop(_) => part.path(pages.language()),
        },
    })
}

fn address(part: Part<'_>, language: Language, month: &str) -> String {
    match part {
        Part::Town => addresses::month(language, month),
        Part::Estate(estate) => addresses::estate_month(language, &estate.slug, month),
        Part::Stop(stop) => addresses::stop_month(language, &stop.slug, month),
    }
}

/// "2027-07"
pub(super) fn key(day: Day) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

fn first_of(day: Day) -> Day {
    day.plus_days(1 - i64::from(day.day_of_month()))
}

/// The first days of the months between two days.
fn months(first: Day, last: Day) -> Vec<Day> {
    let mut found = vec![first_of(first)];
    while let Some(month) = found.last() {
        let next = first_of(month.plus_days(31));
        if last < next {
            break;
        }
        found.push(next);
    }
    found
}

/// Monday to Sunday, from the week of the first day to that of the last.
fn weeks(pages: &Pages<'_>, first: Day, visits: &[&Visit]) -> Vec<Vec<Option<MonthDay>>> {
    let mut found = Vec::new();
    let mut monday = first.monday();
    while key(monday) <= key(first) {
        let days = (0..7).map(|more| monday.plus_days(more));
        let of_day = |day: Day| {
            (key(day) == key(first)).then(|| MonthDay {
                number: day.day_of_month(),
                when: pages.when(day),
                is_today: day == pages.moment.today,
                cards: visits
                    .iter()
                    .filter(|visit| visit.day == day)
                    .map(|visit| pages.card(visit))
                    .collect(),
            })
        };
        found.push(days.map(of_day).collect());
        monday = monday.plus_days(7);
    }
    found
}

#[cfg(test)]
mod tests {
    use wording::Words;

    use super::*;
    use crate::{Moment, examples};

    #[test]
    fn each_day_once_and_each_visit_on_its_day() {
        let publication = examples::publication();
        let today = publication.visits()[0].day;
        let pages = Pages::new(&publication, Words::of(Language::Polish), Moment::day(today));
        let mut seen = 0;
        let season = &publication.data().season;
        for first in months(season.first, season.last) {
            let view = pages.month(Part::Town, Some(&key(first))).unwrap();
            let days: Vec<&MonthDay> = view.weeks.iter().flatten().flatten().collect();
            let numbers: Vec<u32> = days.iter().map(|day| day.number).collect();
            let last = first_of(first.plus_days(31)).plus_days(-1).day_of_month();
            assert_eq!(numbers, (1..=last).collect::<Vec<_>>());
            assert!(
                view.weeks
                    .iter()
                    .all(|week| week.len() == 7 && week.iter().any(Option::is_some))
            );
            seen += days.iter().map(|day| day.cards.len()).sum::<usize>();
            assert_eq!(view.months.iter().filter(|month| month.path.is_empty()).count(), 1);
        }
        assert_eq!(seen, publication.visits().len());
        assert!(pages.month(Part::Town, Some("2027-13")).is_none());
        assert!(pages.month(Part::Town, Some("1999-07")).is_none());
        let present = pages.month(Part::Town, None).unwrap();
        assert_eq!(
            present
                .weeks
                .iter()
                .flatten()
                .flatten()
                .filter(|day| day.is_today)
                .count(),
            1
        );
    }
}
