//! Mimecast.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "mimecast",
    hosts: &["mimecast.com", "mimecast.co.za", "mimecast-offshore.com", "mimecast.org"],
    mail_domains: &[],
    marks: &["community.mimecast.com", "mimecast.com/docs", "mimecastsupport.zendesk.com"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("mimecast", MIMECAST)];

#[rustfmt::skip] // A row is two or three lines.
const MIMECAST: &[Row] = &[
    Row::new("mimecast/internal-resource-temporarily-unavailable", "internal resource temporarily unavailable", R::Greylisted,
        "451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [k3x9]", "smtpfieldmanual.com")
            .fault(Fault::Sender).unmistakable(),
    Row::new("mimecast/internal-resources-temporarily-unavailable", "internal resources are temporarily unavailable", R::Greylisted,
        "451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451", "smtpfieldmanual.com")
            .fault(Fault::Sender).unmistakable(),
    Row::new("mimecast/invalid-recipient-451", "invalid recipient", R::Undetermined,
        "451 Invalid Recipient - https://www.example.com/#451", "smtpfieldmanual.com")
            .reply(451).low(),
    Row::new("mimecast/invalid-recipient", "invalid recipient", R::UserUnknown,
        "550 Invalid Recipient - https://www.example.com/#550", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/invalid-address", "invalid address", R::UserUnknown,
        "501 Invalid address", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/open-relay-not-allowed", "open relay not allowed", R::RelayDenied,
        "451 Open relay not allowed - https://www.example.com/#451", "smtpfieldmanual.com")
            .fault(Fault::Sender).transient(),
    Row::new("mimecast/account-service-temporarily-unavailable", "account service is temporarily unavailable", R::RateLimited,
        "451 Account service is temporarily unavailable", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/unable-process-connection-time", "unable to process connection at this time", R::SystemError,
        "451 Unable to process connection at this time", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/unable-process-command", "unable to process command", R::SystemError,
        "451 Unable to process command", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/unable-process-time", "unable to process an mail at this time", R::SystemError,
        "451 Unable to process an email at this time", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/ip-temporarily-blacklisted", "ip temporarily blacklisted", R::IpBlocked,
        "451 IP Temporarily Blacklisted", "sisimai rhost/for-mimecast")
            .transient().unmistakable(),
    Row::new("mimecast/recipient-temporarily-unavailable", "recipient temporarily unavailable", R::Greylisted,
        "451 Recipient Temporarily Unavailable", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/ended-early", "message ended early", R::NetworkError,
        "451 Message ended early", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/account-inbounds-disabled", "account inbounds disabled", R::SystemError,
        "451 Account Inbounds Disabled", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/account-outbounds-disabled", "account outbounds disabled", R::PolicyRejected,
        "451 Account Outbounds Disabled", "sisimai rhost/for-mimecast")
            .transient().unmistakable(),
    Row::new("mimecast/hostname-not-authorized", "hostname is not authorized", R::PolicyRejected,
        "451 Hostname is not authorized", "sisimai rhost/for-mimecast")
            .transient().unmistakable(),
    Row::new("mimecast/too-many-recipients", "too many recipients", R::RateLimited,
        "452 Too many recipients", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/sender-address-blocked", "sender address blocked", R::SenderRejected,
        "421 Sender address blocked", "sisimai rhost/for-mimecast")
            .transient(),
    Row::new("mimecast/spf-sender-invalid-envelope", "spf sender invalid - envelope rejected", R::AuthFailure,
        "550 SPF Sender Invalid - envelope rejected", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/dkim-sender-invalid-envelope", "dkim sender invalid - envelope rejected", R::AuthFailure,
        "550 DKIM Sender Invalid - envelope rejected", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/dmarc-sender-invalid-envelope", "dmarc sender invalid - envelope rejected", R::AuthFailure,
        "550 DMARC Sender Invalid - envelope rejected", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/local-ct-ip-reputation", "local ct ip reputation", R::IpBlocked,
        "550 Local CT IP Reputation - (reject)", "sisimai rhost/for-mimecast")
            .permanent(),
    Row::new("mimecast/poor-reputation-sender", "poor reputation sender", R::IpBlocked,
        "550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [k3x9]", "public logs")
            .permanent(),
    Row::new("mimecast/mimecast-org-listed", "mimecast.org listed by", R::IpBlocked,
        "550 sbl.mimecast.org Listed by PBL, see https://check.spamhaus.org/query/ip/192.0.2.1", "public logs")
            .permanent().unmistakable(),
    Row::new("mimecast/administrative-prohibition-envelope-blocked", "administrative prohibition - envelope blocked", R::SenderRejected,
        "550 Administrative prohibition - envelope blocked - https://www.example.com/#550", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("mimecast/envelope-blocked-user-entry", "envelope blocked - user entry", R::SenderRejected,
        "550 Envelope blocked - User Entry", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("mimecast/envelope-blocked-user-domain", "envelope blocked - user domain entry", R::SenderRejected,
        "550 Envelope blocked - User Domain Entry", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("mimecast/rejected-header-based-manually", "rejected by header based manually blocked senders", R::SenderRejected,
        "550 Rejected by header based manually Blocked Senders: a@example.com", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("mimecast/header-based-blocked-senders", "header-based blocked senders", R::SenderRejected,
        "550 header-based blocked senders - block policy for header from", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("mimecast/rejected-header-based-anti", "rejected by header based anti-spoofing policy", R::PolicyRejected,
        "550 Rejected by header based Anti-Spoofing policy: a@example.com", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("mimecast/anti-spoofing-policy", "anti-spoofing policy", R::PolicyRejected,
        "550 Anti-Spoofing policy - Inbound not allowed", "smtpfieldmanual.com")
            .permanent(),
    Row::new("mimecast/bounced-due-content-examination", "message bounced due to content examination policy", R::PolicyRejected,
        "550 Message bounced due to Content Examination Policy", "sisimai rhost/for-mimecast")
            .permanent().unmistakable(),
    Row::new("mimecast/exceeding-outbound-thread-limit", "exceeding outbound thread limit", R::RateLimited,
        "550 Exceeding outbound thread limit", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/journal-past-expiration", "journal message past expiration", R::Expired,
        "550 Journal message past expiration", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/route-requires-encryption-tls", "this route requires encryption (tls)", R::TlsFailure,
        "553 This route requires encryption (TLS)", "sisimai rhost/for-mimecast")
            .fault(Fault::Sender).unmistakable(),
    Row::new("mimecast/tls-version-1-2", "tls version 1.2 or greater", R::TlsFailure,
        "553 TLS version 1.2 or greater", "sisimai rhost/for-mimecast")
            .fault(Fault::Sender).unmistakable(),
    Row::new("mimecast/high-strength-ciphers", "high-strength ciphers", R::TlsFailure,
        "553 high-strength ciphers", "sisimai rhost/for-mimecast")
            .fault(Fault::Sender),
    Row::new("mimecast/rejected-due-security-policies", "mail rejected due to security policies", R::SpamContent,
        "554 email rejected due to security policies - MCSpamSignature.sa.2.2", "seen in samples")
            .unmistakable(),
    Row::new("mimecast/host-network-not-allowed", "host network not allowed", R::IpBlocked,
        "554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [k3x9]", "seen in samples")
            .permanent(),
    Row::new("mimecast/maximum-size-exceeded", "maximum mail size exceeded", R::MessageTooLarge,
        "554 Maximum email size exceeded", "sisimai rhost/for-mimecast")
            .unmistakable(),
    Row::new("mimecast/loop-detected", "mail loop detected", R::MailLoop,
        "554 Mail loop detected", "sisimai rhost/for-mimecast"),
    Row::new("mimecast/incorrect-authentication-data", "incorrect authentication data", R::RelayDenied,
        "535 Incorrect authentication data", "sisimai rhost/for-mimecast")
            .fault(Fault::Sender).unmistakable(),
];
