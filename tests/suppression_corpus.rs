//! The operator's table and the standard table with real mails, from the bytes to the decision.
#![allow(clippy::unwrap_used, clippy::panic)]

mod corpus;
mod suppression_util;

use std::collections::BTreeMap;
use std::fs;

use mailbounce::suppression::{
    Advice, Answer, Decision, Guide, MemoryLedger, Standard, SuppressionList, SuppressionPolicy,
};
use mailbounce::{Mailbox, Reason, Trust, classify};
use serde::Deserialize;
use suppression_util::*;

/// What is decided of the address that was written to, when this mail comes back for a message on each of these days.
#[track_caller]
fn decide_on(policy: &dyn SuppressionPolicy, name: &str, days: &[i64]) -> Decision {
    let path = corpus::root().join("lab-made/postfix").join(format!("{name}.eml"));
    let bounce = classify(&fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}")));
    let list = SuppressionList::with_policy(MemoryLedger::new(), policy).without_guard();
    let mut to: Option<Mailbox> = None;
    for day in days {
        let observed = list.observe_message(&bounce, Some(&format!("message of day {day}")), at(*day)).unwrap();
        to = observed.booked.first().map(|b| b.mailbox.clone());
    }
    let to = to.unwrap_or_else(|| panic!("{name}: nobody was booked"));
    list.may_send(&to, at(*days.last().unwrap()).plus(5 * HOUR)).unwrap()
}

#[test]
fn guide_destination_host_not_found() {
    for name in ["host-unknown", "no-mail-host"] {
        assert_eq!(decide_on(&Guide::default(), name, &[0]).answer(), Answer::Send, "{name}");
        assert_eq!(decide_on(&Guide::default(), name, &[0, 1]).answer(), Answer::Stop, "{name}");
    }
}

#[test]
fn guide_name_server_timeout() {
    for name in ["dns-timeout", "dns-servfail"] {
        assert_eq!(decide_on(&Guide::default(), name, &[0, 1]).answer(), Answer::Send, "{name}");
        assert_eq!(decide_on(&Guide::default(), name, &[0, 1, 2]).answer(), Answer::Stop, "{name}");
    }
}

#[test]
fn guide_refused_for_speed_ip_or_domain() {
    for (name, advice) in [
        ("refused-speed", Advice::SlowDown),
        ("gmail-rate-of-ip", Advice::SlowDown),
        ("refused-ip", Advice::DelistIp),
        ("hotmail-block-list", Advice::DelistIp),
        ("live-mailfrom-domain-listed", Advice::DelistDomain),
        ("gmail-bad-domain-reputation", Advice::DelistDomain),
    ] {
        let decision = decide_on(&Guide::default(), name, &[0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(decision.answer(), Answer::Send, "{name}");
        assert!(decision.advice().contains(&advice), "{name}: {:?}", decision.advice());
    }
}

#[test]
fn guide_account_does_not_exist() {
    for name in
        ["user-unknown", "gmail-no-such-user", "yahoo-no-such-user", "icloud-no-such-user", "local-no-such-user"]
    {
        assert_eq!(decide_on(&Guide::default(), name, &[0]).answer(), Answer::Stop, "{name}");
    }
}

#[test]
fn guide_mailbox_over_quota() {
    for name in ["over-quota", "gmail-over-quota", "icloud-over-quota", "docomo-full"] {
        assert_eq!(decide_on(&Guide::default(), name, &[0, 1]).answer(), Answer::Send, "{name}");
        let decision = decide_on(&Guide::default(), name, &[0, 1, 2]);
        assert_eq!(decision.answer(), Answer::Hold, "{name}");
        assert!(decision.advice().contains(&Advice::ReachAnotherWay), "{name}");
    }
}

#[test]
fn guide_forwarded_to_a_target_that_does_not_exist() {
    let bounce = classify(&fs::read(corpus::root().join("lab-made/postfix/forward-alias.eml")).unwrap());
    let recipient = bounce.failed().next().unwrap();
    let registered = recipient.mailed_to.clone().unwrap();
    assert_ne!(recipient.final_recipient.as_ref().and_then(|a| a.mailbox()), Some(&registered));
    let list = SuppressionList::with_policy(MemoryLedger::new(), Guide::default());
    list.observe(&bounce, at(0)).unwrap();
    let decision = list.may_send(&registered, at(0)).unwrap();
    assert_eq!(decision.answer(), Answer::Stop, "the registered address, by the cause at the target");
    assert!(decision.advice().contains(&Advice::RemoveForwarding));
}

#[test]
fn standard_rows_with_real_mails() {
    use Answer::{Hold, Stop};
    for (name, days, then) in [
        ("gmail-no-such-user", &[0][..], Stop),
        ("yahoo-no-such-user", &[0], Stop),
        ("docomo-no-such-user", &[0], Stop),
        ("gmail-disabled", &[0, 1], Stop),
        ("host-unknown", &[0, 1], Stop),
        ("null-mx", &[0], Stop),
        ("dns-timeout", &[0, 1, 3], Hold),
        ("connection-refused", &[0, 3, 6, 9, 14], Hold),
        ("host-full", &[0, 3, 6, 9, 14], Hold),
        ("tls-refused", &[0, 3, 6, 9, 14], Hold),
        ("gmail-mail-loop", &[0, 3, 7], Hold),
        ("gmail-over-quota", &[0, 3, 7], Hold),
        ("yahoo-over-quota", &[0, 3, 7], Hold),
        ("docomo-filtered", &[0, 7, 14], Stop),
    ] {
        let policy = Standard::default();
        let decision = decide_on(&policy, name, days);
        assert_eq!(decision.answer(), then, "{name}: {decision}");
        if let [before @ .., _] = days
            && !before.is_empty()
        {
            let decision = decide_on(&policy, name, before);
            assert!(decision.answer() < Hold, "{name}: one less is not enough: {decision}");
        }
    }
}

#[derive(Deserialize)]
struct Origin {
    file: String,
    truth: Vec<Truth>,
}

#[derive(Deserialize)]
struct Truth {
    state: String,
    outcome: String,
}

/// States in which the receiver refuses the sender or the message, by the words of the corpus.
const SENDERS: &[&str] = &[
    "rate-limited",
    "ip-blocked",
    "domain-blocked",
    "no-reverse-dns",
    "not-authenticated",
    "sender-refused",
    "too-many-recipients",
    "spam",
    "virus",
    "content-refused",
    "too-large",
    "policy",
    "protocol",
];

/// Mails that stop somebody all the same; one that does so no more fails, so that it is taken off this list.
const STOPPED: &[&str] = &[
    // Their words speak of the recipient, although the receiver's state is a policy.
    "lab-made/postfix/yandex-policy-of-target.eml",
];

/// The corpus says what really was the matter: where it was the sender or the message, thirty such mails on thirty days stop nobody.
#[test]
fn no_real_refusal_of_the_sender_or_the_message_stops_anybody() {
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, path) in corpus::files("jsonl").into_iter().filter(|(name, _)| name.ends_with("ORIGINS.jsonl")) {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Ok(origin) = serde_json::from_str::<Origin>(line) else { continue };
            let all_senders = !origin.truth.is_empty()
                && origin.truth.iter().all(|t| SENDERS.contains(&t.state.as_str()) && t.outcome == "failed");
            if !all_senders {
                continue;
            }
            let bounce = classify(&fs::read(path.with_file_name(&origin.file)).unwrap());
            // Some programs give up without a word of why: then it counts as what it is, an expiry.
            if bounce.failed().all(|r| r.verdict.as_ref().is_some_and(|v| v.reason == Reason::Expired)) {
                continue;
            }
            let list = SuppressionList::new(MemoryLedger::new()).without_guard();
            for day in 0..30 {
                list.observe_message(&bounce, Some(&format!("m{day}")), at(day)).unwrap();
            }
            for to in bounce.failed().filter_map(|r| r.mailed_to.clone()) {
                let decision = list.may_send(&to, at(30)).unwrap();
                let file = name.replace("ORIGINS.jsonl", &origin.file);
                let expected = STOPPED.contains(&file.as_str());
                if matches!(decision.answer(), Answer::Hold | Answer::Stop) != expected {
                    wrong.push(format!("{file} ({}): {decision}", origin.truth[0].state));
                }
            }
            *tried.entry(origin.truth[0].state.clone()).or_default() += 1;
        }
    }
    assert!(tried.values().sum::<usize>() > 100, "{tried:?}");
    assert!(wrong.is_empty(), "{}\nof {tried:?}", wrong.join("\n"));
}

#[test]
fn a_real_mail_that_anybody_could_have_written_changes_nothing_under_the_strict_option() {
    let mut strict = Standard::default();
    strict.trust = Trust::Correlated;
    for name in ["gmail-no-such-user", "null-mx", "yahoo-no-such-user"] {
        assert_eq!(decide_on(&strict, name, &[0, 1, 2, 3]).answer(), Answer::Send, "{name}");
    }
}

#[test]
fn a_last_report_that_is_called_a_delay_is_booked() {
    let events = |name: &str| {
        let path = corpus::root().join("lab-made/opensmtpd").join(format!("{name}.eml"));
        classify(&fs::read(path).unwrap()).events(at(0))
    };
    assert_eq!(events("delay-gmail-over-quota"), [], "it is still tried");
    let last = events("gmail-over-quota");
    assert_eq!(last.iter().map(|e| e.as_failure().unwrap().reason).collect::<Vec<_>>(), [Reason::Expired]);
}

/// Amazon SES's notifications as a webhook gets them: JSON alone, or SNS's envelope around it.
#[test]
fn a_webhook_of_amazon_ses_needs_no_mail_around_it() {
    let inner = |kind: &str, list: &str, more: &str| {
        let section = kind.to_lowercase();
        format!(
            r#"{{"notificationType":"{kind}","{section}":{{{more}"{list}":[{{"emailAddress":"kijitora@example.jp"}}]}},"mail":{{"messageId":"1"}}}}"#
        )
    };
    let decide = |json: &str, days: &[i64]| {
        let outer = serde_json::json!({ "Type": "Notification", "Message": json }).to_string();
        let answers = ["", "\n", "\u{feff}", "\r\n"].map(|before| {
            [json, &outer].map(|text| {
                let list = list();
                for day in days {
                    let bounce = classify(format!("{before}{text}").as_bytes());
                    list.observe_message(&bounce, Some(&format!("m{day}")), at(*day)).unwrap();
                }
                list.may_send(&kijitora(), at(*days.last().unwrap())).unwrap().answer()
            })
        });
        assert!(answers.iter().flatten().all(|a| *a == answers[0][0]), "{answers:?}");
        answers[0][0]
    };
    let complaint = |more: &str| inner("Complaint", "complainedRecipients", more);
    assert_eq!(decide(&complaint(""), &[0]), Answer::Stop, "a complaint that does not say what kind");
    assert_eq!(decide(&complaint(r#""complaintFeedbackType":"abuse","#), &[0]), Answer::Stop);
    assert_eq!(decide(&complaint(r#""complaintFeedbackType":"not-spam","#), &[0]), Answer::Send);
    let bounce = |kind: &str, sub: &str| {
        inner("Bounce", "bouncedRecipients", &format!(r#""bounceType":"{kind}","bounceSubType":"{sub}","#))
    };
    assert_eq!(decide(&bounce("Permanent", "NoEmail"), &[0]), Answer::Send, "SES may be wrong once");
    assert_eq!(decide(&bounce("Permanent", "NoEmail"), &[0, 1]), Answer::Stop);
    assert_eq!(decide(&bounce("Permanent", "General"), &[0, 1]), Answer::Stop);
    assert_eq!(decide(&bounce("Transient", "MailboxFull"), &[0, 4, 8]), Answer::Hold);
    for sub in ["General", "ContentRejected", "MessageTooLarge"] {
        let answer = decide(&bounce("Transient", sub), &[0, 1, 2, 3, 4, 5, 6]);
        assert!(matches!(answer, Answer::Send | Answer::Later), "{sub}: {answer}");
    }
}
