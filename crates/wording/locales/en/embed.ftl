### Visits on pages of others.

heading = Visits on your own site
intro = Paste a few lines, and your page shows the next visits by itself, cancellations and changes too. No cookies, no tracking, less than 5 kB.
description = How to show the next visits of the children’s activity bus on another site.
place = Place
town = The whole town: { $town }
language = Language
count = How many visits
show = Show
preview = Preview
element = Element
element_help = The best choice: it takes the font and colours of your page. If the page has a content security policy, add { $host } to script-src and connect-src.
frame = Frame
frame_help = Where a site allows no scripts of others. It has a look of its own. A content security policy needs frame-src.
snippet = Text to paste
copy = Copy
data = Data for programs
data_help = The same visits come as JSON, GeoJSON, iCalendar and Atom, without a key and from any site.
all = All visits and notifications
new_tab = Links open in a new tab.
unknown = We do not know this place.
