### What the public calendar says: pages and feeds.

## Every page

window_title = { $page } – { $service }
home_title = { $service } – { $town }
home_description = Коли й де зупиняється Світліцобус: { $town }, { $dates }. Вхід вільний, записуватися не потрібно.
next_description = { $place } – найближчий візит Світліцобуса: { $day }, { $hours }.
none_description = { $place } – дати візитів Світліцобуса.
visit_description = { $stop }, мікрорайон { $estate }: { $day }, { $hours }.
search_description = Знайдіть свій мікрорайон, зупинку або вулицю: { $town }.
season_description = { $service }, { $season }: усі візити, { $dates }.
example_notice = Це приклад плану. Дати склала програма; справжній автобус за ними не їздить.
release = Випуск { $number } розкладу
last_change = Остання зміна: { $time }

## Home

home_heading = Коли приїде Світліцобус?
today_before_season = Сезон ще не почався. Перший день: { $first }.
today_out = { $stops ->
    [one] Сьогодні Світліцобус буде на { $stops } зупинці.
    [few] Сьогодні Світліцобус буде на { $stops } зупинках.
    [many] Сьогодні Світліцобус буде на { $stops } зупинках.
   *[other] Сьогодні Світліцобус буде на { $stops } зупинки.
}
today_all_cancelled = { $visits ->
    [one] Сьогоднішній візит скасовано.
    [few] Усі { $visits } сьогоднішні візити скасовано.
    [many] Усі { $visits } сьогоднішніх візитів скасовано.
   *[other] Сьогоднішні візити скасовано.
}
today_not_out = Сьогодні Світліцобус не виїжджає. Найближчий візит: { $next }.
today_not_out_any_more = Сьогодні Світліцобус не виїжджає. У цьому сезоні візитів більше не буде.
today_after_season = Сезон закінчився. До зустрічі наступного разу!

## A visit

theme = Тема тижня: { $name }
guests = Гості та партнери: { $who }
bring = Варто взяти: { $what }
status_text = { $status ->
    [planned] заплановано
    [moved] перенесено
    [late] запізнюється
    [running] триває
    [over] завершено
   *[cancelled] скасовано
}
day_and_hours = { $day }, { $hours }
cancelled = Візит скасовано.
cancelled_because = Візит скасовано. Причина: { $reason }.
late = Запізниться на { $minutes ->
    [one] { $minutes } хвилину
    [few] { $minutes } хвилини
    [many] { $minutes } хвилин
   *[other] { $minutes } хвилини
}: буде близько { $time }.
late_only = Запізниться на { $minutes ->
    [one] { $minutes } хвилину
    [few] { $minutes } хвилини
    [many] { $minutes } хвилин
   *[other] { $minutes } хвилини
}.
with_reason = { $said } Причина: { $reason }.
moved = Візит перенесено. Раніше було: { $day }, { $hours }.
moved_because = Візит перенесено. Раніше було: { $day }, { $hours }. Причина: { $reason }.
visit_heading = { $stop }: { $day }

## Search

search_heading = Знайдіть свою зупинку
search_heading_for = Результати для: { $query }
search_prompt = Введіть перші літери мікрорайону, зупинки або вулиці. Польські літери не потрібні.
search_found = { $count ->
    [one] Знайдено { $count } місце.
    [few] Знайдено { $count } місця.
    [many] Знайдено { $count } місць.
   *[other] Знайдено { $count } місця.
}
search_nothing = Нічого не знайдено для «{ $query }». Перевірте написання або виберіть мікрорайон зі списку.
hit_kind_text = { $kind ->
    [estate] мікрорайон
    [stop] зупинка
   *[street] вулиця
}
in_estate = мікрорайон { $estate }
street_whole = уся вулиця: мікрорайон { $estate }
street_part = частина вулиці: мікрорайон { $estate }
street_numbers = № { $numbers }: мікрорайон { $estate }
street_unknown = Ми не знаємо, до якого мікрорайону належить ця вулиця. Виберіть мікрорайон зі списку.
formerly = колишня назва: { $name }

## Estate and stop

estate_heading = Мікрорайон { $estate }
visits_ahead = { $count ->
    [one] У цьому сезоні ще { $count } візит.
    [few] У цьому сезоні ще { $count } візити.
    [many] У цьому сезоні ще { $count } візитів.
   *[other] У цьому сезоні ще { $count } візиту.
}
visits_over = У цьому сезоні візитів більше не буде.
no_visits = У цьому сезоні тут немає запланованих візитів.
approximate = Приблизне розташування: точка на мапі показує лише околицю.
approximate_short = Приблизне розташування
place_unknown = Розташування невідоме: точки на мапі ще немає.
place_to_be_agreed = Місце уточнюється: точне місце повідомимо, щойно воно стане відомим.
fact_text = { $fact ->
    [shade] { $is ->
        [yes] є тінь
       *[no] немає тіні
    }
    [toilet] { $is ->
        [yes] туалет поблизу
       *[no] туалету поблизу немає
    }
    [water] { $is ->
        [yes] є питна вода
       *[no] питної води немає
    }
   *[step-free] { $is ->
        [yes] можна дістатися візком без сходів
       *[no] на шляху є сходи або поріг
    }
}
wet_weather_place = у разі негоди: { $place }

## Season

month_summary = { $visits ->
    [one] { $visits } візит
    [few] { $visits } візити
    [many] { $visits } візитів
   *[other] { $visits } візиту
}
season_summary = { $visits ->
    [one] { $visits } візит
    [few] { $visits } візити
    [many] { $visits } візитів
   *[other] { $visits } візиту
} в { $estates ->
    [one] { $estates } мікрорайоні
    [few] { $estates } мікрорайонах
    [many] { $estates } мікрорайонах
   *[other] { $estates } мікрорайону
}

## Feeds

feed_season = Усі візити: { $town }
feed_estate = Візити в мікрорайоні { $estate }
feed_stop = Візити: { $stop }
calendar_season = { $service }: { $town }
calendar_estate = { $service }: мікрорайон { $estate }
calendar_stop = { $service }: { $stop }
entry = { $service }: { $stop }
entry_event = { $service }: { $event }, { $stop }
entry_cancelled = СКАСОВАНО: { $title }
entry_late = ЗАПІЗНЮЄТЬСЯ: { $title }
entry_moved = ЗМІНА: { $title }
location = { $stop }, { $address }, os. { $estate }
location_without_address = { $stop }, os. { $estate }
