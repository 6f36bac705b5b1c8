//! AOL as it was before Yahoo took over its hosts; its tags still turn up.

use super::Provider;
use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] =
    &[Provider { name: "aol", hosts: &["aol.com"], mail_domains: &[], marks: &["postmaster.info.aol.com"] }];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("aol", AOL)];

#[rustfmt::skip] // A row is two or three lines.
const AOL: &[Row] = &[
    Row::new("aol/rtr-du", "(rtr:du)", R::IpBlocked,
        "554 (RTR:DU) http://postmaster.info.aol.com/errors/554rtrdu.html", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rtr-bb", "(rtr:bb)", R::IpBlocked,
        "554 (RTR:BB) AOL will not accept delivery of this message. The IP address you're using to connect to AOL is dynamic or residential", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rtr-ch", "(rtr:ch)", R::IpBlocked,
        "554 (RTR:CH)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rtr-bg", "(rtr:bg)", R::IpBlocked,
        "554 (RTR:BG)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rtr-rd", "(rtr:rd)", R::PtrMissing,
        "554 (RTR:RD)", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/rtr-bl", "(rtr:bl)", R::IpBlocked,
        "554 (RTR:BL)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rtr-sc", "(rtr:sc)", R::RateLimited,
        "421 (RTR:SC) Service unavailable - try again later", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/rtr-ge", "(rtr:ge)", R::RateLimited,
        "421 (RTR:GE) Service unavailable - try again later", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/hvu-b1", "(hvu:b1)", R::DomainBlocked,
        "554 (HVU:B1) http://postmaster.info.aol.com/errors/554hvub1.html", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/hvu-b2", "(hvu:b2)", R::SpamContent,
        "554 (HVU:B2)", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/dns-b1", "(dns:b1)", R::PtrMissing,
        "554 (DNS:B1)", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/dns-nr", "(dns:nr)", R::PtrMissing,
        "421 (DNS:NR)", "postmaster.info.aol.com/errors")
            .transient().unmistakable(),
    Row::new("aol/dns-b2", "dns:b2", R::PtrMissing,
        "421 DNS:B2", "postmaster.info.aol.com/errors")
            .transient(),
    Row::new("aol/dns-p1", "(dns:p1)", R::AuthFailure,
        "554 (DNS:P1)", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/aol-will-not-accept", "aol will not accept delivery of this message", R::AuthFailure,
        "521 5.2.1 :  AOL will not accept delivery of this message.", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/rly-b1", "(rly:b1)", R::IpBlocked,
        "554 (RLY:B1) http://postmaster.info.aol.com/errors/554rlyb1.html", "postmaster.info.aol.com/errors")
            .transient().unmistakable(),
    Row::new("aol/rly-b2", "(rly:b2)", R::IpBlocked,
        "554 (RLY:B2) http://postmaster.info.aol.com/errors/554rlyb2.html", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rly-b3", "(rly:b3)", R::IpBlocked,
        "554 (RLY:B3) http://postmaster.info.aol.com/errors/554rlyb3.html", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rly-bd", "(rly:bd)", R::IpBlocked,
        "554 (RLY:BD)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rly-cs", "(rly:cs)", R::IpBlocked,
        "554 (RLY:CS)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rly-ch", "(rly:ch)", R::IpBlocked,
        "554 (RLY:CH)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rly-sn", "(rly:sn)", R::SenderRejected,
        "554 (RLY:SN)", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/rly-ob", "(rly:ob)", R::IpBlocked,
        "554 (RLY:OB)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rly-nw", "(rly:nw)", R::IpBlocked,
        "554 (RLY:NW)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/rly-in", "(rly:in)", R::IpBlocked,
        "554 (RLY:IN)", "postmaster.info.aol.com/errors")
            .permanent().unmistakable(),
    Row::new("aol/dyn-t1", "(dyn:t1)", R::RateLimited,
        "421 (DYN:T1) http://postmaster.info.aol.com/errors/421dynt1.html", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/dyn-t2", "(dyn:t2)", R::RateLimited,
        "421 (DYN:T2)", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/con-b1", "(con:b1)", R::RateLimited,
        "421 (CON:B1) http://postmaster.info.aol.com/errors/554conb1.html", "postmaster.info.aol.com/errors")
            .unmistakable(),
    Row::new("aol/mailbox-not-found", "mailbox not found", R::UserUnknown,
        "550 MAILBOX NOT FOUND", "seen in samples"),
    Row::new("aol/not-accepting-sender", "is not accepting mail from this sender", R::RecipientRestricted,
        "550 a IS NOT ACCEPTING MAIL FROM THIS SENDER", "postmaster.info.aol.com/errors")
            .detail(Detail::BlockedByUser).permanent(),
    Row::new("aol/mailbox-full", "mailbox full", R::MailboxFull,
        "550 MAILBOX FULL", "postmaster.info.aol.com/errors"),
    Row::new("aol/not-accepting-any", "is not accepting any mail", R::MailboxDisabled,
        "550 a IS NOT ACCEPTING ANY MAIL", "postmaster.info.aol.com/errors"),
    Row::new("aol/mx-aol-com-service", "mx.aol.com service unavailable - try again later", R::SystemError,
        "421 mtain-box.mx.aol.com Service unavailable - try again later", "seen in samples")
            .unmistakable(),
];
