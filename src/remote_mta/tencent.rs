//! QQ and Tencent Exmail.

use super::Provider;
use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "tencent",
    hosts: &["qq.com"],
    mail_domains: &["qq.com", "foxmail.com", "vip.qq.com"],
    marks: &["service.mail.qq.com", "mail.qq.com/cgi-bin"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("tencent", TENCENT)];

#[rustfmt::skip] // A row is two or three lines.
const TENCENT: &[Row] = &[
    Row::new("tencent/mailbox-not-found", "mailbox not found", R::UserUnknown,
        "550 Mailbox not found. http://service.mail.qq.com/detail/122/169 [Tk9z IP: 192.0.2.1]", "public logs"),
    Row::new("tencent/recipient-not-exist", "收件人邮箱不存在", R::UserUnknown,
        "550 收件人邮箱不存在。 Mailbox unavailable or access denied", "common localised wording")
            .then(&["mailbox unavailable or access denied"]).unmistakable(),
    Row::new("tencent/mailbox-unavailable-access-denied", "mailbox unavailable or access denied", R::RateLimited,
        "550 Mailbox unavailable or access denied", "service.mail.qq.com/detail/122")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("tencent/non-existent-account", "recipient may contain a non-existent account", R::UserUnknown,
        "550 The recipient may contain a non-existent account, please check the recipient address.", "from memory")
            .unmistakable(),
    Row::new("tencent/too-large", "message too large", R::MessageTooLarge,
        "550 Message too large", "sisimai rhost/for-tencent"),
    Row::new("tencent/connection-denied", "connection denied", R::IpBlocked,
        "550 Connection denied", "sisimai rhost/for-tencent")
            .permanent(),
    Row::new("tencent/content-denied", "mail content denied", R::SpamContent,
        "550 Mail content denied.", "smtpfieldmanual.com"),
    Row::new("tencent/ip-frequency-limited", "ip frequency limited", R::RateLimited,
        "550 Ip frequency limited [Tk9z IP: 192.0.2.1].", "seen in samples"),
    Row::new("tencent/domain-frequency-limited", "domain frequency limited", R::RateLimited,
        "550 Domain frequency limited", "service.mail.qq.com/detail/122"),
    Row::new("tencent/sender-frequency-limited", "sender frequency limited", R::RateLimited,
        "550 Sender frequency limited.", "smtpfieldmanual.com"),
    Row::new("tencent/connection-frequency-limited", "connection frequency limited", R::RateLimited,
        "550 Connection frequency limited [Tk9z IP: 192.0.2.1].", "seen in samples")
            .unmistakable(),
    Row::new("tencent/domain-may-not-exist", "domain may not exist or dns check failed", R::SenderRejected,
        "550 Domain may not exist or DNS check failed [Tk9z IP: 192.0.2.1].", "from memory")
            .medium().unmistakable(),
    Row::new("tencent/suspected-bounce-attacks", "suspected bounce attacks", R::IpBlocked,
        "550 Suspected bounce attacks", "sisimai rhost/for-tencent")
            .permanent().unmistakable(),
    Row::new("tencent/spam-embedded", "spam is embedded in the mail", R::SpamContent,
        "550 Spam is embedded in the email", "sisimai rhost/for-tencent")
            .unmistakable(),
    Row::new("tencent/suspected-spam-ip", "suspected spam ip", R::IpBlocked,
        "550 Suspected spam ip", "sisimai rhost/for-tencent")
            .permanent(),
    Row::new("tencent/suspected-spam-sender", "suspected spam sender", R::DomainBlocked,
        "550 Suspected spam sender.", "smtpfieldmanual.com")
            .permanent(),
    Row::new("tencent/spf-check-failed", "spf check failed", R::AuthFailure,
        "550 SPF check failed", "sisimai rhost/for-tencent"),
    Row::new("tencent/dmarc-check-failed", "dmarc check failed", R::AuthFailure,
        "550 DMARC check failed. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001508&&id=16.", "seen in samples"),
    Row::new("tencent/rejected-recipients", "mail is rejected by recipients", R::RecipientRestricted,
        "550 Mail is rejected by recipients", "smtpfieldmanual.com")
            .detail(Detail::BlockedByUser).unmistakable(),
    Row::new("tencent/deactivated-mailbox", "is a deactivated mailbox", R::MailboxDisabled,
        "550 a@example.com is a deactivated mailbox", "sisimai rhost/for-tencent"),
    Row::new("tencent/bad-address-syntax", "bad address syntax", R::UserUnknown,
        "501 Bad address syntax.", "smtpfieldmanual.com"),
    Row::new("tencent/user-unknown", "该用户不存在", R::UserUnknown,
        "该用户不存在", "qqmailbox.com"),
    Row::new("tencent/mailbox-disabled", "该用户未开通qq邮箱", R::MailboxDisabled,
        "该用户未开通QQ邮箱", "qqmailbox.com")
            .unmistakable(),
    Row::new("tencent/mailbox-full", "收件人空间不足", R::MailboxFull,
        "收件人空间不足", "qqmailbox.com"),
];
