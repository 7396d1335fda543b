### Being told of visits without an account.

## The box on public pages and its answers.

heading = Notify me
help = The evening before a visit, and at once when it is cancelled, changed or late. No account needed.
push_button = Notify me on this phone
push_stop = Stop notifying me on this phone
push_on = This phone gets notifications.
push_denied = The browser does not allow notifications. You can change that in its settings, or give an e-mail address.
push_failed = That did not work. Try again, or give an e-mail address.
email = E-mail address
email_help = For notifications only. We delete it after the season, or with one click.
email_button = Notify me by e-mail
email_wrong = Enter an e-mail address, for example anna@example.pl.
season_over = The season is over. You can turn notifications on again when the next one is announced.
email_off = This site sends no e-mail.
push_off = This site sends no notifications to phones.
form_heading = Notifications: { $what }
asked_heading = Check your e-mail
asked = A letter is on its way to that address. Open it and press the button, and notifications are on.
asked_after = No letter after an hour? Check the spam folder and the address. An address that is not confirmed is deleted after 48 hours.
asked_demo = This is a demo: letters do not leave. The coordinator sees them on the page “Wiadomości”.

## What is followed.

town = the whole town
estate = { $name } estate
stop = { $name } ({ $estate } estate)

## The page behind the link of every letter.

page_heading = Your notifications
page_pending = Waiting to be confirmed
confirm_button = Yes, notify me
confirmed = Notifications are on.
page_followed = We notify you of visits
stop_short = Stop notifying me
stop_one = Stop notifying me: { $what }
stop_all = Turn everything off and delete my address
stop_help = We delete all that we know about you: the address and the list of places.
ended_heading = Notifications are off
ended = The address and the list of places are deleted. You can turn them on again on the page of a stop or an estate.

## Letters and push messages. $visit is a day, hours and a place.

greeting = Hello!
confirm_subject = Confirm notifications: { $service }
confirm_intro = Somebody, probably you, asks for notifications of visits at this address:
confirm_how = Open this page and press the button:
confirm_not_you = If it was not you, do nothing. We will send nothing and delete the address after 48 hours.
known_subject = Notifications are already on: { $service }
known = Somebody, probably you, asks for notifications at this address. They are on already:
visit = { $day }, { $hours }, { $stop }
tomorrow_one = Tomorrow: { $visit }
tomorrow_many = { $count ->
    [one] Tomorrow { $count } visit
   *[other] Tomorrow { $count } visits
}
cancelled = Cancelled: { $visit }
moved = Changed: { $visit }
moved_from = We had announced: { $visit }.
restored = On after all: { $visit }
late = { $minutes ->
    [one] { $minutes } minute late: { $visit }
   *[other] { $minutes } minutes late: { $visit }
}
on_time = On time after all: { $visit }
reason = Reason: { $reason }
note = Note: { $note }
changes = { $count ->
    [one] { $count } change in the timetable
   *[other] { $count } changes in the timetable
}
and_more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
why = You get this message because you want to know of visits: { $what }.
how_to_end = Change or end it with one click: { $link }
link_not_shown = (only the person to whom this message goes knows the address of the page)
