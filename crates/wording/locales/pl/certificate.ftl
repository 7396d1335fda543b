### The certificate of hours on paper, and the public page that confirms it.

## The paper

title = Zaświadczenie o wykonaniu świadczeń wolontariackich
number = Nr { $number }, wydanie { $edition }
certified_by = { $issuer } zaświadcza, że świadczenia wolontariackie wykonała osoba:
period_label = Okres
period = od { $first } do { $last }
scope_label = Zakres świadczeń
scope_text = { $role ->
    [leader] prowadzenie zajęć dla dzieci podczas postojów świetlicobusu
    [driver] prowadzenie świetlicobusu
    [first-aider] pierwsza pomoc podczas postojów świetlicobusu
   *[helper] pomoc przy zajęciach dla dzieci podczas postojów świetlicobusu
}
scope_line = { $scope }: { $length }
total_label = Razem
total = { $length } ({ $shifts ->
    [one] { $shifts } dyżur
    [few] { $shifts } dyżury
    [many] { $shifts } dyżurów
   *[other] { $shifts } dyżuru
})
length_text = { $minutes ->
    [0] { $hours } godz.
   *[other] { $hours } godz. { $minutes } min
}
years_heading = Godziny według lat szkolnych
year_label = Rok szkolny
hours_label = Godziny
counted = Liczą się tylko dyżury, na których obecność potwierdził organizator. Rok szkolny trwa od 1 września do 31 sierpnia.
law = Wydano na podstawie art. 44 ust. 2 ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku publicznego i o wolontariacie.
place_and_date = { $place }, { $date }
signature = podpis i pieczęć organizatora
check_here = Czy to zaświadczenie jest prawdziwe i aktualne, sprawdzisz na stronie:
code = Kod: { $code }
qr_description = Kod QR z adresem strony, na której sprawdzisz to zaświadczenie
page_title = Sprawdzenie zaświadczenia

## The public page

genuine = To zaświadczenie wydał organizator: { $issuer }.
issued_on = Data wydania
number_label = Numer
initials_label = Inicjały
initials_help = Porównaj dane z papierem. Imienia i nazwiska nie pokazujemy: zna je ten, kto ma papier w ręku.
in_force = Zaświadczenie jest aktualne.
replaced = Zastąpiło je wydanie { $edition } z dnia { $date }. To wydanie jest nieaktualne.
outdated = Po wydaniu zmieniono zapis godzin. Poproś o nowe wydanie.
page_help = Wpisz kod, który stoi na dole zaświadczenia. Wielkość liter i kreski nie mają znaczenia.
code_label = Kod z zaświadczenia
check_button = Sprawdź
unknown = Pod tym kodem nie wydano tu żadnego zaświadczenia. Sprawdź, czy kod jest przepisany litera po literze.
