//! qmail, netqmail, vpopmail.

use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("qmail/sorry-no-mailbox-here", "sorry, no mailbox here by that name. vpopmail", R::UserUnknown,
        "Sorry, no mailbox here by that name. vpopmail (#5.1.1)", "qmail source"),
    Row::new("qmail/sorry-no-mailbox-here-name", "sorry, no mailbox here by that name", R::UserUnknown,
        "511 sorry, no mailbox here by that name (#5.1.1 - chkuser)", "qmail source")
            .then(&["chkuser"]),
    Row::new("qmail/sorry-no-mailbox-here-name-2", "sorry, no mailbox here by that name", R::UserUnknown,
        "Sorry, no mailbox here by that name. (#5.1.1)", "qmail source"),
    Row::new("qmail/sorry-couldn-t-find", "sorry, i couldn't find any host named", R::HostUnknown,
        "Sorry, I couldn't find any host named example.com. (#5.1.2)", "qmail source"),
    Row::new("qmail/couldn-t-find-any", "couldn't find any host by that name", R::DnsFailure,
        "Sorry, I couldn't find any host by that name. (#4.1.2)", "qmail source"),
    Row::new("qmail/sorry-couldn-t-find-exchanger", "sorry, i couldn't find a mail exchanger or ip address", R::HostUnknown,
        "Sorry, I couldn't find a mail exchanger or IP address. (#5.4.4)", "qmail source"),
    Row::new("qmail/cname-lookup-failed-temporarily", "cname lookup failed temporarily", R::DnsFailure,
        "CNAME lookup failed temporarily. (#4.4.3)", "qmail source"),
    Row::new("qmail/sorry-wasn-t-able", "sorry, i wasn't able to establish an smtp connection", R::NetworkError,
        "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)", "qmail source"),
    Row::new("qmail/but-connection-died-possible", "but connection died. possible duplicate", R::NetworkError,
        "Connected to 192.0.2.1 but connection died. Possible duplicate! (#4.4.2)", "qmail source"),
    Row::new("qmail/but-connection-died", "but connection died", R::NetworkError,
        "Connected to 192.0.2.1 but connection died. (#4.4.2)", "qmail source"),
    Row::new("qmail/although-m-listed-best", "although i'm listed as a best-preference mx or a for that host", R::MailLoop,
        "Sorry. Although I'm listed as a best-preference MX or A for that host, it isn't in my control/locals file, so I don't treat it as local. (#5.4.6)", "qmail source"),
    Row::new("qmail/looping-already-my-delivered", "this message is looping: it already has my delivered-to line", R::MailLoop,
        "This message is looping: it already has my Delivered-To line.", "qmail source"),
    Row::new("qmail/domain-isn-t-my", "that domain isn't in my list of allowed rcpthosts", R::RelayDenied,
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", "qmail source")
            .fault(Fault::Destination),
    Row::new("qmail/domain-not-relayed", "that domain isn't allowed to be relayed", R::RelayDenied,
        "553 sorry, that domain isn't allowed to be relayed thru this MTA without authentication (#5.7.1)", "common"),
    Row::new("qmail/envelope-recipient-my-badrcptto", "your envelope recipient is in my badrcptto list", R::RecipientRestricted,
        "553 sorry, your envelope recipient is in my badrcptto list (#5.7.1)", "qmail source")
            .permanent(),
    Row::new("qmail/size-exceeds-my-databytes", "that message size exceeds my databytes limit", R::MessageTooLarge,
        "552 sorry, that message size exceeds my databytes limit (#5.3.4)", "qmail source"),
    Row::new("qmail/qq-read-error", "qq read error", R::SystemError,
        "451 qq read error (#4.3.0)", "qmail source"),
    Row::new("qmail/qq-trouble", "qq trouble", R::SystemError,
        "qq trouble in home directory (#4.3.0)", "qmail source"),
    Row::new("qmail/qqt-failure", "qqt failure", R::SystemError,
        "451 4.3.0 qqt failure", "qmail source"),
    Row::new("qmail/server-permanently-rejected-spam", "mail server permanently rejected message", R::SpamContent,
        "554 mail server permanently rejected message (#5.3.0) - spam", "seen in samples")
            .then(&["spam"]),
    Row::new("qmail/server-permanently-rejected", "mail server permanently rejected message", R::SystemError,
        "554 mail server permanently rejected message (#5.3.0)", "qmail source")
            .permanent(),
];
