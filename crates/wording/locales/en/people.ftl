### People of the crew: the coordinator's pages, links that work once, and one's own page.

## The list

tab_people = People
people_heading = People
people_help = Who can go, who lacks what, and what ends within 30 days.
add_person = Add a person
nobody_yet = There is nobody yet.
nothing_missing = all documents are there
missing_now = Missing:
ends_soon = Ends within 30 days:
inactive = account turned off
no_password = no password yet
awaits_approval = waits for approval
without_role = no role in the crew
minor = minor
kind_text = { $kind ->
    [staff] centre staff
    [volunteer] volunteer
   *[psu] socially useful work (PSU)
}

## What lacks, told of somebody

lack_clearance = clearance to work with children
lack_clearance_until = clearance to work with children (was valid until { $until })
lack_part_text = { $part ->
    [register] check in the register (RSPTS)
    [certificate] criminal-record certificate from the KRK
   *[statements] statement of countries of residence
}
lack_part_until_text = { $part ->
    [register] new check in the register (RSPTS) (the previous one valid until { $until })
    [certificate] new certificate from the KRK (the previous one valid until { $until })
   *[statements] new statement (the previous one valid until { $until })
}
lack_standards = reading the standards for the protection of minors, version { $version }
lack_agreement = agreement
lack_agreement_until = agreement (the previous one until { $until })
lack_agreement_from = agreement for the time before { $from }
lack_writing = signed written agreement
lack_insurance = accident insurance (NNW) for { $on }
lack_consent = consent of a parent or guardian
lack_consent_withdrawn = consent of a parent or guardian (withdrawn { $from })
lack_consent_outdated = consent on the present form
ends_clearance = clearance to work with children: until { $until }
ends_part_text = { $part ->
    [register] check in the register (RSPTS): until { $until }
    [certificate] certificate from the KRK: until { $until }
   *[statements] statement: until { $until }
}
ends_agreement = agreement: until { $until }
ends_role = role “{ $role }”: until { $until }
ends_qualification = { $paper }: until { $until }

## The form

new_person = New person
save = Save
sign_in_section = Person and account
name = First name and surname
email = E-mail address
phone = Telephone (optional)
account_role = Rights of the account
kind = On what basis they work
active = Account works
adult = Is 18 or older
adult_help = We do not keep the date of birth of an adult.
born_on = Date of birth (minors only)
roles_section = Roles in the crew
held_no = no
held_claimed = only claimed, not checked
held_yes = yes, I confirm
held_training = in training
until_of = { $what }: valid until (empty: without an end)
qualifications_section = Qualifications
tongues_section = Languages besides Polish
tongue_text = { $tongue ->
    [uk] Ukrainian
    [ru] Russian
    [be] Belarusian
    [en] English
    [de] German
   *[pso] Polish Sign Language
}
clearance_section = Clearance to work with children
clearance_help = We record only that there was a document, and when. We do not copy what it says.
register_on = Check in the register (RSPTS): day
certificate_on = Certificate from the KRK: dated
statements_on = Statement of countries of residence: day
standards_version = Standards read: version
standards_on = Standards read: day
held_until = Clearance valid at the longest until (empty: by the rules)
agreement_number = Agreement { $number }
agreement_new = New agreement
row_help = To remove an entry, clear its dates.
agreement_kind = Form
kind_written = in writing
kind_oral = oral
signed_on = Signed on
from_day = From
to_day = To
agreement_to = To (empty: until further notice)
paper_on_file = The signed paper is on file
insurance_number = Accident insurance (NNW) { $number }
insurance_new = New accident insurance (NNW)
guardian_section = Parent or guardian and consent (minors only)
guardian_name = Guardian’s first name and surname
guardian_email = Guardian’s e-mail address
consent_on = Consent dated
consent_version = Version of the text of the consent
withdrawn_on = Consent withdrawn from
standing = The guardian and the centre agree in advance to every shift
person_saved = Saved.
person_added = The person is added. Now send them an invitation.

## Faults

email_wrong = Enter an e-mail address, for example anna@example.pl.
email_taken = There is already an account with this e-mail address.
name_wrong = Enter 1 to 100 characters.
text_too_long = Enter at most { $most } characters on one line.
choose_one = Choose one of the options.
date_wrong = Enter a date, for example 2027-07-01.
date_missing = Enter this day.
date_future = This day has not come yet.
number_wrong = Enter a number from 1.
born_missing = Enter the date of birth or tick that the person is 18 or older.
born_adult = This person is already 18: tick that, and we will delete the date.
ends_before = This day is before the first day.
held_too_short = This day is before the day on which the documents were checked.
clearance_first = First enter when the documents were checked.
own_rights = You cannot take rights away from yourself: ask another coordinator.
fault_other = This cannot be saved: { $detail }

## Two people changed the same person

conflict_heading = Somebody changed this person’s data before you

## Links that work once

make_invitation = Make a link with an invitation
make_invitation_help = The person sets the password themselves. A new link turns off the previous one.
make_consent = Make a link for the guardian’s consent
make_consent_help = The guardian reads the text of the consent and answers without an account. A new link turns off the previous one.
links_section = Links
invitation_made = Invitation: { $name }
consent_made = Guardian’s consent: { $name }
link_once = Copy this link now: we will not show it a second time. It works until { $until }. Whoever has it can use it, so send it only to this person.
link_sent = We also send it to the address { $address }.
invitation_goes = The link also goes to the e-mail address of the account.
send_to = Also send the link to the guardian’s address (empty: do not send)
send_to_help = We use this address only for this one message.
link_label = Link to copy
back_to_person = Back to the person
link_ended_heading = This link no longer works
link_ended_help = It has been used or its time has run out. Ask the coordinator for a new one.
invitation_heading = Set a password
invitation_help = You sign in with the address { $email }. Once the password is set, the account works at once.
new_password = Password
new_password_help = { $least } to { $most } characters; ordinary words with spaces are fine.
set_password = Set password
password_length = The password must have { $least } to { $most } characters.
password_common = Anybody would guess this password among the first. Think of another.
password_is_email = The password cannot be your e-mail address.
password_set_heading = The password is set
password_set_help = You can sign in now.

## A guardian's consent

guardian_heading = Consent of a parent or guardian
guardian_intro = Text of the consent, version { $version }:
consent_1_what = I consent to voluntary work at the visits of the Świetlicobus. The person to whom the consent applies: { $minor }.
consent_1_how = At every visit there is an adult from the centre. The hours and length of shifts are limited by age, and the centre approves every shift.
consent_1_data = The centre keeps the first name and surname, e-mail address, date of birth (until the age of 18), shifts, and the fact that documents were handed in, and when.
consent_1_end = Consent can be withdrawn at any time: on this page, as long as the link works, or with the coordinator. From the day of withdrawal, shifts are not possible.
your_name = First name and surname of the guardian, that is, yours
your_name_wrong = Enter your first name and surname, at most 100 characters.
agree = I consent
disagree = I do not consent
consent_given = The consent is recorded with the date { $day }. Thank you!
withdraw_consent = Withdraw consent
consent_gone = The consent is withdrawn from { $day }. To give it again, ask the coordinator for a new link.
consent_refused = We have recorded that there is no consent. If you change your mind, ask the coordinator for a new link.

## One's own page

tab_me = My page
me_heading = My data
my_missing = What I lack for shifts
standards_help = Read the standards for the protection of minors that the centre gives you, and confirm it here.
standards_button = I have read the standards, version { $version }
wishes_heading = When and where I can come
wishes_help = This is a hint for whoever arranges the shifts. If you tick nothing, everything suits you.
mornings = I can come in the morning
afternoons = I can come in the afternoon
away_heading = I am away
away_from = From
away_to = To
how_many = How many visits
visits_label = Most visits in a season (empty: no limit)
number_between = Enter a number from 1 to { $most }.
estates_liked = Estates where I like to be
kept_heading = What is recorded about me
kept_help = This is all that the coordinator sees. If something is wrong, tell them.
export = Download all your data (JSON)
wishes_saved = Saved when and where you can come.
standards_read = Saved that you know the standards.
standards_changed = A different version of the standards is in force. Read it and confirm again.
