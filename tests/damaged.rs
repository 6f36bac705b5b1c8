//! What gateways, archives and forwarders take away must not change what a mail means for the worse: no delay, no success and no
//! receipt becomes a failure, and nobody is named who was not.

mod corpus;

use std::collections::BTreeSet;

use corpus::Mail;
use mailbounce::{Address, Bounce, Kind, classify};
use memchr::memmem;
use rayon::prelude::*;

#[test]
fn without_its_fields() {
    check(|mail| without_part(mail, "message/delivery-status"), &[]);
}

#[test]
fn without_its_mime_header() {
    let broken = ("hand-built/exchange-online/14-imceaex.eml", "a line is broken inside the address");
    check(|mail| without_fields(mail, &["content-type", "mime-version", "content-transfer-encoding"]), &[broken]);
}

#[test]
fn with_its_fields_as_text() {
    check(|mail| replaced(mail, "message/delivery-status", "text/plain"), &[]);
}

#[test]
fn without_its_subject() {
    let human = (
        "negatives/not-a-bounce/003-postmaster-human-reply.eml",
        "it quotes fields, and only the subject is a person's",
    );
    let tmda =
        ("negatives/challenge/03-tmda.eml", "it says that mail delivery software made it, and is known by its subject");
    check(|mail| without_fields(mail, &["subject"]), &[human, tmda]);
}

#[test]
fn without_the_marks_of_a_machine() {
    check(|mail| without_fields(mail, &["return-path", "auto-submitted", "x-failed-recipients"]), &[]);
}

/// Compares all mails with what is left of them after `damage`, but for the excepted ones, which must differ.
fn check(damage: impl Fn(&[u8]) -> Option<Vec<u8>> + Sync, excepted: &[(&str, &str)]) {
    let mails = corpus::mails();
    let problems: Vec<(String, String)> = mails
        .par_iter()
        .filter_map(|mail| {
            let bytes = mail.bytes();
            let damaged = damage(&bytes)?;
            Some((mail.name.clone(), compare(mail, &classify(&bytes), &classify(&damaged))?))
        })
        .collect();
    let is_excepted = |name: &str| excepted.iter().any(|(excepted, _)| name.starts_with(excepted));
    let unexpected: Vec<_> =
        problems.iter().filter(|(name, _)| !is_excepted(name)).map(|(_, problem)| problem).collect();
    assert!(unexpected.is_empty(), "\n{unexpected:#?}");
    for (name, why) in excepted {
        assert!(
            problems.iter().any(|(problem, _)| problem.starts_with(name)),
            "{name} is no exception any more: {why}"
        );
    }
}

fn compare(mail: &Mail, whole: &Bounce, damaged: &Bounce) -> Option<String> {
    if damaged.kind == Kind::Failure && whole.kind != Kind::Failure {
        return Some(format!("{}: {} is a failure now", mail.name, whole.kind));
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
    (!strangers.is_empty()).then(|| format!("{}: {strangers:?} was not named", mail.name))
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
