//! The coordinator plans, tries, plans again and publishes.

use season_files::Breaks;
use vocabulary::{AccountRole, Minutes, TravelChoice};

use crate::{
    harness,
    support::{SEASON, Town},
};

#[test]
fn a_plan_is_seen_day_by_day_and_a_rule_relaxed_on_trial() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let address = hanna.open(SEASON).addresses("/koordynator/plany/", "").remove(0);
    let plan = hanna.open(&address);
    plan.must_say("Kalendarz planu");
    plan.must_say("<svg ");
    let days = plan.addresses(&format!("{address}/dni/"), "");
    let day = hanna.open(days.iter().find(|day| !day.contains('#')).unwrap());
    for words in ["Postoje", "Cały plan", "class=\"draw\"", "Baza"] {
        day.must_say(words);
    }
    assert_eq!(hanna.get(&format!("{address}/dni/2027-01-01")).status, 404);

    // The first button of a rule that alone is in the way.
    let what_if = format!("{address}/co-jesli");
    let started = hanna.submit(&plan, &what_if, &[]);
    assert_eq!(started.status, 303, "{}", started.html);
    assert_eq!(
        started.location,
        hanna.submit(&plan, &what_if, &[]).location,
        "pressed twice, one plan"
    );
    town.wait_for_plan(started.location.rsplit('/').next().unwrap());
    let trial = hanna.follow(&started);
    for words in [
        "Próba: co by było, gdyby",
        "To tylko próba",
        "Co by się zmieniło",
        "Przedtem",
        &address,
    ] {
        trial.must_say(words);
    }
    assert!(hanna.get(&format!("{address}/co-jesli")).status == 405);
    let csrf = trial.hidden("/wyloguj")[0].1.clone();
    let no_such = hanna.post(&what_if, &[("csrf", &csrf), ("stop", "nowhere"), ("reason", "0")], &[]);
    assert_eq!(no_such.status, 404);
}

#[test]
fn a_day_without_the_bus_is_planned_again() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let plans = format!("{SEASON}/plany");
    let page = hanna.open(&plans);
    let replan = format!("{SEASON}/zmiana");
    let started = hanna.submit(&page, &replan, &[("day", "2027-08-10")]);
    assert_eq!(started.status, 303, "{}", started.html);
    town.wait_for_plan(started.location.rsplit('/').next().unwrap());
    let plan = hanna.follow(&started);
    for words in [
        "Plan po zmianie",
        "autobus nie wyjeżdża",
        "Co się zmieni dla mieszkańców",
        "Powstanie wydanie 2.",
    ] {
        plan.must_say(words);
    }
    assert_eq!(hanna.submit(&page, &replan, &[("day", "")]).status, 422);
}

#[test]
fn a_visit_shows_where_else_it_could_be() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let visits = hanna
        .open(&format!("{SEASON}/wizyty?od=2027-07-20"))
        .addresses("/koordynator/wizyty/", "");
    let filling = visits.iter().find_map(|visit| {
        let page = hanna.open(visit);
        let links = page.addresses(&format!("{visit}?dzien="), "#przenies");
        Some((visit.clone(), links.first()?.clone()))
    });
    let (visit, link) = filling.expect("some visit has another place");
    let (_, query) = link.split_once("?dzien=").unwrap();
    let (day, start) = query.trim_end_matches("#przenies").split_once("&amp;start=").unwrap();
    let page = hanna.open(&format!("{visit}?dzien={day}&start={start}"));
    page.must_say("Gdzie indziej ta wizyta by się zmieściła");
    page.must_say(&format!("value=\"{day}\""));
    page.must_say(&format!("value=\"{start}\""));
    let today = hanna
        .open(&format!("{SEASON}/wizyty?od=2027-07-07"))
        .addresses("/koordynator/wizyty/", "")
        .remove(0);
    let page = hanna.open(&today);
    page.must_say("7 lipca 2027");
    assert!(
        !page.says("Gdzie indziej ta wizyta by się zmieściła"),
        "too late for that"
    );
    let odd = hanna.open(&format!("{visit}?dzien=%22%3E%3Cscript%3E&start=25:99"));
    assert!(!odd.says("\"><script>"));
}

#[test]
fn a_coordinator_plans_and_publishes() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let plans = format!("{SEASON}/plany");
    let page = hanna.open(&plans);

    let wrong = hanna.submit(&page, &plans, &[("seconds", "0"), ("seed", "siedem")]);
    assert_eq!(wrong.status, 422);
    wrong.must_say("Wpisz liczbę od 1 do 600.");
    wrong.must_say("value=\"siedem\"");

    let started = hanna.submit(&page, &plans, &[("seconds", "1"), ("seed", "7")]);
    let again = hanna.submit(&page, &plans, &[("seconds", "1"), ("seed", "7")]);
    assert_eq!(started.location, again.location, "pressed twice, one plan");
    let other = hanna.submit(&page, &plans, &[("seconds", "1"), ("seed", "8")]);
    assert_ne!(started.location, other.location, "other numbers, another plan");
    let address = started.location.clone();
    town.wait_for_plan(address.rsplit('/').next().unwrap());
    let plan = hanna.follow(&started);
    plan.must_say("Plan jest gotowy i sprawdzony.");
    plan.must_say("Powstanie wydanie 2.");
    let publish = format!("{address}/opublikuj");

    let unsure = hanna.submit(&plan, &publish, &[]);
    assert_eq!(unsure.status, 422);
    unsure.must_say("Zaznacz, że ogłaszasz ten plan.");

    let done = hanna.submit(&plan, &publish, &[("confirmed", "yes")]);
    let page = hanna.follow(&done);
    page.must_say("Plan jest ogłoszony.");
    page.must_say("Ten plan jest ogłoszony jako wydanie 2.");
    let again = hanna.submit(&plan, &publish, &[("confirmed", "yes")]);
    assert_eq!(again.status, 303);
    let season = hanna.open(SEASON);
    season.must_say("Wydanie 2 ogłoszone");
    assert!(!season.says("Wydanie 3"), "pressed twice, one release");
    town.visitor().open("/api/v1/public/visits").must_say("\"release\":2");

    let late = hanna.submit(&plan, &publish, &[]);
    assert_eq!(late.status, 422);
    let stop = format!("{address}/anuluj");
    let csrf = page.hidden("/wyloguj")[0].1.clone();
    let stopped = hanna.post(&stop, &[("csrf", &csrf)], &[]);
    hanna
        .follow(&stopped)
        .must_say("Układanie tego planu skończyło się wcześniej.");
}

#[test]
fn without_travel_times_the_coordinator_chooses_the_estimate() {
    // A port at which nobody listens.
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let url = format!("http://{free}");
    let town = Town::published().with_engine(&url);
    let mut hanna = town.signed_in("hanna@example.pl");
    let plans = format!("{SEASON}/plany");
    let page = hanna.open(&plans);
    page.must_say("Szacowane czasy jazdy zamiast zmierzonych");

    let started = hanna.submit(&page, &plans, &[("seconds", "1"), ("seed", "7")]);
    assert_eq!(started.status, 303, "{}", started.html);
    let failed = loop {
        let page = hanna.open(&started.location);
        if page.says("data-state=\"failed\"") {
            break page;
        }
        std::thread::yield_now();
    };
    failed.must_say(&format!("OSRM nie odpowiada pod adresem {url} (próby: 1)."));
    failed.must_say("Plan można ułożyć z czasami szacowanymi");
    assert!(!failed.says("Oszacuj tylko brakujące czasy"), "none is known");

    let again = hanna.submit(&failed, &plans, &[]);
    assert_ne!(again.location, started.location);
    town.wait_for_plan(again.location.rsplit('/').next().unwrap());
    let plan = hanna.follow(&again);
    plan.must_say("Czasy jazdy w tym planie są szacowane");
    plan.must_say("Powstanie wydanie 2.");
}

#[test]
fn why_a_trial_cannot_be_published_is_said_in_polish() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let address = hanna.open(SEASON).addresses("/koordynator/plany/", "").remove(0);
    let plan = hanna.open(&address);
    for words in ["Jak plan dzieli wizyty między osiedla", "wobec potrzeb", "Śródmieście"] {
        plan.must_say(words);
    }

    // The bus is to be out for longer: that stands in the settings, so the trial breaks today's rules.
    let (_, after) = plan
        .html
        .split_once("Autobus jeździ za krótko.")
        .expect("the example has such a reason");
    let value = |name: &str| {
        let (_, after) = after.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        after.split_once('"').unwrap().0.to_owned()
    };
    let (stop, reason, csrf) = (value("stop"), value("reason"), value("csrf"));
    let fields = [("csrf", csrf.as_str()), ("stop", &stop), ("reason", &reason)];
    let started = hanna.post(&format!("{address}/co-jesli"), &fields, &[]);
    town.wait_for_plan(started.location.rsplit('/').next().unwrap());
    let trial = hanna.follow(&started);
    for words in [
        "Tego planu nie można teraz ogłosić: łamie zasady sezonu.",
        "autobus Świetlicobus wyjechałby o ",
        "zmień ustawienia sezonu",
    ] {
        trial.must_say(words);
    }
    assert!(
        !trial.says("outside its hours") && !trial.says("Opublikuj"),
        "{}",
        trial.html
    );

    // Who sends the form all the same reads why, too.
    let publish = format!("{}/opublikuj", started.location);
    let refused = hanna.post(&publish, &[("csrf", &csrf), ("confirmed", "yes")], &[]);
    assert_eq!(refused.status, 409);
    refused.must_say("plan już do nich nie pasuje.");
    assert!(!refused.says("outside its hours"), "{}", refused.html);
}

#[test]
fn the_day_sheet_tells_the_crew_of_its_breaks() {
    let town = Town::empty();
    let mut season = rest_api::app::seasons::read(&rest_api::example::ostroleka()).unwrap();
    season.settings.buses[0].breaks = Some(Breaks {
        minutes: Minutes(30),
        after_driving_minutes: None,
        after_work_minutes: Some(Minutes(300)),
    });
    let season = rest_api::app::seasons::write(&town.app, None, &season).unwrap().season;
    let limits = rest_api::app::plans::PlanLimits {
        seed: 1,
        iterations: Some(5),
        seconds: None,
        travel: TravelChoice::Usual,
    };
    let plan = rest_api::app::plans::enqueue(&town.app, None, &season, limits).unwrap();
    town.wait_for_plan(plan.id.as_str());
    rest_api::app::publish::run(&town.app, None, &plan.id).unwrap();
    for (email, role) in [
        ("marek@example.pl", AccountRole::Animator),
        ("hanna@example.pl", AccountRole::Coordinator),
    ] {
        town.account(email, role, &[]);
    }

    let mut marek = town.signed_in("marek@example.pl");
    let days = harness::day("2027-07-08").through(harness::day("2027-07-20"));
    let sheets: Vec<_> = days
        .map(|day| (day, marek.open(&format!("/dzis?data={day}"))))
        .collect();
    let (day, sheet) = sheets
        .iter()
        .find(|(_, sheet)| sheet.says("Przerwa załogi: "))
        .expect("five hours of work are too long for two visits");
    let mut hanna = town.signed_in("hanna@example.pl");
    let planned = hanna.open(&format!("/koordynator/plany/{}/dni/{day}", plan.id));
    let (_, line) = sheet.html.split_once("Przerwa załogi: ").unwrap();
    let hours = line.split_once('<').unwrap().0;
    planned.must_say(&format!("Przerwa załogi: {hours}"));

    // A visit that will not be has no break either.
    let (before, _) = sheet.html.split_once("Przerwa załogi: ").unwrap();
    let (_, id) = before.rsplit_once(" id=\"vis_").unwrap();
    let visit = format!("/koordynator/wizyty/vis_{}", id.split_once('"').unwrap().0);
    let page = hanna.open(&visit);
    let cancelled = hanna.submit(&page, &format!("{visit}/odwolaj"), &[("reason", "burza")]);
    assert_eq!(cancelled.status, 303, "{}", cancelled.html);
    let breaks = |page: &crate::support::Page| page.html.matches("Przerwa załogi: ").count();
    let now = marek.open(&format!("/dzis?data={day}"));
    assert_eq!(breaks(&now) + 1, breaks(sheet), "{}", now.html);
}
