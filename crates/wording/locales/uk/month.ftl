### The visits of a month as a table.

heading = Місяць: { $place }
caption = { $visits ->
    [one] { $month }, { $visits } візит
    [few] { $month }, { $visits } візити
    [many] { $month }, { $visits } візитів
   *[other] { $month }, { $visits } візиту
}
description = Візити світлиці на колесах: { $place }, { $month }.
link = Переглянути весь місяць
as_list = Переглянути списком
months = Місяці
none = Цього місяця візитів немає.
