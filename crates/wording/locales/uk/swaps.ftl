### Passing a shift on, trading it, asking somebody to cover one, writing to a crew.

## Passing a shift on or trading it: the page of one's own shift. Names of others are a first name and a letter.

swap_link = Передати або обміняти
swap_link_of = Передати або обміняти зміну: { $shift }
swap_heading = Передати або обміняти зміну
swap_help = Зміна ваша, доки її хтось не візьме. Хто її візьме, отримає повідомлення, ви теж.
swap_not_possible = Цю зміну зараз не можна ні передати, ні обміняти:
give_anybody_heading = Передати першій людині, яка може
give_anybody_help = { $count ->
    [one] Зараз її може взяти { $count } особа. Ми надішлемо повідомлення.
    [few] Зараз її можуть узяти { $count } особи. Вони отримають повідомлення, зміну візьме перша.
    [many] Зараз її може взяти { $count } осіб. Вони отримають повідомлення, зміну візьме перша.
   *[other] Зараз її може взяти { $count } особи. Вони отримають повідомлення, зміну візьме перша.
}
give_nobody = Зараз її ніхто не може взяти. Пропозиція зачекає: коли хтось зможе, побачить її на своїй сторінці «Зміни».
give_anybody = Передати будь-кому
give_named_heading = Передати вибраній людині
give_to = Кому
with_staff = { $name }, за згодою координатора
give_named = Запропонувати
trade_heading = Обміняти на іншу зміну
trade_none = Зараз немає зміни, на яку можна було б обмінятися.
trade_for = На яку зміну
trade_choice = { $shift } ({ $name })
trade = Запропонувати обмін
swap_word = Кілька слів цій людині (необов’язково)
swap_word_help = Не більше ніж { $most } знаків.
swap_word_wrong = Напишіть не більше ніж { $most } знаків звичайного тексту.
choose_somebody = Виберіть один із варіантів.
back_to_shifts = Повернутися до змін

## Swaps on the page of shifts.

swaps_to_answer = Вас просять узяти зміну
swaps_for_anybody = Зміни, які можна взяти в інших
swap_wants_to_give = { $name } хоче передати вам цю зміну:
swap_gives_anybody = { $name } шукає когось на цю зміну:
swap_wants_back = В обмін на вашу зміну:
swap_says = «{ $text }»
swap_yes = Беру
swap_yes_to = Беру зміну: { $shift }
swap_no = Не можу
swap_no_to = Не можу взяти зміну: { $shift }
swap_waits_for = Пропозиція обміну чекає на відповідь. Кому: { $name }
swap_waits_for_anybody = Ми шукаємо когось, хто візьме цю зміну.
swap_waits_for_staff = Обмін чекає на згоду координатора.
swap_take_back = Відкликати пропозицію
swap_take_back_of = Відкликати пропозицію обміну зміни: { $shift }

## What was done.

swap_is_proposed = Пропозицію надіслано. Зміна ваша, доки її хтось не візьме.
swap_is_done = Обмін виконано. Дякуємо!
swap_is_for_staff = Згоду записано. Тепер вирішує координатор, ми повідомимо.
swap_is_declined = Відповідь записано. Дякуємо, що повідомили.
swap_is_taken_back = Пропозицію відкликано.
swap_is_rejected = Обмін відхилено. Обидві людини отримають повідомлення.

## Swaps on the coordinator's board of a shift.

swap_look = Вирішити
board_swaps = Обміни, які треба затвердити
board_swap_gives = { $giver } передає цю зміну. Бере: { $taker }
board_swap_back = В обмін:
board_swap_because = Потрібне рішення, бо:
board_swap_reason = Чому попри це (потрапить до журналу)
board_swap_yes = Затвердити обмін
board_swap_yes_of = Затвердити обмін: { $giver }, { $taker }
board_swap_no = Відхилити обмін
board_swap_no_of = Відхилити обмін: { $giver }, { $taker }
reason_of_giver = Відповідь для людини, яка передає зміну: «{ $reason }»
reason_of_taker = Відповідь для людини, яка бере зміну: «{ $reason }»
reason_of_crew = Команда візиту: { $reason }
swap_open = Ця зміна вже чекає на обмін. Спершу відкличте ту пропозицію.
other_person_may_not = Ця людина зараз не може взяти цієї зміни. Чому, знають вона й координатор.

## Asking somebody to cover a shift.

cover_heading = Попросити про заміну
cover_help = Ми запитуємо людей, які можуть і мають тоді час, спершу тих, кого просили найдавніше. Місце отримає той, хто перший скаже «так». Хто скаже «ні», того про цю зміну більше не запитуємо.
cover_count = Скільки людей запитати
cover_count_wrong = Введіть число від 1 до { $most }.
cover_button = Запитати
cover_asked_heading = Кого запитано
cover_asked_line = { $name }, запитано: { $when }
cover_silent = без відповіді
cover_said_yes = так
cover_said_no = ні
cover_is_asked = Запитання надіслано.
covers_mine = Координатор просить: чи можете ви прийти?
cover_yes = Так, прийду
cover_yes_to = Так, прийду на зміну: { $shift }
cover_no = Не можу
cover_no_to = Не можу прийти на зміну: { $shift }
cover_is_declined = Ми записали, що ви не можете. Про цю зміну більше не запитаємо.
nobody_to_ask = Немає кого запитати: хто може взяти цю зміну, того вже запитано або він має на неї запис.
not_asked = Такого запитання до вас немає або відповідь уже записано.

## A message to a crew.

crew_message_heading = Повідомлення для команди
crew_message_help = { $count ->
    [one] На цій зміні { $count } особа. Повідомлення надійде електронною поштою.
    [few] На цій зміні { $count } особи. Повідомлення надійде їм електронною поштою.
    [many] На цій зміні { $count } осіб. Повідомлення надійде їм електронною поштою.
   *[other] На цій зміні { $count } особи. Повідомлення надійде їм електронною поштою.
}
crew_message_text = Текст
crew_message_limit = Не більше ніж { $most } знаків. Тексту ми не записуємо в журналі.
crew_message_wrong = Напишіть від 1 до { $most } знаків звичайного тексту.
crew_message_button = Надіслати команді цієї зміни
crew_message_visit = Надіслати всім на цьому візиті
crew_message_sent = Повідомлення для команди чекає на надсилання. Його видно на сторінці «Повідомлення».

## Letters. $when is a day in words, $stop a place.

swap_proposed_subject = Прохання взяти зміну: { $when }, { $stop }
swap_proposed = { $name } хоче передати вам свою зміну. Дайте відповідь на сторінці «Зміни».
swap_for = В обмін хоче взяти вашу зміну:
swap_message = { $name } пише: «{ $text }»
swap_open_subject = Зміна, яку можна взяти: { $when }, { $stop }
swap_open_asked = { $name } шукає когось на свою зміну, і ви можете її взяти. Її отримає той, хто перший скаже «беру».
swap_for_staff_subject = Обмін, який треба затвердити: { $when }, { $stop }
swap_for_staff = Обидві людини погоджуються на обмін, але за правилами потрібне ваше рішення. Передає: { $giver }. Бере: { $taker }.
swap_ended_subject = Обміну не буде: { $when }, { $stop }
swap_passed_subject = На вашій зміні інша людина: { $when }, { $stop }
swap_passed = Цю зміну бере { $name }. Ви більше не маєте на ній місця.
cover_subject = Чи можете ви прийти? Зміна: { $when }, { $stop }
cover_asked = На цій зміні бракує людини. Дайте відповідь на сторінці «Зміни»: місце отримає той, хто перший скаже «так». Якщо не можете, теж повідомте, і про цю зміну ми більше не запитаємо.
crew_subject = Повідомлення про зміну: { $when }, { $stop }
crew_intro = Повідомлення від координатора для команди:
swap_ended_text = { $state ->
    [declined] Друга людина не може взяти цієї зміни. Зміна й далі ваша.
    [rejected] Координатор не погодився на цей обмін. Усе залишається, як було.
   *[cancelled] Пропозиція обміну неактуальна: її відкликано або щось у цих змінах стало інакше. Усе залишається, як було.
}
