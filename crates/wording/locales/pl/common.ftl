### Counted nouns and the closed lists of words.

visits = { $count ->
    [one] { $count } wizyta
    [few] { $count } wizyty
    [many] { $count } wizyt
   *[other] { $count } wizyty
}
stops = { $count ->
    [one] { $count } przystanek
    [few] { $count } przystanki
    [many] { $count } przystanków
   *[other] { $count } przystanku
}
estates = { $count ->
    [one] { $count } osiedle
    [few] { $count } osiedla
    [many] { $count } osiedli
   *[other] { $count } osiedla
}
shifts = { $count ->
    [one] { $count } dyżur
    [few] { $count } dyżury
    [many] { $count } dyżurów
   *[other] { $count } dyżuru
}
people = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
    [many] { $count } osób
   *[other] { $count } osoby
}
free_places = { $count ->
    [one] { $count } wolne miejsce
    [few] { $count } wolne miejsca
    [many] { $count } wolnych miejsc
   *[other] { $count } wolnego miejsca
}
people_needed = { $count ->
    [one] potrzebna { $count } osoba
    [few] potrzebne { $count } osoby
    [many] potrzebnych { $count } osób
   *[other] potrzebne { $count } osoby
}
children = { $count ->
    [one] { $count } dziecko
    [few] { $count } dzieci
    [many] { $count } dzieci
   *[other] { $count } dziecka
}
changes = { $count ->
    [one] { $count } zmiana
    [few] { $count } zmiany
    [many] { $count } zmian
   *[other] { $count } zmiany
}
weeks = { $count ->
    [one] { $count } tydzień
    [few] { $count } tygodnie
    [many] { $count } tygodni
   *[other] { $count } tygodnia
}
days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}

yes = tak
no = nie

account_role_text = { $role ->
    [coordinator] koordynator
    [animator] animator
   *[volunteer] wolontariusz
}
crew_role_text = { $role ->
    [leader] prowadzący
    [helper] pomocnik
    [driver] kierowca
   *[first-aider] ratownik z kursem pierwszej pomocy
}
stop_kind_text = { $kind ->
    [playground] plac zabaw
    [square] plac lub podwórko
    [park] park
    [school] szkoła
    [preschool] przedszkole
    [club] klub lub świetlica
    [pitch] boisko
    [event-site] miejsce imprez
    [indoor] hala
   *[to-be-agreed] miejsce do ustalenia
}
visit_state_text = { $state ->
    [planned] zaplanowana
   *[cancelled] odwołana
}
signup_state_text = { $state ->
    [requested] czeka na zgodę
    [rejected] odmowa
    [offered] zaproponowano
    [waitlisted] na liście oczekujących
    [closed] nie doczekał(a) się miejsca
    [confirmed] na dyżurze
    [to-reconfirm] ma potwierdzić nowy termin
    [declined] nie przyjęto propozycji
    [expired] bez odpowiedzi w terminie
    [withdrawn] rezygnacja
    [withdrawn-late] rezygnacja po terminie
    [released] zwolnione
    [checked-in] na miejscu
    [attended] godziny zaliczone
   *[no-show] nieobecność
}
certainty_text = { $certainty ->
    [sourced] położenie ze źródła publicznego
    [estimated] położenie przybliżone
    [checked] położenie sprawdzone
   *[unknown] położenie nieznane
}
