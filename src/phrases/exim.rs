//! Exim, also as cPanel runs it.

use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("exim/unrouteable-address", "unrouteable address", R::UserUnknown,
        "550 Unrouteable address", "Exim source")
            .replies(500, 599),
    // In its own reports it says the same of a domain that does not exist.
    Row::new("exim/unrouteable", "unrouteable address", R::UserUnknown,
        "Unrouteable address", "Exim source")
            .medium(),
    Row::new("exim/unknown-local-part-domain", "unknown local-part", R::UserUnknown,
        "550 unknown local-part \"box\" in domain \"example.com\"", "Exim source")
            .then(&["in domain"]),
    Row::new("exim/all-relevant-mx-records", "all relevant mx records point to non-existent hosts", R::HostUnknown,
        "all relevant MX records point to non-existent hosts", "Exim source"),
    Row::new("exim/lowest-mx-is-local", "lowest numbered mx record points to local host", R::MailLoop,
        "lowest numbered MX record points to local host", "Exim source"),
    Row::new("exim/all-host-address-lookups", "all host address lookups failed permanently", R::HostUnknown,
        "all host address lookups failed permanently", "Exim source"),
    Row::new("exim/mx-srv-record-indicated", "an mx or srv record indicated no smtp service", R::HostUnknown,
        "an MX or SRV record indicated no SMTP service", "Exim source")
            .detail(Detail::NullMx),
    Row::new("exim/could-not-complete-sender", "could not complete sender verify callout", R::SenderRejected,
        "451 Could not complete sender verify callout", "Exim source")
            .transient(),
    Row::new("exim/too-many-nonmail-commands", "too many nonmail commands", R::ProtocolError,
        "421 too many nonmail commands", "Exim source")
            .transient(),
    Row::new("exim/too-many-syntax-protocol", "too many syntax or protocol errors", R::ProtocolError,
        "421 Too many syntax or protocol errors", "Exim source")
            .transient(),
    Row::new("exim/helo-ehlo-argument-invalid", "helo/ehlo argument invalid", R::ProtocolError,
        "550 HELO/EHLO argument invalid", "Exim source")
            .permanent(),
    Row::new("exim/smtp-synchronization-error", "smtp synchronization error", R::ProtocolError,
        "554 SMTP synchronization error", "Exim source")
            .permanent(),
    Row::new("exim/access-denied-invalid-helo", "access denied - invalid helo name", R::ProtocolError,
        "550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)", "Exim source")
            .permanent(),
    Row::new("exim/rejected-because-black-list", "rejected because", R::IpBlocked,
        "550 rejected because 192.0.2.1 is in a black list at bl.example.org", "Exim source")
            .then(&["is in a black list at"]).permanent(),
    Row::new("exim/contains-malware", "this message contains malware", R::VirusDetected,
        "550 This message contains malware (box)", "Exim source"),
    Row::new("exim/maximum-allowed-line-length", "maximum allowed line length is", R::ContentRejected,
        "550 maximum allowed line length is 998 octets, got 25", "Exim source"),
    Row::new("exim/lines-too-long-transport", "message has lines too long for transport", R::ContentRejected,
        "550 message has lines too long for transport", "Exim source"),
    Row::new("exim/exceeded-max-mails-per", "has exceeded the max mails per hour", R::RateLimited,
        "Domain example.com has exceeded the max emails per hour (25/25 (120%)) allowed. Message discarded.", "Exim source"),
    Row::new("exim/exceeded-max-defers-failures", "has exceeded the max defers and failures per hour", R::RateLimited,
        "Domain example.com has exceeded the max defers and failures per hour (25/25 (120%)) allowed. Message discarded.", "Exim source"),
];
