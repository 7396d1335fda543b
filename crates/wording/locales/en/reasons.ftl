### Why staff was told "no", what a form lacks, and what an action did.

## A visit that is to be moved

closed_day = { $day }: the bus does not go out on that day. Reason: { $reason }.
public_holiday = { $day }: that day is a public holiday ({ $name }).
weekday_off = { $day }: the crew does not work on this day of the week.
outside_hours = From arrival to departure: { $hours }. This goes beyond the crew’s working hours.
permission_ended = The permission to stand at this place ends earlier: { $until }.
stop_closed = The place is not available then: { $day }, { $hours }.
bus_elsewhere = The bus stands somewhere else on that day: { $hours }.
visit_past = This visit has already taken place. We do not change what has been.
move_anyway = Move it anyway
move_anyway_help = We will record the decision and its reason.

## A plan

plan_ended = The making of this plan ended earlier.
no_plan_yet = The planner has not found any plan yet. Wait a moment or make a new plan.
plan_not_ready = Only a finished plan can be published.
bus_not_running = The bus does not run then.
event_keeps_away = The bus cannot stand there at that time: { $event }.
nothing_to_replan = No plan of this season has been published yet. Make a plan from the start.
change_by_hand = This change cannot be entered in a request or in the data of a stop. Change the settings of the season or of the event.
change_applied = The change is entered. From now on it holds in every new plan.
plan_already_published = This plan is already published.
plan_no_longer_fits = The data of the season have changed and the plan no longer fits them. { $detail } Make a new plan.
stop_without_estate = A stop in the plan has no estate ({ $detail }). Enter the estate so that residents can find it.
season_fault = A mistake in the data of the season: { $detail }

## Anything else

other = Reason: { $detail }
too_many_tries = Too many failed attempts. Try again at { $time }.

## Forms

wrong_credentials = The e-mail address or the password is not right.
email_missing = Enter an e-mail address.
password_missing = Enter a password.
number_between = Enter a number from { $least } to { $most }.
whole_number = Enter a whole number, for example 1.
day_missing = Choose a day.
day_between = Choose a day from { $first } to { $last }.
time_missing = Enter a time, for example 10:00.
time_does_not_fit = At that time the visit, with setting up and packing up, does not fit into the day.
reason_length = Give a reason: from { $least } to { $most } characters.
text_length = Shorten the text: at most { $most } characters fit.
confirm_missing = Tick the box to say that you are publishing this plan.
length_stays = The length of the visit, setting up and packing up will not change.

## What an action did

signed_up = The shift is yours. Thank you!
signed_up_before = This shift was already yours.
waiting = You are on the waiting list. We will let you know when a place becomes free.
requested = The sign-up is waiting for the coordinator to agree.
declined = The next person on the list will get the place.
assigned = Saved. We will let this person know.
rejected = Refused. We will let this person know.
released = The place is free. We will let this person know.
written_down = Saved.
withdrawn = Withdrawn from the shift. The place is free again.
withdrawn_late = Withdrawn from the shift after the deadline. Please tell the coordinator too: there is little time to find cover.
reconfirmed = The new time is confirmed. Thank you!
plan_stopped = The making of the plan is stopped.
plan_kept = The planner is finishing with the best it has. The plan will be ready in a moment.
published = The plan is published. Residents see it on the site and in their calendars.
visit_cancelled = The visit is cancelled. Residents can already see this, and the crew is released from the shift.
visit_moved = The visit has a new time. Residents can already see it.
note_saved = The note is saved.
matrix_stored = The table of driving times is uploaded. New plans use it.
matrix_removed = The table of driving times is deleted.
nothing_to_do = Nothing had to be changed: it is like that already.

## A conflict of two versions

row_when = When
row_state = State
row_reason = Reason
row_note = Note for parents
as_now = no change
empty = (empty)
