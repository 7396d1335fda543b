### The pages of the crew and of the coordinator.

## Shell

signed_in_as = { $name }, { $role }
sign_out = Вийти
menu = Меню команди
tab_today = День
tab_shifts = Зміни
tab_coordinator = Сезони
fix_heading = Виправте дані у формі
back = Назад
optional = (необов’язково)

## Sign-in

sign_in = Увійти
sign_in_help = Тут входить команда: координатори, аніматори та волонтери. Батькам і дітям обліковий запис не потрібен.
email = Електронна адреса
password = Пароль
demo_accounts = Демонстраційні облікові записи
demo_accounts_help = Ці люди вигадані й існують лише в демоверсії. Пароль один для всіх:

## Day sheet

today_heading = Сьогодні: { $day }
day_theme = Тема тижня: { $title }
day_closed = Цього дня ми не працюємо: { $reason }.
no_stops_that_day = Цього дня Світліцобус не виїжджає.
stops_that_day = { $count ->
    [one] { $count } зупинка, перший приїзд о { $time }.
    [few] { $count } зупинки, перший приїзд о { $time }.
    [many] { $count } зупинок, перший приїзд о { $time }.
   *[other] { $count } зупинки, перший приїзд о { $time }.
}
choose_day = День
show = Показати
day_before = День раніше
day_after = День пізніше
arrival = Приїзд
set_up = Розкладання
for_children = Заняття для дітей
departure = Від’їзд
break_line = Перерва команди: { $hours }
bus = Автобус: { $name }
navigate = Вести до зупинки
route_in_browser = Маршрут в OpenStreetMap
no_point = Точки на мапі немає: їдьте за адресою.
place_facts = Про місце
surface_text = { $surface ->
    [paved] покриття: асфальт або бруківка
    [gravel] покриття: гравій
    [grass] покриття: трава
    [sand] покриття: пісок
    [safety] покриття: м’яке
   *[mixed] покриття: різне
}
power_text = { $is ->
    [yes] є електрика
   *[no] немає електрики
}
crew = Команда
crew_line = { $name }, { $role }
crew_line_to_reconfirm = { $name }, { $role } (ще не підтверджує нового часу)
missing_crew = { $count ->
    [one] Бракує { $count } особи: { $role }
    [few] Бракує { $count } осіб: { $role }
    [many] Бракує { $count } осіб: { $role }
   *[other] Бракує { $count } особи: { $role }
}
nobody_yet = Ще ніхто не записався.

## Shifts

shifts_heading = Зміни
to_answer = Чекає на вашу відповідь
time_moved = Час цього візиту змінився. Підтвердьте новий або відмовтеся.
place_offered = Є вільне місце, і ми тримаємо його для вас.
answer_by = Дайте відповідь до: { $time }. Потім місце отримає хтось інший.
accept = Беру цю зміну
accept_shift = Беру цю зміну: { $shift }
decline = Не цього разу
decline_shift = Не цього разу: { $shift }
waiting_shifts = Список очікування і записи, що чекають на затвердження
waiting_turn = Місце у списку очікування: { $turn }
waiting_for_staff = Чекає на згоду координатора
first_takes = До зміни мало часу: вільне місце отримає той, хто підтвердить першим.
leave_list = Викреслити мене зі списку
leave_list_of = Викреслити мене зі списку: { $shift }
wait_for = Записати мене до списку очікування
wait_for_shift = Записати мене до списку очікування: { $shift }
people_waiting =
    { $count ->
        [0] На місце ще ніхто не чекає.
        [one] На місце чекає { $count } особа.
        [few] На місце чекають { $count } особи.
        [many] На місце чекає { $count } осіб.
       *[other] На місце чекає { $count } особи.
    }
others_come = Будуть також: { $names }
in_training = Ви їдете, щоб навчитися: вас не враховано в команді.
was_before = Раніше: { $day }, { $time }
my_shifts = Мої зміни
no_my_shifts = У вас ще немає змін.
open_shifts = Можна записатися
no_open_shifts = Зараз немає змін, на які ви можете записатися.
other_shifts = На ці зміни ви зараз не запишетеся
other_shifts_help = Біля кожної зміни вказано всі причини.
why_not = Чому ні?
sign_up = Записатися
sign_up_for = Записатися: { $shift }
withdraw = Відмовитися
withdraw_from = Відмовитися: { $shift }
confirm = Підтверджую новий час
confirm_shift = Підтверджую новий час: { $shift }
withdraw_by = Відмовитися можна до: { $time }
withdraw_late = Термін відмови минув. Якщо вам треба відмовитися, повідомте також координатора.
day_sheet = План цього дня
shifts_until = Зміни до { $day }.
half_day = Частина дня
whole_day = увесь день
half = { $half ->
    [rano] зранку
   *[popoludnie] після обіду
}
no_filter = Усі зміни
more_shifts = Показати також зміни до { $day }
shift_name = { $day }, { $time }, { $stop }
shift_role = Роль: { $role }
children_from_to = Заняття для дітей: { $hours }

## Seasons

seasons = Сезони
no_seasons = Ще немає жодного сезону. Завантажте файли сезону командою «swietlicobus import».
published_release = Випуск { $number } оприлюднено
not_published = Ще не оприлюднено
figure_visits = візити
figure_stops = зупинки
figure_estates = мікрорайони з візитом
figure_days = дні з виїздом
figure_places = місця на змінах
figure_filled = зайняті місця
figure_distance = шлях за сезон
figure_driving = час у дорозі
figure_unmet = невиконані запити
kilometres = { $count } км
hours = { $count } год
out_of = { $part } з { $whole }
gaps = Кого бракує в команді
no_gaps = На всіх змінах людей достатньо.
all_gaps = { $count ->
    [one] На { $count } візиті бракує людей.
    [few] На { $count } візитах бракує людей.
    [many] На { $count } візитах бракує людей.
   *[other] На { $count } візиту бракує людей.
}
releases = Випуски розкладу
release = Випуск { $number }
published_at = Оприлюднено: { $time }
to_plans = Плани сезону
to_visits = Візити сезону
plans_heading = Плани: { $season }

## Plans

start_plan = Скласти новий план
start_plan_help = План – це чернетка. Мешканці побачать його лише тоді, коли ви його оприлюдните.
seconds = Скільки секунд шукати
seconds_help = Від 1 до 600. Довше зазвичай означає краще, але не завжди.
seed = Зерно випадкових чисел
seed_help = Те саме число за тих самих даних дає той самий план.
start = Скласти план
all_plans = Попередні плани
no_plans = Ще немає жодного плану.
plan_of = План від { $time }
plan_state_text = { $state ->
    [queued] чекає в черзі
    [running] складається
    [ready] готовий
    [cancelled] зупинений
   *[failed] невдалий
}
plan_state_help_text = { $state ->
    [queued] План чекає своєї черги. За мить він почне складатися.
    [running] Складаємо план. Цю сторінку можна закрити, робота триватиме далі.
    [ready] План готовий і перевірений.
    [cancelled] Складання зупинено. Оприлюднений розклад не змінився.
   *[failed] План не вдалося скласти. Оприлюднений розклад не змінився.
}
progress = Хід складання плану
progress_line = Перевірено варіантів: { $iterations }. У найкращому плані: { $placed ->
    [one] { $placed } візит
    [few] { $placed } візити
    [many] { $placed } візитів
   *[other] { $placed } візиту
}, ще не повністю виконані запити: { $unmet }.
seconds_left = { $count ->
    [one] Ще близько { $count } секунди.
    [few] Ще близько { $count } секунд.
    [many] Ще близько { $count } секунд.
   *[other] Ще близько { $count } секунди.
}
refreshing = Сторінка оновлюється сама.
stop_plan = Зупинити складання
keep_plan = Узяти найкращий досі план
keep_plan_help = Ви берете найкращий план, який ми досі знайшли. Він одразу буде готовий і перевірений; оприлюдните ви його чи ні – вирішите самі.
best_stored = Найкращий досі план збережено, він не пропаде, навіть якщо сервер зупиниться.
plan_failed = Причина: { $reason }
result = Результат
fair_heading = Як план ділить візити між мікрорайонами
fair_help = Спочатку мікрорайони, які отримують найменше. 100% – це стільки візитів на ті самі потреби, скільки в середньому в усьому місті. Дні без візиту: найдовше очікування.
fair_share = відносно потреб
fair_wait = днів без візиту
fair_nobody = не просить
percent = { $count }%
skipped_heading = Пропущені чергові візити
skipped_help = Ці зупинки мають сталий ритм, але в ці дні автобус до них не приїде. Наступний візит буде лише наступного разу за ритмом.
day_because = { $day } ({ $why })
on_this_page = На цій сторінці
breakdown = З чого складається оцінка
breakdown_help = Бали служать для порівняння з іншим планом цього сезону: що менше, то краще. Їх рахують згори донизу, а дорогу, улюблений час і нерівномірну роботу – разом.
breakdown_what = Складник
breakdown_value = Значення
unmet = Що не вдалося виконати
unmet_help = Для кожної причини ми перевірили, що її усунення справді допомагає.
all_met = Усі запити про візити виконано.
unmet_line = { $wanted ->
    [one] { $stop }: { $got } з { $wanted } візиту
    [few] { $stop }: { $got } з { $wanted } візитів
    [many] { $stop }: { $got } з { $wanted } візитів
   *[other] { $stop }: { $got } з { $wanted } візиту
}
unmet_least = { $least ->
    [one] Потрібен щонайменше { $least } візит.
    [few] Потрібні щонайменше { $least } візити.
    [many] Потрібно щонайменше { $least } візитів.
   *[other] Потрібно щонайменше { $least } візиту.
}
plan_days = Переглянути план день за днем
publish_heading = Оприлюднити цей план
publish_help = Виникне випуск { $number }. Мешканці одразу побачать його на сайті та в календарях, а люди з перенесених змін отримають запитання, чи підходить їм новий час.
publish_confirm = Так, оприлюднюю цей план для мешканців
publish = Оприлюднити
already_published = Цей план оприлюднено як випуск { $number }.

## Visits

visits_heading = Візити: { $season }
filter = Вибрати візити
from_day = Від дня
estate = Мікрорайон
all_estates = усі
state = Стан
all_states = усі
shown_of = { $total ->
    [one] Показано { $shown } з { $total } візиту.
    [few] Показано { $shown } з { $total } візитів.
    [many] Показано { $shown } з { $total } візитів.
   *[other] Показано { $shown } з { $total } візиту.
}
no_such_visits = Жоден візит не відповідає вибору.
crew_filled = Команда: { $filled } з { $places }
reason_line = Причина: { $reason }
approximate = Перевірте на місці: { $certainty }.
change = Змінити
change_visit = Змінити: { $visit }
cancel_heading = Скасувати
cancel_help = { $people ->
    [0] Ніхто з команди не записаний на цей візит. Візит залишиться в розкладі як скасований.
    [one] Від зміни звільнимо { $people } записану особу. Візит залишиться в розкладі як скасований.
    [few] Від змін звільнимо { $people } записаних осіб. Візит залишиться в розкладі як скасований.
    [many] Від змін звільнимо { $people } записаних осіб. Візит залишиться в розкладі як скасований.
   *[other] Від змін звільнимо { $people } записаної особи. Візит залишиться в розкладі як скасований.
}
reason = Причина
reason_help = Її прочитають батьки, наприклад: гроза над містом.
cancel_visit = Скасувати візит
already_cancelled = Візит скасовано. Причина: { $reason }
move_heading = Перенести
move_help = { $people ->
    [0] Ніхто з команди не записаний на цей візит.
    [one] Запитаємо { $people } записану особу, чи підходить їй новий час.
    [few] Запитаємо { $people } записаних осіб, чи підходить їм новий час.
    [many] Запитаємо { $people } записаних осіб, чи підходить їм новий час.
   *[other] Запитаємо { $people } записаної особи, чи підходить їм новий час.
}
new_day = Новий день
new_start = Початок о
restore_heading = Відновити в новий час
restore_visit = Відновити візит
visit_over = Цей візит уже відбувся, тому його не можна ні скасувати, ні перенести.
move_visit = Перенести візит
note_heading = Примітка для батьків
note_label = Текст примітки
note_help = Коротко, без прізвищ. Порожнє поле видаляє примітку.
save_note = Зберегти примітку
public_page = Переглянути сторінку для батьків
conflict_heading = Хтось змінив цей візит перед вами
conflict_help = Нічого не перезаписано. Порівняйте обидві версії та вирішіть.
conflict_what = Що
conflict_now = Є зараз
conflict_yours = Ваша зміна
conflict_keep = Залишити так, як є зараз
conflict_send = Внести мою зміну

## The crew board

board_heading = Команда зміни
board_visit = Візит: { $stop }
board_members = Записані
board_training = навчається, не враховується в команді
board_answer_by = Відповідь до: { $time }
board_approve = Затвердити
board_approve_name = Затвердити: { $name }
board_reject = Відмовити
board_reject_name = Відмовити: { $name }
board_came = На місці
board_came_name = На місці: { $name }
board_attended = Зарахувати години
board_attended_name = Зарахувати години: { $name }
board_missed = Неявка
board_missed_name = Неявка: { $name }
board_release = Звільнити від зміни
board_release_name = Звільнити від зміни: { $name }
board_free = Кого можна попросити
board_free_help = Після «Запропонувати» місце чекає на відповідь. «Є згода» записує одразу.
board_nobody_free = Більше ніхто зараз не може взяти цю зміну.
board_offer = Запропонувати
board_offer_name = Запропонувати: { $name }
board_agreed = Є згода
board_agreed_name = Є згода: { $name }
board_refused = Хто не може й чому
board_anyway = Причина винятку
board_anyway_help = Це правила закладу, а не закону. Причина залишиться в журналі.
board_open = Команда: { $role }
