//! The pages as plain text, for a terminal and for whoever wants nothing but words.
//!
//! Lines end in a newline and are not wrapped. Nothing but letters and line ends comes out: a name cannot steer a terminal.

use wording::Words;

use super::{
    ChangeLine, ChangesView, DayGroup, EasyView, EmbedView, EmbeddedView, EstateView, EventView, Frame, HomeView,
    MapView, MissingView, MonthView, PlaceView, PrintView, ReleasesView, SearchView, SeasonView, StopView,
    SubscribeView, VisitCard, VisitView, VisitsView,
};

/// `/`
pub fn home(words: Words, view: &HomeView) -> String {
    let mut text = Text::new(&view.frame, &view.frame.service);
    text.line(&view.today.sentence);
    for card in &view.today.cards {
        text.item(&at_place(card));
    }
    days(&mut text, words, &view.days);
    events(&mut text, words, &words.pages().town_events(), &view.events);
    text.heading(&words.pages().estates());
    for estate in &view.estates {
        text.item(&joined(&[Some(&estate.link.text), estate.next.as_ref()], ": "));
        text.line(&format!("    {}", estate.link.path));
    }
    text.finish(&view.frame)
}

/// `/sezon` and the timetable of an old release.
pub fn season(words: Words, view: &SeasonView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    text.lines(view.old.as_ref());
    text.line(&view.frame.season_dates);
    text.line(&view.summary);
    for month in &view.months {
        text.heading(&month.heading);
        days(&mut text, words, &month.days);
    }
    text.finish(&view.frame)
}

/// `/osiedla/{slug}`
pub fn estate(words: Words, view: &EstateView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    visits(&mut text, words, &view.visits, true);
    text.heading(&words.pages().stops());
    for stop in &view.stops {
        text.item(&joined(&[Some(&stop.link.text), stop.next.as_ref()], ": "));
        text.line(&format!("    {}", stop.link.path));
    }
    events(&mut text, words, &words.pages().estate_events(), &view.events);
    text.finish(&view.frame)
}

/// `/przystanki/{slug}`
pub fn stop(words: Words, view: &StopView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    visits(&mut text, words, &view.visits, false);
    place(&mut text, words, &view.place);
    text.heading(&words.subscribe().link());
    text.line(&view.feeds.address);
    text.finish(&view.frame)
}

/// `/wizyty/{id}`
pub fn visit(words: Words, view: &VisitView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    text.line(&format!("{}: {}", words.pages().status(), view.card.status_words));
    text.line(&format!("{}, {}", view.card.when.words, view.card.hours.words));
    changes_of(&mut text, words, &view.card);
    of_the_week(&mut text, words, &view.card);
    if let Some(theme) = &view.theme {
        text.lines(theme.text.as_ref());
    }
    place(&mut text, words, &view.place);
    if let Some(next) = &view.next_here {
        text.heading(&words.pages().next_here());
        text.item(&on_day(next, false));
    }
    text.finish(&view.frame)
}

/// `/szukaj?q=`
pub fn search(view: &SearchView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    text.line(&view.message);
    for hit in &view.hits {
        let parts = [
            Some(&hit.name),
            Some(&hit.kind_words),
            hit.detail.as_ref(),
            hit.former.as_ref(),
            hit.next.as_ref(),
        ];
        text.item(&joined(&parts, ", "));
        if let Some(path) = &hit.path {
            text.line(&format!("    {path}"));
        }
    }
    if view.hits.is_empty() {
        for estate in &view.estates {
            text.item(&joined(&[Some(&estate.link.text), estate.next.as_ref()], ": "));
        }
    }
    text.finish(&view.frame)
}

/// In place of a page that is not there, or no more.
pub fn missing(view: &MissingView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    text.lines(&view.sentences);
    if let Some(link) = &view.now {
        text.item(&link.text);
        text.line(&format!("    {}", link.path));
    }
    for hit in &view.hits {
        text.item(&joined(
            &[Some(&hit.name), Some(&hit.kind_words), hit.detail.as_ref()],
            ", ",
        ));
        if let Some(path) = &hit.path {
            text.line(&format!("    {path}"));
        }
    }
    if view.hits.is_empty() {
        for estate in &view.estates {
            text.item(&joined(&[Some(&estate.link.text), estate.next.as_ref()], ": "));
            text.line(&format!("    {}", estate.link.path));
        }
    }
    text.finish(&view.frame)
}

/// `/kalendarz?m=`: the addresses, and what can be chosen.
pub fn subscribe(words: Words, view: &SubscribeView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    text.lines(view.fault.as_ref());
    text.line(&words.subscribe().intro());
    text.heading(&words.subscribe().address());
    text.line(&view.feeds.address);
    text.heading(&words.subscribe().address_google());
    text.line(&view.feeds.for_google);
    text.heading(&words.subscribe().choose_heading());
    for group in &view.choices {
        text.item(&format!("{} {}", group.whole.key, group.whole.name));
        for stop in &group.stops {
            text.line(&format!("      {} {}", stop.key, stop.name));
        }
    }
    text.finish(&view.frame)
}

/// `/osadz`: the snippets.
pub fn embed(view: &EmbedView) -> String {
    let mut text = Text::new(&view.frame, &view.frame.title);
    for snippet in [&view.element, &view.iframe] {
        text.line("");
        for line in snippet.lines() {
            text.line(line);
        }
    }
    text.finish(&view.frame)
}

/// `/osadz/wizyty`
pub fn embedded(words: Words, view: &EmbeddedView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    for card in &view.cards {
        text.item(&on_day(card, !view.at_one_stop));
        changes_of(&mut text, words, card);
    }
    if view.cards.is_empty() {
        text.line(&view.none);
    }
    text.finish(&view.frame)
}

/// `/latwe`
pub fn easy(words: Words, view: &EasyView) -> String {
    let said = words.easy();
    let mut text = Text::new(&view.frame, &said.heading());
    for line in [said.what_bus(), said.what_games(), said.what_people(), said.what_for()] {
        text.line(&line);
    }
    text.heading(&said.when_heading());
    text.line(&said.when_season(&view.first, &view.last));
    for visit in &view.next {
        text.item(&visit.when.words);
        for line in [Some(&visit.hours), Some(&visit.stop.text), visit.change.as_ref()]
            .into_iter()
            .flatten()
        {
            text.line(&format!("    {line}"));
        }
    }
    text.heading(&said.cost_heading());
    text.line(&said.cost_nothing());
    text.line(&said.cost_sign_up());
    text.finish(&view.frame)
}

/// `…/miesiac/{month}`: the days that have visits.
pub fn month(view: &MonthView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    text.line(&view.caption);
    for day in view
        .weeks
        .iter()
        .flatten()
        .flatten()
        .filter(|day| !day.cards.is_empty())
    {
        text.sub_heading(&day.when.words);
        for card in &day.cards {
            text.item(&at_place(card));
        }
    }
    text.finish(&view.frame)
}

/// `/mapa`: the list alone.
pub fn map(words: Words, view: &MapView) -> String {
    let mut text = Text::new(&view.frame, &words.pages().map_heading());
    for spot in &view.spots {
        for stop in &spot.stops {
            text.line(&format!(
                "{:>4}. {}",
                spot.number,
                joined(&[Some(&named(stop)), stop.next.as_ref()], ": ")
            ));
        }
    }
    for stop in &view.unplaced {
        text.item(&joined(&[Some(&named(stop)), stop.next.as_ref()], ": "));
    }
    text.finish(&view.frame)
}

/// `/druk`: the papers with their paths.
pub fn print(view: &PrintView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    for paper in view.papers.iter().flat_map(|group| &group.choices) {
        text.item(&format!("{}: {}", paper.text, paper.path));
    }
    text.finish(&view.frame)
}

/// A stop with its estate: some go by the same name.
fn named(stop: &super::StopLine) -> String {
    format!("{}, {}", stop.link.text, stop.estate)
}

/// `/zmiany`
pub fn changes(words: Words, view: &ChangesView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    text.line(&view.summary);
    for line in &view.lines {
        text.item(&change(words, line));
    }
    text.finish(&view.frame)
}

/// `/wydania`
pub fn releases(view: &ReleasesView) -> String {
    let mut text = Text::new(&view.frame, &view.heading);
    for line in &view.lines {
        text.item(&format!("{}. {}. {}", line.heading, line.published.words, line.summary));
        text.line(&format!("    {}", line.timetable_path));
    }
    text.finish(&view.frame)
}

fn change(words: Words, line: &ChangeLine) -> String {
    let because = because(words, line.reason.as_ref());
    let at = line.at.as_ref().map(|at| format!("({})", at.words));
    joined(&[Some(&line.text), because.as_ref(), at.as_ref()], " ")
}

fn days(text: &mut Text, words: Words, groups: &[DayGroup]) {
    for group in groups {
        let near = group.when.relative.as_ref().map(|near| format!("({near})"));
        text.sub_heading(&joined(&[Some(&group.when.words), near.as_ref()], " "));
        for card in &group.cards {
            text.item(&at_place(card));
        }
        for event in &group.events {
            text.item(&of_others(words, event, event.hours.as_ref()));
        }
    }
}

/// "12:00–20:00 Dni Ostrołęki, Plaża miejska [bez Świetlicobusu]".
fn of_others(words: Words, event: &EventView, when: Option<&String>) -> String {
    let named = joined(&[Some(&event.name), event.place.as_ref()], ", ");
    joined(
        &[when, Some(&format!("{named} [{}]", words.pages().without_bus()))],
        " ",
    )
}

fn events(text: &mut Text, words: Words, heading: &str, events: &[EventView]) {
    if !events.is_empty() {
        text.heading(heading);
    }
    for event in events {
        text.item(&of_others(words, event, Some(&event.dates)));
    }
}

fn visits(text: &mut Text, words: Words, view: &VisitsView, with_stop: bool) {
    for card in &view.cancelled {
        text.item(&on_day(card, with_stop));
    }
    if let Some(next) = &view.next {
        text.heading(&words.pages().next_visit());
        text.line(&on_day(next, with_stop));
        changes_of(text, words, next);
        of_the_week(text, words, next);
    }
    text.line(&view.summary);
    if !view.later.is_empty() {
        text.heading(&words.pages().later_visits());
        for card in &view.later {
            text.item(&on_day(card, with_stop));
        }
    }
}

fn place(text: &mut Text, words: Words, place: &PlaceView) {
    text.heading(&words.pages().place());
    let parts = [
        Some(&place.stop.text),
        place.address.as_ref(),
        Some(&place.estate.text),
        place.directions.as_ref(),
    ];
    for part in parts.into_iter().flatten() {
        text.line(part);
    }
    for fact in &place.facts {
        text.item(fact);
    }
    text.lines(place.approximate.as_ref());
    text.lines(place.geo.as_ref());
}

fn changes_of(text: &mut Text, words: Words, card: &VisitCard) {
    let because = because(words, card.reason.as_ref());
    if card.delay.is_some() {
        let why = card.delay_reason.as_ref();
        let why = why.map(|why| format!("{} {why}.", words.pages().reason()));
        text.line(&joined(&[card.delay.as_ref(), why.as_ref()], " "));
    }
    if card.change.is_some() {
        text.line(&joined(&[card.change.as_ref(), because.as_ref()], " "));
    }
    text.lines(card.note.as_ref());
}

/// Theme, guests, what to bring.
fn of_the_week(text: &mut Text, words: Words, card: &VisitCard) {
    let calendar = words.calendar();
    let said = [
        card.event
            .as_ref()
            .map(|event| format!("{}: {event}", words.pages().joint_event())),
        card.theme.as_ref().map(|theme| calendar.theme(theme)),
        card.guests.as_ref().map(|guests| calendar.guests(guests)),
        card.bring.as_ref().map(|what| calendar.bring(what)),
    ];
    for line in said.into_iter().flatten() {
        text.line(&line);
    }
}

/// "10:00–13:00 Plac zabaw, Łazek [odwołana]": the status stands there wherever it is not plain.
fn at_place(card: &VisitCard) -> String {
    format!(
        "{} {}, {}{}",
        card.hours.short,
        card.stop.text,
        card.estate.text,
        marked(card)
    )
}

fn on_day(card: &VisitCard, with_stop: bool) -> String {
    let near = card
        .when
        .relative
        .as_ref()
        .map(|near| format!(" ({near})"))
        .unwrap_or_default();
    let stop = if with_stop {
        format!(", {}", card.stop.text)
    } else {
        String::new()
    };
    format!("{}{near}, {}{stop}{}", card.when.words, card.hours.short, marked(card))
}

fn marked(card: &VisitCard) -> String {
    match card.status {
        super::Status::Planned => String::new(),
        _ => format!(" [{}]", joined(&[Some(&card.status_words), card.reason.as_ref()], ": ")),
    }
}

fn joined(parts: &[Option<&String>], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().flatten().map(|part| part.as_str()).collect();
    parts.join(between)
}

/// "Powód: burza."
pub(crate) fn because(words: Words, reason: Option<&String>) -> Option<String> {
    Some(format!("{} {}.", words.pages().reason(), reason?))
}

/// Lines of text.
struct Text(String);

impl Text {
    fn new(frame: &Frame, heading: &str) -> Self {
        let mut text = Self(String::new());
        text.line(heading);
        text.line(&"=".repeat(heading.chars().count()));
        text.lines(frame.example_notice.as_ref());
        text
    }

    fn line(&mut self, line: &str) {
        let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
        self.0.extend(line.chars().map(plain));
        self.0.push('\n');
    }

    fn lines<'a>(&mut self, lines: impl IntoIterator<Item = &'a String>) {
        for line in lines {
            self.line(line);
        }
    }

    fn item(&mut self, item: &str) {
        self.line(&format!("  - {item}"));
    }

    fn heading(&mut self, heading: &str) {
        self.line("");
        self.line(heading);
        self.line(&"-".repeat(heading.chars().count()));
    }

    fn sub_heading(&mut self, heading: &str) {
        self.line("");
        self.line(heading);
    }

    fn finish(mut self, frame: &Frame) -> String {
        self.line("");
        self.line(&frame.last_change.words);
        self.line(&frame.canonical);
        self.0
    }
}
