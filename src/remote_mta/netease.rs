//! NetEase: 163, 126, yeah.net.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "netease",
    hosts: &["netease.com", "163.com", "126.com", "yeah.net", "qiye163.com"],
    mail_domains: &["163.com", "126.com", "yeah.net", "vip.163.com", "vip.126.com", "188.com", "netease.com"],
    marks: &["mail.163.com/help", "help.163.com"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("netease", NETEASE)];

#[rustfmt::skip] // A row is two or three lines.
const NETEASE: &[Row] = &[
    Row::new("netease/hl-rep", "hl:rep", R::IpBlocked,
        "421 HL:REP SRV,k3x9 2024-01-02T03:04:05Z", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/hl-icc", "hl:icc", R::RateLimited,
        "421 HL:ICC", "help.163.com")
            .unmistakable(),
    Row::new("netease/hl-ifc", "hl:ifc", R::RateLimited,
        "421 HL:IFC", "help.163.com")
            .unmistakable(),
    Row::new("netease/hl-mep", "hl:mep", R::SenderRejected,
        "421 HL:MEP", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/mi-cel", "mi:cel", R::ProtocolError,
        "450 MI:CEL", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/mi-dmc-also-451", "mi:dmc (also 451)", R::RateLimited,
        "450 MI:DMC (also 451)", "help.163.com"),
    Row::new("netease/mi-ccl", "mi:ccl", R::ProtocolError,
        "450 MI:CCL", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/rp-ccl", "rp:ccl", R::ProtocolError,
        "450 RP:CCL", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/rp-drc", "rp:drc", R::RateLimited,
        "450 RP:DRC", "help.163.com")
            .unmistakable(),
    Row::new("netease/dt-rbl", "dt:rbl", R::IpBlocked,
        "450 DT:RBL", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/wm-bli", "wm:bli", R::IpBlocked,
        "450 WM:BLI", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/wm-blu", "wm:blu", R::SenderRejected,
        "450 WM:BLU", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/dt-spm-try-again-451", "dt:spm, please try again", R::SpamContent,
        "451 DT:SPM, please try again", "help.163.com")
            .reply(451).transient(),
    Row::new("netease/rp-cel", "rp:cel", R::ProtocolError,
        "451 RP:CEL", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/mi-sfq", "mi:sfq", R::RateLimited,
        "451 MI:SFQ", "help.163.com")
            .unmistakable(),
    Row::new("netease/rp-qrc", "rp:qrc", R::RateLimited,
        "451 RP:QRC", "help.163.com")
            .unmistakable(),
    Row::new("netease/requested-action-aborted-local", "requested action aborted: local error in processing", R::SystemError,
        "451 Requested action aborted: local error in processing", "help.163.com"),
    Row::new("netease/requested-action-not-taken", "requested mail action not taken: too much fail authentication", R::ProtocolError,
        "451 Requested mail action not taken: too much fail authentication", "help.163.com")
            .transient(),
    Row::new("netease/error-bad-syntaxu", "error: bad syntaxu", R::ProtocolError,
        "500 Error: bad syntaxU", "help.163.com")
            .permanent(),
    Row::new("netease/mi-nhd", "mi:nhd", R::ProtocolError,
        "550 MI:NHD", "help.163.com")
            .permanent().unmistakable(),
    Row::new("netease/mi-imf", "mi:imf", R::SenderRejected,
        "550 MI:IMF", "help.163.com")
            .unmistakable(),
    Row::new("netease/mi-spf", "mi:spf", R::AuthFailure,
        "550 MI:SPF", "help.163.com")
            .unmistakable(),
    Row::new("netease/mi-dma", "mi:dma", R::AuthFailure,
        "550 MI:DMA", "help.163.com")
            .unmistakable(),
    Row::new("netease/mi-stc", "mi:stc", R::RateLimited,
        "550 MI:STC", "help.163.com")
            .unmistakable(),
    Row::new("netease/rp-frl", "rp:frl", R::RelayDenied,
        "550 RP:FRL", "help.163.com")
            .fault(Fault::Sender).unmistakable(),
    Row::new("netease/rp-rcl", "rp:rcl", R::RateLimited,
        "550 RP:RCL", "help.163.com")
            .permanent().unmistakable(),
    Row::new("netease/rp-trc", "rp:trc", R::RateLimited,
        "550 RP:TRC", "help.163.com")
            .unmistakable(),
    Row::new("netease/dt-spm", "dt:spm", R::SpamContent,
        "550 DT:SPM", "help.163.com")
            .unmistakable(),
    Row::new("netease/invalid-user", "invalid user", R::UserUnknown,
        "550 Invalid User", "help.163.com"),
    Row::new("netease/user-not-found", "user not found", R::UserUnknown,
        "550 User not found: a@example.com", "help.163.com"),
    Row::new("netease/user-blacklist", "user in blacklist", R::SenderRejected,
        "550 User in blacklist", "help.163.com"),
    Row::new("netease/user-suspended", "user suspended", R::MailboxDisabled,
        "550 User suspended", "help.163.com"),
    Row::new("netease/requested-action-not-taken-too", "requested mail action not taken: too much recipient", R::RateLimited,
        "550 Requested mail action not taken: too much recipient", "help.163.com")
            .permanent(),
    Row::new("netease/illegal-attachment", "illegal attachment", R::ContentRejected,
        "552 Illegal Attachment", "help.163.com"),
    Row::new("netease/requested-action-aborted-exceeded", "requested mail action aborted: exceeded mailsize limit", R::MessageTooLarge,
        "552 Requested mail action aborted: exceeded mailsize limit", "help.163.com"),
    Row::new("netease/requested-action-not-taken-null", "requested action not taken: null sender is not allowed", R::SenderRejected,
        "553 Requested action not taken: NULL sender is not allowed", "help.163.com"),
    Row::new("netease/requested-action-not-taken-local", "requested action not taken: local user only", R::SenderRejected,
        "553 Requested action not taken: Local user only", "help.163.com"),
    Row::new("netease/requested-action-not-taken-no", "requested action not taken: no smtp mx only", R::SenderRejected,
        "553 Requested action not taken: no smtp MX only", "help.163.com"),
    Row::new("netease/authentication-required", "authentication is required", R::RelayDenied,
        "553 authentication is required", "help.163.com")
            .fault(Fault::Sender).unmistakable(),
    Row::new("netease/dt-sum", "dt:sum", R::SenderRejected,
        "554 DT:SUM", "help.163.com")
            .unmistakable(),
    Row::new("netease/ip-rejected-smtp-auth", "ip is rejected, smtp auth error limit exceed", R::IpBlocked,
        "554 IP is rejected, smtp auth error limit exceed", "help.163.com")
            .permanent().unmistakable(),
    Row::new("netease/hl-ihu", "hl:ihu", R::IpBlocked,
        "554 HL:IHU", "help.163.com")
            .transient().unmistakable(),
    Row::new("netease/hl-ipb", "hl:ipb", R::IpBlocked,
        "554 HL:IPB", "help.163.com")
            .permanent().unmistakable(),
    Row::new("netease/hl-itc", "hl:itc", R::RateLimited,
        "554 HL:ITC", "help.163.com")
            .unmistakable(),
    Row::new("netease/hl-ifq", "hl:ifq", R::RateLimited,
        "554 HL:IFQ", "help.163.com")
            .unmistakable(),
    Row::new("netease/mi-spb", "mi:spb", R::SenderRejected,
        "554 MI:SPB", "help.163.com")
            .unmistakable(),
    Row::new("netease/ip-blacklist", "ip in blacklist", R::IpBlocked,
        "554 IP in blacklist", "help.163.com")
            .permanent(),
];
