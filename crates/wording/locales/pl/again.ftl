### A plan in the calendar, a plan compared with another, "what if", alternatives of a visit.

## The calendar of a plan

calendar_heading = Kalendarz planu
calendar_help = Dotknij dnia, żeby zobaczyć trasę i godziny.
week = Tydzień: { $days }
chart_heading = Wykres sezonu
chart_help = Wykres przewija się w bok.
chart_names = Przystanki na wykresie
day_page = { $day }: trasa i postoje
back_to_plan = Cały plan
earlier_day = Wcześniejszy dzień
later_day = Późniejszy dzień
route_heading = Trasa
stops_heading = Postoje
tour = Wyjazd { $depart }, powrót { $back }
drive = Dojazd: { $length }
published_visit = Szczegóły ogłoszonej wizyty
event_reason = Udział w wydarzeniu: { $event }
pin_reason = Termin ustalony przez ludzi

## What a plan is

kind = { $kind ->
    [what-if] Próba: co by było, gdyby
    [replan] Plan po zmianie
   *[solve] Plan od początku
}
kind_tag = { $kind ->
    [what-if] próba
   *[replan] po zmianie
}
what_if_note = To tylko próba. Zamówienia, przystanki i ustawienia sezonu są takie, jak były.
replan_note = To, co ogłoszone, zostaje na miejscu, gdzie tylko się da. Zmiana nie jest wpisana w dane sezonu: jeśli ma trwać, wpisz ją tam, zanim ułożysz następny plan.
changes_heading = Co jest inaczej
from_plan = Plan, od którego wychodzi ta próba
close_day = { $day }: autobus nie wyjeżdża.
bus_away = Autobus { $bus } nie jeździ: { $days }.
cancel_visit = Nie ma wizyty: { $stop }, { $day }.
add_stop = Nowy przystanek: { $stop }.
add_event = Nowe wydarzenie: { $event }, { $day }.
longer_service = { $stop }: każda wizyta trwa { $length }.
change_request = { $stop }: inne zamówienie.
relaxed = { $stop }. { $how }

relax = Co by było, gdyby?
relax_name = Co by było, gdyby: { $stop }, { $reason }
relax_help = Przycisk układa plan na próbę, z tą jedną zasadą złagodzoną. Nic się od tego nie zmienia.
apply = Wpisz tę zmianę na stałe
apply_help = Zmiana trafi do zamówienia albo do danych przystanku. Potem ten plan można ogłosić.
by_hand = Żeby tak było naprawdę, zmień { $place ->
    [hours] godziny tego miejsca w danych przystanku
    [events] wydarzenia
    [stops] listę przystanków
   *[settings] ustawienia sezonu (dni, godziny, autobusy)
}, a potem ułóż nowy plan.
not_publishable = Tego planu nie można teraz ogłosić: łamie zasady sezonu.
obstacle = Przeszkoda: { $detail }.
throw_away = Nie chcesz tego planu? Nic nie musisz robić: próba nikogo nie obowiązuje.

## What changes

differs_from_base = Co by się zmieniło
differs_from_published = Co się zmieni dla mieszkańców
nothing_differs = Żadna wizyta się nie zmienia.
no_use = Sama ta zmiana nic nie daje: na dni, które zostały, plan wychodzi ten sam.
moved_heading = Przeniesione: { $count }
added_heading = Nowe: { $count }
removed_heading = Odpadają: { $count }
kept_line = Bez zmian: { $count }
visit_line = { $stop }: { $when }
moved_line = { $stop }: { $from } → { $to }
with_bus = { $line } (autobus: { $bus })
before = Przedtem
after = Po zmianie
figure = Liczba
figure_missing = Brakujące wizyty
figure_duty = Najdłuższy dzień załogi

## Alternatives

alternatives_heading = Gdzie indziej ta wizyta by się zmieściła
alternatives_help = Najtańsze inne terminy, przy wszystkich zasadach i pozostałych wizytach bez zmiany dnia.
no_alternative = Zasady nie zostawiają innego miejsca wśród pozostałych wizyt.
of_event = Ta wizyta należy do wydarzenia: jest tam i wtedy, gdzie ono ({ $event }).
of_people = Termin tej wizyty ustalili ludzie. Plan jej nie przenosi, ale możesz to zrobić tu.
no_longer_allowed = Dzisiejsze zasady nie dopuszczają tej wizyty. Ułóż nowy plan.
as_good = Ocena planu się nie zmienia.
worse = Gorzej: { $list }.
better = Lepiej: { $list }.
part = { $group } ({ $points })
shifts = Przesunie godziny: { $count ->
    [one] { $count } inna wizyta
    [few] { $count } inne wizyty
    [many] { $count } innych wizyt
   *[other] { $count } innej wizyty
}.
other_bus = Innym autobusem ({ $bus }): tego formularz nie zrobi, ułóż nowy plan.
take = Wpisz ten termin do formularza
take_name = Wpisz do formularza: { $when }

## Planned again from a page

replan_heading = Coś wypadło?
replan_help = Ogłoszone wizyty zostają na miejscu, gdzie tylko się da. Reszta przesuwa się jak najmniej.
replan_day = Dzień bez autobusu
replan_start = Ułóż plan po zmianie
