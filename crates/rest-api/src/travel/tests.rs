//! Engines that are recorded, broken, slow, hostile or away. What `osrm-routed` 26.10 and `valhalla_service` 3.9 really answered
//! about the made-up town of `tests/engines` is in `recorded/`.

#[path = "../../../../tests/harness/engine.rs"]
#[allow(unreachable_pub, dead_code)] // The journeys use all of it.
mod server;

use std::{net::TcpListener, sync::atomic::AtomicBool, time::Duration};

use route_planning::{TravelEstimate, TravelPoint};
use vocabulary::{Certainty, Coordinate};

use self::server::{Act, Server, json, status};
use super::*;

pub(super) fn engine(url: &str) -> Engine {
    Engine {
        kind: Kind::Osrm,
        url: url.to_owned(),
        profile: "driving".to_owned(),
        batch: 50,
        timeout: Duration::from_secs(20),
        retries: 2,
        pause: Duration::from_millis(1),
        off_road_metres: 500,
        map: String::new(),
    }
}

fn valhalla(url: &str) -> Engine {
    Engine {
        kind: Kind::Valhalla,
        profile: "auto".to_owned(),
        ..engine(url)
    }
}

pub(super) fn point(slug: &str, lat: f64, lon: f64) -> TravelPoint {
    TravelPoint {
        slug: slug.parse().unwrap(),
        coordinate: Coordinate::new(lat, lon).unwrap(),
        certainty: Certainty::Checked,
    }
}

/// The places that were asked for when the answers were recorded.
fn three() -> Vec<TravelPoint> {
    vec![
        point("a", 53.084, 21.5775),
        point("b", 53.069, 21.5885),
        point("c", 53.101667, 21.63),
    ]
}

fn apart() -> Vec<TravelPoint> {
    vec![point("a", 53.084, 21.5775), point("beyond", 52.91, 21.81)]
}

fn off_road() -> Vec<TravelPoint> {
    vec![point("a", 53.084, 21.5775), point("field", 53.0, 21.752)]
}

fn asked(engine: &Engine, points: &[TravelPoint]) -> Result<Answers, TravelFailure> {
    ask(engine, None, points, &AtomicBool::new(false), &mut |_, _| {})
}

fn travel(engine: &Engine, points: &[TravelPoint]) -> Result<Travel, TravelFailure> {
    asked(engine, points)?.travel(points, &TravelEstimate::default(), Gaps::Refuse)
}

/// A question is in the order of latitude, then longitude: b, a, c.
fn reordered(text: &str) -> String {
    let mut table: serde_json::Value = serde_json::from_str(text).unwrap();
    let order = |list: &mut serde_json::Value| list.as_array_mut().unwrap().swap(0, 1);
    for name in ["durations", "distances", "sources_to_targets"] {
        if let Some(rows) = table.get_mut(name) {
            rows.as_array_mut().unwrap().iter_mut().for_each(order);
            order(rows);
            for (i, row) in rows.as_array_mut().unwrap().iter_mut().enumerate() {
                for (j, cell) in row.as_array_mut().unwrap().iter_mut().enumerate() {
                    if cell.is_object() {
                        cell["from_index"] = i.into();
                        cell["to_index"] = j.into();
                    }
                }
            }
        }
    }
    for name in ["sources", "destinations", "targets"] {
        if let Some(list) = table.get_mut(name) {
            order(list);
        }
    }
    table.to_string()
}

/// Minutes: seconds rounded up, and 3 for the buffer.
#[test]
fn what_osrm_said() {
    let server = Server::new(|_, _, _| json(&reordered(include_str!("recorded/osrm-three.json"))));
    let travel = travel(&engine(&server.url), &three()).unwrap();
    assert_eq!(travel.minutes, [0, 7 + 3, 11 + 3, 8 + 3, 0, 12 + 3, 13 + 3, 12 + 3, 0]);
    assert_eq!(travel.metres, [0, 2618, 5373, 3624, 0, 6316, 6379, 6316, 0]);
    assert!(!travel.estimated && travel.estimated_pairs.is_empty());
    let (head, body) = server.asked().pop().unwrap();
    let point = "21.588500,53.069000;21.577500,53.084000;21.630000,53.101667";
    let query = "annotations=duration,distance&generate_hints=false&sources=0;1;2&destinations=3;4;5";
    assert_eq!(head, format!("GET /table/v1/driving/{point};{point}?{query} HTTP/1.1"));
    assert_eq!(body, "");
}

#[test]
fn what_valhalla_said() {
    let server = Server::new(|_, _, _| json(&reordered(include_str!("recorded/valhalla-three.json"))));
    let travel = travel(&valhalla(&server.url), &three()).unwrap();
    assert_eq!(travel.minutes, [0, 5 + 3, 9 + 3, 7 + 3, 0, 9 + 3, 10 + 3, 9 + 3, 0]);
    assert_eq!(travel.metres, [0, 2620, 5370, 3622, 0, 6316, 6372, 6316, 0]);
    assert!(!travel.estimated);
    let (head, body) = server.asked().pop().unwrap();
    assert_eq!(head, "POST /sources_to_targets HTTP/1.1");
    let body: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(body["costing"], "auto");
    assert_eq!(body["sources"][0], serde_json::json!({"lat": 53.069, "lon": 21.5885}));
    assert_eq!(body["sources"], body["targets"]);
}

/// Each pair without a way is told; with the estimate for them, they are marked.
#[track_caller]
fn check_gaps(engine: &Engine, points: &[TravelPoint], said: &str) {
    let answers = asked(engine, points).unwrap();
    let how = TravelEstimate::default();
    let refused = answers.travel(points, &how, Gaps::Refuse).unwrap_err();
    assert_eq!(refused.to_string(), said);
    let filled = answers.travel(points, &how, Gaps::Estimate).unwrap();
    assert!(filled.estimated);
    assert_eq!(
        filled,
        route_planning::estimate(points, &how),
        "both pairs are missing, so all is estimated"
    );
}

#[test]
fn no_way() {
    let said = "no way by road: a to beyond, beyond to a";
    // The answer is symmetric, so the order of the question does not matter.
    let server = Server::new(|_, _, _| json(include_str!("recorded/osrm-no-way.json")));
    check_gaps(&engine(&server.url), &apart(), said);
    // Valhalla refuses whole questions; only the place with itself is answered.
    let server = Server::new(|_, _, body| {
        let asked: serde_json::Value = serde_json::from_str(body).unwrap();
        if asked["sources"] != asked["targets"] || asked["sources"].as_array().unwrap().len() > 1 {
            return status(400, include_str!("recorded/valhalla-apart.json"));
        }
        let (lat, lon) = (&asked["sources"][0]["lat"], &asked["sources"][0]["lon"]);
        json(&format!(
            r#"{{"sources_to_targets":[[{{"from_index":0,"to_index":0,"time":0,"distance":0.0,"begin_lat":{lat},"begin_lon":{lon},
            "end_lat":{lat},"end_lon":{lon}}}]]}}"#
        ))
    });
    check_gaps(&valhalla(&server.url), &apart(), said);
}

#[test]
fn too_far_from_any_road() {
    let osrm = Server::new(|_, _, _| json(&reordered(include_str!("recorded/osrm-off-road.json"))));
    check_gaps(&engine(&osrm.url), &off_road(), "too far from any road: field (5873 m)");
    let other = Server::new(|_, _, _| json(&reordered(include_str!("recorded/valhalla-off-road.json"))));
    // Measured here, from where Valhalla put the point.
    check_gaps(
        &valhalla(&other.url),
        &off_road(),
        "too far from any road: field (5859 m)",
    );
    // Who allows six kilometres gets the ways.
    let far = Engine {
        off_road_metres: 6000,
        ..engine(&osrm.url)
    };
    assert!(!travel(&far, &off_road()).unwrap().estimated);
}

/// Where only some pairs are missing, only these are marked.
#[test]
fn one_pair_without_a_way() {
    let table = reordered(include_str!("recorded/osrm-three.json")).replace("474.7", "null");
    let server = Server::new(move |_, _, _| json(&table));
    let answers = asked(&engine(&server.url), &three()).unwrap();
    let filled = answers
        .travel(&three(), &TravelEstimate::default(), Gaps::Estimate)
        .unwrap();
    let pairs: Vec<_> = filled.estimated_pairs.iter().map(|(a, b)| format!("{a} {b}")).collect();
    assert_eq!(pairs, ["b a"]);
    assert!(filled.estimated);
    assert_eq!(filled.minutes[1], 10, "a to b is the engine's");
}

#[track_caller]
fn check_failure(act: fn(usize) -> Act, tries: usize, said: &str) {
    for kind in [engine, valhalla] {
        let server = Server::new(move |number, _, _| act(number));
        let failure = travel(&kind(&server.url), &three()).unwrap_err().to_string();
        assert!(failure.contains(said), "{failure}");
        assert_eq!(server.count(), tries, "{failure}");
    }
}

#[test]
fn an_engine_that_does_not_answer_is_asked_a_few_times_and_named() {
    check_failure(|_| status(500, "boom"), 3, "cannot be reached");
    check_failure(|_| status(503, ""), 3, "asked 3 time(s), last answer: status 503");
    check_failure(|_| Act::HangUp, 3, "cannot be reached");
    check_failure(|_| Act::CutOff, 3, "cannot be reached");
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", nobody.local_addr().unwrap());
    drop(nobody);
    let failure = travel(&engine(&address), &three()).unwrap_err();
    assert!(
        matches!(&failure, TravelFailure::Unreachable { tries: 3, address: at, .. } if *at == address),
        "{failure}"
    );
}

#[test]
fn a_slow_engine_is_waited_for_so_long_and_no_longer() {
    let server = Server::new(|_, _, _| Act::Silence);
    let hasty = Engine {
        timeout: Duration::from_millis(50),
        retries: 1,
        ..engine(&server.url)
    };
    let failure = travel(&hasty, &three()).unwrap_err();
    assert!(failure.to_string().contains("timeout"), "{failure}");
    assert!(matches!(failure, TravelFailure::Unreachable { tries: 2, .. }));
}

#[test]
fn a_busy_engine_is_asked_again() {
    let server = Server::new(|number, _, _| match number {
        1 => Act::Answer(429, "Retry-After: 0\r\n", Vec::new()),
        2 => Act::HangUp,
        _ => json(&reordered(include_str!("recorded/osrm-three.json"))),
    });
    assert!(travel(&engine(&server.url), &three()).is_ok());
    assert_eq!(server.count(), 3);
}

#[test]
fn no_other_address_is_ever_called() {
    let elsewhere = Server::new(|_, _, _| json(include_str!("recorded/osrm-three.json")));
    let target: &'static str = Box::leak(format!("Location: {}/\r\n", elsewhere.url).into_boxed_str());
    let server = Server::new(move |_, _, _| Act::Answer(302, target, Vec::new()));
    let failure = travel(&engine(&server.url), &three()).unwrap_err();
    assert!(failure.to_string().contains("redirect"), "{failure}");
    assert_eq!((server.count(), elsewhere.count()), (1, 0));
}

#[test]
fn nonsense_is_a_failure_and_no_panic() {
    let table = |durations: &str, distances: &str, off: &str| {
        format!(
            r#"{{"code":"Ok","durations":{durations},"distances":{distances},"sources":{off},"destinations":{off}}}"#
        )
    };
    let off = r#"[{"distance":0},{"distance":0}]"#;
    let cells = |time: &str, lat: &str, index: usize| {
        let cell = |i: usize, j: usize| {
            format!(
                r#"{{"from_index":{},"to_index":{j},"time":{time},"distance":1.0,"begin_lat":{lat},"begin_lon":21.5,"end_lat":53.0,"end_lon":21.5}}"#,
                i + index
            )
        };
        format!(
            r#"{{"sources_to_targets":[[{},{}],[{},{}]]}}"#,
            cell(0, 0),
            cell(0, 1),
            cell(1, 0),
            cell(1, 1)
        )
    };
    let bodies = [
        String::new(),
        "<html>".to_owned(),
        "null".to_owned(),
        "[]".to_owned(),
        "[".repeat(100_000),
        "{}".to_owned(),
        table("[[0,1],[1,0]]", "[[0,1],[1,0]]", "[]"),
        table("[[0,1],[1,0],[0,0]]", "[[0,1],[1,0]]", off),
        table("[[0,1],[1]]", "[[0,1],[1,0]]", off),
        table("[]", "[]", off),
        table("[[0,-1],[1,0]]", "[[0,1],[1,0]]", off),
        table("[[0,1e308],[1,0]]", "[[0,1],[1,0]]", off),
        table("[[0,1e999],[1,0]]", "[[0,1],[1,0]]", off),
        table("[[0,1],[1,0]]", "[[0,1e12],[1,0]]", off),
        table("[[0,\"1\"],[1,0]]", "[[0,1],[1,0]]", off),
        r#"{"code":"Ok","durations":[[0,1],[1,0]],"sources":[{"distance":0},{"distance":0}],"destinations":[{"distance":0},{"distance":0}]}"#.to_owned(),
        r#"{"sources_to_targets":[]}"#.to_owned(),
        r#"{"sources_to_targets":[[],[]]}"#.to_owned(),
        cells("-5", "53.0", 0),
        cells("5", "null", 0),
        cells("5", "1000", 0),
        cells("5", "53.0", 1),
    ];
    for body in bodies {
        for kind in [engine, valhalla] {
            let sent = body.clone();
            let server = Server::new(move |_, _, _| json(&sent));
            let failure = travel(&kind(&server.url), &apart()).unwrap_err();
            assert!(
                matches!(failure, TravelFailure::Unreadable { .. }),
                "{failure}: {body:.200}"
            );
            assert_eq!(server.count(), 1, "asking again would not help");
        }
    }
}

#[test]
fn a_huge_answer_is_not_read_to_its_end() {
    let server = Server::new(|_, _, _| Act::Answer(200, "", vec![b' '; 33 * 1024 * 1024]));
    let failure = travel(&engine(&server.url), &three()).unwrap_err();
    assert!(failure.to_string().contains("longer than 32 MiB"), "{failure}");
}

#[test]
fn a_refusal_comes_with_advice() {
    let osrm = Server::new(|_, _, _| status(400, include_str!("recorded/osrm-too-big.json")));
    let failure = travel(&engine(&osrm.url), &three()).unwrap_err().to_string();
    assert!(
        failure.contains("Too many table coordinates: lower travel.batch"),
        "{failure}"
    );
    let other = Server::new(|_, _, _| status(400, include_str!("recorded/valhalla-too-big.json")));
    let failure = travel(&valhalla(&other.url), &three()).unwrap_err().to_string();
    assert!(
        failure.contains("Exceeded max locations") && failure.contains("travel.batch"),
        "{failure}"
    );
    let hostile = Server::new(|_, _, _| {
        status(
            400,
            &format!(r#"{{"code":"X","message":"a\u001b[31m\n{}"}}"#, "b".repeat(5000)),
        )
    });
    let failure = travel(&engine(&hostile.url), &three()).unwrap_err().to_string();
    assert!(
        !failure.contains('\u{1b}') && !failure.contains('\n') && failure.len() < 400,
        "{failure}"
    );
}

/// Places in no order of the map, two of them at one point.
fn scattered(count: usize) -> Vec<TravelPoint> {
    let at = |i: usize| point(&format!("p{i}"), 53.0 + ((i * 7) % count) as f64 / 1000.0, 21.0);
    (0..count).map(at).chain([point("twin", 53.003, 21.0)]).collect()
}

#[track_caller]
fn check_scattered(points: &[TravelPoint], travel: &Travel) {
    for (i, from) in points.iter().enumerate() {
        for (j, to) in points.iter().enumerate() {
            let difference = ((to.coordinate.lat() - from.coordinate.lat()) * 1000.0).round();
            let seconds = if difference > 0.5 {
                difference + 7.0
            } else {
                -difference
            };
            assert_eq!(
                f64::from(travel.metres[i * points.len() + j]),
                seconds,
                "{} {}",
                from.slug,
                to.slug
            );
        }
    }
}

#[test]
fn batches_meet_in_one_matrix_and_the_cache_spares_the_engine() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::new(folder.path());
    let server = server::computing();
    let small = Engine {
        batch: 3,
        ..engine(&server.url)
    };
    let points = scattered(10);
    let run = |points: &[TravelPoint], engine: &Engine| {
        let mut told = Vec::new();
        let answers = ask(
            engine,
            Some(&cache),
            points,
            &AtomicBool::new(false),
            &mut |done, of| told.push((done, of)),
        );
        let travel = answers
            .unwrap()
            .travel(points, &TravelEstimate::default(), Gaps::Refuse)
            .unwrap();
        check_scattered(points, &travel);
        (travel, told)
    };
    let (first, told) = run(&points, &small);
    // Ten points in parts of 3, 3, 3 and 1.
    assert_eq!(server.count(), 16);
    assert_eq!(told, (0..=16).map(|done| (done, 16)).collect::<Vec<_>>());
    // Everything is known now, by another server of the same map, too.
    let (again, told) = run(
        &points,
        &Engine {
            url: "http://127.0.0.1:1".to_owned(),
            ..small.clone()
        },
    );
    assert_eq!((again, told), (first, vec![(0, 0)]));
    // One more place in the last part: only squares with it are asked for.
    let more = [points.clone(), vec![point("new", 53.5, 21.0)]].concat();
    run(&more, &small);
    assert_eq!(server.count(), 16 + 7);
    // Another map is another world.
    run(
        &points,
        &Engine {
            map: "new".to_owned(),
            ..small
        },
    );
    assert_eq!(server.count(), 23 + 16);
}

#[test]
fn what_was_answered_before_a_failure_is_kept_and_the_failure_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::new(folder.path());
    let well = server::computing();
    let broken = {
        let forward = well.url.clone();
        Server::new(move |number, head, _| {
            if number > 5 {
                return status(500, "");
            }
            let path = head.split_whitespace().nth(1).unwrap();
            json(
                &ureq::get(format!("{forward}{path}"))
                    .call()
                    .unwrap()
                    .body_mut()
                    .read_to_string()
                    .unwrap(),
            )
        })
    };
    let points = scattered(10);
    let run = |url: &str| {
        let engine = Engine {
            batch: 3,
            retries: 0,
            ..engine(url)
        };
        ask(&engine, Some(&cache), &points, &AtomicBool::new(false), &mut |_, _| {})
    };
    assert!(matches!(run(&broken.url), Err(TravelFailure::Unreachable { .. })));
    assert_eq!(well.count(), 5);
    let travel = run(&well.url)
        .unwrap()
        .travel(&points, &TravelEstimate::default(), Gaps::Refuse)
        .unwrap();
    check_scattered(&points, &travel);
    assert_eq!(well.count(), 16, "the five that were answered are not asked for again");
}

#[test]
fn whoever_stops_it_gets_no_half_matrix() {
    let server = server::computing();
    let stop = AtomicBool::new(false);
    let small = Engine {
        batch: 3,
        ..engine(&server.url)
    };
    let stopped = ask(&small, None, &scattered(10), &stop, &mut |done, _| {
        stop.store(done == 2, std::sync::atomic::Ordering::Relaxed);
    });
    assert_eq!(stopped, Err(TravelFailure::Stopped));
    assert_eq!(server.count(), 2);
}

#[test]
fn few_places_need_few_questions() {
    let server = server::computing();
    let none = asked(&engine(&server.url), &[]).unwrap();
    assert!(
        none.travel(&[], &TravelEstimate::default(), Gaps::Refuse)
            .unwrap()
            .minutes
            .is_empty()
    );
    assert_eq!(server.count(), 0);
    // A single one may still lie too far from any road.
    asked(&engine(&server.url), &[point("a", 53.0, 21.0)]).unwrap();
    assert_eq!(server.count(), 1);
}
