//! Words that count only when nothing else in the text does: wrappers around another reply, and words that mean several things.

use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// The tables.
pub(crate) static TABLES: &[Table] = &[
    Table::of_provider("yahoo", YAHOO),
    Table::of_provider("microsoft", MICROSOFT),
    Table::of_provider("ziggo", ZIGGO),
    Table::of_provider("kddi", KDDI),
    Table::of_provider("sina", SINA),
    Table::of_provider("naver", NAVER),
    Table::of_provider("barracuda", BARRACUDA),
    Table::of_phrases(ANYBODY),
];

#[rustfmt::skip] // A row is two or three lines.
const YAHOO: &[Row] = &[
    Row::new("yahoo/delivery-error-dd-requested", "delivery error: dd requested mail action aborted", R::Undetermined,
        "554 delivery error: dd Requested mail action aborted - mx.example.net", "smtpfieldmanual.com")
            .low(),
    Row::new("yahoo/unable-process-request-time", "unable to process request at this time -- error 999", R::Undetermined,
        "999 Unable to process request at this time -- error 999", "from memory")
            .low(),
];

#[rustfmt::skip] // A row is two or three lines.
const MICROSOFT: &[Row] = &[
    Row::new("microsoft/remote-server-returned-error", "remote server returned an error ->", R::Undetermined,
        "550 5.0.350 Remote server returned an error -> 550 no", "learn.microsoft.com, NDRs in Exchange Online")
            .low(),
    Row::new("microsoft/delayed", "message delayed", R::Expired,
        "550 4.4.7 Message delayed", "Exchange Server NDR page")
            .low(),
];

#[rustfmt::skip] // A row is two or three lines.
const ZIGGO: &[Row] = &[
    Row::new("ziggo/mxin5", "mxin5", R::Undetermined,
        "550 MXIN510 not now ;id=k3x9;sid=k3x9", "from memory")
            .low(),
];

#[rustfmt::skip] // A row is two or three lines.
const KDDI: &[Row] = &[
    Row::new("kddi/each-following-recipients-rejected", "each of the following recipients was rejected by a remote mail", R::Undetermined,
        "Each of the following recipients was rejected by a remote mail server.", "seen in samples")
            .low(),
    Row::new("kddi/following-recipients-did-not", "the following recipients did not receive this message", R::Undetermined,
        "The following recipients did not receive this message:", "sisimai lhost/via-ezweb")
            .low(),
    Row::new("kddi/due-following-smtp-relay", "due to the following smtp relay error", R::Undetermined,
        "Due to the following SMTP relay error", "sisimai lhost/via-kddi")
            .low(),
];

#[rustfmt::skip] // A row is two or three lines.
const SINA: &[Row] = &[
    Row::new("sina/undetermined", "邮件传送失败!", R::Undetermined,
        "邮件传送失败！", "seen in samples")
            .low(),
    Row::new("sina/undetermined-2", "邮件无法发送到您指定的地址。", R::Undetermined,
        "邮件无法发送到您指定的地址。", "seen in samples")
            .low(),
];

#[rustfmt::skip] // A row is two or three lines.
const NAVER: &[Row] = &[
    Row::new("naver/denied-domain-name", "denied domain name", R::Undetermined,
        "501 Denied domain name", "Korean hosting notes")
            .low(),
];

#[rustfmt::skip] // A row is two or three lines.
const BARRACUDA: &[Row] = &[
    Row::new("barracuda/try-again-later", "try again later", R::Greylisted,
        "451 4.7.1 Try again later", "smtpfieldmanual.com")
            .fault(Fault::Sender).low(),
];

#[rustfmt::skip] // A row is two or three lines.
const ANYBODY: &[Row] = &[
    Row::new("exchange/msexch-ims", "msexch:ims:", R::Undetermined,
        "MSEXCH:IMS:ORG:SITE:SRV 0 (000B09AA) 550 no", "from memory")
            .low(),
    Row::new("exchange/there-smtp-communication-problem", "there was a smtp communication problem with the recipient", R::Undetermined,
        "There was a SMTP communication problem with the recipient's email server.  <server #5.5.0 smtp;550 ...>", "from memory")
            .low(),
    Row::new("filter/5-3-0-other", "5.3.0 - other mail system problem", R::Undetermined,
        "5.3.0 - Other mail system problem 550-'x' (delivery attempts: 0)", "seen in samples")
            .low(),
    Row::new("filter/4-4-0-other", "4.4.0 - other network problem", R::DnsFailure,
        "4.4.0 - Other network problem", "from memory")
            .low(),
    Row::new("greylist/try-again-later-4-7-1", "try again later", R::Greylisted,
        "451 4.7.1 Please try again later", "default of the greylisting software")
            .status("4.7.1").fault(Fault::Sender).low(),
    Row::new("postfix/protocol-error-550", "protocol error", R::ProtocolError,
        "550 5.5.1 Protocol error", "Postfix source")
            .reply(550).permanent().low(),
    Row::new("postfix/delivery-temporarily-suspended", "delivery temporarily suspended", R::Undetermined,
        "delivery temporarily suspended: connect to mx.example.net[192.0.2.1]:25", "Postfix source")
            .low(),
    Row::new("postfix/refused-talk-me", "refused to talk to me", R::Undetermined,
        "host mx.example.net[192.0.2.1] refused to talk to me: 550 no", "Postfix source")
            .low(),
    Row::new("postfix/expanded", "(expanded from", R::Undetermined,
        "550 5.1.1 a@example.com (expanded from b@example.com): 550 no", "Postfix source")
            .low(),
    Row::new("sendmail/access-denied", "access denied", R::PolicyRejected,
        "550 5.7.1 a@example.com... Access denied", "sendmail default wording")
            .permanent().low(),
    // Sendmail adds it to whatever the peer said.
    Row::new("sendmail/554-5-0-0", "554 5.0.0 service unavailable", R::Undetermined,
        "554 5.0.0 Service unavailable", "sendmail default wording")
            .permanent().low(),
    Row::new("es/no-existe", "no existe", R::UserUnknown,
        "550 <a@example.com> no existe", "common localised wording")
            .low(),
    Row::new("sendmail/x-unix", "x-unix;", R::SystemError,
        "X-Unix; 75", "sendmail default wording")
            .permanent().low(),
    Row::new("sendmail/command-rejected", "command rejected", R::PolicyRejected,
        "550 5.7.1 Command rejected", "sendmail default wording")
            .permanent().low(),
    Row::new("smtp/closing-channel", "service closing transmission channel", R::SystemError,
        "421 mx.example.net Service closing transmission channel", "RFC 5321")
            .reply(421).transient().low(),
    Row::new("qmail/does-not-like-recipient", "does not like recipient", R::Undetermined,
        "192.0.2.1 does not like recipient. Remote host said: 550 no Giving up on 192.0.2.1.", "qmail source")
            .low(),
    Row::new("qmail/failed-after-sent", "failed after i sent the message", R::Undetermined,
        "192.0.2.1 failed after I sent the message. Remote host said: 550 no", "qmail source")
            .low(),
    Row::new("qmail/but-sender-rejected", "but sender was rejected", R::SenderRejected,
        "Connected to 192.0.2.1 but sender was rejected. Remote host said: 550 no", "qmail source")
            .low(),
    Row::new("qmail/but-greeting-failed", "but greeting failed", R::IpBlocked,
        "Connected to 192.0.2.1 but greeting failed. Remote host said: 550 no", "qmail source")
            .low(),
    Row::new("qmail/but-my-name-rejected", "but my name was rejected", R::ProtocolError,
        "Connected to 192.0.2.1 but my name was rejected. Remote host said: 550 no", "qmail source")
            .transient().low(),
    Row::new("qmail/failed-data-command", "failed on data command", R::Undetermined,
        "192.0.2.1 failed on DATA command. Remote host said: 550 no", "qmail source")
            .low(),
    Row::new("domino/cannot-route-user", "cannot route mail to user", R::Undetermined,
        "Cannot route mail to user", "sisimai lhost/via-domino")
            .low(),
    Row::new("sun-ms/remote-smtp-server-rejected", "remote smtp server has rejected address", R::Undetermined,
        "Reason: Remote SMTP server has rejected address", "sisimai lhost/via-messagingserver")
            .low(),
    Row::new("imail/undeliverable", "undeliverable to", R::Undetermined,
        "undeliverable to a@example.com", "sisimai lhost/via-imailserver")
            .low(),
    Row::new("hmail/remote-server-replied", "remote server replied:", R::Undetermined,
        "Remote server replied: 550 no", "seen in samples")
            .low(),
    Row::new("dma/did-not-like-final", "did not like our final data", R::Undetermined,
        "mx.example.net [192.0.2.1] did not like our final DATA: 550 no", "seen in samples")
            .low(),
    Row::new("dma/did-not-like-rcpt", "did not like our rcpt to", R::Undetermined,
        "mx.example.net [192.0.2.1] did not like our RCPT TO: 550 no", "seen in samples")
            .low(),
    Row::new("dma/did-not-like", "did not like our mail from", R::Undetermined,
        "mx.example.net [192.0.2.1] did not like our MAIL FROM: 550 no", "seen in samples")
            .low(),
    Row::new("momentum/internal-oob-failed-unspecified", "[internal] [oob] the message failed for unspecified reasons", R::Undetermined,
        "550 [internal] [oob] The message failed for unspecified reasons", "wordtothewise.com")
            .low(),
    Row::new("esp/delayed-bounce-unable-parse", "delayed bounce - unable to parse server reason", R::Undetermined,
        "Delayed Bounce - Unable to Parse Server Reason", "from memory")
            .low(),
    Row::new("filter/5-1-0-unknown", "5.1.0 - unknown address error", R::UserUnknown,
        "550 5.1.0 - Unknown address error 550-'5.1.1 a@example.com: Recipient address rejected: ...' (delivery attempts: 0)", "seen in samples")
            .low(),
];
