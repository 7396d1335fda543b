//! The command line as its users meet it: the built program, its output, its exit codes.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "cli/program.rs"]
mod program;

use std::{collections::BTreeSet, fs, net::TcpListener, path::Path};

use program::{Program, Run, example};

#[test]
fn validate_tells_a_good_folder() {
    let run = Program::new().run(&["validate", example()]);
    insta::assert_snapshot!(run.told(), @r"
    exit 0
    valid: 17 estates, 41 stops, 113 streets, 22 requests, 7 events, 1 bus, 46 working days of 67
    ");
}

#[test]
fn validate_tells_every_fault_with_its_place() {
    let program = Program::new();
    let broken = program.broken_example();
    insta::assert_snapshot!("validate_broken", program.run(&["validate", &broken]).told());

    let impossible = Program::new();
    let folder = impossible.copy_of_example();
    let requests = Path::new(&folder).join("requests.csv");
    let text = fs::read_to_string(&requests).unwrap();
    let late = text.replace("2027-08-27", "2027-08-27 17:30");
    fs::write(&requests, late).unwrap();
    let run = impossible.run(&["validate", &folder]);
    insta::assert_snapshot!(run.told(), @r"
    exit 2
    the visit fixed at wojciechowice-koszarowa on 2027-08-27: no bus is out for all of 17:30-20:00 with its way, set-up and teardown
    error: FOLDER/season: 1 fault
    ");

    let json = program.run(&["validate", &broken, "--json"]);
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(report["valid"], false);
    assert_eq!(report["faults"].as_array().unwrap().len(), 4);
    assert_eq!(report["faults"][2]["code"], "wrong-weekday");
    assert_eq!(json.code, 2);
}

/// Bad input and usage end with 2, what cannot be done with 1; each in one sentence, without a dump.
#[test]
fn refusals() {
    let program = Program::new();
    let broken = program.broken_example();
    let elsewhere = program.with("SWIETLICOBUS_DATABASE_URL", "mysql://user:topsecret@host/name");
    let run = elsewhere.run(&["user", "list"]);
    assert_eq!(
        (run.code, run.err.contains("must begin with sqlite:")),
        (2, true),
        "{}",
        run.err
    );
    let away = program.with(
        "SWIETLICOBUS_DATABASE_URL",
        "postgres://user:topsecret@127.0.0.1:1/name",
    );
    let run = away.run(&["serve"]);
    assert_eq!(
        (run.code, run.err.contains("cannot be opened")),
        (1, true),
        "{}",
        run.err
    );
    assert!(
        run.err.lines().count() == 1 && !run.err.contains("topsecret"),
        "{}",
        run.err
    );

    let cases: &[(&[&str], i32, &str)] = &[
        (&[], 2, "Usage:"),
        (&["plan"], 2, "required arguments"),
        (&["--version"], 0, "swietlicobus 0."),
        (&["validate", "nowhere"], 2, "there is no folder nowhere"),
        (&["validate", file!()], 2, "there is no folder"),
        (&["plan", &broken, "--out", "plan.json"], 2, "4 faults"),
        (&["plan", example(), "--seconds", "0"], 2, "--seconds"),
        (&["plan", example(), "--threads", "0"], 2, "--threads"),
        (
            &["plan", example(), "--iterations", "1", "--out", "no/folder/plan.json"],
            1,
            "cannot write no/folder/plan.json",
        ),
        (&["import", "season", &broken], 2, "4 faults"),
        (
            &["import", "stops", "--from", "nothing.csv", "--into", example()],
            2,
            "there is no file nothing.csv",
        ),
        (
            &["import", "stops", "--from", "list.xls", "--into", example()],
            2,
            "add --format",
        ),
        (&["backup", "--to", "copy.db"], 1, "there is no database"),
        (&["config", "print", "--config", "nothing.toml"], 2, "nothing.toml"),
        (
            &["user", "add", "a", "--name", "A", "--role", "boss"],
            2,
            "[possible values: coordinator, animator, volunteer]",
        ),
        (
            &["user", "add", "a", "--name", "A", "--role", "animator"],
            2,
            "\"a\" is not an e-mail address",
        ),
        (
            &["user", "passwd", "nobody@example.pl", "--password-stdin"],
            2,
            "there is no account nobody@example.pl",
        ),
    ];
    for (arguments, code, sentence) in cases {
        let run = program.run(arguments);
        let all = format!("{}{}", run.out, run.err);
        assert_eq!(run.code, *code, "{arguments:?}: {all}");
        assert!(all.contains(sentence), "{arguments:?}: {all}");
        assert!(
            !all.contains("panicked") && !all.contains("Error {") && !all.contains('\u{1b}'),
            "{all}"
        );
    }
    assert!(
        !program.file("plan.json").exists(),
        "nothing is written for a folder with faults"
    );
}

#[test]
fn every_command_has_help_with_an_example() {
    let program = Program::new();
    let commands = [
        "demo",
        "serve",
        "validate",
        "plan",
        "replan",
        "explain",
        "import",
        "import season",
        "import stops",
        "user",
        "user add",
        "user passwd",
        "user list",
        "migrate",
        "backup",
        "config print",
    ];
    for command in commands {
        let mut arguments: Vec<_> = command.split(' ').collect();
        arguments.push("--help");
        let run = program.run(&arguments);
        assert_eq!(run.code, 0, "{command}");
        assert!(
            run.out.contains("Example") && run.out.contains(&format!("swietlicobus {command}")),
            "{}",
            run.out
        );
    }
}

#[test]
fn the_same_seed_and_iterations_give_the_same_bytes() {
    let program = Program::new();
    let plan = |out: &str, seed: &str| {
        let run = program.run(&["plan", example(), "--iterations", "30", "--seed", seed, "--out", out]);
        assert_eq!(run.code, 0, "{}", run.err);
        (fs::read(program.file(out)).unwrap(), run.out)
    };
    let (first, told) = plan("first.json", "1");
    let (second, told_again) = plan("second.json", "1");
    assert!(first == second && told == told_again);
    let (other, _) = plan("other.json", "2");
    assert!(first != other, "the seed does something");

    let plan: serde_json::Value = serde_json::from_slice(&first).unwrap();
    assert_eq!(plan["iterations"], 30);
    // Two searches at once are those two one after the other, and the better plan wins.
    let of_both = &[
        "plan",
        example(),
        "--iterations",
        "30",
        "--seed",
        "1",
        "--threads",
        "2",
        "--json",
    ];
    let of_both = program.run(of_both).out;
    let cost = |plan: &[u8]| {
        serde_json::from_slice::<route_planning::Plan>(plan)
            .unwrap()
            .cost
            .rank()
    };
    let better = if cost(&other) < cost(&first) { &other } else { &first };
    assert_eq!(of_both.as_bytes(), better);
    let printed = program.run(&["plan", example(), "--iterations", "30", "--seed", "1", "--json"]);
    assert_eq!(printed.out.as_bytes(), first, "--json prints what --out writes");
    // The days in words, the figures, what is unmet and what would help.
    for words in [
        "Wednesday 7 July 2027",
        "visits at",
        "not met in full",
        "would do",
        "Plac przy ul. Sikorskiego (Centrum)",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

/// A matrix of the example season: half a minute and 400 m between any two places.
fn example_matrix() -> String {
    let season = season_files::read(&rest_api::example::ostroleka()).unwrap();
    let parts = rest_api::app::problem::parts(&season, &[], None);
    let points = route_planning::travel_points(&parts.depots, &parts.stops);
    let mut table = "from,to,seconds,metres\n".to_owned();
    for from in &points {
        for to in points.iter().filter(|to| to.slug != from.slug) {
            table.push_str(&format!("{},{},30,400\n", from.slug, to.slug));
        }
    }
    table
}

#[test]
fn a_plan_with_measured_travel() {
    let program = Program::new();
    let plan = |travel: &[&str]| {
        let common = [
            "plan",
            example(),
            "--iterations",
            "1",
            "--travel-cache",
            "cache",
            "--json",
        ];
        program.run(&[&common, travel].concat())
    };
    fs::write(program.file("ways.csv"), example_matrix()).unwrap();
    let measured = plan(&["--travel", "ways.csv"]);
    assert_eq!(measured.code, 0, "{}", measured.err);
    assert!(
        measured.err.contains("shorter than the straight line"),
        "{}",
        measured.err
    );
    let made: serde_json::Value = serde_json::from_str(&measured.out).unwrap();
    assert_eq!(made["estimated_travel"], false);
    let tours = made["tours"].as_array().unwrap();
    let minutes: Vec<u64> = tours
        .iter()
        .flat_map(|tour| tour["legs"].as_array().unwrap())
        .map(|leg| leg["minutes"].as_u64().unwrap())
        .collect();
    // A minute of driving and five of buffer, and five for each end that is only estimated.
    assert!(minutes.iter().all(|m| [6, 11, 16].contains(m)), "{minutes:?}");
    assert!(minutes.len() > 100);

    fs::write(
        program.file("holes.csv"),
        example_matrix().replacen("centrum-sp10,", "centrum-sp11,", 1),
    )
    .unwrap();
    let holes = plan(&["--travel", "holes.csv"]);
    assert_eq!(holes.code, 2, "{}", holes.err);
    for said in ["(meant: centrum-sp10?)", "is missing", "holes.csv: 2 faults"] {
        assert!(holes.err.contains(said), "{said}: {}", holes.err);
    }
    assert_eq!(plan(&["--travel", "nobody"]).code, 2);
    assert!(plan(&["--travel", "osrm"]).err.contains("--travel-url must be"));
}

#[test]
fn an_engine_out_of_reach_is_told_and_nothing_is_estimated_instead() {
    let program = Program::new();
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let url = format!("http://{free}");
    let run = program.run(&[
        "plan",
        example(),
        "--iterations",
        "1",
        "--out",
        "plan.json",
        "--travel",
        "valhalla",
        "--travel-url",
        &url,
        "--travel-cache",
        "cache",
    ]);
    assert_eq!(run.code, 1, "{}", run.err);
    for said in ["Valhalla cannot be reached", &url, "--travel estimate"] {
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    assert!(!program.file("plan.json").exists() && !program.file("cache").exists() && run.out.is_empty());
}

#[test]
fn a_plan_is_drawn_whole_and_only_one_plan_stands_in_the_folder() {
    let program = Program::new();
    let draw = |seed: &str| {
        let arguments = [
            "plan",
            example(),
            "--iterations",
            "3",
            "--seed",
            seed,
            "--svg",
            "drawn",
            "--json",
        ];
        let run = program.run(&arguments);
        assert_eq!((run.code, run.err.contains("in drawn")), (0, true), "{}", run.err);
        let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let days: BTreeSet<String> = plan["tours"]
            .as_array()
            .unwrap()
            .iter()
            .map(|t| t["day"].as_str().unwrap().to_owned())
            .collect();
        let files = fs::read_dir(program.file("drawn"))
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap());
        (days, files.collect::<BTreeSet<_>>())
    };
    fs::create_dir(program.file("drawn")).unwrap();
    // An earlier plan's day is taken away; a file that is none of ours stays.
    fs::write(program.file("drawn/day-2026-01-01.svg"), "old").unwrap();
    fs::write(program.file("drawn/notes.txt"), "mine").unwrap();
    let (days, files) = draw("1");
    let mut expected: BTreeSet<String> = days.iter().map(|day| format!("day-{day}.svg")).collect();
    expected.extend(["season.svg".to_owned(), "notes.txt".to_owned()]);
    assert_eq!(files, expected);
    let season = fs::read_to_string(program.file("drawn/season.svg")).unwrap();
    assert!(
        season.starts_with("<svg ") && season.ends_with("</svg>\n") && season.contains("prefers-color-scheme: dark")
    );
    assert_eq!(draw("1").1, files);
    assert_eq!(
        fs::read_to_string(program.file("drawn/season.svg")).unwrap(),
        season,
        "the same plan, the same bytes"
    );

    let run = program.run(&["plan", example(), "--iterations", "1", "--svg", "drawn/notes.txt"]);
    assert_eq!(
        (run.code, run.err.contains("drawn/notes.txt")),
        (1, true),
        "{}",
        run.err
    );
}

/// A plan of the example, and what it says.
fn planned(program: &Program) -> serde_json::Value {
    let run = program.run(&["plan", example(), "--iterations", "5", "--out", "plan.json", "--json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// The last visit that a stop asked for.
fn a_visit(plan: &serde_json::Value) -> (String, String) {
    let asked = |visit: &&serde_json::Value| visit["reason"]["because"] == "asked";
    let visit = plan["visits"].as_array().unwrap().iter().rfind(asked).unwrap();
    let text = |key: &str| visit[key].as_str().unwrap().to_owned();
    (text("stop"), text("day"))
}

#[test]
fn a_plan_is_explained() {
    let program = Program::new();
    let plan = planned(&program);
    let unmet = plan["unmet"].as_array().unwrap();
    let stop = unmet[0]["stop"].as_str().unwrap();
    let run = program.run(&["explain", example(), "--plan", "plan.json", "--stop", stop]);
    assert_eq!(
        (run.code, run.out.contains("1 request is not met in full")),
        (0, true),
        "{}",
        run.out
    );
    let run = program.run(&["explain", example(), "--plan", "plan.json", "--stop", stop, "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(answer, serde_json::json!({"unmet": [unmet[0]]}));

    let (stop, day) = a_visit(&plan);
    let visit = format!("{stop}@{day}");
    let run = program.run(&["explain", example(), "--plan", "plan.json", "--visit", &visit, "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let places = answer["alternatives"].as_array().unwrap();
    assert!(
        places.len() <= 3 && places.iter().all(|other| other["place"]["stop"] == *stop),
        "{answer}"
    );

    for (arguments, sentence) in [
        (&["--plan", "plan.json", "--visit", "nobody"][..], "STOP@DAY"),
        (
            &["--plan", "plan.json", "--visit", "nobody@2027-07-01"],
            "the plan has no visit at nobody",
        ),
        (&["--plan", "plan.json", "--stop", "nobody"], "there is no stop nobody"),
        (&["--plan", "none.json"], "there is no file none.json"),
        (&["--stop", "nobody"], "--plan"),
    ] {
        let run = program.run(&[&["explain", example()][..], arguments].concat());
        assert_eq!(
            (run.code, run.err.contains(sentence)),
            (2, true),
            "{arguments:?}: {}",
            run.err
        );
    }
    fs::write(program.file("other.json"), "[]").unwrap();
    let run = program.run(&["explain", example(), "--plan", "other.json"]);
    assert_eq!((run.code, run.err.contains("is no plan")), (2, true), "{}", run.err);
}

#[test]
fn a_season_that_cannot_work_is_told_in_words() {
    let program = Program::new();
    let folder = program.copy_of_example();
    // Two promises for the only bus at one time, and a third stop that has nothing to do with it.
    let rows = "stop,least,wanted,most,gap_min_days,public_minutes,fixed\n\
        centrum-sp10,1,1,1,1,120,2027-07-06 11:00\n\
        stacja-dworcowy,1,1,1,1,120,2027-07-06 12:00\n\
        centrum-sikorskiego,1,2,2,1,120,\n";
    fs::write(Path::new(&folder).join("requests.csv"), rows).unwrap();
    let run = program.run(&["explain", &folder]);
    insta::assert_snapshot!("explain_conflict", run.told());
    let run = program.run(&["explain", &folder, "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let pins = answer["conflict"]["members"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["member"] == "pin");
    assert_eq!(pins.count(), 2, "{answer}");

    fs::write(Path::new(&folder).join("requests.csv"), rows.replace("12:00", "14:30")).unwrap();
    let run = program.run(&["explain", &folder]);
    assert_eq!(
        (run.code, run.out.contains("Nothing contradicts itself")),
        (0, true),
        "{}",
        run.out
    );
}

#[test]
fn a_plan_is_planned_again_with_least_change() {
    let program = Program::new();
    let plan = planned(&program);
    let (stop, day) = a_visit(&plan);
    let visit = format!("{stop}@{day}");
    let run = program.run(&[
        "replan",
        example(),
        "--from",
        "plan.json",
        "--cancel",
        &visit,
        "--out",
        "again.json",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out.contains("as they were") && run.out.contains("before"),
        "{}",
        run.out
    );
    let again: serde_json::Value = serde_json::from_slice(&fs::read(program.file("again.json")).unwrap()).unwrap();
    assert!(
        again["visits"]
            .as_array()
            .unwrap()
            .iter()
            .all(|v| (v["stop"] != *stop) || (v["day"] != *day))
    );

    let json = |arguments: &[&str]| {
        let run = program.run(&[&["replan", example(), "--from", "plan.json", "--json"][..], arguments].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        serde_json::from_str::<serde_json::Value>(&run.out).unwrap()
    };
    let unchanged = json(&[]);
    assert_eq!(
        unchanged["difference"]["counts"]["removed"], 0,
        "{}",
        unchanged["difference"]
    );
    let closed = json(&[
        "--close-day",
        &day,
        "--bus-away",
        "swietlicobus:2027-07-05..2027-07-06,2027-07-12",
    ]);
    assert_eq!(closed["changes"].as_array().unwrap().len(), 2);
    let free = |visit: &serde_json::Value| visit["day"] != *day && visit["day"] != "2027-07-12";
    assert!(closed["plan"]["visits"].as_array().unwrap().iter().all(free));
    assert!(closed["difference"]["counts"]["kept"].as_u64().unwrap() > 50);

    for (arguments, sentence) in [
        (&["--cancel", "nobody"][..], "STOP@DAY"),
        (&["--cancel", "nobody@2027-07-01"], "there is no stop nobody"),
        (&["--close-day", "2031-01-01"], "not in the season"),
        (&["--bus-away", "tram:2027-07-05"], "there is no bus tram"),
        (&["--longer", "centrum-sikorskiego:0"], "1 to 1440"),
        (&["--changes", "plan.json"], "no list of changes"),
    ] {
        let run = program.run(&[&["replan", example(), "--from", "plan.json"][..], arguments].concat());
        assert_eq!(
            (run.code, run.err.contains(sentence)),
            (2, true),
            "{arguments:?}: {}",
            run.err
        );
    }
}

#[test]
fn settings_in_force_are_shown_without_secrets() {
    let program = Program::new();
    fs::write(
        program.file("settings.toml"),
        "[server]\nport = 9000\npublic_url = 'https://bus.example.pl'\n\
         [database]\nurl = 'postgres://bus:topsecret@db/bus'\n\
         [sign_in]\ntoken_secret = 'another-secret-of-forty-characters-0123456'\n",
    )
    .unwrap();
    let run = program.run(&["config", "print", "--config", "settings.toml"]);
    assert!(
        !run.out.contains("secret-of") && !run.out.contains("topsecret"),
        "{}",
        run.out
    );
    insta::assert_snapshot!("config_print", run.told());
    let environment = program
        .with("SWIETLICOBUS_PORT", "9001")
        .run(&["config", "print", "--config", "settings.toml"]);
    assert!(environment.out.contains("port = 9001"), "{}", environment.out);

    let committed = fs::read_to_string(Path::new(example()).join("../../development.toml")).unwrap();
    fs::write(program.file("development.toml"), committed).unwrap();
    assert_eq!(
        program.run(&["config", "print", "--config", "development.toml"]).code,
        0
    );
}

#[test]
fn accounts_are_made_listed_and_given_passwords() {
    let program = Program::new().database();
    let add = [
        "user",
        "add",
        "Anna@Example.pl",
        "--name",
        "Anna Nowak",
        "--role",
        "animator",
        "--crew-role",
        "leader",
        "--crew-role",
        "first-aider",
        "--cleared-on",
        "2027-05-04",
    ];
    assert_eq!(program.run(&add).code, 0);
    let again = program.run(&add);
    assert_eq!((again.code, again.err.contains("exists")), (1, true), "{}", again.err);

    let passwd = ["user", "passwd", "anna@example.pl", "--password-stdin"];
    let short = program.run_with(&passwd, "short\n");
    assert_eq!(short.code, 2);
    assert!(
        short.err.contains("at least 8 characters") && !short.err.contains("short\n"),
        "{}",
        short.err
    );
    assert_eq!(program.run_with(&passwd, "kolorowy-autobus-27\n").code, 0);
    let nobody_to_ask = program.run(&["user", "passwd", "anna@example.pl"]);
    assert_eq!(
        (nobody_to_ask.code, nobody_to_ask.err.contains("--password-stdin")),
        (2, true)
    );

    insta::assert_snapshot!(program.run(&["user", "list"]).told(), @r"
    exit 0
     e-mail           name        role      on a visit           cleared           signs in
     anna@example.pl  Anna Nowak  animator  leader, first-aider  since 2027-05-04  yes
    ");
    let json = program.run(&["user", "list", "--json"]).out;
    let people: serde_json::Value = serde_json::from_str(&json).unwrap();
    let roles = people[0]["papers"]["roles"].as_array().unwrap();
    let roles: Vec<_> = roles.iter().map(|held| held["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["leader", "first-aider"]);
    assert!(!json.contains("argon2"));
}

#[test]
fn a_volunteer_with_every_paper_is_made_in_one_line() {
    let program = Program::new().database();
    let add = |more: &[&'static str]| {
        let known = ["user", "add", "jan@example.pl", "--name", "Jan", "--role", "volunteer"];
        program.run(&[&known[..], more].concat())
    };
    for (span, sentence) in [
        ("2027-06-01", "write the first and the last day"),
        ("2027-06-31..2027-07-01", "2027-06-31"),
        ("2027-07-02..2027-07-01", "2027-07-01 is before 2027-07-02"),
    ] {
        let run = add(&["--agreement", span]);
        assert_eq!((run.code, run.err.contains(sentence)), (2, true), "{}", run.err);
    }
    let papers = [
        "--kind",
        "psu",
        "--agreement",
        "2027-06-01..2027-06-20",
        "--insured",
        "2027-06-01..2027-06-30",
    ];
    assert_eq!(add(&papers).code, 0);
    let json = program.run(&["user", "list", "--json"]).out;
    let people: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(people[0]["kind"], "psu");
    let papers = &people[0]["papers"];
    assert_eq!(papers["insurance"][0]["to"], "2027-06-30");
    let agreement = &papers["agreements"][0];
    assert_eq!(
        (
            agreement["kind"].as_str(),
            agreement["to"].as_str(),
            agreement["paper_on_file"].as_bool()
        ),
        (Some("written"), Some("2027-06-20"), Some(true))
    );
}

#[test]
fn a_stop_list_is_shown_and_written_only_when_told() {
    let program = Program::new();
    let folder = program.copy_of_example();
    fs::write(
        program.file("list.csv"),
        "slug,name,directions\ncentrum-sikorskiego,,Pod kasztanami.\n,Nowy plac,Za szkołą.\n",
    )
    .unwrap();
    let stops = Path::new(&folder).join("stops.csv");
    let before = fs::read(&stops).unwrap();
    let shown = program.run(&["import", "stops", "--from", "list.csv", "--into", &folder]);
    insta::assert_snapshot!("import_stops", shown.told());
    assert_eq!(fs::read(&stops).unwrap(), before, "nothing is written without --yes");

    let written = program.run(&["import", "stops", "--from", "list.csv", "--into", &folder, "--yes"]);
    assert_eq!(written.code, 0, "{}", written.err);
    let after = fs::read_to_string(&stops).unwrap();
    assert!(
        after.contains("Pod kasztanami.") && after.contains("nowy-plac,Nowy plac"),
        "{after}"
    );
    assert_eq!(program.run(&["validate", &folder]).code, 0);
    let again = program.run(&["import", "stops", "--from", "list.csv", "--into", &folder]);
    assert_eq!(
        (again.code, again.err.contains("nothing to write")),
        (0, true),
        "{}",
        again.err
    );
    let left: Vec<_> = fs::read_dir(&folder).unwrap().collect();
    assert_eq!(left.len(), 8, "no temporary file stays: {left:?}");
}

#[test]
fn a_season_and_a_stop_list_go_into_the_database() {
    let program = Program::new().database();
    fs::write(
        program.file("list.csv"),
        "slug,directions\ncentrum-sikorskiego,Pod kasztanami.\n",
    )
    .unwrap();
    let import = ["import", "stops", "--from", "list.csv", "--yes"];
    let too_early = program.run(&import);
    assert_eq!(
        (too_early.code, too_early.err.contains("no season yet")),
        (2, true),
        "{}",
        too_early.err
    );

    let season = program.run(&["import", "season", example(), "--json"]);
    let done: serde_json::Value = serde_json::from_str(&season.out).unwrap();
    assert_eq!(done["added"], 17 + 41 + 22 + 7 + 1);
    let unchanged = program.run(&["import", "season", example(), "--json"]);
    let done: serde_json::Value = serde_json::from_str(&unchanged.out).unwrap();
    assert_eq!(
        (&done["added"], &done["changed"], &done["removed"]),
        (&0.into(), &0.into(), &0.into())
    );

    let written = program.run(&import);
    assert_eq!(written.code, 0, "{}", written.err);
    let again = program.run(&import);
    assert!(again.err.contains("nothing to write"), "{}", again.err);
}

#[test]
fn a_backup_can_be_used_as_a_database() {
    let program = Program::new().database();
    program.run(&[
        "user",
        "add",
        "anna@example.pl",
        "--name",
        "Anna",
        "--role",
        "coordinator",
    ]);
    let backup = program.run(&["backup", "--to", "copy.db"]);
    assert_eq!((backup.code, backup.out.trim()), (0, "copy.db"), "{}", backup.err);
    let over = program.run(&["backup", "--to", "copy.db"]);
    assert_eq!((over.code, over.err.contains("is there already")), (1, true));

    let restored = program.with("SWIETLICOBUS_DATABASE_URL", "sqlite:copy.db");
    assert_eq!(
        restored.run(&["migrate"]).told(),
        "exit 0\nthe SQLite database was up to date\n"
    );
    assert!(restored.run(&["user", "list"]).out.contains("anna@example.pl"));
}

#[test]
fn a_port_in_use_harms_nothing() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let program = Program::new();
    let Run { code, err, .. } = program.run(&["demo", "--port", &port, "--data-dir", "demo"]);
    assert_eq!((code, err.contains("is in use by another program")), (1, true), "{err}");
    assert!(!program.file("demo").exists());
    let served = program.run(&["serve", "--port", &port]);
    assert_eq!(
        (served.code, served.err.contains("--port")),
        (1, true),
        "{}",
        served.err
    );
}

/// From a half-made folder to a running demo, stopped in order, and a second start that keeps what is there.
#[test]
fn the_demo_makes_its_data_once_and_serves() {
    let program = Program::new();
    let database = program.with("SWIETLICOBUS_DATABASE_URL", "sqlite:demo/demo.db");
    // What a demo leaves that was killed after its first step.
    assert_eq!(database.run(&["import", "season", example()]).code, 0);

    let start = ["demo", "--port", "0", "--data-dir", "demo", "--time", "9:30"];
    let demo = program.serving(&start);
    assert!(demo.told.contains("today is Wednesday 7 July 2027"), "{}", demo.told);
    assert!(
        demo.told.contains("koordynator@demo.example") && demo.told.contains("lato-na-podworku"),
        "{}",
        demo.told
    );
    let home = demo.get("/");
    assert!(home.starts_with("HTTP/1.1 200") && home.contains("7 lipca"), "{home}");
    let beside = program.run(&start);
    assert_eq!(
        (beside.code, beside.err.contains("another demo runs on the folder demo")),
        (1, true),
        "{}",
        beside.err
    );
    assert_eq!(demo.stop(), 0, "SIGTERM ends it in order");

    let people = database.run(&["user", "list", "--json"]).out;
    assert_eq!(people.matches("@demo.example").count(), 8, "{people}");
    let again =
        program
            .with("NO_COLOR", "1")
            .serving(&["demo", "--port", "0", "--data-dir", "demo", "--date", "2027-08-11"]);
    assert!(
        again.told.contains("today is Wednesday 11 August 2027"),
        "{}",
        again.told
    );
    assert_eq!(again.stop(), 0);
    assert_eq!(
        database.run(&["user", "list", "--json"]).out,
        people,
        "the second start only serves"
    );
}

/// No account of the demo exists where somebody serves in earnest.
#[test]
fn a_new_service_has_no_account() {
    let program = Program::new().database();
    let service = program.serving(&["serve", "--port", "0"]);
    assert!(service.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(!service.get("/logowanie").contains("demo.example"));
    assert_eq!(service.stop(), 0);
    assert_eq!(program.run(&["user", "list", "--json"]).out, "[]\n");
}
