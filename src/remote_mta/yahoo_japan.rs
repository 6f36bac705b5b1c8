//! Yahoo! JAPAN.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "yahoo-japan",
    hosts: &["yahoo.co.jp", "ybb.ne.jp"],
    mail_domains: &["yahoo.co.jp", "ybb.ne.jp", "ymail.ne.jp"],
    marks: &["yahoo-help.jp"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("yahoo-japan", YAHOO_JAPAN)];

#[rustfmt::skip] // A row is two or three lines.
const YAHOO_JAPAN: &[Row] = &[
    Row::new("yahoo-japan/not-allowed-dm-not", "message not allowed - dm mail not accepted for policy reasons", R::PolicyRejected,
        "554 Message not allowed - DM Email not accepted for policy reasons. Please visit https://www.yahoo-help.jp/app/answers/detail/a_id/80870/p/622 [25]", "seen in samples")
            .permanent().unmistakable(),
    Row::new("yahoo-japan/mailbox-disabled", "this mailbox is disabled", R::MailboxDisabled,
        "554 30 Sorry, your message to a@example.com cannot be delivered. This mailbox is disabled (554.30)", "sisimai rhost/for-yahooinc"),
    Row::new("yahoo-japan/user-doesn-t-have", "this user doesn't have a yahoo.co.jp account", R::UserUnknown,
        "This user doesn't have a yahoo.co.jp account (a@example.com) [-9]", "seen in samples")
            .unmistakable(),
    Row::new("yahoo-japan/invalid-ip-sending-domain", "invalid ip for sending mail of domain", R::AuthFailure,
        "Remote host said: 554 INVALID IP FOR SENDING MAIL OF DOMAIN example.com [RCPT_TO]", "sisimai reason/why-*")
            .unmistakable().medium(),
];
