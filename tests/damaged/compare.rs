//! What a mail said, and what it says now.

use std::collections::BTreeSet;

use mailbounce::{Address, Bounce, Kind, classify};
use rayon::prelude::*;

use crate::corpus;

/// The mails that `compare` finds something about after `damage`.
pub(crate) fn problems(
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

/// Compares all mails with what is left of them after `damage`, but for the excepted ones, which must differ for the worse.
pub(crate) fn check(damage: impl Fn(&[u8]) -> Option<Vec<u8>> + Sync, excepted: &[&str]) {
    judge(&problems(damage, worse), excepted);
}

/// Compares all mails with what `addition` makes of them, but for the excepted ones, which must differ.
pub(crate) fn check_same(addition: impl Fn(&[u8]) -> Option<Vec<u8>> + Sync, excepted: &[&str]) {
    judge(&problems(addition, differs), excepted);
}

pub(crate) fn judge(problems: &[(String, String)], excepted: &[&str]) {
    let is_excepted = |name: &str| excepted.iter().any(|excepted| name.starts_with(excepted));
    let unexpected: Vec<_> = problems.iter().filter(|(name, _)| !is_excepted(name)).collect();
    assert!(unexpected.is_empty(), "\n{unexpected:#?}");
    for name in excepted {
        assert!(problems.iter().any(|(problem, _)| problem.starts_with(name)), "{name} is no exception any more");
    }
}

/// Another kind, other recipients, or for one of them another reason or another address that was written to.
pub(crate) fn differs(whole: &Bounce, damaged: &Bounce) -> Option<String> {
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

/// A failure that was none, or somebody named who was not.
pub(crate) fn worse(whole: &Bounce, damaged: &Bounce) -> Option<String> {
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
