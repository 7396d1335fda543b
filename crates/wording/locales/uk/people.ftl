### People of the crew: the coordinator's pages, links that work once, and one's own page.

## The list

tab_people = Люди
people_heading = Люди
people_help = Хто може їхати, кому чого бракує і що закінчується протягом 30 днів.
add_person = Додати особу
nobody_yet = Ще нікого немає.
nothing_missing = усі документи є
missing_now = Бракує:
ends_soon = Закінчується протягом 30 днів:
inactive = обліковий запис вимкнено
no_password = ще без пароля
awaits_approval = чекає на згоду
without_role = без ролі в команді
minor = неповнолітня особа
kind_text = { $kind ->
    [staff] особа з центру
    [volunteer] волонтер(ка)
   *[psu] суспільно корисні роботи (PSU)
}

## What lacks, told of somebody

lack_clearance = допуск до роботи з дітьми
lack_clearance_until = допуск до роботи з дітьми (був чинний до { $until })
lack_part_text = { $part ->
    [register] перевірка в реєстрі RSPTS
    [certificate] довідка про несудимість із KRK
   *[statements] заява про країни проживання
}
lack_part_until_text = { $part ->
    [register] нова перевірка в реєстрі RSPTS (попередня чинна до { $until })
    [certificate] нова довідка з KRK (попередня чинна до { $until })
   *[statements] нова заява (попередня чинна до { $until })
}
lack_standards = прочитання стандартів захисту неповнолітніх, версія { $version }
lack_agreement = угода
lack_agreement_until = угода (попередня до { $until })
lack_agreement_from = угода на час до { $from }
lack_writing = підписана письмова угода
lack_insurance = страхування від нещасних випадків (NNW) на { $on }
lack_consent = згода одного з батьків або законного представника
lack_consent_withdrawn = згода одного з батьків або законного представника (відкликана { $from })
lack_consent_outdated = згода на теперішній формі
ends_clearance = допуск до роботи з дітьми: до { $until }
ends_part_text = { $part ->
    [register] перевірка в реєстрі RSPTS: до { $until }
    [certificate] довідка з KRK: до { $until }
   *[statements] заява: до { $until }
}
ends_agreement = угода: до { $until }
ends_role = роль «{ $role }»: до { $until }
ends_qualification = { $paper }: до { $until }

## The form

new_person = Нова особа
save = Зберегти
sign_in_section = Особа й обліковий запис
name = Ім’я та прізвище
email = Електронна адреса
phone = Телефон (необов’язково)
account_role = Права облікового запису
kind = На якій підставі працює
active = Обліковий запис діє
adult = Виповнилося 18 років
adult_help = Дату народження дорослої особи ми не зберігаємо.
born_on = Дата народження (лише неповнолітньої особи)
roles_section = Ролі в команді
held_no = ні
held_claimed = лише заявлено, не перевірено
held_yes = так, підтверджую
held_training = навчається
until_of = { $what }: чинне до (порожньо: без кінця)
qualifications_section = Кваліфікації
tongues_section = Мови, крім польської
tongue_text = { $tongue ->
    [uk] українська
    [ru] російська
    [be] білоруська
    [en] англійська
    [de] німецька
   *[pso] польська жестова мова
}
clearance_section = Допуск до роботи з дітьми
clearance_help = Записуємо лише те, що документ був і коли. Змісту не переписуємо.
register_on = Перевірка в реєстрі RSPTS: день
certificate_on = Довідка з KRK: від дня
statements_on = Заява про країни проживання: день
standards_version = Прочитані стандарти: версія
standards_on = Прочитані стандарти: день
held_until = Допуск чинний найдовше до (порожньо: за правилами)
agreement_number = Угода { $number }
agreement_new = Нова угода
row_help = Щоб видалити запис, очистьте його дати.
agreement_kind = Форма
kind_written = письмова
kind_oral = усна
signed_on = Підписано дня
from_day = Від дня
to_day = До дня
agreement_to = До дня (порожньо: до скасування)
paper_on_file = Підписаний папір є у справі
insurance_number = Страхування від нещасних випадків (NNW) { $number }
insurance_new = Нове страхування від нещасних випадків (NNW)
guardian_section = Один із батьків або законний представник і згода (лише неповнолітні особи)
guardian_name = Ім’я та прізвище представника
guardian_email = Електронна адреса представника
consent_on = Згода від дня
consent_version = Версія тексту згоди
withdrawn_on = Згода відкликана від дня
standing = Законний представник і центр наперед погоджуються на кожну зміну
person_saved = Збережено.
person_added = Особу додано. Тепер надішліть їй запрошення.

## Faults

email_wrong = Введіть електронну адресу, наприклад anna@example.pl.
email_taken = Обліковий запис із цією електронною адресою вже є.
name_wrong = Введіть від 1 до 100 знаків.
text_too_long = Введіть щонайбільше { $most } знаків в одному рядку.
choose_one = Виберіть одну з можливостей.
date_wrong = Введіть дату, наприклад 2027-07-01.
date_missing = Введіть цей день.
date_future = Цей день ще не настав.
number_wrong = Введіть число від 1.
born_missing = Введіть дату народження або позначте, що особі виповнилося 18 років.
born_adult = Цій особі вже є 18 років: позначте це, а дату ми видалимо.
ends_before = Цей день раніше за перший день.
held_too_short = Цей день раніше за день, коли перевірено документи.
clearance_first = Спочатку введіть, коли перевірено документи.
own_rights = Ви не можете забрати права в себе: попросіть іншого координатора.
fault_other = Цього не можна зберегти: { $detail }

## Two people changed the same person

conflict_heading = Хтось змінив дані цієї особи перед вами

## Links that work once

make_invitation = Створити посилання із запрошенням
make_invitation_help = Особа сама встановить пароль. Нове посилання вимикає попереднє.
make_consent = Створити посилання для згоди законного представника
make_consent_help = Законний представник прочитає текст згоди й відповість без облікового запису. Нове посилання вимикає попереднє.
links_section = Посилання
invitation_made = Запрошення: { $name }
consent_made = Згода законного представника: { $name }
link_once = Скопіюйте це посилання зараз: вдруге ми його не покажемо. Діє до { $until }. Хто його має, може ним скористатися, тому надішліть його лише цій особі.
link_sent = Ми надсилаємо його також на адресу { $address }.
invitation_goes = Посилання надійде також на електронну адресу облікового запису.
send_to = Надіслати посилання також на адресу законного представника (порожньо: не надсилати)
send_to_help = Ми використовуємо цю адресу лише для цього одного повідомлення.
link_label = Посилання для копіювання
back_to_person = Повернутися до особи
link_ended_heading = Це посилання вже не діє
link_ended_help = Його використано або його час минув. Попросіть у координатора нове.
invitation_heading = Встановіть пароль
invitation_help = Ви входите з адресою { $email }. Після встановлення пароля обліковий запис діє одразу.
new_password = Пароль
new_password_help = Від { $least } до { $most } знаків, це можуть бути звичайні слова з пробілами.
set_password = Встановити пароль
password_length = Пароль має містити від { $least } до { $most } знаків.
password_common = Цей пароль кожен угадає одним із перших. Придумайте інший.
password_is_email = Пароль не може бути вашою електронною адресою.
password_set_heading = Пароль встановлено
password_set_help = Тепер ви можете увійти.

## A guardian's consent

guardian_heading = Згода одного з батьків або законного представника
guardian_intro = Текст згоди, версія { $version }:
consent_1_what = Я погоджуюся на волонтерство під час візитів Світліцобуса. Особа, якої стосується згода: { $minor }.
consent_1_how = На кожному візиті є доросла особа з центру. Години й тривалість змін обмежені віком, а центр затверджує кожну зміну.
consent_1_data = Центр зберігає ім’я та прізвище, електронну адресу, дату народження (до 18 років), зміни, а також те, що документи подано, і коли.
consent_1_end = Згоду можна відкликати будь-коли: на цій сторінці, доки діє посилання, або в координатора. Від дня відкликання зміни неможливі.
your_name = Ім’я та прізвище законного представника, тобто ваші
your_name_wrong = Введіть свої ім’я та прізвище, щонайбільше 100 знаків.
agree = Погоджуюся
disagree = Не погоджуюся
consent_given = Згоду записано з датою { $day }. Дякуємо!
withdraw_consent = Відкликати згоду
consent_gone = Згоду відкликано від { $day }. Щоб дати її ще раз, попросіть у координатора нове посилання.
consent_refused = Ми записали, що згоди немає. Якщо ви передумаєте, попросіть у координатора нове посилання.

## One's own page

tab_me = Моє
me_heading = Мої дані
my_missing = Чого мені бракує для змін
standards_help = Прочитайте стандарти захисту неповнолітніх, які дає центр, і підтвердьте це тут.
standards_button = Я прочитала або прочитав стандарти, версія { $version }
wishes_heading = Коли й де я можу
wishes_help = Це підказка для того, хто складає зміни. Якщо ви нічого не позначите, підходить усе.
mornings = До полудня можу
afternoons = Після полудня можу
away_heading = Мене немає
away_from = Від дня
away_to = До дня
how_many = Скільки візитів
visits_label = Найбільше візитів за сезон (порожньо: без обмеження)
number_between = Введіть число від 1 до { $most }.
estates_liked = Мікрорайони, у яких мені подобається бути
kept_heading = Що про мене записано
kept_help = Це все, що бачить координатор. Якщо щось не так, скажіть йому про це.
export = Завантажити всі свої дані (JSON)
wishes_saved = Збережено, коли й де ви можете.
standards_read = Збережено, що ви знаєте стандарти.
standards_changed = Діє інша версія стандартів. Прочитайте її та підтвердьте ще раз.
