//! Ziggo and Virgin Media (one platform), KPN, Telenet, FreeUK.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "ziggo",
        hosts: &["as9143.net", "ziggo.nl", "upcmail.net", "virginmedia.com", "virginmedia.net", "blueyonder.co.uk"],
        mail_domains: &[
            "ziggo.nl",
            "home.nl",
            "upcmail.nl",
            "chello.nl",
            "virginmedia.com",
            "blueyonder.co.uk",
            "ntlworld.com",
            "virgin.net",
        ],
        marks: &["prd-nl1-vmo"],
    },
    Provider {
        name: "kpn",
        hosts: &["kpnmail.nl"],
        mail_domains: &["kpnmail.nl", "planet.nl", "hetnet.nl", "xs4all.nl"],
        marks: &["abuse@kpn.com"],
    },
    Provider { name: "telenet", hosts: &["telenet-ops.be", "telenet.be"], mail_domains: &["telenet.be"], marks: &[] },
    Provider { name: "freeuk", hosts: &["freeuk.com", "freeuk.net"], mail_domains: &["freeuk.com"], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[
    Table::of_provider("ziggo", ZIGGO),
    Table::of_provider("kpn", KPN),
    Table::of_provider("telenet", TELENET),
    Table::of_provider("freeuk", FREEUK),
];

#[rustfmt::skip] // A row is two or three lines.
const ZIGGO: &[Row] = &[
    Row::new("ziggo/mxin506", "mxin506", R::DomainBlocked,
        "550 5.1.0 MXIN506 MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ ;id=k3x9;sid=k3x9;mta=mx25-prd-nl1-vmo;d=example.com;t=<t>[CET];ipsrc=192.0.2.1;", "seen in samples")
            .permanent().unmistakable(),
    Row::new("ziggo/mxin501-mailbox-unknown", "mxin501 mailbox", R::UserUnknown,
        "550 5.1.1 MXIN501 mailbox a@example.com unknown ;id=k3x9...", "public logs")
            .then(&["unknown"]).unmistakable(),
    Row::new("ziggo/mxin1", "mxin1", R::RateLimited,
        "421 MXIN101 connection refused ;id=k3x9;sid=k3x9;mta=mx1-prd-nl1-vmo", "from memory")
            .unmistakable().medium(),
    Row::new("ziggo/mxin6", "mxin6", R::SpamContent,
        "550 MXIN602 message refused ;id=k3x9;sid=k3x9", "from memory")
            .unmistakable().medium(),
    Row::new("ziggo/contains-spam-content", "message contains spam content", R::SpamContent,
        "554 Message contains Spam Content", "KumoMTA community rules")
            .unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const KPN: &[Row] = &[
    Row::new("kpn/blacklisted-contact-abuse-kpn", "has been blacklisted. please contact abuse@kpn.com", R::IpBlocked,
        "521 5.5.0 Your IP [192.0.2.1] has been blacklisted. Please contact abuse@kpn.com for more information.", "public logs")
            .permanent().unmistakable(),
];

#[rustfmt::skip] // A row is two or three lines.
const TELENET: &[Row] = &[
    Row::new("telenet/not-allowed-connect-listed", "is not allowed to connect: listed", R::IpBlocked,
        "550 192.0.2.1 is not allowed to connect: listed; see http://csi.cloudmark.com", "from memory")
            .permanent().unmistakable().medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const FREEUK: &[Row] = &[
    Row::new("freeuk/not-active-address-host", "is not an active address at this host", R::UserUnknown,
        "550 a@example.com is not an active address at this host (invalid FreeUK username)", "seen in samples")
            .unmistakable(),
];
