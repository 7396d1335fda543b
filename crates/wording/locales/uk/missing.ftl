### In place of a page that is not there, or no more.

estate_heading = Ми не знаємо такого мікрорайону
stop_heading = Ми не знаємо такої зупинки
visit_heading = Ми не знаємо такого візиту
page_heading = Такої сторінки немає
former_visit_heading = Цей візит був в іншому сезоні
former_stop_heading = Сюди автобус уже не приїжджає
former_visit = Це був візит із сезону «{ $season }»: { $stop }, { $day }.
former_stop = Зупинки «{ $stop }» уже немає в розкладі.
mistyped = Адреса могла змінитися або містить помилку.
nearest = Можливо, ви шукали:
look = Пошукайте за назвою або виберіть мікрорайон зі списку.
now_at = Візити цього сезону: { $stop }
