//! Content filters that run anywhere: amavis, SpamAssassin, ClamAV, IronPort, rspamd and others.

use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("filter/sent-blocked-bulk-filter", "message you sent blocked by our bulk mail filter", R::SpamContent,
        "**Message you sent blocked by our bulk email filter**", "seen in samples"),
    Row::new("filter/dns-hard-error-looking", "dns hard error looking up", R::HostUnknown,
        "5.1.2 - Bad destination host 'DNS Hard Error looking up example.com (MX): NXDomain'", "from memory")
            .then(&["nxdomain"]).medium(),
    Row::new("filter/dns-soft-error-looking", "dns soft error looking up", R::DnsFailure,
        "[Default] DNS Soft Error looking up example.com (MX) while asking ns.example.net", "from memory")
            .medium(),
    Row::new("filter/bounced-administrator", "message bounced by administrator", R::PolicyRejected,
        "5.7.0 - Message bounced by administrator (delivery attempts: 0)", "public logs")
            .permanent(),
    Row::new("filter/spambouncer-identified-spam-permanently", "spambouncer identified spam, message permanently rejected", R::SpamContent,
        "554 SpamBouncer identified SPAM, message permanently rejected (#5.3.0)", "seen in samples"),
    Row::new("filter/refused-mailmarshal-spamprofiler", "message refused by mailmarshal spamprofiler", R::SpamContent,
        "550 Message refused by MailMarshal SpamProfiler", "seen in samples"),
    Row::new("filter/rejected-esets-smtp-spam", "rejected by esets_smtp (spam)", R::SpamContent,
        "550 Rejected by ESETS_SMTP (spam)", "seen in samples"),
    Row::new("filter/5-9-8-spam", "5.9.8 spam", R::SpamContent,
        "5.9.8 Spam", "seen in samples"),
    Row::new("filter/detected-spam-rcpts", "your mail was detected as spam. (rcpts", R::SpamContent,
        "550 ATLAS(2503): Your email was detected as spam. (RCPTs: a@example.com)", "seen in samples"),
    Row::new("filter/spam-rejected", "spam message rejected", R::SpamContent,
        "550 5.7.1 Spam message rejected", "seen in samples"),
    Row::new("filter/blocked-spamassassin", "blocked by spamassassin", R::SpamContent,
        "550 5.7.1 Blocked by SpamAssassin", "seen in samples"),
    Row::new("filter/scored-spam-points", "this message scored", R::SpamContent,
        "550 5.7.1 This message scored 25 spam points and has been rejected.", "seen in samples")
            .then(&["spam points"]),
    Row::new("filter/reject-id-spam", "reject, id=", R::SpamContent,
        "554 5.7.0 Reject, id=k3x9 - SPAM", "seen in samples")
            .then(&["- spam"]),
    Row::new("filter/reject-id-infected", "reject, id=", R::VirusDetected,
        "550 5.7.1 Reject, id=12345-01 - INFECTED: Eicar-Test-Signature", "seen in samples")
            .then(&["- infected"]),
    Row::new("filter/reject-id-banned", "reject, id=", R::ContentRejected,
        "550 5.7.1 Reject, id=12345-01 - BANNED: .exe", "seen in samples")
            .then(&["- banned"]),
    Row::new("filter/reject-id-bad-header", "reject, id=", R::ContentRejected,
        "550 5.6.0 Reject, id=12345-01 - BAD-HEADER", "seen in samples")
            .then(&["- bad-header"]),
    Row::new("filter/bounce-id-spam", "bounce, id=", R::SpamContent,
        "554 5.7.0 Bounce, id=12345-01 - SPAM", "amavis source")
            .then(&["- spam"]),
    Row::new("filter/bounce-id-infected", "bounce, id=", R::VirusDetected,
        "554 5.7.0 Bounce, id=12345-01 - INFECTED: Eicar-Test-Signature", "amavis source")
            .then(&["- infected"]),
    Row::new("filter/bounce-id-banned", "bounce, id=", R::ContentRejected,
        "554 5.7.0 Bounce, id=12345-01 - BANNED: .exe", "amavis source")
            .then(&["- banned"]),
    Row::new("filter/bounce-id-bad-header", "bounce, id=", R::ContentRejected,
        "554 5.6.0 Bounce, id=12345-01 - BAD-HEADER", "amavis source")
            .then(&["- bad-header"]),
    Row::new("filter/contains-virus", "this message contains a virus", R::VirusDetected,
        "554 5.7.1 This message contains a virus (box)", "from memory")
            .medium(),
    Row::new("filter/appears-unsolicited-messagescoringupperlimit", "appears to be unsolicited", R::SpamContent,
        "554 5.7.1 Mail (k3x9) appears to be unsolicited - Score (25) over MessageScoringUpperLimit (50) - send error reports to a@example.com", "seen in samples")
            .then(&["messagescoringupperlimit"]),
    Row::new("filter/server-requires-confirmation-visit", "your server requires confirmation. visit", R::RecipientRestricted,
        "550 Your server requires confirmation. Visit http://www.example.com/Whitelist.aspx?IP=192.0.2.1 to confirm this mail server.", "seen in samples")
            .detail(Detail::Challenge).fault(Fault::Sender).permanent(),
    Row::new("filter/sender-not-pre-approved", "sender not pre-approved", R::RecipientRestricted,
        "X-Boxbe-Notice; Sender not pre-approved. Follow instructions in above notice", "seen in samples")
            .detail(Detail::Challenge).fault(Fault::Sender).transient(),
    Row::new("filter/breaches-local-uribl-policy", "your mail breaches local uribl policy", R::SpamContent,
        "550 5.7.1 Your email breaches local URIBL policy.", "seen in samples"),
];
