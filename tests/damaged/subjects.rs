//! What subjects say is said of them, not of the mail.

use mailbounce::{Bounce, Kind};
use memchr::memmem;

use crate::added::last_subject;
use crate::compare::{check, check_same, judge, problems, worse};
use crate::mail::{field, without_fields};

/// Subjects of ours that look like something else.
const OURS: [&str; 8] = [
    "Your order has been delayed",
    "Delivery delayed: parcel 4711",
    "Your parcel was successfully delivered to your neighbour",
    "Please confirm your subscription",
    "Your ticket 4711 has been received",
    "Thank you for your message",
    "Automatic reply: on holiday",
    "Undeliverable: why mail delivery fails",
];

/// The subject of the message that failed, wherever the notice repeats it, says nothing of the failure.
#[test]
fn whatever_ours_was() {
    for ours in OURS {
        check_same(|mail| with_our_subject(mail, ours), &[]);
    }
}

/// What answers for a person or is a receipt repeats our subject, which may be one of a failure.
#[test]
fn of_answers_to_a_mail_about_failures() {
    for ours in [
        "Delivery status of your order",
        "Undeliverable: parcel 4711",
        "Payment failed, user unknown",
        "Your order is delayed",
    ] {
        let answer = |whole: &Bounce, damaged: &Bounce| match whole.kind {
            Kind::AutoReply | Kind::Challenge | Kind::Disposition => worse(whole, damaged),
            _ => None,
        };
        judge(&problems(|mail| with_own_subject(mail, |own| format!("{own} {ours}")), answer), &[]);
    }
}

/// A shop writes about parcels that could not be delivered.
#[test]
fn of_shops() {
    for from in ["Parcels <noreply@parcels.example>", "Shop <service@shop.example>", "admin@shop.example"] {
        let address = from.split(['<', '>']).nth(1).unwrap_or(from);
        let head = format!("Return-Path: <{address}>\nFrom: {from}\nSubject: Delivery failed: your parcel\n");
        let by_shop = |mail: &[u8]| {
            let rest = without_fields(mail, &["return-path", "from", "subject", "sender", "x-failed-recipients"])?;
            Some([head.as_bytes(), &rest].concat())
        };
        check(by_shop, &[]);
    }
}

/// The mail with its own subject changed.
fn with_own_subject(mail: &[u8], change: impl Fn(&str) -> String) -> Option<Vec<u8>> {
    let at = field(mail, "subject", "").filter(|at| *at < memmem::find(mail, b"\n\n").unwrap_or_default())?
        + "subject:".len();
    let end = at + memchr::memchr(b'\n', &mail[at..])?;
    let subject = String::from_utf8_lossy(&mail[at..end]);
    Some([&mail[..at], b" ", change(subject.trim()).as_bytes(), &mail[end..]].concat())
}

/// The mail with another subject of ours, wherever it is repeated.
fn with_our_subject(mail: &[u8], subject: &str) -> Option<Vec<u8>> {
    let at = last_subject(mail)? + "subject:".len();
    let end = at + memchr::memchr(b'\n', &mail[at..])?;
    let ours = mail[at..end].trim_ascii();
    if ours.len() < 8 || ours.starts_with(b"=?") {
        return None;
    }
    let mut out = Vec::new();
    let mut from = 0;
    for at in memmem::find_iter(mail, ours) {
        out.extend_from_slice(&mail[from..at]);
        out.extend_from_slice(subject.as_bytes());
        from = at + ours.len();
    }
    out.extend_from_slice(&mail[from..]);
    Some(out)
}
