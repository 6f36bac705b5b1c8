//! Trend Micro.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "trend-micro",
    hosts: &["trendmicro.com", "trendmicro.eu", "trendmicro.co.jp"],
    mail_domains: &[],
    marks: &["ers.trendmicro.com"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("trend-micro", TREND_MICRO)];

#[rustfmt::skip] // A row is two or three lines.
const TREND_MICRO: &[Row] = &[
    Row::new("trend-micro/blocked-trend-micro", "has been blocked by trend micro", R::IpBlocked,
        "550 5.7.1 Mail from 192.0.2.1 has been blocked by Trend Micro Email Reputation Service. Please see http://www.ers.trendmicro.com/reputations/index?ip_address=192.0.2.1", "public logs")
            .permanent().unmistakable(),
    Row::new("trend-micro/blocked-trend-micro-zombie", "blocked by trend micro", R::IpBlocked,
        "450 4.7.1 Service temporarily unavailable; 192.0.2.1 blocked by Trend Micro Email Reputation Database (zombie/QIL)", "docs.trendmicro")
            .then(&["zombie"]).transient().unmistakable(),
    Row::new("trend-micro/recipient-address-rejected-ers", "recipient address rejected: ers-customized-block", R::IpBlocked,
        "550 5.7.1 a@example.com: Recipient address rejected: ERS-Customized-Block.", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("trend-micro/deferred-using", "deferred using trend micro", R::IpBlocked,
        "450 4.7.1 <a@example.com>: Recipient address rejected: ERS-QIL. Mail from 192.0.2.1 deferred using Trend Micro Email Reputation database.", "from memory")
            .transient().unmistakable(),
    Row::new("trend-micro/recipient-address-rejected-block", "recipient address rejected: block-send-er", R::SenderRejected,
        "554 5.7.1 a@example.com: Recipient address rejected: BLOCK-SEND-ER.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("trend-micro/recipient-address-rejected-block-rcpt", "recipient address rejected: block-rcpt", R::RecipientRestricted,
        "554 5.7.1 <a@example.com>: Recipient address rejected: BLOCK-RCPT.", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("trend-micro/recipient-address-rejected-invalid", "recipient address rejected: invalid-recipient", R::UserUnknown,
        "554 5.7.1 a@example.com: Recipient address rejected: Invalid-Recipient.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("trend-micro/recipient-address-rejected-no", "recipient address rejected: no-domain", R::HostUnknown,
        "554 5.7.1 a@example.com: Recipient address rejected: NO-DOMAIN.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("trend-micro/block-permanently", "block permanently", R::PolicyRejected,
        "521 Block permanently (Sender Filtering/Authentication)", "docs.trendmicro")
            .permanent(),
];
