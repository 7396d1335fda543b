//! Being told of visits without an account.

use super::*;

/// Both ways are open.
pub(super) fn ways() -> FollowWays {
    FollowWays {
        email: true,
        push_key: Some("BKmVyBX-TyPmjQfTVvWVDSpFrfM-fqUvKQDUfA4jR2g".to_owned()),
    }
}

impl Sampler {
    /// Name and HTML of every page for followers.
    pub(super) fn follow_pages(&self) -> Vec<(&'static str, String)> {
        let frame = || Frame::bare(WORDS, Zone::WARSAW, self.t("Powiadomienia"));
        let mut errors = FieldFaults::default();
        errors.add("email", self.t("Wpisz adres e-mail."));
        let ask = FollowAskPage {
            frame: Frame {
                follow: Some(ways()),
                ..frame()
            },
            heading: self.t("Powiadomienia: osiedle Łazek"),
            place: "estate:lazek".to_owned(),
            email: self.t("anna"),
            errors,
        };
        let place = |number: u32, name: &str| {
            (
                format!("stop:{}", id::<vocabulary::StopId>("stp", number)),
                self.t(name),
            )
        };
        let page = FollowPage {
            frame: frame(),
            heading: self.t("Twoje powiadomienia"),
            path: "/powiadomienia/token".to_owned(),
            said: Some(self.t("Powiadomienia są włączone.")),
            pending: vec![place(1, "osiedle Łazek")],
            followed: vec![place(2, "Plac zabaw (osiedle Łazek)"), place(3, "całe miasto")],
        };
        vec![
            ("follow-ask", ask.render().unwrap()),
            ("follow", page.render().unwrap()),
        ]
    }
}
