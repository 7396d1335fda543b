//! What RFC 8725 warns of, as tables of tokens that must be refused.

use jsonwebtoken::signature::Signer;
use serde_json::{Value, json};

use super::{
    hs256::{Hs256, tests::base64url},
    *,
};

const SECRET: &[u8] = b"a secret of at least thirty-two bytes";
const OLD: &[u8] = b"the secret of last year, which is long";
const FOREIGN: &[u8] = b"a secret that this server never knew..";

fn now() -> Timestamp {
    "2027-07-01T10:00:00Z".parse().unwrap()
}

fn key(secret: &[u8]) -> TokenKey {
    TokenKey::new(secret).unwrap()
}

fn keys() -> TokenKeys {
    TokenKeys::new("https://bus.example", key(SECRET), vec![key(OLD)])
}

fn person() -> PersonId {
    format!("per_{:032x}", 1).parse().unwrap()
}

fn family() -> TokenId {
    format!("tok_{:032x}", 2).parse().unwrap()
}

fn issue() -> String {
    keys()
        .issue_access(&person(), AccountRole::Volunteer, &family(), now(), ACCESS_SECONDS)
        .unwrap()
}

/// What a right token says, to be spoiled.
fn right() -> (Value, Value) {
    let iat = now().unix_seconds();
    (
        json!({"alg": "HS256", "typ": "at+jwt", "kid": key(SECRET).kid()}),
        json!({
            "iss": "https://bus.example", "aud": "swietlicobus-api", "sub": person(), "role": "volunteer",
            "sid": family(), "iat": iat, "nbf": iat, "exp": iat + 600,
        }),
    )
}

/// A token signed with HMAC-SHA-256 whatever its header says.
fn forge(header: &Value, claims: &Value, secret: &[u8]) -> String {
    let part = |value: &Value| base64url(value.to_string().as_bytes());
    let message = format!("{}.{}", part(header), part(claims));
    let signature = Hs256::new(secret).unwrap().try_sign(message.as_bytes()).unwrap();
    format!("{message}.{}", base64url(&signature))
}

/// A right token of which one member of the header or the claims is another; `null` leaves it out.
fn spoiled(part: &str, member: &str, value: Value, secret: &[u8]) -> String {
    let (mut header, mut claims) = right();
    let object = if part == "header" { &mut header } else { &mut claims };
    let object = object.as_object_mut().unwrap();
    if value.is_null() {
        object.remove(member)
    } else {
        object.insert(member.to_owned(), value)
    };
    forge(&header, &claims, secret)
}

#[test]
fn issued_is_accepted() {
    let expected = Claims {
        person: person(),
        role: AccountRole::Volunteer,
        family: family(),
        issued: now(),
        expires: now().plus_seconds(600),
    };
    assert_eq!(keys().verify_access(&issue(), now()), Ok(expected.clone()));
    // The forger of these tests makes good tokens too, so that what it spoils is what is refused.
    let (header, claims) = right();
    assert_eq!(
        keys().verify_access(&forge(&header, &claims, SECRET), now()),
        Ok(expected)
    );
}

#[test]
fn time_is_the_one_handed_in() {
    let cases = [
        (-61, Err(TokenRefusal::NotYetValid)),
        (-60, Ok(())), // the clock was put back a minute
        (0, Ok(())),
        (599, Ok(())),
        (600, Err(TokenRefusal::Expired)),
        (86_400 * 365, Err(TokenRefusal::Expired)),
    ];
    let token = issue();
    for (seconds, expected) in cases {
        let got = keys().verify_access(&token, now().plus_seconds(seconds)).map(drop);
        assert_eq!(got, expected, "{seconds} s later");
    }
}

/// RFC 8725, and the ways in which libraries were fooled.
#[test]
fn table_of_forgeries() {
    use TokenRefusal::{
        Expired, Malformed, NotYetValid, UnknownExtension, UnknownKey, WrongAlgorithm, WrongAudience, WrongIssuer,
        WrongSignature, WrongType,
    };
    let cases = [
        ("header", "alg", json!("none"), WrongAlgorithm),
        ("header", "alg", json!("None"), WrongAlgorithm),
        ("header", "alg", json!("RS256"), WrongAlgorithm),
        ("header", "alg", json!("HS384"), WrongAlgorithm),
        ("header", "alg", json!("ES256"), WrongAlgorithm),
        ("header", "alg", json!("hs256"), WrongAlgorithm),
        ("header", "alg", Value::Null, Malformed),
        ("header", "kid", json!("another"), UnknownKey),
        ("header", "kid", json!("../../dev/null"), UnknownKey),
        ("header", "kid", json!(""), UnknownKey),
        ("header", "kid", Value::Null, UnknownKey),
        ("header", "kid", json!(key(OLD).kid()), WrongSignature),
        ("header", "typ", json!("JWT"), WrongType),
        ("header", "typ", json!("AT+JWT"), WrongType),
        ("header", "typ", Value::Null, WrongType),
        ("header", "crit", json!(["exp"]), UnknownExtension),
        ("claims", "iss", json!("https://other.example"), WrongIssuer),
        ("claims", "iss", json!(["https://bus.example"]), Malformed),
        ("claims", "iss", Value::Null, Malformed),
        ("claims", "aud", json!("another-api"), WrongAudience),
        ("claims", "aud", json!(["swietlicobus-api"]), Malformed),
        ("claims", "aud", Value::Null, Malformed),
        ("claims", "sub", json!("per_1"), Malformed),
        ("claims", "sub", json!(1), Malformed),
        ("claims", "role", json!("root"), Malformed),
        ("claims", "sid", Value::Null, Malformed),
        // CVE-2026-25537: times of the wrong kind were skipped.
        ("claims", "exp", json!("9999999999"), Malformed),
        ("claims", "exp", json!(9.9e9), Malformed),
        ("claims", "exp", json!(true), Malformed),
        ("claims", "exp", Value::Null, Malformed),
        ("claims", "nbf", json!("0"), Malformed),
        ("claims", "nbf", Value::Null, Malformed),
        ("claims", "exp", json!(0), Expired),
        ("claims", "exp", json!(i64::MIN), Malformed), // the library wants times from 1970 on
        ("claims", "nbf", json!(i64::MAX), NotYetValid),
        ("claims", "iat", json!(i64::MAX), NotYetValid),
    ];
    for (part, member, value, expected) in cases {
        let token = spoiled(part, member, value.clone(), SECRET);
        assert_eq!(
            keys().verify_access(&token, now()),
            Err(expected),
            "{part}.{member} = {value}"
        );
    }
}

#[test]
fn table_of_broken_texts() {
    use TokenRefusal::{Malformed, TooLong, UnknownKey, WrongAlgorithm, WrongSignature};
    let good = issue();
    let (message, signature) = good.rsplit_once('.').unwrap();
    let (header, claims) = message.split_once('.').unwrap();
    let (right_header, mut richer) = right();
    richer["role"] = json!("coordinator");
    let richer = base64url(richer.to_string().as_bytes());
    let none = base64url(br#"{"alg":"none","typ":"at+jwt"}"#);
    let cases = [
        (String::new(), Malformed),
        (".".to_owned(), Malformed),
        ("..".to_owned(), Malformed),
        ("Świetlicobus".to_owned(), Malformed),
        (format!("{header}.{claims}"), Malformed),
        (format!("{header}.{claims}."), WrongSignature),
        (format!("{header}.{richer}.{signature}"), WrongSignature),
        (format!("{none}.{claims}."), WrongAlgorithm),
        (format!("{none}.{claims}.{signature}"), WrongAlgorithm),
        (format!("{header}.{claims}.{}", &signature[2..]), Malformed), // no whole bytes
        (format!("{header}.{claims}.{}", &signature[4..]), WrongSignature),
        (format!("{good}="), Malformed),
        (format!(" {good}"), Malformed),
        (format!("{good}.{signature}"), Malformed),
        ("a".repeat(LONGEST_TOKEN), Malformed),
        ("a".repeat(LONGEST_TOKEN + 1), TooLong),
        (format!("{good}{}", "a".repeat(1_000_000)), TooLong),
        (forge(&right_header, &json!({}), SECRET), Malformed),
        (forge(&right_header, &json!([1]), SECRET), Malformed),
        (forge(&json!("text"), &json!({}), SECRET), Malformed),
        (spoiled("header", "kid", json!(key(FOREIGN).kid()), FOREIGN), UnknownKey),
        (spoiled("header", "typ", json!("at+jwt"), FOREIGN), WrongSignature), // our kid, another's secret
    ];
    for (token, expected) in cases {
        let start: String = token.chars().take(60).collect();
        assert_eq!(keys().verify_access(&token, now()), Err(expected), "{start}");
    }
}

/// Every bit of every part counts.
#[test]
fn any_changed_letter_is_refused() {
    let good = issue();
    for at in 0..good.len() {
        let mut bytes = good.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).unwrap();
        assert!(keys().verify_access(&changed, now()).is_err(), "letter {at}");
    }
}

#[test]
fn a_change_of_keys() {
    let last_year = TokenKeys::new("https://bus.example", key(OLD), vec![]);
    let token = last_year
        .issue_access(&person(), AccountRole::Animator, &family(), now(), 600)
        .unwrap();
    assert!(keys().verify_access(&token, now()).is_ok());
    let after = TokenKeys::new("https://bus.example", key(SECRET), vec![]);
    assert_eq!(after.verify_access(&token, now()), Err(TokenRefusal::UnknownKey));
}

#[test]
fn secrets_are_long_and_not_shown() {
    assert_eq!(TokenKey::new(&[7; 31]).unwrap_err(), ShortSecret(31));
    assert!(TokenKey::new(&[7; 32]).is_ok());
    let shown = format!("{:?} {:?}", keys(), RefreshToken::from_random([7; 32]));
    assert!(!shown.contains("thirty-two") && !shown.contains("0707"), "{shown}");
    assert_ne!(key(SECRET).kid(), key(OLD).kid());
}
