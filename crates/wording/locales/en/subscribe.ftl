### The page that brings visits into a calendar.

heading = Calendar: { $what }
intro = Your calendar will fetch the visits by itself. Changes and cancellations appear in it on their own, but only after some hours.
link = Add to calendar
link_help = Phone, Google, Outlook and others: we show you how.
mix = { $more ->
    [0] { $names }
    [one] { $names } and { $more } more place
   *[other] { $names } and { $more } more places
}
calendar_mix = { $more ->
    [0] { $service }: { $names }
    [one] { $service }: { $names } and { $more } more place
   *[other] { $service }: { $names } and { $more } more places
}
description = Visits of the children’s activity bus in your calendar: { $town }.
mix_unknown = We know none of these places. Choose them from the list.
mix_too_many = { $most ->
    [one] Choose at most { $most } place, or the calendar of the whole town.
   *[other] Choose at most { $most } places, or the calendar of the whole town.
}

at_once_heading = Want to know at once?
at_once = Calendars look for changes every few hours. Only a notification on your phone or an e-mail tells you of a cancellation or a delay at once. No account is needed.
at_once_link = Notifications

apple_heading = iPhone, iPad, Mac
apple_button = Open in Calendar
apple_how = The phone asks whether to subscribe to the calendar. Confirm.
apple_not = You will not see changes at once: an iPhone usually looks every few hours. More often if you set it in Settings, under Calendar, Accounts.

android_heading = Android phone
android_how = A button that adds a calendar does nothing on many phones, so there is none here. Notifications are the surest way. For the calendar, add it to Google Calendar on a computer: a few minutes later it is on the phone, too.
android_not = If it does not show on the phone, open the settings of the Calendar app and switch on synchronisation of this calendar.

google_heading = Google Calendar on a computer
google_button = Add to Google Calendar
google_how = A page of Google opens. Sign in and confirm.
google_not = Google looks rarely, every 4 to 24 hours, and hides cancelled events. So it gets a version of its own, in which a cancelled visit stays and says CANCELLED.

outlook_heading = Outlook.com and Outlook
outlook_how = Copy the address at the end of this page. In Outlook choose “Add calendar”, then “Subscribe from web”, paste the address and save.
outlook_not = The first visits may take a quarter of an hour to appear, changes some hours.

thunderbird_heading = Thunderbird
thunderbird_how = Copy the address at the end of this page. Choose “New Calendar”, then “On the Network”, and paste the address.
thunderbird_not = Changes are not seen while the program is closed.

file_heading = A file to download
file_button = Download the file
file_not = Such a file never changes again: it shows no cancellation and no new time. Good for today or tomorrow only.

address = Address of the calendar
copy = Copy the address
copied = Copied
address_google = Address for Google Calendar
qr_heading = On another phone
qr_help = Scan it with the camera, and this page opens on the phone.
qr_label = QR code with the address { $address }

choose_heading = Several places in one calendar
choose_help = Tick your places. The choice is in the calendar’s address only: nobody stores it. The address goes on working when a place is renamed.
stops_of = Stops: { $estate }
whole_estate = All of the { $estate } estate
choose_button = Show the calendar
mine = One calendar for my places
