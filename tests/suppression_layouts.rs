//! Layouts that are stored: changing one of these lines is a migration of everybody's data.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use mailbounce::suppression::{Event, Place, What, Window};
use mailbounce::{FeedbackType, Kind, Outcome, Reason, Trust};
use suppression_util::*;

fn samples() -> Vec<Event> {
    let full = with(Reason::MailboxFull, |f| {
        f.status = "4.2.2".parse().ok();
        f.reply = mailbounce::ReplyCode::new(452);
        f.command = Some(mailbounce::SmtpCommand::Rcpt);
        f.provider = Some("carrier.example".to_owned());
        f.server = Some("mx.example.jp".to_owned());
        f.evidence.rule = Some("phrase/over-quota".into());
        f.evidence.text = Some("452 4.2.2\tover\\quota\r\n".to_owned());
    });
    vec![
        fails("<m1@example.com>", full, at(0)),
        Event::failure(kijitora(), None, failure(Reason::UserUnknown), at(0)),
        bounce("Kijitora@Example.JP", "m2@example.com", &failure(Reason::HostUnknown)).events(at(1)).remove(0),
        complaint("kijitora@example.jp", FeedbackType::Abuse).events(at(2)).remove(0),
        Event::delivered(kijitora(), Some("m3"), Trust::OwnMta, at(3)),
        Event::accepted(kijitora(), Some("m4"), at(4)),
        Event::sent(kijitora(), Some("m5"), at(5)),
        Event::sent(kijitora(), None, at(5)),
        Event::stopped(kijitora(), "asked", "support", at(6)),
        Event::released(kijitora(), "asked", "support", at(7)),
        Event::discounted(Window::new(Reason::UserUnknown, Place::Provider, "Big.example", at(8), at(9)), at(9)),
    ]
}

#[test]
fn event_layout_1_ids_ranks_and_bodies() {
    let rows: Vec<String> = samples()
        .iter()
        .map(|e| format!("{} {} {} {}", e.recipient().key(), e.id(), e.rank(), e.body().replace('\t', "|")))
        .collect();
    let expected = include_str!("suppression_layout_1.txt");
    assert_eq!(rows.join("\n"), expected.trim_end(), "\n{}\n", rows.join("\n"));
}

#[test]
fn what_a_newer_version_wrote_is_kept_and_means_nothing() {
    for body in ["2\tfailure\tm\tuser-unknown", "1\tteleported\tm\tmars", "junk"] {
        let event = Event::from_row(kijitora(), samples()[0].id(), -5, body).unwrap();
        assert!(matches!(event.what(), What::Unknown(_)));
        assert_eq!(event.body(), body);
        assert!(event.is_ageless());
        assert!(decide(&mailbounce::suppression::Standard::default(), [event], at(0)).may_send());
    }
    let newer_word = "1\tfailure\tm\tmelted\tdrip\tthe-moon\tpermanent\thigh";
    let event = Event::from_row(kijitora(), samples()[0].id(), -5, newer_word).unwrap();
    let failure = event.as_failure().unwrap();
    assert_eq!((failure.reason, failure.detail), (Reason::Undetermined, Some(mailbounce::Detail::Other)));
    assert!(Event::from_row(kijitora(), samples()[0].id(), -5, "").is_err());
}

#[test]
fn ids_tell_reports_apart_and_know_them_again() {
    let base = || bounce("kijitora@example.jp", "m", &failure(Reason::MailboxFull));
    let id = |b: &mailbounce::Bounce, day: i64| b.events(at(day))[0].id();
    let first = id(&base(), 0);
    assert_eq!(first, id(&base(), 30), "read again later it is the same");
    let mut upper = base();
    upper.recipients[0].mailed_to = Some(mailbox("KIJITORA@EXAMPLE.JP"));
    assert_eq!(first, id(&upper, 0));
    let changes: [fn(&mut mailbounce::Bounce); 7] = [
        |b| b.recipients[0].mailed_to = Some(mailbox("mike@example.jp")),
        |b| b.recipients[0].status = "4.2.2".parse().ok(),
        |b| b.recipients[0].diagnostic = Some("other".to_owned()),
        |b| b.recipients[0].last_attempt = Some(at(0)),
        |b| b.recipients[0].trust = Trust::Signed,
        |b| b.envelope_id = Some("envelope".to_owned()),
        |b| b.recipients[0].final_log_id = Some("A1B2".to_owned()),
    ];
    for (i, change) in changes.iter().enumerate() {
        let mut other = base();
        change(&mut other);
        assert_ne!(first, id(&other, 0), "change {i}");
    }
    // Nothing tells two reports apart but the day they came.
    let bare = || {
        let mut bare = base();
        bare.original = None;
        bare
    };
    assert_eq!(id(&bare(), 0), id(&bare(), 0));
    assert_ne!(id(&bare(), 0), id(&bare(), 1));
}

#[test]
fn only_failures_deliveries_and_complaints_make_events() {
    for kind in Kind::ALL {
        for outcome in Outcome::ALL {
            let mut report = bounce("kijitora@example.jp", "m", &failure(Reason::UserUnknown));
            report.kind = *kind;
            report.recipients[0].outcome = *outcome;
            let made = report.events(at(0));
            let reports = matches!(kind, Kind::Failure | Kind::Delay | Kind::Delivered);
            let expected = match outcome {
                _ if *kind == Kind::Complaint => true,
                Outcome::Failed | Outcome::Delivered => reports,
                _ => false,
            };
            assert_eq!(made.len(), usize::from(expected), "{kind} {outcome}");
        }
    }
}

#[test]
fn in_a_mixed_report_only_those_who_failed_have_failed() {
    let mut report = bounce("kijitora@example.jp", "m", &failure(Reason::UserUnknown));
    let mut fine = report.recipients[0].clone();
    fine.mailed_to = Some(mailbox("mike@example.jp"));
    fine.outcome = Outcome::Relayed;
    report.recipients.push(fine);
    let events = report.events(at(0));
    assert_eq!(events.iter().map(|e| e.recipient().as_str()).collect::<Vec<_>>(), ["kijitora@example.jp"]);
}

#[test]
fn long_message_ids_are_hashed_and_brackets_dropped() {
    assert_eq!(fails(" <a@b> ", failure(Reason::Expired), at(0)).message(), Some("a@b"));
    let long = "x".repeat(Event::MAX_MESSAGE + 1);
    assert_eq!(fails(&long, failure(Reason::Expired), at(0)).message().unwrap().len(), 32);
    assert_eq!(fails("", failure(Reason::Expired), at(0)).message(), None);
}
