//! Hosts that run Coremail.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] =
    &[Provider { name: "coremail", hosts: &["icoremail.net"], mail_domains: &[], marks: &["coremail system"] }];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("coremail", COREMAIL)];

#[rustfmt::skip] // A row is two or three lines.
const COREMAIL: &[Row] = &[
    Row::new("coremail/user-not-found", "user not found", R::UserUnknown,
        "550 User not found", "icoremail"),
    Row::new("coremail/mailbox-not-found", "mailbox not found", R::UserUnknown,
        "550 Mailbox not found", "icoremail"),
    Row::new("coremail/invalid-user", "invalid user", R::UserUnknown,
        "550 invalid user", "icoremail"),
    Row::new("coremail/local-server-don-t", "local server don't exists that user", R::UserUnknown,
        "550 local server don't exists that user", "icoremail")
            .unmistakable(),
    Row::new("coremail/not-user-server", "not user of this server", R::UserUnknown,
        "550 not user of this server", "icoremail"),
    Row::new("coremail/user-suspended", "user suspended", R::MailboxDisabled,
        "550 User suspended", "icoremail"),
    Row::new("coremail/user-disabled", "user disabled", R::MailboxDisabled,
        "550 user disabled", "icoremail"),
    Row::new("coremail/user-hangup", "user hangup", R::MailboxDisabled,
        "550 User hangup", "icoremail"),
    Row::new("coremail/account-temporarily-suspended", "this account has been temporarily suspended", R::MailboxDisabled,
        "550 This account has been temporarily suspended", "icoremail")
            .unmistakable(),
    Row::new("coremail/user-rejected", "user rejected", R::RecipientRestricted,
        "550 User rejected", "icoremail")
            .permanent(),
    Row::new("coremail/user-blacklist", "user in blacklist", R::SenderRejected,
        "550 User in blacklist", "icoremail"),
    Row::new("coremail/sender-rejected", "sender is rejected", R::SenderRejected,
        "550 sender is rejected", "icoremail"),
    Row::new("coremail/rcpt-rejected", "rcpt is rejected", R::RecipientRestricted,
        "550 rcpt is rejected", "icoremail")
            .permanent(),
    Row::new("coremail/requested-action-not-taken", "requested action not taken: mail", R::SenderRejected,
        "550 Requested action not taken: mail box is rejected", "icoremail"),
    Row::new("coremail/ip-rejected", "ip is rejected", R::IpBlocked,
        "550 IP is rejected", "icoremail")
            .permanent(),
    Row::new("coremail/ip-hangup", "ip is hangup", R::IpBlocked,
        "550 IP is Hangup", "icoremail")
            .permanent(),
    Row::new("coremail/requested-action-not-taken-invalid", "requested mail action not taken: invalid ip", R::IpBlocked,
        "550 Requested mail action not taken: Invalid IP", "icoremail")
            .permanent(),
    Row::new("coremail/requested-action-not-taken-fake", "requested mail action not taken: fake sender", R::SenderRejected,
        "550 Requested mail action not taken: Fake sender", "icoremail"),
    Row::new("coremail/null-sender-not-allowed", "null sender is not allowed", R::SenderRejected,
        "550 NULL sender is not allowed", "icoremail"),
    Row::new("coremail/local-user-only", "local user only", R::SenderRejected,
        "550 Local user only", "icoremail"),
    Row::new("coremail/no-smtp-mx-only", "no smtp mx only", R::SenderRejected,
        "550 no smtp MX only", "icoremail"),
];
