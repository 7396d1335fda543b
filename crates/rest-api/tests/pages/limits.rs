//! The limits of a season's crew on their page.

use crate::{HOSTILE, support::Town};

const LIMITS: &str = "/koordynator/sezony/lato-2027/limity";

#[test]
fn limits_are_read_changed_and_taken_back() {
    let town = Town::published();
    let mut zofia = town.signed_in("zofia@example.pl");
    let board = zofia.open("/dyzury");
    let sign_up = board.addresses("/dyzury/", "/zapisz").remove(0);
    let done = zofia.submit(&board, &sign_up, &[]);
    zofia.follow(&done);
    assert_eq!(zofia.get(LIMITS).status, 403);

    let mut hanna = town.signed_in("hanna@example.pl");
    hanna
        .open("/koordynator/sezony/lato-2027")
        .must_say(&format!("href=\"{LIMITS}\""));
    let page = hanna.open(LIMITS);
    page.must_say("limity programu, nikt ich nie zmienił");
    page.must_say("Labour Code of 26 June 1974, art. 132");
    page.must_say("<b>11 godzin</b>");
    page.must_say("name=\"volunteer_day\" type=\"text\" value=\"8:00\"");
    assert!(!page.says("name=\"staff_rest\""), "what the law sets has no field");
    let form: Vec<(String, String)> = fields(&page.html);
    let with = |more: &[(&str, &str)]| -> Vec<(String, String)> {
        let kept = form
            .iter()
            .filter(|(name, _)| !more.iter().any(|(other, _)| other == name))
            .cloned();
        let more = more
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        kept.chain(more).collect()
    };
    let pairs = |all: &'static [(&'static str, &'static str)]| with(all);
    let send = |hanna: &mut crate::support::Browser<'_>, page: &crate::support::Page, all: &[(String, String)]| {
        let all: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        hanna.submit(page, LIMITS, &all)
    };
    let told = send(
        &mut hanna,
        &page,
        &pairs(&[
            ("volunteer_day", "osiem"),
            ("staff_days_in_a_row", "0"),
            ("minors_from_13_latest", "07:00"),
            ("from", "jutro"),
            ("source", HOSTILE),
        ]),
    );
    assert_eq!(told.status, 422);
    told.must_say("<a href=\"#volunteer_day\">Wpisz godziny i minuty, na przykład 8:00.</a>");
    told.must_say("<a href=\"#minors_from_13_latest\">Koniec musi być po początku.</a>");
    told.must_say("<a href=\"#from\">");
    told.must_say("value=\"osiem\"");
    assert!(!told.says("<script>alert(2)"));
    let zero = send(&mut hanna, &page, &pairs(&[("staff_days_in_a_row", "0")]));
    assert_eq!(zero.status, 422);
    zero.must_say("<a href=\"#staff_days_in_a_row\">Tej wartości nie da się ustawić.</a>");

    let saved = send(
        &mut hanna,
        &page,
        &pairs(&[("volunteer_day", "0:30"), ("source", "zarządzenie 7")]),
    );
    let after = hanna.follow(&saved);
    after.must_say("Limity są zapisane.");
    after.must_say("limity tego sezonu");
    after.must_say("name=\"volunteer_day\" type=\"text\" value=\"0:30\"");
    after.must_say("<b>zofia, ");
    let stale = send(&mut hanna, &page, &pairs(&[("volunteer_day", "1:00")]));
    assert_eq!(stale.status, 412);
    stale.must_say("Ktoś zmienił limity przed Tobą.");
    let back = hanna.submit(&after, &format!("{LIMITS}/domyslne"), &[]);
    let after = hanna.follow(&back);
    after.must_say("Obowiązują limity programu.");
    after.must_say("wszystkie zapisy są zgodne z zasadami");
}

/// What the fields of a page hold that one types in or chooses from.
fn fields(html: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let (_, after) = tag.split_once(&format!("{name}=\""))?;
        after.split_once('"').map(|(value, _)| value.to_owned())
    };
    let inputs = html
        .split("<input ")
        .skip(1)
        .filter(|tag| !tag.contains("type=\"hidden\""));
    let inputs = inputs.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?)));
    let selects = html.split("<select ").skip(1).filter_map(|tag| {
        let chosen = tag.split("<option ").find(|option| option.contains(" selected"))?;
        Some((attribute(tag, "name")?, attribute(chosen, "value")?))
    });
    inputs.chain(selects).collect()
}
