### The visits of a month as a table.

heading = Month: { $place }
caption = { $visits ->
    [one] { $month }, { $visits } visit
   *[other] { $month }, { $visits } visits
}
description = Visits of the children’s activity bus: { $place }, { $month }.
link = See the whole month
as_list = See it as a list
months = Months
none = There are no visits this month.
