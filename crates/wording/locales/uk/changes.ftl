### What changed between two states of the calendar, and its releases.

changes_heading = Що змінилося
changes_between = Що змінилося від випуску { $from } до випуску { $to }
changes_since_release = Що змінилося від випуску { $from } дотепер
changes_since = Що змінилося від: { $time }
changes_description = { $service }: нові, перенесені та скасовані візити.
nothing_changed = Нічого не змінилося.
change_added = Новий візит: { $stop }, { $day }, { $hours }.
change_removed = Візиту вже немає в плані: { $stop }, { $day }, { $hours }.
change_cancelled = Скасовано: { $stop }, { $day }, { $hours }.
change_restored = Візит усе-таки відбудеться: { $stop }, { $day }, { $hours }.
change_moved = Інший час: { $stop }. Було: { $from_day }, { $from_hours }. Є: { $day }, { $hours }.
change_hours = Інші години: { $stop }, { $day }. Було: { $from_hours }. Є: { $hours }.
change_place = Інше місце: { $day }, { $hours }. Було: { $from_stop }. Є: { $stop }.
change_late = Запізнюється: { $stop }, { $day }, { $hours }.
change_other = Зміна: { $stop }, { $day }, { $hours }.
releases_heading = Випуски розкладу
releases_description = { $service }, { $season }: випуски розкладу та зміни в кожному з них.
release_heading = Випуск { $number } розкладу
release_published = Оголошено: { $time }
release_first = Перший випуск.
release_changes = { $count ->
    [0] Без змін у візитах.
    [one] { $count } зміна.
    [few] { $count } зміни.
    [many] { $count } змін.
   *[other] { $count } зміни.
}
release_as_it_was = Увесь розклад цього випуску
release_old = Це колишній випуск { $number } розкладу, від { $day }. Чинний розклад – на сторінці «Увесь сезон».
feed_changes = Зміни в розкладі: { $town }
feed_changes_at = Зміни в розкладі: { $stop }
feed_releases = Випуски розкладу: { $service }
