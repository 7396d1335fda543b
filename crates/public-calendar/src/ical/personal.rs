//! A feed of single entries, for one person: no publication stands behind it, and nobody else reads it.
//!
//! The rules are those of the public feeds (no METHOD, no "now", UTC, what was cancelled stays); other than a timetable, an entry keeps its person busy.

use vocabulary::Zone;

use super::{Certain, Entry, Flavour, REFRESH, lines::Lines};

/// What stands over the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalFeed {
    /// What calendars call it. No address of the feed stands in the file: it is a secret.
    pub name: String,
    /// In which zone calendars show it.
    pub zone: Zone,
    /// The page about it.
    pub page: String,
}

/// The file.
pub fn personal(feed: &PersonalFeed, entries: &[Entry], flavour: Flavour) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Swietlicobus//Shifts//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.text("NAME", &feed.name);
    lines.text("X-WR-CALNAME", &feed.name);
    lines.raw("X-WR-TIMEZONE", feed.zone.name());
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.raw("X-PUBLISHED-TTL", REFRESH);
    lines.raw("URL", &feed.page);
    for entry in entries {
        let status = match (flavour, entry.certain) {
            // Google hides what is cancelled; the title tells.
            (Flavour::Google, Certain::Cancelled) => Certain::Confirmed.status(),
            (Flavour::Google | Flavour::Standard, certain) => certain.status(),
        };
        entry.event(&mut lines, status);
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

#[cfg(test)]
mod tests {
    use icalendar::parser::{read_calendar, unfold};

    use super::*;

    #[test]
    fn another_program_reads_it_in_both_flavours() {
        let entry = |number: u32, certain| Entry {
            uid: format!("signup-{number}@bus.example.pl"),
            changed: "2027-06-28T06:00:00Z".parse().unwrap(),
            sequence: number,
            starts: "2027-07-01T07:00:00Z".parse().unwrap(),
            ends: "2027-07-01T11:30:00Z".parse().unwrap(),
            certain,
            title: "Dyżur; os. Łazek\r\nX-EVIL:1".to_owned(),
            location: "Plac zabaw".to_owned(),
            description: "Raz.\nDwa.".to_owned(),
            page: "https://bus.example.pl/dyzury#7".to_owned(),
        };
        let feed = PersonalFeed {
            name: "Świetlicobus: moje dyżury".to_owned(),
            zone: Zone::WARSAW,
            page: "https://bus.example.pl/dyzury".to_owned(),
        };
        let entries = [
            entry(1, Certain::Confirmed),
            entry(2, Certain::Tentative),
            entry(3, Certain::Cancelled),
        ];
        for (flavour, expected) in [
            (Flavour::Standard, ["CONFIRMED", "TENTATIVE", "CANCELLED"]),
            (Flavour::Google, ["CONFIRMED", "TENTATIVE", "CONFIRMED"]),
        ] {
            let text = unfold(&personal(&feed, &entries, flavour));
            let calendar = read_calendar(&text).unwrap();
            assert!(
                calendar
                    .properties
                    .iter()
                    .all(|one| one.name != "METHOD" && one.name != "SOURCE")
            );
            let value = |event: &icalendar::parser::Component<'_>, name: &str| {
                event.find_prop(name).map(|one| one.val.to_string()).unwrap_or_default()
            };
            let states: Vec<_> = calendar.components.iter().map(|event| value(event, "STATUS")).collect();
            assert_eq!(states, expected);
            assert!(
                calendar
                    .components
                    .iter()
                    .all(|event| value(event, "X-EVIL").is_empty())
            );
        }
        let empty = personal(&feed, &[], Flavour::Standard);
        assert!(read_calendar(&unfold(&empty)).unwrap().components.is_empty());
    }
}
