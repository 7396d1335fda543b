//! `/moje`: what is kept about oneself, what lacks, when one can come, and all of it to take along.

use std::collections::BTreeMap;

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::{self, ServiceConfig},
};
use serde::Deserialize;
use vocabulary::{Weekday, Weekdays};
use volunteer_roster::Refusal;
use wording::{Language, Words};

use super::{
    forms::{self, Desk, Done, Outcome, Posted, Signed},
    people::{self, Fields, lacks},
    reasons,
    views::{FieldFaults, FieldKind, FormField, FormSection, MePage, Tab},
};
use crate::app::{
    AppError, erasure,
    me::{self, Mine},
    papers::Papers,
    personal_feed,
    wishes::{Away, MOST_AWAY, MOST_VISITS, Wishes},
};

const MINE: &str = "/moje";

/// One's own page.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource(MINE, "GET").route(web::get().to(show)))
        .service(resource("/moje/zyczenia", "POST").route(web::post().to(wish)))
        .service(resource("/moje/jezyk", "POST").route(web::post().to(speak)))
        .service(resource("/moje/standardy", "POST").route(web::post().to(read_standards)))
        .service(resource("/moje/dane.json", "GET").route(web::get().to(export)));
}

async fn show(signed: Signed) -> HttpResponse {
    signed
        .answer(|desk| {
            let mine = me::mine(&desk.app, &desk.caller)?;
            let typed = typed(&Wishes::of(&mine.checked.person)?);
            forms::page(&page(desk, &mine, &typed, FieldFaults::default())?)
        })
        .await
}

async fn wish(posted: Posted<Fields>) -> HttpResponse {
    let Posted {
        signed, form: fields, ..
    } = posted;
    signed
        .back_to(MINE)
        .answer(move |desk| {
            let mine = me::mine(&desk.app, &desk.caller)?;
            let (wishes, faults) = read(desk.words(), &fields, &mine);
            if !faults.is_empty() {
                return forms::again(&page(desk, &mine, &fields, faults)?);
            }
            me::wish(&desk.app, &desk.caller, &wishes)?;
            forms::see(MINE, Done::WishesSaved)
        })
        .await
}

#[derive(Deserialize)]
struct Speak {
    #[serde(default)]
    language: String,
}

/// From the foot of any page, and back to it.
async fn speak(posted: Posted<Speak>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let back = signed.came_from();
    signed
        .answer(move |desk| {
            let language = Language::from_tag(&form.language).ok_or(AppError::NotFound)?;
            me::speak(&desk.app, &desk.caller, language)?;
            forms::see(back, Done::LanguageChanged)
        })
        .await
}

#[derive(Deserialize)]
struct Standards {
    #[serde(default)]
    standards: String,
}

async fn read_standards(posted: Posted<Standards>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    signed
        .back_to(MINE)
        .answer(move |desk| {
            let version = form.standards.parse().unwrap_or(0);
            match me::read_standards(&desk.app, &desk.caller, version) {
                Ok(()) => forms::see(MINE, Done::StandardsRead),
                // Another version came into force meanwhile: the page shows it.
                Err(AppError::Invalid(_)) => forms::see(MINE, Done::StandardsChanged),
                Err(other) => Err(other),
            }
        })
        .await
}

async fn export(signed: Signed) -> HttpResponse {
    let response = signed
        .answer(|desk| {
            let all = me::export(&desk.app, &desk.caller)?;
            let text = serde_json::to_string_pretty(&all).map_err(|e| anyhow::anyhow!(e))?;
            Ok(Outcome::Page(StatusCode::OK, text))
        })
        .await;
    as_file(response, "attachment; filename=\"moje-dane.json\"")
}

/// A JSON text as a file to keep; any other answer as it is.
pub(super) fn as_file(mut response: HttpResponse, disposition: &'static str) -> HttpResponse {
    if response.status() == StatusCode::OK {
        let headers = response.headers_mut();
        let json = header::HeaderValue::from_static("application/json; charset=utf-8");
        headers.insert(header::CONTENT_TYPE, json);
        let file = header::HeaderValue::from_static(disposition);
        headers.insert(header::CONTENT_DISPOSITION, file);
    }
    response
}

fn page(desk: &Desk, mine: &Mine, fields: &Fields, errors: FieldFaults) -> Result<MePage, AppError> {
    let checked = &mine.checked;
    let worded = |refusal: &Refusal| {
        let help = match refusal {
            // The button stands below.
            Refusal::StandardsNotRead { .. } => None,
            other => reasons::remedy(desk.words(), desk.zone(), &other.remedy()),
        };
        (reasons::refusal(desk.words(), desk.zone(), refusal), help)
    };
    let unread = checked.lacking.now.iter().find_map(|refusal| match refusal {
        Refusal::StandardsNotRead { in_force, .. } => Some(*in_force),
        _ => None,
    });
    Ok(MePage {
        frame: desk.frame(&desk.words().people().me_heading(), Tab::Me),
        waiting: checked.person.awaits_approval,
        feed: personal_feed::made_at(&desk.app, &desk.caller)?.map(|at| {
            desk.words()
                .accounts()
                .feed_since(&desk.words().dates().instant(at, desk.zone()))
        }),
        erasure: erasure::answer_by(&desk.app, &checked.person).map(|day| {
            desk.words()
                .accounts()
                .erase_asked(&desk.words().dates().with_year(day))
        }),
        missing: checked.lacking.now.iter().map(worded).collect(),
        soon: checked
            .lacking
            .soon
            .iter()
            .map(|one| lacks::ending(desk.words(), one))
            .collect(),
        standards: unread.filter(|version| mine.standards == Some(*version)),
        years: super::hours::years(desk.words(), &mine.hours),
        kept: people::kept(desk.words(), &checked.person, &Papers::of(&checked.person)?),
        sections: sections(desk.words(), mine, fields),
        errors,
    })
}

/// The halves of the day, by their names in the form.
const MORNING: &str = "morning";
const AFTERNOON: &str = "afternoon";

/// Wishes as the form holds them.
fn typed(wishes: &Wishes) -> Fields {
    let mut all: Fields = BTreeMap::new();
    for (half, days) in [(MORNING, wishes.mornings), (AFTERNOON, wishes.afternoons)] {
        all.extend(
            days.iter()
                .map(|day| (format!("{half}_{}", day.as_str()), "yes".to_owned())),
        );
    }
    for (i, away) in wishes.away.iter().enumerate() {
        all.insert(format!("away_{i}_from"), away.from.to_string());
        all.insert(format!("away_{i}_to"), away.to.to_string());
    }
    let liked = wishes.estates.iter();
    all.extend(liked.map(|id| (format!("estate_{id}"), "yes".to_owned())));
    let visits = wishes.visits.map(|count| count.to_string());
    all.insert("visits".to_owned(), visits.unwrap_or_default());
    all
}

/// The wishes that a form says, and everything that is wrong with it.
fn read(words: Words, fields: &Fields, mine: &Mine) -> (Wishes, FieldFaults) {
    let said = words.people();
    let mut faults = FieldFaults::default();
    let text = |name: &str| fields.get(name).map(|text| text.trim()).unwrap_or_default();
    let ticked = |name: String| text(&name) == "yes";
    let days = |half: &str| -> Weekdays {
        let all = Weekday::ALL.into_iter();
        all.filter(|day| ticked(format!("{half}_{}", day.as_str()))).collect()
    };
    let mut wishes = Wishes {
        mornings: days(MORNING),
        afternoons: days(AFTERNOON),
        estates: mine.estates.iter().map(|estate| estate.id.clone()).collect(),
        ..Wishes::default()
    };
    wishes.estates.retain(|id| ticked(format!("estate_{id}")));
    for i in 0..rows(fields) {
        let (from, to) = (format!("away_{i}_from"), format!("away_{i}_to"));
        if text(&from).is_empty() && text(&to).is_empty() {
            continue;
        }
        let mut day = |name: &str| match text(name) {
            "" => {
                faults.add(name, said.date_missing());
                None
            }
            typed => typed.parse().ok().or_else(|| {
                faults.add(name, said.date_wrong());
                None
            }),
        };
        let (first, last) = (day(&from), day(&to));
        match first.zip(last) {
            Some((first, last)) if last < first => faults.add(to, said.ends_before()),
            Some((from, to)) => wishes.away.push(Away { from, to }),
            None => {}
        }
    }
    match text("visits") {
        "" => {}
        typed => {
            wishes.visits = typed.parse().ok();
            if !wishes.visits.is_some_and(|count| (1..=MOST_VISITS).contains(&count)) {
                faults.add("visits", said.number_between(MOST_VISITS));
            }
        }
    }
    (wishes, faults)
}

fn rows(fields: &Fields) -> usize {
    people::rows(fields, "away", &["from", "to"]).min(MOST_AWAY)
}

fn sections(words: Words, mine: &Mine, fields: &Fields) -> Vec<FormSection> {
    let said = words.people();
    let field = |name: String, label: String, kind: FieldKind| FormField {
        value: fields.get(&name).cloned().unwrap_or_default(),
        hint: String::new(),
        name,
        label,
        kind,
    };
    let section = |heading: String, fields: Vec<FormField>| FormSection {
        heading,
        help: String::new(),
        paired: false,
        fields,
    };
    let half = |half: &str, heading: String| {
        let days = Weekday::ALL.into_iter();
        let day = |day: Weekday| {
            let name = format!("{half}_{}", day.as_str());
            field(name, words.dates().name_of_weekday(day), FieldKind::Check)
        };
        section(heading, days.map(day).collect())
    };
    let away = 0..(rows(fields) + 1).min(MOST_AWAY);
    let away = away.flat_map(|i| {
        let day = |part: &str, label: String| field(format!("away_{i}_{part}"), label, FieldKind::Input("date"));
        [day("from", said.away_from()), day("to", said.away_to())]
    });
    let estate = |estate: &storage::Estate| {
        let name = format!("estate_{}", estate.id);
        field(name, estate.name.clone(), FieldKind::Check)
    };
    let visits = field("visits".to_owned(), said.visits_label(), FieldKind::Input("number"));
    vec![
        half(MORNING, said.mornings()),
        half(AFTERNOON, said.afternoons()),
        section(said.away_heading(), away.collect()),
        section(said.how_many(), vec![visits]),
        section(said.estates_liked(), mine.estates.iter().map(estate).collect()),
    ]
}
