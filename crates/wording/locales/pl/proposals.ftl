### The crew of a season as the program proposes it.

heading = Obsada sezonu
crumb = Obsada
help = Program ułoży obsadę z tego, co ludzie sami o sobie podali: kiedy mogą, gdzie lubią być, ile dyżurów chcą wziąć. Pilnuje przepisów i zasad domu, dzieli pracę po równo i zostawia tych, którzy już są zapisani. Nic nie dzieje się samo: propozycję oglądasz, zmieniasz, a potem każda osoba sama odpowiada „tak” albo „nie”.
no_shifts_yet = W tym sezonie nie ma jeszcze dyżurów. Najpierw opublikuj plan.
from = Od dnia
to = Do dnia
effort = Jak długo szukać
effort_seconds = { $seconds ->
    [one] { $seconds } sekundę
    [few] { $seconds } sekundy
    [many] { $seconds } sekund
   *[other] { $seconds } sekundy
}
effort_help = Zgodna z zasadami obsada jest od razu. Dłuższe szukanie lepiej trafia w życzenia.
propose = Zaproponuj obsadę
earlier = Wcześniejsze propozycje
none_yet = Nie ma jeszcze żadnej propozycji.
proposal_of = Propozycja z { $when }
state_text = { $state ->
    [draft] do przejrzenia
    [offered] osoby zapytane
   *[discarded] odrzucona
}
places_proposed = { $count ->
    [one] { $count } miejsce zaproponowane
    [few] { $count } miejsca zaproponowane
    [many] { $count } miejsc zaproponowanych
   *[other] { $count } miejsca zaproponowanego
}
people_asked = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
    [many] { $count } osób
   *[other] { $count } osoby
}
empty_places = { $count ->
    [one] { $count } miejsce zostaje puste
    [few] { $count } miejsca zostają puste
    [many] { $count } miejsc zostaje pustych
   *[other] { $count } miejsca zostaje pustego
}
full = Wszystkie miejsca byłyby obsadzone.
nothing_proposed = Program nie znalazł nikogo, kogo można by jeszcze zapytać. Przy każdym pustym miejscu zobaczysz dlaczego.
best_possible = Lepszej obsady zgodnej z zasadami nie ma: to jest sprawdzone.
offer = Zapytaj wszystkie osoby
offer_help = Każda osoba dostanie jedną wiadomość ze wszystkimi swoimi dyżurami i odpowie na każdy z osobna. Miejsca są trzymane do odpowiedzi, najdłużej tydzień.
discard = Odrzuć propozycję
again = Ułóż nową propozycję
shares = Kto ile
shares_help = „Sprawiedliwie” to liczba wizyt w sezonie, która wychodzi, gdy każde miejsce podzielić po równo między wszystkich, którzy mogliby je wziąć.
share_person = Osoba
share_held = Ma już
share_proposed = Propozycja
share_fair = Sprawiedliwie
share_most = Chce najwyżej
no_wish = bez limitu
stands = Zapisani
asked_for = Do zapytania
extra_role = { $role } (także niepełnoletni)
take_out = Wyjmij
take_out_name = Wyjmij z propozycji: { $name }
empty_here = { $count ->
    [one] Brakuje { $count } osoby
    [few] Brakuje { $count } osób
    [many] Brakuje { $count } osób
   *[other] Brakuje { $count } osoby
}
why_empty = Dlaczego i kogo wybrać
why_empty_name = Dlaczego i kogo wybrać: { $shift }
refused_by_then = nie można już było zapytać
outcome_asked = zapytano, czekamy na odpowiedź
outcome_came = powiedziała lub powiedział „tak”
outcome_no = odpowiedź: „nie” albo brak odpowiedzi
place_heading = Puste miejsce
to_proposal = Cała propozycja
choose_heading = Można wybrać
choose = Wybierz
choose_name = Wybierz do propozycji: { $name }
nobody_to_choose = Nikogo nie można wybrać bez złamania zasady. Poniżej widać, co stoi na przeszkodzie. Od zasad domu możesz odstąpić na tablicy dyżuru, podając powód.
to_board = Tablica tego dyżuru
obstacles_heading = Co stoi na przeszkodzie
nothing_empty = Na tym dyżurze nie ma pustego miejsca do obsadzenia.
not_chosen = Tej osoby nie można teraz wybrać: { $name }
on_this_visit = Jest już na tej wizycie albo w jej propozycji.
not_available = W swoich życzeniach podaje, że wtedy nie może.
not_their_role = Nie ma tej roli.
in_training = Tę rolę dopiero poznaje i nie liczy się do obsady.
said_no = Na ten dyżur odpowiedź brzmiała już „nie”.
meanwhile = W tym czasie ma inny dyżur: { $shift }.
too_far = Nie zdąży dojechać z innego dyżuru albo na inny: { $shift }.
too_little_rest = Za mało odpoczynku przed innym dyżurem albo po nim: { $shift }.
day_full = Z tą propozycją miałaby lub miałby za dużo godzin tego dnia.
week_full = Z tą propozycją miałaby lub miałby za dużo godzin w tym tygodniu.
month_full = Z tą propozycją miałaby lub miałby za dużo godzin w tym miesiącu.
season_full = Ma już tyle wizyt albo godzin, ile chce lub może w sezonie.
too_many_days = Pracowałaby lub pracowałby za wiele dni z rzędu.
too_few_adults = W tej załodze jest za mało dorosłych, żeby dołączyła osoba niepełnoletnia.
too_many_psu = W tej załodze jest już tyle osób z prac społecznie użytecznych, ile może być.
to_before_from = Ostatni dzień jest wcześniej niż pierwszy. Popraw jedną z dat.
no_day = Wpisz datę, na przykład 2027-07-01.
done_asked = Osoby zostały zapytane. Odpowiedzi zobaczysz tutaj.
done_discarded = Propozycja została odrzucona. Nikt nie dostał wiadomości.
done_changed = Propozycja została zmieniona.
letter_subject = { $count ->
    [one] Propozycja dyżuru dla Ciebie
    [few] Propozycja { $count } dyżurów dla Ciebie
    [many] Propozycja { $count } dyżurów dla Ciebie
   *[other] Propozycja dyżurów dla Ciebie
}
letter = Układamy obsadę Świetlicobusu i chcemy zapytać Cię o te dyżury. Nic nie jest jeszcze postanowione: przy każdym powiedz „tak” albo „nie”.
letter_line = { $shift }, odpowiedz do: { $until }
