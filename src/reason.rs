//! Why a mail was refused, whose fault it is, and whether it lasts: the words, and the one table that ties them.

use crate::word::words;

words! {
    /// Why. Each has a [`fault`](Reason::fault) and a usual [`persistence`](Reason::persistence).
    Reason, neutral Undetermined {
        /// No such local part.
        UserUnknown = "user-unknown",
        /// The account is suspended, inactive, expired or closed.
        MailboxDisabled = "mailbox-disabled",
        /// Over quota.
        MailboxFull = "mailbox-full",
        /// Moved without forwarding, or the address changed its owner.
        HasMoved = "has-moved",
        /// The recipient accepts mail from some only; see [`Detail`].
        RecipientRestricted = "recipient-restricted",
        /// The domain does not exist, has no MX, or declares that it takes no mail (null MX, RFC 7505).
        HostUnknown = "host-unknown",
        /// Name server timeout or temporary lookup failure.
        DnsFailure = "dns-failure",
        /// Connection refused, timed out or dropped; no answer from the host.
        NetworkError = "network-error",
        /// STARTTLS, DANE or MTA-STS could not be met.
        TlsFailure = "tls-failure",
        /// The retry time was exceeded.
        Expired = "expired",
        /// Local error, mailer program failed, misconfiguration, ambiguous address at the destination.
        SystemError = "system-error",
        /// The destination's disk or queue is full.
        SystemFull = "system-full",
        /// Too many hops.
        MailLoop = "mail-loop",
        /// Try again later, by design (RFC 6647).
        Greylisted = "greylisted",
        /// Too fast, too many messages, connections or recipients.
        RateLimited = "rate-limited",
        /// The sending IP is on a block list or of bad reputation.
        IpBlocked = "ip-blocked",
        /// The sending or From domain, or one in a URL, is blocked or of bad reputation.
        DomainBlocked = "domain-blocked",
        /// No or bad reverse DNS or HELO name.
        PtrMissing = "ptr-missing",
        /// SPF, DKIM, DMARC or ARC failed.
        AuthFailure = "auth-failure",
        /// The host does not relay for this sender or to this domain, or wants SMTP AUTH.
        RelayDenied = "relay-denied",
        /// The envelope or header sender was refused.
        SenderRejected = "sender-rejected",
        /// The content was judged spam.
        SpamContent = "spam-content",
        /// A virus or other malware.
        VirusDetected = "virus-detected",
        /// Malformed or non-RFC message, forbidden header or attachment type.
        ContentRejected = "content-rejected",
        /// Over a size limit.
        MessageTooLarge = "message-too-large",
        /// A policy that is not stated more closely.
        PolicyRejected = "policy-rejected",
        /// SMTP syntax or sequence error, or an extension that is not offered.
        ProtocolError = "protocol-error",
        /// The sending service did not try: its own list has the address.
        Suppressed = "suppressed",
        /// Nothing tells.
        Undetermined = "undetermined",
    }
}

words! {
    /// Whose fault a refusal is. Only the first two say anything about the address.
    Fault, neutral Unknown {
        /// The recipient's address or mailbox.
        Recipient = "recipient",
        /// The recipient's domain or its servers.
        Destination = "destination",
        /// The sender: address, server, IP, domain, authentication, rate.
        Sender = "sender",
        /// This message: content, size, form.
        Message = "message",
        /// Nothing tells.
        Unknown = "unknown",
    }
}

words! {
    /// Whether the same mail may pass later. It speaks of one refusal, not of the address.
    Persistence, neutral Depends {
        /// The same will be refused again.
        Permanent = "permanent",
        /// It may pass later.
        Transient = "transient",
        /// Neither was said, and the reason has both.
        Depends = "depends",
    }
}

words! {
    /// The finer word, where a reason has one.
    Detail, neutral Other {
        /// `recipient-restricted`: a filter of the carrier or the recipient's own settings.
        Filter = "filter",
        /// `recipient-restricted`: a group or list for insiders.
        Closed = "closed",
        /// `recipient-restricted`: this sender was blocked by the recipient.
        BlockedByUser = "blocked-by-user",
        /// `recipient-restricted`: the sender must prove to be a person first.
        Challenge = "challenge",
        /// `host-unknown`: the domain declares that it takes no mail (null MX, RFC 7505).
        NullMx = "null-mx",
        /// `user-unknown`: the words also mean a filter at this provider.
        MaybeFilter = "maybe-filter",
        /// `suppressed`: listed for an earlier bounce.
        Bounce = "bounce",
        /// `suppressed`: listed for a complaint.
        Complaint = "complaint",
        /// `suppressed`: listed for an unsubscription.
        Unsubscription = "unsubscription",
        /// `expired`: the last stated cause was a full mailbox.
        MailboxFull = "mailbox-full",
        /// `expired`: the last stated cause was a name server.
        DnsFailure = "dns-failure",
        /// `expired`: the last stated cause was the network.
        NetworkError = "network-error",
        /// `expired`: the last stated cause was TLS.
        TlsFailure = "tls-failure",
        /// `expired`: the last stated cause was greylisting.
        Greylisted = "greylisted",
        /// `expired`: the last stated cause was a rate limit.
        RateLimited = "rate-limited",
        /// A word that this version does not know.
        Other = "other",
    }
}

impl Reason {
    /// Whose fault it usually is. [`Verdict::fault`](crate::Verdict::fault) says whose it was in one refusal.
    #[must_use]
    pub const fn fault(self) -> Fault {
        use Reason as R;
        match self {
            R::UserUnknown | R::MailboxDisabled | R::MailboxFull | R::HasMoved | R::RecipientRestricted => {
                Fault::Recipient
            }
            R::HostUnknown
            | R::DnsFailure
            | R::NetworkError
            | R::TlsFailure
            | R::Expired
            | R::SystemError
            | R::SystemFull
            | R::MailLoop
            | R::Greylisted => Fault::Destination,
            R::RateLimited
            | R::IpBlocked
            | R::DomainBlocked
            | R::PtrMissing
            | R::AuthFailure
            | R::RelayDenied
            | R::SenderRejected
            | R::ProtocolError
            | R::Suppressed => Fault::Sender,
            R::SpamContent | R::VirusDetected | R::ContentRejected | R::MessageTooLarge | R::PolicyRejected => {
                Fault::Message
            }
            R::Undetermined => Fault::Unknown,
        }
    }

    /// Whether it usually lasts.
    #[must_use]
    pub const fn persistence(self) -> Persistence {
        use Reason as R;
        match self {
            R::UserUnknown
            | R::MailboxDisabled
            | R::HasMoved
            | R::HostUnknown
            | R::MailLoop
            | R::PtrMissing
            | R::AuthFailure
            | R::RelayDenied
            | R::SenderRejected
            | R::SpamContent
            | R::VirusDetected
            | R::ContentRejected
            | R::MessageTooLarge
            | R::Suppressed => Persistence::Permanent,
            R::MailboxFull
            | R::DnsFailure
            | R::NetworkError
            | R::TlsFailure
            | R::Expired
            | R::SystemError
            | R::SystemFull
            | R::Greylisted
            | R::RateLimited => Persistence::Transient,
            R::RecipientRestricted
            | R::IpBlocked
            | R::DomainBlocked
            | R::PolicyRejected
            | R::ProtocolError
            | R::Undetermined => Persistence::Depends,
        }
    }
}
