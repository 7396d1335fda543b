# People register, are erased, come from a table; a person's own calendar; letters about accounts.

## Registering

join_link = Chcę dołączyć jako wolontariusz lub wolontariuszka
join_heading = Dołącz do załogi
join_help = { $service } jeździ dzięki ludziom, którzy pomagają. Wypełnij formularz. Na podany adres przyjdzie list z linkiem do ustawienia hasła, a koordynator odpowie na zgłoszenie.
join_kind = Jak chcesz pomagać
join_kind_volunteer = wolontariat
join_kind_psu = prace społecznie użyteczne
join_adult = Mam ukończone 18 lat
join_born_on = Data urodzenia (tylko jeśli nie masz 18 lat)
join_born_on_help = Przechowujemy ją tylko do 18. urodzin. Poprosimy też o zgodę rodzica lub opiekuna.
join_tongues = Języki poza polskim
join_button = Wyślij zgłoszenie
join_born_missing = Wpisz datę urodzenia albo zaznacz, że masz ukończone 18 lat.
join_born_adult = Według tej daty masz ukończone 18 lat: zaznacz to i usuń datę.
join_born_both = Zaznaczono ukończone 18 lat, więc daty nie trzeba: usuń ją.
join_sent_heading = Zgłoszenie przyjęte
join_sent = Jeśli ten adres jest tu nowy, za chwilę przyjdzie na niego list z linkiem do ustawienia hasła. Jeśli ma już konto, list powie, jak się zalogować.
join_sent_after = Potem koordynator odpowie na zgłoszenie. Nie ma listu po godzinie? Sprawdź folder ze spamem albo zadzwoń do ośrodka.
join_sent_demo = To jest demo: listy nie wychodzą. Koordynator przyjmie zgłoszenie na stronie „Osoby” i utworzy tam link z zaproszeniem.
clause_heading = Co się stanie z Twoimi danymi
clause_controller = Dane przechowuje: { $controller }.
clause_contact = W sprawach danych osobowych pisz lub dzwoń do inspektora ochrony danych: { $contact }.
clause_why = Potrzebujemy ich, żeby odpowiedzieć na zgłoszenie, zawrzeć porozumienie i ułożyć dyżury (art. 6 ust. 1 lit. b RODO), a przed dopuszczeniem do pracy z dziećmi sprawdzić to, czego wymaga ustawa z 13 maja 2016 r. (art. 6 ust. 1 lit. c RODO).
clause_who = Widzi je koordynator. Osoby z tej samej wizyty widzą tylko imię. Nikomu ich nie sprzedajemy, nie wysyłamy poza Europejski Obszar Gospodarczy i żaden program sam o Tobie nie decyduje.
clause_how_long = Zgłoszenie bez odpowiedzi usuwamy po { $days } dniach. Po przyjęciu dane są tu, dopóki pomagasz; konto, z którego nikt nie korzysta, usuwamy po uprzedzeniu.
clause_rights = Możesz w każdej chwili zobaczyć swoje dane, poprawić je, pobrać, ograniczyć ich użycie, wnieść sprzeciw i poprosić o usunięcie. Możesz też złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych, ul. Stawki 2, 00-193 Warszawa.
clause_free = Podanie danych jest dobrowolne, ale bez nich nie da się odpowiedzieć na zgłoszenie.

## Waiting for approval

waits_heading = Twoje zgłoszenie czeka na odpowiedź
waits_help = Koordynator je zobaczy i odpowie. Do tego czasu widzisz tylko swoje dane. Gdy odpowie „tak”, przyjdzie list, a tutaj pojawią się dyżury.
waiting_heading = 
    { $count ->
        [one] Czeka na odpowiedź: { $count } zgłoszenie
        [few] Czekają na odpowiedź: { $count } zgłoszenia
        [many] Czeka na odpowiedź: { $count } zgłoszeń
       *[other] Czeka na odpowiedź: { $count } zgłoszenia
    }
waiting_since = Zgłoszenie z { $when }
address_confirmed = adres potwierdzony
address_unconfirmed = adres jeszcze niepotwierdzony
approve = Przyjmij
approve_name = Przyjmij: { $name }
refuse = Odrzuć i usuń dane
refuse_name = Odrzuć i usuń dane: { $name }
approved = Osoba jest przyjęta i dostanie list. Uzupełnij teraz jej role i dokumenty.
refused = Zgłoszenie jest odrzucone, a dane usunięte.

## A person's own calendar

feed_name = { $service }: moje dyżury
feed_heading = Dyżury w moim kalendarzu
feed_help = Adres kalendarza podaje Twoje dyżury z godzinami załogi, miejscem i rolą. Zmiany przychodzą same. Kto zna adres, widzi Twoje dyżury, więc nie podawaj go nikomu.
feed_none = Kalendarz jest wyłączony.
feed_since = Kalendarz działa od { $when }. Adres pokazujemy tylko raz; jeśli zginął, utwórz nowy.
feed_make = Utwórz adres kalendarza
feed_renew = Utwórz nowy adres (stary przestanie działać)
feed_end = Wyłącz kalendarz
feed_made_heading = Adres Twojego kalendarza
feed_made_help = Skopiuj adres teraz albo od razu dodaj go do kalendarza: drugi raz go nie pokażemy.
feed_webcal = Dodaj do kalendarza w tym urządzeniu
feed_google = Adres dla Kalendarza Google
feed_google_help = Google ukrywa odwołane wpisy. Pod tym adresem zostają, a tytuł mówi, że dyżur jest odwołany. Wklej go w Kalendarzu Google: „Inne kalendarze”, „Z adresu URL”.
feed_back = Wróć do moich danych
language_changed = Od teraz strony i listy są po polsku.
feed_ended = Kalendarz jest wyłączony, a jego adres przestał działać.

## Erasing

erase_mine_heading = Usunięcie danych
erase_mine_help = Możesz poprosić o usunięcie konta i wszystkich swoich danych.
erase_mine_link = Poproś o usunięcie moich danych
erase_asked = Prośba o usunięcie danych jest zapisana. Koordynator odpowie do { $when }.
erase_take_back = Wycofaj prośbę
erase_asked_done = Prośba o usunięcie danych jest zapisana.
erase_taken_back = Prośba jest wycofana.
erase_asks = prosi o usunięcie danych, odpowiedz do { $when }
erase_link = Usuń dane tej osoby
erase_heading = Usunięcie danych: { $name }
erase_goes_heading = Co znika
erase_goes = Imię i nazwisko, adresy, telefon, data urodzenia, dokumenty i zgody, życzenia, linki, kalendarz, listy, powody wpisane przy dyżurach i logowania.
erase_gives_back = 
    { $count ->
        [one] { $count } przyszły dyżur zostanie oddany, a wolne miejsce dostanie pierwsza osoba z listy oczekujących
        [few] { $count } przyszłe dyżury zostaną oddane, a wolne miejsca dostaną pierwsze osoby z list oczekujących
        [many] { $count } przyszłych dyżurów zostanie oddanych, a wolne miejsca dostaną pierwsze osoby z list oczekujących
       *[other] { $count } przyszłego dyżuru zostanie oddane, a wolne miejsca dostaną pierwsze osoby z list oczekujących
    }
erase_stays_heading = Co zostaje
erase_stays = 
    { $count ->
        [one] { $count } odbyty dyżur i jego godziny, bez nazwiska, jako liczby.
        [few] { $count } odbyte dyżury i ich godziny, bez nazwiska, jako liczby.
        [many] { $count } odbytych dyżurów i ich godziny, bez nazwiska, jako liczby.
       *[other] { $count } odbytego dyżuru i ich godziny, bez nazwiska, jako liczby.
    }
erase_stays_none = Nic: żaden dyżur jeszcze się nie odbył.
erase_backups = Kopie zapasowe zawierają te dane, dopóki ich termin nie minie.
erase_paper_heading = Co ośrodek musi zachować na papierze
erase_paper_none = Nie zapisano tu żadnego papieru, który trzeba zachować.
erase_paper_agreement = porozumienie od { $from } do { $to }: do { $until } (roszczenia, art. 118 Kodeksu cywilnego)
erase_paper_open = porozumienie od { $from }, bez końca: najpierw je zakończcie, potem sześć lat do końca roku (art. 118 Kodeksu cywilnego)
erase_paper_sheets = miesięczne karty prac społecznie użytecznych: do { $until }
erase_export = Pobierz najpierw wszystkie dane tej osoby (JSON)
erase_type = Żeby potwierdzić, wpisz: { $name }
erase_type_wrong = Wpisz dokładnie: { $name }
erase_button = Usuń na zawsze
erase_word = USUŃ
erase_ask_button = Wyślij prośbę
erase_ask_help = Dane usuwa koordynator, najpóźniej w ciągu miesiąca. Do tego czasu możesz prośbę wycofać.
erased_heading = Dane są usunięte
erased = Nic o tej osobie nie zostało, poza liczbą godzin. Papiery z poprzedniej strony przechowujcie do podanych dni, potem je zniszczcie.
erase_own = Własnego konta nie usuniesz: poproś inną osobę z koordynacji.

## People from a table

import_link = Wczytaj osoby z tabeli (CSV)
import_heading = Osoby z tabeli
import_help = Jedna osoba w wierszu. Kto ma już konto z tym adresem, pozostaje bez zmian. Jeśli coś się nie zgadza, nic nie zostanie zapisane, a błędy zobaczysz wszystkie naraz.
import_template = Pobierz pustą tabelę
import_file = Plik CSV (UTF-8, przecinki albo średniki)
import_check = Tylko sprawdź
import_add = Wczytaj
import_invite = Wczytaj i wyślij zaproszenia
import_columns = Kolumny
import_needed = wymagana
import_column_text = 
    { $column ->
        [name] imię i nazwisko
        [email] adres e-mail, którym osoba się loguje
        [phone] telefon
        [kind] volunteer (też gdy puste), psu albo staff; staff dostaje konto animatora
        [born_on] data urodzenia osoby niepełnoletniej, na przykład 2010-12-26; u dorosłych puste
        [roles] role w załodze, po spacji: leader, helper, first-aider, driver
        [languages] języki poza polskim, po spacji, na przykład uk en
        [register_on] dzień sprawdzenia rejestrów
        [certificate_on] dzień złożenia zaświadczenia o niekaralności
        [statements_on] dzień złożenia oświadczeń
        [agreement_from] pierwszy dzień porozumienia na piśmie, które jest w aktach
        [agreement_to] jego ostatni dzień; puste: do odwołania
        [agreement_signed] dzień podpisania; puste: pierwszy dzień
        [insured_from] pierwszy dzień ubezpieczenia NNW
       *[insured_to] jego ostatni dzień
    }
import_not_taken = Nic nie zostało zapisane. Do poprawienia:
import_file_missing = Wybierz plik.
import_file_large = Plik jest większy niż 1 MB: wczytaj osoby w częściach.
import_added = 
    { $count ->
        [one] Dodano { $count } osobę.
        [few] Dodano { $count } osoby.
        [many] Dodano { $count } osób.
       *[other] Dodano { $count } osoby.
    }
import_would_add = 
    { $count ->
        [one] W tabeli nie ma błędów. Zostałaby dodana { $count } osoba.
        [few] W tabeli nie ma błędów. Zostałyby dodane { $count } osoby.
        [many] W tabeli nie ma błędów. Zostałoby dodanych { $count } osób.
       *[other] W tabeli nie ma błędów. Zostałoby dodane { $count } osoby.
    }
import_invited = Każda z nich dostanie list z linkiem do ustawienia hasła.
import_known = 
    { $count ->
        [one] { $count } osoba ma już konto i pozostaje bez zmian:
        [few] { $count } osoby mają już konto i pozostają bez zmian:
        [many] { $count } osób ma już konto i pozostaje bez zmian:
       *[other] { $count } osoby ma już konto i pozostaje bez zmian:
    }
in_cell = Wiersz { $row }, kolumna { $column }: { $what }
in_row = Wiersz { $row }: { $what }
in_column = Kolumna { $column }: { $what }
more_faults = I jeszcze { $count }.
fault_not_utf8 = To nie jest tekst UTF-8: zapisz tabelę jako „CSV UTF-8”.
fault_not_table = ma więcej albo mniej komórek niż pierwszy wiersz
fault_empty = W tabeli nie ma nikogo: pod pierwszym wierszem wpisz osoby, po jednej w wierszu.
fault_too_long = Tabela jest za długa: wczytaj osoby w częściach.
fault_no_column = tej kolumny brakuje
fault_unknown_column = „{ $found }” nie jest kolumną tej tabeli
fault_column_twice = ta kolumna jest dwa razy
fault_missing = ta komórka nie może być pusta
fault_name = wpisz od 1 do 100 znaków w jednym wierszu
fault_email = „{ $found }” nie jest adresem e-mail, na przykład anna@example.pl
fault_twice = ten adres jest już w wierszu { $row }
fault_line = wpisz najwyżej 100 znaków w jednym wierszu
fault_word = „{ $found }” nic tu nie znaczy; znane są: { $known }
fault_day = „{ $found }” nie jest datą, na przykład 2027-07-01
fault_ahead = ten dzień jeszcze nie nastąpił
fault_ends_before = ostatni dzień jest przed pierwszym
fault_born_adult = ta osoba ma już 18 lat: zostaw komórkę pustą

## Letters

letter_registered_subject = { $service }: ustaw hasło
letter_registered = ktoś podał ten adres w zgłoszeniu do załogi: { $service }. Jeśli to Ty, ustaw hasło pod linkiem poniżej. Link działa 7 dni. Jeśli to nie Ty, nic nie rób: bez hasła zgłoszenie zostanie usunięte.
letter_known_subject = { $service }: masz już konto
letter_known = ktoś podał ten adres w zgłoszeniu do załogi: { $service }. Konto z tym adresem już jest. Jeśli to Ty, zaloguj się; jeśli nie pamiętasz hasła, poproś koordynatora o nowe zaproszenie. Jeśli to nie Ty, nic nie rób: niczego nie zmieniliśmy.
letter_invited_subject = { $service }: zaproszenie do załogi
letter_invited = koordynator założył Ci konto: { $service }. Ustaw hasło pod linkiem poniżej. Link działa 7 dni; potem poproś koordynatora o nowy.
letter_approved_subject = { $service }: zgłoszenie przyjęte
letter_approved = Twoje zgłoszenie jest przyjęte. Zaloguj się i zobacz, czego brakuje przed pierwszym dyżurem.
letter_approved_without_password = Twoje zgłoszenie jest przyjęte. Ustaw hasło pod linkiem poniżej i zobacz, czego brakuje przed pierwszym dyżurem.
letter_waits_subject = Nowe zgłoszenie do załogi: { $name }
letter_waits = { $name } chce dołączyć do załogi i potwierdził(a) adres. Zgłoszenie czeka na Twoją odpowiedź.
letter_erasure_subject = Prośba o usunięcie danych: { $name }
letter_erasure = { $name } prosi o usunięcie swoich danych. Odpowiedz najpóźniej w ciągu miesiąca (art. 12 RODO).
letter_idle_subject = { $service }: Twoje konto zostanie usunięte
letter_idle = od dawna nie było Cię tutaj. Dnia { $on } usuniemy konto i Twoje dane. Jeśli chcesz je zachować, wystarczy, że się zalogujesz.
