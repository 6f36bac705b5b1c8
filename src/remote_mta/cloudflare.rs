//! Cloudflare Email Routing.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] =
    &[Provider { name: "cloudflare", hosts: &["mx.cloudflare.net"], mail_domains: &[], marks: &[] }];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("cloudflare", CLOUDFLARE)];

#[rustfmt::skip] // A row is two or three lines.
const CLOUDFLARE: &[Row] = &[
    Row::new("cloudflare/address-does-not-exist", "address does not exist", R::UserUnknown,
        "550 5.1.1 Address does not exist. k3x9", "public logs"),
    Row::new("cloudflare/upstream-error-check", "upstream error, please check", R::SystemError,
        "421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. k3x9", "seen in samples")
            .unmistakable(),
];
