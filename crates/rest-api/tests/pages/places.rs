//! The places that the service knows, and two stops that turn out to be one.

use crate::{SEASON, support::Town};

const PAGE: &str = "/koordynator/miejsca";

#[test]
fn two_stops_become_one() {
    let town = Town::published();
    let mut marek = town.signed_in("marek@example.pl");
    assert_eq!(marek.get(PAGE).status, 403);
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open("/koordynator").must_say(&format!("href=\"{PAGE}\""));
    let page = hanna.open(PAGE);
    for said in [
        "Łazek",
        "href=\"/przystanki/centrum-sp10\"",
        "Bez osiedla",
        "bez własnego punktu na mapie",
    ] {
        page.must_say(said);
    }
    let chosen = |gone: &str, stays: &str| format!("{PAGE}?znika={gone}&zostaje={stays}");
    for (gone, stays, said) in [
        ("centrum-sp10", "", "Wybierz oba przystanki z listy."),
        ("centrum-sp10", "nie-ma", "Wybierz oba przystanki z listy."),
        ("centrum-sp10", "centrum-sp10", "To ten sam przystanek."),
        (
            "centrum-sp10",
            "centrum-sikorskiego",
            "Oba przystanki proszą o wizyty (Lato 2027)",
        ),
        ("centrum-sp10", "kupiec", "nie leży na żadnym osiedlu"),
    ] {
        let page = hanna.open(&chosen(gone, stays));
        page.must_say(said);
        assert!(
            !page.says("/koordynator/miejsca/polacz"),
            "{gone} into {stays} cannot be"
        );
    }

    let action = "/koordynator/miejsca/polacz";
    let offer = hanna.open(&chosen("centrum-sp10", "dzieci-polskich-lokator"));
    offer.must_say("stanie się częścią przystanku „Klub „Lokator” (OSM)”");
    offer.must_say("Tego nie da się cofnąć.");
    let visits = town.visitor().open("/przystanki/centrum-sp10");
    let done = hanna.submit(&offer, action, &[]);
    hanna.follow(&done).must_say("Połączone");
    let moved = town.visitor().get("/przystanki/centrum-sp10");
    assert_eq!(
        (moved.status, moved.location.as_str()),
        (308, "/przystanki/dzieci-polskich-lokator")
    );
    let merged = town.visitor().open(&moved.location);
    for visit in visits.addresses("/wizyty/", "") {
        merged.must_say(&visit);
    }
    // The same form again, as after going back in the browser.
    let again = hanna.submit(&offer, action, &[]);
    hanna.follow(&again).must_say("tak już jest");
    hanna.open(SEASON);
}
