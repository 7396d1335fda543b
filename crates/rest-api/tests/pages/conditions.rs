//! What a shift asks for, on its board; the languages that a crew lacks, wherever staff looks at a crew.

use crate::support::{SEASON, Town};

const NOBODY: &str = "Nikt z załogi nie mówi po ukraińsku.";

#[test]
fn a_board_opens_sign_ups_and_asks_for_papers() {
    let town = Town::published_with(&[("[crew]", "[crew]\nsignups_days_before = 7")]);
    let mut zofia = town.signed_in("zofia@example.pl");
    let shift = |page: &crate::support::Page| page.addresses("/dyzury/", "/zapisz").remove(0);
    let sign_up = shift(&zofia.open("/dyzury"));
    let board = format!("/koordynator{}", sign_up.trim_end_matches("/zapisz"));
    let conditions = format!("{board}/warunki");
    assert_eq!(zofia.get(&board).status, 403);

    let mut hanna = town.signed_in("hanna@example.pl");
    let page = hanna.open(&board);
    page.must_say("Tak mówi ustawienie sezonu.");
    let told = hanna.submit(&page, &conditions, &[("opens_day", "pojutrze"), ("first-aid", "yes")]);
    assert_eq!(told.status, 422);
    told.must_say("<a href=\"#opens_day\">Podaj dzień i godzinę otwarcia zapisów");
    told.must_say("value=\"pojutrze\"");
    told.must_say("name=\"first-aid\" value=\"yes\" checked");
    let later = [
        ("opens_day", "2027-08-01"),
        ("opens_time", "08:30"),
        ("first-aid", "yes"),
    ];
    let done = hanna.submit(&page, &conditions, &later);
    let page = hanna.follow(&done);
    page.must_say("Warunki zapisu są zmienione.");
    page.must_say("Tak ustawiono dla tego dyżuru.");
    page.must_say("name=\"opens_time\" type=\"time\" value=\"08:30\"");

    // The volunteer reads both reasons where the shift is listed.
    let list = zofia.open("/dyzury");
    list.must_say("Zapisy na ten dyżur jeszcze się nie zaczęły. Otworzą się: ");
    list.must_say("8:30");
    list.must_say("Na ten dyżur potrzebny jest dokument: ");
    let none = [("opens_day", ""), ("opens_time", "")];
    let done = hanna.submit(&page, &conditions, &none);
    hanna.follow(&done).must_say("Tak mówi ustawienie sezonu.");
    assert!(!zofia.open("/dyzury").says("potrzebny jest dokument"));
}

#[test]
fn a_language_that_nobody_speaks_is_said_where_a_crew_is_looked_at() {
    let wish = [("[crew.regular]", "[crew.regular]\nlanguages = [\"uk\"]")];
    let town = Town::published_with(&wish);
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open("/dzis").must_say(NOBODY);
    let mut zofia = town.signed_in("zofia@example.pl");
    let sign_up = zofia.open("/dyzury").addresses("/dyzury/", "/zapisz").remove(0);
    let board = hanna.open(&format!("/koordynator{}", sign_up.trim_end_matches("/zapisz")));
    board.must_say(NOBODY);
    let visit = board.html.split("/koordynator/wizyty/").nth(1).unwrap();
    let visit = visit.split('"').next().unwrap();
    hanna.open(&format!("/koordynator/wizyty/{visit}")).must_say(NOBODY);

    let form = hanna.open(&format!("{SEASON}/obsada"));
    let days = [("from", "2027-07-08"), ("to", "2027-07-08"), ("seconds", "2")];
    let made = hanna.submit(&form, &format!("{SEASON}/obsada"), &days);
    let proposal = hanna.follow(&made);
    proposal.must_say(NOBODY);

    // Marek is not there as a driver: the page of the empty place says why, and again when he is chosen all the same.
    let place = proposal.html.split("/dyzury/").nth(1).unwrap();
    let place = format!("{}/dyzury/{}", made.location, place.split('"').next().unwrap());
    let people = hanna.open("/osoby");
    let marek = people.html.split("/osoby/per_").find(|rest| rest.contains(">marek"));
    let marek = format!("per_{}", marek.unwrap().split(['"', '#', '?', '/']).next().unwrap());
    let csrf = proposal.hidden(&format!("{}/zapytaj", made.location));
    let mut fields: Vec<(&str, &str)> = csrf.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push(("person", &marek));
    let refused = hanna.post(&place, &fields, &[("sec-fetch-site", "same-origin")]);
    assert_eq!(refused.status, 409, "{}", refused.html);
    refused.must_say("Tej osoby nie można teraz wybrać: ");
}
