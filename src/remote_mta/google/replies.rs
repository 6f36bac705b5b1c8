//! What Gmail's hosts answer: mailboxes, rates, the sender, the session.

use crate::reason::{Fault, Reason as R};
use crate::rule::Row;

#[rustfmt::skip] // A row is two or three lines.
pub(super) const ROWS: &[Row] = &[
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
    Row::new("google/account-tried-reach-over-for-good", "the mail account that you tried to reach is over quota", R::MailboxFull,
        "552 5.2.2 The email account that you tried to reach is over quota. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm", "support.google.com/a/answer/3726730")
            .then(&["p=overquotaperm"]).permanent().unmistakable(),
    Row::new("google/account-tried-reach-over", "the mail account that you tried to reach is over quota", R::MailboxFull,
        "552 5.2.2 The email account that you tried to reach is over quota.", "support.google.com/a/answer/3726730")
            .unmistakable(),
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
];
