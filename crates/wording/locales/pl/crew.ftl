### What a crew lacks, and what a shift asks of whoever takes it.

missing_tongue = { $tongue ->
    [uk] Nikt z załogi nie mówi po ukraińsku.
    [ru] Nikt z załogi nie mówi po rosyjsku.
    [be] Nikt z załogi nie mówi po białorusku.
    [en] Nikt z załogi nie mówi po angielsku.
    [de] Nikt z załogi nie mówi po niemiecku.
   *[pso] Nikt z załogi nie zna polskiego języka migowego.
}

conditions_heading = Warunki zapisu
opens_from_start = Zapisać się można od ogłoszenia planu.
opens_season = Zapisać się można od: { $when }. Tak mówi ustawienie sezonu.
opens_own = Zapisać się można od: { $when }. Tak ustawiono dla tego dyżuru.
opens_day = Zapisy na ten dyżur od dnia
opens_day_help = Puste: jak w całym sezonie. Dzień, który minął, otwiera zapisy od razu. Ty możesz zapytać każdego wcześniej.
opens_time = Od godziny
season_asks = Sezon wymaga na tym dyżurze: { $papers }.
also_asked = Na tym dyżurze potrzebne są też dokumenty
conditions_help = Kto już jest na dyżurze, zostaje.
save_conditions = Zapisz warunki
conditions_saved = Warunki zapisu są zmienione.
no_such_time = Podaj dzień i godzinę otwarcia zapisów albo zostaw oba pola puste.

as_told = Powody są napisane tak, jak czyta je ta osoba.
late_heading = Spóźnienie
late_help = Rodzice zobaczą to od razu na stronach i w kalendarzach.
late_said = Rodzice czytają teraz: { $said }
late_tap = { $minutes } min
late_tap_name = Spóźni się o { $minutes } min: { $stop }
late_question = Spóźni się o:
late_minutes = O ile minut
late_reason = Dlaczego (nie trzeba)
late_save = Powiedz rodzicom
on_time = Jedziemy zgodnie z planem
on_time_name = Jedziemy zgodnie z planem: { $stop }
done_late = Rodzice widzą, że wizyta się spóźni.
done_on_time = Rodzice widzą znowu godziny z planu.
late_wrong = Wpisz liczbę minut od { $least } do { $most }.
