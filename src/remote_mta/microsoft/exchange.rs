//! Exchange, Online and on own hosts.

use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::Row;

#[rustfmt::skip] // A row is two or three lines.
pub(super) const ROWS: &[Row] = &[
    Row::new("microsoft/temporary-server-error-try", "temporary server error. please try again later. prx", R::SystemError,
        "451 4.7.0 Temporary server error. Please try again later. PRX4 NextHop: mx.example.net", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("microsoft/temporary-server-error-try-again", "temporary server error. please try again later", R::SystemError,
        "451 4.3.2 Temporary server error. Please try again later ATTR17", "smtpfieldmanual.com"),
    Row::new("microsoft/insufficient-system-resources-tste", "insufficient system resources (tste)", R::SystemFull,
        "452 4.3.1 Insufficient system resources (TSTE)", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("microsoft/invalid-address-5-1-3", "invalid address", R::UserUnknown,
        "501 5.1.3 Invalid address", "smtpfieldmanual.com")
            .status("5.1.3"),
    Row::new("microsoft/storedrv-deliver-recipient-thread", "storedrv.deliver; recipient thread limit exceeded", R::RateLimited,
        "432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded", "learn.microsoft.com, NDRs in Exchange Online")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("microsoft/maximum-number-concurrent-connections", "the maximum number of concurrent connections per resource forest", R::RateLimited,
        "421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit, closing transmission channel. mx.example.net. PRX8", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("microsoft/connection-refused-socket-error", "connection refused [message=socket error code", R::NetworkError,
        "450 4.4.316 Connection refused [Message=Socket error code 10061]", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/dns-query-failed-infonorecords", "dns query failed [message=infonorecords]", R::DnsFailure,
        "450 4.4.312 DNS query failed [Message=InfoNoRecords]", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/connection-closed-abruptly", "connection was closed abruptly", R::NetworkError,
        "450 4.4.318 Connection was closed abruptly (SuspiciousRemoteServerError)", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/expired-failed-connect-remote", "message expired, failed to connect to remote server due to tls", R::TlsFailure,
        "550 5.4.317 Message expired, failed to connect to remote server due to TLS: STARTTLS is required to send mail", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/starttls-required-send", "starttls is required to send mail", R::TlsFailure,
        "450 4.4.317 STARTTLS is required to send mail", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/mx-hosts-failed-mta", "mx hosts of", R::TlsFailure,
        "450 4.4.8 MX hosts of example.com failed MTA-STS validation", "learn.microsoft.com, NDRs in Exchange Online")
            .then(&["failed mta-sts validation"]).unmistakable(),
    Row::new("microsoft/remote-certificate-failed-mta", "remote certificate failed mta-sts validation", R::TlsFailure,
        "450 4.7.5 Remote certificate failed MTA-STS validation. Reason: CertificateExpired", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/organization-queue-quota-exceeded", "organization queue quota exceeded", R::RateLimited,
        "450 4.7.3 Organization queue quota exceeded.", "smtpfieldmanual.com")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("microsoft/incoming-recipient-domain-configured", "incoming to a recipient domain configured in a hosted tenant", R::HostUnknown,
        "450 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions.", "sisimai rhost/for-microsoft")
            .transient().unmistakable(),
    Row::new("microsoft/failed-replicated", "message failed to be replicated", R::SystemError,
        "451 4.4.0 Message failed to be replicated: No healthy secondary server available to accept replica at this time.", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("microsoft/resolver-adr-reciplimit", "resolver.adr.reciplimit", R::RateLimited,
        "550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients", "sisimai lhost/via-exchange2007")
            .permanent().unmistakable(),
    Row::new("microsoft/too-many-recipients", "too many recipients", R::RateLimited,
        "452 4.5.3 Too many recipients", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/must-pass-either-spf", "must pass either spf or dkim validation", R::AuthFailure,
        "450 4.7.26 Access denied, a message sent over IPv6 [2001:db8::1] must pass either SPF or DKIM validation, this message is not signed", "learn.microsoft.com, NDRs in Exchange Online")
            .transient().unmistakable(),
    Row::new("microsoft/sending-ipv6-address-must", "the sending ipv6 address", R::PtrMissing,
        "450 4.7.25 Access denied, the sending IPv6 address [2001:db8::1] must have a reverse DNS record", "from memory")
            .then(&["must have a reverse dns record"]).unmistakable().medium(),
    Row::new("microsoft/starttls-not-supported", "starttls-not-supported", R::TlsFailure,
        "450 4.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/certificate-expired", "certificate-expired", R::TlsFailure,
        "450 4.7.322 certificate-expired: Destination mail server's certificate is expired.", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/tlsa-invalid", "tlsa-invalid", R::TlsFailure,
        "450 4.7.323 tlsa-invalid: The domain failed DANE validation.", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/dnssec-invalid", "dnssec-invalid", R::DnsFailure,
        "450 4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/certificate-host-mismatch", "certificate-host-mismatch", R::TlsFailure,
        "450 4.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/access-denied-try-again-4-7-500-699", "access denied, please try again later", R::RateLimited,
        "451 4.7.500 Access denied, please try again later", "learn.microsoft.com, NDRs in Exchange Online")
            .status("4.7.500-699"),
    Row::new("microsoft/access-denied-try-again-4-7-850-899", "access denied, please try again later", R::IpBlocked,
        "451 4.7.850 Access denied, please try again later", "learn.microsoft.com, NDRs in Exchange Online")
            .status("4.7.850-899").transient(),
    Row::new("microsoft/sender-denied", "sender denied", R::SenderRejected,
        "550 5.1.0 Sender denied", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/resolver-adr-invalidinsmtp", "resolver.adr.invalidinsmtp", R::UserUnknown,
        "550 5.1.0 RESOLVER.ADR.InvalidInSmtp; encapsulated INVALID address inside an SMTP address (IMCEAINVALID-)", "sisimai lhost/via-exchange2007")
            .unmistakable(),
    Row::new("microsoft/resolver-adr-recipnotfound", "resolver.adr.recipnotfound", R::UserUnknown,
        "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/resolver-adr-exrecipnotfound", "resolver.adr.exrecipnotfound", R::UserUnknown,
        "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/bad-destination-mailbox-address", "bad destination mailbox address", R::UserUnknown,
        "550 5.1.1 Bad destination mailbox address", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/resolver-adr-recipientnotfound", "resolver.adr.recipientnotfound", R::UserUnknown,
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient a@example.com not found by SMTP address lookup", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/invalid-x-400-address", "invalid x.400 address", R::UserUnknown,
        "550 5.1.2 Invalid X.400 address", "Exchange Server NDR page"),
    Row::new("microsoft/storedrv-submit-invalid-recipient", "storedrv.submit; invalid recipient address", R::UserUnknown,
        "501 5.1.3 STOREDRV.Submit; invalid recipient address", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/recipient-address-reserved-rfc", "recipient address reserved by rfc 2606", R::UserUnknown,
        "501 5.1.4 Recipient address reserved by RFC 2606", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/resolver-adr-ambiguous", "resolver.adr.ambiguous", R::SystemError,
        "550 5.1.4 RESOLVER.ADR.Ambiguous; ambiguous address", "sisimai lhost/via-exchange2007")
            .permanent().unmistakable(),
    Row::new("microsoft/recipient-addresses-single-label", "recipient addresses in single label domains not accepted", R::UserUnknown,
        "501 5.1.6 Recipient addresses in single label domains not accepted", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/invalid-address-5-1-7", "invalid address", R::SenderRejected,
        "550 5.1.7 Invalid address", "Exchange Server NDR page")
            .status("5.1.7"),
    Row::new("microsoft/unknown-sender-address", "unknown sender address", R::SenderRejected,
        "550 5.1.7 Unknown sender address", "Exchange Server NDR page"),
    Row::new("microsoft/42003", "as(42003)", R::SenderRejected,
        "550 5.1.8 Access denied, bad outbound sender AS(42003)", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/access-denied-bad-outbound", "access denied, bad outbound sender", R::SenderRejected,
        "550 5.1.8 Access denied, bad outbound sender", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/ve-reached-daily-limit", "you've reached your daily limit for message recipients", R::RateLimited,
        "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/resolver-adr-badprimary", "resolver.adr.badprimary", R::SystemError,
        "550 5.2.0 RESOLVER.ADR.BadPrimary; recipient primary SMTP address is missing or invalid", "sisimai lhost/via-exchange2007")
            .permanent().unmistakable(),
    Row::new("microsoft/mailbox-cannot-accessed", "mailbox cannot be accessed", R::MailboxDisabled,
        "550 5.2.1 Mailbox cannot be accessed", "Exchange 2013 DSN page")
            .unmistakable(),
    Row::new("microsoft/content-filter-agent-quarantined", "content filter agent quarantined this message", R::SpamContent,
        "550 5.2.1 Content Filter agent quarantined this message", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/storedrv-deliver-mailbox-full", "storedrv.deliver: mailbox full", R::MailboxFull,
        "554 5.2.2 STOREDRV.Deliver: mailbox full. The following information should help identify the cause: \"0x0\"", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/mailbox-full", "mailbox full", R::MailboxFull,
        "550 5.2.2 Mailbox full", "Exchange Server NDR page"),
    Row::new("microsoft/submission-quota-exceeded", "submission quota exceeded", R::RateLimited,
        "550 5.2.2 Submission quota exceeded", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/resolver-rst-recipsizelimit", "resolver.rst.recipsizelimit", R::MessageTooLarge,
        "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/resolver-rst-sendsizelimit", "resolver.rst.sendsizelimit", R::MessageTooLarge,
        "550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/mailing-list-expansion-problem", "mailing list expansion problem", R::SystemError,
        "550 5.2.4 Mailing list expansion problem", "Exchange 2013 DSN page")
            .permanent(),
    Row::new("microsoft/misconfigured-forwarding-address", "misconfigured forwarding address", R::SystemError,
        "550 5.2.14 Misconfigured forwarding address", "sisimai rhost/for-microsoft")
            .permanent().unmistakable(),
    Row::new("microsoft/storedrv-deliver-exception-accountdisabledexcept", "storedrv.deliver.exception:accountdisabledexception", R::MailboxDisabled,
        "554 5.2.0 STOREDRV.Deliver.Exception:accountdisabledexception.MapiException; Failed to process message due to a permanent exception", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/storedrv-deliver-exception-quotaexceeded", "storedrv.deliver.exception:quotaexceeded", R::MailboxFull,
        "554 5.2.0 STOREDRV.Deliver.Exception:quotaexceeded.MapiException; Failed to process message due to a permanent exception", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/storedrv-deliver-exception-messagetoobig", "storedrv.deliver.exception:messagetoobig", R::MessageTooLarge,
        "554 5.2.0 STOREDRV.Deliver.Exception:messagetoobig.MapiException; Failed to process message due to a permanent exception", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/storedrv-deliver-exception-failed", "storedrv.deliver.exception:", R::SystemError,
        "554 5.2.0 STOREDRV.Deliver.Exception:StorageTransientException.MapiExceptionCallFailed; Failed to process message due to a permanent exception with message Cannot complete delivery-time processing", "from memory")
            .then(&["failed to process message due to a permanent exception"]).unmistakable().medium(),
    Row::new("microsoft/recipient-s-per-hour", "recipient's per hour message receive limit from specific sender exceeded", R::RateLimited,
        "550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/sender-exceeded-limit-number", "the sender has exceeded the limit for the number of messages they can send to this recipient per hour", R::RateLimited,
        "554 5.2.121 The sender has exceeded the limit for the number of messages they can send to this recipient per hour.", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/recipient-s-per-hour-receive", "recipient's per hour message receive limit exceeded", R::RateLimited,
        "550 5.2.122 Recipient's per hour message receive limit exceeded", "learn.microsoft.com, NDRs in Exchange Online")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("microsoft/recipient-exceeded-their-limit", "the recipient has exceeded their limit for the number of messages they can receive per hour", R::RateLimited,
        "554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour.", "learn.microsoft.com, NDRs in Exchange Online")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("microsoft/too-many-related-errors", "too many related errors", R::ContentRejected,
        "550 5.3.0 Too many related errors", "Exchange Server NDR page"),
    Row::new("microsoft/storedrv-deliver-missing-bad", "storedrv.deliver: missing or bad storedriver mdb properties", R::SystemError,
        "550 5.3.2 STOREDRV.Deliver: Missing or bad StoreDriver MDB properties", "Exchange Server NDR page")
            .permanent().unmistakable(),
    Row::new("microsoft/unrecognized-command", "unrecognized command", R::ProtocolError,
        "500 5.3.3 Unrecognized command", "Exchange Server NDR page")
            .permanent(),
    Row::new("microsoft/size-exceeds-fixed-maximum", "message size exceeds fixed maximum message size", R::MessageTooLarge,
        "552 5.3.4 Message size exceeds fixed maximum message size", "Exchange Server NDR page"),
    Row::new("microsoft/routing-sizelimit", "routing.sizelimit", R::MessageTooLarge,
        "550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/system-incorrectly-configured", "system incorrectly configured", R::MailLoop,
        "550 5.3.5 System incorrectly configured", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/journaling-premises-messages", "journaling on-premises messages", R::PolicyRejected,
        "550 5.3.190 Journaling on-premises messages to Microsoft 365 or Office 365 not supported when Journaling Archive is disabled", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/recipient-address-rejected-access", "recipient address rejected: access denied", R::UserUnknown,
        "550 5.4.1 [a@example.com]: Recipient address rejected: Access denied. AS(201806281) [mx.example.net.prod.protection.outlook.com]", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/all-recipient-addresses-rejected", "all recipient addresses rejected : access denied", R::UserUnknown,
        "550 5.4.1 All recipient addresses rejected : Access denied", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("microsoft/tenantattribution-relay-access-denied", "tenantattribution; relay access denied", R::RelayDenied,
        "550 5.7.64 TenantAttribution; Relay Access Denied", "learn.microsoft.com, NDRs in Exchange Online")
            .fault(Fault::Sender).unmistakable(),
    Row::new("microsoft/relay-access-denied", "relay access denied", R::RelayDenied,
        "550 5.4.1 Relay Access Denied", "learn.microsoft.com, NDRs in Exchange Online")
            .fault(Fault::Destination),
    Row::new("microsoft/infodomainnonexistent", "[message=infodomainnonexistent]", R::HostUnknown,
        "550 5.4.310 DNS domain example.com does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=example.com]", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/expired-dns-query-failed", "message expired, dns query failed(serverfailure", R::DnsFailure,
        "550 5.4.312 Message expired, DNS query failed(ServerFailure)", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/expired-dns-query-failed-infonorecords", "message expired, dns query failed(infonorecords", R::HostUnknown,
        "550 5.4.312 Message expired, DNS query failed(InfoNoRecords)", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/expired-connection-refused", "message expired, connection refused", R::NetworkError,
        "550 5.4.316 Message expired, connection refused(Socket error code 10061)", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/expired-connection-reset", "message expired, connection reset", R::NetworkError,
        "550 5.4.318 Message expired, connection reset (SuspiciousRemoteServerError)", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/smtpsend-dns-nonexistentdomain", "smtpsend.dns.nonexistentdomain", R::HostUnknown,
        "554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/smtpsend-dns-mxloopback", "smtpsend.dns.mxloopback", R::MailLoop,
        "554 5.4.4 SMTPSEND.DNS.MxLoopback; DNS records for this domain are configured in a loop", "sisimai lhost/via-exchange2007")
            .unmistakable(),
    Row::new("microsoft/routing-noconnectorforaddresstype", "routing.noconnectorforaddresstype", R::HostUnknown,
        "550 5.4.4 ROUTING.NoConnectorForAddressType; unable to route for address type", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/hop-count-exceeded-possible", "hop count exceeded - possible mail loop", R::MailLoop,
        "554 5.4.6 Hop count exceeded - possible mail loop", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/routing-loop-detected", "routing loop detected", R::MailLoop,
        "554 5.4.14 Routing loop detected", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/agent-generated-depth-exceeded", "agent generated message depth exceeded", R::MailLoop,
        "550 5.4.11 Agent generated message depth exceeded", "sisimai rhost/for-microsoft")
            .unmistakable(),
    Row::new("microsoft/queue-expired", "queue.expired", R::Expired,
        "550 4.4.7 QUEUE.Expired; message expired", "seen in samples")
            .unmistakable(),
    Row::new("microsoft/connection-timed-out-idle", "connection timed out (idle)", R::NetworkError,
        "421 4.4.1 Connection timed out (idle)", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/connection-timed-out", "connection timed out", R::NetworkError,
        "450 4.4.1 Connection timed out", "Exchange Server NDR page"),
    Row::new("microsoft/connection-dropped", "connection dropped", R::NetworkError,
        "450 4.4.2 Connection dropped", "Exchange Server NDR page"),
    Row::new("microsoft/insufficient-system-resources", "insufficient system resources", R::SystemFull,
        "452 4.3.1 Insufficient system resources", "Exchange Server NDR page")
            .unmistakable(),
    Row::new("microsoft/service-not-active", "service not active", R::SystemError,
        "421 4.3.2 Service not active", "Exchange Server NDR page"),
    Row::new("microsoft/system-not-accepting-network", "system not accepting network messages", R::SystemError,
        "421 4.3.2 System not accepting network messages", "Exchange 2013 DSN page")
            .unmistakable(),
    Row::new("microsoft/send-hello-first", "send hello first", R::ProtocolError,
        "503 5.5.2 Send hello first", "Exchange Server NDR page")
            .permanent(),
    Row::new("microsoft/invalid-domain-name", "invalid domain name", R::ProtocolError,
        "501 5.5.4 Invalid domain name", "Exchange 2013 DSN page")
            .permanent(),
    Row::new("microsoft/invalid-content", "invalid message content", R::ContentRejected,
        "550 5.5.6 Invalid message content", "Exchange 2013 DSN page"),
    Row::new("microsoft/content-m2mcvt-storageerror", "content/m2mcvt.storageerror", R::ContentRejected,
        "550 5.6.0 CONTENT/M2MCVT.StorageError; storage error in content conversion", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/invalid-characters", "invalid characters", R::ContentRejected,
        "550 5.6.11 Invalid characters", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("microsoft/resolver-rst-authrequired", "resolver.rst.authrequired", R::RecipientRestricted,
        "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required", "seen in samples")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/resolver-rst-notauthorized", "resolver.rst.notauthorized", R::RecipientRestricted,
        "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized", "sisimai lhost/via-exchange2007")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/delivery-not-authorized-refused-5-7-900-999", "delivery not authorized, message refused", R::PolicyRejected,
        "550 5.7.900 Delivery not authorized, message refused", "Exchange Server NDR page")
            .status("5.7.900-999").permanent(),
    Row::new("microsoft/delivery-not-authorized-refused", "delivery not authorized, message refused", R::RecipientRestricted,
        "550 5.7.1 Delivery not authorized, message refused", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent(),
    Row::new("microsoft/transport-rules-rejectmessage", "transport.rules.rejectmessage", R::PolicyRejected,
        "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy", "from memory")
            .permanent().unmistakable().medium(),
    Row::new("microsoft/unable-relay", "unable to relay", R::RelayDenied,
        "550 5.7.1 Unable to relay", "learn.microsoft.com, NDRs in Exchange Online")
            .fault(Fault::Sender),
    Row::new("microsoft/client-not-authenticated-send", "client was not authenticated to send anonymous mail during mail", R::RelayDenied,
        "530 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM", "learn.microsoft.com, NDRs in Exchange Online")
            .fault(Fault::Sender).unmistakable(),
    Row::new("microsoft/client-not-authenticated", "client was not authenticated", R::RecipientRestricted,
        "530 5.7.1 Client was not authenticated", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/cannot-achieve-exchange-server", "cannot achieve exchange server authentication", R::ProtocolError,
        "550 5.7.3 Cannot achieve Exchange Server authentication", "Exchange Server NDR page")
            .permanent().unmistakable(),
    Row::new("microsoft/not-authorized-5-7-3", "not authorized", R::ProtocolError,
        "550 5.7.3 Not Authorized", "Exchange Server NDR page")
            .status("5.7.3").permanent(),
    Row::new("microsoft/sender-not-authenticated-organization", "sender was not authenticated by organization", R::RecipientRestricted,
        "550 5.7.12 Sender was not authenticated by organization", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/sender-not-authenticated-public", "sender was not authenticated for public folder", R::RecipientRestricted,
        "550 5.7.13 Sender was not authenticated for public folder", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/because-sender-policy-framework", "because of sender policy framework violation", R::AuthFailure,
        "550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 no", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/smtp-client-does-not", "smtp; client does not have permissions to send as this sender", R::SenderRejected,
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender", "from memory")
            .unmistakable().medium(),
    Row::new("microsoft/sender-not-allowed-senders", "sender not in allowed-senders list", R::RecipientRestricted,
        "550 5.7.124 Sender not in allowed-senders list", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/resolver-rst-sendernotinallowedlist", "resolver.rst.sendernotinallowedlist", R::RecipientRestricted,
        "550 5.7.124 RESOLVER.RST.SenderNotInAllowedList; not authorized", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/resolver-rst-sendernotauthenticatedforgroup", "resolver.rst.sendernotauthenticatedforgroup", R::RecipientRestricted,
        "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/resolver-rst-sendernotauthenticatedformailbox", "resolver.rst.sendernotauthenticatedformailbox", R::RecipientRestricted,
        "550 5.7.134 RESOLVER.RST.SenderNotAuthenticatedForMailbox; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this mailbox", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/sender-not-authenticated", "sender was not authenticated", R::RecipientRestricted,
        "550 5.7.136 Sender was not authenticated", "learn.microsoft.com, NDRs in Exchange Online")
            .detail(Detail::Closed).permanent().unmistakable(),
    Row::new("microsoft/resolver-rst-restrictedtorecipientspermission", "resolver.rst.restrictedtorecipientspermission", R::RecipientRestricted,
        "550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized to send to the recipient", "from memory")
            .detail(Detail::Closed).permanent().unmistakable().medium(),
    Row::new("microsoft/access-denied-spam-abuse", "access denied, spam abuse detected", R::SenderRejected,
        "550 5.7.501 Access denied, spam abuse detected", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/access-denied-banned-sender", "access denied, banned sender[", R::IpBlocked,
        "550 5.7.511 Access denied, banned sender[192.0.2.1]. To request removal from this list please forward this message to delist@messaging.microsoft.com.", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/access-denied-banned-sender-5-7-800", "access denied, banned sender", R::DomainBlocked,
        "550 5.7.800 Access denied, banned sender", "learn.microsoft.com, NDRs in Exchange Online")
            .status("5.7.800").permanent(),
    Row::new("microsoft/access-denied-banned-sender-2", "access denied, banned sender", R::SenderRejected,
        "550 5.7.502 Access denied, banned sender", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/access-denied-banned-recipient", "access denied, banned recipient", R::RecipientRestricted,
        "550 5.7.505 Access denied, banned recipient", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/access-denied-bad-helo", "access denied, bad helo", R::IpBlocked,
        "550 5.7.506 Access Denied, Bad HELO", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/access-denied-rejected-recipient", "access denied, rejected by recipient", R::IpBlocked,
        "550 5.7.507 Access denied, rejected by recipient", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/exceeded-permitted-limits-within", "has exceeded permitted limits within", R::RateLimited,
        "550 5.7.508 Access denied, [192.0.2.1] has exceeded permitted limits within 2001:db8::/48 range", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/does-not-pass-dmarc", "does not pass dmarc verification and has a dmarc policy of reject", R::AuthFailure,
        "550 5.7.509 Access denied, sending domain [example.com] does not pass DMARC verification and has a DMARC policy of reject.", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/does-not-accept-over", "does not accept mail over ipv6", R::IpBlocked,
        "550 5.7.510 Access denied, [example.com] does not accept email over IPv6", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/access-denied-must-rfc", "access denied, message must be rfc 5322 section 3.6.2 compliant", R::ContentRejected,
        "550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/using-customer-block-list", "using customer block list", R::IpBlocked,
        "550 5.7.513 Service unavailable, Client host [192.0.2.1] blocked by example.com using Customer Block list (AS16012607)", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent(),
    Row::new("microsoft/access-denied-sending-domain", "access denied, sending domain blocked by recipient's tenant", R::DomainBlocked,
        "550 5.7.514 Access denied, sending domain blocked by recipient's Tenant Allow/Block List", "from memory")
            .permanent().unmistakable().medium(),
    Row::new("microsoft/access-denied-banned-sending", "access denied, banned sending ip", R::IpBlocked,
        "550 5.7.606 Access denied, banned sending IP [192.0.2.1]. To request removal from this list please visit https://sender.office.com/ and follow the directions. For more information please go to http://go.microsoft.com/fwlink/?LinkID=526655 (AS16012609)", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/blocked-organization-using-tenant", "are blocked by your organization using tenant allow block list", R::PolicyRejected,
        "550 5.7.703 Your message can't be delivered because messages to a@example.com are blocked by your organization using Tenant Allow Block List.", "learn.microsoft.com, NDRs in Exchange Online")
            .permanent().unmistakable(),
    Row::new("microsoft/access-denied-tenant-exceeded", "access denied, tenant has exceeded threshold", R::SenderRejected,
        "550 5.7.705 Access denied, tenant has exceeded threshold", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/traffic-not-accepted-ip", "traffic not accepted from this ip", R::SenderRejected,
        "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230)", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/service-unavailable-client-blocked", "service unavailable. client blocked from sending", R::SenderRejected,
        "550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains", "learn.microsoft.com, NDRs in Exchange Online")
            .unmistakable(),
    Row::new("microsoft/tenantinboundattribution-rejecting", "tenantinboundattribution; rejecting", R::PolicyRejected,
        "550 5.7.51 TenantInboundAttribution; Rejecting. Recipient has a partner connector with RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set", "sisimai rhost/for-microsoft")
            .permanent().unmistakable(),
];
