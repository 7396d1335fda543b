### The frame of every page, and the public pages.

app_name = Happy Day-room Bus
tagline = The day room on wheels comes to your estate
window_title = { $page } – Radosny Świetlicobus
skip_to_content = Skip to content
pretended_day = Demo: we pretend that it is { $day }.
example_plan = These dates are an example, not a real timetable.
whole_season = The whole season
town_calendar = Calendar of the whole town
for_crew = For the crew
footer_label = Bottom of the page
language_label = Language

home_heading = When does the bus come?
search_label = Find your estate, stop or street
search_hint = The first letters are enough, for example: lazek. You do not need Polish letters.
search = Search
next_visit = Next visit
coming_days = The next days
later_visits = Later visits
estates = Estates
stops = Stops
until = to { $time }
estate = { $name } estate
free_entry = Free admission
no_signup_needed = No need to sign up

map_heading = Map of the stops
map_help = A sketch, not an exact map. The stops behind the numbers are in the list beside it.
map_label = Sketch of the town with the numbers of the stops; the same stops are in the list
map_unplaced = Location unknown
near_me = Nearest to me
near_failed = The phone did not tell its position. Choose an estate from the list.
keep_stop = Remember this stop
keep_estate = Remember this estate
kept = Remembered on this phone. Forget it
my_stops = My stops
here_now = here now
offline = No internet: data from %.
changed_since = The timetable has changed since you last looked. See what has changed

note = Please note: { $note }
reason = Reason:
over = Over

nothing_found_help = Check the spelling, type fewer letters or choose an estate from the list.

place = Place
address = Address
kind = Kind of place
estate_label = Estate
directions = How to get there
open_map = Show on the phone’s map
route_in_browser = Route in OpenStreetMap
hours = Hours
day = Day
cancelled_ones = Cancelled visits
earlier_visits = Earlier visits

town_events = Other events in town
estate_events = Other events in the estate
without_bus = without the bus
joint_event = Together with
guests_label = Guests and partners
bring_label = Worth bringing
theme_of_week = Theme of the week
next_at = Next: { $when }
status = Status
moved_from_label = First announced for
next_here = Next visit at this place
all_at_stop = All visits at this place

preparing_heading = The plan is being prepared
preparing_help = No dates have been announced yet. Come back in a while: they will appear on this page.
to_plans = Go to planning
not_found_heading = There is no such page
not_found_help = The address may have changed or has a typing mistake. Look for your estate or street on the home page.
not_allowed_heading = This page is for somebody else
not_allowed_help = Your account has no access to it. If this is a mistake, talk to the coordinator.
refused_heading = This cannot be done
refused_help = Nothing has been changed. The reasons:
conflict_heading = Somebody changed it before you
conflict_help = Nothing has been changed. Go back, look at the present data and try again.
stale_form_heading = The form is out of date
stale_form_help = Nothing has been changed. Go back, reload the page and send the form again.
busy_heading = Very busy just now
busy_help = Wait a few seconds, see whether the change has been saved, and if not, try again.
broken_heading = Something broke on our side
broken_help = It is our fault, not yours. Try again in a while; if it happens again, tell us the report number.
request_number = Report number: { $id }
to_home = Go to the home page
