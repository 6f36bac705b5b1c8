//! Where something is taken away.

use mailbounce::{AnomalyKind, Bounce, Kind};
use memchr::memmem;

use crate::compare::{check, check_same, judge, problems, worse};
use crate::mail::{field, replaced, without_fields, without_part};

#[test]
fn without_its_fields() {
    check(|mail| without_part(mail, "message/delivery-status"), &[]);
}

#[test]
fn without_its_mime_header() {
    // A line is broken inside the address of this one.
    check(
        |mail| without_fields(mail, &["content-type", "mime-version", "content-transfer-encoding"]),
        &["hand-built/exchange-online/14-imceaex.eml"],
    );
}

#[test]
fn with_its_fields_as_text() {
    check(|mail| replaced(mail, "message/delivery-status", "text/plain"), &[]);
}

#[test]
fn with_the_fields_of_a_complaint_as_text() {
    check_same(|mail| replaced(mail, "message/feedback-report", "text/plain"), &[]);
}

#[test]
fn without_its_subject() {
    // A person who quotes fields: only the subject tells.
    let excepted = ["negatives/not-a-bounce/003-postmaster-human-reply.eml"];
    check(|mail| without_fields(mail, &["subject"]), &excepted);
}

#[test]
fn without_the_marks_of_a_machine() {
    check(|mail| without_fields(mail, &["return-path", "auto-submitted", "x-failed-recipients"]), &[]);
}

/// Where the rest of a mail was lost, inside of a line or not.
#[test]
fn cut_anywhere() {
    const PIECES: usize = 40;
    let excepted = [
        // The fields that would tell whom we wrote to stand behind the address that failed.
        "lab-made/exim/delay-forward",
        "lab-made/exim/forward",
        "lab-made/exim/magazine-forwarded",
        // What tells that it is a delay, a challenge or a statistic stands behind.
        "hand-built/boxbe/01-action-required.eml",
        "hand-built/powermta/02-delayed.eml",
        "hand-built/zonemta/02-delay.eml",
        "negatives/not-a-bounce/025-pflogsumm.eml",
    ];
    let found: Vec<_> = (1..PIECES)
        .flat_map(|piece| {
            let cut = |mail: &[u8]| {
                let mail = &mail[..mail.len() * piece / PIECES];
                // A text without parts may end anywhere, and an address with it.
                let whole = field(mail, "content-type", "multipart/").is_some() || mail.ends_with(b"\n");
                whole.then(|| mail.to_vec())
            };
            problems(cut, worse)
        })
        .collect();
    judge(&found, &excepted);
}

/// A recipient who is left out because the rest is missing is not left out in silence.
#[test]
fn cut_behind_a_name() {
    let told = |whole: &Bounce, damaged: &Bounce| {
        let report = matches!(whole.kind, Kind::Failure | Kind::Delay | Kind::Delivered);
        let told = damaged.anomalies.iter().any(|anomaly| anomaly.kind == AnomalyKind::BrokenMime);
        (report && !told).then(|| "says nothing of it".to_owned())
    };
    let cut = |mail: &[u8]| {
        let first = field(mail, "content-type", "multipart/report").and(memmem::find(mail, b"\nFinal-Recipient:"))? + 1;
        let end = first + memchr::memchr(b'\n', &mail[first..])? + 1;
        // Some write what became of it first.
        let block = &mail[memmem::rfind(&mail[..end], b"\n\n")?..end];
        let untold = memmem::find(block, b"Action:").or(memmem::find(block, b"Status:")).is_none();
        untold.then(|| mail[..end].to_vec())
    };
    // The fields of a receipt, which nobody reads.
    judge(&problems(cut, told), &["hand-built/dovecot-1/01-quota-as-receipt.eml"]);
}
