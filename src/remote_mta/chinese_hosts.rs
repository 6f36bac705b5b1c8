//! Aliyun, Sina, Sohu.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "aliyun",
        hosts: &["mxhichina.com", "aliyun.com"],
        mail_domains: &["aliyun.com"],
        marks: &["antispam_bat["],
    },
    Provider {
        name: "sina",
        hosts: &["sina.com", "sina.cn", "sinamail.sina.com.cn", "sina.com.cn"],
        mail_domains: &["sina.com", "sina.cn", "vip.sina.com"],
        marks: &[],
    },
    Provider { name: "sohu", hosts: &["sohu.com"], mail_domains: &["sohu.com"], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] =
    &[Table::of_provider("aliyun", ALIYUN), Table::of_provider("sina", SINA), Table::of_provider("sohu", SOHU)];

#[rustfmt::skip] // A row is two or three lines.
const ALIYUN: &[Row] = &[
    Row::new("aliyun/mailbox-restrict", "mailbox restrict:rcpt handle", R::RecipientRestricted,
        "553 Mailbox Restrict:rcpt handle ret=554", "from memory")
            .medium().unmistakable(),
    Row::new("aliyun/reject-behaviour-spam-spf", "reject by behaviour spam", R::AuthFailure,
        "554 Reject by behaviour spam at Rcpt State(Connection IP address:192.0.2.1)ANTISPAM_BAT[k3x9]: spf check failedCONTINUE", "public logs")
            .then(&["spf check failed"]).unmistakable(),
    Row::new("aliyun/reject-behaviour-spam-ip", "reject by behaviour spam", R::IpBlocked,
        "554 Reject by behaviour spam at Rcpt State(Connection IP address:192.0.2.1)ANTISPAM_BAT[01201311R1]: ip frequency", "from memory")
            .then(&["ip frequency"]).permanent().unmistakable().medium(),
    Row::new("aliyun/reject-behaviour-spam", "reject by behaviour spam", R::IpBlocked,
        "554 Reject by behaviour spam at Rcpt State(Connection IP address:192.0.2.1)ANTISPAM_BAT[01201311R1]", "from memory")
            .medium(),
    Row::new("aliyun/too-frequently-sending", "too frequently sending", R::IpBlocked,
        "554 too frequently sending", "from memory")
            .permanent().medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const SINA: &[Row] = &[
    Row::new("sina/too-many-recipients", "too many recipients", R::RateLimited,
        "550 Too many recipients.", "public logs"),
    Row::new("sina/too-many-connect", "too many connect", R::RateLimited,
        "550 Too many connect", "public logs"),
];

#[rustfmt::skip] // A row is two or three lines.
const SOHU: &[Row] = &[
    Row::new("sohu/sender-reject", "sender reject", R::SenderRejected,
        "553 5.7.1 SENDER REJECT", "public logs"),
];
