//! Which engine is asked, where, and how patiently.

use std::time::Duration;

use ureq::http::Uri;

/// A routing engine that is understood here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `osrm-routed`: `GET /table/v1/PROFILE/…`.
    Osrm,
    /// `valhalla_service`: `POST /sources_to_targets`.
    Valhalla,
}

impl Kind {
    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Osrm => "OSRM",
            Self::Valhalla => "Valhalla",
        }
    }

    /// The profile (OSRM) or costing (Valhalla) where none is set.
    pub fn usual_profile(self) -> &'static str {
        match self {
            Self::Osrm => "driving",
            Self::Valhalla => "auto",
        }
    }
}

/// An engine and how to ask it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engine {
    /// Which.
    pub kind: Kind,
    /// Where, see [`usable_url`]. No other address is ever called.
    pub url: String,
    /// OSRM's profile or Valhalla's costing; letters, digits, `-` and `_`.
    pub profile: String,
    /// So many places from and so many to in one question, 1 or more.
    pub batch: usize,
    /// Longest wait for one answer.
    pub timeout: Duration,
    /// How often a question is asked again when nobody answered or the engine was busy.
    pub retries: u32,
    /// Wait before the first repetition; doubled each time.
    pub pause: Duration,
    /// A point farther from any road has no way, metres.
    pub off_road_metres: u32,
    /// Any text; another one makes the cache ask anew.
    pub map: String,
}

impl Engine {
    /// The address without what may stand in it besides host and path.
    pub fn address(&self) -> &str {
        self.url.trim_end_matches('/')
    }
}

/// Whether an engine may live at this address: http or https, a host, perhaps a port and a path; no password, no query.
pub fn usable_url(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let scheme = matches!(uri.scheme_str(), Some("http" | "https"));
    let host = uri.host().is_some_and(|host| !host.is_empty());
    let plain = uri.authority().is_some_and(|a| !a.as_str().contains('@')) && uri.query().is_none();
    scheme && host && plain && !url.contains('#')
}

/// Whether it can be a profile: it becomes part of an address.
pub fn usable_profile(profile: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    (1..=40).contains(&profile.len()) && profile.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (url, fits) in [
            ("http://127.0.0.1:5000", true),
            ("http://[::1]:5000", true),
            ("https://roads.example.pl/osrm/", true),
            ("http://roads", true),
            ("https://me:secret@roads.example.pl", false),
            ("http://roads/?x=1", false),
            ("http://roads/#a", false),
            ("file:///etc/passwd", false),
            ("ftp://roads", false),
            ("roads:5000", false),
            ("/table", false),
            ("", false),
        ] {
            assert_eq!(usable_url(url), fits, "{url}");
        }
        for (profile, fits) in [
            ("driving", true),
            ("bus_2", true),
            ("", false),
            ("../x", false),
            ("a b", false),
        ] {
            assert_eq!(usable_profile(profile), fits, "{profile}");
        }
    }
}
