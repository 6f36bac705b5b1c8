//! What holds for every log: order, repetition and pruning change nothing, on every ledger.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use mailbounce::suppression::presets::*;
use mailbounce::suppression::{
    Event, Ledger, MemoryLedger, Place, PolicyRule, Rules, SqliteLedger, SuppressionList, SuppressionPolicy,
    Surroundings, Then, Threshold, Window,
};
use mailbounce::{Confidence, Detail, FeedbackType, Mailbox, Persistence, Reason, Timestamp, Trust};
use proptest::prelude::*;
use suppression_util::*;

fn policies() -> Vec<Box<dyn SuppressionPolicy>> {
    let mut strict = Standard::default();
    strict.trust = Trust::Correlated;
    let mut short = Standard::default();
    short.stale_after = 40 * DAY;
    let rule = PolicyRule::new("own/full", Threshold::new(2, DAY, Then::Stop)).reason(Reason::MailboxFull);
    vec![
        Box::new(Standard::default()),
        Box::new(strict),
        Box::new(short),
        Box::new(Guide::default()),
        Box::new(Mailman2::default()),
        Box::new(Mailman3::default()),
        Box::new(Listmonk::default()),
        Box::new(Postal::default()),
        Box::new(Discourse::default()),
        Box::new(PhpList::default()),
        Box::new(Ses::default()),
        Box::new(Ses::global()),
        Box::new(Mailgun::default()),
        Box::new(Ezmlm::default()),
        Box::new(Sympa::default()),
        Box::new(PowerMta::default()),
        Box::new(Rules::before(Standard::default()).rule(rule)),
    ]
}

fn any_failure() -> impl Strategy<Value = mailbounce::suppression::Failure> {
    let reasons = prop::sample::select(vec![
        Reason::UserUnknown,
        Reason::UserUnknown,
        Reason::MailboxFull,
        Reason::MailboxFull,
        Reason::MailboxDisabled,
        Reason::HostUnknown,
        Reason::DnsFailure,
        Reason::Expired,
        Reason::NetworkError,
        Reason::RateLimited,
        Reason::SpamContent,
        Reason::Suppressed,
        Reason::Undetermined,
    ]);
    let details = prop::sample::select(vec![
        None,
        None,
        None,
        Some(Detail::MaybeFilter),
        Some(Detail::Complaint),
        Some(Detail::MailboxFull),
    ]);
    let confidence = prop::sample::select(vec![Confidence::High, Confidence::Medium, Confidence::Low]);
    let persistence = prop::sample::select(vec![Persistence::Permanent, Persistence::Transient]);
    let trust = prop::sample::select(vec![Trust::Signed, Trust::Correlated, Trust::Unverified]);
    (reasons, details, confidence, persistence, trust).prop_map(|(reason, detail, confidence, persistence, trust)| {
        with(reason, |f| {
            f.detail = detail;
            f.confidence = confidence;
            f.persistence = persistence;
            f.trust = trust;
        })
    })
}

/// Events of one mailbox over some 400 days; messages repeat, so that reports, acceptances and sendings meet.
fn any_event(to: &'static str) -> impl Strategy<Value = Event> {
    let time = (0..400_i64, 0..24_i64).prop_map(|(d, h)| at(d).plus(h * HOUR));
    let message = prop::option::of((0..12_u8).prop_map(|n| format!("m{n}")));
    let trust = prop::sample::select(vec![Trust::OwnMta, Trust::Unverified]);
    (0..20_u8, any_failure(), message, time, trust).prop_map(move |(kind, failure, message, at, trust)| {
        let (to, message) = (mailbox(to), message.as_deref());
        match kind {
            0..=9 => Event::failure(to, message, failure, at),
            10..=12 => Event::accepted(to, message, at),
            13 | 14 => Event::delivered(to, message, trust, at),
            15 | 16 => Event::sent(to, message, at),
            17 => Event::released(to, "asked", "us", at),
            18 => Event::complaint(to, message, FeedbackType::Abuse, trust, at),
            _ => Event::stopped(to, "asked", "us", at),
        }
    })
}

fn log() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(prop_oneof![4 => any_event("kijitora@example.jp"), 1 => any_event("mike@example.com")], 1..40)
}

fn shuffled() -> impl Strategy<Value = (Vec<Event>, Vec<Event>)> {
    log().prop_flat_map(|log| {
        let twice: Vec<Event> = log.iter().chain(log.iter().step_by(2)).cloned().collect();
        (Just(log), Just(twice).prop_shuffle())
    })
}

fn names() -> Vec<Mailbox> {
    vec![kijitora(), mailbox("mike@example.com")]
}

fn check_order(ledgers: [&dyn Ledger; 2], log: &[Event], other: &[Event]) -> Result<(), TestCaseError> {
    ledgers[0].record(log).unwrap();
    other.chunks(3).for_each(|batch| ledgers[1].record(batch).unwrap());
    let [one, two] = ledgers.map(|l| l.histories(&names()).unwrap());
    prop_assert_eq!(&one, &two);
    for now in [at(0), at(100), at(250), at(400), at(800)] {
        for policy in policies() {
            for (a, b) in one.iter().zip(&two) {
                let surroundings = Surroundings::default();
                prop_assert_eq!(policy.decide(a, &surroundings, now), policy.decide(b, &surroundings, now));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_repetition_change_nothing_in_memory((log, other) in shuffled()) {
        check_order([&MemoryLedger::new(), &MemoryLedger::new()], &log, &other)?;
    }

    #[test]
    fn order_and_repetition_change_nothing_in_sqlite((log, other) in shuffled()) {
        check_order([&MemoryLedger::new(), &SqliteLedger::in_memory().unwrap()], &log, &other)?;
    }

    #[test]
    fn a_row_of_a_ledger_is_the_event(event in any_event("kijitora@example.jp")) {
        let again = Event::from_row(kijitora(), event.id(), event.rank(), &event.body()).unwrap();
        prop_assert_eq!(&again, &event);
        let json = serde_json::to_string(&event).unwrap();
        prop_assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event);
    }

    /// What pruning dropped would never have mattered: not now, not later, not with what still comes, not with windows that are found out later.
    #[test]
    fn pruning_never_changes_a_decision(log in log(), horizon in 0..500_i64, window in prop::option::of((0..400_i64, 1..40_i64))) {
        let (horizon, now) = (at(horizon), at(horizon));
        let (early, mut late): (Vec<_>, Vec<_>) = log.into_iter().partition(|e| e.at() < horizon);
        // A repetition bears the time of what it repeats.
        late.retain(|e| is_delivery(e) || early.iter().all(|old| old.id() != e.id()));
        let surroundings = match window {
            Some((from, len)) => Surroundings::default().with_windows(vec![
                Window::new(Reason::MailboxFull, Place::Provider, "example.jp", at(from), at(from + len)),
                Window::new(Reason::UserUnknown, Place::Provider, "example.jp", at(from), at(from + len)),
            ]),
            None => Surroundings::default(),
        };
        for policy in policies() {
            let (kept, pruned) = (MemoryLedger::new(), MemoryLedger::new());
            for ledger in [&kept, &pruned] {
                ledger.record(&early).unwrap();
            }
            pruned.prune(horizon, &|h| policy.spent(h, horizon, now)).unwrap();
            for ledger in [&kept, &pruned] {
                ledger.record(&late).unwrap();
            }
            // A repetition of what was dropped is refused.
            pruned.record(&early).unwrap();
            let (kept, pruned) = (kept.histories(&names()).unwrap(), pruned.histories(&names()).unwrap());
            for (a, b) in kept.iter().zip(&pruned) {
                for days in [0, 1, 7, 8, 20, 31, 60, 100, 181, 400, 1000] {
                    let now = horizon.plus(days * DAY);
                    let (all, left) = (policy.decide(a, &surroundings, now), policy.decide(b, &surroundings, now));
                    let brief = |d: &mailbounce::suppression::Decision| (d.answer(), d.until(), d.is_probe(), d.scope());
                    prop_assert_eq!(brief(&all), brief(&left), "{} after {} days: {} / {}\n{:#?}\n{:#?}", policy.name(), days, all, left, a, b);
                }
            }
        }
    }

    /// A window that takes failures out of the count never makes `standard` stricter.
    #[test]
    fn discounting_never_makes_it_stricter(log in log(), from in 0..400_i64, len in 1..60_i64) {
        let windows = [Reason::MailboxFull, Reason::UserUnknown, Reason::HostUnknown, Reason::Expired]
            .map(|r| Window::new(r, Place::Provider, "example.jp", at(from), at(from + len)));
        let discounted = Surroundings::default().with_windows(windows.to_vec());
        let history = history(log.into_iter().filter(|e| *e.recipient() == kijitora() && !is_delivery(e)));
        let stopped = |s: &Surroundings| Standard::default().decide(&history, s, at(400)).answer() == mailbounce::suppression::Answer::Stop;
        prop_assert!(stopped(&Surroundings::default()) || !stopped(&discounted));
    }
}

/// Every order of the five events of one address, and two workers that share them, interleaved at every point.
#[test]
fn all_120_orders_and_every_interleaving_of_two_workers_end_in_the_same_decision() {
    let events = [
        fails("m1", failure(Reason::MailboxFull), at(0)),
        fails("m2", failure(Reason::MailboxFull), at(4)),
        accepted("m3", at(5)),
        fails("m3", failure(Reason::MailboxFull), at(8)),
        Event::delivered(kijitora(), None, Trust::Unverified, at(2)),
    ];
    let outcome = |order: &[&Event]| {
        let list = SuppressionList::new(MemoryLedger::new());
        order.iter().for_each(|e| list.ledger().record(std::slice::from_ref(*e)).unwrap());
        (list.ledger().histories(&[kijitora()]).unwrap(), list.may_send(&kijitora(), at(9)).unwrap())
    };
    let all: Vec<&Event> = events.iter().collect();
    let expected = outcome(&all);
    let mut orders = 0;
    permute(&mut all.clone(), 0, &mut |order| {
        orders += 1;
        assert_eq!(outcome(order), expected);
        // Two workers, of whom one has the first part and the other the rest, in every interleaving of their steps.
        for cut in 0..=order.len() {
            let (one, two) = order.split_at(cut);
            interleave(one, two, &mut Vec::new(), &mut |steps| assert_eq!(outcome(steps), expected));
        }
    });
    assert_eq!(orders, 120);
}

fn permute<'a>(events: &mut Vec<&'a Event>, from: usize, see: &mut impl FnMut(&[&'a Event])) {
    if from == events.len() {
        return see(events);
    }
    for i in from..events.len() {
        events.swap(from, i);
        permute(events, from + 1, see);
        events.swap(from, i);
    }
}

fn interleave<'a>(
    one: &[&'a Event],
    two: &[&'a Event],
    steps: &mut Vec<&'a Event>,
    see: &mut impl FnMut(&[&'a Event]),
) {
    if one.is_empty() && two.is_empty() {
        return see(steps);
    }
    for (first, rest, is_one) in [(one.first(), one.get(1..), true), (two.first(), two.get(1..), false)] {
        if let (Some(first), Some(rest)) = (first, rest) {
            steps.push(first);
            if is_one {
                interleave(rest, two, steps, see)
            } else {
                interleave(one, rest, steps, see)
            }
            steps.pop();
        }
    }
}

#[test]
fn times_at_the_edge_break_nothing() {
    for time in [Timestamp(i64::MIN), Timestamp(-1), Timestamp(0), Timestamp(i64::MAX)] {
        for now in [Timestamp(i64::MIN), Timestamp(0), at(0), Timestamp(i64::MAX)] {
            for policy in policies() {
                let events = [
                    fails("a", failure(Reason::MailboxFull), time),
                    fails("b", failure(Reason::UserUnknown), time),
                    fails("c", failure(Reason::RateLimited), time),
                    accepted("d", time),
                    delivered(time),
                ];
                let history = history(events);
                let _ = policy.decide(&history, &Surroundings::default(), now);
                let _ = policy.spent(&history, time, now);
            }
        }
    }
}
