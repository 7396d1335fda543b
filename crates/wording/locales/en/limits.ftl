# The limits of a season's crew.

heading = Crew limits: { $season }
help = Every limit by which the program allows or does not allow a shift: how much it is, who sets it and where it comes from.
to_limits = Crew limits
own = limits of this season
program = limits of the program, nobody has changed them
law_heading = What the law sets
law_help = Nobody at the centre changes this. The sources are given as they are recorded in the program; “to be checked” means that a lawyer must be asked.
doubtful = to be checked
none = no limit
money = PLN { $amount } an hour
house_heading = What the centre sets
house_help = An empty field means: no limit. Enter times as hours and minutes, for example 8:00. In a single case the coordinator may decide otherwise and give a reason.
when_heading = From when and why
when_help = This is only about what you change above.
from_label = The changes hold from this day (empty: always)
source_label = Who decided this, for example the number of an order (empty: the centre)
house = decision of the centre
reset = Restore the limits of the program
reset_help = The limits of this season will disappear and the limits of the program will hold, also those of its newer versions.
broken_heading = Sign-ups that are already there
broken_help = Changing the limits strikes nobody off. Here you see future sign-ups that break one of the rules as they are now.
broken_none = all sign-ups keep the rules
broken_ask = Check the sign-ups
saved = The limits are saved. Below you see sign-ups that break one of the rules.
was_reset = The limits of the program hold.
changed_before = Somebody changed the limits before you. Below are the present ones: enter your changes again.
wrong = This value cannot be set.
length_wrong = Enter hours and minutes, for example 8:00.
count_wrong = Enter a number.
hour_wrong = Enter a time, for example 20:00.
hours_turned = The end must be after the start.
group_text = { $group ->
    [volunteer] Volunteering
    [staff] People of the centre
    [psu] Socially useful work
    [minors] Minors
    [clearance] Clearance to work with children
    [crew] Who is together on a visit
    [travel] The way between shifts
   *[waiting] Waiting lists
}
group_help_text = { $group ->
    [volunteer] No source gives hours for volunteers; these are suggestions.
    [staff] Only shifts count, not other work for the centre.
    [minors] No source gives hours for volunteers who are minors; these are suggestions.
   *[other] { "" }
}
part_text = { $part ->
    [earliest] from, at the earliest
    [latest] until, at the latest
    [a_day] most in a day
   *[days_in_a_row] most days in a row
}
age_text = { $age ->
    [of-under-13] by everybody, whatever their age
    [of-13-15] from the age of 13
    [of-16-17] from the age of 16
   *[of-adult] from the age of 18
}
name_text = { $name ->
    [agreement_insured_days] Agreement for up to this many days: the centre insures
    [agreement_oral_days] Agreement for more than this many days: in writing
    [agreement_required] An agreement is needed
    [clearance_certificate_from] A criminal-record certificate is handed in
    [clearance_recheck_days] The check and the certificate are valid (days)
    [clearance_standards] Version in force of the standards for the protection of minors
    [crew_children_per_adult] Most children for one adult
    [crew_psu] Most people from socially useful work on a visit
    [minors_adult_of_staff] An adult of the centre must be there first
    [minors_approval] The coordinator approves every sign-up
    [minors_consent] The consent of a parent or guardian is needed
    [minors_for_each_adult] Most minors for one adult
    [minors_from_13] Ages 13–15
    [minors_from_16] Ages 16–17
    [minors_under_13] Under 13
    [minors_oldest_consent] Oldest version of the consent text that is still good
    [psu_rate] Rate of socially useful work
    [staff_rest] Rest between shifts, people of the centre
    [psu_week] Socially useful work: most in a week
    [psu_month] Socially useful work: most in a month
    [psu_rest] Rest between shifts, at least
    [volunteer_rest] Rest between shifts, at least
    [travel_between_estates] To another estate, when the places are not known
    [travel_within_estate] To the same estate, when the places are not known
    [travel_metres_a_minute] Metres a minute, when the places are known
    [waiting_ask_all] This long before a shift everybody is asked at once
    [waiting_offer] The offer of a free place stands for at most
    [waiting_proposal] The proposal of a whole crew stands for at most
    [day] Most in a day
    [week] Most in a week
    [month] Most in a month
    [season] Most in a season
   *[days_in_a_row] Most days in a row
}
