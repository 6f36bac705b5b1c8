//! The table of `standard`, row by row, each with its counter-examples.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use std::sync::Arc;

use mailbounce::suppression::{
    Advice, Answer, Event, Failure, History, Place, Scope, Standard, SuppressionPolicy, Surroundings, Window,
};
use mailbounce::{
    Attribution, Confidence, Detail, Fault, FeedbackType, Persistence, Reason, ReplyCode, Timestamp, Trust,
};
use suppression_util::*;

fn standard() -> Standard {
    Standard::default()
}

/// The row is reached on the last of these days and not on the one before; `then` is the answer at once.
#[track_caller]
fn reached_by(failure: &Failure, days: &[i64], then: Answer, rule: &str) {
    let last = *days.last().unwrap();
    let before = row(failure, &days[..days.len() - 1]);
    assert_ne!(answer(&standard(), before, at(last)), then, "one less is not enough");
    let decision = decide(&standard(), row(failure, days), at(last));
    assert_eq!(decision.answer(), then, "{decision}");
    assert!(decision.why().iter().any(|w| w.rule == rule), "{decision}");
    counter_examples(failure, days, then);
}

/// Three bounces within an hour, the same messages reported twice, a delivery in between, and a 250 that no bounce followed.
#[track_caller]
fn counter_examples(failure: &Failure, days: &[i64], then: Answer) {
    if days.len() < 2 {
        return;
    }
    let last = *days.last().unwrap();
    let burst: Vec<Event> =
        (0..days.len() as i64).map(|i| fails(&format!("burst{i}"), failure.clone(), at(last).plus(i * 900))).collect();
    assert_ne!(answer(&standard(), burst, at(last + 1)), then, "a burst counts once");
    let one: Vec<Event> = days.iter().map(|d| fails("one", failure.clone(), at(*d))).collect();
    assert_ne!(answer(&standard(), one, at(last)), then, "one message counts once");
    let mut broken = row(failure, days);
    broken.push(delivered(at(last).plus(-HOUR)));
    assert_ne!(answer(&standard(), broken, at(last)), then, "a delivery in between");
    let mut accepted_between = row(failure, days);
    accepted_between.push(accepted("fine", at(last).plus(-HOUR)));
    let settled = at(last).plus(8 * DAY);
    assert_ne!(answer(&standard(), accepted_between.clone(), settled), then, "a 250 in between, settled");
    // The same 250, followed by its own bounce, is no delivery.
    let mut undone = accepted_between;
    undone.push(fails("fine", with(Reason::SpamContent, |_| ()), at(last).plus(-HOUR / 2)));
    assert_eq!(answer(&standard(), undone, at(last).plus(6 * DAY)), then, "a 250 that bounced");
}

#[test]
fn user_unknown_sure_stops_at_once() {
    reached_by(&failure(Reason::UserUnknown), &[0], Answer::Stop, "standard/user-unknown");
}

#[test]
fn user_unknown_of_low_confidence_takes_two_over_a_day() {
    for confidence in [Confidence::Medium, Confidence::Low] {
        let unsure = with(Reason::UserUnknown, |f| f.confidence = confidence);
        reached_by(&unsure, &[0, 1], Answer::Stop, "standard/user-unknown-unsure");
    }
}

#[test]
fn user_unknown_of_class_4_takes_three_over_a_week() {
    let transient = with(Reason::UserUnknown, |f| f.persistence = Persistence::Transient);
    reached_by(&transient, &[0, 3, 7], Answer::Stop, "standard/user-unknown-transient");
    assert_eq!(answer(&standard(), row(&transient, &[0, 1, 2, 3]), at(3)), Answer::Send);
}

#[test]
fn user_unknown_soon_after_a_delivery_takes_two() {
    let unknown = failure(Reason::UserUnknown);
    for living in [delivered(at(0)), accepted("old", at(0))] {
        let one = [living.clone(), fails("m", unknown.clone(), at(20))];
        assert_eq!(answer(&standard(), one, at(20)), Answer::Send, "they have said so of living ones");
        let mut two = row(&unknown, &[20, 21]);
        two.push(living.clone());
        assert_eq!(answer(&standard(), two, at(21)), Answer::Stop);
        let late = [living, fails("m", unknown.clone(), at(31))];
        assert_eq!(answer(&standard(), late, at(31)), Answer::Stop, "31 days ago is too long ago");
    }
    let fresh = [accepted("fresh", at(0)), fails("m", unknown, at(3))];
    assert_eq!(answer(&standard(), fresh, at(3)), Answer::Stop, "a 250 that has not settled is no delivery");
}

#[test]
fn user_unknown_that_may_be_a_filter_takes_two_over_a_week() {
    let filter = detail(Reason::UserUnknown, Detail::MaybeFilter);
    reached_by(&filter, &[0, 7], Answer::Stop, "standard/user-unknown-or-filter");
    assert_eq!(answer(&standard(), row(&filter, &[0, 1, 2, 5]), at(5)), Answer::Send);
    assert!(decide(&standard(), row(&filter, &[0, 7]), at(7)).advice().contains(&Advice::PermitOurDomain));
}

#[test]
fn has_moved_stops_at_once_and_asks() {
    reached_by(&failure(Reason::HasMoved), &[0], Answer::Stop, "standard/has-moved");
    assert!(
        decide(&standard(), row(&failure(Reason::HasMoved), &[0]), at(0)).advice().contains(&Advice::AskNewAddress)
    );
}

#[test]
fn mailbox_disabled_for_good_takes_two_otherwise_it_holds() {
    let permanent = failure(Reason::MailboxDisabled);
    reached_by(&permanent, &[0, 1], Answer::Stop, "standard/mailbox-disabled");
    let transient = with(Reason::MailboxDisabled, |f| f.persistence = Persistence::Transient);
    reached_by(&transient, &[0, 7, 14], Answer::Hold, "standard/mailbox-disabled-transient");
}

#[test]
fn host_unknown_takes_two_over_a_day_null_mx_one() {
    reached_by(&failure(Reason::HostUnknown), &[0, 1], Answer::Stop, "standard/host-unknown");
    reached_by(&detail(Reason::HostUnknown, Detail::NullMx), &[0], Answer::Stop, "standard/null-mx");
}

#[test]
fn dns_failure_holds_and_the_third_hold_is_a_stop() {
    let dns = failure(Reason::DnsFailure);
    reached_by(&dns, &[0, 1, 3], Answer::Hold, "standard/dns-failure");
    let probe = decide(&standard(), row(&dns, &[0, 1, 3]), at(3 + 15));
    assert!(probe.may_send() && probe.is_probe(), "{probe}");
    assert_eq!(answer(&standard(), row(&dns, &[0, 1, 3, 18]), at(19)), Answer::Hold);
    assert_eq!(answer(&standard(), row(&dns, &[0, 1, 3, 18, 33]), at(33)), Answer::Stop);
}

#[test]
fn destination_trouble_takes_five_over_two_weeks_of_any_of_its_causes() {
    use Reason as R;
    for reason in [R::NetworkError, R::Expired, R::TlsFailure, R::SystemError, R::SystemFull] {
        reached_by(&failure(reason), &[0, 3, 6, 9, 14], Answer::Hold, "standard/destination");
    }
    let causes = [R::NetworkError, R::Expired, R::TlsFailure, R::SystemError, R::SystemFull];
    let mixed = causes.iter().zip([0, 3, 6, 9, 14]).map(|(r, d)| fails(&format!("m{d}"), failure(*r), at(d)));
    assert_eq!(answer(&standard(), mixed, at(14)), Answer::Hold, "together");
    let ladder = [0, 3, 6, 9, 14, 45, 76];
    assert_eq!(answer(&standard(), row(&failure(R::Expired), &ladder), at(76)), Answer::Stop, "the third hold");
}

#[test]
fn an_expiry_counts_as_what_was_last_said() {
    let full = detail(Reason::Expired, Detail::MailboxFull);
    reached_by(&full, &[0, 3, 7], Answer::Hold, "standard/mailbox-full");
    for never in [Detail::Greylisted, Detail::RateLimited] {
        let events = row(&detail(Reason::Expired, never), &(0..60).collect::<Vec<_>>());
        assert_ne!(answer(&standard(), events.clone(), at(60)), Answer::Stop);
        assert_ne!(answer(&standard(), events, at(60)), Answer::Hold);
    }
}

#[test]
fn loops_and_relaying_of_theirs_hold() {
    reached_by(&failure(Reason::MailLoop), &[0, 3, 7], Answer::Hold, "standard/routing");
    let theirs = with(Reason::RelayDenied, |f| f.fault = Fault::Destination);
    reached_by(&theirs, &[0, 3, 7], Answer::Hold, "standard/routing");
}

#[test]
fn a_full_mailbox_is_held_and_three_failed_probes_are_a_stop() {
    let full = failure(Reason::MailboxFull);
    reached_by(&full, &[0, 3, 7], Answer::Hold, "standard/mailbox-full");
    let decision = decide(&standard(), row(&full, &[0, 3, 7]), at(8));
    assert_eq!(decision.until(), Some(at(37)));
    assert!(decision.advice().contains(&Advice::ReachAnotherWay));
    assert!(decide(&standard(), row(&full, &[0, 3, 7]), at(37)).is_probe());
    assert_eq!(answer(&standard(), row(&full, &[0, 3, 7, 38, 69]), at(69)), Answer::Hold, "two failed probes");
    assert_eq!(answer(&standard(), row(&full, &[0, 3, 7, 38, 69, 100]), at(100)), Answer::Stop, "three");
    let mut good = row(&full, &[0, 3, 7]);
    good.push(delivered(at(38)));
    let decision = decide(&standard(), good, at(39));
    assert!(decision.may_send() && !decision.is_probe() && decision.why().is_empty(), "the log is deleted");
}

#[test]
fn late_reports_during_a_hold_do_not_lengthen_it() {
    let full = failure(Reason::MailboxFull);
    let decision = decide(&standard(), row(&full, &[0, 3, 7, 8, 9, 20]), at(21));
    assert_eq!(decision.until(), Some(at(37)));
}

#[test]
fn a_probe_is_awaited_where_its_sending_is_known() {
    let mut events = row(&failure(Reason::MailboxFull), &[0, 3, 7]);
    events.push(Event::sent(kijitora(), Some("probe"), at(38)));
    let decision = decide(&standard(), events.clone(), at(40));
    assert_eq!((decision.answer(), decision.until()), (Answer::Later, Some(at(45))));
    events.push(accepted("probe", at(38)));
    let decision = decide(&standard(), events, at(46));
    assert!(decision.may_send() && decision.why().is_empty(), "accepted and nothing came back: {decision}");
}

#[test]
fn restricted_recipients() {
    for closed in [
        failure(Reason::RecipientRestricted),
        detail(Reason::RecipientRestricted, Detail::Filter),
        detail(Reason::RecipientRestricted, Detail::Closed),
    ] {
        reached_by(&closed, &[0, 7, 14], Answer::Stop, "standard/restricted");
    }
    let blocked = detail(Reason::RecipientRestricted, Detail::BlockedByUser);
    reached_by(&blocked, &[0, 1], Answer::Stop, "standard/blocked-by-user");
    let challenge = row(&detail(Reason::RecipientRestricted, Detail::Challenge), &(0..100).collect::<Vec<_>>());
    assert_eq!(answer(&standard(), challenge, at(100)), Answer::Send);
}

#[test]
fn forwarded_failures_count_only_where_the_address_is_proved() {
    let forwarded = |attribution| {
        with(Reason::UserUnknown, |f| {
            f.forwarded = true;
            f.attribution = attribution;
        })
    };
    reached_by(&forwarded(Attribution::Verp), &[0, 3, 7], Answer::Hold, "standard/forwarded");
    let decision = decide(&standard(), row(&forwarded(Attribution::Verp), &[0, 3, 7]), at(7));
    assert!(decision.advice().contains(&Advice::RemoveForwarding));
    let every_day: Vec<i64> = (0..100).collect();
    assert_eq!(answer(&standard(), row(&forwarded(Attribution::Text), &every_day), at(100)), Answer::Send);
    let blocked = with(Reason::IpBlocked, |f| {
        f.forwarded = true;
        f.attribution = Attribution::Verp;
    });
    assert_ne!(answer(&standard(), row(&blocked, &every_day), at(100)), Answer::Hold, "the forwarder's trouble");
}

#[test]
fn undetermined_counts_only_with_class_5_at_rcpt() {
    let at_rcpt = with(Reason::Undetermined, class_5_at_rcpt);
    reached_by(&at_rcpt, &[0, 8, 16, 24, 30], Answer::Hold, "standard/undetermined");
    let every_day: Vec<i64> = (0..100).collect();
    for other in [
        failure(Reason::Undetermined),
        with(Reason::Undetermined, |f| {
            class_5_at_rcpt(f);
            f.command = Some(mailbounce::SmtpCommand::EndOfData);
        }),
        with(Reason::Undetermined, |f| {
            class_5_at_rcpt(f);
            f.reply = ReplyCode::new(450);
        }),
    ] {
        assert_eq!(answer(&standard(), row(&other, &every_day), at(100)), Answer::Send);
    }
}

#[test]
fn what_is_the_senders_fault_never_stops() {
    let every_day: Vec<i64> = (0..200).collect();
    for reason in Reason::ALL {
        for fault in [Fault::Sender, Fault::Message] {
            let events = row(&with(*reason, |f| f.fault = fault), &every_day);
            let decision = decide(&standard(), events, at(201));
            assert!(matches!(decision.answer(), Answer::Send | Answer::Later), "{reason} {fault}: {decision}");
        }
    }
    use Reason as R;
    for reason in [
        R::RateLimited,
        R::IpBlocked,
        R::DomainBlocked,
        R::PtrMissing,
        R::AuthFailure,
        R::SenderRejected,
        R::SpamContent,
        R::VirusDetected,
        R::ContentRejected,
        R::MessageTooLarge,
        R::PolicyRejected,
        R::ProtocolError,
        R::Greylisted,
        R::Suppressed,
    ] {
        let decision = decide(&standard(), row(&failure(reason), &[0]), START.plus(60));
        assert_eq!((decision.answer(), decision.scope()), (Answer::Later, Scope::Provider), "{reason}");
        assert!(!decision.advice().is_empty(), "{reason} needs advice");
        let later = decide(&standard(), row(&failure(reason), &[0]), at(1));
        assert!(later.may_send() && !later.advice().is_empty(), "{reason}: the advice stays for a week");
        assert!(decide(&standard(), row(&failure(reason), &[0]), at(8)).advice().is_empty());
    }
}

#[test]
fn delays_double_up_to_four_hours() {
    let busy = failure(Reason::RateLimited);
    let mut events = Vec::new();
    for (i, minutes) in [15, 30, 60, 120, 240, 240, 240].into_iter().enumerate() {
        let when = hours(i as i64);
        events.push(fails(&format!("m{i}"), busy.clone(), when));
        let decision = decide(&standard(), events.clone(), when);
        assert_eq!(decision.until(), Some(when.plus(minutes * 60)), "refusal {i}");
    }
    events.push(fails("later", busy, at(3)));
    assert_eq!(decide(&standard(), events, at(3)).until(), Some(at(3).plus(900)), "a day of peace and it begins anew");
}

#[test]
fn complaints_stop_until_lifted_by_hand() {
    for kind in [FeedbackType::Abuse, FeedbackType::Fraud, FeedbackType::OptOut] {
        let mut events = complaint("kijitora@example.jp", kind).events(at(0));
        assert_eq!(answer(&standard(), events.clone(), at(0)), Answer::Stop, "{kind}");
        events.push(delivered(at(10)));
        assert_eq!(
            answer(&standard(), events.clone(), at(4000)),
            Answer::Stop,
            "{kind}: no delivery and no time lifts it"
        );
        events.push(Event::released(kijitora(), "asked for it again", "support", at(20)));
        assert_eq!(answer(&standard(), events, at(20)), Answer::Send, "{kind}");
    }
    for kind in [FeedbackType::NotSpam, FeedbackType::AuthFailure, FeedbackType::Virus, FeedbackType::Other] {
        let events = complaint("kijitora@example.jp", kind).events(at(0));
        assert_eq!(answer(&standard(), events, at(0)), Answer::Send, "{kind} asks for no silence");
    }
}

#[test]
fn a_services_own_list_stops_only_for_complaints() {
    for listed in [Detail::Complaint, Detail::Unsubscription] {
        let events = row(&detail(Reason::Suppressed, listed), &[0]);
        assert_eq!(answer(&standard(), events, at(0)), Answer::Stop);
    }
    let every_day: Vec<i64> = (0..100).collect();
    for listed in [failure(Reason::Suppressed), detail(Reason::Suppressed, Detail::Bounce)] {
        let decision = decide(&standard(), row(&listed, &every_day), at(101));
        assert!(decision.may_send() && decision.advice().contains(&Advice::ReviewServiceList));
    }
}

#[test]
fn by_hand_goes_before_all() {
    let stop = Event::stopped(kijitora(), "asked", "support", at(1));
    let release = Event::released(kijitora(), "asked", "support", at(2));
    assert_eq!(answer(&standard(), [stop.clone(), delivered(at(5))], at(9)), Answer::Stop);
    let mut events = row(&failure(Reason::UserUnknown), &[0]);
    events.extend([stop.clone(), release.clone()]);
    assert_eq!(answer(&standard(), events.clone(), at(2)), Answer::Send);
    events.push(fails("again", failure(Reason::UserUnknown), at(3)));
    assert_eq!(answer(&standard(), events, at(3)), Answer::Stop, "what came after the release counts");
    let same_second = [stop, Event::released(kijitora(), "asked", "support", at(1))];
    assert_eq!(answer(&standard(), same_second, at(2)), Answer::Stop, "on the same second the stop wins");
}

#[test]
fn a_monthly_senders_row_is_not_stale() {
    let monthly: Vec<i64> = (0..5).map(|i| i * 30).collect();
    let expired = failure(Reason::Expired);
    assert_eq!(answer(&standard(), row(&expired, &monthly), at(120)), Answer::Hold);
    let mut yearly = standard();
    let years: Vec<i64> = (0..5).map(|i| i * 365).collect();
    assert_eq!(answer(&yearly, row(&expired, &years), at(4 * 365)), Answer::Send, "each begins a new row");
    yearly.expected_interval = 365 * DAY;
    assert_eq!(answer(&yearly, row(&expired, &years), at(4 * 365)), Answer::Hold);
}

#[test]
fn a_daily_senders_bounces_may_come_a_little_early() {
    let full = failure(Reason::MailboxFull);
    let daily = (0..8).map(|d| fails(&format!("m{d}"), full.clone(), at(d).plus(-d * 120)));
    assert_eq!(answer(&standard(), daily, at(8)), Answer::Hold);
}

#[test]
fn a_stale_row_ends() {
    let full = failure(Reason::MailboxFull);
    let events = row(&full, &[0, 3, 200, 203]);
    assert_eq!(answer(&standard(), events, at(203)), Answer::Send);
}

#[test]
fn silence_weakens_what_passes_but_not_what_is_dead() {
    let sent = |d: i64| Event::sent(kijitora(), Some(&format!("quiet{d}")), at(d));
    let mut full = row(&failure(Reason::MailboxFull), &[0, 3, 7]);
    full.extend([8, 9, 10].map(sent));
    assert_eq!(answer(&standard(), full.clone(), at(12)), Answer::Hold, "silence must be a week old");
    assert_eq!(answer(&standard(), full, at(18)), Answer::Send);
    let mut dead = row(&failure(Reason::UserUnknown), &[0]);
    dead.extend([8, 9, 10].map(sent));
    assert_eq!(answer(&standard(), dead, at(18)), Answer::Stop);
}

#[test]
fn an_event_from_the_future_counts_as_one_of_now() {
    let events = row(&failure(Reason::UserUnknown), &[10_000]);
    assert_eq!(answer(&standard(), events, at(0)), Answer::Stop);
}

#[test]
fn role_addresses_are_stopped_by_hand_only() {
    for name in ["postmaster@example.jp", "Abuse@example.jp"] {
        let mut history = History::new(mailbox(name));
        history.merge(Event::failure(mailbox(name), Some("m"), failure(Reason::UserUnknown), at(0)));
        assert_eq!(standard().decide(&history, &Surroundings::default(), at(0)).answer(), Answer::Send);
        history.merge(Event::stopped(mailbox(name), "ours", "us", at(0)));
        assert_eq!(standard().decide(&history, &Surroundings::default(), at(0)).answer(), Answer::Stop);
    }
}

#[test]
fn under_the_strict_option_what_anybody_could_write_changes_nothing() {
    let mut strict = standard();
    strict.trust = Trust::Correlated;
    let unknown = failure(Reason::UserUnknown);
    assert_eq!(answer(&strict, row(&unknown, &[0, 1, 2, 30]), at(30)), Answer::Send);
    let forged = complaint("kijitora@example.jp", FeedbackType::Abuse).events(at(0));
    assert_eq!(answer(&strict, forged, at(0)), Answer::Send);
    // A forged success does not free, a forged bounce does not undo what was accepted.
    let signed = with(Reason::MailboxFull, |f| f.trust = Trust::Signed);
    let mut held = row(&signed, &[0, 3, 7]);
    held.push(Event::delivered(kijitora(), None, Trust::Unverified, at(8)));
    assert_eq!(answer(&strict, held.clone(), at(9)), Answer::Hold);
    held.push(accepted("fine", at(8)));
    held.push(fails("fine", unknown, at(9)));
    assert_eq!(answer(&strict, held, at(20)), Answer::Send);
    let enough = with(Reason::UserUnknown, |f| f.trust = Trust::Correlated);
    assert_eq!(answer(&strict, row(&enough, &[0]), at(0)), Answer::Stop);
}

#[test]
fn a_domain_answers_for_all_where_several_addresses_confirm_it() {
    let list = list();
    for (name, day) in [("a", 0), ("b", 0), ("c", 1)] {
        let to = format!("{name}@gone.example");
        list.observe(&bounce(&to, &format!("m{day}"), &failure(Reason::HostUnknown)), at(day)).unwrap();
    }
    let fresh = mailbox("never-mailed@gone.example");
    let decision = list.may_send(&fresh, at(2)).unwrap();
    assert_eq!((decision.answer(), decision.scope()), (Answer::Hold, Scope::Domain));
    assert_eq!(decision.until(), Some(at(31)));
    assert!(list.may_send(&fresh, at(31)).unwrap().may_send(), "then it is looked at again");
    assert!(list.may_send(&mailbox("x@other.example"), at(2)).unwrap().may_send());
    list.delivered(&fresh, at(3)).unwrap();
    assert!(list.may_send(&fresh, at(4)).unwrap().may_send(), "who is reached lives");
}

#[test]
fn a_domain_does_not_answer_for_all_too_easily() {
    let fill = |reason: Reason, days: [i64; 3]| {
        let list = list().known_provider(|m| m.domain() == "gmail.com");
        for domain in ["gone.example", "gmail.com"] {
            for (name, day) in ["a", "b", "c"].iter().zip(days) {
                let to = format!("{name}@{domain}");
                list.observe(&bounce(&to, &format!("m{day}"), &failure(reason)), at(day)).unwrap();
            }
        }
        list
    };
    let may = |list: &mailbounce::suppression::SuppressionList<_>, to: &str| {
        list.may_send(&mailbox(to), at(2)).unwrap().may_send()
    };
    assert!(!may(&fill(Reason::HostUnknown, [0, 0, 1]), "x@gone.example"));
    assert!(may(&fill(Reason::HostUnknown, [0, 0, 1]), "x@gmail.com"), "a known provider exists");
    assert!(may(&fill(Reason::HostUnknown, [0, 0, 0]), "x@gone.example"), "not within a day");
    assert!(may(&fill(Reason::DnsFailure, [0, 0, 1]), "x@gone.example"), "a name server that is away is no proof");
}

#[test]
fn a_provider_that_slows_us_down_slows_all_its_mailboxes() {
    let list = list().provider(|m| m.domain().ends_with("example.jp").then(|| "carrier.example".to_owned()));
    list.observe(&bounce("a@example.jp", "m", &failure(Reason::RateLimited)), at(0)).unwrap();
    let decision = list.may_send(&mailbox("b@mobile.example.jp"), START.plus(60)).unwrap();
    assert_eq!(
        (decision.answer(), decision.scope(), decision.until()),
        (Answer::Later, Scope::Provider, Some(START.plus(900)))
    );
    assert!(decision.advice().contains(&Advice::SlowDown));
    assert!(list.may_send(&mailbox("b@elsewhere.example"), START.plus(60)).unwrap().may_send());
}

#[test]
fn a_delay_report_slows_the_provider_and_books_nothing() {
    let list = list();
    let mut delay = bounce("a@example.jp", "m", &failure(Reason::RateLimited));
    delay.kind = mailbounce::Kind::Delay;
    delay.recipients[0].outcome = mailbounce::Outcome::Delayed;
    let observed = list.observe(&delay, at(0)).unwrap();
    assert!(observed.booked.is_empty());
    assert_eq!(list.may_send(&mailbox("b@example.jp"), START.plus(60)).unwrap().answer(), Answer::Later);
    assert!(list.explain(&mailbox("a@example.jp"), at(1)).unwrap().chapters.is_empty());
}

#[test]
fn a_window_takes_failures_out_of_the_count_and_nothing_else() {
    let window = Window::new(Reason::UserUnknown, Place::Provider, "example.jp", at(0), at(1));
    let surroundings = Surroundings::default().with_windows(vec![window]);
    let decide = |events: Vec<Event>| standard().decide(&history(events), &surroundings, at(2)).answer();
    assert_eq!(decide(row(&failure(Reason::UserUnknown), &[0])), Answer::Send);
    assert_eq!(decide(row(&failure(Reason::UserUnknown), &[1])), Answer::Stop, "the end is outside");
    assert_eq!(decide(row(&failure(Reason::HasMoved), &[0])), Answer::Stop, "another cause");
    assert_eq!(decide(complaint("kijitora@example.jp", FeedbackType::Abuse).events(at(0))), Answer::Stop);
    assert_eq!(decide(vec![Event::stopped(kijitora(), "asked", "us", at(0))]), Answer::Stop);
}

#[test]
fn the_date_header_of_a_bounce_changes_nothing() {
    // All that a mail says of time is in `original.date`, `arrival_date` and `last_attempt`: none becomes the time of an event.
    let mut forged = bounce("kijitora@example.jp", "m", &failure(Reason::UserUnknown));
    forged.arrival_date = Some(Timestamp(0));
    forged.recipients[0].last_attempt = Some(at(9999));
    forged.original.as_mut().unwrap().date = Some(at(-9999));
    assert_eq!(forged.events(at(0))[0].at(), at(0));
    let list = list();
    list.release(&kijitora(), "asked", "support", at(1)).unwrap();
    list.observe(&forged, at(0)).unwrap();
    assert!(list.may_send(&kijitora(), at(2)).unwrap().may_send(), "received before the release, whatever it says");
}

#[test]
fn histories_of_other_surroundings_do_not_leak() {
    let surroundings = Surroundings::default().with_domain(Arc::new(History::new(mailbox("*@example.jp"))));
    assert_eq!(standard().decide(&history([]), &surroundings, at(0)).answer(), Answer::Send);
}
