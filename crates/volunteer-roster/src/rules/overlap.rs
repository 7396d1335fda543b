//! Nobody is in two places at once. Measured on instants and on crew times, so it also holds in the night in which the
//! clocks go back. Two shifts that only touch do not overlap; the way between them is another rule's matter.

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let shift = asked.shift;
    let others = asked.commitments.iter().filter(|held| held.shift != shift.id);
    let meanwhile = others.filter(|held| held.starts < shift.ends && shift.starts < held.ends);
    meanwhile
        .map(|held| Refusal::Overlap {
            with: held.shift.clone(),
            starts: held.starts,
            ends: held.ends,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{at, check, codes, commitment};

    #[test]
    fn table() {
        // The shift asked for lasts from 9:30 to 13:30 UTC.
        let cases = [
            ("before", "2027-07-01T06:00:00Z", "2027-07-01T09:00:00Z", ""),
            ("touches the start", "2027-07-01T06:00:00Z", "2027-07-01T09:30:00Z", ""),
            (
                "over the start",
                "2027-07-01T06:00:00Z",
                "2027-07-01T09:30:01Z",
                "overlap",
            ),
            ("within", "2027-07-01T10:00:00Z", "2027-07-01T11:00:00Z", "overlap"),
            ("the same", "2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z", "overlap"),
            ("around", "2027-07-01T06:00:00Z", "2027-07-01T20:00:00Z", "overlap"),
            (
                "over the end",
                "2027-07-01T13:29:59Z",
                "2027-07-01T20:00:00Z",
                "overlap",
            ),
            ("touches the end", "2027-07-01T13:30:00Z", "2027-07-01T20:00:00Z", ""),
            ("the next day", "2027-07-02T09:30:00Z", "2027-07-02T13:30:00Z", ""),
        ];
        for (name, starts, ends, expected) in cases {
            let got = check(rule, |facts| facts.commitments = vec![commitment(2, (starts, ends))]);
            assert_eq!(codes(&got), expected, "{name}");
        }
    }

    #[test]
    fn every_overlap_is_named_and_the_shift_itself_is_none() {
        let time = ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z");
        let got = check(rule, |facts| {
            facts.commitments = [1, 2, 3].map(|n| commitment(n, time)).to_vec()
        });
        assert_eq!(codes(&got), "overlap overlap");
    }

    /// 25 October 2026 in Warsaw: 02:15 to 02:45 summer time and 02:15 to 02:45 winter time are an hour apart.
    #[test]
    fn the_doubled_hour_is_two_hours() {
        let got = check(rule, |facts| {
            facts.shift.starts = at("2026-10-25T00:15:00Z");
            facts.shift.ends = at("2026-10-25T00:45:00Z");
            facts.commitments = vec![commitment(2, ("2026-10-25T01:15:00Z", "2026-10-25T01:45:00Z"))];
        });
        assert_eq!(codes(&got), "");
    }
}
