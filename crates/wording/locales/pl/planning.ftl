### What a plan costs, and why something asked for is missing in it.

## What the objective is made of

group_text = { $group ->
    [hard-rules] złamane zasady
    [unserved-least] brakujące wizyty, bez których zamówienie traci sens
    [announced-moved] ogłoszone wizyty w innym dniu
    [unserved-wanted] brakujące wizyty ponad najmniejszą liczbę
    [fairness] zbyt długie czekanie na wizytę
    [preferences] dni i godziny inne niż ulubione
    [travel] droga
   *[spread] nierówna praca w różnych dni
}

points_text = { $count } pkt

## One rule stands in the way, and how little would do

least_gap = Za duży najmniejszy odstęp między wizytami: { $asked } dni. Wystarczy { $enough ->
    [one] { $enough } dzień
    [few] { $enough } dni
    [many] { $enough } dni
   *[other] { $enough } dnia
}.
most_gap = Za mały największy odstęp między wizytami: { $asked } dni. Wystarczy { $enough ->
    [one] { $enough } dzień
    [few] { $enough } dni
    [many] { $enough } dni
   *[other] { $enough } dnia
}.
most_gap_unlimited = Za mały największy odstęp między wizytami: { $asked } dni. Wystarczy znieść to ograniczenie.
first_and_last = Przeszkadza termin pierwszej lub ostatniej wizyty. Wystarczy go znieść.
first_and_last_within = Przeszkadza termin pierwszej lub ostatniej wizyty. Wystarczy odstęp: { $enough ->
    [one] { $enough } dzień
    [few] { $enough } dni
    [many] { $enough } dni
   *[other] { $enough } dnia
}.
block_days = Za długi blok dni w jednym miejscu: { $asked } dni. Wystarczy { $enough ->
    [one] { $enough } dzień
    [few] { $enough } dni
    [many] { $enough } dni
   *[other] { $enough } dnia
}.
off_cycle = Przeszkadza stały rytm: wizyta co { $weeks ->
    [one] tydzień
    [few] { $weeks } tygodnie
    [many] { $weeks } tygodni
   *[other] { $weeks } tygodnia
}. Wystarczy od niego odstąpić.
any_weekday = Wizyty mają być zawsze w tym samym dniu tygodnia. Wystarczy z tego zrezygnować.
any_start = Wizyty mają zaczynać się zawsze o tej samej godzinie. Wystarczy z tego zrezygnować.
together = To miejsce jest rozdzielone z innymi. Wystarczy dopuścić ten sam dzień i tydzień co: { $stops }.
weekdays = Zamówienie wyklucza niektóre dni tygodnia. Wystarczy dopuścić: { $weekdays }.
site_hours = Miejsce jest dostępne za krótko. Wystarczy dłużej przed godzinami i po godzinach: { $length }.
site_open = Miejsce jest wtedy zamknięte. Wystarczy otworzyć je: { $days }.
permission = Zgoda na postój kończy się za wcześnie. Wystarczy przedłużyć ją do { $until }.
events = Przeszkadza wydarzenie w mieście. Wystarczy mimo to przyjechać: { $events }.
open_days = Autobus wtedy nie jeździ. Wystarczy wyjechać także: { $days }.
bus_hours = Autobus jeździ za krótko. Wystarczy dłużej rano i wieczorem: { $length }.
duty = Dzień pracy załogi jest za krótki. Wystarczy dłużej: { $length }.
driving = Dzienny czas jazdy autobusu jest za krótki. Wystarczy dłużej: { $length }.
capacity = Autobus zabiera na jedną trasę za mało. Wystarczy więcej miejsca o tyle: { $more }.
range = Autobus ma za mały zasięg na jedną trasę. Wystarczy dalej: { $distance }.
breaks = Przeszkadzają przerwy załogi. Wystarczą przerwy krótsze o tyle: { $length }.
forbidden_hours = Zamówienie wyklucza niektóre godziny. Wystarczy je dopuścić.
capability = Miejsce wymaga autobusu z wyposażeniem: { $needs }. Wystarczy z tego zrezygnować albo mieć drugi taki autobus.
visit_length = Wizyta jest za długa: { $asked }. Wystarczy: { $enough }.
another_bus = Autobus jest wtedy zajęty w innych miejscach. Wystarczy drugi autobus: { $days }.

## No single rule

several_rules = Zmiana jednej zasady nie wystarczy. Razem wystarczą: { $rules }.
rule_text = { $rule ->
    [least-gap] najmniejszy odstęp między wizytami
    [most-gap] największy odstęp między wizytami
    [block] długość bloku dni
    [cycle] stały rytm co kilka tygodni
    [same-weekday] zawsze ten sam dzień tygodnia
    [same-start] zawsze ta sama godzina
    [apart] miejsca rozdzielone
    [weekdays] wykluczone dni tygodnia
    [site-hours] godziny miejsca
    [permission] zgoda na postój
    [event] wydarzenie w mieście
    [closed-day] dni bez wyjazdu
    [bus-hours] godziny autobusu
    [duty] dzień pracy załogi
    [driving] dzienny czas jazdy
    [capacity] ładowność autobusu
    [range] zasięg autobusu na jednej trasie
    [breaks] przerwy załogi
    [forbidden-hours] wykluczone godziny
    [capability] wyposażenie autobusu, którego wymaga miejsce
    [visit-length] długość wizyty
   *[season-full] autobus zajęty gdzie indziej
}
out_of_reach = Dojazd tam i z powrotem razem z wizytą nie mieści się w żadnym dniu.
