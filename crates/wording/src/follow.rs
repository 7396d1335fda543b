//! Being told of visits without an account: the box on public pages, the page of one's wishes, letters and push messages.

crate::messages::messages! {
    /// What followers read.
    Follow {
        /// Heading of the box: "Powiadom mnie".
        pub fn heading();
        /// What is told and that no account is needed.
        pub fn help();
        /// The button that asks the phone for permission.
        pub fn push_button();
        /// The button that ends it on this phone.
        pub fn push_stop();
        /// That this phone is told.
        pub fn push_on();
        /// That the browser said no.
        pub fn push_denied();
        /// That it did not work, and what to do.
        pub fn push_failed();
        /// The label of the address.
        pub fn email();
        /// What happens to the address.
        pub fn email_help();
        /// The button of the form.
        pub fn email_button();
        /// A fault of the form: no address.
        pub fn email_wrong();
        /// A refusal: the season is over.
        pub fn season_over();
        /// A refusal: no letters leave.
        pub fn email_off();
        /// A refusal: no push messages are sent.
        pub fn push_off();
        /// Heading of the page of the form: what would be followed.
        pub fn form_heading(what: &str);
        /// Heading after the form was sent.
        pub fn asked_heading();
        /// What to do next, the same for every address.
        pub fn asked();
        /// What to do if no letter comes.
        pub fn asked_after();
        /// In the demo nothing leaves.
        pub fn asked_demo();
        /// "całe miasto"
        pub fn town();
        /// "osiedle Łazek"
        pub fn estate(name: &str);
        /// "Plac zabaw (osiedle Łazek)"
        pub fn stop(name: &str, estate: &str);
        /// Heading of the page of one's wishes.
        pub fn page_heading();
        /// What waits to be confirmed.
        pub fn page_pending();
        /// The button that confirms.
        pub fn confirm_button();
        /// It is confirmed.
        pub fn confirmed();
        /// What is followed.
        pub fn page_followed();
        /// The button that ends one of them, as it is seen.
        pub fn stop_short();
        /// The same, saying which; it begins with the words that are seen.
        pub fn stop_one(what: &str);
        /// The button that ends all.
        pub fn stop_all();
        /// What is deleted then.
        pub fn stop_help();
        /// Heading once all is ended.
        pub fn ended_heading();
        /// Once all is ended.
        pub fn ended();
        /// The first line of a letter.
        pub fn greeting();
        /// Subject: confirm.
        pub fn confirm_subject(service: &str);
        /// Letter: somebody asked.
        pub fn confirm_intro();
        /// Letter: open the page and press the button.
        pub fn confirm_how();
        /// Letter: what if it was not you.
        pub fn confirm_not_you();
        /// Subject: all is confirmed already.
        pub fn known_subject(service: &str);
        /// Letter: all is confirmed already.
        pub fn known();
        /// "środa, 7 lipca, 10:00-13:00, Plac zabaw"
        pub fn visit(day: &str, hours: &str, stop: &str);
        /// Subject, the evening before, one visit.
        pub fn tomorrow_one(visit: &str);
        /// Subject, the evening before, several.
        pub fn tomorrow_many(count: usize);
        /// Subject and line: cancelled.
        pub fn cancelled(visit: &str);
        /// Subject: another time or place.
        pub fn moved(visit: &str);
        /// Line: what it was.
        pub fn moved_from(visit: &str);
        /// Subject and line: on again.
        pub fn restored(visit: &str);
        /// Subject and line: late.
        pub fn late(minutes: u32, visit: &str);
        /// Subject and line: no longer late.
        pub fn on_time(visit: &str);
        /// "Powód: burza"
        pub fn reason(reason: &str);
        /// "Uwaga: …"
        pub fn note(note: &str);
        /// Subject: several changes.
        pub fn changes(count: usize);
        /// "… i jeszcze 3"
        pub fn and_more(count: usize);
        /// Letter: why it comes.
        pub fn why(what: &str);
        /// Letter: how to end it.
        pub fn how_to_end(link: &str);
        /// Stands where nobody else is to see a link.
        pub fn link_not_shown();
    }
}
