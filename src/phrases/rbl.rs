//! Block lists.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("rbl/spamhaus-org-open-resolver", "spamhaus.org", R::Undetermined,
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver; https://www.spamhaus.org/returnc/pub/192.0.2.1", "default TXT of the list")
            .then(&["open resolver"]).low(),
    Row::new("rbl/spamhaus-org-returnc", "spamhaus.org/returnc/", R::Undetermined,
        "554 5.7.1 blocked using zen.spamhaus.org; see https://www.spamhaus.org/returnc/vol/192.0.2.1", "default TXT of the list")
            .low(),
    Row::new("rbl/blocked-using-zen-spamhaus", "blocked using zen.spamhaus.org", R::IpBlocked,
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1", "default TXT of the list")
            .permanent(),
    Row::new("rbl/blocked-using-dbl-spamhaus", "blocked using dbl.spamhaus.org", R::DomainBlocked,
        "554 5.7.1 Service unavailable; URL blocked using dbl.spamhaus.org; https://www.spamhaus.org/dbl/", "default TXT of the list")
            .permanent(),
    Row::new("rbl/blocked-using-bl-spamcop", "blocked using bl.spamcop.net", R::IpBlocked,
        "554 Service unavailable; Client host [192.0.2.1] blocked using bl.spamcop.net; Blocked - see http://www.spamcop.net/bl.shtml?192.0.2.1", "seen in samples")
            .permanent(),
    Row::new("rbl/blocked-using-b-barracudacentral", "blocked using b.barracudacentral.org", R::IpBlocked,
        "554 5.7.1 blocked using b.barracudacentral.org; http://www.barracudanetworks.com/reputation/?pr=1&ip=192.0.2.1", "default TXT of the list")
            .permanent(),
    Row::new("rbl/blocked-using-dnsbl-sorbs", "blocked using dnsbl.sorbs.net", R::IpBlocked,
        "521 5.7.1 Service unavailable; client [192.0.2.1] blocked using dnsbl.sorbs.net", "seen in samples")
            .permanent(),
    Row::new("rbl/blocked-using-dnsbl-1", "blocked using dnsbl-1.uceprotect.net", R::IpBlocked,
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl-1.uceprotect.net; IP 192.0.2.1 is UCEPROTECT-Level 1 listed. See http://www.uceprotect.net/rblcheck.php?ipr=192.0.2.1", "default TXT of the list")
            .permanent(),
    Row::new("rbl/blocked-using-cbl-abuseat", "blocked using cbl.abuseat.org", R::IpBlocked,
        "554 5.7.1 blocked using cbl.abuseat.org; Blocked - see https://www.abuseat.org/lookup.cgi?ip=192.0.2.1", "default TXT of the list")
            .permanent(),
    Row::new("rbl/listed-combined-abusix-zone", "is listed at combined.mail.abusix.zone", R::IpBlocked,
        "554 5.7.1 192.0.2.1 is listed at combined.mail.abusix.zone (127.0.0.25, https://lookup.abusix.com/search?q=192.0.2.1)", "default TXT of the list")
            .permanent(),
    Row::new("rbl/blocked-using-ix-dnsbl", "blocked using ix.dnsbl.manitu.net", R::IpBlocked,
        "554 5.7.1 blocked using ix.dnsbl.manitu.net; Your e-mail service was detected by mx.example.net (NiX Spam) as spamming at 2024-01-02. Your admin should visit http://www.dnsbl.manitu.net/lookup.php?value=192.0.2.1", "default TXT of the list")
            .permanent(),
    Row::new("rbl/blocked-using", "blocked using", R::IpBlocked,
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using psbl.surriel.com; Listed in PSBL", "default TXT of the list")
            .permanent(),
    Row::new("rbl/listed-nix-spam", "listed by nix spam", R::IpBlocked,
        "550 Mail from 192.0.2.1 was rejected: listed by NiX Spam", "common"),
    Row::new("rbl/lists-surbl-org", "on lists [", R::SpamContent,
        "554 5.7.1 Blocked, example.com on lists [ph], See: http://www.surbl.org/lists.html", "default TXT of the list")
            .then(&["surbl.org"]),
    Row::new("rbl/lookup-uribl-com", "lookup.uribl.com", R::SpamContent,
        "554 5.7.1 http://lookup.uribl.com/?domain=example.com", "default TXT of the list"),
    Row::new("rbl/server-access-forbidden-ip", "server access forbidden by your ip", R::IpBlocked,
        "551 Server access forbidden by your IP 192.0.2.1 websites spamcop.net, mailspike.net for removal", "sisimai tests")
            .permanent(),
    Row::new("rbl/being-rejected-due-poor", "are being rejected due to a poor mail reputation score", R::IpBlocked,
        "550 Connections from mx.example.net (192.0.2.1) are being rejected due to a poor email reputation score.", "sisimai tests")
            .permanent(),
    Row::new("rbl/blocklisting-effect", "blocklisting in effect", R::IpBlocked,
        "554 Blocklisting in effect", "KumoMTA community rules")
            .permanent(),
];
