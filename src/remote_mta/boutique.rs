//! Small mailbox providers and forwarders.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider { name: "hey", hosts: &["hey.com"], mail_domains: &["hey.com"], marks: &[] },
    Provider {
        name: "proton",
        hosts: &["protonmail.ch", "proton.ch"],
        mail_domains: &["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
        marks: &[],
    },
    Provider {
        name: "infomaniak",
        hosts: &["infomaniak.ch", "infomaniak.com"],
        mail_domains: &["ik.me", "etik.com", "ikmail.com"],
        marks: &[],
    },
    Provider { name: "hostpoint", hosts: &["hostpoint.ch"], mail_domains: &[], marks: &[] },
    Provider { name: "improvmx", hosts: &["improvmx.com"], mail_domains: &[], marks: &["improvmx.com"] },
    Provider { name: "forwardemail", hosts: &["forwardemail.net"], mail_domains: &[], marks: &["forwardemail.net"] },
    Provider {
        name: "fastmail",
        hosts: &["messagingengine.com", "fastmail.com"],
        mail_domains: &["fastmail.com", "fastmail.fm"],
        marks: &[],
    },
    Provider {
        name: "tuta",
        hosts: &["tutanota.de", "tuta.com"],
        mail_domains: &["tuta.com", "tutanota.com", "tutanota.de", "tuta.io", "keemail.me", "tutamail.com"],
        marks: &[],
    },
    Provider { name: "duckduckgo", hosts: &["duck.com"], mail_domains: &["duck.com"], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[
    Table::of_provider("hey", HEY),
    Table::of_provider("proton", PROTON),
    Table::of_provider("infomaniak", INFOMANIAK),
    Table::of_provider("hostpoint", HOSTPOINT),
    Table::of_provider("improvmx", IMPROVMX),
    Table::of_provider("forwardemail", FORWARDEMAIL),
    Table::of_provider("fastmail", FASTMAIL),
    Table::of_provider("tuta", TUTA),
    Table::of_provider("duckduckgo", DUCKDUCKGO),
];

#[rustfmt::skip] // A row is two or three lines.
const HEY: &[Row] = &[
    Row::new("hey/recipient-address-rejected-user", "recipient address rejected: user unknown", R::UserUnknown,
        "550 5.1.1 a@example.com: Recipient address rejected: User unknown", "smtpfieldmanual.com"),
];

#[rustfmt::skip] // A row is two or three lines.
const PROTON: &[Row] = &[
    Row::new("proton/rejected-spam-filter", "rejected by spam filter", R::SpamContent,
        "550 5.7.1 Rejected by spam filter", "smtpfieldmanual.com"),
];

#[rustfmt::skip] // A row is two or three lines.
const INFOMANIAK: &[Row] = &[
    Row::new("infomaniak/sender-address-rejected-domain", "sender address rejected: domain not found", R::SenderRejected,
        "450 4.1.8 Sender address rejected: Domain not found", "smtpfieldmanual.com")
            .transient(),
    Row::new("infomaniak/rejected-dmarc-policy", "rejected by dmarc policy for", R::AuthFailure,
        "550 5.7.1 rejected by DMARC policy for example.com", "smtpfieldmanual.com"),
];

#[rustfmt::skip] // A row is two or three lines.
const HOSTPOINT: &[Row] = &[
    Row::new("hostpoint/spf-check-failed-doesn", "spf-check failed", R::AuthFailure,
        "550 SPF-check failed: example.com doesn't allow sending mails from 192.0.2.1", "smtpfieldmanual.com")
            .then(&["doesn't allow sending mails from"]).unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const IMPROVMX: &[Row] = &[
    Row::new("improvmx/due-very-low-reputation", "due to the very low reputation of the sending domain, this message has been blocked", R::DomainBlocked,
        "551 5.7.1 Due to the very low reputation of the sending domain, this message has been blocked (Code 2).", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("improvmx/id-5-9-0", "(#id-5.9.0)", R::MailLoop,
        "551 Loop detected: Email is sent and forwarded from/to improvmx.com. (#id-5.9.0)", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("improvmx/id-5-9-2", "(#id-5.9.2)", R::HostUnknown,
        "551 Domain not found (#id-5.9.2)", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("improvmx/id-5-9-5", "(#id-5.9.5)", R::SystemError,
        "551 Unable to correctly read the forwarding recipient (where to forward the email to) (#id-5.9.5)", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("improvmx/id-5-9-3", "(#id-5.9.3)", R::SystemError,
        "551 5.7.1 Unable to read the forwarding recipient (#id-5.9.3)", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("improvmx/id-5-9-4", "(#id-5.9.4)", R::Greylisted,
        "450 Please try again later. (#id-5.9.4)", "smtpfieldmanual.com")
            .fault(Fault::Sender).unmistakable(),
    Row::new("improvmx/considered-spam", "message considered as spam", R::SpamContent,
        "550 5.7.1 Message considered as SPAM", "smtpfieldmanual.com"),
];

#[rustfmt::skip] // A row is two or three lines.
const FORWARDEMAIL: &[Row] = &[
    Row::new("forwardemail/requires-upgrade-enhanced-protection", "requires an upgrade to enhanced protection", R::SystemError,
        "550 Your message wasn't delivered due to an error; the recipient requires an upgrade to Enhanced Protection at forwardemail.net", "KumoMTA community rules")
            .unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const FASTMAIL: &[Row] = &[
    Row::new("fastmail/not-accepted-use-real", "not accepted, use a real hostname/ip", R::ProtocolError,
        "501 5.7.1 box: Helo command rejected: HELO string 'box' not accepted, Use a real hostname/ip", "public logs")
            .permanent().unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const TUTA: &[Row] = &[
    Row::new("tuta/helo-command-rejected-need", "helo command rejected: need fully-qualified hostname", R::ProtocolError,
        "504 5.5.2 box: Helo command rejected: need fully-qualified hostname", "public logs")
            .permanent(),
];

#[rustfmt::skip] // A row is two or three lines.
const DUCKDUCKGO: &[Row] = &[
    Row::new("duckduckgo/denied", "message denied", R::SpamContent,
        "550 Message denied", "KumoMTA community rules"),
];
