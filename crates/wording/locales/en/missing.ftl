### In place of a page that is not there, or no more.

estate_heading = We do not know this estate
stop_heading = We do not know this stop
visit_heading = We do not know this visit
page_heading = There is no such page
former_visit_heading = This visit was in another season
former_stop_heading = The bus does not come here any more
former_visit = This was a visit of the season “{ $season }”: { $stop }, { $day }.
former_stop = The stop “{ $stop }” is not in the timetable any more.
mistyped = The address may have changed or been mistyped.
nearest = Did you mean:
look = Search by name, or choose your estate from the list.
now_at = Visits this season: { $stop }
