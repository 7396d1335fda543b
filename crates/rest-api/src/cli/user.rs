//! `user`: accounts made and listed by whoever runs the machine.

use std::io::{self, BufRead, IsTerminal};

use clap::{
    Args, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use storage::Person;
use vocabulary::{AccountRole, CrewRole, Day, PersonKind};
use volunteer_roster::{DaySpan, Insurance};

use super::{Settings, failure::Failure, print, service};
use crate::app::{
    App, AppError,
    papers::Papers,
    people::{self, PersonInput, PersonShape},
};

/// Adds people, sets their passwords, lists them
#[derive(Debug, Args)]
#[command(after_help = "Example: the first coordinator\n  \
    swietlicobus user add anna@example.pl --name \"Anna Nowak\" --role coordinator\n  \
    swietlicobus user passwd anna@example.pl")]
pub struct User {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(Add),
    Passwd(Passwd),
    List(List),
}

/// Adds an account; it can sign in once it has a password (`user passwd`)
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus user add jan@example.pl --name Jan --role volunteer \
    --crew-role helper --crew-role first-aider --cleared-on 2027-06-01 \\\n    \
    --agreement 2027-06-01..2027-08-31"
)]
struct Add {
    /// What they sign in with
    email: String,
    /// What they are called on screen
    #[arg(long)]
    name: String,
    /// What the account may do
    #[arg(long, value_parser = account_role())]
    role: AccountRole,
    /// What they may do on a visit; may be given several times
    #[arg(long = "crew-role", value_name = "ROLE", value_parser = crew_role())]
    crew_roles: Vec<CrewRole>,
    /// The day on which they were cleared for work with children (never what was found)
    #[arg(long, value_name = "YYYY-MM-DD")]
    cleared_on: Option<Day>,
    /// The last day of that clearance; without it there is no end
    #[arg(long, value_name = "YYYY-MM-DD", requires = "cleared_on")]
    cleared_until: Option<Day>,
    /// The day of birth of a minor; nothing for an adult
    #[arg(long, value_name = "YYYY-MM-DD")]
    born_on: Option<Day>,
    /// On what footing they work: left out, coordinators and animators are staff and volunteers are volunteers
    #[arg(long, value_parser = person_kind())]
    kind: Option<PersonKind>,
    /// A written agreement, signed, with the paper on file: its first and last day; may be given several times
    #[arg(long = "agreement", value_name = "FROM..TO", value_parser = day_span)]
    agreements: Vec<DaySpan>,
    /// An accident insurance taken out by the centre: its first and last day; may be given several times
    #[arg(long, value_name = "FROM..TO", value_parser = day_span)]
    insured: Vec<DaySpan>,
    #[command(flatten)]
    settings: Settings,
}

/// Sets an account's password; whoever is signed in with the old one is signed out
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  swietlicobus user passwd anna@example.pl\n  \
    pass show swietlicobus/anna | swietlicobus user passwd anna@example.pl --password-stdin")]
struct Passwd {
    /// The account
    email: String,
    /// Read the password from the first line of standard input instead of asking
    #[arg(long)]
    password_stdin: bool,
    #[command(flatten)]
    settings: Settings,
}

/// Lists all accounts
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  swietlicobus user list --json")]
struct List {
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

fn account_role() -> impl TypedValueParser<Value = AccountRole> {
    PossibleValuesParser::new(AccountRole::ALL.iter().map(|role| role.as_str())).try_map(|word| word.parse())
}

fn crew_role() -> impl TypedValueParser<Value = CrewRole> {
    PossibleValuesParser::new(CrewRole::ALL.iter().map(|role| role.as_str())).try_map(|word| word.parse())
}

fn person_kind() -> impl TypedValueParser<Value = PersonKind> {
    PossibleValuesParser::new(PersonKind::ALL.iter().map(|kind| kind.as_str())).try_map(|word| word.parse())
}

fn day_span(text: &str) -> Result<DaySpan, String> {
    let example = "write the first and the last day, e.g. 2027-06-01..2027-08-31";
    let (first, last) = text.split_once("..").ok_or(example)?;
    let day = |text: &str| text.parse::<Day>().map_err(|fault| format!("{fault}: {example}"));
    let span = DaySpan {
        first: day(first)?,
        last: day(last)?,
    };
    if span.last < span.first {
        return Err(format!("{} is before {}: {example}", span.last, span.first));
    }
    Ok(span)
}

impl User {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Add(add) => add.run(),
            Command::Passwd(passwd) => passwd.run(),
            Command::List(list) => list.run(),
        }
    }
}

impl Add {
    fn run(self) -> Result<(), Failure> {
        let app = service::app(&self.settings)?;
        let mut papers = Papers::with_roles(&self.crew_roles);
        if let Some(on) = self.cleared_on {
            let standards = volunteer_roster::Rules::default().clearance.standards;
            papers = papers.cleared(on, standards.on(on).map_or(1, |version| version.value));
            papers.clearance.held_until = self.cleared_until;
        }
        for span in &self.agreements {
            papers = papers.agreed(span.first, span.last);
        }
        let insured = |span: &DaySpan| Insurance {
            from: span.first,
            to: span.last,
        };
        papers.insurance = self.insured.iter().map(insured).collect();
        let input = PersonInput {
            email: self.email,
            name: self.name,
            role: self.role,
            active: true,
            born_on: self.born_on,
            kind: self.kind,
            papers,
            language: None,
        };
        let person = people::create(&app, None, &input)?;
        print::out(&person.id);
        print::done(format!(
            "added {}; now set a password: swietlicobus user passwd {}",
            person.email, person.email
        ));
        Ok(())
    }
}

impl Passwd {
    fn run(self) -> Result<(), Failure> {
        let app = service::app(&self.settings)?;
        // Before anything is typed.
        known(&app, &self.email)?;
        let password = if self.password_stdin { piped() } else { typed() }?;
        people::set_password(&app, &self.email, &password)?;
        print::done(format!("the password of {} is set", self.email));
        Ok(())
    }
}

fn known(app: &App, email: &str) -> Result<Person, Failure> {
    app.read(|db| Ok(storage::people::by_email(db, email)?))
        .map_err(|error| match error {
            AppError::NotFound => Failure::input(format!(
                "there is no account {email}: `swietlicobus user list` shows all, `user add` makes one"
            )),
            other => other.into(),
        })
}

fn piped() -> Result<String, Failure> {
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    read.map_err(|e| Failure::failed(format!("cannot read the password: {e}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn typed() -> Result<String, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::input("there is no terminal to ask at: use --password-stdin"));
    }
    let ask = |prompt: &str| {
        rpassword::prompt_password(prompt).map_err(|e| Failure::failed(format!("cannot read the password: {e}")))
    };
    let password = ask("New password: ")?;
    if ask("The same again: ")? == password {
        Ok(password)
    } else {
        Err(Failure::input("the two passwords differ: nothing was changed"))
    }
}

impl List {
    fn run(self) -> Result<(), Failure> {
        let app = service::app(&self.settings)?;
        let people = everybody(&app)?;
        let shapes = people.iter().map(PersonShape::of).collect::<Result<Vec<_>, _>>()?;
        if self.json {
            return print::json(&shapes);
        }
        if shapes.is_empty() {
            print::say("there is no account yet: make one with `swietlicobus user add`");
            return Ok(());
        }
        let mut table = print::list(["e-mail", "name", "role", "on a visit", "cleared", "signs in"]);
        for person in shapes {
            let words: Vec<_> = person.papers.role_words().iter().map(|role| role.as_str()).collect();
            table.add_row([
                person.email.clone(),
                person.name.clone(),
                person.role.to_string(),
                words.join(", "),
                cleared(&person),
                signs_in(&person).to_owned(),
            ]);
        }
        print::out(table.trim_fmt());
        Ok(())
    }
}

fn everybody(app: &App) -> Result<Vec<Person>, Failure> {
    Ok(app.read(|db| Ok(storage::whole(|page| storage::people::list(db, page))?))?)
}

fn cleared(person: &PersonShape) -> String {
    let clearance = &person.papers.clearance;
    let parts = [clearance.register_on, clearance.certificate_on, clearance.statements_on];
    let whole = parts.into_iter().collect::<Option<Vec<_>>>();
    let on = whole.and_then(|days| days.into_iter().max());
    match (on, clearance.held_until) {
        (None, _) => "no".to_owned(),
        (Some(on), None) => format!("since {on}"),
        (Some(on), Some(until)) => format!("{on} to {until}"),
    }
}

fn signs_in(person: &PersonShape) -> &'static str {
    match (person.active, person.has_password) {
        (false, _) => "no: switched off",
        (true, false) => "no: no password",
        (true, true) => "yes",
    }
}
