//! The form of a person: a map of fields as they are typed, from and to what staff keeps. What the form does not show is kept as it was.

use std::collections::BTreeMap;

use storage::Person;
use vocabulary::{AccountRole, CrewRole, Day, PersonId, PersonKind};
use volunteer_roster::{
    Agreement, AgreementKind, Confirmation, Consent, Insurance, Qualification, QualificationHeld, RoleHeld,
    StandardsRead, Tongue,
};
use wording::Words;

use super::super::views::FieldFaults;
use crate::app::{
    error::Fault,
    papers::{self, CONSENT_VERSION, Guardian, Papers},
    people::PersonInput,
};

/// The fields of a form, by name, as typed.
pub(in super::super) type Fields = BTreeMap<String, String>;

/// A form has at most so many rows of one kind; nobody has that many agreements.
const MOST_ROWS: usize = 40;
const LONGEST_LINE: usize = 200;

/// The fields of a person as they are kept.
pub(super) fn of(person: &Person, papers: &Papers) -> Fields {
    let mut all = Filling(Fields::new());
    all.put("name", &person.name);
    all.put("email", &person.email);
    all.put("phone", papers.phone.as_deref().unwrap_or_default());
    all.put("role", person.role.as_str());
    all.put("language", &person.language);
    all.put("kind", person.kind.as_str());
    all.tick("active", person.active);
    all.tick("adult", person.born_on.is_none());
    all.day("born_on", person.born_on);
    for role in CrewRole::ALL {
        let held = role_of(papers, *role);
        let word = held.map_or("", |held| held_word(&held.confirmed, held.in_training));
        all.put(&format!("role_{role}"), word);
        all.day(&format!("role_{role}_until"), held.and_then(|held| held.until));
    }
    for one in Qualification::ALL {
        let held = papers.qualifications.iter().find(|held| held.qualification == *one);
        let word = held.map_or("", |held| held_word(&held.confirmed, false));
        all.put(&format!("qualification_{}", one.as_str()), word);
        all.day(
            &format!("qualification_{}_until", one.as_str()),
            held.and_then(|held| held.until),
        );
    }
    for tongue in Tongue::ALL {
        all.tick(&format!("tongue_{}", tongue.as_str()), papers.tongues.contains(tongue));
    }
    let clearance = &papers.clearance;
    all.day("register_on", clearance.register_on);
    all.day("certificate_on", clearance.certificate_on);
    all.day("statements_on", clearance.statements_on);
    all.day("held_until", clearance.held_until);
    if let Some(read) = clearance.standards_read {
        all.put("standards_version", &read.version.to_string());
        all.day("standards_on", Some(read.on));
    }
    for (i, agreement) in papers.agreements.iter().enumerate() {
        all.put(&format!("agreement_{i}_kind"), agreement.kind.as_str());
        all.day(&format!("agreement_{i}_signed_on"), agreement.signed_on);
        all.day(&format!("agreement_{i}_from"), Some(agreement.from));
        all.day(&format!("agreement_{i}_to"), agreement.to);
        all.tick(&format!("agreement_{i}_paper"), agreement.paper_on_file);
    }
    for (i, insurance) in papers.insurance.iter().enumerate() {
        all.day(&format!("insurance_{i}_from"), Some(insurance.from));
        all.day(&format!("insurance_{i}_to"), Some(insurance.to));
    }
    if let Some(guardian) = &papers.guardian {
        all.put("guardian_name", &guardian.name);
        all.put("guardian_email", &guardian.email);
    }
    if let Some(consent) = &papers.consent {
        all.day("consent_on", Some(consent.given_on));
        all.put("consent_version", &consent.text_version.to_string());
        all.day("withdrawn_on", consent.withdrawn_on);
        all.tick("standing", consent.standing_approval);
    }
    all.0
}

/// Those of a new person.
pub(super) fn blank() -> Fields {
    let mut all = Filling(Fields::new());
    all.put("role", AccountRole::Volunteer.as_str());
    all.put("kind", PersonKind::Volunteer.as_str());
    all.tick("active", true);
    all.tick("adult", true);
    all.0
}

struct Filling(Fields);

impl Filling {
    fn put(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    fn tick(&mut self, name: &str, yes: bool) {
        if yes {
            self.put(name, "yes");
        }
    }

    fn day(&mut self, name: &str, day: Option<Day>) {
        self.put(name, &day.map(|day| day.to_string()).unwrap_or_default());
    }
}

/// The role as it is shown: the one that counts in full first.
fn role_of(papers: &Papers, role: CrewRole) -> Option<&RoleHeld> {
    let held = papers.roles.iter().filter(|held| held.role == role);
    held.min_by_key(|held| (!held.confirmed.counts(), held.in_training))
}

fn held_word(confirmed: &Confirmation, in_training: bool) -> &'static str {
    match (confirmed.counts(), in_training) {
        (false, _) => "claimed",
        (true, true) => "training",
        (true, false) => "yes",
    }
}

/// How many rows of a kind are filled: up to the last in which one of these fields is.
pub(in super::super) fn rows(fields: &Fields, kind: &str, parts: &[&str]) -> usize {
    let filled = |i: &usize| {
        parts.iter().any(|part| {
            let typed = fields.get(&format!("{kind}_{i}_{part}"));
            typed.is_some_and(|text| !text.trim().is_empty())
        })
    };
    (0..MOST_ROWS).rev().find(filled).map_or(0, |last| last + 1)
}

/// What makes a row of agreements one.
pub(super) const AGREEMENT: &[&str] = &["signed_on", "from", "to", "paper"];
/// What makes a row of insurances one.
pub(super) const INSURANCE: &[&str] = &["from", "to"];

/// The input that a form says, and everything that is wrong with it. `was` is what is kept now, `by` whoever confirms.
pub(super) fn read(
    words: Words,
    fields: &Fields,
    was: &Papers,
    by: &PersonId,
    today: Day,
) -> (PersonInput, FieldFaults) {
    let mut form = Reading {
        words,
        fields,
        today,
        faults: FieldFaults::default(),
    };
    let mut papers = was.clone();
    let said = words.people();
    papers.phone = Some(form.line("phone")).filter(|text| !text.is_empty());
    form.roles(&mut papers, by);
    form.qualifications(&mut papers, by);
    papers.tongues = Tongue::ALL
        .iter()
        .copied()
        .filter(|tongue| form.ticked(&format!("tongue_{}", tongue.as_str())))
        .collect();
    form.clearance(&mut papers);
    let agreement_rows = form.agreements(&mut papers);
    let insurance_rows = form.insurance(&mut papers);
    form.guardian(&mut papers);
    form.consent(&mut papers);
    let role = form.choice("role", AccountRole::Volunteer);
    let kind = form.choice("kind", papers::usual_kind(role));
    let born_on = form.past_day("born_on");
    let born_on = if form.ticked("adult") { None } else { born_on };
    match born_on {
        Some(day) if papers::age(Some(day)).category_on(today) == volunteer_roster::AgeCategory::Adult => {
            form.faults.add("born_on", said.born_adult());
        }
        None if !form.ticked("adult") && form.faults.of("born_on").is_none() => {
            form.faults.add("born_on", said.born_missing());
        }
        _ => {}
    }
    let input = PersonInput {
        email: form.text("email").to_owned(),
        name: form.text("name").to_owned(),
        role,
        active: form.ticked("active"),
        born_on,
        kind: Some(kind),
        papers,
        language: Some(form.text("language").to_owned()).filter(|tag| !tag.is_empty()),
    };
    for fault in input.faults() {
        place(words, &mut form.faults, &fault, &agreement_rows, &insurance_rows);
    }
    (input, form.faults)
}

/// Puts a fault of the use case at its field, once for each field.
pub(super) fn place(words: Words, faults: &mut FieldFaults, fault: &Fault, agreements: &[usize], insurance: &[usize]) {
    let said = words.people();
    let parts: Vec<&str> = fault.pointer.split('/').skip(1).collect();
    let row = |rows: &[usize], at: &str| at.parse().ok().and_then(|i: usize| rows.get(i).copied()).unwrap_or(0);
    let (field, text) = match parts[..] {
        ["email"] => ("email".to_owned(), said.email_wrong()),
        ["name"] => ("name".to_owned(), said.name_wrong()),
        ["role"] => ("role".to_owned(), said.own_rights()),
        ["papers", "agreements", i, "to"] => (format!("agreement_{}_to", row(agreements, i)), said.ends_before()),
        ["papers", "insurance", i, "to"] => (format!("insurance_{}_to", row(insurance, i)), said.ends_before()),
        ["papers", "clearance", "held_until"] => ("held_until".to_owned(), said.held_too_short()),
        ["papers", "clearance", "register_on"] => ("register_on".to_owned(), said.clearance_first()),
        ["papers", "consent", "withdrawn_on"] => ("withdrawn_on".to_owned(), said.ends_before()),
        _ => ("form".to_owned(), said.fault_other(&fault.detail)),
    };
    if faults.of(&field).is_none() {
        faults.add(field, text);
    }
}

struct Reading<'a> {
    words: Words,
    fields: &'a Fields,
    today: Day,
    faults: FieldFaults,
}

impl Reading<'_> {
    fn text(&self, name: &str) -> &str {
        self.fields.get(name).map(|text| text.trim()).unwrap_or_default()
    }

    fn ticked(&self, name: &str) -> bool {
        self.text(name) == "yes"
    }

    fn line(&mut self, name: &str) -> String {
        let text = self.text(name).to_owned();
        if text.chars().count() > LONGEST_LINE || text.chars().any(char::is_control) {
            let most = u32::try_from(LONGEST_LINE).unwrap_or(u32::MAX);
            self.faults.add(name, self.words.people().text_too_long(most));
        }
        text
    }

    fn day(&mut self, name: &str) -> Option<Day> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let day = text.parse().ok();
        if day.is_none() {
            self.faults.add(name, self.words.people().date_wrong());
        }
        day
    }

    /// A day on which something was done: a slip of the year would else count as done for long.
    fn past_day(&mut self, name: &str) -> Option<Day> {
        let day = self.day(name)?;
        if day > self.today {
            self.faults.add(name, self.words.people().date_future());
        }
        Some(day)
    }

    fn needed_day(&mut self, name: &str) -> Option<Day> {
        if self.text(name).is_empty() {
            self.faults.add(name, self.words.people().date_missing());
        }
        self.day(name)
    }

    fn number(&mut self, name: &str) -> Option<u32> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|number| *number > 0);
        if number.is_none() {
            self.faults.add(name, self.words.people().number_wrong());
        }
        number
    }

    fn choice<T: std::str::FromStr>(&mut self, name: &str, otherwise: T) -> T {
        match self.text(name).parse() {
            Ok(choice) => choice,
            Err(_) => {
                self.faults.add(name, self.words.people().choose_one());
                otherwise
            }
        }
    }

    /// What staff says of something held; none: not held. What was seen before stays seen by whom it was.
    fn held(&mut self, name: &str, was: Option<&Confirmation>, by: &PersonId) -> Option<(Confirmation, bool)> {
        let seen = || match was {
            Some(before) if before.counts() => before.clone(),
            _ => papers::seen_by(by),
        };
        match self.text(name) {
            "" => None,
            "claimed" => Some((Confirmation::Claimed, false)),
            "yes" => Some((seen(), false)),
            "training" => Some((seen(), true)),
            _ => {
                self.faults.add(name, self.words.people().choose_one());
                None
            }
        }
    }

    fn roles(&mut self, papers: &mut Papers, by: &PersonId) {
        for role in CrewRole::ALL {
            let name = format!("role_{role}");
            let before = role_of(papers, *role).cloned();
            let held = self.held(&name, before.as_ref().map(|held| &held.confirmed), by);
            let until = self.day(&format!("{name}_until"));
            let claimed_training = before
                .as_ref()
                .is_some_and(|held| !held.confirmed.counts() && held.in_training);
            let next = held.map(|(confirmed, in_training)| RoleHeld {
                role: *role,
                until,
                in_training: in_training || (claimed_training && !confirmed.counts()),
                confirmed,
            });
            let at = before.and_then(|before| papers.roles.iter().position(|held| *held == before));
            replace(&mut papers.roles, at, next);
        }
    }

    fn qualifications(&mut self, papers: &mut Papers, by: &PersonId) {
        for one in Qualification::ALL {
            let name = format!("qualification_{}", one.as_str());
            let at = papers.qualifications.iter().position(|held| held.qualification == *one);
            let before = at.and_then(|at| papers.qualifications.get(at)).cloned();
            let held = self.held(&name, before.as_ref().map(|held| &held.confirmed), by);
            let until = self.day(&format!("{name}_until"));
            let next = held.map(|(confirmed, _)| QualificationHeld {
                qualification: *one,
                until,
                confirmed,
            });
            replace(&mut papers.qualifications, at, next);
        }
    }

    fn clearance(&mut self, papers: &mut Papers) {
        let clearance = &mut papers.clearance;
        clearance.register_on = self.past_day("register_on");
        clearance.certificate_on = self.past_day("certificate_on");
        clearance.statements_on = self.past_day("statements_on");
        clearance.held_until = self.day("held_until");
        let version = self.number("standards_version");
        let on = self.past_day("standards_on");
        if version.is_some() && self.text("standards_on").is_empty() {
            self.faults.add("standards_on", self.words.people().date_missing());
        }
        if on.is_some() && self.text("standards_version").is_empty() {
            self.faults.add("standards_version", self.words.people().number_wrong());
        }
        clearance.standards_read = version.zip(on).map(|(version, on)| StandardsRead { version, on });
    }

    /// The row of each agreement that could be read.
    fn agreements(&mut self, papers: &mut Papers) -> Vec<usize> {
        let was = std::mem::take(&mut papers.agreements);
        let mut kept = Vec::new();
        for i in 0..rows(self.fields, "agreement", AGREEMENT) {
            let name = |part: &str| format!("agreement_{i}_{part}");
            if AGREEMENT
                .iter()
                .all(|part| matches!(*part, "paper") || self.text(&name(part)).is_empty())
                && !(self.ticked(&name("paper")) && i >= was.len())
            {
                continue;
            }
            let from = self.needed_day(&name("from"));
            let agreement = Agreement {
                kind: self.choice(&name("kind"), AgreementKind::Written),
                signed_on: self.past_day(&name("signed_on")),
                from: from.unwrap_or(self.today),
                to: self.day(&name("to")),
                paper_on_file: self.ticked(&name("paper")),
                psu: was.get(i).and_then(|before| before.psu.clone()),
            };
            if from.is_some() {
                papers.agreements.push(agreement);
                kept.push(i);
            }
        }
        kept
    }

    /// The row of each insurance that could be read.
    fn insurance(&mut self, papers: &mut Papers) -> Vec<usize> {
        papers.insurance.clear();
        let mut kept = Vec::new();
        for i in 0..rows(self.fields, "insurance", INSURANCE) {
            let name = |part: &str| format!("insurance_{i}_{part}");
            if INSURANCE.iter().all(|part| self.text(&name(part)).is_empty()) {
                continue;
            }
            let (from, to) = (self.needed_day(&name("from")), self.needed_day(&name("to")));
            if let (Some(from), Some(to)) = (from, to) {
                papers.insurance.push(Insurance { from, to });
                kept.push(i);
            }
        }
        kept
    }

    fn guardian(&mut self, papers: &mut Papers) {
        let (name, email) = (self.line("guardian_name"), self.line("guardian_email"));
        papers.guardian = None;
        if name.is_empty() && email.is_empty() {
            return;
        }
        if name.is_empty() {
            self.faults.add("guardian_name", self.words.people().name_wrong());
        }
        // Who consented by a link that was handed over may have no address here.
        let wrong = !email.is_empty() && !crate::app::people::is_email(&email);
        if wrong && self.faults.of("guardian_email").is_none() {
            self.faults.add("guardian_email", self.words.people().email_wrong());
        }
        papers.guardian = Some(Guardian { name, email });
    }

    fn consent(&mut self, papers: &mut Papers) {
        let version = self.number("consent_version").unwrap_or(CONSENT_VERSION);
        let withdrawn_on = self.day("withdrawn_on");
        let typed = ["consent_on", "consent_version", "withdrawn_on", "standing"];
        papers.consent = None;
        if typed.iter().all(|name| self.text(name).is_empty()) {
            return;
        }
        if self.text("consent_on").is_empty() {
            self.faults.add("consent_on", self.words.people().date_missing());
        }
        papers.consent = self.past_day("consent_on").map(|given_on| Consent {
            given_on,
            text_version: version,
            withdrawn_on,
            standing_approval: self.ticked("standing"),
        });
    }
}

/// Puts the next value where the one before stands; nothing takes it away.
fn replace<T>(list: &mut Vec<T>, at: Option<usize>, next: Option<T>) {
    match (at.filter(|at| *at < list.len()), next) {
        (Some(at), Some(next)) => list[at] = next,
        (Some(at), None) => {
            list.remove(at);
        }
        (None, Some(next)) => list.push(next),
        (None, None) => {}
    }
}
