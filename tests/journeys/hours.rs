//! From a shift that was attended to a certificate that a school verifies, corrected on the way; and the sheet of socially useful work.

use journeys::{Answer, PASSWORD, Running, a_morning, day};
use rest_api::app::{self, papers::Papers, people::PersonInput};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole, PersonKind};

use crate::on_both;

/// The first shift of tomorrow or later that this person may take, taken.
fn take_one(service: &Running, token: &str) -> (Value, String) {
    let board = service.get("/api/v1/shifts?limit=500", Some(token)).json();
    let free = |shift: &&Value| shift["refusals"] == json!([]) && shift["role"] == "helper";
    let shift = board["items"].as_array().unwrap().iter().find(free).unwrap().clone();
    let path = format!("/api/v1/shifts/{}/signups", shift["id"].as_str().unwrap());
    let taken = service.post(&path, Some(token), &json!({}));
    assert_eq!(
        (taken.status, &taken.json()["state"]),
        (201, &json!("confirmed")),
        "{}",
        taken.body
    );
    (shift, taken.json()["id"].as_str().unwrap().to_owned())
}

fn person_of(service: &Running, token: &str) -> String {
    service.get("/api/v1/me", Some(token)).json()["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn code(answer: &Answer) -> Value {
    answer.json()["refusals"][0]["code"].clone()
}

/// Minutes between the crew's times of a shift.
fn minutes_of(shift: &Value) -> u64 {
    let minute = |name: &str| {
        let text = shift[name].as_str().unwrap();
        let (hours, minutes) = text.split_once(':').unwrap();
        hours.parse::<u64>().unwrap() * 60 + minutes.parse::<u64>().unwrap()
    };
    minute("end") - minute("start")
}

#[test]
fn from_a_shift_to_a_certificate_and_its_next_edition() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("zofia@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        service.account("obcy@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        let zofia = service.token("zofia@example.pl");
        let (shift, signup) = take_one(&service, &zofia);
        let worked = minutes_of(&shift);

        // Three weeks later it is over, and written down.
        let service = service.restart(a_morning().plus_seconds(60 * 24 * 3600));
        service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
        let (zofia, other) = (service.token("zofia@example.pl"), service.token("obcy@example.pl"));
        let staff = service.token("szefowa@example.pl");
        let person = person_of(&service, &zofia);
        let certificates = format!("/api/v1/people/{person}/certificates");
        let year = json!({"first": "2026-09-01", "last": "2027-08-31", "name": "Zofia Żak-Maj"});
        let nothing = service.post(&certificates, Some(&staff), &year);
        assert_eq!((nothing.status, code(&nothing)), (409, json!("nothing-attended")));
        let ask = json!({"first": "2026-09-01", "last": "2027-08-31"});
        let nothing = service.post("/api/v1/certificate-asks", Some(&zofia), &ask);
        assert_eq!((nothing.status, code(&nothing)), (409, json!("nothing-attended")));

        let missed = service.post(&format!("/api/v1/signups/{signup}/no-show"), Some(&staff), &json!({}));
        assert_eq!(missed.status, 200, "{}", missed.body);
        let presence = |attended: bool, reason: &str| {
            let body = json!({"attended": attended, "reason": reason});
            service.post(&format!("/api/v1/signups/{signup}/presence"), Some(&staff), &body)
        };
        assert_eq!(code(&presence(true, " ")), "reason-missing");
        assert_eq!(presence(true, "pomylono osoby").json()["state"], "attended");
        assert_eq!(presence(true, "jeszcze raz").status, 200, "twice is once");
        let hours = || service.get("/api/v1/me/hours", Some(&zofia)).json();
        assert_eq!(
            hours()["by_school_year"],
            json!([{"year": "2026/2027", "minutes": worked}])
        );

        let correct = |minutes: u64, token: &str| {
            let body = json!({"minutes": minutes, "reason": "wyszła wcześniej"});
            service.post(&format!("/api/v1/signups/{signup}/hours"), Some(token), &body)
        };
        assert_eq!(correct(60, &zofia).status, 403);
        assert_eq!(code(&correct(1501, &staff)), "day-too-long");
        assert_eq!(correct(90, &staff).status, 200);
        let told = hours();
        assert_eq!(
            (&told["minutes"], &told["shifts"][0]["recorded"]),
            (&json!(90), &json!(worked))
        );
        assert_eq!(told["shifts"][0]["corrections"][0]["reason"], "wyszła wcześniej");

        assert_eq!(service.post("/api/v1/certificate-asks", Some(&zofia), &ask).status, 200);
        let waiting = || service.get("/api/v1/certificate-asks", Some(&staff)).json();
        assert_eq!(waiting()[0]["person"], json!(person));
        let key = [("idempotency-key", "wydaj-1")];
        let issue = || service.send("POST", &certificates, Some(&staff), &key, Some(&year));
        let first = issue();
        assert_eq!(
            (first.status, &first.json()["minutes"]),
            (201, &json!(90)),
            "{}",
            first.body
        );
        assert_eq!(issue().body, first.body, "twice is once");
        assert_eq!(waiting(), json!([]));

        let paper = format!("{}/pdf?lang=uk", first.location);
        let pdf = service.get(&paper, Some(&zofia));
        assert_eq!((pdf.status, pdf.content_type.as_str()), (200, "application/pdf"));
        assert!(pdf.body.starts_with("%PDF-"));
        assert_eq!(service.get(&paper, Some(&zofia)).body, pdf.body, "the same bytes");
        assert_eq!(service.get(&paper, Some(&other)).status, 404, "another's is not found");
        assert_eq!(service.get(&first.location, Some(&other)).status, 404);

        let code_of = |answer: &Answer| answer.json()["code"].as_str().unwrap().to_owned();
        let check = |code: &str| service.get(&format!("/api/v1/public/certificates/{code}"), None);
        let page = |code: &str| service.get(&format!("/zaswiadczenie/{code}"), None);
        let typed = code_of(&first).to_lowercase();
        let known = check(&typed).json();
        assert_eq!(
            (&known["initials"], &known["minutes"]),
            (&json!("Z. Ż.-M."), &json!(90))
        );
        assert_eq!(known["standing"], json!({"is": "in-force"}));
        let shown = page(&typed);
        assert_eq!((shown.status, shown.header("x-robots-tag")), (200, "noindex"));
        assert_eq!(shown.header("set-cookie"), "");
        for expected in [
            "Zaświadczenie jest aktualne.",
            "Довідка чинна.",
            "The certificate is in force.",
            "Z. Ż.-M.",
        ] {
            assert!(shown.body.contains(expected), "{expected}: {}", shown.body);
        }
        for hidden in ["Zofia", "Żak", "zofia"] {
            assert!(!shown.body.contains(hidden), "{hidden}: {}", shown.body);
        }

        let editions = format!("{}/editions", first.location);
        let unchanged = service.post(&editions, Some(&staff), &json!({}));
        assert_eq!(
            (unchanged.status, code(&unchanged)),
            (409, json!("certificate-unchanged"))
        );
        assert_eq!(correct(120, &staff).status, 200);
        assert_eq!(check(&typed).json()["standing"], json!({"is": "outdated"}));
        assert!(page(&typed).body.contains("Po wydaniu zmieniono zapis godzin."));
        let second = service.post(&editions, Some(&staff), &json!({}));
        let told = second.json();
        assert_eq!(
            (second.status, &told["number"], &told["edition"]),
            (201, &json!(1), &json!(2)),
            "{told}"
        );
        assert_eq!(
            (&told["minutes"], &told["name"]),
            (&json!(120), &json!("Zofia Żak-Maj"))
        );
        let old = check(&typed).json();
        assert_eq!(
            (&old["minutes"], &old["standing"]["is"], &old["standing"]["edition"]),
            (&json!(90), &json!("replaced"), &json!(2))
        );
        assert!(page(&typed).body.contains("Zastąpiło je wydanie 2"));
        assert_eq!(check(&code_of(&second)).json()["standing"]["is"], "in-force");
        let own = service.get("/api/v1/me/certificates", Some(&zofia)).json();
        let editions: Vec<_> = own["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["edition"].clone())
            .collect();
        assert_eq!(editions, [json!(2), json!(1)]);

        // Who tries codes is stopped, and nobody else.
        let unknown = page("ZZZZ-ZZZZ");
        assert_eq!(unknown.status, 404);
        assert!(
            unknown
                .body
                .contains("Pod tym kodem nie wydano tu żadnego zaświadczenia.")
        );
        let tried = (0..30).map(|n| check(&format!("ZZZZ{n}")).status).collect::<Vec<_>>();
        assert_eq!(tried.last(), Some(&429), "{tried:?}");
        assert!(tried.iter().all(|status| [404, 429].contains(status)));
    });
}

#[test]
fn the_sheet_of_socially_useful_work() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let papers = Papers::with_roles(&[CrewRole::Helper])
            .cleared(day("2027-05-01"), 1)
            .agreed(day("2027-05-01"), day("2027-12-31"));
        let input = PersonInput {
            email: "jan@example.pl".to_owned(),
            name: "=Jan Lis".to_owned(),
            role: AccountRole::Volunteer,
            active: true,
            born_on: None,
            kind: Some(PersonKind::Psu),
            papers,
            language: None,
        };
        app::people::create(&service.app, None, &input).unwrap();
        app::people::set_password(&service.app, "jan@example.pl", PASSWORD).unwrap();
        let jan = service.token("jan@example.pl");
        let (shift, signup) = take_one(&service, &jan);
        let month = shift["day"].as_str().unwrap()[..7].to_owned();

        let service = service.restart(a_morning().plus_seconds(60 * 24 * 3600));
        service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
        let (jan, staff) = (service.token("jan@example.pl"), service.token("szefowa@example.pl"));
        let person = person_of(&service, &jan);
        let attended = service.post(&format!("/api/v1/signups/{signup}/attend"), Some(&staff), &json!({}));
        assert_eq!(attended.status, 200, "{}", attended.body);
        let correct = json!({"minutes": 90, "reason": "krócej"});
        let corrected = service.post(&format!("/api/v1/signups/{signup}/hours"), Some(&staff), &correct);
        assert_eq!(corrected.status, 200);
        let absences = format!("/api/v1/people/{person}/absences");
        let note = |on: &str, reason: &str| {
            let body = json!({"day": on, "reason": reason});
            service.post(&absences, Some(&staff), &body)
        };
        let (absent, wrong) = (format!("{month}-28"), note(&format!("{month}-28"), "\u{7}"));
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["pointer"]),
            (422, &json!("/reason"))
        );
        assert_eq!(note(&absent, "choroba").status, 204);
        assert_eq!(note(&absent, "+zwolnienie").status, 204);
        let volunteer = person_of(&service, &staff);
        let refused = service.post(
            &format!("/api/v1/people/{volunteer}/absences"),
            Some(&staff),
            &json!({"day": absent, "reason": "x"}),
        );
        assert_eq!((refused.status, code(&refused)), (409, json!("not-in-psu")));

        let sheets = service
            .get(&format!("/api/v1/psu-sheets?month={month}"), Some(&staff))
            .json();
        let sheet = &sheets[0];
        assert_eq!(
            (&sheet["minutes"], &sheet["pay"]),
            (&json!(90), &json!(1635)),
            "90 minutes at 10.90"
        );
        assert_eq!(sheet["absences"], json!([{"day": absent, "reason": "+zwolnienie"}]));
        let csv = service
            .get(&format!("/api/v1/psu-sheets.csv?month={month}"), Some(&staff))
            .body;
        let expected = [
            "\u{feff}osoba;rodzaj;dzień;minuty;stawka (zł);kwota (zł);uwagi".to_owned(),
            format!("'=Jan Lis;praca;{};90;10,90;;", shift["day"].as_str().unwrap()),
            format!("'=Jan Lis;nieobecność;{absent};;;;'+zwolnienie"),
            format!("'=Jan Lis;razem;{month};90;;16,35;"),
        ];
        assert_eq!(csv, expected.map(|line| line + "\r\n").concat());
        let wrong = service.get("/api/v1/psu-sheets?month=2027-13", Some(&staff));
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["pointer"]),
            (400, &json!("?month"))
        );

        let gone = |on: &str| {
            service
                .send("DELETE", &format!("{absences}/{on}"), Some(&staff), &[], None)
                .status
        };
        assert_eq!((gone(&absent), gone(&absent)), (204, 404));
        let log = service.get("/api/v1/audit?limit=500", Some(&staff)).body;
        for (word, there) in [
            ("person.absence", true),
            ("signup.hours", true),
            ("zwolnienie", false),
            ("krócej", false),
        ] {
            assert_eq!(log.contains(word), there, "{word}");
        }
    });
}
