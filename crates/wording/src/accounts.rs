//! Registering, erasing, people from a table, a person's own calendar, and the letters about accounts.

crate::messages::messages! {
    /// The pages and letters about accounts.
    Accounts {
        /// „Chcę dołączyć jako wolontariusz lub wolontariuszka”
        pub fn join_link();
        /// „Dołącz do załogi”
        pub fn join_heading();
        /// „`service` jeździ dzięki ludziom, którzy pomagają. Wypełnij formularz. Na podany adres przyjdzie list z linkiem do ustawienia hasła, a …”
        pub fn join_help(service: &str);
        /// „Jak chcesz pomagać”
        pub fn join_kind();
        /// „wolontariat”
        pub fn join_kind_volunteer();
        /// „prace społecznie użyteczne”
        pub fn join_kind_psu();
        /// „Mam ukończone 18 lat”
        pub fn join_adult();
        /// „Data urodzenia (tylko jeśli nie masz 18 lat)”
        pub fn join_born_on();
        /// „Przechowujemy ją tylko do 18. urodzin. Poprosimy też o zgodę rodzica lub opiekuna.”
        pub fn join_born_on_help();
        /// „Języki poza polskim”
        pub fn join_tongues();
        /// „Wyślij zgłoszenie”
        pub fn join_button();
        /// „Wpisz datę urodzenia albo zaznacz, że masz ukończone 18 lat.”
        pub fn join_born_missing();
        /// „Według tej daty masz ukończone 18 lat: zaznacz to i usuń datę.”
        pub fn join_born_adult();
        /// „Zaznaczono ukończone 18 lat, więc daty nie trzeba: usuń ją.”
        pub fn join_born_both();
        /// „Zgłoszenie przyjęte”
        pub fn join_sent_heading();
        /// „Jeśli ten adres jest tu nowy, za chwilę przyjdzie na niego list z linkiem do ustawienia hasła. Jeśli ma już konto, list powie, jak się …”
        pub fn join_sent();
        /// „Potem koordynator odpowie na zgłoszenie. Nie ma listu po godzinie? Sprawdź folder ze spamem albo zadzwoń do ośrodka.”
        pub fn join_sent_after();
        /// „To jest demo: listy nie wychodzą. Koordynator widzi je na stronie „Wiadomości”.”
        pub fn join_sent_demo();
        /// „Co się stanie z Twoimi danymi”
        pub fn clause_heading();
        /// „Dane przechowuje: `controller`.”
        pub fn clause_controller(controller: &str);
        /// „W sprawach danych osobowych pisz lub dzwoń do inspektora ochrony danych: `contact`.”
        pub fn clause_contact(contact: &str);
        /// „Potrzebujemy ich, żeby odpowiedzieć na zgłoszenie, zawrzeć porozumienie i ułożyć dyżury (art. 6 ust. 1 lit. b RODO), a przed dopuszczeniem …”
        pub fn clause_why();
        /// „Widzi je koordynator. Osoby z tej samej wizyty widzą tylko imię. Nikomu ich nie sprzedajemy, nie wysyłamy poza Europejski Obszar …”
        pub fn clause_who();
        /// „Zgłoszenie bez odpowiedzi usuwamy po `days` dniach. Po przyjęciu dane są tu, dopóki pomagasz; konto, z którego nikt nie korzysta, usuwamy …”
        pub fn clause_how_long(days: u32);
        /// „Możesz w każdej chwili zobaczyć swoje dane, poprawić je, pobrać, ograniczyć ich użycie, wnieść sprzeciw i poprosić o usunięcie. Możesz też …”
        pub fn clause_rights();
        /// „Podanie danych jest dobrowolne, ale bez nich nie da się odpowiedzieć na zgłoszenie.”
        pub fn clause_free();
        /// „Twoje zgłoszenie czeka na odpowiedź”
        pub fn waits_heading();
        /// „Koordynator je zobaczy i odpowie. Do tego czasu widzisz tylko swoje dane. Gdy odpowie „tak”, przyjdzie list, a tutaj pojawią się dyżury.”
        pub fn waits_help();
        /// „By `count`.”
        pub fn waiting_heading(count: usize);
        /// „Zgłoszenie z `when`”
        pub fn waiting_since(when: &str);
        /// „adres potwierdzony”
        pub fn address_confirmed();
        /// „adres jeszcze niepotwierdzony”
        pub fn address_unconfirmed();
        /// „Przyjmij”
        pub fn approve();
        /// „Przyjmij: `name`”
        pub fn approve_name(name: &str);
        /// „Odrzuć i usuń dane”
        pub fn refuse();
        /// „Odrzuć i usuń dane: `name`”
        pub fn refuse_name(name: &str);
        /// „Osoba jest przyjęta i dostanie list. Uzupełnij teraz jej role i dokumenty.”
        pub fn approved();
        /// „Zgłoszenie jest odrzucone, a dane usunięte.”
        pub fn refused();
        /// „`service`: moje dyżury”
        pub fn feed_name(service: &str);
        /// „Dyżury w moim kalendarzu”
        pub fn feed_heading();
        /// „Adres kalendarza podaje Twoje dyżury z godzinami załogi, miejscem i rolą. Zmiany przychodzą same. Kto zna adres, widzi Twoje dyżury, więc …”
        pub fn feed_help();
        /// „Kalendarz jest wyłączony.”
        pub fn feed_none();
        /// „Kalendarz działa od `when`. Adres pokazujemy tylko raz; jeśli zginął, utwórz nowy.”
        pub fn feed_since(when: &str);
        /// „Utwórz adres kalendarza”
        pub fn feed_make();
        /// „Utwórz nowy adres (stary przestanie działać)”
        pub fn feed_renew();
        /// „Wyłącz kalendarz”
        pub fn feed_end();
        /// „Adres Twojego kalendarza”
        pub fn feed_made_heading();
        /// „Skopiuj adres teraz albo od razu dodaj go do kalendarza: drugi raz go nie pokażemy.”
        pub fn feed_made_help();
        /// „Dodaj do kalendarza w tym urządzeniu”
        pub fn feed_webcal();
        /// „Adres dla Kalendarza Google”
        pub fn feed_google();
        /// „Google ukrywa odwołane wpisy. Pod tym adresem zostają, a tytuł mówi, że dyżur jest odwołany. Wklej go w Kalendarzu Google: „Inne …”
        pub fn feed_google_help();
        /// „Wróć do moich danych”
        pub fn feed_back();
        /// Another language was chosen; said in that one.
        pub fn language_changed();
        /// „Kalendarz jest wyłączony, a jego adres przestał działać.”
        pub fn feed_ended();
        /// „Usunięcie danych”
        pub fn erase_mine_heading();
        /// „Możesz poprosić o usunięcie konta i wszystkich swoich danych.”
        pub fn erase_mine_help();
        /// „Poproś o usunięcie moich danych”
        pub fn erase_mine_link();
        /// „Prośba o usunięcie danych jest zapisana. Koordynator odpowie do `when`.”
        pub fn erase_asked(when: &str);
        /// „Wycofaj prośbę”
        pub fn erase_take_back();
        /// „Prośba o usunięcie danych jest zapisana.”
        pub fn erase_asked_done();
        /// „Prośba jest wycofana.”
        pub fn erase_taken_back();
        /// „prosi o usunięcie danych, odpowiedz do `when`”
        pub fn erase_asks(when: &str);
        /// „Usuń dane tej osoby”
        pub fn erase_link();
        /// „Usunięcie danych: `name`”
        pub fn erase_heading(name: &str);
        /// „Co znika”
        pub fn erase_goes_heading();
        /// „Imię i nazwisko, adresy, telefon, data urodzenia, dokumenty i zgody, życzenia, linki, kalendarz, listy, powody wpisane przy dyżurach i …”
        pub fn erase_goes();
        /// „By `count`.”
        pub fn erase_gives_back(count: usize);
        /// „Co zostaje”
        pub fn erase_stays_heading();
        /// „By `count`.”
        pub fn erase_stays(count: usize);
        /// „Kopie zapasowe zawierają te dane, dopóki ich termin nie minie.”
        pub fn erase_backups();
        /// „Nic: żaden dyżur jeszcze się nie odbył.”
        pub fn erase_stays_none();
        /// „Co ośrodek musi zachować na papierze”
        pub fn erase_paper_heading();
        /// „Nie zapisano tu żadnego papieru, który trzeba zachować.”
        pub fn erase_paper_none();
        /// „porozumienie od `from` do `to`: do `until` (roszczenia, art. 118 Kodeksu cywilnego)”
        pub fn erase_paper_agreement(from: &str, to: &str, until: &str);
        /// „porozumienie od `from`, bez końca: najpierw je zakończcie, potem sześć lat do końca roku (art. 118 Kodeksu cywilnego)”
        pub fn erase_paper_open(from: &str);
        /// „miesięczne karty prac społecznie użytecznych: do `until`”
        pub fn erase_paper_sheets(until: &str);
        /// „Pobierz najpierw wszystkie dane tej osoby (JSON)”
        pub fn erase_export();
        /// „Żeby potwierdzić, wpisz: `name`”
        pub fn erase_type(name: &str);
        /// „Wpisz dokładnie: `name`”
        pub fn erase_type_wrong(name: &str);
        /// „Usuń na zawsze”
        pub fn erase_button();
        /// „USUŃ”
        pub fn erase_word();
        /// „Wyślij prośbę”
        pub fn erase_ask_button();
        /// „Dane usuwa koordynator, najpóźniej w ciągu miesiąca. Do tego czasu możesz prośbę wycofać.”
        pub fn erase_ask_help();
        /// „Dane są usunięte”
        pub fn erased_heading();
        /// „Nic o tej osobie nie zostało, poza liczbą godzin. Papiery z poprzedniej strony przechowujcie do podanych dni, potem je zniszczcie.”
        pub fn erased();
        /// „Własnego konta nie usuniesz: poproś inną osobę z koordynacji.”
        pub fn erase_own();
        /// „Wczytaj osoby z tabeli (CSV)”
        pub fn import_link();
        /// „Osoby z tabeli”
        pub fn import_heading();
        /// „Jedna osoba w wierszu. Kto ma już konto z tym adresem, pozostaje bez zmian. Jeśli coś się nie zgadza, nic nie zostanie zapisane, a błędy …”
        pub fn import_help();
        /// „Pobierz pustą tabelę”
        pub fn import_template();
        /// „Plik CSV (UTF-8, przecinki albo średniki)”
        pub fn import_file();
        /// „Tylko sprawdź”
        pub fn import_check();
        /// „Wczytaj”
        pub fn import_add();
        /// „Wczytaj i wyślij zaproszenia”
        pub fn import_invite();
        /// „Kolumny”
        pub fn import_columns();
        /// „wymagana”
        pub fn import_needed();
        fn import_column_text(column: &str);
        /// „Nic nie zostało zapisane. Do poprawienia:”
        pub fn import_not_taken();
        /// „Wybierz plik.”
        pub fn import_file_missing();
        /// „Plik jest większy niż 1 MB: wczytaj osoby w częściach.”
        pub fn import_file_large();
        /// „By `count`.”
        pub fn import_added(count: usize);
        /// „By `count`.”
        pub fn import_would_add(count: usize);
        /// „Każda z nich dostanie list z linkiem do ustawienia hasła.”
        pub fn import_invited();
        /// „By `count`.”
        pub fn import_known(count: usize);
        /// „Wiersz `row`, kolumna `column`: `what`”
        pub fn in_cell(row: u64, column: &str, what: &str);
        /// „Wiersz `row`: `what`”
        pub fn in_row(row: u64, what: &str);
        /// „Kolumna `column`: `what`”
        pub fn in_column(column: &str, what: &str);
        /// „I jeszcze `count`.”
        pub fn more_faults(count: usize);
        /// „To nie jest tekst UTF-8: zapisz tabelę jako „CSV UTF-8”.”
        pub fn fault_not_utf8();
        /// „ma więcej albo mniej komórek niż pierwszy wiersz”
        pub fn fault_not_table();
        /// „W tabeli nie ma nikogo: pod pierwszym wierszem wpisz osoby, po jednej w wierszu.”
        pub fn fault_empty();
        /// „Tabela jest za długa: wczytaj osoby w częściach.”
        pub fn fault_too_long();
        /// „tej kolumny brakuje”
        pub fn fault_no_column();
        /// „„`found`” nie jest kolumną tej tabeli”
        pub fn fault_unknown_column(found: &str);
        /// „ta kolumna jest dwa razy”
        pub fn fault_column_twice();
        /// „ta komórka nie może być pusta”
        pub fn fault_missing();
        /// „wpisz od 1 do 100 znaków w jednym wierszu”
        pub fn fault_name();
        /// „„`found`” nie jest adresem e-mail, na przykład anna@example.pl”
        pub fn fault_email(found: &str);
        /// „ten adres jest już w wierszu `row`”
        pub fn fault_twice(row: u64);
        /// „wpisz najwyżej 100 znaków w jednym wierszu”
        pub fn fault_line();
        /// „„`found`” nic tu nie znaczy; znane są: `known`”
        pub fn fault_word(found: &str, known: &str);
        /// „„`found`” nie jest datą, na przykład 2027-07-01”
        pub fn fault_day(found: &str);
        /// „ten dzień jeszcze nie nastąpił”
        pub fn fault_ahead();
        /// „ostatni dzień jest przed pierwszym”
        pub fn fault_ends_before();
        /// „ta osoba ma już 18 lat: zostaw komórkę pustą”
        pub fn fault_born_adult();
        /// „`service`: ustaw hasło”
        pub fn letter_registered_subject(service: &str);
        /// „ktoś podał ten adres w zgłoszeniu do załogi: `service`. Jeśli to Ty, ustaw hasło pod linkiem poniżej. Link działa 7 dni. Jeśli to nie Ty, …”
        pub fn letter_registered(service: &str);
        /// „`service`: masz już konto”
        pub fn letter_known_subject(service: &str);
        /// „ktoś podał ten adres w zgłoszeniu do załogi: `service`. Konto z tym adresem już jest. Jeśli to Ty, zaloguj się; jeśli nie pamiętasz hasła, …”
        pub fn letter_known(service: &str);
        /// „`service`: zaproszenie do załogi”
        pub fn letter_invited_subject(service: &str);
        /// „koordynator założył Ci konto: `service`. Ustaw hasło pod linkiem poniżej. Link działa 7 dni; potem poproś koordynatora o nowy.”
        pub fn letter_invited(service: &str);
        /// „`service`: zgłoszenie przyjęte”
        pub fn letter_approved_subject(service: &str);
        /// „Twoje zgłoszenie jest przyjęte. Zaloguj się i zobacz, czego brakuje przed pierwszym dyżurem.”
        pub fn letter_approved();
        /// „Twoje zgłoszenie jest przyjęte. Ustaw hasło pod linkiem poniżej i zobacz, czego brakuje przed pierwszym dyżurem.”
        pub fn letter_approved_without_password();
        /// „Nowe zgłoszenie do załogi: `name`”
        pub fn letter_waits_subject(name: &str);
        /// „`name` chce dołączyć do załogi i potwierdził(a) adres. Zgłoszenie czeka na Twoją odpowiedź.”
        pub fn letter_waits(name: &str);
        /// „Prośba o usunięcie danych: `name`”
        pub fn letter_erasure_subject(name: &str);
        /// „`name` prosi o usunięcie swoich danych. Odpowiedz najpóźniej w ciągu miesiąca (art. 12 RODO).”
        pub fn letter_erasure(name: &str);
        /// „`service`: Twoje konto zostanie usunięte”
        pub fn letter_idle_subject(service: &str);
        /// „od dawna nie było Cię tutaj. Dnia `on` usuniemy konto i Twoje dane. Jeśli chcesz je zachować, wystarczy, że się zalogujesz.”
        pub fn letter_idle(on: &str);
    }
}

impl Accounts {
    /// What stands in a column of the table of people, by its name.
    pub fn import_column(&self, column: &str) -> String {
        self.import_column_text(column)
    }
}
