//! Japanese ISPs and hosting.

use super::Provider;
use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider { name: "biglobe", hosts: &["biglobe.ne.jp"], mail_domains: &["biglobe.ne.jp", "mesh.ne.jp"], marks: &[] },
    Provider {
        name: "ocn",
        hosts: &["ocn.ne.jp", "ocn.ad.jp", "sphere.ne.jp"],
        mail_domains: &["ocn.ne.jp", "sphere.ne.jp"],
        marks: &[],
    },
    Provider { name: "megaegg", hosts: &["megaegg.ne.jp", "megaegg.jp"], mail_domains: &["megaegg.ne.jp"], marks: &[] },
    Provider { name: "nifty", hosts: &["nifty.com"], mail_domains: &["nifty.com", "nifty.ne.jp"], marks: &[] },
    Provider {
        name: "so-net",
        hosts: &["so-net.ne.jp", "so-net.jp"],
        mail_domains: &["so-net.ne.jp", "so-net.jp"],
        marks: &[],
    },
    Provider { name: "sakura", hosts: &["sakura.ne.jp"], mail_domains: &["sakura.ne.jp"], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] =
    &[Table::of_provider("biglobe", BIGLOBE), Table::of_provider("ocn", OCN), Table::of_provider("megaegg", MEGAEGG)];

#[rustfmt::skip] // A row is two or three lines.
const BIGLOBE: &[Row] = &[
    Row::new("biglobe/number-messages-recipient-s", "the number of messages in recipient's mailbox exceeded the local", R::MailboxFull,
        "The number of messages in recipient's mailbox exceeded the local limit.", "seen in samples")
            .unmistakable(),
    Row::new("biglobe/delivery-failed-user-unknown", "mail delivery failed... user unknown", R::RecipientRestricted,
        "Mail Delivery Failed... User unknown", "sisimai lhost/via-biglobe")
            .detail(Detail::Filter).unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const OCN: &[Row] = &[
    Row::new("ocn/can-t-accept-user", "can't accept user", R::UserUnknown,
        "550 can't accept user... (#5.7.1)", "sphere.ne.jp"),
];

#[rustfmt::skip] // A row is two or three lines.
const MEGAEGG: &[Row] = &[
    Row::new("megaegg/recipient-s-mailbox-full", "recipient's mailbox is full, message returned to sender", R::MailboxFull,
        "552 Recipient's mailbox is full, message returned to sender.(#5.2.2)", "faq.megaegg.jp")
            .unmistakable(),
];
