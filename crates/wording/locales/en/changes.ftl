### What changed between two states of the calendar, and its releases.

changes_heading = What has changed
changes_between = What has changed from release { $from } to release { $to }
changes_since_release = What has changed since release { $from }
changes_since = What has changed since { $time }
changes_description = { $service }: new, moved and cancelled visits.
nothing_changed = Nothing has changed.
change_added = New visit: { $stop }, { $day }, { $hours }.
change_removed = No longer in the plan: { $stop }, { $day }, { $hours }.
change_cancelled = Cancelled: { $stop }, { $day }, { $hours }.
change_restored = Will take place after all: { $stop }, { $day }, { $hours }.
change_moved = Other time: { $stop }. Before: { $from_day }, { $from_hours }. Now: { $day }, { $hours }.
change_hours = Other hours: { $stop }, { $day }. Before: { $from_hours }. Now: { $hours }.
change_place = Other place: { $day }, { $hours }. Before: { $from_stop }. Now: { $stop }.
change_late = Running late: { $stop }, { $day }, { $hours }.
change_other = Changed: { $stop }, { $day }, { $hours }.
releases_heading = Releases of the timetable
releases_description = { $service }, { $season }: the releases of the timetable and what each one changed.
release_heading = Release { $number } of the timetable
release_published = Published: { $time }
release_first = The first release.
release_changes = { $count ->
    [0] No visit has changed.
    [one] { $count } change.
   *[other] { $count } changes.
}
release_as_it_was = The whole timetable of this release
release_old = This is the old release { $number } of the timetable, of { $day }. The timetable in force is on the page “The whole season”.
feed_changes = Changes of the timetable: { $town }
feed_changes_at = Changes of the timetable: { $stop }
feed_releases = Releases of the timetable: { $service }
