### Counted nouns and the closed lists of words.

visits = { $count ->
    [one] { $count } візит
    [few] { $count } візити
    [many] { $count } візитів
   *[other] { $count } візиту
}
stops = { $count ->
    [one] { $count } зупинка
    [few] { $count } зупинки
    [many] { $count } зупинок
   *[other] { $count } зупинки
}
estates = { $count ->
    [one] { $count } мікрорайон
    [few] { $count } мікрорайони
    [many] { $count } мікрорайонів
   *[other] { $count } мікрорайону
}
shifts = { $count ->
    [one] { $count } зміна
    [few] { $count } зміни
    [many] { $count } змін
   *[other] { $count } зміни
}
people = { $count ->
    [one] { $count } особа
    [few] { $count } особи
    [many] { $count } осіб
   *[other] { $count } особи
}
free_places = { $count ->
    [one] { $count } вільне місце
    [few] { $count } вільні місця
    [many] { $count } вільних місць
   *[other] { $count } вільного місця
}
people_needed = { $count ->
    [one] потрібна { $count } особа
    [few] потрібні { $count } особи
    [many] потрібно { $count } осіб
   *[other] потрібно { $count } особи
}
children = { $count ->
    [one] { $count } дитина
    [few] { $count } дитини
    [many] { $count } дітей
   *[other] { $count } дитини
}
changes = { $count ->
    [one] { $count } зміна
    [few] { $count } зміни
    [many] { $count } змін
   *[other] { $count } зміни
}
weeks = { $count ->
    [one] { $count } тиждень
    [few] { $count } тижні
    [many] { $count } тижнів
   *[other] { $count } тижня
}
days = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}

yes = так
no = ні

account_role_text = { $role ->
    [coordinator] координатор
    [animator] аніматор
   *[volunteer] волонтер
}
crew_role_text = { $role ->
    [leader] ведучий
    [helper] помічник
    [driver] водій
   *[first-aider] особа з курсом першої допомоги
}
stop_kind_text = { $kind ->
    [playground] дитячий майданчик
    [square] площа або двір
    [park] парк
    [school] школа
    [preschool] дитячий садок
    [club] клуб
    [pitch] спортивний майданчик
    [event-site] місце заходів
    [indoor] зала
   *[to-be-agreed] місце уточнюється
}
visit_state_text = { $state ->
    [planned] заплановано
   *[cancelled] скасовано
}
signup_state_text = { $state ->
    [requested] чекає на згоду
    [rejected] відмовлено
    [offered] запропоновано
    [waitlisted] у списку очікування
    [closed] місце не звільнилося
    [confirmed] на зміні
    [to-reconfirm] має підтвердити новий час
    [declined] пропозицію не прийнято
    [expired] без відповіді вчасно
    [withdrawn] відмова від участі
    [withdrawn-late] пізня відмова від участі
    [released] звільнено
    [checked-in] на місці
    [attended] години зараховано
   *[no-show] неявка
}
certainty_text = { $certainty ->
    [sourced] розташування з публічного джерела
    [estimated] приблизне розташування
    [checked] розташування перевірено
   *[unknown] розташування невідоме
}
