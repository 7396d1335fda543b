//! Hours that were worked, certificates, and the sheet of socially useful work: the pages of staff and of whose hours they are.

crate::messages::messages! {
    /// The pages about hours.
    Hours {
        /// "Godziny: `name`".
        pub fn heading(name: &str);
        /// "Moje godziny".
        pub fn my_heading();
        /// "Godziny i zaświadczenia".
        pub fn to_hours();
        /// "Godziny do tej pory".
        pub fn so_far();
        /// "Rok szkolny `year`".
        pub fn school_year(year: &str);
        /// "Razem".
        pub fn all_years();
        /// "Nie ma jeszcze żadnego dyżuru, na którym potwierdzono obecność.".
        pub fn none_yet();
        /// "Dyżury".
        pub fn shifts_heading();
        /// "Liczy się czas załogi z dyżuru, chyba że go poprawiono. Każda poprawka zostaje z powodem i nazwiskiem tego, kto ją wpisał.".
        pub fn shifts_help();
        /// "obecność".
        pub fn was_there();
        /// "nieobecność".
        pub fn was_not_there();
        /// "Liczy się `length`".
        pub fn counts(length: &str);
        /// "Nic się nie liczy.".
        pub fn counts_nothing();
        /// "Historia poprawek".
        pub fn history();
        /// "Z dyżuru: `length`.".
        pub fn recorded(length: &str);
        /// "`when`: `length`. Powód: `reason`".
        pub fn corrected(when: &str, length: &str, reason: &str);
        /// "`when`, `name`: `length`. Powód: `reason`".
        pub fn corrected_by(when: &str, name: &str, length: &str, reason: &str);
        /// "Popraw godziny".
        pub fn correct_hours();
        /// "Popraw godziny: `which`".
        pub fn correct_hours_of(which: &str);
        /// "Ile trwało (godziny:minuty)".
        pub fn length_label();
        /// "Na przykład 3:30.".
        pub fn length_hint();
        /// "Wpisz godziny i minuty, na przykład 3:30, najwyżej 25:00.".
        pub fn length_wrong();
        /// "Powód".
        pub fn reason_label();
        /// "Przeczyta go też osoba, której to godziny.".
        pub fn reason_hint();
        /// "Wpisz powód: jedna linia, do 500 znaków.".
        pub fn reason_wrong();
        /// "Zapisz poprawkę".
        pub fn save_correction();
        /// "Popraw obecność".
        pub fn correct_presence();
        /// "Jednak nie było tej osoby".
        pub fn turn_absent();
        /// "Jednak ta osoba była".
        pub fn turn_present();
        /// "Poprawiono godziny.".
        pub fn hours_corrected();
        /// "Poprawiono obecność.".
        pub fn presence_corrected();
        /// "Zaświadczenia".
        pub fn certificates();
        /// "Nie wydano jeszcze zaświadczenia.".
        pub fn no_certificates();
        /// "Nr `number`, wydanie `edition`".
        pub fn certificate_line(number: &str, edition: u32);
        /// "`name`, od `first` do `last`, razem `length`".
        pub fn certificate_about(name: &str, first: &str, last: &str, length: &str);
        /// "wydane `when`".
        pub fn issued(when: &str);
        /// "aktualne".
        pub fn in_force();
        /// "zastąpione wydaniem `edition`".
        pub fn replaced_by(edition: u32);
        /// "po wydaniu zmieniono godziny".
        pub fn outdated();
        /// "Zapis godzin zmienił się po wydaniu. Wydaj nowe wydanie: stare na stronie sprawdzania pokaże się jako zastąpione.".
        pub fn outdated_help();
        /// "Zapis godzin zmienił się po wydaniu. Poproś koordynatora o nowe wydanie.".
        pub fn outdated_mine();
        /// "Pobierz PDF".
        pub fn pdf();
        /// "PDF: `language`".
        pub fn pdf_in(language: &str);
        /// "po ukraińsku".
        pub fn language_uk();
        /// "po angielsku".
        pub fn language_en();
        /// "Kod: `code`".
        pub fn code_of(code: &str);
        /// "Wydaj nowe wydanie".
        pub fn new_edition();
        /// "Nowe zaświadczenie".
        pub fn issue_heading();
        /// "Liczą się tylko dyżury z potwierdzoną obecnością. Wydrukuj PDF, podpisz go i podbij pieczęcią. Kod na papierze pozwala każdemu sprawdzić, czy jest prawdziwy i aktualny.".
        pub fn issue_help();
        /// "Od dnia".
        pub fn first_day();
        /// "Do dnia".
        pub fn last_day();
        /// "Imię i nazwisko na zaświadczeniu".
        pub fn paper_name();
        /// "Wpisz imię i nazwisko, do 100 znaków.".
        pub fn name_wrong();
        /// "Wpisz datę, na przykład 2027-07-01.".
        pub fn day_wrong();
        /// "Ten dzień jest przed pierwszym.".
        pub fn last_before();
        /// "Wydaj zaświadczenie".
        pub fn issue();
        /// "Zaświadczenie z art. 44 wydaje się osobom z wolontariatu.".
        pub fn only_volunteers();
        /// "W tych dniach nie ma żadnego dyżuru z potwierdzoną obecnością, więc nie ma czego zaświadczyć.".
        pub fn nothing_attended();
        /// "Najnowsze wydanie mówi to samo co zapis godzin. Wystarczy je wydrukować.".
        pub fn unchanged();
        /// "Wydano zaświadczenie. Pobierz PDF, wydrukuj i podpisz.".
        pub fn certificate_issued();
        /// "Wydano nowe wydanie. Poprzednie jest od teraz nieaktualne.".
        pub fn edition_issued();
        /// "Poproś o zaświadczenie".
        pub fn ask_heading();
        /// "Koordynator zobaczy prośbę i wyda zaświadczenie z podpisem. Pobierzesz je też tutaj.".
        pub fn ask_help();
        /// "Poproś".
        pub fn ask();
        /// "Twoja prośba o zaświadczenie od `first` do `last` czeka na koordynatora.".
        pub fn asked_mine(first: &str, last: &str);
        /// "Ta osoba prosi o zaświadczenie od `first` do `last`.".
        pub fn asked_of(first: &str, last: &str);
        /// "prosi o zaświadczenie".
        pub fn asks();
        /// "Prośba zapisana. Koordynator ją widzi.".
        pub fn asked();
        /// "Prace społecznie użyteczne: `month`".
        pub fn sheet_heading(month: &str);
        /// "Arkusz PSU".
        pub fn sheet_tab();
        /// "Miesięczny arkusz dla urzędu pracy: tylko dyżury z potwierdzoną obecnością, stawka z dnia pracy.".
        pub fn sheet_help();
        /// "Nie ma nikogo, kto pracuje na tej podstawie.".
        pub fn sheet_nobody();
        /// "Poprzedni miesiąc".
        pub fn month_before();
        /// "Następny miesiąc".
        pub fn month_after();
        /// "Pobierz CSV".
        pub fn sheet_csv();
        /// The sheet to be signed.
        pub fn sheet_pdf();
        /// "Dzień".
        pub fn sheet_day();
        /// "Przepracowano".
        pub fn sheet_worked();
        /// "Stawka za godzinę".
        pub fn sheet_rate();
        /// "Tygodnie".
        pub fn sheet_weeks();
        /// "Razem w miesiącu".
        pub fn sheet_total();
        /// "Do wypłaty".
        pub fn sheet_pay();
        /// "W tym miesiącu nic nie przepracowano.".
        pub fn sheet_none();
        /// "brak stawki".
        pub fn no_rate();
        /// "Ponad limit".
        pub fn breaches();
        /// "Tydzień od `first`: `length`, a wolno `limit`.".
        pub fn over_week(first: &str, length: &str, limit: &str);
        /// "Miesiąc: `length`, a wolno `limit`.".
        pub fn over_month(length: &str, limit: &str);
        /// "Nieobecności".
        pub fn absences();
        /// "brak".
        pub fn no_absences();
        /// "`day`: `reason`".
        pub fn absence(day: &str, reason: &str);
        /// "Zapisz nieobecność".
        pub fn note_absence();
        /// "Zapisz nieobecność: `name`".
        pub fn note_absence_of(name: &str);
        /// "Dzień".
        pub fn absence_day();
        /// "Usuń".
        pub fn remove_absence();
        /// "Usuń nieobecność z dnia `day`".
        pub fn remove_absence_of(day: &str);
        /// "Nieobecności zapisuje się tylko osobom, które wykonują prace społecznie użyteczne.".
        pub fn not_in_psu();
        /// "Zapisano nieobecność.".
        pub fn absence_noted();
        /// "Usunięto nieobecność.".
        pub fn absence_removed();
        /// "`zloty`,`grosze` zł".
        pub fn money(zloty: &str, grosze: &str);
        /// "osoba".
        pub fn csv_person();
        /// "dzień".
        pub fn csv_day();
        /// "minuty".
        pub fn csv_worked();
        /// "stawka (zł)".
        pub fn csv_rate();
        /// "kwota (zł)".
        pub fn csv_pay();
        /// "rodzaj".
        pub fn csv_what();
        /// "uwagi".
        pub fn csv_note();
        /// "praca".
        pub fn csv_work();
        /// "nieobecność".
        pub fn csv_absence();
        /// "razem".
        pub fn csv_total();
        /// "podpis organizatora".
        pub fn employer_signature();
        /// Below the line on which whoever worked signs.
        pub fn participant_signature();
    }
}
