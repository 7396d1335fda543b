//! The form of a person as it is drawn: every field with its label.

use vocabulary::{AccountRole, CrewRole, PersonKind};
use volunteer_roster::{AgreementKind, Qualification, Tongue};
use wording::{Language, Words};

use super::{
    super::views::{FieldKind, FormField, FormSection},
    form::{self, Fields},
};

const DAY: FieldKind = FieldKind::Input("date");
const TEXT: FieldKind = FieldKind::Input("text");
const MAIL: FieldKind = FieldKind::Input("email");
const NUMBER: FieldKind = FieldKind::Input("number");

/// All parts of the form with what is typed.
pub(super) fn of(words: Words, fields: &Fields) -> Vec<FormSection> {
    let mut all = vec![account(words, fields), roles(words, fields), clearance(words, fields)];
    let agreements = form::rows(fields, "agreement", form::AGREEMENT);
    all.extend((0..=agreements).map(|i| agreement(words, fields, i, i == agreements)));
    let insured = form::rows(fields, "insurance", form::INSURANCE);
    all.extend((0..=insured).map(|i| insurance(words, fields, i, i == insured)));
    all.extend([
        guardian(words, fields),
        qualifications(words, fields),
        tongues(words, fields),
    ]);
    all
}

struct Part<'a> {
    fields: &'a Fields,
    section: FormSection,
}

impl<'a> Part<'a> {
    fn new(fields: &'a Fields, heading: String) -> Self {
        let section = FormSection {
            heading,
            help: String::new(),
            paired: false,
            fields: Vec::new(),
        };
        Self { fields, section }
    }

    fn help(mut self, help: String) -> Self {
        self.section.help = help;
        self
    }

    fn paired(mut self) -> Self {
        self.section.paired = true;
        self
    }

    fn field(self, name: &str, label: String, kind: FieldKind) -> Self {
        self.hinted(name, label, kind, String::new())
    }

    fn hinted(mut self, name: &str, label: String, kind: FieldKind, hint: String) -> Self {
        self.section.fields.push(FormField {
            name: name.to_owned(),
            label,
            hint,
            value: self.fields.get(name).cloned().unwrap_or_default(),
            kind,
        });
        self
    }
}

fn account(words: Words, fields: &Fields) -> FormSection {
    let (said, common) = (words.people(), words.common());
    let roles = AccountRole::ALL.iter().rev();
    let roles = roles.map(|role| (role.as_str().to_owned(), common.account_role(*role)));
    let kinds = PersonKind::ALL.iter();
    let kinds = kinds.map(|kind| (kind.as_str().to_owned(), said.kind_of(*kind)));
    let languages = Language::ALL.iter();
    let languages = languages.map(|language| (language.tag().to_owned(), language.own_name().to_owned()));
    Part::new(fields, said.sign_in_section())
        .field("name", said.name(), TEXT)
        .field("email", said.email(), MAIL)
        .field("phone", said.phone(), FieldKind::Input("tel"))
        .field(
            "language",
            words.pages().language_label(),
            FieldKind::Choice(languages.collect()),
        )
        .field("role", said.account_role(), FieldKind::Choice(roles.collect()))
        .field("kind", said.kind(), FieldKind::Choice(kinds.collect()))
        .field("born_on", said.born_on(), DAY)
        .hinted("adult", said.adult(), FieldKind::Check, said.adult_help())
        .field("active", said.active(), FieldKind::Check)
        .section
}

/// In which ways something may be held.
fn ways(words: Words, training: bool) -> FieldKind {
    let said = words.people();
    let mut ways = vec![
        ("", said.held_no()),
        ("claimed", said.held_claimed()),
        ("yes", said.held_yes()),
    ];
    ways.extend(training.then(|| ("training", said.held_training())));
    FieldKind::Choice(
        ways.into_iter()
            .map(|(value, words)| (value.to_owned(), words))
            .collect(),
    )
}

fn roles(words: Words, fields: &Fields) -> FormSection {
    let said = words.people();
    let part = Part::new(fields, said.roles_section()).paired();
    let all = CrewRole::ALL.iter().fold(part, |part, role| {
        let name = words.common().crew_role(*role);
        part.field(&format!("role_{role}"), name.clone(), ways(words, true))
            .field(&format!("role_{role}_until"), said.until_of(&name), DAY)
    });
    all.section
}

fn qualifications(words: Words, fields: &Fields) -> FormSection {
    let said = words.people();
    let part = Part::new(fields, said.qualifications_section()).paired();
    let all = Qualification::ALL.iter().fold(part, |part, one| {
        let paper = words.refusals().qualification(one.as_str());
        part.field(
            &format!("qualification_{}", one.as_str()),
            paper.clone(),
            ways(words, false),
        )
        .field(
            &format!("qualification_{}_until", one.as_str()),
            said.until_of(&paper),
            DAY,
        )
    });
    all.section
}

fn tongues(words: Words, fields: &Fields) -> FormSection {
    let said = words.people();
    let part = Part::new(fields, said.tongues_section());
    let all = Tongue::ALL.iter().fold(part, |part, tongue| {
        let name = format!("tongue_{}", tongue.as_str());
        part.field(&name, said.tongue(tongue.as_str()), FieldKind::Check)
    });
    all.section
}

fn clearance(words: Words, fields: &Fields) -> FormSection {
    let said = words.people();
    Part::new(fields, said.clearance_section())
        .help(said.clearance_help())
        .field("register_on", said.register_on(), DAY)
        .field("certificate_on", said.certificate_on(), DAY)
        .field("statements_on", said.statements_on(), DAY)
        .field("held_until", said.held_until(), DAY)
        .field("standards_version", said.standards_version(), NUMBER)
        .field("standards_on", said.standards_on(), DAY)
        .section
}

fn agreement(words: Words, fields: &Fields, i: usize, new: bool) -> FormSection {
    let said = words.people();
    let kinds = [
        (AgreementKind::Written, said.kind_written()),
        (AgreementKind::Oral, said.kind_oral()),
    ];
    let kinds = kinds.map(|(kind, words)| (kind.as_str().to_owned(), words)).to_vec();
    let heading = if new {
        said.agreement_new()
    } else {
        said.agreement_number(number(i))
    };
    let part = Part::new(fields, heading);
    let part = if new { part } else { part.help(said.row_help()) };
    let name = |of: &str| format!("agreement_{i}_{of}");
    part.field(&name("from"), said.from_day(), DAY)
        .field(&name("to"), said.agreement_to(), DAY)
        .field(&name("kind"), said.agreement_kind(), FieldKind::Choice(kinds))
        .field(&name("signed_on"), said.signed_on(), DAY)
        .field(&name("paper"), said.paper_on_file(), FieldKind::Check)
        .section
}

fn insurance(words: Words, fields: &Fields, i: usize, new: bool) -> FormSection {
    let said = words.people();
    let heading = if new {
        said.insurance_new()
    } else {
        said.insurance_number(number(i))
    };
    let part = Part::new(fields, heading);
    let part = if new { part } else { part.help(said.row_help()) };
    part.field(&format!("insurance_{i}_from"), said.from_day(), DAY)
        .field(&format!("insurance_{i}_to"), said.to_day(), DAY)
        .section
}

fn guardian(words: Words, fields: &Fields) -> FormSection {
    let said = words.people();
    Part::new(fields, said.guardian_section())
        .field("guardian_name", said.guardian_name(), TEXT)
        .field("guardian_email", said.guardian_email(), MAIL)
        .field("consent_on", said.consent_on(), DAY)
        .field("consent_version", said.consent_version(), NUMBER)
        .field("withdrawn_on", said.withdrawn_on(), DAY)
        .field("standing", said.standing(), FieldKind::Check)
        .section
}

fn number(i: usize) -> u32 {
    u32::try_from(i + 1).unwrap_or(u32::MAX)
}
