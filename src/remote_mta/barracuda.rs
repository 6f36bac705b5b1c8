//! Barracuda.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "barracuda",
    hosts: &["barracudanetworks.com", "cuda-inc.com"],
    mail_domains: &[],
    marks: &["cuda_nsu"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("barracuda", BARRACUDA)];

#[rustfmt::skip] // A row is two or three lines.
const BARRACUDA: &[Row] = &[
    Row::new("barracuda/temporary-failure-try-again", "temporary failure, please try again later", R::SystemError,
        "421 Temporary failure, please try again later.", "smtpfieldmanual.com"),
    Row::new("barracuda/license-expired", "license expired", R::SystemError,
        "422 License Expired", "smtpfieldmanual.com"),
    Row::new("barracuda/policy-rejection-abuse-go", "policy rejection- abuse. go away", R::RateLimited,
        "450 cuda_nsu 4.7.1 a@example.com: Recipient address rejected: Policy Rejection- Abuse. Go away.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("barracuda/recipient-address-rejected-greylisted", "recipient address rejected: greylisted for", R::Greylisted,
        "451 4.7.1 a@example.com: Recipient address rejected: Greylisted for 5 minutes", "smtpfieldmanual.com")
            .fault(Fault::Sender),
    Row::new("barracuda/cuda-nsu-4-4", "cuda_nsu 4.4.3 temporary server error", R::SystemError,
        "451 cuda_nsu 4.4.3 Temporary server error. Please try again later", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("barracuda/cuda-nsu-5-1", "cuda_nsu 5.1.1", R::UserUnknown,
        "550 cuda_nsu 5.1.1 a@example.com... User unknown", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("barracuda/no-such-user", "no such user", R::UserUnknown,
        "550 No such user (a@example.com)", "smtpfieldmanual.com"),
    Row::new("barracuda/permanent-failure-one-more", "permanent failure for one or more recipients", R::SpamContent,
        "550 permanent failure for one or more recipients (a@example.com:blocked)", "smtpfieldmanual.com")
            .then(&[":blocked)"]).unmistakable(),
    Row::new("barracuda/550-blocked", "550 blocked", R::PolicyRejected,
        "550 Blocked", "smtpfieldmanual.com")
            .permanent(),
    Row::new("barracuda/rejecting-spoofed", "rejecting spoofed message", R::SenderRejected,
        "550 rejecting spoofed message", "smtpfieldmanual.com"),
    Row::new("barracuda/rejected-due-spam-url", "rejected due to spam url in content", R::SpamContent,
        "554 rejected due to spam URL in content", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("barracuda/rejecting-banned-content", "rejecting banned content", R::ContentRejected,
        "554 rejecting banned content", "smtpfieldmanual.com"),
    Row::new("barracuda/rejected-due-spam-content", "rejected due to spam content", R::SpamContent,
        "554 rejected due to spam content", "seen in samples")
            .unmistakable(),
    Row::new("barracuda/rejected-due-virus", "rejected due to virus", R::VirusDetected,
        "554 rejected due to virus", "from memory")
            .medium(),
    Row::new("barracuda/content-rejected-ube", "message content rejected, ube", R::SpamContent,
        "550 5.7.1 Message content rejected, UBE, id=k3x9", "seen in samples")
            .unmistakable(),
    Row::new("barracuda/blocked-brbl", "blocked by brbl", R::IpBlocked,
        "554 Service unavailable; Client host [mx.example.net] blocked by BRBL", "from memory")
            .permanent().medium(),
    Row::new("barracuda/blocked-using-barracuda-reputation", "blocked using barracuda reputation", R::IpBlocked,
        "554 blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.1", "from memory")
            .permanent().unmistakable().medium(),
    Row::new("barracuda/junkmail-rejected-rbl-http", "junkmail rejected", R::IpBlocked,
        "550 JunkMail rejected - mx.example.net [192.0.2.1]:25 is in an RBL: http://www.barracudanetworks.com/reputation/?pr=1&ip=192.0.2.1", "public logs")
            .then(&["is in an rbl: http://www.barracudanetworks.com"]).permanent().unmistakable(),
];
