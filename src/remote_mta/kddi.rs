//! KDDI: au, ezweb, UQ. `550 : User unknown` without an address is a filter.

use super::Provider;
use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "kddi",
    hosts: &["ezweb.ne.jp", "au.com", "dion.ne.jp", "auone-net.jp"],
    mail_domains: &["ezweb.ne.jp", "au.com", "uqmobile.jp", "dion.ne.jp", "auone-net.jp", "biz.ezweb.ne.jp"],
    marks: &["lsean.ezweb.ne.jp"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("kddi", KDDI)];

#[rustfmt::skip] // A row is two or three lines.
const KDDI: &[Row] = &[
    Row::new("kddi/550-user-unknown", "550 : user unknown", R::RecipientRestricted,
        "550 : User unknown", "sisimai rhost/for-kddi")
            .detail(Detail::Filter),
    Row::new("kddi/user-unknown", "user unknown", R::UserUnknown,
        "550 a@example.com: User unknown", "seen in samples"),
    Row::new("kddi/recipient-address-rejected", "recipient address rejected.", R::UserUnknown,
        "550 <a@example.com>: Recipient address rejected.", "seen in samples")
            .detail(Detail::MaybeFilter),
    // A field of the notice itself, whose text says less.
    Row::new("kddi/spasign", "x-spasign: ng", R::RecipientRestricted,
        "X-SPASIGN: NG", "sisimai lhost/via-ezweb")
            .detail(Detail::Filter).medium().at_start(),
    Row::new("kddi/relay-access-denied", "relay access denied", R::RelayDenied,
        "554 a@example.com: Relay access denied", "note.com/sendmagic")
            .fault(Fault::Destination),
    Row::new("kddi/user-s-account-temporarily", "the user(s) account is temporarily over quota", R::MailboxFull,
        "The user(s) account is temporarily over quota", "sisimai lhost/via-ezweb")
            .unmistakable(),
    Row::new("kddi/user-s-account-temporarily-limited", "the user(s) account is temporarily limited", R::MailboxDisabled,
        "The user(s) account is temporarily limited.", "sisimai lhost/via-ezweb")
            .unmistakable()
            .transient(),
    Row::new("kddi/user-s-account-disabled", "the user(s) account is disabled", R::MailboxDisabled,
        "The user(s) account is disabled.", "sisimai lhost/via-ezweb")
            .unmistakable(),
    Row::new("kddi/not-delivered-within-hours", "your message was not delivered within", R::Expired,
        "Your message was not delivered within 25 days and 25 hours.", "sisimai lhost/via-ezweb")
            .then(&["hours"]).unmistakable(),
    Row::new("kddi/mailbox-full", "送信先のメールボックスが一杯のため、送信できませんでした。", R::MailboxFull,
        "送信先のメールボックスが一杯のため、送信できませんでした。", "seen in samples")
            .unmistakable(),
    Row::new("kddi/their-mailbox-full", "as their mailbox is full", R::MailboxFull,
        "As their mailbox is full.", "seen in samples"),
    Row::new("kddi/remote-domain-doesnt-exist", "as the remote domain doesnt exist", R::HostUnknown,
        "As the remote domain doesnt exist", "sisimai lhost/via-kddi")
            .unmistakable(),
];
