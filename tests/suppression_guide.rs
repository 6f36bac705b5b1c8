//! The operator's table, row by row: the preset `guide` does what it says, and no more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use mailbounce::suppression::{Advice, Answer, Guide, SuppressionPolicy};
use mailbounce::{Attribution, Fault, FeedbackType, Persistence, Reason};
use suppression_util::*;

fn guide() -> Guide {
    Guide::default()
}

#[test]
fn destination_host_not_found_stops_after_two_in_a_row() {
    let gone = failure(Reason::HostUnknown);
    assert_eq!(answer(&guide(), row(&gone, &[0]), at(1)), Answer::Send);
    assert_eq!(answer(&guide(), row(&gone, &[0, 1]), at(1)), Answer::Stop);
}

#[test]
fn destination_host_not_found_stops_at_once_or_after_three_where_told_so() {
    let gone = failure(Reason::HostUnknown);
    let mut guide = guide();
    guide.host_unknown = 1;
    assert_eq!(answer(&guide, row(&gone, &[0]), at(0)), Answer::Stop);
    guide.host_unknown = 3;
    assert_eq!(answer(&guide, row(&gone, &[0, 1]), at(1)), Answer::Send);
    assert_eq!(answer(&guide, row(&gone, &[0, 1, 2]), at(2)), Answer::Stop);
}

#[test]
fn name_server_timeout_stops_after_three_in_a_row() {
    let timeout = failure(Reason::DnsFailure);
    assert_eq!(answer(&guide(), row(&timeout, &[0, 1]), at(1)), Answer::Send);
    assert_eq!(answer(&guide(), row(&timeout, &[0, 1, 2]), at(2)), Answer::Stop);
    let mut two = guide();
    two.dns_failure = 2;
    assert_eq!(answer(&two, row(&timeout, &[0, 1]), at(1)), Answer::Stop);
}

#[test]
fn in_a_row_means_without_a_delivery_between() {
    for reason in [Reason::HostUnknown, Reason::DnsFailure] {
        let events = row(&failure(reason), &[0, 1, 3, 4]);
        let mut broken = events.clone();
        broken.push(delivered(at(2)));
        let mut guide = guide();
        (guide.host_unknown, guide.dns_failure) = (3, 3);
        assert_eq!(answer(&guide, events, at(4)), Answer::Stop, "{reason}");
        assert_eq!(answer(&guide, broken, at(4)), Answer::Send, "{reason}");
    }
}

#[test]
fn in_a_row_counts_messages_not_reports() {
    let gone = failure(Reason::HostUnknown);
    let twice = [
        fails("m", gone.clone(), at(0)),
        fails("m", with(Reason::HostUnknown, |f| f.status = "5.1.2".parse().ok()), at(1)),
    ];
    assert_eq!(answer(&guide(), twice, at(1)), Answer::Send);
}

#[test]
fn refusals_never_stop_and_say_what_to_do() {
    for (reason, advice) in [
        (Reason::RateLimited, Advice::SlowDown),
        (Reason::IpBlocked, Advice::DelistIp),
        (Reason::DomainBlocked, Advice::DelistDomain),
        (Reason::AuthFailure, Advice::FixAuthentication),
        (Reason::SpamContent, Advice::FixContent),
        (Reason::PtrMissing, Advice::FixReverseDns),
    ] {
        let events = row(&failure(reason), &(0..100).collect::<Vec<_>>());
        let decision = decide(&guide(), events, at(100));
        assert_eq!(decision.answer(), Answer::Send, "{reason}");
        assert!(decision.advice().contains(&advice), "{reason}: {:?}", decision.advice());
    }
}

#[test]
fn an_account_that_does_not_exist_stops_at_once() {
    for unknown in [
        failure(Reason::UserUnknown),
        failure(Reason::HasMoved),
        with(Reason::MailboxDisabled, |f| f.persistence = Persistence::Permanent),
    ] {
        let decision = decide(&guide(), row(&unknown, &[0]), at(0));
        assert_eq!(decision.answer(), Answer::Stop, "{}", unknown.reason);
        assert_eq!(decision.why()[0].rule, "guide/user-unknown");
    }
}

#[test]
fn a_full_mailbox_three_times_in_a_row_is_reached_another_way() {
    let full = failure(Reason::MailboxFull);
    assert_eq!(answer(&guide(), row(&full, &[0, 1]), at(1)), Answer::Send);
    let decision = decide(&guide(), row(&full, &[0, 1, 2]), at(2));
    assert_eq!(decision.answer(), Answer::Hold);
    assert!(decision.advice().contains(&Advice::ReachAnotherWay));
    // It is never a stop, however often.
    let events = row(&full, &(0..60).collect::<Vec<_>>());
    assert_eq!(answer(&guide(), events.clone(), at(60)), Answer::Hold);
    let probe = decide(&guide(), events, at(59 + 31));
    assert!(probe.may_send() && probe.is_probe());
}

#[test]
fn once_mail_arrives_again_only_the_log_is_deleted() {
    let mut events = row(&failure(Reason::MailboxFull), &[0, 1, 2]);
    events.push(delivered(at(3)));
    assert_eq!(answer(&guide(), events.clone(), at(3)), Answer::Send);
    // And the row begins anew.
    events.extend(row(&failure(Reason::MailboxFull), &[4, 5]));
    assert_eq!(answer(&guide(), events.clone(), at(5)), Answer::Send);
    events.extend(row(&failure(Reason::MailboxFull), &[6]));
    assert_eq!(answer(&guide(), events, at(6)), Answer::Hold);
}

#[test]
fn a_dead_forwarding_target_is_booked_on_the_registered_address() {
    // The registered address is what was mailed to; the event is booked on it and treated by its cause.
    let forwarded = with(Reason::UserUnknown, |f| {
        f.forwarded = true;
        f.attribution = Attribution::Verp;
    });
    let mut report = bounce("kijitora@example.jp", "m", &forwarded);
    report.recipients[0].final_recipient = Some("target@example.com".into());
    let events = report.events(at(0));
    assert_eq!(events[0].recipient(), &kijitora());
    let decision = guide().decide(&history(events), &Default::default(), at(0));
    assert_eq!(decision.answer(), Answer::Stop);
    assert!(decision.advice().contains(&Advice::RemoveForwarding));
}

#[test]
fn what_the_guide_does_not_name_never_stops() {
    for reason in Reason::ALL {
        let named = [
            Reason::HostUnknown,
            Reason::DnsFailure,
            Reason::UserUnknown,
            Reason::MailboxFull,
            Reason::HasMoved,
            Reason::MailboxDisabled,
        ];
        if !named.contains(reason) {
            let events = row(&failure(*reason), &(0..50).collect::<Vec<_>>());
            assert_eq!(answer(&guide(), events, at(50)), Answer::Send, "{reason}");
        }
    }
}

#[test]
fn the_senders_fault_never_stops_whatever_it_is_called() {
    for reason in Reason::ALL {
        for fault in [Fault::Sender, Fault::Message] {
            let events = row(&with(*reason, |f| f.fault = fault), &(0..50).collect::<Vec<_>>());
            assert_eq!(answer(&guide(), events, at(50)), Answer::Send, "{reason} {fault}");
        }
    }
}

#[test]
fn a_complaint_stops_unless_told_otherwise() {
    let events = complaint("kijitora@example.jp", FeedbackType::Abuse).events(at(0));
    assert_eq!(answer(&guide(), events.clone(), at(0)), Answer::Stop);
    let mut guide = guide();
    guide.complaint = false;
    assert_eq!(answer(&guide, events, at(0)), Answer::Send);
}
