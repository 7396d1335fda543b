### The places that the service knows, for staff.

heading = Miejsca
help = Osiedla i przystanki, które zna Świetlicobus. Nowe dopisuje się w plikach sezonu albo wczytuje z listy (import stops).
none = Nie ma jeszcze żadnego przystanku. Wczytaj sezon: pliki sezonu przynoszą miejsca ze sobą.
no_estate = Bez osiedla
no_point = bez własnego punktu na mapie
merge_heading = Dwa wpisy, jedno miejsce
merge_help = Gdy dwa przystanki okazują się jednym, połącz je. Najpierw pokażemy, co się zmieni.
gone_label = Przystanek, który znika
stays_label = Przystanek, który zostaje
choose = – wybierz –
look = Pokaż, co się zmieni
preview_heading = „{ $gone }” stanie się częścią przystanku „{ $stays }”
visits = { $count ->
    [one] Przechodzi { $count } wizyta. W kalendarzach rodziców zmieni się nazwa miejsca, żaden wpis się nie powtórzy.
    [few] Przechodzą { $count } wizyty. W kalendarzach rodziców zmieni się nazwa miejsca, żaden wpis się nie powtórzy.
    [many] Przechodzi { $count } wizyt. W kalendarzach rodziców zmieni się nazwa miejsca, żaden wpis się nie powtórzy.
   *[other] Przechodzi { $count } wizyty. W kalendarzach rodziców zmieni się nazwa miejsca, żaden wpis się nie powtórzy.
}
no_visits = Nie ma tam żadnych wizyt.
addresses = Stare adresy strony i kalendarza, także z plakatów i kodów QR, prowadzą odtąd do przystanku „{ $stays }”. Kto obserwował stary przystanek, obserwuje nowy.
for_good = Tego nie da się cofnąć.
merge_button = Połącz
kept_from = Nie można ich połączyć:
itself = To ten sam przystanek. Wybierz dwa różne.
lies_in_none = Wizyty są opublikowane, a przystanek „{ $stays }” nie leży na żadnym osiedlu: rodzice by go nie znaleźli. Dopisz mu osiedle.
both_ask = Oba przystanki proszą o wizyty ({ $seasons }). Zdecyduj, która prośba obowiązuje, i usuń drugą, a potem połącz.
not_chosen = Wybierz oba przystanki z listy.
done = Połączone: dwa wpisy są teraz jednym przystankiem.
