//! `/koordynator/sezony/{slug}/limity`: every limit of a season's crew, whose it is and where it comes from; those of the house may be changed.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use serde_json::{Value, json};
use vocabulary::{Day, Minute, Minutes};
use volunteer_roster::AgeCategory;
use wording::Words;

use super::{
    forms::{self, Desk, Done, Outcome, Posted, Signed},
    people::Fields,
    reasons,
    views::{BrokenLine, FieldFaults, FieldKind, FormField, FormSection, LawLine, LimitsPage, Tab},
};
use crate::app::{
    AppError,
    limits::{self, Form, Leaf, Sheet, always, hours, leaves, of_house, with},
};

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(
            resource("/koordynator/sezony/{slug}/limity", "GET, POST")
                .route(web::get().to(show))
                .route(web::post().to(save)),
        )
        .service(resource("/koordynator/sezony/{slug}/limity/domyslne", "POST").route(web::post().to(reset)));
}

#[derive(Deserialize)]
struct Question {
    /// Whether sign-ups are to be judged by the limits as they are.
    sprawdz: Option<String>,
}

async fn show(signed: Signed, slug: Path<String>, question: web::Query<Question>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let sheet = sheet(desk, &slug)?;
        let fields = typed(desk, &sheet)?;
        let judged = question.sprawdz.is_some();
        forms::page(&page(desk, &sheet, &fields, FieldFaults::default(), judged)?)
    };
    signed.back_to("/koordynator").answer(act).await
}

async fn save(posted: Posted<Fields>, slug: Path<String>) -> HttpResponse {
    let Posted {
        signed, form: fields, ..
    } = posted;
    let act = move |desk: &Desk| {
        let sheet = sheet(desk, &slug)?;
        let version = fields.get("version").and_then(|text| text.parse().ok()).unwrap_or(0);
        let (changed, faults) = read(desk, &sheet, &fields)?;
        if !faults.is_empty() {
            return forms::again(&page(desk, &sheet, &fields, faults, false)?);
        }
        if changed.is_empty() {
            return forms::see(address(&slug), Done::NothingToDo);
        }
        let rules = with(&sheet.rules, &changed)?;
        match limits::set(&desk.app, &desk.caller, &sheet.season.id, version, &rules) {
            Ok(_) => forms::see(format!("{}?sprawdz=tak#zapisy", address(&slug)), Done::LimitsSaved),
            Err(AppError::Stale { .. }) => conflict(desk, &slug),
            Err(AppError::Invalid(found)) => {
                let mut faults = FieldFaults::default();
                for fault in found {
                    let parts: Vec<&str> = fault.pointer.split('/').skip(1).take(2).collect();
                    let name = parts.join("_");
                    let known = fields.contains_key(&name) || fields.contains_key(&format!("{name}_a_day"));
                    faults.add(
                        if known { name } else { "form".to_owned() },
                        desk.words().limits().wrong(),
                    );
                }
                forms::again(&page(desk, &sheet, &fields, faults, false)?)
            }
            Err(other) => Err(other),
        }
    };
    signed.back_to("/koordynator").answer(act).await
}

/// Somebody was faster: the page as it is now says so, and what was typed is typed again over what it shows.
fn conflict(desk: &Desk, slug: &str) -> Result<Outcome, AppError> {
    let sheet = sheet(desk, slug)?;
    let fields = typed(desk, &sheet)?;
    let mut faults = FieldFaults::default();
    faults.add("form", desk.words().limits().changed_before());
    forms::page_with(
        StatusCode::PRECONDITION_FAILED,
        &page(desk, &sheet, &fields, faults, false)?,
    )
}

async fn reset(posted: Posted<Version>, slug: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let act = move |desk: &Desk| {
        let sheet = sheet(desk, &slug)?;
        let version = form.version.parse().unwrap_or(0);
        match limits::reset(&desk.app, &desk.caller, &sheet.season.id, version) {
            Ok(()) => forms::see(format!("{}?sprawdz=tak#zapisy", address(&slug)), Done::LimitsReset),
            Err(AppError::Stale { .. }) => conflict(desk, &slug),
            Err(other) => Err(other),
        }
    };
    signed.back_to("/koordynator").answer(act).await
}

#[derive(Deserialize)]
struct Version {
    #[serde(default)]
    version: String,
}

fn address(slug: &str) -> String {
    format!("/koordynator/sezony/{slug}/limity")
}

fn sheet(desk: &Desk, slug: &str) -> Result<Sheet, AppError> {
    let slug = slug.parse().map_err(|_| AppError::NotFound)?;
    limits::by_slug(&desk.app, &desk.caller, &slug)
}

/// The first day on which a change matters: today, or the season's first day while that is ahead.
fn day_shown(desk: &Desk, sheet: &Sheet) -> Day {
    desk.app.today().max(sheet.season.first_day)
}

fn field(leaf: &Leaf) -> String {
    leaf.name.replace('.', "_")
}

/// The parts of a field that holds the hours of minors.
const PARTS: [&str; 4] = ["earliest", "latest", "a_day", "days_in_a_row"];

/// The house's limits as the form holds them.
fn typed(desk: &Desk, sheet: &Sheet) -> Result<Fields, AppError> {
    let day = day_shown(desk, sheet);
    let mut all = Fields::new();
    for leaf in leaves(&sheet.rules)?.iter().filter(|leaf| leaf.is_of_house()) {
        let name = field(leaf);
        let value = leaf.on(day).map(|dated| &dated["value"]);
        if leaf.form == Form::Hours {
            for part in PARTS {
                let text = value.map(|hours| in_field(part_form(part), &hours[part]));
                all.insert(format!("{name}_{part}"), text.unwrap_or_default());
            }
        } else {
            let text = value.map(|value| in_field(leaf.form, value));
            all.insert(name, text.unwrap_or_default());
        }
    }
    Ok(all)
}

fn part_form(part: &str) -> Form {
    match part {
        "a_day" => Form::Length,
        _ => Form::Count,
    }
}

/// A value as it is typed: lengths as hours and minutes.
fn in_field(form: Form, value: &Value) -> String {
    match (form, value) {
        (Form::Length, Value::Number(minutes)) => {
            let minutes = minutes.as_u64().unwrap_or_default();
            format!("{}:{:02}", minutes / 60, minutes % 60)
        }
        (_, Value::Bool(true)) => "yes".to_owned(),
        (_, Value::Bool(false)) => "no".to_owned(),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

/// The settings that a form changes, and everything that is wrong with it.
fn read(desk: &Desk, sheet: &Sheet, fields: &Fields) -> Result<(Vec<Leaf>, FieldFaults), AppError> {
    let said = desk.words().limits();
    let before = typed(desk, sheet)?;
    let text = |name: &str| fields.get(name).map(|text| text.trim()).unwrap_or_default();
    let mut faults = FieldFaults::default();
    let from = match text("from") {
        "" => Some(always()),
        typed => typed.parse().ok(),
    };
    if from.is_none() {
        faults.add("from", desk.words().people().date_wrong());
    }
    let source = match text("source") {
        "" => said.house(),
        typed => typed.to_owned(),
    };
    if source.chars().count() > 200 || source.chars().any(char::is_control) {
        faults.add("source", desk.words().people().text_too_long(200));
    }
    let mut changed = Vec::new();
    for leaf in leaves(&sheet.rules)?.into_iter().filter(Leaf::is_of_house) {
        let name = field(&leaf);
        let names: Vec<String> = match leaf.form {
            Form::Hours => PARTS.iter().map(|part| format!("{name}_{part}")).collect(),
            _ => vec![name.clone()],
        };
        let same = |name: &String| text(name) == before.get(name).map(String::as_str).unwrap_or_default();
        if names.iter().all(same) {
            continue;
        }
        match value(desk.words(), &leaf, &name, &text, &mut faults) {
            Some(Some(value)) => {
                let from = from.unwrap_or_else(always);
                changed.push(changed_from(leaf, from, Some(of_house(from, value, &source))));
            }
            Some(None) => changed.push(changed_from(leaf, always(), None)),
            None => {}
        }
    }
    Ok((changed, faults))
}

/// The setting with a value from a day on. What held before stays for the days before; without a value there is no such limit at all.
fn changed_from(leaf: Leaf, from: Day, value: Option<Value>) -> Leaf {
    let earlier = |dated: &Value| {
        let begins = dated["from"].as_str().and_then(|text| text.parse::<Day>().ok());
        begins.is_some_and(|begins| begins < from)
    };
    let mut values: Vec<Value> = leaf.values.iter().filter(|dated| earlier(dated)).cloned().collect();
    values.extend(value);
    Leaf { values, ..leaf }
}

/// What is typed of a setting: a value, no limit, or none of both where it has faults.
fn value<'a>(
    words: Words,
    leaf: &Leaf,
    name: &str,
    text: &impl Fn(&str) -> &'a str,
    faults: &mut FieldFaults,
) -> Option<Option<Value>> {
    if leaf.form == Form::Hours {
        return hours_of(words, name, text, faults).map(Some);
    }
    let typed = text(name);
    if typed.is_empty() && leaf.form != Form::Yes {
        return Some(None);
    }
    let value = one(leaf.form, typed);
    if value.is_none() {
        faults.add(name, wanted(words, leaf.form));
    }
    value.map(Some)
}

fn one(form: Form, typed: &str) -> Option<Value> {
    match form {
        Form::Length => length(typed).map(|minutes| json!(minutes)),
        Form::Count | Form::Money => typed.parse::<u32>().ok().map(|count| json!(count)),
        Form::Yes => ["yes", "no"].contains(&typed).then(|| json!(typed == "yes")),
        Form::Age => typed.parse::<AgeCategory>().ok().map(|age| json!(age)),
        Form::Hours => None,
    }
}

/// "8:30" in minutes.
fn length(typed: &str) -> Option<u32> {
    let (hours, minutes) = typed.split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && hours <= 10_000).then_some(hours * 60 + minutes)
}

fn wanted(words: Words, form: Form) -> String {
    let said = words.limits();
    match form {
        Form::Length => said.length_wrong(),
        Form::Count | Form::Money => said.count_wrong(),
        Form::Yes | Form::Age | Form::Hours => words.people().choose_one(),
    }
}

fn hours_of<'a>(words: Words, name: &str, text: &impl Fn(&str) -> &'a str, faults: &mut FieldFaults) -> Option<Value> {
    let said = words.limits();
    let mut part = |part: &str, fault: String| -> Option<u32> {
        let name = format!("{name}_{part}");
        let typed = text(&name);
        let read = match part {
            "days_in_a_row" => typed.parse::<u32>().ok().filter(|count| *count > 0),
            "a_day" => length(typed),
            _ => typed.parse::<Minute>().ok().map(Minute::get),
        };
        if read.is_none() {
            faults.add(name, fault);
        }
        read
    };
    let earliest = part("earliest", said.hour_wrong());
    let latest = part("latest", said.hour_wrong());
    let a_day = part("a_day", said.length_wrong());
    let row = part("days_in_a_row", said.count_wrong());
    let (earliest, latest) = (Minute::new(earliest?)?, Minute::new(latest?)?);
    if latest <= earliest {
        faults.add(format!("{name}_latest"), said.hours_turned());
        return None;
    }
    Some(hours(earliest, latest, Minutes(a_day?), row?))
}

fn page(
    desk: &Desk,
    sheet: &Sheet,
    fields: &Fields,
    errors: FieldFaults,
    judged: bool,
) -> Result<LimitsPage, AppError> {
    let said = desk.words().limits();
    let all = leaves(&sheet.rules)?;
    let day = day_shown(desk, sheet);
    let broken = if judged {
        Some(limits::broken(&desk.app, &desk.caller, &sheet.season.id)?)
    } else {
        None
    };
    let line = |one: &limits::Broken| BrokenLine {
        said: format!(
            "{}, {}, {}",
            one.name,
            desk.words().dates().long(one.day),
            one.place.stop
        ),
        reasons: one
            .refusals
            .iter()
            .map(|refusal| reasons::refusal(desk.words(), desk.zone(), refusal))
            .collect(),
    };
    Ok(LimitsPage {
        frame: desk.frame(&said.heading(&sheet.season.name), Tab::Coordinator),
        season: sheet.season.name.clone(),
        back: format!("/koordynator/sezony/{}", sheet.season.slug),
        action: address(sheet.season.slug.as_str()),
        version: sheet.version,
        own: sheet.own,
        law: all
            .iter()
            .filter(|leaf| !leaf.is_of_house())
            .map(|leaf| law(desk.words(), leaf, day))
            .collect(),
        sections: sections(desk.words(), &all, fields),
        errors,
        broken: broken.map(|found| found.iter().map(line).collect()),
    })
}

fn law(words: Words, leaf: &Leaf, day: Day) -> LawLine {
    let said = words.limits();
    let in_force = leaf.on(day);
    LawLine {
        name: said.name(&leaf.name),
        value: in_force.map_or_else(|| said.none(), |dated| in_words(words, leaf.form, &dated["value"])),
        source: in_force
            .and_then(|dated| dated["source"].as_str())
            .map(str::to_owned)
            .unwrap_or_default(),
        doubtful: in_force.is_some_and(|dated| dated["doubt"].is_string()),
    }
}

fn in_words(words: Words, form: Form, value: &Value) -> String {
    let said = words.limits();
    match form {
        Form::Length => words.dates().length(Minutes(
            value
                .as_u64()
                .and_then(|minutes| u32::try_from(minutes).ok())
                .unwrap_or_default(),
        )),
        Form::Yes if value == true => words.common().yes(),
        Form::Yes => words.common().no(),
        Form::Money => {
            let grosze = value.as_u64().unwrap_or_default();
            said.money(&format!("{},{:02}", grosze / 100, grosze % 100))
        }
        Form::Age => said.age(value.as_str().unwrap_or_default()),
        Form::Count | Form::Hours => value.to_string(),
    }
}

/// The form, a part for each group of settings.
fn sections(words: Words, all: &[Leaf], fields: &Fields) -> Vec<FormSection> {
    let said = words.limits();
    let groups = [
        "volunteer",
        "staff",
        "psu",
        "minors",
        "clearance",
        "crew",
        "travel",
        "waiting",
    ];
    let of_group = |group: &str| {
        let own = all
            .iter()
            .filter(|leaf| leaf.is_of_house() && leaf.name.split('.').next() == Some(group));
        FormSection {
            heading: said.group(group),
            help: said.group_help(group),
            paired: false,
            fields: own.flat_map(|leaf| fields_of(words, leaf, fields)).collect(),
        }
    };
    let change = FormSection {
        heading: said.when_heading(),
        help: said.when_help(),
        paired: false,
        fields: vec![
            one_field("from".to_owned(), said.from_label(), FieldKind::Input("date"), fields),
            one_field(
                "source".to_owned(),
                said.source_label(),
                FieldKind::Input("text"),
                fields,
            ),
        ],
    };
    let groups = groups
        .into_iter()
        .map(of_group)
        .filter(|section| !section.fields.is_empty());
    groups.chain([change]).collect()
}

fn fields_of(words: Words, leaf: &Leaf, fields: &Fields) -> Vec<FormField> {
    let said = words.limits();
    let (name, label) = (field(leaf), said.name(&leaf.name));
    match leaf.form {
        Form::Hours => PARTS
            .iter()
            .map(|part| {
                let label = format!("{label}: {}", said.part(part));
                let kind = match *part {
                    "earliest" | "latest" => "time",
                    _ => "text",
                };
                one_field(format!("{name}_{part}"), label, FieldKind::Input(kind), fields)
            })
            .collect(),
        Form::Yes => {
            let choices = vec![
                ("yes".to_owned(), words.common().yes()),
                ("no".to_owned(), words.common().no()),
            ];
            vec![one_field(name, label, FieldKind::Choice(choices), fields)]
        }
        Form::Length | Form::Count | Form::Money | Form::Age => {
            vec![one_field(name, label, FieldKind::Input("text"), fields)]
        }
    }
}

fn one_field(name: String, label: String, kind: FieldKind, fields: &Fields) -> FormField {
    FormField {
        value: fields.get(&name).cloned().unwrap_or_default(),
        name,
        label,
        hint: String::new(),
        kind,
    }
}
