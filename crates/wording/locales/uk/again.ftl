### A plan in the calendar, a plan compared with another, "what if", alternatives of a visit.

## The calendar of a plan

calendar_heading = Календар плану
calendar_help = Торкніться дня, щоб побачити маршрут і години.
week = Тиждень: { $days }
chart_heading = Графік сезону
chart_help = Графік прокручується вбік.
chart_names = Зупинки на графіку
day_page = { $day }: маршрут і зупинки
back_to_plan = Увесь план
earlier_day = Раніший день
later_day = Пізніший день
route_heading = Маршрут
stops_heading = Зупинки
tour = Виїзд { $depart }, повернення { $back }
drive = Переїзд: { $length }
published_visit = Докладно про оприлюднений візит
event_reason = Участь у події: { $event }
pin_reason = Термін визначили люди

## What a plan is

kind = { $kind ->
    [what-if] Проба: що, якщо
    [replan] План після зміни
   *[solve] План від початку
}
kind_tag = { $kind ->
    [what-if] проба
   *[replan] після зміни
}
what_if_note = Це лише проба. Запити, зупинки й налаштування сезону такі, як були.
replan_note = Оприлюднене залишається на місці всюди, де тільки можна. Зміну не внесено в дані сезону: якщо вона має бути сталою, внесіть її туди, перш ніж складати наступний план.
changes_heading = Що інакше
from_plan = План, від якого починається ця проба
close_day = { $day }: автобус не виїжджає.
bus_away = Автобус { $bus } не їздить: { $days }.
cancel_visit = Немає візиту: { $stop }, { $day }.
add_stop = Нова зупинка: { $stop }.
add_event = Нова подія: { $event }, { $day }.
longer_service = { $stop }: кожен візит триває { $length }.
change_request = { $stop }: інший запит.
relaxed = { $stop }. { $how }

relax = Що, якщо?
relax_name = Що, якщо: { $stop }, { $reason }
relax_help = Кнопка складає план на пробу, з одним цим пом’якшеним правилом. Від цього нічого не змінюється.
apply = Внести цю зміну назавжди
apply_help = Зміна потрапить до запиту або до даних зупинки. Потім цей план можна оприлюднити.
by_hand = Щоб так було насправді, змініть { $place ->
    [hours] години цього місця в даних зупинки
    [events] події
    [stops] список зупинок
   *[settings] налаштування сезону (дні, години, автобуси)
}, а потім складіть новий план.
not_publishable = Цей план зараз не можна оприлюднити: він порушує правила сезону.
obstacle = Перешкода: { $detail }.
throw_away = Не хочете цього плану? Нічого робити не потрібно: проба нікого не зобов’язує.

## What changes

differs_from_base = Що змінилося б
differs_from_published = Що зміниться для мешканців
nothing_differs = Жоден візит не змінюється.
no_use = Сама ця зміна нічого не дає: на дні, що залишилися, план виходить такий самий.
moved_heading = Перенесено: { $count }
added_heading = Нові: { $count }
removed_heading = Відпадають: { $count }
kept_line = Без змін: { $count }
visit_line = { $stop }: { $when }
moved_line = { $stop }: { $from } → { $to }
with_bus = { $line } (автобус: { $bus })
before = Раніше
after = Після зміни
figure = Показник
figure_missing = Відсутні візити
figure_duty = Найдовший день команди

## Alternatives

alternatives_heading = Куди ще вмістився б цей візит
alternatives_help = Найдешевші інші терміни за всіма правилами, без зміни дня решти візитів.
no_alternative = Правила не залишають іншого місця серед решти візитів.
of_event = Цей візит належить до події: він там і тоді, де й коли вона ({ $event }).
of_people = Термін цього візиту визначили люди. План його не переносить, але ви можете зробити це тут.
no_longer_allowed = Сьогоднішні правила не дозволяють цього візиту. Складіть новий план.
as_good = Оцінка плану не змінюється.
worse = Гірше: { $list }.
better = Краще: { $list }.
part = { $group } ({ $points })
shifts = Зсуне години: { $count ->
    [one] { $count } інший візит
    [few] { $count } інші візити
    [many] { $count } інших візитів
   *[other] { $count } іншого візиту
}.
other_bus = Іншим автобусом ({ $bus }): цього форма не зробить, складіть новий план.
take = Внести цей термін у форму
take_name = Внести цей термін у форму: { $when }

## Planned again from a page

replan_heading = Щось зірвалося?
replan_help = Оприлюднені візити залишаються на місці всюди, де тільки можна. Решта зсувається якнайменше.
replan_day = День без автобуса
replan_start = Скласти план після зміни
