//! Libero, Tiscali, Aruba.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "libero",
        hosts: &["libero.it", "iol.local", "iol.it"],
        mail_domains: &["libero.it", "virgilio.it", "iol.it", "inwind.it", "blu.it", "giallo.it"],
        marks: &[],
    },
    Provider { name: "tiscali", hosts: &["tiscali.it"], mail_domains: &["tiscali.it"], marks: &[] },
    Provider { name: "aruba", hosts: &["aruba.it"], mail_domains: &[], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("libero", LIBERO)];

#[rustfmt::skip] // A row is two or three lines.
const LIBERO: &[Row] = &[
    Row::new("libero/user-unknown", "user unknown", R::UserUnknown,
        "550 RCPT TO:a@example.com User unknown", "common localised wording"),
    Row::new("libero/mailbox-disk-quota-exceeded", "mailbox disk quota exceeded", R::MailboxFull,
        "552 RCPT TO:a@example.com Mailbox disk quota exceeded", "from memory")
            .unmistakable().medium(),
    Row::new("libero/ip-blacklisted-csi", "ip blacklisted by csi", R::IpBlocked,
        "550 smtp-25.iol.local smtp-25.iol.local IP blacklisted by CSI. For remove please visit https://csi.cloudmark.com/reset-request/?ip=192.0.2.1", "from memory")
            .permanent().medium(),
    Row::new("libero/mailbox-disabled", "mailbox disabled", R::MailboxDisabled,
        "550 Mailbox disabled", "from memory")
            .medium(),
];
