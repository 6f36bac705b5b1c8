//! WP, Onet, Interia.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "wp",
        hosts: &["wp.pl", "o2.pl", "tlen.pl"],
        mail_domains: &["wp.pl", "o2.pl", "tlen.pl", "go2.pl"],
        marks: &[],
    },
    Provider { name: "konto", hosts: &["konto.pl"], mail_domains: &["konto.pl"], marks: &[] },
    Provider {
        name: "onet",
        hosts: &["onet.pl"],
        mail_domains: &["onet.pl", "op.pl", "poczta.onet.pl", "vp.pl"],
        marks: &[],
    },
    Provider {
        name: "interia",
        hosts: &["interia.pl"],
        mail_domains: &["interia.pl", "interia.eu", "poczta.fm"],
        marks: &[],
    },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("wp", WP), Table::of_provider("konto", KONTO)];

#[rustfmt::skip] // A row is two or three lines.
const WP: &[Row] = &[
    Row::new("wp/odbiorca-nie-istnieje", "odbiorca", R::UserUnknown,
        "501 5.1.3 Odbiorca a@example.com nie istnieje", "seen in samples")
            .then(&["nie istnieje"]),
    Row::new("wp/recipient-does-not-exist", "recipient", R::UserUnknown,
        "501 5.1.3 Recipient a@example.com does not exist", "seen in samples")
            .then(&["does not exist"]),
    Row::new("wp/can-t-accept-because", "we can't accept this message because it is spam", R::SpamContent,
        "554 We can't accept this message because it is spam", "KumoMTA community rules")
            .unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const KONTO: &[Row] = &[
    Row::new("konto/sender-rejected", "sender rejected", R::SenderRejected,
        "550 5.1.0 a@example.com sender rejected", "konto.pl"),
];
