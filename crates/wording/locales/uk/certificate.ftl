### The certificate of hours on paper, and the public page that confirms it.

## The paper

title = Довідка про волонтерську роботу
number = № { $number }, видання { $edition }
certified_by = { $issuer } засвідчує, що волонтерську роботу виконала особа:
period_label = Період
period = від { $first } до { $last }
scope_label = Вид роботи
scope_text = { $role ->
    [leader] проведення занять для дітей на зупинках дитячого автобуса
    [driver] керування дитячим автобусом
    [first-aider] перша допомога на зупинках дитячого автобуса
   *[helper] допомога на заняттях для дітей на зупинках дитячого автобуса
}
scope_line = { $scope }: { $length }
total_label = Разом
total = { $length } ({ $shifts ->
    [one] { $shifts } зміна
    [few] { $shifts } зміни
    [many] { $shifts } змін
   *[other] { $shifts } зміни
})
length_text = { $minutes ->
    [0] { $hours } год
   *[other] { $hours } год { $minutes } хв
}
years_heading = Години за навчальними роками
year_label = Навчальний рік
hours_label = Години
counted = Враховано лише зміни, присутність на яких підтвердив організатор. Навчальний рік триває з 1 вересня до 31 серпня.
law = Видано на підставі ст. 44 ч. 2 польського закону від 24 квітня 2003 р. про суспільно корисну діяльність та волонтерство.
place_and_date = { $place }, { $date }
signature = підпис і печатка організатора
check_here = Чи ця довідка справжня і чинна, можна перевірити на сторінці:
code = Код: { $code }
qr_description = QR-код з адресою сторінки, на якій можна перевірити цю довідку
page_title = Перевірка довідки

## The public page

genuine = Цю довідку видав організатор: { $issuer }.
issued_on = Дата видачі
number_label = Номер
initials_label = Ініціали
initials_help = Порівняйте дані з папером. Імені та прізвища ми не показуємо: їх знає той, хто тримає папір у руках.
in_force = Довідка чинна.
replaced = Її замінило видання { $edition } від { $date }. Це видання вже не чинне.
outdated = Після видачі запис годин змінено. Попросіть нове видання.
page_help = Введіть код, надрукований унизу довідки. Великі й малі літери та дефіси не мають значення.
code_label = Код з довідки
check_button = Перевірити
unknown = Під цим кодом тут не видано жодної довідки. Перевірте, чи код переписано літера за літерою.
