//! Amazon SES as a receiver, and WorkMail.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "amazon",
    hosts: &["amazonaws.com", "amazonses.com", "awsapps.com"],
    mail_domains: &[],
    marks: &[],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("amazon", AMAZON)];

#[rustfmt::skip] // A row is two or three lines.
const AMAZON: &[Row] = &[
    Row::new("amazon/mailbox-does-not-exist", "mailbox does not exist", R::UserUnknown,
        "550 5.1.1 Mailbox does not exist", "seen in samples"),
    Row::new("amazon/temporary-failure", "temporary failure", R::SystemError,
        "450 4.0.0 Temporary failure", "seen in samples"),
    Row::new("amazon/mailbox-full", "mailbox full", R::MailboxFull,
        "552 5.2.2 Mailbox full", "seen in samples"),
    Row::new("amazon/too-large", "message too large", R::MessageTooLarge,
        "552 5.3.4 Message too large", "seen in samples"),
    Row::new("amazon/content-rejected", "message content rejected", R::ContentRejected,
        "500 5.6.1 Message content rejected", "seen in samples"),
    Row::new("amazon/filtered", "message filtered", R::RecipientRestricted,
        "550 5.2.0 Message Filtered", "seen in samples")
            .permanent(),
    Row::new("amazon/length-exceeds-limit-set", "message length exceeds limit set by recipient", R::MessageTooLarge,
        "552 5.2.3 Message length exceeds limit set by recipient", "seen in samples")
            .unmistakable(),
];
