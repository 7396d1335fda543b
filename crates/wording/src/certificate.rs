//! The certificate of hours on paper and the public page that confirms it: in every language in which a school or an office may read it.

use vocabulary::{CrewRole, Day, Minutes};

crate::messages::messages! {
    /// The words of a certificate.
    Certificate {
        /// "Zaświadczenie o wykonaniu świadczeń wolontariackich".
        pub fn title();
        /// "Nr `number`, wydanie `edition`".
        pub fn number(number: &str, edition: u32);
        /// "`issuer` zaświadcza, że świadczenia wolontariackie wykonała osoba:".
        pub fn certified_by(issuer: &str);
        /// "Okres".
        pub fn period_label();
        /// "od `first` do `last`".
        pub fn period(first: &str, last: &str);
        /// "Zakres świadczeń".
        pub fn scope_label();
        fn scope_text(role: &str);
        /// "`scope`: `length`".
        pub fn scope_line(scope: &str, length: &str);
        /// "Razem".
        pub fn total_label();
        /// "`length` (`shifts` dyżurów)".
        pub fn total(length: &str, shifts: usize);
        fn length_text(hours: u32, minutes: u32);
        /// "Godziny według lat szkolnych".
        pub fn years_heading();
        /// "Rok szkolny".
        pub fn year_label();
        /// "Godziny".
        pub fn hours_label();
        /// What counts, and what a school year is.
        pub fn counted();
        /// The law.
        pub fn law();
        /// "`place`, `date`".
        pub fn place_and_date(place: &str, date: &str);
        /// "podpis i pieczęć organizatora".
        pub fn signature();
        /// "Czy to zaświadczenie jest prawdziwe i aktualne, sprawdzisz na stronie:".
        pub fn check_here();
        /// "Kod: `code`".
        pub fn code(code: &str);
        /// What the QR code is, for who does not see it.
        pub fn qr_description();
        /// "Sprawdzenie zaświadczenia".
        pub fn page_title();
        /// "To zaświadczenie wydał organizator: `issuer`.".
        pub fn genuine(issuer: &str);
        /// "Data wydania".
        pub fn issued_on();
        /// "Numer".
        pub fn number_label();
        /// "Inicjały".
        pub fn initials_label();
        /// Why no name is shown.
        pub fn initials_help();
        /// "Zaświadczenie jest aktualne.".
        pub fn in_force();
        /// "Zastąpiło je wydanie `edition` z dnia `date`. To wydanie jest nieaktualne.".
        pub fn replaced(edition: u32, date: &str);
        /// "Po wydaniu zmieniono zapis godzin. Poproś o nowe wydanie.".
        pub fn outdated();
        /// What to type.
        pub fn page_help();
        /// "Kod z zaświadczenia".
        pub fn code_label();
        /// "Sprawdź".
        pub fn check_button();
        /// Nothing was issued under this code.
        pub fn unknown();
    }
}

impl Certificate {
    /// What somebody in this role did.
    pub fn scope(&self, role: CrewRole) -> String {
        self.scope_text(role.as_str())
    }

    /// "12 godz. 30 min".
    pub fn length(&self, length: Minutes) -> String {
        self.length_text(length.get() / 60, length.get() % 60)
    }

    /// "01.07.2027": read alike in every language of these papers.
    pub fn date(&self, day: Day) -> String {
        format!("{:02}.{:02}.{}", day.day_of_month(), day.month(), day.year())
    }
}
