### Counted nouns and the closed lists of words.

visits = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
stops = { $count ->
    [one] { $count } stop
   *[other] { $count } stops
}
estates = { $count ->
    [one] { $count } estate
   *[other] { $count } estates
}
shifts = { $count ->
    [one] { $count } shift
   *[other] { $count } shifts
}
people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
free_places = { $count ->
    [one] { $count } free place
   *[other] { $count } free places
}
people_needed = { $count ->
    [one] { $count } person needed
   *[other] { $count } people needed
}
children = { $count ->
    [one] { $count } child
   *[other] { $count } children
}
changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

yes = yes
no = no

account_role_text = { $role ->
    [coordinator] coordinator
    [animator] animator
   *[volunteer] volunteer
}
crew_role_text = { $role ->
    [leader] leader
    [helper] helper
    [driver] driver
   *[first-aider] trained first-aider
}
stop_kind_text = { $kind ->
    [playground] playground
    [square] square or yard
    [park] park
    [school] school
    [preschool] preschool
    [club] club
    [pitch] sports pitch
    [event-site] event site
    [indoor] hall
   *[to-be-agreed] place to be agreed
}
visit_state_text = { $state ->
    [planned] planned
   *[cancelled] cancelled
}
signup_state_text = { $state ->
    [requested] waits for approval
    [rejected] refused
    [offered] offered
    [waitlisted] on the waiting list
    [closed] no place became free
    [confirmed] on the shift
    [to-reconfirm] to confirm the new time
    [declined] offer declined
    [expired] no answer in time
    [withdrawn] withdrawn
    [withdrawn-late] withdrawn late
    [released] released
    [checked-in] on site
    [attended] hours counted
   *[no-show] no-show
}
certainty_text = { $certainty ->
    [sourced] location from a public source
    [estimated] approximate location
    [checked] location checked
   *[unknown] location unknown
}
