//! What a server said is read alike wherever a mail system repeats it.
#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use super::Context;
use crate::attribution::Ours;
use crate::bounce::{Bounce, Kind};
use crate::limits::Limits;
use crate::phrases;
use crate::reason::Reason;
use crate::rule::{RuleSet, Says};

const RECIPIENT: &str = "quentin.reader@target.example";

/// The samples of all rules that give a reason and are replies, on one line, about the recipient. Where a notice repeats a longer one,
/// that makes a text of many causes.
fn samples() -> Vec<String> {
    const LONGEST: usize = 150;

    let tables = phrases::ORDER.iter().flat_map(|tables| tables.iter());
    let rows = tables.flat_map(|table| table.rows).filter(|row| matches!(row.says, Says::Reason(_)));
    let samples = rows.map(|row| row.sample.replace(['\r', '\n'], " "));
    let replies = samples.filter(|sample| sample.starts_with(['4', '5']) && sample.len() < LONGEST);
    replies.map(|sample| sample.replace("a@example.com", RECIPIENT).replace("user@example.com", RECIPIENT)).collect()
}

/// Broken before a column, as Postfix does it.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        if length + word.len() > 78 {
            out.push_str("\n   ");
            length = 3;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        length += word.len() + 1;
    }
    out
}

fn mail(from: &str, subject: &str, more: &str, body: &str) -> Bounce {
    let header = "Return-Path: <>\nTo: orders@shop.example\nMessage-ID: <2@mail.shop.example>";
    let mail = format!("{header}\nFrom: {from}\nSubject: {subject}\n{more}\n{body}");
    let (rules, limits, ours) = (RuleSet::builtin(), &Limits::default(), &Ours::default());
    Context { rules, limits, ours, kept: &[] }.classify(mail.as_bytes(), None)
}

const RETURNED: &str = "Return-Path: <orders@shop.example>\nFrom: Shop <orders@shop.example>\nTo: quentin.reader@target.example\n\
    Subject: Your order\nMessage-ID: <1@shop.example>\nDate: Tue, 24 Nov 2026 21:35:19 +0000\n";

fn postfix_text(said: &str) -> String {
    let said = wrapped(&format!(
        "<{RECIPIENT}>: host mx.target.example[203.0.113.9] said: {said} (in reply to RCPT TO command)"
    ));
    format!(
        "This is the mail system at host mail.shop.example.\n\nI'm sorry to have to inform you that your message could not\n\
         be delivered to one or more recipients. It's attached below.\n\n                   The mail system\n\n{said}\n"
    )
}

fn report(said: &str) -> Bounce {
    let fields = format!(
        "Reporting-MTA: dns; mail.shop.example\n\nFinal-Recipient: rfc822; {RECIPIENT}\nAction: failed\n\
         Remote-MTA: dns; mx.target.example\n{}\n",
        wrapped(&format!("Diagnostic-Code: smtp; {said}"))
    );
    let text = postfix_text(said);
    mail(
        "MAILER-DAEMON@mail.shop.example (Mail Delivery System)",
        "Undelivered Mail Returned to Sender",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n",
        &format!(
            "--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\nContent-Type: message/delivery-status\n\n{fields}\n\
             --b\nContent-Type: text/rfc822-headers\n\n{RETURNED}\n--b--\n"
        ),
    )
}

fn postfix(said: &str) -> Bounce {
    let from = "MAILER-DAEMON@mail.shop.example (Mail Delivery System)";
    mail(from, "Undelivered Mail Returned to Sender", "", &postfix_text(said))
}

fn exim(said: &str) -> Bounce {
    mail(
        "Mail Delivery System <Mailer-Daemon@mail.shop.example>",
        "Mail delivery failed: returning message to sender",
        "",
        &format!(
            "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to \
             one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  {RECIPIENT}\n    \
             host mx.target.example [203.0.113.9]\n    SMTP error from remote mail server after RCPT TO:<{RECIPIENT}>:\n    \
             {said}\n\n------ This is a copy of the message, including all the headers. ------\n\n{RETURNED}"
        ),
    )
}

fn sendmail(said: &str) -> Bounce {
    mail(
        "Mail Delivery Subsystem <MAILER-DAEMON@mail.shop.example>",
        "Returned mail: see transcript for details",
        "",
        &format!(
            "The original message was received at Tue, 24 Nov 2026 21:35:19 GMT\nfrom app.shop.example [192.0.2.25]\n\n   \
             ----- The following addresses had permanent fatal errors -----\n<{RECIPIENT}>\n    (reason: {said})\n\n   \
             ----- Transcript of session follows -----\n... while talking to mx.target.example.:\n>>> RCPT To:<{RECIPIENT}>\n\
             <<< {said}\n550 5.0.0 <{RECIPIENT}>... Service unavailable\n"
        ),
    )
}

fn qmail(said: &str) -> Bounce {
    mail(
        "MAILER-DAEMON@mail.shop.example",
        "failure notice",
        "",
        &format!(
            "Hi. This is the qmail-send program at mail.shop.example.\nI'm afraid I wasn't able to deliver your message to the \
             following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<{RECIPIENT}>:\n\
             203.0.113.9 does not like recipient.\nRemote host said: {said}\nGiving up on 203.0.113.9.\n\n\
             --- Below this line is a copy of the message.\n\n{RETURNED}"
        ),
    )
}

fn exchange(said: &str) -> Bounce {
    mail(
        "postmaster@mail.shop.example",
        "Undeliverable: Your order",
        "Content-Type: text/plain; charset=utf-8\n",
        &format!(
            "Delivery has failed to these recipients or groups:\n\n{RECIPIENT}<mailto:{RECIPIENT}>\nYour message wasn't delivered. \
             Please contact the recipient some other way.\n\nThe following organization rejected your message: \
             mx.target.example.\n\nDiagnostic information for administrators:\n\nGenerating server: mail.shop.example\n\n\
             {RECIPIENT}\nmx.target.example #{said} ##\n\nOriginal message headers:\n\n{RETURNED}"
        ),
    )
}

fn reason(bounce: &Bounce) -> Option<Reason> {
    Some(bounce.recipients.first()?.verdict.as_ref()?.reason)
}

/// Makes a notice of what a server said, and reads it.
type Form = fn(&str) -> Bounce;

/// Reads all samples in one form of notice, and in a report.
fn alike(form: Form) -> Vec<String> {
    let differs = |said: &String| {
        let (notice, report) = (form(said), report(said));
        let names: Vec<_> = notice.recipients.iter().map(|it| it.final_recipient.as_ref().unwrap().as_str()).collect();
        let alike = notice.kind == Kind::Failure && names == [RECIPIENT] && reason(&notice) == reason(&report);
        (!alike).then(|| format!("{said}: {} {names:?} {:?}, not {:?}", notice.kind, reason(&notice), reason(&report)))
    };
    samples().iter().filter_map(differs).collect()
}

#[test]
fn in_every_form_of_notice() {
    let forms: [(&str, Form); 5] =
        [("Postfix", postfix), ("Exim", exim), ("Sendmail", sendmail), ("qmail", qmail), ("Exchange", exchange)];
    for (writer, form) in forms {
        assert_eq!(alike(form), [""; 0], "{writer}");
    }
}
