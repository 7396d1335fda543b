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
until = Ważne do (puste: bez końca)
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
