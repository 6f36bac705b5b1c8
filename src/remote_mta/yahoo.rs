//! Yahoo, and what Yahoo runs: AOL, AT&T and Verizon mailboxes.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "yahoo",
    hosts: &["yahoodns.net", "yahoo.com", "ymail.com"],
    mail_domains: &[
        "yahoo.com",
        "ymail.com",
        "rocketmail.com",
        "myyahoo.com",
        "yahoo.co.uk",
        "yahoo.fr",
        "yahoo.de",
        "yahoo.it",
        "yahoo.es",
        "yahoo.ca",
        "yahoo.in",
        "yahoo.co.in",
        "yahoo.com.br",
        "yahoo.com.mx",
        "yahoo.com.ar",
        "yahoo.com.au",
        "yahoo.com.sg",
        "yahoo.com.ph",
        "yahoo.com.hk",
        "yahoo.com.tw",
        "yahoo.co.id",
        "yahoo.co.nz",
        "yahoo.co.za",
        "yahoo.gr",
        "yahoo.ie",
        "yahoo.se",
        "yahoo.no",
        "yahoo.dk",
        "yahoo.pl",
        "yahoo.ro",
        "yahoo.cn",
        "yahoo.com.cn",
        "yahoo.com.vn",
        "yahoo.com.tr",
        "yahoo.co.kr",
        "yahoo.com.pe",
        "yahoo.com.co",
        "yahoo.cl",
        "yahoo.com.ve",
        "aol.com",
        "aol.co.uk",
        "aol.fr",
        "aol.de",
        "aol.jp",
        "aim.com",
        "netscape.net",
        "verizon.net",
        "att.net",
        "sbcglobal.net",
        "bellsouth.net",
        "pacbell.net",
        "ameritech.net",
        "swbell.net",
        "flash.net",
        "prodigy.net",
        "rogers.com",
        "sky.com",
        "frontier.com",
    ],
    marks: &["postmaster.yahooinc.com", "senders.yahooinc.com", "postmaster.yahoo.com", "postmaster.verizonmedia.com"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("yahoo", YAHOO)];

#[rustfmt::skip] // A row is two or three lines.
const YAHOO: &[Row] = &[
    Row::new("yahoo/tss04", "[tss04]", R::RateLimited,
        "421 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/tss05", "[tss05]", R::RateLimited,
        "421 4.7.0 [TSS05] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints", "KumoMTA community rules")
            .unmistakable(),
    Row::new("yahoo/ipts04", "[ipts04]", R::RateLimited,
        "421 [IPTS04]", "KumoMTA community rules")
            .unmistakable(),
    Row::new("yahoo/ipts05", "[ipts05]", R::RateLimited,
        "421 [IPTS05] Messages from 192.0.2.1 deferred", "KumoMTA community rules")
            .unmistakable(),
    Row::new("yahoo/ts01", "[ts01]", R::RateLimited,
        "421 [TS01] Messages from 192.0.2.1 temporarily deferred due to user complaints - 4.16.55.1; see http://postmaster.yahoo.com/421-ts01.html", "from memory")
            .unmistakable().medium(),
    Row::new("yahoo/ts02", "[ts02]", R::RateLimited,
        "421 [TS02] Messages from 192.0.2.1 temporarily deferred due to user complaints - 4.16.56.1; see http://postmaster.yahoo.com/421-ts02.html", "smtp-error-codes.info")
            .unmistakable(),
    Row::new("yahoo/ts03", "[ts03]", R::IpBlocked,
        "421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed. See http://postmaster.yahoo.com/421-ts03.html", "help.yahoo.com SLN3436")
            .permanent().unmistakable(),
    Row::new("yahoo/tss09", "[tss09]", R::IpBlocked,
        "553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes", "sisimai rhost/for-yahooinc")
            .permanent().unmistakable(),
    Row::new("yahoo/tss11", "[tss11]", R::IpBlocked,
        "553 5.7.2 [TSS11] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.", "sisimai rhost/for-yahooinc")
            .permanent().unmistakable(),
    Row::new("yahoo/gl01", "[gl01]", R::Greylisted,
        "421 [GL01] Message from (192.0.2.1) temporarily deferred - 4.16.50. Please refer to http://postmaster.yahoo.com/errors/postmaster-21.html", "from memory")
            .fault(Fault::Sender).unmistakable().medium(),
    Row::new("yahoo/deferred-due-unresolvable-rfc", "deferred due to unresolvable rfc.5321 from domain", R::SenderRejected,
        "451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://senders.yahooinc.com/error-codes#unresolvable-from-domain", "senders.yahooinc.com/smtp-error-codes")
            .transient().unmistakable(),
    Row::new("yahoo/deferred-due-unresolvable-rfc-5322", "deferred due to unresolvable rfc.5322 from domain", R::SenderRejected,
        "451 Message temporarily deferred due to unresolvable RFC.5322 from domain.", "senders.yahooinc.com/smtp-error-codes")
            .transient().unmistakable(),
    Row::new("yahoo/temporarily-deferred", "message temporarily deferred", R::RateLimited,
        "421 Message temporarily deferred - [25]", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/max-per-connection-reached", "max message per connection reached, closing transmission channel", R::RateLimited,
        "421 Max message per connection reached, closing transmission channel", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yahoo/service-not-available-closing", "service not available, closing transmission channel", R::SystemError,
        "421 Service not available, closing transmission channel", "smtpfieldmanual.com"),
    Row::new("yahoo/vs98-ip0", "vs98-ip0", R::RateLimited,
        "421 4.7.0 VS98-IP0 deferred", "KumoMTA community rules"),
    Row::new("yahoo/resources-temporarily-unavailable-try", "resources temporarily unavailable. please try again later [#", R::SystemError,
        "451 mx.example.net.yahoo.com Resources temporarily unavailable. Please try again later [#4.16.1].", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yahoo/internal-server-error", "internal server error", R::SystemError,
        "451 4.3.2 Internal server error", "smtpfieldmanual.com"),
    Row::new("yahoo/vs1-mf", "vs1-mf", R::RateLimited,
        "451 VS1-MF Excessive unknown recipients - possible Open Relay (#4.1.8)", "from memory")
            .unmistakable().medium(),
    Row::new("yahoo/vs1-ip", "vs1-ip", R::RateLimited,
        "451 VS1-IP Excessive unknown recipients - possible Open Relay (#4.1.8)", "from memory")
            .unmistakable().medium(),
    Row::new("yahoo/not-accepted-due-failed", "message not accepted due to failed rfc.5321 domain lookup", R::SenderRejected,
        "554 Message not accepted due to failed RFC.5321 domain lookup (unresolvable from domain)", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/not-accepted-due-failed-rfc", "message not accepted due to failed rfc.5322 domain lookup", R::SenderRejected,
        "554 Message not accepted due to failed RFC.5322 domain lookup (unresolvable from domain)", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/user-receiving-too-quickly", "user is receiving mail too quickly", R::RateLimited,
        "450 User is receiving mail too quickly", "smtpfieldmanual.com")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("yahoo/too-many-recipients", "too many recipients", R::RateLimited,
        "452 Too many recipients", "from memory")
            .medium(),
    Row::new("yahoo/temporary-domain-failure", "temporary domain failure", R::DnsFailure,
        "452 temporary domain failure a@example.com", "smtpfieldmanual.com"),
    Row::new("yahoo/syntax-error-parameters-arguments", "syntax error in parameters or arguments", R::ProtocolError,
        "501 Syntax error in parameters or arguments", "smtpfieldmanual.com")
            .permanent(),
    Row::new("yahoo/relaying-denied", "relaying denied", R::RelayDenied,
        "550 relaying denied for a@example.com", "sisimai rhost/for-yahooinc")
            .fault(Fault::Destination),
    Row::new("yahoo/blocked-because-sender-unauthenticated", "this mail has been blocked because the sender is unauthenticated. yahoo", R::AuthFailure,
        "550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.", "sisimai rhost/for-yahooinc")
            .unmistakable(),
    Row::new("yahoo/forward-confirmed-reverse-dns", "forward-confirmed reverse dns failed", R::PtrMissing,
        "550 5.7.25 Forward-confirmed reverse DNS failed k3x9", "public logs")
            .unmistakable(),
    Row::new("yahoo/requested-action-aborted-mailbox", "requested mail action aborted, mailbox not found", R::UserUnknown,
        "552 1 Requested mail action aborted, mailbox not found", "smtpfieldmanual.com"),
    Row::new("yahoo/could-not-delivered-because", "could not be delivered because the recipient's mailbox is full", R::MailboxFull,
        "552 5.2.2 This message could not be delivered because the recipient's mailbox is full", "public logs")
            .unmistakable(),
    Row::new("yahoo/bl21", "[bl21]", R::IpBlocked,
        "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("yahoo/bl23", "[bl23]", R::IpBlocked,
        "553 5.7.1 [BL23] Connections not accepted from IP addresses on Spamhaus XBL; see http://postmaster.yahoo.com/errors/550-bl23.html [550]", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("yahoo/connections-not-accepted-ip", "connections not accepted from ip addresses on spamhaus", R::IpBlocked,
        "553 5.7.1 Mail from 192.0.2.1 not allowed - 5.7.1 [BL20] Connections not accepted from IP addresses on Spamhaus SBL/PBL", "from memory")
            .permanent().unmistakable().medium(),
    Row::new("yahoo/user-doesn-t-have", "this user doesn't have a", R::UserUnknown,
        "554 delivery error: dd This user doesn't have a example.com account (a@example.com) [25] - mta25.mail.bf1.yahoo.com", "senders.yahooinc.com/smtp-error-codes")
            .then(&["account"]).unmistakable(),
    Row::new("yahoo/delivery-error-dd-no", "delivery error: dd", R::UserUnknown,
        "554 delivery error: dd a@example.com is no longer valid. [-20] - mx.example.net", "smtpfieldmanual.com")
            .then(&["is no longer valid"]).unmistakable(),
    Row::new("yahoo/mailbox-disabled", "this mailbox is disabled", R::MailboxDisabled,
        "554 delivery error: dd Sorry, your message to a@example.com cannot be delivered. This mailbox is disabled (554.30). - mx.example.net", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yahoo/account-disabled-discontinued", "this account has been disabled or discontinued", R::MailboxDisabled,
        "554 delivery error: dd Sorry your message to a@example.com cannot be delivered. This account has been disabled or discontinued [#102]. - mx.example.net", "seen in samples")
            .unmistakable(),
    Row::new("yahoo/delivery-error-dd-account", "delivery error: dd", R::MailboxFull,
        "554 delivery error: dd Sorry, your message to a@example.com cannot be delivered. This account is over quota. - mx.example.net", "from memory")
            .then(&["this account is over quota"]).unmistakable().medium(),
    Row::new("yahoo/delivery-error-dd-no-such", "delivery error: dd no such user", R::UserUnknown,
        "554 delivery error: dd No such user (a@example.com)", "from memory")
            .unmistakable().medium(),
    Row::new("yahoo/delivery-error-dd-not", "delivery error: dd not a valid recipient", R::UserUnknown,
        "554 delivery error: dd Not a valid recipient", "from memory")
            .unmistakable().medium(),
    Row::new("yahoo/not-accepted-policy-reasons", "message not accepted for policy reasons", R::PolicyRejected,
        "554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("yahoo/not-allowed-ph01", "message not allowed - [ph01]", R::SpamContent,
        "554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yahoo/not-allowed-ph", "message not allowed - [ph", R::SpamContent,
        "554 Message not allowed - [PH05] Email not accepted for policy reasons.", "senders.yahooinc.com/smtp-error-codes"),
    Row::new("yahoo/headers-not-rfc-compliant", "headers are not rfc compliant", R::ContentRejected,
        "554 Message not allowed - Headers are not RFC compliant[291]", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yahoo/not-allowed-299", "message not allowed - [299]", R::PolicyRejected,
        "554 Message not allowed - [299]", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("yahoo/not-allowed-header-too", "message not allowed - header too big", R::ContentRejected,
        "554 Message not allowed - Header too big", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/date-outside-range", "date outside of range", R::ContentRejected,
        "554 Date outside of range", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/header-value-can-not", "header value can not be decoded", R::ContentRejected,
        "554 Header value can not be decoded", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/address-contains-forbidden-characters", "address contains forbidden characters", R::ContentRejected,
        "554 address contains forbidden characters", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/not-accepted-null-mx", "message not accepted: null mx record of the sender domain (rfc", R::SenderRejected,
        "554 Message not accepted: null MX record of the sender domain (RFC 7505)", "senders.yahooinc.com/smtp-error-codes")
            .unmistakable(),
    Row::new("yahoo/not-allowed-ip-listed", "message not allowed - ip listed by spamhaus", R::IpBlocked,
        "554 Message not allowed - IP listed by Spamhaus", "senders.yahooinc.com/smtp-error-codes")
            .permanent().unmistakable(),
];
