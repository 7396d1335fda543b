### The frame of every page, and the public pages.

app_name = Radosny Świetlicobus
tagline = Świetlica na kołach odwiedza Twoje osiedle
window_title = { $page } – Radosny Świetlicobus
skip_to_content = Przejdź do treści
pretended_day = Wersja pokazowa: udajemy, że jest { $day }.
example_plan = Terminy to przykładowy plan, a nie prawdziwy rozkład jazdy.
whole_season = Cały sezon
town_calendar = Kalendarz całego miasta
for_crew = Dla załogi
footer_label = Na dole strony
language_label = Język

home_heading = Kiedy przyjedzie Świetlicobus?
search_label = Znajdź swoje osiedle, przystanek lub ulicę
search_hint = Wystarczy początek nazwy, na przykład: lazek. Polskie litery nie są potrzebne.
search = Szukaj
next_visit = Najbliższa wizyta
coming_days = Najbliższe dni
later_visits = Kolejne wizyty
estates = Osiedla
stops = Przystanki
until = do { $time }
estate = osiedle { $name }
free_entry = Wstęp wolny
no_signup_needed = Zapisy nie są potrzebne

map_heading = Mapa przystanków
map_help = Szkic, a nie dokładna mapa. Przystanki pod numerami są na liście obok.
map_label = Szkic miasta z numerami przystanków; te same przystanki są na liście
map_unplaced = Bez znanego położenia
near_me = Najbliżej mnie
near_failed = Telefon nie podał położenia. Wybierz osiedle z listy.
keep_stop = Zapamiętaj ten przystanek
keep_estate = Zapamiętaj to osiedle
kept = Zapamiętane na tym telefonie. Usuń
my_stops = Moje przystanki
here_now = jest teraz
offline = Bez internetu: dane z %.
changed_since = Rozkład zmienił się od Twojej ostatniej wizyty na tej stronie. Zobacz, co się zmieniło

note = Uwaga: { $note }
reason = Powód:
over = Zakończona

nothing_found_help = Sprawdź pisownię, wpisz mniej liter albo wybierz osiedle z listy.

place = Miejsce
address = Adres
kind = Rodzaj miejsca
estate_label = Osiedle
directions = Jak dojść
open_map = Pokaż na mapie w telefonie
route_in_browser = Trasa w OpenStreetMap
hours = Godziny
day = Dzień
cancelled_ones = Odwołane wizyty
earlier_visits = Wcześniejsze wizyty

town_events = Inne wydarzenia w mieście
estate_events = Inne wydarzenia na osiedlu
without_bus = bez Świetlicobusu
joint_event = Wspólnie z wydarzeniem
guests_label = Goście i partnerzy
bring_label = Warto zabrać
theme_of_week = Temat tygodnia
next_at = Najbliżej: { $when }
status = Stan
moved_from_label = Pierwotny termin
next_here = Następna wizyta w tym miejscu
all_at_stop = Wszystkie wizyty w tym miejscu

preparing_heading = Plan jest w przygotowaniu
preparing_help = Terminów jeszcze nie ogłoszono. Zajrzyj tu za jakiś czas: pojawią się na tej stronie.
to_plans = Przejdź do planowania
not_found_heading = Nie ma takiej strony
not_found_help = Adres mógł się zmienić albo zawiera literówkę. Poszukaj osiedla lub ulicy na stronie głównej.
not_allowed_heading = Ta strona jest dla kogoś innego
not_allowed_help = Twoje konto nie ma do niej dostępu. Jeśli to pomyłka, porozmawiaj z koordynatorem.
refused_heading = Tego nie da się zrobić
refused_help = Nic nie zostało zmienione. Powody:
conflict_heading = Ktoś zmienił to przed Tobą
conflict_help = Nic nie zostało zmienione. Wróć, zobacz aktualne dane i spróbuj jeszcze raz.
stale_form_heading = Formularz jest nieaktualny
stale_form_help = Nic nie zostało zmienione. Wróć, odśwież stronę i wyślij formularz jeszcze raz.
busy_heading = Chwilowy tłok
busy_help = Odczekaj kilka sekund, sprawdź, czy zmiana już została zapisana, i jeśli nie, spróbuj ponownie.
broken_heading = Coś się u nas zepsuło
broken_help = To nasza wina, nie Twoja. Spróbuj za chwilę; jeśli błąd wróci, podaj nam numer zgłoszenia.
request_number = Numer zgłoszenia: { $id }
to_home = Przejdź do strony głównej
