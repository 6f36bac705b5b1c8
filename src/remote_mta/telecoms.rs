//! BigPond, UOL.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "bigpond",
        hosts: &["bigpond.com", "telstra.com", "bigpond.net.au"],
        mail_domains: &["bigpond.com", "bigpond.net.au", "telstra.com"],
        marks: &[],
    },
    Provider { name: "uol", hosts: &["uol.com.br"], mail_domains: &["uol.com.br", "bol.com.br"], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("bigpond", BIGPOND), Table::of_provider("uol", UOL)];

#[rustfmt::skip] // A row is two or three lines.
const BIGPOND: &[Row] = &[
    Row::new("bigpond/ib603", "ib603", R::UserUnknown,
        "553 5.1.1 IB603", "from memory")
            .medium(),
    Row::new("bigpond/user-unknown", "user unknown", R::UserUnknown,
        "550 RCPT TO:a@example.com User unknown", "from memory")
            .medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const UOL: &[Row] = &[
    Row::new("uol/recipient-address-rejected-mx", "recipient address rejected: mx-unknown-user", R::UserUnknown,
        "550 a@example.com: Recipient address rejected: MX-UNKNOWN-USER", "from memory")
            .medium(),
];
