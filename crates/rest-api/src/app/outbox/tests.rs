//! How long messages wait.

use vocabulary::MessageKind;

use super::*;

fn message(number: u128, tries: u32) -> Message {
    Message {
        id: MessageId::from_uuid(uuid::Uuid::from_u128(number)),
        person_id: None,
        address: Some("zofia@example.pl".to_owned()),
        kind: MessageKind::Signup,
        matter: String::new(),
        content: storage::Json::of(&"").unwrap(),
        made_at: Timestamp::from_unix_seconds(0),
        due_at: Timestamp::from_unix_seconds(0),
        state: MessageState::Waiting,
        tries,
        claimed_at: None,
        ended_at: None,
        error: None,
        follower_id: None,
    }
}

#[test]
fn waits_double_up_to_an_hour() {
    for (tries, least) in [
        (1, 60),
        (2, 120),
        (6, 1_920),
        (7, 3_600),
        (70, 3_600),
        (u32::MAX, 3_600),
    ] {
        for number in 0..50 {
            let waits = wait(&message(number, tries));
            assert!((least..=least + least / 4).contains(&waits), "{tries}: {waits}");
        }
    }
}

#[test]
fn messages_that_failed_together_do_not_come_back_together() {
    let mut waits: Vec<_> = (0..50).map(|number| wait(&message(number, 7))).collect();
    waits.sort_unstable();
    waits.dedup();
    assert!(waits.len() > 40, "{waits:?}");
}

#[test]
fn a_message_is_tried_for_about_three_days() {
    let all: i64 = (1..MOST_TRIES).map(|tries| wait(&message(7, tries))).sum();
    assert!((2 * 86_400..4 * 86_400).contains(&all), "{all}");
}
