//! Public addresses that are mistyped, old, or of something that is no more: what a visitor and a program are told, and that posters and calendars go on
//! working.

use serde_json::{Value, json};
use storage::Db;
use vocabulary::{SeasonId, StopId, VisitId};

use crate::{Running, all, check, harness::Database, nobodys, on_both, published, put, text};

const POLISH_PAGE: &[(&str, &str)] = &[("accept", "text/html"), ("accept-language", "pl")];

fn page(service: &Running, path: &str) -> crate::Answer {
    service.send("GET", path, None, POLISH_PAGE, None)
}

#[test]
fn an_unknown_address_offers_the_nearest_names() {
    let (service, _) = published(Database::Sqlite);
    for (path, heading, link) in [
        ("/osiedla/lazk", "Nie znamy takiego osiedla", "href=\"/osiedla/lazek\""),
        (
            "/osiedla/%C5%81azek!",
            "Nie znamy takiego osiedla",
            "href=\"/osiedla/lazek\"",
        ),
        (
            "/uk/osiedla/lazk",
            "Ми не знаємо такого мікрорайону",
            "href=\"/uk/osiedla/lazek\"",
        ),
        (
            "/en/przystanki/nowhere-lazek",
            "We do not know this stop",
            "href=\"/en/osiedla/lazek\"",
        ),
        ("/lazek", "Nie ma takiej strony", "href=\"/osiedla/lazek\""),
        (
            "/en/centrum/rozklad",
            "There is no such page",
            "href=\"/en/osiedla/centrum\"",
        ),
        ("/wizyty/vis_1", "Nie znamy takiej wizyty", "href=\"/osiedla/centrum\""),
        ("/qqqqq", "Poszukaj po nazwie", "href=\"/osiedla/centrum\""),
    ] {
        let answer = page(&service, path);
        assert_eq!(
            (answer.status, answer.content_type.as_str()),
            (404, "text/html; charset=utf-8"),
            "{path}"
        );
        assert!(
            answer.body.contains(heading) && answer.body.contains(link),
            "{path}: {}",
            answer.body
        );
        assert!(!answer.body.contains("rel=\"canonical\""), "{path}");
    }
    // What is typed leads nowhere and runs nowhere.
    let hostile = page(&service, "//evil.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    assert_eq!(hostile.status, 404);
    assert!(!hostile.body.contains("evil.example"), "{}", hostile.body);
    let terminal = service.send("GET", "/osiedla/lazk", None, &[("accept", "text/plain")], None);
    assert_eq!(
        (terminal.status, terminal.content_type.as_str()),
        (404, "text/plain; charset=utf-8")
    );
    assert!(terminal.body.contains("    /osiedla/lazek\n"), "{}", terminal.body);

    for path in [
        "/estates/lazk.ics",
        "/estates/lazk.ics?client=google",
        "/estates/lazk.atom",
        "/uk/stops/lazk.atom",
        "/stops/lazk.ics",
        "/api/v1/public/visits?estate=lazk",
        "/api/v1/public/visits?stop=lazk&language=uk",
    ] {
        let answer = service.get(path, None);
        check(&answer, 404, "not-found", &[]);
        let nearest = &answer.json()["nearest"][0];
        assert_eq!(
            (&nearest["kind"], &nearest["name"]),
            (&json!("estate"), &json!("Łazek")),
            "{path}"
        );
        let language = if path.contains("uk") { "/uk" } else { "" };
        assert_eq!(
            nearest["url"],
            format!("http://swietlicobus.test{language}/osiedla/lazek"),
            "{path}"
        );
    }
    check(&service.get("/api/v1/public/visits/vis_1", None), 404, "not-found", &[]);
    for (query, fault) in [
        ("estate=a&stop=b", "?stop"),
        ("limit=0", "?limit"),
        ("language=de", "?language"),
    ] {
        let answer = service.get(&format!("/api/v1/public/visits?{query}"), None);
        check(&answer, 400, "malformed", &[fault]);
    }
}

/// The visits of a calendar: their UIDs.
fn uids(calendar: &str) -> Vec<String> {
    let mut uids: Vec<String> = calendar
        .lines()
        .filter_map(|line| line.strip_prefix("UID:"))
        .map(str::to_owned)
        .collect();
    uids.sort();
    uids
}

fn input(shape: &Value) -> Value {
    let mut fields = shape.as_object().unwrap().clone();
    for name in ["id", "version"] {
        fields.remove(name);
    }
    Value::Object(fields)
}

/// Every address of a place, with its slug for `{}`.
const OF_A_STOP: &[&str] = &[
    "/stops/{}.ics",
    "/stops/{}.ics?client=google",
    "/uk/stops/{}.ics",
    "/stops/{}.atom",
    "/en/stops/{}.atom",
    "/api/v1/public/visits?stop={}",
    "/api/v1/public/visits?stop={}&ahead=true&limit=5&language=en",
];

#[test]
fn a_renamed_place_keeps_its_addresses() {
    on_both(|database| {
        let (service, token) = published(database);
        for (things, old, new, feeds) in [
            ("estates", "lazek", "stary-lazek", "/estates/{}.ics"),
            ("stops", "", "zupelnie-nowa-nazwa", "/stops/{}.ics"),
        ] {
            let known = all(&service, &format!("/api/v1/{things}"), &token, 500);
            let visits = service.get("/api/v1/public/visits", None).json();
            let busy = text(&visits["visits"][0]["stop"]["slug"]);
            let old = if old.is_empty() { busy } else { old.to_owned() };
            let thing = known.iter().find(|thing| thing["slug"] == old.as_str()).unwrap();
            let before = service.get(&feeds.replace("{}", &old), None).body;
            let mut renamed = input(thing);
            renamed["slug"] = json!(new);
            let path = format!("/api/v1/{things}/{}", text(&thing["id"]));
            assert_eq!(put(&service, &token, &path, "\"1\"", &renamed).status, 200);

            let polish = if things == "stops" { "przystanki" } else { "osiedla" };
            for prefix in ["", "/uk", "/en"] {
                let moved = page(&service, &format!("{prefix}/{polish}/{old}"));
                assert_eq!(
                    (moved.status, moved.location),
                    (308, format!("{prefix}/{polish}/{new}"))
                );
            }
            let all_feeds = OF_A_STOP.iter().map(|path| match things {
                "stops" => (*path).to_owned(),
                _ => path.replace("/stops/", "/estates/").replace("?stop=", "?estate="),
            });
            for path in all_feeds {
                let (former, present) = (path.replace("{}", &old), path.replace("{}", new));
                let (former, present) = (service.get(&former, None), service.get(&present, None));
                assert_eq!((former.status, &former.body), (200, &present.body), "{path}");
            }
            let after = service.get(&feeds.replace("{}", &old), None).body;
            assert!(!uids(&before).is_empty());
            assert_eq!(uids(&after), uids(&before));
            assert!(
                after.contains(&format!("/{new}.ics")),
                "the calendar names its present address"
            );
        }
    });
}

#[test]
fn an_own_mix_outlives_a_rename() {
    on_both(|database| {
        let (service, token) = published(database);
        let visits = service.get("/api/v1/public/visits", None).json();
        let elsewhere = visits["visits"].as_array().unwrap().iter();
        let stop = elsewhere
            .map(|visit| &visit["stop"])
            .find(|stop| stop["estate"]["slug"] != "lazek")
            .unwrap();
        let stop = text(&stop["slug"]);
        let mix = |language: &str, places: &str| service.get(&format!("{language}/kalendarz/moj.ics?{places}"), None);
        let first = mix("", &format!("m=o.lazek,p.{stop}"));
        assert_eq!(
            (first.status, first.content_type.as_str()),
            (200, "text/calendar; charset=utf-8"),
            "{}",
            first.body
        );
        let both = [
            uids(&service.get("/estates/lazek.ics", None).body),
            uids(&service.get(&format!("/stops/{stop}.ics"), None).body),
        ];
        let mut all_uids = both.concat();
        all_uids.sort();
        assert_eq!(uids(&first.body), all_uids);
        let unfolded = |calendar: &str| calendar.replace("\r\n ", "");
        assert!(
            unfolded(&first.body).contains("X-WR-CALNAME:Radosny Świetlicobus: Łazek\\,"),
            "{}",
            first.body
        );
        // Order, doubles, a form's way of writing and unknown places make no difference.
        for places in [
            format!("m=p.{stop}&m=o.lazek"),
            format!("m=o.lazek%2Cp.{stop}%2Co.lazek&m=x&m=o.nie-ma&other=1"),
        ] {
            let same = mix("", &places);
            assert_eq!(
                (same.etag, same.body),
                (first.etag.clone(), first.body.clone()),
                "{places}"
            );
        }
        let known = [("if-none-match", first.etag.as_str())];
        let again = service.send(
            "GET",
            &format!("/kalendarz/moj.ics?m=o.lazek,p.{stop}"),
            None,
            &known,
            None,
        );
        assert_eq!(again.status, 304);
        assert_ne!(mix("/uk", &format!("m=o.lazek,p.{stop}")).body, first.body);
        let google = mix("", &format!("m=o.lazek,p.{stop}&client=google"));
        assert!(unfolded(&google.body).contains("&client=google"), "{}", google.body);
        assert_eq!(uids(&google.body), all_uids);
        // One place alone is that place's own feed.
        assert_eq!(mix("", "m=o.lazek").body, service.get("/estates/lazek.ics", None).body);
        check(&mix("", "m=o.nie-ma"), 404, "not-found", &[]);
        check(&mix("", ""), 404, "not-found", &[]);
        check(
            &mix("", &format!("m={}", "o.lazek,".repeat(600))),
            400,
            "malformed",
            &["?m"],
        );

        let stops = all(&service, "/api/v1/stops", &token, 500);
        let thing = stops.iter().find(|thing| thing["slug"] == stop.as_str()).unwrap();
        let mut renamed = input(thing);
        renamed["slug"] = json!("nowa-nazwa");
        let path = format!("/api/v1/stops/{}", text(&thing["id"]));
        assert_eq!(put(&service, &token, &path, "\"1\"", &renamed).status, 200);
        let after = mix("", &format!("m=o.lazek,p.{stop}"));
        assert_eq!(uids(&after.body), all_uids);
        assert_eq!(after.body, mix("", "m=o.lazek,p.nowa-nazwa").body);

        let form = page(&service, "/en/kalendarz?m=p.nowa-nazwa&m=o.lazek");
        for said in [
            "webcal://swietlicobus.test/en/kalendarz/moj.ics?m=o.lazek%2Cp.nowa-nazwa",
            "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fswietlicobus.test%2Fen%2Fkalendarz%2Fmoj.ics%3Fm%3Do.lazek%252Cp.nowa-nazwa%26client%3Dgoogle",
            "id=\"o.lazek\" name=\"m\" value=\"o.lazek\" checked",
            "<svg class=\"qr\" role=\"img\"",
        ] {
            assert!(form.body.replace("&amp;", "&").contains(said), "{said}: {}", form.body);
        }
        let unknown = page(&service, "/kalendarz?m=o.nie-ma");
        assert_eq!(unknown.status, 200);
        assert!(
            unknown.body.contains("Nie znamy żadnego z tych miejsc"),
            "{}",
            unknown.body
        );
    });
}

#[test]
fn a_merged_stop_keeps_its_addresses() {
    on_both(|database| {
        let (service, token) = published(database);
        let stops = all(&service, "/api/v1/stops", &token, 500);
        let visits = service.get("/api/v1/public/visits", None).json();
        let slug_of = |visit: &Value| text(&visit["stop"]["slug"]);
        let visits = visits["visits"].as_array().unwrap();
        let gone = slug_of(&visits[0]);
        let stays = visits.iter().map(slug_of).find(|slug| *slug != gone).unwrap();
        let by_slug = |slug: &str| stops.iter().find(|stop| stop["slug"] == slug).unwrap().clone();
        let (gone_stop, stays_stop) = (by_slug(&gone), by_slug(&stays));
        let feed = |slug: &str| service.get(&format!("/stops/{slug}.ics"), None).body;
        let mut both = [uids(&feed(&gone)), uids(&feed(&stays))].concat();
        both.sort();

        let path = format!("/api/v1/stops/{}/merge", text(&gone_stop["id"]));
        let merge = |etag: &str, into: &Value| {
            service.send(
                "POST",
                &path,
                Some(&token),
                &[("if-match", etag)],
                Some(&json!({ "into": into })),
            )
        };
        check(&merge("\"1\"", &gone_stop["id"]), 422, "invalid", &["/into"]);
        check(&merge("\"1\"", &json!(nobodys("stp"))), 422, "invalid", &["/into"]);
        check(&merge("\"7\"", &stays_stop["id"]), 412, "stale", &[]);
        // Which of two requests holds, a person says.
        check(&merge("\"1\"", &stays_stop["id"]), 409, "conflict", &[]);
        let season = crate::season(&service, &token);
        let requests = all(&service, &format!("/api/v1/seasons/{season}/requests"), &token, 500);
        for request in requests.iter().filter(|request| request["stop"] == gone_stop["id"]) {
            let path = format!("/api/v1/requests/{}", text(&request["id"]));
            let etag = service.get(&path, Some(&token)).etag;
            let deleted = service.send("DELETE", &path, Some(&token), &[("if-match", &etag)], None);
            assert_eq!(deleted.status, 204, "{}", deleted.body);
        }
        assert_eq!(
            feed(&gone).matches("BEGIN:VEVENT").count() + feed(&stays).matches("BEGIN:VEVENT").count(),
            both.len()
        );
        let merged = merge("\"1\"", &stays_stop["id"]);
        assert_eq!(
            (merged.status, &merged.json()["slug"]),
            (200, &json!(stays)),
            "{}",
            merged.body
        );

        let moved = page(&service, &format!("/en/przystanki/{gone}"));
        assert_eq!((moved.status, moved.location), (308, format!("/en/przystanki/{stays}")));
        assert_eq!(uids(&feed(&gone)), both, "no entry is lost and none doubled");
        for path in OF_A_STOP {
            let (former, present) = (path.replace("{}", &gone), path.replace("{}", &stays));
            let (former, present) = (service.get(&former, None), service.get(&present, None));
            assert_eq!((former.status, &former.body), (200, &present.body), "{path}");
        }
        let entry = |uid: &str| {
            feed(&stays)
                .split("BEGIN:VEVENT")
                .find(|event| event.contains(uid))
                .unwrap()
                .to_owned()
        };
        assert!(
            entry(&text(&visits[0]["id"])).contains("SEQUENCE:1"),
            "calendars change their entry"
        );
        let gone_id = format!("/api/v1/stops/{}", text(&gone_stop["id"]));
        check(&service.get(&gone_id, Some(&token)), 404, "not-found", &[]);
        // The name stays the merged stop's.
        let mut new = input(&gone_stop);
        new["name"] = json!("Ktoś inny");
        check(&service.post("/api/v1/stops", Some(&token), &new), 409, "conflict", &[]);
    });
}

/// A season before this one: its visits are known to the database and to old links alone.
fn with_a_visit_of_last_year(service: &Running) -> (VisitId, VisitId, String, String) {
    let app = &service.app;
    app.write_public(|db: &mut Db| {
        let now = storage::seasons::around(db, app.today())?.unwrap();
        let last_year = storage::Season {
            id: SeasonId::from_uuid(uuid::Uuid::from_u128(2026)),
            slug: "lato-2026".parse().unwrap(),
            name: "Lato 2026".to_owned(),
            first_day: "2026-06-27".parse().unwrap(),
            last_day: "2026-08-30".parse().unwrap(),
            ..now.clone()
        };
        storage::seasons::insert(db, &last_year)?;
        let visit = storage::visits::of_season(db, &now.id)?.remove(0);
        let here = storage::stops::get(db, &visit.stop_id)?;
        // The bus came here last year, and nobody knows in which estate it lies.
        let nowhere = storage::Stop {
            id: StopId::from_uuid(uuid::Uuid::from_u128(77)),
            slug: "dawny-plac".parse().unwrap(),
            name: "Dawny plac".to_owned(),
            estate_id: None,
            ..here.clone()
        };
        storage::stops::insert(db, &nowhere)?;
        let never = storage::Stop {
            id: StopId::from_uuid(uuid::Uuid::from_u128(78)),
            slug: "tajny-plac".parse().unwrap(),
            name: "Tajny plac".to_owned(),
            ..nowhere.clone()
        };
        storage::stops::insert(db, &never)?;
        let mut ids = Vec::new();
        for (number, stop) in [(1, &here), (2, &nowhere)] {
            let former = storage::Visit {
                id: VisitId::from_uuid(uuid::Uuid::from_u128(number)),
                season_id: last_year.id.clone(),
                stop_id: stop.id.clone(),
                event_id: None,
                day: "2026-07-02".parse().unwrap(),
                ..visit.clone()
            };
            storage::visits::insert(db, &former)?;
            ids.push(former.id);
        }
        Ok((ids.remove(0), ids.remove(0), here.slug.to_string(), here.name))
    })
    .unwrap()
}

#[test]
fn months_and_the_page_that_is_easy_to_read() {
    let (service, _) = published(Database::Sqlite);
    for (path, status, said) in [
        ("/miesiac", 200, "lipiec 2027"),
        ("/miesiac/2027-08", 200, "sierpień 2027"),
        ("/uk/osiedla/lazek/miesiac/2027-07", 200, "липень 2027"),
        ("/en/przystanki/lazek-plac/miesiac", 200, "<caption>July 2027"),
        ("/miesiac/2028-01", 404, "Nie ma takiej strony"),
        ("/miesiac/lipiec", 404, "Nie ma takiej strony"),
        ("/osiedla/lazk/miesiac/2027-07", 404, "href=\"/osiedla/lazek\""),
        ("/latwe", 200, "To jest autobus dla dzieci."),
        ("/latwe?osiedle=lazek", 200, "Plac zabaw os. Łazek"),
        ("/en/latwe?osiedle=nowhere", 200, "It is a bus for children."),
    ] {
        let answer = page(&service, path);
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.body.contains(said), "{path}: {}", answer.body);
    }
}

#[test]
fn one_address_alone_may_stand_in_a_frame() {
    let (service, _) = published(Database::Sqlite);
    for (path, status, anybody) in [
        ("/osadz/wizyty?osiedle=lazek&ile=3", 200, true),
        ("/en/osadz/wizyty?przystanek=nie-ma", 404, true),
        ("/uk/osadz/wizyty", 200, true),
        ("/osadz?m=o.lazek&jezyk=en&ile=4", 200, false),
        ("/osiedla/lazek", 200, false),
        ("/kalendarz", 200, false),
        ("/deklaracja-dostepnosci/bariera", 404, false),
    ] {
        // The second answer comes from memory where there is one.
        for _ in 0..2 {
            let answer = page(&service, path);
            assert_eq!(answer.status, status, "{path}");
            let policy = answer.header("content-security-policy");
            assert_eq!(policy.contains("frame-ancestors *"), anybody, "{path}: {policy}");
            assert_eq!(policy.contains("frame-ancestors 'none'"), !anybody, "{path}: {policy}");
            assert!(answer.header("set-cookie").is_empty(), "{path}");
        }
    }
    let snippet = page(&service, "/osadz?m=o.lazek&jezyk=en&ile=4").body;
    assert!(
        snippet.contains("&#60;swietlicobus-wizyty osiedle=&#34;lazek&#34; jezyk=&#34;en&#34; ile=&#34;3&#34;&#62;"),
        "{snippet}"
    );
    let script = service.get("/osadz.js", None);
    assert_eq!(
        (script.status, script.header("access-control-allow-origin")),
        (200, "*")
    );
    let data = service.get(
        "/api/v1/public/visits?estate=lazek&ahead=true&limit=3&language=uk",
        None,
    );
    assert_eq!((data.status, data.header("access-control-allow-origin")), (200, "*"));
    assert_eq!(data.json()["visits"].as_array().unwrap().len(), 3);
    assert!(
        data.json()["words"]["title"].as_str().unwrap().contains("мікрорайон"),
        "{}",
        data.body
    );
}

#[test]
fn what_was_and_is_no_more() {
    on_both(|database| {
        let (service, _) = published(database);
        let (here, elsewhere, slug, name) = with_a_visit_of_last_year(&service);
        let gone = page(&service, &format!("/wizyty/{here}"));
        assert_eq!(gone.status, 410, "{}", gone.body);
        for said in [
            "Lato 2026",
            &name,
            "czwartek, 2 lipca 2026",
            &format!("href=\"/przystanki/{slug}\""),
        ] {
            assert!(gone.body.contains(said), "{said}: {}", gone.body);
        }
        let english = page(&service, &format!("/en/wizyty/{elsewhere}"));
        assert_eq!(english.status, 410);
        assert!(
            english.body.contains("Dawny plac") && english.body.contains("another season"),
            "{}",
            english.body
        );
        let api = service.get(&format!("/api/v1/public/visits/{here}"), None);
        check(&api, 410, "gone", &[]);
        assert_eq!(
            api.json()["successor"],
            format!("http://swietlicobus.test/przystanki/{slug}")
        );

        let stop = page(&service, "/uk/przystanki/dawny-plac");
        assert_eq!(stop.status, 410);
        assert!(
            stop.body.contains("Dawny plac") && stop.body.contains("уже не приїжджає"),
            "{}",
            stop.body
        );
        for path in [
            "/stops/dawny-plac.ics",
            "/stops/dawny-plac.atom",
            "/api/v1/public/visits?stop=dawny-plac",
        ] {
            check(&service.get(path, None), 410, "gone", &[]);
        }
        // What was never published is not told of.
        let never = page(&service, "/przystanki/tajny-plac");
        assert_eq!(never.status, 404);
        assert!(!never.body.contains("Tajny plac"), "{}", never.body);
    });
}
