//! Whoever follows visits by e-mail: asked to confirm, told once in their language, forgotten at a click.

use std::{cell::RefCell, collections::HashSet};

use public_calendar::Visit;
use rest_api::{
    app::{
        follow::{self, announce, link, tell},
        letters::{self, Letter},
        outbox, upkeep,
    },
    config::Config,
};
use serde_json::{Value, json};
use vocabulary::{MessageId, MessageState, Timestamp, Zone};

use crate::{
    HOUR, MINUTE, Town, day,
    harness::{Answer, Database, a_morning},
    sink::{Sink, header},
};

const PARENT: &str = "rodzic.niepowtarzalny@przyklad.example";

/// A town with a mail server, and what was written to followers there.
pub(crate) struct Parents {
    town: Town,
    sink: Sink,
    seen: RefCell<HashSet<MessageId>>,
}

impl std::ops::Deref for Parents {
    type Target = Town;

    fn deref(&self) -> &Town {
        &self.town
    }
}

impl Parents {
    pub(crate) fn new(town: Town) -> Self {
        let sink = Sink::there();
        let port = sink.port;
        let town = Town(town.0.reset(a_morning(), |settings| {
            settings.server.public_url = Some("https://swietlicobus.test".to_owned());
            settings.mail.host = Some("127.0.0.1".to_owned());
            settings.mail.port = Some(port);
            settings.mail.tls = rest_api::config::MailTls::None;
            settings.mail.from = Some("bus@example.pl".to_owned());
            settings.sign_in.tries = 100;
        }));
        Self {
            town,
            sink,
            seen: RefCell::default(),
        }
    }

    /// The same at another instant, or with other settings.
    pub(crate) fn reset(self, now: Timestamp, change: impl FnOnce(&mut Config)) -> Self {
        Self {
            town: Town(self.town.0.reset(now, change)),
            ..self
        }
    }

    /// A form as a browser without scripts sends it.
    fn form(&self, path: &str, fields: &str) -> Answer {
        let form = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send_text("POST", path, None, &form, Some(fields))
    }

    /// A visit after today, as the public sees it.
    pub(crate) fn some_visit(&self) -> Visit {
        let snapshot = self.app.public.newest();
        let public = snapshot.publication.as_ref().unwrap();
        let later = |one: &&Visit| one.day > day("2027-07-09") && !one.is_cancelled();
        public.visits().iter().find(later).unwrap().clone()
    }

    /// The coordinator does something to a visit.
    fn act(&self, visit: &Visit, verb: &str, body: &Value) {
        let token = self.token("hanna@example.pl");
        let path = format!("/api/v1/visits/{}", visit.id);
        let etag = self.get(&path, Some(&token)).etag;
        let headers = [("if-match", etag.as_str())];
        let answer = self.send("POST", &format!("{path}/{verb}"), Some(&token), &headers, Some(body));
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    pub(crate) fn cancel(&self, visit: &Visit) {
        self.act(visit, "cancel", &json!({"reason": "burza"}));
    }

    /// Puts a visit back, or elsewhere in time.
    fn put_on(&self, visit: &Visit, day: &str, start: &str) {
        let body = json!({"day": day, "public_start": start, "reason": "zmiana planu", "override_rules": true});
        self.act(visit, "move", &body);
    }

    /// What was written to followers since this was last asked, as it leaves at an instant; what is moot is none. The service sends meanwhile.
    fn new_letters(&self, now: Timestamp) -> Vec<Letter> {
        let mut messages = self.messages(MessageState::Waiting);
        messages.retain(|one| one.due_at <= now);
        messages.extend(self.messages(MessageState::Sent));
        messages.retain(|one| one.follower_id.is_some() && self.seen.borrow_mut().insert(one.id.clone()));
        messages.sort_by_key(|one| one.id.clone());
        let leaving = |message| {
            self.app
                .read(|db| letters::leaving(&self.app, db, message, now))
                .unwrap()
        };
        messages.iter().filter_map(leaving).collect()
    }

    /// Asks for notifications by the form.
    fn asks(&self, prefix: &str, place: &str, email: &str) -> Answer {
        self.form(
            &format!("{prefix}/powiadomienia"),
            &format!("place={place}&email={email}"),
        )
    }

    /// Follows by e-mail and confirms; the path of the link.
    fn follows(&self, prefix: &str, place: &str, email: &str) -> String {
        let asked = self.asks(prefix, place, email);
        assert_eq!(asked.status, 200, "{}", asked.body);
        let letters = self.new_letters(a_morning());
        let path = path_in(letters.iter().find(|letter| letter.to == email).unwrap());
        assert_eq!(self.form(&format!("{path}/potwierdz"), "").status, 200);
        path
    }

    /// Everything that is due leaves.
    fn leave(&self, now: Timestamp) {
        while self.round(&self.sink, now) != outbox::Round::default() {}
    }
}

/// What comes true in a moment.
fn until<T>(mut question: impl FnMut() -> Option<T>) -> T {
    let begun = std::time::Instant::now();
    loop {
        if let Some(answer) = question() {
            return answer;
        }
        assert!(begun.elapsed().as_secs() < 30, "it never came true");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

/// The path of the follower's page, out of a letter.
fn path_in(letter: &Letter) -> String {
    let link = letter.unsubscribe.as_ref().unwrap();
    assert!(letter.body.contains(link), "{}", letter.body);
    link.strip_prefix("https://swietlicobus.test").unwrap().to_owned()
}

fn on_both(story: impl Fn(Parents)) {
    crate::on_both(|town| story(Parents::new(town)));
}

pub(crate) fn after(seconds: i64) -> Timestamp {
    a_morning().plus_seconds(seconds)
}

#[test]
fn confirmed_told_and_forgotten() {
    on_both(|town| {
        let visit = town.some_visit();
        let page = town.get(&format!("/uk/przystanki/{}", visit.stop), None);
        assert!(page.body.contains("action=\"/uk/powiadomienia\""), "{}", page.body);
        let ask = |place: &str, email: &str| town.asks("/uk", place, email);
        let place = format!("stop:{}", visit.stop);
        let wrong = ask(&place, "rodzic");
        assert_eq!(wrong.status, 422);
        assert!(
            wrong.body.contains("value=\"rodzic\"") && wrong.body.contains("<html lang=\"uk\">"),
            "{}",
            wrong.body
        );
        assert_eq!(ask("stop:nigdzie", PARENT).status, 404);

        let first = ask(&place, PARENT);
        assert_eq!(first.status, 200, "{}", first.body);
        let again = ask(&place, PARENT);
        assert_eq!(first.body, again.body, "the same for a known and an unknown address");
        let letters = town.new_letters(a_morning());
        assert_eq!(letters.len(), 1, "one letter an hour");
        let letter = &letters[0];
        assert!(letter.subject.starts_with("Підтвердьте"), "{}", letter.subject);
        assert!(!letter.body.contains(['\u{2068}', '\u{2069}']), "no marks for screens");
        let path = path_in(letter);
        assert!(path.starts_with("/uk/powiadomienia/"), "{path}");

        // A program that follows links confirms nothing.
        assert_eq!(town.get(&path, None).status, 200);
        town.cancel(&visit);
        tell::tick(&town.app, after(60)).unwrap();
        assert!(
            town.new_letters(after(60)).is_empty(),
            "nothing is told before it is confirmed"
        );
        town.put_on(&visit, &visit.day.to_string(), &visit.window.start().to_string());
        tell::tick(&town.app, after(120)).unwrap();

        let page = town.form(&format!("{path}/potwierdz"), "");
        assert!(
            page.status == 200 && page.body.contains("Сповіщення ввімкнено"),
            "{}",
            page.body
        );
        town.cancel(&visit);
        assert_eq!(
            tell::tick(&town.app, after(5)).unwrap(),
            tell::Round::default(),
            "it may be taken back"
        );
        let round = tell::tick(&town.app, after(20)).unwrap();
        assert_eq!((round.begun, round.written), (1, 1));
        assert_eq!(
            tell::tick(&town.app, after(40)).unwrap(),
            tell::Round::default(),
            "told once"
        );
        let letters = town.new_letters(after(40));
        assert_eq!(letters.len(), 1);
        assert!(letters[0].subject.starts_with("Скасовано: "), "{}", letters[0].subject);
        assert!(letters[0].body.contains("Причина: burza"), "{}", letters[0].body);
        assert!(
            letters[0]
                .body
                .contains(&format!("https://swietlicobus.test/uk/wizyty/{}", visit.id))
        );
        town.leave(after(40));
        // The service's own round may be in the middle of one of them.
        let id = format!("<{}>", letters[0].id);
        let taken = until(|| {
            town.sink
                .taken()
                .into_iter()
                .find(|letter| header(letter, "Message-ID") == id)
        });
        let link = format!("<https://swietlicobus.test{path}>");
        assert_eq!(header(&taken, "List-Unsubscribe"), link);
        assert_eq!(header(&taken, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert_eq!(header(&taken, "To"), PARENT);

        // One click, by the mail program itself; pressed twice is pressed once.
        for _ in 0..2 {
            let form = [("content-type", "application/x-www-form-urlencoded")];
            let ended = town.send_text("POST", &path, None, &form, Some("List-Unsubscribe=One-Click"));
            assert_eq!(ended.status, 200);
        }
        assert_eq!(town.get(&path, None).status, 410);
        assert_eq!(town.get(&format!("{path}0"), None).status, 404);
        assert_eq!(town.form(&format!("{path}/potwierdz"), "").status, 410);
        town.put_on(&visit, &visit.day.to_string(), &visit.window.start().to_string());
        assert_eq!(tell::tick(&town.app, after(90)).unwrap().written, 0);
        let token = town.token("hanna@example.pl");
        let log = town.get("/api/v1/audit?limit=500", Some(&token)).body;
        assert!(
            log.contains("follower.stop") && !log.contains("niepowtarzalny"),
            "no address in the log"
        );
        let left = town
            .app
            .read(|db| Ok(storage::followers::by_email(db, PARENT)?))
            .unwrap();
        assert_eq!(left, None);
    });
}

#[test]
fn what_is_taken_back_in_time_is_not_told_and_many_changes_are_one_letter() {
    on_both(|town| {
        let visit = town.some_visit();
        town.follows("", "town", PARENT);
        let (is, start) = (visit.day.to_string(), visit.window.start().to_string());
        town.cancel(&visit);
        town.put_on(&visit, &is, &start);
        let round = tell::tick(&town.app, after(30)).unwrap();
        assert_eq!((round.begun, round.dropped, round.written), (0, 1, 0));

        let snapshot = town.app.public.newest();
        let public = snapshot.publication.as_ref().unwrap();
        let others: Vec<Visit> = public
            .visits()
            .iter()
            .filter(|one| one.day > visit.day && !one.is_cancelled())
            .take(2)
            .cloned()
            .collect();
        town.cancel(&others[0]);
        town.cancel(&others[1]);
        town.app
            .write(|db| {
                let row = storage::visits::get(db, &visit.id)?;
                let late = storage::Visit {
                    delay_minutes: Some(15),
                    delay_reason: Some("korek".to_owned()),
                    ..row
                };
                assert!(matches!(storage::visits::save(db, &late)?, storage::Guarded::Done(_)));
                announce::delayed(db, a_morning(), &late, None)
            })
            .unwrap();
        assert_eq!(tell::tick(&town.app, after(60)).unwrap().written, 1);
        let letters = town.new_letters(after(60));
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "3 zmiany w rozkładzie");
        for text in [
            "Odwołane: ",
            "Spóźnienie 15 minut: ",
            "Powód: burza",
            "Powód: korek",
            "całe miasto",
        ] {
            assert!(letters[0].body.contains(text), "{text}: {}", letters[0].body);
        }

        // Moved, and while the letter waits moved again: only what still holds is told.
        let later = visit.day.plus_days(1).to_string();
        town.put_on(&visit, &later, &start);
        tell::tick(&town.app, after(90)).unwrap();
        let letters = town.new_letters(after(90));
        assert!(letters[0].subject.starts_with("Zmiana: "), "{}", letters[0].subject);
        assert!(
            letters[0].body.contains("Wcześniej zapowiadaliśmy: "),
            "{}",
            letters[0].body
        );
        town.put_on(&visit, &is, &start);
        town.seen.borrow_mut().clear();
        let still = town.new_letters(after(91));
        assert!(
            still.iter().all(|letter| !letter.subject.starts_with("Zmiana: ")),
            "another announcement tells how it is"
        );
    });
}

#[test]
fn the_evening_before_is_one_letter_for_everybody() {
    on_both(|town| {
        let visit = town.some_visit();
        let evening = |time: &str| {
            Zone::WARSAW
                .resolve(visit.day.plus_days(-1), time.parse().unwrap())
                .unwrap()
        };
        let one = town.follows("", "town", "jeden@example.pl");
        town.follows("", &format!("stop:{}", visit.stop), "dwa@example.pl");
        town.follows("/en", &format!("stop:{}", visit.stop), "three@example.pl");
        // A second place is confirmed by the link of the first, within the hour and without another letter.
        assert_eq!(
            town.asks("", &format!("stop:{}", visit.stop), "jeden@example.pl")
                .status,
            200
        );
        assert!(town.new_letters(a_morning()).is_empty());
        assert_eq!(town.form(&format!("{one}/potwierdz"), "").status, 200);

        assert!(!follow::write_evening(&town.app, evening("17:59")).unwrap());
        assert!(follow::write_evening(&town.app, evening("18:00")).unwrap());
        assert!(!follow::write_evening(&town.app, evening("18:01")).unwrap(), "once");
        let round = tell::tick(&town.app, evening("18:01")).unwrap();
        assert_eq!((round.begun, round.written), (1, 3));
        let letters = town.new_letters(evening("18:02"));
        let to: HashSet<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
        assert_eq!((letters.len(), to.len()), (3, 3), "one each: {to:?}");
        let of = |to: &str| letters.iter().find(|letter| letter.to == to).unwrap();
        assert!(
            of("dwa@example.pl").subject.starts_with("Jutro"),
            "{}",
            of("dwa@example.pl").subject
        );
        assert!(
            of("three@example.pl").subject.starts_with("Tomorrow"),
            "{}",
            of("three@example.pl").subject
        );
        let visits = |letter: &Letter| letter.body.matches("/wizyty/").count();
        let snapshot = town.app.public.newest();
        let public = snapshot.publication.as_ref().unwrap();
        let that_day = public.visits().iter().filter(|one| one.day == visit.day).count();
        assert_eq!(visits(of("jeden@example.pl")), that_day, "all of the day in one letter");
        // Whoever reads it too late is not told.
        town.seen.borrow_mut().clear();
        let late = Zone::WARSAW.resolve(visit.day, "20:00".parse().unwrap()).unwrap();
        let letters = town.new_letters(late);
        assert!(
            letters.iter().all(|letter| !letter.subject.starts_with("Jutro")),
            "{letters:?}"
        );
    });
}

#[test]
fn a_letter_of_every_kind_reads_well() {
    let town = Parents::new(Town::new(Database::Sqlite));
    let visit = town.some_visit();
    let mut said = String::new();
    for (number, prefix) in ["", "/uk", "/en"].iter().enumerate() {
        let email = format!("rodzic{number}@example.pl");
        let asked = town.asks(prefix, &format!("estate:{}", estate_of(&town, &visit)), &email);
        assert_eq!(asked.status, 200, "{}", asked.body);
        let letter = town.new_letters(a_morning()).remove(0);
        said.push_str(&read(&letter));
        let path = path_in(&letter);
        town.form(&format!("{path}/potwierdz"), "");
    }
    let (is, start) = (visit.day.to_string(), visit.window.start().to_string());
    let mut now = a_morning();
    let mut tell = |what: &str| {
        now = now.plus_seconds(MINUTE);
        follow::write_evening(&town.app, now).unwrap();
        tell::tick(&town.app, now).unwrap();
        let letters = town.new_letters(now);
        assert_eq!(letters.len(), 3, "{what}");
        letters.iter().for_each(|letter| said.push_str(&read(letter)));
    };
    town.cancel(&visit);
    tell("cancelled");
    town.put_on(&visit, &is, &start);
    tell("restored");
    town.put_on(&visit, &visit.day.plus_days(1).to_string(), &start);
    tell("moved");
    insta::assert_snapshot!("follower_letters", said);
}

fn estate_of(town: &Parents, visit: &Visit) -> String {
    let snapshot = town.app.public.newest();
    snapshot
        .publication
        .as_ref()
        .unwrap()
        .stop(&visit.stop)
        .unwrap()
        .estate
        .to_string()
}

/// A letter without what differs from run to run.
fn read(letter: &Letter) -> String {
    let link = letter.unsubscribe.clone().unwrap_or_default();
    let body = letter.body.replace(&link, "LINK");
    let lines = body.lines().map(|line| match line.split_once("/wizyty/") {
        Some((before, _)) => format!("  {before}/wizyty/VISIT"),
        None => format!("  {line}"),
    });
    format!("{}\n{}\n\n", letter.subject, lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_day_without_the_mail_server_tells_everybody_once() {
    on_both(|mut town| {
        let visit = town.some_visit();
        for number in 0..5 {
            town.follows("", "town", &format!("rodzic{number}@example.pl"));
        }
        town.leave(a_morning());
        town.sink.goes();
        let before = town.sink.taken().len();
        town.cancel(&visit);
        // Four servers at once.
        let app = &town.app;
        let written: usize = std::thread::scope(|scope| {
            let servers: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| tell::tick(app, after(30)).map_or(0, |round| round.written)))
                .collect();
            servers.into_iter().map(|server| server.join().unwrap()).sum()
        });
        let left = tell::tick(&town.app, after(30)).unwrap().written;
        assert_eq!(written + left, 5);
        for minutes in (1..24 * 60).step_by(20) {
            let round = town.round(&town.sink, after(minutes * MINUTE));
            assert_eq!((round.sent, round.dead), (0, 0));
        }
        town.sink.comes_back();
        for minutes in (24 * 60..27 * 60).step_by(20) {
            town.round(&town.sink, after(minutes * MINUTE));
        }
        let mut told = town.sink.headers("To").split_off(before);
        told.sort();
        let expected: Vec<_> = (0..5).map(|number| format!("rodzic{number}@example.pl")).collect();
        assert_eq!(told, expected, "each once");
    });
}

#[test]
fn nothing_is_kept_longer_than_promised() {
    on_both(|town| {
        let count = |town: &Parents| town.app.read(|db| Ok(storage::followers::count(db)?)).unwrap();
        let known = |town: &Parents, email: &str| {
            town.app
                .read(|db| Ok(storage::followers::by_email(db, email)?))
                .unwrap()
                .is_some()
        };
        town.follows("", "town", PARENT);
        assert_eq!(
            town.form("/powiadomienia", "place=town&email=nikt@example.pl").status,
            200
        );
        assert_eq!(count(&town), (1, 0));
        let town = town.reset(after(47 * HOUR), |_| {});
        upkeep::run(&town.app).unwrap();
        assert!(known(&town, "nikt@example.pl"));
        let town = town.reset(after(49 * HOUR), |_| {});
        assert!(!known(&town, "nikt@example.pl") && known(&town, PARENT));
        let over = Zone::WARSAW
            .resolve(day("2027-09-01"), "03:00".parse().unwrap())
            .unwrap();
        let town = town.reset(over, |_| {});
        assert_eq!(count(&town), (0, 0), "the season is over");
        let late = town.form("/powiadomienia", "place=town&email=ktos@example.pl");
        assert_eq!(late.status, 409, "{}", late.body);
    });
}

#[test]
fn whoever_asks_for_others_is_stopped_and_nobody_learns_who_is_known() {
    let town = Parents::new(Town::new(Database::Sqlite));
    let town = town.reset(a_morning(), |settings| settings.sign_in.tries = 5);
    let ask = |email: &str| {
        let body = json!({"email": email, "place": "town", "language": "en"});
        town.post("/api/v1/public/followers/email", None, &body)
    };
    let statuses: Vec<u16> = (0..6)
        .map(|number| ask(&format!("a{number}@example.pl")).status)
        .collect();
    assert_eq!(statuses, [200, 200, 200, 200, 200, 429], "from one network address");
    let town = town.reset(a_morning(), |_| {});
    let wrong = json!({"email": "a b@example.pl", "place": "town", "language": "de"});
    let told = town.post("/api/v1/public/followers/email", None, &wrong).json();
    let pointers: Vec<&Value> = told["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["pointer"])
        .collect();
    assert_eq!(pointers, ["/email", "/language"], "all at once: {told}");
    let body = json!({"email": PARENT, "place": "nowhere"});
    let told = town.post("/api/v1/public/followers/email", None, &body);
    assert_eq!(told.status, 400, "{}", told.body);
    town.follows("", "town", PARENT);
    let follower = town
        .app
        .read(|db| Ok(storage::followers::by_email(db, PARENT)?))
        .unwrap()
        .unwrap();
    let token = link::token(&town.app, &follower.id);
    let stop = |token: &str| {
        town.send("DELETE", &format!("/api/v1/public/followers/{token}"), None, &[], None)
            .status
    };
    assert_eq!(stop(&format!("{}.00", follower.id)), 404, "a token that is not ours");
    assert_eq!((stop(&token), stop(&token)), (204, 404));
}
