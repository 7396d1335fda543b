### Being told of visits without an account.

## The box on public pages and its answers.

heading = Powiadom mnie
help = Dzień wcześniej o wizycie, a od razu o odwołaniu, zmianie i spóźnieniu. Bez konta.
push_button = Powiadamiaj na tym telefonie
push_stop = Nie powiadamiaj już na tym telefonie
push_on = Ten telefon dostaje powiadomienia.
push_denied = Przeglądarka nie pozwala na powiadomienia. Możesz to zmienić w jej ustawieniach albo podać adres e-mail.
push_failed = Nie udało się. Spróbuj jeszcze raz albo podaj adres e-mail.
email = Adres e-mail
email_help = Tylko do powiadomień. Usuwamy go po sezonie albo jednym kliknięciem.
email_button = Powiadamiaj e-mailem
email_wrong = Wpisz adres e-mail, na przykład anna@example.pl.
season_over = Sezon się skończył. Powiadomienia włączysz znowu, gdy ogłosimy następny.
email_off = Ta strona nie wysyła e-maili.
push_off = Ta strona nie wysyła powiadomień na telefon.
form_heading = Powiadomienia: { $what }
asked_heading = Sprawdź pocztę
asked = Na podany adres przyjdzie list. Otwórz go i naciśnij przycisk, a powiadomienia będą włączone.
asked_after = Nie ma listu po godzinie? Sprawdź folder ze spamem i adres. Niepotwierdzony adres usuwamy po 48 godzinach.
asked_demo = To jest demo: listy nie wychodzą. Koordynator widzi je na stronie „Wiadomości”.

## What is followed.

town = całe miasto
estate = osiedle { $name }
stop = { $name } (osiedle { $estate })

## The page behind the link of every letter.

page_heading = Twoje powiadomienia
page_pending = Czeka na potwierdzenie
confirm_button = Tak, powiadamiajcie mnie
confirmed = Powiadomienia są włączone.
page_followed = Powiadamiamy Cię o wizytach
stop_short = Nie powiadamiajcie
stop_one = Nie powiadamiajcie: { $what }
stop_all = Wyłącz wszystko i usuń mój adres
stop_help = Usuniemy wszystko, co o Tobie wiemy: adres i listę miejsc.
ended_heading = Powiadomienia wyłączone
ended = Adres i lista miejsc są usunięte. Włączysz je znowu na stronie przystanku lub osiedla.

## Letters and push messages. $visit is „środa, 7 lipca, od 10:00 do 13:00, Plac zabaw”.

greeting = Dzień dobry!
confirm_subject = Potwierdź powiadomienia: { $service }
confirm_intro = Ktoś, pewnie Ty, prosi o powiadomienia o wizytach na ten adres:
confirm_how = Otwórz tę stronę i naciśnij przycisk:
confirm_not_you = Jeśli to nie Ty, nic nie rób. Nic nie będziemy wysyłać, a adres usuniemy po 48 godzinach.
known_subject = Masz już powiadomienia: { $service }
known = Ktoś, pewnie Ty, prosi o powiadomienia na ten adres. Są już włączone:
visit = { $day }, { $hours }, { $stop }
tomorrow_one = Jutro: { $visit }
tomorrow_many = { $count ->
    [one] Jutro { $count } wizyta
    [few] Jutro { $count } wizyty
    [many] Jutro { $count } wizyt
   *[other] Jutro { $count } wizyty
}
cancelled = Odwołane: { $visit }
moved = Zmiana: { $visit }
moved_from = Wcześniej zapowiadaliśmy: { $visit }.
restored = Jednak będzie: { $visit }
late = { $minutes ->
    [one] Spóźnienie { $minutes } minutę: { $visit }
    [few] Spóźnienie { $minutes } minuty: { $visit }
    [many] Spóźnienie { $minutes } minut: { $visit }
   *[other] Spóźnienie { $minutes } minuty: { $visit }
}
on_time = Bez spóźnienia: { $visit }
reason = Powód: { $reason }
note = Uwaga: { $note }
changes = { $count ->
    [one] { $count } zmiana w rozkładzie
    [few] { $count } zmiany w rozkładzie
    [many] { $count } zmian w rozkładzie
   *[other] { $count } zmiany w rozkładzie
}
and_more = { $count ->
    [one] i jeszcze { $count }
    [few] i jeszcze { $count }
    [many] i jeszcze { $count }
   *[other] i jeszcze { $count }
}
why = Dostajesz tę wiadomość, bo chcesz wiedzieć o wizytach: { $what }.
how_to_end = Zmień lub wyłącz jednym kliknięciem: { $link }
link_not_shown = (adres strony zna tylko osoba, do której idzie ta wiadomość)
