//! Every "no" in the reader's words. It matches without a wildcard, so a new reason cannot be forgotten; reasons that come
//! as a code alone are worded by it.

mod roster;

use vocabulary::{CivilWindow, ShiftId, Slug, Zone};
use volunteer_roster::Obstacle;
use wording::Words;

use super::breaches::{self, Names};
use crate::app::{
    AppError,
    error::{Cause, Reason, Side},
    visits::BrokenRule,
};
use crate::travel::TravelFailure;

/// What there is to say beside the kind of error.
pub fn of(words: Words, zone: Zone, error: &AppError) -> Vec<String> {
    match error {
        AppError::Refused { reasons, .. } => all(words, zone, reasons),
        AppError::Invalid(faults) => faults.iter().map(|f| words.reasons().other(&f.detail)).collect(),
        AppError::TooManyTries(until) => {
            let (_, minute) = zone.civil(*until);
            vec![words.reasons().too_many_tries(&words.dates().time(minute))]
        }
        AppError::WrongCredentials => vec![words.reasons().wrong_credentials()],
        AppError::NotFound
        | AppError::NothingPublished
        | AppError::Unauthenticated
        | AppError::NotAllowed
        | AppError::Stale { .. }
        | AppError::Conflict(_)
        | AppError::KeyReused
        | AppError::Busy
        | AppError::Unavailable
        | AppError::Internal(_) => Vec::new(),
    }
}

/// Why there are no travel times. `name` gives what people call a place.
pub fn travel(words: Words, failure: &TravelFailure, name: &dyn Fn(&Slug) -> String) -> String {
    let said = words.travel();
    match failure {
        TravelFailure::Unreachable {
            engine,
            address,
            tries,
            said: _,
        } => said.unreachable(engine, address, *tries),
        TravelFailure::Refused {
            engine,
            address: _,
            said: reason,
        } => said.refused(engine, reason),
        TravelFailure::Unreadable {
            engine,
            address,
            said: _,
        } => said.unreadable(engine, address),
        TravelFailure::Gaps {
            pairs,
            more_pairs,
            places,
            more_places,
        } => {
            let list = |mut named: Vec<String>, more: usize| {
                named.extend((more > 0).then(|| said.and_more(more)));
                named.join(", ")
            };
            let ways = pairs
                .iter()
                .map(|(from, to)| said.way(&name(from), &name(to)))
                .collect();
            let off = places.iter().map(|p| said.place(&name(&p.place), p.metres)).collect();
            let no_way = (!pairs.is_empty()).then(|| said.no_way(&list(ways, *more_pairs)));
            let off_road = (!places.is_empty()).then(|| said.off_road(&list(off, *more_places)));
            off_road.into_iter().chain(no_way).collect::<Vec<_>>().join(" ")
        }
        TravelFailure::NoEngine => said.no_engine(),
        TravelFailure::Stopped => said.stopped(),
    }
}

/// These reasons in words.
pub fn all(words: Words, zone: Zone, reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(|reason| one(words, zone, reason)).collect()
}

/// One reason as a sentence.
pub fn one(words: Words, zone: Zone, reason: &Reason) -> String {
    of_side(words, reason.side, alone(words, zone, reason))
}

/// A reason, and whose it is where several were asked.
pub fn of_side(words: Words, side: Option<Side>, said: String) -> String {
    let swaps = words.swaps();
    match side {
        Some(Side::Giver) => swaps.reason_of_giver(&said),
        Some(Side::Taker) => swaps.reason_of_taker(&said),
        Some(Side::Crew) => swaps.reason_of_crew(&said),
        None => said,
    }
}

fn alone(words: Words, zone: Zone, reason: &Reason) -> String {
    match &reason.cause {
        Some(Cause::Roster(refusal)) => roster::refusal(words, zone, refusal),
        Some(Cause::Visit(rule)) => broken_rule(words, rule),
        Some(Cause::Plan(violation)) => {
            let broken = breaches::one(words, violation, Names(None));
            words.reasons().plan_no_longer_fits(&broken)
        }
        // Where the shifts' names are known, the page says them itself.
        Some(Cause::Crew(found)) => obstacle(words, zone, found, &|id| id.to_string()),
        None => by_code(words, reason),
    }
}

/// What keeps somebody from a place of a proposed crew; `name` gives what people call a shift.
pub fn obstacle(words: Words, zone: Zone, obstacle: &Obstacle, name: &dyn Fn(&ShiftId) -> String) -> String {
    let said = words.proposals();
    match obstacle {
        Obstacle::Rule(refusal) => roster::refusal(words, zone, refusal),
        Obstacle::OnThisVisit => said.on_this_visit(),
        Obstacle::NotAvailable => said.not_available(),
        Obstacle::NotTheirRole => said.not_their_role(),
        Obstacle::InTraining => said.in_training(),
        Obstacle::SaidNo => said.said_no(),
        Obstacle::Meanwhile(id) => said.meanwhile(&name(id)),
        Obstacle::TooFar(id) => said.too_far(&name(id)),
        Obstacle::TooLittleRest(id) => said.too_little_rest(&name(id)),
        Obstacle::DayFull => said.day_full(),
        Obstacle::WeekFull => said.week_full(),
        Obstacle::MonthFull => said.month_full(),
        Obstacle::SeasonFull => said.season_full(),
        Obstacle::TooManyDays => said.too_many_days(),
        Obstacle::TooFewAdults => said.too_few_adults(),
        Obstacle::TooManyPsu => said.too_many_psu(),
    }
}

pub use roster::{refusal, remedy};

fn broken_rule(words: Words, rule: &BrokenRule) -> String {
    let (said, dates) = (words.reasons(), words.dates());
    let hours = |from, to| match CivilWindow::new(from, to) {
        Ok(window) => dates.span(window),
        Err(_) => dates.time(from),
    };
    match rule {
        BrokenRule::ClosedDay { day, reason } => said.closed_day(&dates.medium(*day), reason),
        BrokenRule::PublicHoliday { day, name } => said.public_holiday(&dates.medium(*day), name),
        BrokenRule::WeekdayOff { day } => said.weekday_off(&dates.medium(*day)),
        BrokenRule::OutsideHours { from, to } => said.outside_hours(&hours(*from, *to)),
        BrokenRule::PermissionEnded { stop: _, until } => said.permission_ended(&dates.with_year(*until)),
        BrokenRule::StopClosed {
            stop: _,
            day,
            hours: open,
        } => said.stop_closed(&dates.medium(*day), &dates.span(*open)),
        BrokenRule::BusElsewhere { bus: _, from, to } => said.bus_elsewhere(&hours(*from, *to)),
        BrokenRule::BusNotRunning { bus: _ } => said.bus_not_running(),
        BrokenRule::EventKeepsAway { event } => said.event_keeps_away(event),
    }
}

fn by_code(words: Words, reason: &Reason) -> String {
    let said = words.reasons();
    match reason.code {
        "visit-past" => said.visit_past(),
        "plan-ended" => said.plan_ended(),
        "no-plan-yet" => said.no_plan_yet(),
        "plan-not-ready" => said.plan_not_ready(),
        "nothing-to-replan" => said.nothing_to_replan(),
        "change-by-hand" => said.change_by_hand(),
        "plan-already-published" => said.plan_already_published(),
        "plan-no-longer-fits" => said.plan_no_longer_fits(&reason.detail),
        "stop-without-estate" => said.stop_without_estate(&reason.detail),
        "swap-open" => words.swaps().swap_open(),
        "other-person-may-not" => words.swaps().other_person_may_not(),
        "nobody-to-ask" => words.swaps().nobody_to_ask(),
        "not-asked" => words.swaps().not_asked(),
        "not-a-volunteer" => words.hours().only_volunteers(),
        "season-over" => words.follow().season_over(),
        "follow-email-off" => words.follow().email_off(),
        "follow-push-off" => words.follow().push_off(),
        "nothing-attended" => words.hours().nothing_attended(),
        "certificate-unchanged" => words.hours().unchanged(),
        "not-in-psu" => words.hours().not_in_psu(),
        "no-empty-place" => words.proposals().nothing_empty(),
        _ => said.other(&reason.detail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use volunteer_roster::Refusal;
    use wording::Language;

    fn check(reason: impl Into<Reason>, expected: &str) {
        assert_eq!(one(Words::of(Language::Polish), Zone::WARSAW, &reason.into()), expected);
    }

    #[test]
    fn reasons_are_whole_polish_sentences() {
        let day: vocabulary::Day = "2027-07-14".parse().unwrap();
        check(
            BrokenRule::PublicHoliday {
                day: "2027-08-15".parse().unwrap(),
                name: "Wniebowzięcie".to_owned(),
            },
            "niedziela, 15 sierpnia: tego dnia jest święto (Wniebowzięcie).",
        );
        check(
            BrokenRule::BusElsewhere {
                bus: "zielony".parse().unwrap(),
                from: "10:00".parse().unwrap(),
                to: "12:30".parse().unwrap(),
            },
            "Autobus stoi tego dnia gdzie indziej: 10:00–12:30.",
        );
        check(
            Refusal::NotCleared {
                on: day,
                cleared_until: None,
            },
            "Nie masz jeszcze dopuszczenia do pracy z dziećmi. Poproś o nie koordynatora.",
        );
        check(
            Refusal::Overlap {
                with: "shf_00000000000000000000000000000001".parse().unwrap(),
                starts: "2027-07-14T07:00:00Z".parse().unwrap(),
                ends: "2027-07-14T10:30:00Z".parse().unwrap(),
            },
            "W tym czasie masz inny dyżur: środa, 14 lipca, 9:00–12:30. Najpierw z niego zrezygnuj.",
        );
        check(
            Reason::new("plan-not-ready", "only a ready plan"),
            "Ogłosić można tylko gotowy plan.",
        );
    }
}
