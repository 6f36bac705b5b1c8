//! Each cap: below it all is read and nothing is said; above it the answer says so, is the best one that can be given, and names nobody
//! of whom the mail says nothing.

#![allow(clippy::expect_used)]

#[path = "properties/base64.rs"]
mod base64;

use base64::base64;
use mailbounce::{Address, AnomalyKind, Bounce, Classifier, Kind, Limits, Outcome, Reason, Recipient, classify};

const HEAD: &str = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net (Mail Delivery System)\nTo: news@shop.example\n\
    Subject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n";

fn with(set: impl Fn(&mut Limits), mail: &str) -> Bounce {
    let mut limits = Limits::default();
    set(&mut limits);
    let classifier = Classifier::builder().limits(limits).build().expect("no rules, no bad ones");
    classifier.classify(mail.as_bytes())
}

fn names(bounce: &Bounce) -> Vec<&str> {
    bounce.failed().filter_map(|r| r.final_recipient.as_ref()).map(Address::as_str).collect()
}

fn reason(recipient: &Recipient) -> Reason {
    recipient.verdict.as_ref().map(|verdict| verdict.reason).unwrap_or_default()
}

/// A multipart/report of these parts, each with its header.
fn report(parts: &[&str]) -> String {
    let parts: String = parts.iter().map(|part| format!("--b\n{part}\n")).collect();
    format!("{HEAD}Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n{parts}--b--\n")
}

/// Fields on these recipients.
fn fields(recipients: &[&str], diagnostic: &str) -> String {
    let of = |name: &&str| {
        format!(
            "\nFinal-Recipient: rfc822; {name}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 {diagnostic}\n"
        )
    };
    let all: String = recipients.iter().map(of).collect();
    format!("Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n{all}")
}

fn original(header: &str) -> String {
    format!("Content-Type: message/rfc822\n\n{header}From: news@shop.example\nTo: a@a.example\nSubject: news\n\nbody\n")
}

fn notice(header: &str, text: &str) -> String {
    format!("{HEAD}{header}\n{text}")
}

/// The mail is read whole as it is, and says so where it is longer than the caps that `set` sets.
#[track_caller]
fn meets(set: impl Fn(&mut Limits), mail: &str) -> Bounce {
    let whole = classify(mail.as_bytes());
    assert!(!whole.truncated, "truncated by the defaults");
    let bounce = with(set, mail);
    assert!(bounce.truncated, "not truncated: {bounce:?}");
    assert!(bounce.anomalies.iter().any(|a| a.kind == AnomalyKind::Truncated), "no anomaly");
    assert!(names(&bounce).iter().all(|name| names(&whole).contains(name)), "{:?}", names(&bounce));
    bounce
}

#[test]
fn bytes() {
    let mail = report(&[&fields(&["a@a.example"], "no such user"), &original(&"X-Filler: x\n".repeat(100))]);
    let bounce = meets(|limits| limits.bytes = 900, &mail);
    assert_eq!(names(&bounce), ["a@a.example"]);
    assert_eq!(bounce.failed().next().map(reason), Some(Reason::UserUnknown));
    assert!(!with(|limits| limits.bytes = mail.len(), &mail).truncated);
}

#[test]
fn header_bytes() {
    let filler = "X-Filler: x\n".repeat(100);
    let set = |limits: &mut Limits| limits.header_bytes = 800;
    // Of the mail itself.
    let bounce = meets(set, &notice(&filler, "<a@a.example>: 550 5.1.1 no such user\n"));
    assert_eq!(names(&bounce), ["a@a.example"]);
    // Of a part.
    meets(set, &report(&[&fields(&["a@a.example"], "x"), &format!("{filler}Content-Type: text/plain\n\nx")]));
    // Of the returned message.
    let bounce =
        meets(set, &report(&[&fields(&["a@a.example"], "x"), &original(&format!("Message-ID: <1@x>\n{filler}"))]));
    assert_eq!(bounce.original.and_then(|original| original.message_id).as_deref(), Some("1@x"));
    // Where the cap falls between the header and its end.
    let mail = notice(&filler, "<a@a.example>: 550 5.1.1 no such user\n");
    let end = mail.find("\n\n").expect("an end");
    for cap in end - 5..end + 5 {
        assert_eq!(names(&with(|limits| limits.header_bytes = cap, &mail)), ["a@a.example"], "{cap} of {end}");
    }
}

#[test]
fn parts() {
    let mut parts = vec!["Content-Type: text/plain\n\nSorry."; 10];
    let fields = fields(&["a@a.example"], "x");
    parts.insert(1, &fields);
    let bounce = meets(|limits| limits.parts = 4, &report(&parts));
    assert_eq!(names(&bounce), ["a@a.example"]);
}

#[test]
fn depth() {
    let inner = fields(&["a@a.example"], "x");
    let mixed = |boundary: &str, part: &str| {
        format!("Content-Type: multipart/mixed; boundary={boundary}\n\n--{boundary}\n{part}\n--{boundary}--\n")
    };
    meets(|limits| limits.depth = 2, &report(&[&mixed("c", &mixed("d", &inner))]));
}

#[test]
fn recipients() {
    let some = ["a@a.example", "b@a.example", "c@a.example", "d@a.example"];
    let set = |limits: &mut Limits| limits.recipients = 3;
    let lines = |form: fn(&str) -> String| some.iter().map(|name| form(name)).collect::<String>();
    let listed = lines(|name| format!("<{name}>: 550 5.1.1 no such user\n\n"));
    let same = |name: &str| format!("{{\"emailAddress\":\"{name}\",\"status\":\"5.1.1\",\"action\":\"failed\"}}");
    let json = format!(
        "{{\"notificationType\":\"Bounce\",\"bounce\":{{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{}]}},\"mail\":{{}}}}",
        some.map(same).join(",")
    );
    let mails = [
        report(&[&fields(&some, "no such user")]),
        notice("", &listed),
        notice(&format!("X-Failed-Recipients: {}\n", some.join(",\n  ")), &listed),
        notice(&lines(|name| format!("X-Failed-Recipients: {name}\n")), &listed),
        notice("", &json),
        notice("", &format!("Your message was not delivered to\n{}: user unknown\n", some.join(", "))),
        notice("", "Delivery failed. The following recipients are unknown:\n\n  anna\n  bert\n  carl\n  dora\n"),
    ];
    for mail in mails {
        let whole = classify(mail.as_bytes());
        assert_eq!(whole.failed().count(), 4, "{mail}");
        let bounce = meets(set, &mail);
        assert_eq!(names(&bounce), names(&whole)[..3], "{mail}");
        assert!(!with(|limits| limits.recipients = 4, &mail).truncated, "{mail}");
    }
}

#[test]
fn complaints_of_many() {
    let all: String = (0..4).map(|n| format!("Original-Rcpt-To: <a{n}@a.example>\n")).collect();
    let part = format!("Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x\n{all}");
    let bounce = meets(|limits| limits.recipients = 3, &report(&[&part]));
    assert_eq!((bounce.kind, bounce.recipients.len()), (Kind::Complaint, 3));
    meets(|limits| limits.text_bytes = 60, &report(&[&part]));
    meets(|limits| limits.field_bytes = 10, &report(&[&part]));
}

#[test]
fn field_bytes() {
    let words = "no such user ".repeat(20);
    let set = |limits: &mut Limits| limits.field_bytes = 120;
    let in_fields = report(&[&fields(&["a@a.example"], &words)]);
    let supplementary = report(&[&format!("{}X-Supplementary-Info: {words}\n", fields(&["a@a.example"], "x"))]);
    let in_text = notice("", &format!("<a@a.example>:\n{}", "550 5.1.1 no such user\n".repeat(20)));
    let before =
        notice("", &format!("{}\n<a@a.example>: 550 5.1.1 no such user\n", "Sorry, this is late.\n".repeat(20)));
    let json = format!(
        "{{\"notificationType\":\"Bounce\",\"bounce\":{{\"bouncedRecipients\":[{{\"emailAddress\":\"a@a.example\",\
         \"status\":\"5.1.1\",\"diagnosticCode\":\"smtp; 550 5.1.1 {words}\"}}]}},\"mail\":{{}}}}"
    );
    for mail in [in_fields, supplementary, in_text, before, notice("", &json)] {
        let bounce = meets(set, &mail);
        assert_eq!(names(&bounce), ["a@a.example"], "{mail}");
        let diagnostic = bounce.recipients[0].diagnostic.as_deref().expect("a diagnostic");
        assert!(diagnostic.len() <= 120, "{diagnostic}");
        assert_eq!(reason(&bounce.recipients[0]), Reason::UserUnknown, "{mail}");
    }
    let subject = format!("Subject: {words}\n");
    meets(set, &report(&[&fields(&["a@a.example"], "x"), &original(&subject)]));
    // What nobody asks for may be as long as it is.
    let unasked = format!("X-Unasked: {words}\nReferences: {words}\n");
    assert!(!with(set, &notice(&unasked, "<a@a.example>: 550 5.1.1 no such user\n")).truncated);
}

#[test]
fn text_bytes() {
    let set = |limits: &mut Limits| limits.text_bytes = 300;
    let long = "And so on, and so on.\n".repeat(30);
    let told = "<a@a.example>: 550 5.1.1 no such user\n\n";
    let bounce = meets(set, &notice("", &format!("{told}{long}")));
    assert_eq!(names(&bounce), ["a@a.example"]);
    assert_eq!(reason(&bounce.recipients[0]), Reason::UserUnknown);
    // In base64, where the cut is at the end of a line of it.
    let encoded = base64(format!("{told}{long}").as_bytes());
    let encoded = notice("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n", &encoded);
    assert_eq!(names(&meets(set, &encoded)), ["a@a.example"]);
    // In several parts, and in the JSON of a sending service.
    meets(
        set,
        &report(&["Content-Type: text/plain\n\nSorry.\n", &format!("Content-Type: text/plain\n\n{told}{long}")]),
    );
    // In HTML, of which as much as is read repeats the text before it.
    let html = format!("Content-Type: text/html\n\n<p>From s@shop.example</p>{long}<p>{told}</p>");
    meets(set, &report(&["Content-Type: text/plain\n\nFrom s@shop.example\n", &html]));
    let json = format!("{{\"notificationType\":\"Bounce\",\"filler\":\"{}\"}}", "x".repeat(400));
    meets(set, &notice("", &json));
    // Where all that is told is read, and the returned message is not.
    let returned = format!(
        "{told}--- Below this line is a copy of the message.\n\nFrom: news@shop.example\nTo: a@a.example\n\n{long}"
    );
    let bounce = meets(set, &notice("", &returned));
    assert_eq!(names(&bounce), ["a@a.example"]);
    assert_eq!(bounce.original.map(|original| original.to), Some(vec!["a@a.example".to_owned()]));
}

#[test]
fn a_long_notice_by_the_defaults() {
    let told = "<a@a.example>: 550 5.1.1 no such user\n\n";
    for (lines, truncated) in [(300, false), (10_000, true)] {
        let bounce = classify(notice("", &format!("{told}{}", "And so on, and so on.\n".repeat(lines))).as_bytes());
        assert_eq!((bounce.truncated, names(&bounce)), (truncated, vec!["a@a.example"]), "{lines} lines");
    }
}

/// Of a returned message nothing is read behind its header, be it as long as it may.
#[test]
fn a_long_message_returned_in_the_text() {
    let returned = |body: &str| {
        let told = "<a@a.example>: 550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\n";
        let header = "From: news@shop.example\nTo: a@a.example\nSubject: News\n";
        classify(notice("", &format!("{told}{header}\n{body}")).as_bytes())
    };
    let short = returned("Hello.\n");
    assert_eq!(names(&short), ["a@a.example"]);
    assert!(!short.truncated && short.original.is_some());
    for line in ["News, and more news.\n", "<b@b.example>: 550 5.1.1 no such user\n", "Füße\n"] {
        assert_eq!(returned(&line.repeat(100_000)), short, "{line}");
    }
}

/// A notice that another mail system returned in its text is read to its end.
#[test]
fn a_long_notice_returned_in_the_text() {
    let inner = format!(
        "Return-Path: <>\nFrom: MAILER-DAEMON@b.example\nTo: news@shop.example\nSubject: failure notice\n\n\
        Hi. This is the qmail-send program at b.example.\n{}\n<a@a.example>:\n550 5.1.1 no such user\n",
        "=================================================\n".repeat(400)
    );
    let outer = format!(
        "Return-Path: <>\nFrom: MAILER-DAEMON@shop.example\nTo: postmaster@shop.example\nSubject: a mail for nobody\n\n\
        Nobody knows what to do with this.\n\n--- Below this line is a copy of the message.\n\n{inner}"
    );
    let bounce = classify(outer.as_bytes());
    assert_eq!((bounce.kind, names(&bounce), bounce.truncated), (Kind::Failure, vec!["a@a.example"], false));
}

/// However many are listed above one text, it is said of each.
#[test]
fn a_text_that_many_share() {
    let some = |count: usize, text: &str| {
        let all: String = (0..count).map(|n| format!("<user{n}@a.example>\n")).collect();
        classify(notice("", &format!("These addresses failed:\n\n{all}\n{text}")).as_bytes())
    };
    let bounce = some(500, "550 5.1.1 no such user\n");
    assert_eq!((bounce.recipients.len(), bounce.truncated), (500, false));
    assert!(bounce.failed().all(|r| reason(r) == Reason::UserUnknown), "{:?}", bounce.recipients.last());
    // More than there is room for is cut, and said to be.
    assert!(some(500, &format!("550 5.1.1 no such user\n{}", "550 5.1.1 no such user here\n".repeat(100))).truncated);
}

/// Wherever a cap falls, no address is read that is only the beginning of one.
#[test]
fn no_cap_makes_up_an_address() {
    let long = "anna.of.a.long.name@mail.example.com";
    let twice = [long, "bert.of.a.long.name@mail.example.com"];
    let listed = twice.join(", ");
    let told = format!("Delivery to the following recipients failed:\n\n{}\n{}\n", twice[0], twice[1]);
    let returned = format!(
        "Content-Type: message/rfc822\n\nReturn-Path: <{long}>\nDelivered-To: {long}\nFrom: {long}\nTo: {listed}\nSubject: x\n\nx\n"
    );
    let mails = [
        report(&[&fields(&twice, "no such user"), &returned]),
        notice(&format!("X-Failed-Recipients: {listed}\n"), &told),
        notice("", &told),
        notice("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n", &base64(told.as_bytes())),
    ];
    for mail in mails {
        let set: [fn(&mut Limits, usize); 4] = [
            |limits, cap| limits.header_bytes = cap,
            |limits, cap| limits.field_bytes = cap,
            |limits, cap| limits.text_bytes = cap,
            |limits, cap| limits.bytes = cap,
        ];
        // A mail may end inside its base64, whoever cut it: nothing tells there that a word is not whole.
        let set = if mail.contains("base64") { &set[..3] } else { &set };
        for cap in 0..=mail.len() {
            for set in set {
                let bounce = with(|limits| set(limits, cap), &mail);
                let named =
                    bounce.recipients.iter().flat_map(|r| r.final_recipient.iter().chain(&r.original_recipient));
                let mailed = bounce.recipients.iter().filter_map(|r| r.mailed_to.as_ref()).map(ToString::to_string);
                let original =
                    bounce.original.iter().flat_map(|o| o.from.iter().chain(&o.to).chain(&o.return_path)).cloned();
                for address in named.map(ToString::to_string).chain(mailed).chain(original) {
                    let known = twice.contains(&address.as_str()) || address == "news@shop.example";
                    assert!(known, "{address} at {cap} of\n{mail}");
                }
                assert!(bounce.recipients.iter().all(|r| r.outcome != Outcome::Delivered), "at {cap} of\n{mail}");
            }
        }
    }
}

/// Small caps are kept, each by itself.
#[test]
fn caps_of_nothing_are_kept() {
    let mail = "From: MAILER-DAEMON@x.example\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
        Final-Recipient: rfc822; a@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n";
    let set: [fn(&mut Limits); 7] = [
        |l| l.bytes = 0,
        |l| l.header_bytes = 0,
        |l| l.parts = 0,
        |l| l.depth = 0,
        |l| l.recipients = 0,
        |l| l.field_bytes = 0,
        |l| l.text_bytes = 0,
    ];
    for set in set {
        let mut limits = Limits::default();
        set(&mut limits);
        let bounce = with(set, mail);
        assert!(bounce.recipients.len() <= limits.recipients, "{limits:?}");
    }
}
