### Days, hours and lengths of time.

weekday = { $weekday ->
    [mon] poniedziałek
    [tue] wtorek
    [wed] środa
    [thu] czwartek
    [fri] piątek
    [sat] sobota
   *[sun] niedziela
}
weekday_short = { $weekday ->
    [mon] pon.
    [tue] wt.
    [wed] śr.
    [thu] czw.
    [fri] pt.
    [sat] sob.
   *[sun] niedz.
}
on_weekday_text = { $weekday ->
    [mon] w poniedziałek
    [tue] we wtorek
    [wed] w środę
    [thu] w czwartek
    [fri] w piątek
    [sat] w sobotę
   *[sun] w niedzielę
}
# As in "1 lipca".
month = { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
month_of_year = { $month ->
    [1] styczeń { $year }
    [2] luty { $year }
    [3] marzec { $year }
    [4] kwiecień { $year }
    [5] maj { $year }
    [6] czerwiec { $year }
    [7] lipiec { $year }
    [8] sierpień { $year }
    [9] wrzesień { $year }
    [10] październik { $year }
    [11] listopad { $year }
   *[12] grudzień { $year }
}

day_month = { $day } { month }
day_month_year = { $day } { month } { $year }
weekday_day_month = { weekday }, { $day } { month }
weekday_day_month_year = { weekday }, { $day } { month } { $year }
on_weekday_day_month = { on_weekday_text }, { $day } { month }

days_of_month = { $first }–{ $last } { month } { $year }
day_to_day = { $first } – { $last }

clock = { $hour }:{ $minute }
at_time = o { $hour }:{ $minute }
window_text = od { $start } do { $end }
time_to_time = { $start }–{ $end }
instant_text = { $date }, { $time }

today = dziś
tomorrow = jutro
day_after_tomorrow = pojutrze
yesterday = wczoraj
in_days = { $count ->
    [one] za { $count } dzień
    [few] za { $count } dni
    [many] za { $count } dni
   *[other] za { $count } dnia
}
days_ago = { $count ->
    [one] { $count } dzień temu
    [few] { $count } dni temu
    [many] { $count } dni temu
   *[other] { $count } dnia temu
}
in_minutes = { $count ->
    [one] za { $count } minutę
    [few] za { $count } minuty
    [many] za { $count } minut
   *[other] za { $count } minuty
}
hours = { $count ->
    [one] { $count } godzina
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}
hours_and_minutes = { $hours } godz. { $minutes } min
