//! What the commands print with: colours that go away when nobody sees them, tables, progress, questions.

use std::{
    fmt::Display,
    io::{self, BufRead, IsTerminal, Write},
    path::Path,
};

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table, TableStyle, presets};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use vocabulary::Day;

use super::failure::Failure;

/// Headings.
pub const HEAD: Style = Style::new().bold();
/// What matters less.
pub const DIM: Style = Style::new().dimmed();
/// What went well.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What did not.
pub const BAD: Style = AnsiColor::Red.on_default().bold();
/// What to look at.
pub const NOTE: Style = AnsiColor::Yellow.on_default();

/// The widest that a table is made where there is no terminal to ask.
const WIDTH_WITHOUT_TERMINAL: u16 = 110;

/// The text in this style. The style is dropped on its way out unless it goes to a terminal and `NO_COLOR` is not set.
pub fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// Prints data, and a line end, to standard output. A reader that went away (`| head`) is no failure.
pub fn out(text: impl Display) {
    let _ = writeln!(anstream::stdout().lock(), "{text}");
}

/// Says something about the work to standard error.
pub fn say(text: impl Display) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Says that something was done.
pub fn done(text: impl Display) {
    say(styled(GOOD, text));
}

/// Says what to look at.
pub fn warn(text: impl Display) {
    say(format!("{} {text}", styled(NOTE, "warning:")));
}

/// Says what went wrong.
pub fn error(text: impl Display) {
    say(format!("{} {text}", styled(BAD, "error:")));
}

/// Prints a value as JSON.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    out(json_text(value)?);
    Ok(())
}

/// A value as JSON, without a line end.
pub fn json_text(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|e| Failure::failed(format!("cannot write JSON: {e}")))
}

/// A number and its noun, in English: `1 bus`, `2 buses`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A date in words, in English as everything on the command line: `Thursday 1 July 2027`.
pub fn day(day: Day) -> String {
    day.date().format("%A %-d %B %Y").to_string()
}

/// Hours and minutes: `3 h 05 min`.
pub fn duration(minutes: vocabulary::Minutes) -> String {
    format!("{} h {:02} min", minutes.get() / 60, minutes.get() % 60)
}

/// A table with a line between rows, as wide as the terminal at most.
pub fn table<const N: usize>(head: [&str; N]) -> Table {
    with_style(presets::UTF8_HORIZONTAL_ONLY, head)
}

/// A table without lines, for rows of one line each.
pub fn list<const N: usize>(head: [&str; N]) -> Table {
    with_style(presets::NOTHING, head)
}

fn with_style<const N: usize>(style: TableStyle, head: [&str; N]) -> Table {
    let mut table = Table::new();
    table
        .load_style(style)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(head);
    if !io::stdout().is_terminal() {
        table.set_width(WIDTH_WITHOUT_TERMINAL);
    }
    table
}

/// A progress bar on standard error that is seen only on a terminal. `length` is what full means.
pub fn bar(length: u64, unit: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    let template = format!("{{msg}} [{{bar:32}}] {{percent:>3}} % {{pos}}/{{len}} {unit}, {{elapsed}}");
    // The template is made of the line above alone; if it were wrong the plain bar would do.
    bar.set_style(
        ProgressStyle::with_template(&template)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars("=> "),
    );
    bar
}

/// A sign of life on standard error for work of unknown length, seen only on a terminal.
pub fn spinner(message: &'static str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.set_style(
        ProgressStyle::with_template("{spinner} {msg}, {pos} trials, {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner()),
    );
    bar.set_message(message);
    bar
}

/// Asks for a yes. Without a terminal there is nobody to ask: then it fails and says how to answer beforehand.
pub fn ask(question: &str) -> Result<bool, Failure> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(Failure::failed(
            "nothing was written: there is no terminal to ask at; add --yes to write",
        ));
    }
    let _ = write!(anstream::stderr(), "{question} [y/N] ");
    let mut answer = String::new();
    io::stdin()
        .lock()
        .read_line(&mut answer)
        .map_err(|e| Failure::failed(format!("cannot read the answer: {e}")))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// Writes a file so that at every moment, also after a power cut, either the old one or the new one stands there whole.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let write = || {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        keep_rights(path, file.as_file())?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|e| e.error)?;
        std::fs::File::open(folder)?.sync_all()
    };
    write().map_err(|said| Failure::file("write", path, &said))
}

/// A temporary file is for its owner alone; the file it becomes has the rights of the one it replaces, else the usual ones.
fn keep_rights(path: &Path, file: &std::fs::File) -> io::Result<()> {
    match std::fs::metadata(path) {
        Ok(old) => file.set_permissions(old.permissions()),
        #[cfg(unix)]
        Err(_) => file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644)),
        #[cfg(not(unix))]
        Err(_) => Ok(()),
    }
}

/// Whether standard error is a terminal that shows colours, and nobody asked for none.
pub fn colours() -> bool {
    anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never
}
