//! Closed lists of words that are stored, sent and reasoned about by more than one crate.
//!
//! Each is written as lower-case text with hyphens, the same in the database, the API and the season files.

/// A word that is not in its list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is unknown here; expected one of: {expected}")]
pub struct UnknownWord {
    /// What was given.
    pub given: String,
    /// Every allowed word, separated by commas.
    pub expected: String,
}

/// Declares closed lists of words: enums with `ALL`, `as_str`, `FromStr`, `Display` and serde by their text. The calling crate
/// needs serde with its derive.
#[macro_export]
macro_rules! word_lists {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every word of the list, in its natural order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The text form.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::UnknownWord> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownWord { given: text.to_owned(), expected: [$($text),+].join(", ") }),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::UnknownWord;

            fn try_from(text: String) -> ::std::result::Result<Self, $crate::UnknownWord> {
                text.parse()
            }
        }

        impl From<$name> for &'static str {
            fn from(word: $name) -> &'static str {
                word.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+};
}

word_lists! {
    /// What an account may do.
    AccountRole {
        /// Plans, publishes, fills the crew.
        Coordinator = "coordinator",
        /// Paid crew: reads day sheets, runs the day.
        Animator = "animator",
        /// Signs up for shifts.
        Volunteer = "volunteer",
    }

    /// What one does on a visit.
    CrewRole {
        /// Answers for the visit; an employed adult.
        Leader = "leader",
        /// Plays, watches, carries.
        Helper = "helper",
        /// Drives the bus.
        Driver = "driver",
        /// Holds a first-aid certificate.
        FirstAider = "first-aider",
    }

    /// A paper that says that somebody can do something; asked for only where other law asks (act of 24 April 2003, art. 43).
    Qualification {
        /// A first-aid course in force.
        FirstAid = "first-aid",
        /// The licence that the bus needs.
        DrivingLicence = "driving-licence",
        /// A teacher, educator or carer by training.
        Pedagogue = "pedagogue",
        /// The leader of organised leisure (kierownik wypoczynku).
        LeisureLeader = "leisure-leader",
        /// The educator of organised leisure (wychowawca wypoczynku).
        LeisureEducator = "leisure-educator",
    }

    /// A language beside Polish that a kind of visit may ask for; by its code.
    Tongue {
        /// Ukrainian.
        Ukrainian = "uk",
        /// Russian.
        Russian = "ru",
        /// Belarusian.
        Belarusian = "be",
        /// English.
        English = "en",
        /// German.
        German = "de",
        /// Polish sign language.
        PolishSign = "pso",
    }

    /// How far a coordinate or a street's estate can be trusted.
    Certainty {
        /// A named public source gives this very point.
        Sourced = "sourced",
        /// Reasoned from other facts; shown as "położenie przybliżone".
        Estimated = "estimated",
        /// Somebody of the service has stood there.
        Checked = "checked",
        /// Nobody knows.
        Unknown = "unknown",
    }

    /// What a town event means for the bus.
    EventEffect {
        /// The bus comes: a visit that must be.
        TakePart = "take-part",
        /// The place or the crew is taken: no visit then and there.
        StayAway = "stay-away",
        /// Only shown in the calendar.
        ShowOnly = "show-only",
    }

    /// What a shape on the sketch of the town is.
    ShapeKind {
        /// The course of a river.
        River = "river",
        /// A lake or pond.
        Water = "water",
        /// The outline of an estate.
        Estate = "estate",
        /// A point that people know.
        Landmark = "landmark",
    }

    /// What a planning job is to do.
    PlanKind {
        /// Plan the season from the beginning.
        Solve = "solve",
        /// Plan again from a plan that stands, after changes of the world, with least change.
        Replan = "replan",
        /// The same with a rule changed that is not changed in the season: only to see what would come of it.
        WhatIf = "what-if",
    }

    /// A planning job from request to result.
    PlanState {
        /// Waits for a planner thread.
        Queued = "queued",
        /// A planner thread works on it.
        Running = "running",
        /// Finished and accepted by the checker.
        Ready = "ready",
        /// Stopped by somebody before its end.
        Cancelled = "cancelled",
        /// Ended without a plan; the row tells why.
        Failed = "failed",
    }

    /// Where a plan takes its travel times from.
    PlanTravel {
        /// From straight lines; the plan says so.
        Estimate = "estimate",
        /// From the matrix of the season that somebody uploaded.
        Matrix = "matrix",
        /// From the routing engine of the settings.
        Engine = "engine",
        /// From the engine; pairs without a way are estimated, and the plan says so.
        EngineOrEstimate = "engine-or-estimate",
    }

    /// Which travel times are asked for with a plan.
    TravelChoice {
        /// The season's matrix, else the engine of the settings, else the estimate; what is missing ends the plan.
        Usual = "usual",
        /// The same, but pairs for which the engine knows no way are estimated.
        EstimateGaps = "estimate-gaps",
        /// Only the estimate.
        Estimate = "estimate",
    }

    /// The live state of a published visit. A moved visit is planned, with another time than its release says.
    VisitState {
        /// It will be.
        Planned = "planned",
        /// It will not be; stays visible with its reason.
        Cancelled = "cancelled",
    }

    /// Who decided when a visit is, or that it will not be.
    DecidedBy {
        /// A plan that was published; the next one may decide otherwise.
        Plan = "plan",
        /// A coordinator by hand; no plan undoes it.
        Person = "person",
    }

    /// Whether a shift takes sign-ups.
    ShiftState {
        /// Takes sign-ups while places are free.
        Open = "open",
        /// Takes none, by a person's decision.
        Closed = "closed",
        /// Its visit was cancelled.
        Cancelled = "cancelled",
    }

    /// One person's way through one shift.
    SignupState {
        /// Asked for by the person; waits for staff to approve (a minor, for example).
        Requested = "requested",
        /// Asked for, and staff said no.
        Rejected = "rejected",
        /// Holds a place that staff, the automatic fill or the waiting list offers, until it runs out.
        Offered = "offered",
        /// Waits for a place, in the order of joining.
        Waitlisted = "waitlisted",
        /// Waited or asked, and the shift began or was cancelled meanwhile.
        Closed = "closed",
        /// Holds a place.
        Confirmed = "confirmed",
        /// Holds a place on a visit that moved, until the person says yes or no.
        ToReconfirm = "to-reconfirm",
        /// The offer was turned down by the person.
        Declined = "declined",
        /// The offer ran out without an answer.
        Expired = "expired",
        /// Given back by the person before the deadline.
        Withdrawn = "withdrawn",
        /// Given back by the person after the deadline; staff is told.
        WithdrawnLate = "withdrawn-late",
        /// Given back by staff, or because the visit was cancelled.
        Released = "released",
        /// Holds a place and has come.
        CheckedIn = "checked-in",
        /// Holds a place and was there; the hours count.
        Attended = "attended",
        /// Held a place and did not come.
        NoShow = "no-show",
    }

    /// On what footing somebody works with the bus. It decides which limits and which papers there are.
    PersonKind {
        /// Employed by the centre: animators, drivers, coordinators.
        Staff = "staff",
        /// By a volunteer's agreement (act of 24 April 2003, art. 42 to 46).
        Volunteer = "volunteer",
        /// Sent by the labour office to socially useful work (prace społecznie użyteczne).
        Psu = "psu",
    }

    /// Where a swap stands.
    SwapState {
        /// Waits for the other person.
        Proposed = "proposed",
        /// The other person said yes; waits for staff.
        Accepted = "accepted",
        /// Done.
        Done = "done",
        /// The other person said no.
        Declined = "declined",
        /// Staff said no.
        Rejected = "rejected",
        /// Taken back, or a sign-up of it changed.
        Cancelled = "cancelled",
    }

    /// What somebody said who was asked to cover a shift.
    CoverAnswer {
        /// Took it.
        Yes = "yes",
        /// Not this one; never asked about it again.
        No = "no",
    }

    /// What a link that works once is for.
    LinkPurpose {
        /// To set up an account that staff made.
        Invitation = "invitation",
        /// A guardian's consent.
        Consent = "consent",
        /// A new password.
        Password = "password",
        /// To confirm an e-mail address.
        Address = "address",
    }

    /// What a message is about; people may do without some of the kinds.
    MessageKind {
        /// An invitation to set up an account, a new password, an address to confirm, a paper that was issued.
        Account = "account",
        /// A guardian's consent is asked for or was withdrawn.
        Consent = "consent",
        /// One's own sign-up: taken, given back, approved or not.
        Signup = "signup",
        /// A place is offered from the waiting list, by staff or for a cover.
        Offer = "offer",
        /// A shift moved or will not be.
        Change = "change",
        /// A swap is proposed, answered or done.
        Swap = "swap",
        /// The evening before.
        Reminder = "reminder",
        /// Staff writes to the crew of a shift.
        Crew = "crew",
        /// For staff: a place was given back late, a swap waits, a message could not be delivered.
        Staff = "staff",
        /// For whoever follows visits without an account.
        Follow = "follow",
    }

    /// How much of the season somebody follows.
    FollowScope {
        /// Every visit.
        Town = "town",
        /// The visits of an estate.
        Estate = "estate",
        /// The visits of a stop.
        Stop = "stop",
    }

    /// How far an announcement has come.
    AnnouncementState {
        /// Nobody was told yet: it may be taken back.
        Waiting = "waiting",
        /// It is being passed on, follower by follower.
        Telling = "telling",
        /// It was passed on to all.
        Told = "told",
        /// It was taken back, or is of no use any more, before anybody was told.
        Dropped = "dropped",
    }

    /// A message on its way.
    MessageState {
        /// Leaves as soon as it is due and the mail server takes it.
        Waiting = "waiting",
        /// The mail server has it.
        Sent = "sent",
        /// Given up after many tries, or refused for good; staff sees it.
        Dead = "dead",
        /// Not wanted, or of no use any more.
        Dropped = "dropped",
    }

    /// A proposed crew.
    ProposalState {
        /// Being looked at and changed.
        Draft = "draft",
        /// Its people were asked.
        Offered = "offered",
        /// Thrown away.
        Discarded = "discarded",
    }

    /// What kind of place a stop is.
    StopKind {
        /// A playground.
        Playground = "playground",
        /// A square or courtyard.
        Square = "square",
        /// A park or riverside.
        Park = "park",
        /// A school and its grounds.
        School = "school",
        /// A preschool.
        Preschool = "preschool",
        /// A club or day room.
        Club = "club",
        /// A pitch.
        Pitch = "pitch",
        /// A place of events.
        EventSite = "event-site",
        /// A hall.
        Indoor = "indoor",
        /// A place that is still to be agreed: "miejsce do ustalenia".
        ToBeAgreed = "to-be-agreed",
    }

    /// How much of a street lies in its estate.
    StreetScope {
        /// All of it.
        Whole = "whole",
        /// A part, not known by number.
        Part = "part",
        /// Only the numbers listed.
        Numbers = "numbers",
        /// Not known.
        Unknown = "unknown",
    }
}

impl SignupState {
    /// Whether the sign-up takes one of the shift's places.
    pub const fn holds_place(self) -> bool {
        match self {
            Self::Offered | Self::Confirmed | Self::ToReconfirm | Self::CheckedIn | Self::Attended | Self::NoShow => {
                true
            }
            Self::Requested
            | Self::Rejected
            | Self::Waitlisted
            | Self::Closed
            | Self::Declined
            | Self::Expired
            | Self::Withdrawn
            | Self::WithdrawnLate
            | Self::Released => false,
        }
    }

    /// Whether nothing is asked of anybody any more: the way through the shift is at its end.
    ///
    /// Attended and no-show are over too, though staff may still correct the one into the other.
    pub const fn is_over(self) -> bool {
        match self {
            Self::Requested
            | Self::Offered
            | Self::Waitlisted
            | Self::Confirmed
            | Self::ToReconfirm
            | Self::CheckedIn => false,
            Self::Rejected
            | Self::Closed
            | Self::Declined
            | Self::Expired
            | Self::Withdrawn
            | Self::WithdrawnLate
            | Self::Released
            | Self::Attended
            | Self::NoShow => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips() {
        for role in CrewRole::ALL {
            assert_eq!(role.as_str().parse::<CrewRole>().as_ref(), Ok(role));
        }
        let refused = "boss".parse::<AccountRole>().unwrap_err();
        assert_eq!(refused.expected, "coordinator, animator, volunteer");
        assert_eq!(
            serde_json::to_string(&CrewRole::FirstAider).unwrap(),
            r#""first-aider""#
        );
        assert!(serde_json::from_str::<CrewRole>(r#""pilot""#).is_err());
    }
}
