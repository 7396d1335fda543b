//! A shift may open for sign-ups only some time before it, so that everybody has the same chance.

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let early = asked.shift.opens_at.filter(|opens| asked.now < *opens);
    early.map(|opens| Refusal::NotYetOpen { opens }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{at, check, codes};

    #[test]
    fn table() {
        let cases = [
            (None, ""),
            (Some("2027-06-30T11:59:59Z"), ""),
            (Some("2027-06-30T12:00:00Z"), ""), // now
            (Some("2027-06-30T12:00:01Z"), "not-yet-open"),
        ];
        for (opens, expected) in cases {
            let got = check(rule, |facts| facts.shift.opens_at = opens.map(at));
            assert_eq!(codes(&got), expected, "{opens:?}");
        }
    }
}
