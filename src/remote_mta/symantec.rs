//! Symantec, MessageLabs, Broadcom.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "symantec",
    hosts: &["messagelabs.com", "symanteccloud.com"],
    mail_domains: &[],
    marks: &["messagelabs.com", "symanteccloud.com", "broadcom.com/external/article"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("symantec", SYMANTEC)];

#[rustfmt::skip] // A row is two or three lines.
const SYMANTEC: &[Row] = &[
    Row::new("symantec/filtered", "message filtered", R::SpamContent,
        "553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)", "smtpfieldmanual.com"),
    Row::new("symantec/trying-use-me-relay", "you are trying to use me", R::RelayDenied,
        "553 you are trying to use me [mx.messagelabs.com] as a relay, but I have not been configured to let you [192.0.2.1, mx.example.net] do this. (#5.7.1)", "seen in samples")
            .then(&["as a relay, but i have not been configured"]).fault(Fault::Destination).unmistakable(),
    Row::new("symantec/invalid-recipient", "invalid recipient", R::UserUnknown,
        "550 Invalid recipient a@example.com (#5.1.1)", "smtpfieldmanual.com"),
    Row::new("symantec/service-temporarily-unavailable", "service temporarily unavailable", R::SystemError,
        "421 Service Temporarily Unavailable", "smtpfieldmanual.com"),
    Row::new("symantec/requested-action-aborted", "requested action aborted [", R::RateLimited,
        "450 Requested action aborted [9] k3x9, please visit https://knowledge.broadcom.com/external/article?legacyId=TECH246726 for more details about this error message.", "smtpfieldmanual.com"),
    Row::new("symantec/connection-rejected-policy", "connection rejected by policy [", R::IpBlocked,
        "501 Connection rejected by policy [7.3] k3x9, please visit https://support.symantec.com/en_US/article.TECH246726.html for more details about this error message.", "public logs")
            .permanent().unmistakable(),
    Row::new("symantec/connection-refused", "connection refused", R::IpBlocked,
        "550 5.7.1 Connection refused", "from memory")
            .permanent().medium(),
    Row::new("symantec/not-allowed-connect-ip", "you are not allowed to connect. your ip has bad reputation", R::IpBlocked,
        "554 5.7.1 You are not allowed to connect. Your IP has bad reputation", "from memory")
            .permanent().unmistakable().medium(),
];
