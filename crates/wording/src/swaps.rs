//! Passing a shift on, trading it, asking somebody to cover one, writing to a crew.

use vocabulary::{CoverAnswer, SwapState};

crate::messages::messages! {
    /// Swaps, covers and messages to a crew. Days, hours, instants and shifts come in words.
    Swaps {
        /// Link on one's own shift.
        pub fn swap_link();
        /// The same, saying which shift.
        pub fn swap_link_of(shift: &str);
        /// Heading of the page.
        pub fn swap_heading();
        /// What happens.
        pub fn swap_help();
        /// Why it cannot be given.
        pub fn swap_not_possible();
        /// Heading: to anybody.
        pub fn give_anybody_heading();
        /// How many may take it.
        pub fn give_anybody_help(count: usize);
        /// Nobody may take it now.
        pub fn give_nobody();
        /// Button.
        pub fn give_anybody();
        /// Heading: to a named person.
        pub fn give_named_heading();
        /// Field: to whom.
        pub fn give_to();
        /// A choice that staff would have to decide about.
        pub fn with_staff(name: &str);
        /// Button.
        pub fn give_named();
        /// Heading: for another shift.
        pub fn trade_heading();
        /// There is nothing to trade for.
        pub fn trade_none();
        /// Field: for which.
        pub fn trade_for();
        /// A choice: shift and whose it is.
        pub fn trade_choice(shift: &str, name: &str);
        /// Button.
        pub fn trade();
        /// Field: a word to the other.
        pub fn swap_word();
        /// Its limit.
        pub fn swap_word_help(most: usize);
        /// The word is too long.
        pub fn swap_word_wrong(most: usize);
        /// Nothing was chosen.
        pub fn choose_somebody();
        /// Link.
        pub fn back_to_shifts();
        /// Heading.
        pub fn swaps_to_answer();
        /// Heading.
        pub fn swaps_for_anybody();
        /// Who gives.
        pub fn swap_wants_to_give(name: &str);
        /// Who gives, to anybody.
        pub fn swap_gives_anybody(name: &str);
        /// What is wanted for it.
        pub fn swap_wants_back();
        /// What the giver writes.
        pub fn swap_says(text: &str);
        /// Button.
        pub fn swap_yes();
        /// The same, saying which shift.
        pub fn swap_yes_to(shift: &str);
        /// Button.
        pub fn swap_no();
        /// The same, saying which shift.
        pub fn swap_no_to(shift: &str);
        /// A proposal waits.
        pub fn swap_waits_for(name: &str);
        /// A proposal waits for anybody.
        pub fn swap_waits_for_anybody();
        /// Both said yes.
        pub fn swap_waits_for_staff();
        /// Button.
        pub fn swap_take_back();
        /// The same, saying which shift.
        pub fn swap_take_back_of(shift: &str);
        /// Done.
        pub fn swap_is_proposed();
        /// Done.
        pub fn swap_is_done();
        /// Done.
        pub fn swap_is_for_staff();
        /// Done.
        pub fn swap_is_declined();
        /// Done.
        pub fn swap_is_taken_back();
        /// Done.
        pub fn swap_is_rejected();
        /// Link to a swap that staff is to decide.
        pub fn swap_look();
        /// Heading.
        pub fn board_swaps();
        /// Who gives to whom.
        pub fn board_swap_gives(giver: &str, taker: &str);
        /// What is given for it.
        pub fn board_swap_back();
        /// Why staff is asked.
        pub fn board_swap_because();
        /// Field: why it is allowed all the same.
        pub fn board_swap_reason();
        /// Button.
        pub fn board_swap_yes();
        /// The same, saying which.
        pub fn board_swap_yes_of(giver: &str, taker: &str);
        /// Button.
        pub fn board_swap_no();
        /// The same, saying which.
        pub fn board_swap_no_of(giver: &str, taker: &str);
        /// A reason that lies with who gives.
        pub fn reason_of_giver(reason: &str);
        /// A reason that lies with who takes.
        pub fn reason_of_taker(reason: &str);
        /// A reason that lies in the crew.
        pub fn reason_of_crew(reason: &str);
        /// A swap waits already.
        pub fn swap_open();
        /// The other may not.
        pub fn other_person_may_not();
        /// Heading on the board.
        pub fn cover_heading();
        /// What happens.
        pub fn cover_help();
        /// Field: how many.
        pub fn cover_count();
        /// Not such a number.
        pub fn cover_count_wrong(most: u32);
        /// Button.
        pub fn cover_button();
        /// Heading: who was asked.
        pub fn cover_asked_heading();
        /// Who was asked and when.
        pub fn cover_asked_line(name: &str, when: &str);
        /// No answer so far.
        pub fn cover_silent();
        /// They took it.
        pub fn cover_said_yes();
        /// They said no.
        pub fn cover_said_no();
        /// Done.
        pub fn cover_is_asked();
        /// Heading on the page of shifts.
        pub fn covers_mine();
        /// Button.
        pub fn cover_yes();
        /// The same, saying which shift.
        pub fn cover_yes_to(shift: &str);
        /// Button.
        pub fn cover_no();
        /// The same, saying which shift.
        pub fn cover_no_to(shift: &str);
        /// Done.
        pub fn cover_is_declined();
        /// Nobody is left to ask.
        pub fn nobody_to_ask();
        /// Not asked, or answered.
        pub fn not_asked();
        /// Heading.
        pub fn crew_message_heading();
        /// To how many it goes.
        pub fn crew_message_help(count: usize);
        /// Field.
        pub fn crew_message_text();
        /// Its limit.
        pub fn crew_message_limit(most: usize);
        /// Too long, or empty.
        pub fn crew_message_wrong(most: usize);
        /// Button.
        pub fn crew_message_button();
        /// Button: to everybody on the visit.
        pub fn crew_message_visit();
        /// Done.
        pub fn crew_message_sent();
        /// Subject.
        pub fn swap_proposed_subject(when: &str, stop: &str);
        /// A swap is proposed.
        pub fn swap_proposed(name: &str);
        /// What is wanted for it.
        pub fn swap_for();
        /// What the giver writes.
        pub fn swap_message(name: &str, text: &str);
        /// Subject.
        pub fn swap_open_subject(when: &str, stop: &str);
        /// A shift is for anybody.
        pub fn swap_open_asked(name: &str);
        /// Subject, for staff.
        pub fn swap_for_staff_subject(when: &str, stop: &str);
        /// For staff.
        pub fn swap_for_staff(giver: &str, taker: &str);
        /// Subject.
        pub fn swap_ended_subject(when: &str, stop: &str);
        /// Subject.
        pub fn swap_passed_subject(when: &str, stop: &str);
        /// The shift is another's.
        pub fn swap_passed(name: &str);
        /// Subject.
        pub fn cover_subject(when: &str, stop: &str);
        /// Staff asks.
        pub fn cover_asked();
        /// Subject.
        pub fn crew_subject(when: &str, stop: &str);
        /// What stands before staff's own words.
        pub fn crew_intro();
        fn swap_ended_text(state: &str);
    }
}

impl Swaps {
    /// How a swap ended without anything changing hands.
    pub fn swap_ended(&self, state: SwapState) -> String {
        self.swap_ended_text(state.as_str())
    }

    /// What somebody said who was asked to cover a shift; none so far.
    pub fn cover_answer(&self, answer: Option<CoverAnswer>) -> String {
        match answer {
            None => self.cover_silent(),
            Some(CoverAnswer::Yes) => self.cover_said_yes(),
            Some(CoverAnswer::No) => self.cover_said_no(),
        }
    }
}
