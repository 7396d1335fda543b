//! The page of a season's limits.

crate::messages::messages! {
    /// The limits of a season's crew.
    Limits {
        /// „Limity załogi: `season`”
        pub fn heading(season: &str);
        /// „Każda granica, według której program pozwala albo nie pozwala na dyżur: ile wynosi, kto ją ustala i skąd pochodzi.”
        pub fn help();
        /// „Limity załogi”
        pub fn to_limits();
        /// „limity tego sezonu”
        pub fn own();
        /// „limity programu, nikt ich nie zmienił”
        pub fn program();
        /// „Co ustala prawo”
        pub fn law_heading();
        /// „Tego nie zmienia nikt z ośrodka. Źródła podajemy tak, jak są zapisane w programie; „do sprawdzenia” oznacza, że trzeba …”
        pub fn law_help();
        /// „do sprawdzenia”
        pub fn doubtful();
        /// „bez limitu”
        pub fn none();
        /// „`amount` zł za godzinę”
        pub fn money(amount: &str);
        /// „Co ustala ośrodek”
        pub fn house_heading();
        /// „Puste pole oznacza: bez limitu. Czas wpisuj jako godziny i minuty, na przykład 8:00. W pojedynczym przypadku …”
        pub fn house_help();
        /// „Od kiedy i dlaczego”
        pub fn when_heading();
        /// „Dotyczy tylko tego, co zmieniasz powyżej.”
        pub fn when_help();
        /// „Zmiany obowiązują od dnia (puste: zawsze)”
        pub fn from_label();
        /// „Kto tak ustalił, na przykład numer zarządzenia (puste: ośrodek)”
        pub fn source_label();
        /// „ustalenie ośrodka”
        pub fn house();
        /// „Przywróć limity programu”
        pub fn reset();
        /// „Limity tego sezonu znikną i będą obowiązywać limity programu, także te z jego nowszych wersji.”
        pub fn reset_help();
        /// „Zapisy, które już są”
        pub fn broken_heading();
        /// „Zmiana limitów nikogo nie skreśla. Tutaj widać przyszłe zapisy, które łamią którąś z zasad, tak jak są teraz.”
        pub fn broken_help();
        /// „wszystkie zapisy są zgodne z zasadami”
        pub fn broken_none();
        /// „Sprawdź zapisy”
        pub fn broken_ask();
        /// „Limity są zapisane. Poniżej widać zapisy, które łamią którąś z zasad.”
        pub fn saved();
        /// „Obowiązują limity programu.”
        pub fn was_reset();
        /// „Ktoś zmienił limity przed Tobą. Poniżej są obecne: wpisz swoje zmiany jeszcze raz.”
        pub fn changed_before();
        /// „Tej wartości nie da się ustawić.”
        pub fn wrong();
        /// „Wpisz godziny i minuty, na przykład 8:00.”
        pub fn length_wrong();
        /// „Wpisz liczbę.”
        pub fn count_wrong();
        /// „Wpisz godzinę, na przykład 20:00.”
        pub fn hour_wrong();
        /// „Koniec musi być po początku.”
        pub fn hours_turned();
        fn group_text(group: &str);
        fn group_help_text(group: &str);
        fn part_text(part: &str);
        fn age_text(age: &str);
        fn name_text(name: &str);
    }
}

impl Limits {
    /// A group of settings, by the first part of their names.
    pub fn group(&self, group: &str) -> String {
        self.group_text(group)
    }

    /// What to know of a group; may be empty.
    pub fn group_help(&self, group: &str) -> String {
        self.group_help_text(group)
    }

    /// A part of the hours of minors.
    pub fn part(&self, part: &str) -> String {
        self.part_text(part)
    }

    /// From which age on something is asked for.
    pub fn age(&self, age: &str) -> String {
        // A variant of fluent cannot begin with a digit.
        self.age_text(&format!("of-{age}"))
    }

    /// A setting, by its name in docs/roster-rules.md: one that is alike for everybody by the last part of it.
    pub fn name(&self, name: &str) -> String {
        const ALIKE: [&str; 5] = ["day", "week", "month", "season", "days_in_a_row"];
        let last = name.rsplit('.').next().unwrap_or(name);
        let of_law = ["psu.week", "psu.month"].contains(&name);
        if ALIKE.contains(&last) && !of_law {
            return self.name_text(last);
        }
        self.name_text(&name.replace('.', "_"))
    }
}
