### Why staff was told "no", what a form lacks, and what an action did.

## A visit that is to be moved

closed_day = { $day }: tego dnia autobus nie wyjeżdża. Powód: { $reason }.
public_holiday = { $day }: tego dnia jest święto ({ $name }).
weekday_off = { $day }: w ten dzień tygodnia załoga nie pracuje.
outside_hours = Od przyjazdu do odjazdu: { $hours }. To wykracza poza godziny pracy załogi.
permission_ended = Zgoda na postój w tym miejscu kończy się wcześniej: { $until }.
stop_closed = Miejsce nie jest wtedy dostępne: { $day }, { $hours }.
bus_elsewhere = Autobus stoi tego dnia gdzie indziej: { $hours }.
visit_past = Ta wizyta już się odbyła. Tego, co było, nie zmieniamy.
move_anyway = Przenieś mimo to
move_anyway_help = Decyzję i jej powód zapiszemy.

## A plan

plan_ended = Układanie tego planu skończyło się wcześniej.
no_plan_yet = Planista nie znalazł jeszcze żadnego planu. Poczekaj chwilę albo ułóż nowy plan.
plan_not_ready = Ogłosić można tylko gotowy plan.
bus_not_running = Autobus wtedy nie jeździ.
event_keeps_away = O tej porze autobus nie może tam stanąć: { $event }.
nothing_to_replan = Żaden plan tego sezonu nie jest jeszcze ogłoszony. Ułóż plan od początku.
change_by_hand = Tej zmiany nie da się wpisać w zamówienie ani w dane przystanku. Zmień ustawienia sezonu albo wydarzenia.
change_applied = Zmiana jest wpisana. Od teraz obowiązuje w każdym nowym planie.
plan_already_published = Ten plan jest już ogłoszony.
plan_no_longer_fits = Dane sezonu zmieniły się i plan już do nich nie pasuje. { $detail } Ułóż nowy plan.
stop_without_estate = Przystanek w planie nie ma osiedla ({ $detail }). Wpisz osiedle, żeby mieszkańcy go znaleźli.
season_fault = Błąd w danych sezonu: { $detail }

## Anything else

other = Powód: { $detail }
too_many_tries = Za dużo nieudanych prób. Spróbuj ponownie o { $time }.

## Forms

wrong_credentials = Adres e-mail albo hasło się nie zgadza.
email_missing = Wpisz adres e-mail.
password_missing = Wpisz hasło.
number_between = Wpisz liczbę od { $least } do { $most }.
whole_number = Wpisz liczbę całkowitą, na przykład 1.
day_missing = Wybierz dzień.
day_between = Wybierz dzień od { $first } do { $last }.
time_missing = Wpisz godzinę, na przykład 10:00.
time_does_not_fit = O tej godzinie wizyta z rozkładaniem i składaniem nie mieści się w dniu.
reason_length = Napisz powód: od { $least } do { $most } znaków.
text_length = Skróć tekst: zmieści się najwyżej { $most } znaków.
confirm_missing = Zaznacz, że ogłaszasz ten plan.
length_stays = Długość wizyty, rozkładanie i składanie się nie zmienią.

## What an action did

signed_up = Masz ten dyżur. Dziękujemy!
signed_up_before = Ten dyżur masz już od wcześniej.
waiting = Jesteś na liście oczekujących. Gdy zwolni się miejsce, damy znać.
requested = Zapis czeka na zgodę koordynatora.
declined = Miejsce dostanie następna osoba z listy.
assigned = Zapisane. Damy tej osobie znać.
rejected = Odmówiono. Damy tej osobie znać.
released = Miejsce jest wolne. Damy tej osobie znać.
written_down = Zapisane.
withdrawn = Zrezygnowano z dyżuru. Miejsce jest znowu wolne.
withdrawn_late = Zrezygnowano z dyżuru po terminie. Daj też znać koordynatorowi: czasu na zastępstwo jest mało.
reconfirmed = Nowy termin jest potwierdzony. Dziękujemy!
plan_stopped = Układanie planu jest zatrzymane.
plan_kept = Planista kończy na tym, co ma najlepszego. Za chwilę plan będzie gotowy.
published = Plan jest ogłoszony. Mieszkańcy widzą go na stronie i w kalendarzach.
visit_cancelled = Wizyta jest odwołana. Mieszkańcy już to widzą, a załoga jest zwolniona z dyżuru.
visit_moved = Wizyta ma nowy termin. Mieszkańcy już go widzą.
note_saved = Uwaga jest zapisana.
matrix_stored = Tabela czasów jazdy jest wgrana. Korzystają z niej nowe plany.
matrix_removed = Tabela czasów jazdy jest usunięta.
nothing_to_do = Nic nie trzeba było zmieniać: tak już jest.

## A conflict of two versions

row_when = Termin
row_state = Stan
row_reason = Powód
row_note = Uwaga dla rodziców
as_now = bez zmian
empty = (puste)
