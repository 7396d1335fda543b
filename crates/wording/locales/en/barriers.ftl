### Barriers that somebody told of, for staff.

heading = Reported barriers
help = { $days ->
    [one] A report must be answered within 7 days; if the barrier cannot be removed in that time, name a new date within 2 months (act on digital accessibility, art. 18). We delete the report after { $days } day.
   *[other] A report must be answered within 7 days; if the barrier cannot be removed in that time, name a new date within 2 months (act on digital accessibility, art. 18). We delete the report after { $days } days.
}
none = There are no reports.
waiting = { $count ->
    [one] { $count } report of a barrier is waiting for an answer.
   *[other] { $count } reports of barriers are waiting for an answer.
}
look = See the reports
told = { $at }, language: { $language }
place_line = Where: { $place }
contact_line = Contact: { $contact }
no_contact = No contact: there is nobody to answer, but the barrier must be looked into.
due = Answer by: { $day }
overdue = The time to answer is over: { $day }
answered_button = Answered
answered = Answered { $at }.
done = Saved: the report has been answered.
letter_subject = Report of an accessibility barrier
letter_intro = Somebody has reported a barrier:
letter_due = Answer by: { $day }. The act on digital accessibility gives 7 days for this.
letter_gone = The report has already been deleted.
