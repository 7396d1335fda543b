### What a plan costs, and why something asked for is missing in it.

## What the objective is made of

group_text = { $group ->
    [hard-rules] broken rules
    [unserved-least] missing visits without which the request makes no sense
    [announced-moved] published visits on another day
    [unserved-wanted] missing visits above the least number
    [fairness] too long a wait for a visit
    [preferences] days and hours other than the favourite ones
    [travel] driving
   *[spread] uneven work on different days
}

points_text = { $count } pts

## One rule stands in the way, and how little would do

least_gap = The least spacing between visits is too large (days: { $asked }). It is enough to have { $enough ->
    [one] { $enough } day
   *[other] { $enough } days
}.
most_gap = The largest spacing between visits is too small (days: { $asked }). It is enough to have { $enough ->
    [one] { $enough } day
   *[other] { $enough } days
}.
most_gap_unlimited = The largest spacing between visits is too small (days: { $asked }). It is enough to lift this limit.
first_and_last = The date of the first or last visit stands in the way. It is enough to lift it.
first_and_last_within = The date of the first or last visit stands in the way. It is enough to have a spacing of { $enough ->
    [one] { $enough } day
   *[other] { $enough } days
}.
block_days = The block of days in one place is too long (days: { $asked }). It is enough to have { $enough ->
    [one] { $enough } day
   *[other] { $enough } days
}.
off_cycle = The fixed rhythm stands in the way: a visit every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
}. It is enough to depart from it.
any_weekday = The visits are to be always on the same weekday. It is enough to give that up.
any_start = The visits are to start always at the same time. It is enough to give that up.
together = This place is kept apart from others. It is enough to allow the same day and week as: { $stops }.
weekdays = The request rules out some weekdays. It is enough to allow: { $weekdays }.
site_hours = The place is open to us for too short a time. It is enough to have longer before and after its hours: { $length }.
site_open = The place is closed then. It is enough to open it: { $days }.
permission = The permission to park ends too early. It is enough to extend it to { $until }.
events = An event in town stands in the way. It is enough to come all the same: { $events }.
open_days = The bus does not run then. It is enough to go out also: { $days }.
bus_hours = The bus runs for too short a time. It is enough to run longer in the morning and in the evening: { $length }.
duty = The crew’s working day is too short. It is enough to have longer: { $length }.
driving = The bus’s driving time in a day is too short. It is enough to have longer: { $length }.
capacity = The bus carries too little on one tour. It is enough to have this much more room: { $more }.
range = The bus’s range is too small for one tour. It is enough to go farther: { $distance }.
breaks = The crew’s breaks stand in the way. It is enough to have breaks shorter by this much: { $length }.
forbidden_hours = The request rules out some hours. It is enough to allow them.
capability = The place needs a bus with this equipment: { $needs }. It is enough to give that up, or to have a second bus like it.
visit_length = The visit is too long: { $asked }. It is enough to have: { $enough }.
another_bus = The bus is busy in other places then. It is enough to have a second bus: { $days }.

## No single rule

several_rules = Changing one rule is not enough. Together these are enough: { $rules }.
rule_text = { $rule ->
    [least-gap] least spacing between visits
    [most-gap] largest spacing between visits
    [block] length of a block of days
    [cycle] fixed rhythm every few weeks
    [same-weekday] always the same weekday
    [same-start] always the same time
    [apart] places kept apart
    [weekdays] weekdays ruled out
    [site-hours] hours of the place
    [permission] permission to park
    [event] event in town
    [closed-day] days on which the bus does not go out
    [bus-hours] hours of the bus
    [duty] the crew’s working day
    [driving] driving time in a day
    [capacity] capacity of the bus
    [range] range of the bus on one tour
    [breaks] breaks of the crew
    [forbidden-hours] hours ruled out
    [capability] equipment of the bus that the place needs
    [visit-length] length of the visit
   *[season-full] bus busy elsewhere
}
out_of_reach = The drive there and back together with the visit does not fit into any day.
