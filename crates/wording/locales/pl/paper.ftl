### Posters, the leaflet and the table of the town, and the page that offers them.

## On paper

stops_here = Tutaj zatrzymuje się Świetlicobus
poster_title = Plakat: { $name } – { $service }
posters_title = Plakaty przystanków – { $service }
leaflet_title = Ulotka: { $season } – { $service }
table_title = Rozkład na cały sezon: { $town }, { $season }
place = Miejsce
information = Informacje
look_here = Zmiany i odwołania są zawsze na tej stronie:
timetable = Rozkład nr { $number } z { $date }
state_of = Stan: { $time }
qr_description = Kod QR z adresem strony { $address }
more_on_page = Ciąg dalszy na stronie.
when_and_where = Kiedy i gdzie
good_to_know = Dobrze wiedzieć
themes = Tematy tygodni
on_your_phone = W telefonie
on_your_phone_help = Na stronie znajdziesz swój przystanek, przypomnienia i kalendarz do subskrybowania.
fold_here = tu złożyć
week = Tydzień
estate_and_stop = Osiedle i przystanek

## The page

heading = Do druku
description = Plakaty, ulotka i rozkład na jednej kartce, gotowe do druku: { $service }.
help = Każdy papier ma kod QR do aktualnej strony oraz numer i datę rozkładu. Odwołane wizyty są opisane słowem, więc można drukować na czarno-biało.
what_label = Co wydrukować
whole_town = Całe miasto
leaflet = Ulotka do złożenia
town_table = Rozkład całego miasta na kartce
posters_of_estates = Plakaty osiedli
posters_of_stops = Plakaty przystanków
size_label = Format papieru
size_help = Ulotka jest zawsze na A4. Drukuj ją dwustronnie, obracając wzdłuż krótszego boku, i złóż na trzy tam, gdzie są kreski.
languages_label = Języki
language_name = { $language ->
    [pl] polski
    [uk] ukraiński
   *[en] angielski
}
two_languages = { $first } i { $second }
open = Otwórz PDF
poster = Plakat do druku
all_posters = Plakaty wszystkich przystanków w jednym pliku
