### People of the crew: the coordinator's pages, links that work once, and one's own page.

## The list

tab_people = Osoby
people_heading = Osoby
people_help = Kto może jechać, komu czego brakuje i co się kończy w ciągu 30 dni.
add_person = Dodaj osobę
nobody_yet = Nie ma jeszcze nikogo.
nothing_missing = komplet dokumentów
missing_now = Brakuje:
ends_soon = Kończy się w ciągu 30 dni:
inactive = konto wyłączone
no_password = jeszcze bez hasła
awaits_approval = czeka na zgodę
without_role = bez roli w załodze
minor = osoba niepełnoletnia
kind_text = { $kind ->
    [staff] osoba z ośrodka
    [volunteer] osoba z wolontariatu
   *[psu] prace społecznie użyteczne
}

## What lacks, told of somebody

lack_clearance = dopuszczenie do pracy z dziećmi
lack_clearance_until = dopuszczenie do pracy z dziećmi (było ważne do { $until })
lack_part_text = { $part ->
    [register] sprawdzenie w rejestrze RSPTS
    [certificate] zaświadczenie o niekaralności z KRK
   *[statements] oświadczenie o krajach zamieszkania
}
lack_part_until_text = { $part ->
    [register] nowe sprawdzenie w rejestrze RSPTS (poprzednie ważne do { $until })
    [certificate] nowe zaświadczenie z KRK (poprzednie ważne do { $until })
   *[statements] nowe oświadczenie (poprzednie ważne do { $until })
}
lack_standards = przeczytanie standardów ochrony małoletnich, wersja { $version }
lack_agreement = porozumienie
lack_agreement_until = porozumienie (poprzednie do { $until })
lack_agreement_from = porozumienie przed { $from }
lack_writing = podpisane porozumienie na piśmie
lack_insurance = ubezpieczenie NNW na { $on }
lack_consent = zgoda rodzica lub opiekuna
lack_consent_withdrawn = zgoda rodzica lub opiekuna (wycofana { $from })
lack_consent_outdated = zgoda na obecnym formularzu
ends_clearance = dopuszczenie do pracy z dziećmi: do { $until }
ends_part_text = { $part ->
    [register] sprawdzenie w rejestrze RSPTS: do { $until }
    [certificate] zaświadczenie z KRK: do { $until }
   *[statements] oświadczenie: do { $until }
}
ends_agreement = porozumienie: do { $until }
ends_role = rola „{ $role }”: do { $until }
ends_qualification = { $paper }: do { $until }

## The form

new_person = Nowa osoba
save = Zapisz
sign_in_section = Osoba i konto
name = Imię i nazwisko
email = Adres e-mail
phone = Telefon (nieobowiązkowo)
account_role = Uprawnienia konta
kind = Na jakiej podstawie pracuje
active = Konto działa
adult = Ma ukończone 18 lat
adult_help = Daty urodzenia osoby dorosłej nie przechowujemy.
born_on = Data urodzenia (tylko osoby niepełnoletniej)
roles_section = Role w załodze
held_no = nie
held_claimed = tylko zgłasza, nie sprawdzone
held_yes = tak, potwierdzam
held_training = uczy się
until_of = { $what }: ważne do (puste: bez końca)
qualifications_section = Kwalifikacje
tongues_section = Języki poza polskim
tongue_text = { $tongue ->
    [uk] ukraiński
    [ru] rosyjski
    [be] białoruski
    [en] angielski
    [de] niemiecki
   *[pso] polski język migowy
}
clearance_section = Dopuszczenie do pracy z dziećmi
clearance_help = Zapisujemy tylko, że dokument był i kiedy. Treści nie przepisujemy.
register_on = Sprawdzenie w rejestrze RSPTS: dzień
certificate_on = Zaświadczenie z KRK: z dnia
statements_on = Oświadczenie o krajach zamieszkania: dzień
standards_version = Przeczytane standardy: wersja
standards_on = Przeczytane standardy: dzień
held_until = Dopuszczenie ważne najdłużej do (puste: według zasad)
agreement_number = Porozumienie { $number }
agreement_new = Nowe porozumienie
row_help = Żeby usunąć wpis, wyczyść jego daty.
agreement_kind = Forma
kind_written = na piśmie
kind_oral = ustne
signed_on = Podpisane dnia
from_day = Od dnia
to_day = Do dnia
agreement_to = Do dnia (puste: do odwołania)
paper_on_file = Podpisany papier jest w aktach
insurance_number = Ubezpieczenie NNW { $number }
insurance_new = Nowe ubezpieczenie NNW
guardian_section = Rodzic lub opiekun i zgoda (tylko osoby niepełnoletnie)
guardian_name = Imię i nazwisko opiekuna
guardian_email = Adres e-mail opiekuna
consent_on = Zgoda z dnia
consent_version = Wersja tekstu zgody
withdrawn_on = Zgoda wycofana od dnia
standing = Opiekun i ośrodek zgadzają się z góry na każdy dyżur
person_saved = Zapisano.
person_added = Osoba jest dodana. Teraz wyślij jej zaproszenie.

## Faults

email_wrong = Wpisz adres e-mail, na przykład anna@example.pl.
email_taken = Jest już konto z tym adresem e-mail.
name_wrong = Wpisz od 1 do 100 znaków.
text_too_long = Wpisz najwyżej { $most } znaków w jednym wierszu.
choose_one = Wybierz jedną z możliwości.
date_wrong = Wpisz datę, na przykład 2027-07-01.
date_missing = Wpisz ten dzień.
date_future = Ten dzień jeszcze nie nastąpił.
number_wrong = Wpisz liczbę od 1.
born_missing = Wpisz datę urodzenia albo zaznacz, że osoba ma ukończone 18 lat.
born_adult = Ta osoba ma już 18 lat: zaznacz to, a datę usuniemy.
ends_before = Ten dzień jest przed pierwszym dniem.
held_too_short = Ten dzień jest przed dniem, w którym sprawdzono dokumenty.
clearance_first = Najpierw wpisz, kiedy sprawdzono dokumenty.
own_rights = Nie możesz odebrać uprawnień sobie: poproś inną osobę z koordynacji.
fault_other = Tego nie da się zapisać: { $detail }

## Two people changed the same person

conflict_heading = Ktoś zmienił dane tej osoby przed Tobą

## Links that work once

make_invitation = Utwórz link z zaproszeniem
make_invitation_help = Osoba sama ustawi hasło. Nowy link wyłącza poprzedni.
make_consent = Utwórz link do zgody opiekuna
make_consent_help = Opiekun przeczyta tekst zgody i odpowie bez konta. Nowy link wyłącza poprzedni.
links_section = Linki
invitation_made = Zaproszenie: { $name }
consent_made = Zgoda opiekuna: { $name }
link_once = Skopiuj ten link teraz: drugi raz go nie pokażemy. Działa do { $until }. Kto go ma, może z niego skorzystać, więc wyślij go tylko tej osobie.
link_sent = Wysyłamy go też na adres { $address }.
invitation_goes = Link pójdzie też na adres e-mail konta.
send_to = Wyślij link też na adres opiekuna (puste: nie wysyłaj)
send_to_help = Używamy tego adresu tylko do tej jednej wiadomości.
link_label = Link do skopiowania
back_to_person = Wróć do osoby
link_ended_heading = Ten link już nie działa
link_ended_help = Został użyty albo minął jego czas. Poproś koordynatora o nowy.
invitation_heading = Ustaw hasło
invitation_help = Logujesz się adresem { $email }. Po ustawieniu hasła konto działa od razu.
new_password = Hasło
new_password_help = Od { $least } do { $most } znaków, mogą być zwykłe słowa ze spacjami.
set_password = Ustaw hasło
password_length = Hasło musi mieć od { $least } do { $most } znaków.
password_common = To hasło każdy zgadnie jako jedno z pierwszych. Wymyśl inne.
password_is_email = Hasło nie może być Twoim adresem e-mail.
password_set_heading = Hasło jest ustawione
password_set_help = Możesz się już zalogować.

## A guardian's consent

guardian_heading = Zgoda rodzica lub opiekuna
guardian_intro = Tekst zgody, wersja { $version }:
consent_1_what = Zgadzam się na wolontariat przy wizytach Świetlicobusa. Osoba, której dotyczy zgoda: { $minor }.
consent_1_how = Na każdej wizycie jest osoba dorosła z ośrodka. Godziny i długość dyżurów są ograniczone wiekiem, a ośrodek zatwierdza każdy dyżur.
consent_1_data = Ośrodek przechowuje imię i nazwisko, adres e-mail, datę urodzenia (do ukończenia 18 lat), dyżury oraz to, że złożono dokumenty i kiedy.
consent_1_end = Zgodę można wycofać w każdej chwili: na tej stronie, dopóki link działa, albo u koordynatora. Od dnia wycofania dyżury nie są możliwe.
your_name = Imię i nazwisko opiekuna, czyli Twoje
your_name_wrong = Wpisz swoje imię i nazwisko, najwyżej 100 znaków.
agree = Zgadzam się
disagree = Nie zgadzam się
consent_given = Zgoda jest zapisana z dniem { $day }. Dziękujemy!
withdraw_consent = Wycofaj zgodę
consent_gone = Zgoda jest wycofana od dnia { $day }. Żeby dać ją jeszcze raz, poproś koordynatora o nowy link.
consent_refused = Zapisaliśmy, że nie ma zgody. Jeśli zmienisz zdanie, poproś koordynatora o nowy link.

## One's own page

tab_me = Moje
me_heading = Moje dane
my_missing = Czego mi brakuje do dyżurów
standards_help = Przeczytaj standardy ochrony małoletnich, które daje ośrodek, i potwierdź to tutaj.
standards_button = Przeczytałam lub przeczytałem standardy, wersja { $version }
wishes_heading = Kiedy i gdzie mogę
wishes_help = To podpowiedź dla układającego dyżury. Jeśli nic nie zaznaczysz, pasuje wszystko.
mornings = Przed południem mogę
afternoons = Po południu mogę
away_heading = Nie ma mnie
away_from = Od dnia
away_to = Do dnia
how_many = Ile wizyt
visits_label = Najwięcej wizyt w sezonie (puste: bez granicy)
number_between = Wpisz liczbę od 1 do { $most }.
estates_liked = Osiedla, na których lubię być
kept_heading = Co o mnie zapisano
kept_help = To wszystko, co widzi koordynator. Jeśli coś się nie zgadza, powiedz mu o tym.
export = Pobierz wszystkie swoje dane (JSON)
wishes_saved = Zapisano, kiedy i gdzie możesz.
standards_read = Zapisano, że znasz standardy.
standards_changed = Obowiązuje inna wersja standardów. Przeczytaj ją i potwierdź jeszcze raz.
