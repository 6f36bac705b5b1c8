//! Cox.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "cox",
    hosts: &["cox.net"],
    mail_domains: &["cox.net"],
    marks: &["aup#cx", "cox.com/residential/support/mail-error-codes"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("cox", COX)];

#[rustfmt::skip] // A row is two or three lines.
const COX: &[Row] = &[
    Row::new("cox/aup-cxbl", "aup#cxbl", R::IpBlocked,
        "550 5.1.0 192.0.2.1 rejected - policy. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CXBL", "sisimai rhost/for-cox")
            .permanent().unmistakable(),
    Row::new("cox/aup-cdrbl", "aup#cdrbl", R::IpBlocked,
        "550 5.1.0 a@example.com sender rejected. Refer to Error Codes section at https://www.cox.com/... AUP#CDRBL", "seen in samples")
            .transient().unmistakable(),
    Row::new("cox/aup-cxdns", "aup#cxdns", R::PtrMissing,
        "550 AUP#CXDNS", "sisimai rhost/for-cox")
            .transient().unmistakable(),
    Row::new("cox/aup-cxsndr", "aup#cxsndr", R::AuthFailure,
        "550 AUP#CXSNDR", "sisimai rhost/for-cox")
            .unmistakable(),
    Row::new("cox/aup-cxsmtp", "aup#cxsmtp", R::ProtocolError,
        "550 AUP#CXSMTP", "sisimai rhost/for-cox")
            .permanent().unmistakable(),
    Row::new("cox/aup-cxcnct", "aup#cxcnct", R::RateLimited,
        "421 AUP#CXCNCT", "sisimai rhost/for-cox")
            .unmistakable(),
    Row::new("cox/aup-cxmxrt", "aup#cxmxrt", R::RateLimited,
        "452 AUP#CXMXRT", "sisimai rhost/for-cox")
            .unmistakable(),
    Row::new("cox/aup-cxthrt", "aup#cxthrt", R::SenderRejected,
        "550 AUP#CXTHRT", "sisimai rhost/for-cox")
            .transient().unmistakable(),
    Row::new("cox/aup-cxmj", "aup#cxmj", R::SenderRejected,
        "550 AUP#CXMJ", "sisimai rhost/for-cox")
            .transient().unmistakable(),
    Row::new("cox/aup-ipbl", "aup#ipbl", R::IpBlocked,
        "554 AUP#IPBL0001", "sisimai rhost/for-cox")
            .permanent().unmistakable(),
    Row::new("cox/aup-urlbl", "aup#urlbl", R::SpamContent,
        "552 AUP#URLBL011", "sisimai rhost/for-cox")
            .unmistakable(),
    Row::new("cox/aup-bl", "aup#bl", R::IpBlocked,
        "554 cox 192.0.2.1 blocked - see http://postmaster.cox.net AUP#BL", "from memory")
            .permanent().unmistakable(),
    Row::new("cox/url-block-list", "urlbl0", R::ContentRejected,
        "552 5.2.0 This message was rejected because of URL content in the email. Error: URLBL011 - Refer to Error Codes section at http://postmaster.cox.net", "from memory")
            .unmistakable(),
    Row::new("cox/blocked-refer-error-codes", "blocked. refer to the error codes section at", R::IpBlocked,
        "550 5.1.0 192.0.2.1 blocked. Refer to the Error Codes section at http://postmaster.cox.net/confluence/display/postmaster/Error+Codes", "from memory")
            .then(&["cox.net"]).permanent().unmistakable(),
    Row::new("cox/too-many-bad-commands", "too many bad commands", R::IpBlocked,
        "421 cox too many bad commands from 192.0.2.1", "sisimai rhost/for-cox")
            .transient(),
    Row::new("cox/too-many-invalid-recipients", "too many invalid recipients", R::IpBlocked,
        "421 Too many invalid recipients", "sisimai rhost/for-cox")
            .transient(),
    Row::new("cox/dns-check-failure-try", "dns check failure - try again later", R::PtrMissing,
        "421 DNS check failure - try again later", "sisimai rhost/for-cox")
            .transient().unmistakable(),
    Row::new("cox/rejected-no-rdns", "rejected - no rdns", R::PtrMissing,
        "554 192.0.2.1 rejected - no rDNS", "sisimai rhost/for-cox"),
    Row::new("cox/too-many-sessions", "too many sessions from", R::RateLimited,
        "421 too many sessions from 192.0.2.1", "sisimai rhost/for-cox"),
    Row::new("cox/threshold-exceeded", "message threshold exceeded", R::RateLimited,
        "421 message threshold exceeded", "sisimai rhost/for-cox")
            .unmistakable(),
    Row::new("cox/requested-action-aborted-try", "requested action aborted: try again later", R::SystemError,
        "421 requested action aborted: try again later", "sisimai rhost/for-cox"),
    Row::new("cox/sender-rejected", "sender rejected", R::SenderRejected,
        "550 5.1.0 a@example.com sender rejected", "sisimai rhost/for-cox"),
    Row::new("cox/recipient-rejected", "recipient rejected", R::UserUnknown,
        "550 5.1.0 a@example.com recipient rejected", "seen in samples"),
    Row::new("cox/attachment-extension-forbidden", "attachment extension is forbidden", R::ContentRejected,
        "554 attachment extension is forbidden", "sisimai rhost/for-cox")
            .unmistakable(),
    Row::new("cox/no-data-before-greeting", "no data before greeting", R::ProtocolError,
        "554 ESMTP no data before greeting", "sisimai rhost/for-cox")
            .permanent(),
    Row::new("cox/esmtp-server-temporarily-not", "esmtp server temporarily not available", R::SystemError,
        "421 ESMTP server temporarily not available", "sisimai rhost/for-cox")
            .unmistakable(),
];
