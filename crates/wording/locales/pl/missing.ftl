### In place of a page that is not there, or no more.

estate_heading = Nie znamy takiego osiedla
stop_heading = Nie znamy takiego przystanku
visit_heading = Nie znamy takiej wizyty
page_heading = Nie ma takiej strony
former_visit_heading = Ta wizyta była w innym sezonie
former_stop_heading = Tu Świetlicobus już nie przyjeżdża
former_visit = To była wizyta z sezonu „{ $season }”: { $stop }, { $day }.
former_stop = Przystanku „{ $stop }” nie ma już w rozkładzie.
mistyped = Adres mógł się zmienić albo zawiera literówkę.
nearest = Może chodzi o:
look = Poszukaj po nazwie albo wybierz osiedle z listy.
now_at = Wizyty w tym sezonie: { $stop }
