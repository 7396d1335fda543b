### The form on which anybody tells of a barrier.

heading = Zgłoś barierę
help = Coś na tej stronie, na przystanku albo w autobusie utrudnia Ci korzystanie ze Świetlicobusu? Napisz nam o tym.
what = Co jest barierą?
what_hint = Własnymi słowami: czego nie da się zrobić, przeczytać albo gdzie nie da się wejść.
place = Gdzie?
place_hint = Na przykład adres strony albo nazwa przystanku. Możesz zostawić puste.
contact = Jak Ci odpowiedzieć?
contact_hint = E-mail, telefon albo adres. Nieobowiązkowo, ale bez tego nie możemy odpowiedzieć.
kept = { $days ->
    [one] Zgłoszenie i kontakt usuwamy po { $days } dniu.
    [few] Zgłoszenie i kontakt usuwamy po { $days } dniach.
    [many] Zgłoszenie i kontakt usuwamy po { $days } dniach.
   *[other] Zgłoszenie i kontakt usuwamy po { $days } dnia.
}
send = Wyślij zgłoszenie
what_missing = Napisz, co jest barierą.
too_long = { $most ->
    [one] Skróć do { $most } znaku.
    [few] Skróć do { $most } znaków.
    [many] Skróć do { $most } znaków.
   *[other] Skróć do { $most } znaku.
}
sent_heading = Dziękujemy, mamy zgłoszenie
sent_answer = Odpowiemy jak najszybciej, najpóźniej w ciągu 7 dni.
sent_without_contact = Przeczytamy je i sprawdzimy. Nie mamy jak Ci odpowiedzieć, bo nie zostawiłeś ani nie zostawiłaś kontaktu.
sent_law = Jeśli w tym czasie nie da się usunąć bariery, podamy nowy termin, nie dłuższy niż 2 miesiące, albo zaproponujemy inny sposób. Gdy odmówimy, możesz złożyć skargę, a potem zwrócić się do Rzecznika Praw Obywatelskich.
back = Deklaracja dostępności
