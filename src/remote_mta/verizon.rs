//! Verizon and its gateways to text messages.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "verizon",
    hosts: &["verizon.net", "vtext.com", "vzwpix.com"],
    mail_domains: &["vtext.com", "vzwpix.com"],
    marks: &["verizon.net/whitelist"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("verizon", VERIZON)];

#[rustfmt::skip] // A row is two or three lines.
const VERIZON: &[Row] = &[
    Row::new("verizon/no-valid-recipients-mm", "no valid recipients for this mm", R::UserUnknown,
        "Message could not be delivered to mobile. Error: No valid recipients for this MM", "seen in samples")
            .unmistakable(),
    Row::new("verizon/requested-action-not-taken", "requested action not taken: no such user here", R::UserUnknown,
        "550 - Requested action not taken: no such user here", "seen in samples"),
    Row::new("verizon/too-many-connections", "too many connections", R::RateLimited,
        "421 4.2.1 mx.example.net too many connections from 192.0.2.1", "from memory")
            .medium(),
    Row::new("verizon/currently-blocked-verizon-online", "is currently blocked by verizon online's anti-spam system", R::IpBlocked,
        "550 Email from 192.0.2.1 is currently blocked by Verizon Online's anti-spam system. The email sender or Email Service Provider may visit http://www.verizon.net/whitelist", "from memory")
            .permanent().unmistakable().medium(),
];
