//! The coordinator keeps the people of the crew.

use vocabulary::AccountRole;

use crate::{
    HOSTILE,
    support::{Page, Town},
};

/// What the form holds for an adult volunteer.
const JAN: &[(&str, &str)] = &[
    ("name", "Jan Lis"),
    ("email", "jan@example.pl"),
    ("role", "volunteer"),
    ("kind", "volunteer"),
    ("active", "yes"),
    ("adult", "yes"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let changed = |name: &str| more.iter().any(|(other, _)| *other == name);
    let kept = JAN.iter().copied().filter(|(name, _)| !changed(name));
    kept.chain(more.iter().copied()).collect()
}

fn at_field(page: &Page, field: &str, sentence: &str) {
    page.must_say(&format!("<p class=\"error\" id=\"{field}-error\">{sentence}</p>"));
    page.must_say(&format!("<a href=\"#{field}\">{sentence}</a>"));
}

#[test]
fn a_person_is_made_with_papers_and_the_list_says_what_lacks() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open("/koordynator").must_say("href=\"/osoby\"");
    hanna.open("/osoby").must_say("href=\"/osoby/nowa\"");
    let page = hanna.open("/osoby/nowa");
    let made = hanna.submit(&page, "/osoby/nowa", &with(&[("role_helper", "yes")]));
    let person = made.location.clone();
    let page = hanna.follow(&made);
    page.must_say("Osoba jest dodana.");
    page.must_say("<li>dopuszczenie do pracy z dziećmi</li>");
    page.must_say("<li>porozumienie</li>");
    let twice = hanna.post(
        "/osoby/nowa",
        &with(&[("role_helper", "yes"), ("csrf", &page.hidden("/wyloguj")[0].1)]),
        &[("sec-fetch-site", "same-origin")],
    );
    assert_eq!(twice.status, 422);
    at_field(&twice, "email", "Jest już konto z tym adresem e-mail.");

    let papers = with(&[
        ("role_helper", "yes"),
        ("role_helper_until", "2027-07-20"),
        ("register_on", "2027-05-01"),
        ("certificate_on", "2027-05-01"),
        ("statements_on", "2027-05-01"),
        ("standards_version", "1"),
        ("standards_on", "2027-05-01"),
        ("agreement_0_kind", "written"),
        ("agreement_0_signed_on", "2027-06-01"),
        ("agreement_0_from", "2027-06-20"),
        ("agreement_0_to", "2027-07-19"),
        ("agreement_0_paper", "yes"),
        ("insurance_0_from", "2027-06-20"),
        ("insurance_0_to", "2027-07-19"),
        ("tongue_uk", "yes"),
    ]);
    let saved = hanna.submit(&page, &person, &papers);
    let after = hanna.follow(&saved);
    after.must_say("Zapisano.");
    assert!(!after.says("Brakuje:"), "{}", after.html);
    after.must_say("<li>porozumienie: do 19 lipca 2027</li>");
    after.must_say("<li>rola „pomocnik”: do 20 lipca 2027</li>");
    after.must_say("Porozumienie 1");
    after.must_say("value=\"2027-07-19\"");
    hanna.open("/osoby").must_say("Jan Lis");

    // A second coordinator had the page open: both versions are shown and nothing is lost.
    let other = hanna.submit(&page, &person, &with(&[("name", "Jan Kot")]));
    assert_eq!(other.status, 412);
    other.must_say("Ktoś zmienił dane tej osoby przed Tobą");
    other.must_say("<td>Jan Lis</td><td>Jan Kot</td>");
    other.must_say("<td>20 czerwca 2027</td><td>(puste)</td>");
    let forced = hanna.submit(&other, &person, &[]);
    hanna.follow(&forced).must_say("<h1>Jan Kot</h1>");
}

#[test]
fn every_fault_is_at_its_field_and_nothing_typed_is_lost() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let page = hanna.open("/osoby/nowa");
    let wrong = with(&[
        ("name", "  "),
        ("email", "jan"),
        ("phone", HOSTILE),
        ("adult", ""),
        ("born_on", "2027-99-01"),
        ("register_on", "2027-12-01"),
        ("agreement_0_from", "2027-07-10"),
        ("agreement_0_to", "2027-07-01"),
        ("agreement_0_kind", "written"),
        ("agreement_1_to", "wczoraj"),
        ("agreement_1_kind", "shouted"),
        ("insurance_0_to", "2027-07-01"),
        ("guardian_name", HOSTILE),
        ("guardian_email", "ewa"),
        ("withdrawn_on", "2027-07-01"),
    ]);
    let told = hanna.submit(&page, "/osoby/nowa", &wrong);
    assert_eq!(told.status, 422);
    for (field, sentence) in [
        ("name", "Wpisz od 1 do 100 znaków."),
        ("email", "Wpisz adres e-mail, na przykład anna@example.pl."),
        ("phone", "Wpisz najwyżej 200 znaków w jednym wierszu."),
        ("born_on", "Wpisz datę, na przykład 2027-07-01."),
        ("register_on", "Ten dzień jeszcze nie nastąpił."),
        ("agreement_0_to", "Ten dzień jest przed pierwszym dniem."),
        ("agreement_1_from", "Wpisz ten dzień."),
        ("agreement_1_to", "Wpisz datę, na przykład 2027-07-01."),
        ("agreement_1_kind", "Wybierz jedną z możliwości."),
        ("insurance_0_from", "Wpisz ten dzień."),
        ("guardian_email", "Wpisz adres e-mail, na przykład anna@example.pl."),
        ("consent_on", "Wpisz ten dzień."),
    ] {
        at_field(&told, field, sentence);
    }
    assert!(
        !told.says("<script>alert(2)") && !told.says("<img src=//evil"),
        "escaped"
    );
    for typed in ["wczoraj", "2027-99-01", "2027-07-10"] {
        told.must_say(&format!("value=\"{typed}\""));
    }
    let grown = hanna.submit(&page, "/osoby/nowa", &with(&[("adult", ""), ("born_on", "2001-07-01")]));
    at_field(
        &grown,
        "born_on",
        "Ta osoba ma już 18 lat: zaznacz to, a datę usuniemy.",
    );
    let hostile = "<script>alert(2)</script>";
    let made = hanna.submit(&page, "/osoby/nowa", &with(&[("name", hostile)]));
    let shown = hanna.follow(&made);
    assert!(!shown.says(hostile) && !hanna.open("/osoby").says(hostile));
}

#[test]
fn nobody_but_a_coordinator_sees_people_and_none_takes_their_own_rights_away() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let people = hanna.open("/osoby").addresses("/osoby/per_", "");
    assert_eq!(people.len(), 3);
    for email in ["marek@example.pl", "zofia@example.pl"] {
        let mut other = town.signed_in(email);
        for address in people.iter().map(String::as_str).chain(["/osoby", "/osoby/nowa"]) {
            assert_eq!(other.get(address).status, 403, "{email} {address}");
        }
        let csrf = other.open("/dyzury").hidden("/wyloguj")[0].1.clone();
        for address in [people[0].as_str(), "/osoby/nowa"] {
            let sent = other.post(address, &with(&[("csrf", &csrf)]), &[]);
            assert_eq!(sent.status, 403, "{email} {address}");
        }
    }
    assert_eq!(hanna.get("/osoby/per_00000000000000000000000000000000").status, 404);
    let all: Vec<Page> = people.iter().map(|address| hanna.open(address)).collect();
    let own = all.iter().position(|page| page.says("hanna@example.pl")).unwrap();
    let fields = with(&[("email", "hanna@example.pl"), ("name", "hanna")]);
    let told = hanna.submit(&all[own], &people[own], &fields);
    assert_eq!(told.status, 422);
    at_field(
        &told,
        "role",
        "Nie możesz odebrać uprawnień sobie: poproś inną osobę z koordynacji.",
    );
    town.account("druga@example.pl", AccountRole::Coordinator, &[]);
    assert_eq!(town.signed_in("druga@example.pl").get("/osoby").status, 200);
}
