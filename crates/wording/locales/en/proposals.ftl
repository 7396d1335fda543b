### The crew of a season as the program proposes it.

heading = Crew of the season
crumb = Crew
help = The program puts a crew together from what people have said of themselves: when they can come, where they like to be, how many shifts they want to take. It keeps the law and the house rules, shares the work out evenly and leaves those who are already signed up. Nothing happens by itself: you look at the proposal, change it, and then every person answers “yes” or “no” for themselves.
no_shifts_yet = There are no shifts in this season yet. Publish a plan first.
from = First day
to = Last day
effort = How long to search
effort_seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
effort_help = A crew that keeps the rules is there at once. A longer search meets wishes better.
propose = Propose a crew
earlier = Earlier proposals
none_yet = There is no proposal yet.
proposal_of = Proposal of { $when }
state_text = { $state ->
    [draft] to be looked through
    [offered] people asked
   *[discarded] discarded
}
places_proposed = { $count ->
    [one] { $count } place proposed
   *[other] { $count } places proposed
}
people_asked = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
empty_places = { $count ->
    [one] { $count } place stays empty
   *[other] { $count } places stay empty
}
full = All places would be filled.
nothing_proposed = The program found nobody who could still be asked. At every empty place you will see why.
best_possible = There is no better crew that keeps the rules: this has been checked.
offer = Ask everybody
offer_help = Every person gets one message with all of their shifts and answers for each one. The places are held until they answer, for a week at most.
discard = Discard the proposal
again = Make a new proposal
shares = Who does how much
shares_help = “Fair” is the number of visits in the season that comes out when every place is shared evenly among all who could take it.
share_person = Person
share_held = Has already
share_proposed = Proposal
share_fair = Fair
share_most = Wants at most
no_wish = no limit
stands = Signed up
asked_for = To be asked
extra_role = { $role } (minors too)
take_out = Take out
take_out_name = Take out of the proposal: { $name }
empty_here = { $count ->
    [one] { $count } person missing
   *[other] { $count } people missing
}
why_empty = Why, and whom to choose
why_empty_name = Why, and whom to choose: { $shift }
refused_by_then = could no longer be asked
outcome_asked = asked, waiting for an answer
outcome_came = said “yes”
outcome_no = answer: “no”, or no answer
place_heading = Empty place
to_proposal = The whole proposal
choose_heading = May be chosen
choose = Choose
choose_name = Choose for the proposal: { $name }
nobody_to_choose = Nobody can be chosen without breaking a rule. Below you see what stands in the way. You can depart from house rules on the board of the shift by giving a reason.
to_board = Board of this shift
obstacles_heading = What stands in the way
nothing_empty = There is no empty place to fill on this shift.
not_chosen = This person cannot be chosen now: { $name }
on_this_visit = Is already on this visit or in the proposal for it.
not_available = Says in their wishes that they cannot come then.
not_their_role = Does not have this role.
in_training = Is still learning this role and does not count in the crew.
said_no = The answer for this shift was already “no”.
meanwhile = Has another shift at that time: { $shift }.
too_far = Could not get here in time from another shift, or to another one: { $shift }.
too_little_rest = Too little rest before or after another shift: { $shift }.
day_full = With this proposal they would have too many hours on that day.
week_full = With this proposal they would have too many hours in that week.
month_full = With this proposal they would have too many hours in that month.
season_full = Already has as many visits or hours as they want or may have in the season.
too_many_days = Would work too many days in a row.
too_few_adults = There are too few adults in this crew for a minor to join.
too_many_psu = This crew already has as many people from socially useful work as it may have.
to_before_from = The last day is before the first. Correct one of the dates.
no_day = Enter a date, for example 2027-07-01.
done_asked = The people have been asked. You will see their answers here.
done_discarded = The proposal has been discarded. Nobody got a message.
done_changed = The proposal has been changed.
letter_subject = { $count ->
    [one] A shift proposed for you
   *[other] { $count } shifts proposed for you
}
letter = We are putting together the crew of the activity bus and want to ask you about these shifts. Nothing is decided yet: say “yes” or “no” to each one.
letter_line = { $shift }, answer by: { $until }
