//! iCloud.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "apple",
    hosts: &["icloud.com", "me.com", "mac.com", "apple.com"],
    mail_domains: &["icloud.com", "me.com", "mac.com", "privaterelay.appleid.com"],
    marks: &["support.apple.com/en-us/ht204137"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("apple", APPLE)];

#[rustfmt::skip] // A row is two or three lines.
const APPLE: &[Row] = &[
    Row::new("apple/user-does-not-exist", "user does not exist", R::UserUnknown,
        "550 5.1.1 a@example.com: user does not exist", "smtpfieldmanual.com"),
    Row::new("apple/user-not-found", "user not found", R::UserUnknown,
        "550 5.1.1 <a@example.com>: user not found", "smtpfieldmanual.com"),
    Row::new("apple/inactive-address", "inactive mail address", R::MailboxDisabled,
        "550 5.1.1 a@example.com: inactive email address", "seen in samples"),
    Row::new("apple/unknown-illegal-alias", "unknown or illegal alias", R::UserUnknown,
        "550 5.1.1 unknown or illegal alias: a@example.com", "sisimai rhost/for-apple"),
    Row::new("apple/recipient-no-longer-server", "recipient no longer on server", R::HasMoved,
        "550 5.1.6 recipient no longer on server: a@example.com", "seen in samples"),
    Row::new("apple/user-over-quota", "user is over quota", R::MailboxFull,
        "552 5.2.2 a@example.com: user is over quota", "seen in samples"),
    Row::new("apple/user-overquota", "user is overquota", R::MailboxFull,
        "552 5.2.2 <a@example.com>: user is overquota", "seen in samples"),
    Row::new("apple/sender-address-rejected-domain", "sender address rejected: domain not found", R::SenderRejected,
        "450 4.1.8 a@example.com: Sender address rejected: Domain not found", "sisimai rhost/for-apple")
            .transient(),
    Row::new("apple/deferred-due-excessive-volume", "deferred due to excessive volume. try again later", R::RateLimited,
        "421 4.7.1 Messages to a@example.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137", "smtpfieldmanual.com")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("apple/me-com-error-too", "me.com error: too many errors", R::RateLimited,
        "421 4.7.0 me.com Error: too many errors", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("apple/service-unavailable-try-again", "service unavailable - try again later", R::SystemError,
        "451 4.7.1 Service unavailable - try again later", "smtpfieldmanual.com"),
    Row::new("apple/bs02", "[bs02]", R::SystemError,
        "451 4.7.0 [BS02] Temporary server error.", "KumoMTA community rules")
            .unmistakable(),
    Row::new("apple/hcm1", "[hcm1]", R::RateLimited,
        "450 4.7.1 [HCM1] Your mail from 192.0.2.1 was deferred", "KumoMTA community rules")
            .unmistakable(),
    Row::new("apple/hcm2", "[hcm2]", R::IpBlocked,
        "550 5.7.1 [HCM2] Your mail from 192.0.2.1 was rejected. https://support.apple.com/en-us/HT204137", "public logs")
            .permanent().unmistakable(),
    Row::new("apple/cs01", "[cs01]", R::SpamContent,
        "550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("apple/cs02", "[cs02]", R::SpamContent,
        "554 5.7.1 [CS02] Message rejected due to local policy.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("apple/hm08", "[hm08]", R::IpBlocked,
        "554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137", "public logs")
            .permanent().unmistakable(),
    Row::new("apple/hm07", "[hm07]", R::IpBlocked,
        "554 5.7.1 [HM07] Message rejected due to local policy.", "public logs")
            .permanent().unmistakable(),
    Row::new("apple/tt0-rejected", "[tt0", R::PolicyRejected,
        "554 5.7.1 [TT01] Message rejected", "from memory")
            .then(&["message rejected"]).permanent().medium(),
    Row::new("apple/hme1", "[hme1]", R::AuthFailure,
        "554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks. See https://support.apple.com/en-us/HT204137 for mailing best practices", "sisimai rhost/for-apple")
            .unmistakable(),
    Row::new("apple/rejected-due-dmarc-policy", "your message was rejected due to", R::AuthFailure,
        "550 5.7.1 Your message was rejected due to example.com's DMARC policy. See https://support.apple.com/en-us/HT204137 for info", "seen in samples")
            .then(&["dmarc policy"]).unmistakable(),
    Row::new("apple/having-domain-present-spamhaus", "having a domain present in the spamhaus dbl", R::DomainBlocked,
        "550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("apple/rejected-due-listing-spamhaus", "was rejected due to listing in spamhaus", R::IpBlocked,
        "550 5.7.1 Mail from IP 192.0.2.1 was rejected due to listing in Spamhaus SBL. For details please see http://www.spamhaus.org/query/bl?ip=192.0.2.1", "public logs")
            .permanent().unmistakable(),
    Row::new("apple/blocked-see-https-support", "blocked - see https://support.proofpoint.com/dnsbl-lookup", R::IpBlocked,
        "550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1", "sisimai rhost/for-apple")
            .permanent(),
    Row::new("apple/blocked-see-https-ipcheck", "blocked - see https://ipcheck.proofpoint.com", R::IpBlocked,
        "550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1", "sisimai rhost/for-apple")
            .permanent(),
    Row::new("apple/esmtp-not-accepting-connections", "esmtp not accepting connections", R::IpBlocked,
        "554 mx.example.net.me.com ESMTP not accepting connections", "seen in samples")
            .unmistakable(),
    Row::new("apple/relay-access-denied", "relay access denied", R::RelayDenied,
        "554 5.7.1 a@example.com: Relay access denied", "smtpfieldmanual.com")
            .fault(Fault::Destination),
    Row::new("apple/content-rejected-due-spam", "message content rejected due to spam", R::SpamContent,
        "550 5.7.1 message content rejected due to spam", "KumoMTA community rules")
            .unmistakable(),
];
