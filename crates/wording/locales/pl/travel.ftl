### Travel times: where they come from, and what to do when they are missing.

## There are none

unreachable = Nie mamy czasów jazdy: { $engine } nie odpowiada pod adresem { $address } (próby: { $tries }).
refused = Nie mamy czasów jazdy: { $engine } odrzuca pytanie. Odpowiedź: { $said }
unreadable = Nie mamy czasów jazdy: odpowiedź, którą daje { $engine } pod adresem { $address }, jest niezrozumiała.
no_way = Nie ma dojazdu drogą: { $ways }.
off_road = Za daleko od drogi: { $places }. Popraw położenie na mapie.
way = { $from } → { $to }
place = { $name } ({ $metres } m)
and_more = i { $count } innych
no_engine = Nie mamy czasów jazdy: w ustawieniach serwera nie ma adresu, pod którym można o nie zapytać.
stopped = Układanie planu zatrzymano, zanim nadeszły czasy jazdy.
matrix_lacks = Wgrana tabela czasów jazdy nie zna miejsca: { $stop }. Wgraj nową tabelę albo zaznacz szacowane czasy.
matrix_moved = Wgrana tabela czasów jazdy ma inne położenie miejsca: { $stop }. Wgraj nową tabelę albo zaznacz szacowane czasy.

## How to go on

choice_help = Plan można ułożyć z czasami szacowanymi na podstawie odległości. Będzie to przy nim napisane.
estimate_gaps = Oszacuj tylko brakujące czasy
estimate_all = Ułóż plan z szacowanymi czasami
estimate_checkbox = Szacowane czasy jazdy zamiast zmierzonych
is_estimated = Czasy jazdy w tym planie są szacowane, przynajmniej częściowo.

## While the planner asks

asking = Pytamy o czasy jazdy: { $done } z { $of }.
