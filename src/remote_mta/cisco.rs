//! Cisco IronPort / Email Security.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] =
    &[Provider { name: "cisco", hosts: &["iphmx.com"], mail_domains: &[], marks: &["iphmx.com"] }];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("cisco", CISCO)];

#[rustfmt::skip] // A row is two or three lines.
const CISCO: &[Row] = &[
    Row::new("cisco/rejected-due-sending-mta", "rejected due to the sending mta's poor reputation", R::IpBlocked,
        "mx.example.net.iphmx.com 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.", "public logs")
            .permanent().unmistakable(),
    Row::new("cisco/poor-reputation-domain-used", "poor reputation of a domain used in message transfer", R::DomainBlocked,
        "554 Your access to this mail system has been rejected due to poor reputation of a domain used in message transfer", "KumoMTA community rules")
            .permanent().unmistakable(),
    Row::new("cisco/5-1-0-address", "#5.1.0 address rejected", R::UserUnknown,
        "550 #5.1.0 Address rejected a@example.com", "seen in samples"),
    Row::new("cisco/too-many-connections-host", "too many connections from your host", R::RateLimited,
        "421 #4.4.5 Too many connections from your host.", "from memory")
            .medium(),
    Row::new("cisco/too-many-recipients-received", "too many recipients received this hour", R::RateLimited,
        "452 Too many recipients received this hour", "public logs"),
    Row::new("cisco/too-many-recipients", "too many recipients", R::RateLimited,
        "452 #4.5.3 Too many recipients", "public logs"),
    Row::new("cisco/too-many-messages-session", "too many messages for this session", R::RateLimited,
        "421 #4.7.2 Too many messages for this session", "KumoMTA community rules"),
    Row::new("cisco/size-exceeds-limit", "message size exceeds limit", R::MessageTooLarge,
        "554 #5.3.4 message size exceeds limit", "from memory")
            .medium(),
    Row::new("cisco/header-size-exceeds-limit", "message header size exceeds limit", R::MessageTooLarge,
        "554 5.3.4 message header size exceeds limit", "from memory")
            .unmistakable().medium(),
    Row::new("cisco/sbrs-score-too-low", "sbrs score too low", R::IpBlocked,
        "550 5.7.1 SBRS score too low: http://www.senderbase.org/", "public logs")
            .permanent(),
    Row::new("cisco/554-denied", "554 denied", R::IpBlocked,
        "554 Denied", "from memory")
            .permanent().medium(),
    Row::new("cisco/access-submit-messages-system", "your access to submit messages to this mail system has been rejected", R::IpBlocked,
        "550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.", "from memory")
            .permanent().unmistakable().medium(),
];
