//! What an address is called does not change why it failed: neither roles, nor words and codes that stand in it, nor odd characters.

mod corpus;

use mailbounce::{Address, Bounce, Mailbox, classify};
use rayon::prelude::*;

/// Local parts that people have, and that say something in other places.
const NAMES: [&str; 28] = [
    "neko..tama.",
    "-neko-",
    "_neko_",
    "x/y",
    "neko&tama",
    ".neko",
    "neko?",
    "5.1.1",
    "support",
    "postmaster",
    "contact",
    "helpdesk",
    "abuse",
    "no-reply",
    "user",
    "unknown",
    "no-such-user",
    "mailbox.full",
    "spam.blocked",
    "greylist",
    "delay",
    "data",
    "from",
    "550",
    "5550123",
    "o'brien+tag",
    "a",
    "first.last_name-with.a.very.long.local.part.of.sixty.three.octets",
];

#[test]
fn by_any_name() {
    let mails = corpus::mails();
    let problems: Vec<String> = mails.par_iter().flat_map_iter(problems).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

fn problems(mail: &corpus::Mail) -> Vec<String> {
    let bytes = mail.bytes();
    let before = classify(&bytes);
    let Some(mailbox) = only_mailbox(&before) else { return Vec::new() };
    let renamed = |name: &&str| {
        let address = format!("{name}@{}", mailbox.domain());
        let after = classify(&replaced(&bytes, mailbox.as_str(), &address));
        let (before, after) = (told(&before), told(&after));
        (before != after).then(|| format!("{} to {address}: {after:?}, not {before:?}", mail.name))
    };
    NAMES.iter().filter_map(renamed).collect()
}

/// The only address that a result is about.
fn only_mailbox(bounce: &Bounce) -> Option<&Mailbox> {
    let [recipient] = bounce.recipients.as_slice() else { return None };
    let failed = recipient.final_recipient.as_ref().and_then(Address::mailbox)?;
    recipient.mailed_to.as_ref().filter(|mailed| *mailed == failed)
}

/// All but the addresses.
fn told(bounce: &Bounce) -> impl PartialEq + std::fmt::Debug {
    let one = |r: &mailbounce::Recipient| {
        let verdict = r.verdict.as_ref().map(|v| (v.reason, v.detail, v.fault, v.persistence));
        (r.outcome, r.status, r.reply, r.command, verdict)
    };
    (bounce.kind, bounce.recipients.iter().map(one).collect::<Vec<_>>())
}

/// The mail with another address in the place of one, where it stands by itself.
fn replaced(mail: &[u8], address: &str, by: &str) -> Vec<u8> {
    let goes_on = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || b"-_+=".contains(b));
    let mut out = Vec::with_capacity(mail.len());
    let mut at = 0;
    while let Some(byte) = mail.get(at) {
        let (before, rest) = mail.split_at(at);
        let stands = rest.get(..address.len()).is_some_and(|head| head.eq_ignore_ascii_case(address.as_bytes()));
        if stands && !goes_on(before.last()) && !goes_on(rest.get(address.len())) {
            out.extend_from_slice(by.as_bytes());
            at += address.len();
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    out
}
