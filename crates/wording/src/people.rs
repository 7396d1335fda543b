//! People of the crew: the coordinator's pages, links that work once, and one's own page.

use vocabulary::PersonKind;

crate::messages::messages! {
    /// The pages about people.
    People {
        /// "Osoby".
        pub fn tab_people();
        /// "Osoby".
        pub fn people_heading();
        /// "Kto może jechać, komu czego brakuje i co się kończy w ciągu 30 dni.".
        pub fn people_help();
        /// "Dodaj osobę".
        pub fn add_person();
        /// "Nie ma jeszcze nikogo.".
        pub fn nobody_yet();
        /// "komplet dokumentów".
        pub fn nothing_missing();
        /// "Brakuje:".
        pub fn missing_now();
        /// "Kończy się w ciągu 30 dni:".
        pub fn ends_soon();
        /// "konto wyłączone".
        pub fn inactive();
        /// "jeszcze bez hasła".
        pub fn no_password();
        /// "czeka na zgodę".
        pub fn awaits_approval();
        /// "bez roli w załodze".
        pub fn without_role();
        /// "osoba niepełnoletnia".
        pub fn minor();
        fn kind_text(kind: &str);
        /// "dopuszczenie do pracy z dziećmi".
        pub fn lack_clearance();
        /// "dopuszczenie do pracy z dziećmi (było ważne do `until`)".
        pub fn lack_clearance_until(until: &str);
        fn lack_part_text(part: &str);
        fn lack_part_until_text(part: &str, until: &str);
        /// "przeczytanie standardów ochrony małoletnich, wersja `version`".
        pub fn lack_standards(version: u32);
        /// "porozumienie".
        pub fn lack_agreement();
        /// "porozumienie (poprzednie do `until`)".
        pub fn lack_agreement_until(until: &str);
        /// "porozumienie przed `from`".
        pub fn lack_agreement_from(from: &str);
        /// "podpisane porozumienie na piśmie".
        pub fn lack_writing();
        /// "ubezpieczenie NNW na `on`".
        pub fn lack_insurance(on: &str);
        /// "zgoda rodzica lub opiekuna".
        pub fn lack_consent();
        /// "zgoda rodzica lub opiekuna (wycofana `from`)".
        pub fn lack_consent_withdrawn(from: &str);
        /// "zgoda na obecnym formularzu".
        pub fn lack_consent_outdated();
        /// "dopuszczenie do pracy z dziećmi: do `until`".
        pub fn ends_clearance(until: &str);
        fn ends_part_text(part: &str, until: &str);
        /// "porozumienie: do `until`".
        pub fn ends_agreement(until: &str);
        /// "rola „`role`”: do `until`".
        pub fn ends_role(role: &str, until: &str);
        /// "`paper`: do `until`".
        pub fn ends_qualification(paper: &str, until: &str);
        /// "Nowa osoba".
        pub fn new_person();
        /// "Zapisz".
        pub fn save();
        /// "Osoba i konto".
        pub fn sign_in_section();
        /// "Imię i nazwisko".
        pub fn name();
        /// "Adres e-mail".
        pub fn email();
        /// "Telefon (nieobowiązkowo)".
        pub fn phone();
        /// "Uprawnienia konta".
        pub fn account_role();
        /// "Na jakiej podstawie pracuje".
        pub fn kind();
        /// "Konto działa".
        pub fn active();
        /// "Ma ukończone 18 lat".
        pub fn adult();
        /// "Daty urodzenia osoby dorosłej nie przechowujemy.".
        pub fn adult_help();
        /// "Data urodzenia (tylko osoby niepełnoletniej)".
        pub fn born_on();
        /// "Role w załodze".
        pub fn roles_section();
        /// "nie".
        pub fn held_no();
        /// "tylko zgłasza, nie sprawdzone".
        pub fn held_claimed();
        /// "tak, potwierdzam".
        pub fn held_yes();
        /// "uczy się".
        pub fn held_training();
        /// "`what`: ważne do (puste: bez końca)".
        pub fn until_of(what: &str);
        /// "Kwalifikacje".
        pub fn qualifications_section();
        /// "Języki poza polskim".
        pub fn tongues_section();
        fn tongue_text(tongue: &str);
        /// "Dopuszczenie do pracy z dziećmi".
        pub fn clearance_section();
        /// "Zapisujemy tylko, że dokument był i kiedy. Treści nie przepisujemy.".
        pub fn clearance_help();
        /// "Sprawdzenie w rejestrze RSPTS: dzień".
        pub fn register_on();
        /// "Zaświadczenie z KRK: z dnia".
        pub fn certificate_on();
        /// "Oświadczenie o krajach zamieszkania: dzień".
        pub fn statements_on();
        /// "Przeczytane standardy: wersja".
        pub fn standards_version();
        /// "Przeczytane standardy: dzień".
        pub fn standards_on();
        /// "Dopuszczenie ważne najdłużej do (puste: według zasad)".
        pub fn held_until();
        /// "Porozumienie `number`".
        pub fn agreement_number(number: u32);
        /// "Nowe porozumienie".
        pub fn agreement_new();
        /// "Żeby usunąć wpis, wyczyść jego daty.".
        pub fn row_help();
        /// "Forma".
        pub fn agreement_kind();
        /// "na piśmie".
        pub fn kind_written();
        /// "ustne".
        pub fn kind_oral();
        /// "Podpisane dnia".
        pub fn signed_on();
        /// "Od dnia".
        pub fn from_day();
        /// "Do dnia".
        pub fn to_day();
        /// "Do dnia (puste: do odwołania)".
        pub fn agreement_to();
        /// "Podpisany papier jest w aktach".
        pub fn paper_on_file();
        /// "Ubezpieczenie NNW `number`".
        pub fn insurance_number(number: u32);
        /// "Nowe ubezpieczenie NNW".
        pub fn insurance_new();
        /// "Rodzic lub opiekun i zgoda (tylko osoby niepełnoletnie)".
        pub fn guardian_section();
        /// "Imię i nazwisko opiekuna".
        pub fn guardian_name();
        /// "Adres e-mail opiekuna".
        pub fn guardian_email();
        /// "Zgoda z dnia".
        pub fn consent_on();
        /// "Wersja tekstu zgody".
        pub fn consent_version();
        /// "Zgoda wycofana od dnia".
        pub fn withdrawn_on();
        /// "Opiekun i ośrodek zgadzają się z góry na każdy dyżur".
        pub fn standing();
        /// "Zapisano.".
        pub fn person_saved();
        /// "Osoba jest dodana. Teraz wyślij jej zaproszenie.".
        pub fn person_added();
        /// "Wpisz adres e-mail, na przykład anna@example.pl.".
        pub fn email_wrong();
        /// "Jest już konto z tym adresem e-mail.".
        pub fn email_taken();
        /// "Wpisz od 1 do 100 znaków.".
        pub fn name_wrong();
        /// "Wpisz najwyżej `most` znaków w jednym wierszu.".
        pub fn text_too_long(most: u32);
        /// "Wybierz jedną z możliwości.".
        pub fn choose_one();
        /// "Wpisz datę, na przykład 2027-07-01.".
        pub fn date_wrong();
        /// "Wpisz ten dzień.".
        pub fn date_missing();
        /// "Ten dzień jeszcze nie nastąpił.".
        pub fn date_future();
        /// "Wpisz liczbę od 1.".
        pub fn number_wrong();
        /// "Wpisz datę urodzenia albo zaznacz, że osoba ma ukończone 18 lat.".
        pub fn born_missing();
        /// "Ta osoba ma już 18 lat: zaznacz to, a datę usuniemy.".
        pub fn born_adult();
        /// "Ten dzień jest przed pierwszym dniem.".
        pub fn ends_before();
        /// "Ten dzień jest przed dniem, w którym sprawdzono dokumenty.".
        pub fn held_too_short();
        /// "Najpierw wpisz, kiedy sprawdzono dokumenty.".
        pub fn clearance_first();
        /// "Nie możesz odebrać uprawnień sobie: poproś inną osobę z koordynacji.".
        pub fn own_rights();
        /// "Tego nie da się zapisać: `detail`".
        pub fn fault_other(detail: &str);
        /// "Ktoś zmienił dane tej osoby przed Tobą".
        pub fn conflict_heading();
        /// "Utwórz link z zaproszeniem"
        pub fn make_invitation();
        /// "Osoba sama ustawi hasło. Nowy link wyłącza poprzedni."
        pub fn make_invitation_help();
        /// "Utwórz link do zgody opiekuna"
        pub fn make_consent();
        /// "Opiekun przeczyta tekst zgody i odpowie bez konta. Nowy link wyłącza poprzedni."
        pub fn make_consent_help();
        /// "Linki"
        pub fn links_section();
        /// "Zaproszenie: `name`"
        pub fn invitation_made(name: &str);
        /// "Zgoda opiekuna: `name`"
        pub fn consent_made(name: &str);
        /// "Skopiuj ten link teraz: drugi raz go nie pokażemy. Działa do `until`. Kto go ma, może z niego skorzystać, więc wyślij go tylko tej osobie."
        pub fn link_once(until: &str);
        /// "Link do skopiowania"
        pub fn link_label();
        /// "Wróć do osoby"
        pub fn back_to_person();
        /// "Ten link już nie działa"
        pub fn link_ended_heading();
        /// "Został użyty albo minął jego czas. Poproś koordynatora o nowy."
        pub fn link_ended_help();
        /// "Ustaw hasło"
        pub fn invitation_heading();
        /// "Logujesz się adresem `email`. Po ustawieniu hasła konto działa od razu."
        pub fn invitation_help(email: &str);
        /// "Hasło"
        pub fn new_password();
        /// "Od `least` do `most` znaków, mogą być zwykłe słowa ze spacjami."
        pub fn new_password_help(least: u32, most: u32);
        /// "Ustaw hasło"
        pub fn set_password();
        /// "Hasło musi mieć od `least` do `most` znaków."
        pub fn password_length(least: u32, most: u32);
        /// "To hasło każdy zgadnie jako jedno z pierwszych. Wymyśl inne."
        pub fn password_common();
        /// "Hasło nie może być Twoim adresem e-mail."
        pub fn password_is_email();
        /// "Hasło jest ustawione"
        pub fn password_set_heading();
        /// "Możesz się już zalogować."
        pub fn password_set_help();
        /// "Zgoda rodzica lub opiekuna"
        pub fn guardian_heading();
        /// A link was sent by e-mail too.
        pub fn link_sent(address: &str);
        /// The invitation goes by e-mail too.
        pub fn invitation_goes();
        /// Field: where the guardian's link goes.
        pub fn send_to();
        /// What becomes of that address.
        pub fn send_to_help();
        /// "Tekst zgody, wersja `version`:"
        pub fn guardian_intro(version: u32);
        /// "Zgadzam się na wolontariat przy wizytach Świetlicobusa. Osoba, której dotyczy zgoda: `minor`."
        pub fn consent_1_what(minor: &str);
        /// "Na każdej wizycie jest osoba dorosła z ośrodka. Godziny i długość dyżurów są ograniczone wiekiem, a ośrodek zatwierdza każdy dyżur."
        pub fn consent_1_how();
        /// "Ośrodek przechowuje imię i nazwisko, adres e-mail, datę urodzenia (do ukończenia 18 lat), dyżury oraz to, że złożono dokumenty i kiedy."
        pub fn consent_1_data();
        /// "Zgodę można wycofać w każdej chwili: na tej stronie, dopóki link działa, albo u koordynatora. Od dnia wycofania dyżury nie są możliwe."
        pub fn consent_1_end();
        /// "Imię i nazwisko opiekuna, czyli Twoje"
        pub fn your_name();
        /// "Wpisz swoje imię i nazwisko, najwyżej 100 znaków."
        pub fn your_name_wrong();
        /// "Zgadzam się"
        pub fn agree();
        /// "Nie zgadzam się"
        pub fn disagree();
        /// "Zgoda jest zapisana z dniem `day`. Dziękujemy!"
        pub fn consent_given(day: &str);
        /// "Wycofaj zgodę"
        pub fn withdraw_consent();
        /// "Zgoda jest wycofana od dnia `day`. Żeby dać ją jeszcze raz, poproś koordynatora o nowy link."
        pub fn consent_gone(day: &str);
        /// "Zapisaliśmy, że nie ma zgody. Jeśli zmienisz zdanie, poproś koordynatora o nowy link."
        pub fn consent_refused();
        /// "Moje"
        pub fn tab_me();
        /// "Moje dane"
        pub fn me_heading();
        /// "Czego mi brakuje do dyżurów"
        pub fn my_missing();
        /// "Przeczytaj standardy ochrony małoletnich, które daje ośrodek, i potwierdź to tutaj."
        pub fn standards_help();
        /// "Przeczytałam lub przeczytałem standardy, wersja `version`"
        pub fn standards_button(version: u32);
        /// "Kiedy i gdzie mogę"
        pub fn wishes_heading();
        /// "To podpowiedź dla układającego dyżury. Jeśli nic nie zaznaczysz, pasuje wszystko."
        pub fn wishes_help();
        /// "Przed południem mogę"
        pub fn mornings();
        /// "Po południu mogę"
        pub fn afternoons();
        /// "Nie ma mnie"
        pub fn away_heading();
        /// "Od dnia"
        pub fn away_from();
        /// "Do dnia"
        pub fn away_to();
        /// "Ile wizyt"
        pub fn how_many();
        /// "Najwięcej wizyt w sezonie (puste: bez granicy)"
        pub fn visits_label();
        /// "Wpisz liczbę od 1 do `most`."
        pub fn number_between(most: u32);
        /// "Osiedla, na których lubię być"
        pub fn estates_liked();
        /// "Co o mnie zapisano"
        pub fn kept_heading();
        /// "To wszystko, co widzi koordynator. Jeśli coś się nie zgadza, powiedz mu o tym."
        pub fn kept_help();
        /// "Pobierz wszystkie swoje dane (JSON)"
        pub fn export();
        /// "Zapisano, kiedy i gdzie możesz."
        pub fn wishes_saved();
        /// "Zapisano, że znasz standardy."
        pub fn standards_read();
        /// "Obowiązuje inna wersja standardów. Przeczytaj ją i potwierdź jeszcze raz."
        pub fn standards_changed();
    }
}

impl People {
    /// On what footing somebody works.
    pub fn kind_of(&self, kind: PersonKind) -> String {
        self.kind_text(kind.as_str())
    }

    /// A part of the clearance that lacks, by its code.
    pub fn lack_part(&self, part: &str) -> String {
        self.lack_part_text(part)
    }

    /// A part of the clearance that no longer holds, by its code.
    pub fn lack_part_until(&self, part: &str, until: &str) -> String {
        self.lack_part_until_text(part, until)
    }

    /// A part of the clearance that ends soon, by its code.
    pub fn ends_part(&self, part: &str, until: &str) -> String {
        self.ends_part_text(part, until)
    }

    /// A language beside Polish, by its code.
    pub fn tongue(&self, code: &str) -> String {
        self.tongue_text(code)
    }
}
