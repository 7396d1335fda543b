# The limits of a season's crew.

heading = Limity załogi: { $season }
help = Każda granica, według której program pozwala albo nie pozwala na dyżur: ile wynosi, kto ją ustala i skąd pochodzi.
to_limits = Limity załogi
own = limity tego sezonu
program = limity programu, nikt ich nie zmienił
law_heading = Co ustala prawo
law_help = Tego nie zmienia nikt z ośrodka. Źródła podajemy tak, jak są zapisane w programie; „do sprawdzenia” oznacza, że trzeba zapytać prawnika.
doubtful = do sprawdzenia
none = bez limitu
money = { $amount } zł za godzinę
house_heading = Co ustala ośrodek
house_help = Puste pole oznacza: bez limitu. Czas wpisuj jako godziny i minuty, na przykład 8:00. W pojedynczym przypadku koordynator może zdecydować inaczej, z podaniem powodu.
when_heading = Od kiedy i dlaczego
when_help = Dotyczy tylko tego, co zmieniasz powyżej.
from_label = Zmiany obowiązują od dnia (puste: zawsze)
source_label = Kto tak ustalił, na przykład numer zarządzenia (puste: ośrodek)
house = ustalenie ośrodka
reset = Przywróć limity programu
reset_help = Limity tego sezonu znikną i będą obowiązywać limity programu, także te z jego nowszych wersji.
broken_heading = Zapisy, które już są
broken_help = Zmiana limitów nikogo nie skreśla. Tutaj widać przyszłe zapisy, które łamią którąś z zasad, tak jak są teraz.
broken_none = wszystkie zapisy są zgodne z zasadami
broken_ask = Sprawdź zapisy
saved = Limity są zapisane. Poniżej widać zapisy, które łamią którąś z zasad.
was_reset = Obowiązują limity programu.
changed_before = Ktoś zmienił limity przed Tobą. Poniżej są obecne: wpisz swoje zmiany jeszcze raz.
wrong = Tej wartości nie da się ustawić.
length_wrong = Wpisz godziny i minuty, na przykład 8:00.
count_wrong = Wpisz liczbę.
hour_wrong = Wpisz godzinę, na przykład 20:00.
hours_turned = Koniec musi być po początku.
group_text = { $group ->
    [volunteer] Wolontariat
    [staff] Osoby z ośrodka
    [psu] Prace społecznie użyteczne
    [minors] Osoby niepełnoletnie
    [clearance] Dopuszczenie do pracy z dziećmi
    [crew] Kto jest razem na wizycie
    [travel] Droga między dyżurami
   *[waiting] Listy oczekujących
}
group_help_text = { $group ->
    [volunteer] Żadne źródło nie podaje godzin dla wolontariuszy; to propozycje.
    [staff] Liczą się tylko dyżury, nie inna praca dla ośrodka.
    [minors] Żadne źródło nie podaje godzin dla niepełnoletnich wolontariuszy; to propozycje.
   *[other] { "" }
}
part_text = { $part ->
    [earliest] najwcześniej od
    [latest] najpóźniej do
    [a_day] najwięcej w dniu
   *[days_in_a_row] najwięcej dni z rzędu
}
age_text = { $age ->
    [of-under-13] od każdego, bez względu na wiek
    [of-13-15] od 13 lat
    [of-16-17] od 16 lat
   *[of-adult] od 18 lat
}
name_text = { $name ->
    [agreement_insured_days] Porozumienie do tylu dni: ubezpiecza ośrodek
    [agreement_oral_days] Porozumienie na dłużej niż tyle dni: na piśmie
    [agreement_required] Porozumienie jest potrzebne
    [clearance_certificate_from] Zaświadczenie o niekaralności składa się
    [clearance_recheck_days] Sprawdzenie i zaświadczenie są ważne (dni)
    [clearance_standards] Obowiązująca wersja standardów ochrony małoletnich
    [crew_children_per_adult] Najwięcej dzieci na jedną osobę dorosłą
    [crew_psu] Najwięcej osób z prac społecznie użytecznych na wizycie
    [minors_adult_of_staff] Najpierw musi być osoba dorosła z ośrodka
    [minors_approval] Koordynator zatwierdza każdy zapis
    [minors_consent] Zgoda rodzica lub opiekuna jest potrzebna
    [minors_for_each_adult] Najwięcej osób niepełnoletnich na jedną dorosłą
    [minors_from_13] 13–15 lat
    [minors_from_16] 16–17 lat
    [minors_under_13] Poniżej 13 lat
    [minors_oldest_consent] Najstarsza dobra wersja tekstu zgody
    [psu_rate] Stawka prac społecznie użytecznych
    [staff_rest] Odpoczynek między dyżurami, osoby z ośrodka
    [psu_week] Prace społecznie użyteczne: najwięcej w tygodniu
    [psu_month] Prace społecznie użyteczne: najwięcej w miesiącu
    [psu_rest] Odpoczynek między dyżurami, co najmniej
    [volunteer_rest] Odpoczynek między dyżurami, co najmniej
    [travel_between_estates] Na inne osiedle, gdy nie znamy miejsc
    [travel_within_estate] Na to samo osiedle, gdy nie znamy miejsc
    [travel_metres_a_minute] Metry na minutę, gdy znamy miejsca
    [waiting_ask_all] Tyle przed dyżurem pytani są wszyscy naraz
    [waiting_offer] Propozycja wolnego miejsca jest ważna najwyżej
    [waiting_proposal] Propozycja całej załogi jest ważna najwyżej
    [day] Najwięcej w dniu
    [week] Najwięcej w tygodniu
    [month] Najwięcej w miesiącu
    [season] Najwięcej w sezonie
   *[days_in_a_row] Najwięcej dni z rzędu
}
