//! Postfix.

use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("postfix/sasl-authentication-failed", "sasl authentication failed; server", R::RelayDenied,
        "SASL authentication failed; server mx.example.net[192.0.2.1] said: 535 5.7.8 Error: authentication failed: user unknown", "Postfix source")
            .fault(Fault::Sender),
    Row::new("postfix/user-unknown-table", "user unknown in", R::UserUnknown,
        "550 5.1.1 a@example.com: Recipient address rejected: User unknown in local recipient table", "Postfix source")
            .then(&["table"]),
    Row::new("postfix/unverified-address-address-verification", "unverified address: address verification in progress", R::Greylisted,
        "450 4.1.1 a@example.com: Recipient address rejected: unverified address: Address verification in progress", "Postfix source"),
    Row::new("postfix/undeliverable-refused-talk", "undeliverable address: host", R::SystemError,
        "550 5.1.1 a@example.com: Recipient address rejected: undeliverable address: host mx.example.net[192.0.2.1] refused to talk to me: 554 no", "Postfix source")
            .then(&["refused to talk to me"]).medium(),
    Row::new("postfix/relay-access-denied", "relay access denied", R::RelayDenied,
        "554 5.7.1 a@example.com: Relay access denied", "Postfix source")
            .fault(Fault::Destination),
    Row::new("postfix/client-host-rejected-access", "client host rejected: access denied", R::IpBlocked,
        "554 5.7.1 mx.example.net[192.0.2.1]: Client host rejected: Access denied", "Postfix source")
            .permanent(),
    Row::new("postfix/client-host-rejected-cannot", "client host rejected: cannot find your", R::PtrMissing,
        "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]", "Postfix source")
            .transient(),
    Row::new("postfix/helo-command-rejected-need", "helo command rejected: need fully-qualified hostname", R::ProtocolError,
        "504 5.5.2 box: Helo command rejected: need fully-qualified hostname", "Postfix source")
            .permanent(),
    Row::new("postfix/rejected-due-spf-fail", "message rejected due to: spf fail - not authorized", R::AuthFailure,
        "550 5.7.23 a@example.com: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=a@example.com;ip=192.0.2.1;r=mx.example.net", "Postfix source"),
    Row::new("postfix/rejected-dmarc-policy", "rejected by dmarc policy for", R::AuthFailure,
        "550 5.7.0 rejected by DMARC policy for example.com", "Postfix source"),
    Row::new("postfix/size-exceeds-fixed-limit", "message size exceeds fixed limit", R::MessageTooLarge,
        "552 5.3.4 Message size exceeds fixed limit", "Postfix source"),
    Row::new("postfix/file-too-big", "message file too big", R::MessageTooLarge,
        "552 5.3.4 message file too big", "Postfix source"),
    Row::new("postfix/exceeds-size-limit", "exceeds size limit", R::MessageTooLarge,
        "552 5.3.4 message size 25 exceeds size limit 25 of server mx.example.net[192.0.2.1]", "Postfix source"),
    Row::new("postfix/quota-exceeded-mailbox-user", "quota exceeded (mailbox for user is full)", R::MailboxFull,
        "552 5.2.2 a@example.com Quota exceeded (mailbox for user is full)", "Postfix source"),
    Row::new("postfix/loops-back-myself", "loops back to myself", R::MailLoop,
        "554 5.4.6 mail for example.com loops back to myself", "Postfix source"),
    Row::new("postfix/forwarding-loop", "mail forwarding loop for", R::MailLoop,
        "554 5.4.6 mail forwarding loop for a@example.com", "Postfix source"),
    Row::new("postfix/error-too-many-connections", "error: too many connections", R::RateLimited,
        "421 4.7.0 Error: too many connections from 192.0.2.1", "Postfix source"),
    Row::new("postfix/error-too-many-errors", "error: too many errors", R::RateLimited,
        "421 4.7.0 mx.example.net Error: too many errors", "Postfix source"),
    Row::new("postfix/error-timeout-exceeded", "error: timeout exceeded", R::NetworkError,
        "421 4.4.2 mx.example.net Error: timeout exceeded", "Postfix source"),
    Row::new("postfix/name-service-error-name", "name service error for name=", R::DnsFailure,
        "Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again", "seen in samples")
            .then(&["host not found, try again"]),
    Row::new("postfix/name-service-error-name-host", "name service error for name=", R::HostUnknown,
        "Host or domain name not found. Name service error for name=example.com type=A: Host not found", "seen in samples")
            .then(&["host not found"]),
    Row::new("postfix/malformed-unexpected-name-server", "malformed or unexpected name server reply", R::DnsFailure,
        "Name service error for name=example.com type=MX: Malformed or unexpected name server reply", "seen in samples"),
    Row::new("postfix/does-not-accept-nullmx", "does not accept mail (nullmx)", R::HostUnknown,
        "556 5.1.10 a@example.com: Recipient address rejected: Domain example.com does not accept mail (nullMX)", "Postfix source")
            .detail(Detail::NullMx),
    Row::new("postfix/connect-connection-timed-out", "connect to", R::NetworkError,
        "connect to mx.example.net[192.0.2.1]:25: Connection timed out", "seen in samples")
            .then(&["connection timed out"]),
    Row::new("postfix/lost-connection", "lost connection with", R::NetworkError,
        "lost connection with mx.example.net[192.0.2.1] while sending MAIL FROM", "seen in samples"),
    Row::new("postfix/conversation-timed-out-while", "conversation with", R::NetworkError,
        "conversation with mx.example.net[192.0.2.1] timed out while sending MAIL FROM", "seen in samples")
            .then(&["timed out while"]),
    Row::new("postfix/cannot-start-tls-handshake", "cannot start tls: handshake failure", R::TlsFailure,
        "Cannot start TLS: handshake failure", "Postfix source"),
    Row::new("postfix/server-certificate-not-verified", "server certificate not verified", R::TlsFailure,
        "Server certificate not verified", "Postfix source"),
    Row::new("postfix/tls-required-but-not", "tls is required, but was not offered by host", R::TlsFailure,
        "TLS is required, but was not offered by host mx.example.net[192.0.2.1]", "Postfix source"),
    Row::new("postfix/tls-not-available", "tls not available", R::TlsFailure,
        "454 4.7.0 TLS not available due to local problem", "Postfix source"),
    Row::new("postfix/unknown-user", "unknown user: \"", R::UserUnknown,
        "unknown user: \"a\"", "seen in samples"),
    Row::new("postfix/user-s-maildir-overdrawn", "user's maildir has overdrawn his diskspace quota", R::MailboxFull,
        "maildir delivery failed: Sorry, the user's maildir has overdrawn his diskspace quota, please try again later.", "seen in samples"),
    Row::new("postfix/error-writing-too-large", "error writing message: file too large", R::MailboxFull,
        "cannot append message to destination file /var/mail/a: error writing message: File too large", "Postfix source"),
    Row::new("postfix/cannot-update-too-large", "cannot update mailbox", R::MailboxFull,
        "550 5.1.1 a@example.com: Recipient address rejected: undeliverable address: cannot update mailbox /var/mail/a for user a. file too large", "Postfix source")
            .then(&["file too large"]),
    Row::new("postfix/command-output-quota-exceeded", "command output:", R::MailboxFull,
        "Command died with status 73: \"/usr/bin/procmail -a a\". Command output: procmail: Quota exceeded while writing \"/var/mail/a\"", "procmail behind Postfix")
            .then(&["quota exceeded"]),
    Row::new("postfix/command-output-over-quota", "command output:", R::MailboxFull,
        "Command died with status 73: \"/usr/bin/procmail -a a\". Command output: procmail: Over quota while writing \"/var/mail/a\"", "procmail behind Postfix")
            .then(&["over quota"]),
    Row::new("postfix/command-output-mailbox-full", "command output:", R::MailboxFull,
        "Command died with status 73: \"/usr/bin/procmail -a a\". Command output: procmail: Mailbox full while writing \"/var/mail/a\"", "procmail behind Postfix")
            .then(&["mailbox full"]),
    Row::new("postfix/command-output-mailbox-is-full", "command output:", R::MailboxFull,
        "Command died with status 73: \"/usr/bin/procmail -a a\". Command output: procmail: Mailbox is full while writing \"/var/mail/a\"", "procmail behind Postfix")
            .then(&["mailbox is full"]),
    Row::new("postfix/command-died-status", "command died with status", R::SystemError,
        "Command died with status 25: \"/usr/bin/prog\". Command output: 550 no", "seen in samples")
            .permanent(),
    Row::new("postfix/temporary-failure-command-output", "temporary failure. command output", R::SystemError,
        "temporary failure. Command output: 550 no", "seen in samples"),
];
