//! What happened to one mailbox: the entries of the log that everything is decided from.

use std::borrow::Cow;
use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

use crate::bounce::{Attribution, Confidence, Evidence, FeedbackType, Trust};
use crate::error::ParseError;
use crate::mailbox::Mailbox;
use crate::reason::{Detail, Fault, Persistence, Reason};
use crate::reply::{ReplyCode, SmtpCommand};
use crate::status::EnhancedStatus;
use crate::time::Timestamp;
use crate::word::{serde_as_text, words};

/// The identity of an event within its mailbox: 128 bits, in hex.
///
/// It is SHA-256 of the content, cut to 16 octets (layout `1`, pinned by test vectors). A cryptographic hash, because the
/// content is written by strangers: with a weaker one a forger could prepare a mail whose id hides a real bounce to come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId([u8; 16]);

impl EventId {
    /// The octets, as a ledger stores them.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// An id from the octets that a ledger stored.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// SHA-256 over the layout's name and each part behind its length, so that no two lists of parts read the same.
    pub(crate) fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"mailbounce-event-1");
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let mut id = [0; 16];
        for (to, from) in id.iter_mut().zip(hash.finalize()) {
            *to = from;
        }
        Self(id)
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({self})")
    }
}

impl FromStr for EventId {
    type Err = ParseError;

    /// Reads 32 hex digits.
    ///
    /// # Errors
    ///
    /// Any other length, or a character that is no hex digit.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let bad = || ParseError::new("event id", "not 32 hex digits", text);
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(bad());
        }
        u128::from_str_radix(text, 16).map(|n| Self(n.to_be_bytes())).map_err(|_| bad())
    }
}

serde_as_text!(EventId);

/// A delivery that failed for good, in the words of the crate's results.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Failure {
    /// Why.
    pub reason: Reason,
    /// The finer word, where there is one.
    pub detail: Option<Detail>,
    /// Whose fault it is.
    pub fault: Fault,
    /// Whether this refusal lasts.
    pub persistence: Persistence,
    /// How sure that is.
    pub confidence: Confidence,
    /// How far a forger could have written the report.
    pub trust: Trust,
    /// How the mailbox was found.
    pub attribution: Attribution,
    /// It failed at another domain than the one written to.
    pub forwarded: bool,
    /// The enhanced status that the peer stated.
    pub status: Option<EnhancedStatus>,
    /// The reply code that the peer stated.
    pub reply: Option<ReplyCode>,
    /// The command that was refused.
    pub command: Option<SmtpCommand>,
    /// Whose servers refused, where that is not the mailbox's own domain; see [`Event::provider`].
    pub provider: Option<String>,
    /// The server that reported it.
    pub server: Option<String>,
    /// What the verdict rests on; its text is cut to 200 characters.
    pub evidence: Evidence,
}

words! {
    /// What a [`Window`] is about: the place where failures of one cause burst.
    Place, neutral Provider {
        /// A provider; see [`Event::provider`].
        Provider = "provider",
        /// A server that reports failures, mostly one of the sender's own.
        Server = "server",
    }
}

/// A time in which failures of one cause at one place don't count: not the addresses were at fault, but that place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Window {
    /// The cause.
    pub reason: Reason,
    /// What `at` names.
    pub place: Place,
    /// The name of the provider or server, lower case.
    pub name: String,
    /// First second.
    pub from: Timestamp,
    /// First second that counts again.
    pub until: Timestamp,
}

impl Window {
    /// A window.
    #[must_use]
    pub fn new(reason: Reason, place: Place, name: &str, from: Timestamp, until: Timestamp) -> Self {
        Self { reason, place, name: name.to_lowercase(), from, until }
    }

    /// Whether the window takes this event out of the count: a failure of its cause, at its place, in its time.
    #[must_use]
    pub fn covers(&self, event: &Event) -> bool {
        let What::Failure(failure) = &event.what else { return false };
        failure.reason == self.reason
            && self.from <= event.at
            && event.at < self.until
            && match self.place {
                Place::Provider => *event.provider() == *self.name,
                Place::Server => failure.server.as_deref().is_some_and(|s| s.to_lowercase() == self.name),
            }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum What {
    /// A delivery failed for good.
    Failure(Box<Failure>),
    /// The recipient complained, or asked not to be written to any more.
    Complaint {
        /// About what.
        feedback_type: FeedbackType,
        /// How far a forger could have written it.
        trust: Trust,
    },
    /// Mail did arrive: a success report, an open, a click, an answer. Only the latest of each trust is kept.
    Delivered {
        /// How far a forger could have written it.
        trust: Trust,
    },
    /// The next server took the message (SMTP 250). A bounce may still come, so that it counts only when it has settled.
    ///
    /// Kept is the latest of each week of seven days since 1970.
    Accepted,
    /// A message was written to the mailbox. Optional: it lets silence and rates be judged.
    Sent,
    /// Stopped by hand or by a list that was imported.
    Stopped {
        /// Why, in the words of who did it.
        reason: String,
        /// Who.
        by: String,
    },
    /// Released by hand: what came before counts no more.
    Released {
        /// Why, in the words of who did it.
        reason: String,
        /// Who.
        by: String,
    },
    /// Failures in a window don't count.
    Discounted(Window),
    /// Written by a newer version; kept as it is, and nothing is concluded from it.
    Unknown(String),
}

/// One entry of the log: something that happened to one mailbox.
///
/// Of two events with the same [`id`](Event::id) a ledger keeps the one with the greater ([`rank`](Event::rank),
/// [`body`](Event::body)): for reports the one that came first, for deliveries the latest. So events may be recorded twice, late and
/// in any order, by any number of workers.
///
/// ```
/// use mailbounce::{Timestamp, suppression::Event};
///
/// let at = Timestamp(1_772_325_000);
/// let stop = Event::stopped("kijitora@example.jp".parse()?, "asked by phone", "support", at);
/// let again = Event::from_row(stop.recipient().clone(), stop.id(), stop.rank(), &stop.body())?;
/// assert_eq!(stop, again);
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub(crate) id: EventId,
    pub(crate) recipient: Mailbox,
    pub(crate) message: Option<String>,
    pub(crate) at: Timestamp,
    pub(crate) what: What,
}

/// The latest acceptance of each week is kept: no longer than an acceptance takes to settle, so that none is lost that counted.
const WEEK: i64 = 7 * Timestamp::DAY;

impl Event {
    /// Longest message identity that is kept as it is, in octets; a longer one is kept as its hash.
    pub const MAX_MESSAGE: usize = 200;

    /// An event of a live answer, which others may have made; see [`Bounce::events`](crate::Bounce::events) for reports.
    pub(crate) fn new(id: EventId, recipient: Mailbox, message: Option<&str>, at: Timestamp, what: What) -> Self {
        Self { id, recipient, message: message.and_then(cap_message), at: Timestamp(at.0.max(0)), what }
    }

    /// A failure that the caller's own program knows of, without a report. `message` is the caller's own token for the message.
    ///
    /// Its id is made of mailbox, message, reason, status, reply and trust, and of the day where no message is named.
    #[must_use]
    pub fn failure(recipient: Mailbox, message: Option<&str>, failure: Failure, at: Timestamp) -> Self {
        let text = |t: Option<String>| t.unwrap_or_default();
        let day = if message.is_some() { String::new() } else { day(at) };
        let id = EventId::of(&[
            "failure",
            &recipient.key(),
            message.unwrap_or_default(),
            failure.reason.as_str(),
            &text(failure.status.map(|s| s.to_string())),
            &text(failure.reply.map(|s| s.to_string())),
            failure.trust.as_str(),
            &day,
        ]);
        Self::new(id, recipient, message, at, What::Failure(Box::new(failure)))
    }

    /// Mail arrived for certain: a success report, an open, a click, an answer, an inbound mail.
    #[must_use]
    pub fn delivered(recipient: Mailbox, message: Option<&str>, trust: Trust, at: Timestamp) -> Self {
        let id = EventId::of(&["delivered", &recipient.key(), trust.as_str()]);
        Self::new(id, recipient, message, at, What::Delivered { trust })
    }

    /// The next server answered 250 to the message. `message` is what its bounce will be booked under: token, envelope id or
    /// Message-ID; see [`SuppressionList::accepted`](super::SuppressionList::accepted).
    #[must_use]
    pub fn accepted(recipient: Mailbox, message: Option<&str>, at: Timestamp) -> Self {
        let slot = at.0.max(0).div_euclid(WEEK).to_string();
        let id = EventId::of(&["accepted", &recipient.key(), &slot]);
        Self::new(id, recipient, message, at, What::Accepted)
    }

    /// A message was written. Optional, and a row for each message: worth it where silence or rates shall be judged.
    #[must_use]
    pub fn sent(recipient: Mailbox, message: Option<&str>, at: Timestamp) -> Self {
        let second = if message.is_some() { String::new() } else { at.0.to_string() };
        let id = EventId::of(&["sent", &recipient.key(), message.unwrap_or_default(), &second]);
        Self::new(id, recipient, message, at, What::Sent)
    }

    /// A complaint that came another way than as a feedback report: an unsubscription link, a call. It stops the mailbox for every
    /// list on the ledger that it is recorded in; see [several lists](super#several-lists).
    #[must_use]
    pub fn complaint(
        recipient: Mailbox,
        message: Option<&str>,
        feedback_type: FeedbackType,
        trust: Trust,
        at: Timestamp,
    ) -> Self {
        let day = if message.is_some() { String::new() } else { day(at) };
        let parts =
            ["complaint", &recipient.key(), message.unwrap_or_default(), feedback_type.as_str(), trust.as_str(), &day];
        let id = EventId::of(&parts);
        Self::new(id, recipient, message, at, What::Complaint { feedback_type, trust })
    }

    /// Stopped by hand.
    #[must_use]
    pub fn stopped(recipient: Mailbox, reason: &str, by: &str, at: Timestamp) -> Self {
        let id = EventId::of(&["stopped", &recipient.key(), reason, by, &at.0.to_string()]);
        Self::new(id, recipient, None, at, What::Stopped { reason: reason.to_owned(), by: by.to_owned() })
    }

    /// Released by hand.
    #[must_use]
    pub fn released(recipient: Mailbox, reason: &str, by: &str, at: Timestamp) -> Self {
        let id = EventId::of(&["released", &recipient.key(), reason, by, &at.0.to_string()]);
        Self::new(id, recipient, None, at, What::Released { reason: reason.to_owned(), by: by.to_owned() })
    }

    /// A window in which failures don't count, booked on the reserved mailbox that holds them all.
    #[must_use]
    pub fn discounted(window: Window, at: Timestamp) -> Self {
        let recipient = super::subject::windows();
        let parts = [
            "discounted",
            window.reason.as_str(),
            window.place.as_str(),
            &window.name,
            &window.from.0.to_string(),
            &window.until.0.to_string(),
        ];
        Self::new(EventId::of(&parts), recipient, None, at, What::Discounted(window))
    }

    /// Its identity within the mailbox.
    #[must_use]
    pub const fn id(&self) -> EventId {
        self.id
    }

    /// The mailbox that it is booked on.
    #[must_use]
    pub const fn recipient(&self) -> &Mailbox {
        &self.recipient
    }

    /// The message that it is about: the sender's token, else the envelope id, else the Message-ID.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// When it was received here; never what a mail says of its own date.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// What happened.
    #[must_use]
    pub const fn what(&self) -> &What {
        &self.what
    }

    /// The failure, if it is one.
    #[must_use]
    pub fn as_failure(&self) -> Option<&Failure> {
        match &self.what {
            What::Failure(failure) => Some(failure),
            _ => None,
        }
    }

    /// Whose servers answer for the mailbox: what the caller named, else the mailbox's domain, in lower case.
    #[must_use]
    pub fn provider(&self) -> Cow<'_, str> {
        match self.as_failure().and_then(|f| f.provider.as_deref()) {
            Some(provider) => Cow::Borrowed(provider),
            None => Cow::Owned(self.recipient.domain().to_lowercase()),
        }
    }

    /// Whether the latest of two with the same id is kept, not the first.
    pub(crate) fn latest_wins(&self) -> bool {
        match self.what {
            What::Delivered { .. } | What::Accepted => true,
            What::Failure(_) => super::subject::is_reserved(&self.recipient),
            _ => false,
        }
    }

    /// Whether pruning spares it: what was done by hand, complaints, and discounted windows.
    #[must_use]
    pub const fn is_ageless(&self) -> bool {
        matches!(
            self.what,
            What::Stopped { .. }
                | What::Released { .. }
                | What::Complaint { .. }
                | What::Discounted(_)
                | What::Unknown(_)
        )
    }

    /// The number by which a ledger chooses between two events with the same id: the greater one stays.
    ///
    /// It is the time for deliveries (the latest stays) and the negated time for all else (the first stays), in seconds; so
    /// its absolute value is the time.
    #[must_use]
    pub fn rank(&self) -> i64 {
        if self.latest_wins() { self.at.0 } else { -self.at.0 }
    }

    /// Whether it stays and `other` goes, of two with the same id.
    #[must_use]
    pub fn outranks(&self, other: &Self) -> bool {
        let order = self.rank().cmp(&other.rank());
        order.is_gt() || (order.is_eq() && self != other && self.body() > other.body())
    }
}

fn day(at: Timestamp) -> String {
    at.0.div_euclid(Timestamp::DAY).to_string()
}

/// A message identity as it is kept: without brackets and space, hashed where it is too long.
pub(crate) fn cap_message(message: &str) -> Option<String> {
    let message = message.trim().trim_start_matches('<').trim_end_matches('>');
    match message.len() {
        0 => None,
        1..=Event::MAX_MESSAGE => Some(message.to_owned()),
        _ => Some(EventId::of(&["message", message]).to_string()),
    }
}
