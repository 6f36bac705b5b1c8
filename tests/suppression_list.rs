//! The list over a ledger, and its async twin.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use mailbounce::suppression::{
    Answer, AsyncSuppressionList, Blocking, Decision, Event, Guide, Ledger, MemoryLedger, NotBooked, Scope, Standard,
    SuppressionList, SuppressionPolicy, exchange, replay, spent_by_all,
};
use mailbounce::{
    Attribution, Candidate, Confidence, Detail, Kind, Mailbox, Reason, Reply, ReplyCode, SmtpCommand, SmtpReply, Trust,
    classify_reply,
};
use suppression_util::*;

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}

#[test]
fn from_the_mail_to_the_decision() {
    let list = list();
    let report = bounce("kijitora@example.jp", "m1", &failure(Reason::UserUnknown));
    let observed = list.observe(&report, at(0)).unwrap();
    assert_eq!(observed.booked[0].mailbox, kijitora());
    assert!(observed.not_booked.is_empty() && observed.windows.is_empty());
    assert_eq!(list.may_send(&kijitora(), at(0)).unwrap().answer(), Answer::Stop);
    assert_eq!(list.may_send(&mailbox("KIJITORA@example.jp"), at(0)).unwrap().answer(), Answer::Stop);
    assert!(list.may_send(&mailbox("mike@example.jp"), at(0)).unwrap().may_send());
    list.release(&kijitora(), "it was a typing mistake of ours", "support", at(1)).unwrap();
    assert!(list.may_send(&kijitora(), at(1)).unwrap().may_send());
}

#[test]
fn the_same_mail_twice_is_one_event() {
    let list = list();
    let report = bounce("kijitora@example.jp", "m1", &failure(Reason::MailboxFull));
    let one = list.observe(&report, at(0)).unwrap();
    let two = list.observe(&report, at(5)).unwrap();
    assert_eq!(one, two);
    assert_eq!(list.explain(&kijitora(), at(6)).unwrap().chapters.len(), 1);
}

#[test]
fn filter_keeps_the_order_and_agrees_with_may_send() {
    let list = list();
    let people: Vec<_> = (0..2500).map(|i| mailbox(&format!("user{i}@domain{}.example", i % 7))).collect();
    for (i, to) in people.iter().enumerate().filter(|(i, _)| i % 3 == 0) {
        list.observe(&bounce(to.as_str(), &format!("m{i}"), &failure(Reason::HasMoved)), at(0)).unwrap();
    }
    let decisions = list.filter(&people, at(1)).unwrap();
    assert_eq!(decisions.len(), people.len());
    for (i, (to, decision)) in people.iter().zip(&decisions).enumerate() {
        assert_eq!(decision.may_send(), i % 3 != 0, "{to}");
        assert_eq!(*decision, list.may_send(to, at(1)).unwrap());
    }
    assert!(list.filter(&[], at(1)).unwrap().is_empty());
}

#[test]
fn the_stopped_are_listed_page_by_page() {
    let list = list();
    for i in 0..50 {
        let reason = if i % 2 == 0 { Reason::HasMoved } else { Reason::MailboxFull };
        list.observe(&bounce(&format!("user{i}@example.jp"), "m", &failure(reason)), at(0)).unwrap();
        list.observe(&bounce(&format!("user{i}@gone.example"), "m", &failure(Reason::HostUnknown)), at(0)).unwrap();
    }
    for look_at in [1, 7, 1000] {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = list.stopped(after.as_ref(), look_at, at(1)).unwrap();
            seen.extend(page.stopped.iter().map(|(m, _)| m.as_str().to_owned()));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 25, "{look_at}");
        assert!(seen.iter().all(|m| !m.starts_with('*')));
    }
}

#[test]
fn booking_takes_the_best_candidate_that_is_ours() {
    let mut report = bounce("alias@forwarder.example", "m1", &failure(Reason::UserUnknown));
    report.recipients[0].attribution = Attribution::OriginalRecipient;
    report.recipients[0].candidates = vec![
        Candidate::new(mailbox("alias@forwarder.example"), Attribution::OriginalRecipient),
        Candidate::new(kijitora(), Attribution::FinalRecipient),
        Candidate::new(mailbox("stranger@example.com"), Attribution::Text),
    ];
    let anybody = list().observe(&report, at(0)).unwrap();
    assert_eq!(anybody.booked[0].mailbox, mailbox("alias@forwarder.example"));
    let ours = list().is_known(|m| *m == kijitora());
    assert_eq!(ours.observe(&report, at(0)).unwrap().booked[0].mailbox, kijitora());
    let story = ours.explain(&kijitora(), at(0)).unwrap();
    let booked = story.chapters[0].event.as_failure().unwrap();
    assert_eq!(booked.attribution, Attribution::FinalRecipient, "as well proved as the candidate");
    let nobody = list().is_known(|_| false).observe(&report, at(0)).unwrap();
    assert_eq!((nobody.booked.len(), nobody.not_booked[0]), (0, (0, NotBooked::NotKnown)));
    let by_ledger = list().known_by_ledger();
    assert!(by_ledger.observe(&report, at(0)).unwrap().booked.is_empty(), "never written to");
    by_ledger.accepted(&kijitora(), Some("m1"), at(0)).unwrap();
    assert_eq!(by_ledger.observe(&report, at(0)).unwrap().booked[0].mailbox, kijitora());
}

#[test]
fn what_can_not_be_booked_is_said() {
    let mut report = bounce("kijitora@example.jp", "m1", &failure(Reason::UserUnknown));
    report.recipients[0].mailed_to = None;
    assert_eq!(list().observe(&report, at(0)).unwrap().not_booked, [(0, NotBooked::NoAddress)]);
    let mut reply = bounce("kijitora@example.jp", "m1", &failure(Reason::UserUnknown));
    reply.kind = Kind::AutoReply;
    assert_eq!(list().observe(&reply, at(0)).unwrap().not_booked, [(0, NotBooked::Nothing)]);
}

#[test]
fn a_live_reply_is_booked_on_whom_it_answers() {
    let list = list();
    let say = |to: &Mailbox, message: &str, bytes: &[u8], at| {
        let reply = Reply::new(bytes).command(SmtpCommand::Rcpt);
        list.observe_reply(to, Some(message), &reply, &classify_reply(&reply), at).unwrap()
    };
    say(&kijitora(), "m1", b"550-5.1.1 no such user\r\n550 5.1.1 here\r\n", at(0));
    say(&kijitora(), "m2", b"550 5.1.1 no such user here", at(1));
    let story = list.explain(&kijitora(), at(1)).unwrap();
    assert_eq!(story.decision.answer(), Answer::Stop, "{story}");
    let failure = story.chapters[0].event.as_failure().unwrap();
    assert_eq!((failure.trust, failure.attribution), (Trust::OwnMta, Attribution::EnvelopeToken));
    assert_eq!((failure.reason, failure.command), (Reason::UserUnknown, Some(SmtpCommand::Rcpt)));
    assert_eq!((failure.status, failure.reply), ("5.1.1".parse().ok(), ReplyCode::new(550)));
    // A 4yz that is tried again is no failure ...
    let other = mailbox("mike@example.jp");
    assert!(say(&other, "m3", b"452 4.2.2 mailbox full", at(2)).booked.is_empty());
    assert!(list.explain(&other, at(2)).unwrap().chapters.is_empty());
    assert!(list.may_send(&other, at(2)).unwrap().may_send());
    // ... but may slow its provider.
    say(&other, "m4", b"421 4.7.0 too many connections, try again later", at(2));
    assert_eq!(list.may_send(&kijitora(), at(2)).unwrap().answer(), Answer::Stop);
    let third = mailbox("third@example.jp");
    assert_eq!(list.may_send(&third, at(2)).unwrap().answer(), Answer::Later);
    // Odd bytes are no reason to fall over.
    for odd in [&b""[..], b"5", b"\xff\xfe\xfd", b"\xe7\x8c\xab", b"550"] {
        say(&third, "odd", odd, at(3));
    }
}

#[test]
fn a_250_followed_by_its_bounce_is_no_delivery_in_whatever_order() {
    let report = bounce("kijitora@example.jp", "m2", &failure(Reason::MailboxFull));
    let full = |list: &SuppressionList<MemoryLedger>| {
        for (message, day) in [("m0", 0), ("m1", 3)] {
            list.observe(&bounce("kijitora@example.jp", message, &failure(Reason::MailboxFull)), at(day)).unwrap();
        }
    };
    for bounce_first in [true, false] {
        let list = list();
        full(&list);
        if bounce_first {
            list.observe(&report, at(8)).unwrap();
        }
        list.accepted(&kijitora(), Some("m2"), at(7)).unwrap();
        if !bounce_first {
            list.observe(&report, at(8)).unwrap();
        }
        assert_eq!(list.may_send(&kijitora(), at(20)).unwrap().answer(), Answer::Hold, "{bounce_first}");
    }
}

#[test]
fn acceptances_are_thinned_where_asked() {
    let thin = list().accept_every(DAY);
    for hour in 0..100 {
        thin.accepted(&kijitora(), Some(&format!("m{hour}")), hours(hour)).unwrap();
    }
    let events =
        |list: &SuppressionList<MemoryLedger>| list.ledger().histories(&[kijitora()]).unwrap()[0].events().len();
    assert!(events(&thin) <= 2, "a row a week: {}", events(&thin));
    let busy = list();
    (0..1000).for_each(|hour| busy.accepted(&kijitora(), Some(&format!("m{hour}")), hours(hour)).unwrap());
    assert!(events(&busy) <= 8, "a thousand deliveries are not a thousand rows: {}", events(&busy));
}

#[test]
fn prune_forgets_what_is_over_and_forget_all() {
    let list = list();
    for day in 0..50 {
        list.observe(&bounce("kijitora@example.jp", &format!("m{day}"), &failure(Reason::SpamContent)), at(day))
            .unwrap();
    }
    list.delivered(&kijitora(), at(60)).unwrap();
    assert_eq!(list.prune(at(70), at(70)).unwrap(), 50);
    assert!(list.may_send(&kijitora(), at(70)).unwrap().may_send());
    list.stop(&kijitora(), "asked", "us", at(71)).unwrap();
    assert_eq!(list.prune(at(1000), at(1000)).unwrap(), 0);
    assert_eq!(list.may_send(&kijitora(), at(1000)).unwrap().answer(), Answer::Stop);
    list.forget(&kijitora()).unwrap();
    assert!(list.explain(&kijitora(), at(1000)).unwrap().chapters.is_empty());
}

#[test]
fn a_story_tells_all_in_words_and_json() {
    let list = list();
    let unsure = with(Reason::UserUnknown, |f| {
        f.confidence = Confidence::Low;
        f.detail = Some(Detail::Other);
        f.evidence.rule = Some("phrase/no-such-user".into());
        f.evidence.text = Some("550 no such user\u{7}".to_owned());
    });
    list.observe(&bounce("kijitora@example.jp", "m1", &unsure), at(0)).unwrap();
    list.observe(&bounce("kijitora@example.jp", "m2", &unsure), at(1)).unwrap();
    list.accepted(&kijitora(), Some("m0"), at(-9)).unwrap();
    let story = list.explain(&kijitora(), at(2)).unwrap();
    let words = story.to_string();
    assert_eq!(
        words,
        "kijitora@example.jp at 2026-03-03T00:00:00Z: stop (standard/user-unknown-unsure)\n  \
         2026-02-20T00:00:00Z accepted by the next server of message m0\n  \
         2026-03-01T00:00:00Z failed of message m1: user-unknown (other), permanent, fault of the recipient, low confidence, \
         unverified, by phrase/no-such-user: \"550 no such user\\u{7}\" [counted by standard/user-unknown-unsure]\n  \
         2026-03-02T00:00:00Z failed of message m2: user-unknown (other), permanent, fault of the recipient, low confidence, \
         unverified, by phrase/no-such-user: \"550 no such user\\u{7}\" [counted by standard/user-unknown-unsure]\n"
    );
    let json = serde_json::to_value(&story).unwrap();
    assert_eq!(json["decision"]["answer"], "stop");
    assert_eq!(json["decision"]["until"], serde_json::Value::Null);
    assert_eq!(json["decision"]["why"][0]["rule"], "standard/user-unknown-unsure");
    assert_eq!(json["chapters"][1]["event"]["what"]["failure"]["reason"], "user-unknown");
    assert_eq!(json["chapters"][0]["event"]["what"], "accepted");
    assert!(list.explain(&mailbox("nobody@example.jp"), at(2)).unwrap().to_string().contains("nothing is known"));
}

#[test]
fn the_async_twin_does_the_same() {
    let twin = AsyncSuppressionList::new(Blocking(MemoryLedger::new()));
    let list = list();
    block_on(async {
        let report = bounce("kijitora@example.jp", "m1", &failure(Reason::MailboxFull));
        assert_eq!(twin.observe(&report, at(0)).await.unwrap(), list.observe(&report, at(0)).unwrap());
        twin.accepted(&kijitora(), Some("m2"), at(1)).await.unwrap();
        list.accepted(&kijitora(), Some("m2"), at(1)).unwrap();
        twin.delivered(&mailbox("mike@example.jp"), at(1)).await.unwrap();
        list.delivered(&mailbox("mike@example.jp"), at(1)).unwrap();
        twin.stop(&mailbox("mike@example.jp"), "asked", "us", at(2)).await.unwrap();
        list.stop(&mailbox("mike@example.jp"), "asked", "us", at(2)).unwrap();
        let both = [kijitora(), mailbox("mike@example.jp")];
        assert_eq!(twin.filter(&both, at(2)).await.unwrap(), list.filter(&both, at(2)).unwrap());
        assert_eq!(twin.explain(&both[0], at(2)).await.unwrap(), list.explain(&both[0], at(2)).unwrap());
        assert_eq!(twin.stopped(None, 10, at(2)).await.unwrap(), list.stopped(None, 10, at(2)).unwrap());
        twin.release(&both[1], "asked", "us", at(3)).await.unwrap();
        assert!(twin.may_send(&both[1], at(3)).await.unwrap().may_send());
        twin.sent(&both, Some("m3"), at(3)).await.unwrap();
        assert_eq!(twin.prune(at(300), at(300)).await.unwrap(), 3);
        twin.forget(&both[0]).await.unwrap();
    });
}

#[test]
fn the_log_goes_out_and_comes_back() {
    let list = list();
    for i in 0..30 {
        list.observe(&bounce(&format!("user{i}@example.jp"), "m", &failure(Reason::HostUnknown)), at(0)).unwrap();
    }
    list.stop(&kijitora(), "asked \"twice\",\n really", "us", at(1)).unwrap();
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let (events, next) = exchange::page(list.ledger(), after.as_ref(), 7).unwrap();
        lines.extend(events.iter().map(exchange::to_json_line));
        after = next;
        if after.is_none() {
            break;
        }
    }
    assert!(lines.iter().all(|l| !l.contains('\n')));
    let other = MemoryLedger::new();
    for line in &lines {
        other.record(&[exchange::from_json_line(line).unwrap()]).unwrap();
    }
    let names = list.ledger().mailboxes(None, 1000).unwrap();
    assert_eq!(list.ledger().histories(&names).unwrap(), other.histories(&names).unwrap());
    assert!(exchange::from_json_line("{}").is_err());
    assert!(exchange::from_json_line("not json").is_err());
}

#[test]
fn csv_lists_of_the_services() {
    for (csv, address, reason) in [
        ("EmailAddress,Reason,LastUpdateTime\na@example.jp,BOUNCE,2026-01-01\n", "a@example.jp", "BOUNCE"),
        (
            "address,code,error,created_at\r\na@example.jp,550,\"no, such \"\"user\"\"\",x\r\n",
            "a@example.jp",
            "no, such \"user\"; 550",
        ),
        ("status,reason,email,created\n5.1.1,unknown,<a@example.jp>,17\n", "a@example.jp", "unknown; 5.1.1"),
        ("\u{feff}\"Email Address\";\"Suppression Reason\"\n\"a@example.jp\";HardBounce", "a@example.jp", "HardBounce"),
        (
            "recipient\ttype\tsource\na@example.jp\tnon_transactional\tSpam Complaint\n",
            "a@example.jp",
            "non_transactional; Spam Complaint",
        ),
        ("a@example.jp\n", "a@example.jp", "on an imported list"),
        ("7,a@example.jp,x\n", "a@example.jp", "on an imported list"),
    ] {
        let list = exchange::from_csv(csv, "old service", at(0));
        assert_eq!(list.skipped, [], "{csv}");
        let expected = Event::stopped(mailbox(address), reason, "old service", at(0));
        assert_eq!(list.events, [expected], "{csv}");
    }
    let odd = exchange::from_csv("email\n\"two\nlines\"\nnot an address\n\na@example.jp\n", "x", at(0));
    assert_eq!(odd.events.len(), 1);
    assert_eq!(odd.skipped, [(2, "no address"), (4, "no address")]);
    assert!(exchange::from_csv("", "x", at(0)).events.is_empty());
}

#[test]
fn what_if_another_policy_had_decided() {
    let mut log = Vec::new();
    // A living one whose provider once said "no such user", a dead one, and a full mailbox.
    let living = mailbox("living@example.jp");
    log.push(Event::accepted(living.clone(), Some("m0"), at(0)));
    log.push(Event::failure(living.clone(), Some("m1"), failure(Reason::UserUnknown), at(20)));
    log.push(Event::delivered(living.clone(), Some("m2"), Trust::OwnMta, at(21)));
    let dead = mailbox("dead@example.jp");
    log.extend(
        (0..5).map(|d| Event::failure(dead.clone(), Some(&format!("m{d}")), failure(Reason::UserUnknown), at(d))),
    );
    let full = mailbox("full@example.jp");
    log.extend(
        (0..3).map(|d| Event::failure(full.clone(), Some(&format!("m{d}")), failure(Reason::MailboxFull), at(d))),
    );
    let comparison = replay::compare(log.clone(), &Guide::default(), &Standard::default(), None, at(22));
    assert_eq!((comparison.first.lost, comparison.second.lost), (1, 0), "the guide would have stopped a living one");
    assert_eq!((comparison.first.stopped, comparison.second.stopped), (1, 1));
    assert_eq!((comparison.first.held, comparison.second.held), (1, 0));
    assert_eq!(comparison.differ.iter().map(|d| d.mailbox.clone()).collect::<Vec<_>>(), [full]);
    let turns = &comparison.first.courses.iter().find(|c| c.mailbox == living).unwrap().turns;
    assert_eq!(
        turns.iter().map(|t| (t.at, t.decision.answer())).collect::<Vec<_>>(),
        [(at(20), Answer::Stop), (at(21), Answer::Send)]
    );
    assert!(comparison.to_string().contains("guide"));
    log.reverse();
    assert_eq!(
        replay::compare(log, &Guide::default(), &Standard::default(), None, at(22)),
        comparison,
        "order is nothing"
    );
}

#[test]
fn a_policy_of_ones_own_and_shared_ones() {
    #[derive(Debug)]
    struct Never;
    impl SuppressionPolicy for Never {
        fn name(&self) -> &str {
            "never"
        }
        fn decide(
            &self,
            _: &mailbounce::suppression::History,
            _: &mailbounce::suppression::Surroundings,
            _: mailbounce::Timestamp,
        ) -> mailbounce::suppression::Decision {
            mailbounce::suppression::Decision::send()
        }
        fn spent(
            &self,
            _: &mailbounce::suppression::History,
            _: mailbounce::Timestamp,
            _: mailbounce::Timestamp,
        ) -> Vec<mailbounce::suppression::EventId> {
            Vec::new()
        }
    }
    let policy: Arc<dyn SuppressionPolicy> = Arc::new(Never);
    let ledger: Arc<dyn Ledger> = Arc::new(MemoryLedger::new());
    let list = SuppressionList::with_policy(Arc::clone(&ledger), Arc::clone(&policy));
    list.observe(&bounce("kijitora@example.jp", "m1", &failure(Reason::HasMoved)), at(0)).unwrap();
    assert!(list.may_send(&kijitora(), at(0)).unwrap().may_send());
    let strict = SuppressionList::with_policy(ledger, Standard::default());
    assert!(!strict.may_send(&kijitora(), at(0)).unwrap().may_send(), "a changed policy applies to yesterday too");
}

/// A bounce may name its message otherwise than the 250 did: then it undoes it all the same.
#[test]
fn a_250_under_another_name_revives_nobody() {
    let observe = |list: &SuppressionList<MemoryLedger>, message: &str, reason, at| {
        list.observe(&bounce("kijitora@example.jp", message, &failure(reason)), at).unwrap();
    };
    let answer = |list: &SuppressionList<MemoryLedger>, day| list.may_send(&kijitora(), at(day)).unwrap().answer();
    // The program's own token, a Message-ID that the sending service replaced, and no name.
    for token in [Some("message-4711"), Some("4711@shop.example"), None] {
        let list = list();
        list.accepted(&kijitora(), token, at(0)).unwrap();
        observe(&list, "0100018@email.service.example", Reason::UserUnknown, at(0).plus(60));
        for day in [1, 6, 7, 8, 30] {
            assert_eq!(answer(&list, day), Answer::Stop, "{token:?}, day {day}");
        }
    }
    // Each week's mail to a full mailbox is accepted, and bounces.
    for token in ["", "4711@shop.example"] {
        let list = list();
        for week in 0..4 {
            list.accepted(&kijitora(), Some(&format!("{week}{token}")), at(week * 7)).unwrap();
            observe(&list, &format!("{week}4711@shop.example"), Reason::MailboxFull, at(week * 7).plus(60));
        }
        assert_eq!(answer(&list, 22), Answer::Hold, "{token}");
    }
    // A report without the message that bounced.
    let list = list();
    for week in 0..4 {
        list.accepted(&kijitora(), Some(&format!("{week}@shop.example")), at(week * 7)).unwrap();
        let mut report = bounce("kijitora@example.jp", "", &failure(Reason::MailboxFull));
        report.original = None;
        list.observe(&report, at(week * 7).plus(60)).unwrap();
    }
    assert_eq!(answer(&list, 22), Answer::Hold);
}

/// What had settled before is a delivery: one wrong answer stops nobody who is written to each week.
#[test]
fn a_250_that_has_settled_protects() {
    for token in ["message", "@shop.example"] {
        let list = list();
        for week in 0..3 {
            list.accepted(&kijitora(), Some(&format!("{week}{token}")), at(week * 7)).unwrap();
        }
        let wrong = bounce("kijitora@example.jp", "2@shop.example", &failure(Reason::UserUnknown));
        list.observe(&wrong, at(14).plus(60)).unwrap();
        assert!(list.may_send(&kijitora(), at(15)).unwrap().may_send(), "{token}");
    }
}

/// Only those who are stopped come back as stopped.
#[test]
fn a_csv_of_decisions_or_of_an_audience_stops_no_more_than_it_says() {
    let decisions = [("send", Decision::send()), ("hold", Decision::hold(at(9))), ("stop", Decision::stop())]
        .map(|(name, decision)| (mailbox(&format!("{name}@example.jp")), decision));
    let later = (mailbox("later@example.jp"), Decision::later(at(9), Scope::Address));
    let csv = exchange::to_csv(decisions.iter().chain([&later]).map(|(m, d)| (m, d)));
    let stopped = |csv: &str| -> Vec<String> {
        let list = exchange::from_csv(csv, "the old service", at(0));
        list.events.iter().map(|e| e.recipient().local_part().to_owned()).collect()
    };
    assert_eq!(stopped(&csv), ["stop"]);
    let skipped = exchange::from_csv(&csv, "us", at(0)).skipped;
    assert_eq!(skipped, [(2, "not stopped"), (3, "not stopped"), (5, "not stopped")]);
    let audience = "Email Address,Status\na@x.example,Subscribed\nb@x.example,cleaned\nc@x.example,\"active\"\n";
    assert_eq!(stopped(audience), ["b"]);
    assert_eq!(stopped("email,type,status\na@x.example,hard,bounced\nb@x.example,soft,5.2.2\n"), ["a", "b"]);
}

/// What holds for a whole domain or provider is told with what it rests on, and how it is lifted.
#[test]
fn a_story_tells_what_the_domain_and_the_provider_met() {
    let list = list();
    for (day, name) in ["a", "b", "c"].iter().enumerate() {
        let to = format!("{name}@dead.example");
        let mut dead = bounce(&to, "m", &failure(Reason::HostUnknown));
        dead.original = None;
        list.observe(&dead, at(i64::try_from(day).unwrap())).unwrap();
    }
    let new = mailbox("new@dead.example");
    let story = list.explain(&new, at(3)).unwrap();
    assert_eq!((story.decision.answer(), story.decision.scope()), (Answer::Hold, Scope::Domain));
    assert_eq!(story.chapters.len(), 3);
    assert!(story.chapters.iter().all(|c| c.scope == Scope::Domain && c.counted_by == ["standard/domain"]));
    let words = story.to_string();
    assert!(words.contains("at the domain: failed: host-unknown") && !words.contains("nothing is known"), "{words}");
    let lift = "to release new@dead.example does not lift this; to release *@dead.example does";
    assert!(words.contains(lift), "{words}");
    list.release(&new, "asked for it again", "web", at(3)).unwrap();
    assert_eq!(list.may_send(&new, at(3).plus(1)).unwrap().answer(), Answer::Hold);
    list.release(&mailbox("*@dead.example"), "the domain is back", "support", at(3)).unwrap();
    assert!(list.may_send(&new, at(3).plus(1)).unwrap().may_send());
    // The provider's, of which the mailbox itself knows nothing.
    let slow = Reply::new(b"421 4.7.0 too many messages, try again later");
    list.observe_reply(&mailbox("q@slow.example"), None, &slow, &classify_reply(&slow), at(4)).unwrap();
    let words = list.explain(&mailbox("other@slow.example"), at(4).plus(5)).unwrap().to_string();
    assert!(words.contains("at the ") && words.contains("to release *@slow.example does"), "{words}");
}

/// A ledger that lists of two policies share is pruned of what neither needs.
#[test]
fn a_shared_ledger_is_pruned_for_both_policies() {
    let (standard, guide) = (Standard::default(), Guide::default());
    let ledger = MemoryLedger::new();
    ledger
        .record(&[
            fails("m1", failure(Reason::HostUnknown), at(0)),
            fails("m2", failure(Reason::HostUnknown), at(0).plus(300)),
        ])
        .unwrap();
    let (now, before) = (at(400), at(370));
    let answer = |policy: &dyn SuppressionPolicy| {
        SuppressionList::with_policy(&ledger, policy).may_send(&kijitora(), now).unwrap().answer()
    };
    let both = (answer(&standard), answer(&guide));
    assert_eq!(both, (Answer::Send, Answer::Stop));
    assert_eq!(ledger.prune(before, &spent_by_all(&[&standard, &guide], before, now)).unwrap(), 0);
    assert_eq!((answer(&standard), answer(&guide)), both);
    assert_eq!(SuppressionList::new(&ledger).prune(before, now).unwrap(), 2, "one policy alone");
}

/// A client that has code and text apart: the code is booked too.
#[test]
fn a_reply_of_code_and_lines_is_booked_with_its_code() {
    let list = list();
    let refused = SmtpReply::new(550, ["5.1.1 The email account that you tried to reach", "5.1.1 does not exist"]);
    let reply = refused.reply().command(SmtpCommand::Rcpt);
    list.observe_reply(&kijitora(), Some("m1"), &reply, &classify_reply(&reply), at(0)).unwrap();
    let story = list.explain(&kijitora(), at(0)).unwrap();
    let booked = story.chapters[0].event.as_failure().unwrap();
    assert_eq!((booked.reply, booked.status), (ReplyCode::new(550), "5.1.1".parse().ok()));
    assert_eq!(SmtpReply::new(421, ["4.7.0 slow\r\ndown\n"]).as_str(), "421-4.7.0 slow\r\n421 down");
    assert_eq!(SmtpReply::new(550, [""; 0]).as_str(), "550");
}

#[test]
fn a_list_is_shown_whatever_its_ledger_is() {
    let ledger: Box<dyn Ledger> = Box::new(MemoryLedger::new());
    assert_eq!(format!("{:?}", SuppressionList::new(ledger)), "SuppressionList { policy: \"standard\", .. }");
}

/// Who stops and releases at once, by a queue or a double click, stays stopped: silence is the safe side.
#[test]
fn at_the_same_second_a_stop_wins() {
    let list = list();
    list.release(&kijitora(), "asked for it again", "web", at(0)).unwrap();
    list.stop(&kijitora(), "unsubscribed", "web", at(0)).unwrap();
    assert_eq!(list.may_send(&kijitora(), at(0)).unwrap().answer(), Answer::Stop);
    list.release(&kijitora(), "asked for it again", "web", at(0).plus(1)).unwrap();
    assert!(list.may_send(&kijitora(), at(0).plus(1)).unwrap().may_send());
}
