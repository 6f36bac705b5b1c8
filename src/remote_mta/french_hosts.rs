//! Free, SFR, Bouygues.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "free",
        hosts: &["free.fr", "proxad.net"],
        mail_domains: &["free.fr", "online.fr"],
        marks: &["postmaster.free.fr"],
    },
    Provider {
        name: "sfr",
        hosts: &["sfr.fr", "neuf.fr"],
        mail_domains: &["sfr.fr", "neuf.fr", "cegetel.net", "club-internet.fr"],
        marks: &[],
    },
    Provider { name: "bouygues", hosts: &["bbox.fr"], mail_domains: &["bbox.fr"], marks: &[] },
];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("free", FREE), Table::of_provider("sfr", SFR)];

#[rustfmt::skip] // A row is two or three lines.
const FREE: &[Row] = &[
    Row::new("free/spam-detected", "spam detected", R::SpamContent,
        "550 spam detected", "smtpfieldmanual.com"),
    Row::new("free/user-quota-exceeded", "user quota exceeded", R::MailboxFull,
        "550 5.2.2 user quota exceeded", "smtpfieldmanual.com"),
    Row::new("free/recipient-address-rejected-quota", "recipient address rejected: quota exceeded", R::MailboxFull,
        "554 5.2.2 <a@example.com>: Recipient address rejected: Quota exceeded (mailbox for user is full)", "smtpfieldmanual.com"),
    Row::new("free/mailbox-blocked-due-inactivity", "this mailbox has been blocked due to inactivity", R::MailboxDisabled,
        "550 5.2.1 This mailbox has been blocked due to inactivity (UserSearch)", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("free/user-unknown-usersearch", "user unknown (usersearch)", R::UserUnknown,
        "550 5.1.1 user unknown (UserSearch)", "seen in samples"),
    Row::new("free/virus-detected", "virus detected", R::VirusDetected,
        "550 virus detected", "smtpfieldmanual.com"),
    Row::new("free/too-many-errors-ip", "too many errors from your ip", R::RateLimited,
        "451 too many errors from your ip (192.0.2.1), please visit http://postmaster.free.fr/", "public logs"),
    Row::new("free/too-many-spams-ip", "too many spams from your ip", R::IpBlocked,
        "421 Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/", "from memory")
            .transient().medium(),
    Row::new("free/recipient-address-rejected-greylisted", "recipient address rejected: greylisted", R::Greylisted,
        "450 a@example.com: Recipient address rejected: Greylisted, see http://postmaster.free.fr/", "from memory")
            .fault(Fault::Sender).medium(),
];

#[rustfmt::skip] // A row is two or three lines.
const SFR: &[Row] = &[
    Row::new("sfr/user-unknown-virtual-mailbox", "user unknown in virtual mailbox table", R::UserUnknown,
        "550 5.1.1 a@example.com : Recipient address rejected: User unknown in virtual mailbox table", "from memory")
            .medium(),
    Row::new("sfr/mailbox-unavailable", "mailbox unavailable", R::UserUnknown,
        "550 Mailbox unavailable", "from memory")
            .medium(),
    Row::new("sfr/client-host-blocked-cloudmark", "client host blocked (cloudmark)", R::IpBlocked,
        "421 4.7.1 [SFR] Client host blocked (Cloudmark)", "from memory")
            .transient().unmistakable().medium(),
];
