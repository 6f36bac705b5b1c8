//! Each preset from its published rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use mailbounce::suppression::presets::*;
use mailbounce::suppression::{Advice, Answer, Event, PolicyRule, Rules, SuppressionPolicy, Then, Threshold};
use mailbounce::{Detail, Fault, FeedbackType, Persistence, Reason, Trust};
use suppression_util::*;

fn hard() -> mailbounce::suppression::Failure {
    failure(Reason::UserUnknown)
}

fn soft() -> mailbounce::suppression::Failure {
    failure(Reason::MailboxFull)
}

fn days(n: i64) -> Vec<i64> {
    (0..n).collect()
}

fn all() -> Vec<Box<dyn SuppressionPolicy>> {
    vec![
        Box::new(Standard::default()),
        Box::new(Guide::default()),
        Box::new(Mailman2::default()),
        Box::new(Mailman3::default()),
        Box::new(Listmonk::default()),
        Box::new(Postal::default()),
        Box::new(Discourse::default()),
        Box::new(PhpList::default()),
        Box::new(Ses::default()),
        Box::new(Mailgun::default()),
        Box::new(Ezmlm::default()),
        Box::new(Sympa::default()),
        Box::new(PowerMta::default()),
    ]
}

/// As their documentation says.
#[test]
fn those_that_never_prune() {
    let mut events = row(&hard(), &days(3));
    events.push(Event::released(kijitora(), "by mail", "support", at(400)));
    let history = history(events);
    let mut policies = all();
    policies.retain(|p| p.spent(&history, at(4000), at(5000)).is_empty());
    let names: Vec<&str> = policies.iter().map(|p| p.name()).collect();
    assert_eq!(names, ["mailman2", "mailman3", "listmonk", "phplist", "ses", "mailgun", "sympa"]);
}

#[test]
fn none_stops_for_the_senders_or_the_messages_fault() {
    for policy in all() {
        for reason in Reason::ALL {
            for fault in [Fault::Sender, Fault::Message] {
                let events = row(
                    &with(*reason, |f| {
                        f.fault = fault;
                        f.persistence = Persistence::Permanent;
                    }),
                    &days(120),
                );
                let answer = answer(&policy, events, at(121));
                assert!(matches!(answer, Answer::Send | Answer::Later), "{} {reason} {fault}: {answer}", policy.name());
            }
        }
    }
}

#[test]
fn all_obey_the_hand_and_have_names_of_their_own() {
    let mut names: Vec<String> = all().iter().map(|p| p.name().to_owned()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all().len());
    for policy in all() {
        let mut events = vec![Event::stopped(kijitora(), "asked", "us", at(0))];
        assert_eq!(answer(&policy, events.clone(), at(9999)), Answer::Stop, "{}", policy.name());
        events.extend(row(&hard(), &days(100)));
        events.push(Event::released(kijitora(), "asked", "us", at(100)));
        assert_eq!(answer(&policy, events, at(101)), Answer::Send, "{}", policy.name());
    }
}

#[test]
fn mailman2_stops_above_five_points() {
    let policy = Mailman2::default();
    assert_eq!(answer(&policy, row(&hard(), &days(5)), at(5)), Answer::Send, "5.0 is not greater than 5.0");
    assert_eq!(answer(&policy, row(&hard(), &days(6)), at(6)), Answer::Stop);
    assert_eq!(answer(&policy, row(&soft(), &days(10)), at(10)), Answer::Send);
    assert_eq!(answer(&policy, row(&soft(), &days(11)), at(11)), Answer::Stop);
    let one_day = (0..20).map(|i| fails(&format!("m{i}"), hard(), at(0).plus(i * HOUR)));
    assert_eq!(answer(&policy, one_day, at(1)), Answer::Send, "at most one a day");
    assert_eq!(answer(&policy, row(&hard(), &[0, 1, 2, 3, 4, 12]), at(12)), Answer::Send, "stale after 7 days");
    assert_eq!(answer(&policy, row(&hard(), &[0, 1, 2, 3, 4, 11]), at(11)), Answer::Stop);
}

#[test]
fn mailman3_ignores_temporary_failures_and_stops_at_five() {
    let policy = Mailman3::default();
    assert_eq!(answer(&policy, row(&hard(), &days(4)), at(4)), Answer::Send);
    assert_eq!(answer(&policy, row(&hard(), &days(5)), at(5)), Answer::Stop);
    assert_eq!(answer(&policy, row(&soft(), &days(100)), at(100)), Answer::Send);
    assert_eq!(answer(&policy, row(&hard(), &[0, 1, 2, 3, 11, 12, 13, 14]), at(14)), Answer::Send, "score begins at 1");
    assert_eq!(answer(&policy, row(&hard(), &[0, 1, 2, 3, 11, 12, 13, 14, 15]), at(15)), Answer::Stop);
    assert_eq!(answer(&policy, row(&hard(), &days(5)), at(500)), Answer::Stop, "disabled stays disabled");
}

#[test]
fn listmonk_counts_each_type_for_ever() {
    let policy = Listmonk::default();
    assert_eq!(answer(&policy, row(&hard(), &[0]), at(0)), Answer::Stop);
    assert_eq!(answer(&policy, row(&soft(), &days(50)), at(50)), Answer::Send, "soft: no action");
    let complained = complaint("kijitora@example.jp", FeedbackType::Abuse).events(at(0));
    assert_eq!(answer(&policy, complained, at(0)), Answer::Stop);
    let mut two = policy;
    two.soft = Some(2);
    let mut events = row(&soft(), &[0, 1000]);
    events.push(delivered(at(500)));
    assert_eq!(answer(&two, events, at(1000)), Answer::Stop, "nothing ends its count");
}

#[test]
fn postal_lists_for_thirty_days_at_the_second_hard_failure_within_a_day() {
    let policy = Postal::default();
    assert_eq!(answer(&policy, row(&hard(), &[0]), at(0)), Answer::Send);
    assert_eq!(answer(&policy, row(&hard(), &[0, 2]), at(2)), Answer::Send, "not within 24 hours");
    let twice = [fails("a", hard(), hours(0)), fails("b", hard(), hours(20))];
    assert_eq!(decide(&policy, twice.clone(), hours(21)).until(), Some(hours(20).plus(30 * DAY)));
    assert_eq!(answer(&policy, twice.clone(), hours(20).plus(30 * DAY)), Answer::Send);
    let [a, b] = twice;
    assert_eq!(answer(&policy, [a, b, accepted("c", hours(22))], hours(23)), Answer::Send, "success removes");
    assert_eq!(
        answer(&policy, [fails("a", failure(Reason::Expired), at(0))], at(1)),
        Answer::Hold,
        "attempts exhausted"
    );
    assert_eq!(answer(&policy, [fails("a", soft(), hours(0)), fails("b", soft(), hours(1))], hours(2)), Answer::Send);
}

#[test]
fn discourse_stops_at_four_points_and_resets_after_thirty_days() {
    let policy = Discourse::default();
    assert_eq!(answer(&policy, row(&hard(), &[0]), at(0)), Answer::Send);
    assert_eq!(answer(&policy, row(&hard(), &[0, 1]), at(1)), Answer::Hold);
    assert_eq!(answer(&policy, row(&soft(), &days(3)), at(3)), Answer::Send);
    assert_eq!(answer(&policy, row(&soft(), &days(4)), at(4)), Answer::Hold);
    assert_eq!(answer(&policy, row(&hard(), &[0, 31]), at(31)), Answer::Send, "reset between");
    assert_eq!(answer(&policy, row(&hard(), &[0, 1]), at(32)), Answer::Send, "reset after");
    assert_eq!(answer(&policy, row(&hard(), &[0, 1]), at(31)), Answer::Hold);
}

#[test]
fn phplist_counts_back_from_the_newest_to_the_first_that_came_through() {
    let policy = PhpList::default();
    let sent = |n: i64| Event::sent(kijitora(), Some(&format!("m{n}")), at(n).plus(-HOUR));
    let mut events: Vec<Event> = (0..4).map(sent).collect();
    events.extend(row(&soft(), &[0, 1, 2]));
    assert_eq!(answer(&policy, events.clone(), at(3)), Answer::Send, "the newest came through");
    events.extend(row(&soft(), &[3]));
    assert_eq!(answer(&policy, events, at(3)), Answer::Stop, "now four in a row");
    let mut broken: Vec<Event> = (0..5).map(sent).collect();
    broken.extend(row(&hard(), &[0, 1, 3, 4]));
    assert_eq!(answer(&policy, broken, at(4)), Answer::Send, "the third came through");
    let same = [fails("m", hard(), at(0)), fails("m", soft(), at(1)), fails("n", hard(), at(2))];
    assert_eq!(answer(&policy, same, at(2)), Answer::Send, "a message counts once");
    let system = [fails("systemmessage", hard(), at(0))];
    assert_eq!(answer(&policy, system, at(0)), Answer::Stop);
    let mut fifty: Vec<Event> = Vec::new();
    for d in 0..50 {
        fifty.extend([
            sent(d),
            fails(&format!("m{d}"), soft(), at(d)),
            Event::sent(kijitora(), Some(&format!("ok{d}")), at(d)),
        ]);
    }
    assert_eq!(decide(&policy, fifty, at(50)).why()[0].rule, "phplist/blacklist");
}

#[test]
fn ses_lists_one_hard_bounce_or_complaint() {
    assert_eq!(answer(&Ses::default(), row(&hard(), &[0]), at(9999)), Answer::Stop);
    assert_eq!(answer(&Ses::default(), row(&soft(), &days(100)), at(100)), Answer::Send);
    let complained = complaint("kijitora@example.jp", FeedbackType::Abuse).events(at(0));
    assert_eq!(answer(&Ses::default(), complained.clone(), at(0)), Answer::Stop);
    assert_eq!(answer(&Ses::global(), complained, at(0)), Answer::Send);
    assert_eq!(answer(&Ses::global(), row(&hard(), &[0]), at(13)), Answer::Hold);
    assert_eq!(answer(&Ses::global(), row(&hard(), &[0]), at(14)), Answer::Send);
}

#[test]
fn mailgun_lists_one_permanent_failure_of_an_invalid_recipient() {
    let policy = Mailgun::default();
    assert_eq!(answer(&policy, row(&hard(), &[0]), at(0)), Answer::Stop);
    assert_eq!(answer(&policy, row(&soft(), &days(100)), at(100)), Answer::Send);
    let other = with(Reason::RecipientRestricted, |f| f.persistence = Persistence::Permanent);
    assert_eq!(answer(&policy, row(&other, &[0]), at(0)), Answer::Send);
    let left = complaint("kijitora@example.jp", FeedbackType::OptOut).events(at(0));
    assert_eq!(answer(&policy, left, at(0)), Answer::Stop);
}

#[test]
fn ezmlm_climbs_a_ladder_of_a_million_seconds() {
    let policy = Ezmlm::default();
    let step = |n: i64| at(0).plus(n * 1_000_000);
    let mut events = row(&hard(), &days(11));
    assert!(!decide(&policy, events.clone(), at(11)).is_probe(), "younger than a step");
    assert!(decide(&policy, events.clone(), step(1)).is_probe(), "the warning is due");
    events.push(fails("warning", soft(), step(1).plus(60)));
    assert!(!decide(&policy, events.clone(), step(1).plus(120)).is_probe());
    assert!(decide(&policy, events.clone(), step(2).plus(120)).is_probe(), "the probe is due");
    let mut fine = events.clone();
    fine.push(delivered(step(2).plus(130)));
    assert!(!decide(&policy, fine, step(3)).is_probe(), "a probe that arrives ends the ladder");
    events.push(fails("probe", soft(), step(2).plus(180)));
    assert_eq!(answer(&policy, events, step(2).plus(180)), Answer::Stop);
}

#[test]
fn sympa_scores_by_what_was_sent() {
    let policy = Sympa::default();
    let sent = |d: i64| Event::sent(kijitora(), Some(&format!("m{d}")), at(d).plus(-HOUR));
    let half = |n: i64| with(Reason::UserUnknown, |f| f.status = if n == 5 { "5.1.1" } else { "4.2.2" }.parse().ok());
    let run = |n: i64, class: i64| row(&half(class), &days(n)).into_iter().chain((0..n).map(sent)).collect::<Vec<_>>();
    assert_eq!(answer(&policy, run(74, 5), at(74)), Answer::Send, "74 of 74");
    assert!(decide(&policy, run(74, 5), at(74)).advice().contains(&Advice::ReachAnotherWay), "level 1 notifies");
    assert_eq!(answer(&policy, run(75, 5), at(75)), Answer::Stop, "75 of 75");
    assert_eq!(answer(&policy, run(100, 4), at(100)), Answer::Send, "4.x.x is half");
    assert_eq!(answer(&policy, run(150, 4), at(150)), Answer::Stop);
    let mut diluted = run(100, 5);
    diluted.extend((0..100).map(|d| Event::sent(kijitora(), Some(&format!("ok{d}")), at(d))));
    assert_eq!(answer(&policy, diluted, at(100)), Answer::Send, "100 x 100 / 199 = 50");
    assert_eq!(answer(&policy, run(9, 5), at(30)), Answer::Send, "fewer than ten have no score");
    let mut expired = run(80, 5);
    expired.push(sent(95));
    assert_eq!(answer(&policy, expired, at(96)), Answer::Send, "no bounce for 10 days after a distribution");
}

#[test]
fn pmta_has_a_threshold_for_each_category() {
    let policy = PowerMta::default();
    for (reason, threshold) in [
        (Reason::UserUnknown, 1),
        (Reason::MailboxDisabled, 1),
        (Reason::HostUnknown, 1),
        (Reason::NetworkError, 3),
        (Reason::MailboxFull, 3),
        (Reason::DnsFailure, 4),
        (Reason::MailLoop, 4),
    ] {
        assert_eq!(answer(&policy, row(&failure(reason), &days(threshold)), at(threshold)), Answer::Stop, "{reason}");
        assert_eq!(answer(&policy, row(&failure(reason), &days(threshold - 1)), at(9)), Answer::Send, "{reason}");
    }
    let theirs = with(Reason::RelayDenied, |f| f.fault = Fault::Destination);
    assert_eq!(answer(&policy, row(&theirs, &days(4)), at(4)), Answer::Stop);
    for never in [Reason::Expired, Reason::Undetermined, Reason::SystemError, Reason::RecipientRestricted] {
        assert_eq!(answer(&policy, row(&failure(never), &days(300)), at(300)), Answer::Send, "{never}");
    }
    let mut broken = row(&soft(), &[0, 1, 3]);
    broken.push(delivered(at(2)));
    assert_eq!(answer(&policy, broken.clone(), at(3)), Answer::Send);
    let mut cumulative = policy;
    cumulative.reset_on_delivery = false;
    assert_eq!(answer(&cumulative, broken, at(3)), Answer::Stop);
}

#[test]
fn own_rules_come_first_and_the_first_that_fits_decides() {
    let never = PolicyRule::new("own/never", Threshold::never()).reason(Reason::UserUnknown).domain("example.jp");
    let two = PolicyRule::new("own/two", Threshold::new(2, DAY, Then::Stop))
        .reason(Reason::MailboxFull)
        .advise(Advice::ReachAnotherWay);
    let policy = Rules::before(Standard::default()).rule(never).rule(two);
    assert_eq!(answer(&policy, row(&hard(), &days(9)), at(9)), Answer::Send, "ours to ignore");
    let decision = decide(&policy, row(&soft(), &[0, 1]), at(1));
    assert_eq!((decision.answer(), decision.why()[0].rule.as_ref()), (Answer::Stop, "own/two"));
    assert_eq!(answer(&policy, row(&failure(Reason::HasMoved), &[0]), at(0)), Answer::Stop, "the rest is the base's");
    let sub = PolicyRule::new("own/sub", Threshold::never()).domain("jp");
    assert_eq!(
        answer(&Rules::before(Standard::default()).rule(sub), row(&hard(), &[0]), at(0)),
        Answer::Send,
        "below it"
    );
    let other = PolicyRule::new("own/other", Threshold::never()).domain("ample.jp");
    assert_eq!(answer(&Rules::before(Standard::default()).rule(other), row(&hard(), &[0]), at(0)), Answer::Stop);
}

#[test]
fn own_rules_look_at_detail_fault_and_trust() {
    let stop = || Threshold::new(1, 0, Then::Stop);
    let rules = |rule: PolicyRule| Rules::before(Standard::default()).rule(rule);
    let soft = soft();
    let by_fault = rules(PolicyRule::new("own/fault", stop()).fault(Fault::Recipient));
    assert_eq!(answer(&by_fault, row(&soft, &[0]), at(0)), Answer::Stop);
    let by_detail = rules(PolicyRule::new("own/detail", stop()).detail(Detail::Filter));
    assert_eq!(answer(&by_detail, row(&soft, &[0]), at(0)), Answer::Send);
    let by_trust = rules(PolicyRule::new("own/trust", stop()).trust(Trust::Correlated));
    assert_eq!(answer(&by_trust, row(&soft, &[0]), at(0)), Answer::Send);
    let signed = with(Reason::MailboxFull, |f| f.trust = Trust::Signed);
    assert_eq!(answer(&by_trust, row(&signed, &[0]), at(0)), Answer::Stop);
}
