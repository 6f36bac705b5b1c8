//! German hosting.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider { name: "strato", hosts: &["strato.de", "rzone.de"], mail_domains: &[], marks: &[] },
    Provider { name: "bytecamp", hosts: &["bytecamp.net"], mail_domains: &[], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("strato", STRATO), Table::of_provider("bytecamp", BYTECAMP)];

#[rustfmt::skip] // A row is two or three lines.
const STRATO: &[Row] = &[
    Row::new("strato/refused-local-policy-no", "refused by local policy. no spam please", R::SpamContent,
        "550 5.7.1 Refused by local policy. No SPAM please! (B-URL)", "strato")
            .unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const BYTECAMP: &[Row] = &[
    Row::new("bytecamp/sorry-no-mailbox-here", "sorry, no mailbox here by that name", R::UserUnknown,
        "550 sorry, no mailbox here by that name", "strato"),
];
