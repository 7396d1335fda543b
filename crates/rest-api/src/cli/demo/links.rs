//! What the demo says when it is ready: the links to open and who may sign in.

use std::{
    fmt::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use season_files::Season;
use vocabulary::{CrewRole, Day};

use crate::{
    app::{
        App,
        demo::{ACCOUNTS, Account, PASSWORD},
    },
    cli::print::{self, DIM, HEAD, styled},
};

/// Everything a visitor of the demo needs.
pub(super) fn text(app: &App, season: &Season, today: Day, folder: &Path) -> String {
    let settings = &season.settings;
    let mut text = styled(
        HEAD,
        format!("Świetlicobus · {} · {} (an example)", settings.town, settings.name),
    );
    // Writing into a String cannot fail.
    let _ = writeln!(text, "\nThe demo pretends that today is {}.\n", print::day(today));
    let links = [
        ("the town's calendar", "/"),
        ("one estate", "/osiedla/lazek"),
        ("sign in", "/logowanie"),
        ("the animator's day", "/dzis"),
        ("the volunteer's shifts", "/dyzury"),
        ("the whole season as a calendar feed", "/calendar.ics"),
        ("the API", "/api/docs"),
    ];
    for (what, path) in links {
        let _ = writeln!(text, "  {:<36} {}{path}", what, app.base_address);
    }
    let _ = writeln!(
        text,
        "\nSign in as one of these invented people, password {}:\n",
        styled(HEAD, PASSWORD)
    );
    for account in &ACCOUNTS {
        let _ = writeln!(text, "  {:<30} {}", account.email, styled(DIM, about(account)));
    }
    let _ = write!(text, "\nThe data are in {}. Ctrl-C ends the demo.", folder.display());
    text
}

fn about(account: &Account) -> String {
    let mut about = vec![account.role.to_string()];
    about.extend(
        account
            .crew_roles
            .iter()
            .filter(|r| **r != CrewRole::Helper)
            .map(ToString::to_string),
    );
    if account.crew_roles == [CrewRole::Helper] {
        about.push("helper only".to_owned());
    }
    if let Some(years) = account.minor {
        about.push(format!("{years} years old"));
    }
    if !account.cleared {
        about.push("not cleared for work with children yet".to_owned());
    }
    about.join(", ")
}

/// Opens the browser, or says that it cannot.
pub(super) fn open_browser(address: &str) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let opened = Command::new(program)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let address = address.to_owned();
    match opened {
        // It may last as long as the browser.
        Ok(mut child) => drop(std::thread::spawn(move || {
            if !child.wait().is_ok_and(|status| status.success()) {
                print::warn(format!("{program} could not open the browser; open {address} yourself"));
            }
        })),
        Err(said) => print::warn(format!(
            "cannot open the browser ({program}: {said}); open {address} yourself"
        )),
    }
}
