### The certificate of hours on paper, and the public page that confirms it.

## The paper

title = Certificate of voluntary work
number = No. { $number }, edition { $edition }
certified_by = { $issuer } certifies that voluntary work was done by:
period_label = Period
period = { $first } to { $last }
scope_label = Work done
scope_text = { $role ->
    [leader] leading activities for children at the stops of the activity bus
    [driver] driving the activity bus
    [first-aider] first aid at the stops of the activity bus
   *[helper] helping with activities for children at the stops of the activity bus
}
scope_line = { $scope }: { $length }
total_label = In all
total = { $length } ({ $shifts ->
    [one] { $shifts } shift
   *[other] { $shifts } shifts
})
length_text = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
}
years_heading = Hours by school year
year_label = School year
hours_label = Hours
counted = Only shifts at which the organiser confirmed the person's presence count. A school year runs from 1 September to 31 August.
law = Issued under article 44(2) of the Polish act of 24 April 2003 on public benefit activity and volunteering.
place_and_date = { $place }, { $date }
signature = signature and stamp of the organiser
check_here = See whether this certificate is genuine and in force at:
code = Code: { $code }
qr_description = QR code with the address of the page that confirms this certificate
page_title = Certificate check

## The public page

genuine = This certificate was issued by { $issuer }.
issued_on = Issued on
number_label = Number
initials_label = Initials
initials_help = Compare this with the paper. The name is not shown: whoever holds the paper knows it.
in_force = The certificate is in force.
replaced = Edition { $edition } of { $date } took its place. This edition is out of date.
outdated = The record of hours was changed after it was issued. Ask for a new edition.
page_help = Type the code at the bottom of the certificate. Capitals and hyphens make no difference.
code_label = Code on the certificate
check_button = Check
unknown = No certificate was issued here under this code. See whether every letter of the code is right.
