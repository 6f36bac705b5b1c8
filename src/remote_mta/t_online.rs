//! T-Online.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "t-online",
    hosts: &["t-online.de"],
    mail_domains: &["t-online.de", "magenta.de"],
    marks: &["rx.t-online.de"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("t-online", T_ONLINE)];

#[rustfmt::skip] // A row is two or three lines.
const T_ONLINE: &[Row] = &[
    Row::new("t-online/problem-occurred-ask-postmaster", "a problem occurred. (ask your postmaster for help", R::IpBlocked,
        "554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tobr@rx.t-online.de to clarify.) (BL)", "seen in samples")
            .permanent().unmistakable(),
    Row::new("t-online/none-bad-reputation", "none/bad reputation", R::IpBlocked,
        "554 IP=192.0.2.1 - None/bad reputation. Ask your postmaster for help or to contact <postmaster@rx.t-online.de> for reset. (NOWL)", "timmehosting")
            .permanent(),
    Row::new("t-online/dialup-transient-ip-not", "dialup/transient ip not allowed", R::IpBlocked,
        "554 IP=192.0.2.1 - Dialup/transient IP not allowed. Use a mailgateway/smarthost or contact tobr@rx.t-online.de to clarify. (DIAL)", "from memory")
            .permanent().unmistakable().medium(),
    Row::new("t-online/problem-occurred-421", "a problem occurred", R::IpBlocked,
        "421 IP=192.0.2.1 - A problem occurred. Contact tobr@rx.t-online.de to clarify. (BL)", "from memory")
            .reply(421).transient().medium(),
    Row::new("t-online/considered-spam-virus-rejected", "message considered as spam or virus, rejected", R::SpamContent,
        "550 5.7.0 Message considered as spam or virus, rejected Your message has been rejected due to spam or virus classification.", "it-kosmopolit"),
    Row::new("t-online/user-unknown-not-available", "user unknown or not available", R::UserUnknown,
        "550 {mx001-rz3} a@example.com... User unknown or not available - Empfaenger unbekannt oder nicht erreichbar", "seen in samples"),
    Row::new("t-online/hat-zuviele-mails-auf", "hat zuviele mails auf dem server", R::MailboxFull,
        "550 a@example.com Benutzer hat zuviele Mails auf dem Server. User has too many messages on the server.", "seen in samples"),
];
