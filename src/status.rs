//! Enhanced mail system status codes: RFC 3463, and the IANA registry of RFC 5248.

use std::{fmt, str::FromStr};

use crate::error::ParseError;
use crate::word::{serde_as_text, words};

/// What kind of answer a status is: the first number of RFC 3463 s2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
// Closed: RFC 3463 s3.1 defines these three and leaves no room for others.
#[allow(clippy::exhaustive_enums)]
pub enum StatusClass {
    /// 2: it was done.
    Success,
    /// 4: it failed for now; sending again may work.
    PersistentTransient,
    /// 5: it failed, and sending the same again will fail.
    Permanent,
}

words! {
    /// What the answer is about: the second number of RFC 3463 s3.
    StatusSubject, neutral Undefined {
        /// X.0: nothing more is known.
        Undefined = "undefined",
        /// X.1: the address, of the recipient or of the sender.
        Addressing = "addressing",
        /// X.2: the mailbox.
        Mailbox = "mailbox",
        /// X.3: the mail system of the destination.
        MailSystem = "mail-system",
        /// X.4: network and routing.
        Network = "network",
        /// X.5: the mail delivery protocol.
        Protocol = "protocol",
        /// X.6: content or media of the message.
        Content = "content",
        /// X.7: security or policy.
        Security = "security",
        /// Any other number: not registered.
        Other = "other",
    }
}

/// An enhanced status code, RFC 3463 s2: `class.subject.detail`.
///
/// Unregistered codes are kept as they are: servers invent them, and what was said is data.
///
/// ```
/// use mailbounce::{EnhancedStatus, StatusClass};
///
/// let status: EnhancedStatus = "5.1.1".parse()?;
/// assert_eq!(status.class(), StatusClass::Permanent);
/// assert_eq!(status.name(), Some("Bad destination mailbox address"));
/// assert!(!status.is_generic());
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnhancedStatus {
    class: StatusClass,
    subject: u16,
    detail: u16,
}

impl EnhancedStatus {
    /// A status from its three numbers; `None` if the class is not 2, 4 or 5 or a number exceeds 999 (RFC 3463 s2).
    #[must_use]
    pub const fn new(class: u8, subject: u16, detail: u16) -> Option<Self> {
        let class = match class {
            2 => StatusClass::Success,
            4 => StatusClass::PersistentTransient,
            5 => StatusClass::Permanent,
            _ => return None,
        };
        if subject > 999 || detail > 999 { None } else { Some(Self { class, subject, detail }) }
    }

    /// The class, RFC 3463 s3.1.
    #[must_use]
    pub const fn class(self) -> StatusClass {
        self.class
    }

    /// The subject in words, RFC 3463 s3.
    #[must_use]
    pub const fn subject(self) -> StatusSubject {
        match self.subject {
            0 => StatusSubject::Undefined,
            1 => StatusSubject::Addressing,
            2 => StatusSubject::Mailbox,
            3 => StatusSubject::MailSystem,
            4 => StatusSubject::Network,
            5 => StatusSubject::Protocol,
            6 => StatusSubject::Content,
            7 => StatusSubject::Security,
            _ => StatusSubject::Other,
        }
    }

    /// The three numbers.
    #[must_use]
    pub const fn numbers(self) -> (u8, u16, u16) {
        let class = match self.class {
            StatusClass::Success => 2,
            StatusClass::PersistentTransient => 4,
            StatusClass::Permanent => 5,
        };
        (class, self.subject, self.detail)
    }

    /// The subject and detail numbers, which name the condition whatever the class.
    pub(crate) const fn condition(self) -> (u16, u16) {
        (self.subject, self.detail)
    }

    /// The registered name of the condition, the same for every class; `None` if it is not registered.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        self.registered().map(|(_, _, name, _)| *name)
    }

    /// The document that registered it, such as `RFC7505`.
    #[must_use]
    pub fn reference(self) -> Option<&'static str> {
        self.registered().map(|(_, _, _, reference)| *reference)
    }

    fn registered(self) -> Option<&'static (u16, u16, &'static str, &'static str)> {
        REGISTRY.binary_search_by_key(&self.condition(), |row| (row.0, row.1)).ok().and_then(|at| REGISTRY.get(at))
    }

    /// How much it says: 0 the class, 1 the subject too, 2 the condition.
    pub(crate) const fn specificity(self) -> u8 {
        if self.detail != 0 { 2 } else { (self.subject != 0) as u8 }
    }

    /// It says no more than its class: `X.0.0`, or a subject without detail.
    #[must_use]
    pub const fn is_generic(self) -> bool {
        self.detail == 0
    }
}

impl fmt::Display for EnhancedStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (class, subject, detail) = self.numbers();
        write!(f, "{class}.{subject}.{detail}")
    }
}

impl FromStr for EnhancedStatus {
    type Err = ParseError;

    /// Reads exactly `class.subject.detail`.
    ///
    /// # Errors
    ///
    /// `5.1` (two numbers), `3.1.1` (class), `5.01.1` (leading zero, RFC 3463 s2), `5.1.1000` (four digits), `5.1.1 ` (anything after it).
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let bad = |why| ParseError::new("enhanced status", why, text);
        let [class, subject, detail] = numbers(text.as_bytes()).ok_or_else(|| bad("not three numbers"))?;
        u8::try_from(class).ok().and_then(|class| Self::new(class, subject, detail)).ok_or_else(|| bad("no such class"))
    }
}

/// Three numbers of one to three digits without leading zeros, with dots between them.
fn numbers(text: &[u8]) -> Option<[u16; 3]> {
    let mut numbers = [0; 3];
    let (mut at, mut digits) = (0, 0);
    for &byte in text {
        match byte {
            b'0'..=b'9' if digits < 3 && (digits == 0 || numbers[at] != 0) => {
                numbers[at] = numbers[at] * 10 + u16::from(byte - b'0');
                digits += 1;
            }
            b'.' if at < 2 && digits > 0 => (at, digits) = (at + 1, 0),
            _ => return None,
        }
    }
    (at == 2 && digits > 0).then_some(numbers)
}

serde_as_text!(EnhancedStatus);

/// The IANA registry "SMTP Enhanced Status Codes": subject, detail, name, reference. Sorted.
const REGISTRY: &[(u16, u16, &str, &str)] = &[
    (0, 0, "Other undefined status", "RFC3463"),
    (1, 0, "Other address status", "RFC3463"),
    (1, 1, "Bad destination mailbox address", "RFC3463"),
    (1, 2, "Bad destination system address", "RFC3463"),
    (1, 3, "Bad destination mailbox address syntax", "RFC3463"),
    (1, 4, "Destination mailbox address ambiguous", "RFC3463"),
    (1, 5, "Destination address valid", "RFC3463"),
    (1, 6, "Destination mailbox has moved, no forwarding address", "RFC3463"),
    (1, 7, "Bad sender's mailbox address syntax", "RFC3463"),
    (1, 8, "Bad sender's system address", "RFC3463"),
    (1, 9, "Message relayed to non-compliant mailer", "RFC3886"),
    (1, 10, "Recipient address has null MX", "RFC7504"),
    (2, 0, "Other or undefined mailbox status", "RFC3463"),
    (2, 1, "Mailbox disabled, not accepting messages", "RFC3463"),
    (2, 2, "Mailbox full", "RFC3463"),
    (2, 3, "Message length exceeds administrative limit", "RFC3463"),
    (2, 4, "Mailing list expansion problem", "RFC3463"),
    (3, 0, "Other or undefined mail system status", "RFC3463"),
    (3, 1, "Mail system full", "RFC3463"),
    (3, 2, "System not accepting network messages", "RFC7504"),
    (3, 3, "System not capable of selected features", "RFC3463"),
    (3, 4, "Message too big for system", "RFC3463"),
    (3, 5, "System incorrectly configured", "RFC3463"),
    (3, 6, "Requested priority was changed", "RFC6710"),
    (4, 0, "Other or undefined network or routing status", "RFC3463"),
    (4, 1, "No answer from host", "RFC3463"),
    (4, 2, "Bad connection", "RFC3463"),
    (4, 3, "Directory server failure", "RFC3463"),
    (4, 4, "Unable to route", "RFC3463"),
    (4, 5, "Mail system congestion", "RFC3463"),
    (4, 6, "Routing loop detected", "RFC3463"),
    (4, 7, "Delivery time expired", "RFC2852"),
    (5, 0, "Other or undefined protocol status", "RFC3463"),
    (5, 1, "Invalid command", "RFC3463"),
    (5, 2, "Syntax error", "RFC3463"),
    (5, 3, "Too many recipients", "RFC3463"),
    (5, 4, "Invalid command arguments", "RFC3463"),
    (5, 5, "Wrong protocol version", "RFC3463"),
    (5, 6, "Authentication Exchange line is too long", "RFC4954"),
    (6, 0, "Other or undefined media error", "RFC3463"),
    (6, 1, "Media not supported", "RFC3463"),
    (6, 2, "Conversion required and prohibited", "RFC3463"),
    (6, 3, "Conversion required but not supported", "RFC3463"),
    (6, 4, "Conversion with loss performed", "RFC3463"),
    (6, 5, "Conversion failed", "RFC3463"),
    (6, 6, "Message content not available", "RFC4468"),
    (6, 7, "Non-ASCII addresses not permitted for that sender/recipient", "RFC6531"),
    (6, 8, "UTF-8 string reply is required but not permitted by the client", "RFC6531"),
    (6, 9, "UTF-8 header message cannot be transferred", "RFC6531"),
    (7, 0, "Other or undefined security status", "RFC3463"),
    (7, 1, "Delivery not authorized, message refused", "RFC3463"),
    (7, 2, "Mailing list expansion prohibited", "RFC3463"),
    (7, 3, "Security conversion required but not possible", "RFC3463"),
    (7, 4, "Security features not supported", "RFC3463"),
    (7, 5, "Cryptographic failure", "RFC3463"),
    (7, 6, "Cryptographic algorithm not supported", "RFC3463"),
    (7, 7, "Message integrity failure", "RFC3463"),
    (7, 8, "Authentication credentials invalid", "RFC4954"),
    (7, 9, "Authentication mechanism is too weak", "RFC4954"),
    (7, 10, "Encryption needed", "RFC5248"),
    (7, 11, "Encryption required for requested authentication mechanism", "RFC4954"),
    (7, 12, "A password transition is needed", "RFC4954"),
    (7, 13, "User account disabled", "RFC5248"),
    (7, 14, "Trust relationship required", "RFC5248"),
    (7, 15, "Priority level is too low", "RFC6710"),
    (7, 16, "Message is too big for the specified priority", "RFC6710"),
    (7, 17, "Mailbox owner has changed", "RFC7293"),
    (7, 18, "Domain owner has changed", "RFC7293"),
    (7, 19, "RRVS test cannot be completed", "RFC7293"),
    (7, 20, "No passing DKIM signature found", "RFC7372"),
    (7, 21, "No acceptable DKIM signature found", "RFC7372"),
    (7, 22, "No valid author-matched DKIM signature found", "RFC7372"),
    (7, 23, "SPF validation failed", "RFC7208"),
    (7, 24, "SPF validation error", "RFC7208"),
    (7, 25, "Reverse DNS validation failed", "RFC8601"),
    (7, 26, "Multiple authentication checks failed", "RFC7372"),
    (7, 27, "Sender address has null MX", "RFC7505"),
    (7, 28, "Mail flood detected", "draft-levine-mailbomb-header"),
    (7, 29, "ARC validation failure", "RFC8617"),
    (7, 30, "REQUIRETLS support required", "RFC8689"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registry_is_sorted() {
        assert!(REGISTRY.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
    }

    #[test]
    fn bad_codes_are_refused() {
        for text in
            ["", "5", "5.1", "5.1.1.1", "3.1.1", "5.01.1", "5.1.1000", " 5.1.1", "5.1.1 ", "5..1", "a.b.c", "5.1.-1"]
        {
            assert!(text.parse::<EnhancedStatus>().is_err(), "{text}");
        }
        assert_eq!("5.7.606".parse::<EnhancedStatus>().unwrap().to_string(), "5.7.606");
    }
}
