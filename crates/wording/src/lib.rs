//! Every sentence of the product, in every language it speaks, behind typed functions.
//!
//! ```
//! use wording::{Language, Words};
//!
//! let words = Words::of(Language::Polish);
//! assert_eq!(words.common().visits(22), "22 wizyty");
//! let day = "2027-07-01".parse().unwrap();
//! assert_eq!(words.dates().long(day), "czwartek, 1 lipca 2027");
//! ```
//!
//! What this crate does *not* know: what is said when, a clock, HTML. It escapes nothing; the page, the feed and the mail
//! each escape in their own way.
//!
//! # Adding a message
//! Write it in `locales/<language>/<file>.ftl` of **every** language and list it, with its arguments, in `src/<file>.rs`. The
//! function's name is the message's id. Sentences are whole: never glue two messages, since other languages order them
//! otherwise. Counted nouns use a selector with all plural classes of the language.
//!
//! # Adding a file
//! 1. Write `locales/<language>/<file>.ftl` for each language, and `src/<file>.rs` with one `messages!` list (`common.rs` is a model);
//! 2. add two lines below: `mod <file>;` and `<file>: <Type>,` in `files!`.
//!
//! # Adding a language
//! A folder of the public `.ftl` files, a line in `files!` (`messages.rs`) and a variant of [`Language`]; the compiler asks for
//! its tag, prefix, name and alphabet, `tests/complete.rs` for every message.
#![forbid(unsafe_code)]

mod accounts;
mod again;
mod barrier;
mod barriers;
mod breaches;
mod calendar;
mod certificate;
mod changes;
mod collation;
mod common;
mod crew;
mod dates;
mod declaration;
mod drawings;
mod easy;
mod embed;
mod follow;
mod hours;
mod language;
mod limits;
mod matrix;
mod messages;
mod missing;
mod month;
mod notices;
mod pages;
mod paper;
mod people;
mod places;
mod planning;
mod proposals;
mod reasons;
mod refusals;
mod remedies;
mod staff;
mod street_map;
mod style;
mod subscribe;
mod swaps;
mod travel;

pub use language::Language;

messages::files! {
    accounts: Accounts,
    again: Again,
    barrier: Barrier,
    barriers: Barriers,
    breaches: Breaches,
    calendar: Calendar,
    certificate: Certificate,
    changes: Changes,
    common: Common,
    crew: Crew,
    dates: Dates,
    declaration: Declaration,
    drawings: Drawings,
    easy: Easy,
    embed: Embed,
    follow: Follow,
    hours: Hours,
    limits: Limits,
    matrix: Matrix,
    missing: Missing,
    month: Month,
    notices: Notices,
    pages: Pages,
    paper: Paper,
    people: People,
    places: Places,
    planning: Planning,
    proposals: Proposals,
    reasons: Reasons,
    refusals: Refusals,
    remedies: Remedies,
    staff: Staff,
    street_map: StreetMap,
    style: Style,
    subscribe: Subscribe,
    swaps: Swaps,
    travel: Travel,
}
