//! A late visit on the day sheet and on the coordinator's page of it.

use crate::support::Town;

#[test]
fn one_tap_tells_parents_and_another_takes_it_back() {
    let town = Town::published();
    let mut marek = town.signed_in("marek@example.pl");
    let sheet = marek.open("/dzis");
    let tap = sheet.addresses("/dzis/wizyty/", "/opoznienie").pop().unwrap();
    let visit = tap.split('/').nth(3).unwrap().to_owned();
    let back = format!("/dzis/wizyty/{visit}/na-czas");
    assert!(!sheet.says(&back), "nothing is to be taken back");
    let done = marek.submit(&sheet, &tap, &[("minutes", "15"), ("reason", "korek na moście")]);
    let sheet = marek.follow(&done);
    sheet.must_say("Rodzice widzą, że wizyta się spóźni.");
    sheet.must_say("Spóźni się o 15 minut: będzie około ");
    let public = town.visitor().open(&format!("/wizyty/{visit}"));
    public.must_say("opóźniona");
    public.must_say("Spóźni się o 15 minut: będzie około ");
    public.must_say("korek na moście");
    let done = marek.submit(&sheet, &back, &[]);
    let sheet = marek.follow(&done);
    sheet.must_say("Rodzice widzą znowu godziny z planu.");
    assert!(!town.visitor().open(&format!("/wizyty/{visit}")).says("Spóźni się"));
    assert_eq!(marek.submit(&sheet, &tap, &[("minutes", "3")]).status, 422);

    // Another day's sheet has no buttons, and a volunteer's none at all.
    assert!(
        marek
            .open("/dzis?data=2027-07-08")
            .addresses("/dzis/wizyty/", "/opoznienie")
            .is_empty()
    );

    let mut hanna = town.signed_in("hanna@example.pl");
    let path = format!("/koordynator/wizyty/{visit}");
    let form = format!("{path}/opoznienie");
    let page = hanna.open(&path);
    let told = hanna.submit(&page, &form, &[("minutes", "pięć"), ("reason", "deszcz")]);
    assert_eq!(told.status, 422);
    told.must_say("<a href=\"#late_minutes\">Wpisz liczbę minut od 5 do 240.</a>");
    told.must_say("value=\"deszcz\"");
    let done = hanna.submit(&page, &form, &[("minutes", "35"), ("reason", "")]);
    hanna.follow(&done).must_say("Spóźni się o 35 minut: będzie około ");
}
