### Passing a shift on, trading it, asking somebody to cover one, writing to a crew.

## Passing a shift on or trading it: the page of one's own shift. Names of others are a first name and a letter.

swap_link = Oddaj lub zamień
swap_link_of = Oddaj lub zamień dyżur: { $shift }
swap_heading = Oddaj lub zamień dyżur
swap_help = Dyżur jest Twój, dopóki ktoś go nie przejmie. Kto go przejmie, dostanie wiadomość, Ty też.
swap_not_possible = Tego dyżuru nie można teraz oddać ani zamienić:
give_anybody_heading = Oddaj pierwszej osobie, która może
give_anybody_help = { $count ->
    [one] Teraz może go wziąć { $count } osoba. Dostanie wiadomość.
    [few] Teraz mogą go wziąć { $count } osoby. Dostaną wiadomość, dyżur weźmie pierwsza.
    [many] Teraz może go wziąć { $count } osób. Dostaną wiadomość, dyżur weźmie pierwsza.
   *[other] Teraz może go wziąć { $count } osoby. Dostaną wiadomość, dyżur weźmie pierwsza.
}
give_nobody = Teraz nikt nie może go wziąć. Propozycja zaczeka: gdy ktoś będzie mógł, zobaczy ją na swojej stronie dyżurów.
give_anybody = Oddaj komukolwiek
give_named_heading = Oddaj wybranej osobie
give_to = Komu
with_staff = { $name }, za zgodą koordynatora
give_named = Zaproponuj
trade_heading = Zamień na inny dyżur
trade_none = Teraz nie ma dyżuru, na który można by się zamienić.
trade_for = Na który dyżur
trade_choice = { $shift } ({ $name })
trade = Zaproponuj zamianę
swap_word = Kilka słów do tej osoby (nieobowiązkowo)
swap_word_help = Najwyżej { $most } znaków.
swap_word_wrong = Napisz najwyżej { $most } znaków zwykłego tekstu.
choose_somebody = Wybierz jedną z możliwości.
back_to_shifts = Wróć do dyżurów

## Swaps on the page of shifts.

swaps_to_answer = Ktoś prosi Cię o przejęcie dyżuru
swaps_for_anybody = Dyżury do wzięcia od innych
swap_wants_to_give = { $name } chce oddać Ci ten dyżur:
swap_gives_anybody = { $name } szuka kogoś na ten dyżur:
swap_wants_back = W zamian za Twój dyżur:
swap_says = „{ $text }”
swap_yes = Biorę
swap_yes_to = Biorę dyżur: { $shift }
swap_no = Nie mogę
swap_no_to = Nie mogę wziąć dyżuru: { $shift }
swap_waits_for = Propozycja zamiany czeka na odpowiedź. Do kogo: { $name }
swap_waits_for_anybody = Szukamy kogoś, kto weźmie ten dyżur.
swap_waits_for_staff = Zamiana czeka na zgodę koordynatora.
swap_take_back = Cofnij propozycję
swap_take_back_of = Cofnij propozycję zamiany dyżuru: { $shift }

## What was done.

swap_is_proposed = Propozycja jest wysłana. Dyżur jest Twój, dopóki ktoś go nie przejmie.
swap_is_done = Zamiana jest zrobiona. Dziękujemy!
swap_is_for_staff = Zgoda zapisana. Teraz decyduje koordynator, damy znać.
swap_is_declined = Odpowiedź zapisana. Dziękujemy, że dajesz znać.
swap_is_taken_back = Propozycja jest cofnięta.
swap_is_rejected = Zamiana jest odrzucona. Obie osoby dostaną wiadomość.

## Swaps on the coordinator's board of a shift.

swap_look = Zdecyduj
board_swaps = Zamiany do zatwierdzenia
board_swap_gives = { $giver } oddaje ten dyżur. Przejmuje: { $taker }
board_swap_back = W zamian:
board_swap_because = Potrzebna jest decyzja, bo:
board_swap_reason = Dlaczego mimo to (trafi do dziennika)
board_swap_yes = Zatwierdź zamianę
board_swap_yes_of = Zatwierdź zamianę: { $giver }, { $taker }
board_swap_no = Odrzuć zamianę
board_swap_no_of = Odrzuć zamianę: { $giver }, { $taker }
reason_of_giver = Odpowiedź dla osoby, która oddaje dyżur: „{ $reason }”
reason_of_taker = Odpowiedź dla osoby, która przejmuje dyżur: „{ $reason }”
reason_of_crew = Załoga wizyty: { $reason }
swap_open = Ten dyżur czeka już na zamianę. Najpierw cofnij tamtą propozycję.
other_person_may_not = Nie może teraz wziąć tego dyżuru. Dlaczego, wie ta osoba i koordynator.

## Asking somebody to cover a shift.

cover_heading = Poproś o zastępstwo
cover_help = Pytamy osoby, które mogą i mają wtedy czas, najpierw te, o które prosiliśmy najdawniej. Miejsce dostanie ta, która pierwsza powie „tak”. Kto powie „nie”, tego o ten dyżur już nie pytamy.
cover_count = Ile osób zapytać
cover_count_wrong = Wpisz liczbę od 1 do { $most }.
cover_button = Zapytaj
cover_asked_heading = Kogo zapytano
cover_asked_line = { $name }, zapytano: { $when }
cover_silent = bez odpowiedzi
cover_said_yes = tak
cover_said_no = nie
cover_is_asked = Pytania są wysłane.
covers_mine = Koordynator prosi: czy możesz przyjść?
cover_yes = Tak, przyjdę
cover_yes_to = Tak, przyjdę na dyżur: { $shift }
cover_no = Nie mogę
cover_no_to = Nie mogę przyjść na dyżur: { $shift }
cover_is_declined = Zapisaliśmy, że nie możesz. O ten dyżur już nie zapytamy.
nobody_to_ask = Nie ma kogo zapytać: kto może wziąć ten dyżur, tego już zapytano albo ma na niego zapis.
not_asked = Nie ma takiego pytania do Ciebie albo odpowiedź jest już zapisana.

## A message to a crew.

crew_message_heading = Wiadomość do załogi
crew_message_help = { $count ->
    [one] Na tym dyżurze jest { $count } osoba. Wiadomość dostanie e-mailem.
    [few] Na tym dyżurze są { $count } osoby. Wiadomość dostaną e-mailem.
    [many] Na tym dyżurze jest { $count } osób. Wiadomość dostaną e-mailem.
   *[other] Na tym dyżurze jest { $count } osoby. Wiadomość dostaną e-mailem.
}
crew_message_text = Treść
crew_message_limit = Najwyżej { $most } znaków. Treści nie zapisujemy w dzienniku.
crew_message_wrong = Napisz od 1 do { $most } znaków zwykłego tekstu.
crew_message_button = Wyślij do załogi tego dyżuru
crew_message_visit = Wyślij do wszystkich na tej wizycie
crew_message_sent = Wiadomość do załogi czeka na wysłanie. Widać ją na stronie wiadomości.

## Letters. $when is a day in words, $stop a place.

swap_proposed_subject = Prośba o przejęcie dyżuru: { $when }, { $stop }
swap_proposed = { $name } chce oddać Ci swój dyżur. Odpowiedz na stronie dyżurów.
swap_for = W zamian chce wziąć Twój dyżur:
swap_message = { $name } pisze: „{ $text }”
swap_open_subject = Dyżur do wzięcia: { $when }, { $stop }
swap_open_asked = { $name } szuka kogoś na swój dyżur, a Ty możesz go wziąć. Dostanie go osoba, która pierwsza powie „biorę”.
swap_for_staff_subject = Zamiana do zatwierdzenia: { $when }, { $stop }
swap_for_staff = Obie osoby zgadzają się na zamianę, ale według zasad potrzebna jest Twoja decyzja. Oddaje: { $giver }. Przejmuje: { $taker }.
swap_ended_subject = Zamiany nie będzie: { $when }, { $stop }
swap_passed_subject = Twój dyżur ma nową osobę: { $when }, { $stop }
swap_passed = Ten dyżur przejmuje { $name }. Nie masz już na nim miejsca.
cover_subject = Czy możesz przyjść? Dyżur: { $when }, { $stop }
cover_asked = Na tym dyżurze brakuje osoby. Odpowiedz na stronie dyżurów: miejsce dostanie ta osoba, która pierwsza powie „tak”. Jeśli nie możesz, też daj znać, a o ten dyżur już nie zapytamy.
crew_subject = Wiadomość o dyżurze: { $when }, { $stop }
crew_intro = Wiadomość od koordynatora do załogi:
swap_ended_text = { $state ->
    [declined] Druga osoba nie może wziąć tego dyżuru. Dyżur dalej jest Twój.
    [rejected] Koordynator nie zgodził się na tę zamianę. Wszystko zostaje, jak było.
   *[cancelled] Propozycja zamiany jest nieaktualna: została cofnięta albo coś się w tych dyżurach zmieniło. Wszystko zostaje, jak było.
}
