//! Why staff was told "no", what a form lacks, and what an action did.

crate::messages::messages! {
    /// Refusals, faults and results of what staff does. Days, hours and instants come in words.
    Reasons {
        /// The day is closed in the season file.
        pub fn closed_day(day: &str, reason: &str);
        /// The day is a public holiday.
        pub fn public_holiday(day: &str, name: &str);
        /// Nobody works on that weekday.
        pub fn weekday_off(day: &str);
        /// From arrival to departure, outside the working hours.
        pub fn outside_hours(hours: &str);
        /// The permission for the place has ended by then.
        pub fn permission_ended(until: &str);
        /// The place is not open then.
        pub fn stop_closed(day: &str, hours: &str);
        /// The bus is at another stop in these hours.
        pub fn bus_elsewhere(hours: &str);
        /// The visit is over.
        pub fn visit_past();
        /// The box that overrides the rules.
        pub fn move_anyway();
        /// What overriding means.
        pub fn move_anyway_help();
        /// The plan had ended.
        pub fn plan_ended();
        /// Nothing has been found that could be taken.
        pub fn no_plan_yet();
        /// The plan cannot be published yet.
        pub fn plan_not_ready();
        /// There is no published plan to start from.
        pub fn nothing_to_replan();
        /// The change stands in no request and no stop.
        pub fn change_by_hand();
        /// The rules were changed so that a plan fits.
        pub fn change_applied();
        /// The plan is what the public sees.
        pub fn plan_already_published();
        /// The bus has that day off, or other hours.
        pub fn bus_not_running();
        /// An event in town keeps the bus away then.
        pub fn event_keeps_away(event: &str);
        /// The season has changed since the plan was made.
        pub fn plan_no_longer_fits(detail: &str);
        /// The plan visits a stop that lies in no estate.
        pub fn stop_without_estate(detail: &str);
        /// The season's data cannot be planned.
        pub fn season_fault(detail: &str);
        /// A reason that has no words of its own.
        pub fn other(detail: &str);
        /// Sign-in is closed for a while.
        pub fn too_many_tries(time: &str);
        /// E-mail or password is wrong.
        pub fn wrong_credentials();
        /// No e-mail address.
        pub fn email_missing();
        /// No password.
        pub fn password_missing();
        /// A number out of its range.
        pub fn number_between(least: u64, most: u64);
        /// No number.
        pub fn whole_number();
        /// No day.
        pub fn day_missing();
        /// A day out of the season or over.
        pub fn day_between(first: &str, last: &str);
        /// No time of day.
        pub fn time_missing();
        /// The visit would leave the day.
        pub fn time_does_not_fit();
        /// A reason that is too short or too long.
        pub fn reason_length(least: u32, most: u32);
        /// A text that is too long.
        pub fn text_length(most: u32);
        /// The box was not ticked.
        pub fn confirm_missing();
        /// Hint to the new time of a visit.
        pub fn length_stays();
        /// A place was taken.
        pub fn signed_up();
        /// The place was held before.
        pub fn signed_up_before();
        /// A turn on the waiting list was taken.
        pub fn waiting();
        /// The sign-up waits for staff.
        pub fn requested();
        /// An offered place was turned down.
        pub fn declined();
        /// Somebody was asked, put on a shift or approved.
        pub fn assigned();
        /// A request was turned down.
        pub fn rejected();
        /// A place was taken away.
        pub fn released();
        /// Who came was written down.
        pub fn written_down();
        /// A place was given back.
        pub fn withdrawn();
        /// A place was given back late.
        pub fn withdrawn_late();
        /// The new time was accepted.
        pub fn reconfirmed();
        /// The planner was stopped.
        pub fn plan_stopped();
        /// The planner ends with what it has.
        pub fn plan_kept();
        /// The plan was published.
        pub fn published();
        /// The visit was cancelled.
        pub fn visit_cancelled();
        /// The visit was moved.
        pub fn visit_moved();
        /// The note was saved.
        pub fn note_saved();
        /// The travel matrix was stored.
        pub fn matrix_stored();
        /// The travel matrix was taken away.
        pub fn matrix_removed();
        /// It was so before.
        pub fn nothing_to_do();
        /// Row of a conflict: day and hours.
        pub fn row_when();
        /// Row of a conflict: planned or cancelled.
        pub fn row_state();
        /// Row of a conflict: the reason.
        pub fn row_reason();
        /// Row of a conflict: the note.
        pub fn row_note();
        /// The reader did not want to change this.
        pub fn as_now();
        /// There is no text.
        pub fn empty();
    }
}
