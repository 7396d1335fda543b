### The page that shows the design system to whoever works on the program.

style_heading = Style
style_help = Every page is made of what is here. This page is built from the same style sheets and templates, so it shows the present state; switch your system to dark to see the second set of colours.
palette_heading = Colours
palette_help = A box of crayons: sky, sun, raspberry, pine, grass. A colour never speaks alone, a word always stands beside it.
type_heading = Type
type_help = The system’s rounded typeface; nothing is downloaded.
sample_text = Zażółć gęślą jaźń: the bus stops at 10:00. Їжак і ґава чекають.
space_heading = Spacing and width
space_help = Space within a group, between groups and between parts of a page. Text is at most 44 rem wide, a field to touch at least 44 pixels.
buttons_heading = Buttons and links
button_main = Main
button_plain = Plain
button_danger = Cannot be undone
sample_link = Link
states_heading = States of a visit
tickets_heading = Ticket: next visit
notes_heading = Notes
note_calm = Calm information
note_good = It worked, or is good to know
note_bad = Something is cancelled or went wrong
forms_heading = Form with a mistake
sample_label = E-mail address
sample_hint = For notifications only.
sample_error = This is not an e-mail address.
drawings_heading = Drawings
drawings_help = The bus, the meadow and the signs are drawn by us and always stand beside a word.
