### Days, hours and lengths of time.

weekday = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}
weekday_short = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}
on_weekday_text = on { weekday }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month_of_year = { month } { $year }

day_month = { $day } { month }
day_month_year = { $day } { month } { $year }
weekday_day_month = { weekday } { $day } { month }
weekday_day_month_year = { weekday } { $day } { month } { $year }
on_weekday_day_month = on { weekday } { $day } { month }

days_of_month = { $first }–{ $last } { month } { $year }
day_to_day = { $first } – { $last }

clock = { $hour }:{ $minute }
at_time = at { $hour }:{ $minute }
window_text = from { $start } to { $end }
time_to_time = { $start }–{ $end }
instant_text = { $date }, { $time }

today = today
tomorrow = tomorrow
day_after_tomorrow = the day after tomorrow
yesterday = yesterday
in_days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
days_ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
in_minutes = { $count ->
    [one] in { $count } minute
   *[other] in { $count } minutes
}
hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours_and_minutes = { $hours } h { $minutes } min
