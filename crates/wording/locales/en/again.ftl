### A plan in the calendar, a plan compared with another, "what if", alternatives of a visit.

## The calendar of a plan

calendar_heading = Calendar of the plan
calendar_help = Tap a day to see its route and hours.
week = Week: { $days }
chart_heading = Chart of the season
chart_help = The chart scrolls sideways.
chart_names = Stops on the chart
day_page = { $day }: route and stops
back_to_plan = The whole plan
earlier_day = Earlier day
later_day = Later day
route_heading = Route
stops_heading = Stops
tour = Out { $depart }, back { $back }
drive = Drive: { $length }
published_visit = Details of the published visit
event_reason = Part of an event: { $event }
pin_reason = Date set by people

## What a plan is

kind = { $kind ->
    [what-if] Trial: what if
    [replan] Plan after a change
   *[solve] Plan from the start
}
kind_tag = { $kind ->
    [what-if] trial
   *[replan] after a change
}
what_if_note = This is only a trial. The requests, stops and settings of the season are as they were.
replan_note = What has been published stays in place wherever possible. The change is not written into the data of the season: if it is to last, enter it there before you make the next plan.
changes_heading = What is different
from_plan = The plan that this trial starts from
close_day = { $day }: the bus does not go out.
bus_away = The bus { $bus } does not run: { $days }.
cancel_visit = No visit: { $stop }, { $day }.
add_stop = New stop: { $stop }.
add_event = New event: { $event }, { $day }.
longer_service = { $stop }: every visit takes { $length }.
change_request = { $stop }: another request.
relaxed = { $stop }. { $how }

relax = What if?
relax_name = What if: { $stop }, { $reason }
relax_help = The button makes a trial plan with this one rule relaxed. Nothing changes because of it.
apply = Make this change permanent
apply_help = The change will go into the request or the data of the stop. Then this plan can be published.
by_hand = To make it really so, change { $place ->
    [hours] the hours of this place in the data of the stop
    [events] the events
    [stops] the list of stops
   *[settings] the settings of the season (days, hours, buses)
}, and then make a new plan.
not_publishable = This plan cannot be published now: it breaks rules of the season.
obstacle = Obstacle: { $detail }.
throw_away = Do you not want this plan? You need not do anything: a trial binds nobody.

## What changes

differs_from_base = What would change
differs_from_published = What will change for residents
nothing_differs = No visit changes.
no_use = This change alone is of no use: for the days that are left the plan comes out the same.
moved_heading = Moved: { $count }
added_heading = New: { $count }
removed_heading = Dropped: { $count }
kept_line = Unchanged: { $count }
visit_line = { $stop }: { $when }
moved_line = { $stop }: { $from } → { $to }
with_bus = { $line } (bus: { $bus })
before = Before
after = After the change
figure = Figure
figure_missing = Missing visits
figure_duty = Longest day of the crew

## Alternatives

alternatives_heading = Where else this visit would fit
alternatives_help = The cheapest other times that keep all rules and leave the other visits on their days.
no_alternative = The rules leave no other place among the other visits.
of_event = This visit belongs to an event: it is where and when the event is ({ $event }).
of_people = People set the date of this visit. The plan does not move it, but you can do so here.
no_longer_allowed = Today’s rules do not allow this visit. Make a new plan.
as_good = The score of the plan does not change.
worse = Worse: { $list }.
better = Better: { $list }.
part = { $group } ({ $points })
shifts = Moves the hours of { $count ->
    [one] { $count } other visit
   *[other] { $count } other visits
}.
other_bus = With another bus ({ $bus }): the form cannot do this, make a new plan.
take = Put this time in the form
take_name = Put this time in the form: { $when }

## Planned again from a page

replan_heading = Has something come up?
replan_help = Published visits stay in place wherever possible. The rest moves as little as it can.
replan_day = Day without the bus
replan_start = Make a plan after the change
