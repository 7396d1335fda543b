### Posters, the leaflet and the table of the town, and the page that offers them.

## On paper

stops_here = Тут зупиняється Світліцобус
poster_title = Плакат: { $name } – { $service }
posters_title = Плакати зупинок – { $service }
leaflet_title = Листівка: { $season } – { $service }
table_title = Розклад на весь сезон: { $town }, { $season }
place = Місце
information = Інформація
look_here = Зміни та скасування завжди на цій сторінці:
timetable = Розклад № { $number } від { $date }
state_of = Стан: { $time }
qr_description = QR-код з адресою сторінки { $address }
more_on_page = Продовження на сторінці.
when_and_where = Коли й де
good_to_know = Варто знати
themes = Теми тижнів
on_your_phone = У телефоні
on_your_phone_help = На сторінці ви знайдете свою зупинку, нагадування та календар, на який можна підписатися.
fold_here = тут скласти
week = Тиждень
estate_and_stop = Мікрорайон і зупинка

## The page

heading = Для друку
description = Плакати, листівка та розклад на одному аркуші, готові до друку: { $service }.
help = На кожному папері є QR-код актуальної сторінки, номер і дата розкладу. Скасовані візити позначено словом, тож можна друкувати чорно-білим.
what_label = Що надрукувати
whole_town = Усе місто
leaflet = Листівка, яку можна скласти
town_table = Розклад усього міста на аркуші
posters_of_estates = Плакати мікрорайонів
posters_of_stops = Плакати зупинок
size_label = Формат паперу
size_help = Листівка завжди на A4. Друкуйте її з двох боків, перегортаючи за коротким краєм, і складіть утричі там, де риски.
languages_label = Мови
language_name = { $language ->
    [pl] польська
    [uk] українська
   *[en] англійська
}
two_languages = { $first } та { $second }
open = Відкрити PDF
poster = Плакат для друку
all_posters = Плакати всіх зупинок в одному файлі
