### What stands in the drawings of a plan: the route of a day, the chart of a season.

## A day

day_title = Route: { $day }
day_summary = Sketch of the route: { $tours ->
    [one] { $tours } tour
   *[other] { $tours } tours
} from depot to depot, { $visits ->
    [one] { $visits } halt
   *[other] { $visits } halts
}. Below the sketch is a list of the halts in order.
tour_line = { $bus }: departs { $depart }, returns { $back }, { $way }
leg = { $from } → { $to }: { $minutes }, { $way }
way = { $km }.{ $tenth } km
depot = Depot
north = N
kilometres = { $count } km
metres = { $count } m
estimated_travel = Times and distances are estimates.
estimated_point = Broken ring: place only estimated.

## A season

season_title = Plan of the season: { $season }
season_summary = Chart: stops in rows, days in columns. { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}, from { $first } to { $last }. The list of visits says the same day by day.
got_of = { $got } of { $wanted }
asked = visit
fixed = visit fixed by people
at_event = part in an event
moved = visit moved (another time was announced)
left = announced time at which there will be no visit
closed = day without a drive
waiting = wait for a visit (number: days of the longest)
visit = { $day }, { $hours }, { $stop }, { $bus }: { $kind }
visit_at_event = { $day }, { $hours }, { $stop }, { $bus }: { $kind } ({ $event })
left_on = { $day }, { $stop }: { $kind }
closed_on = { $day }: { $reason }
