### The visits of a month as a table.

heading = Miesiąc: { $place }
caption = { $visits ->
    [one] { $month }, { $visits } wizyta
    [few] { $month }, { $visits } wizyty
    [many] { $month }, { $visits } wizyt
   *[other] { $month }, { $visits } wizyty
}
description = Wizyty świetlicy na kołach: { $place }, { $month }.
link = Zobacz cały miesiąc
as_list = Zobacz jako listę
months = Miesiące
none = W tym miesiącu nie ma wizyt.
