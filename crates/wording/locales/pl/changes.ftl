### What changed between two states of the calendar, and its releases.

changes_heading = Co się zmieniło
changes_between = Co się zmieniło od wydania { $from } do wydania { $to }
changes_since_release = Co się zmieniło od wydania { $from } do teraz
changes_since = Co się zmieniło od: { $time }
changes_description = { $service }: nowe, przeniesione i odwołane wizyty.
nothing_changed = Nic się nie zmieniło.
change_added = Nowa wizyta: { $stop }, { $day }, { $hours }.
change_removed = Wizyty już nie ma w planie: { $stop }, { $day }, { $hours }.
change_cancelled = Odwołana: { $stop }, { $day }, { $hours }.
change_restored = Jednak się odbędzie: { $stop }, { $day }, { $hours }.
change_moved = Inny termin: { $stop }. Było: { $from_day }, { $from_hours }. Jest: { $day }, { $hours }.
change_hours = Inne godziny: { $stop }, { $day }. Było: { $from_hours }. Jest: { $hours }.
change_place = Inne miejsce: { $day }, { $hours }. Było: { $from_stop }. Jest: { $stop }.
change_late = Spóźni się: { $stop }, { $day }, { $hours }.
change_other = Zmiana: { $stop }, { $day }, { $hours }.
releases_heading = Wydania rozkładu
releases_description = { $service }, { $season }: kolejne wydania rozkładu i zmiany w każdym z nich.
release_heading = Wydanie { $number } rozkładu
release_published = Ogłoszone: { $time }
release_first = Pierwsze wydanie.
release_changes = { $count ->
    [0] Bez zmian w wizytach.
    [one] { $count } zmiana.
    [few] { $count } zmiany.
    [many] { $count } zmian.
   *[other] { $count } zmiany.
}
release_as_it_was = Cały rozkład z tego wydania
release_old = To jest dawne wydanie { $number } rozkładu, z dnia { $day }. Aktualny rozkład jest na stronie „Cały sezon”.
feed_changes = Zmiany w rozkładzie: { $town }
feed_changes_at = Zmiany w rozkładzie: { $stop }
feed_releases = Wydania rozkładu: { $service }
