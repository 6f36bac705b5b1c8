//! Gmail and Google Workspace.

use super::Provider;
use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "google",
    hosts: &["google.com", "googlemail.com", "smtp.goog"],
    mail_domains: &["gmail.com", "googlemail.com", "google.com"],
    marks: &["- gsmtp", "- gcdp", "support.google.com/mail/?p=", "support.google.com/a/answer/"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("google", GOOGLE)];

#[rustfmt::skip] // A row is two or three lines.
const GOOGLE: &[Row] = &[
    Row::new("google/user-trying-contact-receiving", "the user you are trying to contact is receiving mail too quickly", R::RateLimited,
        "450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time. If the user is able to receive mail at that time, your message will be delivered.", "support.google.com/a/answer/3726730")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("google/user-trying-contact-receiving-550", "the user you are trying to contact is receiving mail at a rate that", R::RateLimited,
        "550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.", "support.google.com/a/answer/3726730")
            .reply(550).fault(Fault::Recipient),
    Row::new("google/user-trying-contact-receiving-rate", "the user you are trying to contact is receiving mail at a rate that", R::RateLimited,
        "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. Please resend your message at a later time.", "support.google.com/a/answer/3726730")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("google/peak-smtp-relay-limit", "peak smtp relay limit exceeded for this customer. this is", R::RateLimited,
        "450 4.2.1 Peak SMTP relay limit exceeded for this customer. This is a temporary error.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/recipient-s-inbox-out", "the recipient's inbox is out of storage space and inactive", R::MailboxFull,
        "552 5.2.2 The recipient's inbox is out of storage space and inactive. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/recipient-s-inbox-out-storage", "the recipient's inbox is out of storage space", R::MailboxFull,
        "452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/account-tried-reach-over-452", "the mail account that you tried to reach is over quota", R::MailboxFull,
        "452 4.2.2 The email account that you tried to reach is over quota. Please direct the recipient to Clear Google Drive space & increase storage.", "support.google.com/a/answer/3726730")
            .reply(452).unmistakable(),
    Row::new("google/account-tried-reach-over", "the mail account that you tried to reach is over quota", R::MailboxFull,
        "552 5.2.2 The email account that you tried to reach is over quota.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/answer-6558", "answer=6558", R::MailboxFull,
        "552 5.2.2 http://support.google.com/mail/bin/answer.py?answer=6558 k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/quota-exceeded", "mail quota exceeded", R::MailboxFull,
        "550 5.7.1 Email quota exceeded.", "support.google.com/a/answer/3726730"),
    Row::new("google/server-temporarily-rejected", "mail server has temporarily rejected this message", R::SystemError,
        "451 4.3.0 Mail server has temporarily rejected this message.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/multiple-destination-domains-per", "multiple destination domains per transaction is unsupported", R::SystemError,
        "451 4.3.0 Multiple destination domains per transaction is unsupported. Please try again.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/cannot-authenticate-due-temporary", "cannot authenticate due to a temporary system problem. try again", R::SystemError,
        "454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/temporary-system-problem-try", "temporary system problem. try again later", R::SystemError,
        "421 4.3.0 Temporary System Problem. Try again later.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/timeout-closing-connection", "timeout - closing connection", R::NetworkError,
        "451 4.4.2 Timeout - closing connection.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/server-busy-try-again", "server busy, try again later", R::RateLimited,
        "421 4.4.5 Server busy, try again later.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/smtp-protocol-violation-no", "smtp protocol violation, no commands allowed to pipeline", R::ProtocolError,
        "523 5.7.10 SMTP protocol violation, no commands allowed to pipeline after STARTTLS.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/smtp-protocol-violation", "smtp protocol violation", R::ProtocolError,
        "451 4.5.0 SMTP protocol violation.", "support.google.com/a/answer/3726730")
            .transient(),
    Row::new("google/domain-policy-size-per", "domain policy size per transaction exceeded", R::RateLimited,
        "452 4.5.3 Domain policy size per transaction exceeded, please try this recipient in a separate transaction.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/too-many-recipients", "your message has too many recipients", R::RateLimited,
        "452 4.5.3 Your message has too many recipients. For more information regarding Google's sending limits, go to ...", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/connection-expired-try-reconnecting", "connection expired, try reconnecting", R::NetworkError,
        "421 4.7.0 Connection expired, try reconnecting.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/ip-not-whitelist-rcpt", "ip not in whitelist for rcpt domain", R::IpBlocked,
        "421 4.7.0 IP not in whitelist for RCPT domain, closing connection.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/try-again-later-closing", "try again later, closing connection", R::RateLimited,
        "421 4.7.0 Try again later, closing connection. (EHLO)", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/ip-address-sending-does", "the ip address sending this message does not have a ptr record setup", R::PtrMissing,
        "550 5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP. As a policy, Gmail does not accept messages from IPs with missing PTR records.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/ip-address-sending-does-not", "the ip address sending this message does not have a ptr record", R::PtrMissing,
        "421 4.7.0 The IP address sending this message does not have a PTR record, or the corresponding forward DNS entry does not point to the sending IP. To protect our users from spam, mail sent from your IP address has been temporarily rate limited.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/too-many-login-attempts", "too many login attempts, please try again later", R::RateLimited,
        "454 4.7.0 Too many login attempts, please try again later.", "support.google.com/a/answer/3726730"),
    Row::new("google/tls-required-rcpt-domain", "tls required for rcpt domain, closing connection", R::TlsFailure,
        "421 4.7.0 TLS required for RCPT domain, closing connection.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/suspicious-due-very-low", "this message is suspicious due to the very low reputation of the sending ip", R::IpBlocked,
        "421 4.7.0 This message is suspicious due to the very low reputation of the sending IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/suspicious-due-very-low-reputation", "this message is suspicious due to the very low reputation of the sending domain", R::DomainBlocked,
        "421 4.7.0 This message is suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/suspicious-due-nature-content", "this message is suspicious due to the nature of the content or the links within", R::SpamContent,
        "421 4.7.0 This message is suspicious due to the nature of the content or the links within. To best protect our users from spam, the message has been blocked.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/system-detected-unusual-rate", "our system has detected an unusual rate of unsolicited mail originating from your ip", R::RateLimited,
        "421 4.7.0 Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily blocked.", "support.google.com/a/answer/3726730")
            .then(&["temporarily"]).unmistakable(),
    Row::new("google/sending-ip-address-doesn", "the sending ip address for this message doesn't have a ptr record", R::PtrMissing,
        "451 4.7.23 [192.0.2.1] The sending IP address for this message doesn't have a PTR record, or the PTR record's forward DNS entry doesn't match the sending IP address. To protect users from spam, your email has been temporarily rate limited.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/spf-record-sending-domain", "the spf record of the sending domain has one or more suspicious entries", R::AuthFailure,
        "451 4.7.24 The SPF record of the sending domain has one or more suspicious entries. To protect our users from spam, mail sent from your IP address has been temporarily rate limited.", "support.google.com/a/answer/3726730")
            .then(&["temporarily"]).transient().unmistakable(),
    Row::new("google/not-accepted-due-domain", "is not accepted due to domain's dmarc policy, but temporary dns failures", R::AuthFailure,
        "451 4.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/rate-limited-because-unauthenticated", "rate limited because it is unauthenticated", R::AuthFailure,
        "421 4.7.26 This mail has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [example.com] with ip: [192.0.2.1] = did not pass.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/rate-limited-because-spf", "rate limited because spf authentication didn't pass", R::AuthFailure,
        "421 4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message. Gmail requires all bulk email senders to authenticate their email with SPF.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/gmail-detected-unusual-rate", "gmail has detected an unusual rate of mail originating from your ip", R::RateLimited,
        "421 4.7.28 Gmail has detected an unusual rate of mail originating from your IP address 192.0.2.1. To protect our users from spam, mail sent from your IP address has been temporarily rate limited.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/gmail-detected-unusual-rate-2", "gmail has detected an unusual rate of mail", R::RateLimited,
        "421 4.7.28 Gmail has detected an unusual rate of mail. To protect our users from spam, mail has been temporarily rate limited.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/unusual-rate-unsolicited-originating", "unusual rate of unsolicited mail originating from your ip netblock", R::RateLimited,
        "421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP Netblock 192.0.2.0.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/unusual-rate-unsolicited-originating-dkim", "unusual rate of unsolicited mail originating from your dkim domain", R::RateLimited,
        "421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your DKIM domain example.com.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/unusual-rate-unsolicited-originating-spf", "unusual rate of unsolicited mail originating from your spf domain", R::RateLimited,
        "421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your SPF domain example.com.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/unusual-rate-unsolicited-containing", "unusual rate of unsolicited mail containing one of your url domains", R::RateLimited,
        "421 4.7.28 Gmail has detected an unusual rate of unsolicited mail containing one of your URL domains.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/gmail-detected-unusual-amount", "gmail has detected an unusual amount of unsolicited mail", R::RateLimited,
        "421 4.7.28 Gmail has detected an unusual amount of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily blocked.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/exceeded-quota-sending-messages", "exceeded the quota for sending messages that have the same message-id", R::RateLimited,
        "421 4.7.28 Gmail has detected this sender exceeded the quota for sending messages that have the same Message-ID:. To best protect our users, the message has been temporarily rejected.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/rate-limited-because-wasn", "rate limited because this message wasn't sent over a tls connection", R::TlsFailure,
        "421 4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/rate-limited-because-dkim", "rate limited because dkim authentication didn't pass", R::AuthFailure,
        "421 4.7.30 Your email has been rate limited because DKIM authentication didn't pass for this message. Gmail requires all email bulk senders to authenticate their email with DKIM.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/rate-limited-because-header", "rate limited because the from: header (rfc5322) in this message isn't aligned", R::AuthFailure,
        "421 4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/blocked-because-header-rfc5322", "blocked because the from: header (rfc5322) in this message isn't aligned", R::AuthFailure,
        "421 5.7.32 Your email was blocked because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/rate-limited-because-sending", "this mail has been rate limited because the sending domain doesn't have a dmarc record", R::AuthFailure,
        "421 4.7.31 This mail has been rate limited because the sending domain doesn't have a DMARC record, or the DMARC record doesn't specify a DMARC policy.", "from memory")
            .transient().unmistakable().medium(),
    Row::new("google/rate-limited-because-sending-domain", "rate limited because the sending domain doesn't have a dmarc record", R::AuthFailure,
        "421 4.7.40 Your email has been rate limited because the sending domain doesn't have a DMARC record, or the DMARC record doesn't specify a DMARC policy. Gmail requires all bulk email senders to add a DMARC record to their sending domain.", "support.google.com/a/answer/3726730")
            .transient().unmistakable(),
    Row::new("google/account-tried-reach-does", "the mail account that you tried to reach does not exist", R::UserUnknown,
        "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/answer-6596", "answer=6596", R::UserUnknown,
        "550 5.1.1 http://support.google.com/mail/bin/answer.py?answer=6596 k3x9 - gsmtp", "support.google.com/a/answer/3726730"),
    Row::new("google/weren-t-able-find", "we weren't able to find the recipient domain", R::HostUnknown,
        "553 5.1.2 We weren't able to find the recipient domain. Please check for any spelling errors, and make sure you didn't enter any spaces, periods, or other punctuation after the recipient's email address.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/recipient-address-not-valid", "the recipient address", R::UserUnknown,
        "553 5.1.3 The recipient address a@example.com is not a valid RFC 5321 address.", "support.google.com/a/answer/3726730")
            .then(&["is not a valid rfc 5321 address"]).unmistakable(),
    Row::new("google/sender-address-not-valid", "the sender address", R::SenderRejected,
        "553 5.1.7 The sender address a@example.com is not a valid RFC 5321 address.", "support.google.com/a/answer/3726730")
            .then(&["is not a valid rfc 5321 address"]).unmistakable(),
    Row::new("google/account-tried-reach-inactive", "the mail account that you tried to reach is inactive", R::MailboxDisabled,
        "550 5.2.1 The email account that you tried to reach is inactive. For more information, go to https://support.google.com/mail/?p=DisabledUser", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/account-tried-reach-disabled", "the mail account that you tried to reach is disabled", R::MailboxDisabled,
        "550 5.2.1 The email account that you tried to reach is disabled.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/exceeded-google-s-size", "your message exceeded google's message size limits", R::MessageTooLarge,
        "552 5.2.3 Your message exceeded Google's message size limits.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/exceeded-google-s-size-limits", "exceeded google's message size limits of", R::MessageTooLarge,
        "552 5.3.4 The size of your message (25 bytes) exceeded Google's message size limits of 25 bytes.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/number-attachments-exceeds-google", "the number of attachments", R::ContentRejected,
        "552 5.3.4 The number of attachments (25) exceeds Google's limit of 25 attachments.", "support.google.com/a/answer/3726730")
            .then(&["exceeds google's limit"]).unmistakable(),
    Row::new("google/exceeded-google-s-header", "your message exceeded google's message header size limits", R::ContentRejected,
        "552 5.3.4 Your message exceeded Google's message header size limits. Messages must not exceed 25 total header bytes or 25 header fields.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/exceeds-google-s-limit", "exceeds google's limit of", R::ContentRejected,
        "552 5.3.4 The size of the box header value (25 bytes) exceeds Google's limit of 25 bytes per individual header size.", "support.google.com/a/answer/3726730")
            .then(&["per individual header size"]).unmistakable(),
    Row::new("google/size-header-name-exceeds", "the size of a header name", R::ContentRejected,
        "552 5.3.4 The size of a header name (25 bytes) exceeds Google's header name limit of 25 bytes.", "support.google.com/a/answer/3726730")
            .then(&["exceeds google's header name limit"]).unmistakable(),
    Row::new("google/subject-header-exceeds", "your message has a subject: header that exceeds", R::ContentRejected,
        "552 5.3.4 Your message has a Subject: header that exceeds Google's message header size limits.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/daily-user-sending-limit", "daily user sending limit exceeded. for more information on gmail", R::RateLimited,
        "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits, go to ...", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/daily-smtp-relay-limit", "daily smtp relay limit exceeded for user", R::RateLimited,
        "550 5.4.5 Daily SMTP relay limit exceeded for user.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/daily-smtp-relay-sending", "daily smtp relay sending limit exceeded for this customer", R::RateLimited,
        "550 5.7.1 Daily SMTP relay sending limit exceeded for this customer.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/may-indicate-loop", "this may indicate a mail loop", R::MailLoop,
        "554 5.4.6 Message exceeded 50 hops, this may indicate a mail loop.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/bad-sequence-commands", "bad sequence of commands", R::ProtocolError,
        "503 5.5.1 Bad sequence of commands.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/unimplemented-command", "unimplemented command", R::ProtocolError,
        "502 5.5.1 Unimplemented command.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/too-many-unrecognized-commands", "too many unrecognized commands, goodbye", R::ProtocolError,
        "502 5.5.1 Too many unrecognized commands, goodbye.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/unrecognized-command", "unrecognized command", R::ProtocolError,
        "502 5.5.1 Unrecognized command.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/no-data-after-bdat", "no data after bdat. a mail transaction protocol command was", R::ProtocolError,
        "503 5.5.1 No DATA after BDAT. A mail transaction protocol command was issued out of sequence.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/ehlo-helo-first-transaction", "ehlo/helo first. a mail transaction protocol command was issued", R::ProtocolError,
        "503 5.5.1 EHLO/HELO first. A mail transaction protocol command was issued out of sequence.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/first-transaction-protocol-command", "mail first. a mail transaction protocol command was issued out", R::ProtocolError,
        "503 5.5.1 MAIL first. A mail transaction protocol command was issued out of sequence.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/rcpt-first-transaction-protocol", "rcpt first. a mail transaction protocol command was issued out", R::ProtocolError,
        "503 5.5.1 RCPT first. A mail transaction protocol command was issued out of sequence.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/syntax-error-cannot-decode", "syntax error, cannot decode response", R::ProtocolError,
        "501 5.5.2 Syntax error, cannot decode response.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/syntax-error-no-parameters", "syntax error (no parameters allowed)", R::ProtocolError,
        "501 5.7.11 Syntax error (no parameters allowed).", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/syntax-error", "syntax error", R::ProtocolError,
        "555 5.5.2 Syntax error.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/too-many-recipients-sender", "too many recipients for this sender", R::RateLimited,
        "550 5.5.3 Too many recipients for this sender.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/helo-ehlo-argument-invalid", "helo/ehlo argument", R::ProtocolError,
        "501 5.5.4 HELO/EHLO argument box invalid, closing connection.", "support.google.com/a/answer/3726730")
            .then(&["invalid, closing connection"]).permanent().unmistakable(),
    Row::new("google/empty-helo-ehlo-argument", "empty helo/ehlo argument not allowed, closing connection", R::ProtocolError,
        "501 5.5.4 Empty HELO/EHLO argument not allowed, closing connection.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/malformed", "mail message is malformed", R::ContentRejected,
        "554 5.6.0 Mail message is malformed. Not accepted.", "support.google.com/a/answer/3726730"),
    Row::new("google/blocked-because-content-presents", "blocked because its content presents a potential", R::VirusDetected,
        "552 5.7.0 This message was blocked because its content presents a potential security issue. Please visit https://support.google.com/mail/?p=BlockedMessage to review our message content and attachment content guidelines.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/system-detected-illegal-attachment", "our system detected an illegal attachment on your message", R::ContentRejected,
        "552 5.7.0 Our system detected an illegal attachment on your message. Please visit http://mail.google.com/support/bin/answer.py?answer=6590 to review our attachment guidelines.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("google/answer-6590", "answer=6590", R::ContentRejected,
        "552 5.7.0 http://support.google.com/mail/bin/answer.py?answer=6590 k3x9 - gsmtp", "smtpfieldmanual.com"),
    Row::new("google/no-identity-changes-permitted", "no identity changes permitted", R::ProtocolError,
        "503 5.7.0 No identity changes permitted.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/relay-denied-invalid-credentials", "mail relay denied", R::RelayDenied,
        "550 5.7.0 Mail relay denied 192.0.2.1. Invalid credentials for relay for one of the domains in: example.com (as obtained from HELO and MAIL FROM).", "support.google.com/a/answer/3726730")
            .then(&["invalid credentials for relay"]).fault(Fault::Sender).unmistakable(),
    Row::new("google/relay-denied-temporarily-suspended", "mail relay denied", R::SenderRejected,
        "550 5.7.0 Mail relay denied 192.0.2.1. The sending mail account has been temporarily suspended due to abuse.", "support.google.com/a/answer/3726730")
            .then(&["temporarily suspended due to abuse"]).transient().unmistakable(),
    Row::new("google/sending-denied", "mail sending denied", R::SenderRejected,
        "550 5.7.0 Mail Sending denied. This error occurs if the sender account is disabled or not registered within your Google Workspace domain.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/too-many-unauthenticated-commands", "too many unauthenticated commands", R::ProtocolError,
        "554 5.7.0 Too many unauthenticated commands.", "support.google.com/a/answer/3726730")
            .permanent(),
    Row::new("google/authentication-required", "authentication required", R::RelayDenied,
        "530 5.7.0 Authentication required.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender),
    Row::new("google/must-issue-starttls-command", "must issue a starttls command first", R::TlsFailure,
        "530 5.7.0 Must issue a STARTTLS command first.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/user-domain-sending-policy", "the user or domain that you are sending to (or from) has a policy that prohibit", R::PolicyRejected,
        "550 5.7.1 The user or domain that you are sending to (or from) has a policy that prohibited the mail that you sent. Please contact your domain administrator for further details.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/gcdp", "- gcdp", R::PolicyRejected,
        "550 5.7.1 This message violates example.com email policy. - gcdp s1 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/invalid-credentials-relay", "invalid credentials for relay", R::RelayDenied,
        "550 5.7.1 Invalid credentials for relay 192.0.2.1. The IP address you've registered in your Workspace SMTP Relay service doesn't match the domain of the account this email is being sent from.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/system-detected-likely-unsolicited", "our system has detected that this message is likely unsolicited mail", R::SpamContent,
        "550 5.7.1 Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/answer-188131", "answer=188131", R::SpamContent,
        "550 5.7.1 http://support.google.com/mail/bin/answer.py?answer=188131 k3x9 - gsmtp", "support.google.com/a/answer/3726730"),
    Row::new("google/does-not-meet-ipv6", "this message does not meet ipv6 sending guidelines", R::PtrMissing,
        "550 5.7.1 This message does not meet IPv6 sending guidelines regarding PTR records and authentication.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/likely-suspicious-due-very", "likely suspicious due to the very low reputation of the sending ip", R::IpBlocked,
        "550 5.7.1 This message is likely suspicious due to the very low reputation of the sending IP address. To best protect our users from spam, the message has been blocked.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/likely-suspicious-due-very-low", "likely suspicious due to the very low reputation of the sending domain", R::DomainBlocked,
        "550 5.7.1 This message is likely suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/messages-missing-valid-address", "messages missing a valid address in the from: header", R::ContentRejected,
        "550 5.7.1 Messages missing a valid address in the From: header, or having no From: header, are not accepted.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/messages-missing-valid-id", "messages missing a valid message-id: header", R::ContentRejected,
        "550 5.7.1 Messages missing a valid Message-ID: header are not accepted.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/messages-multiple-addresses", "messages with multiple addresses in", R::ContentRejected,
        "550 5.7.1 Messages with multiple addresses in the From: header are not accepted.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/contains-unicode-character-disallowed", "the message contains a unicode character in a disallowed header", R::ContentRejected,
        "550 5.7.1 The message contains a unicode character in a disallowed header.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/not-rfc-5322-compliant", "not rfc 5322 compliant because it has duplicate headers", R::ContentRejected,
        "550 5.7.1 This message is not RFC 5322 compliant because it has duplicate headers.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/not-rfc-5322-compliant-because", "not rfc 5322 compliant because the from: header is missing", R::ContentRejected,
        "550 5.7.1 This message is not RFC 5322 compliant because the From: header is missing.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/not-rfc-5322-compliant-because-multiple", "not rfc 5322 compliant because it has multiple from: headers", R::ContentRejected,
        "550 5.7.1 This message is not RFC 5322 compliant because it has multiple From: headers.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/not-rfc-5322-compliant-because-header", "not rfc 5322 compliant because the from: header has a non-compliant", R::ContentRejected,
        "550 5.7.1 This message is not RFC 5322 compliant because the From: header has a non-compliant domain name.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/not-rfc-5322-compliant-there", "this message is not rfc 5322 compliant. there are multiple", R::ContentRejected,
        "550 5.7.1 This message is not RFC 5322 compliant. There are multiple box headers.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/not-rfc-5322-compliant-there-malformed", "this message is not rfc 5322 compliant. there is a malformed", R::ContentRejected,
        "550 5.7.1 This message is not RFC 5322 compliant. There is a malformed box header.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/encoded-word-syntax-not", "encoded-word syntax is not permitted in message header", R::ContentRejected,
        "550 5.7.1 Encoded-word syntax is not permitted in message header box.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/rate-limited", "this mail has been rate limited", R::RateLimited,
        "550 5.7.1 This mail has been rate limited.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/ip-re-using-send", "the ip you're using to send mail is not authorized to send mail directly", R::IpBlocked,
        "550 5.7.1 The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/unauthenticated-not-accepted-domain", "unauthenticated mail is not accepted from this domain", R::AuthFailure,
        "550 5.7.1 Unauthenticated email is not accepted from this domain.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/system-detected-unusual-rate-unsolicited", "our system has detected an unusual rate of unsolicited mail originating from your ip", R::IpBlocked,
        "550 5.7.1 Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been blocked.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/not-accepted-due-domain-s", "is not accepted due to domain's dmarc policy", R::AuthFailure,
        "550 5.7.1 Unauthenticated email from example.com is not accepted due to domain's DMARC policy. Please contact the administrator of example.com domain if this was a legitimate mail.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("google/log-through-web-browser", "please log in through your web browser and then try again", R::RelayDenied,
        "534 5.7.14 Please log in through your web browser and then try again.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/spf-record-sending-domain-one", "the spf record of the sending domain has one or more suspicious entries", R::AuthFailure,
        "550 5.7.24 The SPF record of the sending domain has one or more suspicious entries.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/sending-ip-does-not", "the sending ip does not match the ip address of the hostname", R::PtrMissing,
        "550 5.7.25 The sending IP does not match the IP address of the hostname specified in the pointer (PTR) record.", "sisimai rhost/for-google")
            .unmistakable(),
    Row::new("google/blocked-because-sender-unauthenticated", "blocked because the sender is unauthenticated", R::AuthFailure,
        "550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [example.com] with ip: [192.0.2.1] = did not pass.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/spf-record-hard-fail", "has an spf record with a hard fail policy (-all) but it fails to pass spf checks", R::AuthFailure,
        "550 5.7.26 The MAIL FROM domain [example.com] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks with the ip: [192.0.2.1]. To best protect our users from spam and phishing, the message has been blocked.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/does-not-have-authentication", "does not have authentication information or fails to pass authentication checks", R::AuthFailure,
        "550 5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM). To best protect our users from spam, the message has been blocked.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/blocked-because-didn-t", "blocked because it didn't pass spf authentication", R::AuthFailure,
        "550 5.7.27 This message was blocked because it didn't pass SPF authentication. Gmail requires bulk email senders to authenticate their email with SPF.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/there-unusual-rate-unsolicited", "there is an unusual rate of unsolicited mail originating from your ip", R::IpBlocked,
        "550 5.7.28 There is an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been blocked.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/blocked-because-wasn-t", "blocked because it wasn't sent over a tls connection", R::TlsFailure,
        "550 5.7.29 This message was blocked because it wasn't sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/blocked-because-didn-t-pass", "blocked because it didn't pass dkim authentication", R::AuthFailure,
        "550 5.7.30 This message was blocked because it didn't pass DKIM authentication. Gmail requires bulk email senders to authenticate their email with DKIM.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/blocked-because-sending-domain", "blocked because the sending domain doesn't have a dmarc record", R::AuthFailure,
        "550 5.7.40 Your message was blocked because the sending domain doesn't have a DMARC record or the DMARC record doesn't specify a DMARC policy.", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/unrecognized-authentication-type", "unrecognized authentication type", R::ProtocolError,
        "504 5.7.4 Unrecognized authentication type.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/xoauth-no-longer-supported", "xoauth is no longer supported", R::ProtocolError,
        "504 5.7.4 XOAUTH is no longer supported.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/username-password-not-accepted", "username and password not accepted", R::RelayDenied,
        "535 5.7.8 Username and Password not accepted.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/application-specific-password-required", "application-specific password required", R::RelayDenied,
        "534 5.7.9 Application-specific password required.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/log-web-browser-then", "please log in with your web browser and then try again", R::RelayDenied,
        "534 5.7.9 Please log in with your web browser and then try again.", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/starttls-may-not-repeated", "starttls may not be repeated", R::ProtocolError,
        "454 5.5.1 STARTTLS may not be repeated.", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/lookup-responded-code-nxdomain", "lookup of", R::HostUnknown,
        "DNS Error: k3x9 DNS type 'mx' lookup of example.com responded with code NXDOMAIN Domain name not found: example.com", "seen in samples")
            .then(&["responded with code nxdomain"]).unmistakable(),
    Row::new("google/lookup-had-no-relevant", "lookup of", R::DnsFailure,
        "DNS Error: k3x9 DNS type 'mx' lookup of example.com had no relevant answers.", "seen in samples")
            .then(&["had no relevant answers"]).unmistakable(),
    Row::new("google/doesn-t-receive-according", "doesn't receive mail according to the administrator: returned null mx", R::HostUnknown,
        "The domain example.com doesn't receive email according to the administrator: returned Null MX https://www.rfc-editor.org/info/rfc7505", "seen in samples")
            .detail(Detail::NullMx).unmistakable(),
    Row::new("google/recipient-server-did-not", "the recipient server did not accept our requests to connect", R::NetworkError,
        "The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720 [mx.example.net 192.0.2.1: timed out]", "seen in samples")
            .unmistakable(),
    Row::new("google/dns-error-could-not", "dns error: could not contact dns servers", R::DnsFailure,
        "DNS Error: Could not contact DNS servers", "sisimai lhost/via-gmail")
            .unmistakable(),
    Row::new("google/wasn-t-delivered-because", "your message wasn't delivered to", R::UserUnknown,
        "** Address not found ** Your message wasn't delivered to a@example.com because the address couldn't be found, or is unable to receive mail.", "seen in samples")
            .then(&["because the address couldn't be found"]).unmistakable(),
    Row::new("google/smtp-server-does-not", "smtp server does not advertise auth capability", R::ProtocolError,
        "Unspecified Error (SENT_SECOND_EHLO): Smtp server does not advertise AUTH capability", "seen in samples")
            .permanent().unmistakable().medium(),
    Row::new("google/link-customfromdenied", "p=customfromdenied", R::SenderRejected,
        "You're sending this from a different address or alias. Learn more here: https://support.google.com/mail/?p=CustomFromDenied", "seen in samples")
            .unmistakable(),
    Row::new("google/rejected-due-spam-classification", "was rejected due to spam classification", R::SpamContent,
        "Your email to group a@example.com was rejected due to spam classification.", "seen in samples")
            .unmistakable(),
    Row::new("google/group-tried-contact-may", "the group you tried to contact", R::RecipientRestricted,
        "We're writing to let you know that the group you tried to contact (g@example.com) may not exist, or you may not have permission to post messages to the group.", "seen in samples")
            .then(&["may not exist, or you may not have permission to post"]).detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed", "グループにメッセージを投稿する権限がない", R::RecipientRestricted,
        "グループにメッセージを投稿する権限がない", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-2", "skupina, kterou se pokoušíte kontaktovat", R::RecipientRestricted,
        "skupina, kterou se pokoušíte kontaktovat", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-3", "die gruppe, die sie kontaktieren möchten", R::RecipientRestricted,
        "die gruppe, die sie kontaktieren möchten", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/kontaktierte-gruppe", "kontaktierte gruppe", R::RecipientRestricted,
        "kontaktierte gruppe", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-4", "ομάδα με την οποία επιχειρείτε να επικοινωνήσετε", R::RecipientRestricted,
        "ομάδα με την οποία επιχειρείτε να επικοινωνήσετε", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-5", "le groupe que vous avez essayé de contacter", R::RecipientRestricted,
        "le groupe que vous avez essayé de contacter", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/le-groupe-que-vous-essayez", "le groupe que vous essayez de contacter", R::RecipientRestricted,
        "le groupe que vous essayez de contacter", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/el-grupo-con-el-que", "el grupo con el que has intentado contactar", R::RecipientRestricted,
        "el grupo con el que has intentado contactar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/el-grupo-con-el-que-ha", "el grupo con el que ha intentado contactar", R::RecipientRestricted,
        "el grupo con el que ha intentado contactar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/il-gruppo-che-hai-cercato", "il gruppo che hai cercato di contattare", R::RecipientRestricted,
        "il gruppo che hai cercato di contattare", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-6", "o grupo que você tentou contatar", R::RecipientRestricted,
        "o grupo que você tentou contatar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-7", "o grupo que você está tentando contatar", R::RecipientRestricted,
        "o grupo que você está tentando contatar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/de-groep-waarmee-je-contact", "de groep waarmee je contact", R::RecipientRestricted,
        "de groep waarmee je contact", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-8", "grupa, z którą próbujesz się skontaktować", R::RecipientRestricted,
        "grupa, z którą próbujesz się skontaktować", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-9", "группа, с которой вы пытаетесь связаться", R::RecipientRestricted,
        "группа, с которой вы пытаетесь связаться", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-10", "您試圖聯絡的", R::RecipientRestricted,
        "您試圖聯絡的", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-11", "您尝试联系的", R::RecipientRestricted,
        "您尝试联系的", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-12", "समूह को संदेश पोस्ट करने की अनुमति", R::RecipientRestricted,
        "समूह को संदेश पोस्ट करने की अनुमति", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-13", "مجوز لازم برای ارسال پیام به این گروه", R::RecipientRestricted,
        "مجوز لازم برای ارسال پیام به این گروه", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/link-nosuchuser", "p=nosuchuser", R::UserUnknown,
        "550 5.1.1 For more information, go to https://support.google.com/mail/?p=NoSuchUser k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-disableduser", "p=disableduser", R::MailboxDisabled,
        "550 5.2.1 For more information, go to https://support.google.com/mail/?p=DisabledUser k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-overquotatemp", "p=overquotatemp", R::MailboxFull,
        "452 4.2.2 For more information, go to https://support.google.com/mail/?p=OverQuotaTemp k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-overquotaperm", "p=overquotaperm", R::MailboxFull,
        "552 5.2.2 For more information, go to https://support.google.com/mail/?p=OverQuotaPerm k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/link-receivingrateperm", "p=receivingrateperm", R::RateLimited,
        "550 5.2.1 For more information, go to https://support.google.com/mail/?p=ReceivingRatePerm k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("google/link-receivingrate", "p=receivingrate", R::RateLimited,
        "450 4.2.1 For more information, go to https://support.google.com/mail/?p=ReceivingRate k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("google/link-badrcptdomain", "p=badrcptdomain", R::HostUnknown,
        "553 5.1.2 For more information, go to https://support.google.com/mail/?p=BadRcptDomain k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-maxsizeerror", "p=maxsizeerror", R::MessageTooLarge,
        "552 5.3.4 For more information, go to https://support.google.com/mail/?p=MaxSizeError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-mailloop", "p=mailloop", R::MailLoop,
        "554 5.4.6 For more information, go to https://support.google.com/mail/?p=MailLoop k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-header-limits", "p=header-limits", R::ContentRejected,
        "552 5.3.4 For more information, go to https://support.google.com/mail/?p=header-limits k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-dmarcrejection", "p=dmarcrejection", R::AuthFailure,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=DmarcRejection k3x9 - gsmtp", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("google/link-unsolicitedratelimiterror", "p=unsolicitedratelimiterror", R::RateLimited,
        "421 4.7.28 For more information, go to https://support.google.com/mail/?p=UnsolicitedRateLimitError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-unsolicitedmessageerror", "p=unsolicitedmessageerror", R::SpamContent,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=UnsolicitedMessageError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-unsolicitediperror", "p=unsolicitediperror", R::IpBlocked,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=UnsolicitedIPError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/link-blockedmessage", "p=blockedmessage", R::ContentRejected,
        "552 5.7.0 For more information, go to https://support.google.com/mail/?p=BlockedMessage k3x9 - gsmtp", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("google/link-rfcmessagenoncompliant", "p=rfcmessagenoncompliant", R::ContentRejected,
        "554 5.6.0 For more information, go to https://support.google.com/mail/?p=RfcMessageNonCompliant k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-ipv6autherror", "p=ipv6autherror", R::PtrMissing,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=IPv6AuthError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-notauthorizederror", "p=notauthorizederror", R::IpBlocked,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=NotAuthorizedError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/link-tlsrequirederror", "p=tlsrequirederror", R::TlsFailure,
        "421 4.7.0 For more information, go to https://support.google.com/mail/?p=TlsRequiredError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/link-toomanyrecipientserror", "p=toomanyrecipientserror", R::RateLimited,
        "452 4.5.3 For more information, go to https://support.google.com/mail/?p=TooManyRecipientsError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-wantautherror", "p=wantautherror", R::RelayDenied,
        "530 5.7.0 For more information, go to https://support.google.com/mail/?p=WantAuthError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
];
