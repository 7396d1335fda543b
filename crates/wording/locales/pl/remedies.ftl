### What would help, as a request to the person who was told "no".

wait_until = Spróbuj jeszcze raz: { $at }.
join_waiting_list = Zapisz się na listę oczekujących.
other_shift = Wybierz inny dyżur.
give_back = Zrezygnuj z tamtego dyżuru albo wybierz inny niż ten.
hand_in_text = { $paper ->
    [clearance] Zanieś koordynatorowi zaświadczenie o niekaralności i oświadczenia, żeby mógł Cię dopuścić do pracy z dziećmi.
    [register] Poproś koordynatora o sprawdzenie w rejestrze (RSPTS).
    [certificate] Zanieś koordynatorowi zaświadczenie o niekaralności z KRK.
    [statements] Podpisz u koordynatora oświadczenie o krajach zamieszkania.
    [standards] Przeczytaj standardy ochrony małoletnich i potwierdź, że je znasz.
    [agreement] Podpisz u koordynatora porozumienie z ośrodkiem.
    [written-agreement] Podpisz u koordynatora porozumienie na piśmie.
    [insurance] Poproś koordynatora o ubezpieczenie od wypadków.
    [consent] Zanieś koordynatorowi zgodę rodzica lub opiekuna.
   *[qualification] Pokaż koordynatorowi dokument o kwalifikacjach.
}
ask_staff = Poproś koordynatora.
say_why = Napisz powód.
