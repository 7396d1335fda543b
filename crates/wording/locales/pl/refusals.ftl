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
