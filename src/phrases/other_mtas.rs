//! Domino, GroupWise, Sun / Oracle Messaging Server, IMail, James, OpenSMTPD, DragonFly dma, Momentum and others.

use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("imail/unknown-user", "unknown user:", R::UserUnknown,
        "Unknown user: a@example.com", "sisimai lhost/via-imailserver"),
    Row::new("m-filter/unknown-user", "unknown user", R::UserUnknown,
        "550 unknown user a@example.com", "seen in samples")
            .whole(),
    Row::new("domino/user-unknown", "ディレクトリのリストにありません", R::UserUnknown,
        "ディレクトリのリストにありません", "sisimai lhost/via-notes"),
    Row::new("domino/user-unknown-2", "domino ディレクトリには見つかりません", R::UserUnknown,
        "ユーザー box (a@example.com) は Domino ディレクトリには見つかりません。", "seen in samples"),
    Row::new("domino/not-listed-domino-directory", "not listed in domino directory", R::UserUnknown,
        "User box (a@example.com) not listed in Domino Directory", "seen in samples"),
    Row::new("domino/not-listed-public-name", "not listed in public name & address book", R::UserUnknown,
        "User box (a@example.com) not listed in public Name & Address Book", "seen in samples"),
    Row::new("domino/not-unique-several-matches", "not unique. several matches found in domino directory", R::SystemError,
        "Recipient user name box not unique. Several matches found in Domino Directory.", "seen in samples")
            .permanent(),
    Row::new("domino/maximum-hop-count-exceeded", "maximum hop count exceeded. message probably in a routing loop", R::MailLoop,
        "Error transferring to SRV; Maximum hop count exceeded. Message probably in a routing loop.", "seen in samples"),
    Row::new("domino/no-route-found-domain", "no route found to domain", R::DnsFailure,
        "No route found to domain example.com from server SRV. Check DNS configuration.", "from memory")
            .then(&["check dns configuration"]).medium(),
    Row::new("domino/router-unable-open-mailbox", "router: unable to open mailbox file", R::SystemError,
        "Router: Unable to open mailbox file", "from memory")
            .permanent().medium(),
    Row::new("domino/file-exceeded-quota", "mail file has exceeded its quota", R::MailboxFull,
        "a's mail file has exceeded its quota", "from memory")
            .medium(),
    Row::new("domino/database-exceeded-quota", "mail database has exceeded its quota", R::MailboxFull,
        "destination mail database has exceeded its quota", "from memory")
            .medium(),
    Row::new("domino/recipient-s-file-full", "recipient's mail file full", R::MailboxFull,
        "Recipient's mail file full", "from memory")
            .medium(),
    Row::new("domino/file-full", "mail file full", R::MailboxFull,
        "Mail file full", "from memory")
            .medium(),
    Row::new("groupwise/user-not-found", "(user not found)", R::UserUnknown,
        "The message that you sent was undeliverable to the following: a@example.com (user not found)", "seen in samples"),
    Row::new("groupwise/host-not-found", "(host not found)", R::HostUnknown,
        "a@example.com (host not found)", "from memory")
            .medium(),
    Row::new("groupwise/mailbox-full", "(mailbox is full)", R::MailboxFull,
        "a@example.com (mailbox is full)", "from memory")
            .medium(),
    Row::new("sun-ms/illegal-host-domain-name", "illegal host/domain name found", R::HostUnknown,
        "Reason: Illegal host/domain name found", "sisimai lhost/via-messagingserver"),
    Row::new("sun-ms/delivery-failed-over-quota", "delivery failed: over quota", R::MailboxFull,
        "Delivery failed: Over quota", "sisimai lhost/via-messagingserver"),
    Row::new("imail/invalid-final-delivery-userid", "invalid final delivery userid", R::UserUnknown,
        "Invalid final delivery userid: a@example.com", "sisimai lhost/via-imailserver"),
    Row::new("imail/user-mailbox-exceeds-allowed", "user mailbox exceeds allowed size", R::MailboxFull,
        "User mailbox exceeds allowed size: a@example.com", "sisimai lhost/via-imailserver"),
    Row::new("james/error-invalid-user-address", "error: invalid user address", R::UserUnknown,
        "Error: Invalid user address", "seen in samples"),
    Row::new("james/no-dns-entries", "there are no dns entries for the hostname", R::HostUnknown,
        "There are no DNS entries for the hostname example.com. I cannot determine where to send this message.", "seen in samples"),
    Row::new("james/no-server-found", "no mail server found for", R::HostUnknown,
        "No mail server found for: example.com", "from memory")
            .medium(),
    Row::new("courier/dns-violates-rfc", "dns violates rfc 1035", R::DnsFailure,
        "550 This domain's DNS violates RFC 1035.", "Courier source"),
    Row::new("opensmtpd/network-error-destination-mxs", "network error on destination mxs", R::NetworkError,
        "Network error on destination MXs", "from memory")
            .medium(),
    Row::new("opensmtpd/invalid-recipient", "invalid recipient:", R::UserUnknown,
        "Invalid recipient: a@example.com", "from memory")
            .medium(),
    Row::new("opensmtpd/destination-seem-reject-all", "destination seem to reject all mails", R::IpBlocked,
        "Destination seem to reject all mails", "from memory")
            .permanent().medium(),
    Row::new("opensmtpd/no-mx-found-domain", "no mx found for domain", R::HostUnknown,
        "No MX found for domain", "from memory")
            .medium(),
    Row::new("opensmtpd/no-mx-found-destination", "no mx found for destination", R::HostUnknown,
        "No MX found for destination", "from memory")
            .medium(),
    Row::new("opensmtpd/temporary-failure-mx-lookup", "temporary failure in mx lookup", R::DnsFailure,
        "Temporary failure in MX lookup", "from memory")
            .medium(),
    Row::new("opensmtpd/loop-detected", "loop detected", R::MailLoop,
        "Loop detected", "from memory")
            .medium(),
    Row::new("phquery/no-matches", "no matches to nameserver query", R::UserUnknown,
        "No matches to nameserver query", "seen in samples"),
    Row::new("phquery/too-many-matches", "too many matches to nameserver query", R::SystemError,
        "Too many matches to nameserver query", "seen in samples")
            .permanent(),
    Row::new("dma/can-not-connect", "can not connect to", R::NetworkError,
        "can not connect to mx.example.net", "seen in samples"),
    Row::new("momentum/internal-no-mx-domain", "[internal] no mx or a for domain", R::HostUnknown,
        "454 4.4.4 [internal] no MX or A for domain", "wordtothewise.com"),
    Row::new("momentum/internal-bad-destination", "[internal] bad destination", R::HostUnknown,
        "550 5.1.2 [internal] bad destination", "wordtothewise.com"),
    Row::new("momentum/internal-null-mx", "[internal] null mx", R::HostUnknown,
        "556 5.1.10 [internal] null MX", "from memory")
            .detail(Detail::NullMx).medium(),
    Row::new("momentum/no-valid-hosts-too", "no valid hosts (too many connection failures)", R::NetworkError,
        "421 4.4.1 [internal] No valid hosts (too many connection failures)", "from memory")
            .medium(),
    Row::new("momentum/internal-connection-timed-out", "[internal] connection timed out", R::NetworkError,
        "451 4.4.1 [internal] Connection timed out", "from memory")
            .medium(),
    Row::new("haraka/nowhere-to-deliver", "nowhere to deliver mail to for domain", R::HostUnknown,
        "Error: Nowhere to deliver mail to for domain: example.com", "Haraka source"),
    Row::new("haraka/tried-all-mxs", "(tried all mxs)", R::NetworkError,
        "Error: Too many failures (Tried all MXs)", "Haraka source"),
    Row::new("haraka/cannot-deliver-for", "i cannot deliver mail for", R::RelayDenied,
        "550 I cannot deliver mail for <a@example.com>", "Haraka source")
            .medium(),
    Row::new("hmailserver/delivery-not-allowed", "delivery is not allowed to this address", R::RelayDenied,
        "550 Delivery is not allowed to this address.", "hMailServer source"),
    Row::new("hmailserver/helo-not-match", "host name specified in helo does not match", R::PtrMissing,
        "554 The host name specified in HELO does not match IP address.", "hMailServer source"),
    Row::new("postal/refused-or-given-up", "or the destination refused it", R::Undetermined,
        "We have tried to deliver it several times, or the destination refused it, and we are not going to try again.", "Postal source")
            .low(),
    Row::new("aliyun/invalid-rcptto", "invalid rcptto", R::UserUnknown,
        "559 Invalid rcptto [@sm080102]", "public logs"),
    Row::new("aliyun/rcpt-dosnt-exist", "rcpt (", R::UserUnknown,
        "554 RCPT (a@example.com) dosn't exist", "public logs")
            .then(&["dosn't exist"]),
];
