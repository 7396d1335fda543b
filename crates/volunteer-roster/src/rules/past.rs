//! A shift is over for newcomers as soon as the crew's time begins: the bus may have left the depot.

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let started = asked.shift.starts;
    let past = asked.now >= started;
    past.then_some(Refusal::ShiftPast { started }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{at, check, codes};

    #[test]
    fn table() {
        let cases = [
            ("2027-06-30T12:00:00Z", ""),
            ("2027-07-01T09:29:59Z", ""),
            ("2027-07-01T09:30:00Z", "shift-past"),
            ("2027-07-01T11:00:00Z", "shift-past"),
            ("2027-07-02T00:00:00Z", "shift-past"),
        ];
        for (now, expected) in cases {
            let got = check(rule, |facts| {
                facts.shift.starts = at("2027-07-01T09:30:00Z");
                facts.now = at(now);
            });
            assert_eq!(codes(&got), expected, "{now}");
        }
    }
}
