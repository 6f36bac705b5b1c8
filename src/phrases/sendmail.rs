//! Sendmail.

use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("sendmail/host-unknown-name-server", "host unknown (name server: .: host not found)", R::HostUnknown,
        "550 5.1.2 a@example.com... Host unknown (Name server: .: host not found)", "sendmail default wording")
            .detail(Detail::NullMx),
    Row::new("sendmail/host-unknown-name-server-2", "host unknown (name server:", R::HostUnknown,
        "550 5.1.2 a@example.com... Host unknown (Name server: example.com: host not found)", "sendmail default wording"),
    Row::new("sendmail/null-mx", "host does not accept mail: mx 0", R::HostUnknown,
        "556 5.1.10 a@example.com... Host does not accept mail: MX 0 .", "sendmail default wording")
            .detail(Detail::NullMx),
    Row::new("sendmail/name-server-timeout", "name server timeout", R::DnsFailure,
        "451 a@example.com... example.com: Name server timeout", "sendmail default wording"),
    Row::new("sendmail/relaying-denied", "relaying denied", R::RelayDenied,
        "550 5.7.1 a@example.com... Relaying denied. IP name lookup failed [192.0.2.1]", "sendmail default wording"),
    Row::new("sendmail/loops-back-me", "mail loops back to me", R::MailLoop,
        "553 5.3.5 config error: mail loops back to me (MX problem?)", "sendmail default wording"),
    Row::new("sendmail/too-many-hops", "too many hops", R::MailLoop,
        "554 5.4.6 Too many hops 25 (25 max): from a@example.com via mx.example.net, to a@example.com", "sendmail default wording"),
    Row::new("sendmail/insufficient-disk-space-try", "insufficient disk space; try again later", R::SystemFull,
        "452 4.4.5 Insufficient disk space; try again later", "sendmail default wording"),
    Row::new("sendmail/improper-use-8-bit", "improper use of 8-bit data in message header", R::ContentRejected,
        "550 5.6.9 improper use of 8-bit data in message header", "seen in samples"),
    Row::new("sendmail/headers-too-large", "headers too large", R::ContentRejected,
        "552 5.6.0 Headers too large (25 max)", "seen in samples"),
    Row::new("sendmail/connection-rate-limit-exceeded", "connection rate limit exceeded", R::RateLimited,
        "421 4.3.2 Connection rate limit exceeded.", "sendmail default wording"),
    Row::new("sendmail/too-many-open-connections", "too many open connections", R::RateLimited,
        "421 4.3.2 Too many open connections.", "sendmail default wording"),
    Row::new("sendmail/deferred-connection-timed-out", "deferred: connection timed out with", R::NetworkError,
        "421 4.4.1 Deferred: Connection timed out with mx.example.net", "sendmail default wording"),
    Row::new("sendmail/read-error", "reply: read error from", R::NetworkError,
        "451 4.4.1 reply: read error from mx.example.net.", "sendmail source"),
    Row::new("sendmail/host-name-lookup-failure", "host name lookup failure", R::DnsFailure,
        "a@example.com... Deferred: Name server: mx.example.net.: host name lookup failure", "sendmail source"),
    Row::new("sendmail/connection-refused", "connection refused by", R::NetworkError,
        "421 4.4.1 Connection refused by mx.example.net", "sendmail default wording"),
    Row::new("sendmail/unknown-mailer-error", "unknown mailer error", R::SystemError,
        "554 5.3.0 unknown mailer error 25", "sendmail default wording")
            .permanent(),
    Row::new("sendmail/rejected-milter", "rejected by milter", R::PolicyRejected,
        "550 5.7.1 Rejected by milter", "sendmail default wording")
            .permanent(),
];
