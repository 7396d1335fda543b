//! Settings about telling people of visits who have no account.

use vocabulary::Minute;

use super::{Secret, host_of_url};

/// Telling people of visits who have no account.
#[derive(Debug, Clone, confique::Config)]
pub struct Follow {
    /// From when on, the evening before, followers are told of tomorrow's visits, by the clocks of the season's zone.
    #[config(env = "SWIETLICOBUS_FOLLOW_EVENING", default = "18:00")]
    pub evening: Minute,
    /// Whom push services reach when something is wrong with our messages (RFC 8292): "mailto:…" or "https://…". Unset: public_url.
    #[config(env = "SWIETLICOBUS_FOLLOW_CONTACT")]
    pub contact: Option<String>,
    /// The private key that push messages are signed with: 32 bytes as base64url. Unset: made at the first start and kept in the database,
    /// which is right for one server and for several on one database. Another key ends every push subscription.
    #[config(env = "SWIETLICOBUS_FOLLOW_VAPID_KEY")]
    pub vapid_key: Option<Secret>,
    /// The hosts to which push messages may be sent; "*.example.org" is every host below example.org. A browser names its push service itself, and
    /// this server is sent nowhere else by it. Empty: no push.
    #[config(
        env = "SWIETLICOBUS_FOLLOW_PUSH_HOSTS",
        default = [
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.services.mozilla.com",
            "*.notify.windows.com",
            "web.push.apple.com",
            "*.push.apple.com",
        ],
        parse_env = confique::env::parse::list_by_comma
    )]
    pub push_hosts: Vec<String>,
    /// For tests only: lets push messages go to http:// addresses and to private and loopback addresses of those hosts.
    #[config(env = "SWIETLICOBUS_FOLLOW_PUSH_INSIDE", default = false)]
    pub push_inside: bool,
    /// Longest wait for a push service, in seconds.
    #[config(env = "SWIETLICOBUS_FOLLOW_PUSH_SECONDS", default = 10)]
    pub push_seconds: u64,
    /// So many push messages are on their way at once.
    #[config(env = "SWIETLICOBUS_FOLLOW_PUSH_PARALLEL", default = 8)]
    pub push_parallel: usize,
}

impl Follow {
    /// What is said of settings that do not fit.
    pub(super) fn check(&self) -> Result<(), String> {
        if let Some(contact) = &self.contact {
            let mail = contact
                .strip_prefix("mailto:")
                .is_some_and(|address| address.contains('@'));
            if !mail && host_of_url(contact).is_none_or(|_| !contact.starts_with("https://")) {
                return Err("follow.contact must be \"mailto:\" and an address, or \"https://\" and a host".to_owned());
            }
        }
        for host in &self.push_hosts {
            let name = host.strip_prefix("*.").unwrap_or(host);
            if !super::is_host(name) {
                return Err(format!(
                    "follow.push_hosts: {host:?} is no host name; write \"push.example.org\" or \"*.push.example.org\""
                ));
            }
        }
        if !(1..=60).contains(&self.push_seconds) {
            return Err(format!(
                "follow.push_seconds must be 1 to 60, not {}",
                self.push_seconds
            ));
        }
        if !(1..=64).contains(&self.push_parallel) {
            return Err(format!(
                "follow.push_parallel must be 1 to 64, not {}",
                self.push_parallel
            ));
        }
        Ok(())
    }
}
