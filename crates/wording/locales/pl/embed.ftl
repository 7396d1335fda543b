### Visits on pages of others.

heading = Wizyty na Twojej stronie
intro = Wklej kilka wierszy, a Twoja strona sama pokaże najbliższe wizyty, także odwołania i zmiany. Bez ciasteczek, bez śledzenia, poniżej 5 kB.
description = Jak pokazać najbliższe wizyty świetlicy na kołach na innej stronie.
place = Miejsce
town = Całe miasto: { $town }
language = Język
count = Ile wizyt
show = Pokaż
preview = Podgląd
element = Element strony
element_help = Najlepszy wybór: przejmuje czcionkę i kolory strony. Jeśli strona ma politykę CSP, dopisz { $host } w script-src i connect-src.
frame = Ramka
frame_help = Gdy strona nie pozwala na obce skrypty. Ma własny wygląd. W polityce CSP potrzebuje frame-src.
snippet = Tekst do wklejenia
copy = Kopiuj
data = Dane dla programów
data_help = Te same wizyty są w JSON, GeoJSON, iCalendar i Atom, bez klucza i z dowolnej strony.
all = Wszystkie wizyty i powiadomienia
new_tab = Odnośniki otwierają się w nowej karcie.
unknown = Nie znamy takiego miejsca.
