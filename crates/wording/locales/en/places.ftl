### The places that the service knows, for staff.

heading = Places
help = The estates and stops that the service knows. New ones are added in the files of a season or loaded from a list (import stops).
none = There are no stops yet. Load a season: its files bring the places with them.
no_estate = Without an estate
no_point = without a point of its own on the map
merge_heading = Two entries, one place
merge_help = When two stops turn out to be one, merge them. First we show what will change.
gone_label = The stop that goes
stays_label = The stop that stays
choose = – choose –
look = Show what will change
preview_heading = “{ $gone }” becomes part of the stop “{ $stays }”
visits = { $count ->
    [one] { $count } visit moves over. In parents’ calendars the name of the place changes, no entry appears twice.
   *[other] { $count } visits move over. In parents’ calendars the name of the place changes, no entry appears twice.
}
no_visits = There are no visits there.
addresses = Old addresses of the page and the calendar, also those on posters and in QR codes, lead from now on to the stop “{ $stays }”. Whoever followed the old stop follows the new one.
for_good = This cannot be undone.
merge_button = Merge
kept_from = They cannot be merged:
itself = This is the same stop. Choose two different ones.
lies_in_none = The visits are published, and the stop “{ $stays }” lies in no estate: parents would not find it. Give it an estate.
both_ask = Both stops ask for visits ({ $seasons }). Decide which request is in force and delete the other, then merge.
not_chosen = Choose both stops from the list.
done = Merged: the two entries are now one stop.
