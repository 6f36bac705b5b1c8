//! Services that send for others: their own lists and limits.

use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("esp/rejected-address-not-verified", "message rejected: mail address is not verified", R::SenderRejected,
        "554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: a@example.com", "seen in samples"),
    Row::new("esp/throttling-failure-maximum-sending", "throttling failure: maximum sending rate exceeded", R::RateLimited,
        "454 Throttling failure: Maximum sending rate exceeded.", "from memory")
            .medium(),
    Row::new("esp/daily-quota-exceeded", "daily message quota exceeded", R::RateLimited,
        "454 Daily message quota exceeded", "from memory")
            .medium(),
    Row::new("esp/rejected-sending-suspended-account", "message rejected: sending suspended for this account", R::PolicyRejected,
        "554 Message rejected: Sending suspended for this account.", "from memory")
            .permanent().medium(),
    Row::new("esp/rejected-address-blacklisted", "message rejected: address blacklisted", R::Suppressed,
        "554 Message rejected: Address blacklisted.", "from memory")
            .medium(),
    Row::new("esp/account-currently-under-review", "your account is currently under review", R::PolicyRejected,
        "554 Your account is currently under review", "from memory")
            .permanent().medium(),
    Row::new("esp/transaction-failed-duplicate-header", "transaction failed: duplicate header", R::ContentRejected,
        "554 Transaction failed: Duplicate header 'box'.", "seen in samples"),
    Row::new("esp/suppressed-sending-address-because", "has suppressed sending to this address because it has a recent history of bouncing", R::Suppressed,
        "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address. For more information about how to remove an address from the suppression list, see the Amazon SES Developer Guide", "public logs")
            .detail(Detail::Bounce),
    Row::new("esp/amazon-ses-suppressed-sending", "amazon ses has suppressed sending to this address because it is on", R::Suppressed,
        "Amazon SES has suppressed sending to this address because it is on the account-level suppression list.", "public logs"),
    Row::new("esp/amazon-ses-did-not", "amazon ses did not send the message to this address because it is on the suppression list", R::Suppressed,
        "Amazon SES did not send the message to this address because it is on the suppression list for your account.", "public logs"),
    Row::new("esp/invalid-domain-5-4-4", "invalid domain", R::HostUnknown,
        "550 5.4.4 Invalid domain", "seen in samples")
            .status("5.4.4"),
    Row::new("esp/address-does-not-match", "the from address does not match a verified sender identity. mail", R::SenderRejected,
        "550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.", "from memory")
            .medium(),
    Row::new("esp/authentication-failed-maximum-credits", "authentication failed: maximum credits exceeded", R::RateLimited,
        "451 Authentication failed: Maximum credits exceeded", "from memory")
            .medium(),
    Row::new("esp/error-dialing-remote-address", "error dialing remote address: dial tcp", R::NetworkError,
        "error dialing remote address: dial tcp 192.0.2.1:25: i/o timeout", "from memory")
            .then(&["i/o timeout"]).medium(),
    Row::new("esp/unable-get-mx-info", "unable to get mx info: failed to get ips", R::HostUnknown,
        "unable to get mx info: failed to get IPs from PTR record: lookup x: unrecognized address", "from memory")
            .medium(),
    Row::new("esp/unable-get-mx-info-no", "unable to get mx info: no such host", R::HostUnknown,
        "unable to get mx info: no such host", "from memory")
            .medium(),
    Row::new("esp/not-delivering-previously-bounced", "not delivering to previously bounced address", R::Suppressed,
        "605 Not delivering to previously bounced address", "public logs")
            .detail(Detail::Bounce),
    Row::new("esp/not-delivering-unsubscribed-address", "not delivering to unsubscribed address", R::Suppressed,
        "606 Not delivering to unsubscribed address", "public logs")
            .detail(Detail::Unsubscription),
    Row::new("esp/not-delivering-user-who", "not delivering to a user who marked your messages as spam", R::Suppressed,
        "607 Not delivering to a user who marked your messages as spam", "public logs")
            .detail(Detail::Complaint),
    Row::new("esp/no-mx", "no mx for", R::HostUnknown,
        "498 No MX for example.com", "KumoMTA community rules")
            .permanent(),
    Row::new("esp/preblocked", "preblocked", R::Suppressed,
        "Reason: preblocked - recipient address was blocked because of previous hard bounces", "Mailjet's word for it"),
    Row::new("esp/not-allowed-send", "is not allowed to send:", R::SenderRejected,
        "Domain example.com is not allowed to send: connect to mx.example.net[192.0.2.1]:25", "public logs"),
    Row::new("esp/recipient-s-have-marked", "recipient(s) that have been marked as inactive", R::Suppressed,
        "You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: a@example.com. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.", "from memory")
            .medium(),
    Row::new("esp/recipient-address-suppressed-due", "recipient address suppressed due to customer policy", R::Suppressed,
        "554 5.7.1 recipient address suppressed due to customer policy", "from memory")
            .medium(),
    Row::new("esp/recipient-address-suppressed-due-system", "recipient address suppressed due to system policy", R::Suppressed,
        "550 5.1.1 recipient address suppressed due to system policy", "from memory")
            .medium(),
    Row::new("esp/resend-suppressed-sending-address", "resend has suppressed sending to this address", R::Suppressed,
        "Resend has suppressed sending to this address because it is on the account-level suppression list. This does not count toward your bounce rate metric", "public logs"),
    Row::new("esp/drop-suppressed", "drop[suppressed]", R::Suppressed,
        "DROP[suppressed] Recipient a@example.com was found from suppression list", "public logs"),
    Row::new("esp/suppression-user", "suppression for user", R::Suppressed,
        "254 4.7.1 Suppression for user ocid1 to a@example.com", "docs.oracle")
            .permanent(),
];
