//! What Gmail says of the message and of its relays, and in its own notices.

use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::Row;

#[rustfmt::skip] // A row is two or three lines.
pub(super) const ROWS: &[Row] = &[
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
    Row::new("google/blocked-because-wasn-t", "requires all bulk mail senders to use tls", R::TlsFailure,
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
];
