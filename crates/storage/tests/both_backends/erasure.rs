//! Taking a person out: nothing of them is left in any table, nor in any file of SQLite; what refers to them stays.

use diesel::prelude::*;
use storage::{
    Begun, Guarded, Json, Link, Message, Page, Person, PersonalFeed, Store, StoreError, TokenHash, audit, erasure,
    feeds, idempotency, links, messages, people, signups,
};
use vocabulary::{LinkPurpose, MessageId, MessageKind, MessageState, SignupState};

use crate::{Fresh, samples::*, tokens::sign_in};

const NAME: &str = "Zofia Niepowtarzalna";
const EMAIL: &str = "zofia.niepowtarzalna@przyklad.example";

/// Everything of a person that a table may hold.
fn a_life(store: &Store) {
    store.write(|db| fill(db, 3, 2)).unwrap();
    let was = store.read(|db| people::get(db, &person_id(1))).unwrap();
    let next = Person {
        name: NAME.to_owned(),
        email: EMAIL.to_owned(),
        papers: Json::of(&serde_json::json!({"guardian": {"name": NAME}})).unwrap(),
        wishes: Json::of(&serde_json::json!({"said": NAME})).unwrap(),
        ..was
    };
    assert!(matches!(
        store.write(|db| people::save(db, &next)).unwrap(),
        Guarded::Done(_)
    ));
    sign_in(store);
    store
        .write(|db| {
            let held = people::hold(db, &person_id(1))?;
            let mut act = act(1);
            act.reason = Some(format!("{NAME} asked for it"));
            let begun = signups::begin(db, &held, &beginning(1, SignupState::Confirmed), &act)?;
            assert!(matches!(begun, Begun::Done(_)));
            feeds::make(
                db,
                &PersonalFeed {
                    person_id: person_id(1),
                    token_hash: TokenHash::new("feed"),
                    made_at: now(1),
                },
            )?;
            links::make(
                db,
                &Link {
                    token_hash: TokenHash::new("link"),
                    purpose: LinkPurpose::Invitation,
                    person_id: Some(person_id(1)),
                    detail: Json::of(NAME)?,
                    made_by: Some(person_id(2)),
                    made_at: now(1),
                    expires_at: now(1000),
                    used_at: None,
                },
            )?;
            let message = Message {
                id: MessageId::from_uuid(n(1)),
                person_id: Some(person_id(1)),
                address: Some(EMAIL.to_owned()),
                kind: MessageKind::Signup,
                matter: "one".to_owned(),
                content: Json::of(NAME)?,
                made_at: now(1),
                due_at: now(1),
                state: MessageState::Waiting,
                tries: 0,
                claimed_at: None,
                ended_at: None,
                error: Some(format!("550 {EMAIL} is unknown")),
                follower_id: None,
            };
            messages::put(db, &message)?;
            let _ = idempotency::begin(db, &person_id(2), "key", "hash", now(1))?;
            let body = format!("{{\"id\":\"{}\",\"name\":\"{NAME}\"}}", person_id(1));
            idempotency::finish(db, &person_id(2), "key", 201, &body)?;
            messages::unsubscribe(db, &person_id(1), MessageKind::Reminder, now(1))
        })
        .unwrap();
}

fn erase(store: &Store) -> Result<(), StoreError> {
    store.write(|db| {
        erasure::begin(db, &person_id(1))?;
        erasure::finish(db, &person_id(1), now(10))
    })?;
    store.settle_erasure()
}

/// Whether a text stands in any column of any table.
fn tables_hold(fresh: &Fresh, text: &str) -> bool {
    let dump = match fresh.address.strip_prefix("sqlite:") {
        Some(path) => {
            let mut connection = diesel::SqliteConnection::establish(path).unwrap();
            dump_sqlite(&mut connection)
        }
        None => dump_postgres(&mut diesel::PgConnection::establish(&fresh.address).unwrap()),
    };
    assert!(dump.contains("Osoba 2"), "the dump sees people");
    dump.contains(text)
}

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    text: String,
}

fn dump_postgres(connection: &mut diesel::PgConnection) -> String {
    let tables = "SELECT table_name::text AS text FROM information_schema.tables WHERE table_schema = current_schema()";
    let tables: Vec<Text> = diesel::sql_query(tables).load(connection).unwrap();
    let all = tables.iter().flat_map(|table| {
        let rows = format!("SELECT t::text AS text FROM \"{}\" AS t", table.text);
        diesel::sql_query(rows).load::<Text>(connection).unwrap()
    });
    all.map(|row| row.text).collect::<Vec<_>>().join("\n")
}

fn dump_sqlite(connection: &mut diesel::SqliteConnection) -> String {
    let columns = "SELECT 'SELECT coalesce(CAST(\"' || c.name || '\" AS TEXT), '''') AS text FROM \"' || m.name || '\"' AS text \
         FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'";
    let queries: Vec<Text> = diesel::sql_query(columns).load(connection).unwrap();
    let all = queries
        .iter()
        .flat_map(|query| diesel::sql_query(&query.text).load::<Text>(connection).unwrap());
    all.map(|row| row.text).collect::<Vec<_>>().join("\n")
}

/// Whether a text stands anywhere in the files of SQLite, side files and freed pages included.
fn files_hold(fresh: &Fresh, text: &str) -> bool {
    let files = std::fs::read_dir(fresh.folder()).unwrap();
    files
        .map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
}

#[test]
fn nothing_of_a_person_is_left() {
    for fresh in [Fresh::sqlite(), Fresh::postgres()] {
        let store = &fresh.store;
        store.migrate().unwrap();
        a_life(store);
        let sqlite = fresh.address.starts_with("sqlite:");
        for text in [NAME, EMAIL] {
            assert!(tables_hold(&fresh, text), "the test could fail");
            assert!(!sqlite || files_hold(&fresh, text), "the test could fail");
        }
        erase(store).unwrap();
        for text in [NAME, EMAIL, "niepowtarzalna"] {
            assert!(!tables_hold(&fresh, text), "{text} on {}", store.kind());
            assert!(!sqlite || !files_hold(&fresh, text), "{text} in a file");
        }

        // What refers to them stands; the person is found by nobody and does nothing any more.
        let signup = store.read(|db| signups::get(db, &signup_id(1))).unwrap();
        assert_eq!(signup.person_id, person_id(1));
        let gone = store.read(|db| people::get(db, &person_id(1))).unwrap();
        assert_eq!((gone.name.as_str(), gone.erased_at), (erasure::NO_NAME, Some(now(10))));
        let listed = store.read(|db| people::list(db, &Page::first(10))).unwrap();
        assert_eq!(listed.items.len(), 1);
        assert!(matches!(
            store.write(|db| people::hold(db, &person_id(1))).map(|_| ()),
            Err(StoreError::NotFound)
        ));
        assert!(matches!(erase(store), Err(StoreError::NotFound)), "once");
        // The address is free again.
        let again = Person {
            email: EMAIL.to_owned(),
            ..person(3)
        };
        store.write(|db| people::insert(db, &again)).unwrap();
    }
}

#[test]
fn a_feed_is_found_by_its_hash_while_the_account_works() {
    crate::on_both(|store| {
        store.write(|db| fill(db, 1, 2)).unwrap();
        let feed = |text: &str| PersonalFeed {
            person_id: person_id(1),
            token_hash: TokenHash::new(text),
            made_at: now(0),
        };
        let whose = |text: &str| {
            let found = store.read(|db| feeds::whose(db, &TokenHash::new(text)));
            found.map(|person| person.id)
        };
        assert!(matches!(whose("one"), Err(StoreError::NotFound)));
        store.write(|db| feeds::make(db, &feed("one"))).unwrap();
        assert_eq!(whose("one").unwrap(), person_id(1));
        store.write(|db| feeds::make(db, &feed("two"))).unwrap();
        assert!(matches!(whose("one"), Err(StoreError::NotFound)), "the newest works");
        assert_eq!(whose("two").unwrap(), person_id(1));
        let was = store.read(|db| people::get(db, &person_id(1))).unwrap();
        let off = Person { active: false, ..was };
        let _ = store.write(|db| people::save(db, &off)).unwrap();
        assert!(matches!(whose("two"), Err(StoreError::NotFound)));
        assert!(store.write(|db| feeds::end_of(db, &person_id(1))).unwrap());
        assert!(!store.write(|db| feeds::end_of(db, &person_id(1))).unwrap());
        assert_eq!(store.read(|db| feeds::of_person(db, &person_id(1))).unwrap(), None);
    });
}

#[test]
fn who_did_nothing_for_long_is_found() {
    crate::on_both(|store| {
        store.write(|db| fill(db, 3, 4)).unwrap();
        let idle = |since: i64| -> Vec<_> {
            let found = store.read(|db| people::idle_since(db, now(since))).unwrap();
            found.into_iter().map(|person| person.id).collect()
        };
        assert_eq!(idle(0), Vec::new(), "made at that very moment");
        assert_eq!(idle(1).len(), 4);
        store
            .write(|db| {
                let held = people::hold(db, &person_id(1))?;
                let _ = signups::begin(db, &held, &beginning(1, SignupState::Confirmed), &act(50))?;
                let record = storage::AuditRecord {
                    at: now(60),
                    actor: Some(person_id(2)),
                    action: "session.start".to_owned(),
                    thing: "session".to_owned(),
                    thing_id: "x".to_owned(),
                    detail: Json::of(&())?,
                };
                audit::append(db, &record)
            })
            .unwrap();
        assert_eq!(idle(50), vec![person_id(3), person_id(4)]);
        assert_eq!(idle(55), vec![person_id(1), person_id(3), person_id(4)]);
        assert_eq!(idle(61).len(), 4);
        let awaiting = Person {
            awaits_approval: true,
            ..person(5)
        };
        store.write(|db| people::insert(db, &awaiting)).unwrap();
        assert_eq!(idle(61).len(), 4);
        let waiting = store.read(|db| people::awaiting(db, 10)).unwrap();
        assert_eq!(waiting, vec![awaiting]);
        assert!(matches!(
            store.write(|db| people::hold(db, &person_id(5))).map(|_| ()),
            Err(StoreError::NotFound)
        ));
        let confirmed = store.read(|db| signups::ever_confirmed(db, &person_id(1))).unwrap();
        assert!(confirmed.contains(&signup_id(1)));
        let pruned = |before: i64| store.write(|db| signups::prune_log(db, now(before))).unwrap();
        assert_eq!((pruned(50), pruned(51)), (0, 1));
    });
}
