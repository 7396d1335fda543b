### The form on which anybody tells of a barrier.

heading = Report a barrier
help = Does something on this site, at a stop or in the bus keep you from using it? Tell us.
what = What is the barrier?
what_hint = In your own words: what cannot be done, read or reached.
place = Where?
place_hint = For example the address of a page or the name of a stop. You may leave it empty.
contact = How can we answer you?
contact_hint = E-mail, telephone or address. Optional, but without it we cannot answer.
kept = { $days ->
    [one] The report and the contact are deleted after { $days } day.
   *[other] The report and the contact are deleted after { $days } days.
}
send = Send
what_missing = Say what the barrier is.
too_long = { $most ->
    [one] Shorten it to { $most } character.
   *[other] Shorten it to { $most } characters.
}
sent_heading = Thank you, we have your report
sent_answer = We will answer as soon as we can, within 7 days at the latest.
sent_without_contact = We will read it and look into it. We cannot answer you, since you left no contact.
sent_law = If the barrier cannot be removed by then, we will name a new date within 2 months, or offer another way. If we refuse, you may complain, and then turn to the Commissioner for Human Rights (Rzecznik Praw Obywatelskich).
back = Accessibility declaration
