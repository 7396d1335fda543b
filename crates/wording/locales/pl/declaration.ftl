### The accessibility declaration that the law asks for.

heading = Deklaracja dostępności
intro = { $body } zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Deklaracja dotyczy strony:
published = Data publikacji strony internetowej
updated = Data ostatniej istotnej aktualizacji
status_heading = Stan dostępności cyfrowej
status_text = { $status ->
    [full] Strona internetowa jest w pełni zgodna z tą ustawą.
    [partial] Strona internetowa jest częściowo zgodna z tą ustawą z powodu niezgodności lub wyłączeń wymienionych poniżej.
   *[none] Strona internetowa jest niezgodna z tą ustawą. Niezgodności lub wyłączenia są wymienione poniżej.
}
made_heading = Przygotowanie deklaracji
made = Data sporządzenia deklaracji
reviewed = Data ostatniego przeglądu deklaracji
method_text = { $method ->
    [self] Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.
   *[external] Deklarację sporządzono na podstawie oceny przeprowadzonej przez podmiot zewnętrzny.
}
shortcuts = Strona nie ma własnych skrótów klawiszowych; działają skróty przeglądarki.
contact_heading = Informacje zwrotne i dane kontaktowe
contact = Jeśli coś na tej stronie jest niedostępne, daj nam znać. Osoba odpowiedzialna: { $name }.
email_label = E-mail
phone_label = Telefon
procedure_heading = Obsługa wniosków i skarg
procedure = Każdy ma prawo zażądać zapewnienia dostępności cyfrowej strony internetowej lub jej elementów. W żądaniu podaj swoje imię i nazwisko, telefon lub e-mail, adres strony, na której jest niedostępny element, oraz opis problemu i sposobu, który byłby dla Ciebie najwygodniejszy.
procedure_time = Odpowiemy najszybciej, jak to możliwe, nie później niż w ciągu 7 dni od otrzymania żądania. Jeśli ten termin będzie za krótki, poinformujemy Cię o tym i podamy nowy, nie dłuższy niż 2 miesiące. Jeśli nie będziemy w stanie zapewnić dostępności cyfrowej, zaproponujemy dostęp w alternatywny sposób.
procedure_complaint = Jeśli odmówimy, a Ty się z tym nie zgadzasz, albo nie zgadzasz się na alternatywny sposób, możesz złożyć skargę do kierownictwa naszego podmiotu, a potem poinformować Rzecznika Praw Obywatelskich (rpo.gov.pl).
architecture_heading = Dostępność architektoniczna
apps_heading = Aplikacje mobilne
apps = Nie ma osobnej aplikacji mobilnej. Tę stronę można dodać do ekranu głównego telefonu.
