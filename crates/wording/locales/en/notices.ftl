### What people are told by e-mail, and the pages about that.

## Subjects. $when is a day in words, $stop a place.

offered_subject = A place on a shift is waiting for your answer: { $when }, { $stop }
free_place_subject = A place on a shift has become free: { $when }, { $stop }
signup_subject_text = { $state ->
    [confirmed] You have a place on a shift: { $when }, { $stop }
    [requested] Your request is waiting for approval: { $when }, { $stop }
    [waitlisted] You are waiting for a place on a shift: { $when }, { $stop }
    [offered] A place on a shift is waiting for your answer: { $when }, { $stop }
    [to-reconfirm] Your shift has a new time, please confirm: { $when }, { $stop }
    [rejected] Your request was not accepted: { $when }, { $stop }
    [declined] You are turning down a place on a shift: { $when }, { $stop }
    [expired] The time to answer is over: { $when }, { $stop }
    [withdrawn] You have withdrawn from a shift: { $when }, { $stop }
    [withdrawn-late] You have withdrawn from a shift after the deadline: { $when }, { $stop }
    [released] Your shift will not take place: { $when }, { $stop }
    [closed] Waiting list closed: { $when }, { $stop }
    [checked-in] You are at a shift: { $when }, { $stop }
    [attended] Your shift: { $when }, { $stop }
   *[no-show] Absence from a shift: { $when }, { $stop }
}
given_back_late_subject = Somebody is needed on a shift: { $when }, { $stop }
reminder_subject = You have a shift tomorrow: { $when }, { $stop }

## Accounts and consents: subjects and bodies. $until is an instant in words.

invitation_subject = Invitation to Świetlicobus
invitation = You have an account with Świetlicobus. Set your password at this address, and then sign in with the e-mail address to which this message came:
new_password_subject = New password for Świetlicobus
new_password = At this address you can set a new password for your Świetlicobus account:
link_until = The address works until { $until } and only once. Whoever has it can use it, so do not pass it on to anybody.
link_not_shown = (only the person to whom this message goes knows the address)
consent_subject = Request for the consent of a parent or guardian
consent = We ask for consent to volunteering at the visits of Świetlicobus. The person whom the consent concerns: { $minor }. The text of the consent is at this address:
consent_help = You can answer without an account. You can also withdraw the consent there for as long as the address works, and later with the coordinator. We use the e-mail address only for this message.
consent_ended_subject = Guardian’s consent: the answer
consent_withdrawn = The guardian has withdrawn the consent to volunteering. Person: { $minor }. Check this person’s shifts: without consent they cannot come to them.
consent_refused = The guardian did not consent to volunteering. Person: { $minor }.

## Bodies, a paragraph each.

greeting = Hello, { $name }!
greeting_anybody = Hello!
offered = We have a place for you on a shift. We are holding it until: { $until }. After that we will ask somebody else.
free_place = A place has become free on a shift you are waiting for. The shift is soon, so we are asking everybody who waits at the same time: the place goes to the first person to accept it.
signup_text = { $state ->
    [confirmed] You have a place on this shift. Thank you!
    [requested] Your request for this shift is waiting for the coordinator to agree. We will let you know.
    [waitlisted] You are on the waiting list for this shift. We will let you know when a place becomes free.
    [offered] A place on this shift is waiting for your answer.
    [to-reconfirm] This shift has a new time. Your place is kept, but please confirm that the new time suits you.
    [rejected] The coordinator did not accept your request for this shift.
    [declined] The place on this shift went to somebody else, as you answered.
    [expired] The time to answer is over and the place on this shift went to somebody else.
    [withdrawn] Your place on this shift is free again, as you have withdrawn.
    [withdrawn-late] Your place on this shift is free again. It was after the deadline for withdrawing, so the coordinator knows and is looking for cover.
    [released] You no longer have a place on this shift.
    [closed] The waiting list for this shift is closed.
    [checked-in] You are on the list of those present at this shift.
    [attended] Your presence at this shift is recorded.
   *[no-show] Your absence from this shift is recorded.
}
answer_by = Please answer at the latest by: { $until }. Without an answer the place will go to somebody else.
visit_cancelled = This visit of the bus has been cancelled, so there will be no shift.
given_back_late = { $name } cannot come to this shift, and the deadline for withdrawing has passed.
still_missing = { $count ->
    [one] { $count } more person is needed.
   *[other] { $count } more people are needed.
}
reminder = A reminder of tomorrow’s shift. If you cannot come, let us know at once: withdraw on the site and ring the coordinator.
when_line = When: { $day }, { $hours }
open_line = For children: { $hours }
where_line = Where: { $stop }, { $estate }
address_line = Address: { $address }
role_line = Your task: { $role }
role_wanted_line = Task: { $role }
note_line = Please note: { $note }
link_line = Details and answer: { $link }
calendar_line = An entry for your calendar is attached.
signature = { $service }
unsubscribe_line = Do you not want such messages? { $link }

## The entry for a calendar.

entry_confirmed = Świetlicobus shift: { $stop }
entry_tentative = TO BE CONFIRMED: Świetlicobus shift, { $stop }
entry_cancelled = CANCELLED: Świetlicobus shift, { $stop }

## A test message.

test_subject = Test of Świetlicobus e-mail
test_body = This is a test message. If you can read it, e-mail works.

## Kinds of message.

kind_text = { $kind ->
    [account] account
    [consent] guardian’s consent
    [signup] your sign-ups for shifts
    [offer] free places that you are waiting for
    [change] new times and cancellations
    [swap] swaps of shifts
    [reminder] reminders of tomorrow’s shift
    [crew] messages to the crew
    [follow] notifications for parents
   *[staff] messages for coordinators
}

## The page on which somebody does without a kind of message.

unsubscribe_heading = E-mail messages
unsubscribe_ask = These messages: { $kind }. Shall we stop sending them to your address?
unsubscribe_keep = You will still see everything when you sign in, on the page “Shifts”. But without messages it is easy to miss a new time.
unsubscribe_button = Stop sending them
unsubscribed = We will no longer send these messages: { $kind }.
subscribe_button = Send them again
subscribed = We are sending these messages again: { $kind }.

## Certificates of hours

certificate_asked_subject = Request for a certificate
certificate_asked = { $name } asks for a certificate of the hours worked.
certificate_issued_subject = Your certificate is ready
certificate_issued = We have issued your certificate no. { $number }. You can download it from your page.

## The page of messages for coordinators.

outbox_tab = Messages
outbox_heading = E-mail messages
outbox_off = E-mail is not turned on: messages wait here and nobody gets them. The documentation, chapter “E-mail”, says how to turn it on.
outbox_demo = This is a demo: nothing is sent, and here you see what would have been.
outbox_waiting = Waiting
outbox_dead = Could not be sent
outbox_sent = Recently sent
outbox_none = There are no such messages.
outbox_to = To: { $name }
outbox_due = Will be sent: { $when }
outbox_ended = { $when }
outbox_tries = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
outbox_error = Answer of the mail server: { $error }
outbox_moot = This matter is out of date.
outbox_words = Text
outbox_again = Send again
outbox_given_up = { $count ->
    [one] { $count } message could not be sent.
   *[other] { $count } messages could not be sent.
}
outbox_look = Look and send again
outbox_follower = a person who wants to know of visits
outbox_forgotten = Address deleted after sending
outbox_spent = The link in this message is deleted, so the message cannot be sent again.
outbox_new_link = Create a new link
outbox_sent_again = The message is waiting to be sent again.
