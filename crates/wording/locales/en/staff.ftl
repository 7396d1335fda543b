### The pages of the crew and of the coordinator.

## Shell

signed_in_as = { $name }, { $role }
sign_out = Sign out
menu = Crew menu
tab_today = Day
tab_shifts = Shifts
tab_coordinator = Seasons
fix_heading = Correct the form
back = Back
optional = (optional)

## Sign-in

sign_in = Sign in
sign_in_help = The crew signs in here: coordinators, animators and volunteers. Parents and children need no account.
email = E-mail address
password = Password
demo_accounts = Demo accounts
demo_accounts_help = These people are made up and exist only in the demo. There is one password for all of them:

## Day sheet

today_heading = Today: { $day }
day_theme = Theme of the week: { $title }
day_closed = We do not work on this day: { $reason }.
no_stops_that_day = The bus does not drive on this day.
stops_that_day = { $count ->
    [one] { $count } stop, first arrival at { $time }.
   *[other] { $count } stops, first arrival at { $time }.
}
choose_day = Day
show = Show
day_before = A day earlier
day_after = A day later
arrival = Arrival
set_up = Setting up
for_children = Activities for children
departure = Departure
break_line = Break of the crew: { $hours }
bus = Bus: { $name }
navigate = Guide me to the stop
route_in_browser = Route in OpenStreetMap
no_point = There is no point on the map: drive by the address.
place_facts = About the place
surface_text = { $surface ->
    [paved] ground: tarmac or paving
    [gravel] ground: gravel
    [grass] ground: grass
    [sand] ground: sand
    [safety] ground: soft surface
   *[mixed] ground: mixed
}
power_text = { $is ->
    [yes] there is electricity
   *[no] there is no electricity
}
crew = Crew
crew_line = { $name }, { $role }
crew_line_to_reconfirm = { $name }, { $role } (has not confirmed the new time yet)
missing_crew = { $count ->
    [one] { $count } person missing: { $role }
   *[other] { $count } people missing: { $role }
}
nobody_yet = Nobody has signed up yet.

## Shifts

shifts_heading = Shifts
to_answer = Waiting for your answer
time_moved = This visit is at another time. Confirm the new one or withdraw.
place_offered = A place is free and we are holding it for you.
answer_by = Answer by: { $time }. After that the place goes to somebody else.
accept = I take this shift
accept_shift = I take this shift: { $shift }
decline = Not this time
decline_shift = Not this time: { $shift }
waiting_shifts = Waiting list and sign-ups to be approved
waiting_turn = Place on the waiting list: { $turn }
waiting_for_staff = Waits for the coordinator’s approval
first_takes = The shift is close: a free place goes to whoever confirms first.
leave_list = Take me off the list
leave_list_of = Take me off the list: { $shift }
wait_for = Put me on the waiting list
wait_for_shift = Put me on the waiting list: { $shift }
people_waiting =
    { $count ->
        [0] Nobody is waiting for a place yet.
        [one] { $count } person is waiting for a place.
       *[other] { $count } people are waiting for a place.
    }
others_come = Also coming: { $names }
in_training = You are coming to learn: you do not count towards the crew.
was_before = Before: { $day }, { $time }
my_shifts = My shifts
no_my_shifts = You have no shifts yet.
open_shifts = You can sign up
no_open_shifts = There are no shifts that you can sign up for now.
other_shifts = You cannot sign up for these shifts now
other_shifts_help = Every shift gives all the reasons.
why_not = Why not?
sign_up = Sign up
sign_up_for = Sign up: { $shift }
withdraw = Withdraw
withdraw_from = Withdraw: { $shift }
confirm = I confirm the new time
confirm_shift = I confirm the new time: { $shift }
withdraw_by = You can withdraw until: { $time }
withdraw_late = The time to withdraw has passed. If you have to withdraw, tell the coordinator too.
day_sheet = Plan of this day
shifts_until = Shifts until { $day }.
half_day = Part of the day
whole_day = whole day
half = { $half ->
    [rano] morning
   *[popoludnie] afternoon
}
no_filter = All shifts
more_shifts = Show shifts until { $day } too
shift_name = { $day }, { $time }, { $stop }
shift_role = Role: { $role }
children_from_to = Activities for children: { $hours }

## Seasons

seasons = Seasons
no_seasons = There is no season yet. Load the files of a season with the command “swietlicobus import”.
published_release = Release { $number } published
not_published = Not published yet
figure_visits = visits
figure_stops = stops
figure_estates = estates with a visit
figure_days = days with a drive
figure_places = places on shifts
figure_filled = filled places
figure_distance = distance in the season
figure_driving = driving time
figure_unmet = unmet requests
kilometres = { $count } km
hours = { $count } h
out_of = { $part } of { $whole }
gaps = Gaps in the crew
no_gaps = All shifts have enough people.
all_gaps = { $count ->
    [one] { $count } visit lacks people.
   *[other] { $count } visits lack people.
}
releases = Releases of the timetable
release = Release { $number }
published_at = Published: { $time }
to_plans = Plans of the season
to_visits = Visits of the season
plans_heading = Plans: { $season }

## Plans

start_plan = Make a new plan
start_plan_help = A plan is a draft. Residents see it only when you publish it.
seconds = How many seconds to search
seconds_help = From 1 to 600. Longer usually means better, but not always.
seed = Random seed
seed_help = With the same data, the same number gives the same plan.
start = Make the plan
all_plans = Plans so far
no_plans = There is no plan yet.
plan_of = Plan of { $time }
plan_state_text = { $state ->
    [queued] waiting in the queue
    [running] being made
    [ready] ready
    [cancelled] stopped
   *[failed] failed
}
plan_state_help_text = { $state ->
    [queued] The plan is waiting for its turn. It will start in a moment.
    [running] We are making the plan. You may close this page, the work goes on.
    [ready] The plan is ready and checked.
    [cancelled] The making of this plan was stopped. The published timetable has not changed.
   *[failed] The plan could not be made. The published timetable has not changed.
}
progress = Progress of the plan
progress_line = Arrangements checked: { $iterations }. In the best plan: { $placed ->
    [one] { $placed } visit
   *[other] { $placed } visits
}, requests not yet fully met: { $unmet }.
seconds_left = { $count ->
    [one] About { $count } second left.
   *[other] About { $count } seconds left.
}
refreshing = The page reloads by itself.
stop_plan = Stop making the plan
keep_plan = Take the best plan so far
keep_plan_help = You take the best plan that we have found so far. It will be ready and checked at once; whether you publish it is up to you.
best_stored = The best plan so far is saved and will not be lost, even if the server stops.
plan_failed = Reason: { $reason }
result = Result
fair_heading = How the plan shares the visits among the estates
fair_help = The estates that get least come first. 100% means as many visits for the same needs as the average in the whole town. Days without a visit: the longest wait.
fair_share = for the need
fair_wait = days without a visit
fair_nobody = does not ask
percent = { $count }%
skipped_heading = Skipped turns
skipped_help = These stops have a fixed rhythm, but on these days the bus will not come to them. The next visit is only at the following turn.
day_because = { $day } ({ $why })
on_this_page = On this page
breakdown = What the score is made of
breakdown_help = The points are for comparing with another plan of this season: the fewer, the better. They count from the top down, and the distance, favourite times and uneven work count together.
breakdown_what = Component
breakdown_value = Value
unmet = What could not be met
unmet_help = For every reason we have checked that lifting it really helps.
all_met = All requests for visits are met.
unmet_line = { $wanted ->
    [one] { $stop }: { $got } of { $wanted } visit
   *[other] { $stop }: { $got } of { $wanted } visits
}
unmet_least = { $least ->
    [one] At least { $least } visit is needed.
   *[other] At least { $least } visits are needed.
}
plan_days = See the plan day by day
publish_heading = Publish this plan
publish_help = It becomes release { $number }. Residents see it at once on the site and in calendars, and people whose shifts have moved are asked whether the new time suits them.
publish_confirm = Yes, I publish this plan for residents
publish = Publish
already_published = This plan is published as release { $number }.

## Visits

visits_heading = Visits: { $season }
filter = Choose visits
from_day = From day
estate = Estate
all_estates = all
state = Status
all_states = all
shown_of = { $total ->
    [one] Showing { $shown } of { $total } visit.
   *[other] Showing { $shown } of { $total } visits.
}
no_such_visits = No visit matches the choice.
crew_filled = Crew: { $filled } of { $places }
reason_line = Reason: { $reason }
approximate = Check on the spot: { $certainty }.
change = Change
change_visit = Change: { $visit }
cancel_heading = Cancel
cancel_help = { $people ->
    [0] Nobody of the crew is signed up for this visit. The visit stays in the timetable as cancelled.
    [one] We will release { $people } signed-up person from the shift. The visit stays in the timetable as cancelled.
   *[other] We will release { $people } signed-up people from their shifts. The visit stays in the timetable as cancelled.
}
reason = Reason
reason_help = Parents will read it, for example: thunderstorm over the town.
cancel_visit = Cancel the visit
already_cancelled = The visit is cancelled. Reason: { $reason }
move_heading = Move
move_help = { $people ->
    [0] Nobody of the crew is signed up for this visit.
    [one] We will ask { $people } signed-up person whether the new time suits them.
   *[other] We will ask { $people } signed-up people whether the new time suits them.
}
new_day = New day
new_start = From
restore_heading = Restore at a new time
restore_visit = Restore the visit
visit_over = This visit has already taken place, so it cannot be cancelled or moved.
move_visit = Move the visit
note_heading = Note for parents
note_label = Text of the note
note_help = Short, without surnames. An empty field removes the note.
save_note = Save the note
public_page = See the page for parents
conflict_heading = Somebody changed this visit before you
conflict_help = Nothing has been overwritten. Compare both versions and decide.
conflict_what = What
conflict_now = As it is now
conflict_yours = Your change
conflict_keep = Leave it as it is now
conflict_send = Make my change

## The crew board

board_heading = Crew of the shift
board_visit = Visit: { $stop }
board_members = Signed up
board_training = in training, does not count towards the crew
board_answer_by = Answer by: { $time }
board_approve = Approve
board_approve_name = Approve: { $name }
board_reject = Refuse
board_reject_name = Refuse: { $name }
board_came = Is here
board_came_name = Is here: { $name }
board_attended = Count the hours
board_attended_name = Count the hours: { $name }
board_missed = No-show
board_missed_name = No-show: { $name }
board_release = Release from the shift
board_release_name = Release from the shift: { $name }
board_free = Whom you can ask
board_free_help = After “Offer” the place waits for an answer. “Said yes” signs up at once.
board_nobody_free = Nobody else can take this shift now.
board_offer = Offer
board_offer_name = Offer: { $name }
board_agreed = Said yes
board_agreed_name = Said yes: { $name }
board_refused = Who cannot, and why
board_anyway = Reason for the exception
board_anyway_help = These are rules of the house, not of the law. The reason stays in the log.
board_open = Crew: { $role }
