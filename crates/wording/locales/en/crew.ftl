### What a crew lacks, and what a shift asks of whoever takes it.

missing_tongue = { $tongue ->
    [uk] Nobody of the crew speaks Ukrainian.
    [ru] Nobody of the crew speaks Russian.
    [be] Nobody of the crew speaks Belarusian.
    [en] Nobody of the crew speaks English.
    [de] Nobody of the crew speaks German.
   *[pso] Nobody of the crew knows Polish Sign Language.
}

conditions_heading = Conditions of sign-up
opens_from_start = Sign-up is open from when the plan is published.
opens_season = Sign-up is open from: { $when }. The season’s settings say so.
opens_own = Sign-up is open from: { $when }. This is set for this shift.
opens_day = Sign-up for this shift from day
opens_day_help = Empty: as in the whole season. A day that has passed opens sign-up at once. You yourself can ask anybody earlier.
opens_time = From time
season_asks = The season requires for this shift: { $papers }.
also_asked = This shift also requires papers
conditions_help = Whoever is already on the shift stays.
save_conditions = Save the conditions
conditions_saved = The conditions of sign-up have been changed.
no_such_time = Give the day and time when sign-up opens, or leave both fields empty.

as_told = The reasons are worded as this person reads them.
late_heading = Delay
late_help = Parents see it at once on the pages and in calendars.
late_said = Parents now read: { $said }
late_tap = { $minutes } min
late_tap_name = Will be late by { $minutes } min: { $stop }
late_question = Will be late by:
late_minutes = By how many minutes
late_reason = Why (optional)
late_save = Tell the parents
on_time = We are running to plan
on_time_name = We are running to plan: { $stop }
done_late = Parents see that the visit will be late.
done_on_time = Parents see the planned hours again.
late_wrong = Enter a number of minutes from { $least } to { $most }.
