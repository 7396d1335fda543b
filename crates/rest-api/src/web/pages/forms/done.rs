//! What the last action did, told on the next page.

use wording::Words;

use crate::web::pages::views::Flash;

/// One line for each deed: its code, and the words that tell of it.
macro_rules! deeds {
    ($($(#[$doc:meta])* $Deed:ident, $code:literal => $words:ident.$said:ident;)*) => {
        /// What the last action did. Closed: the cookie between the two pages holds one of these codes, never text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Done {
            $($(#[$doc])* $Deed,)*
        }

        impl Done {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$Deed),*];

            /// As the cookie holds it.
            pub(super) fn code(self) -> &'static str {
                match self {
                    $(Self::$Deed => $code,)*
                }
            }

            /// The deed of a code; codes of nobody are nothing.
            pub(super) fn of_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$Deed),)*
                    _ => None,
                }
            }

            fn said(self, words: Words) -> String {
                match self {
                    $(Self::$Deed => words.$words().$said(),)*
                }
            }
        }
    };
}

deeds! {
    /// A place was taken.
    SignedUp, "signed-up" => reasons.signed_up;
    /// The place was held before.
    SignedUpBefore, "signed-up-before" => reasons.signed_up_before;
    /// A turn on the waiting list.
    Waiting, "waiting" => reasons.waiting;
    /// Staff is to approve it.
    Requested, "requested" => reasons.requested;
    /// An offered place was turned down.
    Declined, "declined" => reasons.declined;
    /// Somebody was asked, put on a shift or approved.
    Assigned, "assigned" => reasons.assigned;
    /// A request was turned down.
    Rejected, "rejected" => reasons.rejected;
    /// A place was taken away.
    Released, "released" => reasons.released;
    /// Who came was written down.
    WrittenDown, "written-down" => reasons.written_down;
    /// A place was given back.
    Withdrawn, "withdrawn" => reasons.withdrawn;
    /// A place was given back late.
    WithdrawnLate, "withdrawn-late" => reasons.withdrawn_late;
    /// The new time was accepted.
    Reconfirmed, "reconfirmed" => reasons.reconfirmed;
    /// The planner was stopped.
    PlanStopped, "plan-stopped" => reasons.plan_stopped;
    /// The plan had ended before it could be stopped.
    PlanEnded, "plan-ended" => reasons.plan_ended;
    /// The planner ends with what it has.
    PlanKept, "plan-kept" => reasons.plan_kept;
    /// The rules were changed so that a plan fits.
    ChangeApplied, "change-applied" => reasons.change_applied;
    /// The plan was published.
    Published, "published" => reasons.published;
    /// The visit was cancelled.
    VisitCancelled, "visit-cancelled" => reasons.visit_cancelled;
    /// The visit was moved.
    VisitMoved, "visit-moved" => reasons.visit_moved;
    /// The note was saved.
    NoteSaved, "note-saved" => reasons.note_saved;
    /// The public reads that a visit is late.
    SaidLate, "said-late" => crew.done_late;
    /// That a visit is late was taken back.
    SaidOnTime, "said-on-time" => crew.done_on_time;
    /// The travel matrix was stored.
    MatrixStored, "matrix-stored" => reasons.matrix_stored;
    /// The travel matrix was taken away.
    MatrixRemoved, "matrix-removed" => reasons.matrix_removed;
    /// A message that was given up waits again.
    MessageSentAgain, "message-sent-again" => notices.outbox_sent_again;
    /// A report of a barrier was answered.
    BarrierAnswered, "barrier-answered" => barriers.done;
    /// Two stops became one.
    StopsMerged, "stops-merged" => places.done;
    /// Somebody's data were saved.
    PersonSaved, "person-saved" => people.person_saved;
    /// Somebody was added.
    PersonAdded, "person-added" => people.person_added;
    /// What one wishes was kept.
    WishesSaved, "wishes-saved" => people.wishes_saved;
    /// The standards are confirmed.
    StandardsRead, "standards-read" => people.standards_read;
    /// Another version of the standards is in force.
    StandardsChanged, "standards-changed" => people.standards_changed;
    /// The people of a proposed crew were asked.
    CrewAsked, "crew-asked" => proposals.done_asked;
    /// A proposed crew was thrown away.
    ProposalDiscarded, "proposal-discarded" => proposals.done_discarded;
    /// A proposed crew was changed.
    ProposalChanged, "proposal-changed" => proposals.done_changed;
    /// A swap was proposed.
    SwapProposed, "swap-proposed" => swaps.swap_is_proposed;
    /// A swap was carried out.
    SwapDone, "swap-done" => swaps.swap_is_done;
    /// Staff is to decide about a swap.
    SwapForStaff, "swap-for-staff" => swaps.swap_is_for_staff;
    /// A swap was declined.
    SwapDeclined, "swap-declined" => swaps.swap_is_declined;
    /// A swap was taken back.
    SwapTakenBack, "swap-taken-back" => swaps.swap_is_taken_back;
    /// Staff turned a swap down.
    SwapRejected, "swap-rejected" => swaps.swap_is_rejected;
    /// People were asked to cover a shift.
    CoverAsked, "cover-asked" => swaps.cover_is_asked;
    /// Somebody cannot cover a shift.
    CoverDeclined, "cover-declined" => swaps.cover_is_declined;
    /// A message to a crew was written.
    CrewWritten, "crew-written" => swaps.crew_message_sent;
    /// Hours were corrected.
    HoursCorrected, "hours-corrected" => hours.hours_corrected;
    /// Who was there was corrected.
    PresenceCorrected, "presence-corrected" => hours.presence_corrected;
    /// A certificate was issued.
    CertificateIssued, "certificate-issued" => hours.certificate_issued;
    /// The next edition of a certificate was issued.
    EditionIssued, "edition-issued" => hours.edition_issued;
    /// A certificate was asked for.
    CertificateAsked, "certificate-asked" => hours.asked;
    /// An absence was noted.
    AbsenceNoted, "absence-noted" => hours.absence_noted;
    /// The note of an absence was taken back.
    AbsenceRemoved, "absence-removed" => hours.absence_removed;
    /// Somebody who registered was approved.
    Approved, "approved" => accounts.approved;
    /// Somebody who registered was refused.
    Refused, "refused" => accounts.refused;
    /// The person is spoken to in another language.
    LanguageChanged, "language-changed" => accounts.language_changed;
    /// One's own calendar is switched off.
    FeedEnded, "feed-ended" => accounts.feed_ended;
    /// One's data are asked to be erased.
    ErasureAsked, "erasure-asked" => accounts.erase_asked_done;
    /// That is taken back.
    ErasureTakenBack, "erasure-taken-back" => accounts.erase_taken_back;
    /// What a shift asks for was changed.
    ConditionsSaved, "conditions-saved" => crew.conditions_saved;
    /// A season's limits were changed.
    LimitsSaved, "limits-saved" => limits.saved;
    /// The program's own limits hold again.
    LimitsReset, "limits-reset" => limits.was_reset;
    /// It was so before.
    NothingToDo, "nothing-to-do" => reasons.nothing_to_do;
}

impl Done {
    /// As the page says it.
    pub(super) fn flash(self, words: Words) -> Flash {
        Flash {
            good: !matches!(self, Self::PlanEnded | Self::StandardsChanged),
            text: self.said(words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_comes_back_from_its_cookie() {
        for done in Done::ALL.iter().copied() {
            assert_eq!(Done::of_code(done.code()), Some(done));
        }
        assert_eq!(Done::of_code("<script>"), None);
    }
}
