//! Facebook: codes only.

use super::Provider;
use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "facebook",
    hosts: &["facebook.com", "thefacebook.com", "meta.com"],
    mail_domains: &["facebook.com"],
    marks: &["postmaster.facebook.com"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("facebook", FACEBOOK)];

#[rustfmt::skip] // A row is two or three lines.
const FACEBOOK: &[Row] = &[
    Row::new("facebook/rcp-p1", "rcp-p1", R::UserUnknown,
        "550 5.1.1 RCP-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.1#rcp Recipient address does not exist", "seen in samples")
            .unmistakable(),
    Row::new("facebook/rcp-p2", "rcp-p2", R::RecipientRestricted,
        "550 5.1.1 RCP-P2 http://postmaster.facebook.com/response_codes?ip=192.0.2.1#rcp Refused due to recipient preferences", "seen in samples")
            .detail(Detail::Filter).permanent().unmistakable(),
    Row::new("facebook/rcp-p3", "rcp-p3", R::RecipientRestricted,
        "550 RCP-P3", "sisimai rhost/for-facebook")
            .detail(Detail::Filter).permanent().unmistakable(),
    Row::new("facebook/rcp-t1", "rcp-t1", R::SystemError,
        "450 RCP-T1", "sisimai rhost/for-facebook"),
    Row::new("facebook/rcp-t4", "rcp-t4", R::MailboxDisabled,
        "450 RCP-T4", "sisimai rhost/for-facebook")
            .transient(),
    Row::new("facebook/int-p1", "int-p1", R::UserUnknown,
        "550 INT-P1", "sisimai rhost/for-facebook"),
    Row::new("facebook/int-p3", "int-p3", R::UserUnknown,
        "550 INT-P3", "sisimai rhost/for-facebook"),
    Row::new("facebook/int-p4", "int-p4", R::UserUnknown,
        "550 INT-P4", "sisimai rhost/for-facebook"),
    Row::new("facebook/msg-p1", "msg-p1", R::MessageTooLarge,
        "550 MSG-P1", "sisimai rhost/for-facebook"),
    Row::new("facebook/int-p2", "int-p2", R::MessageTooLarge,
        "550 INT-P2", "sisimai rhost/for-facebook"),
    Row::new("facebook/msg-p2", "msg-p2", R::ContentRejected,
        "550 MSG-P2", "sisimai rhost/for-facebook"),
    Row::new("facebook/msg-p3", "msg-p3", R::ContentRejected,
        "550 MSG-P3", "sisimai rhost/for-facebook"),
    Row::new("facebook/msg-t1", "msg-t1", R::RateLimited,
        "450 MSG-T1", "sisimai rhost/for-facebook"),
    Row::new("facebook/con-t2", "con-t2", R::RateLimited,
        "421 CON-T2", "sisimai rhost/for-facebook"),
    Row::new("facebook/con-t1", "con-t1", R::RateLimited,
        "421 CON-T1", "sisimai rhost/for-facebook"),
    Row::new("facebook/con-t3", "con-t3", R::RateLimited,
        "421 CON-T3", "sisimai rhost/for-facebook"),
    Row::new("facebook/con-t4", "con-t4", R::RateLimited,
        "421 CON-T4", "sisimai rhost/for-facebook"),
    Row::new("facebook/pol-p1", "pol-p1", R::IpBlocked,
        "550 POL-P1", "sisimai rhost/for-facebook")
            .permanent(),
    Row::new("facebook/pol-p2", "pol-p2", R::IpBlocked,
        "550 POL-P2", "sisimai rhost/for-facebook")
            .permanent(),
    Row::new("facebook/pol-p3", "pol-p3", R::IpBlocked,
        "550 POL-P3", "sisimai rhost/for-facebook")
            .permanent(),
    Row::new("facebook/pol-p4", "pol-p4", R::IpBlocked,
        "550 POL-P4", "sisimai rhost/for-facebook")
            .permanent(),
    Row::new("facebook/pol-t1", "pol-t1", R::IpBlocked,
        "421 POL-T1", "sisimai rhost/for-facebook")
            .transient(),
    Row::new("facebook/pol-t2", "pol-t2", R::IpBlocked,
        "421 POL-T2", "sisimai rhost/for-facebook")
            .transient(),
    Row::new("facebook/pol-t3", "pol-t3", R::IpBlocked,
        "421 POL-T3", "sisimai rhost/for-facebook")
            .transient(),
    Row::new("facebook/pol-p5", "pol-p5", R::VirusDetected,
        "550 POL-P5", "sisimai rhost/for-facebook"),
    Row::new("facebook/pol-p6", "pol-p6", R::SpamContent,
        "550 POL-P6", "sisimai rhost/for-facebook"),
    Row::new("facebook/pol-p7", "pol-p7", R::AuthFailure,
        "550 POL-P7", "sisimai rhost/for-facebook"),
    Row::new("facebook/dns-p1", "dns-p1", R::SenderRejected,
        "550 DNS-P1", "sisimai rhost/for-facebook"),
    Row::new("facebook/dns-p2", "dns-p2", R::SenderRejected,
        "550 DNS-P2", "sisimai rhost/for-facebook"),
    Row::new("facebook/dns-t1", "dns-t1", R::SenderRejected,
        "421 DNS-T1", "sisimai rhost/for-facebook")
            .transient(),
    Row::new("facebook/dns-p3", "dns-p3", R::PtrMissing,
        "550 DNS-P3", "sisimai rhost/for-facebook"),
    Row::new("facebook/dns-t2", "dns-t2", R::PtrMissing,
        "421 DNS-T2", "sisimai rhost/for-facebook")
            .transient(),
];
