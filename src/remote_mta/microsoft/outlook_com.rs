//! Outlook.com, and what both say alike.

use crate::reason::Reason as R;
use crate::rule::Row;

#[rustfmt::skip] // A row is two or three lines.
pub(super) const ROWS: &[Row] = &[
    Row::new("microsoft/rp-001", "rp-001", R::RateLimited,
        "421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed. Reason for rate limitation is related to IP/domain reputation.", "sendersupport.olc.protection.outlook.com")
            .unmistakable(),
    Row::new("microsoft/rp-002", "rp-002", R::RateLimited,
        "421 RP-002 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed on this connection. Reason for rate limitation is related to IP/domain reputation.", "sendersupport.olc.protection.outlook.com")
            .unmistakable(),
    Row::new("microsoft/rp-003", "rp-003", R::RateLimited,
        "421 RP-003 The mail server IP connecting to Outlook.com server has exceeded the connection limit allowed. Reason for limitation is related to IP/domain reputation.", "sendersupport.olc.protection.outlook.com")
            .unmistakable(),
    Row::new("microsoft/sc-001", "sc-001", R::IpBlocked,
        "550 SC-001 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/sc-002", "sc-002", R::IpBlocked,
        "550 SC-002 Mail rejected by Outlook.com for policy reasons. The mail server IP connecting to Outlook.com has exhibited namespace mining behavior.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/sc-003", "sc-003", R::IpBlocked,
        "550 SC-003 Mail rejected by Outlook.com for policy reasons. Your IP address appears to be an open proxy/relay.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/sc-004", "sc-004", R::IpBlocked,
        "550 SC-004 Mail rejected by Outlook.com for policy reasons. A block has been placed against your IP address because we have received complaints concerning mail coming from that IP address.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/dy-001", "dy-001", R::IpBlocked,
        "550 DY-001 Mail rejected by Outlook.com for policy reasons. We generally do not accept email from dynamic IP's as they are not typically used to deliver unauthenticated SMTP email to an Internet mail server.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/dy-002", "dy-002", R::IpBlocked,
        "550 DY-002 Mail rejected by Outlook.com for policy reasons. The likely cause is a compromised or virus infected server/personal computer.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/ou-001", "ou-001", R::IpBlocked,
        "550 OU-001 Mail rejected by Outlook.com for policy reasons. For more information about this block and to request removal please go to: Spamhaus.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/ou-002", "ou-002", R::IpBlocked,
        "550 OU-002 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation.", "sendersupport.olc.protection.outlook.com")
            .permanent(),
    Row::new("microsoft/does-not-meet-required", "does not meet the required authentication level", R::AuthFailure,
        "550 5.7.515 Access denied, sending domain [example.com] does not meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender.", "sendersupport.olc.protection.outlook.com")
            .unmistakable(),
    Row::new("microsoft/part-their-network-block", "part of their network is on our block list", R::IpBlocked,
        "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [mx.example.net.prod.protection.outlook.com]", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("microsoft/blocked-using-spamhaus", "blocked using spamhaus", R::IpBlocked,
        "550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/lookup/ (S3140).", "public logs")
            .permanent(),
    Row::new("microsoft/mailfrom-domain-listed-spamhaus", "mailfrom domain is listed in spamhaus", R::DomainBlocked,
        "550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002)", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("microsoft/helo-domain-listed-spamhaus", "helo domain is listed in spamhaus", R::DomainBlocked,
        "550 5.7.1 Service unavailable, Helo domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8001)", "smtpfieldmanual.com")
            .permanent().unmistakable(),
    Row::new("microsoft/requested-action-not-taken", "requested action not taken: mailbox unavailable (s2017062302)", R::UserUnknown,
        "550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [mx.example.net.prod.outlook.com 2024-01-02T03:04:05Z k3x9]", "public logs")
            .unmistakable(),
    Row::new("microsoft/requested-action-not-taken-mailbox", "requested action not taken: mailbox unavailable", R::UserUnknown,
        "550 5.5.0 Requested action not taken: mailbox unavailable", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/larger-than-current-5-2-3", "larger than the current system limit or the recipient's mailbox is full", R::MessageTooLarge,
        "550 5.2.3 This message is larger than the current system limit or the recipient's mailbox is full. Create a shorter message body or remove attachments and try sending it again.", "from memory")
            .status("x.2.3").unmistakable(),
    Row::new("microsoft/larger-than-current-system", "larger than the current system limit or the recipient's mailbox is full", R::MailboxFull,
        "552 5.2.2 This message is larger than the current system limit or the recipient's mailbox is full. Create a shorter message body or remove attachments and try sending it again.", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/mailbox-full-storedrv-deliver", "mailbox full; storedrv.deliver", R::MailboxFull,
        "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/temporarily-rate-limited-due", "has been temporarily rate limited due to ip reputation", R::RateLimited,
        "451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)", "public logs")
            .transient().unmistakable(),
    Row::new("microsoft/exceeded-maximum-number-connections", "has exceeded the maximum number of connections. (s3115)", R::RateLimited,
        "451 4.7.652 The mail server [192.0.2.1] has exceeded the maximum number of connections. (S3115) [Name=Protocol Filter Agent][AGT=PFA][MxId=k3x9]", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/exceeded-maximum-number-messages", "has exceeded the maximum number of messages per connection", R::RateLimited,
        "451 4.7.653 The mail server [192.0.2.1] has exceeded the maximum number of messages per connection.", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/exceeded-maximum-number-recipients", "has exceeded the maximum number of recipients", R::RateLimited,
        "451 4.7.653 The mail server [192.0.2.1] has exceeded the maximum number of recipients.", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/server-busy-try-again", "server busy. please try again later from", R::RateLimited,
        "451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719) [mx.example.net.prod.protection.outlook.com]", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("microsoft/pfa-agent-busy-try", "pfa agent busy, please try again", R::SystemError,
        "451 4.7.700 PFA agent busy, please try again.", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/recipients-belong-multiple-regions", "recipients belong to multiple regions attr38", R::RateLimited,
        "452 4.5.3 Recipients belong to multiple regions ATTR38", "public logs")
            .unmistakable(),
    Row::new("microsoft/messages-violates-dmarc-policy", "the messages violates the dmarc policy of", R::AuthFailure,
        "550 5.7.1 The messages violates the DMARC policy of example.com (0f1e)", "public logs")
            .unmistakable(),
    Row::new("microsoft/command-rejected-due-sender", "command rejected due to sender id validation failure", R::AuthFailure,
        "550 command rejected due to Sender ID validation failure.", "sendersupport.olc.protection.outlook.com")
            .unmistakable(),
    Row::new("microsoft/mismatches-client-ip", "mismatches client ip", R::AuthFailure,
        "550 domain [example.com] mismatches client ip 192.0.2.1.", "seen in samples"),
    Row::new("microsoft/because-domain-not-reachable", "because the domain is not reachable. please check the domain", R::HostUnknown,
        "554 The mail could not be delivered to the recipient because the domain is not reachable. Please check the domain and try again (25:25:-25)", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/service-not-available-421", "service not available", R::SystemError,
        "421 4.3.2 Service not available", "smtpfieldmanual.com")
            .reply(421),
];
