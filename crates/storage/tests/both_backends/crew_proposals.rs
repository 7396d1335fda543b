//! Proposed crews.

use storage::{CrewProposal, Guarded, Json, crew_proposals, signups};
use vocabulary::{ProposalId, ProposalState, SignupState};

use crate::{on_both, samples::*};

fn proposal(number: u128, made: i64) -> CrewProposal {
    let id: ProposalId = format!("prp_{number:032x}").parse().unwrap();
    CrewProposal {
        id,
        season_id: season().id,
        state: ProposalState::Draft,
        seed: u64::MAX,
        proposal: Json::of(&["anything"]).unwrap(),
        made_by: Some(person_id(1)),
        made_at: now(made),
        ended_at: None,
        version: 1,
    }
}

#[test]
fn the_newest_first_and_an_edit_of_an_old_copy_changes_nothing() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let (first, second) = (proposal(2, 10), proposal(1, 20));
        for one in [&first, &second] {
            store.write(|db| crew_proposals::insert(db, one)).unwrap();
        }
        let all = || {
            store
                .read(|db| crew_proposals::of_season(db, &first.season_id))
                .unwrap()
        };
        assert_eq!(all(), [second.clone(), first.clone()]);

        let offered = CrewProposal {
            state: ProposalState::Offered,
            ended_at: Some(now(30)),
            ..first.clone()
        };
        let save = || store.write(|db| crew_proposals::save(db, &offered)).unwrap();
        let Guarded::Done(saved) = save() else {
            panic!("nobody else changed it")
        };
        assert_eq!((saved.version, saved.state), (2, ProposalState::Offered));
        assert_eq!(save(), Guarded::Stale(saved.clone()));
        assert_eq!(store.read(|db| crew_proposals::get(db, &first.id)).unwrap(), saved);
    });
}

#[test]
fn every_sign_up_of_a_season_whatever_its_state() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 2)).unwrap();
        for (who, state) in [(1, SignupState::Offered), (2, SignupState::Waitlisted)] {
            let begun = store.write(|db| {
                let person = storage::people::hold(db, &person_id(who))?;
                signups::begin(db, &person, &beginning(who, state), &act(i64::try_from(who).unwrap()))
            });
            assert!(matches!(begun.unwrap(), storage::Begun::Done(_)));
        }
        let step = (SignupState::Offered, SignupState::Declined);
        let declined = store.write(|db| signups::step(db, &signup_id(1), step, None, &act(9)));
        assert!(matches!(declined.unwrap(), storage::Stepped::Done(_)));
        let of = |season| store.read(|db| signups::of_season(db, &season)).unwrap();
        let states: Vec<_> = of(season().id).into_iter().map(|one| one.state).collect();
        assert_eq!(states, [SignupState::Declined, SignupState::Waitlisted]);
        let other = "sea_000000000000000000000000000000ff".parse().unwrap();
        assert_eq!(of(other), []);
    });
}
