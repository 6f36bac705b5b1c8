//! Daum, Naver, Nate, Paran.

use super::Provider;
use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "daum",
        hosts: &["hanmail.net", "daum.net", "kakao.com"],
        mail_domains: &["hanmail.net", "daum.net", "kakao.com"],
        marks: &[],
    },
    Provider {
        name: "naver",
        hosts: &["naver.com"],
        mail_domains: &["naver.com"],
        marks: &["- nsmtp", "realip.naver.com"],
    },
    Provider { name: "paran", hosts: &["paran.com"], mail_domains: &["paran.com"], marks: &["cleanip.paran.com"] },
    Provider { name: "nate", hosts: &["nate.com"], mail_domains: &["nate.com"], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] =
    &[Table::of_provider("daum", DAUM), Table::of_provider("naver", NAVER), Table::of_provider("paran", PARAN)];

#[rustfmt::skip] // A row is two or three lines.
const DAUM: &[Row] = &[
    Row::new("daum/no-such-user", "no such user", R::UserUnknown,
        "550 5.1.1 RUSR 192.0.2.1: No such user: a@example.com", "Korean hosting notes"),
    Row::new("daum/network-busy", "network is busy", R::SystemError,
        "421 4.4.1 CHIC 192.0.2.1: Network is busy.", "Korean hosting notes"),
    Row::new("daum/connection-refused-server-busy", "connection refused. server is busy", R::IpBlocked,
        "421 4.4.5 CCRT 192.0.2.1: Connection refused. Server is busy(RT)", "Korean hosting notes")
            .transient().unmistakable(),
    Row::new("daum/blocked-automatically-anti-spam", "your mail is blocked automatically by anti-spam system", R::SpamContent,
        "554 5.7.1 DAS51 192.0.2.1: Your mail is blocked automatically by anti-spam system. (E06)", "Korean hosting notes")
            .unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const NAVER: &[Row] = &[
    Row::new("naver/no-such-user-nsmtp", "no such user", R::UserUnknown,
        "550 5.1.1 No such user a@example.com - nsmtp", "Korean hosting notes")
            .then(&["nsmtp"]).unmistakable(),
    Row::new("naver/inactive-mbox", "inactive mbox", R::MailboxDisabled,
        "550 5.1.1 Inactive mbox", "Korean hosting notes"),
    Row::new("naver/suspended-user", "suspended user", R::MailboxDisabled,
        "550 5.1.1 Suspended user", "Korean hosting notes"),
    Row::new("naver/filtered-connection-will-closed", "is filtered and this connection will be closed", R::IpBlocked,
        "421 4.3.2 Your IP(192.0.2.1) is filtered and this connection will be closed. You must register your IP to http://realip.naver.com", "Korean hosting notes")
            .transient().unmistakable(),
    Row::new("naver/send-too-many-messages", "you send too many messages", R::RateLimited,
        "421 4.3.1 You send too many messages.", "Korean hosting notes")
            .unmistakable(),
    Row::new("naver/registered-spammer-user-s", "you are registered as spammer (by user's reject list)", R::RecipientRestricted,
        "550 You are registered as spammer (by user's reject list)", "Korean hosting notes")
            .detail(Detail::BlockedByUser).permanent().unmistakable(),
    Row::new("naver/denied-spam-filter", "mail is denied, by spam filter", R::SpamContent,
        "554 5.0.0 Service unavailable (a: mail is denied, by spam filter)", "Korean hosting notes")
            .unmistakable(),
    Row::new("naver/since-sent-too-many", "since you sent too many mails", R::RateLimited,
        "550 5.7.1 a@example.com... Error.your access was denied. Since you sent too many e-mails,you are not allowed to send more e-mails within 24 hours.", "Korean hosting notes")
            .unmistakable(),
    Row::new("naver/no-answer-host", "no answer from host", R::NetworkError,
        "441 4.4.1 No answer from host", "Korean hosting notes"),
    Row::new("naver/dns-resolving-error", "dns resolving error", R::DnsFailure,
        "451 4.4.0 DNS resolving error", "Korean hosting notes"),
];

#[rustfmt::skip] // A row is two or three lines.
const PARAN: &[Row] = &[
    Row::new("paran/spam-suspect-ip-control", "spam_suspect:ip_control", R::IpBlocked,
        "550 Transaction failed. (SPAM_SUSPECT:IP_CONTROL) (http://cleanip.paran.com)", "Korean hosting notes")
            .permanent(),
];
