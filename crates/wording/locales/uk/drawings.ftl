### What stands in the drawings of a plan: the route of a day, the chart of a season.

## A day

day_title = Маршрут: { $day }
day_summary = Ескіз маршруту: { $tours ->
    [one] { $tours } рейс
    [few] { $tours } рейси
    [many] { $tours } рейсів
   *[other] { $tours } рейсу
} від бази до бази, { $visits ->
    [one] { $visits } стоянка
    [few] { $visits } стоянки
    [many] { $visits } стоянок
   *[other] { $visits } стоянки
}. Під ескізом є список стоянок по черзі.
tour_line = { $bus }: виїзд { $depart }, повернення { $back }, { $way }
leg = { $from } → { $to }: { $minutes }, { $way }
way = { $km },{ $tenth } км
depot = База
north = Пн
kilometres = { $count } км
metres = { $count } м
estimated_travel = Час і відстані оціночні.
estimated_point = Переривчастий обідок: місце лише оцінено.

## A season

season_title = План сезону: { $season }
season_summary = Діаграма: зупинки в рядках, дні у стовпцях. { $visits ->
    [one] { $visits } візит
    [few] { $visits } візити
    [many] { $visits } візитів
   *[other] { $visits } візиту
}, від { $first } до { $last }. Те саме день за днем говорить список візитів.
got_of = { $got } з { $wanted }
asked = візит
fixed = візит, визначений людьми
at_event = участь у події
moved = візит перенесено (оголошено інший час)
left = оголошений час, у який візиту не буде
closed = день без виїзду
waiting = очікування візиту (число: днів найдовшого)
visit = { $day }, { $hours }, { $stop }, { $bus }: { $kind }
visit_at_event = { $day }, { $hours }, { $stop }, { $bus }: { $kind } ({ $event })
left_on = { $day }, { $stop }: { $kind }
closed_on = { $day }: { $reason }
