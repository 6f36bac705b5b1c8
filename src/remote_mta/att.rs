//! AT&T, BellSouth, Prodigy.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "att",
    hosts: &["prodigy.net", "att.net", "sbcglobal.net"],
    mail_domains: &[],
    marks: &["abuse-att.net"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("att", ATT)];

#[rustfmt::skip] // A row is two or three lines.
const ATT: &[Row] = &[
    Row::new("att/addressee-unknown", "addressee unknown", R::UserUnknown,
        "550 5.2.1 a@example.com... Addressee unknown, relay=[192.0.2.1]", "smtpfieldmanual.com"),
    Row::new("att/blank-mailhost-invalid-address", "blank mailhost - invalid address", R::UserUnknown,
        "550 5.2.1 a@example.com... blank mailhost - invalid address, relay=[192.0.2.1]", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("att/suspend", "[suspend]", R::MailboxDisabled,
        "550 [SUSPEND] Mailbox currently suspended - Please contact correspondent directly", "seen in samples")
            .unmistakable(),
    Row::new("att/connections-not-accepted-servers", "connections not accepted from servers without a valid sender", R::PtrMissing,
        "550 5.7.1 Connections not accepted from servers without a valid sender domain. Fix reverse DNS for 192.0.2.1", "seen in samples")
            .unmistakable(),
    Row::new("att/dnsbl-rbl-521", "dnsbl:rbl 521", R::IpBlocked,
        "553 5.3.0 example.com DNSBL:RBL 521< 192.0.2.1 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net", "KumoMTA community rules")
            .permanent(),
    Row::new("att/dnsbl-attrbl-521", "dnsbl:attrbl 521", R::IpBlocked,
        "553 5.3.0 example.com DNSBL:ATTRBL 521< 192.0.2.1 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net", "KumoMTA community rules")
            .permanent(),
    Row::new("att/blocked-ivmsip", "blocked by ivmsip", R::IpBlocked,
        "553 5.0.3 Blocked by ivmSIP", "KumoMTA community rules")
            .permanent(),
    Row::new("att/address-does-not-exist", "address does not exist", R::UserUnknown,
        "553 5.3.0 a@example.com... Address does not exist", "seen in samples"),
    Row::new("att/too-many-recipients-received", "too many recipients received this hour", R::RateLimited,
        "452 Too many recipients received this hour", "from memory")
            .medium(),
    Row::new("att/too-many-concurrent-smtp", "too many concurrent smtp connections", R::RateLimited,
        "421 Too many concurrent SMTP connections", "from memory")
            .medium(),
    Row::new("att/sender-rejected-aup", "sender rejected aup#", R::SenderRejected,
        "552 5.2.0 sender rejected AUP#1310", "KumoMTA community rules"),
    Row::new("att/restricted-sms", "has restricted sms", R::RecipientRestricted,
        "550 a@example.com has restricted SMS e-mail", "sisimai reason/why-*")
            .permanent(),
];
