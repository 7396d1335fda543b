//! Whoever follows visits on a phone: what is handed to the push service can be read by that phone and nobody else, once.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rest_api::{
    app::follow::{self, push, tell},
    push::Pusher,
};
use serde_json::{Value, json};
use vocabulary::Timestamp;
use web_push_native::{
    Auth,
    p256::{
        SecretKey,
        ecdsa::{Signature, VerifyingKey, signature::Verifier},
        elliptic_curve::sec1::ToEncodedPoint,
    },
};

use crate::{
    MINUTE, Town,
    follow::{Parents, after},
    harness::{Answer, Database, a_morning},
    push_sink::{PushSink, Taken},
};

/// The keys of one browser.
struct Phone {
    name: String,
    key: SecretKey,
    auth: [u8; 16],
}

impl Phone {
    fn new(number: u8) -> Self {
        Self {
            name: format!("phone{number}"),
            key: SecretKey::from_slice(&[number + 1; 32]).unwrap(),
            auth: [number; 16],
        }
    }

    fn wish(&self, sink: &PushSink, place: &str, language: &str) -> Value {
        let point = self.key.public_key().to_encoded_point(false);
        json!({
            "endpoint": sink.endpoint(&self.name),
            "p256dh": URL_SAFE_NO_PAD.encode(point.as_bytes()),
            "auth": URL_SAFE_NO_PAD.encode(self.auth),
            "place": place,
            "language": language,
        })
    }

    /// What the browser shows.
    fn read(&self, taken: &Taken) -> Value {
        let plain = web_push_native::decrypt(taken.body.clone(), &self.key, &Auth::from(self.auth)).unwrap();
        serde_json::from_slice(&plain).unwrap()
    }
}

fn on_both(story: impl Fn(Parents, PushSink)) {
    for database in [Database::Sqlite, Database::Postgres] {
        eprintln!("on {database:?}");
        let town = Parents::new(Town::new(database));
        let town = town.reset(a_morning(), |settings| {
            settings.follow.push_hosts.push("127.0.0.1".to_owned());
            settings.follow.push_inside = true;
            settings.follow.push_seconds = 2;
        });
        story(town, PushSink::there());
    }
}

fn subscribe(town: &Parents, wish: &Value) -> Answer {
    town.post("/api/v1/public/followers/push", None, wish)
}

fn deliver(town: &Parents, now: Timestamp) -> push::Round {
    let contact = "mailto:bus@example.pl".to_owned();
    let pusher = Pusher::new(town.app.config.follow.clone(), town.app.vapid.clone(), contact);
    push::deliver(&town.app, &pusher, &move || now).unwrap()
}

#[test]
fn told_on_a_phone_so_that_the_phone_can_read_it() {
    on_both(|town, sink| {
        let visit = town.some_visit();
        let phone = Phone::new(1);
        let place = format!("stop:{}", visit.stop);
        let answer = subscribe(&town, &phone.wish(&sink, &place, "uk"));
        assert_eq!(answer.status, 200, "{}", answer.body);
        let token = answer.json()["token"].as_str().unwrap().to_owned();
        let again = subscribe(&town, &phone.wish(&sink, "town", "uk"));
        assert_eq!(again.json()["token"], token.as_str(), "one phone is one follower");

        town.cancel(&visit);
        assert_eq!(tell::tick(&town.app, after(30)).unwrap().written, 1);
        let round = deliver(&town, after(30));
        assert_eq!((round.sent, round.postponed), (1, 0), "{round:?}");
        assert_eq!(deliver(&town, after(31)), push::Round::default(), "once");
        let taken = sink.taken().remove(0);
        let header = |name: &str| taken.headers.get(name).map_or("", String::as_str);
        assert_eq!(header("ttl"), "86400");
        assert_eq!(header("urgency"), "high");
        assert_eq!(header("content-encoding"), "aes128gcm");
        assert_eq!(header("topic").len(), 32);
        signed(&town, header("authorization"), &sink);
        let shown = phone.read(&taken);
        assert!(shown["title"].as_str().unwrap().starts_with("Скасовано: "), "{shown}");
        assert_eq!(shown["body"], "Причина: burza");
        assert_eq!(shown["url"], format!("/uk/wizyty/{}", visit.id));
        assert_eq!((&shown["tag"], &shown["lang"]), (&json!(visit.id), &json!("uk")));
        assert!(taken.body.len() < 1_000, "{} bytes", taken.body.len());

        // The evening before, in one message, not urgent.
        let eve = vocabulary::Zone::WARSAW
            .resolve(visit.day, "18:00".parse().unwrap())
            .unwrap();
        for ahead in 0..7 {
            let evening = eve.plus_seconds(ahead * 86_400);
            if follow::write_evening(&town.app, evening).unwrap() {
                tell::tick(&town.app, evening).unwrap();
                assert_eq!(deliver(&town, evening).sent, 1);
                let taken = sink.taken().pop().unwrap();
                assert_eq!(taken.headers.get("urgency").unwrap(), "normal");
                assert!(phone.read(&taken)["title"].as_str().unwrap().starts_with("Завтра"));
                break;
            }
        }

        let stop = |query: &str| {
            let path = format!("/api/v1/public/followers/{token}{query}");
            town.send("DELETE", &path, None, &[], None).status
        };
        assert_eq!(
            (stop("?place=town"), stop("?place=town"), stop("?place=x")),
            (204, 404, 400)
        );
        assert_eq!((stop(""), stop("")), (204, 404));
    });
}

/// The signature is of the key that browsers know, for this push service.
fn signed(town: &Parents, header: &str, sink: &PushSink) {
    let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    let known = town.get("/api/v1/public/push-key", None).json();
    assert_eq!(known["key"], key);
    let page = town.get("/", None).body;
    assert!(
        page.contains(&format!("data-key=\"{key}\"")),
        "the page subscribes with the same"
    );
    let (message, signature) = token.rsplit_once('.').unwrap();
    let claims = URL_SAFE_NO_PAD.decode(message.split_once('.').unwrap().1).unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    assert_eq!(claims["aud"], format!("http://127.0.0.1:{}", sink.port));
    assert_eq!(claims["sub"], "mailto:bus@example.pl");
    let key = VerifyingKey::from_sec1_bytes(&URL_SAFE_NO_PAD.decode(key).unwrap()).unwrap();
    let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
    key.verify(message.as_bytes(), &signature).unwrap();
}

#[test]
fn what_the_push_service_says_is_done() {
    on_both(|town, sink| {
        let phones: Vec<Phone> = (0..6).map(Phone::new).collect();
        for phone in &phones {
            assert_eq!(subscribe(&town, &phone.wish(&sink, "town", "pl")).status, 200);
        }
        sink.answers("phone1", 410, "");
        sink.answers("phone2", 429, "Retry-After: 120\r\n");
        sink.answers("phone3", 503, "");
        sink.answers("phone4", 302, &format!("Location: {}\r\n", sink.endpoint("phone0")));
        sink.answers("phone5", 413, "");
        town.cancel(&town.some_visit());
        assert_eq!(tell::tick(&town.app, after(30)).unwrap().written, 6);
        let round = deliver(&town, after(30));
        let expected = push::Round {
            sent: 1,
            gone: 1,
            postponed: 2,
            dropped: 2,
            more: false,
        };
        assert_eq!(round, expected);
        assert_eq!(sink.asked(), 6, "no redirect is followed");
        let known = town
            .app
            .read(|db| Ok(storage::followers::by_endpoint(db, &sink.endpoint("phone1"))?))
            .unwrap();
        assert_eq!(known, None, "forgotten");

        sink.answers("phone2", 201, "");
        let again = deliver(&town, after(30 + 60));
        assert_eq!(
            (again.sent, again.postponed),
            (0, 1),
            "only the one that may be tried: {again:?}"
        );
        sink.answers("phone3", 201, "");
        assert_eq!(
            deliver(&town, after(30 + 119)).sent,
            0,
            "not before the time that it asks for"
        );
        assert_eq!(deliver(&town, after(30 + 60 + 90)).sent, 2);
        assert_eq!(deliver(&town, after(60 * MINUTE)), push::Round::default());
        let mut paths: Vec<String> = sink.taken().into_iter().map(|taken| taken.path).collect();
        paths.sort();
        assert_eq!(paths, ["/phone0", "/phone2", "/phone3"], "each once");
    });
}

#[test]
fn a_push_service_that_is_away_loses_nothing_and_servers_share_the_work() {
    on_both(|town, mut sink| {
        let phones: Vec<Phone> = (0..40).map(Phone::new).collect();
        for phone in &phones {
            assert_eq!(subscribe(&town, &phone.wish(&sink, "town", "en")).status, 200);
        }
        town.cancel(&town.some_visit());
        tell::tick(&town.app, after(30)).unwrap();
        sink.goes();
        for minutes in (1..180).step_by(10) {
            let round = deliver(&town, after(minutes * MINUTE));
            assert_eq!((round.sent, round.dropped), (0, 0), "{round:?}");
        }
        sink.comes_back();
        let later = after(300 * MINUTE);
        let (app, settings, vapid) = (&town.app, &town.app.config.follow, &town.app.vapid);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let pusher = Pusher::new(settings.clone(), vapid.clone(), "mailto:bus@example.pl".to_owned());
                    push::deliver(app, &pusher, &move || later).unwrap();
                });
            }
        });
        let mut paths: Vec<String> = sink.taken().into_iter().map(|taken| taken.path).collect();
        paths.sort();
        let mut expected: Vec<String> = (0..40).map(|number| format!("/phone{number}")).collect();
        expected.sort();
        assert_eq!(paths, expected, "each once");
    });
}

#[test]
fn no_address_but_those_of_push_services_is_taken() {
    let town = Parents::new(Town::new(Database::Sqlite));
    let sink = PushSink::there();
    let phone = Phone::new(1);
    let told = subscribe(&town, &phone.wish(&sink, "town", "pl"));
    assert_eq!(
        (told.status, &told.json()["errors"][0]["pointer"]),
        (422, &json!("/endpoint")),
        "{}",
        told.body
    );
    let wrong =
        json!({"endpoint": "https://evil.example/x", "p256dh": "x", "auth": "y", "place": "town", "language": "xx"});
    let told = subscribe(&town, &wrong).json();
    let pointers: Vec<&Value> = told["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["pointer"])
        .collect();
    assert_eq!(
        pointers,
        ["/endpoint", "/p256dh", "/auth", "/language"],
        "all at once: {told}"
    );
    assert_eq!(sink.asked(), 0);

    // A host of the list that leads inside is not called either.
    let town = town.reset(a_morning(), |settings| {
        settings.follow.push_hosts.push("localhost".to_owned())
    });
    let mut wish = phone.wish(&sink, "town", "pl");
    wish["endpoint"] = json!("https://localhost/x");
    assert_eq!(subscribe(&town, &wish).status, 200);
    town.cancel(&town.some_visit());
    tell::tick(&town.app, after(30)).unwrap();
    let round = deliver(&town, after(30));
    assert_eq!((round.sent, round.postponed), (0, 1), "{round:?}");

    let town = town.reset(a_morning(), |settings| settings.follow.push_hosts.clear());
    assert_eq!(subscribe(&town, &wish).status, 409, "push is off");
    assert_eq!(town.get("/api/v1/public/push-key", None).status, 404);
    assert!(!town.get("/", None).body.contains("data-follow="));
}
