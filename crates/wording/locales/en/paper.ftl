### Posters, the leaflet and the table of the town, and the page that offers them.

## On paper

stops_here = The bus stops here
poster_title = Poster: { $name } – { $service }
posters_title = Posters of the stops – { $service }
leaflet_title = Leaflet: { $season } – { $service }
table_title = Timetable of the whole season: { $town }, { $season }
place = Place
information = Information
look_here = Changes and cancellations are always on this page:
timetable = Timetable no. { $number } of { $date }
state_of = As of { $time }
qr_description = QR code with the address of the page { $address }
more_on_page = Read on at the page.
when_and_where = When and where
good_to_know = Good to know
themes = Themes of the weeks
on_your_phone = On your phone
on_your_phone_help = The page has your stop, reminders and a calendar that you can subscribe to.
fold_here = fold here
week = Week
estate_and_stop = Estate and stop

## The page

heading = For print
description = Posters, a leaflet and the timetable on one sheet, ready to be printed: { $service }.
help = Every paper bears a QR code of the live page and the number and date of the timetable. Cancelled visits are marked in words, so black and white will do.
what_label = What to print
whole_town = The whole town
leaflet = Leaflet to fold
town_table = Timetable of the whole town on a sheet
posters_of_estates = Posters of estates
posters_of_stops = Posters of stops
size_label = Paper size
size_help = The leaflet is always on A4. Print it on both sides, flipped on the short edge, and fold it in three where the marks are.
languages_label = Languages
language_name = { $language ->
    [pl] Polish
    [uk] Ukrainian
   *[en] English
}
two_languages = { $first } and { $second }
open = Open the PDF
poster = Poster to print
all_posters = Posters of all stops in one file
