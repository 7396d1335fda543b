//! What the pages of the crew and of the coordinator say.

use vocabulary::PlanState;

crate::messages::messages! {
    /// The staff pages.
    Staff {
        /// "Anna Kowalska, animator".
        pub fn signed_in_as(name: &str, role: &str);
        /// "Wyloguj się".
        pub fn sign_out();
        /// Name of the navigation for screen readers.
        pub fn menu();
        /// Tab of the day sheet.
        pub fn tab_today();
        /// Tab of the shifts.
        pub fn tab_shifts();
        /// Tab of the seasons.
        pub fn tab_coordinator();
        /// Heading of the error summary of a form.
        pub fn fix_heading();
        /// "Wróć".
        pub fn back();
        /// Mark of a field that may stay empty.
        pub fn optional();
        /// "Zaloguj się".
        pub fn sign_in();
        /// Who signs in here.
        pub fn sign_in_help();
        /// "Adres e-mail".
        pub fn email();
        /// "Hasło".
        pub fn password();
        /// Heading of the demo's accounts.
        pub fn demo_accounts();
        /// What the demo's accounts are.
        pub fn demo_accounts_help();
        /// "Dzisiaj: czwartek, 1 lipca 2027".
        pub fn today_heading(day: &str);
        /// The theme of the week.
        pub fn day_theme(title: &str);
        /// Why nobody works that day.
        pub fn day_closed(reason: &str);
        /// Nothing is driven that day.
        pub fn no_stops_that_day();
        /// How many stops, and when the first one begins.
        pub fn stops_that_day(count: usize, time: &str);
        /// Label of the date field.
        pub fn choose_day();
        /// Button that shows the chosen day.
        pub fn show();
        /// "Dzień wcześniej".
        pub fn day_before();
        /// "Dzień później".
        pub fn day_after();
        /// "Przyjazd".
        pub fn arrival();
        /// "Rozkładanie".
        pub fn set_up();
        /// The public hours.
        pub fn for_children();
        /// "Odjazd".
        pub fn departure();
        /// A break of the crew.
        pub fn break_line(hours: &str);
        /// "Autobus: Zielony".
        pub fn bus(name: &str);
        /// Button that opens the phone's navigation.
        pub fn navigate();
        /// Fallback link to a route on a map's page.
        pub fn route_in_browser();
        /// There is no point on the map to be led to.
        pub fn no_point();
        /// "O miejscu".
        pub fn place_facts();
        fn surface_text(surface: &str);
        fn power_text(is: &str);
        /// "Załoga".
        pub fn crew();
        /// "Anna Kowalska, prowadzący".
        pub fn crew_line(name: &str, role: &str);
        /// Somebody who has not yet said whether the new time suits.
        pub fn crew_line_to_reconfirm(name: &str, role: &str);
        /// "Brakuje 2 osób: pomocnik".
        pub fn missing_crew(count: usize, role: &str);
        /// Nobody has signed up.
        pub fn nobody_yet();
        /// "Dyżury".
        pub fn shifts_heading();
        /// Heading of what waits for the person's answer.
        pub fn to_answer();
        /// The visit is at another time.
        pub fn time_moved();
        /// A place is held for the person.
        pub fn place_offered();
        /// Until when to answer.
        pub fn answer_by(time: &str);
        /// Button: take an offered place.
        pub fn accept();
        /// The same for a screen reader.
        pub fn accept_shift(shift: &str);
        /// Button: turn an offered place down.
        pub fn decline();
        /// The same for a screen reader.
        pub fn decline_shift(shift: &str);
        /// Heading of sign-ups that wait.
        pub fn waiting_shifts();
        /// The place on the list, from 1.
        pub fn waiting_turn(turn: usize);
        /// Staff is to approve it.
        pub fn waiting_for_staff();
        /// The last hours.
        pub fn first_takes();
        /// Button: off the list.
        pub fn leave_list();
        /// The same for a screen reader.
        pub fn leave_list_of(shift: &str);
        /// Button: on the list.
        pub fn wait_for();
        /// The same for a screen reader.
        pub fn wait_for_shift(shift: &str);
        /// How many wait.
        pub fn people_waiting(count: usize);
        /// Who else comes, by first name.
        pub fn others_come(names: &str);
        /// Heading of the board of a shift.
        pub fn board_heading();
        /// Back to the visit.
        pub fn board_visit(stop: &str);
        /// Who is on the shift.
        pub fn board_members();
        /// Comes to learn.
        pub fn board_training();
        /// Until when an answer is awaited.
        pub fn board_answer_by(time: &str);
        /// Button: yes to a request.
        pub fn board_approve();
        /// The same for a screen reader.
        pub fn board_approve_name(name: &str);
        /// Button: no to a request.
        pub fn board_reject();
        /// The same for a screen reader.
        pub fn board_reject_name(name: &str);
        /// Button: has come.
        pub fn board_came();
        /// The same for a screen reader.
        pub fn board_came_name(name: &str);
        /// Button: the hours count.
        pub fn board_attended();
        /// The same for a screen reader.
        pub fn board_attended_name(name: &str);
        /// Button: did not come.
        pub fn board_missed();
        /// The same for a screen reader.
        pub fn board_missed_name(name: &str);
        /// Button: the place is taken away.
        pub fn board_release();
        /// The same for a screen reader.
        pub fn board_release_name(name: &str);
        /// Heading of those who may be asked.
        pub fn board_free();
        /// What the two buttons do.
        pub fn board_free_help();
        /// Nobody may be asked.
        pub fn board_nobody_free();
        /// Button: offer the place.
        pub fn board_offer();
        /// The same for a screen reader.
        pub fn board_offer_name(name: &str);
        /// Button: has said yes.
        pub fn board_agreed();
        /// The same for a screen reader.
        pub fn board_agreed_name(name: &str);
        /// Heading of those who may not.
        pub fn board_refused();
        /// Label: why against a rule of the house.
        pub fn board_anyway();
        /// What it means.
        pub fn board_anyway_help();
        /// Link to the board of a shift.
        pub fn board_open(role: &str);
        /// A place that does not count.
        pub fn in_training();
        /// When it was to be.
        pub fn was_before(day: &str, time: &str);
        /// "Moje dyżury".
        pub fn my_shifts();
        /// No shift of mine.
        pub fn no_my_shifts();
        /// Heading of shifts that can be taken.
        pub fn open_shifts();
        /// No shift can be taken.
        pub fn no_open_shifts();
        /// Heading of shifts that cannot be taken.
        pub fn other_shifts();
        /// What the list below says.
        pub fn other_shifts_help();
        /// Opens the reasons.
        pub fn why_not();
        /// "Zapisz się".
        pub fn sign_up();
        /// The same for screen readers, with the shift.
        pub fn sign_up_for(shift: &str);
        /// "Zrezygnuj".
        pub fn withdraw();
        /// The same for screen readers, with the shift.
        pub fn withdraw_from(shift: &str);
        /// "Potwierdzam nowy termin".
        pub fn confirm();
        /// The same for screen readers, with the shift.
        pub fn confirm_shift(shift: &str);
        /// Until when one may withdraw freely.
        pub fn withdraw_by(time: &str);
        /// The deadline has passed.
        pub fn withdraw_late();
        /// Until when shifts are listed.
        pub fn shifts_until(day: &str);
        /// Link that lists shifts until a later day.
        pub fn more_shifts(day: &str);
        /// Label of the choice of a half of the day.
        pub fn half_day();
        /// Both halves.
        pub fn whole_day();
        /// A half of the day, by its word in addresses.
        pub fn half(half: &str);
        /// The way back to all shifts.
        pub fn no_filter();
        /// Link from a shift to its day sheet.
        pub fn day_sheet();
        /// A shift in one line.
        pub fn shift_name(day: &str, time: &str, stop: &str);
        /// "Rola: pomocnik".
        pub fn shift_role(role: &str);
        /// The public hours inside the shift.
        pub fn children_from_to(hours: &str);
        /// "Sezony".
        pub fn seasons();
        /// No season was brought in yet.
        pub fn no_seasons();
        /// "Wydanie 2 ogłoszone".
        pub fn published_release(number: u32);
        /// No release yet.
        pub fn not_published();
        /// Label of a figure.
        pub fn figure_visits();
        /// Label of a figure.
        pub fn figure_stops();
        /// Label of a figure.
        pub fn figure_estates();
        /// Label of a figure.
        pub fn figure_days();
        /// Label of a figure.
        pub fn figure_places();
        /// Label of a figure.
        pub fn figure_filled();
        /// Label of a figure.
        pub fn figure_distance();
        /// Label of a figure.
        pub fn figure_driving();
        /// Label of a figure.
        pub fn figure_unmet();
        /// "612 km".
        pub fn kilometres(count: u32);
        /// "22 godz."
        pub fn hours(count: u32);
        /// "118 z 124".
        pub fn out_of(part: usize, whole: usize);
        /// Heading of gaps in the crew.
        pub fn gaps();
        /// No gap.
        pub fn no_gaps();
        /// How many visits lack people.
        pub fn all_gaps(count: usize);
        /// Heading of releases.
        pub fn releases();
        /// "Wydanie 2".
        pub fn release(number: u32);
        /// When it was published.
        pub fn published_at(time: &str);
        /// Link to the plans.
        pub fn to_plans();
        /// Link to the visits.
        pub fn to_visits();
        /// "Plany: Lato 2027".
        pub fn plans_heading(season: &str);
        /// Heading of the start form.
        pub fn start_plan();
        /// What a plan is.
        pub fn start_plan_help();
        /// Label: how long to search.
        pub fn seconds();
        /// Hint to it.
        pub fn seconds_help();
        /// Label: the seed.
        pub fn seed();
        /// Hint to it.
        pub fn seed_help();
        /// Button that starts.
        pub fn start();
        /// Heading of the list of plans.
        pub fn all_plans();
        /// No plan yet.
        pub fn no_plans();
        /// A plan, named by when it was asked for.
        pub fn plan_of(time: &str);
        /// The state of a plan.
        fn plan_state_text(state: &str);
        /// What the state means.
        fn plan_state_help_text(state: &str);
        /// Name of the progress bar.
        pub fn progress();
        /// What has been found so far.
        pub fn progress_line(iterations: u64, placed: usize, unmet: usize);
        /// How long it will take.
        pub fn seconds_left(count: u32);
        /// For who has no JavaScript.
        pub fn refreshing();
        /// Button that stops the planner.
        pub fn stop_plan();
        /// Button that ends the planner with its best plan so far.
        pub fn keep_plan();
        /// What that button does.
        pub fn keep_plan_help();
        /// The best plan so far is stored.
        pub fn best_stored();
        /// Why there is no plan.
        pub fn plan_failed(reason: &str);
        /// Heading of the result.
        pub fn result();
        /// Heading of the table of estates.
        pub fn fair_heading();
        /// What the table tells.
        pub fn fair_help();
        /// Column: visits for the need, in percent of what the whole town gets.
        pub fn fair_share();
        /// Column: the longest time without a visit.
        pub fn fair_wait();
        /// In place of a share where no stop asks for visits.
        pub fn fair_nobody();
        /// A share.
        pub fn percent(count: u32);
        /// Heading of the turns of cycles that are left out.
        pub fn skipped_heading();
        /// What they are.
        pub fn skipped_help();
        /// A day with why no bus runs.
        pub fn day_because(day: &str, why: &str);
        /// Name of the links to the parts of a page.
        pub fn on_this_page();
        /// How to read the cost breakdown.
        pub fn breakdown_help();
        /// Heading of the cost breakdown.
        pub fn breakdown();
        /// Column of the breakdown.
        pub fn breakdown_what();
        /// Column of the breakdown.
        pub fn breakdown_value();
        /// Heading of what was not met.
        pub fn unmet();
        /// What the list says.
        pub fn unmet_help();
        /// Everything was met.
        pub fn all_met();
        /// "Plaża miejska: 4 z 6 wizyt".
        pub fn unmet_line(stop: &str, got: usize, wanted: usize);
        /// That even the least is not met.
        pub fn unmet_least(least: usize);
        /// Opens the days of the plan.
        pub fn plan_days();
        /// Heading of the publish form.
        pub fn publish_heading();
        /// What publishing does.
        pub fn publish_help(number: u32);
        /// Label of the confirmation.
        pub fn publish_confirm();
        /// "Opublikuj".
        pub fn publish();
        /// The plan has been published.
        pub fn already_published(number: u32);
        /// "Wizyty: Lato 2027".
        pub fn visits_heading(season: &str);
        /// Name of the filter form.
        pub fn filter();
        /// Label: from this day.
        pub fn from_day();
        /// Label: estate.
        pub fn estate();
        /// No estate chosen.
        pub fn all_estates();
        /// Label: state.
        pub fn state();
        /// No state chosen.
        pub fn all_states();
        /// How many are shown.
        pub fn shown_of(shown: usize, total: usize);
        /// Nothing matches the filter.
        pub fn no_such_visits();
        /// "Załoga: 2 z 3".
        pub fn crew_filled(filled: usize, places: usize);
        /// Why a visit was cancelled or moved.
        pub fn reason_line(reason: &str);
        /// That the point on the map is not certain.
        pub fn approximate(certainty: &str);
        /// Link to one visit.
        pub fn change();
        /// The same for screen readers, with the visit.
        pub fn change_visit(visit: &str);
        /// Heading of the cancel form.
        pub fn cancel_heading();
        /// Whom it touches.
        pub fn cancel_help(people: usize);
        /// "Powód".
        pub fn reason();
        /// Hint to the reason.
        pub fn reason_help();
        /// Button.
        pub fn cancel_visit();
        /// The visit is cancelled.
        pub fn already_cancelled(reason: &str);
        /// Heading of the move form.
        pub fn move_heading();
        /// Whom it touches.
        pub fn move_help(people: usize);
        /// Label.
        pub fn new_day();
        /// Label.
        pub fn new_start();
        /// Heading of the move form of a cancelled visit.
        pub fn restore_heading();
        /// Button that puts a cancelled visit on again.
        pub fn restore_visit();
        /// The visit is over.
        pub fn visit_over();
        /// Button.
        pub fn move_visit();
        /// Heading of the note form.
        pub fn note_heading();
        /// Label.
        pub fn note_label();
        /// Hint to the note.
        pub fn note_help();
        /// Button.
        pub fn save_note();
        /// Link to what parents see.
        pub fn public_page();
        /// Two people changed one visit.
        pub fn conflict_heading();
        /// What to do about it.
        pub fn conflict_help();
        /// Column.
        pub fn conflict_what();
        /// Column: as it is now.
        pub fn conflict_now();
        /// Column: as you wanted it.
        pub fn conflict_yours();
        /// Link that gives up one's own change.
        pub fn conflict_keep();
        /// Button that sends one's own change again.
        pub fn conflict_send();
    }
}

impl Staff {
    /// What the ground is like, by its code (`paved`, `gravel`, …): "podłoże: trawa".
    pub fn surface(&self, code: &str) -> String {
        self.surface_text(code)
    }

    /// Whether there is a socket: "jest prąd".
    pub fn power(&self, is: bool) -> String {
        self.power_text(if is { "yes" } else { "no" })
    }

    /// "układa się".
    pub fn plan_state(&self, state: PlanState) -> String {
        self.plan_state_text(state.as_str())
    }

    /// What the state means for the reader: "Plan jest gotowy i sprawdzony."
    pub fn plan_state_help(&self, state: PlanState) -> String {
        self.plan_state_help_text(state.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Staff, Words};

    fn check(say: impl Fn(Staff) -> String, expected: &str) {
        assert_eq!(say(Words::of(Language::Polish).staff()), expected);
    }

    #[test]
    fn counted_sentences() {
        check(|s| s.missing_crew(1, "kierowca"), "Brakuje 1 osoby: kierowca");
        check(|s| s.missing_crew(2, "pomocnik"), "Brakuje 2 osób: pomocnik");
        check(
            |s| s.stops_that_day(5, "9:15"),
            "5 przystanków, pierwszy przyjazd o 9:15.",
        );
        check(|s| s.move_help(0), "Nikt z załogi nie jest zapisany na tę wizytę.");
        check(
            |s| s.move_help(22),
            "22 zapisane osoby zapytamy, czy nowy termin im pasuje.",
        );
        check(|s| s.unmet_line("Plaża miejska", 4, 6), "Plaża miejska: 4 z 6 wizyt");
    }

    #[test]
    fn every_state_of_a_plan_is_said_apart() {
        let staff = Words::of(Language::Polish).staff();
        let said: std::collections::BTreeSet<String> = vocabulary::PlanState::ALL
            .iter()
            .map(|state| staff.plan_state_help(*state))
            .collect();
        assert_eq!(said.len(), vocabulary::PlanState::ALL.len());
    }
}
