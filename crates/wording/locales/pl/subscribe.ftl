### The page that brings visits into a calendar.

heading = Kalendarz: { $what }
intro = Twój kalendarz będzie sam pobierał wizyty. Przesunięcia i odwołania pojawią się w nim same, ale po kilku godzinach.
link = Dodaj do kalendarza
link_help = Telefon, Google, Outlook i inne: pokażemy, jak to zrobić.
mix = { $more ->
    [0] { $names }
    [one] { $names } i jeszcze { $more } miejsce
    [few] { $names } i jeszcze { $more } miejsca
    [many] { $names } i jeszcze { $more } miejsc
   *[other] { $names } i jeszcze { $more } miejsca
}
calendar_mix = { $more ->
    [0] { $service }: { $names }
    [one] { $service }: { $names } i jeszcze { $more } miejsce
    [few] { $service }: { $names } i jeszcze { $more } miejsca
    [many] { $service }: { $names } i jeszcze { $more } miejsc
   *[other] { $service }: { $names } i jeszcze { $more } miejsca
}
description = Wizyty świetlicy na kołach w Twoim kalendarzu: { $town }.
mix_unknown = Nie znamy żadnego z tych miejsc. Wybierz je z listy.
mix_too_many = { $most ->
    [one] Wybierz najwyżej { $most } miejsce albo kalendarz całego miasta.
    [few] Wybierz najwyżej { $most } miejsca albo kalendarz całego miasta.
    [many] Wybierz najwyżej { $most } miejsc albo kalendarz całego miasta.
   *[other] Wybierz najwyżej { $most } miejsca albo kalendarz całego miasta.
}

at_once_heading = Chcesz wiedzieć od razu?
at_once = Kalendarze sprawdzają zmiany co kilka godzin. O odwołaniu i spóźnieniu od razu powie tylko powiadomienie na telefonie albo e-mail. Nie trzeba zakładać konta.
at_once_link = Powiadomienia

apple_heading = iPhone, iPad, Mac
apple_button = Otwórz w Kalendarzu
apple_how = Telefon zapyta, czy subskrybować kalendarz. Potwierdź.
apple_not = Nie zobaczysz zmian od razu: iPhone sprawdza je zwykle co kilka godzin. Częściej, jeśli ustawisz to w Ustawieniach, w części Kalendarz, Konta.

android_heading = Telefon z Androidem
android_how = Przycisk, który dodaje kalendarz, na wielu telefonach nic nie robi, więc go tu nie ma. Najpewniejsze są powiadomienia. Kalendarz dodaj na komputerze do Kalendarza Google: po kilku minutach będzie też w telefonie.
android_not = Jeśli nie widać go w telefonie, w aplikacji Kalendarz otwórz ustawienia i włącz synchronizację tego kalendarza.

google_heading = Kalendarz Google na komputerze
google_button = Dodaj do Kalendarza Google
google_how = Otworzy się strona Google. Zaloguj się i potwierdź.
google_not = Google sprawdza zmiany rzadko, co 4 do 24 godzin, a odwołane spotkania ukrywa. Dlatego dostaje osobną wersję: odwołana wizyta zostaje w niej z napisem ODWOŁANE.

outlook_heading = Outlook.com i Outlook
outlook_how = Skopiuj adres z końca strony. W Outlooku wybierz „Dodaj kalendarz”, potem „Subskrybuj z sieci Web”, wklej adres i zapisz.
outlook_not = Pierwsze wizyty mogą pojawić się dopiero po kilkunastu minutach, zmiany po kilku godzinach.

thunderbird_heading = Thunderbird
thunderbird_how = Skopiuj adres z końca strony. Wybierz „Nowy kalendarz”, potem „W sieci”, i wklej adres.
thunderbird_not = Zmian nie widać, gdy program jest zamknięty.

file_heading = Plik do pobrania
file_button = Pobierz plik
file_not = Taki plik już się nie zmieni: nie pokaże odwołania ani nowej godziny. Dobry tylko na dziś albo jutro.

address = Adres kalendarza
copy = Kopiuj adres
copied = Skopiowano
address_google = Adres dla Kalendarza Google
qr_heading = Na innym telefonie
qr_help = Zeskanuj aparatem, a ta strona otworzy się na telefonie.
qr_label = Kod QR z adresem { $address }

choose_heading = Kilka miejsc w jednym kalendarzu
choose_help = Zaznacz swoje miejsca. Wybór jest tylko w adresie kalendarza: nikt go nie zapisuje. Adres działa dalej, gdy miejsce zmieni nazwę.
stops_of = Przystanki: { $estate }
whole_estate = Całe osiedle { $estate }
choose_button = Pokaż kalendarz
mine = Jeden kalendarz dla moich miejsc
