//! Rackspace: a tag `(Gnn)` ends each text.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] =
    &[Provider { name: "rackspace", hosts: &["emailsrvr.com"], mail_domains: &[], marks: &[] }];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("rackspace", RACKSPACE)];

#[rustfmt::skip] // A row is two or three lines.
const RACKSPACE: &[Row] = &[
    Row::new("rackspace/address-could-not-found", "address could not be found, or was misspelled", R::UserUnknown,
        "550 5.1.1 Email address could not be found, or was misspelled (G8)", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("rackspace/received-too-many-messages", "received too many messages from a new or untrusted ip", R::RateLimited,
        "451 4.7.1 Received too many messages from a new or untrusted IP: 192.0.2.1 (k3x9) (G28)", "public logs")
            .unmistakable(),
    Row::new("rackspace/acl-dns-rbl", "acl dns_rbl", R::IpBlocked,
        "554 5.7.1 ACL dns_rbl; Client host [192.0.2.1] blocked using bl.example.org (k3x9) (G15)", "from memory")
            .permanent().medium(),
    Row::new("rackspace/rejected-due-content-url", "message rejected due to content or url (g", R::SpamContent,
        "550 5.7.1 Message rejected due to content or URL (G17)", "from memory")
            .unmistakable().medium(),
    Row::new("rackspace/mailbox-full", "mailbox full", R::MailboxFull,
        "552 5.2.2 mailbox full (G16)", "from memory")
            .medium(),
];
