### Reasons of every "no", as whole sentences to the person who asked.

shift_full = { $places ->
    [one] The only place on this shift is already taken.
   *[other] All { $places } places on this shift are already taken.
}
shift_closed = The coordinator has closed sign-ups for this shift.
visit_cancelled = This visit has been cancelled.
shift_past = This shift has already begun: { $started }.
already_signed_up = You are already on the list of this shift.
overlap = You have another shift at this time: { $day }, { $hours }. Withdraw from it first.
never_cleared = You do not have clearance to work with children yet. Ask the coordinator for it.
clearance_ends = Your clearance to work with children is valid until { $until }, and this shift is on { $on }. Ask the coordinator to extend it.
wrong_role_text = { $role ->
    [leader] This shift is for a leader, and the coordinator has not entered this role for you.
    [helper] This shift is for a helper, and the coordinator has not entered this role for you.
    [driver] This shift is for a driver, and the coordinator has not entered this role for you.
   *[first-aider] This shift is for a trained first-aider, and the coordinator has not entered this role for you.
}
only_adults = Only people who are 18 or older on the day of this shift can sign up for it.
too_young = { $minimum ->
    [one] You can sign up for this shift from the age of { $minimum }.
   *[other] You can sign up for this shift from the age of { $minimum }.
}
holds_no_place_text = { $state ->
    [withdrawn] This shift was already withdrawn from earlier.
    [withdrawn-late] This shift was already withdrawn from earlier, after the deadline.
    [released] The coordinator has already released this place.
    [declined] This place was already turned down earlier.
    [expired] The time to answer is over and the place went to somebody else.
    [rejected] The coordinator did not agree to this sign-up.
    [closed] The waiting list for this shift is already closed.
   *[confirmed] This sign-up does not hold a place.
}
nothing_to_reconfirm = This sign-up does not need to be confirmed again.
step_not_possible_text = { $state ->
    [requested] This cannot be done: this sign-up is waiting for the coordinator to agree.
    [offered] This cannot be done: this place is only offered so far. It can be accepted or turned down.
    [waitlisted] This cannot be done: this sign-up is on the waiting list.
    [confirmed] This cannot be done: this sign-up is confirmed.
    [to-reconfirm] This cannot be done: this sign-up is waiting for the new time to be confirmed.
    [checked-in] This cannot be done: arrival at this shift has already been noted.
    [attended] This cannot be done: the hours of this shift have already been counted.
    [no-show] This cannot be done: absence from this shift has been noted.
   *[other] This cannot be done: this sign-up has already ended.
}
only_staff = Only the coordinator can do this.
only_by_itself = The program does this by itself, at a set time.
not_yet_open = Sign-ups for this shift have not started yet. They open: { $opens }.
already_asked_text = { $state ->
    [requested] Your request for this shift is already waiting for the coordinator to agree.
   *[waitlisted] You are already on the waiting list for this shift.
}
training_full_text = { $are ->
    [none] This shift has no places for people who are still in training.
   *[some] All places on this shift for people who are still in training are taken.
}
travel_too_long = You would not get there in time: you have another shift, { $day }, { $hours }. The journey takes: { $needed }.
too_many_hours_text = { $period ->
    [day] That would be too many hours on that day: { $would_be }. The most allowed: { $limit }.
    [week] That would be too many hours in that week: { $would_be }. The most allowed: { $limit }.
    [month] That would be too many hours in that month: { $would_be }. The most allowed: { $limit }.
   *[season] That would be too many hours in this season: { $would_be }. The most allowed: { $limit }.
}
rest_too_short = Too little rest between this shift and another: { $day }, { $hours }. It would be: { $rest }. At least this is needed: { $needed }.
too_many_days = With this shift there would be too many days in a row: { $would_be }. The most allowed: { $limit }.
role_ended_text = { $role ->
    [leader] Your role of leader is entered until { $until }. Ask the coordinator to extend it.
    [helper] Your role of helper is entered until { $until }. Ask the coordinator to extend it.
    [driver] Your role of driver is entered until { $until }. Ask the coordinator to extend it.
   *[first-aider] Your role of trained first-aider is entered until { $until }. Ask the coordinator to extend it.
}
qualification = { $which ->
    [first-aid] first-aid course certificate
    [driving-licence] driving licence for this bus
    [pedagogue] diploma of a teacher, educator or carer
    [leisure-leader] certificate of a children’s holiday manager (kierownik wypoczynku)
   *[leisure-educator] certificate of a children’s holiday educator (wychowawca wypoczynku)
}
qualification_missing = This shift needs a document: { $paper }. Show it to the coordinator.
qualification_unseen = The coordinator has not seen your document yet: { $paper }. Show it to the coordinator.
qualification_ended = Your document is valid until { $until }, and this shift is later: { $paper }. Show the coordinator a new one.
clearance_part_missing_text = { $part ->
    [register] The coordinator has not checked you in the register of sexual offenders (RSPTS) yet. Ask for it to be done.
    [certificate] Your criminal-record certificate (KRK) is missing. Bring it to the coordinator.
   *[statements] Your statement on the countries you have lived in is missing. Sign it at the coordinator’s.
}
clearance_part_too_old_text = { $part ->
    [register] The check in the register (RSPTS) is valid until { $until }, and this shift is later. Ask the coordinator for a new one.
    [certificate] Your criminal-record certificate (KRK) is valid until { $until }, and this shift is later. Bring a new one.
   *[statements] Your statement is valid until { $until }, and this shift is later. Sign a new one at the coordinator’s.
}
standards_not_read = Read the standards for the protection of minors (version { $version }) and confirm that you know them.
agreement_missing = You do not have an agreement with the centre yet. Sign it at the coordinator’s.
agreement_ended = Your agreement with the centre is in force until { $until }, and this shift is later. Ask the coordinator for a new one.
agreement_not_begun = Your agreement with the centre comes into force on { $from }, and this shift is earlier.
agreement_not_in_writing = { $limit ->
    [one] From { $first } to { $last } is more than { $limit } day: the agreement must be in writing. Sign it at the coordinator’s.
   *[other] From { $first } to { $last } is more than { $limit } days: the agreement must be in writing. Sign it at the coordinator’s.
}
insurance_missing = On the day of this shift ({ $on }) you have no accident insurance. The centre must take it out first: ask the coordinator.
consent_missing = The consent of your parent or guardian is missing. Bring it to the coordinator.
consent_withdrawn = The consent of your parent or guardian is withdrawn from { $from }.
consent_outdated = The consent of your parent or guardian is on an old form. Bring the coordinator a new one.
minor_hours = At your age you can have shifts only within these hours: { $hours }.
minor_not_at_all = At your age you cannot have shifts yet.
minor_too_long = At your age that would be too many hours on that day: { $would_be }. The most allowed: { $limit }.
no_adult_of_staff = No adult from the centre has signed up for this visit yet, and minors cannot be there without one.
too_many_minors = There are too few adults on this visit for another minor to come.
too_many_psu = { $limit ->
    [one] There can be at most { $limit } person doing socially useful work (PSU) on one visit.
   *[other] There can be at most { $limit } people doing socially useful work (PSU) on one visit.
}
needs_approval = The coordinator must agree to this.
offer_ended = The time to answer is over: { $ended }.
not_asked_yet = This place is now being offered to people ahead of you. If nobody accepts it, we will ask everybody: { $from }.
reason_missing = Say why.
swap_changes_nothing = This swap would change nothing.
swap_outdated = Something in these sign-ups has changed since the proposal. Propose the swap again.
swap_not_waiting = This proposal of a swap is not waiting for this answer.
day_too_long = You cannot enter so many hours for one day. The most: { $limit }.
