//! English words that also stand beside a clearer cause, and so come after all clear words: first those that mean something by
//! themselves, last those that tell little.

use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is one or two lines.
const ROWS: &[Row] = &[
    // Authentication of the sender's domain.
    Row::new("en/spf-fail", "spf ", R::AuthFailure, "550 5.7.23 SPF validation failed", "common").medium(),
    Row::new("en/not-authorized-to-send", "not authorized to send", R::AuthFailure, "550 5.7.1 192.0.2.1 is not authorized to send mail from example.org", "common").medium(),
    Row::new("en/spoofed", "spoofed", R::AuthFailure, "550 rejecting spoofed message", "common").medium(),
    Row::new("en/forged-hotmail", "message forged", R::AuthFailure, "554 Message forged", "common").medium(),
    // The sender's host: reverse DNS and HELO.
    Row::new("en/rdns-has-no-dns", "has no dns", R::PtrMissing, "550 your host has no DNS entry", "common").medium(),
    Row::new("en/helo-ehlo", "ehlo/helo", R::PtrMissing, "550 ehlo/helo", "common").medium(),
    // Lists, reputation, and connections that are not wanted.
    Row::new("en/dbl-domain-listed", "domain is listed", R::DomainBlocked, "550 the domain is listed", "common").medium(),
    Row::new("en/rbl-blocklist", "blocklist", R::IpBlocked, "550 found on a blocklist", "common").medium(),
    Row::new("en/rbl-blacklist", "blacklist", R::IpBlocked, "550 found on a blacklist", "common").medium(),
    Row::new("en/rbl-block-list", "block list", R::IpBlocked, "550 found on a block list", "common").medium(),
    Row::new("en/ip-reputation-of", "due to reputation", R::IpBlocked, "554 rejected due to reputation", "common").medium(),
    Row::new("en/ip-your-ip-blocked", "your ip", R::IpBlocked, "550 Your IP 192.0.2.1 was blocked", "common").medium(),
    Row::new("en/ip-your-host", "your host", R::IpBlocked, "550 your host [192.0.2.1] is denied", "common").medium(),
    Row::new("en/ip-your-server", "your server", R::IpBlocked, "550 your server is blocked", "common").medium(),
    Row::new("en/ip-mail-from-ip-blocked", "sending ip", R::IpBlocked, "550 sending ip", "common").medium(),
    Row::new("en/ip-residential", "residential", R::IpBlocked, "550 mail from residential addresses is refused", "common").medium(),
    Row::new("en/ip-open-relay", "open relay", R::IpBlocked, "550 open relay", "common").medium(),
    Row::new("en/ip-connection-rejected", "connection rejected", R::IpBlocked, "554 connection rejected", "common").medium(),
    Row::new("en/ip-connection-from-refused", "connections from", R::IpBlocked, "550 connections from 192.0.2.1 are refused", "common").medium(),
    Row::new("en/ip-not-accepting-messages", "esmtp not accepting messages", R::IpBlocked, "554 mx.example.net ESMTP not accepting messages", "common").medium(),
    // Content.
    Row::new("en/virus-any", "virus", R::VirusDetected, "550 Virus: rejected", "common").medium(),
    Row::new("en/spam-bulk", "bulk mail", R::SpamContent, "550 bulk mail is refused", "common").medium(),
    Row::new("en/spam-any", "spam", R::SpamContent, "550 5.7.1 no SPAM here", "common").medium(),
    Row::new("en/content-attachment", "attachment", R::ContentRejected, "550 prohibited attachment", "common").medium(),
    Row::new("en/content-message-id", "message-id", R::ContentRejected, "550 no Message-ID header", "common").medium(),
    Row::new("en/content-missing-from", "from header", R::ContentRejected, "550 5.7.1 From header missing", "common").medium(),
    Row::new("en/content-8bitmime", "8bit", R::ContentRejected, "554 5.6.1 8bit data not allowed", "common").medium(),
    Row::new("en/content-conversion", "conversion", R::ContentRejected, "554 5.6.3 conversion required but not supported", "common").medium(),
    Row::new("en/content-text", "message content", R::ContentRejected, "550 refused for message content", "common").medium(),
    Row::new("en/content-malformed", "malformed", R::ContentRejected, "554 message is malformed", "common").medium(),
    // Sizes.
    Row::new("en/size-size-limit", "size limit", R::MessageTooLarge, "552 5.2.3 over the size limit", "common").medium(),
    Row::new("en/size-message-size", "message size", R::MessageTooLarge, "552 message size over the limit", "common").medium(),
    Row::new("en/size-exceeds-maximum", "exceeds maximum", R::MessageTooLarge, "552 5.3.4 message exceeds maximum size", "common").medium(),
    Row::new("en/size-larger-than", "larger than", R::MessageTooLarge, "552 message larger than 10 MB", "common").medium(),
    Row::new("en/size-exceeds-limit", "exceeds the maximum", R::MessageTooLarge, "552 message exceeds the maximum size", "common").medium(),
    Row::new("en/size-too-big", "too big", R::MessageTooLarge, "552 too big", "common").medium(),
    // Too fast. None of these says that the recipient is bad.
    Row::new("en/rate-per-hour", "per hour", R::RateLimited, "550 over the limit of messages per hour", "common").medium(),
    Row::new("en/rate-temporarily-deferred", "temporarily deferred", R::RateLimited, "421 messages temporarily deferred", "common").medium(),
    Row::new("en/rate-messages-per", "messages per", R::RateLimited, "421 maximum number of messages per connection", "common").medium(),
    // By design later.
    Row::new("en/greylist-come-back", "please come back", R::Greylisted, "450 please come back in 300 seconds", "common").medium().fault(Fault::Sender),
    // Full.
    Row::new("en/full-quota-limit", "quota limit", R::MailboxFull, "552 quota limit", "common").medium(),
    Row::new("en/full-not-enough-space", "not enough", R::MailboxFull, "552 not enough storage space", "common").medium(),
    Row::new("en/full-user-is-over", "user is over", R::MailboxFull, "552 user is over the limit", "common").medium(),
    // Closed, moved.
    Row::new("en/disabled-out-of-service", "out of service", R::MailboxDisabled, "550 this mailbox is out of service", "common").medium(),
    // Some senders only.
    Row::new("en/restricted-does-not-accept", "user does not accept mail", R::RecipientRestricted, "550 user does not accept mail", "common").medium(),
    Row::new("en/restricted-whitelist-2", "not whitelisted", R::RecipientRestricted, "550 sender not whitelisted", "common").medium().detail(Detail::Filter),
    // No such user.
    Row::new("en/unknown-no-such-name", "no such name", R::UserUnknown, "550 no such name", "common").medium(),
    Row::new("en/unknown-no-valid", "no valid recipient", R::UserUnknown, "554 5.5.1 no valid recipients", "common").medium(),
    Row::new("en/unknown-no-record", "no record of", R::UserUnknown, "550 no record of that user", "common").medium(),
    Row::new("en/unknown-recipient-undeliverable", "recipient address rejected: undeliverable address", R::UserUnknown, "550 5.1.1 <a@example.com>: Recipient address rejected: undeliverable address: no reply", "common").medium(),
    Row::new("en/unknown-invalid-address", "invalid address", R::UserUnknown, "550 5.1.1 invalid address", "common").medium(),
    Row::new("en/unknown-invalid-account", "invalid account", R::UserUnknown, "550 invalid account", "common").medium(),
    Row::new("en/unknown-invalid-destination", "invalid destination", R::UserUnknown, "550 invalid destination mailbox", "common").medium(),
    Row::new("en/unknown-bad-recipient", "bad recipient", R::UserUnknown, "550 bad recipient", "common").medium(),
    Row::new("en/unknown-address", "unknown address", R::UserUnknown, "550 5.1.1 unknown address", "common").medium(),
    Row::new("en/unknown-address-invalid", "address is invalid", R::UserUnknown, "550 5.1.1 address is invalid", "common").medium(),
    Row::new("en/unknown-address-not-valid", "address is not valid", R::UserUnknown, "550 address is not valid", "common").medium(),
    Row::new("en/unknown-not-found-in", "not found in", R::UserUnknown, "550 a not found in the directory", "common").medium(),
    Row::new("en/unknown-unroutable", "unroutable address", R::UserUnknown, "550 Unroutable address", "common").medium(),
    Row::new("en/unknown-mailbox-unavailable", "mailbox unavailable", R::UserUnknown, "550 5.1.1 Requested action not taken: mailbox unavailable", "common").medium(),
    Row::new("en/unknown-recipient-unavailable", "recipient unavailable", R::UserUnknown, "550 recipient unavailable", "common").medium(),
    Row::new("en/unknown-rejected-recipient", "recipient rejected", R::UserUnknown, "550 5.1.1 recipient rejected", "common").medium(),
    // Hosts, names, networks.
    Row::new("en/host-domain-invalid", "invalid domain", R::HostUnknown, "550 invalid domain", "common").medium(),
    Row::new("en/host-domain-not-reachable", "domain is not reachable", R::HostUnknown, "550 domain is not reachable", "common").medium(),
    Row::new("en/dns-name-service", "name service error", R::DnsFailure, "Name service error for name=example.com type=MX: timed out", "common").medium(),
    Row::new("en/dns-lookup", "dns lookup", R::DnsFailure, "451 DNS lookup timed out", "common").medium(),
    Row::new("en/dns-unable-to-resolve", "unable to resolve", R::DnsFailure, "451 unable to resolve example.com", "common").medium(),
    Row::new("en/dns-could-not-resolve", "could not resolve", R::DnsFailure, "451 could not resolve example.com", "common").medium(),
    Row::new("en/dns-could-not-be-resolved", "could not be resolved", R::DnsFailure, "451 the host could not be resolved", "common").medium(),
    Row::new("en/dns-mx-lookup", "mx lookup", R::DnsFailure, "451 MX lookup failed", "common").medium(),
    Row::new("en/dns-nameserver", "nameserver", R::DnsFailure, "451 nameserver timeout", "common").medium(),
    Row::new("en/tls-starttls", "starttls", R::TlsFailure, "454 4.7.0 STARTTLS failed", "common").medium(),
    Row::new("en/tls-certificate", "certificate", R::TlsFailure, "550 certificate", "common").medium(),
    Row::new("en/net-timed-out", "timed out", R::NetworkError, "the session timed out", "common").medium(),
    Row::new("en/net-timeout", "timeout", R::NetworkError, "451 timeout", "common").medium(),
    // Relaying.
    Row::new("en/relay-no-relay", "no relay", R::RelayDenied, "550 no relaying here", "common").medium(),
    Row::new("en/relay-not-relay", "not relay", R::RelayDenied, "550 we do not relay", "common").medium(),
    Row::new("en/relay-to-relay", "to relay", R::RelayDenied, "550 not permitted to relay", "common").medium(),
    Row::new("en/relay-not-authenticated", "not authenticated", R::RelayDenied, "550 not authenticated", "common").medium(),
    Row::new("en/relay-auth-failed", "authentication failed", R::RelayDenied, "535 5.7.8 authentication failed", "common").medium(),
    // The destination's own trouble.
    Row::new("en/system-command-failed", "command failed", R::SystemError, "local delivery: command failed", "common").medium(),
    Row::new("en/system-service-unavailable", "service temporarily unavailable", R::SystemError, "451 Service temporarily unavailable", "common").medium(),
    Row::new("en/system-service-currently", "service currently unavailable", R::SystemError, "451 Service currently unavailable", "common").medium(),
    Row::new("en/system-temporarily-unavailable", "temporarily unavailable", R::SystemError, "450 mailbox temporarily unavailable", "common").medium(),
    Row::new("en/system-temporary-failure", "temporary failure", R::SystemError, "451 Temporary failure", "common").medium(),
    Row::new("en/system-could-not-verify", "could not complete", R::SystemError, "451 Could not complete recipient verify callout", "common").medium(),
    Row::new("en/system-overloaded", "server busy", R::SystemError, "421 Server busy", "common").medium(),
    Row::new("en/system-directory", "home directory", R::SystemError, "451 trouble in home directory", "common").medium(),
    Row::new("en/system-permission", "permission denied", R::SystemError, "cannot create mailbox: Permission denied", "common").medium(),
    // Policy, content, protocol: what is not said more closely.
    Row::new("en/restricted-access-denied", "recipient address rejected: access denied", R::RecipientRestricted, "554 5.7.1 <a@example.com>: Recipient address rejected: Access denied", "common").medium(),
    Row::new("en/protocol-syntax", "syntax error", R::ProtocolError, "501 5.5.2 Syntax error", "common").medium(),
    Row::new("en/protocol-unimplemented", "unimplemented", R::ProtocolError, "502 unimplemented command", "common").medium(),
    Row::new("en/protocol-not-implemented", "not implemented", R::ProtocolError, "502 5.5.1 command not implemented", "common").medium(),
    // Policy, content, protocol: what is not said more closely.
    Row::new("en/policy-policy", "policy", R::PolicyRejected, "550 against our policy", "common").low(),
    Row::new("en/policy-message-rejected", "message rejected", R::PolicyRejected, "550 5.7.1 Message rejected", "common").low(),
    Row::new("en/policy-message-refused", "message refused", R::PolicyRejected, "550 5.7.1 Message refused", "common").low(),
    Row::new("en/policy-message-denied", "message denied", R::PolicyRejected, "550 Message denied", "common").low(),
    Row::new("en/policy-not-allowed", "message not allowed", R::PolicyRejected, "554 Message not allowed", "common").low(),
    Row::new("en/policy-blocked", "message blocked", R::PolicyRejected, "550 message blocked", "common").low(),
    Row::new("en/policy-was-blocked", "has been blocked", R::PolicyRejected, "550 the message has been blocked", "common").low(),
];
