### The accessibility declaration that the law asks for.

heading = Accessibility declaration
intro = { $body } undertakes to make its website accessible in accordance with the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies. The declaration applies to the website:
published = Date of publication of the website
updated = Date of the last important update
status_heading = State of digital accessibility
status_text = { $status ->
    [full] The website fully complies with this act.
    [partial] The website partly complies with this act because of the failings or exemptions listed below.
   *[none] The website does not comply with this act. The failings or exemptions are listed below.
}
made_heading = Preparation of the declaration
made = Date of the declaration
reviewed = Date of its last review
method_text = { $method ->
    [self] The declaration is based on a self-assessment by the public body.
   *[external] The declaration is based on an assessment by an outside body.
}
shortcuts = The website has no keyboard shortcuts of its own; those of the browser work.
contact_heading = Feedback and contact
contact = If something on this website is not accessible, let us know. Person in charge: { $name }.
email_label = E-mail
phone_label = Telephone
procedure_heading = Requests and complaints
procedure = Everybody has the right to demand that the website or parts of it be made accessible. In your demand give your name, telephone or e-mail, the address of the page with the inaccessible part, what the problem is, and which solution would suit you best.
procedure_time = We answer as soon as possible, at the latest within 7 days of receiving the demand. If that is too short, we tell you so and name a new date within 2 months. If we cannot make it accessible, we offer access in another way.
procedure_complaint = If we refuse and you disagree, or you do not accept the other way, you may complain to the management of our body, and then inform the Commissioner for Human Rights (rpo.gov.pl).
architecture_heading = Access to the place
apps_heading = Mobile applications
apps = There is no separate mobile application. This website can be added to the home screen of a phone.
