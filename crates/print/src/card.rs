//! Share cards: what a messenger or a social network shows of a link, as a PNG of 1200 × 630 pixels.

use public_calendar::{
    Estate, Stop, Visit,
    pages::{Status, VisitCard, VisitsView},
};
use typst::foundations::{Bytes, Dict};
use wording::Words;

use crate::{
    PrintError, engine,
    sheet::{Sheet, Size, Values},
    voices::{Languages, local},
};

/// Width and height in pixels, as `og:image:width` and `og:image:height` say them.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

const TEMPLATE: &str = concat!(
    include_str!("../templates/common.typ"),
    include_str!("../templates/card.typ")
);

/// Of what a card is.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// The whole town: its next visit.
    Town,
    /// An estate: its next visit.
    Estate(&'a Estate),
    /// A stop: its next visit.
    Stop(&'a Stop),
    /// One visit, with how it stands.
    Visit(&'a Visit),
}

/// The card, in the first language of the sheet, as PNG. What is shown is what the page's own view says.
pub fn card(sheet: &Sheet<'_>, subject: Subject<'_>) -> Result<Vec<u8>, PrintError> {
    let language = sheet.languages.first();
    let sheet = Sheet {
        size: Size::A4,
        languages: Languages::one(language),
        ..*sheet
    };
    let (words, pages) = (Words::of(language), sheet.pages(language));
    let shown = match subject {
        Subject::Town => {
            let view = pages.home();
            let today = view.today.cards.iter();
            let days = view.days.iter().flat_map(|day| &day.cards);
            Shown {
                heading: words.calendar().home_heading(),
                place: Some(sheet.publication.data().service.town.clone()),
                visit: today.chain(days).find(|card| will_be(card)).cloned(),
                with_place: true,
                nothing: view.today.sentence,
            }
        }
        Subject::Estate(estate) => {
            let view = pages.estate(&estate.slug).ok_or(PrintError::Unknown)?;
            Shown::of_place(view.heading, None, view.visits, true)
        }
        Subject::Stop(stop) => {
            let view = pages.stop(&stop.slug).ok_or(PrintError::Unknown)?;
            let estate = words.calendar().estate_heading(&view.place.estate.text);
            Shown::of_place(view.heading, Some(estate), view.visits, false)
        }
        Subject::Visit(visit) => {
            let view = pages.visit(&visit.id).ok_or(PrintError::Unknown)?;
            Shown {
                heading: view.card.stop.text.clone(),
                place: Some(words.calendar().estate_heading(&view.card.estate.text)),
                visit: Some(view.card),
                with_place: false,
                nothing: String::new(),
            }
        }
    };
    let next = !matches!(subject, Subject::Visit(_));
    engine::png(TEMPLATE, shown.values(&sheet, words, next))
}

/// What stands on a card.
struct Shown {
    heading: String,
    place: Option<String>,
    visit: Option<VisitCard>,
    /// Whether the visit's own stop is said.
    with_place: bool,
    /// What is said where there is no visit.
    nothing: String,
}

impl Shown {
    fn of_place(heading: String, place: Option<String>, visits: VisitsView, with_place: bool) -> Self {
        Self {
            heading,
            place,
            visit: visits.next,
            with_place,
            nothing: visits.summary,
        }
    }

    fn values(self, sheet: &Sheet<'_>, words: Words, next: bool) -> Dict {
        let mut values = sheet.values(&self.heading);
        values.text("heading", &self.heading);
        values.list("place", self.place.as_deref().map(local));
        values.list("nothing", self.visit.is_none().then(|| local(&self.nothing)));
        values.text(
            "next",
            &if next {
                words.pages().next_visit()
            } else {
                String::new()
            },
        );
        values.set("scene", Bytes::new(include_bytes!("../templates/card.svg")));
        let visit = self.visit.map(|card| {
            let mut visit = Values::default();
            visit.text("day", &card.when.short);
            visit.text("hours", &card.hours.short);
            visit.list("stop", self.with_place.then(|| local(&card.stop.text)));
            visit.set("cancelled", card.status == Status::Cancelled);
            // A card is kept by whoever shows it: that the visit goes on just now would soon be wrong.
            let said = matches!(card.status, Status::Cancelled | Status::Moved | Status::Over);
            visit.list("status", said.then(|| local(&card.status_words)));
            visit.into()
        });
        values.list("visit", visit);
        values.dict()
    }
}

fn will_be(card: &VisitCard) -> bool {
    matches!(
        card.status,
        Status::Planned | Status::Moved | Status::Late | Status::Running
    )
}
