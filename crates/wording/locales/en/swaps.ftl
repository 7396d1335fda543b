### Passing a shift on, trading it, asking somebody to cover one, writing to a crew.

## Passing a shift on or trading it: the page of one's own shift. Names of others are a first name and a letter.

swap_link = Pass on or swap
swap_link_of = Pass on or swap the shift: { $shift }
swap_heading = Pass on or swap a shift
swap_help = The shift is yours until somebody takes it over. Whoever takes it over will get a message, and so will you.
swap_not_possible = This shift cannot be passed on or swapped now:
give_anybody_heading = Pass it on to the first person who can take it
give_anybody_help = { $count ->
    [one] { $count } person can take it now. They will get a message.
   *[other] { $count } people can take it now. They will get a message, and the first to answer takes the shift.
}
give_nobody = Nobody can take it now. The proposal will wait: when somebody can, they will see it on their page “Shifts”.
give_anybody = Pass on to anybody
give_named_heading = Pass it on to a chosen person
give_to = To whom
with_staff = { $name }, if the coordinator agrees
give_named = Propose
trade_heading = Swap it for another shift
trade_none = There is no shift to swap for now.
trade_for = For which shift
trade_choice = { $shift } ({ $name })
trade = Propose a swap
swap_word = A few words to this person (optional)
swap_word_help = At most { $most } characters.
swap_word_wrong = Write at most { $most } characters of plain text.
choose_somebody = Choose one of the options.
back_to_shifts = Back to the shifts

## Swaps on the page of shifts.

swaps_to_answer = Somebody asks you to take over a shift
swaps_for_anybody = Shifts to take from others
swap_wants_to_give = { $name } wants to pass this shift on to you:
swap_gives_anybody = { $name } is looking for somebody for this shift:
swap_wants_back = In return for your shift:
swap_says = “{ $text }”
swap_yes = I’ll take it
swap_yes_to = I’ll take it: { $shift }
swap_no = I can’t
swap_no_to = I can’t take the shift: { $shift }
swap_waits_for = The proposal of a swap is waiting for an answer. To: { $name }
swap_waits_for_anybody = We are looking for somebody to take this shift.
swap_waits_for_staff = The swap is waiting for the coordinator to agree.
swap_take_back = Take back the proposal
swap_take_back_of = Take back the proposal to swap the shift: { $shift }

## What was done.

swap_is_proposed = The proposal is sent. The shift is yours until somebody takes it over.
swap_is_done = The swap is done. Thank you!
swap_is_for_staff = Your agreement is saved. Now the coordinator decides, and we will let you know.
swap_is_declined = Your answer is saved. Thank you for letting us know.
swap_is_taken_back = The proposal is taken back.
swap_is_rejected = The swap is rejected. Both people will get a message.

## Swaps on the coordinator's board of a shift.

swap_look = Decide
board_swaps = Swaps to approve
board_swap_gives = { $giver } passes this shift on. Taken over by: { $taker }
board_swap_back = In return:
board_swap_because = A decision is needed because:
board_swap_reason = Why all the same (goes into the log)
board_swap_yes = Approve the swap
board_swap_yes_of = Approve the swap: { $giver }, { $taker }
board_swap_no = Reject the swap
board_swap_no_of = Reject the swap: { $giver }, { $taker }
reason_of_giver = Answer to the person who passes the shift on: “{ $reason }”
reason_of_taker = Answer to the person who takes the shift over: “{ $reason }”
reason_of_crew = Crew of the visit: { $reason }
swap_open = This shift is already waiting for a swap. Take back that proposal first.
other_person_may_not = This person cannot take the shift now. They and the coordinator know why.

## Asking somebody to cover a shift.

cover_heading = Ask for cover
cover_help = We ask people who may come and have time then, first those whom we asked longest ago. The place goes to the first person to say “yes”. Whoever says “no” is not asked about this shift again.
cover_count = How many people to ask
cover_count_wrong = Enter a number from 1 to { $most }.
cover_button = Ask
cover_asked_heading = Who was asked
cover_asked_line = { $name }, asked: { $when }
cover_silent = no answer
cover_said_yes = yes
cover_said_no = no
cover_is_asked = The questions are sent.
covers_mine = The coordinator asks: can you come?
cover_yes = Yes, I’ll come
cover_yes_to = Yes, I’ll come to the shift: { $shift }
cover_no = I can’t
cover_no_to = I can’t come to the shift: { $shift }
cover_is_declined = We have noted that you cannot come. We will not ask about this shift again.
nobody_to_ask = There is nobody to ask: everybody who can take this shift has been asked already or has a sign-up for it.
not_asked = There is no such question to you, or the answer is already saved.

## A message to a crew.

crew_message_heading = Message to the crew
crew_message_help = { $count ->
    [one] There is { $count } person on this shift. They will get the message by e-mail.
   *[other] There are { $count } people on this shift. They will get the message by e-mail.
}
crew_message_text = Text
crew_message_limit = At most { $most } characters. We do not record the text in the log.
crew_message_wrong = Write from 1 to { $most } characters of plain text.
crew_message_button = Send to the crew of this shift
crew_message_visit = Send to everybody on this visit
crew_message_sent = The message to the crew is waiting to be sent. You can see it on the page “Messages”.

## Letters. $when is a day in words, $stop a place.

swap_proposed_subject = Request to take over a shift: { $when }, { $stop }
swap_proposed = { $name } wants to pass their shift on to you. Please answer on the page “Shifts”.
swap_for = In return they want to take your shift:
swap_message = { $name } writes: “{ $text }”
swap_open_subject = A shift to take: { $when }, { $stop }
swap_open_asked = { $name } is looking for somebody for their shift, and you can take it. It goes to the first person to say “I’ll take it”.
swap_for_staff_subject = A swap to approve: { $when }, { $stop }
swap_for_staff = Both people agree to the swap, but under the rules your decision is needed. Passes on: { $giver }. Takes over: { $taker }.
swap_ended_subject = The swap will not happen: { $when }, { $stop }
swap_passed_subject = Somebody else has your shift now: { $when }, { $stop }
swap_passed = { $name } takes over this shift. You no longer have a place on it.
cover_subject = Can you come? Shift: { $when }, { $stop }
cover_asked = Somebody is needed on this shift. Please answer on the page “Shifts”: the place goes to the first person to say “yes”. If you cannot come, let us know too, and we will not ask about this shift again.
crew_subject = Message about a shift: { $when }, { $stop }
crew_intro = A message from the coordinator to the crew:
swap_ended_text = { $state ->
    [declined] The other person cannot take this shift. The shift is still yours.
    [rejected] The coordinator did not agree to this swap. Everything stays as it was.
   *[cancelled] The proposal of a swap is out of date: it was taken back, or something in these shifts has changed. Everything stays as it was.
}
