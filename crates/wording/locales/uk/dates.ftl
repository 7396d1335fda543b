### Days, hours and lengths of time.

weekday = { $weekday ->
    [mon] понеділок
    [tue] вівторок
    [wed] середа
    [thu] четвер
    [fri] п’ятниця
    [sat] субота
   *[sun] неділя
}
weekday_short = { $weekday ->
    [mon] пн
    [tue] вт
    [wed] ср
    [thu] чт
    [fri] пт
    [sat] сб
   *[sun] нд
}
on_weekday_text = { $weekday ->
    [mon] у понеділок
    [tue] у вівторок
    [wed] у середу
    [thu] у четвер
    [fri] у п’ятницю
    [sat] у суботу
   *[sun] у неділю
}
# As in "1 липня".
month = { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
}
month_of_year = { $month ->
    [1] січень { $year }
    [2] лютий { $year }
    [3] березень { $year }
    [4] квітень { $year }
    [5] травень { $year }
    [6] червень { $year }
    [7] липень { $year }
    [8] серпень { $year }
    [9] вересень { $year }
    [10] жовтень { $year }
    [11] листопад { $year }
   *[12] грудень { $year }
}

day_month = { $day } { month }
day_month_year = { $day } { month } { $year } року
weekday_day_month = { weekday }, { $day } { month }
weekday_day_month_year = { weekday }, { $day } { month } { $year } року
on_weekday_day_month = { on_weekday_text }, { $day } { month }

days_of_month = { $first }–{ $last } { month } { $year } року
day_to_day = { $first } – { $last }

clock = { $hour }:{ $minute }
at_time = о { $hour }:{ $minute }
window_text = з { $start } до { $end }
time_to_time = { $start }–{ $end }
instant_text = { $date }, { $time }

today = сьогодні
tomorrow = завтра
day_after_tomorrow = післязавтра
yesterday = вчора
in_days = { $count ->
    [one] через { $count } день
    [few] через { $count } дні
    [many] через { $count } днів
   *[other] через { $count } дня
}
days_ago = { $count ->
    [one] { $count } день тому
    [few] { $count } дні тому
    [many] { $count } днів тому
   *[other] { $count } дня тому
}
in_minutes = { $count ->
    [one] через { $count } хвилину
    [few] через { $count } хвилини
    [many] через { $count } хвилин
   *[other] через { $count } хвилини
}
hours = { $count ->
    [one] { $count } година
    [few] { $count } години
    [many] { $count } годин
   *[other] { $count } години
}
minutes = { $count ->
    [one] { $count } хвилина
    [few] { $count } хвилини
    [many] { $count } хвилин
   *[other] { $count } хвилини
}
hours_and_minutes = { $hours } год { $minutes } хв
