### What stands in the drawings of a plan: the route of a day, the chart of a season.

## A day

day_title = Trasa: { $day }
day_summary = Szkic trasy: { $tours ->
    [one] { $tours } przejazd
    [few] { $tours } przejazdy
    [many] { $tours } przejazdów
   *[other] { $tours } przejazdu
} z bazy do bazy, { $visits ->
    [one] { $visits } postój
    [few] { $visits } postoje
    [many] { $visits } postojów
   *[other] { $visits } postoju
}. Pod szkicem jest lista postojów po kolei.
tour_line = { $bus }: wyjazd { $depart }, powrót { $back }, { $way }
leg = { $from } → { $to }: { $minutes }, { $way }
way = { $km },{ $tenth } km
depot = Baza
north = N
kilometres = { $count } km
metres = { $count } m
estimated_travel = Czasy i odległości są szacunkowe.
estimated_point = Przerywana obwódka: miejsce tylko oszacowane.

## A season

season_title = Plan sezonu: { $season }
season_summary = Wykres: przystanki w wierszach, dni w kolumnach. { $visits ->
    [one] { $visits } wizyta
    [few] { $visits } wizyty
    [many] { $visits } wizyt
   *[other] { $visits } wizyty
}, od { $first } do { $last }. To samo dzień po dniu mówi lista wizyt.
got_of = { $got } z { $wanted }
asked = wizyta
fixed = wizyta ustalona przez ludzi
at_event = udział w wydarzeniu
moved = wizyta przeniesiona (ogłoszono inny termin)
left = termin ogłoszony, w którym wizyty nie będzie
closed = dzień bez wyjazdu
waiting = czekanie na wizytę (liczba: dni najdłuższego)
visit = { $day }, { $hours }, { $stop }, { $bus }: { $kind }
visit_at_event = { $day }, { $hours }, { $stop }, { $bus }: { $kind } ({ $event })
left_on = { $day }, { $stop }: { $kind }
closed_on = { $day }: { $reason }
