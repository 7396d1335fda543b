### The frame of every page, and the public pages.

app_name = Радісний Світліцобус
tagline = Дитяча світлиця на колесах їде до вашого мікрорайону
window_title = { $page } – Radosny Świetlicobus
skip_to_content = Перейти до змісту
pretended_day = Демоверсія: ми вдаємо, що сьогодні { $day }.
example_plan = Дати – це приклад, а не справжній розклад.
whole_season = Увесь сезон
town_calendar = Календар усього міста
for_crew = Для команди
footer_label = Унизу сторінки
language_label = Мова

home_heading = Коли приїде Світліцобус?
search_label = Знайдіть свій мікрорайон, зупинку або вулицю
search_hint = Достатньо початку назви, наприклад: lazek. Польські літери не потрібні.
search = Шукати
next_visit = Найближчий візит
coming_days = Найближчі дні
later_visits = Наступні візити
estates = Мікрорайони
stops = Зупинки
until = до { $time }
estate = мікрорайон { $name }
free_entry = Вхід вільний
no_signup_needed = Записуватися не потрібно

map_heading = Мапа зупинок
map_help = Це ескіз, а не точна мапа. Зупинки під номерами – у списку поруч.
map_label = Ескіз міста з номерами зупинок; ті самі зупинки є у списку
map_unplaced = Розташування невідоме
near_me = Найближче до мене
near_failed = Телефон не повідомив розташування. Виберіть мікрорайон зі списку.
keep_stop = Запам’ятати цю зупинку
keep_estate = Запам’ятати цей мікрорайон
kept = Збережено на цьому телефоні. Видалити
my_stops = Мої зупинки
here_now = зараз тут
offline = Без інтернету: дані від %.
changed_since = Розклад змінився від вашого останнього перегляду. Подивіться, що змінилося

note = Увага: { $note }
reason = Причина:
over = Завершено

nothing_found_help = Перевірте написання, введіть менше літер або виберіть мікрорайон зі списку.

place = Місце
address = Адреса
kind = Тип місця
estate_label = Мікрорайон
directions = Як дійти
open_map = Показати на мапі в телефоні
route_in_browser = Маршрут в OpenStreetMap
hours = Години
day = День
cancelled_ones = Скасовані візити
earlier_visits = Попередні візити

town_events = Інші події в місті
estate_events = Інші події в районі
without_bus = без Świetlicobus
joint_event = Разом із подією
guests_label = Гості та партнери
bring_label = Варто взяти
theme_of_week = Тема тижня
next_at = Найближчий: { $when }
status = Стан
moved_from_label = Спочатку оголошено
next_here = Наступний візит у цьому місці
all_at_stop = Усі візити в цьому місці

preparing_heading = План готується
preparing_help = Дат ще не оголошено. Завітайте сюди трохи згодом: вони з’являться на цій сторінці.
to_plans = Перейти до планування
not_found_heading = Такої сторінки немає
not_found_help = Адреса могла змінитися або містить помилку. Пошукайте мікрорайон чи вулицю на головній сторінці.
not_allowed_heading = Ця сторінка для когось іншого
not_allowed_help = Ваш обліковий запис не має до неї доступу. Якщо це помилка, поговоріть з координатором.
refused_heading = Цього зробити не можна
refused_help = Нічого не змінено. Причини:
conflict_heading = Хтось змінив це перед вами
conflict_help = Нічого не змінено. Поверніться, подивіться на теперішні дані та спробуйте ще раз.
stale_form_heading = Форма застаріла
stale_form_help = Нічого не змінено. Поверніться, оновіть сторінку та надішліть форму ще раз.
busy_heading = Зараз багато відвідувачів
busy_help = Зачекайте кілька секунд, перевірте, чи зміну вже збережено, і якщо ні, спробуйте ще раз.
broken_heading = У нас щось зламалося
broken_help = Це наша провина, не ваша. Спробуйте за хвилину; якщо помилка повториться, повідомте нам номер звернення.
request_number = Номер звернення: { $id }
to_home = Перейти на головну сторінку
