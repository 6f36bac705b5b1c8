//! What gateways, archives and forwarders do to mail must not change what it means. Where they take something away, no delay, no success
//! and no receipt becomes a failure, and nobody is named who was not; what they add changes nothing.

mod corpus;

use std::collections::BTreeSet;

use mailbounce::{Address, AnomalyKind, Bounce, Kind, classify};
use memchr::memmem;
use rayon::prelude::*;

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
fn without_its_subject() {
    // A person who quotes fields, and a challenge that calls itself mail delivery software: only their subjects tell.
    let excepted = ["negatives/not-a-bounce/003-postmaster-human-reply.eml", "negatives/challenge/03-tmda.eml"];
    check(|mail| without_fields(mail, &["subject"]), &excepted);
}

#[test]
fn without_the_marks_of_a_machine() {
    check(|mail| without_fields(mail, &["return-path", "auto-submitted", "x-failed-recipients"]), &[]);
}

#[test]
fn with_its_lines_broken_again() {
    // dma writes all in one long line: where that is broken, nothing tells that an address begins no line.
    let excepted = ["lab-made/dma/smarthost-quota-of-sender.eml"];
    check(|mail| with_text(mail, |text| text.lines().map(|line| broken(line, 60)).collect()), &excepted);
}

#[test]
fn without_its_empty_lines() {
    let full = |line: &&str| !line.trim().is_empty();
    check(|mail| with_text(mail, |text| text.lines().filter(full).map(|line| format!("{line}\n")).collect()), &[]);
}

#[test]
fn with_its_lines_indented() {
    // In these, lines end inside an address, which is quoted-printable.
    let excepted = ["hand-built/ses/07-sns-json-bounce.eml", "hand-built/ses/09-sns-json-complaint.eml"];
    check(|mail| with_text(mail, |text| text.lines().map(|line| format!("    {line} \n")).collect()), &excepted);
}

#[test]
fn with_a_warning_before_its_text() {
    let warning = "CAUTION: This email originated from outside of the organization. Do not click links or open attachments\n\
        unless you know the content is safe. Report suspicious mail to phishing@gateway.example.\n\n";
    let warned = |mail: &[u8]| {
        let (start, _) = first_text(mail)?;
        Some([&mail[..start], warning.as_bytes(), &mail[start..]].concat())
    };
    check_same(warned, &[]);
}

#[test]
fn with_a_disclaimer_behind_its_text() {
    let disclaimer = "\n--\nThis message and any attachment are confidential. If you are not the intended recipient please delete it\n\
        and inform desk@gateway.example at once. Scanned for viruses and spam by guard.gateway.example.\n";
    let disclaimed = |mail: &[u8]| {
        // Behind the only part of a mail it would stand in the returned message.
        let (_, end) = first_text(mail).filter(|(_, end)| *end < mail.len())?;
        Some([&mail[..end], disclaimer.as_bytes(), &mail[end..]].concat())
    };
    check_same(disclaimed, &[]);
}

#[test]
fn with_a_tag_before_its_subject() {
    let place = |mail: &[u8]| field(mail, "subject", "").map(|at| at + "subject:".len());
    let tagged = |mail: &[u8]| place(mail).map(|at| [&mail[..at], b" [EXT]", &mail[at..]].concat());
    // This one answers under the subject of the bounce that it was opened by.
    check_same(tagged, &["negatives/auto-reply/45-ticket-zendesk-bounce-subject.eml"]);
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
    let found = problems(cut, told);
    judge(&found, &[]);
}

/// Where bounces come back to a group, which puts itself into `From` and keeps the writer elsewhere. Nothing becomes a bounce by that, and
/// bounces stay what they are.
#[test]
fn through_a_group() {
    // LISTSERV's name alone is no mark of a mail system.
    let excepted = ["hand-built/listserv/01-delivery-error.eml"];
    for (group, keeps) in [
        ("returns@shop.example", "X-Original-From"),
        ("bounces@shop.example", "X-Original-From"),
        ("bounces@shop.example", "Reply-To"),
        ("postmaster@shop.example", "Reply-To"),
    ] {
        let compare = |whole: &Bounce, damaged: &Bounce| match whole.kind {
            Kind::Failure | Kind::Delay | Kind::Complaint => differs(whole, damaged),
            _ => worse(whole, damaged),
        };
        judge(&problems(|mail| sent_on(mail, group, keeps), compare), &excepted);
    }
}

/// The mail as a group of this address sends it to its members, with the writer kept in this field.
fn sent_on(mail: &[u8], group: &str, keeps: &str) -> Option<Vec<u8>> {
    let at =
        field(mail, "from", "").filter(|at| *at < memmem::find(mail, b"\n\n").unwrap_or_default())? + "from:".len();
    let ends = |end: &usize| !matches!(mail.get(end + 1), Some(b' ' | b'\t'));
    let end = memchr::memchr_iter(b'\n', &mail[at..]).map(|feed| at + feed).find(ends)?;
    let from = String::from_utf8_lossy(&mail[at..end]);
    let name = from.split(['<', '(']).next().unwrap_or_default().trim().replace('"', "");
    let fields = format!(
        "Return-Path: <group+bncBDZ2L@shop.example>\nX-BeenThere: {group}\nFrom: \"'{name}' via Group\" <{group}>\n\
        {keeps}:{from}\nPrecedence: list\nList-ID: <group.shop.example>\n\
        List-Post: <mailto:{group}>\nMailing-list: list {group}; contact group+owners@shop.example\n"
    );
    let rest = without_fields(mail, &["return-path", "precedence", "reply-to", "from"])?;
    Some([fields.as_bytes(), &rest].concat())
}

/// What those who send to many put into the header of their mails, and what hosts on its way add, says nothing of the bounce.
#[test]
fn with_the_fields_of_a_newsletter_in_the_returned_message() {
    let fields = "DKIM-Signature: v=1; a=rsa-sha256; d=brand.example; s=m1;\n h=from:to:subject; bh=StjnvvTNtAO7tkhvlEvUS=;\n b=Hr3DfSmVbBlo\n\
        List-Id: News <news.brand.example>\nList-Unsubscribe: <mailto:leave@brand.example>,\n <https://brand.example/u/1>\n\
        List-Unsubscribe-Post: List-Unsubscribe=One-Click\nList-Post: NO\nFeedback-ID: 7:news:brand\nPrecedence: bulk\n\
        Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nReply-To: hello@brand.example\nSender: bulk@brand.example\n\
        Errors-To: errors@brand.example\nDisposition-Notification-To: receipts@brand.example\nX-Spam-Flag: YES\n\
        Authentication-Results: mx.relay.example; spf=fail (550 5.7.1 not permitted) smtp.mailfrom=bulk@brand.example; dkim=fail\n";
    let dressed = |mail: &[u8]| {
        let at = last_subject(mail)?;
        Some([&mail[..at], fields.as_bytes(), &mail[at..]].concat())
    };
    check_same(dressed, &[]);
}

/// Where the last `Subject` of a mail stands that is not its own, if `From` stands near it.
fn last_subject(mail: &[u8]) -> Option<usize> {
    let header = memmem::find(mail, b"\n\n")?;
    let lower = mail.to_ascii_lowercase();
    let at = memmem::rfind(&lower, b"\nsubject:").filter(|at| *at > header)? + 1;
    let near = &lower[at.saturating_sub(1500).max(header)..lower.len().min(at + 1500)];
    memmem::find(near, b"\nfrom:").map(|_| at)
}

/// The mails that `compare` finds something about after `damage`.
fn problems(
    damage: impl Fn(&[u8]) -> Option<Vec<u8>> + Sync,
    compare: impl Fn(&Bounce, &Bounce) -> Option<String> + Sync,
) -> Vec<(String, String)> {
    let mails = corpus::mails();
    let damaged = mails.par_iter().filter_map(|mail| {
        let bytes = mail.bytes();
        let damaged = damage(&bytes)?;
        Some((mail, classify(&bytes), classify(&damaged)))
    });
    damaged.filter_map(|(mail, whole, damaged)| Some((mail.name.clone(), compare(&whole, &damaged)?))).collect()
}

/// Compares all mails with what `addition` makes of them, but for the excepted ones, which must differ.
fn check_same(addition: impl Fn(&[u8]) -> Option<Vec<u8>> + Sync, excepted: &[&str]) {
    judge(&problems(addition, differs), excepted);
}

fn judge(problems: &[(String, String)], excepted: &[&str]) {
    let is_excepted = |name: &str| excepted.iter().any(|excepted| name.starts_with(excepted));
    let unexpected: Vec<_> = problems.iter().filter(|(name, _)| !is_excepted(name)).collect();
    assert!(unexpected.is_empty(), "\n{unexpected:#?}");
    for name in excepted {
        assert!(problems.iter().any(|(problem, _)| problem.starts_with(name)), "{name} is no exception any more");
    }
}

/// Another kind, other recipients, or for one of them another reason or another address that was written to.
fn differs(whole: &Bounce, damaged: &Bounce) -> Option<String> {
    let told = |bounce: &Bounce| {
        let one = |recipient: &mailbounce::Recipient| {
            let address = recipient.final_recipient.as_ref().map(|address| address.as_str().to_owned());
            let reason = recipient.verdict.as_ref().map(|verdict| verdict.reason);
            (address, recipient.mailed_to.clone(), recipient.outcome, reason)
        };
        (bounce.kind, bounce.recipients.iter().map(one).collect::<Vec<_>>())
    };
    (told(whole) != told(damaged)).then(|| format!("{:?}, not {:?}", told(damaged), told(whole)))
}

/// Where the text begins and ends that is read first, if it is not encoded.
fn first_text(mail: &[u8]) -> Option<(usize, usize)> {
    let header = &mail[..memmem::find(mail, b"\n\n")?];
    let multipart = field(header, "content-type", "multipart/").is_some();
    let begin = if multipart { field(mail, "content-type", "text/plain")? } else { 0 };
    let start = begin + memmem::find(&mail[begin..], b"\n\n")? + 2;
    let part = if multipart { memmem::rfind(&mail[..begin], b"\n--")? + 1 } else { 0 };
    let own = &mail[part..start];
    if field(own, "content-transfer-encoding", "base64").is_some()
        || !multipart && field(own, "content-type", "").is_some() && field(own, "content-type", "text/plain").is_none()
    {
        return None;
    }
    if !multipart {
        return Some((start, mail.len()));
    }
    let delimiter = mail[part..].split(|&byte| byte == b'\n').next()?;
    let next = [b"\n", delimiter].concat();
    Some((start, start + memmem::find(&mail[start..], &next)?))
}

/// Compares all mails with what is left of them after `damage`, but for the excepted ones, which must differ for the worse.
fn check(damage: impl Fn(&[u8]) -> Option<Vec<u8>> + Sync, excepted: &[&str]) {
    judge(&problems(damage, worse), excepted);
}

/// A failure that was none, or somebody named who was not.
fn worse(whole: &Bounce, damaged: &Bounce) -> Option<String> {
    if damaged.kind == Kind::Failure && whole.kind != Kind::Failure {
        return Some(format!("{} is a failure now", whole.kind));
    }
    let known = addresses(whole);
    let strangers: Vec<String> = damaged
        .recipients
        .iter()
        .filter_map(|recipient| {
            let failed = recipient.final_recipient.as_ref().map(Address::as_str);
            recipient.mailed_to.as_ref().map(|mailbox| mailbox.as_str()).or(failed)
        })
        .map(str::to_lowercase)
        .filter(|address| !known.contains(address))
        .collect();
    (!strangers.is_empty()).then(|| format!("{strangers:?} was not named"))
}

/// All addresses that a result knows of.
fn addresses(bounce: &Bounce) -> BTreeSet<String> {
    let recipients = bounce.recipients.iter().flat_map(|recipient| {
        let named =
            [&recipient.final_recipient, &recipient.original_recipient].into_iter().flatten().map(Address::as_str);
        let mailboxes = recipient.mailed_to.iter().chain(recipient.candidates.iter().map(|it| &it.mailbox));
        named.chain(mailboxes.map(|mailbox| mailbox.as_str())).map(str::to_lowercase).collect::<Vec<_>>()
    });
    let original = bounce.original.iter().flat_map(|original| original.to.iter().map(|to| to.to_lowercase()));
    recipients.chain(original).collect()
}

/// The mail with another text.
fn with_text(mail: &[u8], change: impl Fn(&str) -> String) -> Option<Vec<u8>> {
    let (start, end) = first_text(mail)?;
    let text = str::from_utf8(&mail[start..end]).ok()?;
    Some([&mail[..start], change(text).as_bytes(), &mail[end..]].concat())
}

/// A line broken at the spaces before a column.
fn broken(line: &str, column: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in line.split_inclusive(' ') {
        if length > 0 && length + word.len() > column {
            out.push('\n');
            length = 0;
        }
        out.push_str(word);
        length += word.len();
    }
    out + "\n"
}

/// The mail without its first part of this type.
fn without_part(mail: &[u8], media: &str) -> Option<Vec<u8>> {
    let at = field(mail, "content-type", media)?;
    let start = memmem::rfind(&mail[..at], b"\n--")?;
    let delimiter = mail[start..].split(|&byte| byte == b'\n').nth(1)?.trim_ascii_end();
    let next = [b"\n", delimiter].concat();
    let end = at + memmem::find(&mail[at..], &next)?;
    Some([&mail[..start], &mail[end..]].concat())
}

/// The mail with another type for the parts of this one.
fn replaced(mail: &[u8], media: &str, by: &str) -> Option<Vec<u8>> {
    let at = field(mail, "content-type", media)?;
    let place = at + memmem::find(&mail[at..].to_ascii_lowercase(), media.as_bytes())?;
    Some([&mail[..place], by.as_bytes(), &mail[place + media.len()..]].concat())
}

/// Where a line begins that holds this field with a value that begins so.
fn field(mail: &[u8], name: &str, value: &str) -> Option<usize> {
    let mut at = 0;
    for line in mail.split_inclusive(|&byte| byte == b'\n') {
        let lower = line.to_ascii_lowercase();
        let rest = lower.strip_prefix(name.as_bytes()).and_then(|rest| rest.strip_prefix(b":"));
        if rest.is_some_and(|rest| rest.trim_ascii_start().starts_with(value.as_bytes())) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// The mail without these fields of its header; `None` where it has none of them.
fn without_fields(mail: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let mut kept = Vec::new();
    let (mut in_header, mut dropping, mut dropped) = (true, false, false);
    for line in mail.split_inclusive(|&byte| byte == b'\n') {
        in_header &= !line.trim_ascii().is_empty();
        if in_header && !line.starts_with(b" ") && !line.starts_with(b"\t") {
            let name = line.split(|&byte| byte == b':').next().unwrap_or_default().to_ascii_lowercase();
            dropping = names.iter().any(|dropped| dropped.as_bytes() == name);
            dropped |= dropping;
        }
        if !(in_header && dropping) {
            kept.extend_from_slice(line);
        }
    }
    dropped.then_some(kept)
}
