//! One entry by itself, to be sent to one person: a shift, with the times of its crew.
//!
//! Other than a feed it bears METHOD:PUBLISH (RFC 5546 section 3.2.1), so that a calendar that is handed a later file with the same UID and a
//! higher SEQUENCE changes its entry, or takes it away when it is cancelled.

use vocabulary::Timestamp;

use super::lines::Lines;

/// How sure an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certain {
    /// It will be.
    Confirmed,
    /// The person is asked whether it will be.
    Tentative,
    /// It will not be.
    Cancelled,
}

impl Certain {
    pub(super) fn status(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// What stands in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Never changes, whatever else does.
    pub uid: String,
    /// When its thing was last changed.
    pub changed: Timestamp,
    /// Grows with each change.
    pub sequence: u32,
    /// From when.
    pub starts: Timestamp,
    /// Until when.
    pub ends: Timestamp,
    /// How sure it is.
    pub certain: Certain,
    /// Its title.
    pub title: String,
    /// Where.
    pub location: String,
    /// Whole sentences, one a line.
    pub description: String,
    /// The page about it.
    pub page: String,
}

impl Entry {
    /// The file.
    pub fn file(&self) -> String {
        let mut lines = Lines::default();
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", "-//Swietlicobus//Shifts//EN");
        lines.raw("CALSCALE", "GREGORIAN");
        lines.raw("METHOD", "PUBLISH");
        self.event(&mut lines, self.certain.status());
        lines.raw("END", "VCALENDAR");
        lines.finish()
    }

    /// The event itself.
    pub(super) fn event(&self, lines: &mut Lines, status: &str) {
        lines.raw("BEGIN", "VEVENT");
        lines.raw("UID", &self.uid);
        lines.raw("DTSTAMP", &self.changed.ical());
        lines.raw("LAST-MODIFIED", &self.changed.ical());
        lines.raw("SEQUENCE", &self.sequence.to_string());
        lines.raw("DTSTART", &self.starts.ical());
        lines.raw("DTEND", &self.ends.ical());
        lines.text("SUMMARY", &self.title);
        lines.raw("STATUS", status);
        lines.text("LOCATION", &self.location);
        lines.text("DESCRIPTION", &self.description);
        lines.raw("URL", &self.page);
        lines.raw("END", "VEVENT");
    }
}

#[cfg(test)]
mod tests {
    use icalendar::parser::{read_calendar, unfold};

    use super::*;

    #[test]
    fn another_program_reads_it() {
        let mut entry = Entry {
            uid: "signup-7@bus.example.pl".to_owned(),
            changed: "2027-06-28T06:00:00Z".parse().unwrap(),
            sequence: 3,
            starts: "2027-07-01T07:00:00Z".parse().unwrap(),
            ends: "2027-07-01T11:30:00Z".parse().unwrap(),
            certain: Certain::Tentative,
            title: "Dyżur: Plac zabaw; os. Łazek, 7\r\nX-EVIL:1".to_owned(),
            location: "Plac zabaw".to_owned(),
            description: "Raz.\nDwa.".to_owned(),
            page: "https://bus.example.pl/dyzury#7".to_owned(),
        };
        for (certain, status) in [
            (Certain::Confirmed, "CONFIRMED"),
            (Certain::Tentative, "TENTATIVE"),
            (Certain::Cancelled, "CANCELLED"),
        ] {
            entry.certain = certain;
            let text = unfold(&entry.file());
            let calendar = read_calendar(&text).unwrap();
            let method = calendar.properties.iter().find(|one| one.name == "METHOD");
            assert_eq!(method.map(|one| one.val.to_string()).as_deref(), Some("PUBLISH"));
            let event = &calendar.components[0];
            let value = |name: &str| event.find_prop(name).map(|one| one.val.to_string()).unwrap_or_default();
            assert_eq!(
                ["UID", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "X-EVIL"].map(value),
                [
                    "signup-7@bus.example.pl",
                    "3",
                    "20270701T070000Z",
                    "20270701T113000Z",
                    status,
                    ""
                ]
            );
        }
    }
}
