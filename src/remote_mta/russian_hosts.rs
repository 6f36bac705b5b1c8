//! Mail.ru, Yandex, Rambler, RU-CENTER, i.ua.

use super::Provider;
use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "mail-ru",
        hosts: &["mail.ru"],
        mail_domains: &["mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru"],
        marks: &["help.mail.ru", "win.mail.ru/cgi-bin"],
    },
    Provider {
        name: "yandex",
        hosts: &["yandex.net", "yandex.ru", "yandex.com"],
        mail_domains: &["yandex.ru", "yandex.com", "ya.ru", "yandex.by", "yandex.kz", "yandex.ua", "narod.ru"],
        marks: &["ya.cc/"],
    },
    Provider {
        name: "rambler",
        hosts: &["rambler.ru"],
        mail_domains: &["rambler.ru", "lenta.ru", "autorambler.ru", "myrambler.ru", "ro.ru"],
        marks: &[],
    },
    Provider { name: "nic-ru", hosts: &["nic.ru"], mail_domains: &[], marks: &[] },
    Provider {
        name: "i-ua",
        hosts: &["i.ua", "email.ua"],
        mail_domains: &["i.ua", "ua.fm", "email.ua"],
        marks: &["mail.i.ua/err/"],
    },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[
    Table::of_provider("mail-ru", MAIL_RU),
    Table::of_provider("yandex", YANDEX),
    Table::of_provider("rambler", RAMBLER),
    Table::of_provider("nic-ru", NIC_RU),
    Table::of_provider("i-ua", I_UA),
];

#[rustfmt::skip] // A row is two or three lines.
const MAIL_RU: &[Row] = &[
    Row::new("mail-ru/invalid-mailbox-local-mailbox", "invalid mailbox. local mailbox", R::UserUnknown,
        "550 Message was not accepted -- invalid mailbox. Local mailbox a@example.com is unavailable: user not found", "public logs")
            .then(&["user not found"]).unmistakable(),
    Row::new("mail-ru/invalid-mailbox-local-mailbox-account", "invalid mailbox. local mailbox", R::MailboxDisabled,
        "550 Message was not accepted -- invalid mailbox. Local mailbox a@example.com is unavailable: account is disabled", "smtpfieldmanual.com")
            .then(&["account is disabled"]).unmistakable(),
    Row::new("mail-ru/user-terminated", "user is terminated", R::MailboxDisabled,
        "550 Message was not accepted -- invalid mailbox. Local mailbox a@example.com is unavailable: user is terminated", "smtpfieldmanual.com"),
    Row::new("mail-ru/mailbox-full", "mailbox full", R::MailboxFull,
        "550 Mailbox Full", "mailout.ru"),
    Row::new("mail-ru/user-quota-exceeded", "user quota exceeded", R::MailboxFull,
        "550 User quota exceeded", "mailout.ru"),
    Row::new("mail-ru/spam-rejected-visit-http", "spam message rejected. please visit http://help.mail.ru", R::SpamContent,
        "550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=Tk9z or report details to abuse@corp.mail.ru. Error code: 9A0F. ID: 9A0F.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("mail-ru/access-ip-address-blocked", "access from ip address", R::IpBlocked,
        "550 Access from ip address 192.0.2.1 blocked. Visit http://win.mail.ru/cgi-bin/support_bl?ip=192.0.2.1", "seen in samples")
            .then(&["blocked. visit http://win.mail.ru"]).permanent().unmistakable(),
    Row::new("mail-ru/do-not-accept-hosts", "we do not accept mail from hosts with dynamic ip or generic dns ptr", R::PtrMissing,
        "550 We do not accept mail from hosts with dynamic IP or generic dns PTR-records. Please get a custom reverse DNS entry from your ISP for your host 192.0.2.1 or contact abuse@corp.mail.ru in case of error", "from memory")
            .unmistakable().medium(),
    Row::new("mail-ru/ratelimit-exceeded-mailbox", "ratelimit exceeded for mailbox", R::RateLimited,
        "421 Ratelimit exceeded for mailbox a@example.com. Try again later", "from memory")
            .fault(Fault::Recipient).unmistakable().medium(),
    Row::new("mail-ru/not-accepted-due-domain", "not accepted due to domain", R::AuthFailure,
        "550 5.7.1 This message was not accepted due to domain (example.com) owner DMARC policy (RFC 7489) https://help.mail.ru/mail-help/postmaster/dmarc", "seen in samples")
            .then(&["owner dmarc policy"]).unmistakable(),
    Row::new("mail-ru/sending-account-disabled", "message sending for this account is disabled", R::SenderRejected,
        "550 message sending for this account is disabled", "mailout.ru")
            .unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const YANDEX: &[Row] = &[
    Row::new("yandex/no-such-user", "no such user!", R::UserUnknown,
        "550 5.7.1 No such user! k3x9", "public logs"),
    Row::new("yandex/policy-rejection-target-address", "policy rejection on the target address", R::MailboxDisabled,
        "550 5.7.1 Policy rejection on the target address", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yandex/mailbox-size-limit-exceeded", "mailbox size limit exceeded", R::MailboxFull,
        "552 5.2.2 Mailbox size limit exceeded", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yandex/recipient-exceeded-rate-limit", "the recipient has exceeded message rate limit. try again later", R::RateLimited,
        "450 4.2.1 The recipient has exceeded message rate limit. Try again later.", "smtpfieldmanual.com")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("yandex/sorry-service-currently-unavailable", "sorry, the service is currently unavailable. please come back", R::Greylisted,
        "451 4.7.1 Sorry, the service is currently unavailable. Please come back later.", "smtpfieldmanual.com")
            .fault(Fault::Sender).unmistakable(),
    Row::new("yandex/yandex-net-error-timeout", "mail.yandex.net error: timeout exceeded", R::NetworkError,
        "421 4.4.2 mail.yandex.net Error: timeout exceeded", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yandex/1-rejected-under-suspicion", "[1] message rejected under suspicion of spam", R::SpamContent,
        "554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc k3x9", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("yandex/unknown-error-551", "unknown error", R::SystemError,
        "551 5.3.0 Unknown error", "smtpfieldmanual.com")
            .reply(551),
];

#[rustfmt::skip] // A row is two or three lines.
const RAMBLER: &[Row] = &[
    Row::new("rambler/recipient-address-rejected-inactive", "recipient address rejected: inactive", R::MailboxDisabled,
        "540 5.7.1 a@example.com: recipient address rejected: Inactive", "smtpfieldmanual.com"),
    Row::new("rambler/recipient-address-rejected-blocked", "recipient address rejected: blocked", R::MailboxDisabled,
        "540 5.7.1 a@example.com: recipient address rejected: Blocked", "smtpfieldmanual.com"),
    Row::new("rambler/rate-limit-exceeded", "rate limit exceeded", R::RateLimited,
        "452 4.5.3 rate limit exceeded", "smtpfieldmanual.com"),
    Row::new("rambler/spam-rejected-if-not", "spam message rejected; if this is not spam contact abuse", R::SpamContent,
        "554 5.7.1 Spam message rejected; If this is not spam contact abuse", "smtpfieldmanual.com")
            .unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const NIC_RU: &[Row] = &[
    Row::new("nic-ru/disk-quota-exceeded", "disk quota exceeded", R::MailboxFull,
        "451 example.com prohibited. Disk quota exceeded", "nic.ru"),
    Row::new("nic-ru/try-another-server", "please try another server", R::Greylisted,
        "451 Please try another server", "nic.ru")
            .fault(Fault::Sender),
];

#[rustfmt::skip] // A row is two or three lines.
const I_UA: &[Row] = &[
    Row::new("i-ua/ua-err-2", "mail.i.ua/err/2/", R::UserUnknown,
        "550 No such user. See http://mail.i.ua/err/2/", "sisimai rhost/for-iua")
            .unmistakable(),
    Row::new("i-ua/ua-err-3", "mail.i.ua/err/3/", R::MailboxDisabled,
        "550 Mailbox is frozen. See http://mail.i.ua/err/3/", "seen in samples")
            .unmistakable(),
    Row::new("i-ua/ua-err-4", "mail.i.ua/err/4/", R::MailboxFull,
        "550 See http://mail.i.ua/err/4/", "sisimai rhost/for-iua")
            .unmistakable(),
    Row::new("i-ua/ua-err-5", "mail.i.ua/err/5/", R::RateLimited,
        "550 See http://mail.i.ua/err/5/", "sisimai rhost/for-iua")
            .unmistakable(),
    Row::new("i-ua/ua-err-1", "mail.i.ua/err/1/", R::RelayDenied,
        "550 See http://mail.i.ua/err/1/", "sisimai rhost/for-iua")
            .fault(Fault::Sender).unmistakable(),
    Row::new("i-ua/ua-err-6", "mail.i.ua/err/6/", R::RelayDenied,
        "550 See http://mail.i.ua/err/6/", "sisimai rhost/for-iua")
            .fault(Fault::Sender).unmistakable(),
    Row::new("i-ua/ua-err-7", "mail.i.ua/err/7/", R::ProtocolError,
        "550 See http://mail.i.ua/err/7/", "sisimai rhost/for-iua")
            .permanent().unmistakable(),
    Row::new("i-ua/ua-err-8", "mail.i.ua/err/8/", R::SenderRejected,
        "550 See http://mail.i.ua/err/8/", "sisimai rhost/for-iua")
            .unmistakable(),
    Row::new("i-ua/ua-err-9", "mail.i.ua/err/9/", R::IpBlocked,
        "550 See http://mail.i.ua/err/9/", "sisimai rhost/for-iua")
            .permanent().unmistakable(),
    Row::new("i-ua/ua-err-10", "mail.i.ua/err/10/", R::RecipientRestricted,
        "550 See http://mail.i.ua/err/10/", "sisimai rhost/for-iua")
            .detail(Detail::Closed).permanent().unmistakable(),
];
