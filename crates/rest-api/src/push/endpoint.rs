//! What a browser says of its subscription, checked before anything is kept.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ureq::http::Uri;
use web_push_native::p256::PublicKey;

use crate::config::Follow;

/// No push service has longer addresses.
const LONGEST: usize = 1_000;

/// Where and with which keys one browser is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The address at the push service.
    pub endpoint: String,
    /// The browser's public key, base64url.
    pub p256dh: String,
    /// The browser's secret, base64url.
    pub auth: String,
}

/// What is wrong with a subscription.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EndpointFault {
    /// No address, too long, or with more in it than an address needs.
    #[error(
        "endpoint must be the https:// address of a push service, of at most 1000 characters, without user, port and fragment"
    )]
    NotAnAddress,
    /// A push service that the settings do not name.
    #[error("no push messages are sent to {host}: the service's settings do not name it")]
    UnknownHost {
        /// The host.
        host: String,
    },
    /// Not the key of a browser.
    #[error("p256dh must be a point of the curve P-256, uncompressed, as base64url")]
    NoKey,
    /// Not the secret of a browser.
    #[error("auth must be 16 bytes as base64url")]
    NoSecret,
}

impl Subscription {
    /// Everything that is wrong with it: an address that may not be called, keys that are none.
    pub fn faults(&self, settings: &Follow) -> Vec<EndpointFault> {
        let mut found: Vec<EndpointFault> = address(&self.endpoint, settings).err().into_iter().collect();
        found.extend(self.key().is_none().then_some(EndpointFault::NoKey));
        found.extend(self.secret().is_none().then_some(EndpointFault::NoSecret));
        found
    }

    pub(super) fn key(&self) -> Option<PublicKey> {
        let bytes = URL_SAFE_NO_PAD.decode(self.p256dh.trim_end_matches('=')).ok()?;
        // 65 bytes: browsers give no compressed points (W3C Push API, getKey).
        (bytes.len() == 65).then(|| PublicKey::from_sec1_bytes(&bytes).ok())?
    }

    pub(super) fn secret(&self) -> Option<[u8; 16]> {
        let bytes = URL_SAFE_NO_PAD.decode(self.auth.trim_end_matches('=')).ok()?;
        bytes.try_into().ok()
    }
}

/// The address, if these settings let it be called.
pub(super) fn address(text: &str, settings: &Follow) -> Result<Uri, EndpointFault> {
    let refuse = || EndpointFault::NotAnAddress;
    // What is no part of an address at all is not left to a parser's kindness.
    if text.len() > LONGEST || !text.bytes().all(|b| b.is_ascii_graphic()) || text.contains(['#', '\\', '@']) {
        return Err(refuse());
    }
    let uri: Uri = text.parse().map_err(|_| refuse())?;
    let secure = uri.scheme_str() == Some("https") && uri.port_u16().is_none_or(|port| port == 443);
    let inside = settings.push_inside && matches!(uri.scheme_str(), Some("http" | "https"));
    let host = uri.host().filter(|_| secure || inside).ok_or_else(refuse)?;
    let host = host.to_ascii_lowercase();
    if settings.push_hosts.iter().any(|allowed| fits(allowed, &host)) {
        Ok(uri)
    } else {
        Err(EndpointFault::UnknownHost { host })
    }
}

/// Whether a host is the allowed one; `*.` stands for at least one more label.
fn fits(allowed: &str, host: &str) -> bool {
    match allowed.strip_prefix('*') {
        Some(ending) => host.len() > ending.len() && host.ends_with(&ending.to_ascii_lowercase()),
        None => allowed.eq_ignore_ascii_case(host),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn settings(inside: bool) -> Follow {
        let mut settings = Config::defaults().unwrap().follow;
        settings.push_inside = inside;
        if inside {
            settings.push_hosts.push("127.0.0.1".to_owned());
        }
        settings
    }

    #[test]
    fn only_https_to_a_known_host() {
        let unknown = |host: &str| Err(EndpointFault::UnknownHost { host: host.to_owned() });
        let none = || Err(EndpointFault::NotAnAddress);
        for (text, expected) in [
            ("https://fcm.googleapis.com/fcm/send/abc:def", Ok(())),
            ("https://FCM.googleapis.com/fcm/send/abc", Ok(())),
            ("https://updates.push.services.mozilla.com/wpush/v2/abc", Ok(())),
            ("https://eu.push.services.mozilla.com/wpush/v2/abc", Ok(())),
            ("https://wns2-par02p.notify.windows.com/w/?token=a%2b", Ok(())),
            ("https://web.push.apple.com/QGu", Ok(())),
            ("https://fcm.googleapis.com:443/x", Ok(())),
            ("https://fcm.googleapis.com:8443/x", none()),
            ("http://fcm.googleapis.com/x", none()),
            ("ftp://fcm.googleapis.com/x", none()),
            ("fcm.googleapis.com/x", none()),
            ("//fcm.googleapis.com/x", none()),
            ("/x", none()),
            ("", none()),
            ("https://", none()),
            ("https://user@fcm.googleapis.com/x", none()),
            ("https://fcm.googleapis.com@evil.example/x", none()),
            ("https://fcm.googleapis.com\\@evil.example/x", none()),
            ("https://fcm.googleapis.com/x#y", none()),
            ("https://fcm.googleapis.com/a b", none()),
            ("https://fcm.googleapis.com/a\r\nHost: evil", none()),
            ("https://evil.example/x", unknown("evil.example")),
            (
                "https://fcm.googleapis.com.evil.example/x",
                unknown("fcm.googleapis.com.evil.example"),
            ),
            ("https://evilnotify.windows.com/x", unknown("evilnotify.windows.com")),
            ("https://notify.windows.com/x", unknown("notify.windows.com")),
            ("https://.notify.windows.com/x", unknown(".notify.windows.com")),
            ("https://127.0.0.1/x", unknown("127.0.0.1")),
            ("https://[::1]/x", unknown("[::1]")),
            ("https://169.254.169.254/latest/meta-data", unknown("169.254.169.254")),
            ("https://localhost/x", unknown("localhost")),
            ("https://2130706433/x", unknown("2130706433")),
        ] {
            let read = address(text, &settings(false)).map(|_| ());
            // An empty first label is no host either way.
            let alike = read == expected || (text.contains("://.") && read.is_err());
            assert!(alike, "{text}: {read:?}");
        }
        let long = format!("https://fcm.googleapis.com/{}", "a".repeat(1_000));
        assert_eq!(address(&long, &settings(false)), Err(EndpointFault::NotAnAddress));
    }

    #[test]
    fn tests_may_call_this_machine() {
        for (text, fits) in [
            ("http://127.0.0.1:8080/x", true),
            ("https://127.0.0.1:8443/x", true),
            ("http://127.0.0.2:8080/x", false),
            ("file://127.0.0.1/x", false),
        ] {
            assert_eq!(address(text, &settings(true)).is_ok(), fits, "{text}");
        }
    }

    #[test]
    fn keys_are_a_point_and_sixteen_bytes() {
        // The example of RFC 8291 section 5.
        let good = Subscription {
            endpoint: "https://fcm.googleapis.com/x".to_owned(),
            p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
                .to_owned(),
            auth: "BTBZMqHH6r4Tts7J_aSIgg".to_owned(),
        };
        let all = settings(false);
        assert_eq!(good.faults(&all), []);
        let with = |p256dh: &str, auth: &str| Subscription {
            p256dh: p256dh.to_owned(),
            auth: auth.to_owned(),
            ..good.clone()
        };
        let off_the_curve = good.p256dh.replace("iw4", "iw8");
        for key in ["", "!!", "BCVx", &off_the_curve] {
            assert_eq!(with(key, &good.auth).faults(&all), [EndpointFault::NoKey], "{key}");
        }
        for secret in ["", "!!", "BTBZ"] {
            assert_eq!(
                with(&good.p256dh, secret).faults(&all),
                [EndpointFault::NoSecret],
                "{secret}"
            );
        }
        let nothing = Subscription {
            endpoint: "x".to_owned(),
            p256dh: String::new(),
            auth: String::new(),
        };
        assert_eq!(nothing.faults(&all).len(), 3, "all at once");
    }
}
