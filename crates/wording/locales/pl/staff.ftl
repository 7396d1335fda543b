### The pages of the crew and of the coordinator.

## Shell

signed_in_as = { $name }, { $role }
sign_out = Wyloguj się
menu = Menu załogi
tab_today = Dzień
tab_shifts = Dyżury
tab_coordinator = Sezony
fix_heading = Popraw dane w formularzu
back = Wróć
optional = (nieobowiązkowe)

## Sign-in

sign_in = Zaloguj się
sign_in_help = Tu loguje się załoga: koordynatorzy, animatorzy i wolontariusze. Rodzice i dzieci nie potrzebują konta.
email = Adres e-mail
password = Hasło
demo_accounts = Konta pokazowe
demo_accounts_help = Te osoby są zmyślone i istnieją tylko w wersji pokazowej. Hasło jest jedno dla wszystkich:

## Day sheet

today_heading = Dzisiaj: { $day }
day_theme = Temat tygodnia: { $title }
day_closed = Tego dnia nie pracujemy: { $reason }.
no_stops_that_day = Tego dnia Świetlicobus nie wyjeżdża.
stops_that_day = { $count ->
    [one] { $count } przystanek, pierwszy przyjazd o { $time }.
    [few] { $count } przystanki, pierwszy przyjazd o { $time }.
    [many] { $count } przystanków, pierwszy przyjazd o { $time }.
   *[other] { $count } przystanku, pierwszy przyjazd o { $time }.
}
choose_day = Dzień
show = Pokaż
day_before = Dzień wcześniej
day_after = Dzień później
arrival = Przyjazd
set_up = Rozkładanie
for_children = Zajęcia dla dzieci
departure = Odjazd
break_line = Przerwa załogi: { $hours }
bus = Autobus: { $name }
navigate = Prowadź do przystanku
route_in_browser = Trasa w OpenStreetMap
no_point = Nie ma punktu na mapie: jedź według adresu.
place_facts = O miejscu
surface_text = { $surface ->
    [paved] podłoże: asfalt lub kostka
    [gravel] podłoże: żwir
    [grass] podłoże: trawa
    [sand] podłoże: piasek
    [safety] podłoże: miękka nawierzchnia
   *[mixed] podłoże: różne
}
power_text = { $is ->
    [yes] jest prąd
   *[no] nie ma prądu
}
crew = Załoga
crew_line = { $name }, { $role }
crew_line_to_reconfirm = { $name }, { $role } (jeszcze nie potwierdza nowego terminu)
missing_crew = { $count ->
    [one] Brakuje { $count } osoby: { $role }
    [few] Brakuje { $count } osób: { $role }
    [many] Brakuje { $count } osób: { $role }
   *[other] Brakuje { $count } osoby: { $role }
}
nobody_yet = Nikt się jeszcze nie zapisał.

## Shifts

shifts_heading = Dyżury
to_answer = Czeka na Twoją odpowiedź
time_moved = Ta wizyta zmieniła termin. Potwierdź nowy albo zrezygnuj.
place_offered = Jest wolne miejsce i trzymamy je dla Ciebie.
answer_by = Odpowiedz do: { $time }. Potem miejsce dostanie kto inny.
accept = Biorę ten dyżur
accept_shift = Biorę ten dyżur: { $shift }
decline = Nie tym razem
decline_shift = Nie tym razem: { $shift }
waiting_shifts = Lista oczekujących i zapisy do zatwierdzenia
waiting_turn = Miejsce na liście oczekujących: { $turn }
waiting_for_staff = Czeka na zgodę koordynatora
first_takes = Do dyżuru mało czasu: wolne miejsce dostaje, kto pierwszy potwierdzi.
leave_list = Wypisz mnie z listy
leave_list_of = Wypisz mnie z listy: { $shift }
wait_for = Zapisz mnie na listę oczekujących
wait_for_shift = Zapisz mnie na listę oczekujących: { $shift }
people_waiting =
    { $count ->
        [0] Nikt jeszcze nie czeka na miejsce.
        [one] Na miejsce czeka { $count } osoba.
        [few] Na miejsce czekają { $count } osoby.
        [many] Na miejsce czeka { $count } osób.
       *[other] Na miejsce czeka { $count } osoby.
    }
others_come = Będą też: { $names }
in_training = Jedziesz, żeby się nauczyć: nie liczysz się do załogi.
was_before = Wcześniej: { $day }, { $time }
my_shifts = Moje dyżury
no_my_shifts = Nie masz jeszcze dyżurów.
open_shifts = Możesz się zapisać
no_open_shifts = Nie ma teraz dyżurów, na które możesz się zapisać.
other_shifts = Na te dyżury teraz się nie zapiszesz
other_shifts_help = Przy każdym dyżurze są wszystkie powody.
why_not = Dlaczego nie?
sign_up = Zapisz się
sign_up_for = Zapisz się: { $shift }
withdraw = Zrezygnuj
withdraw_from = Zrezygnuj: { $shift }
confirm = Potwierdzam nowy termin
confirm_shift = Potwierdzam nowy termin: { $shift }
withdraw_by = Zrezygnować możesz do: { $time }
withdraw_late = Termin rezygnacji minął. Jeśli musisz zrezygnować, daj też znać koordynatorowi.
day_sheet = Plan tego dnia
shifts_until = Dyżury do { $day }.
half_day = Pora dnia
whole_day = cały dzień
half = { $half ->
    [rano] rano
   *[popoludnie] po południu
}
no_filter = Wszystkie dyżury
more_shifts = Pokaż też dyżury do { $day }
shift_name = { $day }, { $time }, { $stop }
shift_role = Rola: { $role }
children_from_to = Zajęcia dla dzieci: { $hours }

## Seasons

seasons = Sezony
no_seasons = Nie ma jeszcze żadnego sezonu. Wczytaj pliki sezonu poleceniem „swietlicobus import”.
published_release = Wydanie { $number } ogłoszone
not_published = Jeszcze nieogłoszony
figure_visits = wizyty
figure_stops = przystanki
figure_estates = osiedla z wizytą
figure_days = dni z wyjazdem
figure_places = miejsca na dyżurach
figure_filled = zajęte miejsca
figure_distance = trasa w sezonie
figure_driving = czas jazdy
figure_unmet = niespełnione zamówienia
kilometres = { $count } km
hours = { $count } godz.
out_of = { $part } z { $whole }
gaps = Braki w załodze
no_gaps = Wszystkie dyżury mają komplet osób.
all_gaps = { $count ->
    [one] Przy { $count } wizycie brakuje osób.
    [few] Przy { $count } wizytach brakuje osób.
    [many] Przy { $count } wizytach brakuje osób.
   *[other] Przy { $count } wizyty brakuje osób.
}
releases = Wydania rozkładu
release = Wydanie { $number }
published_at = Ogłoszone: { $time }
to_plans = Plany sezonu
to_visits = Wizyty sezonu
plans_heading = Plany: { $season }

## Plans

start_plan = Ułóż nowy plan
start_plan_help = Plan to szkic. Mieszkańcy zobaczą go dopiero, gdy go ogłosisz.
seconds = Ile sekund szukać
seconds_help = Od 1 do 600. Dłużej znaczy zwykle lepiej, ale nie zawsze.
seed = Ziarno losowania
seed_help = Ta sama liczba daje przy tych samych danych ten sam plan.
start = Ułóż plan
all_plans = Dotychczasowe plany
no_plans = Nie ma jeszcze żadnego planu.
plan_of = Plan z { $time }
plan_state_text = { $state ->
    [queued] czeka w kolejce
    [running] układa się
    [ready] gotowy
    [cancelled] zatrzymany
   *[failed] nieudany
}
plan_state_help_text = { $state ->
    [queued] Plan czeka na swoją kolej. Zacznie się układać za chwilę.
    [running] Układamy plan. Możesz zamknąć tę stronę, praca trwa dalej.
    [ready] Plan jest gotowy i sprawdzony.
    [cancelled] Układanie zostało zatrzymane. Ogłoszony rozkład się nie zmienił.
   *[failed] Planu nie udało się ułożyć. Ogłoszony rozkład się nie zmienił.
}
progress = Postęp układania planu
progress_line = Sprawdzone układy: { $iterations }. W najlepszym planie: { $placed ->
    [one] { $placed } wizyta
    [few] { $placed } wizyty
    [many] { $placed } wizyt
   *[other] { $placed } wizyty
}, zamówienia jeszcze nie w pełni spełnione: { $unmet }.
seconds_left = { $count ->
    [one] Jeszcze około { $count } sekundy.
    [few] Jeszcze około { $count } sekund.
    [many] Jeszcze około { $count } sekund.
   *[other] Jeszcze około { $count } sekundy.
}
refreshing = Strona odświeża się sama.
stop_plan = Zatrzymaj układanie
keep_plan = Weź najlepszy dotąd plan
keep_plan_help = Bierzesz najlepszy plan, jaki dotąd znaleźliśmy. Będzie od razu gotowy i sprawdzony; ogłosisz go albo nie.
best_stored = Najlepszy dotąd plan jest zapisany i nie przepadnie, także gdy serwer stanie.
plan_failed = Powód: { $reason }
result = Wynik
fair_heading = Jak plan dzieli wizyty między osiedla
fair_help = Najpierw osiedla, które dostają najmniej. 100% to tyle wizyt na te same potrzeby, ile wypada średnio w całym mieście. Dni bez wizyty: najdłuższe czekanie.
fair_share = wobec potrzeb
fair_wait = dni bez wizyty
fair_nobody = nie prosi
percent = { $count }%
skipped_heading = Opuszczone kolejki
skipped_help = Te przystanki mają stały rytm, ale w te dni autobus do nich nie przyjedzie. Następna wizyta jest dopiero w kolejnym terminie.
day_because = { $day } ({ $why })
on_this_page = Na tej stronie
breakdown = Z czego składa się ocena
breakdown_help = Punkty służą do porównania z innym planem tego sezonu: im mniej, tym lepiej. Liczą się od góry, a droga, ulubione terminy i nierówna praca razem.
breakdown_what = Składnik
breakdown_value = Wartość
unmet = Czego nie udało się spełnić
unmet_help = Przy każdym powodzie sprawdziliśmy, że jego zniesienie naprawdę pomaga.
all_met = Wszystkie zamówienia wizyt są spełnione.
unmet_line = { $wanted ->
    [one] { $stop }: { $got } z { $wanted } wizyty
    [few] { $stop }: { $got } z { $wanted } wizyt
    [many] { $stop }: { $got } z { $wanted } wizyt
   *[other] { $stop }: { $got } z { $wanted } wizyty
}
unmet_least = { $least ->
    [one] Najmniej potrzebna jest { $least } wizyta.
    [few] Najmniej potrzebne są { $least } wizyty.
    [many] Najmniej potrzebnych jest { $least } wizyt.
   *[other] Najmniej potrzebne są { $least } wizyty.
}
plan_days = Zobacz plan dzień po dniu
publish_heading = Ogłoś ten plan
publish_help = Powstanie wydanie { $number }. Mieszkańcy zobaczą je od razu na stronie i w kalendarzach, a osoby z przeniesionych dyżurów dostaną pytanie, czy nowy termin im pasuje.
publish_confirm = Tak, ogłaszam ten plan mieszkańcom
publish = Opublikuj
already_published = Ten plan jest ogłoszony jako wydanie { $number }.

## Visits

visits_heading = Wizyty: { $season }
filter = Wybierz wizyty
from_day = Od dnia
estate = Osiedle
all_estates = wszystkie
state = Stan
all_states = wszystkie
shown_of = { $total ->
    [one] Widać { $shown } z { $total } wizyty.
    [few] Widać { $shown } z { $total } wizyt.
    [many] Widać { $shown } z { $total } wizyt.
   *[other] Widać { $shown } z { $total } wizyty.
}
no_such_visits = Żadna wizyta nie pasuje do wyboru.
crew_filled = Załoga: { $filled } z { $places }
reason_line = Powód: { $reason }
approximate = Sprawdź na miejscu: { $certainty }.
change = Zmień
change_visit = Zmień: { $visit }
cancel_heading = Odwołaj
cancel_help = { $people ->
    [0] Nikt z załogi nie jest zapisany na tę wizytę. Wizyta zostanie w rozkładzie jako odwołana.
    [one] Z dyżuru zwolnimy { $people } zapisaną osobę. Wizyta zostanie w rozkładzie jako odwołana.
    [few] Z dyżurów zwolnimy { $people } zapisane osoby. Wizyta zostanie w rozkładzie jako odwołana.
    [many] Z dyżurów zwolnimy { $people } zapisanych osób. Wizyta zostanie w rozkładzie jako odwołana.
   *[other] Z dyżurów zwolnimy { $people } zapisanej osoby. Wizyta zostanie w rozkładzie jako odwołana.
}
reason = Powód
reason_help = Przeczytają go rodzice, na przykład: burza nad miastem.
cancel_visit = Odwołaj wizytę
already_cancelled = Wizyta jest odwołana. Powód: { $reason }
move_heading = Przenieś
move_help = { $people ->
    [0] Nikt z załogi nie jest zapisany na tę wizytę.
    [one] { $people } zapisaną osobę zapytamy, czy nowy termin jej pasuje.
    [few] { $people } zapisane osoby zapytamy, czy nowy termin im pasuje.
    [many] { $people } zapisanych osób zapytamy, czy nowy termin im pasuje.
   *[other] { $people } zapisanej osoby zapytamy, czy nowy termin im pasuje.
}
new_day = Nowy dzień
new_start = Od godziny
restore_heading = Przywróć w nowym terminie
restore_visit = Przywróć wizytę
visit_over = Ta wizyta już się odbyła, więc nie można jej odwołać ani przenieść.
move_visit = Przenieś wizytę
note_heading = Uwaga dla rodziców
note_label = Treść uwagi
note_help = Krótko, bez nazwisk. Puste pole usuwa uwagę.
save_note = Zapisz uwagę
public_page = Zobacz stronę dla rodziców
conflict_heading = Ktoś zmienił tę wizytę przed Tobą
conflict_help = Nic nie zostało nadpisane. Porównaj obie wersje i zdecyduj.
conflict_what = Co
conflict_now = Jest teraz
conflict_yours = Twoja zmiana
conflict_keep = Zostaw tak, jak jest teraz
conflict_send = Wprowadź moją zmianę

## The crew board

board_heading = Załoga dyżuru
board_visit = Wizyta: { $stop }
board_members = Zapisani
board_training = uczy się, nie liczy się do załogi
board_answer_by = Odpowiedź do: { $time }
board_approve = Zatwierdź
board_approve_name = Zatwierdź: { $name }
board_reject = Odmów
board_reject_name = Odmów: { $name }
board_came = Jest na miejscu
board_came_name = Jest na miejscu: { $name }
board_attended = Zalicz godziny
board_attended_name = Zalicz godziny: { $name }
board_missed = Nie było
board_missed_name = Nie było: { $name }
board_release = Zwolnij z dyżuru
board_release_name = Zwolnij z dyżuru: { $name }
board_free = Kogo można poprosić
board_free_help = Po „Zaproponuj” miejsce czeka na odpowiedź. „Zgodził(a) się” zapisuje od razu.
board_nobody_free = Nikt więcej nie może teraz wziąć tego dyżuru.
board_offer = Zaproponuj
board_offer_name = Zaproponuj: { $name }
board_agreed = Zgodził(a) się
board_agreed_name = Zgodził(a) się: { $name }
board_refused = Kto nie może i dlaczego
board_anyway = Powód odstępstwa
board_anyway_help = To zasady ośrodka, nie prawa. Powód zostaje w dzienniku.
board_open = Załoga: { $role }
