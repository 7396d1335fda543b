//! `mail test`, as whoever runs the machine uses it.

use std::process::{Command, Output};

use crate::sink::Sink;

fn test(host: &str, port: u16, tls: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_swietlicobus"))
        .args(["mail", "test", "anna@example.pl"])
        .current_dir(folder.path())
        .env("SWIETLICOBUS_MAIL_HOST", host)
        .env("SWIETLICOBUS_MAIL_PORT", port.to_string())
        .env("SWIETLICOBUS_MAIL_TLS", tls)
        .env("SWIETLICOBUS_MAIL_USER", "bus")
        .env("SWIETLICOBUS_MAIL_PASSWORD", "tajne-haslo")
        .env("SWIETLICOBUS_MAIL_FROM", "bus@example.pl")
        .env("SWIETLICOBUS_MAIL_SECONDS", "5")
        .output()
        .unwrap()
}

fn fails(output: &Output, expected: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(expected), "{expected}: {said}");
    assert!(!said.contains("tajne-haslo"), "{said}");
}

#[test]
fn a_test_message_arrives_or_the_reason_is_told() {
    let mut sink = Sink::there();
    let sent = test("127.0.0.1", sink.port, "none");
    assert!(sent.status.success(), "{}", String::from_utf8_lossy(&sent.stderr));
    assert_eq!(sink.headers("To"), ["anna@example.pl"]);
    fails(&test("127.0.0.1", sink.port, "starttls"), "cannot be secured");
    for (command, answer, expected) in [
        ("AUTH", "535 no", "does not take the name and password"),
        ("MAIL", "550 no", "does not take the address that messages come from"),
        ("RCPT", "550 no", "does not take the address that the message goes to"),
        ("DATA", "554 no", "does not take the message"),
    ] {
        sink.answers(command, answer);
        fails(&test("127.0.0.1", sink.port, "none"), expected);
        sink.takes_all();
    }
    sink.goes();
    fails(&test("127.0.0.1", sink.port, "none"), "does not answer");
    fails(
        &test("no-such-host.invalid", sink.port, "starttls"),
        "the name of the mail server cannot be found",
    );
}
