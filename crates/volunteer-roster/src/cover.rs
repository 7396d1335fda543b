//! Whom to ask when a shift lacks people: those who may take it and are free then, the least recently asked first, and
//! nobody again who has said no.

use vocabulary::{PersonId, SignupState, Timestamp};

use crate::{
    Commitment, Person, Refusal, Rules, Shift,
    rules::{self, Ask, HELD},
};

/// What somebody was asked about this very shift, and said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    No,
    /// Asked, and silent so far.
    Silent,
    /// Said no, which ends the matter for this shift.
    SaidNo,
}

/// Somebody who might cover a shift.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Who.
    pub person: Person,
    /// Their shifts, as in [`Ask::commitments`].
    pub commitments: Vec<Commitment>,
    /// Where their own sign-up for this shift stands, if there is one that is not over.
    pub own: Option<SignupState>,
    /// What was asked about this shift.
    pub asked: Asked,
    /// When they were last asked to cover any shift; none if never.
    pub last_asked: Option<Timestamp>,
}

/// Why somebody is not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// Said no to this shift.
    SaidNo,
    /// Was asked, and has not answered.
    Silent,
    /// Has a sign-up for this shift that is not over: holds a place, waits or has asked.
    SignedUp(SignupState),
    /// May not take it, and why; busy is one of the reasons.
    NotSuitable(Vec<Refusal>),
    /// Enough others were asked longer ago.
    OthersFirst,
}

/// Whom to ask, in order, and why all others are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cover {
    /// At most as many as were wanted.
    pub ask: Vec<PersonId>,
    /// Everybody else, by the order of the candidates.
    pub left_out: Vec<(PersonId, LeftOut)>,
}

/// Chooses at most `number` people to ask: never asked first, then by when, then by id.
///
/// That the shift is full or closed is no reason: it is being covered. Whoever would come only in training does not cover
/// anything, and is left out as not suitable.
pub fn choose(shift: &Shift, candidates: &[Candidate], number: usize, rules: &Rules, now: Timestamp) -> Cover {
    let mut cover = Cover::default();
    let mut suitable: Vec<&Candidate> = Vec::new();
    for candidate in candidates {
        match left_out(shift, candidate, rules, now) {
            Some(why) => cover.left_out.push((candidate.person.id.clone(), why)),
            None => suitable.push(candidate),
        }
    }
    suitable.sort_by_key(|candidate| (candidate.last_asked, &candidate.person.id));
    let (now_asked, later) = suitable.split_at(number.min(suitable.len()));
    cover.ask = now_asked.iter().map(|candidate| candidate.person.id.clone()).collect();
    let others = later
        .iter()
        .map(|candidate| (candidate.person.id.clone(), LeftOut::OthersFirst));
    cover.left_out.extend(others);
    cover
}

fn left_out(shift: &Shift, candidate: &Candidate, rules: &Rules, now: Timestamp) -> Option<LeftOut> {
    match candidate.asked {
        Asked::SaidNo => return Some(LeftOut::SaidNo),
        Asked::Silent => return Some(LeftOut::Silent),
        Asked::No => {}
    }
    if let Some(state) = candidate.own.filter(|state| !state.is_over()) {
        return Some(LeftOut::SignedUp(state));
    }
    let ask = Ask {
        shift,
        person: &candidate.person,
        commitments: &candidate.commitments,
        own: candidate.own,
        rules,
        now,
    };
    let mut refusals = rules::judge(HELD, &ask);
    let places = shift.training_places;
    refusals.extend(ask.in_training().then_some(Refusal::TrainingFull { places }));
    (!refusals.is_empty()).then_some(LeftOut::NotSuitable(refusals))
}

#[cfg(test)]
mod tests {
    use vocabulary::SignupState::{Confirmed, Waitlisted, Withdrawn};

    use super::*;
    use crate::rules::fixtures::{at, commitment, person, shift};

    /// Candidate of a number, last asked on a day of June.
    fn candidate(number: u128, last_asked: Option<u32>) -> Candidate {
        Candidate {
            person: person(number),
            commitments: vec![],
            own: None,
            asked: Asked::No,
            last_asked: last_asked.map(|day| at(&format!("2027-06-{day:02}T10:00:00Z"))),
        }
    }

    fn number(id: &PersonId) -> u128 {
        u128::from_str_radix(&id.as_str()[4..], 16).unwrap()
    }

    fn check(candidates: &[Candidate], wanted: usize, asked: &[u128], left_out: &[(u128, &str)]) {
        let mut full = shift(1);
        full.taken = full.places;
        let cover = choose(&full, candidates, wanted, &Rules::default(), at("2027-06-30T12:00:00Z"));
        assert_eq!(cover.ask.iter().map(number).collect::<Vec<_>>(), asked);
        let word = |why: &LeftOut| match why {
            LeftOut::SaidNo => "said no".to_owned(),
            LeftOut::Silent => "silent".to_owned(),
            LeftOut::SignedUp(state) => state.to_string(),
            LeftOut::NotSuitable(refusals) => crate::rules::fixtures::codes(refusals),
            LeftOut::OthersFirst => "others first".to_owned(),
        };
        let told: Vec<_> = cover.left_out.iter().map(|(id, why)| (number(id), word(why))).collect();
        let expected: Vec<_> = left_out.iter().map(|(n, why)| (*n, (*why).to_owned())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn least_recently_asked_first() {
        let all = [
            candidate(1, Some(20)),
            candidate(2, Some(3)),
            candidate(4, None),
            candidate(3, None),
        ];
        check(
            &all,
            0,
            &[],
            &[
                (3, "others first"),
                (4, "others first"),
                (2, "others first"),
                (1, "others first"),
            ],
        );
        check(&all, 3, &[3, 4, 2], &[(1, "others first")]);
        check(&all, 9, &[3, 4, 2, 1], &[]);
    }

    #[test]
    fn who_is_not_asked() {
        let mut all: Vec<Candidate> = (1..=8).map(|n| candidate(n, None)).collect();
        all[0].asked = Asked::SaidNo;
        all[1].asked = Asked::Silent;
        all[2].own = Some(Confirmed);
        all[3].own = Some(Waitlisted);
        all[4].own = Some(Withdrawn); // gave it back before: may be asked
        all[5].commitments = vec![commitment(9, ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z"))];
        all[6].person.roles.clear();
        all[7].person.roles[0].in_training = true;
        let expected = [
            (1, "said no"),
            (2, "silent"),
            (3, "confirmed"),
            (4, "waitlisted"),
            (6, "overlap"),
            (7, "wrong-role"),
            (8, "training-full"),
        ];
        check(&all, 9, &[5], &expected);
    }
}
