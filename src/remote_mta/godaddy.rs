//! GoDaddy (secureserver.net): a code `IBnnn` ends each text.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "godaddy",
    hosts: &["secureserver.net"],
    mail_domains: &[],
    marks: &["x.co/srbounce", "x.co/rlbounce"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("godaddy", GODADDY)];

#[rustfmt::skip] // A row is two or three lines.
const GODADDY: &[Row] = &[
    Row::new("godaddy/ib401", "ib401", R::RelayDenied,
        "535 Authentication not allowed on IBSMTP Servers. IB401", "sisimai rhost/for-godaddy")
            .fault(Fault::Sender),
    Row::new("godaddy/ib501", "ib501", R::SenderRejected,
        "550 a@example.com Blank From: addresses are not allowed. Provide a valid From. IB501", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib502", "ib502", R::SenderRejected,
        "550 a@example.com IP addresses are not allowed as a From: Address. Provide a valid From. IB502", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib506", "ib506", R::SenderRejected,
        "550 example.com From: Domain is invalid. Provide a valid From: IB506", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib508", "ib508", R::AuthFailure,
        "550 5.1.0 192.0.2.1 is not allowed to send from <example.com> per it's SPF Record. Please inspect your SPF settings, and try again. IB508 <http://x.co/srbounce>", "seen in samples"),
    Row::new("godaddy/ib108", "ib108", R::PtrMissing,
        "421 Temporarily rejected. Reverse DNS for this IP failed. IB108", "sisimai rhost/for-godaddy")
            .transient(),
    Row::new("godaddy/ib212", "ib212", R::SpamContent,
        "552 This message has been rejected due to content judged to be spam by the internet community. IB212", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib705", "ib705", R::VirusDetected,
        "552 Virus infected message rejected. IB705", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib605", "ib605", R::RateLimited,
        "452 This message contains too many recipients. Reduce the number of recipients and retry. IB605", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib007", "ib007", R::RateLimited,
        "421 Connection refused, too many sessions from This IP. Lower the number of concurrent sessions. IB007", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib101", "ib101", R::SystemError,
        "421 Server temporarily unavailable. Try again later. IB101", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib110", "ib110", R::IpBlocked,
        "554 This IP has been temporarily blocked for attempting to send too many messages containing content judged to be spam by the Internet community. IB110", "sisimai rhost/for-godaddy")
            .transient(),
    Row::new("godaddy/ib111", "ib111", R::IpBlocked,
        "554 This IP has been blocked for the day, for attempting to send too many messages containing content judged to be spam by the Internet community. IB111", "sisimai rhost/for-godaddy")
            .transient(),
    Row::new("godaddy/ib112", "ib112", R::IpBlocked,
        "554 This IP has been temporarily blocked for attempting to mail too many invalid recipients. IB112", "sisimai rhost/for-godaddy")
            .transient(),
    Row::new("godaddy/ib113", "ib113", R::IpBlocked,
        "554 This IP has been blocked for the day, for attempting to mail too many invalid recipients. IB113", "sisimai rhost/for-godaddy")
            .transient(),
    Row::new("godaddy/ib504", "ib504", R::RateLimited,
        "550 This IP has sent too many messages this hour. IB504", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib510", "ib510", R::RateLimited,
        "550 This message has exceeded the max number of messages per session. Open a new session and try again. IB510", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/ib607", "ib607", R::RateLimited,
        "550 5.1.1 a@example.com - 192.0.2.1 has sent to too many recipients this hour. IB607 <http://x.co/rlbounce>", "seen in samples"),
    Row::new("godaddy/ib103", "ib103", R::IpBlocked,
        "554 Connection refused. This IP has a poor reputation on Cloudmark Sender Intelligence (CSI). IB103", "sisimai rhost/for-godaddy")
            .permanent(),
    Row::new("godaddy/ib104", "ib104", R::IpBlocked,
        "554 Connection refused. This IP address is listed on the Spamhaus Block List (SBL). IB104", "sisimai rhost/for-godaddy")
            .permanent(),
    Row::new("godaddy/ib105", "ib105", R::IpBlocked,
        "554 Connection refused. This IP address is listed on the Exploits Block List (XBL). IB105", "sisimai rhost/for-godaddy")
            .permanent(),
    Row::new("godaddy/ib106", "ib106", R::IpBlocked,
        "554 Connection refused. This IP address is listed on the Policy Block List (PBL). IB106", "sisimai rhost/for-godaddy")
            .permanent(),
    Row::new("godaddy/rbl-reject", "rbl reject", R::IpBlocked,
        "554 RBL Reject.", "sisimai rhost/for-godaddy")
            .permanent(),
    Row::new("godaddy/http-www-spamhaus-org", "http://www.spamhaus.org/query/bl", R::IpBlocked,
        "553 http://www.spamhaus.org/query/bl?ip=192.0.2.1", "seen in samples")
            .permanent().unmistakable(),
    Row::new("godaddy/recipient-not-found", "recipient not found", R::UserUnknown,
        "550 Recipient not found", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/account-does-not-exist", "account does not exist", R::UserUnknown,
        "550 Account does not exist", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/account-storage-limit", "account storage limit", R::MailboxFull,
        "Account storage limit", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/account-disabled", "account disabled", R::MailboxDisabled,
        "Account disabled", "sisimai rhost/for-godaddy"),
    Row::new("godaddy/rejected-spam-virus-content", "message rejected for spam or virus content", R::SpamContent,
        "552 Message rejected for spam or virus content", "sisimai rhost/for-godaddy")
            .unmistakable(),
    Row::new("godaddy/looping-already-my-delivered", "this message is looping: it already has my delivered-to line", R::MailLoop,
        "This message is looping: it already has my Delivered-To line. (#5.4.6)", "sisimai rhost/for-godaddy"),
];
