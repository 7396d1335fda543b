### Barriers that somebody told of, for staff.

heading = Zgłoszone bariery
help = { $days ->
    [one] Na zgłoszenie trzeba odpowiedzieć w 7 dni; jeśli bariery nie da się usunąć w tym czasie, podać nowy termin do 2 miesięcy (ustawa o dostępności cyfrowej, art. 18). Zgłoszenie usuwamy po { $days } dniu.
    [few] Na zgłoszenie trzeba odpowiedzieć w 7 dni; jeśli bariery nie da się usunąć w tym czasie, podać nowy termin do 2 miesięcy (ustawa o dostępności cyfrowej, art. 18). Zgłoszenie usuwamy po { $days } dniach.
    [many] Na zgłoszenie trzeba odpowiedzieć w 7 dni; jeśli bariery nie da się usunąć w tym czasie, podać nowy termin do 2 miesięcy (ustawa o dostępności cyfrowej, art. 18). Zgłoszenie usuwamy po { $days } dniach.
   *[other] Na zgłoszenie trzeba odpowiedzieć w 7 dni; jeśli bariery nie da się usunąć w tym czasie, podać nowy termin do 2 miesięcy (ustawa o dostępności cyfrowej, art. 18). Zgłoszenie usuwamy po { $days } dnia.
}
none = Nie ma zgłoszeń.
waiting = { $count ->
    [one] { $count } zgłoszenie bariery czeka na odpowiedź.
    [few] { $count } zgłoszenia barier czekają na odpowiedź.
    [many] { $count } zgłoszeń barier czeka na odpowiedź.
   *[other] { $count } zgłoszenia barier czeka na odpowiedź.
}
look = Zobacz zgłoszenia
told = { $at }, język: { $language }
place_line = Gdzie: { $place }
contact_line = Kontakt: { $contact }
no_contact = Bez kontaktu: nie ma komu odpowiedzieć, ale barierę trzeba sprawdzić.
due = Odpowiedz do: { $day }
overdue = Termin odpowiedzi minął: { $day }
answered_button = Odpowiedziano
answered = Odpowiedziano { $at }.
done = Zapisane: na zgłoszenie odpowiedziano.
letter_subject = Zgłoszenie bariery w dostępności
letter_intro = Ktoś zgłosił barierę:
letter_due = Odpowiedz do: { $day }. Ustawa o dostępności cyfrowej daje na to 7 dni.
letter_gone = Zgłoszenie zostało już usunięte.
