//! What people are told by message: written in the transaction of what it tells of, sent by a background job.
//!
//! A message names its *matter*; while one about the same matter waits, it is replaced, so that an hour of changes is one message.

mod account;
mod barrier;
mod follower;

use serde::{Deserialize, Serialize};
use storage::{Db, Json, Message, Signup, Swap};
use vocabulary::{
    CertificateId, MessageId, MessageKind, MessageState, PersonId, ProposalId, ShiftId, SignupId, SignupState, SwapId,
    SwapState, Timestamp,
};
use volunteer_roster as roster;

use super::{AppError, fresh};

pub use account::{AccountNotice, account, account_staff};
pub use barrier::{BarrierNotice, barrier_told};
pub use follower::{FollowerNotice, follower_confirm, follower_confirmed, follower_is_asked, follower_told};

/// Somebody who changes much at once is given time to end before people are told, in seconds.
const TOLD_AFTER: i64 = 10 * 60;

/// What a message tells. Stored as JSON; the words are made when it leaves, of things as they then are. One enum for each file of `app/letters/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Notice {
    /// A sign-up.
    Signup(SignupNotice),
    /// A link that works once.
    Link(LinkNotice),
    /// A proposed crew.
    Proposal(ProposalNotice),
    /// A swap.
    Swap(SwapNotice),
    /// A shift as such: whom staff asks or writes to.
    Shift(ShiftNotice),
    /// A certificate of hours.
    Certificate(CertificateNotice),
    /// An account.
    Account(AccountNotice),
    /// A barrier that somebody told of.
    Barrier(BarrierNotice),
    /// Visits, to somebody who follows them without an account.
    Follower(FollowerNotice),
}

/// About a swap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum SwapNotice {
    /// For the person to whom it is proposed.
    SwapProposed {
        /// The swap.
        swap: SwapId,
    },
    /// For somebody who may take what is for anybody.
    SwapOpen {
        /// The swap.
        swap: SwapId,
    },
    /// For staff: both said yes and a rule asks for theirs.
    SwapForStaff {
        /// The swap.
        swap: SwapId,
    },
    /// It will not be.
    SwapEnded {
        /// The swap.
        swap: SwapId,
        /// How it ended.
        state: SwapState,
    },
    /// Somebody's shift is another's now.
    SwapPassed {
        /// The swap.
        swap: SwapId,
        /// The sign-up that ended by it.
        signup: SignupId,
    },
}

impl SwapNotice {
    /// The swap.
    pub fn swap(&self) -> &SwapId {
        match self {
            Self::SwapProposed { swap }
            | Self::SwapOpen { swap }
            | Self::SwapForStaff { swap }
            | Self::SwapEnded { swap, .. }
            | Self::SwapPassed { swap, .. } => swap,
        }
    }
}

/// About a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum ShiftNotice {
    /// Staff asks somebody to cover it.
    Cover {
        /// The shift.
        shift: ShiftId,
    },
    /// Staff writes to whoever is on it.
    Crew {
        /// The shift.
        shift: ShiftId,
        /// What staff writes.
        text: String,
    },
}

impl ShiftNotice {
    /// The shift.
    pub fn shift(&self) -> &ShiftId {
        match self {
            Self::Cover { shift } | Self::Crew { shift, .. } => shift,
        }
    }
}

/// About a sign-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum SignupNotice {
    /// A place is held for the person until an instant.
    Offered {
        /// The sign-up.
        signup: SignupId,
        /// The last instant at which it can be taken.
        until: Timestamp,
    },
    /// A place is free: the first of all who wait to say yes has it.
    FreePlace {
        /// The sign-up, on the waiting list.
        signup: SignupId,
    },
    /// The sign-up is in another state than before.
    Signup {
        /// The sign-up.
        signup: SignupId,
        /// Its new state.
        state: SignupState,
    },
    /// For staff: somebody gave a place back after the deadline.
    GivenBackLate {
        /// The sign-up.
        signup: SignupId,
        /// Of which shift.
        shift: ShiftId,
    },
    /// The shift is tomorrow.
    Reminder {
        /// The sign-up.
        signup: SignupId,
    },
}

/// About a proposed crew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum ProposalNotice {
    /// The person is asked for these shifts, all at once.
    Proposed {
        /// The sign-ups, each offered.
        signups: Vec<SignupId>,
    },
}

/// About a link that works once, or what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum LinkNotice {
    /// The person sets a password by it: an invitation, or a new one.
    Password {
        /// What stands in the address; none once the message has left or was given up.
        secret: Option<LinkSecret>,
        /// When it ends.
        until: Timestamp,
    },
    /// For the guardian of the person, who consents by it.
    Consent {
        /// What stands in the address; none once the message has left or was given up.
        secret: Option<LinkSecret>,
        /// When it ends.
        until: Timestamp,
    },
    /// For staff: a guardian said no, or took the consent back.
    ConsentEnded {
        /// The minor.
        person: PersonId,
        /// Whether there was a consent before.
        withdrawn: bool,
    },
}

/// About a certificate of hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum CertificateNotice {
    /// For staff: somebody asks for one.
    CertificateAsked {
        /// Who.
        person: PersonId,
    },
    /// It is issued and can be fetched.
    CertificateIssued {
        /// Which.
        certificate: CertificateId,
    },
}

/// The secret of a link, which is not printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LinkSecret(String);

impl LinkSecret {
    /// Wraps it.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself. Never log it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkSecret(hidden)")
    }
}

impl SignupNotice {
    /// The sign-up that it is about.
    pub fn signup(&self) -> &SignupId {
        match self {
            Self::Offered { signup, .. }
            | Self::FreePlace { signup }
            | Self::Signup { signup, .. }
            | Self::GivenBackLate { signup, .. }
            | Self::Reminder { signup } => signup,
        }
    }
}

impl Notice {
    /// The same without the secret of a link, where it bears one: what may stay once the message has left, and what others may see.
    pub fn without_secret(&self) -> Option<Self> {
        match self {
            Self::Link(LinkNotice::Password { secret: Some(_), until }) => Some(Self::Link(LinkNotice::Password {
                secret: None,
                until: *until,
            })),
            Self::Link(LinkNotice::Consent { secret: Some(_), until }) => Some(Self::Link(LinkNotice::Consent {
                secret: None,
                until: *until,
            })),
            Self::Signup(_)
            | Self::Link(_)
            | Self::Proposal(_)
            | Self::Swap(_)
            | Self::Shift(_)
            | Self::Certificate(_)
            | Self::Account(_)
            | Self::Barrier(_)
            | Self::Follower(_) => None,
        }
    }

    /// As anybody may see it but who gets it: without the link by which a password is set.
    pub fn for_others(&self) -> Self {
        match self {
            Self::Account(notice) => Self::Account(notice.without_link()),
            Self::Follower(notice) => Self::Follower(notice.without_link()),
            Self::Signup(_)
            | Self::Link(_)
            | Self::Proposal(_)
            | Self::Swap(_)
            | Self::Shift(_)
            | Self::Certificate(_)
            | Self::Barrier(_) => self.without_secret().unwrap_or_else(|| self.clone()),
        }
    }

    /// Whether it bore the secret of a link that is forgotten: such a message cannot be sent again, a new link is made instead.
    pub fn is_spent(&self) -> bool {
        match self {
            Self::Link(LinkNotice::Password { secret, .. } | LinkNotice::Consent { secret, .. }) => secret.is_none(),
            Self::Signup(_)
            | Self::Proposal(_)
            | Self::Link(LinkNotice::ConsentEnded { .. })
            | Self::Swap(_)
            | Self::Shift(_)
            | Self::Certificate(_)
            | Self::Account(_)
            | Self::Barrier(_)
            | Self::Follower(_) => false,
        }
    }

    /// Whether the person of the message is the one who reads it; a guardian's letter is about a person and for another.
    pub fn is_for_its_person(&self) -> bool {
        match self {
            Self::Link(LinkNotice::Consent { .. }) | Self::Follower(_) => false,
            Self::Signup(_)
            | Self::Proposal(_)
            | Self::Link(LinkNotice::Password { .. } | LinkNotice::ConsentEnded { .. })
            | Self::Swap(_)
            | Self::Shift(_)
            | Self::Certificate(_)
            | Self::Account(_)
            | Self::Barrier(_) => true,
        }
    }
}

impl From<SignupNotice> for Notice {
    fn from(notice: SignupNotice) -> Self {
        Self::Signup(notice)
    }
}

impl From<AccountNotice> for Notice {
    fn from(notice: AccountNotice) -> Self {
        Self::Account(notice)
    }
}

impl From<BarrierNotice> for Notice {
    fn from(notice: BarrierNotice) -> Self {
        Self::Barrier(notice)
    }
}

impl From<SwapNotice> for Notice {
    fn from(notice: SwapNotice) -> Self {
        Self::Swap(notice)
    }
}

impl From<ShiftNotice> for Notice {
    fn from(notice: ShiftNotice) -> Self {
        Self::Shift(notice)
    }
}

impl From<LinkNotice> for Notice {
    fn from(notice: LinkNotice) -> Self {
        Self::Link(notice)
    }
}

impl From<ProposalNotice> for Notice {
    fn from(notice: ProposalNotice) -> Self {
        Self::Proposal(notice)
    }
}

impl From<CertificateNotice> for Notice {
    fn from(notice: CertificateNotice) -> Self {
        Self::Certificate(notice)
    }
}

/// Writes a message to a person.
pub fn tell(
    db: &mut Db,
    now: Timestamp,
    due: Timestamp,
    person: &PersonId,
    kind: MessageKind,
    matter: String,
    notice: impl Into<Notice>,
) -> Result<(), AppError> {
    let message = message(now, due, person, kind, matter, &notice.into())?;
    storage::messages::put(db, &message)?;
    Ok(())
}

fn message(
    now: Timestamp,
    due: Timestamp,
    person: &PersonId,
    kind: MessageKind,
    matter: String,
    notice: &Notice,
) -> Result<Message, AppError> {
    Ok(Message {
        id: fresh::id(MessageId::from_uuid),
        person_id: Some(person.clone()),
        address: None,
        kind,
        matter,
        content: Json::of(notice)?,
        made_at: now,
        due_at: due,
        state: MessageState::Waiting,
        tries: 0,
        claimed_at: None,
        ended_at: None,
        error: None,
        follower_id: None,
    })
}

/// A place on a shift is offered to somebody who waits.
pub fn offered(db: &mut Db, now: Timestamp, offer: &roster::Offer) -> Result<(), AppError> {
    let signup = offer.signup.clone();
    let matter = format!("offer:{signup}:{}", offer.expires_at);
    let notice = if offer.held {
        SignupNotice::Offered {
            signup,
            until: offer.expires_at,
        }
    } else {
        SignupNotice::FreePlace { signup }
    };
    tell(db, now, now, &offer.person, MessageKind::Offer, matter, notice)
}

/// A proposed crew is offered: one message to each with all of their shifts.
pub fn proposed(
    db: &mut Db,
    now: Timestamp,
    proposal: &ProposalId,
    person: &PersonId,
    signups: &[SignupId],
) -> Result<(), AppError> {
    let matter = format!("crew:{proposal}:{person}");
    let notice = ProposalNotice::Proposed {
        signups: signups.to_vec(),
    };
    tell(db, now, now, person, MessageKind::Offer, matter, notice)
}

/// The clock ended an offer, or a question about a new time.
pub fn ended(db: &mut Db, now: Timestamp, signup: &Signup, after: SignupState) -> Result<(), AppError> {
    let notice = SignupNotice::Signup {
        signup: signup.id.clone(),
        state: after,
    };
    let matter = format!("signup:{}:{}", signup.id, signup.version);
    tell(db, now, now, &signup.person_id, MessageKind::Offer, matter, notice)
}

/// A sign-up is in another state by staff, or because its visit moved or will not be: told after a while, as it then is.
pub fn changed(db: &mut Db, now: Timestamp, signup: &Signup) -> Result<(), AppError> {
    let notice = SignupNotice::Signup {
        signup: signup.id.clone(),
        state: signup.state,
    };
    let due = now.plus_seconds(TOLD_AFTER);
    let matter = format!("change:{}:{}", signup.id, signup.version);
    storage::messages::drop_waiting(db, &format!("change:{}:", signup.id), now, None)?;
    tell(db, now, due, &signup.person_id, MessageKind::Change, matter, notice)
}

/// The person did something themselves: the answer in writing.
pub fn done(db: &mut Db, now: Timestamp, signup: &Signup) -> Result<(), AppError> {
    let notice = SignupNotice::Signup {
        signup: signup.id.clone(),
        state: signup.state,
    };
    let matter = format!("signup:{}:{}", signup.id, signup.version);
    tell(db, now, now, &signup.person_id, MessageKind::Signup, matter, notice)
}

/// A place was given back so late that staff must look for somebody.
pub fn late(db: &mut Db, now: Timestamp, signup: &Signup) -> Result<(), AppError> {
    let notice = SignupNotice::GivenBackLate {
        signup: signup.id.clone(),
        shift: signup.shift_id.clone(),
    };
    for person in storage::people::staff(db)? {
        let matter = format!("late:{}:{person}", signup.id);
        tell(db, now, now, &person, MessageKind::Staff, matter, notice.clone())?;
    }
    Ok(())
}

/// A link that works once goes to the person, or to another address: that of a guardian. One that still waits to leave for the same purpose ends.
pub fn link(
    db: &mut Db,
    now: Timestamp,
    person: &PersonId,
    address: Option<&str>,
    notice: LinkNotice,
) -> Result<(), AppError> {
    let kind = match &notice {
        LinkNotice::Password { .. } => MessageKind::Account,
        LinkNotice::Consent { .. } | LinkNotice::ConsentEnded { .. } => MessageKind::Consent,
    };
    let notice = Notice::from(notice);
    let left = notice.without_secret().map(|left| Json::of(&left)).transpose()?;
    let about = format!("link:{kind}:{person}:");
    storage::messages::drop_waiting(db, &about, now, left.as_ref())?;
    let mut message = message(now, now, person, kind, String::new(), &notice)?;
    message.matter = format!("{about}{}", message.id);
    message.address = address.map(str::to_owned);
    storage::messages::put(db, &message)?;
    Ok(())
}

/// A guardian said no or took the consent back: staff must know, for the minor's shifts may not go on.
pub fn consent_ended(db: &mut Db, now: Timestamp, minor: &PersonId, withdrawn: bool) -> Result<(), AppError> {
    let notice = LinkNotice::ConsentEnded {
        person: minor.clone(),
        withdrawn,
    };
    for person in storage::people::staff(db)? {
        let matter = format!("consent:{minor}:{now}:{person}");
        tell(db, now, now, &person, MessageKind::Staff, matter, notice.clone())?;
    }
    Ok(())
}

/// A swap is proposed to somebody.
pub fn swap_proposed(db: &mut Db, now: Timestamp, swap: &Swap, taker: &PersonId) -> Result<(), AppError> {
    let notice = SwapNotice::SwapProposed { swap: swap.id.clone() };
    let matter = format!("swap:{}:proposed", swap.id);
    tell(db, now, now, taker, MessageKind::Swap, matter, notice)
}

/// Somebody may take what is for anybody. Told after a while: it is often taken by then.
pub fn swap_open(db: &mut Db, now: Timestamp, swap: &Swap, person: &PersonId) -> Result<(), AppError> {
    let notice = SwapNotice::SwapOpen { swap: swap.id.clone() };
    let matter = format!("swap:{}:open:{person}", swap.id);
    tell(
        db,
        now,
        now.plus_seconds(TOLD_AFTER),
        person,
        MessageKind::Swap,
        matter,
        notice,
    )
}

/// Both said yes, and staff is to decide.
pub fn swap_for_staff(db: &mut Db, now: Timestamp, swap: &Swap) -> Result<(), AppError> {
    for person in storage::people::staff(db)? {
        let notice = SwapNotice::SwapForStaff { swap: swap.id.clone() };
        let matter = format!("swap:{}:staff:{person}", swap.id);
        tell(db, now, now, &person, MessageKind::Staff, matter, notice)?;
    }
    Ok(())
}

/// A swap ended without anything changing hands.
pub fn swap_ended(db: &mut Db, now: Timestamp, swap: &Swap, person: &PersonId) -> Result<(), AppError> {
    let notice = SwapNotice::SwapEnded {
        swap: swap.id.clone(),
        state: swap.state,
    };
    let matter = format!("swap:{}:ended:{person}", swap.id);
    tell(db, now, now, person, MessageKind::Swap, matter, notice)
}

/// Somebody's shift is another's now: the answer in writing, with the entry for their calendar.
pub fn swap_passed(db: &mut Db, now: Timestamp, swap: &Swap, left: &Signup) -> Result<(), AppError> {
    let notice = SwapNotice::SwapPassed {
        swap: swap.id.clone(),
        signup: left.id.clone(),
    };
    let matter = format!("swap:{}:passed:{}", swap.id, left.id);
    tell(db, now, now, &left.person_id, MessageKind::Swap, matter, notice)
}

/// Staff asks somebody to cover a shift.
pub fn cover(db: &mut Db, now: Timestamp, shift: &ShiftId, person: &PersonId) -> Result<(), AppError> {
    let notice = ShiftNotice::Cover { shift: shift.clone() };
    let matter = format!("cover:{shift}:{person}");
    tell(db, now, now, person, MessageKind::Offer, matter, notice)
}

/// Staff writes to somebody who is on a shift. `press` tells one writing from another.
pub fn crew(
    db: &mut Db,
    now: Timestamp,
    press: &MessageId,
    person: &PersonId,
    notice: ShiftNotice,
) -> Result<(), AppError> {
    let matter = format!("crew:{press}:{person}");
    tell(db, now, now, person, MessageKind::Crew, matter, notice)
}

/// Somebody asks for a certificate: staff issues it. However often they change the days, it is one message while it waits.
pub fn certificate_asked(db: &mut Db, now: Timestamp, asking: &PersonId) -> Result<(), AppError> {
    let notice = CertificateNotice::CertificateAsked { person: asking.clone() };
    let due = now.plus_seconds(TOLD_AFTER);
    for person in storage::people::staff(db)? {
        let matter = format!(
            "certificate-asked:{asking}:{person}:{}",
            now.unix_seconds() / TOLD_AFTER
        );
        tell(db, now, due, &person, MessageKind::Staff, matter, notice.clone())?;
    }
    Ok(())
}

/// A certificate is issued.
pub fn certificate_issued(
    db: &mut Db,
    now: Timestamp,
    person: &PersonId,
    certificate: &CertificateId,
) -> Result<(), AppError> {
    let notice = CertificateNotice::CertificateIssued {
        certificate: certificate.clone(),
    };
    let matter = format!("certificate:{certificate}");
    tell(db, now, now, person, MessageKind::Account, matter, notice)
}
