//! Settings about people: who may register, and how long what is kept.

/// People who register themselves.
#[derive(Debug, Clone, confique::Config)]
pub struct Registration {
    /// Whether people may register themselves; a coordinator says yes or no to each. Needs controller and contact.
    #[config(env = "SWIETLICOBUS_REGISTRATION_OPEN", default = false)]
    pub open: bool,
    /// Who answers for the data (GDPR art. 13): the centre's name and address in one line, as it stands in its own notices.
    #[config(env = "SWIETLICOBUS_REGISTRATION_CONTROLLER")]
    pub controller: Option<String>,
    /// How to reach the data protection officer: an e-mail address or a telephone number.
    #[config(env = "SWIETLICOBUS_REGISTRATION_CONTACT")]
    pub contact: Option<String>,
}

impl Registration {
    /// What is said where it is open without what the law wants said.
    pub(super) fn check(&self) -> Result<(), String> {
        let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        if self.open && !(said(&self.controller) && said(&self.contact)) {
            return Err(
                "registration.open needs registration.controller and registration.contact: who registers must be \
                told who keeps the data and whom to ask about it (GDPR art. 13)"
                    .to_owned(),
            );
        }
        Ok(())
    }
}

/// How long personal data is kept, each in days. The service looks once an hour.
#[derive(Debug, Clone, confique::Config)]
pub struct Retention {
    /// A registration that nobody approved is erased so long after it was sent.
    #[config(env = "SWIETLICOBUS_RETENTION_REGISTRATION_DAYS", default = 30)]
    pub registration_days: u32,
    /// A day of birth is taken out so long after its person came of age.
    #[config(env = "SWIETLICOBUS_RETENTION_BIRTH_DATE_DAYS", default = 0)]
    pub birth_date_days: u32,
    /// A guardian's name, address and consent are taken out so long after the minor came of age.
    #[config(env = "SWIETLICOBUS_RETENTION_GUARDIAN_DAYS", default = 365)]
    pub guardian_days: u32,
    /// An agreement or insurance is taken out so long after its last day: six years for claims from an agreement, to the end of that year (Civil
    /// Code art. 118).
    #[config(env = "SWIETLICOBUS_RETENTION_AGREEMENT_DAYS", default = 2557)]
    pub agreement_days: u32,
    /// How long the centre keeps the monthly sheets of socially useful work on paper; only said on the page of an erasure.
    #[config(env = "SWIETLICOBUS_RETENTION_SHEET_DAYS", default = 1827)]
    pub sheet_days: u32,
    /// A role or qualification that ended is taken out so long after its last day.
    #[config(env = "SWIETLICOBUS_RETENTION_QUALIFICATION_DAYS", default = 365)]
    pub qualification_days: u32,
    /// What happened to a sign-up is forgotten after so long; how it ended, and the hours, stay.
    #[config(env = "SWIETLICOBUS_RETENTION_SIGNUP_LOG_DAYS", default = 1096)]
    pub signup_log_days: u32,
    /// A volunteer who did nothing for so long is written to.
    #[config(env = "SWIETLICOBUS_RETENTION_IDLE_DAYS", default = 730)]
    pub idle_days: u32,
    /// And erased so long after that letter, unless they sign in.
    #[config(env = "SWIETLICOBUS_RETENTION_IDLE_NOTICE_DAYS", default = 30)]
    pub idle_notice_days: u32,
    /// A barrier that somebody told of, and the contact they left, is deleted so long after it came: what the law asks for ends within two months,
    /// a complaint may follow.
    #[config(env = "SWIETLICOBUS_RETENTION_BARRIER_DAYS", default = 180)]
    pub barrier_days: u32,
}

impl Retention {
    /// What is said of a term that makes no sense.
    pub(super) fn check(&self) -> Result<(), String> {
        for (name, value, least, most) in [
            // The link in the letter works for seven days.
            ("registration_days", self.registration_days, 7, 365),
            ("birth_date_days", self.birth_date_days, 0, 365),
            ("guardian_days", self.guardian_days, 0, 3_660),
            ("agreement_days", self.agreement_days, 0, 3_660),
            ("sheet_days", self.sheet_days, 0, 3_660),
            ("qualification_days", self.qualification_days, 0, 3_660),
            ("signup_log_days", self.signup_log_days, 365, 3_660),
            ("idle_days", self.idle_days, 30, 3_660),
            // A message is forgotten 90 days after it left, and with it that it was sent.
            ("idle_notice_days", self.idle_notice_days, 7, 80),
            // Seven days to answer, two months to mend (act of 4 April 2019, art. 18).
            ("barrier_days", self.barrier_days, 70, 3_660),
        ] {
            if !(least..=most).contains(&value) {
                return Err(format!("retention.{name} must be {least} to {most}, not {value}"));
            }
        }
        Ok(())
    }
}
