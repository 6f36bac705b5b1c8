//! Proofpoint, Proofpoint Essentials.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "proofpoint",
    hosts: &["pphosted.com", "gpphosted.com", "ppe-hosted.com"],
    mail_domains: &[],
    marks: &["support.proofpoint.com", "ipcheck.proofpoint.com", "prs.proofpoint.com"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("proofpoint", PROOFPOINT)];

#[rustfmt::skip] // A row is two or three lines.
const PROOFPOINT: &[Row] = &[
    Row::new("proofpoint/blocked-see-https-support", "blocked - see https://support.proofpoint.com/dnsbl-lookup", R::IpBlocked,
        "554 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1", "seen in samples")
            .permanent().unmistakable(),
    Row::new("proofpoint/blocked-see-https-ipcheck-421", "blocked - see https://ipcheck.proofpoint.com", R::IpBlocked,
        "421 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1", "from memory")
            .reply(421).transient().unmistakable().medium(),
    Row::new("proofpoint/blocked-see-https-ipcheck", "blocked - see https://ipcheck.proofpoint.com", R::IpBlocked,
        "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1", "seen in samples")
            .permanent().unmistakable(),
    Row::new("proofpoint/blocked-using-prs-proofpoint", "blocked using prs.proofpoint.com", R::IpBlocked,
        "550 5.7.1 Service unavailable; client [192.0.2.1] blocked using prs.proofpoint.com", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("proofpoint/refused-proofpoint-reputation-services", "refused by proofpoint reputation services", R::IpBlocked,
        "550 5.7.0 Mail from 192.0.2.1 refused by Proofpoint Reputation Services. SENDER please see and take action: https://support.proofpoint.com/dnsbl-lookup.cgi?192.0.2.1", "public logs")
            .permanent().unmistakable(),
    Row::new("proofpoint/blocked-using-cloudmark-sender", "blocked using cloudmark sender intelligence", R::IpBlocked,
        "550 5.7.1 Service unavailable; client [192.0.2.1] blocked using Cloudmark Sender Intelligence (Visit http://csi.cloudmark.com/reset-request/ if you feel this is in error)", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("proofpoint/unverified-address-address-verification", "unverified address: address verification in progress", R::Greylisted,
        "421 4.1.1 a@example.com: Recipient address rejected: unverified address: Address verification in progress", "smtpfieldmanual.com"),
    Row::new("proofpoint/not-valid-address", "this is not a valid mail address", R::UserUnknown,
        "550 5.1.1 - This is not a valid email address. Please verify that you have the correct email address for your recipient.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("proofpoint/user-address-marked-invalid", "user mail address is marked as invalid", R::UserUnknown,
        "550 5.7.1 a@example.com: Recipient address rejected: User email address is marked as invalid.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("proofpoint/rejected-per-sender-s", "mail rejected per sender's dmarc policy", R::AuthFailure,
        "550 5.7.0 Email rejected per sender's DMARC policy", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("proofpoint/local-policy-violation", "local policy violation", R::PolicyRejected,
        "550 5.7.0 Local Policy Violation", "seen in samples")
            .permanent(),
    Row::new("proofpoint/blocked-using-dynamic", "blocked using dynamic", R::IpBlocked,
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dynamic addresses; rejected due to policy", "from memory")
            .permanent().medium(),
];
