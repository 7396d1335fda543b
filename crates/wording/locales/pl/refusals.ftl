### Reasons of every "no", as whole sentences to the person who asked.

shift_full = { $places ->
    [one] Jedyne miejsce na tym dyżurze jest już zajęte.
    [few] Wszystkie { $places } miejsca na tym dyżurze są już zajęte.
    [many] Wszystkie { $places } miejsc na tym dyżurze jest już zajętych.
   *[other] Wszystkie miejsca na tym dyżurze są już zajęte.
}
shift_closed = Koordynator zamknął zapisy na ten dyżur.
visit_cancelled = Ta wizyta została odwołana.
shift_past = Ten dyżur już się zaczął: { $started }.
already_signed_up = Jesteś już na liście tego dyżuru.
overlap = W tym czasie masz inny dyżur: { $day }, { $hours }. Najpierw z niego zrezygnuj.
never_cleared = Nie masz jeszcze dopuszczenia do pracy z dziećmi. Poproś o nie koordynatora.
clearance_ends = Twoje dopuszczenie do pracy z dziećmi jest ważne do { $until }, a ten dyżur jest { $on }. Poproś koordynatora o przedłużenie.
wrong_role_text = { $role ->
    [leader] Ten dyżur jest dla osoby prowadzącej, a koordynator nie wpisał Ci tej roli.
    [helper] Ten dyżur jest dla osoby do pomocy, a koordynator nie wpisał Ci tej roli.
    [driver] Ten dyżur jest dla kierowcy, a koordynator nie wpisał Ci tej roli.
   *[first-aider] Ten dyżur jest dla osoby z kursem pierwszej pomocy, a koordynator nie wpisał Ci tej roli.
}
only_adults = Na ten dyżur mogą się zapisać tylko osoby, które w jego dniu mają ukończone 18 lat.
too_young = { $minimum ->
    [one] Na ten dyżur można się zapisać po ukończeniu { $minimum } roku.
    [few] Na ten dyżur można się zapisać po ukończeniu { $minimum } lat.
    [many] Na ten dyżur można się zapisać po ukończeniu { $minimum } lat.
   *[other] Na ten dyżur można się zapisać po ukończeniu { $minimum } roku.
}
holds_no_place_text = { $state ->
    [withdrawn] Z tego dyżuru już wcześniej zrezygnowano.
    [withdrawn-late] Z tego dyżuru już wcześniej zrezygnowano, po terminie.
    [released] Koordynator zwolnił już to miejsce.
    [declined] Z tego miejsca już wcześniej zrezygnowano.
    [expired] Czas na odpowiedź minął i miejsce przeszło na kogoś innego.
    [rejected] Na ten zapis koordynator się nie zgodził.
    [closed] Lista oczekujących na ten dyżur jest już zamknięta.
   *[confirmed] Ten zapis nie zajmuje miejsca.
}
nothing_to_reconfirm = Tego zapisu nie trzeba potwierdzać jeszcze raz.
step_not_possible_text = { $state ->
    [requested] Tego nie da się zrobić: ten zapis czeka na zgodę koordynatora.
    [offered] Tego nie da się zrobić: to miejsce jest dopiero zaproponowane. Można je przyjąć albo odmówić.
    [waitlisted] Tego nie da się zrobić: ten zapis jest na liście oczekujących.
    [confirmed] Tego nie da się zrobić: ten zapis jest potwierdzony.
    [to-reconfirm] Tego nie da się zrobić: ten zapis czeka na potwierdzenie nowego terminu.
    [checked-in] Tego nie da się zrobić: na tym dyżurze odnotowano już przyjście.
    [attended] Tego nie da się zrobić: ten dyżur jest już rozliczony.
    [no-show] Tego nie da się zrobić: na tym dyżurze odnotowano nieobecność.
   *[other] Tego nie da się zrobić: ten zapis jest już zakończony.
}
only_staff = To może zrobić tylko koordynator.
only_by_itself = To robi program sam, o wyznaczonej porze.
not_yet_open = Zapisy na ten dyżur jeszcze się nie zaczęły. Otworzą się: { $opens }.
already_asked_text = { $state ->
    [requested] Twoja prośba o ten dyżur czeka już na zgodę koordynatora.
   *[waitlisted] Jesteś już na liście oczekujących na ten dyżur.
}
training_full_text = { $are ->
    [none] Na ten dyżur nie ma miejsc dla osób, które dopiero się uczą.
   *[some] Wszystkie miejsca dla osób, które dopiero się uczą, są na tym dyżurze zajęte.
}
travel_too_long = Nie zdążysz dojechać: masz inny dyżur { $day }, { $hours }. Droga trwa: { $needed }.
too_many_hours_text = { $period ->
    [day] Tego dnia byłoby za dużo godzin: { $would_be }. Najwięcej można: { $limit }.
    [week] W tym tygodniu byłoby za dużo godzin: { $would_be }. Najwięcej można: { $limit }.
    [month] W tym miesiącu byłoby za dużo godzin: { $would_be }. Najwięcej można: { $limit }.
   *[season] W tym sezonie byłoby za dużo godzin: { $would_be }. Najwięcej można: { $limit }.
}
rest_too_short = Za krótki odpoczynek między tym dyżurem a innym: { $day }, { $hours }. Byłoby: { $rest }. Trzeba co najmniej: { $needed }.
too_many_days = Z tym dyżurem byłoby za dużo dni z rzędu: { $would_be }. Najwięcej można: { $limit }.
role_ended_text = { $role ->
    [leader] Rola osoby prowadzącej jest wpisana Ci do { $until }. Poproś koordynatora o przedłużenie.
    [helper] Rola osoby do pomocy jest wpisana Ci do { $until }. Poproś koordynatora o przedłużenie.
    [driver] Rola kierowcy jest wpisana Ci do { $until }. Poproś koordynatora o przedłużenie.
   *[first-aider] Rola osoby z kursem pierwszej pomocy jest wpisana Ci do { $until }. Poproś koordynatora o przedłużenie.
}
qualification = { $which ->
    [first-aid] zaświadczenie o kursie pierwszej pomocy
    [driving-licence] prawo jazdy na ten autobus
    [pedagogue] dyplom nauczyciela, wychowawcy lub opiekuna
    [leisure-leader] zaświadczenie kierownika wypoczynku
   *[leisure-educator] zaświadczenie wychowawcy wypoczynku
}
qualification_missing = Na ten dyżur potrzebny jest dokument: { $paper }. Pokaż go koordynatorowi.
qualification_unseen = Koordynator nie widział jeszcze Twojego dokumentu: { $paper }. Pokaż mu go.
qualification_ended = Twój dokument jest ważny do { $until }, a ten dyżur jest później: { $paper }. Pokaż koordynatorowi nowy.
clearance_part_missing_text = { $part ->
    [register] Koordynator nie sprawdził Cię jeszcze w rejestrze sprawców przestępstw seksualnych (RSPTS). Poproś go o to.
    [certificate] Brakuje Twojego zaświadczenia o niekaralności z KRK. Przynieś je koordynatorowi.
   *[statements] Brakuje Twojego oświadczenia o krajach zamieszkania. Podpisz je u koordynatora.
}
clearance_part_too_old_text = { $part ->
    [register] Sprawdzenie w rejestrze (RSPTS) jest ważne do { $until }, a ten dyżur jest później. Poproś koordynatora o nowe.
    [certificate] Twoje zaświadczenie o niekaralności z KRK jest ważne do { $until }, a ten dyżur jest później. Przynieś nowe.
   *[statements] Twoje oświadczenie jest ważne do { $until }, a ten dyżur jest później. Podpisz nowe u koordynatora.
}
standards_not_read = Przeczytaj standardy ochrony małoletnich (wersja { $version }) i potwierdź, że je znasz.
agreement_missing = Nie masz jeszcze porozumienia z ośrodkiem. Podpisz je u koordynatora.
agreement_ended = Twoje porozumienie z ośrodkiem obowiązuje do { $until }, a ten dyżur jest później. Poproś koordynatora o nowe.
agreement_not_begun = Twoje porozumienie z ośrodkiem zaczyna obowiązywać { $from }, a ten dyżur jest wcześniej.
agreement_not_in_writing = { $limit ->
    [one] Od { $first } do { $last } jest więcej niż { $limit } dzień: porozumienie musi być na piśmie. Podpisz je u koordynatora.
    [few] Od { $first } do { $last } jest więcej niż { $limit } dni: porozumienie musi być na piśmie. Podpisz je u koordynatora.
    [many] Od { $first } do { $last } jest więcej niż { $limit } dni: porozumienie musi być na piśmie. Podpisz je u koordynatora.
   *[other] Od { $first } do { $last } jest więcej niż { $limit } dnia: porozumienie musi być na piśmie. Podpisz je u koordynatora.
}
insurance_missing = W dniu tego dyżuru ({ $on }) nie masz ubezpieczenia od wypadków. Ośrodek musi je najpierw wykupić: poproś koordynatora.
consent_missing = Brakuje zgody Twojego rodzica lub opiekuna. Przynieś ją koordynatorowi.
consent_withdrawn = Zgoda Twojego rodzica lub opiekuna jest wycofana od { $from }.
consent_outdated = Zgoda Twojego rodzica lub opiekuna jest na dawnym formularzu. Przynieś koordynatorowi nową.
minor_hours = W Twoim wieku można mieć dyżury tylko w godzinach { $hours }.
minor_not_at_all = W Twoim wieku nie można jeszcze mieć dyżurów.
minor_too_long = W Twoim wieku byłoby tego dnia za dużo godzin: { $would_be }. Najwięcej można: { $limit }.
no_adult_of_staff = Na tę wizytę nie zapisał się jeszcze nikt dorosły z ośrodka, a osoby niepełnoletnie nie mogą być bez niego.
too_many_minors = Na tej wizycie jest za mało dorosłych, żeby mogła przyjść jeszcze jedna osoba niepełnoletnia.
too_many_psu = { $limit ->
    [one] Na jednej wizycie może być najwyżej { $limit } osoba z prac społecznie użytecznych.
    [few] Na jednej wizycie mogą być najwyżej { $limit } osoby z prac społecznie użytecznych.
    [many] Na jednej wizycie może być najwyżej { $limit } osób z prac społecznie użytecznych.
   *[other] Na jednej wizycie może być najwyżej { $limit } osoby z prac społecznie użytecznych.
}
needs_approval = Na to musi się zgodzić koordynator.
offer_ended = Czas na odpowiedź już minął: { $ended }.
not_asked_yet = To miejsce jest teraz proponowane osobom przed Tobą. Jeśli nikt go nie przyjmie, zapytamy wszystkich: { $from }.
reason_missing = Napisz, dlaczego.
swap_changes_nothing = Ta zamiana nic by nie zmieniła.
swap_outdated = Od czasu propozycji coś się w tych zapisach zmieniło. Zaproponuj zamianę jeszcze raz.
swap_not_waiting = Ta propozycja zamiany nie czeka na tę odpowiedź.
day_too_long = Jednego dnia nie można wpisać tyle godzin. Najwięcej: { $limit }.
