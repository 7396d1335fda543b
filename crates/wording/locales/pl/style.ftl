### The page that shows the design system to whoever works on the program.

style_heading = Styl
style_help = Każda strona składa się z tego, co jest tutaj. Strona powstaje z tych samych arkuszy i szablonów, więc pokazuje stan obecny; przełącz system na ciemny wygląd, żeby zobaczyć drugi zestaw barw.
palette_heading = Kolory
palette_help = Pudełko kredek: niebo, słońce, malina, sosna, trawa. Kolor nigdy nie mówi sam, obok zawsze stoi słowo.
type_heading = Pismo
type_help = Zaokrąglone pismo systemu; nic nie jest pobierane.
sample_text = Zażółć gęślą jaźń: autobus staje o 10:00. Їжак і ґава чекають.
space_heading = Odstępy i szerokość
space_help = Odstęp w grupie, między grupami i między częściami strony. Tekst ma najwyżej 44 rem szerokości, pole do dotknięcia co najmniej 44 piksele.
buttons_heading = Przyciski i odnośniki
button_main = Główny
button_plain = Zwykły
button_danger = Nie do cofnięcia
sample_link = Odnośnik
states_heading = Stany wizyty
tickets_heading = Bilet: najbliższa wizyta
notes_heading = Uwagi
note_calm = Spokojna informacja
note_good = Udało się albo warto wiedzieć
note_bad = Coś jest odwołane albo nie wyszło
forms_heading = Formularz z błędem
sample_label = Adres e-mail
sample_hint = Tylko do powiadomień.
sample_error = To nie jest adres e-mail.
drawings_heading = Rysunki
drawings_help = Autobus, łąka i znaki są rysowane przez nas i zawsze stoją obok słowa.
