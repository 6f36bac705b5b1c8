//! From what is known to what to do: the trait of every policy, and its answer.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::event::{Event, EventId, Window};
use super::history::History;
use crate::bounce::Trust;
use crate::time::Timestamp;
use crate::word::words;

words! {
    /// Whether to write to a mailbox.
    Answer, neutral Send {
        /// Write.
        Send = "send",
        /// Not now: from a time on.
        Later = "later",
        /// Not until a date; then one message to see.
        Hold = "hold",
        /// No more.
        Stop = "stop",
    }
}

words! {
    /// How far an answer reaches.
    Scope, neutral Address {
        /// This mailbox.
        Address = "address",
        /// All mailboxes of its domain.
        Domain = "domain",
        /// All mailboxes at its provider.
        Provider = "provider",
    }
}

words! {
    /// What to do besides.
    Advice, neutral Other {
        /// Send slower, over fewer connections, to this provider.
        SlowDown = "slow-down",
        /// Have the sending IP delisted; if that is refused, send from another server.
        DelistIp = "delist-ip",
        /// Have the domain delisted; if that is refused, use another domain.
        DelistDomain = "delist-domain",
        /// Mend SPF, DKIM, DMARC or ARC.
        FixAuthentication = "fix-authentication",
        /// Give the sending host a name that resolves both ways.
        FixReverseDns = "fix-reverse-dns",
        /// Use a sender address that exists and may send.
        FixSender = "fix-sender",
        /// Mend the own relay or the login to it.
        FixRelay = "fix-relay",
        /// Change the content: it was judged spam, malformed or against a policy.
        FixContent = "fix-content",
        /// Make the message smaller.
        ReduceSize = "reduce-size",
        /// Look for a virus in what is sent.
        FindVirus = "find-virus",
        /// Look at the SMTP client: it broke the protocol, or misses an extension.
        FixProtocol = "fix-protocol",
        /// Look at the sending service's own suppression list.
        ReviewServiceList = "review-service-list",
        /// Reach the person another way, or at another address.
        ReachAnotherWay = "reach-another-way",
        /// Ask the person for the new address; never take it from a report.
        AskNewAddress = "ask-new-address",
        /// Ask to have the forwarding removed or mended.
        RemoveForwarding = "remove-forwarding",
        /// Ask the recipient to permit our domain in the filter.
        PermitOurDomain = "permit-our-domain",
        /// Answer the challenge, or ask to be put on the list of known senders.
        AnswerChallenge = "answer-challenge",
        /// Wait: the destination has a fault that passes.
        Wait = "wait",
        /// A word that this version does not know.
        Other = "other",
    }
}

/// Why a policy answered as it did: its row, and the events that row counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Why {
    /// The row that decided, such as `standard/user-unknown`.
    pub rule: Cow<'static, str>,
    /// The events that it counted, oldest first.
    pub events: Vec<EventId>,
    /// How many it takes.
    pub needed: u32,
}

impl Why {
    /// A reason.
    #[must_use]
    pub fn new(rule: impl Into<Cow<'static, str>>, events: Vec<EventId>, needed: u32) -> Self {
        Self { rule: rule.into(), events, needed }
    }
}

/// The answer for one mailbox at one time. Never stored: a changed policy applies to yesterday too.
///
/// ```
/// use mailbounce::{Timestamp, suppression::{Answer, Decision}};
///
/// let decision = Decision::hold(Timestamp(1_772_325_000)).because("acme/quiet", vec![], 1);
/// assert_eq!(decision.answer(), Answer::Hold);
/// assert!(!decision.may_send());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[must_use]
pub struct Decision {
    answer: Answer,
    until: Option<Timestamp>,
    scope: Scope,
    probe: bool,
    why: Vec<Why>,
    advice: Vec<Advice>,
}

impl Decision {
    /// Write.
    pub fn send() -> Self {
        Self::default()
    }

    /// Write one message, to see: a hold is over.
    pub fn probe() -> Self {
        Self { probe: true, ..Self::default() }
    }

    /// Write no sooner than `at`.
    pub fn later(at: Timestamp, scope: Scope) -> Self {
        Self { answer: Answer::Later, until: Some(at), scope, ..Self::default() }
    }

    /// Write no sooner than `until`, then one message to see.
    pub fn hold(until: Timestamp) -> Self {
        Self { answer: Answer::Hold, until: Some(until), ..Self::default() }
    }

    /// Write no more.
    pub fn stop() -> Self {
        Self { answer: Answer::Stop, ..Self::default() }
    }

    /// The same, for all mailboxes of a domain or provider.
    pub fn for_all_of(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// The same, with a reason.
    pub fn because(mut self, rule: impl Into<Cow<'static, str>>, events: Vec<EventId>, needed: u32) -> Self {
        self.why.push(Why::new(rule, events, needed));
        self
    }

    /// The same, with advice; what is there already is not repeated.
    pub fn advise(mut self, advice: Advice) -> Self {
        if !self.advice.contains(&advice) {
            self.advice.push(advice);
        }
        self
    }

    /// Whether to write.
    #[must_use]
    pub const fn answer(&self) -> Answer {
        self.answer
    }

    /// Whether a message may be written now: `answer` is [`Answer::Send`].
    #[must_use]
    pub const fn may_send(&self) -> bool {
        matches!(self.answer, Answer::Send)
    }

    /// From when on it may be written again; none for send and stop.
    #[must_use]
    pub const fn until(&self) -> Option<Timestamp> {
        self.until
    }

    /// How far the answer reaches.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// The message to write now is the one that ends a hold or renews it: make it a real one.
    #[must_use]
    pub const fn is_probe(&self) -> bool {
        self.probe
    }

    /// What decided; empty where nothing speaks against writing.
    #[must_use]
    pub fn why(&self) -> &[Why] {
        &self.why
    }

    /// What to do besides; also with [`Answer::Send`].
    #[must_use]
    pub fn advice(&self) -> &[Advice] {
        &self.advice
    }

    /// The stricter of two answers, with the reasons and advice of both; on the same answer the later date.
    pub fn and(mut self, mut other: Self) -> Self {
        let rank = |d: &Self| (d.answer, d.until, d.probe);
        if rank(&other) > rank(&self) {
            std::mem::swap(&mut self, &mut other);
        }
        self.why.append(&mut other.why);
        other.advice.into_iter().fold(self, Self::advise)
    }
}

impl fmt::Display for Decision {
    /// One sentence: `hold until 2026-04-01T00:00:00Z (standard/mailbox-full)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.answer, self.probe) {
            (Answer::Send, true) => f.write_str("send one message to see")?,
            (answer, _) => write!(f, "{answer}")?,
        }
        if let Some(until) = self.until {
            write!(f, " {} {until}", if self.answer == Answer::Later { "at" } else { "until" })?;
        }
        if self.scope != Scope::Address {
            write!(f, ", all of the {}", self.scope)?;
        }
        for (i, why) in self.why.iter().enumerate() {
            write!(f, "{}{}", if i == 0 { " (" } else { ", " }, why.rule)?;
        }
        if self.why.is_empty() { Ok(()) } else { f.write_str(")") }
    }
}

/// What a policy may know besides the mailbox's own history.
///
/// [`SuppressionList`](super::SuppressionList) fills it from the ledger; empty, a policy looks at the mailbox alone.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    windows: Arc<[Window]>,
    domain: Option<Arc<History>>,
    provider: Option<Arc<History>>,
    known_provider: bool,
}

impl Surroundings {
    /// With windows in which failures don't count.
    #[must_use]
    pub fn with_windows(mut self, windows: impl Into<Arc<[Window]>>) -> Self {
        self.windows = windows.into();
        self
    }

    /// With what is known of the mailbox's whole domain: one `host-unknown` an address and day, `message` tells
    /// the addresses apart and names none.
    #[must_use]
    pub fn with_domain(mut self, history: Arc<History>) -> Self {
        self.domain = Some(history);
        self
    }

    /// With what is known of the mailbox's provider: its refusals for rate and reputation.
    #[must_use]
    pub fn with_provider(mut self, history: Arc<History>) -> Self {
        self.provider = Some(history);
        self
    }

    /// The domain is one of a provider that surely exists: `host-unknown` there is nobody's death.
    #[must_use]
    pub const fn with_known_provider(mut self, known: bool) -> Self {
        self.known_provider = known;
        self
    }

    /// Windows in which failures don't count.
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// What is known of the whole domain.
    #[must_use]
    pub fn domain(&self) -> Option<&History> {
        self.domain.as_deref()
    }

    /// What is known of the provider.
    #[must_use]
    pub fn provider(&self) -> Option<&History> {
        self.provider.as_deref()
    }

    /// The domain is one of a provider that surely exists.
    #[must_use]
    pub const fn is_known_provider(&self) -> bool {
        self.known_provider
    }

    /// Whether a window takes this event out of the count.
    #[must_use]
    pub fn is_discounted(&self, event: &Event) -> bool {
        self.windows.iter().any(|w| w.covers(event))
    }
}

/// Decides from a history whether to write.
///
/// It is pure: the same arguments give the same answer, and time is one of them. What it counts and how long it waits are its own options.
pub trait SuppressionPolicy: Send + Sync {
    /// A short name, such as `standard`; rules begin with it.
    fn name(&self) -> &str;

    /// Whether to write to the mailbox at `now`. An event from the future counts as one of now.
    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision;

    /// The events that no decision at `now` or later will need, whatever else is recorded with a time from `horizon` on.
    ///
    /// An empty answer is always right: nothing is pruned then.
    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId>;

    /// What is trusted less counts for nothing with this policy. The guard of a list and [`Rules`](super::Rules) before the policy ask
    /// it; a policy that wraps another hands it on. Default [`Trust::Unverified`]: everything counts.
    fn least_trust(&self) -> Trust {
        Trust::Unverified
    }
}

/// What none of several policies will need again: to [prune](super::Ledger::prune) a ledger that their lists share.
///
/// ```
/// use mailbounce::{Timestamp, suppression::{Guide, Ledger, MemoryLedger, Standard, spent_by_all}};
///
/// let (marketing, transactional) = (Standard::default(), Guide::default());
/// let ledger = MemoryLedger::new();
/// let now = Timestamp(1_772_325_000);
/// let before = now.plus(-90 * Timestamp::DAY);
/// let dropped = ledger.prune(before, &spent_by_all(&[&marketing, &transactional], before, now))?;
/// assert_eq!(dropped, 0);
/// # Ok::<(), mailbounce::suppression::LedgerError>(())
/// ```
pub fn spent_by_all(
    policies: &[&dyn SuppressionPolicy],
    before: Timestamp,
    now: Timestamp,
) -> impl Fn(&History) -> Vec<EventId> + Send + Sync {
    move |history| {
        let mut each = policies.iter().map(|policy| policy.spent(history, before, now));
        let first = each.next().unwrap_or_default();
        each.fold(first, |all, spent| all.into_iter().filter(|id| spent.contains(id)).collect())
    }
}

macro_rules! forward {
    ($($for:ty),+) => {$(
        impl<P: SuppressionPolicy + ?Sized> SuppressionPolicy for $for {
            fn name(&self) -> &str {
                (**self).name()
            }
            fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
                (**self).decide(history, surroundings, now)
            }
            fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
                (**self).spent(history, horizon, now)
            }
            fn least_trust(&self) -> Trust {
                (**self).least_trust()
            }
        }
    )+};
}

forward!(&P, Box<P>, Arc<P>);
