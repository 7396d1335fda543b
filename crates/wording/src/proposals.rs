//! The crew of a season as the program proposes it.

use vocabulary::ProposalState;

crate::messages::messages! {
    /// The pages of proposed crews, and the letter to whom they ask.
    Proposals {
        /// Heading of a season's proposals.
        pub fn heading();
        /// The way back to them.
        pub fn crumb();
        /// What a proposal is.
        pub fn help();
        /// There is nothing to propose for.
        pub fn no_shifts_yet();
        /// Label of the first day.
        pub fn from();
        /// Label of the last day.
        pub fn to();
        /// Label of the time to search.
        pub fn effort();
        /// So many seconds.
        pub fn effort_seconds(seconds: u32);
        /// What more time brings.
        pub fn effort_help();
        /// The button that makes one.
        pub fn propose();
        /// Heading of the list of proposals.
        pub fn earlier();
        /// The list is empty.
        pub fn none_yet();
        /// A proposal by when it was made, in words.
        pub fn proposal_of(when: &str);
        fn state_text(state: &str);
        /// Places for which somebody is proposed.
        pub fn places_proposed(count: usize);
        /// How many people.
        pub fn people_asked(count: usize);
        /// Places that stay empty.
        pub fn empty_places(count: usize);
        /// None stays empty.
        pub fn full();
        /// Nobody is proposed.
        pub fn nothing_proposed();
        /// It was shown that none is better.
        pub fn best_possible();
        /// The button that asks the people.
        pub fn offer();
        /// What asking does.
        pub fn offer_help();
        /// The button that throws it away.
        pub fn discard();
        /// The way to a new one.
        pub fn again();
        /// Heading of the table of shares.
        pub fn shares();
        /// What a fair share is.
        pub fn shares_help();
        /// Column: who.
        pub fn share_person();
        /// Column: visits held.
        pub fn share_held();
        /// Column: visits proposed.
        pub fn share_proposed();
        /// Column: the fair number.
        pub fn share_fair();
        /// Column: the most wished for.
        pub fn share_most();
        /// No number was wished for.
        pub fn no_wish();
        /// Who holds a place.
        pub fn stands();
        /// Who is proposed.
        pub fn asked_for();
        /// A role that minors may take too.
        pub fn extra_role(role: &str);
        /// The button that takes somebody out.
        pub fn take_out();
        /// The same with the name.
        pub fn take_out_name(name: &str);
        /// People missing on a shift.
        pub fn empty_here(count: usize);
        /// The way to the reasons.
        pub fn why_empty();
        /// The same with the shift.
        pub fn why_empty_name(shift: &str);
        /// When it was offered, a rule stood against it.
        pub fn refused_by_then();
        /// Asked, no answer yet.
        pub fn outcome_asked();
        /// The answer is yes.
        pub fn outcome_came();
        /// The answer is no, or none came.
        pub fn outcome_no();
        /// Heading of one empty place.
        pub fn place_heading();
        /// The way back to the proposal.
        pub fn to_proposal();
        /// Heading of those who may be chosen.
        pub fn choose_heading();
        /// The button that puts somebody in.
        pub fn choose();
        /// The same with the name.
        pub fn choose_name(name: &str);
        /// There is nobody.
        pub fn nobody_to_choose();
        /// The way to the shift's board.
        pub fn to_board();
        /// Heading of those who may not.
        pub fn obstacles_heading();
        /// No place is empty.
        pub fn nothing_empty();
        /// Somebody could not be chosen, with reasons below.
        pub fn not_chosen(name: &str);
        /// Obstacle: on this visit already.
        pub fn on_this_visit();
        /// Obstacle: cannot come then.
        pub fn not_available();
        /// Obstacle: not their role.
        pub fn not_their_role();
        /// Obstacle: would only learn.
        pub fn in_training();
        /// Obstacle: said no before.
        pub fn said_no();
        /// Obstacle: elsewhere at that time.
        pub fn meanwhile(shift: &str);
        /// Obstacle: the way.
        pub fn too_far(shift: &str);
        /// Obstacle: rest.
        pub fn too_little_rest(shift: &str);
        /// Obstacle: hours of the day.
        pub fn day_full();
        /// Obstacle: hours of the week.
        pub fn week_full();
        /// Obstacle: hours of the month.
        pub fn month_full();
        /// Obstacle: hours or visits of the season.
        pub fn season_full();
        /// Obstacle: days in a row.
        pub fn too_many_days();
        /// Obstacle: too few adults for a minor.
        pub fn too_few_adults();
        /// Obstacle: too many people of socially useful work.
        pub fn too_many_psu();
        /// The last day is before the first.
        pub fn to_before_from();
        /// What was typed is no day.
        pub fn no_day();
        /// The people were asked.
        pub fn done_asked();
        /// It was thrown away.
        pub fn done_discarded();
        /// It was changed.
        pub fn done_changed();
        /// Subject of the letter.
        pub fn letter_subject(count: usize);
        /// What the letter asks.
        pub fn letter();
        /// One shift of the letter, with until when to answer; both in words.
        pub fn letter_line(shift: &str, until: &str);
    }
}

impl Proposals {
    /// Where a proposal stands.
    pub fn state(&self, state: ProposalState) -> String {
        self.state_text(state.as_str())
    }
}
