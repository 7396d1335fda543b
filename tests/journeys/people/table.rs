//! People from a table.

use journeys::{Answer, Running, a_morning};
use serde_json::json;

use super::*;
use crate::on_both;

fn import(service: &Running, staff: &str, query: &str, table: &str) -> Answer {
    let headers = [("content-type", "text/csv")];
    let path = format!("/api/v1/people/import{query}");
    service.send_text("POST", &path, Some(staff), &headers, Some(table))
}

#[test]
fn a_table_comes_in_whole_or_not_at_all() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let staff = coordinator(&service);
        volunteer(&service, "zofia@example.pl");
        let wrong = "name,email,roles\nJan,jan@example.pl,helper\n,ola,king\nEwa,JAN@example.pl,\n";
        let told = import(&service, &staff, "", wrong);
        assert_eq!(told.status, 422);
        let told = told.json();
        let places: Vec<_> = told["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["pointer"].as_str().unwrap())
            .collect();
        assert_eq!(
            places,
            [
                "row 3, column roles",
                "row 3, column email",
                "row 3, column name",
                "row 4, column email"
            ]
        );
        assert_eq!(people(&service, &staff).len(), 2, "nobody was added");

        let right = "name;email;roles;agreement_from;agreement_to\nJan;jan@example.pl;helper;2027-07-01;2027-08-31\n\
            Zofia;Zofia@example.pl;;;\nEwa;ewa@example.pl;;;\n";
        let looked = import(&service, &staff, "?dry_run=true", right).json();
        let expected = json!({"added": ["jan@example.pl", "ewa@example.pl"], "known": ["zofia@example.pl"]});
        assert_eq!(looked, expected);
        assert_eq!(people(&service, &staff).len(), 2, "looking adds nobody");
        assert_eq!(import(&service, &staff, "?invite=true", right).json(), expected);
        let jan = by_email(&service, &staff, "jan@example.pl").unwrap();
        assert_eq!(jan["papers"]["agreements"][0]["to"], "2027-08-31");
        let zofia = by_email(&service, &staff, "zofia@example.pl").unwrap();
        assert_eq!(zofia["name"], "zofia", "as they were");
        let to: Vec<_> = letters(&service).into_iter().map(|letter| letter.to).collect();
        assert_eq!(to, ["jan@example.pl", "ewa@example.pl"]);

        let again = import(&service, &staff, "", right).json();
        assert_eq!(again["added"], json!([]));
        let jan = service.token("zofia@example.pl");
        assert_eq!(import(&service, &jan, "", right).status, 403);
        let headers = [("content-type", "application/json")];
        let other = service.send_text("POST", "/api/v1/people/import", Some(&staff), &headers, Some(right));
        assert_eq!(other.status, 415);
    });
}
