### What people are told by e-mail, and the pages about that.

## Subjects. $when is a day in words, $stop a place.

offered_subject = Miejsce na dyżurze czeka na Twoją odpowiedź: { $when }, { $stop }
free_place_subject = Zwolniło się miejsce na dyżurze: { $when }, { $stop }
signup_subject_text = { $state ->
    [confirmed] Masz miejsce na dyżurze: { $when }, { $stop }
    [requested] Twoje zgłoszenie czeka na zgodę: { $when }, { $stop }
    [waitlisted] Czekasz na miejsce na dyżurze: { $when }, { $stop }
    [offered] Miejsce na dyżurze czeka na Twoją odpowiedź: { $when }, { $stop }
    [to-reconfirm] Zmiana terminu dyżuru, potwierdź: { $when }, { $stop }
    [rejected] Twoje zgłoszenie nie zostało przyjęte: { $when }, { $stop }
    [declined] Rezygnujesz z miejsca na dyżurze: { $when }, { $stop }
    [expired] Czas na odpowiedź minął: { $when }, { $stop }
    [withdrawn] Twoja rezygnacja z dyżuru: { $when }, { $stop }
    [withdrawn-late] Twoja rezygnacja z dyżuru po terminie: { $when }, { $stop }
    [released] Twojego dyżuru nie będzie: { $when }, { $stop }
    [closed] Lista oczekujących zamknięta: { $when }, { $stop }
    [checked-in] Jesteś na dyżurze: { $when }, { $stop }
    [attended] Twój dyżur: { $when }, { $stop }
   *[no-show] Nieobecność na dyżurze: { $when }, { $stop }
}
given_back_late_subject = Brakuje osoby na dyżurze: { $when }, { $stop }
reminder_subject = Jutro masz dyżur: { $when }, { $stop }

## Accounts and consents: subjects and bodies. $until is an instant in words.

invitation_subject = Zaproszenie do Świetlicobusa
invitation = Masz konto w Świetlicobusie. Ustaw swoje hasło pod tym adresem, a potem zaloguj się adresem, na który przyszła ta wiadomość:
new_password_subject = Nowe hasło do Świetlicobusa
new_password = Pod tym adresem ustawisz nowe hasło do swojego konta w Świetlicobusie:
link_until = Adres działa do { $until } i tylko jeden raz. Kto go ma, może z niego skorzystać, więc nie przekazuj go nikomu.
link_not_shown = (adres zna tylko osoba, do której idzie ta wiadomość)
consent_subject = Prośba o zgodę rodzica lub opiekuna
consent = Prosimy o zgodę na wolontariat przy wizytach Świetlicobusa. Osoba, której dotyczy zgoda: { $minor }. Tekst zgody jest pod tym adresem:
consent_help = Odpowiedź nie wymaga konta. Zgodę można tam też wycofać, dopóki adres działa, a później u koordynatora. Adres e-mail wykorzystujemy tylko do tej wiadomości.
consent_ended_subject = Zgoda opiekuna: odpowiedź
consent_withdrawn = Opiekun wycofał zgodę na wolontariat. Osoba: { $minor }. Sprawdź jej dyżury: bez zgody nie może na nie przyjść.
consent_refused = Opiekun nie zgodził się na wolontariat. Osoba: { $minor }.

## Bodies, a paragraph each.

greeting = Dzień dobry, { $name }!
greeting_anybody = Dzień dobry!
offered = Mamy dla Ciebie miejsce na dyżurze. Trzymamy je do: { $until }. Potem zapytamy o nie kogoś innego.
free_place = Zwolniło się miejsce na dyżurze, na które czekasz. Dyżur jest już blisko, więc pytamy wszystkie czekające osoby naraz: miejsce dostanie ta, która pierwsza je przyjmie.
signup_text = { $state ->
    [confirmed] Masz miejsce na tym dyżurze. Dziękujemy!
    [requested] Twoje zgłoszenie na ten dyżur czeka na zgodę koordynatora. Damy znać.
    [waitlisted] Jesteś na liście oczekujących na ten dyżur. Gdy zwolni się miejsce, damy znać.
    [offered] Miejsce na tym dyżurze czeka na Twoją odpowiedź.
    [to-reconfirm] Ten dyżur ma nowy termin. Twoje miejsce jest zajęte, ale potwierdź, że nowy termin Ci odpowiada.
    [rejected] Koordynator nie przyjął Twojego zgłoszenia na ten dyżur.
    [declined] Miejsce na tym dyżurze przeszło na kogoś innego, zgodnie z Twoją odpowiedzią.
    [expired] Czas na odpowiedź minął i miejsce na tym dyżurze przeszło na kogoś innego.
    [withdrawn] Twoje miejsce na tym dyżurze jest znów wolne, zgodnie z Twoją rezygnacją.
    [withdrawn-late] Twoje miejsce na tym dyżurze jest znów wolne. Było już po terminie rezygnacji, więc koordynator wie o tym i szuka zastępstwa.
    [released] Nie masz już miejsca na tym dyżurze.
    [closed] Lista oczekujących na ten dyżur jest zamknięta.
    [checked-in] Jesteś na liście obecnych na tym dyżurze.
    [attended] Twoja obecność na tym dyżurze jest zapisana.
   *[no-show] Na tym dyżurze zapisano Twoją nieobecność.
}
answer_by = Odpowiedz najpóźniej: { $until }. Bez odpowiedzi miejsce przejdzie na kogoś innego.
visit_cancelled = Ta wizyta świetlicobusu została odwołana, więc dyżuru nie będzie.
given_back_late = { $name } nie może przyjść na ten dyżur, a termin rezygnacji już minął.
still_missing = { $count ->
    [one] Brakuje { $count } osoby.
    [few] Brakuje { $count } osób.
    [many] Brakuje { $count } osób.
   *[other] Brakuje { $count } osoby.
}
reminder = Przypominamy o jutrzejszym dyżurze. Jeśli nie możesz przyjść, daj znać od razu: zrezygnuj na stronie i zadzwoń do koordynatora.
when_line = Kiedy: { $day }, { $hours }
open_line = Dla dzieci: { $hours }
where_line = Gdzie: { $stop }, { $estate }
address_line = Adres: { $address }
role_line = Twoje zadanie: { $role }
role_wanted_line = Zadanie: { $role }
note_line = Uwaga: { $note }
link_line = Szczegóły i odpowiedź: { $link }
calendar_line = W załączniku jest wpis do Twojego kalendarza.
signature = { $service }
unsubscribe_line = Nie chcesz takich wiadomości? { $link }

## The entry for a calendar.

entry_confirmed = Dyżur w świetlicobusie: { $stop }
entry_tentative = DO POTWIERDZENIA: dyżur w świetlicobusie, { $stop }
entry_cancelled = ODWOŁANE: dyżur w świetlicobusie, { $stop }

## A test message.

test_subject = Próba poczty świetlicobusu
test_body = To jest wiadomość próbna. Skoro ją czytasz, poczta działa.

## Kinds of message.

kind_text = { $kind ->
    [account] konto
    [consent] zgoda opiekuna
    [signup] Twoje zapisy na dyżury
    [offer] wolne miejsca, na które czekasz
    [change] zmiany terminów i odwołania
    [swap] zamiany dyżurów
    [reminder] przypomnienia o jutrzejszym dyżurze
    [crew] wiadomości do załogi
    [follow] powiadomienia dla rodziców
   *[staff] wiadomości dla koordynatorów
}

## The page on which somebody does without a kind of message.

unsubscribe_heading = Wiadomości e-mail
unsubscribe_ask = Te wiadomości: { $kind }. Czy mamy ich już nie wysyłać na Twój adres?
unsubscribe_keep = Wszystko dalej zobaczysz po zalogowaniu, na stronie dyżurów. Bez wiadomości łatwo jednak przegapić zmianę terminu.
unsubscribe_button = Nie wysyłajcie ich więcej
unsubscribed = Nie będziemy już wysyłać tych wiadomości: { $kind }.
subscribe_button = Wysyłajcie je znowu
subscribed = Znów wysyłamy te wiadomości: { $kind }.

## Certificates of hours

certificate_asked_subject = Prośba o zaświadczenie
certificate_asked = { $name } prosi o zaświadczenie o przepracowanych godzinach.
certificate_issued_subject = Twoje zaświadczenie jest gotowe
certificate_issued = Wydaliśmy Twoje zaświadczenie nr { $number }. Możesz je pobrać ze swojej strony.

## The page of messages for coordinators.

outbox_tab = Wiadomości
outbox_heading = Wiadomości e-mail
outbox_off = Poczta nie jest włączona: wiadomości czekają tutaj i nikt ich nie dostaje. Jak ją włączyć, mówi dokumentacja, rozdział „E-mail”.
outbox_demo = To pokaz: nic nie jest wysyłane, a tu widać, co by wyszło.
outbox_waiting = Czekają
outbox_dead = Nie udało się wysłać
outbox_sent = Ostatnio wysłane
outbox_none = Nie ma takich wiadomości.
outbox_to = Do: { $name }
outbox_due = Wyjdzie: { $when }
outbox_ended = { $when }
outbox_tries = { $count ->
    [one] { $count } próba
    [few] { $count } próby
    [many] { $count } prób
   *[other] { $count } próby
}
outbox_error = Odpowiedź serwera poczty: { $error }
outbox_moot = Ta sprawa jest już nieaktualna.
outbox_words = Treść
outbox_again = Wyślij jeszcze raz
outbox_given_up = { $count ->
    [one] { $count } wiadomości nie udało się wysłać.
    [few] { $count } wiadomości nie udało się wysłać.
    [many] { $count } wiadomości nie udało się wysłać.
   *[other] { $count } wiadomości nie udało się wysłać.
}
outbox_look = Zobacz i wyślij jeszcze raz
outbox_follower = osoba, która chce wiedzieć o wizytach
outbox_forgotten = Adres usunięty po wysłaniu
outbox_spent = Link z tej wiadomości jest usunięty, więc nie można jej wysłać jeszcze raz.
outbox_new_link = Utwórz nowy link
outbox_sent_again = Wiadomość znów czeka na wysłanie.
