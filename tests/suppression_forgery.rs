//! From the signed return path to the decision: what is ours counts, what anybody could have written does not.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use mailbounce::suppression::{
    Answer, Guide, MemoryLedger, PolicyRule, Rules, Standard, SuppressionList, SuppressionPolicy, Then, Threshold,
};
use mailbounce::{Attribution, Classifier, Mailbox, Reason, ReturnPathKey, SignedReturnPath, Timestamp, Trust};

const NOW: Timestamp = Timestamp(1_772_325_000);
const DAY: i64 = 86_400;

fn paths(key: u8) -> SignedReturnPath {
    let key = ReturnPathKey::new(key, &[key; 32]).unwrap();
    SignedReturnPath::new("b", "bounce.shop.example", vec![key]).unwrap()
}

/// A bounce of a message to the mailbox, as anybody could write it.
fn mail(to: &str) -> Vec<u8> {
    format!(
        "From: MAILER-DAEMON@mx.example.com\r\nTo: b@bounce.shop.example\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/plain\r\n\r\n<{to}>: 550 5.1.1 user unknown\r\n\
         --x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n\
         Final-Recipient: rfc822; {to}\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 user unknown\r\n\r\n\
         --x\r\nContent-Type: message/rfc822\r\n\r\nFrom: news@shop.example\r\nTo: {to}\r\n\
         Message-ID: <17@shop.example>\r\nSubject: News\r\n\r\nHello\r\n--x--\r\n"
    )
    .into_bytes()
}

/// A list that counts only what is signed, and what it makes of a bounce to this return path that came on this day.
fn answer(return_path: &str, to: &str, day: i64) -> (Answer, Trust) {
    let now = NOW.plus(day * DAY);
    let verify = Arc::new(paths(1));
    let signed = move |address: &str| verify.decode(address, now, |_| None).ok().map(|token| token.recipient);
    let classifier = Classifier::builder().signed_return_path(signed).build().unwrap();
    let mut strict = Standard::default();
    strict.trust = Trust::Signed;
    let list = SuppressionList::with_policy(MemoryLedger::new(), strict);
    let bounce = classifier.classify_addressed(&mail(to), &return_path.parse::<Mailbox>().unwrap());
    for again in 0..3 {
        list.observe_message(&bounce, Some(&format!("m{again}")), now.plus(again * DAY)).unwrap();
    }
    let decision = list.may_send(&to.parse().unwrap(), now.plus(3 * DAY)).unwrap();
    (decision.answer(), bounce.recipients[0].trust)
}

#[test]
fn a_bounce_to_a_signed_return_path_counts() {
    let to: Mailbox = "kijitora@example.com".parse().unwrap();
    let path = paths(1).encode(&to, 17, NOW);
    assert_eq!(answer(path.as_str(), "kijitora@example.com", 0), (Answer::Stop, Trust::Signed));
    let verify = Arc::new(paths(1));
    let signed = move |address: &str| verify.decode(address, NOW, |_| None).ok().map(|token| token.recipient);
    let classifier = Classifier::builder().signed_return_path(signed).build().unwrap();
    let bounce = classifier.classify_addressed(&mail("elsewhere@forward.example"), &path);
    let recipient = &bounce.recipients[0];
    assert_eq!((recipient.mailed_to.as_ref(), recipient.attribution), (Some(&to), Attribution::SignedReturnPath));
}

#[test]
fn forged_expired_truncated_and_rekeyed_ones_change_nothing() {
    let to: Mailbox = "kijitora@example.com".parse().unwrap();
    let good = paths(1).encode(&to, 17, NOW).to_string();
    let rekeyed = paths(2).encode(&to, 17, NOW).to_string();
    let mut truncated = good.clone();
    truncated.remove(10);
    let forged = good.replacen("b-a", "b-b", 1);
    let no_signature = "b@bounce.shop.example".to_owned();
    for (path, day) in [(rekeyed, 0), (truncated, 0), (forged, 0), (no_signature, 0), (good, 31)] {
        assert_eq!(answer(&path, "kijitora@example.com", day), (Answer::Send, Trust::Unverified), "{path} {day}");
    }
}

#[test]
fn ones_own_signed_return_path_silences_nobody_else() {
    // Somebody on the list takes the return path of the mail that he got himself, and writes a bounce about another.
    let own: Mailbox = "mallory@example.com".parse().unwrap();
    let path = paths(1).encode(&own, 17, NOW);
    assert_eq!(answer(path.as_str(), "kijitora@example.com", 0).0, Answer::Send);
}

/// What a strict list makes of a bounce to `path` that names the victim, where it knows all but the one who wrote it.
fn about_another(classifier: &Classifier, path: &Mailbox, trust: Trust) -> (Answer, Option<Trust>) {
    let victim: Mailbox = "kijitora@example.com".parse().unwrap();
    let mut strict = Standard::default();
    strict.trust = trust;
    let list = SuppressionList::with_policy(MemoryLedger::new(), strict).is_known(|m| m.local_part() != "mallory");
    let bounce = classifier.classify_addressed(&mail("kijitora@example.com"), path);
    for again in 0..3 {
        list.observe_message(&bounce, Some(&format!("m{again}")), NOW.plus(again * DAY)).unwrap();
    }
    let story = list.explain(&victim, NOW.plus(3 * DAY)).unwrap();
    let booked = story.chapters.first().and_then(|c| c.event.as_failure()).map(|f| f.trust);
    (story.decision.answer(), booked)
}

#[test]
fn a_signature_for_one_who_left_silences_nobody_else() {
    // Mallory unsubscribes, so that the list does not know him any more; his return path is valid for weeks to come.
    let own: Mailbox = "mallory@example.com".parse().unwrap();
    let path = paths(1).encode(&own, 17, NOW);
    let signed = |address: &str| paths(1).decode(address, NOW, |_| None).ok().map(|token| token.recipient);
    let classifier = Classifier::builder().signed_return_path(signed).build().unwrap();
    for trust in [Trust::Signed, Trust::OwnMta, Trust::Correlated] {
        assert_eq!(about_another(&classifier, &path, trust), (Answer::Send, Some(Trust::Unverified)), "{trust}");
    }
}

#[test]
fn a_message_id_that_went_to_one_silences_nobody_else() {
    // The Message-ID is that of Mallory's own copy; the return path, in a shape that anybody can make up, names the victim.
    let issued = |id: &str| (id == "17@shop.example").then(|| "mallory@example.com".parse().unwrap());
    let classifier = Classifier::builder().verp("b+", None).issued_to(issued).build().unwrap();
    for path in ["b@bounce.shop.example", "b+kijitora=example.com@bounce.shop.example"] {
        let (answer, trust) = about_another(&classifier, &path.parse().unwrap(), Trust::Correlated);
        assert_eq!((answer, trust), (Answer::Send, Some(Trust::Unverified)), "{path}");
    }
    // Nor does the classifier say so of whom the return path names instead.
    let path: Mailbox = "b+kijitora=example.com@bounce.shop.example".parse().unwrap();
    let bounce = classifier.classify_addressed(&mail("kijitora@example.com"), &path);
    let told = &bounce.recipients[0];
    assert_eq!(told.mailed_to, "kijitora@example.com".parse().ok());
    assert_eq!(told.trust, Trust::Unverified);
}

#[test]
fn own_rules_trust_no_more_than_the_policy_that_they_stand_before() {
    let answer = |policy: &dyn SuppressionPolicy, from: Trust| {
        let list = SuppressionList::with_policy(MemoryLedger::new(), policy);
        let mut bounce = Classifier::default().classify(&mail("kijitora@example.com"));
        bounce.recipients[0].trust = from;
        list.observe(&bounce, NOW).unwrap();
        list.may_send(&"kijitora@example.com".parse().unwrap(), NOW).unwrap().answer()
    };
    let rule = || PolicyRule::new("own/unknown", Threshold::new(1, 0, Then::Stop)).reason(Reason::UserUnknown);
    let mut strict = Standard::default();
    strict.trust = Trust::Correlated;
    let rules = Rules::before(strict.clone()).rule(rule());
    assert_eq!((answer(&rules, Trust::Unverified), answer(&rules, Trust::Signed)), (Answer::Send, Answer::Stop));
    assert_eq!(rules.least_trust(), Trust::Correlated);
    let boxed: Box<dyn SuppressionPolicy> = Box::new(strict.clone());
    assert_eq!(answer(&Rules::before(boxed).rule(rule()), Trust::Unverified), Answer::Send);
    let said = Rules::before(strict).rule(rule()).trust(Trust::Unverified);
    assert_eq!((answer(&said, Trust::Unverified), said.least_trust()), (Answer::Stop, Trust::Unverified));
    assert_eq!(answer(&Rules::before(Guide::default()).rule(rule()), Trust::Unverified), Answer::Stop);
}

/// What does not count makes no outage: forged reports of many addresses take none of the real ones out of the count.
#[test]
fn forged_reports_make_no_outage() {
    let windows = |list: SuppressionList<MemoryLedger>| -> usize {
        for i in 0..30 {
            list.sent(&[format!("user{i}@example.com").parse().unwrap()], Some("m"), NOW).unwrap();
        }
        let observe = |i: i64| {
            let bounce = Classifier::default().classify(&mail(&format!("user{i}@example.com")));
            list.observe(&bounce, NOW.plus(i)).unwrap().windows.len()
        };
        (0..30).map(observe).sum()
    };
    let mut strict = Standard::default();
    strict.trust = Trust::Correlated;
    assert_eq!(windows(SuppressionList::with_policy(MemoryLedger::new(), strict)), 0);
    assert_ne!(windows(SuppressionList::new(MemoryLedger::new())), 0, "where all of them count they are one");
}
