//! GMX, WEB.DE, mail.com, 1&1 IONOS.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "united-internet",
    hosts: &[
        "gmx.net",
        "web.de",
        "mail.com",
        "kundenserver.de",
        "perfora.net",
        "1and1.com",
        "1and1.co.uk",
        "1and1.fr",
        "1and1.es",
        "ionos.com",
        "ionos.de",
        "ionos.co.uk",
        "ionos.fr",
        "ionos.es",
        "gmx.com",
    ],
    mail_domains: &[
        "gmx.net",
        "gmx.de",
        "gmx.at",
        "gmx.ch",
        "gmx.com",
        "gmx.us",
        "gmx.fr",
        "gmx.co.uk",
        "gmx.es",
        "web.de",
        "mail.com",
        "email.com",
    ],
    marks: &["postmaster.gmx.", "postmaster.web.de", "nemesis esmtp service"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("united-internet", UNITED_INTERNET)];

#[rustfmt::skip] // A row is two or three lines.
const UNITED_INTERNET: &[Row] = &[
    Row::new("united-internet/no-smtp-service-ip", "no smtp service ip address is block listed", R::IpBlocked,
        "554 example.com (mxgmx25) Nemesis ESMTP Service not available No SMTP service IP address is block listed. For explanation visit https://postmaster.gmx.net/en/case?c=r0201&i=ip&v=192.0.2.1&r=k3x9", "postmaster.gmx.com/en/error-messages")
            .permanent().unmistakable(),
    Row::new("united-internet/no-smtp-service-bad", "no smtp service bad dns ptr resource record", R::PtrMissing,
        "554 example.com (mxgmxus25) Nemesis ESMTP Service not available No SMTP service Bad DNS PTR resource record. For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.1&c=rdns", "seen in samples")
            .unmistakable(),
    Row::new("united-internet/reject-due-policy-restrictions", "reject due to policy restrictions (header based)", R::PolicyRejected,
        "550 Reject due to policy restrictions (header based). For explanation visit https://postmaster.gmx.net/en/case?c=hdr", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("united-internet/reject-due-policy-restrictions-domain", "reject due to policy restrictions (domain based)", R::DomainBlocked,
        "550 Reject due to policy restrictions (domain based)", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("united-internet/reject-due-policy-restrictions-ip", "reject due to policy restrictions (ip based)", R::IpBlocked,
        "550 Reject due to policy restrictions (IP based)", "smtpfieldmanual.com")
            .transient().unmistakable(),
    Row::new("united-internet/reject-due-policy-restrictions-2", "reject due to policy restrictions", R::IpBlocked,
        "554 Reject due to policy restrictions.", "KumoMTA community rules")
            .transient().unmistakable(),
    Row::new("united-internet/rate-limit-reached-try", "rate limit reached. please try again later", R::RateLimited,
        "421 Rate limit reached. Please try again later", "postmaster.gmx.com/en/error-messages")
            .unmistakable(),
    Row::new("united-internet/reject-due-policy-violations", "reject due to policy violations", R::IpBlocked,
        "421 Reject due to policy violations.", "postmaster.gmx.com/en/error-messages")
            .transient().unmistakable(),
    Row::new("united-internet/requested-action-not-taken", "requested action not taken: insufficient system storage", R::SystemFull,
        "452 Requested action not taken: insufficient system storage", "from memory")
            .medium(),
    Row::new("united-internet/too-many-connections", "too many connections", R::RateLimited,
        "421 Too many connections", "KumoMTA community rules"),
    Row::new("united-internet/syntax-error-parameters-arguments", "syntax error in parameters or arguments", R::ProtocolError,
        "501 Syntax error in parameters or arguments", "smtpfieldmanual.com")
            .permanent(),
    Row::new("united-internet/reject-due-spf-policy", "reject due to spf policy", R::AuthFailure,
        "550 a@example.com: Reject due to SPF policy. The originating IP of the message is not permitted by the domain owner", "smtpfieldmanual.com"),
    Row::new("united-internet/invalid-dns-mx-aaaa", "invalid dns mx or a/aaaa resource record", R::SenderRejected,
        "550 Invalid DNS MX or A/AAAA resource record", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("united-internet/exceeded-storage-allocation-quota", "exceeded storage allocation", R::MailboxFull,
        "550 Requested mail action aborted: exceeded storage allocation, Quota exceeded", "smtpfieldmanual.com")
            .then(&["quota exceeded"]).unmistakable(),
    Row::new("united-internet/exceeded-storage-allocation-full", "exceeded storage allocation", R::MailboxFull,
        "552 Requested mail action aborted: exceeded storage allocation The recipient's mailbox is full.", "common")
            .then(&["mailbox is full"]),
    Row::new("united-internet/exceeded-storage-allocation", "exceeded storage allocation", R::MessageTooLarge,
        "552 Requested mail action aborted: exceeded storage allocation (size)", "from memory")
            .medium(),
    Row::new("united-internet/authentication-failure-smtp-auth", "authentication failure: smtp auth failed with the remote server", R::RelayDenied,
        "535 Authentication failure: SMTP AUTH failed with the remote server", "ionos")
            .fault(Fault::Sender).unmistakable(),
    Row::new("united-internet/mailbox-full", "mailbox full", R::MailboxFull,
        "SMTP error from remote server after RCPT command: host: mx.example.net 5.2.2 a@example.com... Mailbox Full", "seen in samples"),
    Row::new("united-internet/requested-action-aborted-local", "requested action aborted: local error in processing", R::SystemError,
        "451 Requested action aborted: local error in processing", "postmaster.gmx.com/en/error-messages"),
];

/// What they begin with, whatever comes behind it: asked after all words that tell more.
pub(crate) static LEAD_INS: Table = Table::of_provider("united-internet", UNITED_INTERNET_LEAD_INS);

#[rustfmt::skip] // A row is two or three lines.
const UNITED_INTERNET_LEAD_INS: &[Row] = &[
    Row::new("united-internet/requested-action-not-taken-mailbox", "requested action not taken: mailbox unavailable", R::UserUnknown,
        "550 Requested action not taken: mailbox unavailable", "smtpfieldmanual.com"),
];
