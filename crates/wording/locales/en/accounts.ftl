# People register, are erased, come from a table; a person's own calendar; letters about accounts.

## Registering

join_link = I want to join as a volunteer
join_heading = Join the crew
join_help = { $service } runs thanks to people who help. Fill in the form. A letter with a link for setting a password will come to the address you give, and the coordinator will answer your application.
join_kind = How you want to help
join_kind_volunteer = volunteering
join_kind_psu = socially useful work (PSU)
join_adult = I am 18 or older
join_born_on = Date of birth (only if you are under 18)
join_born_on_help = We keep it only until your 18th birthday. We will also ask for the consent of a parent or guardian.
join_tongues = Languages besides Polish
join_button = Send application
join_born_missing = Enter your date of birth or tick that you are 18 or older.
join_born_adult = By this date you are 18 or older: tick that and remove the date.
join_born_both = You ticked that you are 18 or older, so the date is not needed: remove it.
join_sent_heading = Application received
join_sent = If this address is new here, a letter with a link for setting a password will soon come to it. If it has an account already, the letter will say how to sign in.
join_sent_after = Then the coordinator will answer your application. No letter after an hour? Check the spam folder or phone the centre.
join_sent_demo = This is a demo: letters do not leave. The coordinator will accept the application on the page “People” and make a link with an invitation there.
clause_heading = What will happen to your data
clause_controller = The data are kept by: { $controller }.
clause_contact = In matters of personal data, write to or phone the data protection officer: { $contact }.
clause_why = We need them to answer the application, conclude an agreement and arrange shifts (art. 6(1)(b) GDPR (RODO)), and, before clearing you to work with children, to check what the act of 13 May 2016 requires (art. 6(1)(c) GDPR (RODO)).
clause_who = The coordinator sees them. People on the same visit see only your first name. We sell them to nobody, do not send them outside the European Economic Area, and no program decides about you on its own.
clause_how_long = An application without an answer is deleted after { $days } days. Once you are accepted, your data stay here as long as you help; an account that nobody uses is deleted after a warning.
clause_rights = At any time you can see your data, correct them, download them, restrict their use, object and ask for them to be deleted. You can also complain to the President of the Personal Data Protection Office (Prezes Urzędu Ochrony Danych Osobowych), ul. Stawki 2, 00-193 Warszawa.
clause_free = Giving your data is voluntary, but without them the application cannot be answered.

## Waiting for approval

waits_heading = Your application waits for an answer
waits_help = The coordinator will see it and answer. Until then you see only your own data. When the answer is “yes”, a letter will come and shifts will appear here.
waiting_heading =
    { $count ->
        [one] Waiting for an answer: { $count } application
       *[other] Waiting for an answer: { $count } applications
    }
waiting_since = Application of { $when }
address_confirmed = address confirmed
address_unconfirmed = address not confirmed yet
approve = Accept
approve_name = Accept: { $name }
refuse = Refuse and delete the data
refuse_name = Refuse and delete the data: { $name }
approved = The person is accepted and will get a letter. Now fill in their roles and documents.
refused = The application is refused and the data are deleted.

## A person's own calendar

feed_name = { $service }: my shifts
feed_heading = Shifts in my calendar
feed_help = The address of the calendar gives your shifts with the crew’s hours, the place and your role. Changes come by themselves. Whoever knows the address sees your shifts, so give it to nobody.
feed_none = The calendar is off.
feed_since = The calendar has been on since { $when }. We show the address only once; if it is lost, make a new one.
feed_make = Make a calendar address
feed_renew = Make a new address (the old one will stop working)
feed_end = Turn the calendar off
feed_made_heading = The address of your calendar
feed_made_help = Copy the address now or add it to your calendar straight away: we will not show it a second time.
feed_webcal = Add to the calendar on this device
feed_google = Address for Google Calendar
feed_google_help = Google hides cancelled entries. At this address they stay, and the title says that the shift is cancelled. Paste it in Google Calendar: “Other calendars”, “From URL”.
feed_back = Back to my data
language_changed = From now on pages and letters are in English.
feed_ended = The calendar is off and its address has stopped working.

## Erasing

erase_mine_heading = Deleting your data
erase_mine_help = You can ask for your account and all your data to be deleted.
erase_mine_link = Ask for my data to be deleted
erase_asked = The request to delete your data is saved. The coordinator will answer by { $when }.
erase_take_back = Take the request back
erase_asked_done = The request to delete your data is saved.
erase_taken_back = The request is taken back.
erase_asks = asks for their data to be deleted, answer by { $when }
erase_link = Delete this person’s data
erase_heading = Deleting data: { $name }
erase_goes_heading = What goes
erase_goes = Name, addresses, telephone, date of birth, documents and consents, wishes, links, calendar, letters, reasons written at shifts, and sign-ins.
erase_gives_back =
    { $count ->
        [one] { $count } future shift will be given up, and the free place goes to the first person on the waiting list
       *[other] { $count } future shifts will be given up, and the free places go to the first people on the waiting lists
    }
erase_stays_heading = What stays
erase_stays =
    { $count ->
        [one] { $count } shift worked and its hours, without the name, as numbers.
       *[other] { $count } shifts worked and their hours, without the name, as numbers.
    }
erase_stays_none = Nothing: no shift has taken place yet.
erase_backups = Backups contain these data until their time runs out.
erase_paper_heading = What the centre must keep on paper
erase_paper_none = No paper that must be kept is recorded here.
erase_paper_agreement = agreement from { $from } to { $to }: until { $until } (claims, art. 118 of the Civil Code (Kodeks cywilny))
erase_paper_open = agreement from { $from }, without an end: end it first, then six years to the end of the year (art. 118 of the Civil Code (Kodeks cywilny))
erase_paper_sheets = monthly sheets of socially useful work (PSU): until { $until }
erase_export = First download all of this person’s data (JSON)
erase_type = To confirm, type: { $name }
erase_type_wrong = Type exactly: { $name }
erase_button = Delete for ever
erase_word = DELETE
erase_ask_button = Send request
erase_ask_help = The coordinator deletes the data, within a month at the latest. Until then you can take the request back.
erased_heading = The data are deleted
erased = Nothing about this person is left except the number of hours. Keep the papers from the previous page until the days given, then destroy them.
erase_own = You cannot delete your own account: ask another coordinator.

## People from a table

import_link = Load people from a table (CSV)
import_heading = People from a table
import_help = One person per row. Anybody who already has an account with that address stays unchanged. If something is wrong, nothing is saved and you see all the mistakes at once.
import_template = Download an empty table
import_file = CSV file (UTF-8, commas or semicolons)
import_check = Only check
import_add = Load
import_invite = Load and send invitations
import_columns = Columns
import_needed = required
import_column_text =
    { $column ->
        [name] first name and surname
        [email] e-mail address with which the person signs in
        [phone] telephone
        [kind] volunteer (also when empty), psu or staff; staff get an animator’s account
        [born_on] date of birth of a minor, for example 2010-12-26; empty for adults
        [roles] roles in the crew, separated by spaces: leader, helper, first-aider, driver
        [languages] languages besides Polish, separated by spaces, for example uk en
        [register_on] day on which the registers were checked
        [certificate_on] day on which the criminal-record certificate was handed in
        [statements_on] day on which the statements were handed in
        [agreement_from] first day of the written agreement that is on file
        [agreement_to] its last day; empty: until further notice
        [agreement_signed] day of signing; empty: the first day
        [insured_from] first day of the accident insurance (NNW)
       *[insured_to] its last day
    }
import_not_taken = Nothing has been saved. To be corrected:
import_file_missing = Choose a file.
import_file_large = The file is larger than 1 MB: load the people in parts.
import_added =
    { $count ->
        [one] { $count } person added.
       *[other] { $count } people added.
    }
import_would_add =
    { $count ->
        [one] There are no mistakes in the table. { $count } person would be added.
       *[other] There are no mistakes in the table. { $count } people would be added.
    }
import_invited = Each of them will get a letter with a link for setting a password.
import_known =
    { $count ->
        [one] { $count } person already has an account and stays unchanged:
       *[other] { $count } people already have an account and stay unchanged:
    }
in_cell = Row { $row }, column { $column }: { $what }
in_row = Row { $row }: { $what }
in_column = Column { $column }: { $what }
more_faults = And { $count } more.
fault_not_utf8 = This is not UTF-8 text: save the table as “CSV UTF-8”.
fault_not_table = has more or fewer cells than the first row
fault_empty = There is nobody in the table: enter people below the first row, one per row.
fault_too_long = The table is too long: load the people in parts.
fault_no_column = this column is missing
fault_unknown_column = “{ $found }” is not a column of this table
fault_column_twice = this column is there twice
fault_missing = this cell cannot be empty
fault_name = enter 1 to 100 characters on one line
fault_email = “{ $found }” is not an e-mail address, for example anna@example.pl
fault_twice = this address is already in row { $row }
fault_line = enter at most 100 characters on one line
fault_word = “{ $found }” means nothing here; known are: { $known }
fault_day = “{ $found }” is not a date, for example 2027-07-01
fault_ahead = this day has not come yet
fault_ends_before = the last day is before the first
fault_born_adult = this person is already 18: leave the cell empty

## Letters

letter_registered_subject = { $service }: set your password
letter_registered = Somebody gave this address in an application to join the crew: { $service }. If it was you, set a password at the link below. The link works for 7 days. If it was not you, do nothing: without a password the application will be deleted.
letter_known_subject = { $service }: you already have an account
letter_known = Somebody gave this address in an application to join the crew: { $service }. There is already an account with this address. If it was you, sign in; if you do not remember the password, ask the coordinator for a new invitation. If it was not you, do nothing: we have changed nothing.
letter_invited_subject = { $service }: invitation to the crew
letter_invited = The coordinator has made an account for you: { $service }. Set a password at the link below. The link works for 7 days; after that, ask the coordinator for a new one.
letter_approved_subject = { $service }: application accepted
letter_approved = Your application is accepted. Sign in and see what is missing before your first shift.
letter_approved_without_password = Your application is accepted. Set a password at the link below and see what is missing before your first shift.
letter_waits_subject = New application to join the crew: { $name }
letter_waits = { $name } wants to join the crew and has confirmed the address. The application waits for your answer.
letter_erasure_subject = Request to delete data: { $name }
letter_erasure = { $name } asks for their data to be deleted. Answer within a month at the latest (art. 12 GDPR (RODO)).
letter_idle_subject = { $service }: your account will be deleted
letter_idle = You have not been here for a long time. On { $on } we will delete the account and your data. If you want to keep them, you only need to sign in.
