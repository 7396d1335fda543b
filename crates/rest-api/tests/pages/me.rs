//! One's own page.

use crate::{HOSTILE, support::Town};

#[test]
fn wishes_are_kept_and_faults_told_at_once() {
    let town = Town::published();
    let mut zofia = town.signed_in("zofia@example.pl");
    zofia.open("/dyzury").must_say("href=\"/moje\"");
    let page = zofia.open("/moje");
    page.must_say("komplet dokumentów");
    page.must_say("zofia@example.pl");
    assert!(!page.says("/moje/standardy"), "read already");
    let estate = page.html.split("name=\"estate_").nth(1).unwrap();
    let estate = format!("estate_{}", estate.split_once('"').unwrap().0);
    let wrong = [
        ("morning_sat", "yes"),
        ("away_0_from", "2027-07-10"),
        ("away_0_to", "2027-07-01"),
        ("away_1_from", HOSTILE),
        ("visits", "0"),
        (estate.as_str(), "yes"),
    ];
    let told = zofia.submit(&page, "/moje/zyczenia", &wrong);
    assert_eq!(told.status, 422);
    for (field, sentence) in [
        ("away_0_to", "Ten dzień jest przed pierwszym dniem."),
        ("away_1_from", "Wpisz datę, na przykład 2027-07-01."),
        ("away_1_to", "Wpisz ten dzień."),
        ("visits", "Wpisz liczbę od 1 do 200."),
    ] {
        told.must_say(&format!("id=\"{field}-error\">{sentence}"));
    }
    told.must_say("name=\"morning_sat\" value=\"yes\" checked");
    assert!(!told.says("<script>alert(2)"));
    let right = [
        ("morning_sat", "yes"),
        ("afternoon_mon", "yes"),
        ("away_0_from", "2027-07-10"),
        ("away_0_to", "2027-07-12"),
        ("visits", "6"),
        (estate.as_str(), "yes"),
        ("estate_est_00000000000000000000000000000000", "yes"),
    ];
    let done = zofia.submit(&page, "/moje/zyczenia", &right);
    let page = zofia.follow(&done);
    page.must_say("Zapisano, kiedy i gdzie możesz.");
    page.must_say("value=\"2027-07-12\"");
    let all = zofia.open("/moje/dane.json");
    assert_eq!(all.cache, "no-store");
    let all: serde_json::Value = serde_json::from_str(&all.html).unwrap();
    assert_eq!(all["person"]["email"], "zofia@example.pl");
    assert_eq!(all["wishes"]["mornings"], serde_json::json!(["sat"]));
    assert_eq!(all["wishes"]["visits"], 6);
    assert_eq!(
        all["wishes"]["estates"].as_array().unwrap().len(),
        1,
        "only what there is"
    );
    assert!(!all.to_string().contains("argon2"));
    assert_eq!(town.visitor().get("/moje/dane.json").status, 303);
    assert_eq!(zofia.post("/moje/zyczenia", &[("csrf", "0")], &[]).status, 403);
}

#[test]
fn the_standards_are_confirmed_in_the_version_in_force() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let people = hanna.open("/osoby").addresses("/osoby/per_", "");
    let zofias = people
        .iter()
        .find(|address| hanna.open(address).says("zofia@example.pl"));
    let zofias = zofias.unwrap().clone();
    let page = hanna.open(&zofias);
    // Without a clearance and with nothing read.
    let fields = [
        ("name", "zofia"),
        ("email", "zofia@example.pl"),
        ("role", "volunteer"),
        ("kind", "volunteer"),
        ("active", "yes"),
        ("adult", "yes"),
    ];
    assert_eq!(hanna.submit(&page, &zofias, &fields).status, 303);
    let open = hanna.open(&zofias);
    let mut zofia = town.signed_in("zofia@example.pl");
    let page = zofia.open("/moje");
    page.must_say("Przeczytałam lub przeczytałem standardy, wersja 1");
    page.must_say("Nie masz jeszcze porozumienia z ośrodkiem.");
    let csrf = page.hidden("/wyloguj")[0].1.clone();
    let other = zofia.post("/moje/standardy", &[("csrf", &csrf), ("standards", "7")], &[]);
    zofia.follow(&other).must_say("Obowiązuje inna wersja standardów.");
    let done = zofia.submit(&page, "/moje/standardy", &[]);
    let after = zofia.follow(&done);
    after.must_say("Zapisano, że znasz standardy.");
    assert!(!after.says("action=\"/moje/standardy\""));
    // What the coordinator had open is older than that now: both versions are shown.
    let stale = hanna.submit(&open, &zofias, &fields);
    assert_eq!(stale.status, 412);
    stale.must_say("Przeczytane standardy: wersja");
}
