### What the public calendar says: pages and feeds.

## Every page

window_title = { $page } – { $service }
home_title = { $service } – { $town }
home_description = Kiedy i gdzie staje Świetlicobus: { $town }, { $dates }. Wstęp wolny, zapisy nie są potrzebne.
next_description = { $place } – najbliższa wizyta Świetlicobusu: { $day }, { $hours }.
none_description = { $place } – terminy wizyt Świetlicobusu.
visit_description = { $stop }, osiedle { $estate }: { $day }, { $hours }.
search_description = Znajdź swoje osiedle, przystanek lub ulicę: { $town }.
season_description = { $service }, { $season }: wszystkie wizyty, { $dates }.
example_notice = To jest przykładowy plan. Terminy ułożył program; prawdziwy autobus według nich nie jeździ.
release = Wydanie { $number } rozkładu
last_change = Ostatnia zmiana: { $time }

## Home

home_heading = Kiedy przyjedzie Świetlicobus?
today_before_season = Sezon jeszcze się nie zaczął. Pierwszy dzień: { $first }.
today_out = { $stops ->
    [one] Dziś Świetlicobus staje na { $stops } przystanku.
    [few] Dziś Świetlicobus staje na { $stops } przystankach.
    [many] Dziś Świetlicobus staje na { $stops } przystankach.
   *[other] Dziś Świetlicobus staje na { $stops } przystanku.
}
today_all_cancelled = { $visits ->
    [one] Dzisiejsza wizyta została odwołana.
    [few] Wszystkie { $visits } dzisiejsze wizyty zostały odwołane.
    [many] Wszystkie { $visits } dzisiejszych wizyt zostało odwołanych.
   *[other] Dzisiejsze wizyty zostały odwołane.
}
today_not_out = Dziś Świetlicobus nie kursuje. Najbliższa wizyta: { $next }.
today_not_out_any_more = Dziś Świetlicobus nie kursuje. W tym sezonie nie ma już więcej wizyt.
today_after_season = Sezon się skończył. Do zobaczenia w następnym!

## A visit

theme = Temat tygodnia: { $name }
guests = Goście i partnerzy: { $who }
bring = Warto zabrać: { $what }
status_text = { $status ->
    [planned] zaplanowana
    [moved] przeniesiona
    [late] opóźniona
    [running] trwa
    [over] zakończona
   *[cancelled] odwołana
}
day_and_hours = { $day }, { $hours }
cancelled = Wizyta odwołana.
cancelled_because = Wizyta odwołana. Powód: { $reason }.
late = Spóźni się o { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}: będzie około { $time }.
late_only = Spóźni się o { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}.
with_reason = { $said } Powód: { $reason }.
moved = Wizyta przeniesiona. Poprzedni termin: { $day }, { $hours }.
moved_because = Wizyta przeniesiona. Poprzedni termin: { $day }, { $hours }. Powód: { $reason }.
visit_heading = { $stop }: { $day }

## Search

search_heading = Znajdź swój przystanek
search_heading_for = Wyniki dla: { $query }
search_prompt = Wpisz pierwsze litery osiedla, przystanku lub ulicy. Polskie znaki nie są potrzebne.
search_found = { $count ->
    [one] Znaleziono { $count } miejsce.
    [few] Znaleziono { $count } miejsca.
    [many] Znaleziono { $count } miejsc.
   *[other] Znaleziono { $count } miejsca.
}
search_nothing = Nie znaleziono niczego dla „{ $query }”. Sprawdź pisownię albo wybierz osiedle z listy.
hit_kind_text = { $kind ->
    [estate] osiedle
    [stop] przystanek
   *[street] ulica
}
in_estate = osiedle { $estate }
street_whole = cała ulica: osiedle { $estate }
street_part = część ulicy: osiedle { $estate }
street_numbers = nr { $numbers }: osiedle { $estate }
street_unknown = Nie wiemy, do którego osiedla należy ta ulica. Wybierz osiedle z listy.
formerly = dawniej: { $name }

## Estate and stop

estate_heading = Osiedle { $estate }
visits_ahead = { $count ->
    [one] W tym sezonie jeszcze { $count } wizyta.
    [few] W tym sezonie jeszcze { $count } wizyty.
    [many] W tym sezonie jeszcze { $count } wizyt.
   *[other] W tym sezonie jeszcze { $count } wizyty.
}
visits_over = W tym sezonie nie ma już więcej wizyt.
no_visits = W tym sezonie nie ma tu zaplanowanych wizyt.
approximate = Położenie przybliżone: punkt na mapie pokazuje tylko okolicę.
approximate_short = Położenie przybliżone
place_unknown = Położenie nieznane: nie mamy jeszcze punktu na mapie.
place_to_be_agreed = Miejsce do ustalenia: dokładne miejsce postoju podamy, gdy tylko będzie znane.
fact_text = { $fact ->
    [shade] { $is ->
        [yes] jest cień
       *[no] nie ma cienia
    }
    [toilet] { $is ->
        [yes] toaleta w pobliżu
       *[no] bez toalety w pobliżu
    }
    [water] { $is ->
        [yes] woda do picia
       *[no] bez wody do picia
    }
   *[step-free] { $is ->
        [yes] dojazd wózkiem bez schodów
       *[no] po drodze są schody lub próg
    }
}
wet_weather_place = w razie niepogody: { $place }

## Season

month_summary = { $visits ->
    [one] { $visits } wizyta
    [few] { $visits } wizyty
    [many] { $visits } wizyt
   *[other] { $visits } wizyty
}
season_summary = { $visits ->
    [one] { $visits } wizyta
    [few] { $visits } wizyty
    [many] { $visits } wizyt
   *[other] { $visits } wizyty
} na { $estates ->
    [one] { $estates } osiedlu
    [few] { $estates } osiedlach
    [many] { $estates } osiedlach
   *[other] { $estates } osiedla
}

## Feeds

feed_season = Wszystkie wizyty: { $town }
feed_estate = Wizyty na osiedlu { $estate }
feed_stop = Wizyty: { $stop }
calendar_season = { $service }: { $town }
calendar_estate = { $service }: osiedle { $estate }
calendar_stop = { $service }: { $stop }
entry = { $service }: { $stop }
entry_event = { $service }: { $event }, { $stop }
entry_cancelled = ODWOŁANE: { $title }
entry_late = SPÓŹNI SIĘ: { $title }
entry_moved = ZMIANA: { $title }
location = { $stop }, { $address }, os. { $estate }
location_without_address = { $stop }, os. { $estate }
