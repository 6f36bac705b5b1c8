//! Zoho.

use super::Provider;
use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "zoho",
    hosts: &["zoho.com", "zoho.eu", "zoho.in", "zohomail.com", "zohomail.eu"],
    mail_domains: &["zohomail.com", "zoho.com", "zohomail.eu"],
    marks: &[],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("zoho", ZOHO)];

#[rustfmt::skip] // A row is two or three lines.
const ZOHO: &[Row] = &[
    Row::new("zoho/user-does-not-exist", "user does not exist", R::UserUnknown,
        "550 5.1.1 User does not exist - a@example.com", "seen in samples"),
    Row::new("zoho/rejected-destination-domain", "mail rejected by destination domain", R::PolicyRejected,
        "541 5.4.1 Mail rejected by destination domain", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("zoho/mailbox-delivery-restricted-policy", "mailbox delivery restricted by policy error", R::RecipientRestricted,
        "452 a@example.com Mailbox delivery restricted by policy error", "smtpfieldmanual.com")
            .detail(Detail::Filter).transient().unmistakable(),
    Row::new("zoho/mailbox-delivery-failure-full", "mailbox delivery failure policy error", R::MailboxFull,
        "552 5.2.2 Mailbox delivery failure policy error: Mailbox is full", "from memory")
            .then(&["full"]).unmistakable(),
    Row::new("zoho/mailbox-delivery-failure-quota", "mailbox delivery failure policy error", R::MailboxFull,
        "552 5.1.1 Mailbox delivery failure policy error: user mailbox over quota", "from memory")
            .then(&["quota"]).unmistakable(),
    Row::new("zoho/mailbox-delivery-failure-policy", "mailbox delivery failure policy error", R::RecipientRestricted,
        "552 5.1.1 a@example.com Mailbox delivery failure policy error", "smtpfieldmanual.com")
            .detail(Detail::Filter).permanent().unmistakable(),
    Row::new("zoho/mailpolicy-violation-error-delivering", "mailpolicy violation error delivering to mailboxes", R::PolicyRejected,
        "554 5.2.3 MailPolicy violation Error delivering to mailboxes", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("zoho/cannot-delivered-reason-flagged", "mail cannot be delivered. reason: mail flagged as spam", R::SpamContent,
        "554 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.", "seen in samples")
            .unmistakable(),
    Row::new("zoho/policy-violation-detected", "mail policy violation detected", R::PolicyRejected,
        "554 5.7.7 Email policy violation detected", "seen in samples")
            .permanent().unmistakable(),
    Row::new("zoho/virus-detected-zoho", "virus", R::VirusDetected,
        "552 5.7.1 virus box detected by Zoho Mail", "smtpfieldmanual.com")
            .then(&["detected by zoho"]).unmistakable(),
    Row::new("zoho/rejected-per-dmarc-policy", "mail rejected per dmarc policy", R::AuthFailure,
        "550 5.7.1 Email rejected per DMARC policy for example.com", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("zoho/relaying-disallowed", "relaying disallowed", R::RelayDenied,
        "553 Relaying disallowed", "smtpfieldmanual.com")
            .fault(Fault::Destination),
    Row::new("zoho/temporary-system-error", "temporary system error", R::SystemError,
        "452 4.3.1 Temporary System Error", "smtpfieldmanual.com"),
    Row::new("zoho/unusual-sending-activity", "unusual sending activity detected", R::RateLimited,
        "550 5.4.6 Unusual sending activity detected. Please try after sometime.", "from memory")
            .fault(Fault::Sender).transient().medium().unmistakable(),
    // It calls every refused address invalid, and quotes the refusal.
    Row::new("zoho/invalid-address-mailbox-full", "invalid address, error_code :", R::MailboxFull,
        "a@example.com Invalid Address, ERROR_CODE :550, ERROR_CODE :5.2.1 a@example.com... Mailbox Full", "seen in samples")
            .then(&["mailbox full"]).unmistakable(),
    Row::new("zoho/invalid-address-full-5-2-2", "invalid address, error_code :", R::MailboxFull,
        "a@example.com Invalid Address, ERROR_CODE :552, ERROR_CODE :5.2.2 no", "seen in samples")
            .then(&["error_code :5.2.2"]).unmistakable(),
    Row::new("zoho/invalid-address-error-code", "invalid address, error_code :550", R::UserUnknown,
        "a@example.com Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 a@example.com... User Unknown", "seen in samples")
            .then(&["error_code :5.1."]).unmistakable(),
];
