//! Names and forms of settings, and what may not be changed.

use serde_json::json;
use volunteer_roster::{Dated, Setting};

use super::*;

#[test]
fn every_setting_is_written_as_its_form_says() {
    for leaf in leaves(&Rules::default()).unwrap() {
        for dated in &leaf.values {
            let value = &dated["value"];
            let fits = match leaf.form {
                Form::Length | Form::Count | Form::Money => value.is_u64(),
                Form::Yes => value.is_boolean(),
                Form::Hours => value.is_object(),
                Form::Age => value.is_string(),
            };
            assert!(fits, "{}: {value}", leaf.name);
        }
    }
    let names: Vec<_> = leaves(&Rules::default())
        .unwrap()
        .into_iter()
        .map(|leaf| leaf.name)
        .collect();
    assert_eq!(names.len(), 41, "{names:?}");
    assert_eq!(
        leaves::with(&Rules::default(), &leaves(&Rules::default()).unwrap()).unwrap(),
        Rules::default()
    );
}

#[test]
fn what_the_law_sets_stays_and_a_later_law_is_added() {
    let law = Rules::default();
    let dated = |from: &str, value: bool, set_by| Dated {
        from: from.parse().unwrap(),
        value,
        set_by,
        source: "an act".to_owned(),
        doubt: None,
    };
    let told = |next: &Rules| -> Vec<String> {
        let found = faults(&law, next).unwrap();
        found.into_iter().map(|fault| fault.pointer).collect()
    };
    assert_eq!(told(&law), Vec::<String>::new());
    let mut next = law.clone();
    next.agreement.required = Setting::none();
    next.crew.psu = Setting::none();
    assert_eq!(told(&next), ["/agreement/required"], "what the house sets may go");
    let mut next = law.clone();
    let mut all = law.agreement.required.all().to_vec();
    all.push(dated("2028-01-01", false, SetBy::House));
    next.agreement.required = Setting::of(all);
    assert_eq!(told(&next), ["/agreement/required/1/set_by"]);
    let mut all = law.agreement.required.all().to_vec();
    all.push(dated("2028-01-01", false, SetBy::Law));
    next.agreement.required = Setting::of(all);
    assert_eq!(told(&next), Vec::<String>::new());
    next.volunteer.day = Setting::of(vec![Dated {
        from: "2027-01-01".parse().unwrap(),
        value: vocabulary::Minutes(5_000),
        set_by: SetBy::House,
        source: " ".to_owned(),
        doubt: None,
    }]);
    assert_eq!(told(&next), ["/volunteer/day/0", "/volunteer/day/0"]);
}

#[test]
fn the_value_in_force_is_the_newest_that_has_begun() {
    let leaf = Leaf {
        name: "volunteer.day".to_owned(),
        form: Form::Length,
        values: vec![
            leaves::of_house("2027-07-01".parse().unwrap(), json!(300), "us"),
            leaves::of_house(leaves::always(), json!(480), "us"),
        ],
    };
    let on = |day: &str| leaf.on(day.parse().unwrap()).map(|dated| dated["value"].clone());
    assert_eq!(
        (on("2027-06-30"), on("2027-07-01")),
        (Some(json!(480)), Some(json!(300)))
    );
    assert_eq!(on("1999-01-01"), None);
    assert!(leaf.is_of_house());
}
