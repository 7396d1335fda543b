//! The staff pages as people walk through them, over HTTP, without scripts.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "pages/accounts.rs"]
mod accounts;
#[path = "pages/barriers.rs"]
mod barriers;
#[path = "pages/conditions.rs"]
mod conditions;
#[path = "pages/delays.rs"]
mod delays;
#[path = "../../../tests/harness/mod.rs"]
#[allow(unreachable_pub, dead_code)] // In the journeys it is a library.
mod harness;
#[path = "pages/hours.rs"]
mod hours;
#[path = "pages/languages.rs"]
mod languages;
#[path = "pages/limits.rs"]
mod limits;
#[path = "pages/links.rs"]
mod links;
#[path = "pages/me.rs"]
mod me;
#[path = "pages/people.rs"]
mod people;
#[path = "pages/places.rs"]
mod places;
#[path = "pages/plans.rs"]
mod plans;
#[path = "pages/print.rs"]
mod print;
#[allow(dead_code)] // Letters need more of it.
mod support;
#[path = "pages/travel.rs"]
mod travel;

use rest_api::web::bytes::Ready;
use support::{Browser, PASSWORD, Page, SEASON, TODAY, Town};
use vocabulary::{AccountRole, CrewRole};

/// What an attacker would write wherever a text may be written.
const HOSTILE: &str = "</p><img src=//evil.example onerror=alert(1)>\"'><script>alert(2)</script>&\r\nX-Evil: 1";

#[test]
fn before_the_first_release_the_home_page_says_so() {
    let town = Town::empty();
    let page = town.visitor().open("/");
    page.must_say("Plan jest w przygotowaniu");
    assert!(!page.says("/koordynator"), "not for parents");
    town.account("hanna@example.pl", AccountRole::Coordinator, &[]);
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open("/").must_say("href=\"/koordynator\"");
    hanna.open("/koordynator").must_say("Nie ma jeszcze żadnego sezonu.");
}

#[test]
fn a_public_page_is_kept_once_however_its_address_is_spelt() {
    let town = Town::published();
    let mut browser = town.visitor();
    assert_eq!(browser.open("/s%65zon").html, browser.open("/sezon").html);
    let snapshot = town.app.public.newest();
    let kept = |address: &str| {
        let key = format!("{address} pl {TODAY}");
        snapshot.kept(&key, || Err::<Ready, ()>(())).is_ok()
    };
    assert!(kept("/sezon") && !kept("/s%65zon"));
}

#[test]
fn signing_in_and_out() {
    let town = Town::published();
    let mut browser = town.visitor();

    let asked = browser.get("/dzis?data=2027-07-08");
    assert_eq!(
        (asked.status, asked.location.as_str()),
        (303, "/logowanie?next=%2Fdzis%3Fdata%3D2027%2D07%2D08")
    );

    for (email, password, status, sentence) in [
        (
            "marek@example.pl",
            "pomylone-haslo",
            401,
            "Adres e-mail albo hasło się nie zgadza.",
        ),
        (
            "nikt@example.pl",
            PASSWORD,
            401,
            "Adres e-mail albo hasło się nie zgadza.",
        ),
        ("", "", 422, "Wpisz adres e-mail."),
    ] {
        let page = browser.sign_in(email, password, Some("/dzis"));
        assert_eq!(page.status, status, "{email}");
        page.must_say(sentence);
        page.must_say(&format!("value=\"{email}\""));
        assert!(
            !page.says(password) || password.is_empty(),
            "a password is never sent back"
        );
        assert!(browser.cookies.is_empty());
    }

    for (next, leads_to) in [
        (Some("/dzis?data=2027-07-08"), "/dzis?data=2027-07-08"),
        (None, "/dzis"),
        (Some("//evil.example/"), "/dzis"),
        (Some("/\\evil.example"), "/dzis"),
        (Some("https://evil.example"), "/dzis"),
        (Some("javascript:alert(1)"), "/dzis"),
    ] {
        let mut browser = town.visitor();
        let page = browser.sign_in("marek@example.pl", PASSWORD, next);
        assert_eq!((page.status, page.location.as_str()), (303, leads_to), "{next:?}");
        for cookie in &page.set_cookies {
            for part in ["__Host-", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
                assert!(cookie.contains(part), "{cookie} lacks {part}");
            }
        }
    }

    let mut marek = town.signed_in("marek@example.pl");
    let page = marek.open("/dzis");
    let family = marek.cookies.clone();
    let out = marek.submit(&page, "/wyloguj", &[]);
    assert_eq!((out.status, out.location.as_str()), (303, "/"));
    assert!(marek.cookies.is_empty(), "{:?}", marek.cookies);
    marek.cookies = family;
    assert_eq!(
        marek.get("/dzis").status,
        303,
        "the session is over for who kept its cookies, too"
    );
}

#[test]
fn guessing_a_password_is_stopped() {
    let town = Town::empty();
    town.account("hanna@example.pl", AccountRole::Coordinator, &[]);
    let mut browser = town.visitor();
    let statuses: Vec<u16> = (0..12)
        .map(|_| browser.sign_in("hanna@example.pl", "zle-haslo-123", None).status)
        .collect();
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    let page = browser.sign_in("hanna@example.pl", PASSWORD, None);
    assert_eq!(page.status, 429, "the right one, too");
    page.must_say("Za dużo nieudanych prób. Spróbuj ponownie o 9:15.");
}

/// Who may open what. A page that a role may not open is a 403 page, and none of them is ever kept.
#[test]
fn pages_open_for_their_roles_only() {
    let town = Town::published();
    let (mut hanna, mut marek) = (town.signed_in("hanna@example.pl"), town.signed_in("marek@example.pl"));
    let mut zofia = town.signed_in("zofia@example.pl");
    let visit = first_visit(&mut hanna);
    let plan = hanna.open(SEASON).addresses("/koordynator/plany/", "").remove(0);
    let season = format!("{SEASON}/wizyty");
    let plans = format!("{SEASON}/plany");
    for (address, coordinator, animator, volunteer) in [
        ("/dyzury", 200, 200, 200),
        ("/dzis", 200, 200, 403),
        ("/koordynator", 200, 403, 403),
        ("/osoby", 200, 403, 403),
        ("/moje", 200, 200, 200),
        ("/osoby/nowa", 200, 403, 403),
        ("/osoby/per_00000000000000000000000000000000", 404, 403, 403),
        (SEASON, 200, 403, 403),
        (season.as_str(), 200, 403, 403),
        (plans.as_str(), 200, 403, 403),
        (visit.as_str(), 200, 403, 403),
        (plan.as_str(), 200, 403, 403),
        ("/koordynator/sezony/nie-ma", 404, 403, 403),
        (
            "/koordynator/wizyty/vis_00000000000000000000000000000000",
            404,
            403,
            403,
        ),
        ("/koordynator/plany/pln_00000000000000000000000000000000", 404, 403, 403),
        ("/koordynator/wizyty/nic", 404, 404, 404),
    ] {
        let roles = [
            (&mut hanna, coordinator),
            (&mut marek, animator),
            (&mut zofia, volunteer),
        ];
        for (browser, expected) in roles {
            let page = browser.get(address);
            assert_eq!((page.status, page.cache.as_str()), (expected, "no-store"), "{address}");
            page.must_say("<h1>");
        }
        let stranger = town.visitor().get(address);
        assert_eq!(
            (stranger.status, stranger.cache.as_str()),
            (303, "no-store"),
            "{address}"
        );
        assert!(stranger.location.starts_with("/logowanie?next="), "{address}");
    }
}

/// No form is carried out for another site, without the session's token, for nobody, or for the wrong role.
#[test]
fn forms_are_guarded() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let visit = first_visit(&mut hanna);
    let plan = hanna.open(SEASON).addresses("/koordynator/plany/", "").remove(0);
    let page = hanna.open(&visit);
    let token = page.hidden("/wyloguj")[0].1.clone();
    let mut zofia = town.signed_in("zofia@example.pl");
    let zofias = zofia.open("/dyzury").hidden("/wyloguj")[0].1.clone();
    let sign_up = zofia.open("/dyzury").addresses("/dyzury/", "/zapisz").remove(0);
    let signup = "/zapisy/sgn_00000000000000000000000000000000";
    for address in [
        format!("{visit}/odwolaj"),
        format!("{visit}/przenies"),
        format!("{visit}/notatka"),
        format!("{plan}/anuluj"),
        format!("{plan}/opublikuj"),
        format!("{SEASON}/plany"),
        sign_up,
        format!("{signup}/wycofaj"),
        format!("{signup}/potwierdz"),
        "/wyloguj".to_owned(),
    ] {
        let stale = |page: Page, why: &str| {
            assert_eq!(page.status, 403, "{address}: {why}");
            page.must_say("Formularz jest nieaktualny");
        };
        stale(hanna.post(&address, &[], &[]), "no token");
        stale(hanna.post(&address, &[("csrf", "0")], &[]), "a wrong token");
        stale(
            hanna.post(&address, &[("csrf", &zofias)], &[]),
            "another session's token",
        );
        stale(
            hanna.post(&address, &[("csrf", &token)], &[("sec-fetch-site", "cross-site")]),
            "another site",
        );
        stale(
            hanna.post(&address, &[("csrf", &token)], &[("origin", "https://evil.example")]),
            "another origin",
        );
        let nobody = town.visitor().post(&address, &[("csrf", &token)], &[]);
        assert_eq!(
            (nobody.status, nobody.location.as_str()),
            (303, "/logowanie"),
            "{address}: nobody"
        );
        if address.starts_with("/koordynator") {
            let wrong_role = zofia.post(&address, &[("csrf", &zofias)], &[]);
            assert_eq!(wrong_role.status, 403, "{address}: a volunteer");
        }
        assert_eq!(
            hanna.get(&address).status == 405,
            !address.ends_with("/plany"),
            "{address}: GET"
        );
    }
    assert_eq!(
        hanna.open(&visit).html.matches("zaplanowana").count(),
        1,
        "nothing was done"
    );
}

#[test]
fn a_volunteer_takes_a_shift_and_gives_it_back() {
    let town = Town::published();
    town.account("nowy@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
    let mut zofia = town.signed_in("zofia@example.pl");
    let board = zofia.open("/dyzury");
    board.must_say("Nie masz jeszcze dyżurów.");
    board.must_say("Ten dyżur jest dla osoby prowadzącej, a koordynator nie wpisał Ci tej roli.");
    let take = board.addresses("/dyzury/", "/zapisz").remove(0);

    let done = zofia.submit(&board, &take, &[]);
    let after = zofia.follow(&done);
    after.must_say("Masz ten dyżur. Dziękujemy!");
    let back = after.addresses("/zapisy/", "/wycofaj").remove(0);
    assert!(!zofia.open("/dyzury").says("Masz ten dyżur."), "said once");
    let twice = zofia.submit(&board, &take, &[]);
    let twice = zofia.follow(&twice);
    twice.must_say("Ten dyżur masz już od wcześniej.");
    assert_eq!(
        twice.addresses("/zapisy/", "/wycofaj").len(),
        1,
        "pressed twice, one place"
    );

    // The day of a shift one holds may be seen; another may not.
    let sheet = twice.addresses("/dzis?data=", "").remove(0);
    zofia.open(&sheet).must_say("zofia, pomocnik");
    assert_eq!(zofia.get("/dzis?data=2027-12-24").status, 403);

    // Another person's sign-up is not even known.
    let mut other = town.signed_in("nowy@example.pl");
    let page = other.open("/dyzury");
    let csrf = page.hidden("/wyloguj")[0].1.clone();
    assert_eq!(other.post(&back, &[("csrf", &csrf)], &[]).status, 404);

    let gone = zofia.submit(&after, &back, &[]);
    let page = zofia.follow(&gone);
    page.must_say("Zrezygnowano z dyżuru");
    page.must_say("Nie masz jeszcze dyżurów.");
    let twice = zofia.submit(&after, &back, &[]);
    assert_eq!(twice.status, 303, "giving back twice is as good as once");

    // What a page does not offer is refused with every reason, in words.
    let mut marek = town.signed_in("marek@example.pl");
    let leader = marek.open("/dyzury").addresses("/dyzury/", "/zapisz");
    let refused = leader
        .iter()
        .find(|address| !board.says(address))
        .expect("a leader's shift");
    let csrf = zofia.open("/dyzury").hidden("/wyloguj")[0].1.clone();
    let page = zofia.post(refused, &[("csrf", &csrf)], &[]);
    assert_eq!(page.status, 422);
    page.must_say("a koordynator nie wpisał Ci tej roli.");
    page.must_say("href=\"/dyzury\"");
}

#[test]
fn what_a_coordinator_changes_everybody_sees_at_once() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let mut marek = town.signed_in("marek@example.pl");
    let mut parent = town.visitor();
    let visit = first_visit(&mut hanna);
    let id = visit.rsplit('/').next().unwrap().to_owned();
    let page = hanna.open(&visit);
    let stop = town
        .visitor()
        .open(&format!("/wizyty/{id}"))
        .addresses("/przystanki/", "")
        .remove(0);
    assert!(!parent.open(&stop).says("z powodu burzy"));

    let short = hanna.submit(&page, &format!("{visit}/odwolaj"), &[("reason", " x ")]);
    assert_eq!(short.status, 422);
    short.must_say("Napisz powód: od 3 do 500 znaków.");
    short.must_say("value=\" x \"");

    let done = hanna.submit(&page, &format!("{visit}/odwolaj"), &[("reason", "z powodu burzy")]);
    hanna.follow(&done).must_say("Wizyta jest odwołana.");
    let again = hanna.submit(&page, &format!("{visit}/odwolaj"), &[("reason", "z powodu burzy")]);
    assert_eq!(again.status, 303, "pressed twice, cancelled once");
    parent.open(&stop).must_say("z powodu burzy");
    let feed = parent.open("/calendar.ics");
    feed.must_say("STATUS:CANCELLED");
    feed.must_say("SEQUENCE:1");
    marek.open(&format!("/dzis?data={TODAY}")).must_say("z powodu burzy");

    // Put on again, on another day: first a holiday, with every reason; then one that fits.
    let page = hanna.open(&visit);
    let to = format!("{visit}/przenies");
    let refused = hanna.submit(
        &page,
        &to,
        &[("day", "2027-08-15"), ("start", "10:00"), ("move_reason", "")],
    );
    assert_eq!(refused.status, 409);
    refused.must_say("tego dnia jest święto");
    refused.must_say("name=\"override\"");
    refused.must_say("value=\"2027-08-15\"");
    let twice = hanna.submit(&page, &to, &[("day", "2027-08-06"), ("start", "06:00")]);
    assert_eq!(twice.status, 409);
    twice.must_say("Przegląd techniczny autobusu");
    twice.must_say("wykracza poza godziny pracy załogi");
    let bold = [
        ("day", "2027-08-15"),
        ("start", "10:00"),
        ("move_reason", ""),
        ("override", "yes"),
    ];
    let unfounded = hanna.submit(&refused, &to, &bold);
    assert_eq!(unfounded.status, 422, "overriding needs a reason");
    let nowhere = hanna.submit(&page, &to, &[("day", "2027-12-24"), ("start", "")]);
    assert_eq!(nowhere.status, 422);
    nowhere.must_say("Wpisz godzinę, na przykład 10:00.");
    let outside = hanna.submit(&page, &to, &[("day", "2027-12-24"), ("start", "10:00")]);
    outside.must_say("Wybierz dzień od 7 lipca do 31 sierpnia 2027.");

    let bold = [
        ("day", "2027-08-15"),
        ("start", "10:00"),
        ("move_reason", "festyn"),
        ("override", "yes"),
    ];
    let done = hanna.submit(&unfounded, &to, &bold);
    hanna.follow(&done).must_say("Wizyta ma nowy termin.");
    parent.open(&stop).must_say("15 sierpnia");
    let feed = parent.open("/calendar.ics");
    feed.must_say("DTSTART:20270815T080000Z");
    marek.open("/dzis?data=2027-08-15").must_say(&format!("id=\"{id}\""));
    assert!(!marek.open(&format!("/dzis?data={TODAY}")).says(&format!("id=\"{id}\"")));
}

#[test]
fn two_who_change_one_visit_see_both_versions() {
    let town = Town::published();
    let (mut first, mut second) = (town.signed_in("hanna@example.pl"), town.signed_in("hanna@example.pl"));
    let visit = first_visit(&mut first);
    let (mine, theirs) = (first.open(&visit), second.open(&visit));
    let note = format!("{visit}/notatka");
    let done = first.submit(&mine, &note, &[("note", "Weźcie czapki.")]);
    first.follow(&done).must_say("Uwaga jest zapisana.");

    let conflict = second.submit(&theirs, &note, &[("note", "Weźcie wodę.")]);
    assert_eq!((conflict.status, conflict.cache.as_str()), (412, "no-store"));
    conflict.must_say("Ktoś zmienił tę wizytę przed Tobą");
    conflict.must_say("<td>Weźcie czapki.</td><td>Weźcie wodę.</td>");
    first.open(&visit).must_say("value=\"Weźcie czapki.\"");

    let done = second.submit(&conflict, &note, &[]);
    second.follow(&done).must_say("value=\"Weźcie wodę.\"");
}

#[test]
fn hostile_text_stays_text_everywhere() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let visit = first_visit(&mut hanna);
    let id = visit.rsplit('/').next().unwrap().to_owned();
    let page = hanna.open(&visit);
    let stop = town
        .visitor()
        .open(&format!("/wizyty/{id}"))
        .addresses("/przystanki/", "")
        .remove(0);
    let conflict = {
        let done = hanna.submit(&page, &format!("{visit}/notatka"), &[("note", HOSTILE)]);
        assert_eq!(done.status, 303);
        hanna.submit(&page, &format!("{visit}/odwolaj"), &[("reason", HOSTILE)])
    };
    assert_eq!(conflict.status, 412);
    let done = hanna.submit(&conflict, &format!("{visit}/odwolaj"), &[]);
    assert_eq!(done.status, 303, "the form of the conflict page carries what was typed");
    let mut pages = vec![conflict];
    for address in [
        visit.clone(),
        format!("{SEASON}/wizyty"),
        format!("/dzis?data={TODAY}"),
        stop,
        format!("/wizyty/{id}"),
        "/".to_owned(),
        "/sezon".to_owned(),
    ] {
        pages.push(hanna.open(&address));
    }
    for page in &pages {
        assert!(!page.says("<img src") && !page.says("<script>alert"), "{}", page.html);
    }
    assert!(pages[1].says("&#60;script&#62;alert(2)"), "{}", pages[1].html);
    let feed = hanna.open("/calendar.ics");
    assert!(!feed.html.contains("\r\nX-Evil"), "a line of its own in the feed");
    let typed = hanna.sign_in(HOSTILE, HOSTILE, Some(HOSTILE));
    assert!(!typed.says("<script>alert"), "{}", typed.html);
    for address in [
        format!("{SEASON}/wizyty?od={HOSTILE_QUERY}&osiedle={HOSTILE_QUERY}"),
        format!("/dzis?data={HOSTILE_QUERY}"),
    ] {
        assert!(!hanna.open(&address).says("<script>alert"), "{address}");
    }
}

const HOSTILE_QUERY: &str = "%22%3E%3Cscript%3Ealert(2)%3C/script%3E";

/// The page of a visit today.
fn first_visit(hanna: &mut Browser<'_>) -> String {
    let list = hanna.open(&format!("{SEASON}/wizyty?od={TODAY}"));
    list.addresses("/koordynator/wizyty/", "").remove(0)
}

/// Whoever opens the list in the middle of the season need not scroll past what is over.
#[test]
fn the_list_of_the_season_leads_past_days_that_are_over() {
    let list = Town::published().visitor().open("/sezon").html;
    let (over, ahead) = list.split_once("id=\"dalej\"").unwrap();
    assert!(over.contains("href=\"#dalej\""));
    assert!(over.contains("zakończona") && !ahead.contains("zakończona"), "{list}");
    let first = ahead.split("datetime=\"").nth(1).unwrap();
    assert!(first.starts_with(TODAY), "{first}");
}
