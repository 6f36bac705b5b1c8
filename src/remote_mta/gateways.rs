//! Other filtering gateways.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider { name: "mxlogic", hosts: &["mxlogic.net"], mail_domains: &[], marks: &["(mode: normal)"] },
    Provider {
        name: "sophos",
        hosts: &["mx.sophos.com", "hydra.sophos.com", "sophos.com"],
        mail_domains: &[],
        marks: &["sophos.com/en-us/threat-center"],
    },
    Provider { name: "fortinet", hosts: &["fortimailcloud.com"], mail_domains: &[], marks: &[] },
    Provider {
        name: "hornetsecurity",
        hosts: &["hornetsecurity.com", "antispameurope.com"],
        mail_domains: &[],
        marks: &[],
    },
    Provider {
        name: "spamexperts",
        hosts: &["antispamcloud.com", "spamexperts.com", "mailspamprotection.com"],
        mail_domains: &[],
        marks: &[],
    },
    Provider {
        name: "mailchannels",
        hosts: &["mailchannels.net"],
        mail_domains: &[],
        marks: &["console.mailchannels.net"],
    },
    Provider { name: "zerospam", hosts: &["zerospam.ca"], mail_domains: &[], marks: &["by zerospam"] },
    Provider { name: "postini", hosts: &["psmtp.com"], mail_domains: &[], marks: &["- psmtp"] },
    Provider { name: "forcepoint", hosts: &["mailcontrol.com"], mail_domains: &[], marks: &[] },
    Provider { name: "retarus", hosts: &["retarus.com"], mail_domains: &[], marks: &[] },
    Provider { name: "mailanyone", hosts: &["mailanyone.net"], mail_domains: &[], marks: &[] },
    Provider { name: "namecheap", hosts: &["registrar-servers.com"], mail_domains: &[], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[
    Table::of_provider("mxlogic", MXLOGIC),
    Table::of_provider("sophos", SOPHOS),
    Table::of_provider("fortinet", FORTINET),
    Table::of_provider("hornetsecurity", HORNETSECURITY),
    Table::of_provider("spamexperts", SPAMEXPERTS),
    Table::of_provider("mailchannels", MAILCHANNELS),
    Table::of_provider("zerospam", ZEROSPAM),
    Table::of_provider("postini", POSTINI),
];

#[rustfmt::skip] // A row is two or three lines.
const MXLOGIC: &[Row] = &[
    Row::new("mxlogic/denied-policy", "denied by policy", R::PolicyRejected,
        "554 Denied by policy (Mode: normal)", "from memory")
            .permanent().medium(),
    Row::new("mxlogic/invalid-recipient", "invalid recipient", R::UserUnknown,
        "553 Invalid recipient a@example.com (Mode: normal)", "seen in samples"),
    Row::new("mxlogic/denied", "denied [", R::PolicyRejected,
        "554 Denied [CS] [5a1b2c3d4.mx.example.net] (Mode: normal)", "from memory")
            .permanent().medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const SOPHOS: &[Row] = &[
    Row::new("sophos/blacklisted-visit-https-www", "is blacklisted. visit https://www.sophos.com", R::IpBlocked,
        "550 5.7.1 Service unavailable; Client host [192.0.2.1] is blacklisted. Visit https://www.sophos.com/en-us/threat-center/ip-lookup.aspx?ip=192.0.2.1 to request delisting", "public logs")
            .permanent().unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const FORTINET: &[Row] = &[
    Row::new("fortinet/because-contains-fortiguard", "because it contains fortiguard", R::SpamContent,
        "554 5.7.1 This message has been blocked because it contains FortiGuard - AntiSpam blocking URL(s)", "from memory")
            .unmistakable().medium(),
    Row::new("fortinet/because-contains-fortispamshield", "because it contains fortispamshield", R::SpamContent,
        "554 5.7.1 This message has been blocked because it contains FortiSpamshield blocking URL(s)", "seen in samples")
            .unmistakable().medium(),
    Row::new("fortinet/blocked-fortiguard", "blocked by fortiguard", R::IpBlocked,
        "550 5.7.1 mail from 192.0.2.1 blocked by FortiGuard", "from memory")
            .permanent().unmistakable().medium(),
    Row::new("fortinet/blocked-due-spam-content", "message blocked due to spam content in the message", R::SpamContent,
        "554 5.7.1 Message blocked due to spam content in the message", "from memory")
            .unmistakable().medium(),
    Row::new("fortinet/fortiguard-antispam-ip-reputation", "fortiguard antispam ip reputation", R::IpBlocked,
        "550 5.7.1 Mail from 192.0.2.1 refused: FortiGuard AntiSpam IP reputation", "from memory")
            .permanent().unmistakable().medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const HORNETSECURITY: &[Row] = &[
    Row::new("hornetsecurity/customer-rule-based-reject", "customer rule based reject by hornetsecurity", R::PolicyRejected,
        "554 5.6.9 customer rule based reject by hornetsecurity", "from memory")
            .permanent().unmistakable().medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const SPAMEXPERTS: &[Row] = &[
    Row::new("spamexperts/high-probability-spam", "high probability of spam", R::SpamContent,
        "550 High probability of spam", "from memory")
            .medium(),
    Row::new("spamexperts/classified-spam-may-not", "this message was classified as spam and may not be delivered", R::SpamContent,
        "550 This message was classified as SPAM and may not be delivered", "from memory")
            .medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const MAILCHANNELS: &[Row] = &[
    Row::new("mailchannels/s10-blocked", "[s10] blocked", R::IpBlocked,
        "550 [S10] Blocked", "public logs")
            .permanent(),
    Row::new("mailchannels/cs-blocked", "[cs] message blocked", R::SpamContent,
        "550 5.7.1 [CS] Message blocked. Please see https://console.mailchannels.net/why-me?id=k3x9", "from memory")
            .medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const ZEROSPAM: &[Row] = &[
    Row::new("zerospam/greylisted-zerospam", "greylisted for", R::Greylisted,
        "450 4.2.0 a@example.com: Recipient address rejected: example.com greylisted for 60 seconds by ZEROSPAM", "smtpfieldmanual.com")
            .then(&["by zerospam"]).fault(Fault::Sender),
    Row::new("zerospam/recipient-address-rejected-not", "recipient address rejected: not in recipient list", R::UserUnknown,
        "554 5.7.1 a@example.com: Recipient address rejected: Not in recipient list", "smtpfieldmanual.com"),
];

#[rustfmt::skip] // A row is two or three lines.
const POSTINI: &[Row] = &[
    Row::new("postini/spam-blocked-psmtp", "spam blocked - psmtp", R::SpamContent,
        "501 Spam Blocked - psmtp", "seen in samples")
            .unmistakable(),
    Row::new("postini/refused", "message refused", R::SpamContent,
        "571 Message Refused", "from memory")
            .medium(),
    Row::new("postini/no-such-user-psmtp", "no such user - psmtp", R::UserUnknown,
        "550 No such user - psmtp", "from memory")
            .unmistakable().medium(),
    Row::new("postini/hop-count-exceeded-psmtp", "hop count exceeded - psmtp", R::MailLoop,
        "554 5.0.0 hop count exceeded - psmtp", "from memory")
            .unmistakable().medium(),
];
