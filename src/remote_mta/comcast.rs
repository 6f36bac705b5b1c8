//! Comcast / Xfinity. Its codes are a bit mask of block lists.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "comcast",
    hosts: &["comcast.net"],
    mail_domains: &["comcast.net", "xfinity.com"],
    marks: &["postmaster.comcast.net"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("comcast", COMCAST)];

#[rustfmt::skip] // A row is two or three lines.
const COMCAST: &[Row] = &[
    Row::new("comcast/not-customer", "not our customer", R::UserUnknown,
        "550 5.1.1 Not our Customer", "smtpfieldmanual.com"),
    Row::new("comcast/recipient-mailbox-unallocated", "recipient mailbox unallocated", R::UserUnknown,
        "550 5.1.1 a@example.com recipient mailbox unallocated", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("comcast/account-closed-remove", "account closed, please remove", R::MailboxDisabled,
        "550 5.1.1 Account Closed, Please Remove", "KumoMTA community rules")
            .unmistakable(),
    Row::new("comcast/recipient-unavailable", "recipient unavailable", R::MailboxDisabled,
        "550 5.2.0 a@example.com - Recipient unavailable", "smtpfieldmanual.com"),
    Row::new("comcast/recipient-temporarily-unavailable", "recipient temporarily unavailable", R::MailboxDisabled,
        "450 4.2.0 a@example.com - Recipient temporarily unavailable", "smtpfieldmanual.com")
            .transient(),
    Row::new("comcast/user-over-quota", "user over quota", R::MailboxFull,
        "452 4.1.1 a@example.com user over quota", "smtpfieldmanual.com"),
    Row::new("comcast/extended-quota-violation", "extended quota violation", R::MailboxFull,
        "552 5.1.1 a@example.com recipient rejected - extended quota violation", "smtpfieldmanual.com")
            .permanent(),
    Row::new("comcast/too-many-recent-messages", "too many recent messages", R::RateLimited,
        "452 4.1.1 a@example.com too many recent messages; Try again later", "smtpfieldmanual.com")
            .fault(Fault::Recipient),
    Row::new("comcast/rl0000", "rl0000", R::RateLimited,
        "421 4.1.0 192.0.2.1 Throttled - try again later. Please see https://postmaster.comcast.net/smtp-error-codes.php#RL000003", "sisimai tests")
            .unmistakable(),
    Row::new("comcast/bl000000", "bl000000", R::IpBlocked,
        "554 mx.example.net.comcast.net comcast 192.0.2.1 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("comcast/bl000001", "bl000001", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000001", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl000010", "bl000010", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl000011", "bl000011", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000011", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl000100", "bl000100", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000100", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl000101", "bl000101", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000101", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl000110", "bl000110", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000110", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl000111", "bl000111", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000111", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl001", "bl001", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL001000", "postmaster.comcast.net/mail-error-codes")
            .permanent(),
    Row::new("comcast/es000001", "es000001", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#ES000001", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/es000010", "es000010", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#ES000010", "postmaster.comcast.net/mail-error-codes")
            .permanent().unmistakable(),
    Row::new("comcast/bl00", "bl00", R::IpBlocked,
        "554 mx.example.net comcast 192.0.2.1 BL004 Blocked for spam. Please see http://postmaster.comcast.net/", "postmaster.comcast.net/mail-error-codes")
            .permanent(),
    Row::new("comcast/dm000001", "dm000001", R::AuthFailure,
        "550 5.2.0 Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("comcast/odm00001", "odm00001", R::AuthFailure,
        "552 5.2.0 k3x9 DMARC Policy Enforcement: https://postmaster.comcast.net/smtp-error-codes.php#ODM00001", "sisimai tests")
            .unmistakable(),
    Row::new("comcast/reverse-dns-failure-try", "reverse dns failure : try again later", R::PtrMissing,
        "421 Reverse DNS failure : Try again later", "postmaster.comcast.net/mail-error-codes")
            .transient().unmistakable(),
    Row::new("comcast/comcast-requires-all-servers", "comcast requires that all mail servers must have a ptr record", R::PtrMissing,
        "554 mx.example.net comcast 192.0.2.1 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("comcast/too-many-sessions-opened", "too many sessions opened", R::RateLimited,
        "421 Too many sessions opened", "postmaster.comcast.net/mail-error-codes"),
    Row::new("comcast/too-many-recipients", "too many recipients for message", R::RateLimited,
        "452 Too many recipients for message", "sisimai tests"),
    Row::new("comcast/too-many-mails-sent", "too many mails sent on this session", R::RateLimited,
        "452 Too many emails sent on this session", "sisimai tests"),
    Row::new("comcast/pt00", "pt00", R::SpamContent,
        "550 5.7.1 https://postmaster.comcast.net/smtp-error-codes.php#PT000003", "from memory")
            .medium(),
];
